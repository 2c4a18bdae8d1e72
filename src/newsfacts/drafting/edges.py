"""Where a content begins and ends to the character: with its quotation marks, without a "that" and the comma after it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newsfacts.drafting.assembling import Assembled
from newsfacts.drafting.tokens import TokenizedText
from newsfacts.text.quotation_marks import QuotedStretch
from newsfacts.text.spans import Span, normalize

__all__ = ["content_spans", "paragraph_spans", "with_marks"]

_LEADING = re.compile(r"(?:that\b(?!’s|'s)[\s,]*)?", re.IGNORECASE)
_TRAILING = frozenset(",;:.—–- \t\n\u00a0")
_LEADING_MARKS = frozenset(",;:—–- \t\n\u00a0")
MAX_STRETCHES = 12
"""How many quotations before a place are looked at for the one it is in."""


def content_spans(read: TokenizedText, item: Assembled) -> tuple[Span, ...]:
    """The fragments of a content, one for each paragraph, cut at their edges; none is empty, and none touches the cue or the source."""
    spans = [span for start, end in sorted(item.contents) for span in paragraph_spans(read, start, end)]
    return tuple(_without(list(normalize(spans)), item))


def paragraph_spans(read: TokenizedText, start: int, end: int) -> Iterator[Span]:
    """A range of content with its quotation marks, one span for each paragraph, cut at its edges; none is empty."""
    for part in _by_paragraph(read, *with_marks(read, start, end)):
        span = _cut(read.text, *part)
        if span.start < span.end:
            yield span


def _by_paragraph(read: TokenizedText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A range, paragraph by paragraph."""
    number = max(0, bisect_right(read.paragraphs, start, key=lambda paragraph: paragraph[0]) - 1)
    while number < len(read.paragraphs) and read.paragraphs[number][0] < end:
        first, last = read.paragraphs[number]
        yield max(start, first), min(end, last)
        number += 1


def with_marks(read: TokenizedText, start: int, end: int) -> tuple[int, int]:
    """Never a part of the marks of a quotation that begins or ends with the content, but for signs before its last mark."""
    for stretch in _near(read.quotes, start, end):
        if stretch.continued:
            start, end = _whole(read.text, stretch, start, end)
        closing = stretch.inner_end <= end or not read.text[end : stretch.inner_end].strip(_SIGNS)
        if start == stretch.inner_start and (closing or stretch.end <= end):
            start = stretch.start
        if start <= stretch.start and closing and end < stretch.end:
            end = stretch.end
    return start, end


def _whole(text: str, stretch: QuotedStretch, start: int, end: int) -> tuple[int, int]:
    """A range with all paragraphs of a quotation, if it has one of them whole."""
    for place, (first, last) in zip((stretch.start, *stretch.continued), stretch.parts, strict=True):
        if place <= start <= first and not text[end:last].strip(_SIGNS + _SPACE) and end <= stretch.end:
            return stretch.start, stretch.end
        if start <= first and last <= end:
            return min(start, stretch.start), max(end, stretch.end)
    return start, end


_SPACE = " \t\r\n"
_SIGNS = ".,;:!?…—– \u00a0"


def _near(quotes: tuple[QuotedStretch, ...], start: int, end: int) -> list[QuotedStretch]:
    last = bisect_right(quotes, end, key=lambda stretch: stretch.start)
    first = bisect_right(quotes, start, key=lambda stretch: stretch.start)
    return list(quotes[max(0, first - MAX_STRETCHES) : last])


def _cut(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _LEADING_MARKS:
        start += 1
    leading = _LEADING.match(text, start, end)
    if leading and leading.end() < end:
        start = leading.end()
    while start < end and text[start] in _LEADING_MARKS:
        start += 1
    while end > start and text[end - 1] in _TRAILING and not _is_abbreviation(text, start, end):
        end -= 1
    return Span(start, end)


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the period at the end is one of "U.S." or "p.m."."""
    return text[end - 1] == "." and end - start > 3 and text[end - 3] == "." and text[end - 2].isalpha()


def _without(spans: list[Span], item: Assembled) -> list[Span]:
    """The parts of spans that are neither cue nor source."""
    for taken in (item.cue, item.source):
        if taken is None:
            continue
        parts = []
        for span in spans:
            for start, end in ((span.start, min(span.end, taken[0])), (max(span.start, taken[1]), span.end)):
                if start < end:
                    parts.append(Span(start, end))
        spans = list(dict.fromkeys(parts))
    return spans
