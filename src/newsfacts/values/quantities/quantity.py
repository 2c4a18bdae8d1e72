"""`Quantity`: a number as a text states it, kept apart from what a policy takes it to mean.

A quantity has one of three shapes: a point (`stated`), a range (`low` and `high`), or a vague word (`vague`, "dozens").
Its `comparator` says how the text hedges that shape: "approximately 40" is `~40`, "at least 12" is `>=12`.
A range is never collapsed to a midpoint, and all arithmetic is exact.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.immutable import draft_maker, frozen
from newsfacts.patterns import lazy_pattern
from newsfacts.values.quantities.exact import Number, is_power_of_ten, place_value, whole
from newsfacts.values.quantities.interval import Interval
from newsfacts.values.quantities.vague_words import VAGUE_WORDS

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = [
    "VAGUE_WORDS",
    "Change",
    "Comparator",
    "Interval",
    "Quantity",
    "QuantityKind",
    "Tone",
    "new_point",
    "new_range",
]


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
    """What kind of number it is. Unlike kinds are never compared as equals."""

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
    """Whether the number is a level (`NONE`), the size of a change, a level that a change led to or came from, or a margin."""

    NONE = "none"
    UP = "rose"
    DOWN = "fell"
    UP_TO = "rose-to"
    DOWN_TO = "fell-to"
    UP_FROM = "rose-from"
    DOWN_FROM = "fell-from"
    MARGIN = "margin"
    """Not a change but a margin around a level, to either side: "plus or minus 3 points"."""


class Tone(_Sign):
    """A word that judges the number without changing it."""

    ONLY = "only"
    JUST = "just"
    BARELY = "barely"


_WINDOW: Final = lazy_pattern(
    r"(?:<=\?|>=~|==|~\?|<~|>~|>>|>=|<<|<=|[~><=])?(?:P[0-9A-Z.,/-]+|[0-9]+(?: [^\W\d_][\w'’-]*)+)"
)


def is_window(text: str) -> bool:
    """Whether `text` is a duration or a number of things ("10 games"), perhaps with the sign of a comparator before it."""
    return _WINDOW.fullmatch(text) is not None


_ABOVE: Final = frozenset({
    Comparator.JUST_OVER, Comparator.MORE_THAN, Comparator.WELL_OVER, Comparator.AT_LEAST, Comparator.ODD,
})  # fmt: skip
"""Those that give the low end only."""
_BELOW: Final = frozenset({
    Comparator.NEARLY, Comparator.LESS_THAN, Comparator.WELL_UNDER, Comparator.AT_MOST, Comparator.UP_TO,
})  # fmt: skip
"""Those that give the high end only."""
_PLAIN: Final = Comparator.PLAIN
_VAGUE: Final = Comparator.VAGUE
_MONEY: Final = QuantityKind.MONEY
_GRANULES: Final = (12, 20, 6)
"""Counting in dozens, scores and half dozens: steps that are no power of ten."""


@frozen(kw_only=True, slots=True, repr=False)
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
    """What it is counted within: an ISO 8601 duration, `P2M` for "second in two months", or a number of things, "10
    games". A leading comparator keeps a hedge: `>P10Y` for "first in more than ten years"."""
    streak: bool = False
    """Whether the unit is counted in a row: "third straight month"."""
    per: str | None = None
    """What it is a rate of: "hour", "100000 people"."""
    low_open: bool = False
    high_open: bool = False
    before: int | Fraction | None = None
    """The earlier level, where the text states both: 208 for "from 208 pounds to 193", whose stated number is 193."""

    def __attrs_post_init__(self) -> None:
        if self.stated is not None:
            _settle_point(self, self.stated)
        elif self.vague is not None:
            _settle_vague(self, self.vague)
        elif self.low is not None and self.high is not None:
            _settle_range(self, self.low, self.high)
        else:
            raise UnreadableValue(repr(self), "a quantity states a number, both ends of a range, or a vague word")
        if self.comparator is _VAGUE and self.vague is None:
            raise UnreadableValue(repr(self), "a vague quantity names its vague word")
        if self.before is not None:
            _check_before(self, self.before)
        currency = self.currency
        if (self.kind is _MONEY) != (currency is not None):
            raise UnreadableValue(repr(self), "money has a currency, and nothing else has one")
        if currency is not None and not _is_currency(currency):
            raise UnreadableValue(currency, "a currency is a code such as USD or a lower-case name such as franc")
        if self.unit == "" or self.per == "":
            raise UnreadableValue(repr(self), "a unit or a rate is None or has words")
        if self.window is not None and not is_window(self.window):
            reason = (
                "a window is an ISO 8601 duration such as P2M or a number such as 10 games, perhaps after a comparator"
            )
            raise UnreadableValue(self.window, reason)

    @property
    def is_level(self) -> bool:
        """Whether it states how much there is, rather than by how much that changed or may differ."""
        return self.change not in (Change.UP, Change.DOWN, Change.MARGIN)

    @property
    def is_margin(self) -> bool:
        """Whether it is a margin around a level ("plus or minus 3 points"), and says nothing about the level itself."""
        return self.change is Change.MARGIN

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

    def _place(self) -> Number | None:
        if self.stated is not None:
            return place_value(self.stated)
        return None if self.low is None or self.high is None else _finest_place(self.low, self.high)


