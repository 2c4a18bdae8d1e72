"""Reads the shape of a quantity: one number, "18 to 25 percent", "$2-3 billion", "more than 10 and less than 40"."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableValue
from newsfacts.values.quantities.exact import whole
from newsfacts.values.quantities.quantity import Change, Comparator, QuantityKind
from newsfacts.values.quantities.reading.hedges import AFTER, BEFORE, match_phrase
from newsfacts.values.quantities.reading.number_like_words import read_term
from newsfacts.values.quantities.reading.opening import Opening
from newsfacts.values.quantities.reading.term import Shape, Term
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD
from newsfacts.values.quantities.reading.words import Words
from newsfacts.values.quantities.units import MEASURES

__all__ = ["LOWER_BOUNDS", "UPPER_BOUNDS", "read_shape"]

LOWER_BOUNDS: Final = (Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.WELL_OVER, Comparator.JUST_OVER)
UPPER_BOUNDS: Final = (
    Comparator.LESS_THAN, Comparator.AT_MOST, Comparator.WELL_UNDER, Comparator.NEARLY, Comparator.UP_TO,
)  # fmt: skip
_DASHES: Final = ("-", "–")
_JOINERS: Final = (*_DASHES, "to", "through", "or", "~", "thru", "till")
_AFTER_BETWEEN: Final = ("and", "to", *_DASHES, "through")
_OUTCOMES: Final = (Change.UP_TO, Change.DOWN_TO)


def read_shape(words: Words, opening: Opening) -> Shape | None:
    """The number or range after the words that open the quantity."""
    if opening.preposition:
        between = _read_between(words, opening.end)
        if between is not None or opening.preposition == "between":
            return between
    tokens = words.tokens
    first = read_term(words, opening.end)
    if first is None:
        return None
    if first.value is None:
        return Shape(first)
    at = first.end
    found = None
    if tokens[at].text in _JOINERS and match_phrase(AFTER, tokens, at) is None and opening.change not in _OUTCOMES:
        found = _read_range(words, opening, first)
    if found is None:
        found = _read_margin(words, first)
    if found is None and (opening.comparator in LOWER_BOUNDS or opening.comparator in UPPER_BOUNDS):
        found = _read_other_bound(words, opening.comparator, first)
    return found or Shape(first)


def _read_range(words: Words, opening: Opening, first: Term) -> Shape | None:
    """ "18 to 25", "2-3", "8- to 16-metre", "three or four"."""
    tokens = words.tokens
    at = first.end
    joiner = tokens[at].text
    ahead = at + 1
    if joiner == "-" and tokens[ahead].text in ("to", "or"):
        ahead += 1
    if tokens[ahead].text == "-" and tokens[ahead - 1].kind == WORD:
        ahead += 1
    second, soft = _read_second_end(words, ahead, first.currency is not None)
    if second is None or second.value is None:
        return None
    if joiner in _DASHES:
        _spread_thousands(words, first, at, second, ahead)
    bare_second = second.bare
    if second.kind is QuantityKind.ORDINAL and first.kind is None:
        return None
    multiplied = first.kind is QuantityKind.FACTOR and second.kind is not QuantityKind.FACTOR
    bare_first = first.bare
    joined = _join(words, first, second)
    if joined is None:
        return None
    moved = opening.change is not Change.NONE and not bare_first and bare_second
    if joiner == "to" and (opening.by or multiplied or moved):
        raise UnreadableValue(words.phrase, "it states a change and its result; annotate each by itself")
    return Shape(*joined, soft=soft)


def _read_margin(words: Words, first: Term) -> Shape | None:
    """ "12.5±0.5"."""
    tokens = words.tokens
    at = first.end
    spelled = tokens[at].text == "plus" and tokens[at + 1].text == "or" and tokens[at + 2].text == "minus"
    if first.value is None or not (spelled or tokens[at].text in ("±", "+/-")):
        return None
    margin = read_term(words, at + (3 if spelled else 1))
    if margin is None or margin.value is None or margin.value <= 0:
        return None
    low = Term(first.value - margin.value, None, margin.end)
    high = Term(first.value + margin.value, None, margin.end)
    high.kind, high.unit = margin.kind or first.kind, margin.unit or first.unit
    high.currency = margin.currency or first.currency
    joined = _join(words, low, high)
    return None if joined is None else Shape(*joined)


def _read_between(words: Words, index: int) -> Shape | None:
    """ "between a and b", "from a to b": the number before "and" may itself contain an "and"."""
    tokens = words.tokens
    for conjunction in (False, True):
        soft = match_phrase(BEFORE, tokens, index)
        first = read_term(words, soft[1] if soft else index, conjunction=conjunction)
        if first is None or tokens[first.end].text not in _AFTER_BETWEEN:
            continue
        second, soft_too = _read_second_end(words, first.end + 1, first.currency is not None)
        if second is None or (
            not conjunction and tokens[second.end].text == "and" and read_term(words, second.end + 1) is not None
        ):
            continue
        joined = _join(words, first, second)
        if joined is not None:
            return Shape(*joined, soft=soft_too or soft is not None)
    return None


def _read_second_end(words: Words, index: int, money: bool) -> tuple[Term | None, bool]:
    """The second number of a range, and whether it is hedged itself."""
    tokens = words.tokens
    soft = match_phrase(BEFORE, tokens, index)
    if soft is not None and soft[0] is Comparator.ABOUT:
        return read_term(words, soft[1], True, money), True
    if tokens[index].text in ("the", "a") and tokens[index + 1].kind == DIGITS:
        index += 1
    return read_term(words, index, True, money), False


def _spread_thousands(words: Words, first: Term, at: int, second: Term, ahead: int) -> None:
    """ "12-15,000" is 12,000 to 15,000: no one writes a range that starts a thousand times lower with a hyphen."""
    tokens = words.tokens
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
    opposite = UPPER_BOUNDS if comparator in LOWER_BOUNDS else LOWER_BOUNDS
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
    return Shape(
        *joined,
        low_open=low_sign is not Comparator.AT_LEAST,
        high_open=high_sign not in (Comparator.AT_MOST, Comparator.UP_TO),
    )


def _join(words: Words, low: Term, high: Term, distribute: bool = True) -> tuple[Term, Term] | None:
    """Two terms as the ends of one range: the magnitude, unit and currency of one apply to the other."""
    if low.value is None or high.value is None or not _fit(low, high):
        return None
    start = low.value
    times = high.multiplier
    if distribute and times > 1 and low.multiplier == 1 and low.bare and 0 < start * times < high.value:
        low.value = whole(start * times)
        low.granularity = whole((low.granularity or 1) * times)
    if low.value > high.value:
        words.refusal = f"the range runs downward, from {low.value} to {high.value}"
        return None
    if low.value == high.value:
        return None
    for name in ("kind", "currency", "unit"):
        if getattr(high, name) is None:
            setattr(high, name, getattr(low, name))
    return low, high


def _fit(low: Term, high: Term) -> bool:
    """Whether kinds, currencies and units, where both ends have one, are the same."""
    kinds = {low.kind, high.kind} - {None}
    if len(kinds) > 1 and kinds != {QuantityKind.NUMBER, QuantityKind.SHARE}:
        return False
    if low.currency and high.currency and low.currency != high.currency:
        return False
    return not (low.unit and high.unit) or MEASURES.get(low.unit.lower()) == MEASURES.get(high.unit.lower())
