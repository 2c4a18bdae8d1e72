"""Read lengths of time: "three years", "two and a half hours", "a year and a half", "30-minute", "two to three weeks".

The reader works on the tokens of `tokens`, so that the readers of dates use it for "two weeks ago" as well.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableValue
from newsfacts.values.quantities.reading.number_words import VULGAR_FRACTIONS
from newsfacts.values.times.reading.tokens import Tokens, tokenize_time
from newsfacts.values.times.reading.words import Role
from newsfacts.values.times.times import Duration, Grain, Mod

__all__ = ["ISO_DESIGNATORS", "Amount", "FoundDuration", "make_duration", "parse_duration", "read_amount", "read_span"]

_FIELD: Final = {
    Grain.SECOND: ("secs", 1), Grain.MINUTE: ("minutes", 1), Grain.HOUR: ("hours", 1), Grain.DAY: ("days", 1),
    Grain.WEEK: ("weeks", 1), Grain.MONTH: ("months", 1), Grain.QUARTER: ("months", 3), Grain.SEASON: ("months", 3),
    Grain.HALF: ("months", 6), Grain.YEAR: ("years", 1), Grain.DECADE: ("years", 10), Grain.CENTURY: ("years", 100),
    Grain.MILLENNIUM: ("years", 1000),
}  # fmt: skip
_STARTERS: Final = frozenset({
    Role.NUMBER, Role.CARDINAL, Role.ARTICLE, Role.VAGUE_NUMBER, Role.ADJECTIVE, Role.HALF, Role.UNIT, Role.SIGN,
    Role.UPTO, Role.NTH, Role.UNKNOWN,
})  # fmt: skip
_PARTS: Final = {"half": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3, "fifths": 5}
_SEVERAL_PARTS: Final = {"quarters": 4, "quarter": 4, "thirds": 3, "halves": 2, "fifths": 5}
_PART_AFTER: Final = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}
_BELOW: Final = {Grain.HOUR: Grain.MINUTE, Grain.MINUTE: Grain.SECOND}

ISO_DESIGNATORS: Final = {"Y": Grain.YEAR, "W": Grain.WEEK, "D": Grain.DAY, "H": Grain.HOUR, "S": Grain.SECOND}


class Amount(NamedTuple):
    """A number before a unit: its value, the longer end of a range or a vague word, whether it is vague, and the index
    after it."""

    value: int | Fraction
    upto: int | Fraction | None
    vague: bool
    end: int


class FoundDuration(NamedTuple):
    """A duration in tokens: the value, its finest unit, the index after it, and whether it counts working days."""

    value: Duration
    grain: Grain
    end: int
    working: bool = False


def parse_duration(words: str) -> Duration:
    """The length of time that a phrase states, such as the window "two months".

    Raises `UnreadableValue` if the phrase is no duration, or has words beside one.
    """
    tokens = tokenize_time(words)
    at, mod = 0, None
    roles = tokens.roles
    while roles[at] in (Role.HEDGE, Role.FILL, Role.FOR, Role.IN, Role.WITHIN, Role.ADJECTIVE) or (
        roles[at] == Role.ARTICLE and tokens.values[at] is None
    ):
        if roles[at] == Role.HEDGE or tokens.values[at] == "OVER":
            mod = Mod.MORE_THAN if tokens.values[at] == "OVER" else tokens.values[at]
        at += 1
    found = read_span(tokens, at, mod)
    if found is None:
        raise UnreadableValue(words, "a duration is a number and a unit of time, such as two months")
    at = found.end
    while roles[at] in (Role.FILL, Role.ADJECTIVE) or tokens.texts[at] == "time":
        at += 1
    if roles[at] != Role.END:
        raise UnreadableValue(words, f"after the duration stands {tokens.texts[at]!r}, which is no part of it")
    return found.value


def read_span(tokens: Tokens, at: int, mod: Mod | None = None, bare: bool = True) -> FoundDuration | None:
    """The duration that starts at token `at`, or None. With `bare`, a unit without a number ("decades") is one."""
    roles, values = tokens.roles, tokens.values
    if not tokens.counts or roles[at] not in _STARTERS:
        return None
    parts: dict[str, int | Fraction] = {}
    upper: dict[str, int | Fraction] = {}
    vague: Grain | None = None
    working = False
    grain = Grain.YEAR
    end = at
    while True:
        amount = read_amount(tokens, end)
        if amount is None:
            break
        here = _skip_to_unit(tokens, amount.end)
        role = roles[here]
        if role == Role.UNIT:
            grain, size = values[here]
            if grain in (Grain.SEASON, Grain.QUARTER) and len(tokens.texts[at]) == 4 and roles[at] == Role.NUMBER:
                break  # "the 1990 season"
            if size < 0:
                size, working = 1, True
        elif (
            role == Role.SHORT_UNIT and (tokens.glued[here] or tokens.texts[here] == "h") and roles[amount.end] == role
        ):
            if _is_decade(tokens, here) or _is_clock(tokens, here):
                break
            grain, size = values[here], 1
        elif role == Role.DAYTIME and values[here] == "NI" and tokens.texts[here] == "night":
            grain, size = Grain.DAY, 1
        elif parts and roles[amount.end] == Role.END and grain in _BELOW and amount.value.denominator == 1:
            grain, size, here = _BELOW[grain], 1, amount.end - 1  # "an hour and thirty"
            if roles[end] == Role.HALF or tokens.texts[end] in ("half", "quarter"):
                break
        else:
            break
        working = working or any(values[k] == "B" for k in range(amount.end, here))
        field, factor = _FIELD[grain]
        factor *= size
        parts[field] = parts.get(field, 0) + amount.value * factor
        if amount.upto is not None:
            upper[field] = amount.upto * factor
        if amount.vague:
            vague = grain
        end = here + 1
        extra = _half_after(tokens, end)
        if extra is not None:
            parts[field] += extra.value * factor
            end = extra.end
        if roles[end] == Role.OR:  # "a year or two", "10 years or so"
            if tokens.texts[end + 1] == "so":
                mod, end = Mod.APPROX, end + 2
            else:
                more = _one_amount(tokens, end + 1)
                unit_follows = more is not None and roles[_skip_to_unit(tokens, more.end)] in (
                    Role.UNIT,
                    Role.SHORT_UNIT,
                )
                if more is not None and not unit_follows and more.value > amount.value:
                    upper[field] = more.value * factor
                    end = more.end
        following = end
        while roles[following] in (Role.AND, Role.FILL) and tokens.texts[following] in ("and", ",", "&"):
            following += 1
        if roles[following] not in (Role.NUMBER, Role.CARDINAL, Role.ARTICLE, Role.HALF) or (
            roles[following] == Role.ARTICLE and values[following] is None
        ):
            break
        trial = read_amount(tokens, following)
        if trial is None or (
            roles[_skip_to_unit(tokens, trial.end)] not in (Role.UNIT, Role.SHORT_UNIT)
            and not (roles[trial.end] == Role.END and grain in _BELOW)
        ):
            break
        end = following
    if not parts:
        return _bare_unit(tokens, at, mod) if bare and roles[at] == Role.UNIT else None
    longer = None
    if upper:
        longer = _duration_of({**parts, **upper})
    while roles[end] == Role.HEDGE_AFTER:
        mod, end = Mod.APPROX, end + 1
    return FoundDuration(_duration_of(parts, mod, longer, vague), grain, end, working)


def _bare_unit(tokens: Tokens, at: int, mod: Mod | None) -> FoundDuration:
    """A unit without a number: "decades" are two or more, "decade" is one."""
    grain, size = tokens.values[at]
    field, factor = _FIELD[grain]
    if tokens.texts[at].endswith("s"):
        at_least = mod or Mod.EQUAL_OR_MORE
        return FoundDuration(_duration_of({field: 2 * factor * abs(size)}, at_least, None, grain), grain, at + 1)
    return FoundDuration(_duration_of({field: factor * abs(size)}, mod), grain, at + 1, size < 0)


def _duration_of(
    parts: dict[str, int | Fraction], mod: Mod | None = None, upto: Duration | None = None, vague: Grain | None = None
) -> Duration:
    get = parts.get
    return Duration(
        years=whole(get("years", 0)), months=whole(get("months", 0)), weeks=whole(get("weeks", 0)),
        days=whole(get("days", 0)), hours=whole(get("hours", 0)), minutes=whole(get("minutes", 0)),
        secs=whole(get("secs", 0)), mod=mod, upto=upto, vague=vague,
    )  # fmt: skip


def _is_decade(tokens: Tokens, at: int) -> bool:
    """Whether an "s" after digits makes them a decade: 1990s, 90s."""
    return tokens.texts[at] == "s" and len(tokens.texts[at - 1]) in (2, 4) and tokens.texts[at - 1][-1] == "0"


def _is_clock(tokens: Tokens, at: int) -> bool:
    """Whether an "h" stands between hours and minutes: 15h20."""
    minutes = tokens.roles[at + 1] == Role.NUMBER and tokens.glued[at + 1] and len(tokens.texts[at + 1]) == 2
    return (
        tokens.texts[at] == "h"
        and minutes
        and not (tokens.roles[at + 2] in (Role.SHORT_UNIT, Role.UNIT) and tokens.glued[at + 2])
    )


def make_duration(grain: Grain, number: int | Fraction) -> Duration:
    """So many of one unit, as a duration."""
    field, factor = _FIELD[grain]
    return _duration_of({field: number * factor})


def whole(number: int | Fraction) -> int | Fraction:
    """An `int` wherever the number is one."""
    return number if type(number) is int or number.denominator != 1 else int(number)


def _skip_to_unit(tokens: Tokens, at: int) -> int:
    """Past what may stand between a number and its unit: a hyphen, "more", "of an", "consecutive"."""
    roles, texts = tokens.roles, tokens.texts
    while roles[at] == Role.ADJECTIVE or texts[at] in ("-", "of", "calendar"):
        at += 1
    if roles[at] == Role.ARTICLE and roles[at + 1] == Role.UNIT and texts[at] != "the":
        at += 1
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
    if value is None or tokens.roles[at + 1] in (Role.UNIT, Role.CARDINAL) or texts[at + 1] in ("of", "an", "a"):
        return None
    return Amount(value, None, False, at + 1)


def read_amount(tokens: Tokens, at: int) -> Amount | None:
    """The number at token `at`, as it stands before a unit of time, or None."""
    first = _one_amount(tokens, at)
    if first is None:
        return None
    texts = tokens.texts
    end = first.end
    if texts[end] in ("to", "or", "-") and not first.vague:
        glue = end + 1
        second = _one_amount(tokens, glue)
        if second is not None and second.value > first.value and not second.vague:
            return Amount(first.value, second.value, False, second.end)
    return first


def _one_amount(tokens: Tokens, at: int) -> Amount | None:
    roles, texts, values = tokens.roles, tokens.texts, tokens.values
    role = roles[at]
    if role == Role.SIGN and texts[at] in ("+", "-"):
        found = _one_amount(tokens, at + 1) if roles[at + 1] == Role.NUMBER else None
        return found and found._replace(value=-found.value if texts[at] == "-" else found.value)
    if role == Role.NUMBER:
        value: int | Fraction = values[at]
        end = at + 1
        if texts[end] == "." and tokens.glued[end] and roles[end + 1] == Role.NUMBER and tokens.glued[end + 1]:
            digits = texts[end + 1]
            value = value + Fraction(int(digits), 10 ** len(digits)) if "," not in digits else value
            end += 2
        elif texts[end] == "/" and roles[end + 1] == Role.NUMBER and values[end + 1]:
            value = Fraction(value, values[end + 1])
            end += 2
        elif roles[end] == Role.NUMBER and texts[end + 1] == "/" and roles[end + 2] == Role.NUMBER and values[end + 2]:
            value = value + Fraction(values[end], values[end + 2])
            end += 3
        elif texts[end] in VULGAR_FRACTIONS:
            value += Fraction(*VULGAR_FRACTIONS[texts[end]])
            end += 1
        elif roles[end] == Role.CARDINAL and values[end] >= 1000:
            value *= values[end]
            end += 1
    elif role == Role.CARDINAL:
        cardinal = read_cardinal(tokens, at)
        if cardinal is None:
            return None
        value, end = cardinal
    elif role == Role.ARTICLE and values[at] == 1:
        if roles[at + 1] in (Role.CARDINAL, Role.VAGUE_NUMBER):
            return _one_amount(tokens, at + 1)
        if roles[at + 1] == Role.NUMBER and texts[at + 2] == "-":  # "a 10-day"
            return _one_amount(tokens, at + 1)
        part = _share(tokens, at)
        if part is not None:
            return part
        value, end = 1, at + 1
    elif role == Role.VAGUE_NUMBER:
        low, high = values[at]
        end = at + 1
        if texts[end] == "of":
            end += 1
        return Amount(low, high if high != low else None, texts[at] != "couple", end)
    elif role == Role.ADJECTIVE and texts[at] == "another":
        inner = _one_amount(tokens, at + 1)
        return inner if inner is not None else Amount(1, None, False, at + 1)
    elif texts[at] in VULGAR_FRACTIONS:
        value, end = Fraction(*VULGAR_FRACTIONS[texts[at]]), at + 1
    else:
        return _share(tokens, at)
    if texts[end] == "and" or (texts[end] == "-" and texts[end + 1] == "and"):
        share = _share(tokens, end + (2 if texts[end] == "-" else 1) + (texts[end + 2] == "-" and texts[end] == "-"))
        if share is not None and share.value < 1:
            return Amount(value + share.value, None, False, share.end)
    elif roles[end] == Role.HALF:
        return None if roles[end + 1] != Role.UNIT else Amount(value + Fraction(1, 2), None, False, end + 1)
    elif value == 1 and texts[end] == "or" and texts[end + 1] == "two":
        return Amount(1, 2, False, end + 2)
    share = _quarters(tokens, value, end)
    return share or Amount(value, None, False, end)


def _quarters(tokens: Tokens, value: int | Fraction, end: int) -> Amount | None:
    """ "three quarters of an hour", "two-thirds of a year"."""
    texts = tokens.texts
    at = end + 1 if texts[end] == "-" else end
    below = _SEVERAL_PARTS.get(texts[at])
    if below is None:
        return None
    after = at + 1
    while texts[after] in ("of", "a", "an"):
        after += 1
    if after == at + 1 and below == 4:
        return None
    if tokens.roles[after] != Role.UNIT:
        return None
    return Amount(Fraction(value) / below, None, False, after)


def _share(tokens: Tokens, at: int) -> Amount | None:
    """ "half", "half an", "a quarter of an", "three quarters of an": a part of the unit that follows."""
    texts, roles = tokens.texts, tokens.roles
    first = at
    at += texts[at] in ("a", "an", "one")
    at += texts[at] == "-"
    if texts[at] == "third" and at == first:
        return None  # "third quarter" counts; "a third of a year" divides
    count = 1
    if roles[at] == Role.CARDINAL and texts[at + 1] in ("quarter", "quarters", "thirds", "fifths"):
        count = tokens.values[at]
        at += 1
    below = _PARTS.get(texts[at])
    if below is None:
        return None
    after = at + 1
    after += texts[after] == "-"
    after += texts[after] == "of"
    after += texts[after] in ("a", "an")
    if roles[after] not in (Role.UNIT, Role.SHORT_UNIT):
        return None
    return Amount(Fraction(count, below), None, False, after)


def read_cardinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A whole number in words, also as years are spoken ("nineteen eighty-six"), and the index after it."""
    roles, texts, values = tokens.roles, tokens.texts, tokens.values
    total, group, index, spoken = 0, 0, at, -1
    while True:
        if roles[index] != Role.CARDINAL:
            break
        value = values[index]
        text = texts[index]
        if text in ("dozen", "dozens"):
            group = (group or 1) * 12
        elif value < 10:
            if spoken >= 0 and (group % 10 or group % 100 == 10):
                break
            group += value
        elif value < 100:
            if group % 100 == 0:
                group += value
            elif 10 <= group <= 20 and not total and spoken == at:
                group = group * 100 + value
            else:
                break
        elif value == 100:
            group = (group or 1) * 100
        elif value >= 1000 and group < 1000:
            if value > 10**9:
                return None
            total += (group or 1) * value
            group = 0
        else:
            break
        spoken = index
        index += 1
        if (
            texts[index] == "-"
            and roles[index + 1] == Role.CARDINAL
            and group % 10 == 0
            and values[index + 1] < 10
            and group
        ) or (
            texts[index] == "and"
            and roles[index + 1] == Role.CARDINAL
            and (
                ((group >= 100 or (total and not group)) and values[index + 1] < 100)
                or (20 <= group < 100 and group % 10 == 0 and values[index + 1] < 10)
            )
        ):
            index += 1
    if spoken < 0:
        return None
    return total + group, spoken + 1
