"""Answers of language models, by words alone, put on their places in the text."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfacts
from newsfacts import DraftAnswer, PlacedHow, Severity, UsageError, draft_prompt, read_answer

DAY = dt.date(2024, 7, 4)
TEXT = (
    "The bridge will stay closed until 12 August, Mayor Ruth Ilves said. Ostrow said nothing.\n\n"
    "“We found cracks in four pillars,” Ilves said. “No one wants that risk.”\n\n"
    "Four pillars were built in 1902. The harbour office said it had warned her."
)


def answered(text: str = TEXT, **answer: Any) -> DraftAnswer:
    return read_answer(text, json.dumps(answer), published=DAY)


def test_cue_and_source_are_the_nearest_to_the_content() -> None:
    found = answered(
        attributions=[
            {"source": "Ilves", "cue": "said", "content": "“We found cracks in four pillars,”"},
            {"source": "The harbour office", "cue": "said", "content": "it had warned her"},
        ]
    )
    assert [(each.cue.span.start, each.source[0].span.start) for each in found.document.attributions if each.cue] == [
        (TEXT.index("said. “No"), TEXT.index("Ilves said. “No")),
        (TEXT.index("said it"), TEXT.index("The harbour office")),
    ]
    assert found.unplaced == ()


def test_parts_of_a_content_are_one_content() -> None:
    found = answered(
        attributions=[
            {"source": "Ilves", "cue": "said", "content": ["We found cracks in four pillars", "No one wants that risk"]}
        ]
    )
    (quote,) = found.document.quotes
    assert [span.slice(TEXT) for span in quote.spans] == [
        "“We found cracks in four pillars,”",
        "“No one wants that risk.”",
    ]


def test_straight_marks_for_curly_ones_are_accepted_and_named() -> None:
    found = answered(attributions=[{"source": "Ilves", "cue": "said", "content": '"No one wants that risk."'}])
    assert (found.placed[0].how, found.placed[0].note) == (PlacedHow.NORMALIZED, "quote marks")


def test_what_is_not_in_the_text_is_kept_with_the_nearest_words() -> None:
    found = answered(attributions=[{"source": "Ilves", "cue": "said", "content": "We found cracks in five pillars"}])
    (absent,) = found.unplaced
    assert absent.how is PlacedHow.ABSENT
    assert "We found cracks in four pillars" in absent.note
    (lost,) = [each for each in found.document.annotations if each.lost]
    assert lost.lost == "We found cracks in five pillars"
    assert "Ilves" in (lost.note or "")


def test_a_source_that_is_not_in_the_text_leaves_the_attribution_and_is_kept() -> None:
    found = answered(attributions=[{"source": "the king", "cue": "said", "content": "it had warned her"}])
    (attribution,) = found.document.attributions
    assert attribution.source == ()
    assert [each.lost for each in found.document.annotations if each.lost] == ["the king"]


def test_a_value_that_its_words_do_not_say_is_reported_and_kept() -> None:
    found = answered(
        counts=[{"words": "four pillars", "value": 5}, {"words": "Four pillars", "value": 4}],
        times=[{"words": "12 August", "value": "2024-08-12"}, {"words": "1902", "value": "1903"}],
    )
    assert [(each.path, each.answered, each.read) for each in found.differences] == [
        ("counts[0]", "5", "4 pillars"),
        ("times[1]", "1903", "1902"),
    ]
    assert [str(count.declared) for count in found.document.counts] == ["5", "None"]
    assert {finding.code for finding in newsfacts.check(found.document).findings} >= {"N01", "D04"}


def test_words_at_several_places_are_found_near_others() -> None:
    text = "Two boats left Haldan. Two boats left Orr."
    found = answered(text, counts=[{"words": "Two boats", "near": "Orr"}])
    assert [count.span.start for count in found.document.counts] == [text.rindex("Two")]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("{", "the answer is not JSON"),
        ("[]", "the answer is not an object"),
        ('{"quotes": []}', "the answer has 'quotes', which is none of attributions, counts and times"),
        ('{"counts": {}}', "counts is not a list of objects"),
        ('{"attributions": [{"cue": "said"}]}', r"attributions\[0\].content is not a text"),
        ('{"attributions": [{"content": "a", "speaker": "b"}]}', r"attributions\[0\] has 'speaker'"),
        ('{"counts": [{"words": ""}]}', r"counts\[0\].words is not a text"),
        ('{"times": [{"words": "a", "value": []}]}', r"times\[0\].value is neither a text nor a number"),
    ],
)
def test_an_answer_of_another_form_is_refused_with_its_place(answer: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_answer(TEXT, answer)


def test_an_answer_between_fences_is_read() -> None:
    found = read_answer(TEXT, '```json\n{"times": [{"words": "1902"}]}\n```\n')
    assert [time.text for time in found.document.times] == ["1902"]


def test_the_prompt_has_the_schema_and_the_text() -> None:
    prompt = draft_prompt(TEXT)
    assert prompt.endswith(TEXT)
    assert '"attributions"' in prompt


PARTS = st.sampled_from(
    ["Ilves", "said", "it had warned her", "pillars", "four", "“No one", "Ruth", " ", "no such", "1902", "said."]
)
ATTRIBUTIONS = st.fixed_dictionaries(
    {"content": PARTS | st.lists(PARTS, min_size=1, max_size=3)}, optional={"source": PARTS, "cue": PARTS}
)
VALUES = st.fixed_dictionaries({"words": PARTS}, optional={"value": st.sampled_from(["4", "x", 1902]), "near": PARTS})


@given(st.lists(ATTRIBUTIONS, max_size=6), st.lists(VALUES, max_size=4), st.lists(VALUES, max_size=4))
def test_nothing_of_an_answer_is_lost_and_the_document_reads_back(
    attributions: list[dict[str, Any]], counts: list[dict[str, Any]], times: list[dict[str, Any]]
) -> None:
    try:
        found = answered(attributions=attributions, counts=counts, times=times)
    except UsageError:  # words of nothing but a space
        return
    document = found.document
    again = newsfacts.loads(document.dumps())
    assert again == document
    assert [problem for problem in again.problems if problem.severity is Severity.ERROR] == []
    kept = " ".join([*(a.text for a in document), *(a.lost or "" for a in document), *(a.note or "" for a in document)])
    for each in attributions:
        content = each["content"] if isinstance(each["content"], list) else [each["content"]]
        assert all(part.strip() in kept for part in content)
    assert len(document.counts) == len(counts)
    assert len(document.times) == len(times)


def test_a_number_of_thousands_of_digits_in_an_answer_is_refused() -> None:
    with pytest.raises(UsageError, match="the answer is not JSON"):
        read_answer("12 people", '{"counts": [{"words": "12", "value": ' + "9" * 5000 + "}]}")


def test_each_of_many_equal_numbers_has_a_place_of_its_own() -> None:
    answer = read_answer("5 " * 40, json.dumps({"counts": [{"words": "5"}] * 40}))
    assert [each.span.start for each in answer.placed if each.span] == list(range(0, 80, 2))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ('{"counts": [{"words": "12", "value": NaN}]}', "the answer has NaN, which is not a number"),
        ('{"counts": [{"words": "12", "value": -Infinity}]}', "the answer has -Infinity, which is not a number"),
        ('{"counts": [{"words": "12", "value": 1e999}]}', r"counts\[0\].value is too large for a number"),
        ('{"times": [], "times": [{"words": "today"}]}', "an object of the answer has 'times' twice"),
        (
            '{"attributions": [{"source": "Ann", "cue": "said", "content": "\\ud800"}]}',
            r"attributions\[0\].content has half of a character \(U\+D800\)",
        ),
        ('{"counts": [{"words": "12", "near": "\\udfff"}]}', r"counts\[0\].near has half of a character"),
    ],
)
def test_what_json_allows_and_no_text_has_is_refused_with_its_place(answer: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_answer("Ann said 12.", answer)
