"""Times that recur: "every Monday", "every other week", "twice a week", "Saturday nights", "annually" (TIMEX3 type SET)."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsfacts.values.times.calendar import civil
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.holidays import holiday_day
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.amounts import read_amount
from newsfacts.values.times.reading.durations import read_span
from newsfacts.values.times.reading.tokens import Tokens
from newsfacts.values.times.times import Duration, TimeSet

__all__ = ["NEVER_RECUR", "FoundSet", "read_set"]

R = word_roles

_OPENERS: Final = frozenset({R.EVERY, R.PLURAL_WEEKDAY, R.WEEKDAY, R.REPEATED, R.TIMES, R.CARDINAL})
NEVER_RECUR: Final = frozenset({R.MONTH, R.ARTICLE, R.IN, R.FROM, R.SIDE, R.RELATIVE, R.PART})
"""Roles of words that no recurring time begins with: that is known before any of it is looked at."""
_PER: Final = ("a", "an", "per", "each", "every", "in")
_AFTER_NUMBERS: Final = frozenset({"times", "x", "a", "per", "each", "every"})
_DAYTIMES: Final = ("mornings", "afternoons", "evenings", "nights")
_PLURALS: Final = {
    "weekends": "XXXX-WXX-WE", "weekdays": ",".join(f"XXXX-WXX-{day}" for day in range(1, 6)), "mornings": "XXXX-XX-XXTMO", "afternoons": "XXXX-XX-XXTAF", "evenings": "XXXX-XX-XXTEV",
}  # fmt: skip
"""Plurals that mean every one; "nights" and "days" are lengths as well."""
_HOURS: Final = {"NOON": "12:00", "MIDNIGHT": "00:00"}


class FoundSet(NamedTuple):
    """A recurring time in tokens, and the index after it."""

    value: TimeSet
    end: int


class _Pattern(NamedTuple):
    """One occurrence in TIMEX3 (XXXX-WXX-1), the unit in which it recurs, and the index after it."""

    value: str
    recurs: Grain
    end: int


def read_set(tokens: Tokens, at: int) -> FoundSet | None:
    """The recurring time that starts at token `at`, or None."""
    roles, values, texts = tokens.roles, tokens.values, tokens.texts
    role = roles[at]
    if role == R.NUMBER:
        return None if _AFTER_NUMBERS.isdisjoint(texts) else _number_of_times(tokens, at)
    if texts[at] == "per" and roles[at + 1] == R.UNIT and not texts[at + 1].endswith("s"):
        return FoundSet(TimeSet(value=Duration.of(values[at + 1][0], 1).iso), at + 2)
    if role not in _OPENERS and texts[at] not in _PLURALS:
        return None
    if role == R.CARDINAL and texts[at] not in _PLURALS:
        return None if _AFTER_NUMBERS.isdisjoint(texts) else _number_of_times(tokens, at)
    if role == R.EVERY:
        return _every(tokens, at + 1, values[at])
    if role in (R.PLURAL_WEEKDAY, R.WEEKDAY):
        pattern = _weekdays(tokens, at)
        recurs = role == R.PLURAL_WEEKDAY or texts[pattern.end - 1] in _DAYTIMES
        return FoundSet(TimeSet(value=pattern.value), pattern.end) if recurs else None
    if texts[at] in _PLURALS:
        return FoundSet(TimeSet(value=_PLURALS[texts[at]]), at + 1)
    if role == R.REPEATED:
        return FoundSet(TimeSet(value=values[at]), at + 1)
    if role == R.TIMES:
        return _times(tokens, at + 1, values[at])
    return None


def _number_of_times(tokens: Tokens, at: int) -> FoundSet | None:
    """ "three times a week", "five days a week"."""
    amount = read_amount(tokens, at)
    if amount is None or amount.value.denominator != 1 or amount.upto is not None:
        return None
    if tokens.texts[amount.end] in ("times", "x"):
        return _times(tokens, amount.end + 1, int(amount.value))
    if tokens.roles[amount.end] == R.UNIT:
        return _days_a_week(tokens, amount.end, int(amount.value))
    return None


def _times(tokens: Tokens, at: int, count: int) -> FoundSet | None:
    """What follows "twice": "a week", "per month", "every two years", "daily", "-weekly"."""
    roles, texts, values = tokens.roles, tokens.texts, tokens.values
    at += texts[at] == "-" and roles[at + 1] in (R.REPEATED, R.ARTICLE)
    if roles[at] == R.REPEATED:
        return FoundSet(TimeSet(value=values[at], freq=count), at + 1)
    if texts[at] not in _PER:
        return None
    at += 1
    at += texts[at] in ("-", "single")
    if texts[at - 1] in ("each", "every") and texts[at] == "other":
        found = read_span(tokens, at + 1)
        if found is None:
            return None
        return FoundSet(TimeSet(value=Duration.of(found.grain, 2).iso, freq=count), found.end)
    found = read_span(tokens, at)
    if found is None and roles[at] == R.ARTICLE:
        found = read_span(tokens, at + 1)
    if found is None or found.value.upto is not None:
        return None
    return FoundSet(TimeSet(value=found.value.timex, freq=count), found.end)


def _days_a_week(tokens: Tokens, at: int, count: int) -> FoundSet | None:
    """ "five days a week"; the unit at `at` has to be shorter than the one it recurs in, and at least a day."""
    grain: Grain = tokens.values[at][0]
    per = at + 1
    if tokens.texts[per] not in ("a", "per", "each", "every") or tokens.roles[per + 1] != R.UNIT or grain < Grain.DAY:
        return None
    longer: Grain = tokens.values[per + 1][0]
    if not grain < longer or tokens.texts[per + 1].endswith("s"):
        return None
    return FoundSet(TimeSet(value=Duration.of(longer, 1).iso, freq=count), per + 2)


def _every(tokens: Tokens, at: int, quant: str) -> FoundSet | None:
    """What follows "every" and "each": a weekday, a month, a holiday, "other week", "third year", "two days"."""
    roles, texts, values = tokens.roles, tokens.texts, tokens.values
    step = 1
    if texts[at] in ("other", "second") or (roles[at] == R.NTH and 1 < values[at] < 100):
        step = 2 if roles[at] != R.NTH else values[at]
        at += 1
    while roles[at] == R.ADJECTIVE or texts[at] in ("single", "of", "the"):
        at += 1
    pattern = _pattern(tokens, at)
    if pattern is not None:
        interval = None if step == 1 else Duration.of(pattern.recurs, step)
        return FoundSet(TimeSet(value=pattern.value, quant=quant, interval=interval), pattern.end)
    found = read_span(tokens, at)
    if found is None or (found.value.upto is not None and found.value.vague is None):
        return None
    if step > 1:
        return FoundSet(TimeSet(value=Duration.of(found.grain, step).iso, quant=quant), found.end)
    value = "P1Q" if found.grain is Grain.QUARTER and found.value.iso == "P3M" else found.value.timex
    return FoundSet(TimeSet(value=value, quant=quant), found.end)


def _pattern(tokens: Tokens, at: int) -> _Pattern | None:
    """A day of the week, a month, a season, a part of the day or a holiday, as it recurs."""
    roles, values = tokens.roles, tokens.values
    role, value = roles[at], values[at]
    if role in (R.WEEKDAY, R.PLURAL_WEEKDAY):
        return _weekdays(tokens, at)
    if role == R.MONTH:
        return _month(tokens, at)
    if tokens.texts[at] == "weekday":
        return _Pattern(_PLURALS["weekdays"], Grain.WEEK, at + 1)
    if role == R.SEASON:
        return _Pattern(f"XXXX-{value}", Grain.YEAR, at + 1)
    if role == R.WEEKEND:
        return _Pattern("XXXX-WXX-WE", Grain.WEEK, at + 1)
    if role == R.DAYTIME:
        code = value if len(value) == 2 else _HOURS.get(value, "NI")
        return _Pattern(f"XXXX-XX-XXT{code}", Grain.DAY, at + 1)
    if role == R.HOLIDAY:
        days = {civil(day)[1:] for year in (2001, 2002, 2003) if (day := holiday_day(value, year)) is not None}
        if len(days) == 1:
            month, day = days.pop()
            return _Pattern(f"XXXX-{month:02d}-{day:02d}", Grain.YEAR, at + 1)
    return None


def _weekdays(tokens: Tokens, at: int) -> _Pattern:
    """ "Monday nights", "Tuesday and Thursday", "Mondays, Wednesdays and Fridays"; a part of the day is that of each."""
    roles, texts = tokens.roles, tokens.texts
    patterns = [_weekday(tokens, at)]
    while True:
        joiner = patterns[-1].end
        following = joiner + 1 if texts[joiner] == "," else joiner
        last = texts[following] in ("and", "&")
        following += last
        if following == joiner or roles[following] not in (R.WEEKDAY, R.PLURAL_WEEKDAY):
            break
        patterns.append(_weekday(tokens, following))
        if last:
            break
    part_of_day = patterns[-1].value[len("XXXX-WXX-1") :]
    values = [pattern.value if "T" in pattern.value else pattern.value + part_of_day for pattern in patterns]
    return _Pattern(",".join(values), Grain.WEEK, patterns[-1].end)


def _weekday(tokens: Tokens, at: int) -> _Pattern:
    """ "Monday", "Mondays", "Monday night", "Monday nights"."""
    value = f"XXXX-WXX-{tokens.values[at] + 1}"
    if tokens.texts[at + 1] == "nights":
        return _Pattern(f"{value}TNI", Grain.WEEK, at + 2)
    if tokens.roles[at + 1] == R.DAYTIME:
        code = tokens.values[at + 1]
        if len(code) == 2 or code == "TONIGHT":
            return _Pattern(f"{value}T{code if len(code) == 2 else 'NI'}", Grain.WEEK, at + 2)
    return _Pattern(value, Grain.WEEK, at + 1)


def _month(tokens: Tokens, at: int) -> _Pattern:
    """ "March", "March 5", "March 5th"."""
    month, after = f"XXXX-{tokens.values[at]:02d}", at + 1
    if tokens.roles[after] != R.NUMBER or not 1 <= tokens.values[after] <= 31:
        return _Pattern(month, Grain.YEAR, after)
    suffix = tokens.texts[after + 1] in ("st", "nd", "rd", "th")
    return _Pattern(f"{month}-{tokens.values[after]:02d}", Grain.YEAR, after + 1 + suffix)
