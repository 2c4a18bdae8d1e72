"""What a document says about itself: its metadata, its own factbook, the shared ones, and its crossing annotations."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from newsfacts import strict_yaml
from newsfacts.factbook import FACTBOOK_KEYS, FactbookReader, check_version, load_factbook, merge
from newsfacts.findings import Severity
from newsfacts.model import Document, Factbook
from newsfacts.problems import ProblemList
from newsfacts.raw import RawAnnotation, RawAttribute, RawDocument
from newsfacts.records import RecordReader
from newsfacts.spans import Span
from newsfacts.text import Place

__all__ = ["Metadata", "project_root", "read_metadata"]

_ROOT_MARKERS = ("pyproject.toml", "newsfacts.toml", ".git")
_ELSEWHERE = FACTBOOK_KEYS | {"newsfacts", "annotations", "text", "source"}
_ANCHOR_KEYS = frozenset({"kind", "id", "quote", "prefix", "suffix", "nth"})


@attrs.define
class Metadata:
    """What was read: `values` for the document's fields, and the rest."""

    complain_of_clash: Callable[[str, str], None]
    values: dict[str, Any] = attrs.field(factory=dict)
    own: Factbook = attrs.field(factory=Factbook)
    shared: Factbook = attrs.field(factory=Factbook)
    annotations: list[RawAnnotation] = attrs.field(factory=list)


def read_metadata(raw: RawDocument, problems: ProblemList) -> Metadata:
    """Read the front matter, or the head of a stand-off file."""
    origin = raw.origin
    node: strict_yaml.Mapping | None = raw.metadata

    def place(found: strict_yaml.Node) -> Place:
        return origin.place(raw.metadata_offset + found.start, raw.metadata_offset + found.end)

    def complain_of_clash(what: str, id: str) -> None:
        where = origin.place(0, 0) if node is None else place(node.get("use") or node)
        problems.add("S05", f"the {what} {id!r} is defined twice and not in the same way; the definition that comes first counts", where)

    metadata = Metadata(complain_of_clash)
    if node is None:
        return metadata
    reader = RecordReader(problems, place)
    metadata.values = reader.keyword_arguments(Document, node, "a document", elsewhere=_ELSEWHERE)
    version = node.get("newsfacts")
    if version is not None:
        check_version(version, place, problems)
    used = node.get("use")
    for item in used.items if isinstance(used, strict_yaml.Sequence) else (used,) if used is not None else ():
        metadata.shared = merge(metadata.shared, use(item, raw, place, problems), complain_of_clash)
    if any(node.get(key) is not None for key in FACTBOOK_KEYS):
        metadata.own = FactbookReader(node, place, problems, metadata.shared).read()
    anchored = node.get("annotations")
    if isinstance(anchored, strict_yaml.Sequence) and not raw.annotations_are_read:
        for item in anchored.items:
            if isinstance(item, strict_yaml.Mapping):
                metadata.annotations.append(AnchoredAnnotation(item, raw, place, problems).read())
            else:
                problems.add("S17", "an annotation is a table", place(item), help="write {kind: claim, quote: ...}")
    return metadata


# -- Shared factbooks --------------------------------------------------------------------------------------------------


def project_root(path: Path) -> Path:
    """The nearest folder upwards that holds pyproject.toml, newsfacts.toml or .git, or else the file's own folder."""
    folder = path.parent
    for candidate in (folder, *folder.parents):
        if any((candidate / marker).exists() for marker in _ROOT_MARKERS):
            return candidate
    return folder


def use(
    node: strict_yaml.Node, raw: RawDocument, place: Callable[[strict_yaml.Node], Place], problems: ProblemList
) -> Factbook:
    """A shared factbook, read once per process."""
    named = node.raw if isinstance(node, strict_yaml.Scalar) else ""
    here = Path(raw.origin.path or "document.facts")
    wanted = here.parent / named
    root = project_root(Path(os.path.abspath(here)))
    inside = Path(os.path.abspath(wanted)).is_relative_to(root) and wanted.resolve().is_relative_to(root.resolve())
    if not named or os.path.isabs(named) or not inside:
        problems.add(
            "S19", f"the factbook {named!r} lies outside the project", place(node), help="name a file inside the project, as a path from this one"
        )
        return Factbook()
    try:
        loaded = load_factbook(wanted)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problems.add("S19", f"the factbook {named!r} cannot be read: {reason}", place(node), help="name it as a path from this file")
        return Factbook()
    troubles = [finding for finding in loaded.findings if finding.severity is not Severity.INFO]
    if troubles:
        first = troubles[0]
        count = len(troubles)
        more = f" and {count - 1} more" if count > 1 else ""
        problems.add(
            "S19", f"the factbook {named!r} has a problem in line {first.position.line if first.position else 1}: {first.message}{more}",
            place(node), help=f"run newsfacts check {wanted.as_posix()}",
        )  # fmt: skip
    return loaded.factbook


