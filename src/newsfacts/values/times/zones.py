"""Time zones as news writes them: abbreviations with a fixed offset, and names whose offset depends on the date.

An abbreviation with more than one common meaning is read as the outlet countries use it (IST is India's, BST is
British summer time, CST is North America's). "ET" and "Eastern" follow the clock of New York on that date; "EST" is
five hours behind UTC whatever the season, because that is what it says.
"""

from __future__ import annotations

from typing import Final

from newsfacts.values.times.calendar import DAY_SECONDS, civil

__all__ = ["FIXED_ZONES", "NAMED_ZONES", "zone_offset"]

FIXED_ZONES: Final[dict[str, int]] = {
    "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "cest": 120, "met": 60, "mest": 120, "eet": 120,
    "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "ast": -240, "adt": -180, "nst": -210,
    "ndt": -150, "ist": 330, "pkt": 300, "npt": 345, "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "awst": 480,
    "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "acst": 570, "acdt": 630, "nzst": 720, "nzdt": 780, "sast": 120,
    "wat": 60, "cat": 120, "eat": 180, "brt": -180,
}  # fmt: skip
"""Abbreviation -> minutes east of UTC."""

NAMED_ZONES: Final[dict[str, str]] = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "singapore": "Asia/Singapore", "beijing": "Asia/Shanghai",
    "london": "Europe/London", "moscow": "Europe/Moscow", "tokyo": "Asia/Tokyo", "paris": "Europe/Paris",
    "berlin": "Europe/Berlin", "kyiv": "Europe/Kiev", "kiev": "Europe/Kiev", "jerusalem": "Asia/Jerusalem",
    "israel": "Asia/Jerusalem", "sydney": "Australia/Sydney", "delhi": "Asia/Kolkata", "astana": "Asia/Almaty",
    "tehran": "Asia/Tehran", "seoul": "Asia/Seoul", "dubai": "Asia/Dubai",
}  # fmt: skip
"""Word -> IANA name. The place names are zones only before "time": "3 p.m. Moscow time"."""


def zone_offset(name: str, second: int) -> int:
    """Minutes east of UTC of an IANA zone at a moment of its own clock (seconds from 0001-01-01T00:00)."""
    import datetime as dt

    from dateutil import tz

    day, rest = divmod(second, DAY_SECONDS)
    year, month, in_month = civil(day)
    moment = dt.datetime(min(max(year, 2), 9998), month, min(in_month, 28), rest // 3600)
    if 1 < year < 9999:
        moment = dt.datetime(year, month, in_month, rest // 3600, rest // 60 % 60)
    zone = tz.gettz(name)
    offset = None if zone is None else zone.utcoffset(moment)
    return 0 if offset is None else int(offset.total_seconds()) // 60
