"""Spans and the words they hold: traps, laws, and which of two rules speaks of a defect."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.searching import examples

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, check
from newsfacts.checking.fixes import apply_edits
from newsfacts.documents import parse
from newsfacts.findings import Applicability, Finding
from newsfacts.rules.anchoring._wording import sentence_break
from newsfacts.rules.edges import is_cut
from newsfacts.text.english import ends_in_abbreviation

ANCHORING = Plan.of(Configuration(select=("A",)))


def found(text: str, format: str = "facts") -> list[Finding]:
    return list(check(parse(text, format=format).document, ANCHORING).findings)


def codes(text: str, format: str = "facts") -> list[str]:
    return [finding.code for finding in found(text, format)]


def standoff(text: str, *annotations: tuple[int, int, str], **head: Any) -> str:
    entries = [{"kind": "aside", "spans": [[start, end]], "words": words} for start, end, words in annotations]
    return json.dumps({"newsfacts": 1, **head, "text": text, "annotations": entries}, ensure_ascii=False)


# -- Words that are cut ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cut",
    [
        "to answe|r", "R|epublican", "n|ot", "BREA|KING", "MP|s", "1|2 people", "12|,345", "12,|345", "3|.5", "3.|5",
        "пре|зидент", "straß|e", "naï|ve",
    ],
)  # fmt: skip
def test_cuts_inside_words_and_numbers(cut: str) -> None:
    before, after = cut.split("|")
    assert is_cut(before + after, len(before))


@pytest.mark.parametrize(
    "cut",
    [
        "PM|Chris Christie", "yesterday|The mayor", "Mc|Donald", "Putin|’s", "don|'t", "ex-|president", "ex|-president", "5|kg",
        "Covid|19", "#|Brexit", "in 2019|, 200", "1,2|,3", "1|,2345", "end.|5 p.m.", "No|.5", "习近平|会见", "푸틴|은", "ב|ירושלים",
        "ประเทศ|ไทย", "said|. It",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_cut(cut: str) -> None:
    before, after = cut.split("|")
    assert not is_cut(before + after, len(before))


def test_one_cut_is_one_finding_at_the_innermost_span() -> None:
    (finding,) = found("[[He said [no]{.claim}, [the mayo]{.source}]{.attribution}]{.claim}r.")
    assert (finding.code, finding.words) == ("A05", "the mayo")
    assert finding.message == "this source ends inside the word “mayor”, after “mayo”"


def test_a_word_is_not_mended_across_other_markup() -> None:
    (finding,) = found("[[the mayo]{.source}]{.claim}r left.")
    assert finding.fix is None


# -- White space -------------------------------------------------------------------------------------------------------


def test_nested_spans_are_mended_from_within() -> None:
    text = "[[he said ]{.cue}]{.attribution}no"
    outcomes = []
    for _ in range(3):
        findings = [finding for finding in found(text) if finding.fix is not None and finding.code == "A07"]
        if not findings:
            break
        fix = findings[0].fix
        assert fix is not None
        text = apply_edits(text, fix.edits)
        outcomes.append(text)
    assert outcomes == ["[[he said]{.cue} ]{.attribution}no", "[[he said]{.cue}]{.attribution} no"]


def test_a_comment_moves_with_the_span_that_it_speaks_of() -> None:
    (finding,) = found("He [said ]{.cue}{% our guideline %}no.")
    assert finding.fix is not None
    text = apply_edits("He [said ]{.cue}{% our guideline %}no.", finding.fix.edits)
    assert text == "He [said]{.cue}{% our guideline %} no."


def test_a_line_end_is_not_moved_over() -> None:
    # Two line ends that meet would end the paragraph, and with it the span around.
    (finding,) = found("[He [said\n]{.cue}\nno]{.attribution}.")
    assert (finding.code, finding.fix) == ("A07", None)


pieces = st.lists(
    st.sampled_from(["[", "]{.cue}", "]{.claim lang=en}", "{% why %}", " ", "\u00a0", "\n", "a", "é", ",", "\\["]),
    max_size=14,
)


@examples(4)
@given(pieces.map("".join))
def test_no_fix_touches_the_text(text: str) -> None:
    before = parse(text).document
    for finding in check(before, ANCHORING).findings:
        if finding.fix is not None:
            after = parse(apply_edits(text, finding.fix.edits)).document
            assert after.text == before.text
            assert len(after.annotations) == len(before.annotations)
            assert len(after.problems) <= len(before.problems)
            if finding.fix.applicability is Applicability.SAFE:
                assert [a.KIND for a in after.annotations] == [a.KIND for a in before.annotations]


# -- Stored words ------------------------------------------------------------------------------------------------------

words = st.lists(st.text(st.sampled_from("aé\U0001f600\u4e16b"), min_size=1, max_size=6), min_size=1, max_size=8)


@given(words, st.sampled_from(["utf-8", "utf-16-le"]))
@example(["\U0001f600", "\U0001f600", "a", "aa", "a"], "utf-16-le")  # the first "a" fits by chance where it is
def test_offsets_in_another_unit_are_one_finding_and_one_fix(parts: list[str], encoding: str) -> None:
    text = " ".join(parts)
    width = 1 if encoding == "utf-8" else 2
    entries = []
    start = 0
    for part in parts:
        end = start + len(part)
        unit_start, unit_end = (len(text[:offset].encode(encoding)) // width for offset in (start, end))
        if unit_end <= len(text):
            entries.append((unit_start, unit_end, part))
        start = end + 1
    source = standoff(text, *entries)
    shifted = any(text[start:end] != part for start, end, part in entries)
    findings = found(source, "json")
    assert [finding.code for finding in findings if finding.code in ("A03", "A04", "A11")] == ["A04"] * shifted
    if shifted:
        fix = next(finding.fix for finding in findings if finding.code == "A04")
        assert fix is not None
        mended = parse(apply_edits(source, fix.edits), format="json").document
        assert [annotation.text for annotation in mended.annotations] == [part for *_, part in entries]


def test_windows_line_ends_counted_as_one_character() -> None:
    (finding,) = found(standoff("One.\r\nTwo.\r\nMary left.", (5, 8, "Two"), (10, 14, "Mary")), "json")
    assert finding.message == "the offsets count each CR LF as one character: 2 of 2 spans miss their words"


def test_words_put_in_before_shift_what_comes_after() -> None:
    # "today" was put in after "Mary".
    source = standoff("Mary today left the room.", (0, 4, "Mary"), (5, 9, "left"), (10, 18, "the room"))
    (finding,) = found(source, "json")
    assert finding.message == "the offsets are 6 too low from here on: 2 of 3 spans miss their words"
    assert finding.words == '"left"'


def test_two_causes_are_no_shift() -> None:
    source = standoff("\U0001f600 Mary left the room.", (3, 7, "Mary"), (2, 6, "left"))
    assert codes(source, "json") == ["A03", "A03"]


def test_print_alone_is_the_milder_finding() -> None:
    assert codes(standoff("It isn’t so.", (3, 8, "isn't")), "json") == ["A11"]
    assert codes(standoff("It isn’t so.", (3, 8, "wasn’t")), "json") == ["A03"]
    assert codes(standoff("It is not permitted.", (3, 19, "is permitted")), "json") == ["A03"]


# -- Sentences ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["the U.S.", "9 p.m.", "Acme Inc.", "Gov.", "George W.", "on Nov."])
def test_points_of_abbreviations(words: str) -> None:
    assert ends_in_abbreviation(words)


@pytest.mark.parametrize("words", ["taxes will rise.", "she resigned.", "in 2019."])
def test_points_of_sentences(words: str) -> None:
    assert not ends_in_abbreviation(words)


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("said it. She left", "She left"),
        ("“Why?” She left", "She left"),
        ("told Gov. Smith of the U.S. Senate", None),
        ("said ... nothing", None),
        ("No. 5 was free", None),
    ],
)
def test_where_a_second_sentence_begins(words: str, rest: str | None) -> None:
    start = sentence_break(words)
    assert (words[start:] if start is not None else None) == rest
