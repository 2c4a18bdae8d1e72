"""Who says a quotation in a source that does not name the speaker next to it."""

from __future__ import annotations

import pytest

from newsfacts import GroundOutcome, ground
from newsfacts.grounding.speakers import speaker_at
from newsfacts.text.spans import Span

ARTICLE = """The mayor of Holm, Anna Weiss, opened the bridge on Friday. “It took us eleven years,” Weiss said at the ceremony. \
“We should have started sooner.”

Opposition leader Peter Klein, a builder by trade, called the price too high. “Nobody asked the people of the island,” he said.

“They would have said no to all of it.”

“My boat is for sale now,” a ferryman said. CBS co-Anchor Marc O’Neal told viewers: “It is a long way across.”
"""


def outcome(text: str) -> GroundOutcome:
    (item,) = [item for item in ground(text, ARTICLE).items if item.words.startswith("“")]
    return item.outcome


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Named next to the quotation.
        ("“It took us eleven years,” Weiss said.", GroundOutcome.SUPPORTED),
        ("“It took us eleven years,” Klein said.", GroundOutcome.CONTRADICTED),
        ("“It is a long way across,” O’Neal said.", GroundOutcome.SUPPORTED),
        ("“It is a long way across,” Weiss said.", GroundOutcome.CONTRADICTED),
        # The same speaker goes on in the same paragraph.
        ("“We should have started sooner,” Weiss said.", GroundOutcome.SUPPORTED),
        ("“We should have started sooner,” Klein said.", GroundOutcome.CONTRADICTED),
        # A pronoun, and a paragraph that is all quotation.
        ("“Nobody asked the people of the island,” Klein said.", GroundOutcome.SUPPORTED),
        ("“Nobody asked the people of the island,” O’Neal said.", GroundOutcome.NOT_CHECKED),
        ("“They would have said no to all of it,” O’Neal said.", GroundOutcome.NOT_CHECKED),
        # Someone new, whom the source does not name.
        ("“My boat is for sale now,” Weiss said.", GroundOutcome.NOT_CHECKED),
        ("“My boat is for sale now,” a ferryman said.", GroundOutcome.SUPPORTED),
    ],
)
def test_a_quotation_is_not_supported_as_that_of_anyone(text: str, expected: GroundOutcome) -> None:
    assert outcome(text) is expected


def test_words_of_a_speech_are_not_attributed_by_the_source() -> None:
    speech = "Friends, the bridge is open. We waited eleven years for it."
    (item,) = ground("“We waited eleven years for it,” Anna Weiss said.", speech).items
    assert item.outcome is GroundOutcome.SUPPORTED


def test_what_could_not_be_checked_says_who_was_named_before() -> None:
    (item,) = ground("“Nobody asked the people of the island,” Marc O’Neal said.", ARTICLE).items
    assert item.why == (
        "The source has these words, and does not say by name whose they are; Peter Klein is the speaker whom it names before."
    )
    assert item.help == "Make sure that the words are those of Marc O’Neal."
    assert item.rule is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Yes,” Anna Weiss, the mayor, told reporters.", "Anna Weiss"),
        ("Anna Weiss told reporters in Holm: “Yes.”", "Anna Weiss"),
        ("“Yes,” said Anna Weiss. The bridge is new.", "Anna Weiss"),
        ("“Yes,” said Mayor Anna Weiss. Klein disagreed.", "Mayor Anna Weiss"),
        ("“Yes,” said Sen. Anna B. Weiss. Klein disagreed.", "Sen. Anna B. Weiss"),
        ("“Yes,” CBS co-Anchor Marc O’Neal said.", "CBS co-Anchor Marc O’Neal"),
    ],
)
def test_a_speaker_with_an_office_or_an_addressee(text: str, name: str) -> None:
    start, end = text.index("“"), text.index("”") + 1
    found = speaker_at(text, Span(start, end))
    assert found is not None
    assert found.name == name


def test_the_speaker_of_the_next_quotation_is_not_that_of_the_one_before() -> None:
    text = "Weiss replied: “It took us eleven years.” An amused Klein quipped, “It felt like twelve.”"
    found = {item.words: item.outcome for item in ground(text, ARTICLE).items}
    assert found["“It took us eleven years.”"] is GroundOutcome.SUPPORTED


def test_a_remark_is_of_someone_in_its_sentence() -> None:
    source = "Holm is on an island. Lind caused a row with her remark that “the sea belongs to no one but the brave.”"
    (item,) = ground("“The sea belongs to no one but the brave,” Weiss said.", source).items
    assert item.outcome is GroundOutcome.NOT_CHECKED
    (item,) = ground("“The sea belongs to no one but the brave,” Lind said.", source).items
    assert item.outcome is GroundOutcome.SUPPORTED


def test_words_that_the_source_added_in_brackets_may_be_left_out() -> None:
    source = "“We, and Per [Holm], will stay until the bridge is open,” Weiss said."
    (item,) = ground("“We, and Per, will stay until the bridge is open,” Weiss said.", source).items
    assert item.outcome is GroundOutcome.SUPPORTED
