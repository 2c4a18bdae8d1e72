"""Where the count of a sentence begins and ends, and what it says."""

from __future__ import annotations

import pytest

from newsfacts import FoundQuantity, find_quantities, find_values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose from 11.2 to 13.5 percent.", [("11.2", "11.2%"), ("13.5 percent", "13.5%")]),
        ("It grew from 3 to 5 million.", [("3", "3e6"), ("5 million", "5e6")]),
        ("It fell from 500 to 2 million.", [("500", "500"), ("2 million", "2e6")]),
        ("It ranges from 5 to 10 percent.", [("5 to 10 percent", "5..10%")]),
        ("Three of the seven judges resigned.", [("Three", "3"), ("seven judges", "7 judges")]),
        ("It has 27 ships, nine of them new.", [("27 ships", "27 ships"), ("nine", "9")]),
        ("They chose between two very different candidates.", [("two very different candidates", "2 very different candidates")]),
        ("One in six pupils misses school.", [("One in six pupils", "share 1/6 pupils")]),
        ("She won six of the past seven games.", [("six", "6"), ("seven games", "7 games")]),
        ("Sales went past 500 boats.", [("past 500 boats", ">500 boats")]),
        ("It was a long streak, but one that’s over.", []),
        ("Nine barns were damaged and four destroyed.", [("Nine barns", "9 barns"), ("four", "4")]),
    ],
)  # fmt: skip
def test_a_count_is_neither_too_long_nor_too_short(text: str, expected: list[tuple[str, str]]) -> None:
    found = [one for one in find_quantities(text) if one.level.value != "guess"]
    assert [(one.words, str(one.value)) for one in found] == expected


def test_hours_that_are_counted_are_no_time() -> None:
    (found,) = find_values("The pilot had logged 6,000 flight hours.")
    assert isinstance(found, FoundQuantity)
    assert found.words == "6,000 flight hours"
