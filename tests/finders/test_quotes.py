"""Quotations in running text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Level, find_quotes
from newsfacts.text.markdown_spans import Markup


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


def test_a_block_quotation_of_markdown_is_a_quotation() -> None:
    text = "He wrote:\n\n> We are **done**.\n> Good night.\n\nThat was all."
    (found,) = find_quotes(text, markup="markdown")
    assert found.is_block
    assert found.quoted == "We are done.\nGood night."
    assert [part.slice(text) for part in found.parts] == ["We are **done**.", "Good night."]


def test_a_quotation_over_paragraphs_has_its_parts() -> None:
    text = "“We are done here.\n\n“We will not come again,” she said."
    (found,) = find_quotes(text)
    assert found.quoted == "We are done here.\nWe will not come again,"


def test_few_words_between_marks_may_be_a_title_and_an_open_mark_is_a_guess() -> None:
    assert [found.level for found in find_quotes("the “Clean Air” plan")] == [Level.LIKELY]
    assert [found.level for found in find_quotes("He said: “We are done here and now.")] == [Level.GUESS]


@given(st.text(alphabet="ab .,“”\"'‘’`>*\n", max_size=40), st.sampled_from(["text", "markdown"]))
def test_the_parts_of_a_quotation_are_in_it(text: str, markup: Markup) -> None:
    for found in find_quotes(text, markup=markup):
        assert found.words == found.span.slice(text)
        assert found.span.contains(found.inner)
        assert all(found.inner.contains(part) for part in found.parts)


def test_an_apostrophe_before_a_noun_closes_no_quotation() -> None:
    assert [found.words for found in find_quotes("She wrote ‘The Sailors’ Wives’ in 1912.")] == ["‘The Sailors’ Wives’"]
    assert [found.words for found in find_quotes("‘We met the boys’ and girls’ teams,’ she said.")] == [
        "‘We met the boys’ and girls’ teams,’"
    ]


def test_corner_brackets_are_quotation_marks() -> None:
    text = "「彼は『はい』と言った」と彼女は言った。"
    assert [(found.words, found.depth) for found in find_quotes(text)] == [
        ("「彼は『はい』と言った」", 1),
        ("『はい』", 2),
    ]
