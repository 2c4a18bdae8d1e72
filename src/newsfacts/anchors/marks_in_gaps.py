"""Whether what an ellipsis leaves out leaves the quotation of a source that is itself an article."""

from __future__ import annotations

import re

from newsfacts.anchors.normalize import Normalization
from newsfacts.anchors.prepared import PreparedSource
from newsfacts.text.spans import Span

__all__ = ["joins_quotations"]

# Single marks only where a sign or a space shows that they are not apostrophes.
_MARK = re.compile(r"[“”„«»\"]|''|``|‘(?=\w)|(?<!\w)'(?=\w)|(?<=[,.!?…])[’'](?=\s|\Z)")
_OPENING = frozenset("“„‘") | {"``"}
_CLOSING = frozenset("”’") | {"''"}
_BEFORE_OPENING = frozenset(" \t\r\n([—–-\u00a0")


def joins_quotations(gap: Span, source: PreparedSource) -> str:
    """What an ellipsis does if the gap leaves a quotation, in words; empty where it stays in it, or out of it.

    An attribution between two parts of one quotation does not count, nor do marks that open a paragraph again.
    """
    text = source.text
    depth = lowest = 0
    first_close = last_open = -1
    for found in _MARK.finditer(text, gap.start, gap.end):
        if _is_continuation(found.start(), source):
            continue
        if _opens(found, text):
            depth += 1
            last_open = found.end()
        else:
            depth -= 1
            first_close = found.start() if depth < lowest and first_close < 0 else first_close
        lowest = min(lowest, depth)
    if depth == lowest == 0:
        return ""
    if depth == 0 and lowest == -1 and _is_interrupted(first_close, last_open, source):
        return ""
    return "joins two quotations" if depth == 0 else "leaves or enters a quotation of the source"


def _opens(found: re.Match[str], text: str) -> bool:
    mark = found[0]
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return False
    before = text[found.start() - 1 : found.start()]
    after = text[found.end() : found.end() + 1]
    if before and before not in _BEFORE_OPENING:
        return False
    return not after.isspace()


def _is_continuation(offset: int, source: PreparedSource) -> bool:
    return source.print_marks.has(offset, Normalization.CONTINUATION_MARKS)


def _is_interrupted(close: int, after: int, source: PreparedSource) -> bool:
    """Whether one attribution is all that is between the marks."""
    found = source.interruptions.by_close.get(close)
    return found is not None and found.after == after and not found.doubt
