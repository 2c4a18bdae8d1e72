"""Reads the shape of a quantity: one number, "18 to 25 percent", "$2-3 billion", "more than 10 and less than 40"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.quantities.exact import show_number, whole
from newsfacts.values.quantities.quantity import Change, Comparator, QuantityKind
from newsfacts.values.quantities.reading.hedges import AFTER, BEFORE, match_phrase
from newsfacts.values.quantities.reading.names import not_a_quantity
from newsfacts.values.quantities.reading.number_like_words import read_term
from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.reading.opening import Opening, read_hedges
from newsfacts.values.quantities.reading.pairs import why_not_a_range
from newsfacts.values.quantities.reading.term import Shape, Term
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Found, Token
from newsfacts.values.quantities.reading.windows import RATE_STARTS, rate_at
from newsfacts.values.quantities.reading.words import Words
from newsfacts.values.quantities.reading.years import counts, looks_like_year
from newsfacts.values.quantities.units import MEASURES, Measure

__all__ = ["CHANGE_AND_RESULT", "LOWER_BOUNDS", "UPPER_BOUNDS", "read_shape"]

LOWER_BOUNDS: Final = frozenset({Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.WELL_OVER, Comparator.JUST_OVER})
UPPER_BOUNDS: Final = frozenset(
    {Comparator.LESS_THAN, Comparator.AT_MOST, Comparator.WELL_UNDER, Comparator.NEARLY, Comparator.UP_TO}
)
_HUNDREDTHS: Final = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.BASIS_POINTS})
_DASHES: Final = ("-", "–")
_JOINERS: Final = frozenset({*_DASHES, "to", "through", "or", "~", "thru", "till"})
_MARGINS: Final = frozenset({"plus", "give", "±", "+/-", ","})
_ALSO: Final = frozenset({",", "and", "but"})
_AFTER_BETWEEN: Final = ("and", "to", *_DASHES, "through")
_OUTCOMES: Final = (Change.UP_TO, Change.DOWN_TO)
_MOVES: Final = word_set("went go goes going gone move moves change shift rate up edge cut sped swung ran")
"""What makes a rise out of "from 40 to 50", which by itself may be a range."""


CHANGE_AND_RESULT: Final = "it states a change and its result; annotate each by itself"


def read_shape(words: Words, opening: Opening) -> Shape | None:
    """The number or range after the words that open the quantity.

    Raises `UnreadableValue` for two numbers that are not a range.
    """
    if opening.preposition:
        between = _read_between(words, opening)
        if between is not None or opening.preposition == "between":
            return between
        if words.refusal is not None:
            raise words.refusal
        read_hedges(words, opening)
        if words.tokens[opening.end].kind == DIGITS and not_a_quantity(words.tokens, opening.end) is not None:
            return None  # "from the 2016 race"
    first = read_term(words, opening.end)
    if first is None:
        return None
    if first.value is None:
        return Shape(first)
    text = words.tokens[first.end].text
    found = None
    if (text in _JOINERS or text in RATE_STARTS) and opening.change not in _OUTCOMES:
        found = _read_range(words, opening, first)
    if found is None and text in _MARGINS and opening.change is not Change.MARGIN:
        found = _read_margin(words, first)
    if found is None and text in _ALSO and opening.comparator is not Comparator.PLAIN:
        found = _read_other_bound(words, opening.comparator, first)
    return found or Shape(first)


def _read_range(words: Words, opening: Opening, first: Term) -> Shape | None:
    """ "18 to 25", "2-3", "8- to 16-metre", "three or four", "$350 per kg to $680 per kg"."""
    tokens = words.tokens
    joiner = tokens[first.end].text
    rate = rate_at(tokens, first.end) if joiner in RATE_STARTS else None
    at = first.end if rate is None else rate.end
    if tokens[at].text not in _JOINERS or match_phrase(AFTER, tokens, at) is not None:
        return None
    ahead = _skip_hyphens(tokens, at)
    second, soft = _read_second_end(words, ahead, first.currency is not None)
    if second is None or second.value is None or (second.kind is QuantityKind.ORDINAL and first.kind is None):
        return None
    if rate is None:
        reason = why_not_a_range(tokens, first, second, opening.end)
        if reason is not None:
            raise words.refused(reason, UnreadableKind.DIFFERENT)
    elif _has_another_rate(tokens, second, rate):
        return None
    _spread(tokens, at, ahead, first, second)
    joined = _join_to(words, opening, first, second) if tokens[at].text == "to" else _join(words, first, second)
    return None if joined is None else _range(joined, soft, rate)


def _spread(tokens: Sequence[Token], at: int, ahead: int, first: Term, second: Term) -> None:
    """Apply the magnitude of one end to the other: "a hundred or two", "12-15,000"."""
    text = tokens[at].text
    if text in _DASHES:
        _spread_thousands(tokens, first, at, second, ahead)
    elif text == "or" and first.multiplier > 1 == second.multiplier and second.bare:
        value = second.value
        if value is not None and value < 10:
            second.value, second.granularity = value * first.multiplier, first.granularity


def _join_to(words: Words, opening: Opening, first: Term, second: Term) -> tuple[Term, Term] | None:
    """The ends of a range with "to". Raises `UnreadableValue` for a change and what it led to."""
    is_result = _may_be_result(opening, first, second)
    bare_ends = first.bare and second.bare and first.kind is None and second.kind is None
    joined = _join(words, first, second)
    if opening.change in (Change.UP, Change.DOWN):
        is_result = is_result or joined is None or (bare_ends and not counts(words.tokens, second.end))
    if is_result:
        raise words.refused(CHANGE_AND_RESULT, UnreadableKind.SEVERAL)
    return joined


def _has_another_rate(tokens: Sequence[Token], second: Term, rate: Found) -> bool:
    """ "$350 per kg to $2 per pound" is not a range."""
    again = rate_at(tokens, second.end)
    return again is not None and again.text != rate.text


def _may_be_result(opening: Opening, first: Term, second: Term) -> bool:
    """ "up by 5 to 25", "doubled to 20": a change, and what it led to."""
    multiplied = first.kind is QuantityKind.FACTOR and second.kind is not QuantityKind.FACTOR
    moved = opening.change is not Change.NONE and not first.bare and second.bare
    return opening.by or multiplied or moved


def _range(ends: tuple[Term, Term], soft: bool, rate: Found | None) -> Shape:
    shape = Shape(*ends)
    shape.soft = soft
    shape.per = None if rate is None else rate.text
    return shape


def _skip_hyphens(tokens: Sequence[Token], at: int) -> int:
    """The index of the second number: "8- to 16-metre", "12-or-13"."""
    ahead = at + 1
    if tokens[at].text == "-" and tokens[ahead].text in ("to", "or"):
        ahead += 1
    return (
        ahead + 1
        if tokens[ahead].text == "-" and tokens[ahead - 1].kind == WORD and not _is_sign(tokens, ahead)
        else ahead
    )


def _is_sign(tokens: Sequence[Token], at: int) -> bool:
    """Whether a "-" is the minus of the number after it: a space before it and none behind."""
    return not tokens[at].glued and tokens[at + 1].glued


def _read_margin(words: Words, first: Term) -> Shape | None:
    """ "12.5±0.5", "46 percent, plus or minus 3 points": the level with its margin is a range."""
    tokens = words.tokens
    at = first.end + 1 if tokens[first.end].text == "," else first.end
    said = tuple(token.text for token in tokens[at : at + 3])
    spelled = said in (("plus", "or", "minus"), ("give", "or", "take"))
    if first.value is None or not (spelled or tokens[at].text in ("±", "+/-")):
        return None
    margin = read_term(words, at + (3 if spelled else 1))
    if margin is None or margin.value is None or margin.value <= 0:
        return None
    points = {first.kind, margin.kind} == {QuantityKind.PERCENT, QuantityKind.POINTS}
    if not (points or _fit(first, margin)):
        return None
    low = Term(first.value - margin.value, None, margin.end)
    high = Term(first.value + margin.value, None, margin.end)
    high.kind = first.kind if points else first.kind or margin.kind
    high.unit, high.currency = first.unit or margin.unit, first.currency or margin.currency
    joined = _join(words, low, high)
    return None if joined is None else Shape(*joined)


def _read_between(words: Words, opening: Opening) -> Shape | None:
    """ "between a and b", "from a to b": the number before "and" may itself contain an "and"."""
    tokens = words.tokens
    index = opening.end
    for conjunction in (False, True):
        if tokens[index].text == "the":
            index += 1
        soft = match_phrase(BEFORE, tokens, index)
        start = soft[1] if soft else index
        first = read_term(words, start, conjunction=conjunction)
        if first is None:
            continue
        rate = rate_at(tokens, first.end)
        at = first.end if rate is None else rate.end
        if tokens[at].text not in _AFTER_BETWEEN:
            continue
        second, soft_too = _read_second_end(words, at + 1, first.currency is not None)
        if second is None or (
            not conjunction and tokens[second.end].text == "and" and read_term(words, second.end + 1) is not None
        ):
            continue
        if _is_year_pair(tokens, first, second):
            reason = (
                f"{tokens[start].raw} and {tokens[second.end - 1].raw} are years, not the ends of a range of numbers"
            )
            raise words.refused(reason, UnreadableKind.DIFFERENT)
        moved = _read_move(words, opening, first, second) if opening.preposition == "from" else None
        if moved is not None:
            return moved
        joined = _join(words, first, second, between=opening.preposition == "between")
        if joined is not None:
            return _range(joined, soft_too or soft is not None, rate)
    return None


def _is_year_pair(tokens: Sequence[Token], first: Term, second: Term) -> bool:
    one, other = tokens[first.end - 1], tokens[second.end - 1]
    return (
        first.plain and first.bare and second.plain and second.bare
        and looks_like_year(one) and looks_like_year(other) and not counts(tokens, second.end)
    )  # fmt: skip


def _read_move(words: Words, opening: Opening, first: Term, second: Term) -> Shape | None:
    """ "from 208 pounds to 193": a level and the one before it. A rise without a verb is read as a range."""
    tokens = words.tokens
    if first.value is None or second.value is None or not _fit(first, second):
        return None
    if QuantityKind.ORDINAL in (first.kind, second.kind):
        return None  # "from third to second" is a rise in rank
    if (
        second.multiplier > 1
        and first.multiplier == 1
        and first.bare
        and first.value <= 10 * second.value / second.multiplier
    ):
        first.value = whole(first.value * second.multiplier)  # "from 1.5 to 1.2 million"
    rises = second.value > first.value
    change = opening.change
    if change is Change.NONE:
        before = tokens[opening.start - 1].text if opening.start else ""
        if rises and not (before in _MOVES or before.endswith("ed")):
            return None
        change = Change.UP if rises else Change.DOWN
    if change not in (Change.UP, Change.DOWN) or opening.by or first.value == second.value:
        return None
    if rises != (change is Change.UP):
        raise words.refused(
            f"it says {'a rise' if change is Change.UP else 'a fall'}, and {show_number(second.value)} is "
            f"{'more' if rises else 'less'} than {show_number(first.value)}",
            UnreadableKind.REVERSED,
        )
    opening.change = Change.UP_TO if rises else Change.DOWN_TO
    _complete(second, first)
    shape = Shape(second)
    shape.before = first
    return shape


def _read_second_end(words: Words, index: int, money: bool) -> tuple[Term | None, bool]:
    """The second number of a range, and whether it is hedged itself."""
    tokens = words.tokens
    soft = match_phrase(BEFORE, tokens, index)
    if soft is not None and soft[0] is Comparator.ABOUT:
        return read_term(words, soft[1], True, money), True
    if tokens[index].text == "the" or (tokens[index].text == "a" and tokens[index + 1].kind == DIGITS):
        index += 1
    return read_term(words, index, True, money), False


def _spread_thousands(tokens: Sequence[Token], first: Term, at: int, second: Term, ahead: int) -> None:
    """ "12-15,000" is 12,000 to 15,000: no one writes a range that starts a thousand times lower with a hyphen."""
    low, high = first.value, second.value
    if low is None or high is None or not (first.bare and first.plain and second.plain):
        return
    if tokens[at - 1].text.isdigit() and low < 1000 and tokens[ahead].text.endswith(",000") and low * 1000 < high:
        first.value = low * 1000


def _read_other_bound(words: Words, comparator: Comparator, first: Term) -> Shape | None:
    """ "more than 10 and less than 40": the second bound, from the other side."""
    tokens = words.tokens
    index = at = first.end
    if tokens[index].text == ",":
        index += 1
    if tokens[index].text in ("and", "but"):
        index += 1
    hedge = match_phrase(BEFORE, tokens, index) if index > at else None
    opposite = UPPER_BOUNDS if comparator in LOWER_BOUNDS else LOWER_BOUNDS if comparator in UPPER_BOUNDS else ()
    if hedge is None or hedge[0] not in opposite:
        return None
    index = hedge[1]
    if tokens[index].text == "the":
        index += 1
    second = read_term(words, index)
    if second is None or second.value is None:
        return None
    low, high, low_sign, high_sign = first, second, comparator, hedge[0]
    if comparator in UPPER_BOUNDS:
        low, high, low_sign, high_sign = second, first, hedge[0], comparator
    end = max(first.end, second.end)
    joined = _join(words, low, high, distribute=False)
    if joined is None:
        return None
    joined[1].end = end
    shape = Shape(*joined)
    shape.low_open = low_sign is not Comparator.AT_LEAST
    shape.high_open = high_sign not in (Comparator.AT_MOST, Comparator.UP_TO)
    shape.two_bounds = True
    return shape


def _join(
    words: Words, low: Term, high: Term, distribute: bool = True, between: bool = False
) -> tuple[Term, Term] | None:
    """Two terms as the ends of one range: the magnitude, unit and currency of one apply to the other."""
    if low.value is None or high.value is None:
        return None
    if low.kind is QuantityKind.SHARE and high.kind in _HUNDREDTHS and high.value < 1:
        low.kind = high.kind  # "a quarter to half a percentage point"
    if not _fit(low, high):
        return None
    if low.unit and high.unit:
        _use_one_unit(low, high)
    start = low.value
    times = high.multiplier
    if distribute and times > 1 and low.multiplier == 1 and low.bare and 0 < start * times < high.value:
        low.value = whole(start * times)
        low.granularity = whole((low.granularity or 1) * times)
    if low.value > high.value and high.value < 0:
        low.value, high.value = high.value, low.value  # "-18 °C to -34 °C"
    if low.value > high.value:
        low_shown, high_shown = show_number(low.value), show_number(high.value)
        if between:
            words.refuse(f"the range runs downward, from {low_shown} to {high_shown}", UnreadableKind.REVERSED)
        else:
            reason = (
                f"{low_shown} to {high_shown} is a fall or two sides, not a range; annotate each of the two by itself"
            )
            words.refuse(reason, UnreadableKind.DIFFERENT)
        return None
    if low.value == high.value or _is_part_and_whole(low, high):
        return None
    _complete(high, low)
    return low, high


def _is_part_and_whole(low: Term, high: Term) -> bool:
    """Whether a share or a percentage is before a number of something: "rose a fifth to 48 million", "10 percent to 300 tonnes"."""
    if low.value is None or high.value is None or high.kind not in (None, QuantityKind.NUMBER):
        return False
    if low.kind in _HUNDREDTHS:
        return high.unit is not None or high.multiplier > 1
    return low.kind is QuantityKind.SHARE and low.value < 1 and high.value > FAR * low.value


FAR: Final = 10
"""A share and a number of more than so many times as much are not the ends of one range."""


def _complete(term: Term, other: Term) -> None:
    """Fill in the kind, the currency and the unit that are said with the other end."""
    if term.kind is None:
        term.kind = other.kind
    if term.currency is None:
        term.currency = other.currency
    if term.unit is None:
        term.unit = other.unit


def _use_one_unit(low: Term, high: Term) -> None:
    """ "six months to a year": the second end in the unit of the first."""
    one, other = _measure_of(low), _measure_of(high)
    if one is not None and other is not None and one != other and one.size and other.size and high.value is not None:
        high.value, high.unit, high.granularity = whole(high.value * Fraction(other.size) / one.size), low.unit, None


def _measure_of(term: Term) -> Measure | None:
    return MEASURES.get((term.unit or "").lower())


def _fit(low: Term, high: Term) -> bool:
    """Whether kinds, currencies and units, where both ends have one, are the same."""
    differ = low.kind is not high.kind and low.kind is not None and high.kind is not None
    if differ and {low.kind, high.kind} != {QuantityKind.NUMBER, QuantityKind.SHARE}:
        return False
    if low.currency and high.currency and low.currency != high.currency:
        return False
    if not (low.unit and high.unit):
        return True
    one, other = _measure_of(low), _measure_of(high)
    if one == other:
        return True
    return one is not None and other is not None and (one.dimension, one.system) == (other.dimension, other.system)
