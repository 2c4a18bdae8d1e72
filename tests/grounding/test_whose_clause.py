"""A number or a year of another clause, name or direction is not the one that a text means."""

from __future__ import annotations

import pytest

from newsfacts.grounding import GroundOutcome, ground


def outcome_of(text: str, source: str) -> GroundOutcome:
    return ground(text, [source]).items[0].outcome


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Smith scored 14 points.", "The captain scored 14 points and Smith scored 11."),
        ("Smith scored 14 points.", "He scored 14 points, and Smith scored 11 points."),
        ("Unemployment rose to 4.1 percent.", "Unemployment fell to 4.1 percent."),
        (
            "Unemployment rose to 4.1 percent in March.",
            "Unemployment fell to 4.1 percent in March from 4.3 percent in May.",
        ),
        ("The mine closed in 1989.", "The mine opened in 1989 and closed in 1998."),
        ("The club fired 12 people.", "The club hired 12 people."),
    ],
)
def test_it_is_not_supported(text: str, source: str) -> None:
    assert outcome_of(text, source) is not GroundOutcome.SUPPORTED


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Smith scored 11 points.", "The captain scored 14 points and Smith scored 11."),
        ("Smith scored 14 points.", "Smith scored 14 points, and 11 in Leeds a week later."),
        ("The party won 12 seats.", "It was a victory for the party, by 12 seats."),
        ("The mine closed in 1998.", "The closure of the mine came in 1998."),
        ("Unemployment rose to 4.1 percent.", "Unemployment climbed to 4.1 percent."),
    ],
)
def test_what_is_meant_is_supported(text: str, source: str) -> None:
    assert outcome_of(text, source) is GroundOutcome.SUPPORTED
