"""The canonical texts of days, moments and periods: EDTF wherever it can say them, and ISO 8601 elsewhere."""

from __future__ import annotations

from newsfacts.values.times.calendar import DAY_SECONDS, civil, year_text
from newsfacts.values.times.grain import Grain

__all__ = ["day_text", "moment_text", "span_text"]


def moment_text(second: int, grain: Grain, offset: int | None = None) -> str:
    """A clock time as ISO 8601 writes it, to the minute or to the second, with the zone where there is one."""
    day, rest = divmod(second, DAY_SECONDS)
    clock = f"{rest // 3600:02d}:{rest // 60 % 60:02d}"
    if grain is Grain.SECOND or rest % 60:
        clock += f":{rest % 60:02d}"
    return f"{day_text(day)}T{clock}{_offset_text(offset)}"


def span_text(lower: int | None, upper: int | None, offset: int | None = None) -> str:
    """The canonical text of a half-open period between any two moments, by days if both ends are midnights."""
    if (lower is None or not lower % DAY_SECONDS) and (upper is None or not upper % DAY_SECONDS):
        first = ".." if lower is None else day_text(lower // DAY_SECONDS)
        last = ".." if upper is None else day_text(upper // DAY_SECONDS - 1)
        return first if first == last and lower is not None else f"{first}/{last}"
    first = ".." if lower is None else moment_text(lower, Grain.MINUTE, offset)
    if upper is None or upper % DAY_SECONDS:
        return f"{first}/{'..' if upper is None else moment_text(upper, Grain.MINUTE, offset)}"
    return f"{first}/{day_text(upper // DAY_SECONDS - 1)}T24:00{_offset_text(offset)}"


def day_text(day: int) -> str:
    """A day number as EDTF writes it; beyond four-digit years only the year, because EDTF has no months there."""
    year, month, in_month = civil(day)
    if 0 <= year <= 9999:
        return f"{year:04d}-{month:02d}-{in_month:02d}"
    if not -9999 <= year < 0:
        return year_text(year)
    return f"{year_text(year)}-{month:02d}-{in_month:02d}"


def _offset_text(offset: int | None) -> str:
    if offset is None:
        return ""
    if offset == 0:
        return "Z"
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"
