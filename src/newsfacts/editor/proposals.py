"""Proposals of a draft: accepted, changed into another kind, or rejected. Each is a list of edits of the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsfacts.documents import dumps
from newsfacts.drafting.results import RANK
from newsfacts.editor.analysis import Analysis, Marked, TextEdit
from newsfacts.editor.ids import occurrences
from newsfacts.errors import NewsfactsError
from newsfacts.immutable import FrozenDict
from newsfacts.model import Document
from newsfacts.schema.kinds import fields_of_class
from newsfacts.values.level import Level

__all__ = ["accepted", "accepted_all", "changed", "inner_proposals", "other_kinds", "proposals", "rejected"]

_OTHERS: Mapping[str, tuple[str, ...]] = FrozenDict({
    "claim": ("quote",), "quote": ("claim",), "count": ("time",), "time": ("count",),
    "source": ("addressee", "medium"), "addressee": ("source", "medium"), "medium": ("source", "addressee"),
})  # fmt: skip
"""What a proposal of a kind is most often mistaken for."""


def proposals(analysis: Analysis, level: Level = Level.GUESS) -> list[Marked]:
    """The proposals of a level and the surer ones that are left."""
    limit = RANK[level]
    return [each for each in analysis.marked if (own := each.annotation.draft) is not None and RANK[own] <= limit]


def accepted(marked: Marked, analysis: Analysis) -> list[TextEdit]:
    """Take a proposal over: `draft=` is taken out. Raises `NewsfactsError` where the document cannot be written."""
    edit = without_draft(marked, analysis)
    if edit is not None:
        return [edit]
    assert analysis.document is not None
    return written(analysis, analysis.document.edit(marked.annotation, draft=None))


def accepted_all(analysis: Analysis, level: Level) -> list[TextEdit]:
    """Take over everything of a level and the surer ones. Raises `NewsfactsError` as `accepted` does."""
    edits = [without_draft(each, analysis) for each in proposals(analysis, level)]
    inline = [edit for edit in edits if edit is not None]
    if len(inline) == len(edits):
        return inline
    assert analysis.document is not None
    from newsfacts.drafting.document import accept  # with everything that drafts are made of

    return written(analysis, accept(analysis.document, level))


def rejected(group: Sequence[Marked], analysis: Analysis) -> list[TextEdit]:
    """Take proposals out of the document; their words stay.

    Raises `NewsfactsError` where another annotation refers to one of them.
    """
    names = {each.annotation.id for each in group if each.annotation.id is not None}
    own = [each.whole for each in group]
    for used in occurrences(analysis) if names else ():
        is_inside = any(span.start <= used.start < span.end for span in own)
        if used.id in names and not used.is_definition and not is_inside:
            raise NewsfactsError(f"#{used.id} is referred to from elsewhere")
    if all(each.block is not None and len(each.annotation.spans) == 1 for each in group):
        return sorted(
            (edit for each in group for edit in without_markup(each)), key=lambda edit: (edit.start, edit.end)
        )
    document = analysis.document
    assert document is not None
    if len(group) > 1:
        raise NewsfactsError("these are not all written as spans of the text")
    return written(analysis, document.without(group[0].annotation))


def inner_proposals(marked: Marked, analysis: Analysis) -> list[Marked]:
    """A proposal and those inside it."""
    assert analysis.document is not None
    inside = {id(each) for each in analysis.document.inside(marked.annotation)}
    return [marked, *(each for each in proposals(analysis) if id(each.annotation) in inside)]


def other_kinds(marked: Marked, analysis: Analysis) -> list[str]:
    """The kinds that a proposal could be changed into: those that take all of the fields that are written."""
    if marked.block is None or marked.raw.kind is None:
        return []
    kinds = [kind for kind in _OTHERS.get(marked.raw.kind, ()) if kind in analysis.schema]
    return [kind for kind in kinds if set(marked.raw.attributes) <= set(fields_of_class(analysis.schema[kind].cls))]


def changed(marked: Marked, kind: str, analysis: Analysis) -> list[TextEdit]:
    """Make a proposal one of another kind, and take it over."""
    assert marked.block is not None
    old = f".{marked.raw.kind}"
    place = analysis.text.index(old, marked.block.start)
    edits = [TextEdit(place, place + len(old), f".{kind}")]
    draft = without_draft(marked, analysis)
    return [*edits, *([draft] if draft is not None else [])]


def without_draft(marked: Marked, analysis: Analysis) -> TextEdit | None:
    """The edit that takes `draft=` out of an attribute block; None where there is no block, or nothing else in it."""
    if marked.block is None or "draft" not in marked.raw.attributes:
        return None
    if marked.raw.kind is None and len(marked.raw.attributes) == 1 and marked.raw.id is None:
        return None
    start, end = marked.raw.range_of("draft")
    if start - 1 > marked.block.start:
        while analysis.text[start - 1].isspace():
            start -= 1
    else:
        while analysis.text[end].isspace():
            end += 1
    return TextEdit(start, end, "")


def without_markup(marked: Marked) -> Iterable[TextEdit]:
    """The edits that take the brackets and the block of an annotation away."""
    yield TextEdit(marked.whole.start, marked.words.start, "")
    yield TextEdit(marked.words.end, marked.whole.end, "")


def written(analysis: Analysis, document: Document) -> list[TextEdit]:
    """The edit that makes the file what it is with the changed document: from the first to the last character that differs."""
    layout = document.layout
    new = dumps(document, format=layout.format if layout is not None else "facts")
    old = analysis.text
    first, least = 0, min(len(old), len(new))
    while first < least and old[first] == new[first]:
        first += 1
    last = 0
    while last < least - first and old[len(old) - 1 - last] == new[len(new) - 1 - last]:
        last += 1
    return [TextEdit(first, len(old) - last, new[first : len(new) - last])] if old != new else []
