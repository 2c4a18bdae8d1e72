"""Texts with the line ends of any system say the same."""

from __future__ import annotations

import pytest

from newsfacts import check, find_quotes, find_values, ground, loads

REPORT = (
    "A fire at the mill injured 14\nworkers on Sunday night, the\nfire service said.\n\n"
    "“It was dark\nin the hall,” Anna Weiss said.\n“We saw\nnothing.\n\n“We ran,” she added.\n"
)
ANSWER = "The fire injured 14 workers. “It was dark in the hall,” Anna Weiss said. “We saw nothing. We ran,” she added."


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("markup", ["text", "markdown"])
def test_a_source_with_lines_from_windows_or_an_old_mac_has_the_same_paragraphs(end: str, markup: str) -> None:
    usual = ground(ANSWER, REPORT, markup=markup)  # type: ignore[arg-type]  # one of the two
    other = ground(ANSWER, REPORT.replace("\n", end), markup=markup)  # type: ignore[arg-type]  # one of the two
    assert [str(item) for item in other.items] == [str(item) for item in usual.items]
    assert usual.ok
    assert len(usual.items) == 3


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_what_is_found_in_a_text_does_not_depend_on_its_line_ends(end: str) -> None:
    other = REPORT.replace("\n", end)
    assert [found.words.replace(end, "\n") for found in find_quotes(other)] == [q.words for q in find_quotes(REPORT)]
    assert [found.words.replace(end, "\n") for found in find_values(other)] == ["14\nworkers", "Sunday night"]


def test_two_lines_of_a_paragraph_are_not_two_paragraphs_of_a_quotation() -> None:
    text = "[“We will win.”]{.quote #q}\n[“And then we rest.”]{cont=q}\n"
    for end in ("\n", "\r\n"):
        codes = [finding.code for finding in check(loads(text.replace("\n", end))).findings]
        assert "Q10" not in codes
    apart = text.replace("\n", "\r\n\r\n")
    assert "Q10" in [finding.code for finding in check(loads(apart)).findings]


def test_a_merge_conflict_in_a_file_from_windows_is_reported() -> None:
    text = "The mayor said\n<<<<<<< ours\nno.\n=======\nyes.\n>>>>>>> theirs\n"
    for end in ("\n", "\r\n"):
        assert "P08" in [finding.code for finding in check(loads(text.replace("\n", end))).findings]
