"""Proposals of a draft: accepted, changed into another kind, or rejected. Each is a list of edits of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsfacts.documents import dumps
from newsfacts.drafting.results import RANK
from newsfacts.editing.draft import Draft
from newsfacts.errors import BuildError
from newsfacts.immutable import FrozenDict
from newsfacts.model import Document
from newsfacts.reviewing.written import Marked, TextEdit, Written
from newsfacts.schema.kinds import Schema, fields_of_class
from newsfacts.values.level import Level

__all__ = [
    "accepted",
    "accepted_all",
    "accepted_group",
    "changed",
    "inner_proposals",
    "other_kinds",
    "proposals",
    "rejected",
]

_OTHERS: Mapping[str, tuple[str, ...]] = FrozenDict({
    "claim": ("quote",), "quote": ("claim",), "count": ("time",), "time": ("count",),
    "source": ("addressee", "medium"), "addressee": ("source", "medium"), "medium": ("source", "addressee"),
})  # fmt: skip
"""What a proposal of a kind is most often mistaken for."""


def proposals(file: Written, level: Level = Level.GUESS) -> list[Marked]:
    """The proposals of a level and the surer ones that are left."""
    limit = RANK[level]
    return [each for each in file.marked if (own := each.annotation.draft) is not None and RANK[own] <= limit]


def accepted(marked: Marked, file: Written) -> list[TextEdit]:
    """Take a proposal over: `draft=` is taken out. Raises `BuildError` where the document cannot be written."""
    edit = without_draft(marked, file)
    if edit is not None:
        return [edit]
    return written(file, file.document.edit(marked.annotation, draft=None))


def accepted_group(group: Sequence[Marked], file: Written) -> list[TextEdit]:
    """Take over several proposals. Raises `BuildError` as `accepted` does."""
    edits = [without_draft(each, file) for each in group]
    inline = [edit for edit in edits if edit is not None]
    if len(inline) == len(edits):
        return inline
    made = Draft(file.document)
    for each in group:
        made.change(made.entry_of(each.annotation), {"draft": None})
    return written(file, made.document())


def accepted_all(file: Written, level: Level) -> list[TextEdit]:
    """Take over everything of a level and the surer ones. Raises `BuildError` as `accepted` does."""
    return accepted_group(proposals(file, level), file)


def rejected(group: Sequence[Marked], file: Written) -> list[TextEdit]:
    """Take proposals out of the document; their words stay.

    Raises `BuildError` where another annotation refers to one of them.
    """
    is_inline = all(each.block is not None and len(each.annotation.spans) == 1 for each in group)
    if is_inline and all(each.annotation.id is None for each in group):
        return without_markup_of(group)
    made = Draft(file.document)
    removed = [made.entry_of(each.annotation) for each in group]
    made.entries = [entry for entry in made.entries if all(entry is not one for one in removed)]
    for entry in removed:
        users = [other for other in made.entries if entry.id is not None and made.refers(other, entry.id)]
        if users:
            raise BuildError(f"#{entry.id} is referred to by {users[0]}: change that first")
    return without_markup_of(group) if is_inline else written(file, made.document())


def inner_proposals(marked: Marked, file: Written) -> list[Marked]:
    """A proposal and those inside it."""
    inside = {id(each) for each in file.document.inside(marked.annotation)}
    return [marked, *(each for each in proposals(file) if id(each.annotation) in inside)]


def other_kinds(marked: Marked, file: Written) -> list[str]:
    """The kinds that a proposal could be changed into: those that take all of the fields that are written."""
    if marked.block is None or marked.raw.kind is None:
        return []
    schema = file.document.known_kinds or Schema.core()
    kinds = [kind for kind in _OTHERS.get(marked.raw.kind, ()) if kind in schema]
    return [kind for kind in kinds if set(marked.raw.attributes) <= set(fields_of_class(schema[kind].cls))]


def changed(marked: Marked, kind: str, file: Written) -> list[TextEdit]:
    """Make a proposal one of another kind, and take it over."""
    assert marked.block is not None
    old = f".{marked.raw.kind}"
    place = file.text.index(old, marked.block.start)
    edits = [TextEdit(place, place + len(old), f".{kind}")]
    draft = without_draft(marked, file)
    return [*edits, *([draft] if draft is not None else [])]


def without_draft(marked: Marked, file: Written) -> TextEdit | None:
    """The edit that takes `draft=` out of an attribute block; None where there is no block, or nothing else in it."""
    if marked.block is None or "draft" not in marked.raw.attributes:
        return None
    if marked.raw.kind is None and len(marked.raw.attributes) == 1 and marked.raw.id is None:
        return None
    start, end = marked.raw.range_of("draft")
    if start - 1 > marked.block.start:
        while file.text[start - 1].isspace():
            start -= 1
    else:
        while file.text[end].isspace():
            end += 1
    return TextEdit(start, end, "")


def without_markup_of(group: Sequence[Marked]) -> list[TextEdit]:
    """The edits that take the brackets and the blocks of annotations away, in order."""
    edits = [
        TextEdit(start, end, "")
        for each in group
        for start, end in ((each.whole.start, each.words.start), (each.words.end, each.whole.end))
    ]
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def written(file: Written, document: Document) -> list[TextEdit]:
    """The edit that makes the file what it is with the changed document: from the first to the last character that differs."""
    layout = document.layout
    new = dumps(document, format=layout.format if layout is not None else "facts")
    old = file.text
    first, least = 0, min(len(old), len(new))
    while first < least and old[first] == new[first]:
        first += 1
    last = 0
    while last < least - first and old[len(old) - 1 - last] == new[len(new) - 1 - last]:
        last += 1
    return [TextEdit(first, len(old) - last, new[first : len(new) - last])] if old != new else []
