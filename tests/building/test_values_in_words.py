"""Values in words: the same objects as in canonical form, and reasons where they could mean two things."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newsfacts.building.field_values import read_date, read_time_value
from newsfacts.building.values_in_words import is_misread, read_quantity
from newsfacts.documents import dumps, load, parse
from newsfacts.errors import UnreadableValue
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.times.canonical import parse_time_value

QUANTITIES = Path(__file__).parent.parent / "frozen" / "quantities.tsv"


@pytest.mark.parametrize(("words", "canonical"), [
    ("two million", "2e6"), ("about 40", "~40"), ("at least a dozen", ">=1*12"), ("up to 40", "<=?40"), ("forty", "40"),
    ("two million people", "2e6 people"), ("40 thousand", "40e3"), ("2 or 3", "2..3"), ("five percent", "5%"),
    ("3.5 million euros", "EUR 3.5e6"), ("USD 3.5 million", "USD 3.5e6"), ("over 40 people", ">40 people"),
    ("40 per cent", "40%"), ("1 in 5", "share 1/5"),
])  # fmt: skip
def test_a_quantity_in_words_is_the_one_in_canonical_form(words: str, canonical: str) -> None:
    assert read_quantity(words) == parse_canonical(canonical)


@pytest.mark.parametrize(("words", "canonical"), [
    ("4 July 2024", "2024-07-04"), ("July 4, 2024", "2024-07-04"), ("Thursday, 4 July 2024", "2024-07-04"),
    ("July 2024", "2024-07"), ("spring 2024", "2024-21"), ("the 1990s", "199X"), ("three years", "P3Y"),
    ("last week of May 2023", "2023-05-22/2023-05-28"), ("4 July 2024 3pm", "2024-07-04T15:00"),
])  # fmt: skip
def test_a_time_in_words_is_the_one_in_canonical_form(words: str, canonical: str) -> None:
    assert read_time_value(words) == parse_time_value(canonical)


@pytest.mark.parametrize(("words", "date"), [
    ("4 July 2024", dt.date(2024, 7, 4)), ("July 4, 2024 3:30 pm", dt.datetime(2024, 7, 4, 15, 30)),
])  # fmt: skip
def test_a_day_of_publication_in_words(words: str, date: dt.date) -> None:
    assert read_date(words) == date
    assert parse(f"---\npublished: {words}\n---\n").document.published == date


EXCHANGED = "the day and the month of such a date can be exchanged: write 2024-07-04 or 4 July 2024"
NOT_WHOLE = "it is not a whole date by itself: write it as 2024-07-04 or 4 July 2024"


@pytest.mark.parametrize(("words", "reason"), [
    ("4/7/2024", EXCHANGED), ("4.7.2024", EXCHANGED), ("7-4-24", EXCHANGED), ("last week", NOT_WHOLE),
    ("4 July", NOT_WHOLE), ("Friday", NOT_WHOLE), ("4 July 24", "the year is written with four digits, as in 4 July 2024"),
    ("Friday, 4 July 2024", "4 July 2024 is a Thursday, not a Friday: the nearest Friday is 5 July 2024; in 2025 that day was one"),
])  # fmt: skip
def test_a_time_that_can_be_two_is_refused(words: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        read_time_value(words)
    assert caught.value.reason == reason


@pytest.mark.parametrize(("words", "reason"), [
    ("1,300", "a comma between digits may be a decimal comma: write 1300 for 1,300, and 1.3 for one and three tenths"),
    ("$5", "several countries have such a currency: write the code, as in USD 3.5e6"),
    ("five dollars", "several countries have such a currency: write the code, as in USD 3.5e6"),
    ("4 July 2024", "4 July is a date, not a quantity"),
])  # fmt: skip
def test_a_quantity_that_can_be_two_is_refused(words: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        read_quantity(words)
    assert caught.value.reason == reason


@pytest.mark.parametrize("words", ["July 2024", "about 4 July 2024", "the evening of 4 July 2024"])
def test_a_day_of_publication_is_one_day(words: str) -> None:
    with pytest.raises(UnreadableValue, match="this is not one day"):
        read_date(words)


def test_no_canonical_form_is_taken_for_words() -> None:
    canonical = {line.split("\t")[1].split(" | ")[0] for line in QUANTITIES.read_text(encoding="utf-8").splitlines()}
    readable = []
    for text in canonical:
        try:
            readable.append((text, parse_canonical(text)))
        except UnreadableValue:
            continue
    assert len(readable) > 1000
    assert [text for text, value in readable if '"' not in text and is_misread(value)] == []
    assert [text for text, value in readable if read_quantity(text) != value] == []


def test_an_edited_file_keeps_the_words_and_a_new_one_has_the_canonical_form(tmp_path: Path) -> None:
    path = tmp_path / "a.facts"
    text = '---\npublished: 4 July 2024\n---\n\n[They]{.count value="two million"} came.\n'
    path.write_text(text, encoding="utf-8")
    document = load(path)
    assert dumps(document) == text
    assert dumps(document, format="yaml").partition("text: ")[0].strip() == 'newsfacts: 1\npublished: "2024-07-04"'
