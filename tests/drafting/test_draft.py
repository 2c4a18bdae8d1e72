"""A document of proposals for a plain text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfacts
from newsfacts import Document, Entity, EntityKind, Factbook, Level, Measure, UsageError, accept, check, draft

DAY = dt.date(2024, 7, 4)
TEXT = """Bridge at Haldan stays closed

The mayor of Haldan, Ruth Ilves, said the bridge would stay closed until 12 August. About 3,000 drivers use it every day.

“We found cracks in four pillars,” Ilves, 54, told reporters. “Nobody wants to take that risk.”

She accused the harbour office of hiding a report.

Read more: How the cracks were found
"""


def levels(document: Document) -> set[Level | None]:
    return {annotation.draft for annotation in document.annotations}


def test_every_proposal_says_how_sure_it_is() -> None:
    document = draft(TEXT, published=DAY, level="guess")
    assert document.annotations
    assert None not in levels(document)


def test_a_draft_is_reported_until_the_last_proposal_is_taken_over() -> None:
    document = draft(TEXT, published=DAY)
    assert "P09" in {finding.code for finding in check(document).findings}
    assert "P09" not in {finding.code for finding in check(accept(document, "guess")).findings}


def test_only_what_is_sure_enough_is_taken_over() -> None:
    document = draft(TEXT, published=DAY, level="guess")
    accepted = accept(document, "sure")
    assert Level.SURE not in levels(accepted)
    assert [each.draft for each in document.annotations if each.draft is Level.LIKELY] == [
        each.draft for each in accepted.annotations if each.draft is Level.LIKELY
    ]
    assert [each.spans for each in accepted.annotations] == [each.spans for each in document.annotations]


def test_a_person_is_one_entity_and_a_pronoun_refers_to_it() -> None:
    document = draft(TEXT, published=DAY)
    (ilves,) = [entity for entity in document.entities.values() if entity.kind is EntityKind.PERSON]
    assert ilves.name == "Ruth Ilves"
    assert [each.by for each in document.attributions] == [(ilves,)] * 3


def test_a_quotation_that_goes_on_after_its_speaker_is_one_quote() -> None:
    (quote,) = draft(TEXT).quotes
    assert [span.slice(TEXT) for span in quote.spans] == [
        "“We found cracks in four pillars,”",
        "“Nobody wants to take that risk.”",
    ]


def test_counts_have_measures_times_a_day_and_ages_a_person() -> None:
    document = draft(TEXT, published=DAY)
    measures = {count.text: count.of.name for count in document.counts if isinstance(count.of, Measure)}
    assert measures == {"About 3,000 drivers": "drivers", "four pillars": "pillars", "54": "age of Ruth Ilves"}
    assert [str(time.value) for time in document.times if time.text == "12 August"] == ["2024-08-12"]
    assert [aside.text for aside in document.asides] == ["Read more: How the cracks were found"]


def test_numbers_that_count_alike_are_of_one_measure_only_where_they_agree() -> None:
    document = draft("Police held 12 people. The 12 people were freed. On Monday 3 people came back.")
    first, second, third = [count.of for count in document.counts]
    assert first is second
    assert first is not third


def test_a_headline_counts_what_the_text_counts() -> None:
    doc = newsfacts.draft("Thousands of Shootings in Town\n\nThere were thousands of shootings, the police said.\n")
    assert [measure.label for measure in doc.measures.values()] == ["shootings"]


def test_what_a_factbook_knows_keeps_its_id() -> None:
    ilves = Entity(id="mayor-ilves", given_name="Ruth Ilves", kind=EntityKind.PERSON)
    document = draft(TEXT, factbook=Factbook(entities={"mayor-ilves": ilves}))
    assert {each.id for each in document.attributions[0].by} == {"mayor-ilves"}
    assert document.own.entities == {}


def test_a_draft_can_be_limited_to_some_parts() -> None:
    document = draft(TEXT, only=["quotes", "counts"])
    assert {annotation.KIND for annotation in document.annotations} == {"quote", "count"}


def test_a_text_in_another_language_has_its_quotations_proposed_and_no_speakers() -> None:
    text = (
        "„Wir haben Risse in vier Pfeilern gefunden“, sagte die Bürgermeisterin am Montag, und der Rat war nicht dabei."
    )
    document = draft(text)
    assert [quote.text for quote in document.quotes] == ["„Wir haben Risse in vier Pfeilern gefunden“"]
    assert document.attributions == ()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"level": "sur"}, "no level is named 'sur'"),
        ({"only": ["quote"]}, "a draft has no part 'quote'"),
        ({"engine": "none"}, "no engine is named 'none'"),
    ],
)
def test_a_wrong_argument_is_refused(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        draft(TEXT, **arguments)  # type: ignore[arg-type]  # what is wrong is the point


PIECES = st.sampled_from([
    "Ruth Ilves said", " that ", "12 boats", " sank", ". ", "\n\n", "“We go,”", " she added", "; ", "Mr. Ostrow, 54,", " told ",
    "the Haldan Post", " on Tuesday", "He called it “a gift”", " and ", "promised to leave", ", ", "[", "{", "\\", "according to ",
    "Ada Orr, Ben Ode and Cy Pell", " is expected ", "\n", "“", "”", "who ", "é", "---\n",
])  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_a_draft_reads_back_as_it_was_written(text: str) -> None:
    document = draft(text, level="guess")
    assert draft(text, level="guess") == document
    again = newsfacts.loads(document.dumps())
    assert again == document
    assert [problem for problem in again.problems if problem.severity is newsfacts.Severity.ERROR] == []


def test_the_numbers_of_a_markdown_list_are_not_counts() -> None:
    text = "## Fire\n\n1. Two boats burned on Monday, the mayor said.\n2. No one was hurt.\n"
    assert [count.text for count in draft(text, markup="markdown").counts] == ["Two boats"]
