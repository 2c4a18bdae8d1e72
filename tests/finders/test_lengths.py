"""Where a length of time has a hedge, and where the word before it is something else."""

from __future__ import annotations

import pytest

from newsfacts import find_times


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The deal is worth $1.5bn over five years.", "five years"),
        ("The talks went on over two days.", "two days"),
        ("It took over five years to build.", "over five years"),
        ("They waited for over two hours.", "over two hours"),
        ("Over three years passed.", "Over three years"),
        ("He faces up to five years in prison.", "up to five years"),
        ("A guard got as many as ten years.", "as many as ten years"),
        ("It took as much as three hours.", "as much as three hours"),
        ("The ban lasts as long as six months.", "as long as six months"),
        ("The law sets a maximum of two years.", "a maximum of two years"),
        ("The climb takes upwards of six hours.", "upwards of six hours"),
        ("It was not more than two weeks.", "not more than two weeks"),
        ("It lasted close to two hours.", "close to two hours"),
        # "Up to" may belong to the verb before it.
        ("In all, it adds up to three days of rain.", "three days"),
        ("The run-up to two weeks of talks was calm.", "two weeks"),
        ("The poll was taken from 11 to 13 March.", "11 to 13 March"),
        ("Between March 11 and 12 people came.", "March 11"),
        ("It ran from March 11 to 13, the office said.", "March 11 to 13"),
    ],
)
def test_where_a_length_or_a_period_begins(text: str, words: str) -> None:
    assert [found.words for found in find_times(text)] == [words]
