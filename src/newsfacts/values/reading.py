"""Reads a number phrase into a `Quantity`: "between 1.2 and 1.5 million people", "nearly $3.5bn", "second in two months".

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
from typing import TYPE_CHECKING, Final

from newsfacts.errors import UnreadableValue
from newsfacts.values.context import STOP, measure_at, noun_at, rate_at, second_number, window_at
from newsfacts.values.hedges import AFTER, BEFORE, CHANGE_AFTER, CHANGE_WORDS, EXTRA, TONES, match_phrase
from newsfacts.values.numerals import CARDINAL, ORDINAL_FORM, SHARE, Numeral, place_value, scan_numeral
from newsfacts.values.quantity import Change, Comparator, Quantity, QuantityKind, Tone
from newsfacts.values.tokens import DIGITS, WORD, Token, tokenize
from newsfacts.values.units import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    MEASURES,
    MINOR_UNITS,
    NATIONAL,
)
from newsfacts.values.words import HUNDRED, MAGNITUDE, NUMBER_WORDS, ORDINAL

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["parse_quantity"]

Number = int | Fraction
_DEFAULT_CURRENCIES: Final[Mapping[str, str]] = {"$": "USD", "rupee": "INR"}
_LOWER_CODES: Final = frozenset({"usd", "eur", "gbp", "inr", "jpy", "cny", "aud", "cad", "chf", "nzd", "myr", "egp"})
_NEITHER_UP_NOR_DOWN: Final = frozenset({"more", "higher", "less", "fewer", "lower"})

_LOWER_BOUNDS: Final = (Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.WELL_OVER, Comparator.JUST_OVER)
_UPPER_BOUNDS: Final = (
    Comparator.LESS_THAN, Comparator.AT_MOST, Comparator.WELL_UNDER, Comparator.NEARLY, Comparator.UP_TO,
)  # fmt: skip
_SOFT: Final = (Comparator.PLAIN, Comparator.ABOUT)

_VAGUE_PLURALS: Final = frozenset({"tens", "hundreds", "thousands", "millions", "billions", "trillions", "lakhs", "crores"})
_PLURAL_SIZE: Final = {
    "tens": 10, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
    "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
_MULTIPLES: Final[dict[str, int | Fraction]] = {
    "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "treble": 3, "triple": 3, "tripled": 3, "tripling": 3,
    "triples": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quintuple": 5, "quintupled": 5,
    "halved": Fraction(1, 2), "halving": Fraction(1, 2), "halves": Fraction(1, 2),
}  # fmt: skip
_DIGIT_COUNTS: Final = frozenset({"single", "double", "triple"})
_TIMES: Final = {"once": 1, "twice": 2, "thrice": 3}
_FIXED: Final = {"none": 0, "nobody": 0, "both": 2, "pair": 2, "trio": 3, "quartet": 4}
_DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_ABBREVIATED: Final = {"bn": 10**9, "tn": 10**12}
_COMPARED: Final = frozenset(
    """as more higher larger greater bigger faster longer the that its their his her what less lower smaller fewer likelier
    over stronger better worse heavier taller richer deadlier safer""".split()
)
_NO_NUMBER: Final = {
    "few": "'few' without 'a' says that there are not many, and sets no bound",
    "many": "'many' names no number",
    "numerous": "'numerous' names no number",
    "countless": "'countless' names no number",
    "plurality": "a plurality is the largest part, and sets no bound by itself",
}
_NOT_COUNTED: Final = {
    **dict.fromkeys(("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock"), "it is a time of day, not a quantity"),
    **dict.fromkeys(("figure", "figures", "digit", "digits"), "its digits are counted, which names no number"),
}
_STREAK: Final = frozenset({"straight", "consecutive", "successive"})
_EVEN_MORE: Final = frozenset({"record", "total", "whopping", "staggering", "combined", "full", "whole", "the", "some", "a", "an"})


class _Term:
    """One number with what belongs to it; `kind` is None until something says it."""

    __slots__ = ("bare", "currency", "end", "granularity", "kind", "multiplier", "plain", "unit", "vague", "value")

    def __init__(self, value: Number | None, granularity: Number | None, end: int) -> None:
        self.value = value
        self.granularity = granularity
        self.end = end
        self.kind: QuantityKind | None = None
        self.currency: str | None = None
        self.unit: str | None = None
        self.vague: str | None = None
        self.multiplier = 0
        self.plain = False
        self.bare = True  # nothing is written after the digits


def parse_quantity(phrase: str, policy: Policy | None = None) -> Quantity:
    """The quantity that `phrase` states, alone or among other words.

    `policy` only settles what "$" and other names of several currencies stand for (default: the news policy, US dollar).
    Raises `UnreadableValue`, with the reason, if the phrase states no number, more than one, or one that is malformed.
    """
    currencies = _DEFAULT_CURRENCIES if policy is None else policy.locale_currency
    return _Reader(phrase, tokenize(phrase), currencies).read()


class _Reader:
    """Reads one phrase. Methods take the index of a token and return what they found there, or None."""

    def __init__(self, phrase: str, tokens: list[Token], currencies: Mapping[str, str]) -> None:
        self.phrase = phrase
        self.tokens = tokens
        self.currencies = currencies
        self.refusal = ""

    def read(self) -> Quantity:
        for at in range(len(self.tokens) - 3):
            token = self.tokens[at]
            if token.kind == DIGITS:
                if at and self._ends_a_name(at):
                    continue
            elif token.text not in _STARTS and not self._may_start(token):
                continue
            elif token.text == "-" and at and self.tokens[at - 1].end == token.start:
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
        """ "COVID-19", "Q3", "F-16": digits that belong to a name."""
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
            or (len(text) > 4 and (text.endswith("fold") or text.endswith("ish")))
        )

    # --- hedge, tone and change, then the shape -----------------------------------------------------------------

    def quantity(self, at: int) -> Quantity | None:
        tokens = self.tokens
        comparator, tone, change = Comparator.PLAIN, None, Change.NONE
        index, by = at, False
        opening = ""
        while True:
            token = tokens[index]
            text = token.text
            hedge = match_phrase(BEFORE, tokens, index)
            if hedge is not None:
                comparator = _stronger(comparator, hedge[0])
                index = hedge[1]
                continue
            if text in ("only", "just", "merely", "barely", "hardly", "scarcely", "mere") or (
                text == "a" and tokens[index + 1].text in ("mere", "paltry", "meager", "meagre")
            ):
                pair = TONES.get((text, tokens[index + 1].text))
                if pair is not None:
                    tone, index = pair, index + 2
                else:
                    tone, index = TONES[(text,)], index + 1
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

    # --- shapes ---------------------------------------------------------------------------------------------------

    def _between(self, index: int, opening: str) -> tuple[_Term, _Term | None, bool, bool, bool] | None:
        """ "between a and b", "from a to b": the number before "and" may itself hold an "and"."""
        joiners = ("and", "to", "-", "–", "—", "through") if opening == "between" else ("to", "and", "-", "–", "through")
        for conjunction in (False, True):
            soft = match_phrase(BEFORE, self.tokens, index)
            first = self._term(soft[1] if soft else index, conjunction=conjunction)
            if first is None or self.tokens[first.end].text not in joiners:
                continue
            second, soft_too = self._second(first.end + 1, first.currency is not None)
            if second is None or (not conjunction and self.tokens[second.end].text == "and" and self._number_at(second.end + 1)):
                continue
            joined = self._join(first, second)
            if joined is not None:
                return (*joined, soft_too or soft is not None, False, False)
        return None

    def _thousands(self, first: _Term, at: int, second: _Term, ahead: int) -> None:
        """ "12-15,000" is 12,000 to 15,000: nobody writes a range that starts a thousand times lower with a hyphen."""
        written = self.tokens[ahead].text
        if first.bare and first.value is not None and first.plain and first.value < 1000 and written.endswith(",000"):
            if self.tokens[at - 1].text.isdigit() and second.plain and first.value * 1000 < (second.value or 0):
                first.value *= 1000

    def _second(self, index: int, money: bool = False) -> tuple[_Term | None, bool]:
        """The second number of a range, and whether it is hedged itself."""
        soft = match_phrase(BEFORE, self.tokens, index)
        if soft is not None and soft[0] is Comparator.ABOUT:
            return self._term(soft[1], True, money), True
        if self.tokens[index].text in ("the", "a") and self.tokens[index + 1].kind == DIGITS:
            index += 1
        return self._term(index, True, money), False

    def _number_at(self, index: int) -> bool:
        return self._term(index) is not None

    def _shape(
        self, index: int, comparator: Comparator, change: Change, by: bool
    ) -> tuple[_Term, _Term | None, bool, bool, bool] | None:
        tokens = self.tokens
        first = self._term(index)
        if first is None:
            return None
        if first.value is None:
            return first, None, False, False, False
        at = first.end
        text = tokens[at].text
        after = match_phrase(AFTER, tokens, at)
        if after is None and text in ("-", "–", "—", "to", "through", "or", "~", "thru", "till") and change not in (Change.UP_TO, Change.DOWN_TO):
            ahead = at + 1
            if text == "-" and tokens[ahead].text in ("to", "or"):
                ahead += 1
            if tokens[ahead].text == "-" and tokens[ahead - 1].kind == WORD:
                ahead += 1
            second, soft = self._second(ahead, first.currency is not None)
            if second is not None and text in ("-", "–", "—") and second.value is not None:
                self._thousands(first, at, second, ahead)
            if second is not None and second.value is not None:
                joined = None if second.kind is QuantityKind.ORDINAL and first.kind is None else self._join(first, second)
                if joined is not None:
                    if text == "to" and (by or (change is not Change.NONE and not first.bare and second.bare)):
                        raise UnreadableValue(self.phrase, "it states a change and its result; annotate each by itself")
                    return (*joined, soft, False, False)
        if text in ("±", "+/-") or (text == "plus" and tokens[at + 1].text == "or" and tokens[at + 2].text == "minus"):
            margin = self._term(at + (3 if text == "plus" else 1))
            if margin is not None and margin.value is not None and margin.value > 0:
                low = _Term(first.value - margin.value, None, margin.end)
                high = _Term(first.value + margin.value, None, margin.end)
                high.kind, high.unit = margin.kind or first.kind, margin.unit or first.unit
                high.currency = margin.currency or first.currency
                joined = self._join(low, high)
                if joined is not None:
                    return (*joined, False, False, False)
        if comparator in _LOWER_BOUNDS or comparator in _UPPER_BOUNDS:
            other = self._other_bound(at, comparator, first)
            if other is not None:
                return other
        return first, None, False, False, False

    def _other_bound(
        self, at: int, comparator: Comparator, first: _Term
    ) -> tuple[_Term, _Term | None, bool, bool, bool] | None:
        """ "more than 10 and less than 40": the second bound, from the other side."""
        tokens = self.tokens
        index = at
        if tokens[index].text == ",":
            index += 1
        if tokens[index].text in ("and", "but"):
            index += 1
        if index == at:
            return None
        hedge = match_phrase(BEFORE, tokens, index)
        if hedge is None:
            return None
        sides = (_LOWER_BOUNDS, _UPPER_BOUNDS) if comparator in _LOWER_BOUNDS else (_UPPER_BOUNDS, _LOWER_BOUNDS)
        if hedge[0] not in sides[1]:
            return None
        index = hedge[1]
        if tokens[index].text == "the":
            index += 1
        second = self._term(index)
        if second is None or second.value is None:
            return None
        low, high, low_sign, high_sign = first, second, comparator, hedge[0]
        if comparator in _UPPER_BOUNDS:
            low, high, low_sign, high_sign = second, first, hedge[0], comparator
        joined = self._join(low, high, distribute=False)
        if joined is None:
            return None
        end = max(first.end, second.end)
        joined[1].end = end
        return (*joined, False, low_sign is not Comparator.AT_LEAST, high_sign not in (Comparator.AT_MOST, Comparator.UP_TO))

    def _join(self, low: _Term, high: _Term, distribute: bool = True) -> tuple[_Term, _Term] | None:
        """Two terms as the ends of one range: magnitude, unit and currency of one hold for the other."""
        if low.value is None or high.value is None:
            return None
        if low.kind is not None and high.kind is not None and low.kind is not high.kind:
            if {low.kind, high.kind} != {QuantityKind.NUMBER, QuantityKind.SHARE}:
                return None
        if low.currency and high.currency and low.currency != high.currency:
            return None
        if low.unit and high.unit and MEASURES.get(low.unit.lower()) != MEASURES.get(high.unit.lower()):
            return None
        start = low.value
        times = high.multiplier
        if distribute and times > 1 and low.multiplier == 1 and low.bare and 0 < start * times < high.value:
            low.value = _whole(start * times)
            low.granularity = _whole((low.granularity or 1) * times)
        if low.value > high.value:
            self.refusal = f"the range runs downward, from {low.value} to {high.value}"
            return None
        if low.value == high.value:
            return None
        for name in ("kind", "currency", "unit"):
            if getattr(high, name) is None:
                setattr(high, name, getattr(low, name))
        return low, high

    # --- one term -------------------------------------------------------------------------------------------------

    def _term(self, index: int, conjunction: bool = True, money: bool = False) -> _Term | None:
        tokens = self.tokens
        token = tokens[index]
        currency = self._currency_before(index)
        if currency is not None:
            return self._money(currency, index, conjunction)
        if token.text == "-" and (currency := self._currency_before(index + 1)) is not None:
            found = self._money(currency, index + 1, conjunction)
            if found is not None and found.value is not None:
                found.value = -found.value
            return found
        numeral = scan_numeral(tokens, index, money or self._money_follows(index), conjunction)
        if numeral is not None:
            return self._numeral(numeral, index)
        return self._special(index)

    def _money_follows(self, index: int) -> bool:
        """Whether a currency stands right after digits and their suffix: "10m euros"."""
        if self.tokens[index].kind != DIGITS:
            return False
        for ahead in (index + 1, index + 2):
            token = self.tokens[ahead]
            if token.text in CURRENCY_SIGNS or token.raw in CURRENCY_CODES:
                return True
            if _singular(token.text) in CURRENCY_NAMES and ahead == index + 2:
                return True
        return False

    def _currency_before(self, index: int) -> tuple[str, int, int] | None:
        """A currency before its number: (currency, multiplier, index after it)."""
        tokens = self.tokens
        token = tokens[index]
        if token.text in CURRENCY_SIGNS:
            return CURRENCY_SIGNS[token.text], 1, index + 1
        if token.kind != WORD:
            return None
        following = tokens[index + 1]
        if following.text == "$" and token.text in CURRENCY_PREFIXES:
            if following.start == token.end or token.text not in ("a", "s", "b", "n", "z", "j", "r"):
                return CURRENCY_PREFIXES[token.text], 1, index + 2
            return None
        if following.text in CURRENCY_SIGNS and (token.raw in CURRENCY_CODES):
            return token.raw, 1, index + 2
        if following.kind == DIGITS or following.text in ("-", "minus"):
            if token.raw in CURRENCY_CODES or token.text in _LOWER_CODES:
                return token.raw.upper(), 1, index + 1
            if token.raw[1:] in CURRENCY_CODES and token.raw[0] in "MKB":
                return token.raw[1:], {"M": 10**6, "K": 10**3, "B": 10**9}[token.raw[0]], index + 1
            if token.text in ("rs", "rm", "r", "p") and token.raw[0].isupper():
                return {"rs": "rupee", "rm": "MYR", "r": "ZAR", "p": "PHP"}[token.text], 1, index + 1
            name = _singular(token.text)
            if name in ("ringgit", "rupee", "rupiah", "naira", "baht"):
                return CURRENCY_NAMES[name], 1, index + 1
        elif following.kind == WORD and (token.text, _singular(following.text)) in NATIONAL and tokens[index + 2].kind == DIGITS:
            return NATIONAL[token.text, _singular(following.text)], 1, index + 2
        elif token.raw in CURRENCY_CODES and following.text in NUMBER_WORDS:
            return token.raw, 1, index + 1
        return None

    def _money(self, money: tuple[str, int, int], at: int, conjunction: bool) -> _Term | None:
        tokens = self.tokens
        currency, times, index = money
        numeral = scan_numeral(tokens, index, True, conjunction)
        if numeral is None or numeral.form == ORDINAL_FORM:
            return None
        term = _Term(_whole(numeral.value * times), numeral.granularity, numeral.end)
        if at and tokens[at - 1].text == "(" and tokens[numeral.end].text == ")" and at == 1:
            term.value = -numeral.value  # bookkeepers' brackets
        term.kind, term.currency, term.multiplier = QuantityKind.MONEY, self._settled(currency), numeral.multiplier
        term.plain = numeral.plain
        after = self._currency_after(term.end)
        if after is not None and self._settled(after[0]) == term.currency:  # "$10 dollars"
            term.end, term.bare = after[1], False
        if numeral.plain:
            self._cents(term)
        return term

    def _settled(self, currency: str) -> str:
        return self.currencies.get(currency, currency if currency != "$" else "USD")

    def _currency_after(self, index: int) -> tuple[str, int] | None:
        """A currency after its number: its code or name, and the index after it."""
        tokens = self.tokens
        token = tokens[index]
        if token.text == "-" and tokens[index + 1].kind == WORD:
            found = self._currency_after(index + 1)
            return found if found is not None and found[0] != "le" else None
        if token.text in CURRENCY_SIGNS:
            return CURRENCY_SIGNS[token.text], index + 1
        if token.kind != WORD:
            return (self._broken_euro(index) if token.text == "€" else None)
        if token.text in CURRENCY_PREFIXES and tokens[index + 1].text == "$":
            return CURRENCY_PREFIXES[token.text], index + 2
        if token.raw in CURRENCY_CODES or token.text in _LOWER_CODES:
            return token.raw.upper(), index + 1
        following = tokens[index + 1]
        if following.kind == WORD:
            pair = (token.text, _singular(following.text))
            if pair in NATIONAL:
                return NATIONAL[pair], index + 2
            if (_singular(token.text), following.text) == ("pound", "sterling"):
                return "GBP", index + 2
            third = (following.text, _singular(tokens[index + 2].text))
            if token.text in ("hong", "new", "south", "sri", "u") and third in NATIONAL:
                return NATIONAL[third], index + 3
        name = _singular(token.text)
        if name in CURRENCY_NAMES and not (name in ("mark", "real", "sol", "won", "crown") and following.kind == WORD):
            return CURRENCY_NAMES[name], index + 1
        return None

    def _broken_euro(self, index: int) -> tuple[str, int] | None:
        return ("EUR", index + 2) if self.tokens[index + 1].text == "ur" else ("EUR", index + 1)

    def _cents(self, term: _Term) -> None:
        """ "twenty dollars and 43 cents", "one dollar five": hundredths after the whole unit."""
        tokens = self.tokens
        index = term.end + 1 if tokens[term.end].text == "and" else term.end
        token = tokens[index]
        if term.value is None or (token.kind != DIGITS and token.text not in NUMBER_WORDS):
            return
        numeral = scan_numeral(tokens, index, False, False)
        if numeral is None or numeral.form != CARDINAL or not 0 < numeral.value < 100 or numeral.value.denominator != 1:
            return
        if tokens[numeral.end].text == "-" or tokens[numeral.end].start == tokens[numeral.end - 1].end > 0:
            if _singular(tokens[numeral.end].text) not in MINOR_UNITS:
                return
        end = numeral.end
        minor = _singular(tokens[end].text)
        if minor in MINOR_UNITS:
            end += 1
        elif tokens[end].kind or term.value.denominator != 1:
            return
        term.value = _whole(term.value + Fraction(numeral.value, 100))
        term.granularity = Fraction(1, 100)
        term.end = end

    def _numeral(self, numeral: Numeral, at: int) -> _Term | None:
        tokens = self.tokens
        value, end = numeral.value, numeral.end
        term = _Term(value, numeral.granularity, end)
        term.multiplier, term.plain = numeral.multiplier, numeral.plain
        if not numeral.multiplier and numeral.form == CARDINAL and not numeral.plain and numeral.granularity is None:
            term.multiplier = 0
        if numeral.form == ORDINAL_FORM:
            return self._ordinal(term, at)
        if numeral.form == SHARE:
            return self._share(term, at)
        if tokens[end].text == "s" and tokens[end].start == tokens[end - 1].end and numeral.plain:
            if value not in _DECADES.values():
                self.refusal = f"{tokens[at].raw}s is a time, not a quantity"
                return None
            return _Term(None, value, end + 1)  # "in his 40s"
        if tokens[end].text == "(" and (again := self._repeated(end, value)):
            term.end = end = again
        self._suffix(term)
        term.bare = term.end == end
        return term

    def _repeated(self, at: int, value: Number) -> int | None:
        """ "45 (forty-five)": the index after the bracket that says the number again."""
        again = scan_numeral(self.tokens, at + 1)
        if again is not None and again.value == value and self.tokens[again.end].text == ")":
            return again.end + 1
        return None

    def _suffix(self, term: _Term) -> _Term:
        """Percent, currency, measure, "times" or "-fold" right after a number."""
        tokens = self.tokens
        end = term.end
        index = end + 1 if tokens[end].text in ("-", "[", "{", "<") and tokens[end].start >= 0 else end
        token = tokens[index]
        text = token.text
        if text == "%":
            term.kind, term.end = QuantityKind.PERCENT, index + 1
            return self._points(term, index + 1)
        if token.kind == WORD:
            if text in ("percent", "percents", "pct", "percentage") or (text == "per" and tokens[index + 1].text in ("cent", "cents")):
                term.kind, term.end = QuantityKind.PERCENT, index + (2 if text == "per" else 1)
                return self._points(term, term.end, text == "percentage")
            if text == "pc" and token.start == tokens[index - 1].end:
                term.kind, term.end = QuantityKind.PERCENT, index + 1
                return term
            if text in ("pp", "ppt", "ppts", "pps"):
                term.kind, term.end = QuantityKind.POINTS, index + 1
                return term
            if text in ("bps", "bp", "basis"):
                last = index if text != "basis" else index + (2 if tokens[index + 1].text == "-" else 1)
                if text != "basis" or tokens[last].text in ("point", "points"):
                    term.kind, term.end = QuantityKind.BASIS_POINTS, last + 1
                    return term
            if text == "fold":
                term.kind, term.end = QuantityKind.FACTOR, index + 1
                return term
            if text == "x" and token.start == tokens[index - 1].end and tokens[index + 1].kind != DIGITS:
                term.kind, term.end = QuantityKind.FACTOR, index + 1
                return term
            if text == "times" and (tokens[index + 1].text in _COMPARED):
                term.kind, term.end = QuantityKind.FACTOR, index + 1
                follow = tokens[index + 1].text
                if follow in _COMPARED and follow not in ("as", "the", "that", "its", "their", "his", "her", "what", "over"):
                    term.unit = tokens[index + 1].raw
                    term.end = index + 2
                return term
            if text in ("mao", "jiao"):
                return term
            if len(token.raw) == 4 and token.raw[0] in "MKB" and token.raw[1:] in CURRENCY_CODES:
                times = {"M": 10**6, "K": 10**3, "B": 10**9}[token.raw[0]]
                assert term.value is not None  # a numeral has a value
                term.value, term.end = _whole(term.value * times), index + 1
                if term.granularity is not None:
                    term.granularity = _whole(term.granularity * times)
                term.kind, term.currency = QuantityKind.MONEY, token.raw[1:]
                return term
            minor = MINOR_UNITS.get(_singular(text), "") if index == end or tokens[end].text == "-" else ""
            if minor != "" and not (text in ("c", "p") and token.start != tokens[index - 1].end and text == "p"):
                term.kind, term.unit, term.end = QuantityKind.MONEY, token.raw, index + 1
                term.currency = self._settled(minor) if minor else None
                return term
        elif text == "¢":
            term.kind, term.unit, term.end, term.currency = QuantityKind.MONEY, "¢", index + 1, self._settled("$")
            return term
        if term.plain and text in ("'", "’") and token.start != tokens[index - 1].end:
            return term
        currency = self._currency_after(index)
        if currency is not None:
            term.kind, term.currency, term.end = QuantityKind.MONEY, self._settled(currency[0]), currency[1]
            entry = NUMBER_WORDS.get(tokens[term.end].text)
            if entry is not None and entry[0] == MAGNITUDE and term.plain and term.value is not None:  # "75 USD million"
                term.value, term.end = _whole(term.value * entry[1]), term.end + 1
                return term
            self._cents(term)
            return term
        self._measured(term, index)
        return term

    def _points(self, term: _Term, index: int, already: bool = False) -> _Term:
        """ "percentage points", "percent-points", "%-points"."""
        tokens = self.tokens
        ahead = index + 1 if tokens[index].text == "-" else index
        if tokens[ahead].text in ("point", "points") and (already or tokens[index].text == "-"):
            term.kind, term.end = QuantityKind.POINTS, ahead + 1
        return term

    def _measured(self, term: _Term, index: int) -> None:
        """A unit of measure right after the number, and smaller units after it: "2 yards, 7 ft 10 inches"."""
        tokens = self.tokens
        token = tokens[index]
        if token.text in ("''", "″", "”", "“"):
            term.unit, term.end = '"', index + 1
            return
        if token.text in ("'", "′", '"', "’") and token.start == tokens[index - 1].end:
            if any(before.text in ("'", "‘", '"', "’") for before in tokens[: index - 1]):
                return  # a closing quotation mark
            term.unit, term.end = ('"' if token.text == '"' else "'"), index + 1
        else:
            unit = measure_at(tokens, index)
            if unit is None or (unit.text == "in" and not self._is_inch(index)) or unit.text in ("'", '"'):
                return
            if unit.text in ("a", "h", "s", "c", "f", "k", "w") and index != term.end:
                return
            following = tokens[unit.end].text
            if unit.end == index + 1 and following == "old":
                return  # "five years old": a noun phrase
            if index + 1 == unit.end and following == "-" and tokens[unit.end + 1].text == "old":
                return
            term.unit, term.end = unit.text, unit.end
        self._and_a_half(term)
        if tokens[term.end].text in ("]", "}", ">") and tokens[index - 1].text in ("[", "{", "<"):
            term.end += 1
        self._smaller(term)

    def _and_a_half(self, term: _Term) -> None:
        """ "a year and a half"."""
        tokens = self.tokens
        if tokens[term.end].text == "and" and tokens[term.end + 1].text in ("a", "half") and term.value is not None:
            part = scan_numeral(tokens, term.end + 1)
            if part is not None and part.form == SHARE and measure_at(tokens, part.end) is None:
                term.value, term.end, term.granularity = _whole(term.value + part.value), part.end, None

    def _is_inch(self, index: int) -> bool:
        """ "in" is inches where nothing that could be "in something" follows: "5 in", "10 in wide"."""
        following = self.tokens[index + 1]
        return not following.kind or following.text in (",", ".", "wide", "long", "tall", "high", "deep", "thick", "of", "by")

    def _smaller(self, term: _Term) -> None:
        tokens = self.tokens
        for _ in range(3):
            measure = MEASURES.get((term.unit or "").lower())
            if measure is None or measure.size is None or term.value is None:
                return
            index = term.end
            if tokens[index].text == ",":
                index += 1
            if tokens[index].text == "and":
                index += 1
            if tokens[index].kind != DIGITS and tokens[index].text not in NUMBER_WORDS:
                return
            numeral = scan_numeral(tokens, index)
            if numeral is None or numeral.form != CARDINAL:
                return
            end = numeral.end + 1 if tokens[numeral.end].text == "-" else numeral.end
            unit = measure_at(tokens, end)
            smaller = MEASURES.get(unit.text.lower()) if unit is not None else None
            if unit is None or smaller is None or smaller.size is None or smaller.dimension != measure.dimension:
                return
            if smaller.size >= measure.size and smaller.system == measure.system:
                return
            if smaller.system == measure.system:
                term.value = _whole(term.value * Fraction(measure.size) / smaller.size + numeral.value)
                term.unit = unit.text
            else:
                term.value = _whole(term.value + numeral.value * Fraction(smaller.size) / measure.size)
            term.granularity = None
            term.end, term.plain, term.multiplier = unit.end, False, 0

    def _ordinal(self, term: _Term, at: int) -> _Term | None:
        tokens = self.tokens
        end = term.end
        if tokens[end].text == "of" and tokens[end + 1].text in ("a", "an") and term.value and term.value > 2:
            unit = measure_at(tokens, end + 2)
            if unit is not None:  # "tenth of a gallon"
                part = _Term(Fraction(1, int(term.value)), None, unit.end)
                part.unit = unit.text
                part.kind = QuantityKind.NUMBER
                return part
        if tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end and tokens[end + 1].kind == WORD:
            term.end = end + 1  # "second-largest"
        term.kind = QuantityKind.ORDINAL
        return term

    def _share(self, term: _Term, at: int) -> _Term | None:
        """A fraction: of a unit of measure it is a number ("half a litre"), of a whole a share ("half of voters")."""
        tokens = self.tokens
        end = term.end
        following = tokens[end]
        last = NUMBER_WORDS.get(tokens[end - 1].text)
        if (
            tokens[at].text in ("a", "an")
            and last is not None
            and last[0] == ORDINAL
            and following.kind == WORD
            and following.text not in STOP
            and following.text not in CHANGE_AFTER
            and term.value
        ):
            term.value = term.value.denominator  # "a third person" is the third one
            return self._ordinal(term, at)
        index = end
        if following.text == "of":
            index += 1
        if tokens[index].text in ("a", "an"):
            index += 1
        if tokens[index].text == "-":
            index += 1
        unit = measure_at(tokens, index)
        if unit is not None and not (unit.text == "in" or (following.text == "of" and index == end + 1 and unit.text in ("m", "in"))):
            term.unit, term.end, term.kind = unit.text, unit.end, QuantityKind.NUMBER
            return term
        currency = self._currency_after(index) if index != end + 1 or following.text != "of" else None
        if currency is not None:
            term.currency, term.end, term.kind = self._settled(currency[0]), currency[1], QuantityKind.MONEY
            return term
        if tokens[end].text == "%" or tokens[end].text in ("percent", "per"):
            return self._suffix(term)
        term.kind = QuantityKind.SHARE if term.value is not None and abs(term.value) <= 1 else None
        return term

    def _special(self, index: int) -> _Term | None:
        """Numbers that are no numerals: vague words, "twice", "sixfold", "most", "no survivors", "a kilogram"."""
        tokens = self.tokens
        token = tokens[index]
        text = token.text
        if token.kind != WORD and text != "(":
            return None
        if text in ("a", "an"):
            return self._article(index)
        if text == "(" and index == 0:
            money = self._currency_before(1)
            return self._money(money, 1, True) if money is not None else None
        vague = self._vague(index)
        if vague is not None:
            return vague
        if text in _DIGIT_COUNTS:
            ahead = index + 2 if tokens[index + 1].text == "-" else index + 1
            if tokens[ahead].text in ("digit", "digits", "figure", "figures"):
                self.refusal = f"{text} digits are a size class and name no number"
                return None
        if text in _MULTIPLES:
            term = _Term(_MULTIPLES[text], None, index + 1)
            term.kind = QuantityKind.FACTOR
            return term
        if text in _TIMES:
            term = _Term(_TIMES[text], None, index + 1)
            if tokens[index + 1].text in ("as", "the", "that", "its", "their", "his", "her", "what") and text != "once":
                term.kind = QuantityKind.FACTOR
            else:
                term.kind, term.unit = QuantityKind.NUMBER, "times"
            return term
        if text in _FIXED:
            return _Term(_FIXED[text], None, index + 1)
        if text in ("single", "lone"):
            return _Term(1, None, index + 1)
        if text == "no":
            following = tokens[index + 1]
            if following.kind == WORD and following.text not in STOP and following.text not in NUMBER_WORDS:
                return _Term(0, None, index + 1)
            return _Term(0, None, index + 2) if following.text == "one" else None
        if text in ("most", "majority"):
            return self._half(index)
        if text == "minority":
            return self._half(index)
        if text in _DECADES and index and tokens[index - 1].text in ("the", "her", "his", "their", "my", "our", "mid", "-", "early", "late"):
            return _Term(None, _DECADES[text], index + 1)
        if text.endswith("fold"):
            found = NUMBER_WORDS.get(text[:-4])
            if found is not None or text in ("twofold", "manifold"):
                term = _Term(found[1] if found else 2, None, index + 1)
                term.kind = QuantityKind.FACTOR
                return term
        if text.endswith("ish"):
            found = NUMBER_WORDS.get(text[:-3]) or NUMBER_WORDS.get(text[:-3] + "y")
            if found is not None and found[0] < HUNDRED:
                term = _Term(found[1], None, index + 1)
                term.vague = "ish"
                return term
        return None

    def _half(self, index: int) -> _Term:
        """ "most", "a majority", "a minority": more or less than half."""
        tokens = self.tokens
        minority = tokens[index].text == "minority"
        strong = index > 0 and tokens[index - 1].text in ("vast", "overwhelming", "large", "great", "tiny", "small", "clear")
        term = _Term(Fraction(1, 2), None, index + 1)
        term.kind = QuantityKind.SHARE
        term.vague = ("<<" if strong else "<") if minority else (">>" if strong else ">")
        return term

    def _article(self, index: int) -> _Term | None:
        """ "a couple", "a few", "a handful", "a kilogram", "a dollar and 42 cents", "a single"."""
        tokens = self.tokens
        following = tokens[index + 1].text
        if following in ("couple", "few", "handful", "majority", "minority", "pair", "single", "lone", "trio", "good"):
            ahead = index + 1
            if following == "good" and tokens[index + 2].text == "few":
                ahead += 1
            return self._special(ahead) if following not in ("few", "good") else self._vague(ahead, True)
        if following in ("vast", "overwhelming", "large", "small", "tiny", "clear", "slim", "narrow", "great") and tokens[index + 2].text in ("majority", "minority"):
            return self._half(index + 2)
        money = self._currency_before(index + 1)
        if money is not None:
            return self._money(money, index + 1, True)
        if tokens[index + 1].kind == DIGITS:
            numeral = scan_numeral(tokens, index + 1)
            return self._numeral(numeral, index + 1) if numeral is not None else None
        if following in NUMBER_WORDS and NUMBER_WORDS[following][0] <= 3 and following != "one":
            numeral = scan_numeral(tokens, index + 1)
            return self._numeral(numeral, index + 1) if numeral is not None else None
        unit = measure_at(tokens, index + 1)
        if unit is not None and unit.text not in ("in", "c", "f", "k", "s", "h", "t", "m", "g"):
            term = _Term(1, None, unit.end)
            term.unit, term.kind = unit.text, None
            self._and_a_half(term)
            self._smaller(term)
            return term
        currency = self._currency_after(index + 1)
        if currency is not None and _singular(following) == following:
            term = _Term(1, None, currency[1])
            term.kind, term.currency = QuantityKind.MONEY, self._settled(currency[0])
            self._cents(term)
            return term
        return None

    def _vague(self, index: int, article: bool = False) -> _Term | None:
        tokens = self.tokens
        text = tokens[index].text
        scale = 1
        if text in ("couple", "handful", "several", "few"):
            before = tokens[index - 1].text if index else ""
            if text == "few" and not article and before not in ("past", "last", "next", "first", "every", "these", "those", "the", "a"):
                return None
            word, end = text, index + 1
            ahead = end + 1 if tokens[end].text == "of" else end
            while (entry := NUMBER_WORDS.get(tokens[ahead].text)) is not None and entry[0] in (HUNDRED, MAGNITUDE, 6):
                scale *= entry[1]
                end = ahead = ahead + 1
        elif text == "dozens" or (text == "scores" and tokens[index + 1].text == "of") or (text == "scores" and not tokens[index + 1].kind):
            word, end = text, index + 1
        elif text in _VAGUE_PLURALS:
            word, end = text, index + 1
        else:
            return None
        while tokens[end].text == "of" and (tokens[end + 1].text in _VAGUE_PLURALS or tokens[end + 1].text in ("hundred", "thousand", "million")):
            following = tokens[end + 1].text
            scale *= _PLURAL_SIZE[following if following.endswith("s") else following + "s"]
            end += 2
        term = _Term(None, scale, end)
        term.vague = word
        if scale == 1 and word == "couple":
            term.vague = "couple"
        return term

    # --- what follows the number ------------------------------------------------------------------------------------

    def _finish(
        self,
        shape: tuple[_Term, _Term | None, bool, bool, bool],
        comparator: Comparator,
        tone: Tone | None,
        change: Change,
    ) -> Quantity:
        tokens = self.tokens
        low, high, soft, low_open, high_open = shape
        term = low if high is None else high
        index = term.end
        streak = False
        if soft:
            comparator = _stronger(comparator, Comparator.ABOUT)
        if term.vague == "ish":
            comparator, term.vague = _stronger(comparator, Comparator.ABOUT), None
        elif term.vague in (">", "<", ">>", "<<"):
            comparator, term.vague = Comparator(term.vague), None
        kind = term.kind or QuantityKind.NUMBER
        decade = term.value is None and term.vague is None
        # Words that may stand on either side of the unit.
        unit, per, window = term.unit, None, None
        for _ in range(2):
            after = match_phrase(AFTER, tokens, index)
            if after is not None and not (tokens[index].text == "+" and tokens[index + 1].kind == DIGITS):
                comparator = _stronger(comparator, after[0])
                index = after[1]
                if tokens[index].text in ("equal", "than") and tokens[index - 1].text != "equal":
                    index += 1
            if tokens[index].text == "or" and tokens[index + 1].text == "equal":
                comparator = _inclusive(comparator)
                index += 3 if tokens[index + 2].text in ("to", "than") else 2
        if high is None and unit is None and kind is QuantityKind.NUMBER and term.kind is None and term.value is not None:
            share = self._part_of(term, index)
            if share is not None:
                term, kind, index = share, QuantityKind.SHARE, share.end
        text = tokens[index].text
        if text in CHANGE_AFTER and change is Change.NONE and not (kind is QuantityKind.FACTOR):
            if text in _NEITHER_UP_NOR_DOWN or kind in (QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.BASIS_POINTS, QuantityKind.MONEY) or tokens[index + 1].text in ("in", "from", "on", ""):
                if kind is not QuantityKind.ORDINAL:
                    change, index = CHANGE_AFTER[text], index + 1
        if text in _STREAK:
            streak, index = True, index + 1
        if tokens[index].text == "below" and tokens[index + 1].text == "zero" and term.value is not None and high is None:
            term.value, index = -term.value, index + 2
        if unit is None and kind is not QuantityKind.FACTOR:
            index = self._skip_to_noun(index, kind, term)
            noun = noun_at(tokens, index)
            if noun is not None and noun.text in _NOT_COUNTED:
                raise UnreadableValue(self.phrase, _NOT_COUNTED[noun.text])
            if noun is not None and not (kind in (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.POINTS) and not self._is_of(index)):
                unit, index = noun.text, noun.end
            elif noun is not None and kind is not QuantityKind.MONEY and noun.text in CHANGE_AFTER:
                pass
        elif unit is not None and tokens[index].text in CHANGE_AFTER and change is Change.NONE and kind is QuantityKind.NUMBER:
            change, index = CHANGE_AFTER[tokens[index].text], index + 1
        after = match_phrase(AFTER, tokens, index)
        if after is not None and tokens[index].text not in ("something", "roughly", "approximately", "maximum", "minimum", "odd"):
            comparator, index = _stronger(comparator, after[0]), after[1]
        if tokens[index].text == "in" and tokens[index + 1].text == "a" and tokens[index + 2].text == "row":
            streak, index = True, index + 3
        if tokens[index].text == "-" and tokens[index + 1].text in ("a", "an", "per"):
            index += 1
        rate = rate_at(tokens, index)
        if rate is not None:
            per, index = rate.text, rate.end
        found = window_at(tokens, index) or self._later_window(index)
        if found is not None:
            window, index = found.text, found.end
        index = self._bracket(index)
        other = second_number(tokens, index)
        if other is None and tokens[index].text in ("one", "oh") and index == term.end and kind is not QuantityKind.ORDINAL:
            other = tokens[index]
        if other is not None:
            reason = f"it states more than one number ({other.raw} is another); annotate one of them"
            raise UnreadableValue(self.phrase, self.refusal or reason)
        common = {
            "comparator": comparator, "kind": kind, "unit": unit, "currency": term.currency, "tone": tone,
            "change": change, "window": window, "streak": streak, "per": per,
        }  # fmt: skip
        return self._build(low, high, term, decade, low_open, high_open, common)

    def _build(
        self, low: _Term, high: _Term | None, term: _Term, decade: bool, low_open: bool, high_open: bool, common: dict[str, object]
    ) -> Quantity:
        if decade and term.granularity is not None:
            ten = term.granularity
            return Quantity(low=ten, high=ten + 10, high_open=True, **common)  # type: ignore[arg-type]
        if high is not None:
            if common["comparator"] in _LOWER_BOUNDS + _UPPER_BOUNDS and (low_open or high_open or common["comparator"] in (Comparator.AT_LEAST, Comparator.AT_MOST)):
                common["comparator"] = Comparator.PLAIN
            places = [t.granularity for t in (low, high) if t.granularity is not None and t.value is not None and t.value.denominator >= 1]
            finest = min((p for p in (place_value(low.value or 0), place_value(high.value or 0), *places) if p is not None), default=None)
            if finest is not None and not _power_of_ten(finest):
                finest = None
            return Quantity(low=low.value, high=high.value, granularity=finest, low_open=low_open, high_open=high_open, **common)  # type: ignore[arg-type]
        if term.value is None:
            return Quantity(vague=term.vague, granularity=term.granularity, **common)  # type: ignore[arg-type]
        place = place_value(term.value)
        granularity = term.granularity if place is not None and term.granularity is not None else None
        if granularity is not None and place is not None and granularity > place and granularity not in (12, 20, 6):
            granularity = None
        if granularity in (12, 20, 6) and (not term.value or term.value % granularity):
            granularity = None
        return Quantity(stated=term.value, granularity=granularity, **common)  # type: ignore[arg-type]

    def _part_of(self, term: _Term, index: int) -> _Term | None:
        """ "one in three", "three out of five"."""
        tokens = self.tokens
        hyphen = tokens[index].text == "-"
        if hyphen:
            index += 1
        text = tokens[index].text
        if text == "in":
            ahead = index + 1
        elif text == "out" and tokens[index + 1].text == "of":
            ahead = index + 2
        else:
            return None
        if tokens[ahead].text in ("every", "the", "-"):
            ahead += 1
        whole = scan_numeral(tokens, ahead)
        value = term.value
        if whole is None or whole.form != CARDINAL or whole.value.denominator != 1 or value is None or value.denominator != 1:
            return None
        if not 0 < value < whole.value or (whole.plain and 1900 <= whole.value < 2100 and text == "in"):
            return None
        unit = measure_at(tokens, whole.end)
        if unit is not None and text == "in":
            return None
        share = _Term(_whole(Fraction(value) / whole.value), None, whole.end)
        share.kind = QuantityKind.SHARE
        return share

    def _skip_to_noun(self, index: int, kind: QuantityKind, term: _Term) -> int:
        """Past "of", "of the", "-" and the like to the counted noun."""
        tokens = self.tokens
        if tokens[index].text == "-" and tokens[index + 1].kind == WORD:
            return index + 1
        if tokens[index].text == "the" and kind is QuantityKind.SHARE:
            return index + 1
        if tokens[index].text != "of":
            return index
        index += 1
        while tokens[index].text in ("the", "its", "his", "her", "their", "our", "all", "these", "those", "this", "my", "your"):
            index += 1
        return index

    def _is_of(self, index: int) -> bool:
        return index > 0 and self.tokens[index - 1].text in ("of", "the", "all", "its", "their", "these", "those")

    def _later_window(self, index: int) -> object | None:
        """A window a few words further on: "their second meeting at this level in two months"."""
        for ahead in range(index, min(index + 8, len(self.tokens) - 3)):
            if self.tokens[ahead].kind == DIGITS:
                return None
            found = window_at(self.tokens, ahead)
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


def _whole(value: Number) -> Number:
    return value.numerator if value.denominator == 1 else value


def _power_of_ten(value: Number) -> bool:
    text = str(value.numerator if value >= 1 else value.denominator)
    return text.strip("0") == "1"


def _singular(text: str) -> str:
    if text in CURRENCY_NAMES or text in MINOR_UNITS:
        return text
    return text[:-1] if text.endswith("s") and len(text) > 2 else text


def _stronger(old: Comparator, new: Comparator) -> Comparator:
    """Two hedges on one number: a bound outlasts "about", and "exactly" a bare number."""
    if old in _SOFT or old is Comparator.EXACTLY:
        return new if old is not Comparator.ABOUT or new is not Comparator.EXACTLY else old
    return old if new in (Comparator.ABOUT, Comparator.PLAIN, Comparator.EXACTLY) else new


def _inclusive(comparator: Comparator) -> Comparator:
    return {Comparator.MORE_THAN: Comparator.AT_LEAST, Comparator.LESS_THAN: Comparator.AT_MOST}.get(comparator, comparator)


_STARTS: Final = frozenset(
    {
        *BEFORE, *CHANGE_WORDS, *EXTRA, *NUMBER_WORDS, *CURRENCY_SIGNS, *CURRENCY_PREFIXES, *_LOWER_CODES, *_MULTIPLES,
        *_TIMES, *_FIXED, *_DECADES, *_VAGUE_PLURALS, "between", "from", "a", "an", "no", "most", "majority", "minority",
        "single", "lone", "several", "couple", "few", "handful", "dozens", "scores", "-", "minus", "negative", "+", "(",
        "point", "only", "just", "merely", "barely", "hardly", "scarcely", "mere", "rs", "rm", "ringgit", "rupee",
        "rupees", "ringgits", "naira", "malaysian", "malaysia", *(pair[0] for pair in NATIONAL), "½", "⅓", "⅔", "¼", "¾",
        "⅕", "⅖", "⅗", "⅘", "⅙", "⅚", "⅐", "⅛", "⅜", "⅝", "⅞", "⅑", "⅒",
    }
)  # fmt: skip
"""What a quantity can begin with, so that most words of a sentence cost one look-up."""
