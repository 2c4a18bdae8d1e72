"""What a sentence states: its times, and its numbers with the change that the words around them say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.finders.changes import with_change
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.finders.values import find_values
from newsfacts.values.level import Level
from newsfacts.values.quantities.quantity import Quantity
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

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return isinstance(self.value, Quantity)


def stated_in(sentence: str, policy: Policy | None = None, *, published: dt.date | None = None) -> tuple[Stated, ...]:
    """The times of a sentence, and then its numbers. One without a number that is found may say one with a verb: "doubled"."""
    found = [one for one in find_values(sentence, published=published, policy=policy) if one.level is not Level.GUESS]
    return tuple(_stated(sentence, found, policy))


def _stated(sentence: str, found: list[FoundValue], policy: Policy | None) -> Iterator[Stated]:
    times = [one for one in found if isinstance(one, FoundTime)]
    numbers = [one for one in found if isinstance(one, FoundQuantity)]
    yield from (Stated(one.words, one.value) for one in times)
    rest = _without(sentence, times)
    whole = _read(rest, policy)  # one number with all that the sentence says about it: "rose from 30 to 40 percent"
    if whole is not None and len(numbers) != 1:
        yield Stated(" ".join(rest.split()), whole)
        return
    for number in numbers:
        value = number.value
        if whole is not None and _same_number(whole, value):
            value = attrs.evolve(value, change=whole.change, before=whole.before)
        else:
            value = with_change(number, sentence)
        yield Stated(number.words, value)


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
