"""What hedged, rounded and vague numbers are taken to mean; every width is worked out by hand from docs/values.md."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsfacts.values.policy import Policy
from newsfacts.values.quantities.interval import Interval
from newsfacts.values.quantities.meaning import half_width
from newsfacts.values.quantities.reading.phrase import parse_quantity


@pytest.mark.parametrize(
    ("value", "granularity", "half"),
    [
        (40, 10, 4),  # g/2 = 5, capped at 10 percent
        (45, 1, Fraction(5, 2)),  # a last digit of 5 is a step of five
        (12, 1, 1),  # a count below 20: at least 1
        (19, 1, 1),
        (100, 100, 10),
        (123, 1, Fraction(123, 50)),  # the floor of 2 percent
        (150, 10, 15),  # g = 50, capped at 10 percent
        (1000, 1000, 100),
        (1200, 100, 50),
        (15000, 1000, 1500),
        (1200000, 100000, 50000),
        (3500000000, 10**8, 250000000),
    ],
)
def test_half_width(value: int, granularity: int, half: int | Fraction) -> None:
    assert half_width(value, granularity) == half


@pytest.mark.parametrize(
    ("phrase", "core", "outer", "hard"),
    [
        ("about 40", "[36, 44]", "[24, 56]", "(-∞, ∞)"),
        ("around 12", "[11, 13]", "[8, 16]", "(-∞, ∞)"),
        ("nearly 40", "[36, 40)", "[24, 40]", "(-∞, 40]"),
        ("just over 40", "(40, 44]", "[40, 56]", "[40, ∞)"),
        ("more than 40", "(40, ∞)", "[40, ∞)", "[40, ∞)"),
        ("well over 40", "(44, ∞)", "[40, ∞)", "[40, ∞)"),
        ("at least 40", "[40, ∞)", "[40, ∞)", "[40, ∞)"),
        ("fewer than 40", "[0, 40)", "[0, 40]", "[0, 40]"),
        ("at most 40", "[0, 40]", "[0, 40]", "[0, 40]"),
        ("up to 40", "[0, 40]", "[0, ∞)", "[0, ∞)"),
        ("below -30", "(-∞, -30)", "(-∞, -30]", "(-∞, -30]"),
        ("below 5 degrees", "(-∞, 5)", "(-∞, 5]", "(-∞, 5]"),
        ("20-odd", "[20, 30)", "[18, 32)", "(-∞, ∞)"),
        ("40ish", "[36, 44]", "[24, 56]", "(-∞, ∞)"),
        ("exactly 40", "[40, 40]", "[40, 40]", "[40, 40]"),
        ("40", "[40, 40]", "[40, 40]", "[40, 40]"),
        ("15,000", "[15,000, 15,000]", "(14,500, 15,500)", "[14,500, 15,500]"),
        ("4.2%", "[4.2, 4.2]", "(4.15, 4.25)", "[4.15, 4.25]"),
        ("18 to 25 percent", "[18, 25]", "[17.5, 25.5]", "[17.5, 25.5]"),
        ("5 or 6", "[5, 6]", "[4, 7]", "[4, 7]"),
        ("about 40 to 60", "[36, 65]", "[24, 80]", "(-∞, ∞)"),
        ("in her forties", "[40, 50)", "[40, 50)", "[40, 50)"),
        ("a couple", "[2, 2]", "[2, 3]", "[0, ∞)"),
        ("a few", "[3, 5]", "[2, 10]", "[0, ∞)"),
        ("a handful", "[3, 6]", "[2, 10]", "[0, ∞)"),
        ("several", "[3, 9]", "[3, 20]", "[0, ∞)"),
        ("a dozen", "[11, 13]", "[9, 16]", "[9, 16]"),
        ("dozens", "[24, 99]", "[20, 200]", "[0, ∞)"),
        ("scores of", "[40, 199]", "[20, 400]", "[0, ∞)"),
        ("hundreds", "[200, 1,000)", "[100, 2,000]", "[0, ∞)"),
        ("tens of thousands", "[20,000, 100,000)", "[10,000, 200,000]", "[0, ∞)"),
        ("at least several hundred", "[300, ∞)", "[300, ∞)", "[0, ∞)"),
        ("half", "[0.49, 0.51]", "[0.45, 0.55]", "[0, ∞)"),
        ("most", "(0.5, 1]", "[0.5, 1]", "[0.5, 1]"),
        ("a minority", "[0, 0.5)", "[0, 0.5]", "[0, 0.5]"),
        ("twice as many", "[1.8, 2.2]", "[1.5, 2.5]", "[0, ∞)"),
        ("three times more", "[2.7, 4.3]", "[2.25, 4.3]", "[0, ∞)"),
        ("no survivors", "[0, 0]", "[0, 0]", "[0, 0]"),
    ],
)
def test_the_default_table(phrase: str, core: str, outer: str, hard: str) -> None:
    q = parse_quantity(phrase)
    assert (str(q.core()), str(q.outer()), str(q.hard())) == (core, outer, hard)


@pytest.mark.parametrize(
    ("options", "phrase", "core", "outer"),
    [
        ("bare_round: halo", "40", "[40, 40]", "[24, 56]"),
        ("strict_gt: true", "more than 40", "(40, ∞)", "(40, ∞)"),
        ("up_to: hard", "up to 40", "[0, 40]", "[0, 40]"),
        ("nearly: at_or_below", "nearly 40", "[36, 40]", "[24, 40]"),
        ("close_to: below", "close to 40", "[36, 40)", "[24, 40]"),
        ("close_to: threshold", "close to 40", "[36, 44]", "[24, 56]"),
        ("close_to: threshold", "close to 100%", "[90, 100)", "[60, 100]"),
        ("barely: just_over", "barely 40", "(40, 44]", "[40, 56]"),
        ("barely: about", "barely 40", "[36, 44]", "[24, 56]"),
        ("times_more: n", "three times more", "[2.7, 3.3]", "[2.25, 3.75]"),
        ("times_more: n_plus_one", "three times more", "[3.7, 4.3]", "[2.25, 4.3]"),
        ("pragmatic_bound: tension", "at least 40", "[40, 56]", "[40, ∞)"),
        ("few: scaled", "a few", "[3, 5]", "[2, ∞)"),
        ("vague: {dozens: [24, 60, 12, 120]}", "dozens", "[24, 60]", "[12, 120]"),
        ("halfwidth: {cap: 0.5, five: false}", "about 40", "[35, 45]", "[20, 60]"),
        ("approximators: {about: {core: 2h, outer: 3h}}", "about 40", "[32, 48]", "[28, 52]"),
        ("share: [2, 4, 6]", "a quarter", "[0.23, 0.27]", "[0.21, 0.29]"),
        ("factor: [0.05, 0.5]", "double", "[1.9, 2.1]", "[1, 3]"),
        ("exact_below: 20", "40", "[40, 40]", "(36, 44)"),
    ],
)
def test_every_open_choice_is_an_option(options: str, phrase: str, core: str, outer: str) -> None:
    q, policy = parse_quantity(phrase), Policy.from_yaml(options)
    assert (str(q.core(policy)), str(q.outer(policy))) == (core, outer)


def test_an_interval_knows_its_ends() -> None:
    half_open = Interval(1, 3, high_open=True)
    assert 1 in half_open
    assert 3 not in half_open
    assert Interval(3, 4).meets(Interval(1, 3))
    assert not Interval(3, 4).meets(half_open)
    assert Interval(1, 2).within(half_open)
    assert half_open.words() == "at least 1 and less than 3"
    assert Interval(Fraction(97, 3), None).words() == "about 32.33 or more"
    assert eval(repr(half_open), {"Interval": Interval}) == half_open
