"""Time zones as news writes them: abbreviations with a fixed offset, and names whose offset depends on the date.

An abbreviation with more than one common meaning is read as the outlet countries use it (IST is India's, BST is
British summer time, CST is North America's). "ET" and "Eastern" follow the clock of New York on that date; "EST" is
five hours behind UTC whatever the season, because that is what it says.

Offsets of named zones come from the IANA database by way of `zoneinfo`: the operating system's, or the `tzdata` package
where the system has none. Without either, a named zone is refused.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING, Final

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.calendar import DAY_SECONDS, civil

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

__all__ = ["FIXED_ZONES", "NAMED_ZONES", "find_zone", "is_known", "is_skipped", "why_unknown", "zone_offset"]

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

_NO_DATABASE: Final = "this machine has no database of time zones; install the package tzdata"

MAX_ZONE_NAME: Final = 64
"""The longest name of a time zone, in code points; the longest in the database has 32."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z][A-Za-z0-9_+-]*){0,2}\Z")
_OF_THE_MACHINE: Final = frozenset({"localtime", "posixrules", "Factory"})
"""Files of the database that are not zones, or are another one on every machine."""


def is_known(name: str) -> bool:
    """Whether a name is a time zone of the IANA database, such as `Europe/Berlin`, spelled as it is there."""
    try:
        find_zone(name)
    except UnreadableValue:
        return False
    return True


def why_unknown(name: str) -> str | None:
    """Why a name is not a time zone, with the nearest one; None for one that is, and where this machine has no database."""
    try:
        find_zone(name)
    except UnreadableValue as error:
        return None if error.reason == _NO_DATABASE else error.reason
    return None


@functools.lru_cache(maxsize=256)
def find_zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name.

    Raises `UnreadableValue`, with the nearest name, for one that the database does not have; also where this machine
    has no database.
    """
    import zoneinfo  # few phrases name a zone

    if len(name) <= MAX_ZONE_NAME and _NAME.match(name) and name not in _OF_THE_MACHINE:
        try:
            return zoneinfo.ZoneInfo(name)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            pass
    known = zoneinfo.available_timezones()
    if not known:
        reason = _NO_DATABASE
    else:
        import difflib

        like = difflib.get_close_matches(name[:MAX_ZONE_NAME], sorted(known), 1)
        reason = f"{name[:MAX_ZONE_NAME]!r} is not a time zone" + (f"; did you mean {like[0]!r}?" if like else "")
    raise UnreadableValue(name, reason, UnreadableKind.UNKNOWN_WORD)


def is_skipped(name: str, second: int) -> bool:
    """Whether the clock of an IANA zone skips a moment of its own time, in the hour that summer time takes away."""
    day, rest = divmod(second, DAY_SECONDS)
    year, month, in_month = civil(day)
    if not 1 < year < 9999:
        return False
    moment = dt.datetime(year, month, in_month, rest // 3600, rest // 60 % 60, tzinfo=find_zone(name))
    return moment.astimezone(dt.UTC).astimezone(moment.tzinfo).replace(tzinfo=None) != moment.replace(tzinfo=None)


def zone_offset(name: str, second: int) -> int:
    """Minutes east of UTC of an IANA zone at a moment of its own clock (seconds from 0001-01-01T00:00).

    A local mean time with seconds is rounded to the minute. A moment that the clock skips or shows twice is read
    with the offset before the change. Raises `UnreadableValue` for a zone that is not known.
    """
    zone = find_zone(name)
    day, rest = divmod(second, DAY_SECONDS)
    year, month, in_month = civil(day)
    # Every rule repeats within 400 years, so a year that datetime lacks is read as one that it has.
    year = year if 1 < year < 9999 else year % 400 + (400 if year <= 1 else 9_200)
    offset = zone.utcoffset(dt.datetime(year, month, in_month, rest // 3600, rest // 60 % 60))
    return 0 if offset is None else round(offset.total_seconds() / 60)
