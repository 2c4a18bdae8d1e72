"""Values that are written in English words in place of their canonical form, where the words can mean only one thing.

"two million" is 2e6 and "4 July 2024" is 2024-07-04, and the object is the same as of the canonical form. What needs a
day to count from ("last week"), or can be read in two ways ("4/7/2024", "1,300", "$5"), is refused with the reason.
"""

from __future__ import annotations

import datetime as dt
import functools
import re

from newsfacts.errors import UnreadableValue
from newsfacts.model import TimeValue
from newsfacts.patterns import lazy_pattern
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.quantities.currencies import CURRENCY_NAMES
from newsfacts.values.quantities.quantity import Quantity, QuantityKind
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS
from newsfacts.values.times.canonical import parse_time_value
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.times import TimeInterval, UnresolvedTime

__all__ = ["MAX_WORDS", "date_in_words", "read_quantity", "time_in_words"]

MAX_WORDS = 200
"""How many characters a value in words may have."""

_WORD = lazy_pattern(r"[^\W\d_]{3,}")
_LETTERS_OR_SIGN = lazy_pattern(r"[^\W\d_]{2,}|[$€£¥]")
_DIGIT_COMMA = lazy_pattern(r"\d,\d")
_SLASHED = lazy_pattern(r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)")
_YEAR = lazy_pattern(r"(?<!\d)\d{4}(?!\d)|(?:BC|AD)")
_CLOCK_GRAINS = (Grain.MINUTE, Grain.SECOND)
_WHOSE = {"USD": re.compile(r"US|U\.S\.|American"), "GBP": re.compile(r"GBP|British|[Ss]terling|UK|£|p(?:ence|enn)")}


def is_in_words(written: str) -> bool:
    """Whether something written has a word, of at least three letters; "2024-07~" and "4.2pp" have none."""
    return len(written) <= MAX_WORDS and _WORD.search(written) is not None


def is_misread(quantity: Quantity) -> bool:
    """Whether words were taken for a unit or a currency of the canonical form: "40 thousand", "about 40", "4 July"."""
    if (
        quantity.currency is not None
        and quantity.currency.islower()
        and quantity.currency not in CURRENCY_NAMES.values()
    ):
        return True
    if quantity.per == "cent":
        return True
    if quantity.unit is None or quantity.kind not in (QuantityKind.NUMBER, QuantityKind.MONEY):
        return False
    words = quantity.unit.lower().split()
    return words[:1] != [] and (words[0] in _never_units() or (quantity.currency is None and quantity.unit in _money()))


@functools.cache
def _never_units() -> frozenset[str]:
    """Words that the canonical form could take for a unit, and that are none."""
    import calendar

    from newsfacts.values.quantities.reading.nouns import STOP

    months = {name.lower() for name in calendar.month_name if name}
    also_units = {"second", "seconds", "quarter", "quarters", "half", "halves", "third", "other", "own", "in"}
    return (STOP | NUMBER_WORDS.keys() | months | {"percent", "pct"}) - also_units


@functools.cache
def _money() -> frozenset[str]:
    """Names of currencies, as far as they have no other meaning; "won" and "mark" have."""
    names = {name for name in CURRENCY_NAMES if len(name) > 2} - {"mark", "real", "sol", "won", "crown"}
    return frozenset(names | {f"{name}s" for name in names})


def read_quantity(written: str) -> Quantity:
    """The quantity of a canonical form, or of words. Raises `UnreadableValue`."""
    try:
        found = parse_canonical(written)
    except UnreadableValue as error:
        return _quantity_in_words(written, error)
    return _quantity_in_words(written, None) if '"' not in written and is_misread(found) else found


def _quantity_in_words(written: str, refused: UnreadableValue | None) -> Quantity:
    """The quantity that words state. `refused` says why they are not a canonical form."""
    from newsfacts.values.quantities.reading.phrase import parse_quantity

    if _DIGIT_COMMA.search(written):
        reason = "a comma between digits may be a decimal comma: write 1300 for 1,300, and 1.3 for one and three tenths"
        raise UnreadableValue(written, reason)
    if refused is not None and (len(written) > MAX_WORDS or not _LETTERS_OR_SIGN.search(written)):
        raise refused
    try:
        found = parse_quantity(written)
    except UnreadableValue as error:
        raise (refused if refused is not None and " " not in written else error) from None
    whose = _WHOSE.get(found.currency or "")
    if whose is not None and not whose.search(written):
        raise UnreadableValue(written, "several countries have such a currency: write the code, as in USD 3.5e6")
    return parse_canonical(str(found))


def time_in_words(written: str, refused: UnreadableValue) -> TimeValue:
    """The time that words state. Raises `UnreadableValue`: `refused`, that of the canonical form, where it says more."""
    found = _read_time(written, refused)
    return parse_time_value(str(found))


def date_in_words(written: str, refused: UnreadableValue) -> dt.date:
    """The day, or the moment, that words state. Raises `UnreadableValue`, as `time_in_words` does."""
    found = _read_time(written, refused)
    if isinstance(found, TimeInterval) and not found.approximate and found.start is not None:
        if found.grain in _CLOCK_GRAINS:
            return found.start
        if found.grain is Grain.DAY and found.end == found.start + dt.timedelta(days=1):
            return found.start.date()
    raise UnreadableValue(written, "this is not one day: a date is written 2024-07-04 or 4 July 2024")


def _read_time(written: str, refused: UnreadableValue) -> TimeValue:
    from newsfacts.values.times.phrase import parse_time

    if _SLASHED.search(written):
        reason = "the day and the month of such a date can be exchanged: write 2024-07-04 or 4 July 2024"
        raise UnreadableValue(written, reason)
    if not is_in_words(written):
        raise refused
    try:
        found = parse_time(written)
    except UnreadableValue as error:
        raise (error if " " in written else refused) from None
    if isinstance(found, UnresolvedTime):
        raise UnreadableValue(written, "it is not a whole date by itself: write it as 2024-07-04 or 4 July 2024")
    if isinstance(found, TimeInterval):
        _refuse_doubtful(written, found)
    return found


def _refuse_doubtful(written: str, found: TimeInterval) -> None:
    """Refuse a time of which the words say too little, or two things that differ."""
    from newsfacts.values.comparison import Agreement  # few times are written in words
    from newsfacts.values.times.checks import check_weekday

    if found.alternatives:
        others = " or ".join(str(other) for other in (found, *found.alternatives))
        raise UnreadableValue(written, f"it can be {others}: write the one that is meant")
    weekday = check_weekday(found)
    if weekday.agreement is Agreement.CONTRADICTION:
        raise UnreadableValue(written, weekday.because.rstrip("."))
    if found.grain < Grain.QUARTER and not _YEAR.search(written):
        raise UnreadableValue(written, "the year is written with four digits, as in 4 July 2024")
