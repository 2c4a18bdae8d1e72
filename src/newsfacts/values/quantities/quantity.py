"""`Quantity`: a number as a text states it, kept apart from what a policy takes it to mean.

A quantity has one of three shapes: a point (`stated`), a range (`low` and `high`), or a vague word (`vague`, "dozens").
Its `comparator` says how the text hedges that shape: "approximately 40" is `~40`, "at least 12" is `>=12`.
A range is never collapsed to a midpoint, and all arithmetic is exact.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.values.quantities.exact import place_value
from newsfacts.values.quantities.interval import Interval

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["VAGUE_WORDS", "Change", "Comparator", "Interval", "Quantity", "QuantityKind", "Tone"]


class _Sign(StrEnum):
    """An enum whose members print as their sign or word and whose `repr` can be pasted back."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Comparator(_Sign):
    """How a text hedges a number; `str()` is the sign used in the canonical form."""

    PLAIN = "="
    """A bare number."""
    EXACTLY = "=="
    ABOUT = "~"
    """About, approximately, around, roughly, some, or so."""
    CLOSE_TO = "~?"
    """Close to: about, or just below, as the policy says."""
    NEARLY = "<~"
    """Nearly, almost, just under: a little less than the number."""
    JUST_OVER = ">~"
    MORE_THAN = ">"
    WELL_OVER = ">>"
    AT_LEAST = ">="
    ODD = ">=~"
    """ "20-odd", "40-some": the number, and up to its next step."""
    LESS_THAN = "<"
    WELL_UNDER = "<<"
    AT_MOST = "<="
    UP_TO = "<=?"
    """Up to, as many as: the top of an estimate, which a text may overstep."""
    RANGE = "range"
    VAGUE = "vague"


