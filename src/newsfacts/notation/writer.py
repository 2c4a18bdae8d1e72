"""From a document to annotated text: `read(write(document)) == document`, and nothing is escaped that need not be.

Annotations that nest within one paragraph are written as spans. The others (crossing ones, ones over several
paragraphs, ones that stand nowhere) are written into the front matter, anchored by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from newsfacts import strict_yaml
from newsfacts.fields import written_fields, written_metadata
from newsfacts.model import Annotation, Document, UnknownKind
from newsfacts.notation.parser import MAX_NESTING
from newsfacts.raw import Comment
from newsfacts.spans import Span

__all__ = ["write_notation"]

_EMPTY_LINE = re.compile(r"(?>\r\n?|\n)[ \t]*+(?=[\r\n])")
_BARE = re.compile(r"[^\s\"{}\\]+\Z")
_KIND_NAME = re.compile(r"[A-Za-z][\w-]*\Z")
_ID = re.compile(r"[\w][\w.:-]*\Z")
_NEEDS_ESCAPE = re.compile(r"[\[\]\\]|\{%")


@attrs.define
class _Mark:
    """Markup at an offset of the text. Closing marks come before opening ones, inner before outer."""

    offset: int
    order: tuple[int, int, int]
    words: str


def write_notation(document: Document) -> str:
    """The document as annotated text."""
    inline, apart = divide(document)
    marks: list[_Mark] = []
    continued = {number for number in inline if len(document.annotations[number].spans) > 1}
    ids = fresh_ids(document, continued)
    for depth_order, number in enumerate(inline):
        annotation = document.annotations[number]
        for position, span in enumerate(annotation.spans):
            attributes = (
                attribute_block(annotation, document, ids.get(number)) if position == 0 else f"{{cont={ids[number]}}}"
            )
            marks.append(_Mark(span.start, (1, -span.end, depth_order), "["))
            marks.append(_Mark(span.end, (0, -span.start, -depth_order), "]" + attributes))
    numbers_of_comments: dict[int, list[Comment]] = {}
    for comment in document.comments:
        if comment.after is not None and comment.after in set(inline):
            numbers_of_comments.setdefault(comment.after, []).append(comment)
        else:
            marks.append(_Mark(comment.offset, (0, 1, 0), "{%" + comment.words + "%}"))
    for depth_order, number in enumerate(inline):
        for comment in numbers_of_comments.get(number, ()):
            span = document.annotations[number].spans[0]
            marks.append(_Mark(span.end, (0, -span.start, -depth_order), "{%" + comment.words + "%}"))
    marks.sort(key=lambda mark: (mark.offset, mark.order))
    body = "".join(with_marks(document.text, marks))
    front = front_matter(document, apart, ids)
    return front + body


def with_marks(text: str, marks: list[_Mark]) -> Iterator[str]:
    """The text with its marks, the pieces between them escaped."""
    position = 0
    for mark in marks:
        yield escape(text[position : mark.offset])
        position = mark.offset
        yield mark.words
    yield escape(text[position:])


def escape(words: str) -> str:
    """Text as it must be written between marks: brackets that are not a pair within it, and whatever would be markup."""
    if _NEEDS_ESCAPE.search(words) is None and "{" not in words:
        return words
    literal = balanced_brackets(words)
    pieces: list[str] = []
    for place, character in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        must = (
            (character in "[]" and place not in literal)
            or (character == "{" and (place == 0 or following in ("%", "") or words[place - 1] == "]"))
            or (character == "\\" and (following == "" or following in "[]{}\\"))
        )
        pieces.append("\\" + character if must else character)
    return "".join(pieces)


def balanced_brackets(words: str) -> set[int]:
    """Where brackets stand that pair up within one paragraph, with no brace after the closing one."""
    literal: set[int] = set()
    opened: list[int] = []
    for found in re.finditer(r"\[|\]|(?>\r\n?|\n)[ \t]*+(?=[\r\n])", words):
        place = found.start()
        if found[0] == "[":
            opened.append(place)
        elif found[0] == "]":
            follows = words[place + 1 : place + 2]
            if opened and follows not in ("{", "") and len(opened) < MAX_NESTING // 2:
                literal |= {opened.pop(), place}
            else:
                opened.clear()
        else:
            opened.clear()
    return literal


# -- Inline or apart ---------------------------------------------------------------------------------------------------


def divide(document: Document) -> tuple[list[int], list[int]]:
    """The numbers of the annotations that can be written as spans, and of those that cannot, in reading order."""
    text = document.text
    inline: list[int] = []
    apart: list[int] = []
    opened: list[Span] = []
    fragments = sorted(
        (span.start, -span.end, number)
        for number, annotation in enumerate(document.annotations)
        for span in annotation.spans
    )
    refused: set[int] = set()
    for start, negative_end, number in fragments:
        span = Span(start, -negative_end)
        while opened and opened[-1].end <= span.start:
            opened.pop()
        crosses = bool(opened) and opened[-1].end < span.end
        if (
            number in refused
            or crosses
            or span.start == span.end
            or _EMPTY_LINE.search(text, span.start, span.end)
            or len(opened) >= MAX_NESTING // 2
        ):
            refused.add(number)
        else:
            opened.append(span)
    for number, annotation in enumerate(document.annotations):
        writable = annotation.spans and number not in refused and inline_attributes(annotation)
        (inline if writable else apart).append(number)
    return inline, apart


def inline_attributes(annotation: Annotation) -> bool:
    """Whether the kind and the id can be written in an attribute block."""
    kind = annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND
    return (kind == "" or bool(_KIND_NAME.match(kind))) and (annotation.id is None or bool(_ID.match(annotation.id)))


def fresh_ids(document: Document, continued: set[int]) -> Mapping[int, str]:
    """The ids of annotations, with new ones for those that need one because they go on elsewhere."""
    taken = {annotation.id for annotation in document.annotations}
    found: dict[int, str] = {}
    for number in sorted(continued):
        own = document.annotations[number].id
        if own is None:
            own = next(
                name for name in (f"gap-{number}{suffix}" for suffix in ("", "-a", "-b", "-c")) if name not in taken
            )
        found[number] = own
    return found


# -- Attributes and front matter ---------------------------------------------------------------------------------------


def attribute_block(annotation: Annotation, document: Document, id: str | None) -> str:
    """`{.kind #id key=value}`."""
    kind = annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND
    fields = written_fields(annotation, document)
    items = [f".{kind}"] if kind and not (kind == "mention" and "ref" in fields) else []
    id = annotation.id or id
    if id is not None:
        items.append(f"#{id}")
    for key, value in fields.items():
        words = " ".join(value) if isinstance(value, list) else value
        items.append(f"{key}={words}" if _BARE.match(words) else f'{key}="{quoted(words)}"')
    return "{" + " ".join(items) + "}"


def quoted(words: str) -> str:
    """A value between quotation marks."""
    return words.replace("\\", "\\\\").replace('"', '\\"')


def front_matter(document: Document, apart: list[int], ids: Mapping[int, str]) -> str:
    """The front matter with its lines; empty where there is nothing to say and the body does not look like one."""
    values: dict[str, Any] = {"newsfacts": 1, **written_metadata(document)}
    if apart:
        values["annotations"] = [anchored(document, number) for number in apart]
    if len(values) == 1 and not document.text.startswith("---"):
        return ""
    return f"---\n{strict_yaml.dump(values)}---\n\n"


def anchored(document: Document, number: int) -> dict[str, Any]:
    """An annotation as the front matter holds it."""
    annotation = document.annotations[number]
    kind = annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND
    found: dict[str, Any] = {"kind": kind} if kind else {}
    if annotation.id is not None:
        found["id"] = annotation.id
    words = [span.slice(document.text) for span in annotation.spans]
    if words:
        found["quote"] = words[0] if len(words) == 1 else words
        numbers = [str(occurrence(document.text, span)) for span in annotation.spans]
        again = [document.text.find(w, span.start + 1) >= 0 for w, span in zip(words, annotation.spans, strict=True)]
        if any(again) or set(numbers) != {"1"}:
            found["nth"] = numbers[0] if len(numbers) == 1 else numbers
    found.update(written_fields(annotation, document))
    return found


def occurrence(text: str, span: Span) -> int:
    """Which of the places where these words stand, from 1, this one is; overlapping places count."""
    words = span.slice(text)
    number = 0
    place = -1
    while (place := text.find(words, place + 1)) <= span.start and place >= 0:
        number += 1
    return number
