"""The same number elsewhere in a source, of someone or something else: it supports nothing."""

from __future__ import annotations

import pytest

from newsfacts import ground
from newsfacts.finders.values import find_values
from newsfacts.grounding.common_numbers import is_common


def outcome(text: str, source: str, words: str) -> str:
    """What is found for the value of the text that begins with these words."""
    return next(str(item.outcome) for item in ground(text, source).items if item.words.startswith(words))


PORTS = (
    "The port of Torn handled 412,000 containers last year. The port of Esk was closed for repairs in spring. "
    "Esk is to reopen its northern quay in May. Freight rates rose across the region."
)
FIRE = "The fire destroyed 18 houses in Aldern. In Bruck, the wind turned in time. The mayor of Bruck thanked the fire brigades."
GIFT = "Tanya Ross gave $2.4 million to the hospital. Her brother Adrian is on the board of the theatre. It needs a new roof."
TRAM = (
    "A ticket for the old tram costs $12. The council discussed the museum on Tuesday. "
    "Director Olga Reiss presented the plans for a new wing. It is to open in the autumn."
)
VOTE = (
    "Senator Vik voted for the tax in 2011. Senator Holm, who entered parliament later, has not decided. "
    "The tax brings in money for roads."
)
ARREST = (
    "Anders Lie was arrested on 3 May. His lawyer, Berit Moen, spoke to reporters. Moen called the charges absurd. "
    "The trial is in August."
)
HIRING = "Tesla opened a plant in Brandis. Musk said the company will hire 400 people. The first cars are to leave it in May."


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Esk handled 412,000 containers last year.", PORTS, "412,000"),
        ("In Bruck, the fire destroyed 18 houses.", FIRE, "18"),
        ("Adrian Ross gave $2.4 million to the theatre.", GIFT, "$2.4"),
        ("Admission to the museum is to be $12.", TRAM, "$12"),
        ("Senator Holm voted for the tax in 2011.", VOTE, "2011"),
        ("Berit Moen was arrested on 3 May.", ARREST, "3 May"),
    ],
)
def test_a_number_of_another_name_or_thing_is_not_found(text: str, source: str, words: str) -> None:
    assert outcome(text, source, words) == "not found"


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("Last year 412,000 containers went through the port of Torn.", PORTS, "412,000"),
        ("In Aldern, eighteen houses burned down in the fire.", FIRE, "eighteen"),
        ("The hospital received $2.4 million from Tanya Ross.", GIFT, "$2.4"),
        ("To ride the old tram, passengers pay 12 dollars.", TRAM, "12"),
        ("Vik voted for the tax in 2011.", VOTE, "2011"),
        ("On 3 May, Lie was arrested.", ARREST, "3 May"),
    ],
)
def test_the_same_name_or_thing_in_other_words_is_supported(text: str, source: str, words: str) -> None:
    assert outcome(text, source, words) == "supported"


def test_a_name_of_the_sentence_before_may_be_meant_by_what_someone_says() -> None:
    assert outcome("Tesla will hire 400 people.", HIRING, "400") == "supported"


@pytest.mark.parametrize("title", ["President", "Senator", "Mayor", "Dr."])
def test_a_title_makes_no_other_name(title: str) -> None:
    source = f"{title} Karl Moe gave $214,000 to the fund. The fund was set up in May."
    assert outcome("Moe gave the fund $214,000.", source, "$214,000") == "supported"


# -- Parts of a whole --------------------------------------------------------------------------------------------------


def test_a_part_of_the_world_is_none_of_a_country() -> None:
    source = "Norland’s prison system has 25 percent of the world’s inmates, 40 percent of whom are young."
    assert outcome("A quarter of Norland’s inmates are young.", source, "A quarter") != "supported"
    assert outcome("A quarter of the world’s inmates are in Norland.", source, "A quarter") == "supported"


def test_the_country_may_be_the_one_that_the_source_names() -> None:
    source = (
        "Norland counted its farms in March. It found that 25 percent of Norland's farms keep cows. Few keep goats."
    )
    assert outcome("A quarter of the country's farms keep cows.", source, "A quarter") == "supported"


# -- Two numbers against each other ------------------------------------------------------------------------------------


POLLS = (
    "A poll in May showed Moe ahead of Dahl in Aldern, 46 percent to 39 percent. "
    "In January, another institute found Moe with a lead of 50 percent to 41 percent over Dahl. The election is in September."
)


def test_one_number_of_a_pair_is_not_taken_from_another_pair() -> None:
    found = ground("In Aldern, a poll showed Moe ahead of Dahl in May with 46 percent to 41 percent.", POLLS)
    assert [str(item.outcome) for item in found.items if "percent" in item.words] == ["supported", "contradicted"]


def test_a_pair_may_be_given_in_two_sentences() -> None:
    source = (
        "Clara Voss has 46 percent in the survey. Her opponent, Tim Rode, has 41 percent. Nine percent are undecided."
    )
    found = ground("Voss leads Rode 46 percent to 41 percent in the survey.", source)
    assert [str(item.outcome) for item in found.items] == ["supported", "supported"]


def test_each_pair_of_a_source_supports_itself() -> None:
    for pair in ("46 percent to 39 percent in May", "50 percent to 41 percent in January"):
        found = ground(f"Moe was ahead of Dahl by {pair}, a poll showed.", POLLS)
        assert [str(item.outcome) for item in found.items if "percent" in item.words] == ["supported", "supported"]


# -- Bounds ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bound", ["less than", "more than"])
def test_a_length_of_time_is_not_less_or_more_than_itself(bound: str) -> None:
    source = "Pilots fly 70 hours a month on average. Cabin crews work longer, the union said. A strike is possible."
    assert outcome(f"Pilots fly {bound} 70 hours a month on average.", source, bound) == "contradicted"


def test_at_least_a_length_of_time_follows_from_it() -> None:
    source = "Pilots fly 70 hours a month on average. Cabin crews work longer, the union said. A strike is possible."
    assert outcome("Pilots fly at least 70 hours a month on average.", source, "at least") == "supported"


# -- Which numbers are common ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("three boats", True), ("20 boats", True), ("21 boats", False), ("412 boats", False),
        ("$15", True), ("$99", True), ("$100", False), ("$73 million", False),
        ("25 percent", True), ("24 percent", False), ("a quarter", True),
    ],
)  # fmt: skip
def test_which_numbers_are_found_anywhere(phrase: str, expected: bool) -> None:
    (value,) = find_values(f"It was {phrase}.")
    assert is_common(value) is expected
