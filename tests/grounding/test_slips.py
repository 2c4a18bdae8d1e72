"""Numbers that look like those of the source written wrongly, and those that only look so."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts import Grounding, SourceDocument, ground

PADDING = (
    "The council of Lindau met in the old town hall for most of the afternoon. Several members praised the work of the engineers. "
    "The harbour master described how the water had come over the wall. Nobody knew when the trains would run again. "
    "Shops near the station stayed closed. A school lent its gym to families. The bishop visited the hospital. "
    "Farmers lost hay and fruit. The opposition asked for a plan. Its leader called the answer thin. "
    "The minister promised to return. Volunteers cleaned the market. The bakery reopened first. "
    "Insurance firms opened an office. The police closed the bridge. A concert was put off. "
)
SOURCE = (
    "The council of Lindau will spend $350 billion on the new harbour, Mayor Anna Weiss said. "
    "Weiss won the vote in Lindau with 210,424 votes for her list. More than 17 percent of Lindau's ferries were late. "
    "Nearly 12 percent of Bregenz's ferries were late. Rents in Lindau rose by 0.8 percent in 2011, but declined by 0.2 percent in 2012. "
    "Weiss gladly signed the contract for the bridge on April 5. The average rent for a flat in 2015 was about $1,500. "
    "On Monday night, in a speech to the guild of anglers, Weiss told them that the pier would be saved if they paid for the paint. "
) + PADDING  # fmt: skip
DAY = dt.date(2016, 5, 12)


def outcome(text: str, words: str, source: str = SOURCE) -> str:
    found: Grounding = ground(text, SourceDocument(text=source, published=DAY), published=DAY)
    return {item.words: str(item.outcome) for item in found.items}[words]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # another scale
        ("Lindau will spend $350 million on its new harbour, Mayor Anna Weiss said.", "$350 million", "contradicted"),
        # exchanged digits
        ("Weiss won in Lindau with 201,424 votes for the list.", "201,424 votes", "contradicted"),
        # a reversed bound, where a number of something else would allow it
        ("Less than 17 percent of ferries in Lindau were late.", "Less than 17 percent", "contradicted"),
        # a day, where the rest of the sentence is the same
        ("Weiss signed the contract for the bridge on April 15.", "April 15", "contradicted"),
        # a year, in a sentence that has the other figure
        ("The average rent for a flat was about $1,500 in 2014.", "2014", "contradicted"),
        # a fair date in another form
        ("Weiss told the anglers on May 9 that the pier would be saved.", "May 9", "supported"),
        # right numbers
        ("Lindau will spend 350 billion dollars on its new harbour, Weiss said.", "350 billion dollars", "supported"),
        ("Weiss won in Lindau with about 210,000 votes.", "about 210,000 votes", "supported"),
    ],
)
def test_a_number_written_wrongly_is_found(text: str, words: str, expected: str) -> None:
    assert outcome(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Konstanz paid $350 million for its trams.", "$350 million"),
        ("The list of Peter Klein won 201,424 votes in Ulm.", "201,424 votes"),
        ("Peter Klein signed the contract for the tunnel on April 15.", "April 15"),
        ("Less than 17 percent of pupils in Ulm failed.", "Less than 17 percent"),
    ],
)
def test_a_number_that_only_looks_like_one_of_the_source_is_not_contradicted(text: str, words: str) -> None:
    assert outcome(text, words) == "not found"


def test_money_that_is_sunk_into_something_does_not_fall() -> None:
    source = "The plan is to sink $30 million into the port of Lindau."
    found = ground("The plan is to sink $30 billion into the port of Lindau.", source)
    assert [str(item.outcome) for item in found.items] == ["contradicted"]
    assert "fall" not in found.items[0].why


@pytest.mark.parametrize("attribution", ["an angry Weiss retorted.", "Weiss demanded.", "vowed a tired Anna Weiss."])
def test_a_speaker_is_read_with_any_verb_of_speaking(attribution: str) -> None:
    source = f"“We will stay in Lindau,” {attribution}"
    found = ground("“We will stay in Lindau,” Klein retorted.", source)
    assert [str(item.outcome) for item in found.items] == ["contradicted"]
    assert [str(item.outcome) for item in ground("“We will stay in Lindau,” Weiss said.", source).items] == [
        "supported"
    ]


@pytest.mark.parametrize(
    ("text", "source", "why"),
    [
        (
            "The port of Lindau costs $1.3 trillion.", "The port of Lindau costs $1.3 billion.",
            "The statement has USD 1.3 trillion, and the source USD 1.3 billion; no number fits both.",
        ),
        (
            "Weiss opened the port of Lindau on 15 April 2016.", "Weiss opened the port of Lindau on 5 April 2016.",
            "The statement has 15 April 2016, and the source 5 April 2016.",
        ),
        (
            "The port of Lindau was closed for 217 days.", "The port of Lindau was closed for 271 days.",
            "The statement has 217 days, and the source 271 days; they are not equally long.",
        ),
        (
            "The port of Lindau is cleaned every 30 weeks.", "The port of Lindau is cleaned every 30 days.",
            "“every 30 weeks” and “every 30 days” recur differently; whether one follows from the other is not decided.",
        ),
    ],
)  # fmt: skip
def test_reasons_are_in_the_words_of_a_newsroom(text: str, source: str, why: str) -> None:
    assert [item.why for item in ground(text, source).items] == [why]


def test_a_sign_in_brackets_at_the_end_of_a_quotation_replaces_nothing() -> None:
    source = "“We saw the press everywhere, and the mayor was silent,” Weiss said."
    assert [str(item.outcome) for item in ground("“We saw the press[,]” Weiss said.", source).items] == ["supported"]
    assert [str(item.outcome) for item in ground("“We saw the [crowd],” Weiss said.", source).items] == ["contradicted"]


def test_the_same_relative_words_counted_from_other_days_are_not_a_contradiction() -> None:
    source = SourceDocument(text="Weiss opened the port of Lindau on Monday.", published=DAY)
    [item] = ground("Weiss opened the port of Lindau on Monday.", source, published=DAY + dt.timedelta(7)).items
    assert (str(item.outcome), item.why) == (
        "could not be checked", "Both say “Monday”, counted from different days.",
    )  # fmt: skip


def test_right_now_names_no_time() -> None:
    found = ground(
        "Weiss writes for Lindau Right Now, a website.", "Weiss writes for Lindau Right Now, a website.", published=DAY
    )
    assert found.items == ()
    assert [one.words for one in found.left_out] == ["Right Now"]
