"""What a sentence states: its times, and its numbers with the change that the words around them say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.finders.changes import with_change
from newsfacts.finders.clauses import Clause, clauses_of, is_replaced
from newsfacts.finders.content_words import stem
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.finders.values import find_values
from newsfacts.text.spans import Span
from newsfacts.values.level import Level
from newsfacts.values.quantities.quantity import Quantity, QuantityKind
from newsfacts.values.quantities.reading.phrase import parse_quantity
from newsfacts.values.times.times import TimeValue

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["Stated", "stated_in"]


@attrs.frozen
class Stated:
    """A number or a time that a sentence states, and its words."""

    words: str
    value: Quantity | TimeValue
    clause: Clause
    """What the sentence says about it."""
    is_replaced: bool = False
    """Whether it is the first number of "not 12 but 14"."""

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return isinstance(self.value, Quantity)


def stated_in(sentence: str, policy: Policy | None = None, *, published: dt.date | None = None) -> tuple[Stated, ...]:
    """The times of a sentence, and then its numbers. One without a number that is found may say one with a verb: "doubled"."""
    found = [one for one in find_values(sentence, published=published, policy=policy) if one.level is not Level.GUESS]
    return tuple(_stated(sentence, found, policy))


def _stated(sentence: str, found: list[FoundValue], policy: Policy | None) -> Iterator[Stated]:
    spans = [one.span for one in found]
    clauses = dict(zip(spans, clauses_of(sentence, spans), strict=True))
    times = [one for one in found if isinstance(one, FoundTime)]
    numbers = [one for one in found if isinstance(one, FoundQuantity)]
    yield from (Stated(one.words, one.value, clauses[one.span]) for one in times)
    rest = _without(sentence, times)
    whole = _read(rest, policy)  # one number with all that the sentence says about it: "rose from 30 to 40 percent"
    if whole is not None and len(numbers) != 1:
        yield from _ordinals(sentence) if whole.kind is QuantityKind.ORDINAL else ()
        if whole.kind is not QuantityKind.ORDINAL or len(_ORDINAL.findall(sentence)) < 2:
            end = Span(len(sentence), len(sentence))
            yield Stated(" ".join(rest.split()), whole, clauses_of(sentence, [end])[0])
        return
    for number in numbers:
        value = number.value
        if whole is not None and _same_number(whole, value):
            value = attrs.evolve(value, change=whole.change, before=whole.before)
        else:
            value = with_change(number, sentence)
        yield Stated(number.words, value, clauses[number.span], is_replaced(sentence, number.span))


_ORDINAL: Final = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,3}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


def _ordinals(sentence: str) -> Iterator[Stated]:
    """The ordinals of a sentence that has several: "Lund came second and Berg first"."""
    found = list(_ORDINAL.finditer(sentence))
    if len(found) < 2:
        return
    spans = [Span(*match.span()) for match in found]
    for match, clause in zip(found, clauses_of(sentence, spans), strict=True):
        value = _read(match[0], None)
        if value is not None:
            yield Stated(match[0], value, attrs.evolve(clause, stems=clause.stems - {stem(match[0].lower())}))


def _same_number(one: Quantity, other: Quantity) -> bool:
    return (one.stated, one.low, one.high, one.vague) == (other.stated, other.low, other.high, other.vague)


def _without(sentence: str, found: Iterable[FoundValue]) -> str:
    """The sentence with spaces in place of some of its numbers and times."""
    for one in found:
        sentence = sentence[: one.span.start] + " " * (one.span.end - one.span.start) + sentence[one.span.end :]
    return sentence


def _read(words: str, policy: Policy | None) -> Quantity | None:
    try:
        return parse_quantity(words, policy)
    except UnreadableValue:
        return None
