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


def test_numbers_that_he_and_she_exchanged_are_contradicted() -> None:
    source = f"{ARTICLE} On the bridge, he would spend $9 million and she would spend $3 million."
    text = (
        "Aldern decides about its bridge. Kari Dahl expects damage to the reserve at Esk, while Mayor Harald Moe wants no tolls. "
        "She would spend $9 million on the bridge."
    )
    assert outcome(text, "$9 million", source) == "contradicted"
    assert outcome(text.replace("She", "He"), "$9 million", source) == "supported"


def test_a_day_that_the_source_has_in_another_sentence_adds_nothing() -> None:
    source = (
        "Last month the port announced that its goal of 10,000 containers was reached. The crews had a long holiday. "
        "A ferry brought the inspectors. The goal fell on 29 August, five days early."
    )
    items = ground("The port announced that it reached its goal on 29 August.", source).items
    assert {str(item.outcome) for item in items} <= {"supported", "not found"}


def test_what_one_value_was_made_from_tells_where_the_next_one_is_from() -> None:
    source = ARTICLE.replace("ground in 2019", "ground with 43 probes in 2019")
    text = (
        "Aldern decides about its bridge. Kari Dahl expects damage to the reserve at Esk, while Mayor Harald Moe wants no tolls. "
        "Engineers from Bruck used 34 probes for it in 2018."
    )
    assert outcome(text, "34 probes", source) == "contradicted"
    assert outcome(text, "2018", source) == "contradicted"


def test_two_pairs_of_one_sentence_are_not_mixed() -> None:
    source = "Klein leads 66 percent to 25 percent among the young, and Weiss 59 percent to 31 percent among the old."
    assert outcome("The young prefer Klein by 59 percent to 25 percent.", "59 percent", source) != "supported"
    assert outcome("The young prefer Klein by 66 percent to 25 percent.", "66 percent", source) == "supported"


def test_the_others_are_not_all() -> None:
    source = "The raid on the base killed the colonel. In all, four Danes were killed in the raid."
    assert outcome("The raid killed the colonel and four other Danes.", "four other Danes", source) != "supported"
    assert outcome("The raid on the base killed four Danes.", "four Danes", source) == "supported"


def test_a_number_far_below_a_range_is_news() -> None:
    source = f"{ARTICLE} The paper wrote of 200,000 or 250,000 visitors."
    text = (
        "Aldern decides about its bridge. Kari Dahl fears for the reserve at Esk, while Mayor Harald Moe wants no tolls. "
        "Last year, 1,700 visitors came."
    )
    assert outcome(text, "1,700 visitors", source) == "not found"
