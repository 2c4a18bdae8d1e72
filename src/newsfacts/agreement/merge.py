"""Several annotators in one document: what all have is kept, what not all have says who has it. Nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from newsfacts.agreement.grouping import Group, group_entries
from newsfacts.agreement.heads import merged_head
from newsfacts.agreement.same_text import annotator_names, as_name, check_same_text
from newsfacts.building.field_values import split_list
from newsfacts.editing.draft import Draft, Entry
from newsfacts.errors import UsageError
from newsfacts.model import Annotation, Document
from newsfacts.text.suggestions import suggestion

__all__ = ["Merged", "annotations_of", "merge"]

KEY = "disputed"


@attrs.frozen(kw_only=True)
class Merged:
    """The document that has the annotations of all, and what of its annotations is to be decided."""

    document: Document
    names: tuple[str, ...]
    agreed: int
    """How many annotations all annotators have."""

    @property
    def disputed(self) -> tuple[Annotation, ...]:
        """The annotations that not all have, in reading order."""
        return tuple(annotation for annotation in self.document.annotations if annotation.disputed)


def merge(documents: Sequence[Document], *, names: Sequence[str] | None = None) -> Merged:
    """One document with the annotations of several documents of the same text.

    An annotation that all have (the same kind, spans and fields; ids may differ) is there once. Every other one is there
    too, with the names of those who have it under `disputed=`, and rule P10 reports it until someone has decided. So
    `annotations_of(merged, name)` gives back what each annotator had. `names` are theirs, one word each: by default those
    under `annotator:`, or of the files.

    Raises `UsageError` where the texts differ or the heads contradict each other, for a document with errors of
    reading, and for one that has open disputes already.
    """
    called = annotator_names(documents, names)
    check_same_text(documents, called)
    for document, name in zip(documents, called, strict=True):
        check_ready(document, name)
    drafts = [Draft(document) for document in documents]
    groups = group_entries(drafts)
    made = Draft(merged_head(documents, called))
    made.entries = merged_entries(groups, drafts, called)
    made.comments = merged_comments(groups, drafts, made.entries)
    return Merged(
        document=made.document(),
        names=called,
        agreed=sum(len(group.entries) == len(documents) for group in groups),
    )


def check_ready(document: Document, name: str) -> None:
    """Raise `UsageError` for a document that cannot be merged as it is."""
    shown = document.path or name
    broken = next((problem for problem in document.problems if problem.severity.value == "error"), None)
    if broken is not None:
        raise UsageError(f"{shown} has errors of reading; correct them first: {broken}")
    open_one = next((annotation for annotation in document.annotations if annotation.disputed), None)
    if open_one is not None:
        place = document.place(open_one, KEY)
        where = f"{shown}:{place.position}" if place is not None else shown
        raise UsageError(f"{where}: this annotation is disputed already; decide about it first")


def merged_entries(groups: Sequence[Group], drafts: Sequence[Draft], names: Sequence[str]) -> list[Entry]:
    """The annotations of all documents, with ids that differ from each other and references that follow them."""
    ids = _Ids(groups)
    found = []
    for number, group in enumerate(groups):
        document, entry = next(iter(group.entries.items()))
        attributes = dict(entry.attributes)
        for key in drafts[document].reference_keys(entry):
            attributes[key] = [ids.renamed(document, word) for word in split_list(attributes[key])]
        if len(group.entries) < len(drafts):
            attributes[KEY] = [names[each] for each in sorted(group.entries)]
        found.append(Entry(entry.kind, entry.spans, ids.by_group[number], attributes))
    return found


class _Ids:
    """The ids of the merged document: the first that an annotation has, or a new one where another has taken it."""

    def __init__(self, groups: Sequence[Group]) -> None:
        wanted = {entry.id for group in groups for entry in group.entries.values() if entry.id is not None}
        self.by_group: list[str | None] = []
        self.new: dict[tuple[int, str], str] = {}
        used: set[str] = set()
        numbers: dict[str, int] = {}
        for group in groups:
            own = next((entry.id for entry in group.entries.values() if entry.id is not None), None)
            chosen = own
            while own is not None and chosen in used:
                numbers[own] = numbers.get(own, 1) + 1
                chosen = f"{own}-{numbers[own]}"
                if chosen in wanted:
                    chosen = own
            if chosen is not None:
                used.add(chosen)
                for document, entry in group.entries.items():
                    if entry.id is not None:
                        self.new[document, entry.id] = chosen
            self.by_group.append(chosen)

    def renamed(self, document: int, id: str) -> str:
        """The id in the merged document of what has an id in one of the documents."""
        return self.new.get((document, id), id)


def merged_comments(groups: Sequence[Group], drafts: Sequence[Draft], entries: Sequence[Entry]) -> list[Any]:
    """The comments of all documents, those at one place that say the same once."""
    merged = {id(entry): made for group, made in zip(groups, entries, strict=True) for entry in group.entries.values()}
    found: dict[tuple[int, str, int], Any] = {}
    for draft in drafts:
        for comment, entry in draft.comments:
            place = merged[id(entry)] if entry is not None else None
            found.setdefault((comment.offset, comment.words, id(place)), (comment, place))
    return sorted(found.values(), key=lambda pair: pair[0].offset)


def annotations_of(document: Document, name: str) -> Document:
    """The document with what one annotator has: what is not disputed, and what is and is theirs, without `disputed=`.

    Of a document that `merge` made it has the annotations that the annotator had, except that ids may differ. Raises
    `UsageError` for a name that is neither in a dispute nor under `annotator:`.
    """
    known = {other for annotation in document.annotations for other in annotation.disputed}
    known.update(map(as_name, document.annotator))
    if name not in known:
        raise UsageError(f"no annotator is named {name!r}{suggestion(name, known)}")
    draft = Draft(document)
    kept = [
        entry
        for entry, annotation in zip(draft.entries, document.annotations, strict=True)
        if not annotation.disputed or name in annotation.disputed
    ]
    for entry in kept:
        entry.attributes.pop(KEY, None)
    left = {id(entry) for entry in kept}
    draft.comments = [(c, entry if entry is None or id(entry) in left else None) for c, entry in draft.comments]
    draft.entries = kept
    return draft.document()
