"""Quotation marks as newspapers set them. In the cases below ⟨ and ⟩ show where quotations begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import Watched, is_linear
from tests.searching import examples

from newsfacts.anchors.pieces import Bare, strip_outer_marks
from newsfacts.text.quotation_marks import (
    MarkProblem,
    MarkProblemKind,
    QuoteKind,
    begins_or_ends_with_mark,
    has_marks,
    infer_form,
    scan,
    shows_quotation,
)


def shown(text: str) -> str:
    """The text with every quotation between ⟨ and ⟩."""
    marks = [(stretch.start, 1, "⟨") for stretch in scan(text).stretches]
    marks += [(stretch.end, 0, "⟩") for stretch in scan(text).stretches]
    for place, _, sign in sorted(marks, reverse=True):
        text = text[:place] + sign + text[place:]
    return text


@pytest.mark.parametrize(
    "expected",
    [
        "⟨“We will win,”⟩ he said. ⟨“We can’t lose.”⟩",
        '⟨"We will,"⟩ she said, ⟨"win."⟩',
        "⟨“He said ⟨‘no’⟩ to me,”⟩ she said.",
        "⟨‘The students’ books are old,’⟩ he said.",
        "⟨'It's fine,'⟩ he said. ⟨'The boys' books.'⟩",
        "⟨„Wir gewinnen“⟩, sagte er. ⟨„Ja, ⟨‚nein‘⟩“⟩",
        "⟨»Ja«⟩, sagte er; ⟨«non»⟩, dit-il.",
        "⟨”Ja”⟩, sa han.",
        "He is 6'2\" tall, the '90s were ’90s and ‘90s, 'tis so.",
        'A 5" pipe, ⟨"a pipe"⟩ of 5 inches.',
        '(⟨"quoted"⟩), said—⟨"yes"⟩—and',
        "⟨“We will win.\n\n“And then we rest.”⟩ End.",
        "⟨“I said, ⟨‘No.’⟩\n\n“⟨‘Never,’⟩ he said.”⟩",
        "⟨“One line.\n“Another.”⟩\nThe end.",
        # Apostrophes at the edges of words.
        "The drought of ‘08 and the flood of '09 took ‘em all; 'tis true, ‘til it isn’t.",
        "She sang rock ’n’ roll, rock 'n' roll and rock ‘n’ roll, an' no one was goin' home.",
        "Only ⟨‘Two or Three Cases’⟩ in which ⟨‘the Rules Were Bent’⟩, he wrote.",
        "He warned of ⟨‘Doubters’⟩ and ⟨‘Deniers’⟩ alike.",
        "The players' strike, the Jones' house and the ⟨'owners' lockout'⟩ lasted.",
        "⟨“It’s the nurses’ turn, ⟨‘the nurses’ own turn,’⟩ she said.”⟩",
        "The ’90s and the Adamses’ farm, the '90s and the Adamses' farm.",
        "O’Neill‘s word, and the bakers‘ day.",
        # Inches and feet.
        "⟨“He is like 6’2”,”⟩ she said.",
        'The 5\'11" keeper and the 6\'4½" back wore ⟨"size 14"⟩ shoes.',
        "A 19” rack of 42”, and ⟨“one more.”⟩",
        # Dots and signs after the opening mark.
        '⟨". . . I just want to go,"⟩ he said. ⟨"... These are bad."⟩',
        '⟨".@Mayor put profits first,"⟩ she wrote, and ⟨"#Never $5 @all."⟩',
        "⟨“…and then we left”⟩",
        # Marks without the space before or after them.
        'She asked:⟨"Who told you?"⟩\n\nThe mayor:⟨"Nobody."⟩',
        'He spoke about⟨"joint work between us"⟩ and left.',
        "⟨“Your facts are wrong.”⟩⟨“So are yours,”⟩ she said.",
        # Tags.
        '<a href="https://example.org/a" title=\'b\'>⟨“Read on”⟩</a>, <b>⟨"now"⟩</b>!',
        '<post author="@ann" date="2020-01-02">⟨"We won"⟩</post>',
        "5 < 6 and ⟨“7 > 6”⟩; <3 ⟨“you”⟩.",
        # TeX, doubled single marks.
        "⟨``We will win,''⟩ she said, ⟨``and ⟨`rest'⟩.''⟩",
        "⟨''We will win,''⟩ she said. ⟨''He said ⟨'no,'⟩''⟩ she said, ⟨''⟨'twice.'⟩ ''⟩",
        "⟨‘‘We will win,’’⟩ she said.",
        "Write `code` or ``more code`` and ⟨“words”⟩.",
        # Guillemets.
        "⟨« Oui, ⟨‹ non ›⟩ »⟩, dit-elle. ⟨«Ja»⟩, sagte er.",
        "Home » News » ⟨“Today”⟩\n\n» first\n\n» second",
        "⟨»Ja, ⟨›nein‹⟩, ⟨„so“⟩«⟩, sagte er.",
        # Lines that are paragraphs, in a text that has empty lines too.
        "Title\n\n⟨“One,”⟩ she said.\n⟨“Two.\n“Three,”⟩ he said.\n\nEnd.",
        "She wrote ⟨“a line that\nwent on”⟩ and left.\n\nEnd.",
        "No marks at all.",
        "",
    ],
)
def test_quotations_are_found(expected: str) -> None:
    text = expected.replace("⟨", "").replace("⟩", "")
    assert shown(text) == expected
    assert scan(text).problems == ()


def test_a_stretch_knows_its_level_and_what_stands_inside() -> None:
    text = "“He said ‘no’.\n\n“Really.”"
    outer, inner = scan(text).stretches
    assert (outer.level, outer.opening, outer.closing, outer.continued) == (1, "“", "”", (16,))
    assert (inner.level, text[inner.inner_start : inner.inner_end]) == (2, "no")


@pytest.mark.parametrize(
    ("text", "kind", "start", "related", "message"),
    [
        ("“We win.\n\nHe left.", "unclosed", 0, 0, "the quotation that opens with this “ is not closed"),
        ("We win” now", "unopened", 6, None, "this ” closes no quotation"),
        ('“We win" now', "mismatched", 7, 0, 'this quotation opens with “ and closes with "'),
        ('"He said "no" to me"', "same-level", 9, 0, 'this " opens a quotation within one that " opened'),
        (
            "“We win.\n\nWe rest.” End.",
            "bare-paragraph",
            10,
            0,
            "this paragraph goes on with a quotation but does not open with “",
        ),
        ("“One ‘two.”", "unclosed", 5, 5, "the quotation that opens with this ‘ is not closed"),
        # One misprint is one problem, and what comes after it is read as it should be.
        ("“Thieves“ and “liars,” he said.", "mismatched", 8, 0, "this quotation opens with “ and closes with “"),
        ("She said “no. “ So we left. “Yes.”", "mismatched", 14, 9, "this quotation opens with “ and closes with “"),
        ("“No,“ she said. “Never,” he said.", "mismatched", 4, 0, "this quotation opens with “ and closes with “"),
        ("A. “No.” ”Yes,” he said.", "mismatched", 9, 9, "this quotation opens with ” and closes with ”"),
        ("He got a ‘D-‘ for ‘work’.", "mismatched", 12, 9, "this quotation opens with ‘ and closes with ‘"),
        ("“We’ll stop.’ She left.", "mismatched", 12, 0, "this quotation opens with “ and closes with ’"),
        ("““We won,” he said. “Good.”", "unclosed", 0, 0, "the quotation that opens with this “ is not closed"),
        (
            "He was “tired, he said, “and sad.” “Oh.”",
            "unclosed",
            7,
            7,
            "the quotation that opens with this “ is not closed",
        ),
        (
            "“He is “great” they say,” she said.",
            "same-level",
            7,
            0,
            "this “ opens a quotation within one that “ opened",
        ),
        ("“The ‘big.” They left. “No.”", "unclosed", 5, 5, "the quotation that opens with this ‘ is not closed"),
        ("B\nC “d e.\nF “G,” she said.\n\nH.", "unclosed", 4, 4, "the quotation that opens with this “ is not closed"),
    ],
)
def test_problems(text: str, kind: str, start: int, related: int | None, message: str) -> None:
    assert scan(text).problems == (MarkProblem(MarkProblemKind(kind), start, start + 1, message, related),)


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert shown("“We win.\n\nHe left. “No.”") == "⟨“We win.⟩\n\nHe left. ⟨“No.”⟩"


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("“We will win.”", QuoteKind.DIRECT),
        ("  'We will win',", QuoteKind.DIRECT),
        ("“We will win.", QuoteKind.DIRECT),
        ("We will win”", QuoteKind.DIRECT),
        ("“A,” “B.”", QuoteKind.DIRECT),
        ("that they “will win”", QuoteKind.MIXED),
        ("“We will,” he said, “win.”", QuoteKind.MIXED),
        ("that they will win", QuoteKind.INDIRECT),
        ("that they can’t lose", QuoteKind.INDIRECT),
        ("the '90s", QuoteKind.INDIRECT),
        ("", QuoteKind.INDIRECT),
    ],
)
def test_the_form_is_what_the_marks_show(words: str, form: QuoteKind) -> None:
    assert infer_form(words) is form


texts = st.text(st.sampled_from("ab s,.1\n\"“”„«»‘’‚‹›'"), max_size=60)


@given(texts)
@examples(4)
def test_stretches_nest_and_lie_in_the_text(text: str) -> None:
    found = scan(text)
    for stretch in found.stretches:
        assert 0 <= stretch.start < stretch.end <= len(text)
        assert text.startswith(stretch.opening, stretch.start)
        assert text[: stretch.end].endswith(stretch.closing or "")
    for first in found.stretches:
        for second in found.stretches:
            crossing = first.start < second.start < first.end < second.end
            assert not crossing
    infer_form(text)


@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "'", "’", "„", "«", "a", "5", " ", ".", "\n", "“We,”", '"we" ', "<b>"]),
        max_size=9,
    )
)
@examples(2)
def test_words_show_a_quotation_where_their_form_is_not_indirect(parts: list[str]) -> None:
    words = "".join(parts)
    assert shows_quotation(words) == (infer_form(words) is not QuoteKind.INDIRECT)


@given(st.lists(st.sampled_from(["win", "we", "don’t", "no", "the students’ books"]), min_size=1, max_size=6))
def test_whole_quotations_are_direct(parts: list[str]) -> None:
    words = " ".join(parts)
    for opening, closing in ("“”", '""', "«»", "„“", "»«"):
        assert infer_form(f"{opening}{words}{closing}") is QuoteKind.DIRECT
        assert infer_form(f"said {opening}{words}{closing}") is QuoteKind.MIXED
    assert infer_form(words) is QuoteKind.INDIRECT


def test_words_between_the_marks_of_several_paragraphs() -> None:
    text = "“We win.\n\n“And rest,” she said."
    (stretch,) = scan(text).stretches
    assert [text[start:end].strip() for start, end in stretch.parts] == ["We win.", "And rest,"]


def test_a_misprint_does_not_run_beyond_its_paragraph() -> None:
    texts = ["He was “tired.", "“We won,” he said.", "She said “no“ twice.", "“It rained,” said a “friend” of his."]
    for separator in ("\n\n", "\n"):
        text = separator.join(texts)
        assert [problem.kind.value for problem in scan(text).problems] == ["mismatched"]
        assert shown(text).endswith("⟨“It rained,”⟩ said a ⟨“friend”⟩ of his.")


def test_lines_can_be_declared_paragraphs_or_not() -> None:
    text = "“We won\nand they\nlost,” he said."
    assert scan(text).problems == scan(text, lines_are_paragraphs=False).problems == ()
    assert [problem.kind.value for problem in scan(text, lines_are_paragraphs=True).problems] == [
        "unclosed",
        "unopened",
    ]


def test_marks_between_spaces_are_detached() -> None:
    assert scan('She said , " We won . " He left . " No . "').are_detached
    assert not scan('She said, "We won." He left. " No."').are_detached


@given(st.lists(st.sampled_from(["“We won,” he said.", "It’s the boys’ own.", "He is 6’2” tall.", "‘Yes,’ she said."])))
def test_paragraphs_without_problems_are_read_one_by_one(paragraphs: list[str]) -> None:
    assert shown("\n\n".join(paragraphs)) == "\n\n".join(shown(paragraph) for paragraph in paragraphs)


@pytest.mark.parametrize(
    "unit",
    ["“", "'\" ", "'a ", "“a\n\n", "\n", "“a\n\nb’ ", "“a ‘b « ", "<a ", "‘a’s ", "''", "`a", "«", "”a “", "a\n“"],
)
def test_scanning_is_linear(unit: str) -> None:
    assert is_linear(scan, lambda size: Watched(unit * (size // len(unit))), 100)


def test_many_short_words_between_marks_are_each_a_quotation() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz" * 4
    for form in ('"{}"', "“{}”", "«{}»"):
        text = ", ".join(form.format(letter) for letter in letters) + "."
        found = scan(text)
        assert [text[stretch.inner_start : stretch.inner_end] for stretch in found.stretches] == list(letters)
        assert not found.problems


@given(st.text(alphabet="ab '’“”\"‘,.\n", max_size=30))
def test_words_are_only_taken_out_of_marks_that_are_at_one_of_their_ends(words: str) -> None:
    words = words.strip()
    found = scan(words)
    if not begins_or_ends_with_mark(words):
        assert not any(stretch.start == 0 and stretch.end == len(words) for stretch in found.stretches)
        assert not any(problem.end == len(words) for problem in found.problems)
        assert strip_outer_marks(words) == Bare(words, words)
    if not has_marks(words):
        assert not found.stretches
