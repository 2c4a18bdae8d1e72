"""Writes a changed document into the annotated text that it came from: what did not change stays as a person wrote it.

The front matter keeps its comments, its order and its spelling; spans keep their blocks, and the text its escapes.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from newsfacts.anchors.find import PlaceFinder
from newsfacts.building.builder import build
from newsfacts.building.written import all_written_fields, written_metadata
from newsfacts.findings import ProblemList
from newsfacts.formats.annotated_text.attributes import BLOCK
from newsfacts.formats.annotated_text.front_matter import split_front_matter
from newsfacts.formats.annotated_text.parser import read_notation
from newsfacts.formats.annotated_text.writer import Fields, anchored, divide, kind_of, write_body, write_notation
from newsfacts.immutable import FrozenDict
from newsfacts.model import Document
from newsfacts.strict_yaml.merge import merge
from newsfacts.text.source import SourceText

__all__ = ["rewrite_notation"]

_BLOCK = re.compile(BLOCK)
_ESCAPABLE = re.compile(r"[\[\]{}\\]")


def rewrite_notation(document: Document, source: str) -> str:
    """The file `source`, saying what the document says; rewritten whole where that cannot be done in place."""
    rewriting = _Rewriting(document, source)
    if document == rewriting.old and document.comments == rewriting.old.comments:
        return source
    for escapes in (rewriting.escapes(), FrozenDict()):
        found = rewriting.written(escapes)
        again = build(read_notation(found, document.path), document.known_kinds, factbook=document.factbook)
        if again == document and again.comments == document.comments:
            return found
    return write_notation(document)


def said_by(document: Document, number: int, fields: Fields) -> Hashable:
    """What an annotation says, wherever it is."""
    annotation = document.annotations[number]
    written = tuple((key, value if isinstance(value, str) else tuple(value)) for key, value in fields.items())
    return kind_of(annotation), annotation.id, annotation.text, len(annotation.spans), written


class _Rewriting:
    def __init__(self, document: Document, source: str) -> None:
        raw = read_notation(source, document.path)
        order = {id(annotation): number for number, annotation in enumerate(raw.annotations)}
        self.document = document
        self.old = build(raw, document.known_kinds, factbook=document.factbook)
        self.raws = self.old.origin.annotations if self.old.origin is not None else ()
        self.order = [order[id(annotation)] for annotation in self.raws]  # in which the file has the annotations
        self.source = source
        self.fields = all_written_fields(document)
        self.old_fields = all_written_fields(self.old)
        self.front = split_front_matter(SourceText(source), None, ProblemList())
        self.same = self.matched()

    def matched(self) -> Mapping[int, int]:
        """From annotations of the document to those of the file that say the same, by number."""
        waiting: dict[Hashable, list[int]] = {}
        for number in range(len(self.old.annotations) - 1, -1, -1):
            waiting.setdefault(said_by(self.old, number, self.old_fields[number]), []).append(number)
        found = {}
        for number in range(len(self.document.annotations)):
            numbers = waiting.get(said_by(self.document, number, self.fields[number]))
            if numbers:
                found[number] = numbers.pop()
        return found

    def written(self, escapes: Mapping[int, bool]) -> str:
        by_id = {annotation.id: number for number, annotation in enumerate(self.old.annotations) if annotation.id}
        before = [
            self.same.get(number, by_id.get(annotation.id) if annotation.id else None)
            for number, annotation in enumerate(self.document.annotations)
        ]
        in_head = {number for number in range(len(self.old.annotations)) if self.is_in_head(number)}
        kept_apart = [number for number, old in enumerate(before) if old in in_head]
        inline, apart = divide(self.document, self.fields, kept_apart)
        head = self.head(apart, before, sorted(in_head, key=lambda number: self.order[number]))
        blocks = {number: self.block(self.same[number]) for number in inline if number in self.same}
        return head + write_body(self.document, self.fields, inline, blocks, escapes)

    def is_in_head(self, number: int) -> bool:
        return self.raws[number].attributes_from == 0  # that of a span is the place of its ]

    def block(self, number: int) -> str:
        """The block of an annotation of the file, as it is written there."""
        found = _BLOCK.match(self.source, self.raws[number].attributes_from + 1)
        return found[0] if found is not None else ""

    def escapes(self) -> Mapping[int, bool]:
        """For offsets of the text whether the file has a backslash before them that does not belong to the text."""
        origin = self.old.origin
        if origin is None or self.document.text != self.old.text:
            return FrozenDict()
        found = dict.fromkeys((place.start() for place in _ESCAPABLE.finditer(self.old.text)), False)
        end = self.front.body_start
        following = [*origin.text_offsets[1:], len(self.old.text)]
        for offset, place, stop in zip(origin.text_offsets, origin.file_offsets, following, strict=True):
            if place > end and self.source[place - 1] == "\\":
                found[offset] = True
            end = place + stop - offset
        return found

    def head(self, apart: Sequence[int], before: Sequence[int | None], in_head: Sequence[int]) -> str:
        """The front matter, with the lines around it."""
        after: dict[str, Any] = {**self.version(), **written_metadata(self.document)}
        before_head: dict[str, Any] = {**self.version(), **written_metadata(self.old)}
        if in_head:
            finder = PlaceFinder(self.old.text)
            before_head["annotations"] = [
                anchored(self.old, number, self.old_fields[number], finder) for number in in_head
            ]
        if apart:
            places = {number: place for place, number in enumerate(in_head)}
            ordered = sorted(
                apart,
                key=lambda number: (
                    places.get(before[number] or 0, len(places)) if before[number] is not None else len(places),
                    number,
                ),
            )
            finder = PlaceFinder(self.document.text)
            after["annotations"] = [anchored(self.document, number, self.fields[number], finder) for number in ordered]
        if self.front.node is None:
            return "" if after == self.version() else f"---\n{merge('', {}, {'newsfacts': 1, **after})}---\n\n"
        start = self.front.offset
        end = self.front.end
        return (
            self.source[:start]
            + merge(self.source[start:end], before_head, after)
            + self.source[end : self.front.body_start]
        )

    def version(self) -> dict[str, Any]:
        node = self.front.node
        return {"newsfacts": 1} if node is not None and node.get("newsfacts") is not None else {}
