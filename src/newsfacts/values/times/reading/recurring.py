"""Times that recur: "every Monday", "twice a week", "Saturday nights", "annually" (TIMEX3 type SET)."""

from __future__ import annotations

from newsfacts.values.times.calendar import civil
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.holidays import holiday_day
from newsfacts.values.times.reading.amounts import read_amount
from newsfacts.values.times.reading.durations import read_span
from newsfacts.values.times.reading.tokens import Tokens
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.times import Duration, TimeSet

__all__ = ["FoundSet", "read_set"]


class FoundSet:
    """A recurring time in tokens, and the index after it."""

    __slots__ = ("end", "value")

    def __init__(self, value: TimeSet, end: int) -> None:
        self.value = value
        self.end = end


def read_set(tokens: Tokens, at: int) -> FoundSet | None:
    """The recurring time that starts at token `at`, or None."""
    roles, values = tokens.roles, tokens.values
    role = roles[at]
    if role == Role.EVERY:
        return _every(tokens, at + 1, values[at])
    if role == Role.PLURAL_WEEKDAY:
        return _with_daytime(tokens, at + 1, f"XXXX-WXX-{values[at] + 1}", "EVERY")
    if role == Role.WEEKDAY and tokens.texts[at + 1] in ("mornings", "afternoons", "evenings", "nights"):
        return _with_daytime(tokens, at + 1, f"XXXX-WXX-{values[at] + 1}", "EVERY")
    if role == Role.REPEATED:
        return FoundSet(TimeSet(value=values[at]), at + 1)
    if role == Role.TIMES:
        return _times(tokens, at + 1, values[at])
    if role in (Role.NUMBER, Role.CARDINAL):
        amount = read_amount(tokens, at)
        if amount is not None and tokens.texts[amount.end] == "times" and amount.value.denominator == 1:
            return _times(tokens, amount.end + 1, int(amount.value))
    return None


def _times(tokens: Tokens, at: int, count: int) -> FoundSet | None:
    """What follows "twice": "a week", "per month", "every two years", "daily"."""
    roles, texts, values = tokens.roles, tokens.texts, tokens.values
    if roles[at] == Role.REPEATED:
        return FoundSet(TimeSet(value=values[at], freq=count), at + 1)
    if texts[at] in ("a", "an", "per", "each", "every", "in"):
        at += 1
        found = read_span(tokens, at)
        if found is None and roles[at] == Role.ARTICLE:
            found = read_span(tokens, at + 1)
        if found is not None:
            return FoundSet(TimeSet(value=found.value.iso, freq=count), found.end)
    return None


def _every(tokens: Tokens, at: int, quant: str) -> FoundSet | None:
    roles, texts, values = tokens.roles, tokens.texts, tokens.values
    step = 1
    if texts[at] in ("other", "second"):
        step, at = 2, at + 1
    while roles[at] == Role.ADJECTIVE or texts[at] in ("single", "of", "the"):
        at += 1
    role = roles[at]
    if role in (Role.WEEKDAY, Role.PLURAL_WEEKDAY):
        return _with_daytime(tokens, at + 1, f"XXXX-WXX-{values[at] + 1}", quant)
    if role == Role.MONTH:
        month = f"XXXX-{values[at]:02d}"
        if roles[at + 1] == Role.NUMBER and values[at + 1] <= 31:
            at += 1
            at += texts[at + 1] in ("st", "nd", "rd", "th")
            day = values[at] if roles[at] == Role.NUMBER else values[at - 1]
            return FoundSet(TimeSet(value=f"{month}-{day:02d}", quant=quant), at + 1)
        return FoundSet(TimeSet(value=month, quant=quant), at + 1)
    if role == Role.SEASON:
        return FoundSet(TimeSet(value=f"XXXX-{values[at]}", quant=quant), at + 1)
    if role == Role.WEEKEND:
        return FoundSet(TimeSet(value="XXXX-WXX-WE", quant=quant), at + 1)
    if role == Role.DAYTIME:
        code = values[at] if len(values[at]) == 2 else {"NOON": "12:00", "MIDNIGHT": "00:00"}.get(values[at], "NI")
        return FoundSet(TimeSet(value=f"XXXX-XX-XXT{code}", quant=quant), at + 1)
    if role == Role.HOLIDAY:
        days = {civil(day)[1:] for year in (2001, 2002, 2003) if (day := holiday_day(values[at], year)) is not None}
        if len(days) == 1:
            month_number, day_number = days.pop()
            return FoundSet(TimeSet(value=f"XXXX-{month_number:02d}-{day_number:02d}", quant=quant), at + 1)
        return None
    found = read_span(tokens, at)
    if found is None:
        return None
    value = found.value.iso
    if step == 2:
        value = Duration.of(found.grain, 2).iso
    if found.grain is Grain.QUARTER and value == "P3M":
        value = "P1Q"
    return FoundSet(TimeSet(value=value, quant=quant), found.end)


def _with_daytime(tokens: Tokens, at: int, value: str, quant: str) -> FoundSet:
    if tokens.texts[at] == "nights":
        return FoundSet(TimeSet(value=f"{value}TNI", quant=quant), at + 1)
    if tokens.roles[at] == Role.DAYTIME:
        code = tokens.values[at]
        if len(code) == 2 or code == "TONIGHT":
            return FoundSet(TimeSet(value=f"{value}T{code if len(code) == 2 else 'NI'}", quant=quant), at + 1)
    return FoundSet(TimeSet(value=value, quant=quant), at)
