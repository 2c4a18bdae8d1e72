"""Quotations in running text."""

from __future__ import annotations

from newsfacts import Level, find_quotes


def test_a_quotation_is_found_with_its_marks() -> None:
    text = "“We are done here for today,” she said."
    (found,) = find_quotes(text)
    assert found.words == "“We are done here for today,”"
    assert found.quoted == "We are done here for today,"
    assert found.level is Level.SURE


def test_the_marks_of_tex_are_quotation_marks() -> None:
    text = "``We are done,'' she said. ''We are not,'' he said."
    assert [found.quoted for found in find_quotes(text)] == ["We are done,", "We are not,"]


def test_code_in_markdown_has_no_quotations() -> None:
    assert find_quotes('Run `print("hello")` first.', markup="markdown") == ()
