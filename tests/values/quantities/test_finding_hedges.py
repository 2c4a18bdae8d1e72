"""Hedges of a number in running text: its span has them, and none is lost."""

from __future__ import annotations

import pytest
from tests.finders.marked import expected, marked

from newsfacts import find_quantities


def read_in(sentence: str) -> list[str]:
    return [f"{found.words} = {found.value}" for found in find_quantities(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("There were 300 people, tops.", "300 people, tops = <=300 people"),
        ("It will cost $300, tops, he said.", "$300, tops = <=USD 300"),
        ("The bus seats 40 people at the outside.", "40 people at the outside = <=40 people"),
        ("There were 300 people at most at the rally.", "300 people at most = <=300 people"),
        ("Some 300 people or so were there.", "Some 300 people or so = ~300 people"),
        ("A dozen goats or so got out.", "A dozen goats or so = ~1*12 goats"),
        ("He pays 300 euros a month, if that.", "300 euros a month, if that = <=EUR 300 per month"),
        ("It has 300 members and counting.", "300 members and counting = >=300 members"),
        ("The hall has 40 seats max.", "40 seats max = <=40 seats"),
        ("Sign up 20 percent or more of voters.", "20 percent or more = >=20%"),
        ("A good 300 people came.", "A good 300 people = >=300 people"),
        ("There were easily 300 people.", "easily 300 people = >=300 people"),
        ("Nothing like 300 people came.", "Nothing like 300 people = <<300 people"),
        ("Prices rose a touch above 3%.", "a touch above 3% = >~3%"),
        ("Room for a scant 12 people.", "12 people = 12 people"),
        ("Entry is limited to 300 people.", "limited to 300 people = <=300 people"),
    ],
)
def test_a_bound_is_kept_wherever_it_is_said(sentence: str, found: str) -> None:
    assert read_in(sentence) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "At best 300 people came.",
        "At worst, twenty-five people will lose their jobs.",
        "300 people at best will come.",
        "She spent the best part of $2 million.",
        "The better part of 300 people left.",
    ],
)
def test_a_number_whose_bound_is_not_said_is_not_found_without_it(sentence: str) -> None:
    assert read_in(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "He spoke to [300 people], or so he said.",
        "He spoke to [300 people] or so he said.",
        "He has [12 dogs] and over the winter had [three cats].",
        "They won [12 games] at least partly by luck.",
        "It is [300 miles], at least by road.",
        "He won easily [3 times].",
        "[300 people] or [more than half] came.",
        "[Three women] met a good friend of [12 sailors].",
        "He did his best, [300 people] said.",
    ],
)
def test_what_only_looks_like_a_hedge_is_left_out(sentence: str) -> None:
    text = expected(sentence)[0]
    assert marked(text, [quantity.span for quantity in find_quantities(text)]) == sentence


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("One and a half percent of people came.", ["One and a half percent = 1.5%"]),
        ("It cost Rs 2,300 crore.", ["Rs 2,300 crore = INR 23.00e9"]),
        ("It cost Rs. 500, she said.", ["Rs. 500 = INR 500"]),
        ("It cost R2.5bn, said the firm.", ["R2.5bn = ZAR 2.5e9"]),
        ("They paid N5.2 billion.", ["N5.2 billion = NGN 5.2e9"]),
        ("It rose +5 percent.", ["+5 percent = 5%"]),
        ("She left her £85,000-a-year job.", ["£85,000-a-year = GBP 85000 per year"]),
    ],
)
def test_a_number_is_found_from_its_first_sign_on(sentence: str, found: list[str]) -> None:
    assert read_in(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Call 0800 123 456 or +44 20 7946 0958, or (212) 555-0199.",
        "Boeing's 737 Max 9 jets passed Buses 12, 36 and 53 on the 45 bus.",
        "A size 10 dress, SPF 50 and PO Box 123 are for sale since the 80s.",
        "Voyager 2 left before pupils of Years 7 to 9 were born.",
        "Agent 007 wrote to SW1A 1AA and AB12 3CD.",
        "Buyers of iPhone 15 cases and users of Python 3.12 met R2-D2.",
    ],
)
def test_telephone_numbers_and_codes_are_left_out(sentence: str) -> None:
    assert read_in(sentence) == []
