"""One phrase being read: its tokens, its reader and its context, and the date expressions in it."""

from __future__ import annotations

import datetime as dt

from newsfacts.errors import UnreadableValue
from newsfacts.values.times import units
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.reading.durations import FoundDuration
from newsfacts.values.times.reading.frame import Frame
from newsfacts.values.times.reading.handlers import frame_reader
from newsfacts.values.times.reading.tokens import tokenize_time
from newsfacts.values.times.resolving.context import Context, Options
from newsfacts.values.times.resolving.resolve import resolve
from newsfacts.values.times.resolving.shifts import move
from newsfacts.values.times.times import Duration, Mod, TimeInterval, TimeSet, UnresolvedTime, span_text

__all__ = ["Phrase", "TimeValue", "lasting", "one_time", "resolved_first"]

TimeValue = TimeInterval | Duration | TimeSet | UnresolvedTime
"""What a phrase can mean."""


class Phrase:
    """A phrase being read: `index` is the reader's, the arithmetic is `resolve`'s; `mod` is a hedge before it all."""

    def __init__(self, text: str, published: dt.date | None, options: Options) -> None:
        self.text = text
        self.tokens = tokenize_time(text)
        self.reader = frame_reader(text, self.tokens, options.day_first)
        self.context = Context(text, published, options)
        self.mod: Mod | None = None


def one_time(phrase: Phrase, frame: Frame) -> TimeInterval:
    if frame.is_empty():
        word = phrase.tokens.texts[phrase.reader.index]
        if word:
            raise UnreadableValue(phrase.text, f"{word!r} does not belong to a date, a period or a duration here")
        raise UnreadableValue(phrase.text, "it names no day, month, year or other period")
    if frame.anchored:
        anchor_frame = Frame()
        anchor_frame.__dict__.update(
            {k: v for k, v in frame.__dict__.items() if not k.startswith("shift") and k != "anchored"}
        )
        if anchor_frame.is_empty():
            anchor_frame = phrase.reader.read()
        weekday = None
        if anchor_frame.holiday is not None and anchor_frame.weekday is not None:
            weekday, anchor_frame.weekday = anchor_frame.weekday, None
        if anchor_frame.day_offset is not None and anchor_frame.weekday is not None:
            weekday, anchor_frame.weekday = anchor_frame.weekday, None
        anchor = one_time(phrase, anchor_frame)
        shifted = Frame()
        shifted.__dict__.update({k: v for k, v in frame.__dict__.items() if k.startswith("shift")})
        found = resolve(phrase.context, shifted, anchor)
        if weekday is not None and found.lower is not None:
            number = found.lower // DAY_SECONDS
            found = units.day(number + (weekday - number) % 7)
        return found
    return resolve(phrase.context, frame)


def resolved_first(phrase: Phrase, first: Frame | int) -> TimeInterval:
    if isinstance(first, int):
        raise UnreadableValue(phrase.text, f"the number {first} alone is no date")
    return one_time(phrase, first)


def lasting(phrase: Phrase, start: TimeInterval, found: FoundDuration) -> TimeInterval:
    lower = start.lower
    if lower is None:
        raise UnreadableValue(phrase.text, "a period without a beginning cannot last that long from it")
    upper = move(lower, found.value.upto or found.value, 1, phrase.context)
    return TimeInterval(
        lower=lower, upper=upper, grain=min(start.grain, found.grain), text=span_text(lower, upper, start.offset),
        offset=start.offset, window=found.value, approximate=start.approximate,
    )  # fmt: skip
