"""The speaker of a quotation, where the text or the source says an office or "she" instead of a name."""

from __future__ import annotations

import pytest

from newsfacts import GroundItem, GroundOutcome, ground
from newsfacts.grounding.offices import Offices, described_at
from newsfacts.grounding.speakers import Speaker

SUPPORTED, CONTRADICTED, NOT_CHECKED = GroundOutcome.SUPPORTED, GroundOutcome.CONTRADICTED, GroundOutcome.NOT_CHECKED
SAID = "We will rebuild the bridge before the winter"


def quotation(text: str, source: str) -> GroundItem:
    (item,) = [one for one in ground(text.format(q=SAID), source.format(q=SAID)).items if SAID in one.words]
    return item


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("“{q},” the mayor said.", "“{q},” Mayor Ada Brandt said on Monday.", SUPPORTED),
        ("“{q},” said the mayor.", "Ada Brandt, the mayor of Lindau, said: “{q}.”", SUPPORTED),
        ("“{q},” the mayor said.", "Mayor Ada Brandt visited the site on Monday. “{q},” Brandt said.", SUPPORTED),
        ("“{q},” the senator said.", "“{q},” Sen. Paul Ortiz said.", SUPPORTED),
        ("“{q},” a spokeswoman said.", "“{q},” said Mara Weil, a company spokesperson.", SUPPORTED),
        ("“{q},” the former governor said.", "“{q},” Senator Lena Hoff, a former governor, said.", SUPPORTED),
        ("“{q},” the mayor said.", "“{q},” Brandt said.", SUPPORTED),  # the source does not say what Brandt is
        ("“{q},” the candidate said.", "“{q},” Sen. Paul Ortiz said.", SUPPORTED),  # may be anyone
        ("“{q},” the governor said.", "Gov. Lena Hoff met Mayor Ada Brandt. “{q},” Brandt said.", CONTRADICTED),
        ("The mayor said: “{q}.”", "Mayor Ada Brandt was away. “{q},” Governor Lena Hoff said.", CONTRADICTED),
        ("“{q},” the governor said.", "“{q},” Mayor Ada Brandt said.", NOT_CHECKED),
        ("“{q},” the sheriff said.", "“{q},” Police Chief Tom Rudd said.", NOT_CHECKED),
        ("According to the governor, “{q}.”", "Mayor Ada Brandt said: “{q}.”", NOT_CHECKED),
    ],
)
def test_a_text_that_names_an_office(text: str, source: str, expected: GroundOutcome) -> None:
    assert quotation(text, source).outcome is expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("“{q},” Mayor Ada Brandt said.", "“{q},” the mayor said.", SUPPORTED),
        ("“{q},” said Ada Brandt, the mayor.", "The mayor said: “{q}.”", SUPPORTED),
        ("“{q},” Brandt said.", "Mayor Ada Brandt came. Workers cheered. “{q},” the mayor said.", SUPPORTED),
        (
            "“{q},” Gov. Lena Hoff said.",
            "Gov. Lena Hoff and Mayor Ada Brandt came. “{q},” the mayor said.",
            CONTRADICTED,
        ),
        ("“{q},” Hoff said.", "Gov. Lena Hoff was away. Mayor Ada Brandt came. “{q},” the mayor said.", CONTRADICTED),
        ("“{q},” Peter Klein said.", "“{q},” the mayor said.", NOT_CHECKED),
        ("“{q},” Peter Klein said.", "Mayor Ada Brandt visited the site. “{q},” the mayor said.", NOT_CHECKED),
        ("“{q},” said Gov. Lena Hoff.", "The mayor said: “{q}.”", NOT_CHECKED),
        # Two mayors: the source does not say which.
        ("“{q},” Lena Hoff said.", "Mayor Ada Brandt met Mayor Tom Rudd. “{q},” the mayor said.", NOT_CHECKED),
        # "A spokesman" is not the one who was named before.
        ("“{q},” Jonas Weil said.", "Spokesman Max Lind had no answer. “{q},” a spokesman said later.", NOT_CHECKED),
    ],
)
def test_a_source_that_names_an_office(text: str, source: str, expected: GroundOutcome) -> None:
    assert quotation(text, source).outcome is expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("“{q},” the mayor said.", "“{q},” the mayor of Lindau said.", SUPPORTED),
        ("“{q},” the governor said.", "“{q},” the mayor said.", NOT_CHECKED),
        ("“{q},” a police spokesman said.", "“{q},” the spokesman for the police said.", SUPPORTED),
        # Pronouns of the text: who is probably meant does not prove it.
        ("Mayor Ada Brandt said work had begun. “{q},” she said.", "“{q},” Brandt said.", SUPPORTED),
        ("Mayor Ada Brandt said work had begun. “{q},” she said.", "“{q},” Governor Lena Hoff said.", NOT_CHECKED),
        ("“{q},” she said.", "“{q},” Governor Lena Hoff said.", SUPPORTED),
        # A quotation that goes on in its paragraph has the same speaker.
        ("“It is a good day,” Klein said. “{q}.”", "“It is a good day,” Brandt said. “{q}.”", CONTRADICTED),
    ],
)
def test_both_name_an_office_or_the_text_has_a_pronoun(text: str, source: str, expected: GroundOutcome) -> None:
    assert quotation(text, source).outcome is expected


def test_the_reasons_are_sentences_that_name_both() -> None:
    item = quotation("“{q},” the governor said.", "“{q},” Mayor Ada Brandt said.")
    assert item.why == (
        "The source has these words, and says that Mayor Ada Brandt said them; it does not call Mayor Ada Brandt governor."
    )
    item = quotation("“{q},” Hoff said.", "Gov. Lena Hoff was away. Mayor Ada Brandt came. “{q},” the mayor said.")
    assert (item.rule, item.help) == ("G07", "Attribute the words to Ada Brandt.")
    assert item.why == "The source has these words, and they are said by Ada Brandt, the mayor, not by Hoff."


@pytest.mark.parametrize(
    ("text", "name", "offices"),
    [
        ("Vice President Jo Lind arrived.", "Lind", {"president"}),
        ("The mayor’s lawyer, Jo Lind, arrived.", "Lind", set()),
        ("The mayor of Holm, Jo Lind, arrived.", "Lind", {"mayor"}),
        ("Lind, who was elected mayor in 2012, arrived.", "Lind", {"mayor"}),
        ("Lind, a friend of the mayor, arrived.", "Lind", set()),
        ("Campaign manager Jo Lind and Gov. Max Weil arrived.", "Lind", {"campaign manager"}),
    ],
)
def test_what_a_text_calls_someone(text: str, name: str, offices: set[str]) -> None:
    assert Offices(text).of(Speaker(name)) == offices


def test_a_deputy_does_not_hold_the_office() -> None:
    assert Offices("Deputy Mayor Jo Lind spoke.").holder("mayor") is None
    holder = Offices("Former Mayor Jo Lind met Mayor Max Weil.").holder("mayor")
    assert holder is not None
    assert holder.name == "Max Weil"


@pytest.mark.parametrize(
    "after",
    [
        " the mayor’s office said.",
        " a friend of the mayor said.",
        " the vice president said.",
        " the mayoral aide said.",
    ],
)
def test_what_is_not_an_office_is_not_read_as_one(after: str) -> None:
    assert described_at("____" + after, 0, 4) is None