class QuantityKind(_Sign):
    """What sort of number it is. Unlike kinds are never compared as equals."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    POINTS = "percentage points"
    BASIS_POINTS = "basis points"
    MONEY = "money"
    SHARE = "share"
    """A fraction of a whole: half, a third, one in three, most."""
    FACTOR = "factor"
    """A ratio: twice as many, sixfold, three times the size."""


class Change(_Sign):
    """Whether the number is a level (`NONE`), the size of a change, or a level that a change led to or came from."""

    NONE = "none"
    UP = "rose"
    DOWN = "fell"
    UP_TO = "rose-to"
    DOWN_TO = "fell-to"
    UP_FROM = "rose-from"
    DOWN_FROM = "fell-from"


class Tone(_Sign):
    """A word that judges the number without changing it."""

    ONLY = "only"
    JUST = "just"
    BARELY = "barely"


VAGUE_WORDS: Final[dict[str, tuple[int, int]]] = {
    "couple": (2, 2), "few": (3, 5), "handful": (3, 6), "several": (3, 9), "dozens": (24, 99), "scores": (40, 199),
    "tens": (20, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "millions": (2 * 10**6, 10**7 - 1),
    "billions": (2 * 10**9, 10**10 - 1), "trillions": (2 * 10**12, 10**13 - 1), "lakhs": (2 * 10**5, 10**6 - 1),
    "crores": (2 * 10**7, 10**8 - 1),
}  # fmt: skip
"""The vague words with the ends the default policy gives them; a quantity multiplies them by its `granularity`
("several hundred" is `several` by 100)."""

_WINDOW: Final = re.compile(r"(?:<=\?|>=~|==|~\?|<~|>~|>>|>=|<<|<=|[~><=])?P[0-9A-Z.,/-]+")


def is_window(text: str) -> bool:
    """Whether `text` is a duration, with or without the sign of a comparator before it."""
    return _WINDOW.fullmatch(text) is not None


_BOTH: Final = (Comparator.PLAIN, Comparator.EXACTLY, Comparator.ABOUT, Comparator.CLOSE_TO)
_ABOVE: Final = (
    Comparator.JUST_OVER, Comparator.MORE_THAN, Comparator.WELL_OVER, Comparator.AT_LEAST, Comparator.ODD,
)  # fmt: skip
_GRANULES: Final = (12, 20, 6)
"""Counting in dozens, scores and half dozens: steps that are no power of ten."""


@attrs.frozen(kw_only=True, slots=True, repr=False)
class Quantity:
    """A number that a text states, with everything the text says about it.

    Give one shape: `stated`, or `low` and `high`, or `vague`. The two ends are then filled in for the other shapes:
    a bare number is both of its ends, "at least 12" has the low end 12 and no high end.
    """

    stated: int | Fraction | None = None
    """The one number the text states: 40, `Fraction(21, 5)` for "4.2%", 3500000000 for "$3.5bn"."""
    low: int | Fraction | None = None
    high: int | Fraction | None = None
    comparator: Comparator = Comparator.PLAIN
    kind: QuantityKind = QuantityKind.NUMBER
    unit: str | None = None
    """The counted noun phrase or the unit, as written: "people", "times", "km"."""
    currency: str | None = None
    """An ISO 4217 code, or a lower-case name where the text leaves the country open ("franc")."""
    granularity: int | Fraction | None = None
    """The place value of the last digit written, in the number's own size: 100,000 for "1.2 million", 12 for "two
    dozen". For a vague word, what it is multiplied by. None for fractions such as 1/3."""
    vague: str | None = None
    tone: Tone | None = None
    change: Change = Change.NONE
    window: str | None = None
    """The time within which it is counted, as an ISO 8601 duration: `P2M` for "second in two months". A leading
    comparator keeps a hedge: `>P10Y` for "first in more than ten years"."""
    streak: bool = False
    """Whether the unit is counted in a row: "third straight month"."""
    per: str | None = None
    """What it is a rate of: "hour", "100000 people"."""
    low_open: bool = False
    high_open: bool = False

    def __attrs_post_init__(self) -> None:
        put = object.__setattr__
        stated = self.stated
        if stated is not None:
            if type(stated) is not int:
                stated = _exact(stated)
                put(self, "stated", stated)
            comparator = self.comparator
            if comparator is Comparator.PLAIN or comparator in _BOTH:
                low: int | Fraction | None = stated
                high: int | Fraction | None = stated
            elif comparator in _ABOVE:
                low, high = stated, None
            elif comparator is Comparator.RANGE or comparator is Comparator.VAGUE:
                raise UnreadableValue(str(stated), f"one stated number cannot be {str(comparator)!r}")
            else:
                low, high = None, stated
            if (self.low is not None and self.low != low) or (self.high is not None and self.high != high):
                raise UnreadableValue(str(stated), "give the stated number, or the two ends, not both")
            if self.vague is not None or self.low_open or self.high_open:
                raise UnreadableValue(str(stated), "only a range has open ends, and only a vague word is vague")
            put(self, "low", low)
            put(self, "high", high)
            self._settle(place_value(stated))
        elif self.vague is not None:
            ends = VAGUE_WORDS.get(self.vague)
            scale = self.granularity if self.granularity is not None else 1
            if ends is None:
                raise UnreadableValue(self.vague, f"the vague words are {', '.join(VAGUE_WORDS)}")
            if scale <= 0 or scale.denominator != 1:
                raise UnreadableValue(self.vague, "a vague word is multiplied by a whole number above 0")
            low, high = ends[0] * scale, ends[1] * scale
            if (self.low is not None and self.low != low) or (self.high is not None and self.high != high):
                raise UnreadableValue(self.vague, "the ends of a vague word come from the policy")
            if self.low_open or self.high_open:
                raise UnreadableValue(self.vague, "only a range has open ends")
            put(self, "low", low)
            put(self, "high", high)
            put(self, "granularity", int(scale))
            if self.comparator is Comparator.PLAIN:
                put(self, "comparator", Comparator.VAGUE)
        elif self.low is not None and self.high is not None:
            low, high = _exact(self.low), _exact(self.high)
            if low > high or (low == high and (self.low_open or self.high_open)):
                raise UnreadableValue(f"{low}..{high}", "the low end of a range must not be above its high end")
            put(self, "low", low)
            put(self, "high", high)
            places = [place for place in (place_value(low), place_value(high)) if place is not None]
            self._settle(min(places, default=None))
            if self.comparator is Comparator.PLAIN:
                put(self, "comparator", Comparator.RANGE)
        else:
            raise UnreadableValue(repr(self), "a quantity states a number, both ends of a range, or a vague word")
        if self.comparator is Comparator.VAGUE and self.vague is None:
            raise UnreadableValue(repr(self), "a vague quantity names its vague word")
        currency = self.currency
        if (self.kind is QuantityKind.MONEY) != (currency is not None):
            raise UnreadableValue(repr(self), "money has a currency, and nothing else has one")
        if currency is not None and not (
            currency.isascii() and currency.isalpha() and len(currency) >= 3 and currency not in VAGUE_WORDS
            and (currency.islower() or (currency.isupper() and len(currency) == 3))
        ):  # fmt: skip
            raise UnreadableValue(currency, "a currency is a code such as USD or a lower-case name such as franc")
        if self.unit == "" or self.per == "":
            raise UnreadableValue(repr(self), "a unit or a rate is None or has words")
        if self.window is not None and not is_window(self.window):
            raise UnreadableValue(
                self.window, "a window is an ISO 8601 duration such as P2M, perhaps after a comparator"
            )

    def _settle(self, place: int | Fraction | None) -> None:
        """Fill in the granularity from the digits, or check the one that was given against them."""
        given = self.granularity
        if given is None or given == place:
            object.__setattr__(self, "granularity", place)
            return
        given = _exact(given)
        number = self.stated
        if given in _GRANULES and number is not None and number.denominator == 1 and number and not number % given:
            object.__setattr__(self, "granularity", given)
            return
        if place is None or given > place or given <= 0 or not _is_power_of_ten(given):
            raise UnreadableValue(
                str(given), "granularity is the place value of a digit of the number, or 12 for dozens"
            )
        object.__setattr__(self, "granularity", given)

    def core(self, policy: Policy | None = None) -> Interval:
        """What the words are taken to mean under `policy` (None: the news default)."""
        from newsfacts.values.quantities.meaning import meaning

        return meaning(self, policy).core

    def outer(self, policy: Policy | None = None) -> Interval:
        """The widest reading that is only in tension with the words; contains the core."""
        from newsfacts.values.quantities.meaning import meaning

        return meaning(self, policy).outer

    def hard(self, policy: Policy | None = None) -> Interval:
        """What the words cannot be stretched beyond; contains the outer interval."""
        from newsfacts.values.quantities.meaning import meaning

        return meaning(self, policy).hard

    def __str__(self) -> str:
        from newsfacts.values.quantities.canonical import canonical

        return canonical(self)

    def __repr__(self) -> str:
        shown = []
        for name, default in _DEFAULTS:
            value = getattr(self, name)
            if value == default and type(value) is type(default):
                continue
            if name in ("low", "high") and (self.stated is not None or self.vague is not None):
                continue
            if name == "granularity" and self.vague is None and value == self._place():
                continue
            if name == "granularity" and self.vague is not None and value == 1:
                continue
            if name == "comparator" and value in (Comparator.RANGE, Comparator.VAGUE):
                continue
            shown.append(f"{name}={value!r}")
        return f"Quantity({', '.join(shown)})"

    def _place(self) -> int | Fraction | None:
        if self.stated is not None:
            return place_value(self.stated)
        places = [place_value(end) for end in (self.low, self.high) if end is not None]
        return min((place for place in places if place is not None), default=None)


_DEFAULTS: Final[tuple[tuple[str, Any], ...]] = tuple((field.name, field.default) for field in attrs.fields(Quantity))


def _exact(value: object) -> int | Fraction:
    if type(value) is int:
        return value
    if type(value) is Fraction:
        return value.numerator if value.denominator == 1 else value
    if isinstance(value, (int, Fraction, Decimal)) and not isinstance(value, bool):
        try:
            fraction = Fraction(value)
        except (ValueError, OverflowError):
            raise UnreadableValue(str(value), "it is not a finite number") from None
        return fraction.numerator if fraction.denominator == 1 else fraction
    raise UnreadableValue(repr(value), "numbers are int, Fraction or Decimal, which are exact")


def _is_power_of_ten(value: int | Fraction) -> bool:
    text = str(value.numerator if value >= 1 else value.denominator)
    return (
        text[0] == "1"
        and not text.strip("0")[1:]
        and (value >= 1 or value.numerator == 1)
        and (value < 1 or value.denominator == 1)
    )
