"""Read lengths of time: "three years", "two and a half hours", "a year and a half", "30-minute", "two to three weeks".

The reader works on the tokens of `tokens`, so that the readers of dates use it for "two weeks ago" as well.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.immutable import evolve
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.amounts import Amount, read_amount, read_one_amount
from newsfacts.values.times.reading.terms import Hedge
from newsfacts.values.times.reading.tokens import Tokens
from newsfacts.values.times.times import UNIT_FIELDS, Duration, new_duration

__all__ = ["STARTERS", "FoundDuration", "is_military_hour", "parse_duration", "read_span"]

R = word_roles

STARTERS: Final = frozenset({
    R.NUMBER, R.CARDINAL, R.ARTICLE, R.VAGUE_NUMBER, R.ADJECTIVE, R.HALF, R.UNIT, R.SIGN,
    R.UPTO, R.NTH, R.UNKNOWN,
})  # fmt: skip
"""What a length of time can begin with."""
_UNITS: Final = (R.UNIT, R.SHORT_UNIT)
_AFTER_PLAIN: Final = frozenset({R.END, R.AGO, R.LATER, R.EARLIER, R.SIDE, R.FROM, R.ON, R.IN})
"""What ends a length that is one number and one unit: no other part, fraction or alternative of it can follow."""
_OTHER_THAN_LENGTHS: Final = (Grain.SEASON, Grain.QUARTER, Grain.DECADE)
"""Units that a number before them may not count: "the 1990 season"."""
_PART_AFTER: Final = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}
_OR: Final = {
    "so": Mod.APPROX, "more": Mod.EQUAL_OR_MORE, "longer": Mod.EQUAL_OR_MORE, "less": Mod.EQUAL_OR_LESS,
    "fewer": Mod.EQUAL_OR_LESS, "shorter": Mod.EQUAL_OR_LESS,
}  # fmt: skip
_MOST: Final = frozenset({"tops", "max", "maximum"})
_BELOW: Final = {Grain.HOUR: Grain.MINUTE, Grain.MINUTE: Grain.SECOND}
_BEFORE_UNITS: Final = ("-", "of", "calendar", "+")
_BEFORE_DURATIONS: Final = (R.HEDGE, R.FILL, R.FOR, R.IN, R.WITHIN, R.ADJECTIVE)


class FoundDuration(NamedTuple):
    """A duration in tokens: the value, its finest unit, the index after it, and whether it counts working days."""

    value: Duration
    grain: Grain
    end: int
    working: bool = False

    @property
    def units(self) -> int | None:
        """How many of its unit it is, if they are whole and no other unit was said."""
        name, factor = UNIT_FIELDS[self.grain]
        number: int | Fraction = getattr(self.value, name)
        whole = number.denominator == 1 and number and number % factor == 0
        return (
            int(number) // factor
            if whole and self.value.seconds == Duration.of(self.grain, number // factor).seconds
            else None
        )


def parse_duration(words: str) -> Duration:
    """The length of time that a phrase states, such as the window "two months".

    Raises `UnreadableValue` if the phrase is not a duration, or has other words next to one.
    """
    tokens = Tokens(words)
    roles, values = tokens.roles, tokens.values
    at = 0
    hedge: Hedge | None = None
    while roles[at] in _BEFORE_DURATIONS or (roles[at] == R.ARTICLE and values[at] is None):
        if roles[at] == R.HEDGE or values[at] == "OVER":
            hedge = Hedge.MORE if values[at] == "OVER" else values[at]
        at += 1
    found = read_span(tokens, at, hedge)
    if found is None:
        reason = "a duration is a number and a unit of time, such as two months"
        raise UnreadableValue(words, reason, UnreadableKind.NO_VALUE)
    at = found.end
    while roles[at] in (R.FILL, R.ADJECTIVE) or tokens.texts[at] == "time":
        at += 1
    if roles[at] != R.END:
        reason = f"{tokens.texts[at]!r} comes after the duration and is not part of it"
        raise UnreadableValue(words, reason, UnreadableKind.UNKNOWN_WORD)
    return found.value


def read_span(tokens: Tokens, at: int, hedge: Hedge | None = None, bare: bool = True) -> FoundDuration | None:
    """The duration that starts at token `at`, or None. With `bare`, a unit without a number ("decades") is one."""
    if not tokens.counts or tokens.roles[at] not in STARTERS:
        return None
    if len(tokens.texts[at]) == 4 and is_military_hour(tokens, at):
        return None
    mod = None if hedge is None else hedge.mod
    key, spans = (at, mod), tokens.spans
    if key not in spans:
        spans[key] = _numbered_span(tokens, at, mod)
    found: FoundDuration | None = spans[key]
    if found is None and bare and tokens.roles[at] == R.UNIT:
        return _bare_unit(tokens, at, mod)
    return found


def _numbered_span(tokens: Tokens, at: int, mod: Mod | None) -> FoundDuration | None:
    """The duration that starts with a number at token `at`, or None."""
    roles = tokens.roles
    if roles[at] == R.NUMBER and roles[at + 1] == R.UNIT and roles[at + 2] in _AFTER_PLAIN:
        grain, size = tokens.values[at + 1]
        if grain not in _OTHER_THAN_LENGTHS:
            name, factor = UNIT_FIELDS[grain]
            number = tokens.values[at] * factor * abs(size)
            return FoundDuration(new_duration(**{name: number}, mod=mod), grain, at + 2, size < 0)
    span = _Span(tokens, at, mod)
    while span.read_part():
        following = span.next_part()
        if following is None:
            break
        span.end = following
    return _up_to(tokens, span.found()) if span.parts else None


def is_military_hour(tokens: Tokens, at: int) -> bool:
    """Whether "0800 hours", or "1430 hours" after "at", is a time of day and not a length."""
    text = tokens.texts[at]
    if len(text) != 4 or tokens.roles[at] != R.NUMBER or tokens.texts[at + 1] not in ("hours", "hrs"):
        return False
    hour, minute = divmod(tokens.values[at], 100)
    return hour < 24 and minute < 60 and (text[0] == "0" or (at > 0 and tokens.texts[at - 1] in ("at", "@")))


def _up_to(tokens: Tokens, found: FoundDuration) -> FoundDuration:
    """With the longer end of "six months to a year" where one follows."""
    if found.value.upto is not None or tokens.texts[found.end] not in ("to", "or", "-"):
        return found
    longer = read_span(tokens, found.end + 1, bare=False)
    if longer is None or longer.value.upto is not None or longer.value.seconds <= found.value.seconds:
        return found
    value = evolve(found.value, upto=evolve(longer.value, mod=None, vague=None))
    return found._replace(value=value, end=longer.end)


class _Span:
    """A duration while it is read: numbers by the field they count, and the index of the next token."""

    __slots__ = ("end", "grain", "mod", "parts", "start", "tokens", "upper", "vague", "working")

    def __init__(self, tokens: Tokens, at: int, mod: Mod | None) -> None:
        self.tokens = tokens
        self.start = self.end = at
        self.mod = mod
        self.grain = Grain.MILLENNIUM
        self.parts: dict[str, int | Fraction] = {}
        self.upper: dict[str, int | Fraction] = {}
        self.vague: Grain | None = None
        self.working = False

    def read_part(self) -> bool:
        """Read one number with its unit and what belongs to them; whether there was one."""
        amount = read_amount(self.tokens, self.end)
        if amount is None:
            return False
        size, here = self._unit(amount)
        if not size:
            return False
        name, factor = UNIT_FIELDS[self.grain]
        factor *= size
        if here > amount.end:
            self._between(amount.end, here)
        self.parts[name] = self.parts.get(name, 0) + amount.value * factor
        if amount.upto is not None:
            self.upper[name] = amount.upto * factor
        if amount.vague:
            self.vague = self.grain
            if amount.upto is None:
                self.mod = self.mod or Mod.EQUAL_OR_MORE
        self.end = here + 1
        extra = _half_after(self.tokens, self.end)
        if extra is not None:
            self.parts[name] += extra.value * factor
            self.end = extra.end
        if self.tokens.roles[self.end] == R.OR:
            self._alternative(amount, name, factor)
        return True

    def _between(self, at: int, unit: int) -> None:
        """What the words between a number and its unit say: "20-plus years", "five business days"."""
        values, texts = self.tokens.values[at:unit], self.tokens.texts[at:unit]
        self.working = self.working or "B" in values
        if "plus" in texts or "+" in texts or "odd" in texts:
            self.mod = Mod.EQUAL_OR_MORE

    def _unit(self, amount: Amount) -> tuple[int, int]:
        """How many of `grain`, which is set, the unit after a number is, and its index; 0 if no unit follows."""
        tokens, roles = self.tokens, self.tokens.roles
        here = _skip_to_unit(tokens, amount.end)
        role = roles[here]
        if role == R.UNIT:
            grain, size = tokens.values[here]
            if self._is_of_other_words(amount, grain, here):
                return 0, here
            self.grain = grain
            self.working = self.working or size < 0
            return abs(size), here
        if role == R.SHORT_UNIT and roles[amount.end] == role and (tokens.glued[here] or tokens.texts[here] == "h"):
            if _is_decade(tokens, here) or _is_clock(tokens, here) or _is_half_year(tokens, here):
                return 0, here
            self.grain = tokens.values[here]
            return 1, here
        if role == R.DAYTIME and tokens.texts[here] == "night":
            self.grain = Grain.DAY
            return 1, here
        if self.parts and roles[amount.end] == R.END and self.grain in _BELOW and amount.value.denominator == 1:
            if roles[self.end] == R.HALF or tokens.texts[self.end] in ("half", "quarter"):
                return 0, here
            if tokens.texts[self.end - 1] == ",":
                return 0, here  # "39 hours, seven"
            self.grain = _BELOW[self.grain]
            return 1, amount.end - 1  # "an hour and thirty"
        return 0, here

    def _is_of_other_words(self, amount: Amount, grain: Grain, here: int) -> bool:
        """Whether the unit at an index does not belong to the number before it."""
        tokens = self.tokens
        if _is_year(tokens, self.start):
            if grain in (Grain.SEASON, Grain.QUARTER, Grain.DECADE):
                return True  # "the 1990 season"
            if here > self.start + 1 and tokens.texts[here] == "year" != tokens.texts[here - 1] != "-":
                return True  # "the 2023 calendar year"
        if grain is Grain.QUARTER and tokens.texts[here - 1] == "-" and amount.value > 1:
            return True  # "three-quarters" of something
        return bool(self.parts) and not grain < self.grain  # "a second five-year"

    def _alternative(self, amount: Amount, name: str, factor: int) -> None:
        """ "a year or two", "10 years or so"."""
        tokens = self.tokens
        following = _OR.get(tokens.texts[self.end + 1])
        if following is not None:
            self.mod, self.end = following, self.end + 2
            return
        more = read_one_amount(tokens, self.end + 1)
        if more is None or more.value <= amount.value or tokens.roles[_skip_to_unit(tokens, more.end)] in _UNITS:
            return
        self.upper[name] = more.value * factor
        self.end = more.end

    def next_part(self) -> int | None:
        """The index of the number of the next part ("two hours and five minutes"), or None."""
        tokens, roles, at = self.tokens, self.tokens.roles, self.end
        while roles[at] in (R.AND, R.FILL) and tokens.texts[at] in ("and", ",", "&"):
            at += 1
        if roles[at] not in (R.NUMBER, R.CARDINAL, R.ARTICLE, R.HALF):
            return None
        if roles[at] == R.ARTICLE and (tokens.values[at] is None or at == self.end):
            return None  # "five days a week" is not a length
        amount = read_amount(tokens, at)
        if amount is None:
            return None
        ends_below = roles[amount.end] == R.END and self.grain in _BELOW
        return at if ends_below or roles[_skip_to_unit(tokens, amount.end)] in _UNITS else None

    def _bound_after(self) -> None:
        """ "two weeks at most", "three years, tops"."""
        tokens = self.tokens
        at = self.end + (tokens.texts[self.end] == ",")
        if tokens.roles[at] == R.HEDGE and tokens.roles[at + 1] == R.END:
            self.mod, self.end = tokens.values[at].mod, at + 1
        elif tokens.texts[at] in _MOST and tokens.roles[at + 1] == R.END:
            self.mod, self.end = Mod.EQUAL_OR_LESS, at + 1
        elif tokens.texts[at : at + 2] == ("to", "life") and tokens.roles[at + 2] == R.END:
            self.mod, self.end = Mod.EQUAL_OR_MORE, at + 2
        elif tokens.texts[at : at + 2] == ("if", "that") and tokens.roles[at + 2] == R.END:
            self.mod, self.end = Mod.EQUAL_OR_LESS, at + 2

    def found(self) -> FoundDuration:
        longer = _duration_of({**self.parts, **self.upper}) if self.upper else None
        if self.tokens.texts[self.end : self.end + 2] == ("and", "counting"):
            self.mod, self.end = Mod.EQUAL_OR_MORE, self.end + 2
        while self.tokens.roles[self.end] == R.HEDGE_AFTER:
            self.mod, self.end = Mod.APPROX, self.end + 1
        self._bound_after()
        value = _duration_of(self.parts, self.mod, longer, self.vague)
        return FoundDuration(value, self.grain, self.end, self.working)


def _is_year(tokens: Tokens, at: int) -> bool:
    return tokens.roles[at] == R.NUMBER and len(tokens.texts[at]) == 4


def _bare_unit(tokens: Tokens, at: int, mod: Mod | None) -> FoundDuration | None:
    """A unit without a number: "decades" are two or more, "decade" is one."""
    grain, size = tokens.values[at]
    name, factor = UNIT_FIELDS[grain]
    if size > 0 and tokens.texts[at].endswith("s"):
        at_least = mod or Mod.EQUAL_OR_MORE
        return FoundDuration(_duration_of({name: 2 * factor * abs(size)}, at_least, None, grain), grain, at + 1)
    if tokens.texts[at] == "second":
        return None  # "in second place"
    end, upto = at + 1, None
    extra = _half_after(tokens, end)
    if extra is not None:  # "the past year and a half"
        return FoundDuration(
            _duration_of({name: factor * abs(size) * (1 + extra.value)}, mod), grain, extra.end, size < 0
        )
    if tokens.roles[end] == R.OR:  # "the next year or so", "the last decade or two"
        more = read_one_amount(tokens, end + 1)
        if tokens.texts[end + 1] == "so":
            mod, end = Mod.APPROX, end + 2
        elif more is not None and more.value > 1 and tokens.roles[_skip_to_unit(tokens, more.end)] not in _UNITS:
            upto, end = _duration_of({name: more.value * factor}), more.end
    return FoundDuration(_duration_of({name: factor * abs(size)}, mod, upto), grain, end, size < 0)


def _duration_of(
    parts: dict[str, int | Fraction], mod: Mod | None = None, upto: Duration | None = None, vague: Grain | None = None
) -> Duration:
    fields = {name: _whole(number) for name, number in parts.items()}
    return new_duration(mod=mod, upto=upto, vague=vague, **fields)


def _whole(number: int | Fraction) -> int | Fraction:
    """An `int` wherever the number is one."""
    return number if type(number) is int or number.denominator != 1 else int(number)


def _is_decade(tokens: Tokens, at: int) -> bool:
    """Whether an "s" after digits makes them a decade: 1990s, 90s, the 800s."""
    digits = tokens.texts[at - 1]
    if tokens.texts[at] != "s" or digits[-1] != "0":
        return False
    return len(digits) in (2, 4) or (len(digits) == 3 and tokens.texts[at - 2] == "the")


def _is_clock(tokens: Tokens, at: int) -> bool:
    """Whether an "h" is between hours and minutes: 15h20."""
    minutes = tokens.roles[at + 1] == R.NUMBER and tokens.glued[at + 1] and len(tokens.texts[at + 1]) == 2
    return (
        tokens.texts[at] == "h"
        and minutes
        and not (tokens.roles[at + 2] in (R.SHORT_UNIT, R.UNIT) and tokens.glued[at + 2])
    )


def _is_half_year(tokens: Tokens, at: int) -> bool:
    """Whether an "h" makes half a year of what is around it: 2019 H2, 1H 2019."""
    if tokens.texts[at] != "h" or tokens.roles[at + 1] != R.NUMBER:
        return False
    before, after = tokens.texts[at - 1], tokens.texts[at + 1]
    return (len(before) == 4 and after in ("1", "2")) or (before in ("1", "2") and len(after) == 4)


def _skip_to_unit(tokens: Tokens, at: int) -> int:
    """Past what may come between a number and its unit: a hyphen, "more", "of an", "consecutive"."""
    roles, texts = tokens.roles, tokens.texts
    while roles[at] == R.ADJECTIVE or texts[at] in _BEFORE_UNITS or (texts[at] == "plus" and texts[at - 1] == "-"):
        at += 1
    if roles[at] == R.ARTICLE and roles[at + 1] == R.UNIT and texts[at - 1] == "of" and texts[at] != "the":
        at += 1  # "a couple of an hour"; "15 an hour" is a rate
    return at


def _half_after(tokens: Tokens, at: int) -> Amount | None:
    """ "and a half", "and a quarter", "and half" after a unit."""
    texts = tokens.texts
    hyphens = texts[at] == "-" and texts[at + 1] == "and"  # "a year-and-a-half"
    at += hyphens
    if texts[at] != "and":
        return None
    at += 1
    at += hyphens and texts[at] == "-"
    if texts[at] in ("a", "one", "an"):
        at += 1
        at += hyphens and texts[at] == "-"
    value = _PART_AFTER.get(texts[at])
    if value is None or tokens.roles[at + 1] in (R.UNIT, R.CARDINAL) or texts[at + 1] in ("of", "an", "a"):
        return None
    return Amount(value, None, False, at + 1)