# -- Annotations anchored by their words -------------------------------------------------------------------------------


@attrs.frozen
class AnchoredAnnotation:
    """An annotation of the front matter: `{kind: claim, quote: the words, nth: 2, by: putin}`."""

    node: strict_yaml.Mapping
    raw: RawDocument
    place: Callable[[strict_yaml.Node], Place]
    problems: ProblemList

    def read(self) -> RawAnnotation:
        """Find the words; without `quote` it stands nowhere in the text, as a verdict on the whole may."""
        values: dict[str, Any] = {}
        attributes: dict[str, RawAttribute] = {}
        for entry in self.node.entries:
            key = entry.key.raw if isinstance(entry.key, strict_yaml.Scalar) else ""
            written = self.written(entry.value)
            where = self.place(entry.value)
            if key in _ANCHOR_KEYS:
                values[key] = written
            else:
                attributes[key] = RawAttribute(written, where.start, where.end)
        whole = self.place(self.node)
        id_node = self.node.get("id")
        id = None
        if id_node is not None:
            where = self.place(id_node)
            id = RawAttribute(str(values["id"]), where.start, where.end)
        spans = self.find(values)
        if spans:
            origin = self.raw.origin
            words = (origin.file_offset(spans[0].start), origin.file_offset(spans[0].end - 1) + 1)
        else:
            words = (whole.start, whole.end)
        kind = values.get("kind")
        return RawAnnotation(None if kind is None else str(kind), spans, *words, id=id, attributes=attributes)

    def written(self, node: strict_yaml.Node) -> str | list[str]:
        if isinstance(node, strict_yaml.Scalar):
            return str(node.value) if isinstance(node.value, str) else node.raw
        if isinstance(node, strict_yaml.Sequence):
            return [str(self.written(item)) for item in node.items]
        self.problems.add("S18", "an annotation's field is a value or a list, not a table", self.place(node))
        return ""

    def find(self, values: dict[str, Any]) -> tuple[Span, ...]:
        quoted = values.get("quote")
        if not quoted:
            return ()
        fragments = quoted if isinstance(quoted, list) else [quoted]
        numbers = values.get("nth", "")
        numbers = numbers if isinstance(numbers, list) else [numbers] * len(fragments)
        found = [self.find_one(words, values, nth) for words, nth in zip(fragments, numbers, strict=False)]
        return tuple(sorted(span for span in found if span is not None))

    def find_one(self, words: str, values: dict[str, Any], nth: str) -> Span | None:
        node = self.node.get("quote") or self.node
        text = self.raw.text
        prefix, suffix = str(values.get("prefix", "")), str(values.get("suffix", ""))
        places: list[int] = []
        start = text.find(words)
        while start >= 0:
            end = start + len(words)
            if text.endswith(prefix, 0, start) and text.startswith(suffix, end):
                places.append(start)
            start = text.find(words, start + 1)
        if nth.isdecimal() and 0 < int(nth) <= len(places):
            return Span(places[int(nth) - 1], places[int(nth) - 1] + len(words))
        if not places:
            self.problems.add("A10", f"these words do not stand in the text: {words!r}", self.place(node), help="copy them from the text, letter by letter")
            return None
        if nth:
            self.problems.add("A10", f"nth is {nth}, but the words stand in the text {len(places)} times: {words!r}", self.place(node))
            return None
        if len(places) > 1:
            self.problems.add(
                "A09", f"these words stand in the text {len(places)} times: {words!r}", self.place(node), help="say which with nth: 2, or with prefix: and suffix:"
            )
            return None
        return Span(places[0], places[0] + len(words))
