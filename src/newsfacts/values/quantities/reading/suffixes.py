"""Reads what stands right after a numeral: percent, currency, measure, "times", "-fold"; ordinals and fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from newsfacts.values.quantities.quantity import QuantityKind
from newsfacts.values.quantities.reading.counted import STOP, measure_at
from newsfacts.values.quantities.reading.digits import size_of
from newsfacts.values.quantities.reading.hedges import CHANGE_AFTER
from newsfacts.values.quantities.reading.money import MULTIPLIED_CODES, MoneyReader
from newsfacts.values.quantities.reading.number_words import MAGNITUDE, NUMBER_WORDS, ORDINAL, word_set
from newsfacts.values.quantities.reading.numerals import CARDINAL, ORDINAL_FORM, SHARE, Numeral, scan_numeral
from newsfacts.values.quantities.reading.term import Number, Term, singular, whole
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD
from newsfacts.values.quantities.units import CURRENCY_CODES, MEASURES, MINOR_UNITS

__all__ = ["AS_MANY", "SuffixReader"]

AS_MANY: Final = word_set("as the that its their his her what")
"""Words after "twice" or "three times" that make it a ratio: "twice as many", "three times the size"."""

_COMPARED: Final = AS_MANY | word_set(
    "more higher larger greater bigger faster longer less lower smaller fewer likelier over stronger better worse "
    "heavier taller richer deadlier safer"
)
_PERCENT_WORDS: Final = frozenset({
    "percent", "percents", "pct", "percentage", "%", "per", "pc", "pp", "ppt", "ppts", "pps", "bps", "bp", "basis",
})  # fmt: skip
"""What a percentage, percentage points and basis points begin with."""
_DECADES: Final = frozenset(range(20, 100, 10))


class SuffixReader(MoneyReader):
    """From a numeral to a term with its kind, unit and currency."""

    def _numeral(self, numeral: Numeral, at: int) -> Term | None:
        tokens = self.tokens
        value, end = numeral.value, numeral.end
        term = Term(value, numeral.granularity, end)
        term.multiplier, term.plain = numeral.multiplier, numeral.plain
        if not numeral.multiplier and numeral.form == CARDINAL and not numeral.plain and numeral.granularity is None:
            term.multiplier = 0
        if numeral.form == ORDINAL_FORM:
            return self._ordinal(term, at)
        if numeral.form == SHARE:
            return self._share(term, at)
        if tokens[end].text == "s" and tokens[end].start == tokens[end - 1].end and numeral.plain:
            if value not in _DECADES:
                self.refusal = f"{tokens[at].raw}s is a time, not a quantity"
                return None
            return Term(None, value, end + 1)  # "in his 40s"
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

    def _suffix(self, term: Term) -> None:
        """Percent, currency, measure, "times" or "-fold" right after a number."""
        tokens = self.tokens
        if not tokens[term.end].kind:
            return
        index = term.end + 1 if tokens[term.end].text in ("-", "[", "{", "<") else term.end
        if self._percent(term, index) or self._factor(term, index) or self._money_after(term, index):
            return
        if not (term.plain and tokens[index].text in ("'", "’") and tokens[index].start != tokens[index - 1].end):
            self._measured(term, index)

    def _percent(self, term: Term, index: int) -> bool:
        tokens = self.tokens
        text = tokens[index].text
        if text not in _PERCENT_WORDS:
            return False
        kind, end = QuantityKind.PERCENT, index + 1
        if text in ("percent", "percents", "pct", "percentage", "%"):
            pass
        elif text == "per" and tokens[index + 1].text in ("cent", "cents"):
            end += 1
        elif text == "pc" and tokens[index].start == tokens[index - 1].end:
            pass
        elif text in ("pp", "ppt", "ppts", "pps"):
            kind = QuantityKind.POINTS
        elif text in ("bps", "bp"):
            kind = QuantityKind.BASIS_POINTS
        elif text == "basis":
            end = index + (2 if tokens[index + 1].text == "-" else 1)
            if tokens[end].text not in ("point", "points"):
                return False
            kind, end = QuantityKind.BASIS_POINTS, end + 1
        else:
            return False
        term.kind, term.end = kind, end
        if kind is QuantityKind.PERCENT:
            self._points(term, end, text == "percentage")
        return True

    def _factor(self, term: Term, index: int) -> bool:
        """ "10-fold", "3x", "three times as many"; "40 times" by itself counts occurrences."""
        token, following = self.tokens[index], self.tokens[index + 1]
        if token.text == "times":
            if following.text not in _COMPARED:
                return False
            if following.text not in AS_MANY and following.text != "over":
                term.unit, index = following.raw, index + 1
        elif token.text == "x":
            if token.start != self.tokens[index - 1].end or following.kind == DIGITS:
                return False
        elif token.text != "fold":
            return False
        term.kind, term.end = QuantityKind.FACTOR, index + 1
        return True

    def _money_after(self, term: Term, index: int) -> bool:
        tokens = self.tokens
        token = tokens[index]
        assert term.value is not None  # a numeral has a value
        letter, code = token.raw[:1], token.raw[1:]
        if letter in MULTIPLIED_CODES and code in CURRENCY_CODES:
            times = MULTIPLIED_CODES[letter]
            term.value, term.granularity = whole(term.value * times), whole((term.granularity or 1) * times)
            term.kind, term.currency, term.end = QuantityKind.MONEY, code, index + 1
            return True
        minor = MINOR_UNITS.get(singular(token.text))
        if token.raw == "C" or (token.text == "c" and term.value < 0):
            minor = None  # "-5C": degrees Celsius
        touches = token.start == tokens[index - 1].end
        if minor is not None and tokens[term.end].text in ("-", token.text) and (token.text != "p" or touches):
            term.kind, term.unit, term.end = QuantityKind.MONEY, token.raw, index + 1
            term.currency = self._settled(minor)
            return True
        currency = self._currency_after(index)
        if currency is None:
            return False
        term.kind, term.currency, term.end = QuantityKind.MONEY, self._settled(currency[0]), currency[1]
        entry = NUMBER_WORDS.get(tokens[term.end].text)
        if entry is not None and entry[0] == MAGNITUDE and term.plain:  # "75 USD million"
            term.value, term.end = whole(term.value * entry[1]), term.end + 1
            term.granularity = whole((term.granularity or 1) * entry[1])
        else:
            self._cents(term)
        return True

    def _points(self, term: Term, index: int, already: bool) -> None:
        """ "percentage points", "percent-points", "%-points"."""
        tokens = self.tokens
        ahead = index + 1 if tokens[index].text == "-" else index
        if tokens[ahead].text in ("point", "points") and (already or tokens[index].text == "-"):
            term.kind, term.end = QuantityKind.POINTS, ahead + 1

    def _measured(self, term: Term, index: int) -> None:
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

    def _and_a_half(self, term: Term) -> None:
        """ "a year and a half"."""
        tokens = self.tokens
        if tokens[term.end].text == "and" and tokens[term.end + 1].text in ("a", "half") and term.value is not None:
            part = scan_numeral(tokens, term.end + 1)
            if part is not None and part.form == SHARE and measure_at(tokens, part.end) is None:
                term.value, term.end, term.granularity = whole(term.value + part.value), part.end, None

    def _is_inch(self, index: int) -> bool:
        """ "in" is inches where nothing that could be "in something" follows: "5 in", "10 in wide"."""
        following = self.tokens[index + 1]
        return not following.kind or following.text in (
            ",",
            ".",
            "wide",
            "long",
            "tall",
            "high",
            "deep",
            "thick",
            "of",
            "by",
        )

    def _smaller(self, term: Term) -> None:
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
                term.value = whole(term.value * Fraction(measure.size) / smaller.size + numeral.value)
                term.unit = unit.text
            else:
                term.value = whole(term.value + numeral.value * Fraction(smaller.size) / measure.size)
            term.granularity = None
            term.end, term.plain, term.multiplier = unit.end, False, 0

    def _ordinal(self, term: Term, at: int) -> Term | None:
        tokens = self.tokens
        end = term.end
        if tokens[end].text == "of" and tokens[end + 1].text in ("a", "an") and term.value and term.value > 2:
            unit = measure_at(tokens, end + 2)
            if unit is not None:  # "tenth of a gallon"
                part = Term(Fraction(1, int(term.value)), None, unit.end)
                part.unit = unit.text
                part.kind = QuantityKind.NUMBER
                return part
        if tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end and tokens[end + 1].kind == WORD:
            term.end = end + 1  # "second-largest"
        term.kind = QuantityKind.ORDINAL
        return term

    def _share(self, term: Term, at: int) -> Term | None:
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
        if unit is not None and not (
            unit.text == "in" or (following.text == "of" and index == end + 1 and unit.text in ("m", "in"))
        ):
            term.unit, term.end, term.kind = unit.text, unit.end, QuantityKind.NUMBER
            return term
        currency = self._currency_after(index) if index != end + 1 or following.text != "of" else None
        if currency is not None:
            term.currency, term.end, term.kind = self._settled(currency[0]), currency[1], QuantityKind.MONEY
            return term
        if tokens[index].text in ("percent", "percentage") and self._percent(term, index):
            return term  # "half a percentage point"
        if tokens[index].text in ("point", "points") and (index > end or following.text == "-"):
            term.unit, term.end, term.kind = tokens[index].raw, index + 1, QuantityKind.NUMBER
            return term
        if tokens[end].text == "%" or tokens[end].text in ("percent", "per"):
            self._suffix(term)
            return term
        term.kind = QuantityKind.SHARE if term.value is not None and size_of(term.value) <= 1 else None
        return term
