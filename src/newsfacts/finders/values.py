"""Numbers and times in running text. One pass decides for each stretch which of the two it is."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableValue
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.immutable import evolve
from newsfacts.patterns import lazy_pattern
from newsfacts.text.markdown_spans import Block, Markup, blocks_of
from newsfacts.text.spans import Span
from newsfacts.values.languages import is_english
from newsfacts.values.level import Level
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.finding import QuantityWords, quantities_in
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.phrase import parse_quantity
from newsfacts.values.quantities.reading.tokens import WORD, PlacedToken, placed_tokens
from newsfacts.values.times.calendar import DAY_SECONDS, WEEKDAY_NAMES, day_number
from newsfacts.values.times.finding import TimeWords, times_in
from newsfacts.values.times.finding_tense import tense_at
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.phrase import parse_time, resolve_anaphora
from newsfacts.values.times.times import Duration, TimeInterval, TimeValue, UnresolvedTime

__all__ = ["find_quantities", "find_times", "find_values"]


def find_values(
    text: str,
    *,
    published: dt.date | dt.datetime | None = None,
    markup: Markup = "text",
    policy: Policy | None = None,
    language: str | None = None,
) -> tuple[FoundValue, ...]:
    """The numbers and times of a text in order; they do not overlap.

    `published` resolves times that depend on the day of publication. With `markup` "markdown", code, addresses and the
    numbers of lists are left out, and nothing reaches from one cell of a table, heading or item into the next.
    `language` is a BCP 47 tag, None for English; nothing is found in any other. Raises `UsageError` for an unknown markup.
    """
    return tuple(_found(text, published, markup, policy, language))


def find_quantities(
    text: str,
    *,
    markup: Markup = "text",
    policy: Policy | None = None,
    language: str | None = None,
    durations: bool = False,
) -> tuple[FoundQuantity, ...]:
    """The numbers of a text in order, with what they count. Dates, names and labels are none.

    Durations ("three years") are times, and found by `find_times`; with `durations` they are found here as well.
    `policy` settles what "$" means, as for `parse_quantity`; for the other arguments see `find_values`.
    """
    quantities: list[FoundQuantity] = []
    for found in _found(text, None, markup, policy, language):
        if isinstance(found, FoundQuantity):
            quantities.append(found)
        elif durations and isinstance(found.value, Duration):
            length = _as_quantity(found, policy)
            if length is not None:
                quantities.append(length)
    return tuple(quantities)


def _as_quantity(found: FoundTime, policy: Policy | None) -> FoundQuantity | None:
    """A duration as the number of its units; None where it has no number or several units."""
    try:
        value = parse_quantity(found.words, policy)
    except UnreadableValue:
        return None
    return FoundQuantity(found.span, found.words, value, found.level)


def find_times(
    text: str,
    *,
    published: dt.date | dt.datetime | None = None,
    markup: Markup = "text",
    language: str | None = None,
) -> tuple[FoundTime, ...]:
    """The dates, periods, durations and recurring times of a text in order. For the arguments see `find_values`."""
    found = _found(text, published, markup, None, language)
    return tuple(value for value in found if isinstance(value, FoundTime))


def _found(
    text: str, published: dt.date | dt.datetime | None, markup: Markup, policy: Policy | None, language: str | None
) -> Iterator[FoundValue]:
    blocks = blocks_of(text, markup)
    if not is_english(language):
        return
    finder = _Finder(text, published, policy)
    for block in blocks:
        yield from finder.read(block)


class _Finder:
    """Goes through the blocks of a text; what it keeps from one to the next is the time that was named last."""

    def __init__(self, text: str, published: dt.date | dt.datetime | None, policy: Policy | None) -> None:
        self.text, self.published, self.policy = text, published, policy
        self.currencies = None if policy is None else policy.locale_currency
        self.named: FoundTime | None = None
        self.values: dict[str, Quantity | None] = {}

    def read(self, block: Block) -> list[FoundValue]:
        tokens = _tokens(block.text)
        found: list[FoundValue] = []
        taken: list[tuple[int, int]] = []
        doubtful: list[FoundTime] = []
        for words, time in times_in(tokens, partial(self.time, block, tokens)):
            if time.level is Level.GUESS and words.last == words.first + 1:
                doubtful.append(time)  # "hours" may be what a number counts: "6,000 flight hours"
            else:
                taken.append((words.first, words.last))
            found.append(time)
        for number in quantities_in(block.text, tokens, taken, self.currencies):
            quantity = self.quantity(block, tokens, number)
            if quantity is not None:
                found.append(quantity)
        if doubtful:
            found = _without_overlaps(found, doubtful)
        found.sort(key=lambda value: value.span.start)
        return found

    def said(self, block: Block, span: Span) -> str:
        """The words of a span of a block, without the marks of Markdown."""
        start, end = block.start + span.start, block.start + span.end
        words, kept = self.text[start:end], span.slice(block.text)
        if words == kept:
            return words
        return "".join(sign for sign, other in zip(words, kept, strict=True) if sign == other)

    def time(self, block: Block, tokens: list[PlacedToken], found: TimeWords) -> FoundTime | None:
        span = _span(tokens, found.first, found.last)
        try:
            value = _time(self.said(block, span), self.published, tokens, found)
        except UnreadableValue:
            return None
        antecedent = None
        if isinstance(value, UnresolvedTime) and found.kind not in _GENERAL and self.named is not None:
            resolved = self.counted_from_named(value)
            if resolved is not None:
                value, antecedent = resolved, self.named.span
        whole = span.shifted(block.start)
        if found.kind == "clock time":
            moved = self.on_day_of_sentence(self.said(block, span), whole, tokens, found, value)
            if moved is not None:
                value, antecedent = moved.value, moved.antecedent
        time = FoundTime(whole, whole.slice(self.text), value, found.level, antecedent)
        if found.kind in _NAMING and isinstance(value, TimeInterval):
            self.named = time
        return time

    def on_day_of_sentence(
        self, words: str, span: Span, tokens: list[PlacedToken], found: TimeWords, value: TimeValue
    ) -> _Moved | None:
        """A time of day on the day that its sentence names, where its own words name none; else None."""
        bare = parse_time(words)
        if not isinstance(bare, UnresolvedTime) or not bare.timex or not bare.timex.startswith(_ANY_DAY):
            self.named = _day_of(span, words, value) or self.named
            return None
        day = _day_ahead(tokens, found.last)
        if day is not None:
            return _Moved(parse_time(f"{words} on {day}", published=self.published), None)
        named = self.named
        if named is None or span.start - named.span.end > MAX_SENTENCE:
            return None
        if _SENTENCE_END.search(self.text, named.span.end, span.start):
            return None
        of = named.value
        if not isinstance(of, TimeInterval) or of.approximate or of.start is None:
            return None
        if of.grain > Grain.DAY:  # "last week it opened at 5pm": on which day?
            apart = isinstance(value, TimeInterval) and not _meet(of, value)
            return _Moved(bare, None) if apart else None
        moved = parse_time(words, published=of.start.date())
        if isinstance(moved, TimeInterval) and isinstance(value, TimeInterval) and moved.lower != value.lower:
            moved = evolve(moved, alternatives=(*moved.alternatives, evolve(value, alternatives=())))
        return _Moved(moved, named.span)

    def counted_from_named(self, value: UnresolvedTime) -> TimeValue | None:
        """What words that count from a time say after the last one that was named; None where that does not settle them."""
        named = self.named
        if named is None or not isinstance(named.value, TimeInterval) or value.anaphora is None:
            return None
        try:
            resolved = resolve_anaphora(value, named.value, published=self.published)
        except UnreadableValue:
            return None
        return None if isinstance(resolved, UnresolvedTime) else resolved

    def quantity(self, block: Block, tokens: list[PlacedToken], number: QuantityWords) -> FoundQuantity | None:
        """What a number says with its noun, or alone where the two are not read together."""
        for last in dict.fromkeys((number.last, number.number_last)):
            span = _span(tokens, number.first, last)
            words = self.said(block, span)
            if number.unit_last > number.unit_first:
                words += f" {self.said(block, _span(tokens, number.unit_first, number.unit_last))}"
            value = self.value(words)
            if value is None:
                continue
            counted = None
            if number.noun_last > number.noun_first:
                counted = _span(tokens, number.noun_first, number.noun_last).shifted(block.start)
            whole = span.shifted(block.start)
            return FoundQuantity(whole, whole.slice(self.text), value, number.level, counted)
        return None

    def value(self, words: str) -> Quantity | None:
        """What the words of a number say; None where they cannot be read. A text has many numbers several times."""
        if words not in self.values:
            try:
                read = parse_quantity(words, self.policy)
            except UnreadableValue:
                read = None
            if len(self.values) >= MAX_KEPT:
                return read
            self.values[words] = read
        return self.values[words]


class _Moved(NamedTuple):
    """What a time of day says on another day than that of publication, and the place of the words that name it before."""

    value: TimeValue
    antecedent: Span | None


def _day_of(span: Span, words: str, time: TimeValue) -> FoundTime | None:
    """The day that a time of day names with it, as a time from which later ones may count."""
    if not isinstance(time, TimeInterval) or time.start is None:
        return None
    return FoundTime(span, words, parse_time(time.start.date().isoformat()), Level.SURE)


def _meet(one: TimeInterval, other: TimeInterval) -> bool:
    starts_before_end = other.upper is None or one.lower is None or one.lower < other.upper
    return starts_before_end and (one.upper is None or other.lower is None or other.lower < one.upper)


_ANY_DAY: Final = "XXXX-XX-XXT"
"""What the TIMEX3 value of a time of day begins with whose day is not said."""
_SENTENCE_END: Final = lazy_pattern(r"(?<![.\s][A-Za-z])[.!?][”’\"')]?\s+[“‘\"'(]?[A-Z]|\n")
MAX_SENTENCE: Final = 600
"""How many code points after a day a time of day of the same sentence may be."""
MAX_TO_DAY: Final = 4
"""How many words, or hyphens, may come between a time of day and the day that it is on: "the 5pm deadline on Friday"."""
_DAYS: Final = frozenset(name.lower() for name in WEEKDAY_NAMES)


def _day_ahead(tokens: list[PlacedToken], at: int) -> str | None:
    """The weekday that follows a time of day with no more than some plain words between them."""
    for index in range(at, at + MAX_TO_DAY + 1):
        token = tokens[index]
        if token.text == "-" and token.glued:
            continue  # "kick-off"
        if token.kind != WORD:
            return None
        if token.text == "on":
            return tokens[index + 1].raw if tokens[index + 1].text in _DAYS else None
        if token.text in STOP and tokens[index - 1].text != "-":
            return None
    return None


def _without_overlaps(found: list[FoundValue], doubtful: list[FoundTime]) -> list[FoundValue]:
    """What was found but for the doubtful times that are part of a quantity."""
    ends = sorted((one.span.end, one.span.start) for one in found if isinstance(one, FoundQuantity))
    dropped = []
    for time in doubtful:
        place = bisect_left(ends, (time.span.start + 1, 0))
        if place < len(ends) and ends[place][1] < time.span.end:
            dropped.append(time)
    return [one for one in found if not any(one is time for time in dropped)] if dropped else found


MAX_KEPT: Final = 4096
"""So many different numbers are kept, to be read once in a text."""
_NAMING: Final = frozenset(
    {
        "iso date", "date with slashes", "date", "weekday", "decade", "ordinal", "quarter", "relative", "part", "day", "month",
        "season", "named year", "year", "holiday", "ago", "a year ago", "part of a day", "day of a month", "weeks from a day",
    }
)  # fmt: skip
"""The kinds of time from which a later one may count."""
_GENERAL: Final = frozenset({"bare", "reference", "daytime"})
"""The kinds of which too often none was named before: "the day", "the time", "the morning"."""

MAX_DAYS_AHEAD: Final = 31
"""A date without a year that is further ahead of the day of publication is that of the year before, after a verb of the past."""


def _time(words: str, published: dt.date | dt.datetime | None, tokens: list[PlacedToken], time: TimeWords) -> TimeValue:
    """What a time says. Where it could be the last or the next of its name, the tense of the words around it decides."""
    value = parse_time(words, published=published)
    if published is None or time.kind not in _BY_TENSE or not isinstance(value, TimeInterval):
        return value
    tense = tense_at(tokens, time.first, time.last)
    if tense is None or not _is_other_side(value, published, tense, time.kind):
        return value
    return parse_time(words, published=published, tense=tense)


_BY_TENSE: Final = frozenset({"date", "weekday", "month", "clock time", "holiday", "season"})


def _is_other_side(value: TimeInterval, published: dt.date | dt.datetime, tense: str, kind: str) -> bool:
    """Whether a time is before the day of publication although the verb says future, or far after it and the verb says past."""
    day = day_number(published.year, published.month, published.day) * DAY_SECONDS
    if tense == "future":
        return value.upper is not None and value.upper <= day
    return kind != "holiday" and value.lower is not None and value.lower > day + MAX_DAYS_AHEAD * DAY_SECONDS


def _tokens(text: str) -> list[PlacedToken]:
    """The tokens of a block. Unlike in a phrase, a long dash parts what is on its two sides."""
    tokens = placed_tokens(text)
    for token, following in pairwise(tokens):
        if (
            token.raw == "—"
            or (token.raw == "–" and token.text == "-")
            or (token.raw == "-" == following.raw and token.end == following.start)
        ):
            token.text = "—"
    return tokens


def _span(tokens: list[PlacedToken], first: int, last: int) -> Span:
    """From the first token to the last one, without a possessive ending."""
    token = tokens[last - 1]
    end = token.end - 2 if token.text.endswith(("'s", "’s")) else token.end
    return Span(tokens[first].start, end)
