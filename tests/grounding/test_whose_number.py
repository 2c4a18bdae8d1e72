"""Whose number it is: lists with "respectively", names next to their numbers, and numbers that changed places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import ground
from newsfacts.finders.content_words import content_words
from newsfacts.finders.values import find_values
from newsfacts.grounding.further import further_values
from newsfacts.grounding.respective import respective_owners


def owners(sentence: str) -> dict[str, str]:
    """The words of each value of a list, and the name that the sentence gives it to."""
    words = content_words(sentence)
    names = [word.is_name or word.is_first for word in words]
    found = respective_owners(sentence, further_values(sentence, find_values(sentence)), words, names)
    return {
        span.slice(sentence): " ".join(sentence[words[number].start : words[number].end] for number in sorted(tokens))
        for span, tokens in found.items()
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Paris and Rome sent 12 and 15 officers, respectively.", {"12": "Paris", "15 officers": "Rome"}),
        ("Anna Weiss and Sen. Peter Klein gave $2 million and $3 million, respectively.",
         {"$2 million": "Anna Weiss", "$3 million": "Peter Klein"}),
        ("The towns Aldern, Bruck and Celm lost 12, 15 and 16 houses, respectively.",
         {"12": "Aldern", "15": "Bruck", "16 houses": "Celm"}),
        ("Anna and Peter Weiss, 27 and 29 years old, respectively, left.", {"27": "Anna", "29 years old": "Peter Weiss"}),
        ("Norway and the Baltic states vote on 3 May and 9 May, respectively.", {"3 May": "Norway", "9 May": "Baltic"}),
        ("Lind leads Dahl 48 percent to 41 percent.", {"48 percent": "Lind", "41 percent": "Dahl"}),
        ("Lind trails Dahl 48 percent to 41 percent.", {"41 percent": "Lind", "48 percent": "Dahl"}),
        ("It helped Anna Lind, who leads Dahl 1,428 to 1,153.", {"1,428": "Anna Lind", "1,153": "Dahl"}),
        ("Paris, Rome and Oslo sent 12 and 15 officers, respectively.", {"12": "Rome", "15 officers": "Oslo"}),
        ("Polls by Aldern and Bruck respectively show 56 percent and 54 percent.",
         {"56 percent": "Aldern", "54 percent": "Bruck"}),
        ("Paris sent 12 and 15 officers, respectively.", {}),
        ("Paris and Rome sent 12 officers.", {}),
        ("Lind leads Dahl 48 percent to 48 percent.", {}),
    ],
)  # fmt: skip
def test_the_name_that_a_list_gives_each_number_to(sentence: str, expected: dict[str, str]) -> None:
    assert owners(sentence) == expected


SOURCE = (
    "Aldern spent 4.2 million kroner on its harbour. Bruck spent 3.1 million kroner, the towns said in a joint report. "
    "Weiss leads Klein 48 percent to 41 percent in the poll. The house of Aldern votes on 3 May and that of Bruck on 9 May."
)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Aldern and Bruck spent 4.2 million kroner and 3.1 million kroner on harbours, respectively.", "supported"),
        ("Bruck and Aldern spent 3.1 million kroner and 4.2 million kroner on harbours, respectively.", "supported"),
    ],
)
def test_a_list_in_another_order_is_supported(text: str, outcome: str) -> None:
    assert [str(item.outcome) for item in ground(text, SOURCE).items] == [outcome, outcome]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Aldern and Bruck sent 12 and 15 officers, respectively.", "Aldern sent 15 officers, and Bruck 12 officers."),
        ("Aldern sent 12 officers and Bruck 15 officers.", "Aldern and Bruck sent 15 and 12 officers, respectively."),
        ("The fair costs about $240,000 in Aldern and about $310,000 in Bruck.",
         "The fair costs money in two towns: Aldern (about $310,000) and Bruck (about $240,000)."),
    ],
)  # fmt: skip
def test_numbers_that_changed_places_are_contradicted(text: str, source: str) -> None:
    assert [str(item.outcome) for item in ground(text, source).items] == ["contradicted", "contradicted"]


def test_a_figure_is_not_worked_out_from_itself() -> None:
    source = "Weiss gave $500,000 to the museum. Klein gave $1 million to the museum. Lind gave $200,000."
    found = ground("Weiss gave $500,000 to the museum, Klein gave $1 million. Lind gave $500,000.", source)
    assert [item.words for item in found.items].count("$500,000") == 2


@given(st.permutations(["Aldern", "Bruck", "Celm"]), st.permutations([12, 15, 19]))
def test_a_list_is_supported_exactly_where_each_number_is_that_of_its_name(
    names: list[str], numbers: list[int]
) -> None:
    known = {"Aldern": 12, "Bruck": 15, "Celm": 19}
    source = "Aldern sent 12 officers. Bruck sent 15 officers. Celm sent 19 officers."
    one, two, three = names
    a, b, c = numbers
    text = f"The towns {one}, {two} and {three} sent {a}, {b} and {c} officers, respectively."
    for item, name, number in zip(ground(text, source).items, names, numbers, strict=True):
        assert item.ok is (known[name] == number), item


@pytest.mark.parametrize(
    ("text", "source", "outcome"),
    [
        ("In a poll of the harbour towns, Lind has 46 percent and Dahl 29 percent.",
         "In a poll of the harbour towns, Lind has 29 percent and Dahl 46 percent.", "contradicted"),
        ("The ferry crew votes in Norvik on 9 May and in Salt Bay on 3 May.",
         "The ferry crew votes in Norvik on 3 May and in Salt Bay on 9 May.", "contradicted"),
        ("Per Holm, 85, keeps a stall in the hall.", "Stallholder Per Holm, 58, keeps his stall in the hall.", "contradicted"),
    ],
)  # fmt: skip
def test_a_number_tied_to_its_name_is_compared_with_that_of_the_name(text: str, source: str, outcome: str) -> None:
    values = [item for item in ground(text, source).items if str(item.kind) != "quotation"]
    assert {str(item.outcome) for item in values} == {outcome}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Aldern has 40 percent of the boats of the coast.", "not found"),
        ("Aldern has 25 percent of the boats of the coast.", "supported"),
        ("Aldern has a quarter of the boats of the coast.", "supported"),
    ],
)
def test_a_percentage_of_something_else_is_not_support(text: str, outcome: str) -> None:
    source = (
        "The coast has three harbours. Aldern's harbour is home to 25 percent of the coast's boats, 40 percent of which are old. "
        "Bruck follows. Celm is the third one, with a pier of stone."
    )
    assert [str(item.outcome) for item in ground(text, source).items] == [outcome]


def test_a_bound_is_not_supported_by_a_number_that_is_far_from_it() -> None:
    source = (
        "The harbour office of Aldern was asked on Monday. It supports 21 boats in the harbour. Lind wants more of them. "
        "Dahl does not. The council meets again in the hall."
    )
    [item] = ground("The harbour of Aldern has room for no more than 100 boats.", source).items
    assert not item.ok
    [item] = ground("The harbour office of Aldern supports no more than 25 boats in the harbour.", source).items
    assert item.ok
