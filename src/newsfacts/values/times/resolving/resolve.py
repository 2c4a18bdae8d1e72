"""From a `Frame` to a time: the arithmetic of the date table, with the publication date as its only anchor.

Weekdays look back (a past-or-same-day weekday is right in 91 % of the cases in TimeBank and AQUAINT), dates without a
year look to the nearest year (94 %), and nothing is ever filled in from today's date.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableValue
from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.reading.durations import FoundDuration
from newsfacts.values.times.reading.frame import Frame, Shift, Unit, Window
from newsfacts.values.times.reading.terms import Narrowing
from newsfacts.values.times.resolving.anaphora import antecedent_of, then_of
from newsfacts.values.times.resolving.context import Context, NeedsDate
from newsfacts.values.times.resolving.counted import half_of, nth_of, quarter_of
from newsfacts.values.times.resolving.days import day_of_month, holiday_of, month_or_day, weekday_of, year_of
from newsfacts.values.times.resolving.inexact import approximated
from newsfacts.values.times.resolving.moving import is_fine
from newsfacts.values.times.resolving.parts import TIMEX_CODES, narrowed, with_clock
from newsfacts.values.times.resolving.periods import (
    decade_of,
    last_day_of,
    relative_unit,
    turn_of,
    week_number,
    weekend_of,
    year_ago,
)
from newsfacts.values.times.resolving.seasons import part_of_year
from newsfacts.values.times.resolving.shifts import shifted_time, whole_years
from newsfacts.values.times.resolving.windows import about_this_time, instant, vague_time, window_of
from newsfacts.values.times.times import TimeInterval

__all__ = ["clock_text", "dated", "period_of", "resolve"]


def resolve(context: Context, frame: Frame) -> TimeInterval:
    """The time of a frame. Raises `UnreadableValue` or `NeedsDate`."""
    plan = _plan_of(tuple(frame.said()))
    directly = plan.resolve
    if directly is not None:
        return directly(context, frame)  # as most are
    if not plan.special:
        return dated(context, frame)
    if frame.anaphoric or frame.then:
        antecedent = antecedent_of(context, frame)
        if frame.then:
            return then_of(context, frame, antecedent)
        if frame.shift is not None:
            return _away(context, frame, frame.shift, antecedent)
        context = context.at(antecedent, end=(frame.direction or 0) > 0)
    found = _special(context, frame)
    return approximated(found) if frame.approximate else found


def _special(context: Context, frame: Frame) -> TimeInterval:
    """What is counted from publication, or named by no calendar: "two days ago", "the past week", "recently", "now"."""
    if frame.shift is not None:
        return _away(context, frame, frame.shift)
    if frame.window is not None:
        return _window(context, frame, frame.window)
    if frame.vague is not None:
        _alone(context, frame, _NOT_WITH_VAGUE)
        return vague_time(context, frame.vague)
    if frame.this_time is not None:
        _alone(context, frame, _NOT_WITH_THIS_TIME)
        return about_this_time(context, frame.this_time)
    return instant(context) if frame.now else dated(context, frame)


def _window(context: Context, frame: Frame, window: Window) -> TimeInterval:
    """ "the past two weeks"; "the last century" can be one of the calendar as well."""
    _alone(context, frame, _NOT_WITH_WINDOW)
    found = window_of(context, frame)
    if not window.or_unit:
        return found
    unit = Frame()
    unit.unit = Unit(window.length.grain, window.sign % 2 * window.sign)
    return evolve(found, alternatives=(period_of(context, unit),))


def _away(context: Context, frame: Frame, shift: Shift, antecedent: TimeInterval | None = None) -> TimeInterval:
    """So long away from publication, from the date that is said, or from a time that the text named before."""
    if not _DATES_OF_YEARS.isdisjoint(frame.said()):
        return _in_year_of(context if antecedent is None else context.at(antecedent), frame, shift)
    _alone(context, frame, _NOT_WITH_SHIFT)
    if antecedent is not None:
        return shifted_time(context, frame, antecedent)
    return _shifted(context, frame, None if shift.anchor is None else _anchor(context, shift, shift.anchor))


def _shifted(context: Context, frame: Frame, anchor: TimeInterval | None) -> TimeInterval:
    """So long before or after a time; where that time has other readings, so has what counts from it."""
    found = shifted_time(context, frame, anchor)
    shift = frame.shift
    if shift is not None and shift.or_window and context.direction <= 0 and not is_fine(shift.duration):
        before = Frame()
        before.window = Window(FoundDuration(shift.duration, shift.grain, 0), -1)
        return evolve(found, alternatives=(*found.alternatives, window_of(context, before)))
    if anchor is None or not anchor.alternatives:
        return found
    others: list[TimeInterval] = []
    for reading in anchor.alternatives:
        try:
            other = shifted_time(context, frame, reading)
        except UnreadableValue:
            continue  # "the two years since Friday": that one is not so long ago
        if (other.lower, other.upper) != (found.lower, found.upper):
            others.append(evolve(other, alternatives=()))
    return evolve(found, alternatives=(*found.alternatives, *others)) if others else found


def _in_year_of(context: Context, frame: Frame, shift: Shift) -> TimeInterval:
    """ "two years ago in March": that of the year so many before."""
    years = whole_years(shift)
    if years is None or "year" in frame.said():
        raise context.refuse("its parts do not make one date")
    moved = copy.copy(frame)
    moved.forget("shift")
    moved.year = civil(context.today)[0] + years
    return dated(context, moved)


def _alone(context: Context, frame: Frame, others: frozenset[str]) -> None:
    """Refuse a frame that says anything of `others`."""
    if not others.isdisjoint(frame.said()):
        raise context.refuse("its parts do not make one date")


def _anchor(context: Context, shift: Shift, frame: Frame) -> TimeInterval:
    """What a length of time counts from; a week from Friday is a week from the coming one."""
    if shift.since:
        return resolve(context.looking(-1), frame)
    ahead = shift.looks_ahead and frame.weekday is not None and not context.options.tense
    return resolve(context.looking(1) if ahead else context, frame)


def dated(context: Context, frame: Frame) -> TimeInterval:
    if frame.clock is not None and not frame.has_date():
        if not context.dated and frame.direction is None:
            raise NeedsDate(f"XXXX-XX-XXT{clock_text(frame.clock.second)}")
        return with_clock(context, frame, units.day(context.today))
    found = period_of(context, frame)
    if frame.part is not None or frame.narrowing is not None:
        found = narrowed(context, frame, found)
    if frame.week_of:
        monday = found.lower
        assert monday is not None
        number = monday // DAY_SECONDS
        found = units.week(number - (number - context.options.first_weekday) % 7, context.options.first_weekday)
    if frame.clock is not None or frame.daytime is not None:
        return with_clock(context, frame, found)
    return found


def period_of(context: Context, frame: Frame) -> TimeInterval:
    """The day or the calendar period that the frame names, before "early", "the rest of" and clock times.

    Raises `UnreadableValue` if the words name parts that do not make one date ("the 17th of the eighties").
    """
    if frame.fiscal:
        if (frame.daytime is not None or frame.clock is not None) and frame.said().isdisjoint(_DAYS):
            raise context.refuse("a part of the day needs a day, and the words name a fiscal or school year")
        year = year_of(context, frame) if frame.year is not None or context.dated else None
        known = year is not None and 1 <= year <= 9999
        raise NeedsDate(f"FY{year:04d}" if known else "FYXXXX", "the fiscal or school calendar of the institution")
    for kind, fits in _plan_of(tuple(frame.said())).kinds:
        if kind is _DAY_OFFSET and frame.month and frame.day:
            continue  # "tomorrow, 13 April": the date says it better
        if kind is _UNIT and frame.unit is not None and frame.unit.grain is Grain.YEAR:
            continue  # "this year" is a year like any other
        if not fits:
            raise context.refuse("its parts do not make one date")
        return kind.resolve(context, frame)
    if frame.unit is not None:
        return _year(context, frame)
    if frame.daytime == "OVERNIGHT":
        return _last_night(context)
    if frame.daytime in _OF_TODAY or frame.narrowing in (Narrowing.SO_FAR, Narrowing.REST):
        return units.day(context.today)
    if frame.daytime is not None:
        code = TIMEX_CODES.get(frame.daytime, frame.daytime)
        raise NeedsDate(f"XXXX-XX-XXT{code}", "the day that it belongs to")
    raise context.refuse("it names no day, month, year or other period")


def _last_night(context: Context) -> TimeInterval:
    """ "overnight" alone: the night before publication, or the one after it; the day that it begins on."""
    today = units.day(context.today)
    if context.direction > 0:
        return today
    before = units.day(context.today - 1)
    return before if context.direction < 0 else evolve(before, alternatives=(today,))


class _Kind(NamedTuple):
    """A kind of date: the slots that make it, those that do not go with them, and how it is resolved."""

    slots: frozenset[str]
    not_beside: frozenset[str]
    resolve: Callable[[Context, Frame], TimeInterval]


def _kind(slots: str, beside: str, resolve: Callable[[Context, Frame], TimeInterval]) -> _Kind:
    """A kind of date; `beside` are the slots that may be said as well."""
    own = frozenset(slots.split())
    return _Kind(own, _EXCLUSIVE - own - frozenset(beside.split()), resolve)


def _century(context: Context, frame: Frame) -> TimeInterval:
    assert frame.century is not None
    return units.century(frame.century * frame.era, context.options.century_from_one)


def _year(context: Context, frame: Frame) -> TimeInterval:
    year = year_of(context, frame)
    assert year is not None
    return units.year(year)


def _day_offset(context: Context, frame: Frame) -> TimeInterval:
    return units.day(context.today + (frame.day_offset or 0))


_EXCLUSIVE: Final = frozenset({
    "year", "month", "day", "weekday", "day_offset", "unit", "quarter", "half", "season", "decade",
    "century", "holiday", "weekend", "week_number", "nth", "window", "shift", "now", "day_steps", "vague", "year_ago",
    "then", "this_time", "last_day", "turn",
})  # fmt: skip
_DAYS: Final = frozenset({"day", "weekday", "day_offset", "holiday", "nth", "last_day"})
"""Slots that can name a day."""
_DATES_OF_YEARS: Final = frozenset({"month", "season", "quarter", "half", "holiday"})
_NOT_WITH_SHIFT: Final = _EXCLUSIVE - {"shift", "weekday"}
_NOT_WITH_WINDOW: Final = _EXCLUSIVE - {"window"}
_NOT_WITH_VAGUE: Final = _EXCLUSIVE - {"vague"} | {"part"}
_NOT_WITH_THIS_TIME: Final = _EXCLUSIVE - {"this_time"} | {"part"}
_DAY_OFFSET: Final = _kind("day_offset", "weekday", _day_offset)
_UNIT: Final = _kind("unit", "day weekday", relative_unit)
_KINDS: Final = (
    _DAY_OFFSET,
    _kind("year_ago", "quarter month weekday", year_ago),
    _kind("turn", "year unit century", turn_of),
    _kind("last_day", "year unit quarter month", last_day_of),
    _kind("holiday", "year unit month day weekday weekend day_steps", holiday_of),
    _kind("nth", "weekday month year unit quarter half season decade century", nth_of),
    _kind("half", "year unit decade century month season quarter", half_of),
    _kind("quarter", "year unit decade century", quarter_of),
    _kind("century", "", _century),
    _kind("decade", "", decade_of),
    _kind("week_number", "year unit weekday", week_number),
    _kind("season", "year unit", part_of_year),
    _kind("month", "day year weekday unit day_steps day_offset weekend", month_or_day),
    _kind("weekend", "unit", weekend_of),
    _UNIT,
    _kind("day", "weekday unit", day_of_month),
    _kind("weekday", "day_steps", weekday_of),
    _kind("year", "unit", _year),
)
"""The kinds of dates, the first that fits."""
_RANKS: Final = {slot: rank for rank, kind in enumerate(_KINDS) for slot in kind.slots}


class _Plan(NamedTuple):
    """What is known of a frame by the names of its slots: few sets of them are ever said."""

    special: bool
    kinds: tuple[tuple[_Kind, bool], ...]
    """The kinds of dates that they can make, and whether all of the slots go together."""
    resolve: Callable[[Context, Frame], TimeInterval] | None
    """What resolves them where only one kind is possible, and nothing is said but the date."""


@functools.lru_cache(maxsize=1024)
def _plan_of(said: tuple[str, ...]) -> _Plan:
    """How a frame is resolved of which these slots are said."""
    ranked = [_KINDS[rank] for rank in sorted(_RANKS[slot] for slot in said if slot in _RANKS)]
    kinds = tuple((kind, kind.not_beside.isdisjoint(said)) for kind in ranked)
    is_date = bool(kinds) and kinds[0][1] and (_SPECIAL | _BESIDE_DATES).isdisjoint(said)
    certain = is_date and kinds[0][0] is not _DAY_OFFSET and kinds[0][0] is not _UNIT
    resolve = _full_date if set(said) == _FULL_DATE else kinds[0][0].resolve if certain else None
    return _Plan(not _SPECIAL.isdisjoint(said), kinds, resolve)


def _full_date(context: Context, frame: Frame) -> TimeInterval:
    """ "9 November 2026"."""
    year, month, day = frame.year, frame.month, frame.day
    if year and month and day and 0 < year <= 9999 and 0 < month <= 12 and 0 < day <= _SHORTEST_MONTH:
        return units.date_day(year, month, day)
    return month_or_day(context, frame)


_FULL_DATE: Final = {"year", "month", "day"}
_SHORTEST_MONTH: Final = 28
_SPECIAL: Final = frozenset({"anaphoric", "then", "shift", "window", "vague", "this_time", "now", "approximate"})
"""Slots of frames that are not simply the date that they name."""
_BESIDE_DATES: Final = frozenset({"clock", "daytime", "part", "narrowing", "week_of", "fiscal"})
"""Slots that make something else of a date: a part of it, its week, a moment."""
_OF_TODAY: Final = ("EOD", "LUNCH")
"""Parts of the day that are those of the day of publication where no day is said."""


def clock_text(second: int) -> str:
    return f"{second // 3600:02d}:{second // 60 % 60:02d}"
