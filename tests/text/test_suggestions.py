"""“Did you mean ...?” finds the name that was meant, also among thousands, in few steps."""

from __future__ import annotations

import pytest
from tests.counting import steps

from newsfacts.text.suggestions import MAX_NAME, Names, nearest, suggestion, with_article


def test_the_nearest_name_is_suggested() -> None:
    assert suggestion("puttin", ["xi", "putin"]) == " (did you mean 'putin'?)"
    assert suggestion("nobody", ["xi", "putin"]) == ""


@pytest.mark.parametrize("unknown", ["meeting-0421x", "meting-0421", "xmeeting-0421"])
def test_one_mistake_among_thousands_of_names_is_found(unknown: str) -> None:
    known = [f"meeting-{number:04}" for number in range(5_000)]
    assert nearest(unknown, known) == "meeting-0421"


def test_a_question_takes_as_long_among_thousands_of_names_as_among_a_hundred() -> None:
    few, many = (Names(f"name{number}" for number in range(size)) for size in (100, 10_000))
    for names in (few, many):
        names.nearest("nmae7")  # the orders are made at the first question
    assert steps(lambda: many.nearest("nmae71")) <= 1.5 * steps(lambda: few.nearest("nmae71"))


def test_names_as_long_as_a_page_are_not_compared() -> None:
    assert nearest("a" * (MAX_NAME + 1), ["a" * MAX_NAME]) is None
    assert nearest("a" * MAX_NAME, ["a" * (MAX_NAME + 1)]) is None


def test_articles() -> None:
    assert (with_article("claim"), with_article("attribution")) == ("a claim", "an attribution")
