"""What a date or a period in a text means: `TimeInterval`, `Duration`, `TimeSet`, and `UnresolvedTime`.

A `TimeInterval` is half-open and exact: its ends are whole seconds on the proleptic Gregorian calendar, counted from
0001-01-01T00:00, so that any year fits; `.start` and `.end` give them as `datetime` where Python has one. `str()` is
EDTF (ISO 8601-2:2019) wherever EDTF can say it, and ISO 8601 where it cannot (clock times without seconds, ranges of
clock times); `newsfacts.values.times.canonical.parse_time_value` reads all of them back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

import attrs

from newsfacts.immutable import frozen, maker
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.texts import day_text, designated, span_text, timex_text, with_seconds

__all__ = [
    "DAYS_IN_MONTH",
    "DAYS_IN_YEAR",
    "SIGNS",
    "UNIT_FIELDS",
    "Anaphora",
    "Duration",
    "Tiers",
    "TimeInterval",
    "TimeSet",
    "TimeValue",
    "UnresolvedTime",
    "new_duration",
    "new_interval",
    "new_period",
    "new_tiers",
]

DAYS_IN_MONTH: Final = 30
"""The length of a month, in days, when a duration is measured in seconds."""
DAYS_IN_YEAR: Final = 365
"""The length of a year, in days, when a duration is measured in seconds."""

_EPOCH = dt.datetime(1, 1, 1)
_LAST_SECOND = dt.date.max.toordinal() * DAY_SECONDS - 1


@frozen
class Tiers:
    """What an inexact time is taken to mean: `core`, where it lies for a careful reader, within `outer`, beyond which
    no one would say it. Ends are seconds from 0001-01-01T00:00, half-open; None is open."""

    core_lower: int | None
    core_upper: int | None
    outer_lower: int | None
    outer_upper: int | None


@frozen(kw_only=True, repr=False)
class TimeInterval:
    """A date or period, half-open.

    `lower` and `upper` are seconds from 0001-01-01T00:00 by the clock of the place (`offset` minutes east of UTC where
    a zone was said); None means open or unknown. `text` is the canonical form. Two intervals are equal if these four
    are: how a time came to be known (`mod`, `alternatives`, `tiers`, `notes`) does not make it another one.
    `window` is the duration by which a period was stated ("the past two weeks"); `members` are the dates of an EDTF
    set, one of which is meant if `one_of`, else all; `weekday` is the one that the words name (0 is Monday).
    """

    lower: int | None
    upper: int | None
    grain: Grain = attrs.field(eq=False)
    text: str
    offset: int | None = None
    approximate: bool = attrs.field(default=False, eq=False)
    uncertain: bool = attrs.field(default=False, eq=False)
    mod: Mod | None = attrs.field(default=None, eq=False)
    timex_value: str | None = attrs.field(default=None, eq=False)
    tiers: Tiers | None = attrs.field(default=None, eq=False)
    members: tuple[TimeInterval, ...] = attrs.field(default=(), eq=False)
    one_of: bool = attrs.field(default=False, eq=False)
    alternatives: tuple[TimeInterval, ...] = attrs.field(default=(), eq=False)
    window: Duration | None = attrs.field(default=None, eq=False)
    weekday: int | None = attrs.field(default=None, eq=False)
    notes: tuple[str, ...] = attrs.field(default=(), eq=False)

    @property
    def start(self) -> dt.datetime | None:
        """The first moment, or None: it is open, or its year is outside 1..9999 (then `lower` has it)."""
        return _moment(self.lower, self.offset)

    @property
    def end(self) -> dt.datetime | None:
        """The first moment after the period, or None: it is open, or outside the years 1..9999 (see `upper`)."""
        return _moment(self.upper, self.offset)

    @property
    def seconds(self) -> int | Fraction | None:
        """The length in seconds, None if it is open. A window that was stated as a duration ("the past two months")
        has the length of that duration, a month counted as 30 days."""
        if self.window is not None:
            return self.window.seconds
        return None if self.lower is None or self.upper is None else self.upper - self.lower

    @property
    def resolved(self) -> bool:
        """True; an `UnresolvedTime` says False."""
        return True

    @property
    def ambiguous(self) -> bool:
        """Whether the words have another reading; `alternatives` has it."""
        return bool(self.alternatives)

    @property
    def open_start(self) -> bool:
        """Whether the period has no stated beginning."""
        return self.lower is None

    @property
    def open_end(self) -> bool:
        """Whether the period has no stated end."""
        return self.upper is None

    @property
    def edtf(self) -> str:
        """The time in EDTF. Only for clock times is this coarser than `str()`: EDTF knows a clock time, to the second,
        on a full date, and no range of them; a range is rendered as its days."""
        if "T" not in self.text:
            return self.text
        if "/" not in self.text and ".." not in self.text:
            clock = self.text.rstrip("~?%")
            return clock if self.grain is Grain.SECOND else with_seconds(clock)
        ends = [".." if end is None else day_text(end // DAY_SECONDS) for end in (self.lower, self._last)]
        return ends[0] if ends[0] == ends[1] else "/".join(ends)

    @property
    def timex(self) -> str:
        """The TIMEX3 value (ISO 24617-1, TimeML); `mod` belongs to it."""
        if self.timex_value is not None:
            return self.timex_value
        return timex_text(self.text, self.lower, self.upper, of_members=bool(self.members))

    @property
    def core(self) -> TimeInterval:
        """Where the time lies for a careful reader: itself, unless it is inexact ("about 2010" is 2009 to 2011)."""
        tiers = self.tiers
        return self if tiers is None else self._between(tiers.core_lower, tiers.core_upper)

    @property
    def outer(self) -> TimeInterval:
        """Beyond this no one would say it ("about 2010": 2007 to 2013); it contains `core`."""
        tiers = self.tiers
        return self if tiers is None else self._between(tiers.outer_lower, tiers.outer_upper)

    @property
    def days(self) -> int | None:
        """How many calendar days it touches, or None if it is open."""
        if self.lower is None or self._last is None:
            return None
        return self._last // DAY_SECONDS - self.lower // DAY_SECONDS + 1

    def contains(self, other: TimeInterval) -> bool:
        """Whether the whole of `other` lies in this period, by the clock of the place."""
        after = self.lower is None or (other.lower is not None and other.lower >= self.lower)
        return after and (self.upper is None or (other.upper is not None and other.upper <= self.upper))

    def overlaps(self, other: TimeInterval) -> bool:
        """Whether the two periods share a moment, by the clock of the place."""
        apart = self.upper is not None and other.lower is not None and self.upper <= other.lower
        return not apart and not (other.upper is not None and self.lower is not None and other.upper <= self.lower)

    def in_utc(self) -> TimeInterval:
        """The same time by the clock of UTC; the time itself where no zone, or UTC, was said."""
        if not self.offset:
            return self
        east = self.offset * 60
        tiers = self.tiers and Tiers(*(None if end is None else end - east for end in attrs.astuple(self.tiers)))
        return attrs.evolve(
            self, lower=None if self.lower is None else self.lower - east,
            upper=None if self.upper is None else self.upper - east, offset=0, tiers=tiers, window=None,
        )  # fmt: skip

    @property
    def _last(self) -> int | None:
        return None if self.upper is None else self.upper - 1

    def _between(self, lower: int | None, upper: int | None) -> TimeInterval:
        text = span_text(lower, upper, self.offset)
        return TimeInterval(lower=lower, upper=upper, grain=self.grain, text=text, offset=self.offset)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return _short_repr(self)


@frozen(kw_only=True, repr=False)
class Duration:
    """A length of time, each unit as it was said: "a year and a half" is `years=Fraction(3, 2)`.

    `upto` is the longer end of "two to three weeks" (this object is the shorter one). `mod` is a bound or APPROX.
    """

    years: int | Fraction = 0
    months: int | Fraction = 0
    weeks: int | Fraction = 0
    days: int | Fraction = 0
    hours: int | Fraction = 0
    minutes: int | Fraction = 0
    secs: int | Fraction = 0
    mod: Mod | None = None
    upto: Duration | None = None
    vague: Grain | None = attrs.field(default=None, eq=False)

    @classmethod
    def of(cls, grain: Grain, number: int | Fraction) -> Duration:
        """So many of one unit."""
        name, factor = UNIT_FIELDS[grain]
        total = number * factor
        fields: dict[str, Any] = {name: int(total) if total.denominator == 1 else total}
        return cls(**fields)

    @property
    def seconds(self) -> int | Fraction:
        """The exact length, a month counted as 30 days and a year as 365."""
        days = self.years * DAYS_IN_YEAR + self.months * DAYS_IN_MONTH + self.weeks * 7 + self.days
        total = days * DAY_SECONDS + self.hours * 3600 + self.minutes * 60 + self.secs
        return int(total) if total.denominator == 1 else total

    def bounds(self) -> tuple[int | Fraction, int | Fraction | None]:
        """The shortest and the longest length in seconds that the words allow, both included; None is open."""
        stated, longest = self.seconds, self.seconds if self.upto is None else self.upto.seconds
        if self.mod in (Mod.MORE_THAN, Mod.EQUAL_OR_MORE):
            return stated, None
        if self.mod in (Mod.LESS_THAN, Mod.EQUAL_OR_LESS):
            return 0, longest
        if self.mod is Mod.APPROX:
            return stated - Fraction(self.granule(), 2), longest + Fraction(self.granule(), 2)
        return stated, longest

    def granule(self) -> int:
        """The length in seconds of the finest unit that was said."""
        units = (
            (self.secs, 1), (self.minutes, 60), (self.hours, 3600), (self.days, DAY_SECONDS),
            (self.weeks, 7 * DAY_SECONDS), (self.months, DAYS_IN_MONTH * DAY_SECONDS),
            (self.years, DAYS_IN_YEAR * DAY_SECONDS),
        )  # fmt: skip
        return next((size for number, size in units if number), 1)

    @property
    def approximate(self) -> bool:
        """Whether it was said to be inexact ("about", "a few")."""
        return self.mod is Mod.APPROX or self.vague is not None

    @property
    def iso(self) -> str:
        """The duration in ISO 8601, such as P2M, P1.5Y or PT90M; the shorter end of a range."""
        date = designated(((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D")))
        fine = self.hours or self.minutes or self.secs
        time = designated(((self.hours, "H"), (self.minutes, "M"), (self.secs, "S"))) if fine else ""
        return f"P{date}T{time}" if time else f"P{date or '0D'}"

    @property
    def timex(self) -> str:
        """The TIMEX3 value; a number that was not said is X, as in PXD for "several days"."""
        if self.vague is None:
            return self.iso
        return _VAGUE_TIMEX[self.vague]

    @property
    def resolved(self) -> bool:
        """True: a duration needs no publication date."""
        return True

    def __str__(self) -> str:
        sign = "" if self.mod is None else _SIGNS.get(self.mod, "")
        return f"{sign}{self.iso}" if self.upto is None else f"{sign}{self.iso}..{self.upto.iso}"

    def __repr__(self) -> str:
        return _short_repr(self)


UNIT_FIELDS: Final = {
    Grain.SECOND: ("secs", 1), Grain.MINUTE: ("minutes", 1), Grain.HOUR: ("hours", 1), Grain.DAY: ("days", 1),
    Grain.WEEK: ("weeks", 1), Grain.MONTH: ("months", 1), Grain.QUARTER: ("months", 3), Grain.SEASON: ("months", 3),
    Grain.HALF: ("months", 6), Grain.YEAR: ("years", 1), Grain.DECADE: ("years", 10), Grain.CENTURY: ("years", 100),
    Grain.MILLENNIUM: ("years", 1000),
}  # fmt: skip
"""Unit -> the field of a duration that counts it, and how many of that field one unit is."""

SIGNS: Final = {
    ">=": Mod.EQUAL_OR_MORE, "<=": Mod.EQUAL_OR_LESS, ">": Mod.MORE_THAN, "<": Mod.LESS_THAN, "~": Mod.APPROX
}  # fmt: skip
"""What is written before a length or a count -> the bound that it sets."""
_SIGNS = {mod: sign for sign, mod in SIGNS.items()}
_VAGUE_TIMEX = {
    Grain.SECOND: "PTXS", Grain.MINUTE: "PTXM", Grain.HOUR: "PTXH", Grain.DAY: "PXD", Grain.WEEK: "PXW",
    Grain.MONTH: "PXM", Grain.QUARTER: "PXQ", Grain.SEASON: "PXQ", Grain.HALF: "PXM", Grain.YEAR: "PXY",
    Grain.DECADE: "PXDE", Grain.CENTURY: "PXCE", Grain.MILLENNIUM: "PXML",
}  # fmt: skip


@frozen(kw_only=True, repr=False)
class TimeSet:
    """A time that recurs ("every Monday", "twice a week").

    `value` is the TIMEX3 value of one occurrence (XXXX-WXX-1), of several joined by commas (XXXX-WXX-2,XXXX-WXX-4 for
    "Tuesdays and Thursdays"), or of the period within which `freq` of them fall (P1W with freq 2); `mod` is a bound on
    `freq`, or APPROX ("at least once a week"); `interval` is how far apart the occurrences are where not every one counts
    ("every other Monday" is XXXX-WXX-1 every P2W); `quant` is the quantifier that was said (EVERY, EACH, ...).
    """

    value: str
    freq: int | None = None
    quant: str = attrs.field(default="EVERY", eq=False)
    interval: Duration | None = None
    mod: Mod | None = None

    @property
    def timex(self) -> str:
        """The TIMEX3 value."""
        return self.value

    @property
    def resolved(self) -> bool:
        """True: what recurs needs no publication date."""
        return True

    def __str__(self) -> str:
        sign = "" if self.mod is None else _SIGNS.get(self.mod, "")
        text = f"R{'' if self.freq is None else f'{sign}{self.freq}'}/{self.value}"
        return text if self.interval is None else f"{text}/{self.interval.iso}"

    def __repr__(self) -> str:
        return _short_repr(self)


@frozen
class Anaphora:
    """How a phrase counts from a time that was named before it: "the following month" is one month after it.

    That time has to lie within one `unit`, or, where `unit` is None ("at the time"), can be any. `offset` is how many
    units after it (before it, if negative) the phrase means; 0 is the same one.
    """

    unit: Grain | None
    offset: int = 0


@frozen(kw_only=True, repr=False)
class UnresolvedTime:
    """A phrase that means a time only together with something that was not given: "Thursday" without a publication
    date. `needs` names it; `timex` says what is known (XXXX-WXX-4). A phrase that counts from a time named before it
    ("that day", "two weeks later") has an `anaphora`, and `resolve_anaphora` gives its time together with that one."""

    words: str
    needs: str = "a publication date"
    timex: str = attrs.field(default="XXXX-XX-XX", eq=False)
    anaphora: Anaphora | None = attrs.field(default=None, eq=False)

    @property
    def resolved(self) -> bool:
        """False."""
        return False

    def __str__(self) -> str:
        return self.words

    def __repr__(self) -> str:
        return _short_repr(self)


new_interval: Final[Callable[..., TimeInterval]] = maker(TimeInterval)
new_period: Final[Callable[..., TimeInterval]] = maker(
    TimeInterval, "lower", "upper", "grain", "text", "timex_value", "weekday", "alternatives"
)
new_duration: Final[Callable[..., Duration]] = maker(Duration)
new_tiers: Final[Callable[..., Tiers]] = maker(Tiers)
"""These make the objects of their classes in less than half the time that the classes take."""

TimeValue = TimeInterval | Duration | TimeSet | UnresolvedTime
"""What a phrase can mean."""


def _moment(second: int | None, offset: int | None) -> dt.datetime | None:
    if second is None or not 0 <= second <= _LAST_SECOND:
        return None
    moment = _EPOCH + dt.timedelta(seconds=second)
    return moment if offset is None else moment.replace(tzinfo=dt.timezone(dt.timedelta(minutes=offset)))


def _short_repr(value: attrs.AttrsInstance) -> str:
    """`Class(field=value, ...)` with the fields that differ from their default; it can be pasted back."""
    shown = []
    for field in attrs.fields(type(value)):
        content = getattr(value, field.name)
        if field.default is attrs.NOTHING or content != field.default:
            shown.append(f"{field.name}={content!r}")
    return f"{type(value).__name__}({', '.join(shown)})"
