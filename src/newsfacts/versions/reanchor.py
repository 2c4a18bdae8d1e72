"""Moves the annotations of a document to an edited text. None is lost silently: what has no place keeps its words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import attrs

from newsfacts.building.written import nested_roles
from newsfacts.documents import parse
from newsfacts.formats.standoff import standoff_data
from newsfacts.model import Annotation, Document
from newsfacts.raw import Comment
from newsfacts.text.spans import Span
from newsfacts.versions.moving import Reanchored, ReanchoredStatus, move_spans

__all__ = ["MovedAnnotation", "MovedDocument", "move_annotations"]

NEXT_TO = 40
"""How many code points next to a comment are looked for in the new text."""


@attrs.frozen(kw_only=True)
class MovedAnnotation:
    """What became of one annotation of the old document."""

    annotation: Annotation
    outcome: Reanchored

    @property
    def status(self) -> ReanchoredStatus:
        """Kept, moved, changed or lost."""
        return self.outcome.status


@attrs.frozen(kw_only=True)
class MovedDocument:
    """The document over the new text, and what became of each annotation, in the old reading order."""

    document: Document
    annotations: tuple[MovedAnnotation, ...]

    def count(self, status: ReanchoredStatus) -> int:
        """How many annotations have a status."""
        return Counter(moved.status for moved in self.annotations)[status]


def move_annotations(document: Document, text: str, *, text_file: str | None = None) -> MovedDocument:
    """A document with the same annotations over another text. `text_file` is where that text is, for stand-off files."""
    placed = [number for number, annotation in enumerate(document.annotations) if annotation.spans]
    outcomes = dict(
        zip(placed, move_spans(document.text, text, [document.annotations[n].spans for n in placed]), strict=True)
    )
    data = standoff_data(attrs.evolve(document, text_file=None))
    data["text"] = text
    data.pop("sha256", None)
    lost = {number for number, outcome in outcomes.items() if outcome.status is ReanchoredStatus.LOST}
    keep_roles(document, data, lost)
    for number, outcome in outcomes.items():
        entry = data["annotations"][number]
        if number in lost:
            del entry["spans"], entry["words"]
            entry["lost"] = document.annotations[number].text
        else:
            entry["spans"] = [[span.start, span.end] for span in outcome.fragments]
            entry["words"] = [span.slice(text) for span in outcome.fragments]
    moved = parse(json.dumps(data), path=document.path, format="json", schema=document.known_kinds).document
    return MovedDocument(
        document=attrs.evolve(
            moved,
            text_file=text_file,
            origin=None,
            layout=document.layout,
            comments=moved_comments(document, moved, lost),
        ),
        annotations=tuple(
            MovedAnnotation(annotation=document.annotations[number], outcome=outcome)
            for number, outcome in outcomes.items()
        ),
    )


def moved_comments(document: Document, moved: Document, lost: set[int]) -> tuple[Comment, ...]:
    """The comments over the new text: those of a span stay with it, others stay after or before the words next to them."""
    if not document.comments or moved.origin is None:
        return ()
    written = [annotation.start for annotation in moved.origin.annotations]
    numbers = sorted(range(len(written)), key=written.__getitem__)  # by the order of the entries, which is the old one
    free = [comment.offset for comment in document.comments if comment.after is None or comment.after in lost]
    offsets = dict(zip(free, moved_offsets(document.text, moved.text, free), strict=True))
    found = []
    for comment in document.comments:
        if comment.after is None or comment.after in lost:
            found.append(Comment(offsets[comment.offset], comment.words))
        else:
            number = numbers[comment.after]
            spans = moved.annotations[number].spans
            found.append(Comment(spans[0].end if spans else comment.offset, comment.words, number))
    return tuple(sorted(found, key=lambda comment: comment.offset))


def moved_offsets(old: str, new: str, offsets: Sequence[int]) -> list[int]:
    """Where offsets of the old text are in the new one: next to the same words, or else at its end."""
    before = [(Span(max(0, offset - NEXT_TO), offset),) for offset in offsets]
    after = [(Span(offset, min(len(old), offset + NEXT_TO)),) for offset in offsets]
    places = move_spans(old, new, [*before, *after])
    found = []
    for one, other in zip(places[: len(offsets)], places[len(offsets) :], strict=True):
        if one.fragments:
            found.append(one.fragments[-1].end)
        elif other.fragments:
            found.append(other.fragments[0].start)
        else:
            found.append(len(new))
    return found


def keep_roles(document: Document, data: dict[str, Any], lost: set[int]) -> None:
    """An attribution that loses the place of a source, a cue or a content names them all by id instead."""
    entries = data["annotations"]
    numbers = {id(annotation): number for number, annotation in enumerate(document.annotations)}
    for number, annotation in enumerate(document.annotations):
        for field, members in nested_roles(document, annotation).items():
            if field == "nested" or not (number in lost or any(numbers[id(member)] in lost for member in members)):
                continue
            ids = []
            for member in members:
                entry = entries[numbers[id(member)]]
                ids.append(entry.setdefault("id", f"role-{numbers[id(member)]}"))
            entries[number][{"cues": "cue", "contents": "content"}.get(field, field)] = ids
