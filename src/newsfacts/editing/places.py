"""Where an annotation made in Python is: words of the text or spans, checked against it."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.anchors.find import Miss, MissReason, PlaceFinder
from newsfacts.errors import BuildError
from newsfacts.model import Annotation
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import with_article

__all__ = ["WrittenPlace", "check_place", "spans_at"]

WrittenPlace = str | Span | Sequence[Span] | None
"""Words of the text, a span, several spans in order, or None for an annotation without a place."""


def check_place(annotation: Annotation, text: str) -> None:
    """Raise `BuildError` for spans that the text does not have, or words that are not those at the spans."""
    _check_spans(
        annotation.spans, text, f"the {annotation.KIND} {annotation.id!r}" if annotation.id else f"a {annotation.KIND}"
    )
    words = " ".join(text[span.start : span.end] for span in annotation.spans)
    if annotation.text and annotation.text != words:
        raise BuildError(
            f"{with_article(annotation.KIND)} says that its words are {annotation.text!r}, but at its spans the text has {words!r}"
        )


def _check_spans(spans: Sequence[Span], text: str, what: str) -> None:
    before = 0
    for span in spans:
        if not 0 <= span.start <= span.end <= len(text):
            raise BuildError(
                f"{what} has the span {span.start}..{span.end}, but the text has {len(text):,} code points"
            )
        if span.start < before:
            raise BuildError(f"{what} has spans that overlap or are not in order: give them from left to right")
        before = span.end


def spans_at(
    text: str, at: WrittenPlace, nth: int | None = None, prefix: str = "", suffix: str = ""
) -> tuple[Span, ...]:
    """The spans of a place. Raises `BuildError` where words have no place, or several and none is chosen."""
    if at is None:
        return ()
    if isinstance(at, str):
        if not at:
            raise BuildError("an annotation needs words; for one without a place give None")
        found = PlaceFinder(text).find(at, prefix=prefix, suffix=suffix, nth=nth)
        if isinstance(found, Miss):
            raise BuildError(_missed(at, found, nth))
        return (found,)
    if nth is not None or prefix or suffix:
        raise BuildError("nth, prefix and suffix go with words, not with spans")
    spans = (at,) if isinstance(at, Span) else tuple(at)
    _check_spans(spans, text, "an annotation")
    return spans


def _missed(words: str, miss: Miss, nth: int | None) -> str:
    if miss.reason is MissReason.SEVERAL:
        return f"the text has {words!r} {miss.count} times: say which with nth=1 to nth={miss.count}, or with prefix= or suffix="
    if miss.reason is MissReason.NUMBER:
        return f"the text has {words!r} {miss.count} times, so there is no nth={nth}"
    if miss.reason is MissReason.CONTEXT:
        return f"the text has {words!r}, but not after this prefix and before this suffix"
    return f"the text does not have {words!r}: copy the words letter by letter"
