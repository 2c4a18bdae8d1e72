"""Numbers and times in running text. One pass decides for each stretch which of the two it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsfacts.errors import UnreadableValue
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.text.markdown_spans import Block, Markup, blocks_of
from newsfacts.text.spans import Span
from newsfacts.values.languages import is_english
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.finding import QuantityWords, quantities_in
from newsfacts.values.quantities.reading.phrase import parse_quantity
from newsfacts.values.quantities.reading.tokens import Token, tokens_of
from newsfacts.values.times.calendar import DAY_SECONDS, day_number
from newsfacts.values.times.finding import TimeWords, times_in
from newsfacts.values.times.finding_tense import tense_at
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.times import TimeInterval, TimeValue

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
    text: str, *, markup: Markup = "text", policy: Policy | None = None, language: str | None = None
) -> tuple[FoundQuantity, ...]:
    """The numbers of a text in order, with what they count. Dates, durations, names and labels are none.

    `policy` settles what "$" means, as for `parse_quantity`; for the other arguments see `find_values`.
    """
    found = _found(text, None, markup, policy, language)
    return tuple(value for value in found if isinstance(value, FoundQuantity))


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
    text: str,
    published: dt.date | dt.datetime | None,
    markup: Markup,
    policy: Policy | None,
    language: str | None,
) -> Iterator[FoundValue]:
    blocks = blocks_of(text, markup)
    if not is_english(language):
        return
    for block in blocks:
        tokens = _tokens(block.text)
        start = block.start
        found: list[FoundValue] = []
        taken: list[tuple[int, int]] = []
        for time in times_in(tokens):
            span = _span(tokens, time.first, time.last)
            words = span.slice(block.text)
            value = _time(words, published, tokens, time)
            if value is not None:
                taken.append((time.first, time.last))
                found.append(FoundTime(span.shifted(start), words, value, time.level))
        currencies = None if policy is None else policy.locale_currency
        for number in quantities_in(block.text, tokens, taken, currencies):
            quantity = _quantity(block, tokens, number, policy)
            if quantity is not None:
                found.append(quantity)
        found.sort(key=lambda value: value.span.start)
        yield from found


MAX_DAYS_AHEAD: Final = 31
"""A date without a year that is further ahead of the day of publication is that of the year before, after a verb of the past."""


def _time(
    words: str, published: dt.date | dt.datetime | None, tokens: list[Token], time: TimeWords
) -> TimeValue | None:
    """What a time says. Where it could be the last or the next of its name, the tense of the words around it decides."""
    try:
        value = parse_time(words, published=published)
        if published is None or time.kind not in _BY_TENSE or not isinstance(value, TimeInterval):
            return value
        tense = tense_at(tokens, time.first, time.last)
        if tense is None or not _is_other_side(value, published, tense, time.kind):
            return value
        return parse_time(words, published=published, tense=tense)
    except UnreadableValue:
        return None


_BY_TENSE: Final = frozenset({"date", "weekday", "month", "clock time", "holiday", "season"})


def _is_other_side(value: TimeInterval, published: dt.date | dt.datetime, tense: str, kind: str) -> bool:
    """Whether a time is before the day of publication although the verb says future, or far after it and the verb says past."""
    day = day_number(published.year, published.month, published.day) * DAY_SECONDS
    if tense == "future":
        return value.upper is not None and value.upper <= day
    return kind != "holiday" and value.lower is not None and value.lower > day + MAX_DAYS_AHEAD * DAY_SECONDS


def _tokens(text: str) -> list[Token]:
    """The tokens of a block. Unlike in a phrase, a long dash parts what is on its two sides."""
    tokens = tokens_of(text)
    for token, following in pairwise(tokens):
        if token.raw == "—" or (token.raw == "-" == following.raw and token.end == following.start):
            token.text = "—"
    return tokens


def _quantity(block: Block, tokens: list[Token], number: QuantityWords, policy: Policy | None) -> FoundQuantity | None:
    """What a number says with its noun, or alone where the two are not read together."""
    for last in dict.fromkeys((number.last, number.number_last)):
        span = _span(tokens, number.first, last)
        words = span.slice(block.text)
        try:
            value = parse_quantity(words, policy)
        except UnreadableValue:
            continue
        counted = None
        if number.noun_last > number.noun_first:
            counted = _span(tokens, number.noun_first, number.noun_last).shifted(block.start)
        return FoundQuantity(span.shifted(block.start), words, value, number.level, counted)
    return None


def _span(tokens: list[Token], first: int, last: int) -> Span:
    """From the first token to the last one, without a possessive ending."""
    token = tokens[last - 1]
    end = token.end - 2 if token.text.endswith(("'s", "’s")) else token.end
    return Span(tokens[first].start, end)
