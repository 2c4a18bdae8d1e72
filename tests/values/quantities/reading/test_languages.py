"""Numbers in texts that are not English: digits are read by the language's separators, words are not read at all."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.languages import Separators, is_english, separators_of
from newsfacts.values.quantities.reading.phrase import parse_quantity


@pytest.mark.parametrize(
    ("language", "phrase", "canonical"),
    [
        ("de", "1.300", "1300"),
        ("de", "1 300", "1300"),
        ("de-AT", "3,5 %", "3.5%"),
        ("de-CH", "1’250.50", "1250.50"),
        ("de", "2.750.000 €", "EUR 2.75e6"),
        ("de", "10–12 %", "10..12%"),
        ("de", "-7 °C", "-7 °C"),
        ("fr", "1\u202f250,5", "1250.5"),
        ("fr-CA", "1\u00a0250 km", "1250 km"),
        ("es", "1.250", "1250"),
        ("es-MX", "1,250.75", "1250.75"),
        ("pt_PT", "1 250", "1250"),
        ("sv", "6,4 %", "6.4%"),
        ("tr", "%6,4", "6.4%"),
        ("hi", "१२,३४,५६७", "1234567"),
        ("fa", "۱٬۲۵۰٫۵", "1250.5"),
        ("ja", "1,250", "1250"),
        ("zh-Hans-CN", "¥1,250", "CNY 1250"),
    ],
)
def test_digits_mean_what_they_mean_in_the_language(language: str, phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase, language=language)) == canonical


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("de", "2,5 Millionen Euro"),
        ("de", "mindestens 30"),
        ("de", "1.250 Demonstranten"),
        ("de", "zwölf"),
        ("de", "2-1"),
        ("fr", "2,5 millions d'euros"),
        ("ru", "более 30"),
        ("tlh", "30"),
    ],
)
def test_words_that_are_not_english_are_never_taken_for_english(language: str, phrase: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        parse_quantity(phrase, language=language)
    assert caught.value.kind is UnreadableKind.LANGUAGE
    assert caught.value.reason == (
        f"words are read in English only, and the language is {language!r}; this could not be checked"
    )


@pytest.mark.parametrize(
    ("language", "digits", "example"),
    [("de", "1.25", "1.234.567,5"), ("fr", "1.250", "1 234 567,5"), ("de-CH", "1’25", "1'234'567.5"),
     ("hi", "1,2,3", "12,34,567.5")],
)  # fmt: skip
def test_digits_written_in_another_way_are_refused_with_an_example(language: str, digits: str, example: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        parse_quantity(digits, language=language)
    assert caught.value.kind is UnreadableKind.NOT_ONE_NUMERAL
    assert caught.value.reason == (f"{digits!r} is not written as numbers are in the language {language!r} ({example})")


def test_a_range_that_runs_downward_is_refused_in_every_language() -> None:
    with pytest.raises(UnreadableValue) as caught:
        parse_quantity("12-10 %", language="de")
    assert (caught.value.kind, caught.value.reason) == (
        UnreadableKind.REVERSED, "the range runs downward, from 12 to 10",
    )  # fmt: skip


@pytest.mark.parametrize("language", [None, "en", "EN-gb", "en_IN", "eng"])
def test_english_is_read_in_full(language: str | None) -> None:
    assert is_english(language)
    assert str(parse_quantity("about 1,250 sheep", language=language)) == "~1250 sheep"


def test_an_unknown_region_has_the_separators_of_its_language() -> None:
    assert separators_of("de-XX") == separators_of("de") == Separators(",", ".")


@pytest.mark.parametrize("phrase", ["1" * 401, "1" * 2001])
def test_numbers_in_other_languages_are_bounded_too(phrase: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        parse_quantity(phrase, language="de")
    assert caught.value.kind is UnreadableKind.TOO_LONG


def test_the_decimals_of_a_price_keep_their_places() -> None:
    price = parse_quantity("12,50 €", language="de")
    assert (price.stated, price.granularity, price.currency) == (Fraction(25, 2), Fraction(1, 100), "EUR")
