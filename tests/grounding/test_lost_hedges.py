"""A number or a length of time without the hedge or the bound that the source has: the text says more than its source."""

from __future__ import annotations

import pytest

from newsfacts import GroundOutcome, find_values, ground
from newsfacts.grounding.lost_hedges import support_of_distance

SOURCE = """The harbour of Aldersund was closed after the storm on Monday. Roughly 3,500 volunteers cleared the beaches with the fire service.

Lind's party won about 40 percent of the votes on the islands, a record, the electoral office said on Friday. The Coast List has 12 seats.

More than two dozen boats sank in the harbour, and at least six crews were rescued by helicopter. The storm lasted nearly nine hours.

The captain of the ferry faces up to five years in prison. More than 40 minutes later the first rescuers came.

The insurer put the damage at close to 90 million kroner. As many as 250 people spent the night in the sports hall of the school.
"""


def outcome(text: str, words: str) -> GroundOutcome:
    (item,) = [item for item in ground(text, SOURCE).items if words in item.words]
    return item.outcome


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # The sentence of the source in its own words.
        ("Lind's party won 40 percent of the votes on the islands, a record.", "40 percent"),
        ("Two dozen boats sank in the harbour, and at least six crews were rescued by helicopter.", "Two dozen"),
        ("More than two dozen boats sank in the harbour, and six crews were rescued by helicopter.", "six crews"),
        ("The captain of the ferry faces five years in prison.", "five years"),
        ("40 minutes later the first rescuers came.", "40 minutes later"),
        # In other words.
        ("The fire service and 3,500 volunteers have cleared Aldersund's beaches.", "3,500"),
        (
            "On the islands, 40 percent of the votes were for the party of Lind, the electoral office says.",
            "40 percent",
        ),
        ("Six crews had to be rescued by a helicopter from the harbour.", "Six crews"),
        ("Damage of 90 million kroner is what the insurer expects.", "90 million"),
        ("The sports hall of the school was where 250 people spent the night.", "250 people"),
        ("For nine hours, the storm lasted and lasted.", "nine hours"),
    ],
)
def test_a_hedge_or_bound_that_is_lost_is_reported(text: str, words: str) -> None:
    assert outcome(text, words) is GroundOutcome.SAYS_MORE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nearly 40 percent of the students of Holm work on weekends.", "40 percent"),
        ("The Coast List has been in office for five years.", "five years"),
        ("The school has 250 desks.", "250"),
    ],
)
def test_the_same_number_of_something_else_says_nothing(text: str, words: str) -> None:
    assert outcome(text, words) is GroundOutcome.NOT_FOUND


def test_a_bound_that_both_have_is_supported() -> None:
    assert (
        outcome("The captain of the ferry faces up to five years in prison.", "five years") is GroundOutcome.SUPPORTED
    )
    assert outcome("More than 40 minutes later the first rescuers came.", "40 minutes") is GroundOutcome.SUPPORTED


@pytest.mark.parametrize(
    ("said", "known", "expected"),
    [
        ("two weeks later", "about two weeks later", "says more"),
        ("about two weeks later", "two weeks later", "supported"),
        ("two weeks later", "more than three weeks later", None),  # counted from something else, perhaps
        ("the next day", "a day later", None),
    ],
)
def test_distances_from_a_time_that_both_name(said: str, known: str, expected: str | None) -> None:
    (one,), (other,) = find_values(f"It was {said}."), find_values(f"It was {known}.")
    found = support_of_distance(one, other)  # type: ignore[arg-type]  # both are times
    assert (None if found is None else str(found.outcome)) == expected
