"""Idioms and names with a number word in them: they state no number, and what is next to them is still read."""

from __future__ import annotations

import pytest

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.quantities.reading.phrase import parse_quantity


def refusal(phrase: str) -> UnreadableValue:
    with pytest.raises(UnreadableValue) as refused:
        parse_quantity(phrase)
    return refused.value


@pytest.mark.parametrize(
    "phrase",
    [
        "at one time a bakery", "voted once again", "a once-in-a-decade drought", "first of all the roads", "at first",
        "a second-rate hotel", "third-party software", "the former first lady", "second thoughts", "zero tolerance for fraud",
        "pleaded the Fifth", "the eleventh hour", "back to square one", "first responders", "half-hearted applause",
    ],
)  # fmt: skip
def test_an_idiom_states_no_number(phrase: str) -> None:
    refused = refusal(phrase)
    assert refused.kind is UnreadableKind.DIFFERENT
    assert "idiom or a name" in refused.reason


@pytest.mark.parametrize(
    "phrase",
    ["Seventh Avenue", "the Fourth Amendment", "the Sixth Circuit", "the 101st Airborne", "the Fifth Republic", "Twenty-first Amendment"],
)  # fmt: skip
def test_a_name_with_an_ordinal_in_it_is_not_a_rank(phrase: str) -> None:
    assert "part of a name" in refusal(phrase).reason


@pytest.mark.parametrize(
    "phrase",
    [
        "2150 Mulberry Avenue", "called 911", "a 911 dispatcher", "the 101 freeway", "on 60 Minutes", "17, 2019 ruling",
        "kindergarten through 8", "Charlie's Eleven",
    ],
)  # fmt: skip
def test_addresses_roads_calls_and_cut_dates_are_not_counts(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize("phrase", ["was not the third", "isn't the first", "anything but three"])
def test_what_a_number_is_not_is_refused(phrase: str) -> None:
    assert refusal(phrase).reason == "it says what the number is not"


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("at one point 40 boats", "40 boats"),
        ("the first lady hosted 60 guests", "60 guests"),
        ("one point", "1 point"),
        ("the first avenue of attack", "1st avenue"),
        ("whether or not the first vote counts", "1st vote counts"),
        ("the plan - one of three", "refused"),
        ("a committee - one that never met", "1"),
        ("the coldest day - 5 towns froze", "5 towns"),
        ("a low of - 5 degrees", "-5 degrees"),
        ("six B-52s", "6 B-52s"),
        ("$40 per child per week", 'USD 40 per "child per week"'),
        ("no one left early", "0"),
        ("911 people", "911 people"),
    ],
)
def test_what_is_next_to_them_is_read_as_before(phrase: str, canonical: str) -> None:
    try:
        found = str(parse_quantity(phrase))
    except UnreadableValue:
        found = "refused"
    assert found == canonical


@pytest.mark.parametrize("phrase", ["first described the find", "who first won in 1962", "was first sworn in"])
def test_first_before_a_verb_says_when(phrase: str) -> None:
    assert "says when" in refusal(phrase).reason


def test_first_before_a_noun_is_an_ordinal() -> None:
    assert str(parse_quantity("the first described species")) == "1st described species"


@pytest.mark.parametrize("phrase", ["of every six pupils", "million tickets", "2018, Weiss moved", "UTC+5"])
def test_numbers_that_need_the_words_cut_off_before_them_are_refused(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize(
    "phrase",
    ["Two Harbor Plaza", "the Boston Nine", "U.S. 40", "hole 14", "in game 3", "macOS 12", "60 plus two", "Three Mile Island"],
)  # fmt: skip
def test_names_of_places_groups_and_versions_are_refused(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("minus-30 degrees", "-30 degrees"),
        ("cut rates by half a point", "fell 0.5 point"),
        ("Seven Senators", "7 Senators"),
        ("Two Londoners", "2 Londoners"),
        ("the game 7 fans saw", "7 fans"),
        ("in the U.S. 14 million people", "14e6 people"),
        ("60-plus people", ">=60 people"),
    ],
)
def test_numbers_next_to_capitals_and_labels_are_read(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize(
    "phrase",
    ["a memorable one for the town", "a bad one", "just before 10", "shortly after 7 on Friday", "trillion a year"],
)
def test_pronouns_hours_and_cut_magnitudes_are_no_counts(phrase: str) -> None:
    refusal(phrase)


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [("just after 7 witnesses spoke", "7 witnesses"), ("hundred and twelve", "112"), ("million-dollar homes", "USD 1e6"), ("a record one million", "1e6")],
)  # fmt: skip
def test_counts_that_look_like_them_are_read(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize(
    "phrase",
    [
        "Vol. 3",
        "pp. 12-14",
        "Nos. 4 and 5",
        "pages 3, 4 and 9",
        "Fig. 4",
        "a 3-D printer",
        "macOS 12.4",
        "one-and-done",
    ],
)
def test_labels_with_a_full_stop_and_versions_are_refused(phrase: str) -> None:
    refusal(phrase)


def test_sub_with_a_hyphen_is_a_bound() -> None:
    assert str(parse_quantity("a sub-$200 laptop")) == "<USD 200"
    assert str(parse_quantity("a sub-3 percent rate")) == "<3%"
