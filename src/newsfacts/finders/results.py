"""What the finders return."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from newsfacts.text.spans import Span
from newsfacts.values.level import Level
from newsfacts.values.quantities.quantity import Quantity, QuantityKind
from newsfacts.values.times.times import TimeValue

__all__ = ["FoundQuantity", "FoundQuote", "FoundTime", "FoundValue"]


@attrs.frozen
class FoundQuote:
    """A stretch between quotation marks: `span` with the marks, `inner` without them, in code points of the text.

    `parts` are the words between the marks, paragraph by paragraph where each opens with a mark again. `quoted` has the words of
    all parts, one part a line, without the marks of Markdown. `depth` is 1 for a quotation that is in no other.
    `is_block` says that Markdown sets it off from the text with ">"; it has no marks then, and a part for each line.
    """

    span: Span
    words: str
    inner: Span
    level: Level
    quoted: str
    parts: tuple[Span, ...]
    depth: int = 1
    is_closed: bool = True
    is_block: bool = False

    def inner_words(self, text: str) -> str:
        """The words of `inner` as they are in the text; see `quoted` for the words without the marks of Markdown."""
        return self.inner.slice(text)


@attrs.frozen
class FoundQuantity:
    """A number with what it counts: "12 police officers". `value` is what `parse_quantity` gives for the words.

    `counted` is the counted noun phrase, "police officers". For a percentage it comes after the span ("12 percent | of voters").
    """

    span: Span
    words: str
    value: Quantity
    level: Level
    counted: Span | None = None

    @property
    def is_percent(self) -> bool:
        """Whether it is a percentage, or percentage points."""
        return self.value.kind in (QuantityKind.PERCENT, QuantityKind.POINTS)

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.value.kind is QuantityKind.MONEY

    def counted_words(self, text: str) -> str | None:
        """The counted noun phrase."""
        return None if self.counted is None else self.counted.slice(text)


@attrs.frozen
class FoundTime:
    """A date, a period, a duration or a recurring time; `value` is what `parse_time` gives for the words.

    Words that count from another time ("a year earlier", "the following day") are counted from the last time named before
    them; `antecedent` is its span. Without one the value is an `UnresolvedTime`.
    """

    span: Span
    words: str
    value: TimeValue
    level: Level
    antecedent: Span | None = None


FoundValue: TypeAlias = FoundQuantity | FoundTime
