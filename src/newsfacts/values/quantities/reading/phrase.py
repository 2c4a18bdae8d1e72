"""Reads a number phrase into a `Quantity`: "between 1.2 and 1.5 million people", "second in two months".

    phrase     = words quantity words
    quantity   = {hedge | tone | change} shape {"or more" | "more" | ...} [noun] [rate] [window]
    shape      = "between" term "and" term | term ("to" | "-" | "or") term | term | vague word
    term       = [currency] numeral [percent | currency | measure | "times" | "-fold"]

The first place where a quantity can start is taken, and the phrase is refused if another number is left over: nothing
is guessed. Reading is one pass over the tokens with bounded look-ahead.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from newsfacts.errors import UnreadableValue
from newsfacts.immutable import maker
from newsfacts.values.languages import is_english
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind, Tone
from newsfacts.values.quantities.reading.counted import (
    WINDOW_STARTS,
    Found,
    day_of_month,
    measure_at,
    noun_at,
    rate_at,
    second_number,
    window_at,
)
from newsfacts.values.quantities.reading.foreign import read_foreign
from newsfacts.values.quantities.reading.hedges import (
    AFTER,
    BEFORE,
    CHANGE_AFTER,
    CHANGE_WORDS,
    EXTRA,
    TONES,
    match_phrase,
)
from newsfacts.values.quantities.reading.money import LOWER_CODES
from newsfacts.values.quantities.reading.number_like_words import WORD_STARTS
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, VULGAR_FRACTIONS
from newsfacts.values.quantities.reading.numerals import CARDINAL, place_value, scan_numeral
from newsfacts.values.quantities.reading.ranges import LOWER_BOUNDS, UPPER_BOUNDS, RangeReader
from newsfacts.values.quantities.reading.term import Number, Shape, Term, whole
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token, tokenize
from newsfacts.values.quantities.units import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    NATIONAL,
)

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["parse_quantity"]

MAX_HEDGES: Final = 12
"""The most words of hedge, tone and change that are read before one number."""

_quantity: Final = maker(Quantity)
_DEFAULT_CURRENCIES: Final[Mapping[str, str]] = {"$": "USD", "rupee": "INR"}
_COMPARATIVES: Final = frozenset({"more", "higher", "less", "fewer", "lower"})

_SOFT: Final = (Comparator.PLAIN, Comparator.ABOUT)

_LONG_SCALE: Final = {
    "billion": "trillion", "billions": "trillions", "bn": "trillion", "trillion": "quintillion",
    "trillions": "quintillions", "tn": "quintillion", "quadrillion": "septillion",
}  # fmt: skip
"""Long-scale names (a billion is a million millions) -> the short-scale name of the same number."""
_NO_NUMBER: Final = {
    "few": "'few' without 'a' says that there are not many, and sets no bound",
    "many": "'many' names no number",
    "numerous": "'numerous' names no number",
    "countless": "'countless' names no number",
    "plurality": "a plurality is the largest part, and sets no bound by itself",
}
_NOT_COUNTED: Final = {
    **dict.fromkeys(
        ("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock"), "it is a time of day, not a quantity"
    ),
    **dict.fromkeys(("figure", "figures", "digit", "digits"), "its digits are counted, which names no number"),
}
_STREAK: Final = frozenset({"straight", "consecutive", "successive"})
_EVEN_MORE: Final = frozenset(
    {"record", "total", "whopping", "staggering", "combined", "full", "whole", "the", "some", "a", "an"}
)

_INCLUSIVE: Final = {Comparator.MORE_THAN: Comparator.AT_LEAST, Comparator.LESS_THAN: Comparator.AT_MOST}
_BEFORE_UNIT_ONLY: Final = frozenset({"something", "roughly", "approximately", "maximum", "minimum", "odd"})
_NEVER_CHANGES: Final = (QuantityKind.FACTOR, QuantityKind.ORDINAL)
_OFTEN_CHANGES: Final = (QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.BASIS_POINTS, QuantityKind.MONEY)
_OF_WHAT: Final = frozenset(
    {"of", "the", "its", "his", "her", "their", "our", "all", "these", "those", "this", "my", "your"}
)

_PREFIXES: Final = frozenset(
    {*BEFORE, *CHANGE_WORDS, *EXTRA, *_EVEN_MORE, *(words[0] for words in TONES), "a", "an", "between", "from"}
)
"""The first words of everything that may stand before the number."""

_STARTS: Final = frozenset(
    {
        *BEFORE, *CHANGE_WORDS, *EXTRA, *NUMBER_WORDS, *CURRENCY_SIGNS, *CURRENCY_PREFIXES, *LOWER_CODES, *WORD_STARTS,
        *VULGAR_FRACTIONS, *(pair[0] for pair in NATIONAL), "between", "from", "-", "minus", "negative", "+", "point",
        "only", "just", "merely", "barely", "hardly", "scarcely", "mere", "rs", "rm", "ringgit", "rupee", "rupees",
        "ringgits", "naira",
    }
)  # fmt: skip
"""What a quantity can begin with, so that most words of a sentence cost one look-up."""


def parse_quantity(phrase: str, policy: Policy | None = None, *, language: str | None = None) -> Quantity:
    """The quantity that `phrase` states, alone or among other words.

    `policy` only settles what "$" and other names of several currencies stand for (default: the news policy, US
    dollar), and whether a billion is 10**9 or 10**12.
    `language` is a BCP 47 tag, None for English. In any other language only digits are read, with that language's
    separators and the signs that all share (%, €, km); a phrase with words is refused with the kind `LANGUAGE`.
    Raises `UnreadableValue`, with the reason, if the phrase states no number, more than one, or one that is malformed.
    """
    currencies = _DEFAULT_CURRENCIES if policy is None else policy.locale_currency
    if language is not None and not is_english(language):
        return read_foreign(phrase, language, currencies)
    tokens = tokenize(phrase)
    if policy is not None and policy.billion == "long":
        for token in tokens[:-3]:
            token.text = _LONG_SCALE.get(token.text, token.text)
    return _QuantityReader(phrase, tokens, currencies).read()


class _QuantityReader(RangeReader):
    """Reads one phrase. Methods take the index of a token and return what they found there, or None."""

    def read(self) -> Quantity:
        for at in range(len(self.tokens) - 3):
            token = self.tokens[at]
            if token.kind == DIGITS:
                if at and self._ends_a_name(at):
                    continue
            elif (token.text not in _STARTS and not self._may_start(token)) or (
                token.text == "-" and at and self.tokens[at - 1].end == token.start
            ):
                continue
            found = self.quantity(at)
            if found is not None:
                return found
        raise UnreadableValue(self.phrase, self._reason())

    def _reason(self) -> str:
        if self.refusal:
            return self.refusal
        for token in self.tokens:
            if token.text in _NO_NUMBER:
                return _NO_NUMBER[token.text]
        return "it states no number" if self.phrase.strip() else "it is empty"

    def _ends_a_name(self, at: int) -> bool:
        """ "COVID-19", "Q3", "F-16", "June 4": digits that belong to a name or a date."""
        if day_of_month(self.tokens, at):
            return True
        token, previous = self.tokens[at], self.tokens[at - 1]
        if previous.end != token.start:
            return False
        if previous.text == "/" and at > 1 and self.tokens[at - 2].kind == DIGITS:
            self.refusal = f"{self.tokens[at - 2].raw}/{token.raw} is a date or a name, not a fraction"
            return True
        if previous.kind == WORD:
            return previous.raw not in CURRENCY_CODES and previous.text not in CURRENCY_NAMES
        if previous.text == "-" and at > 1:
            before = self.tokens[at - 2]
            return before.kind == WORD and before.end == previous.start and before.raw[0].isupper()
        return False

    def _may_start(self, token: Token) -> bool:
        text = token.text
        return token.kind == WORD and (
            token.raw in CURRENCY_CODES
            or token.raw[1:] in CURRENCY_CODES
            or (len(text) > 4 and text.endswith(("fold", "ish")))
        )

    def quantity(self, at: int) -> Quantity | None:
        tokens = self.tokens
        comparator, tone, change = Comparator.PLAIN, None, Change.NONE
        index, by = at, False
        opening = ""
        for _ in range(MAX_HEDGES):
            token = tokens[index]
            text = token.text
            if text not in _PREFIXES:
                break
            hedge = match_phrase(BEFORE, tokens, index)
            if hedge is not None:
                comparator = _stronger(comparator, hedge[0])
                index = hedge[1]
                continue
            judged = TONES.get((text, tokens[index + 1].text))
            if judged is not None:
                tone, index = judged, index + 2
                continue
            judged = TONES.get((text,))
            if judged is not None:
                tone, index = judged, index + 1
                continue
            if text in CHANGE_WORDS and change is Change.NONE:
                change, index, by = self._change(index)
                continue
            if text in EXTRA:
                change, index = Change.UP, index + 1
                continue
            if index > at and text in _EVEN_MORE and self._more_follows(index):
                index += 1
                continue
            if text in ("a", "an") and tokens[index + 1].text in EXTRA:
                index += 1
                continue
            if text in ("between", "from") and not opening:
                opening, index = text, index + 1
                continue
            break
        shape = self._between(index, opening) if opening else None
        if shape is None:
            if opening == "between":
                return None
            shape = self._shape(index, comparator, change, by)
        if shape is None:
            return None
        return self._finish(shape, comparator, tone, change)

    def _more_follows(self, index: int) -> bool:
        """Whether "a", "the", "record" between a hedge and a number is only in the way of the number."""
        token = self.tokens[index + 1]
        if token.kind == DIGITS or token.text in CURRENCY_SIGNS or token.text in _EVEN_MORE or token.text in EXTRA:
            return True
        if self.tokens[index].text in ("the", "record", "total", "whopping", "staggering", "combined", "full"):
            return token.text in NUMBER_WORDS
        return self.tokens[index + 2].text == "$"

    def _change(self, index: int) -> tuple[Change, int, bool]:
        tokens = self.tokens
        change = CHANGE_WORDS[tokens[index].text]
        index += 1
        if tokens[index].kind == WORD and tokens[index].text.endswith("ly") and tokens[index].text not in BEFORE:
            index += 1
        text = tokens[index].text
        if text == "by" or text == "of":
            return change, index + 1, True
        if text == "to":
            return (Change.UP_TO if change is Change.UP else Change.DOWN_TO), index + 1, False
        if text == "from" and not self._runs_to(index):
            return (Change.UP_FROM if change is Change.UP else Change.DOWN_FROM), index + 1, False
        return change, index, False

    def _runs_to(self, index: int) -> bool:
        return any(token.text == "to" for token in self.tokens[index : index + 12])

    def _finish(self, shape: Shape, comparator: Comparator, tone: Tone | None, change: Change) -> Quantity:
        """What follows the number, step by step, and then the quantity."""
        term = shape.low if shape.high is None else shape.high
        draft = _Draft(term, comparator, tone, change)
        if shape.soft:
            draft.hedge(Comparator.ABOUT)
        draft.hedge(term.comparator)
        if self.tokens[draft.index].kind:  # more words follow
            self._follow(draft, shape.high is not None)
        return _build(shape, draft)

    def _follow(self, draft: _Draft, is_range: bool) -> None:
        term = draft.term
        self._hedges_after(draft)
        if not is_range and term.kind is None and term.unit is None and term.value is not None:
            self._part_of(draft)
        self._moved_after(draft)
        self._counted(draft)
        self._hedges_after(draft, unit_read=True)
        self._around(draft)
        self._refuse_second(draft)

    def _hedges_after(self, draft: _Draft, unit_read: bool = False) -> None:
        """ "500 or more", "40-plus", "two weeks or so", "less than 5000 or equal to"."""
        tokens = self.tokens
        for _ in range(2):
            index = draft.index
            if tokens[index].text not in AFTER:
                return
            after = match_phrase(AFTER, tokens, index)
            if after is not None and not (unit_read and tokens[index].text in _BEFORE_UNIT_ONLY):
                draft.hedge(after[0])
                draft.index = after[1]
                if tokens[draft.index].text == "than":
                    draft.index += 1
            elif tokens[index].text == "or" and tokens[index + 1].text == "equal":
                draft.comparator = _INCLUSIVE.get(draft.comparator, draft.comparator)
                draft.index += 3 if tokens[index + 2].text in ("to", "than") else 2

    def _moved_after(self, draft: _Draft) -> None:
        """ "40 percent more", "a 5% increase", "12 fewer", "third straight", "2 below zero"."""
        tokens = self.tokens
        text = tokens[draft.index].text
        term = draft.term
        change = CHANGE_AFTER.get(text)
        if change is not None and draft.change is Change.NONE and draft.kind not in _NEVER_CHANGES:
            ends = tokens[draft.index + 1].text in ("in", "from", "on", "")
            if draft.kind in _OFTEN_CHANGES or text in _COMPARATIVES or ends:
                draft.change = change
                draft.index += 1
        if tokens[draft.index].text in _STREAK:
            draft.streak = True
            draft.index += 1
        if text == "below" and tokens[draft.index + 1].text == "zero" and term.value is not None:
            term.value = -term.value
            draft.index += 2

    def _counted(self, draft: _Draft) -> None:
        """The counted noun, where no unit of measure came before."""
        tokens = self.tokens
        if draft.unit is not None:
            change = CHANGE_AFTER.get(tokens[draft.index].text)
            if change is not None and draft.change is Change.NONE and draft.kind is QuantityKind.NUMBER:
                draft.change = change
                draft.index += 1
            return
        if draft.kind is QuantityKind.FACTOR:
            return
        draft.index = self._skip_to_noun(draft.index, draft.kind)
        noun = noun_at(tokens, draft.index)
        if noun is None:
            return
        reason = _NOT_COUNTED.get(noun.text.split(" ")[0])
        if reason is not None:
            raise UnreadableValue(self.phrase, reason)
        if draft.kind not in _OFTEN_CHANGES or tokens[draft.index - 1].text in _OF_WHAT:
            draft.unit, draft.index = noun.text, noun.end

    def _around(self, draft: _Draft) -> None:
        """ "in a row", "a day", "in two months", "(8 km)"."""
        tokens = self.tokens
        index = draft.index
        if tokens[index].text == "in" and tokens[index + 1].text == "a" and tokens[index + 2].text == "row":
            draft.streak, index = True, index + 3
        if tokens[index].text == "-" and tokens[index + 1].text in ("a", "an", "per"):
            index += 1
        rate = rate_at(tokens, index)
        if rate is not None:
            draft.per, index = rate.text, rate.end
        window = self._later_window(index)
        if window is not None:
            draft.window, index = window.text, window.end
        draft.index = self._bracket(index)

    def _refuse_second(self, draft: _Draft) -> None:
        other = second_number(self.tokens, draft.index)
        if other is None and draft.index == draft.term.end and draft.kind is not QuantityKind.ORDINAL:
            token = self.tokens[draft.index]
            other = token if token.text in ("one", "oh") else None
        if other is not None:
            reason = f"it states more than one number ({other.raw} is another); annotate one of them"
            raise UnreadableValue(self.phrase, self.refusal or reason)

    def _part_of(self, draft: _Draft) -> None:
        """ "one in three", "three out of five"."""
        tokens = self.tokens
        index = draft.index + 1 if tokens[draft.index].text == "-" else draft.index
        text = tokens[index].text
        if text == "out" and tokens[index + 1].text == "of":
            index += 1
        elif text != "in":
            return
        index += 1
        if tokens[index].text in ("every", "the", "-"):
            index += 1
        term, whole_ = draft.term, scan_numeral(tokens, index)
        if whole_ is None or whole_.form != CARDINAL or term.value is None:
            return
        if whole_.value.denominator != 1 or term.value.denominator != 1 or not 0 < term.value < whole_.value:
            return
        if text == "in" and (
            (whole_.plain and 1900 <= whole_.value < 2100) or measure_at(tokens, whole_.end) is not None
        ):
            return  # "12 in 2022", "three in two weeks"
        term.value, term.granularity = whole(Fraction(term.value) / whole_.value), None
        term.end = draft.index = whole_.end
        draft.kind = QuantityKind.SHARE

    def _skip_to_noun(self, index: int, kind: QuantityKind) -> int:
        """Past "of", "of the", "-" and the like to the counted noun."""
        tokens = self.tokens
        if tokens[index].text == "-" and tokens[index + 1].kind == WORD:
            return index + 1
        if tokens[index].text == "the" and kind is QuantityKind.SHARE:
            return index + 1
        if tokens[index].text != "of":
            return index
        index += 1
        while tokens[index].text in _OF_WHAT:
            index += 1
        return index

    def _later_window(self, index: int) -> Found | None:
        """A window a few words further on: "their second meeting at this level in two months"."""
        for ahead in range(index, min(index + 8, len(self.tokens) - 3)):
            token = self.tokens[ahead]
            if token.kind == DIGITS:
                return None
            found = window_at(self.tokens, ahead) if token.text in WINDOW_STARTS else None
            if found is not None:
                return found
        return None

    def _bracket(self, index: int) -> int:
        """Past a conversion or repetition in brackets: "5 miles (8 km)"."""
        tokens = self.tokens
        if tokens[index].text != "(":
            return index
        numeral = scan_numeral(tokens, index + 1)
        if numeral is None:
            return index
        unit = measure_at(tokens, numeral.end)
        if unit is not None and tokens[unit.end].text == ")":
            return unit.end + 1
        return index


class _Draft:
    """A quantity while its words are read; `index` is the token after what has been read."""

    __slots__ = ("change", "comparator", "index", "kind", "per", "streak", "term", "tone", "unit", "window")

    def __init__(self, term: Term, comparator: Comparator, tone: Tone | None, change: Change) -> None:
        self.term = term
        self.comparator = comparator
        self.tone = tone
        self.change = change
        self.index = term.end
        self.kind = term.kind or QuantityKind.NUMBER
        self.unit = term.unit
        self.per: str | None = None
        self.window: str | None = None
        self.streak = False

    def hedge(self, comparator: Comparator) -> None:
        if comparator is not Comparator.PLAIN:
            self.comparator = _stronger(self.comparator, comparator)


def _build(shape: Shape, draft: _Draft) -> Quantity:
    term, comparator = draft.term, draft.comparator
    low, high = shape.low, shape.high
    fields: dict[str, Any]
    if high is not None:
        two_sided = shape.low_open or shape.high_open or comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
        if two_sided and comparator in (*LOWER_BOUNDS, *UPPER_BOUNDS):
            comparator = Comparator.PLAIN  # the two bounds have become the two ends
        places = [low.granularity, high.granularity, place_value(low.value or 0), place_value(high.value or 0)]
        finest = min((place for place in places if place is not None), default=None)
        if finest is not None and not _power_of_ten(finest):
            finest = None
        fields = {
            "low": low.value, "high": high.value, "granularity": finest, "low_open": shape.low_open,
            "high_open": shape.high_open,
        }  # fmt: skip
    elif term.value is not None:
        fields = {"stated": term.value, "granularity": _settled_granularity(term)}
    elif term.vague is not None:
        fields = {"vague": term.vague, "granularity": term.granularity}
    else:  # "in her forties"
        ten = term.granularity or 0
        fields = {"low": ten, "high": ten + 10, "high_open": True}
    return _quantity(
        comparator=comparator, kind=draft.kind, unit=draft.unit, currency=term.currency, tone=draft.tone,
        change=draft.change, window=draft.window, streak=draft.streak, per=draft.per, **fields,
    )  # fmt: skip


def _settled_granularity(term: Term) -> Number | None:
    """The granularity where it says more than the digits do, and fits them."""
    step, value = term.granularity, term.value
    if step is None or value is None:
        return None
    place = place_value(value)
    if place is None:
        return None
    if step in (12, 20, 6):
        return step if value and not value % step else None
    return step if step <= place else None


def _power_of_ten(value: Number) -> bool:
    text = str(value.numerator if value >= 1 else value.denominator)
    return text.strip("0") == "1"


def _stronger(old: Comparator, new: Comparator) -> Comparator:
    """Two hedges on one number: a bound outlasts "about", and "exactly" a bare number."""
    if old in _SOFT or old is Comparator.EXACTLY:
        return new if old is not Comparator.ABOUT or new is not Comparator.EXACTLY else old
    return old if new in (Comparator.ABOUT, Comparator.PLAIN, Comparator.EXACTLY) else new
