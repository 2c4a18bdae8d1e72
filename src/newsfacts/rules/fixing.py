"""Edits for the fixes of rules: an attribute is rewritten, the brackets of an annotated text are moved or removed.

None of them changes the text. A bracket is moved only over plain characters: where there is markup, an escape or a line
end in between, the functions return no edits, and a rule then offers no fix.
"""

from __future__ import annotations

from newsfacts.findings import Edit, Fix
from newsfacts.immutable import frozen
from newsfacts.model import Annotation, Document
from newsfacts.patterns import lazy_pattern

__all__ = ["Brackets", "brackets", "move_closing", "move_opening", "remove", "rewrite"]

_BLOCK = lazy_pattern(r'\{(?>(?:[^"{}]++|"(?>(?:[^"\\]++|\\.)*)")*)\}')
_COMMENT = lazy_pattern(r"\{%[^%]*+(?>(?:%(?!\})[^%]*+)*)%\}")
_PLAIN = lazy_pattern(r"[^\[\]{}\\\r\n]+")


@frozen
class Brackets:
    """Where the markup of a span is in the file: `[` at `opening`, `]` at `closing`, its block up to `end`.

    `comments_end` is the offset right after the comments that are attached to the block; `end` where there are none.
    """

    opening: int
    closing: int
    end: int
    comments_end: int


def brackets(document: Document, annotation: Annotation) -> Brackets | None:
    """The markup of an annotation; None for one that is not written as a single span of annotated text."""
    raw = document.raw(annotation)
    if raw is None or document.origin is None or len(annotation.spans) != 1:
        return None
    source = document.origin.source.string
    opening = raw.start - 1
    block = _BLOCK.match(source, raw.end + 1)
    if opening < 0 or source[opening] != "[" or source[raw.end : raw.end + 1] != "]" or block is None:
        return None
    ranges = [raw.range_of(key) for key in (*raw.attributes, *(("id",) if raw.id is not None else ()))]
    if any(not (block.start() < start and end < block.end()) for start, end in ranges):
        return None  # one that the front matter anchors to the words of this span
    end = block.end()
    comments_end = end
    while (comment := _COMMENT.match(source, comments_end)) is not None:
        comments_end = comment.end()
    return Brackets(opening, raw.end, end, comments_end)


def move_opening(document: Document, annotation: Annotation, to: int) -> tuple[Edit, ...]:
    """The edits after which an annotation begins at offset `to` of the text; none where that cannot be done."""
    found = brackets(document, annotation)
    if found is None or document.origin is None:
        return ()
    source = document.origin.source.string
    start = annotation.span.start
    if to > start:
        words = document.text[start:to]
        first, last = found.opening + 1, found.opening + 1 + len(words)
        if source[first:last] == words and _PLAIN.fullmatch(words):
            return (Edit(found.opening, last, words + "["),)
    elif to < start:
        words = document.text[to:start]
        first = found.opening - len(words)
        if (
            first >= 0
            and source[first : found.opening] == words
            and _PLAIN.fullmatch(words)
            and source[first - 1 : first] != "\\"
        ):
            return (Edit(first, found.opening + 1, "[" + words),)
    return ()


def move_closing(document: Document, annotation: Annotation, to: int) -> tuple[Edit, ...]:
    """The edits after which an annotation ends before offset `to` of the text; none where that cannot be done."""
    found = brackets(document, annotation)
    if found is None or document.origin is None:
        return ()
    source = document.origin.source.string
    end = annotation.span.end
    markup = source[found.closing : found.comments_end]
    if to < end:
        words = document.text[to:end]
        first = found.closing - len(words)
        if source[first : found.closing] == words and _PLAIN.fullmatch(words) and source[first - 1] != "\\":
            return (Edit(first, found.comments_end, markup + words),)
    elif to > end:
        words = document.text[end:to]
        last = found.comments_end + len(words)
        following = source[last : last + 1]
        if source[found.comments_end : last] == words and _PLAIN.fullmatch(words) and following != "{":
            return (Edit(found.closing, last, words + markup),)
    return ()


def remove(document: Document, annotation: Annotation) -> tuple[Edit, ...]:
    """The edits that take an annotation's markup out; none where a comment is attached to it."""
    found = brackets(document, annotation)
    if found is None or found.comments_end != found.end or document.origin is None:
        return ()
    source = document.origin.source.string
    if source[found.opening - 1 : found.opening] == "\\" or source[found.end : found.end + 1] == "{":
        return ()
    return (Edit(found.opening, found.opening + 1, ""), Edit(found.closing, found.end, ""))


def rewrite(document: Document, annotation: Annotation, value: object, *, key: str = "value") -> Fix | None:
    """A fix that writes `key` of an annotation as `value`; None where the attribute is not written in the file.

    It is never safe: what a value states is for a person to decide.
    """
    raw = document.raw(annotation)
    if raw is None or key not in raw.attributes:
        return None
    place = document.place(annotation, key)
    if place is None:
        return None
    prefix = f"{key}=" if place.words.startswith(f"{key}=") else ""
    return Fix(f"write {key} as {value}", (Edit(place.start, place.end, prefix + in_quotation_marks(str(value))),))


def in_quotation_marks(words: str) -> str:
    """Words as a string of JSON, which attributes and YAML both read."""
    if words.isprintable():
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    import json  # a check of one file does not need it otherwise

    return json.dumps(words, ensure_ascii=False)
