"""What grounding finds as plain data: the JSON of `newsfacts ground`, and of the tools for language models.

`schemas/grounding-1.json` describes it. `source_words` has the words of the source for each item, so that a program can
write them instead.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from newsfacts import __version__
from newsfacts.grounding.results import Grounding, GroundItem, GroundOutcome, LeftOut, SourcePassage
from newsfacts.sources.document import NoteKind, SourceDocument
from newsfacts.text.spans import Span

__all__ = ["VERSION", "gaps_of", "grounding_data", "summary_of"]

VERSION = 1
"""Counts up when a key changes its meaning or goes; new keys may come at any time."""


def grounding_data(grounding: Grounding) -> dict[str, Any]:
    """All items with their places, what was left out, the sources and the numbers."""
    return {
        "version": VERSION,
        "newsfacts": __version__,
        "path": grounding.path,
        "ok": grounding.ok,
        "items": [_item(item, grounding.document) for item in grounding.items],
        "left_out": [_left_out(one, grounding.document) for one in grounding.left_out],
        "sources": [
            {"path": document.path, "kind": str(document.kind), "notes": [str(note) for note in document.notes]}
            for document in grounding.sources
        ],
        "unreadable": [{"path": error.path, "reason": str(error)} for error in grounding.refused],
        "summary": summary_of(grounding),
    }


def summary_of(grounding: Grounding) -> dict[str, int]:
    """How many items have each outcome, in the order of the outcomes; those that no item has are not there."""
    counts = Counter(item.outcome for item in grounding.items)
    found = {str(outcome): counts[outcome] for outcome in GroundOutcome if counts[outcome]}
    return {"items": len(grounding.items), **found, "left out": len(grounding.left_out)}


_GAPS = (NoteKind.EMPTY_PAGES, NoteKind.WRONG_BYTES, NoteKind.ENCODING, NoteKind.ATTACHMENTS)
"""Notes of a source that say that words of it may be missing, or other ones."""


def gaps_of(grounding: Grounding) -> list[str]:
    """What was not read of the sources that could be read, each as a sentence."""
    found = []
    for document in (grounding.document, *grounding.sources):
        notes = [str(note) for note in document.notes if note.kind in _GAPS]
        if notes:
            found.append(f"{document.path or 'the text'} was not read as a whole, or not for sure: {'; '.join(notes)}.")
    return found


def _item(item: GroundItem, document: SourceDocument) -> dict[str, Any]:
    return {
        "kind": str(item.kind),
        "outcome": str(item.outcome),
        "words": item.words,
        "place": str(document.place(item.span)),
        **_place(item.span, document),
        "why": item.why,
        "help": item.help,
        "code": item.rule,
        "cited": list(item.cited),
        "source_words": None if item.source is None else item.source.words,
        "source": None if item.source is None else _evidence(item.source),
    }


def _place(span: Span, document: SourceDocument) -> dict[str, int]:
    place = document.in_file(span)
    begin, end = place.position, place.end_position
    return {
        "line": begin.line, "column": begin.column, "end_line": end.line, "end_column": end.column,
        "start": span.start, "end": span.end,
    }  # fmt: skip


def _evidence(evidence: SourcePassage) -> dict[str, Any]:
    place = evidence.place
    return {
        "path": evidence.path,
        "place": str(place),
        "line": place.position.line,
        "column": place.position.column,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "words": evidence.words,
        "sentence": evidence.sentence_words,
    }


def _left_out(one: LeftOut, document: SourceDocument) -> dict[str, Any]:
    return {"words": one.words, **_place(one.span, document), "reason": str(one.reason), "why": one.why}
