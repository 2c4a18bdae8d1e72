"""Quotation marks as newspapers set them. In the cases below ⟨ and ⟩ show where quotations begin and end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts.text.quotation_marks import MarkProblem, MarkProblemKind, QuoteKind, infer_form, scan


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
@settings(max_examples=200)
def test_stretches_nest_and_lie_in_the_text(text: str) -> None:
    found = scan(text)
    for stretch in found.stretches:
        assert 0 <= stretch.start < stretch.end <= len(text)
        assert text[stretch.start] == stretch.opening
        if stretch.closing is not None:
            assert text[stretch.end - 1] == stretch.closing
    for first in found.stretches:
        for second in found.stretches:
            crossing = first.start < second.start < first.end < second.end
            assert not crossing
    infer_form(text)


@given(st.lists(st.sampled_from(["win", "we", "don’t", "no", "the students’ books"]), min_size=1, max_size=6))
def test_whole_quotations_are_direct(parts: list[str]) -> None:
    words = " ".join(parts)
    for opening, closing in ("“”", '""', "«»", "„“", "»«"):
        assert infer_form(f"{opening}{words}{closing}") is QuoteKind.DIRECT
        assert infer_form(f"said {opening}{words}{closing}") is QuoteKind.MIXED
    assert infer_form(words) is QuoteKind.INDIRECT


@pytest.mark.parametrize(
    "text", ["“" * 200_000, "'a " * 100_000, "“a\n\n" * 50_000, "\n" * 300_000, "“a\n\nb’ " * 40_000]
)
def test_scanning_is_linear(text: str) -> None:
    started = time.process_time()
    scan(text)
    assert time.process_time() - started < 3
