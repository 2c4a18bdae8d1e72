"""From raw annotations, a schema and factbooks to a typed document. Every reader, ours or a user's, ends here.

Nothing is refused: what cannot be read is kept (`Unreadable`, `UnknownKind`, `extra`) and complained of in
`Document.problems`, each with its place in the user's file.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from newsfacts.building.assembly import Assembly
from newsfacts.building.factbook import merge
from newsfacts.building.header import read_metadata
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.model import Document, Factbook
from newsfacts.raw import Comment, RawAnnotation, RawDocument
from newsfacts.schema.kinds import Schema
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import suggestion

__all__ = ["build"]


def build(raw: RawDocument, schema: Schema | None = None, *, factbook: Factbook | None = None) -> Document:
    """The document that a reader found. `factbook` holds what the caller knows beside what the file itself names."""
    problems = raw.findings if isinstance(raw.findings, ProblemList) else ProblemList(raw.findings)
    metadata = read_metadata(raw, problems, schema or Schema.core())
    shared = merge(metadata.shared, factbook) if factbook is not None else metadata.shared
    known = merge(metadata.own, shared, metadata.complain_of_clash)
    written = [*raw.annotations, *metadata.annotations] if metadata.annotations else raw.annotations
    annotations, joined_to = join_fragments(written, raw, problems)
    comments = renumber(raw, annotations, joined_to) if raw.comments else ()
    origin = attrs.evolve(raw.origin, annotations=annotations, is_foreign=raw.is_foreign)
    assembly = Assembly(
        raw.text,
        annotations,
        origin,
        metadata.schema,
        known,
        problems,
        metadata.values.get("published"),
        metadata.values.get("language"),
        is_foreign=raw.is_foreign,
    )
    objects = assembly.build()
    return Document.of(
        assembly.parents,
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


def reading_order(raw: RawAnnotation) -> tuple[int, ...]:
    """By start, outer before inner; what stands nowhere comes last.

    Of those that begin and end together, the one without gaps comes first, and then the one whose gap comes later.
    """
    spans = raw.spans
    if not spans:
        return (1 << 60, 0)
    if len(spans) == 1:
        return (spans[0].start, -spans[0].end)
    return (spans[0].start, -max(span.end for span in spans), *[n for span in spans for n in (span.start, -span.end)])


def join_fragments(
    written: list[RawAnnotation], raw: RawDocument, problems: ProblemList
) -> tuple[list[RawAnnotation], Mapping[int, RawAnnotation]]:
    """In reading order, each `[...]{cont=id}` added to the annotation that it continues; and which that is, by identity."""
    joined_to: dict[int, RawAnnotation] = {}
    if not any("cont" in annotation.attributes for annotation in written):
        return written if written is raw.annotations else sorted(written, key=reading_order), joined_to
    by_id = {annotation.id.value: annotation for annotation in reversed(written) if annotation.id is not None}
    joined: list[RawAnnotation] = []
    fragments: dict[str, list[Span]] = {}
    for annotation in written:
        continued = annotation.attributes.get("cont")
        if continued is None:
            joined.append(annotation)
            continue
        name = str(continued.value)
        target = by_id.get(name)
        if target is None or "cont" in target.attributes:
            beginnings = [known for known, other in by_id.items() if "cont" not in other.attributes]
            problems.add(
                ReaderCode.DANGLING_REFERENCE,
                f"this continues {name!r}, but no annotation begins with that id{suggestion(name, beginnings)}",
                raw.origin.place(*annotation.range_of("cont")),
                help=f"write #{name} on the span that begins the annotation",
            )
            joined.append(annotation)
            continue
        fragments.setdefault(name, []).extend(annotation.spans)
        joined_to[id(annotation)] = target
        if annotation.kind is not None or annotation.id is not None or len(annotation.attributes) > 1:
            problems.add(
                ReaderCode.UNKNOWN_FIELD,
                f"this continues {name!r}, and what else its attributes say is not read",
                raw.origin.place(annotation.start, annotation.end),
                help=f"write it where #{name} stands",
            )
    for name, spans in fragments.items():
        by_id[name].spans = tuple(sorted((*by_id[name].spans, *spans)))
    return sorted(joined, key=reading_order), joined_to


def renumber(
    raw: RawDocument, after: list[RawAnnotation], joined_to: Mapping[int, RawAnnotation]
) -> tuple[Comment, ...]:
    """Comments stand after annotations by number; crossing annotations and fragments change the numbers."""
    if raw.annotations is after:
        return tuple(raw.comments)
    numbers = {id(annotation): number for number, annotation in enumerate(after)}

    def number_of(before: int) -> int | None:
        annotation = raw.annotations[before]
        return numbers.get(id(joined_to.get(id(annotation), annotation)))

    return tuple(
        comment if comment.after is None else attrs.evolve(comment, after=number_of(comment.after))
        for comment in raw.comments
    )
