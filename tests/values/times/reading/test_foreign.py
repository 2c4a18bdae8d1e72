"""Dates of other languages are read where digits leave no doubt, and never as English."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.phrase import parse_time

PUBLISHED = dt.date(2024, 7, 4)


@pytest.mark.parametrize(
    ("phrase", "language", "canonical"),
    [
        ("2024", "de", "2024"),
        ("2024-07", "fr", "2024-07"),
        ("2024-07-04", "ru", "2024-07-04"),
        ("4.7.2024", "de", "2024-07-04"),
        ("04/07/2024", "fr-CA", "2024-07-04"),
        ("4. 7. 2024", "cs", "2024-07-04"),
        ("2024/7/4", "ja", "2024-07-04"),
        ("2024. 7. 4.", "hu", "2024-07-04"),
        ("2024-07-04", "ar", "2024-07-04"),
        ("July 4, 2024", "en-GB", "2024-07-04"),
    ],
)
def test_digits_in_the_order_of_the_language(phrase: str, language: str, canonical: str) -> None:
    assert str(parse_time(phrase, published=PUBLISHED, language=language)) == canonical


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("4. Juli 2024", "de"),
        ("mars 2024", "fr"),
        ("April", "de"),
        ("4.7.", "de"),
        ("4.7.24", "de"),
        ("4/7/2024", "sv"),
        ("4/7/2024", "xx"),
        # years of other eras
        ("2567", "th"),
        ("2567-07-04", "th"),
        ("1445", "ar"),
        ("4/7/1445", "ar"),
    ],
)
def test_what_is_not_certain_is_not_read(phrase: str, language: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_time(phrase, published=PUBLISHED, language=language)
    assert refused.value.kind is UnreadableKind.LANGUAGE
    assert refused.value.reason == (
        f"words are read in English only, and the language is {language!r}; this could not be checked"
    )


def test_a_day_that_does_not_exist_does_not_exist_in_any_language() -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_time("31.11.2024", language="de")
    assert (refused.value.reason, refused.value.kind) == ("that month has no day 31", UnreadableKind.IMPOSSIBLE)
