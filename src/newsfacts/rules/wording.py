"""How messages name an annotation, and the words of the text around one."""

from __future__ import annotations

from newsfacts.model import Annotation, Document, UnknownKind
from newsfacts.patterns import lazy_pattern

__all__ = ["MAX_SENTENCE", "after", "before", "between", "same_sentence", "sentence", "what"]

MAX_SENTENCE = 600
"""How many code points to either side a sentence is looked for; what reaches further is cut there."""

_END = lazy_pattern(r"[.!?][”’\"')\]]*\s|\n")


def what(annotation: Annotation) -> str:
    """`this quote`, `this count`; `this span` where the kind is not known."""
    return "this span" if isinstance(annotation, UnknownKind) else f"this {annotation.KIND}"


def before(document: Document, annotation: Annotation, length: int = 60) -> str:
    """Up to `length` code points of the text before an annotation, from the last line break on."""
    start = annotation.spans[0].start
    return document.text[max(0, start - length) : start].rpartition("\n")[2]


def after(document: Document, annotation: Annotation, length: int = 60) -> str:
    """Up to `length` code points of the text after an annotation, up to the next line break."""
    end = annotation.spans[-1].end
    return document.text[end : end + length].partition("\n")[0]


def between(document: Document, first: Annotation, second: Annotation) -> str | None:
    """The text between two annotations; None where the second does not begin after the first."""
    end, start = first.spans[-1].end, second.spans[0].start
    return document.text[end:start] if end <= start else None


def same_sentence(gap: str) -> bool:
    """Whether the text between two annotations has no end of a sentence."""
    return len(gap) <= MAX_SENTENCE and _END.search(gap) is None


def sentence(document: Document, annotation: Annotation) -> tuple[int, int]:
    """Where the sentence around an annotation begins and ends in the text."""
    text = document.text
    start, end = annotation.spans[0].start, annotation.spans[-1].end
    lowest = max(0, start - MAX_SENTENCE)
    begin = lowest
    for found in _END.finditer(text, lowest, start):
        begin = found.end()
    ending = _END.search(text, end, end + MAX_SENTENCE)
    return begin, ending.start() + 1 if ending else min(len(text), end + MAX_SENTENCE)
