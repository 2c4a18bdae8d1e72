"""What is not read as a quantity, with a reason that a reader understands and a kind that a program does."""

from __future__ import annotations

import pytest

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.quantities.reading.phrase import parse_quantity

K = UnreadableKind


def refusal(phrase: str) -> tuple[str, UnreadableKind]:
    with pytest.raises(UnreadableValue) as caught:
        parse_quantity(phrase)
    return caught.value.reason, caught.value.kind


@pytest.mark.parametrize(
    ("phrase", "pair"),
    [
        ("a 4-5 loss", "4-5"),
        ("lost 1-3", "1-3"),
        ("2-0", "2-0"),
        ("a 5-4 decision", "5-4"),
        ("a 61-39 vote", "61-39"),
        ("voted 70 to 64", "70 to 64"),
        ("a 6-3 conservative majority", "6-3"),
        ("a 9–2 start", "9–2"),
    ],
)
def test_a_score_is_never_a_range(phrase: str, pair: str) -> None:
    assert refusal(phrase) == (
        f"{pair} is a score or a vote of two sides, not a range; annotate each of the two numbers by itself",
        K.DIFFERENT,
    )


@pytest.mark.parametrize("phrase", ["won 10-15 seats", "5-10 percent", "lost 10-15 pounds", "three to five wins"])
def test_a_range_of_what_is_counted_is_not_a_score(phrase: str) -> None:
    assert parse_quantity(phrase).low is not None


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("two to one", "two to one is a ratio of two numbers, not a range; annotate each of them by itself"),
        ("10-to-1", "10-to-1 is a ratio of two numbers, not a range; annotate each of them by itself"),
        (
            "54 percent to 46 percent",
            "54 to 46 is a fall or two sides, not a range; annotate each of the two by itself",
        ),
        ("60/40", "60/40 is two numbers, a ratio or a score, not a fraction"),
        ("140/90", "140/90 is two numbers, a ratio or a score, not a fraction"),
        ("3-for-5", "it states two numbers that belong together (5 is the other); annotate each by itself"),
        ("one-on-one", "it states two numbers that belong together (one is the other); annotate each by itself"),
        ("10:30", "10:30 is a time of day, a length of time or a ratio, not one number"),
        ("2024-07-04", "2024-07-04 is a date, a score or a name, not one number"),
        ("July 4, 2024", "July 4 is a date, not a quantity"),
        ("4 July", "4 July is a date, not a quantity"),
        ("in 2019", "2019 is a year, not a quantity"),
        ("the 2020 election", "2020 is a year, not a quantity"),
        ("a 2007 bill", "2007 is a year, not a quantity"),
        ("’08", "08 is a year, not a quantity"),
        ("2010-2020", "2010-2020 is a period of years, not a range of numbers"),
        ("2023-24", "2023-24 is a period of years, not a range of numbers"),
        ("between 1990 and 2000", "1990 and 2000 are years, not the ends of a range of numbers"),
        ("the ’90s", "90s is a time, not a quantity"),
        ("3 a.m.", "it is a time of day, not a quantity"),
        ("6am", "it is a time of day, not a quantity"),
        ("2 o'clock", "it is a time of day, not a quantity"),
        ("8-8:30", "8-8:30 is a time of day, not a range of numbers"),
        ("every two weeks", "it says how often, not how many"),
        ("every third day", "it says how often, not how many"),
        ("all but two states", "it says how many are left out, not how many there are"),
        ("from March 1-8", "March 1 is a date, not a quantity"),
        ("in office between 2006", "2006 is a year, not a quantity"),
        (
            "moved from third to second",
            "3 to 2 is a fall or two sides, not a range; annotate each of the two by itself",
        ),
        ("not 10", "it says what the number is not"),
        ("a length and a half", "“length” is not a unit of measure"),
        ("the 1990's", "1990s is a time, not a quantity"),
        ("Flight 112", "Flight 112 is a name or a label, not a quantity"),
        ("No. 1", "No. 1 is a name or a label, not a quantity"),
        ("the Group of 20", "Group of 20 is a name or a label, not a quantity"),
        ("a 1080p screen", "1080p is a name or a label, not a quantity"),
        ("the 49ers", "49ers is a name or a label, not a quantity"),
        ("15-love", "15-love is a score, not one number"),
        ("555-1234", "555-1234 is a date, a score or a name, not one number"),
        ("a 5m drop", "5m before 'drop' can be metres or millions; write it out"),
        ("¢50", "a sign for cents comes after its number, as in 50¢"),
        ("a 401(k) plan", "401(k) is a name or a label, not a quantity"),
        ("neither of the two", "“neither” says that it is none of them"),
        ("5G networks", "5G is a name or a label, not a quantity"),
        ("double murder", "“double murder” is a name, not a ratio"),
        ("the couple", "“couple” may be two people here, and not a number"),
    ],
)
def test_what_only_looks_like_a_quantity_is_called_what_it_is(phrase: str, reason: str) -> None:
    assert refusal(phrase) == (reason, K.DIFFERENT)


