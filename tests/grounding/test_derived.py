"""A text that was written from one source: each of its numbers and dates is compared with the one that it was made from."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts import GroundItem, SourceDocument, ground
from newsfacts.finders.values import find_values
from newsfacts.grounding.further import further_values

DAY = dt.date(2024, 5, 15)

SOURCE = """The council of Aldersund voted 7-2 on Tuesday to close the old fish market, the third closure in the harbour since 2019.

The market, which Mayor Greta Lind opened on 14 March 1998, lost nearly 3.2 million kroner last year. Its rent doubled in 2022.

Of the 48 stalls, 31 are empty. Stallholder Per Holm, 62, said he pays 4,100 kroner a month. "We were promised ten years here," Holm said.

In a survey by the harbour authority, Lind's party has 46 percent support, the Coast List 29 and the Greens 11.

A museum will be built there in 18 months, from September on. It costs at least 90 million kroner, and the state pays two-thirds of it.
"""


def found(text: str) -> dict[str, GroundItem]:
    document = SourceDocument(text=SOURCE, path="aldersund.txt", published=DAY)
    return {item.words: item for item in ground(text, document, published=DAY).items}


TEXT = (
    "Aldersund is going to shut its old fish market, the council decided on {day} by a {vote} vote. It is the {nth} closure in "
    "the harbour since {since}. Mayor Greta Lind had opened the market in {opened}. Last year it lost {loss} kroner. The rent "
    "{rose} in 2022. Of {stalls} stalls, {empty} are empty. Per Holm, {age}, pays {rent}. A survey gives Lind's party "
    "{party} percent and the Coast List {list}. The museum will take {months} to build and cost {cost} kroner, of which the state "
    "pays {part}."
)
RIGHT = {
    "day": "Tuesday", "vote": "7-2", "nth": "third", "since": "2019", "opened": "March 1998", "loss": "almost 3.2 million",
    "rose": "doubled", "stalls": "48", "empty": "31", "age": "62", "rent": "4,100 kroner a month", "party": "46", "list": "29",
    "months": "18 months", "cost": "at least 90 million", "part": "two thirds",
}  # fmt: skip


def outcome_of(**changed: str) -> str:
    """The outcome of the item that has the words that were changed."""
    (words,) = changed.values()
    items = found(TEXT.format(**{**RIGHT, **changed}))
    return next((str(item.outcome) for key, item in items.items() if words in key or key in words), "left out")


def test_a_rewrite_that_is_right_has_no_findings() -> None:
    items = found(TEXT.format(**RIGHT))
    assert [str(item) for item in items.values() if str(item.outcome) != "supported"] == []
    assert len(items) >= 14


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({"day": "Wednesday"}, "contradicted"),
        ({"vote": "6-3"}, "contradicted"),
        ({"nth": "fourth"}, "contradicted"),
        ({"opened": "March 1989"}, "contradicted"),
        ({"loss": "almost 2.3 million"}, "contradicted"),
        ({"loss": "almost 3.2 billion"}, "contradicted"),
        ({"rose": "tripled"}, "contradicted"),
        ({"stalls": "84"}, "contradicted"),
        ({"empty": "13"}, "contradicted"),
        ({"age": "67"}, "contradicted"),
        ({"rent": "4,100 kroner a week"}, "unlike"),
        ({"party": "64"}, "contradicted"),
        ({"cost": "at most 90 million"}, "says more"),
        ({"cost": "90 million"}, "says more"),
        ({"part": "three fifths"}, "contradicted"),
    ],
)  # fmt: skip
def test_a_planted_error_is_reported_and_not_only_not_found(changed: dict[str, str], outcome: str) -> None:
    assert outcome_of(**changed) == outcome


def test_the_numbers_of_two_names_exchanged_are_not_supported() -> None:
    items = found(TEXT.format(**{**RIGHT, "party": "29", "list": "46"}))
    assert [str(item.outcome) for words, item in items.items() if words.startswith(("29", "46"))].count(
        "supported"
    ) == 0


def test_a_report_of_another_event_is_not_contradicted() -> None:
    text = (
        "The council of Bergvik decided on Friday to sell its ferry. It carried 52,000 passengers last year and lost 1.4 million "
        "kroner. Mayor Olav Dahl, 58, called it a hard choice. The crew of 14 will be offered other work in August."
    )
    outcomes = {words: str(item.outcome) for words, item in found(text).items()}
    assert outcomes.pop("last year") == "supported"
    assert set(outcomes.values()) == {"not found"}


def test_what_is_not_found_comes_with_what_is_nearest() -> None:
    item = found("Of the stalls in the harbour hall of Bergvik, 17 stand empty.")["17"]
    assert str(item.outcome) == "not found"
    assert item.help is not None
    assert "The nearest in the sources is “31”" in item.help


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is the third closure in a row.", ["third closure"]),
        ("The rate is twice the average, and prices doubled.", ["twice", "doubled"]),
        ("The court ruled 5-4 on Monday.", ["5-4", "Monday"]),
        ("Three of the seven judges agreed.", ["Three", "seven judges"]),
        ("Holm has 40 percent, Lind 16 and Dahl 15.", ["40 percent", "16", "15"]),
        ("Apollo 13 came back.", []),
        ("The first lady spoke.", []),
        ("They won 3-2.", []),
    ],
)
def test_ordinals_factors_votes_and_lists_are_found_for_grounding(text: str, words: list[str]) -> None:
    assert [value.words for value in further_values(text, find_values(text))] == words


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Lind has 46 percent, Dahl 40.", "In the poll Lind beats Dahl by 46 to 40 percent.", "46 percent"),
        ("The index fell 24 points.", "The index fell 24 points, or 0.1 percent.", "24 points"),
        ("Anna Weiss, 26, owes money to the bank.", "Anna Weiss, a 26-year-old nurse, owes money to the bank.", "26"),
        ("The office found 328 more letters.", "The office found an additional 328 letters.", "328 more letters"),
    ],
)
def test_a_unit_that_is_left_out_is_that_of_the_other_number(text: str, source: str, words: str) -> None:
    outcomes = {item.words: str(item.outcome) for item in ground(text, source).items}
    assert outcomes[words] == "supported"
