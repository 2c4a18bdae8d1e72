"""What the words of a time may mean, and those that cannot be read."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Literal

from newsfacts.errors import UnreadableValue
from newsfacts.model import Document, Quote, Time, read_time_words
from newsfacts.statements import setting_of
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, UnresolvedTime

__all__ = ["has_year", "quote_around", "readings", "say"]

_TENSES: tuple[Literal["past", "future"], ...] = ("past", "future")


def say(value: TimeInterval | Duration | TimeSet | UnresolvedTime) -> str:
    """A time in words; a duration or a recurring time in its canonical form."""
    return say_time(value) if isinstance(value, TimeInterval) else str(value)


def has_year(words: str) -> bool:
    """Whether words name a year, so that their meaning does not depend on the day of publication."""
    return isinstance(read_time_words(words, None), TimeInterval)


def quote_around(document: Document, time: Time) -> Quote | None:
    """The quote that a time is in; its "yesterday" is the day before the words were said."""
    return setting_of(document, time).quote


def readings(document: Document, time: Time) -> tuple[TimeInterval, ...]:
    """All the periods that the words may mean: looking back, looking ahead, and against the day a quote was said.

    Empty where the words give no period, or give one only together with a date that is not known.
    """
    quote = quote_around(document, time)
    reference = time.reference
    if quote is not None and not has_year(time.text):
        said = quote.said
        start = said.start if isinstance(said, TimeInterval) else None
        if start is None:
            return ()
        reference = start.date()
    return read_all(time.text, reference)


@functools.lru_cache(maxsize=2048)
def read_all(words: str, reference: dt.date | None) -> tuple[TimeInterval, ...]:
    """The readings of words against one reference date."""
    plain = read_time_words(words, reference)
    if not isinstance(plain, TimeInterval):
        return ()
    found = [plain, *plain.alternatives]
    if reference is not None and not has_year(words):
        from newsfacts.values.times.phrase import parse_time

        for tense in _TENSES:
            try:
                other = parse_time(words, published=reference, tense=tense)
            except UnreadableValue:
                continue
            if isinstance(other, TimeInterval) and other not in found:
                found += [other, *other.alternatives]
    return tuple(found)
