"""Attributions found in plain text by the rules engine."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import FoundAttribution, Level, QuoteKind, UsageError, find_attributions
from newsfacts.drafting import engines
from newsfacts.plugins import Plugin


def parts(text: str, found: FoundAttribution) -> tuple[str | None, list[str], list[str]]:
    """Source, cue and content of an attribution, as words."""
    source = found.source.slice(text) if found.source else None
    return source, [span.slice(text) for span in found.cue], [span.slice(text) for span in found.contents]


def first(text: str) -> tuple[str | None, list[str], list[str]]:
    return parts(text, find_attributions(text)[0])


@pytest.mark.parametrize(
    ("text", "source", "cue", "contents"),
    [
        (
            "“We are done here for today,” said Mayor Ruth Ilves. “The water is gone.”",
            "Mayor Ruth Ilves",
            "said",
            ["“We are done here for today,”", "“The water is gone.”"],
        ),
        (
            "Ruth Ilves, the mayor of Haldan, said that the bridge would open in May.",
            "Ruth Ilves, the mayor of Haldan",
            "said",
            ["the bridge would open in May"],
        ),
        (
            "The bridge would open in May, the mayor said, although the river was still high.",
            "the mayor",
            "said",
            ["The bridge would open in May", "although the river was still high"],
        ),
        (
            "According to a report by the harbour office, 12 boats were lost.",
            "a report by the harbour office",
            "According to",
            ["12 boats were lost"],
        ),
        (
            "Twelve boats were lost, according to Peter Ostrow, a spokesman for the harbour.",
            "Peter Ostrow, a spokesman for the harbour",
            "according to",
            ["Twelve boats were lost"],
        ),
        ("“Who pays?” Ilves asked. “Nobody knows.”", "Ilves", "asked", ["“Who pays?”", "“Nobody knows.”"]),
        (
            "The union announced on Monday:\n\n“We will not work on Sundays.”",
            "The union",
            "announced",
            ["“We will not work on Sundays.”"],
        ),
        (
            "Ilves, who lost her seat in 2019, accused the council of hiding the costs.",
            "Ilves",
            "accused",
            ["the council of hiding the costs"],
        ),
    ],
)
def test_source_cue_and_content_are_found(text: str, source: str, cue: str, contents: list[str]) -> None:
    assert first(text) == (source, [cue], contents)


def test_a_sentence_in_which_no_one_speaks_has_no_attribution() -> None:
    assert find_attributions("The sun rose over the harbour and boats left for the islands.") == ()


def test_an_attribution_without_a_source_has_none() -> None:
    found = first("The harbour is expected to reopen in June.")
    assert found == (None, ["is expected"], ["The harbour", "to reopen in June"])


def test_what_a_quoted_person_reports_is_nested() -> None:
    text = "“My father said he would never sell the farm,” Peter Ostrow told the court."
    outer, inner = find_attributions(text)
    assert parts(text, outer)[0] == "Peter Ostrow"
    assert parts(text, inner) == ("My father", ["said"], ["he would never sell the farm"])
    assert (outer.outer, inner.outer) == (None, 0)


def test_a_pronoun_refers_to_the_one_person_named_before() -> None:
    text = "Ruth Ilves came at noon. She called the plan “a gift to nobody.”"
    (found,) = find_attributions(text)
    assert found.is_pronoun
    assert found.antecedent is not None
    assert found.antecedent.slice(text) == "Ruth Ilves"
    assert found.form is QuoteKind.MIXED


def test_a_pronoun_that_may_refer_to_two_persons_is_left_open() -> None:
    text = "Ruth Ilves met Anna Ostrow at noon. She said the plan was dead."
    (found,) = find_attributions(text)
    assert found.is_pronoun
    assert found.antecedent is None


def test_plain_direct_speech_is_sure_and_a_verb_of_attitude_is_not() -> None:
    (speech,) = find_attributions("“The water is gone,” Ruth Ilves said.")
    (attitude,) = find_attributions("The minister said nothing new, and the harbour office weighed a ban.")[-1:]
    assert speech.level is Level.SURE
    assert attitude.level is not Level.SURE


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(UsageError, match="no engine is named 'ruls'"):
        find_attributions("She said so.", engine="ruls")


WORDS = st.sampled_from(
    re.findall(
        r"\S+|\n+",
        "he she Ruth Ilves said says told that , . “ ” \" ' ‘ ’ : ; — ( ) \n \n\n according to the mayor of Haldan 12 boats "
        "is expected was 's , who reportedly asked ? U.S. Mr. claims and but because saying",
    )
)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=80))
def test_any_text_is_read_and_all_spans_are_in_it(text: str) -> None:
    found = find_attributions(text)
    assert found == find_attributions(text)
    for number, each in enumerate(found):
        spans = [*each.cue, *each.contents, *([each.source] if each.source else [])]
        assert each.cue
        assert each.contents
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert each.outer is None or 0 <= each.outer < number
        ordered = sorted(spans)
        assert all(one.end <= other.start for one, other in itertools.pairwise(ordered))


def test_lines_of_a_narrow_page_are_one_paragraph() -> None:
    text = "“We heard it before we saw it, and then the\nroof was gone,” said Mara Lindt, who lives\nnext to the mill."
    assert first(text) == (
        "Mara Lindt, who lives\nnext to the mill",
        ["said"],
        ["“We heard it before we saw it, and then the\nroof was gone,”"],
    )


def test_in_another_language_nothing_is_attributed() -> None:
    text = "Le maire a dit que la rue est fermée pour les voitures. « Nous avons vu des fissures dans les piliers », a-t-il dit."
    assert find_attributions(text) == ()


def test_an_engine_of_another_package_is_used_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_attributions("“It is closed,” Ruth Ilves said.")
    monkeypatch.setattr(engines, "plugins", lambda group: (Plugin("mine of the package other", lambda text: found),))
    engines.offered.cache_clear()
    assert find_attributions("anything", engine="mine") == found
    assert engines.engine_names() == ("rules", "spacy", "mine")
    engines.offered.cache_clear()


@pytest.mark.parametrize(
    ("text", "source", "cue", "contents"),
    [
        ("Weiss: “We will not stop.”", "Weiss", ":", ["“We will not stop.”"]),
        ("Ruth Ilves (Haldan): ‘It is over.’ Photograph: Jan Ostrow/Haldan Post", "Ruth Ilves", ":", ["‘It is over.’"]),
        ("More from the report: “The pillars are weak.”", "the report", ":", ["“The pillars are weak.”"]),
        ("“We will not stop.”\n\n— Anna Weiss, on Tuesday", "Anna Weiss", "—", ["“We will not stop.”"]),
        (
            "“We will not stop.” – Anna Weiss, a baker from Haldan, on Tuesday",
            "Anna Weiss, a baker from Haldan",
            "–",
            ["“We will not stop.”"],
        ),
        ("I love this bridge — Ruth Ilves (@ilves) May 5, 2016", "Ruth Ilves (@ilves)", "—", ["I love this bridge"]),
    ],
)
def test_a_speaker_before_a_colon_or_after_a_dash_is_found(
    text: str, source: str, cue: str, contents: list[str]
) -> None:
    assert first(text) == (source, [cue], contents)


@pytest.mark.parametrize(
    ("headline", "source", "cue", "content"),
    [
        ("Bridge ‘will open in May’, says mayor", "mayor", "says", "Bridge ‘will open in May’"),
        ("Coffee is good for the heart, study finds", "study", "finds", "Coffee is good for the heart"),
        ("No new taxes this year: minister", "minister", ":", "No new taxes this year"),
        ("Bridge to reopen in May – Ilves", "Ilves", "–", "Bridge to reopen in May"),
        ("Ilves: bridge to stay closed", "Ilves", ":", "bridge to stay closed"),
    ],
)
def test_the_speaker_of_a_headline_is_found(headline: str, source: str, cue: str, content: str) -> None:
    text = headline + "\n\nRuth Ilves is the mayor of Haldan. The river is high."
    assert [parts(text, each) for each in find_attributions(text)] == [(source, [cue], [content])]


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour fire: two men held",
        "Weather: snow in the north",
        "Haldan 2-1 Ostrow: late goal decides",
        "Breaking: bridge closed",
        "Haldan, Ostrow",
        "Recipe: lemon cake with cream",
        "Opening hours: Monday to Friday",
        "The new song: “Lamps of Mill Street”",
    ],
)
def test_a_topic_before_a_colon_says_nothing(headline: str) -> None:
    assert find_attributions(headline + "\n\nThe river is high in Haldan.") == ()


def test_questions_and_answers_of_an_interview_are_found() -> None:
    text = (
        "Q: Will the bridge open in May?\n\nA: No. We found cracks in four pillars.\n\nThey are deep.\n\n"
        "Q: Who pays?\n\nA: The harbour office."
    )
    assert [parts(text, each) for each in find_attributions(text)] == [
        ("Q", [":"], ["Will the bridge open in May?"]),
        ("A", [":"], ["No. We found cracks in four pillars", "They are deep"]),
        ("Q", [":"], ["Who pays?"]),
        ("A", [":"], ["The harbour office"]),
    ]


def test_each_speaker_of_a_transcript_is_found_and_no_sentence_begins_with_a_name() -> None:
    text = "ILVES: It was never likely.\n\nOSTROW: You said so twice.\n\nILVES: Not in May."
    outer = [each for each in find_attributions(text) if each.outer is None]
    assert [parts(text, each) for each in outer] == [
        ("ILVES", [":"], ["It was never likely"]),
        ("OSTROW", [":"], ["You said so twice"]),
        ("ILVES", [":"], ["Not in May"]),
    ]


def test_a_question_between_two_answers_is_not_said_by_the_one_who_answers() -> None:
    text = "Ilves: It is closed.\n\nAnd when will it open?\n\nIlves: In May."
    assert [parts(text, each)[2] for each in find_attributions(text)] == [["It is closed"], ["In May"]]


def test_a_list_with_labels_is_not_a_conversation() -> None:
    assert find_attributions("Ingredients: 200 g flour.\n\nTime: 20 minutes.\n\nIngredients: 3 eggs.") == ()


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "“We found cracks.\n\n“They are deep.\n\n“We will close the bridge,” said Ruth Ilves, the mayor.",
            ["“We found cracks", "“They are deep", "“We will close the bridge,”"],
        ),
        (
            "“We found cracks,” said Ruth Ilves. “They are deep.\n\n“We will close the bridge.”",
            ["“We found cracks,”", "“They are deep", "“We will close the bridge.”"],
        ),
        (
            "“We found cracks,” said Ruth Ilves.\n\n“They are very deep.”\n\n“We will close the bridge.”\n\nIt is old.\n\n“No one has listened to us.”",
            ["“We found cracks,”", "“They are very deep.”", "“We will close the bridge.”"],
        ),
    ],
)
def test_all_paragraphs_of_one_speech_have_its_speaker(text: str, contents: list[str]) -> None:
    assert first(text)[2] == contents


def test_a_quotation_below_a_reported_statement_has_the_same_speaker() -> None:
    text = "The bridge will stay closed, the mayor said.\n\n“No one has listened to us for years.”\n\nIt is old."
    assert first(text)[2] == ["The bridge will stay closed", "“No one has listened to us for years.”"]


def test_a_heading_between_single_marks_is_not_part_of_a_speech() -> None:
    text = "“We found cracks in four pillars,” said Ruth Ilves.\n\n‘No one listens to us.’\n\n“It is an old bridge,” said Jan Ostrow."
    assert [parts(text, each)[2] for each in find_attributions(text)] == [
        ["“We found cracks in four pillars,”"],
        ["“It is an old bridge,”"],
    ]


@pytest.mark.parametrize("time", ["a few minutes ago", "this week", "two days later", "on Monday evening"])
def test_a_time_after_the_cue_is_not_what_is_said(time: str) -> None:
    found = first(f"Schools will stay closed, the county council announced {time}.")
    assert found == ("the county council", ["announced"], ["Schools will stay closed"])


def test_a_word_of_the_speakers_name_is_not_a_cue() -> None:
    text = "The rail company says a tree is lying across both tracks."
    assert [parts(text, each)[1] for each in find_attributions(text)] == [["says"]]


def test_a_verb_right_before_a_colon_is_the_cue() -> None:
    found = first("A sign on the first lamp reads: “Please do not take.”")
    assert found[:2] == ("A sign on the first lamp", ["reads"])


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "“We tried,” said Ruth Ilves on Monday, “and we failed.” It rained.",
            ["“We tried,”", "“and we failed.”"],
        ),
        (
            "The council may be late, Ruth Ilves said. “The other thing it lacks is money.”",
            ["The council may be late", "“The other thing it lacks is money.”"],
        ),
    ],
)
def test_a_quotation_that_goes_on_after_other_words_has_its_speaker(text: str, contents: list[str]) -> None:
    assert first(text)[2] == contents


def test_a_quotation_after_a_sentence_of_someone_else_is_left_open() -> None:
    text = "Ruth Ilves said it was late. The bridge is old. “No one has listened to us.”"
    assert first(text)[2] == ["it was late"]


@pytest.mark.parametrize("cue", ["denied", "did not suggest", "never said"])
def test_a_quotation_is_not_what_someone_denied(cue: str) -> None:
    text = f"Ruth Ilves {cue} that it was late. “We have always come in time.”"
    assert all("“We have always come in time.”" not in parts(text, each)[2] for each in find_attributions(text))


def test_the_title_of_a_portrait_is_only_a_guess() -> None:
    (found,) = find_attributions("Ruth Ilves: a life in pictures\n\nRuth Ilves is the mayor of Haldan.")
    assert found.level is Level.GUESS


def test_numbered_speakers_of_a_transcript_are_found() -> None:
    text = "Speaker 1: Where is the key?\n\nSpeaker 2: I have it here.\n\nSpeaker 1: Then open the door."
    assert [parts(text, each)[0] for each in find_attributions(text)] == ["Speaker 1", "Speaker 2", "Speaker 1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister is said to be furious.", (None, ["is said"], ["The minister", "to be furious"])),
        (
            "Anna was warned by doctors that she might lose her sight.",
            ("doctors", ["was warned"], ["she might lose her sight"]),
        ),
        (
            "She was told by her headmaster that girls did not need Latin.",
            ("her headmaster", ["was told"], ["girls did not need Latin"]),
        ),
    ],
)
def test_who_is_spoken_of_or_to_is_not_the_source(text: str, expected: tuple[str | None, list[str], list[str]]) -> None:
    assert [parts(text, each) for each in find_attributions(text)] == [expected]


def test_a_pronoun_is_the_source_without_the_words_before_it() -> None:
    assert first("In a statement it said: “We regret it.”") == ("it", ["said"], ["“We regret it.”"])
    assert first("In the park, she said, dogs are not allowed.")[2] == ["In the park", "dogs are not allowed"]


def test_an_unknown_verb_before_a_colon_is_the_cue() -> None:
    found = first("Opposition leader Nina Dahl fires back: “You promised this last year.”")
    assert found == ("Opposition leader Nina Dahl", ["fires back"], ["“You promised this last year.”"])
