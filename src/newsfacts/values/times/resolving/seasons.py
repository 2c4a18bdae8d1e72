"""Quarters, halves and seasons, with and without their year."""

from __future__ import annotations

from newsfacts.immutable import evolve
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS, civil
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.resolving.context import Context
from newsfacts.values.times.resolving.days import FAR_AWAY, year_of
from newsfacts.values.times.times import TimeInterval

__all__ = ["nearest_part", "part_in", "part_in_direction", "part_of_year", "season_relative"]


def part_of_year(context: Context, frame: Frame, *, without_half: bool = False) -> TimeInterval:
    """ "the third quarter", "Q3 2023", "the second half of next year", "last spring"."""
    halved = frame.half is not None and not without_half
    if (frame.quarter is not None) + halved + (frame.season is not None) > 1:
        raise context.refuse("its parts do not make one date")
    year = year_of(context, frame)
    if year is None:
        current, _month, _ = civil(context.today)
        if frame.season is not None and frame.direction in (-1, 0, 1):
            return season_relative(context, frame, frame.season, frame.direction)
        if frame.direction is None and frame.unit is None:
            year = nearest_part(context, frame, current)
        elif frame.direction:
            year = part_in_direction(context, frame, current, frame.direction)
        else:
            year = current
    found = part_in(context, frame, year)
    other = _other_year(context, frame, found, year)
    return found if other is None else evolve(found, alternatives=(part_in(context, frame, other),))


def _other_year(context: Context, frame: Frame, found: TimeInterval, year: int) -> int | None:
    """The other year that can be meant where even the nearest such part is far away."""
    if frame.year is not None or context.direction or frame.direction is not None or frame.unit is not None:
        return None
    assert found.lower is not None
    assert found.upper is not None
    today = context.today * DAY_SECONDS
    if found.lower - today > FAR_AWAY * DAY_SECONDS:
        return year - 1
    return year + 1 if today - found.upper > FAR_AWAY * DAY_SECONDS else None


def part_in(context: Context, frame: Frame, year: int) -> TimeInterval:
    if frame.quarter is not None:
        return units.quarter(year, frame.quarter)
    if frame.half is not None:
        return units.half(year, frame.half)
    assert frame.season is not None
    return units.season(frame.season, year, context.options.south)


def part_in_direction(context: Context, frame: Frame, current: int, direction: int) -> int:
    today = context.today * DAY_SECONDS
    for year in (current + direction * step for step in (-1, 0, 1)):
        part = part_in(context, frame, year)
        assert part.lower is not None
        assert part.upper is not None
        if direction > 0 and part.lower > today and year >= current:
            return year
        if direction < 0 and part.upper <= today and year >= current - 1:
            best = part_in(context, frame, current)
            assert best.upper is not None
            return current if best.upper <= today else year
    return current + direction


def nearest_part(context: Context, frame: Frame, current: int) -> int:
    """A quarter or season without a year: the nearest by its middle, in the direction that is given."""
    today = context.today * DAY_SECONDS

    def distance(year: int) -> int:
        part = part_in(context, frame, year)
        assert part.lower is not None
        assert part.upper is not None
        return abs((part.lower + part.upper) // 2 - today)

    years = (current - 1, current, current + 1)
    if context.direction < 0:
        years = (current - 2, current - 1, current)
        return max(y for y in years if (part_in(context, frame, y).lower or 0) <= today)
    if context.direction > 0:
        return min(y for y in years if (part_in(context, frame, y).upper or 0) > today)
    return min(years, key=distance)


def season_relative(context: Context, frame: Frame, code: str, relative: int) -> TimeInterval:
    year = civil(context.today)[0]
    today = context.today * DAY_SECONDS
    south = context.options.south
    around = [units.season(code, y, south) for y in range(year - 2, year + 3)]
    if relative < 0:
        ended = [s for s in around if s.upper is not None and s.upper <= today]
        return evolve(ended[-1], alternatives=(ended[-2],)) if _is_near(ended[-1], today) else ended[-1]
    if relative > 0:
        coming = [s for s in around if s.lower is not None and s.lower > today]
        return evolve(coming[1], alternatives=(coming[0],)) if _is_near(coming[0], today) else coming[0]
    current = [s for s in around if s.lower is not None and s.upper is not None and s.lower <= today < s.upper]
    if current:
        return current[0]
    if not _spans_new_year(around[2]):
        return around[2]
    nearest, other = sorted(around, key=lambda season: _distance(season, today))[:2]
    return evolve(nearest, alternatives=(other,))  # "this winter", in July


def _is_near(season: TimeInterval, today: int) -> bool:
    """Whether a season begins or ended so near that "this" would be stated for it as well."""
    return _distance(season, today) <= 60 * DAY_SECONDS


def _spans_new_year(season: TimeInterval) -> bool:
    assert season.lower is not None
    assert season.upper is not None
    return civil(season.lower // DAY_SECONDS)[0] != civil(season.upper // DAY_SECONDS - 1)[0]


def _distance(season: TimeInterval, today: int) -> int:
    """How far a season is from a moment outside of it."""
    assert season.lower is not None
    assert season.upper is not None
    return season.lower - today if season.lower > today else today - season.upper
