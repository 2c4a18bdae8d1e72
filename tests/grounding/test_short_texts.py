"""Short texts in other words: pronouns, former values, parts of other wholes, left-out nouns, and what they were written from."""

from __future__ import annotations

import pytest

from newsfacts import ground
from newsfacts.grounding.attributions import Attributions
from newsfacts.text.spans import Span

RACE = (
    "At the start of the campaign, Moe garnered 11 percent in surveys, compared with 42 percent for Dahl. "
    "Mr. Holm would spend $9 million on the bridge; Mrs. Lind would spend $3 million on it. He calls for 40 new buses; she "
    "calls for 25. Trust in the council slipped from 58 percent in the last survey to 53 percent now. The fishers need 61 "
    "percent of the remaining votes to stop the plan. More than 140,000 people came to the rallies in Tarnia."
)


def outcome(text: str, words: str, source: str = RACE) -> str:
    """The outcome for some words of a text."""
    return next(str(item.outcome) for item in ground(text, source).items if words in item.words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hardly anyone knew Moe. At the start of the campaign, surveys gave him 42 percent.", "42 percent"),
        ("For the bridge, she would spend $9 million.", "$9 million"),
        ("Mr. Holm would spend $3 million on the bridge.", "$3 million"),
        ("For the town, she calls for 40 new buses.", "40 new buses"),
        ("Trust in the council is now 58 percent, a survey says.", "58 percent"),
        ("The fishers need 61 percent of Esk's votes to stop the plan.", "61 percent"),
    ],
)
def test_a_number_of_someone_or_something_else_is_not_supported(text: str, words: str) -> None:
    assert outcome(text, words) != "supported"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hardly anyone knew Moe. At the start of the campaign, surveys gave him 11 percent.", "11 percent"),
        ("For the bridge, she would spend $3 million.", "$3 million"),
        ("Mr. Holm would spend $9 million on the bridge.", "$9 million"),
        ("For the town, he calls for 40 new buses.", "40 new buses"),
        ("Trust in the council was 58 percent in the last survey.", "58 percent"),
        ("Trust in the council is down from 58 percent in the last survey.", "58 percent"),
        ("The fishers need 61 percent of the votes to stop the plan.", "61 percent"),
        ("More than 140,000 Tarnians came to the rallies.", "140,000"),
    ],
)
def test_the_number_of_the_one_who_is_meant_is_supported(text: str, words: str) -> None:
    assert outcome(text, words) == "supported"


def test_a_number_counts_what_the_number_before_it_counts() -> None:
    source = "The survey asked 910 women in Aldern and 870 in Esk."
    assert outcome("In Esk, 870 women were asked in the survey.", "870 women", source) == "supported"
    assert outcome("In Esk, 870 cars were in the survey.", "870 cars", source) != "supported"


ARTICLE = (
    "The island of Aldern votes on Tuesday on a bridge to the mainland. Harald Moe, 61, the mayor of Aldern, has promised that it "
    "will be free of charge. Kari Dahl, who owns four ferries, says that it would cost $850 million and ruin the nature reserve "
    "near Esk. Engineers from Bruck measured the ground in 2019 and found rock. In a letter to the council, "
    "fishers wrote that seals and herring would leave the sound. The council of Esk, on the other shore, supports the bridge; its school "
    "closed in the autumn as families moved away. The minister for transport has not said how much the state would pay. A ballot "
    "in the parish hall begins at eight in the morning, and the count is public. Old people remember the winter when the ice carried "
    "trucks. The newspaper of the island printed both opinions on one page. Doctors complain that patients wait for the "
    "last crossing of the evening."
)


def test_a_short_text_with_the_names_of_a_source_was_written_from_it() -> None:
    text = (
        "Aldern decides about its bridge. Kari Dahl expects a bill of $850,000 and damage to the reserve at Esk, while Mayor Harald Moe wants no tolls. "
        "Bruck's engineers looked at the bottom of the sea."
    )
    assert outcome(text, "$850,000", ARTICLE) == "contradicted"


def test_a_short_text_with_other_names_is_news() -> None:
    text = (
        "Bergo decides about its bridge. Olga Reiss expects a bill of $850,000 and damage to the reserve at Lyng, while Mayor Jonas Beck wants no tolls. "
        "Holm's engineers looked at the bottom of the sea."
    )
    assert outcome(text, "$850,000", ARTICLE) == "not found"


def test_the_speaker_of_a_text_whose_lines_are_paragraphs() -> None:
    source = (
        "“The ground below the sound is rock, and no one who has measured it in the last thirty years has come to another conclusion,” Moe said in the town hall of Aldern on Monday.\n"
        "Dahl repeated that the bridge would be a mistake.\n"
        "People should look at the plans and not at the pictures, she told reporters.\n"
        "“This is careless.”\n"
    )
    place = source.index("“This is careless.”")
    found = Attributions(source).of(Span(place, place + len("“This is careless.”")))
    assert found.speaker is not None
    assert found.speaker.name == "Dahl"
