"""Phrases to quantities: numbers, units, kinds, ranges, what is refused and why."""

from __future__ import annotations

import contextlib
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear, steps
from tests.searching import examples

from newsfacts.errors import UnreadableValue
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind, Tone
from newsfacts.values.quantities.reading.hedges import AFTER, BEFORE
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS
from newsfacts.values.quantities.reading.phrase import parse_quantity


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        # counts and their nouns
        ("some 60 sheep", "~60 sheep"),
        ("at least 14 miners were trapped", ">=14 miners"),
        ("33 police officers", "33 police officers"),
        ("9 men and women", "9 men and women"),
        ("one villager died", "1 villager"),
        ("no casualties", "0 casualties"),
        ("nobody", "0"),
        ("a single ticket", "1 ticket"),
        ("both brothers", "2 brothers"),
        ("twice", "2 times"),
        ("around 15 times", "~15 times"),
        ("two of them", "2"),
        # magnitudes and suffixes
        ("2.4m viewers", "2.4e6 viewers"),
        ("a 30m pool", "30 m"),
        ("45k", "45000"),
        ("7bn", "7e9"),
        ("20 million", "20e6"),
        ("20,000,000", "2e7"),
        ("3.0 million", "3.0e6"),
        # money
        ("$4.1bn", "USD 4.1e9"),
        ("£760m", "GBP 760e6"),
        ("€12", "EUR 12"),
        ("A$3 million", "AUD 3e6"),
        ("US$2tn", "USD 2e12"),
        ("80 Swiss francs", "CHF 80"),
        ("900 francs", "franc 900"),
        ("six dollars and 20 cents", "USD 6.20"),
        ("35 cents", "USD 35 cents"),
        ("CHF 12.50", "CHF 12.50"),
        ("-$8 million", "USD -8e6"),
        ("5 crore rupees", "INR 5e7"),
        ("MEUR 14", "EUR 14e6"),
        ("a penny a share", 'GBP 1 penny per "share"'),
        ("a cent", "USD 1 cent"),
        # degrees and cents
        ("-5C", "-5 C"),
        ("minus 7 C", "-7 C"),
        ("38C", "38 C"),
        ("38c", "USD 38 c"),
        # fractions with a magnitude, and of a point
        ("3½ million", "3.5e6"),
        ("4 1/2 million", "4.5e6"),
        ("2-1/2 million", "2.5e6"),
        ("half a percentage point", "0.5pp"),
        ("a quarter of a percentage point", "0.25pp"),
        ("half a percent", "0.5%"),
        ("a quarter-point", "0.25 point"),
        # percent, points, shares, factors
        ("6.3%", "6.3%"),
        ("6.3 per cent", "6.3%"),
        ("6.3 percentage points", "6.3pp"),
        ("25 basis points", "25bp"),
        ("25-basis-point", "25bp"),
        ("a fifth of pupils", "share 1/5 pupils"),
        ("one in eight households", "share 1/8 households"),
        ("four out of nine", "share 4/9"),
        ("half of all farms", "share 1/2 farms"),
        ("most senators", ">share 1/2 senators"),
        ("a vast majority", ">>share 1/2"),
        ("a minority of members", "<share 1/2 members"),
        ("twice as high", "2x"),
        ("sevenfold", "7x"),
        ("4.5 times the size", "4.5x"),
        ("five times more", "5x more"),
        ("halved", "0.5x"),
        # ordinals, windows, streaks, rates
        ("their second in two months", "2nd in P2M"),
        ("the fourth strike in three weeks", "4th strike in P3W"),
        ("first in more than a decade", "1st in >P10Y"),
        ("fifth straight month", "5th straight month"),
        ("three consecutive days", "3 straight days"),
        ("six wins in a row", "6 straight wins"),
        ("8 deaths per 100,000 people", "8 deaths per 100000 people"),
        ("$1.80 a litre", "USD 1.80 per litre"),
        ("30 flights a day", "30 flights per day"),
        ("the third-largest city", "3rd largest city"),
        # units of measure
        ("6 ft 3 in", '75 "in"'),
        ("a mile and a half", "1.5 mile"),
        ("half an hour", "0.5 hour"),
        ("70 km/h", "70 km per h"),
        ("-4 °C", "-4 °C"),
        ("3 below zero", "-3"),
        ("12 miles (19 km)", "12 miles"),
        ("40 (forty) days", "40 days"),
        # ranges
        ("between 2.2 and 2.6 million voters", "2.2e6..2.6e6 voters"),
        ("$3-4 billion", "USD 3e9..4e9"),
        ("€20-30m", "EUR 20e6..30e6"),
        ("6- to 9-metre", "6..9 metre"),
        ("22 to 28 percent", "22..28%"),
        ("7% to 9%", "7..9%"),
        ("three or four", "3..4"),
        ("two to three hundred", "200..300"),
        ("between one hundred and two hundred", "100..200"),
        ("between a hundred and twenty and a hundred and thirty", "120..130"),
        ("from 5 to 7 days", "5..7 days"),
        ("roughly 40 to 60", "~40..60"),
        ("more than 30 but fewer than 50", "30<..<50"),
        ("at least 10 and at most 20", "10..20"),
        ("12.5±0.5", "12..13"),
        ("15-18,000", "15000..18000"),
        ("in her forties", "40..<50"),
        ("in his 60s", "60..<70"),
        # vague words
        ("dozens of homes", "dozens homes"),
        ("scores of arrests", "scores arrests"),
        ("a handful of seats", "handful seats"),
        ("several hundred demonstrators", "several*100 demonstrators"),
        ("a few thousand", "few*1000"),
        ("tens of thousands", "tens*1000"),
        ("hundreds of millions of dollars", "USD hundreds*1000000"),
        ("a couple of goals", "couple goals"),
        ("a dozen boats", "1*12 boats"),
        # change and tone
        ("up 3.5%", "rose 3.5%"),
        ("fell by 12 points", "fell 12 points"),
        ("rose to 61 percent", "rose-to 61%"),
        ("down from 9", "fell-from 9"),
        ("a 7 percent drop", "fell 7%"),
        ("15 percent more", "rose 15%"),
        ("8 more bodies", "rose 8 bodies"),
        ("another 200 jobs", "rose 200 jobs"),
        ("only 3 votes", "only 3 votes"),
        ("a mere 50", "only 50"),
        ("barely 20", "barely 20"),
        # words that are not part of the number
        ("15 soldiers in 2019", "15 soldiers"),
        ("on June 4, 15 soldiers", "15 soldiers"),
        ("COVID-19 killed 12", "12"),
    ],
)
def test_reads(phrase: str, canonical: str) -> None:
    assert str(parse_quantity(phrase)) == canonical


