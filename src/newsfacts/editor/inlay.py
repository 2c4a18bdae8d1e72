"""What numbers and dates are read as, next to their words."""

from __future__ import annotations

from newsfacts.editor.analysis import Analysis
from newsfacts.immutable import frozen
from newsfacts.model import Count, Time, Unreadable
from newsfacts.text.spans import Span
from newsfacts.view.describing import in_words

__all__ = ["Inlay", "inlays"]


@frozen
class Inlay:
    """Words that the editor shows at an offset of the file, although they are not in it."""

    offset: int
    words: str
    explanation: str


def inlays(analysis: Analysis, span: Span) -> list[Inlay]:
    """The resolved values in a range of the file, without those that repeat the words or are written in the block."""
    found: list[Inlay] = []
    for marked in analysis.marked:
        annotation = marked.annotation
        if not isinstance(annotation, Count | Time) or annotation.declared is not None or marked.block is None:
            continue
        if not span.start <= marked.words.end <= span.end or isinstance(annotation.value, Unreadable):
            continue
        words = in_words(annotation.value, analysis.policy)
        if words != annotation.text:
            found.append(Inlay(marked.words.end, f"= {words}", f"what these words are read as: {words}"))
    return found
