"""Laws of reading: whatever is read has a canonical form, hedges only widen, and nothing but a refusal is raised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.errors import UnreadableValue
from newsfacts.values.languages import separators_of
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.phrase import parse_quantity

NUMBERS = st.one_of(
    st.integers(2, 10**7).map(lambda n: f"{n:,}"),
    st.integers(11, 999).map(lambda n: f"{n / 10}"),
    st.sampled_from(
        ["two", "twenty-one", "three hundred", "1.2 million", "half", "a dozen", "dozens", "5½", "-4", "3/4"]
    ),
)
UNITS = st.sampled_from(
    [
        "",
        " people",
        " percent",
        "%",
        " percentage points",
        " km",
        "-foot",
        " times",
        " women",
        "C",
        "bn",
        " euros",
        " a day",
    ]
)
OPENINGS = st.sampled_from(
    ["", "about ", "at least ", "nearly ", "rose ", "fell to ", "up ", "only ", "plus or minus ", "$", "A$", "£", "another ",
     "more than ", "as many as ", "the first ", "every "]
)  # fmt: skip
JOINERS = st.sampled_from([" to ", "-", " or ", "–", " and ", " in ", " of ", ", ", "—", " to -", " from "])
PARTS = st.builds(lambda *parts: "".join(parts), OPENINGS, NUMBERS, UNITS)
PHRASES = st.one_of(
    PARTS,
    st.builds(lambda a, j, b: a + j + b, PARTS, JOINERS, PARTS),
    st.builds(lambda a, b: f"from {a} to {b}", PARTS, PARTS),
    st.builds(lambda a, b: f"between {a} and {b}", PARTS, PARTS),
)


def read(phrase: str, language: str | None = None) -> Quantity | None:
    try:
        return parse_quantity(phrase, language=language)
    except UnreadableValue:
        return None


@given(PHRASES)
def test_whatever_is_read_has_a_canonical_form_that_reads_back(phrase: str) -> None:
    found = read(phrase)
    if found is not None:
        assert parse_canonical(str(found)) == found


@given(st.integers(2, 10**9), st.sampled_from(["people", "percent", "km", "dollars"]))
def test_a_hedge_never_changes_the_number_and_never_excludes_it(number: int, unit: str) -> None:
    bare = parse_quantity(f"{number:,} {unit}")
    for hedge in ("about", "around", "nearly", "just over", "at least", "more than", "at most", "up to", "fewer than"):
        hedged = parse_quantity(f"{hedge} {number:,} {unit}")
        assert (hedged.stated, hedged.unit, hedged.kind) == (bare.stated, bare.unit, bare.kind)
        assert number in hedged.outer()


@given(st.integers(2, 10**9))
def test_a_stronger_hedge_means_less(number: int) -> None:
    """What is well over a number is over it, and what is over it is at least it."""
    well, over, least = (parse_quantity(f"{h} {number:,}").core() for h in ("well over", "over", "at least"))
    assert well.within(over)
    assert over.within(least)
    under, most = (parse_quantity(f"{h} {number:,}").core() for h in ("fewer than", "at most"))
    assert under.within(most)


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_range_has_its_low_end_first_or_is_refused(one: int, other: int) -> None:
    found = read(f"between {one} and {other}")
    assert (found is not None) == (one < other)
    if found is not None:
        assert (found.low, found.high) == (one, other)


@given(st.integers(0, 10**12), st.sampled_from(["de", "fr", "es-MX", "de-CH", "pl", "en"]))
def test_grouped_digits_read_back_in_every_language(number: int, language: str) -> None:
    separators = separators_of(language)
    sign = "," if separators is None else separators.group[:1] or "\u202f"
    assert parse_quantity(f"{number:,}".replace(",", sign), language=language).stated == number


@given(st.text(max_size=40), st.sampled_from(["de", "fr", "hi", "ar", "zh", "xx", ""]))
def test_nothing_but_a_refusal_is_raised_in_any_language(phrase: str, language: str) -> None:
    found = read(phrase, language)
    if found is not None:
        assert parse_canonical(str(found)) == found


@pytest.mark.parametrize("phrase", ["9" * 400 + "%", "1e400", "-1e-400", "1e9999999", "10^400", "10^401", "9" * 2000])
def test_giant_numbers_are_read_or_refused_at_once(phrase: str) -> None:
    found = read(phrase)
    if found is not None:
        assert parse_canonical(str(found)) == found
