"""Values of rewrites in other words: what follows from the source, and what must not be supported by chance."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts import SourceDocument, ground

DAY = dt.date(2024, 5, 15)


def outcomes(text: str, source: str) -> dict[str, str]:
    document = SourceDocument(text=source, path="source", published=DAY)
    return {item.words: str(item.outcome) for item in ground(text, document, published=DAY).items}


@pytest.mark.parametrize(
    ("text", "source", "words", "outcome"),
    [
        ("The odds of all six are 1 in 64.", "The odds of all six were 1 in 64.", "1 in 64", "supported"),
        ("The odds of all six are 1 in 46.", "The odds of all six were 1 in 64.", "1 in 46", "contradicted"),
        ("The poll ran from 11 to 13 March.", "The poll ran from March 11-13.", "11 to 13 March", "supported"),
        ("The poll ran from 11 to 14 March.", "The poll ran from March 11-13.", "11 to 14 March", "contradicted"),
        ("The poll's margin of error is three points.", "The poll's margin of error was +/- 3 percentage points.", "three points", "supported"),
        ("In the poll Lind leads by 4.5 points.", "In the poll Lind leads by 4.5 percentage points.", "4.5 points", "supported"),
        ("He lost nearly $100,000 in fees.", "He lost close to $100,000 in fees.", "nearly $100,000", "supported"),
        ("Between 12 and 15 people were hurt in the fire.", "The fire hurt 12 people.", "Between 12 and 15 people", "could not be checked"),
        ("The club has 15,000 members.", "The club has 1,500 members.", "15,000 members", "contradicted"),
        ("Holm votes on 19 June.", "Holm votes on 9 June.", "19 June", "contradicted"),
        ("The fund earns €132 million a year.", "The fund earns $132 million a year.", "€132 million a year", "unlike"),
    ],
)  # fmt: skip
def test_what_follows_from_the_source(text: str, source: str, words: str, outcome: str) -> None:
    assert outcomes(text, source)[words] == outcome


def test_the_gain_of_another_is_no_support() -> None:
    source = (
        "Mayor Tove Lind has 45 percent in the new Varberg poll, up four points from March. Her party is pleased. "
        "The other candidate is Jonas Berg. Berg was at 25 percent in the new Varberg poll, up eight points from March."
    )
    found = outcomes("Tove Lind has 45 percent in the new Varberg poll, up eight points from March.", source)
    assert found["45 percent"] == "supported"
    assert found["eight points"] != "supported"


def test_names_alone_do_not_say_what_a_number_is() -> None:
    source = "The count of delegates is Lind 384, Berg 300, Holt 151, and Strand 37. " + "The hall was full. " * 3
    found = outcomes("We asked who won the debate: Lind 1, Berg 2, Holt 3, Strand 4.", source)
    assert "contradicted" not in found.values()


def test_a_day_and_a_year_are_not_the_same_date() -> None:
    source = "On the day before, Lind said that 1,500 people died in the war in Norland last year."
    found = outcomes("On 6 March, Lind said that 1,500 people died in the war in Norland in 2023.", source)
    assert (found["1,500 people"], found["2023"]) == ("supported", "supported")
    assert found["6 March"] == "could not be checked"  # "the day before" is of a day that the source does not name


def test_another_word_for_what_is_counted_is_not_another_thing() -> None:
    source = "The conference will host two island rivals, Anna Lind of Holm and Per Dahl of Bergvik."
    text = "The two other island candidates, Anna Lind of Holm and Per Dahl of Bergvik, spoke at the conference."
    assert "unlike" not in outcomes(text, source).values()


def test_prose_of_a_source_is_not_a_quotation_that_was_altered() -> None:
    source = "Lind had planned to open the new bridge of Holm in the harbour of Bergvik. “We are late,” she said."
    text = "“The ministers will meet at the new bridge of Holm in the harbour of Bergvik,” the office said."
    assert "contradicted" not in outcomes(text, source).values()


def test_words_of_saying_between_quotations_are_not_a_quotation_that_was_altered() -> None:
    source = "“The price is fair,” Klein told the council. “It is low,” he said, adding that “it will not last.”"
    text = "The mayor was tired of hearing “he said this, he added that.”"
    (item,) = ground(text, source).items
    assert str(item.outcome) == "not found"


def test_other_parts_of_the_same_people_are_not_found() -> None:
    source = (
        "In five towns, about two-thirds of Coast List voters want the ferry, a survey says. “We were surprised,” Lind said. "
        "The survey was taken on Tuesday. The harbour of Holm was quiet. Nobody wanted to comment."
    )
    text = (
        "In five towns, about 9 in 10 Coast List voters are angry that the council sold the old lighthouse to a hotel, and "
        "feel betrayed."
    )
    assert outcomes(text, source)["about 9 in 10 Coast List voters"] == "not found"


def test_voters_of_one_party_are_not_those_of_another() -> None:
    source = "About two-thirds of Republican primary voters want the ferry."
    found = outcomes("About 3 in 10 Democratic primary voters want the ferry.", source)
    assert "contradicted" not in found.values()
