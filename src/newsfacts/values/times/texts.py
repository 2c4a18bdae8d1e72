"""The canonical texts of days, moments and periods: EDTF wherever it can say them, and ISO 8601 elsewhere."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from newsfacts.values.times.calendar import DAY_SECONDS, LAST_DAY, civil, year_text
from newsfacts.values.times.grain import Grain

__all__ = ["day_text", "decimal", "designated", "moment_text", "span_text", "timex_text", "with_seconds"]


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
    if 0 <= day <= LAST_DAY:
        return date.fromordinal(day + 1).isoformat()
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


_SEASON_CODES: Final = dict(zip(range(21, 33), ("SP", "SU", "FA", "WI") * 3, strict=True))
"""EDTF season code -> TIMEX3 season."""


def timex_text(text: str, lower: int | None, upper: int | None, *, of_members: bool) -> str:
    """The TIMEX3 value of a time by its canonical text and its ends; that of an EDTF set is its first and last day."""
    text = text.replace("?", "").replace("~", "").replace("%", "")
    edges = _edges(lower, upper)
    if of_members:
        return "/".join(edges)
    if "/" in text or "S" in text or "E" in text:
        return edges[0] if "S" in text else "/".join(edges)
    if "T" in text or lower is None:
        return text
    if text.startswith("Y"):
        return text[1:]
    parts = text.lstrip("-").split("-")
    if len(parts) == 2 and parts[1].isdecimal() and int(parts[1]) > 12:
        code, year = int(parts[1]), text[: -len(parts[1]) - 1]
        if code in _SEASON_CODES:
            return f"{year}-{_SEASON_CODES[code]}"
        if code <= 36:
            return f"{year}-Q{code - 32}"
        return f"{year}-H{code - 39}" if code >= 40 else "/".join(edges)
    return text.rstrip("X") if len(parts) == 1 else text


def _edges(lower: int | None, upper: int | None) -> list[str]:
    """The first and last day of a period, an open end as two dots."""
    return [".." if end is None else day_text((end - last) // DAY_SECONDS) for end, last in ((lower, 0), (upper, 1))]


def with_seconds(clock: str) -> str:
    """A clock time to the second, as EDTF wants it."""
    minutes = clock.index("T") + 6
    return f"{clock[:minutes]}:00{clock[minutes:]}"


def designated(parts: tuple[tuple[int | Fraction, str], ...]) -> str:
    """Numbers with their letters as ISO 8601 writes durations; what is zero is left out."""
    text = ""
    for number, letter in parts:
        if number:
            text += f"{number if type(number) is int else decimal(number)}{letter}"
    return text


def decimal(number: int | Fraction) -> str:
    """A number as ISO 8601 can write it; a third and its like, which no decimal fraction equals, to nine places."""
    if number.denominator == 1:
        return str(int(number))
    size = -number if number < 0 else number
    whole = int(size)
    rest = size - whole
    digits = f"{round(rest * 10**9):09d}".rstrip("0")
    return f"{'-' if number < 0 else ''}{whole}.{digits}"