@pytest.mark.parametrize(
    ("phrase", "fields"),
    [
        ("approximately 40 times", {"stated": 40, "comparator": Comparator.ABOUT, "unit": "times"}),
        ("4.2%", {"stated": Fraction(21, 5), "low": Fraction(21, 5), "kind": QuantityKind.PERCENT}),
        ("$3.5bn", {"stated": 3500000000, "currency": "USD", "kind": QuantityKind.MONEY, "granularity": 10**8}),
        ("between 1.2 and 1.5 million people", {"stated": None, "low": 1200000, "high": 1500000, "unit": "people"}),
        ("at least 12", {"low": 12, "high": None}),
        ("fewer than 12", {"low": None, "high": 12}),
        ("nearly 50", {"stated": 50, "low": None, "high": 50}),
        ("dozens", {"stated": None, "low": 24, "comparator": Comparator.VAGUE, "vague": "dozens"}),
        ("just 3", {"tone": Tone.JUST, "comparator": Comparator.PLAIN}),
        ("up nearly 20%", {"change": Change.UP, "comparator": Comparator.NEARLY}),
        ("second in two months", {"kind": QuantityKind.ORDINAL, "stated": 2, "window": "P2M"}),
        ("50 per 1,000 births", {"per": "1000 births"}),
        ("two dozen", {"stated": 24, "granularity": 12}),
    ],
)
def test_fields(phrase: str, fields: dict[str, Any]) -> None:
    found = parse_quantity(phrase)
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", "it is empty"),
        ("the mayor", "it states no number"),
        ("many people", "'many' names no number"),
        ("few people", "'few' without 'a' says that there are not many, and sets no bound"),
        ("a plurality", "a plurality is the largest part, and sets no bound by itself"),
        ("eleven three", "it states more than one number (three is another); annotate one of them"),
        ("killed 7 and wounded 12", "it states more than one number (12 is another); annotate one of them"),
        ("7 attacks in 3 cities", "it states more than one number (3 is another); annotate one of them"),
        ("between 60 and 50", "the range runs downward, from 60 to 50"),
        ("rose 5 percent to 12", "it states a change and its result; annotate each by itself"),
        ("rose by 5 to 20", "it states a change and its result; annotate each by itself"),
        ("tripled to 30", "it states a change and its result; annotate each by itself"),
        ("9/11", "9/11 is a date or a name, not a fraction"),
        ("1980s", "1980s is a time, not a quantity"),
        ("6 p.m.", "it is a time of day, not a quantity"),
        ("double-digit growth", "double digits are a size class and name no number"),
        ("a six-figure sum", "its digits are counted, which names no number"),
        ("1,23,4 people", "its separators do not group the digits as thousands or set off decimals"),
    ],
)
def test_refuses_with_a_reason(phrase: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        parse_quantity(phrase)
    assert caught.value.reason == reason


def test_the_policy_settles_shared_currency_signs_and_billions() -> None:
    policy = Policy.from_yaml('{billion: long, locale_currency: {"$": AUD, franc: CHF}}')
    assert str(parse_quantity("$5", policy)) == "AUD 5"
    assert str(parse_quantity("5 francs", policy)) == "CHF 5"
    assert parse_quantity("3 billion", policy).stated == 3 * 10**12


WORDS = sorted(
    {*NUMBER_WORDS, *BEFORE, *AFTER, "people", "of", "in", "per", "%", "$", "€", "km", "-", "to", "and", "a", "times"}
)


@examples(4)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from([*WORDS, *"0123456789", "1,000", "2.5"]), max_size=9).map(" ".join),
    )
)
def test_nothing_but_unreadable_value_is_raised(phrase: str) -> None:
    try:
        found = parse_quantity(phrase)
    except UnreadableValue:
        return
    assert isinstance(found, Quantity)


@pytest.mark.parametrize(
    "piece",
    [
        "million ",
        "and ",
        "9",
        "9 ",
        "one ",
        "more than ",
        "a ",
        "between ",
        "- ",
        "half ",
        "of ",
        "up to ",
        "1/",
        "people ",
        "decillion ",
    ],
)
def test_the_work_grows_with_the_length_and_then_stops(piece: str) -> None:
    def read(phrase: str) -> None:
        with contextlib.suppress(UnreadableValue):
            parse_quantity(phrase)

    def phrase(length: int) -> str:
        return (piece * length)[:length]

    assert is_linear(read, phrase, 125)
    assert steps(lambda: read(phrase(100_000))) < 100
