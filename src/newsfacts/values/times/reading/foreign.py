"""Dates in a text that is not English: ISO dates, and digits in the order of the language where that is certain.

    date = YYYY | YYYY-MM | YYYY-MM-DD | D.M.YYYY | D/M/YYYY | D-M-YYYY | YYYY.M.D | YYYY/M/D

Words are read in English only, so a phrase with any word is refused. So is a year in two digits and a date without a year,
which can be other numbers, and every date of the languages whose texts count years from another era.
"""

from __future__ import annotations

import re
from typing import Final

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.languages import words_not_read
from newsfacts.values.times import units
from newsfacts.values.times.calendar import day_number, month_length
from newsfacts.values.times.times import TimeInterval

__all__ = ["read_foreign"]

_DAY_FIRST: Final = frozenset(
    [
        "de",
        "es",
        "it",
        "pt",
        "nl",
        "ro",
        "el",
        "sr",
        "hr",
        "bs",
        "sl",
        "mk",
        "da",
        "is",
        "tr",
        "az",
        "id",
        "vi",
        "ca",
        "fr",
        "ru",
        "uk",
        "be",
        "pl",
        "cs",
        "sk",
        "bg",
        "sq",
        "nb",
        "nn",
        "no",
        "fi",
        "et",
        "lv",
        "ka",
        "hy",
        "kk",
        "uz",
        "af",
        "gl",
        "ar",
        "he",
        "ur",
        "hi",
        "bn",
        "ta",
        "te",
        "mr",
        "gu",
        "pa",
        "ml",
        "ne",
        "ms",
        "ga",
        "cy",
        "mt",
        "sw",
    ]
)
"""Languages whose numeric dates begin with the day, by the short date patterns of the Unicode CLDR."""
_YEAR_FIRST: Final = frozenset(["zh", "ja", "ko", "hu", "lt", "sv", "eu"])
_OTHER_ERAS: Final = frozenset(["th", "fa", "am", "ar", "ur", "ja"])
"""Languages whose texts also count years from another era: 2567 in Thai is 2024, 1445 in Arabic 2024."""
_OF_OUR_ERA: Final = range(1700, 2200)
"""Years that are taken to be those of our era in such a text, and only in a whole date."""
_ISO: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEAR_LAST: Final = re.compile(r"([0-9]{1,2})([./-]) ?([0-9]{1,2})\2 ?([0-9]{4})")
_YEAR_AHEAD: Final = re.compile(r"([0-9]{4})([./]) ?([0-9]{1,2})\2 ?([0-9]{1,2})\.?")


def read_foreign(phrase: str, language: str) -> TimeInterval:
    """The date that a phrase of a language other than English states in digits.

    Raises `UnreadableValue`: of the kind `LANGUAGE` where words or the customs of the language would have to be known, of
    the kind `IMPOSSIBLE` where the calendar has no such day.
    """
    text = phrase.strip()
    tag = language.strip().lower().replace("_", "-").split("-")[0]
    iso = _ISO.fullmatch(text)
    if iso is not None and (tag not in _OTHER_ERAS or (iso[3] is not None and int(iso[1]) in _OF_OUR_ERA)):
        return _date(phrase, int(iso[1]), iso[2], iso[3])
    ahead = _YEAR_AHEAD.fullmatch(text)
    if ahead is not None and tag in _YEAR_FIRST and (tag not in _OTHER_ERAS or int(ahead[1]) in _OF_OUR_ERA):
        return _date(phrase, int(ahead[1]), ahead[3], ahead[4])
    last = _YEAR_LAST.fullmatch(text)
    if last is not None and tag in _DAY_FIRST and (tag not in _OTHER_ERAS or int(last[4]) in _OF_OUR_ERA):
        return _date(phrase, int(last[4]), last[3], last[1])
    raise UnreadableValue(phrase, words_not_read(language), UnreadableKind.LANGUAGE)


def _date(phrase: str, year: int, month: str | None, day: str | None) -> TimeInterval:
    if not year:
        raise UnreadableValue(phrase, "there is no year 0: the year after 1 BC is AD 1", UnreadableKind.IMPOSSIBLE)
    if month is None:
        return units.year(year)
    if not 1 <= int(month) <= 12:
        raise UnreadableValue(phrase, f"there is no month {int(month)}", UnreadableKind.IMPOSSIBLE)
    if day is None:
        return units.month(year, int(month))
    if not 1 <= int(day) <= month_length(year, int(month)):
        raise UnreadableValue(phrase, f"that month has no day {int(day)}", UnreadableKind.IMPOSSIBLE)
    return units.day(day_number(year, int(month), int(day)))