@pytest.mark.parametrize(
    ("phrase", "reason", "kind"),
    [
        ("between 60 and 50", "the range runs downward, from 60 to 50", K.REVERSED),
        ("rose from 10 to 5", "it says a rise, and 5 is less than 10", K.REVERSED),
        ("eleven three", "it states more than one number (three is another); annotate one of them", K.NOT_ONE_NUMERAL),
        ("twenty twelve", "it states more than one number (twelve is another); annotate one of them", K.NOT_ONE_NUMERAL),
        ("two million and one half", "it may mean one half more, or half a million (a thousand, ...) more",
         K.NOT_ONE_NUMERAL),
        ("1,23,4", "its separators do not group the digits as thousands or set off decimals", K.NOT_ONE_NUMERAL),
        ("12 dead and 5 wounded", "it states more than one number (5 is another); annotate one of them", K.SEVERAL),
        ("rose 5 to 20", "it states a change and its result; annotate each by itself", K.SEVERAL),
        ("fell 12 cents to $3", "it states a change and its result; annotate each by itself", K.SEVERAL),
        ("9,000 of Ohio's 20,000 voters", "it states more than one number (20,000 is another); annotate one of them", K.SEVERAL),
        ("many people", "'many' names no number", K.UNBOUNDED),
        ("double-digit growth", "double digits are a size class and name no number", K.UNBOUNDED),
        ("the mayor", "it states no number", K.NO_VALUE),
        ("9" * 401, "it has more than 400 digits", K.TOO_LONG),
    ],
)  # fmt: skip
def test_every_refusal_has_its_kind(phrase: str, reason: str, kind: UnreadableKind) -> None:
    assert refusal(phrase) == (reason, kind)


@pytest.mark.parametrize(
    "phrase",
    [
        "the most expensive", "Ohio’s most ardent fans", "most popular", "most likely", "the majority leader",
        "the conservative majority", "a Muslim couple", "quarter-finals", "last quarter", "half-brother", "no doubt",
        "no longer", "once the vote is over", "the one he wants", "season four", "Formula One", "the Big Ten",
        "a half-marathon", "think twice", "the single most important", "Nasdaq 100", "Web 2.0", "told Fox 35 in Orlando",
        "as 2015 comes to an end", "records from the 2008 presidential election", "a split second", "quarter to nine",
    ],
)  # fmt: skip
def test_idioms_and_names_are_not_numbers(phrase: str) -> None:
    assert refusal(phrase)[1] in (K.NO_VALUE, K.DIFFERENT)


def test_a_refusal_survives_pickling_with_its_kind() -> None:
    import pickle

    error = UnreadableValue("2-0", "it is a score", K.DIFFERENT)
    again = pickle.loads(pickle.dumps(error))
    assert (again.raw, again.reason, again.kind, str(again)) == ("2-0", "it is a score", K.DIFFERENT, str(error))
