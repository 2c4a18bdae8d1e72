"""From raw annotations, a schema and factbooks to a typed document. Every reader, ours or a user's, ends here.

Nothing is refused: what cannot be read is kept (`Unreadable`, `UnknownKind`, `extra`) and complained of in
`Document.problems`, each with its place in the user's file.
"""

from __future__ import annotations

import attrs

from newsfacts.assembly import Assembly
from newsfacts.factbook import merge
from newsfacts.metadata import read_metadata
from newsfacts.model import Document, Factbook
from newsfacts.problems import ProblemList
from newsfacts.raw import Comment, RawAnnotation, RawDocument
from newsfacts.schema import Schema, suggestion

__all__ = ["build"]


def build(raw: RawDocument, schema: Schema | None = None, *, factbook: Factbook | None = None) -> Document:
    """The document that a reader found. `factbook` holds what the caller knows beside what the file itself names."""
    problems = raw.findings if isinstance(raw.findings, ProblemList) else ProblemList(raw.findings)
    metadata = read_metadata(raw, problems, schema or Schema.core())
    shared = merge(metadata.shared, factbook) if factbook is not None else metadata.shared
    known = merge(metadata.own, shared, metadata.complain_of_clash)
    written = raw.annotations
    if metadata.annotations:
        written = sorted([*written, *metadata.annotations], key=reading_order)
    annotations = join_fragments(written, raw, problems)
    comments = renumber(raw.comments, raw.annotations, annotations) if raw.comments else ()
    origin = attrs.evolve(raw.origin, annotations=annotations)
    assembly = Assembly(
        raw.text,
        annotations,
        origin,
        metadata.schema,
        known,
        problems,
        metadata.values.get("published"),
        is_foreign=raw.is_foreign,
    )
    objects = assembly.build()
    document = Document(
        text=raw.text,
        own=metadata.own,
        factbook=known,
        annotations=objects,
        relations=assembly.relations(),
        path=origin.path,
        text_file=raw.text_file,
        comments=comments,
        problems=tuple(problems),
        origin=origin,
        known_kinds=None if metadata.schema is Schema.core() else metadata.schema,
        **metadata.values,
    )
    document._cache["parents"] = assembly.parents
    return document


def reading_order(raw: RawAnnotation) -> tuple[int, int]:
    """By start, outer before inner; what stands nowhere comes last."""
    if not raw.spans:
        return (1 << 60, 0)
    return (raw.spans[0].start, -raw.spans[-1].end)


def join_fragments(written: list[RawAnnotation], raw: RawDocument, problems: ProblemList) -> list[RawAnnotation]:
    """Add each `[...]{cont=id}` to the annotation that it continues."""
    if not any("cont" in annotation.attributes for annotation in written):
        return written
    by_id = {annotation.id.value: annotation for annotation in reversed(written) if annotation.id is not None}
    joined: list[RawAnnotation] = []
    for annotation in written:
        continued = annotation.attributes.get("cont")
        if continued is None:
            joined.append(annotation)
            continue
        target = by_id.get(continued.value)
        if target is None or target is annotation or "cont" in target.attributes:
            problems.add(
                "S06",
                f"this continues {continued.value!r}, but no annotation has that id{suggestion(continued.value, by_id)}",
                raw.origin.place(continued.start, continued.end),
                help=f"write #{continued.value} on the span that begins the annotation",
            )
            joined.append(annotation)
        else:
            target.spans = tuple(sorted((*target.spans, *annotation.spans)))
    return sorted(joined, key=reading_order)


def renumber(comments: list[Comment], before: list[RawAnnotation], after: list[RawAnnotation]) -> tuple[Comment, ...]:
    """Comments stand after annotations by number; crossing annotations and fragments change the numbers."""
    if before is after:
        return tuple(comments)
    numbers = {id(annotation): number for number, annotation in enumerate(after)}
    return tuple(
        comment if comment.after is None else attrs.evolve(comment, after=numbers.get(id(before[comment.after])))
        for comment in comments
    )
