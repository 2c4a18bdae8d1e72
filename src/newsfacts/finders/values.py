"""Numbers and times in running text. One pass decides for each stretch which of the two it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from newsfacts.errors import UnreadableValue
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.text.markdown_spans import Markup, blocks_of
from newsfacts.text.spans import Span
from newsfacts.values.languages import is_english
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.finding import quantities_in
from newsfacts.values.quantities.reading.phrase import parse_quantity
from newsfacts.values.quantities.reading.tokens import Token, tokens_of
from newsfacts.values.times.finding import times_in
from newsfacts.values.times.phrase import parse_time

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
    markup: Markup | Literal["text"],
    policy: Policy | None,
    language: str | None,
) -> Iterator[FoundValue]:
    blocks = blocks_of(text, markup)
    if not is_english(language):
        return
    for block in blocks:
        tokens = tokens_of(block.text)
        start = block.start
        found: list[FoundValue] = []
        taken: list[tuple[int, int]] = []
        for time in times_in(tokens):
            span = _span(tokens, time.first, time.last)
            try:
                value = parse_time(block.text[span.start : span.end], published=published)
            except UnreadableValue:
                continue
            taken.append((time.first, time.last))
            whole = span.shifted(start)
            found.append(FoundTime(whole, whole.slice(text), value, time.level))
        currencies = None if policy is None else policy.locale_currency
        for number in quantities_in(block.text, tokens, taken, currencies):
            span = _span(tokens, number.first, number.last)
            try:
                quantity = parse_quantity(block.text[span.start : span.end], policy)
            except UnreadableValue:
                continue
            whole = span.shifted(start)
            counted = None
            if number.noun_last > number.noun_first:
                counted = _span(tokens, number.noun_first, number.noun_last).shifted(start)
            found.append(FoundQuantity(whole, whole.slice(text), quantity, number.level, counted))
        found.sort(key=lambda value: value.span.start)
        yield from found


def _span(tokens: list[Token], first: int, last: int) -> Span:
    """From the first token to the last one, without a possessive ending."""
    token = tokens[last - 1]
    end = token.end - 2 if token.text.endswith(("'s", "’s")) else token.end
    return Span(tokens[first].start, end)