_DEFAULTS: Final[tuple[tuple[str, Any], ...]] = tuple((field.name, field.default) for field in attrs.fields(Quantity))
_put: Final = object.__setattr__
_point: Final = draft_maker(
    Quantity, "stated", "low", "high", "comparator", "kind", "unit", "currency", "granularity", "tone", "change", "streak", "per",
)  # fmt: skip


def new_point(
    stated: Number, comparator: Comparator, kind: QuantityKind, unit: str | None, currency: str | None, place: Number | None,
    tone: Tone | None, change: Change, streak: bool, per: str | None,
) -> Quantity:  # fmt: skip
    """What the class makes of one stated number whose digits say how exact it is (`place`), for readers.

    Nothing is checked, which saves a twentieth of the time that a phrase takes: the readers have seen to the rest.
    """
    low = None if comparator in _BELOW else stated
    high = None if comparator in _ABOVE else stated
    point = _point(stated, low, high, comparator, kind, unit, currency, place, tone, change, streak, per)
    point.__class__ = Quantity
    return point


_range: Final = draft_maker(
    Quantity, "low", "high", "comparator", "kind", "unit", "currency", "granularity", "tone", "change", "streak", "per",
)  # fmt: skip


def new_range(
    low: int, high: int, kind: QuantityKind, unit: str | None, currency: str | None, tone: Tone | None, change: Change,
    streak: bool, per: str | None,
) -> Quantity:  # fmt: skip
    """What the class makes of the two ends of a range without a hedge, the lower one first, for readers; nothing is checked."""
    place = _finest_place(low, high)
    found = _range(low, high, Comparator.RANGE, kind, unit, currency, place, tone, change, streak, per)
    found.__class__ = Quantity
    return found


def _settle_point(q: Quantity, stated: Number) -> None:
    """Fill in the ends of one stated number."""
    if type(stated) is not int:
        stated = _exact(stated)
        _put(q, "stated", stated)
    comparator = q.comparator
    low: Number | None = stated
    high: Number | None = stated
    if comparator is not _PLAIN:
        if comparator is Comparator.RANGE or comparator is _VAGUE:
            raise UnreadableValue(str(stated), f"one stated number cannot be {str(comparator)!r}")
        low = None if comparator in _BELOW else stated
        high = None if comparator in _ABOVE else stated
    if (q.low is not None and q.low != low) or (q.high is not None and q.high != high):
        raise UnreadableValue(str(stated), "give the stated number, or the two ends, not both")
    if q.vague is not None or q.low_open or q.high_open:
        raise UnreadableValue(str(stated), "only a range has open ends, and only a vague word is vague")
    _put(q, "low", low)
    _put(q, "high", high)
    place = place_value(stated)
    if q.granularity is None:
        _put(q, "granularity", place)
    elif q.granularity is not place:
        _settle_granularity(q, place)


