"""Reads the shape of a quantity: one number, "18 to 25 percent", "$2-3 billion", "more than 10 and less than 40"."""

from __future__ import annotations

from typing import Final

from newsfacts.errors import UnreadableValue
from newsfacts.values.quantities.quantity import Change, Comparator, QuantityKind
from newsfacts.values.quantities.reading.hedges import AFTER, BEFORE, match_phrase
from newsfacts.values.quantities.reading.number_like_words import WordReader
from newsfacts.values.quantities.reading.term import Shape, Term, whole
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD
from newsfacts.values.quantities.units import MEASURES

__all__ = ["LOWER_BOUNDS", "UPPER_BOUNDS", "RangeReader"]

LOWER_BOUNDS: Final = (Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.WELL_OVER, Comparator.JUST_OVER)
UPPER_BOUNDS: Final = (
    Comparator.LESS_THAN, Comparator.AT_MOST, Comparator.WELL_UNDER, Comparator.NEARLY, Comparator.UP_TO,
)  # fmt: skip


class RangeReader(WordReader):
    """Joins terms into ranges; the magnitude, unit and currency of one end hold for the other."""

    def _shape(self, index: int, comparator: Comparator, change: Change, by: bool) -> Shape | None:
        tokens = self.tokens
        first = self._term(index)
        if first is None:
            return None
        if first.value is None:
            return Shape(first)
        at = first.end
        text = tokens[at].text
        after = match_phrase(AFTER, tokens, at)
        if (
            after is None
            and text in ("-", "–", "—", "to", "through", "or", "~", "thru", "till")
            and change not in (Change.UP_TO, Change.DOWN_TO)
        ):
            ahead = at + 1
            if text == "-" and tokens[ahead].text in ("to", "or"):
                ahead += 1
            if tokens[ahead].text == "-" and tokens[ahead - 1].kind == WORD:
                ahead += 1
            second, soft = self._second(ahead, first.currency is not None)
            if second is not None and text in ("-", "–", "—") and second.value is not None:
                self._thousands(first, at, second, ahead)
            if second is not None and second.value is not None:
                multiplied = first.kind is QuantityKind.FACTOR and second.kind is not QuantityKind.FACTOR
                joined = (
                    None if second.kind is QuantityKind.ORDINAL and first.kind is None else self._join(first, second)
                )
                if joined is not None:
                    if text == "to" and (
                        by or multiplied or (change is not Change.NONE and not first.bare and second.bare)
                    ):
                        raise UnreadableValue(self.phrase, "it states a change and its result; annotate each by itself")
                    return Shape(*joined, soft=soft)
        if text in ("±", "+/-") or (text == "plus" and tokens[at + 1].text == "or" and tokens[at + 2].text == "minus"):
            margin = self._term(at + (3 if text == "plus" else 1))
            if margin is not None and margin.value is not None and margin.value > 0:
                low = Term(first.value - margin.value, None, margin.end)
                high = Term(first.value + margin.value, None, margin.end)
                high.kind, high.unit = margin.kind or first.kind, margin.unit or first.unit
                high.currency = margin.currency or first.currency
                joined = self._join(low, high)
                if joined is not None:
                    return Shape(*joined)
        if comparator in LOWER_BOUNDS or comparator in UPPER_BOUNDS:
            other = self._other_bound(at, comparator, first)
            if other is not None:
                return other
        return Shape(first)

    def _between(self, index: int, opening: str) -> Shape | None:
        """ "between a and b", "from a to b": the number before "and" may itself hold an "and"."""
        joiners = (
            ("and", "to", "-", "–", "—", "through") if opening == "between" else ("to", "and", "-", "–", "through")
        )
        for conjunction in (False, True):
            soft = match_phrase(BEFORE, self.tokens, index)
            first = self._term(soft[1] if soft else index, conjunction=conjunction)
            if first is None or self.tokens[first.end].text not in joiners:
                continue
            second, soft_too = self._second(first.end + 1, first.currency is not None)
            if second is None or (
                not conjunction and self.tokens[second.end].text == "and" and self._number_at(second.end + 1)
            ):
                continue
            joined = self._join(first, second)
            if joined is not None:
                return Shape(*joined, soft=soft_too or soft is not None)
        return None

    def _second(self, index: int, money: bool = False) -> tuple[Term | None, bool]:
        """The second number of a range, and whether it is hedged itself."""
        soft = match_phrase(BEFORE, self.tokens, index)
        if soft is not None and soft[0] is Comparator.ABOUT:
            return self._term(soft[1], True, money), True
        if self.tokens[index].text in ("the", "a") and self.tokens[index + 1].kind == DIGITS:
            index += 1
        return self._term(index, True, money), False

    def _number_at(self, index: int) -> bool:
        return self._term(index) is not None

    def _thousands(self, first: Term, at: int, second: Term, ahead: int) -> None:
        """ "12-15,000" is 12,000 to 15,000: nobody writes a range that starts a thousand times lower with a hyphen."""
        written = self.tokens[ahead].text
        low, high = first.value, second.value
        if low is None or high is None or not (first.bare and first.plain and second.plain):
            return
        if self.tokens[at - 1].text.isdigit() and low < 1000 and written.endswith(",000") and low * 1000 < high:
            first.value = low * 1000

    def _other_bound(self, at: int, comparator: Comparator, first: Term) -> Shape | None:
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
        sides = (LOWER_BOUNDS, UPPER_BOUNDS) if comparator in LOWER_BOUNDS else (UPPER_BOUNDS, LOWER_BOUNDS)
        if hedge[0] not in sides[1]:
            return None
        index = hedge[1]
        if tokens[index].text == "the":
            index += 1
        second = self._term(index)
        if second is None or second.value is None:
            return None
        low, high, low_sign, high_sign = first, second, comparator, hedge[0]
        if comparator in UPPER_BOUNDS:
            low, high, low_sign, high_sign = second, first, hedge[0], comparator
        joined = self._join(low, high, distribute=False)
        if joined is None:
            return None
        end = max(first.end, second.end)
        joined[1].end = end
        return Shape(
            *joined,
            low_open=low_sign is not Comparator.AT_LEAST,
            high_open=high_sign not in (Comparator.AT_MOST, Comparator.UP_TO),
        )

    def _join(self, low: Term, high: Term, distribute: bool = True) -> tuple[Term, Term] | None:
        """Two terms as the ends of one range: magnitude, unit and currency of one hold for the other."""
        if low.value is None or high.value is None:
            return None
        kinds = {low.kind, high.kind} - {None}
        if len(kinds) > 1 and kinds != {QuantityKind.NUMBER, QuantityKind.SHARE}:
            return None
        if low.currency and high.currency and low.currency != high.currency:
            return None
        if low.unit and high.unit and MEASURES.get(low.unit.lower()) != MEASURES.get(high.unit.lower()):
            return None
        start = low.value
        times = high.multiplier
        if distribute and times > 1 and low.multiplier == 1 and low.bare and 0 < start * times < high.value:
            low.value = whole(start * times)
            low.granularity = whole((low.granularity or 1) * times)
        if low.value > high.value:
            self.refusal = f"the range runs downward, from {low.value} to {high.value}"
            return None
        if low.value == high.value:
            return None
        for name in ("kind", "currency", "unit"):
            if getattr(high, name) is None:
                setattr(high, name, getattr(low, name))
        return low, high
