"""Reads what follows the number of a quantity: "or more", "in three", the counted noun, "a day", "in two months"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.quantities.exact import whole
from newsfacts.values.quantities.quantity import Change, QuantityKind
from newsfacts.values.quantities.reading.draft import Draft
from newsfacts.values.quantities.reading.hedges import BEFORE, CHANGE_AFTER, match_phrase
from newsfacts.values.quantities.reading.hedges_after import HEDGE_STARTS, read_hedges_after
from newsfacts.values.quantities.reading.left_over import refuse_left_over
from newsfacts.values.quantities.reading.measured import measure_at
from newsfacts.values.quantities.reading.money import currency_before, read_money
from newsfacts.values.quantities.reading.nouns import STOP, noun_at
from newsfacts.values.quantities.reading.number_like_words import read_term
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, ORDINAL, word_set
from newsfacts.values.quantities.reading.numerals import CARDINAL, scan_numeral
from newsfacts.values.quantities.reading.pairs import PAIR_JOINERS, second_of_pair
from newsfacts.values.quantities.reading.sized import may_start_size, sized_noun_at
from newsfacts.values.quantities.reading.term import singular
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Found, Token
from newsfacts.values.quantities.reading.windows import OCCASIONS, RATE_STARTS, WINDOW_STARTS, rate_at, window_at
from newsfacts.values.quantities.reading.words import Words
from newsfacts.values.quantities.reading.years import is_year_after_in
from newsfacts.values.quantities.units import MEASURES

__all__ = ["read_following"]

MAX_BEFORE_WINDOW: Final = 8
"""How many words further on a window of time may begin: "their second meeting at this level in two months"."""

_COMPARATIVES: Final = frozenset({"more", "higher", "less", "fewer", "lower"})
_CLOCK: Final = "it is a time of day, not a quantity"
_DIGITS_COUNTED: Final = frozenset({"figure", "figures", "digit", "digits"})
_OUTCOMES: Final = frozenset({Change.UP_TO, Change.DOWN_TO})
_STREAK: Final = frozenset({"straight", "consecutive", "successive"})
_NEVER_CHANGES: Final = frozenset({QuantityKind.FACTOR, QuantityKind.ORDINAL})
_OFTEN_CHANGES: Final = frozenset(
    {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.BASIS_POINTS, QuantityKind.MONEY}
)
_OF_WHAT: Final = frozenset(
    {"of", "the", "its", "his", "her", "their", "our", "all", "these", "those", "this", "my", "your"}
)


def read_following(words: Words, draft: Draft) -> None:
    """Everything after the number, step by step. Raises `UnreadableValue` where another number follows."""
    tokens = words.tokens
    if "error" in words.phrase and draft.change is Change.NONE and _is_margin_of_error(tokens, draft):
        draft.change = Change.MARGIN
    if draft.opening.start and tokens[draft.opening.start - 1].text == "every" and _recurs(draft):
        raise words.refused("it says how often, not how many", UnreadableKind.DIFFERENT)
    if not tokens[draft.index].kind:
        return
    term = draft.term
    other = _other_of_pair(tokens, draft)
    if other is not None:
        reason = f"it states two numbers that belong together ({other.raw} is the other); annotate each by itself"
        raise words.refused(reason, UnreadableKind.DIFFERENT)
    if tokens[draft.index].text in _BEFORE_COUNTED or draft.kind in _OFTEN_CHANGES:
        read_hedges_after(words, draft)
        if draft.shape.high is None and term.kind is None and term.unit is None and term.value is not None:
            _read_part_of(tokens, draft)
        _read_change(tokens, draft)
    _read_counted(words, draft)
    if not tokens[draft.index].kind:
        return
    read_hedges_after(words, draft, unit_read=True)
    _read_around(words, draft)
    if draft.per is not None and tokens[draft.index].text in _AFTER_RATES:
        read_hedges_after(words, draft, unit_read=True)  # "5,000 a day or more"
    if draft.change in _OUTCOMES and draft.before is None:
        _read_before(words, draft)
    refuse_left_over(words, draft)


_AFTER_RATES: Final = frozenset({"or", ",", "at", "tops"})
"""What a hedge after a rate begins with."""


def _recurs(draft: Draft) -> bool:
    """Whether a number after "every" says how often: "every two years", "every nine voters"."""
    several = draft.term.value is not None and draft.term.value > 1
    return draft.kind is QuantityKind.NUMBER and (several or _is_time(draft.unit))


def _other_of_pair(tokens: Sequence[Token], draft: Draft) -> Token | None:
    """The second number of "10-for-12" and "50 plus one"."""
    end = draft.term.end
    if tokens[draft.index].text == "plus" and _is_number(tokens[draft.index + 1]):
        return tokens[draft.index + 1]
    if tokens[end].text not in PAIR_JOINERS or draft.term.unit is not None or draft.kind is not QuantityKind.NUMBER:
        return None
    return None if _is_share_in(tokens, end) else second_of_pair(tokens, end)


def _is_number(token: Token) -> bool:
    return token.kind == DIGITS or NUMBER_WORDS.get(token.text, (ORDINAL, 0))[0] < ORDINAL


_BEFORE_COUNTED: Final = frozenset({*HEDGE_STARTS, *CHANGE_AFTER, *_STREAK, "-", "out", "in", "of", "below"})
"""What comes between a number and what it counts begins with one of these."""


def _read_before(words: Words, draft: Draft) -> None:
    """ "rose to 61 percent in May from 58 percent": the level that a change led away from, a few words further on."""
    tokens = words.tokens
    value = draft.term.value
    for index in range(draft.index, draft.index + MAX_BEFORE_WINDOW):
        token = tokens[index]
        if not token.kind or token.kind == DIGITS:
            return
        if token.text == "from":
            term = read_term(words, index + 1)
            if term is None or term.value is None or value is None or term.kind not in (None, draft.kind):
                return
            if (term.currency or draft.term.currency) != draft.term.currency or (term.value < value) != (
                draft.change is Change.UP_TO
            ):
                return
            if term.value != value and not (term.unit and draft.unit and singular(term.unit) != singular(draft.unit)):
                draft.before, draft.index = term.value, term.end
            return


def _is_time(unit: str | None) -> bool:
    measure = MEASURES.get((unit or "").lower())
    return measure is not None and measure.dimension in ("time", "calendar time")


def _is_share_in(tokens: Sequence[Token], at: int) -> bool:
    """ "one-in-five"."""
    return tokens[at + 1].text == "in"


def _is_margin_of_error(tokens: Sequence[Token], draft: Draft) -> bool:
    """ "a margin of error of 3 points", "a 3-point margin of sampling error"."""
    texts = {token.text for token in tokens}
    kinds = (QuantityKind.POINTS, QuantityKind.PERCENT, QuantityKind.NUMBER)
    return "error" in texts and ("margin" in texts or "sampling" in texts) and draft.kind in kinds


def _read_part_of(tokens: Sequence[Token], draft: Draft) -> None:
    """ "one in three", "three out of five", "24 of every 100", "one-in-a-million"."""
    index = draft.index + 1 if tokens[draft.index].text == "-" else draft.index
    text = tokens[index].text
    if text == "out" and tokens[index + 1].text == "of":
        index += 1
    elif text != "in" and not (text == "of" and tokens[index + 1].text == "every"):
        return
    index += 1
    if tokens[index].text in ("every", "the", "-"):
        index += 1
    if tokens[index].text in ("a", "an") and tokens[index + 1].text == "-":
        index += 2
    term, total = draft.term, scan_numeral(tokens, index)
    if total is None or total.form != CARDINAL or term.value is None:
        return
    if total.value.denominator != 1 or term.value.denominator != 1 or not 0 < term.value < total.value:
        return
    is_year = is_year_after_in(tokens, index, total.end, after_one=term.value == 1)
    if text == "in" and (is_year or measure_at(tokens, total.end) is not None):
        return  # "12 in 2022", "three in two weeks"
    if text == "in" and tokens[total.end].text in OCCASIONS:
        return  # "five in 12 games"
    term.value, term.granularity = whole(Fraction(term.value) / total.value), None
    term.end = draft.index = total.end
    draft.kind = QuantityKind.SHARE


def _read_change(tokens: Sequence[Token], draft: Draft) -> None:
    """ "40 percent more", "a 5% increase", "12 fewer", "third straight", "2 below zero"."""
    text = tokens[draft.index].text
    term = draft.term
    change = CHANGE_AFTER.get(text)
    if change is not None and draft.change is Change.NONE and draft.kind not in _NEVER_CHANGES:
        lasts = text not in _COMPARATIVES and _is_time(draft.unit)  # "a 40-year decline"
        counted = text in _COUNTED_CHANGES or term.value == 1 or lasts
        ends = tokens[draft.index + 1].text in ("in", "from", "on", "") and not counted
        if draft.kind in _OFTEN_CHANGES or text in _COMPARATIVES or ends:
            draft.change = change
            draft.index += 1
    elif draft.change is Change.NONE and draft.kind in _OFTEN_CHANGES and draft.shape.high is None:
        _read_change_of(tokens, draft)
    if tokens[draft.index].text in _STREAK:
        draft.streak = True
        draft.index += 1
    if text == "below" and tokens[draft.index + 1].text == "zero" and term.value is not None:
        term.value = -term.value
        draft.index += 2


_COUNTED_CHANGES: Final = word_set(
    "bump boost spike upswing rally leap raise pickup slide downturn tumble increases rises gains cuts declines falls drops "
    "decreases"
)
"""Changes that a number may count: "two rally stops", "three cuts"."""


def _read_change_of(tokens: Sequence[Token], draft: Draft) -> None:
    """ "a 5% pay rise", "a 25 basis point rate cut", "a $2 billion tax increase": the change ends the noun phrase."""
    index = draft.index
    for _ in range(MAX_BEFORE_CHANGE):
        if tokens[index].kind != WORD or tokens[index].text in STOP:
            return
        index += 1
        while tokens[index].text == "-" and tokens[index + 1].kind == WORD and index < draft.index + MAX_HYPHENED:
            index += 2  # "year-on-year"
        change = _CHANGE_NOUNS.get(tokens[index].text)
        if change is not None and (tokens[index + 1].kind != WORD or tokens[index + 1].text in STOP):
            draft.change, draft.index = change, index + 1
            return


MAX_BEFORE_CHANGE: Final = 2
"""How many words may come between a number and the noun that makes a change of it."""
MAX_HYPHENED: Final = 8
"""The most tokens of words that hyphens join."""
_CHANGE_NOUNS: Final = {
    text: change for text, change in CHANGE_AFTER.items() if text not in ("up", "down", "more", "less", "fewer", "higher", "lower")
}  # fmt: skip


def _read_counted(words: Words, draft: Draft) -> None:
    """The counted noun, where no unit of measure came before."""
    tokens = words.tokens
    if draft.unit is not None:
        _read_change_after_unit(tokens, draft)
        return
    if draft.kind is QuantityKind.FACTOR or (draft.term.value == 0 and _is_no_one(tokens, draft.term.end)):
        return
    if tokens[draft.index].text in _CLOCK_WORDS and _is_clock(tokens, draft):
        raise words.refused(_CLOCK, UnreadableKind.DIFFERENT)
    if tokens[draft.index].text in _BEFORE_NOUN:
        draft.index = _skip_to_noun(tokens, draft.index, draft.kind)
    noun = sized_noun_at(tokens, draft.index) if may_start_size(tokens[draft.index]) else None
    if noun is not None and draft.kind in _OFTEN_CHANGES:
        draft.index = noun.end  # "a $5 million 10-year contract"
        return
    noun = noun or noun_at(tokens, draft.index)
    if noun is None:
        return
    if tokens[draft.index].raw in _DIGITS_COUNTED and noun.text.split(" ")[0] in _DIGITS_COUNTED:
        raise words.refused("its digits are counted, which names no number", UnreadableKind.UNBOUNDED)
    if noun.text == "mark":
        draft.index = noun.end
        return
    if draft.kind not in _OFTEN_CHANGES or tokens[draft.index - 1].text in _OF_WHAT:
        draft.unit = noun.text
        if tokens[draft.index].text in _POINTS:
            _read_point_change(draft)
        draft.index = noun.end
        compared = tokens[draft.index].text
        if compared in ("higher", "lower") and draft.change is Change.NONE and draft.kind is QuantityKind.NUMBER:
            draft.change, draft.index = CHANGE_AFTER[compared], draft.index + 1  # "0.5 points lower"


def _read_change_after_unit(tokens: Sequence[Token], draft: Draft) -> None:
    """ "40 miles more"; but "a 40-year decline" lasts so long."""
    text = tokens[draft.index].text
    change = CHANGE_AFTER.get(text)
    if change is None or draft.change is not Change.NONE or draft.kind is not QuantityKind.NUMBER:
        return
    if text in _COMPARATIVES or not _is_time(draft.unit):
        draft.change = change
        draft.index += 1


def _is_no_one(tokens: Sequence[Token], end: int) -> bool:
    """ "no one", which is not followed by what it counts."""
    return tokens[end - 1].text == "one" and end > 1 and tokens[end - 2].text == "no"


_BEFORE_NOUN: Final = frozenset({"-", "the", "a", "an", "of"})
"""What may come between a number and the noun that it counts."""
_POINTS: Final = frozenset({"point", "points"})
_CLOCK_WORDS: Final = frozenset({"o", "pm", "am"})


def _is_clock(tokens: Sequence[Token], draft: Draft) -> bool:
    """ "6 o'clock", "6 a.m.", "6am"."""
    text = tokens[draft.index].text
    if text == "o":
        return tokens[draft.index + 2].text == "clock"
    return text == "pm" or (draft.term.plain and draft.term.granularity is None)


def _read_point_change(draft: Draft) -> None:
    """ "a 10-point increase", "a half-point rate cut"."""
    first, _, rest = (draft.unit or "").partition(" ")
    change = _CHANGE_NOUNS.get(rest.rpartition(" ")[2].lower())
    if change is not None and first.lower() in _POINTS and draft.change is Change.NONE:
        draft.unit, draft.change = first, change


def _skip_to_noun(tokens: Sequence[Token], index: int, kind: QuantityKind) -> int:
    """Past "of", "of the", "-" and the like to the counted noun."""
    if tokens[index].text == "-" and tokens[index + 1].kind == WORD:
        return index + 1
    if tokens[index].text in ("the", "a", "an") and kind is QuantityKind.SHARE:
        return index + 1
    if tokens[index].text != "of":
        return index
    index += 1
    while tokens[index].text in _OF_WHAT:
        index += 1
    return index


def _read_around(words: Words, draft: Draft) -> None:
    """ "in a row", "a day", "in two months", "(8 km)"."""
    tokens, index = words.tokens, _skip_bracket(words, draft.index)  # "200 yuan ($28) a month"
    if tokens[index].text == "in" and tokens[index + 1].text == "a" and tokens[index + 2].text == "row":
        draft.streak, index = True, index + 3
    if tokens[index].text == "-" and tokens[index + 1].text in ("a", "an", "per"):
        index += 1
    if draft.kind is QuantityKind.SHARE and tokens[index].text in ("a", "an"):
        return  # "half a vote" is not a rate
    rate = rate_at(tokens, index) if tokens[index].text in RATE_STARTS and tokens[index - 1].text != "of" else None
    if rate is not None:
        draft.per, index = rate.text, rate.end
        further = rate_at(tokens, index) if tokens[index].text in RATE_STARTS else None
        if further is not None:  # "$1,000 per person per year"
            draft.per, index = f"{rate.text} per {further.text}", further.end
    window = _later_window(tokens, index, draft.kind is QuantityKind.ORDINAL or draft.streak)
    if window is not None:
        draft.window, index = window.text, window.end
    draft.index = _skip_bracket(words, index)


def _later_window(tokens: Sequence[Token], index: int, occasions: bool) -> Found | None:
    """A window a few words further on: "their second meeting at this level in two months"."""
    for ahead in range(index, min(index + MAX_BEFORE_WINDOW, len(tokens) - 3)):
        token = tokens[ahead]
        if token.kind == DIGITS:
            return None
        found = window_at(tokens, ahead, occasions) if token.text in WINDOW_STARTS else None
        if found is not None:
            return found
    return None


def _skip_bracket(words: Words, index: int) -> int:
    """Past a conversion in brackets: "5 miles (8 km)", "10 million pounds ($12.7 million)"."""
    tokens = words.tokens
    if tokens[index].text != "(":
        return index
    start = index + 1
    hedge = match_phrase(BEFORE, tokens, start)
    start = start if hedge is None else hedge[1]
    money = currency_before(words, start)
    if money is not None:
        term = read_money(words, money, start, True)
        return term.end + 1 if term is not None and tokens[term.end].text == ")" else index
    numeral = scan_numeral(tokens, start)
    unit = measure_at(tokens, numeral.end) if numeral is not None else None
    return unit.end + 1 if unit is not None and tokens[unit.end].text == ")" else index
