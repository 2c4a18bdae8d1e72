"""Laws that hold for every quantity."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.values.quantities.strategies import counts, quantities

from newsfacts.errors import UnreadableValue
from newsfacts.values.comparison import Agreement
from newsfacts.values.policy import HalfWidth, Policy
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.quantities.compare import compare
from newsfacts.values.quantities.exact import place_value
from newsfacts.values.quantities.meaning import half_width, meaning
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind, Tone

PROFILES = [Policy.strict(), Policy.news(), Policy.lenient()]
policies = st.sampled_from(PROFILES)
NAMES = {
    "Quantity": Quantity, "QuantityKind": QuantityKind, "Comparator": Comparator, "Change": Change, "Tone": Tone,
    "Fraction": Fraction,
}  # fmt: skip


@given(quantities())
def test_the_canonical_form_reads_back(q: Quantity) -> None:
    assert parse_canonical(str(q)) == q


@given(quantities())
def test_the_repr_can_be_pasted(q: Quantity) -> None:
    assert eval(repr(q), NAMES) == q


@given(quantities(), policies)
def test_core_lies_in_outer_and_outer_in_hard(q: Quantity, policy: Policy) -> None:
    sets = meaning(q, policy)
    assert not sets.core.empty
    assert sets.core.within(sets.outer)
    assert sets.outer.within(sets.hard)
    assert sets.core.within(sets.admitted)


@given(quantities(), quantities(), policies, st.booleans())
def test_compare_is_symmetric(a: Quantity, b: Quantity, policy: Policy, one_measure: bool) -> None:
    forth, back = (compare(x, y, policy, one_measure=one_measure) for x, y in ((a, b), (b, a)))
    assert (forth.verdict, forth.rule) == (back.verdict, back.rule)
    assert (forth.left, forth.right) == (back.right, back.left)


@given(quantities(), policies)
def test_compare_is_reflexive(q: Quantity, policy: Policy) -> None:
    assert compare(q, q, policy).verdict is Agreement.SAME


RANK = {Agreement.SAME: 0, Agreement.COMPATIBLE: 0, Agreement.TENSION: 1, Agreement.CONTRADICTION: 2}


@given(counts(), counts(), st.integers(1, 4), st.integers(1, 4))
def test_wider_tiers_never_make_a_contradiction(a: Quantity, b: Quantity, cap: int, outer: int) -> None:
    """Ten times the cap at the most, and more half widths in the outer tier."""
    narrow = Policy(halfwidth=HalfWidth(cap=Fraction(1, 20)))
    wide = Policy(halfwidth=HalfWidth(cap=Fraction(cap, 10), outer=3 + outer))
    assume(wide.halfwidth.outer >= narrow.halfwidth.outer)
    for hedge in (Comparator.PLAIN, Comparator.ABOUT, Comparator.AT_LEAST):
        left = attrs.evolve(a, comparator=hedge, low=None, high=None)
        before, after = compare(left, b, narrow).verdict, compare(left, b, wide).verdict
        assert RANK[after] <= RANK[before]


@given(st.integers(20, 10**9))
def test_the_half_width_scales(x: int) -> None:
    assert half_width(10 * x, place_value(10 * x)) == 10 * half_width(x, place_value(x))


@given(st.text(max_size=40))
def test_any_text_is_canonical_or_unreadable(text: str) -> None:
    try:
        q = parse_canonical(text)
    except UnreadableValue:
        return
    assert parse_canonical(str(q)) == q


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("40", "40"), ("~40", "~40"), (">=12", ">=12"), ("18..25", "18..25"), ("4.2%", "4.2%"), ("4.2pp", "4.2pp"),
        ("USD 3.5e9", "USD 3.5e9"), ("2nd in P2M", "2nd in P2M"), ("30e6", "30e6"), ("3.0e6", "3.0e6"), ("1/3", "1/3"),
        ("=40", "40"), ("1200000", "1.2e6"), ("dozens people", "dozens people"),
    ],
)  # fmt: skip
def test_the_canonical_forms_of_the_notation(text: str, shown: str) -> None:
    assert str(parse_canonical(text)) == shown


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "a number is expected at its end"),
        ("~many", "a number is expected at 'many'"),
        ("40..", "a range needs a number after its two dots"),
        ("25..18", "the low end of a range must not be above its high end"),
        ("40 in two months", "a duration such as P2M is expected after 'in'"),
        ("1/0", "1/0 is not a fraction of whole numbers"),
        ("1e999", "it has more than 400 digits"),
        ("40 people ", "'' is not expected there"),
    ],
)
def test_a_broken_canonical_form_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        parse_canonical(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"low": 5},
        {"low": 5, "high": 4},
        {"stated": 4, "vague": "few"},
        {"stated": 4, "comparator": Comparator.RANGE},
        {"stated": 0.5},
        {"stated": True},
        {"stated": 4, "currency": "USD"},
        {"stated": 4, "kind": QuantityKind.MONEY},
        {"stated": 45, "granularity": 10},
        {"stated": 4, "unit": ""},
        {"stated": 4, "window": "two months"},
        {"vague": "umpteen"},
    ],
)
def test_a_quantity_that_states_nothing_sensible_cannot_be_built(fields: dict[str, object]) -> None:
    with pytest.raises(UnreadableValue):
        Quantity(**fields)  # type: ignore[arg-type]
