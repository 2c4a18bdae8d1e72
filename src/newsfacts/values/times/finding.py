"""Times in running text: where each one begins and ends.

A time is a regular expression over the letters of `finding_classes`. Each kind of time is one named group of it, which
also says how sure it is that the words are a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from newsfacts.values.level import Level
from newsfacts.values.quantities.reading.tokens import Token
from newsfacts.values.times.finding_classes import classes_of

__all__ = ["TimeWords", "times_in"]


class TimeWords(NamedTuple):
    """The tokens `first` up to, not including, `last` are a time; `kind` names the pattern that they follow."""

    first: int
    last: int
    kind: str
    level: Level


_NUMBER = r"(?:i?N(?:-?&?-?N)*|[d2#]|i?q(?:o|j)?|d-&-i-H|N-&-i-H)"
_HEDGE = r"(?:J?[hJ]m>|J?m>|@!|h|N?m>)"
_UNITS = r"[uvte]"
_LENGTH = rf"(?:{_NUMBER}(?:&iH)?[- ]?(?:-?[jf])?-?(?:[uv]))"
_MONTH = r"(?:M|G\.?)"
_DAY = r"(?:dX?)"
_YEAR = r"D"
_DATE = (
    rf"(?:p-?)?(?:{_MONTH}{_DAY}(?:-{_DAY})?(?:,?{_YEAR})?"
    rf"|(?:l)?{_DAY}(?:o)?{_MONTH}(?:,?{_YEAR})?"
    rf"|lO(?:o){_MONTH}(?:,?{_YEAR})?"
    rf"|{_MONTH},?{_YEAR})"
)
_CLOCK = r"(?:d:[d2](?:\.?a)?|d\.?a|dCK*'?K?|NC'K)(?:z)?"
_WEEKDAY = r"(?:(?:p|r)-?)?(?:W|V\.?)(?:t|u(?<=Wu))?"
_PATTERNS: Final[tuple[tuple[str, Level, str], ...]] = (
    ("iso", Level.SURE, r"D-[d2]-[d2](?!-)"),
    ("slashes", Level.SURE, r"d/[d2]/[Dd2](?!/)"),
    ("clock", Level.SURE, rf"{_CLOCK}(?:,?n?(?:{_WEEKDAY}|y|{_DATE}))?"),
    ("date", Level.SURE, rf"(?:(?:p|r)?(?:W|V\.?),?(?:t,?)?)?{_DATE}(?:,?{_CLOCK})?"),
    ("named", Level.LIKELY, r"B=*(?:,?D)?"),
    ("weekday", Level.SURE, rf"{_WEEKDAY}(?:n?@?{_CLOCK})?"),
    ("decade", Level.SURE, r"(?:l?p-?)?l?(?:D|'?2)x"),
    ("ago", Level.SURE, rf"{_HEDGE}?(?:{_LENGTH}|iHi?[uv]|ij?u|v|H?iu)g"),
    (
        "ordinal",
        Level.SURE,
        r"l?[Or](?:N|q|d)?-?f?[uvHe](?:oD|ofD|ol?r?f?uD?|ol?f?D)?",
    ),
    ("relative", Level.SURE, rf"(?:l)?(?:p|g)?l?r(?:{_NUMBER})?j?f?-?(?:[uvetsMT]|D)(?:t)?"),
    ("part", Level.SURE, rf"l?b(?:o)(?:l?r?f?[esuv]|{_MONTH}(?:,?D)?|D|lDx|l?r?[uv])"),
    ("day", Level.SURE, r"(?:p|g)?y(?:t)?"),
    ("month", Level.SURE, rf"(?:p-?)?{_MONTH}"),
    ("season", Level.LIKELY, r"(?:l?p-?)?(?:l)?s(?:oD|D)?"),
    ("fiscal", Level.SURE, r"(?:f)u?D"),
    ("length", Level.SURE, rf"{_HEDGE}?(?:l)?{_LENGTH}"),
    ("one", Level.LIKELY, rf"{_HEDGE}?(?:H(?:-)?iu|iH-?u|iu|ij?u|Hiu)"),
    ("year", Level.SURE, r"(?:p-?)?D(?:-[D2d])?"),
    ("each", Level.SURE, r"E(?:N|O|j)?(?:[uvetsW]|W)"),
    ("weekdays", Level.SURE, r"w"),
    ("times of day", Level.LIKELY, r"(?:p-?)?l?[t]"),
    ("now", Level.LIKELY, r"c"),
    ("set", Level.GUESS, r"S"),
    ("future", Level.GUESS, r"lY|l(?<=l)r(?=[ .,])"),
    ("bare", Level.GUESS, r"l[eu]|e|v"),
)  # fmt: skip
_PATTERN: Final = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, (_, _, pattern) in enumerate(_PATTERNS)))


def times_in(tokens: list[Token]) -> Iterator[TimeWords]:
    """The times of running text in order; they do not overlap. `tokens` end with three closing tokens."""
    letters = classes_of(tokens)
    for found in _PATTERN.finditer(letters):
        kind, level, _ = _PATTERNS[int((found.lastgroup or "k0")[1:])]
        yield TimeWords(found.start(), found.end(), kind, level)