def _settle_vague(q: Quantity, word: str) -> None:
    """Fill in the ends of a vague word."""
    ends = VAGUE_WORDS.get(word)
    scale = q.granularity if q.granularity is not None else 1
    if ends is None:
        raise UnreadableValue(word, f"the vague words are {', '.join(VAGUE_WORDS)}")
    if scale <= 0 or scale.denominator != 1:
        raise UnreadableValue(word, "a vague word is multiplied by a whole number above 0")
    low, high = ends[0] * scale, ends[1] * scale
    if (q.low is not None and q.low != low) or (q.high is not None and q.high != high):
        raise UnreadableValue(word, "the ends of a vague word come from the policy")
    if q.low_open or q.high_open:
        raise UnreadableValue(word, "only a range has open ends")
    _put(q, "low", low)
    _put(q, "high", high)
    _put(q, "granularity", int(scale))
    if q.comparator is Comparator.PLAIN:
        _put(q, "comparator", Comparator.VAGUE)


def _settle_range(q: Quantity, low: Number, high: Number) -> None:
    """Check the two ends of a range."""
    low, high = _exact(low), _exact(high)
    if low > high or (low == high and (q.low_open or q.high_open)):
        raise UnreadableValue(
            f"{low}..{high}", "the low end of a range must not be above its high end", UnreadableKind.REVERSED
        )
    _put(q, "low", low)
    _put(q, "high", high)
    _settle_granularity(q, _finest_place(low, high))
    if q.comparator is Comparator.PLAIN:
        _put(q, "comparator", Comparator.RANGE)


def _settle_granularity(q: Quantity, place: Number | None) -> None:
    """Fill in the granularity from the digits, or check the one that was given against them."""
    given = q.granularity
    if given is None or given is place or given == place:
        _put(q, "granularity", place)
        return
    given = _exact(given)
    number = q.stated
    if not (
        given in _GRANULES and number is not None and number.denominator == 1 and number and not number % given
    ) and (place is None or given > place or given <= 0 or not is_power_of_ten(given)):
        raise UnreadableValue(str(given), "granularity is the place value of a digit of the number, or 12 for dozens")
    _put(q, "granularity", given)


def _check_before(q: Quantity, before: Number) -> None:
    before = _exact(before)
    _put(q, "before", before)
    if q.stated is None or q.change not in (Change.UP_TO, Change.DOWN_TO):
        raise UnreadableValue(repr(q), "only a level that a change led to has a level before it")
    if before == q.stated or (before < q.stated) != (q.change is Change.UP_TO):
        reason = f"from {before} to {q.stated} is not a {'rise' if q.change is Change.UP_TO else 'fall'}"
        raise UnreadableValue(repr(q), reason, UnreadableKind.REVERSED)


def _is_currency(text: str) -> bool:
    letters = text.isascii() and text.isalpha() and len(text) >= 3 and text not in VAGUE_WORDS
    return letters and (text.islower() or (text.isupper() and len(text) == 3))


def _finest_place(low: Number, high: Number) -> Number | None:
    one, other = place_value(low), place_value(high)
    if one is None or other is None:
        return one or other
    return one if one <= other else other


def _exact(value: object) -> Number:
    if type(value) is int:
        return value
    if type(value) is Fraction:
        return whole(value)
    if isinstance(value, (int, Fraction, Decimal)) and not isinstance(value, bool):
        try:
            return whole(Fraction(value))
        except (ValueError, OverflowError):
            raise UnreadableValue(str(value), "it is not a finite number") from None
    raise UnreadableValue(repr(value), "numbers are int, Fraction or Decimal, which are exact")
