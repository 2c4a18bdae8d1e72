"""Hypothesis strategies for quantities and policies."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind, Tone
from newsfacts.values.quantities.vague_words import VAGUE_WORDS

UNITS = [
    None,
    "people",
    "times",
    "km",
    "women and children",
    "°C",
    "per cent of",
    'a "quoted" unit',
    "in",
    "U.S. troops",
]
POINT = [c for c in Comparator if c not in (Comparator.RANGE, Comparator.VAGUE)]
SPAN = [c for c in Comparator if c is not Comparator.VAGUE]


def whole_numbers(least: int = -(10**13), most: int = 10**13) -> st.SearchStrategy[int]:
    """Whole numbers, round ones as often as others."""
    mantissas = st.integers(-9999, 9999)
    rounded = st.builds(lambda m, p: m * 10**p, mantissas, st.integers(0, 9))
    return st.one_of(st.integers(least, most), rounded.filter(lambda n: least <= n <= most))


def numbers() -> st.SearchStrategy[int | Fraction]:
    """Whole numbers, decimals and ratios."""
    decimals = st.builds(lambda m, p: Fraction(m, 10**p), st.integers(-(10**6), 10**6), st.integers(1, 5))
    ratios = st.fractions(-100, 100, max_denominator=60)
    return st.one_of(whole_numbers(), decimals, ratios)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any quantity that can be built."""
    kind = draw(st.sampled_from(QuantityKind))
    fields: dict[str, object] = {
        "kind": kind,
        "unit": draw(st.sampled_from(UNITS)),
        "tone": draw(st.one_of(st.none(), st.sampled_from(Tone))),
        "change": draw(st.sampled_from(Change)),
        "window": draw(st.sampled_from([None, "P2M", ">P10Y", "PT48H", "10 games", "<3 home matches"])),
        "per": draw(st.sampled_from([None, "day", "100000 people", "1,000 births"])),
        "streak": draw(st.booleans()),
    }
    if kind is QuantityKind.MONEY:
        fields["currency"] = draw(st.sampled_from(["USD", "EUR", "franc"]))
    ordinal = kind is QuantityKind.ORDINAL
    shape = draw(st.sampled_from(["point", "range", "vague"]))
    if shape == "point" or (kind is QuantityKind.ORDINAL and shape == "vague"):
        fields["stated"] = stated = draw(st.integers(1, 10**6)) if ordinal else draw(numbers())
        fields["comparator"] = draw(st.sampled_from(POINT))
        if fields["change"] in (Change.UP_TO, Change.DOWN_TO) and draw(st.booleans()):
            step = draw(st.integers(1, 10**6))
            fields["before"] = stated - step if fields["change"] is Change.UP_TO else stated + step
    elif shape == "range":
        ends = sorted(
            draw(st.lists(whole_numbers(1, 999) if ordinal else numbers(), min_size=2, max_size=2, unique=True))
        )
        fields |= {"low": ends[0], "high": ends[1], "comparator": draw(st.sampled_from(SPAN))}
        fields |= {"low_open": draw(st.booleans()), "high_open": draw(st.booleans())}
    else:
        fields["vague"] = draw(st.sampled_from(sorted(VAGUE_WORDS)))
        fields["granularity"] = draw(st.sampled_from([1, 12, 100, 1000]))
        fields["comparator"] = draw(st.sampled_from(list(Comparator)))
        if fields["comparator"] is Comparator.RANGE:
            fields["comparator"] = Comparator.VAGUE
    return Quantity(**fields)  # type: ignore[arg-type]


def counts() -> st.SearchStrategy[Quantity]:
    """Plain and hedged counts of one thing, as a tally has them."""
    return st.builds(
        lambda n, c: Quantity(stated=n, comparator=c, unit="people"),
        st.integers(0, 3000),
        st.sampled_from(
            [Comparator.PLAIN, Comparator.EXACTLY, Comparator.ABOUT, Comparator.AT_LEAST, Comparator.MORE_THAN]
        ),
    )
