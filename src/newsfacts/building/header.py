"""What a document says about itself: its metadata, its own factbook, the shared ones, and its crossing annotations."""

from __future__ import annotations

import functools
import itertools
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import attrs

from newsfacts import strict_yaml
from newsfacts.building.factbook import FACTBOOK_KEYS, FactbookReader, check_version, load_factbook, merge
from newsfacts.building.tables import RecordReader
from newsfacts.errors import UsageError
from newsfacts.files import is_inside
from newsfacts.findings import Finding, ProblemList, ReaderCode, Severity
from newsfacts.model import Document, Factbook
from newsfacts.raw import RawAnnotation, RawAttribute, RawDocument
from newsfacts.schema.file import load_schema
from newsfacts.schema.kinds import Schema
from newsfacts.schema.vocabularies import PREFIX, vocabularies, vocabulary
from newsfacts.text.source import Place
from newsfacts.text.spans import Span

__all__ = ["ANCHOR_KEYS", "Metadata", "project_root", "read_metadata"]

_ROOT_MARKERS = ("pyproject.toml", "newsfacts.toml", ".git")
_ELSEWHERE = FACTBOOK_KEYS | {"newsfacts", "annotations"}
_ELSEWHERE_APART = _ELSEWHERE | {"text", "source"}
_NTH = re.compile(r"[1-9][0-9]{0,8}")
ANCHOR_KEYS = frozenset({"kind", "id", "quote", "prefix", "suffix", "nth"})
"""What says in the front matter what and where an annotation is; all other keys of it are its fields."""


class HasFindings(Protocol):
    """A file that was read, and what is wrong with it."""

    @property
    def findings(self) -> tuple[Finding, ...]: ...


Loaded = TypeVar("Loaded", bound=HasFindings)


@attrs.define
class Metadata:
    """What was read: `values` for the document's fields, and the rest."""

    complain_of_clash: Callable[[str, str], None]
    schema: Schema
    values: dict[str, Any] = attrs.field(factory=dict)
    own: Factbook = attrs.field(factory=Factbook)
    shared: Factbook = attrs.field(factory=Factbook)
    annotations: list[RawAnnotation] = attrs.field(factory=list)


def read_metadata(raw: RawDocument, problems: ProblemList, schema: Schema) -> Metadata:
    """Read the front matter, or the head of a stand-off file. `schema` is what its schema files extend."""
    origin = raw.origin
    node: strict_yaml.Mapping | None = raw.metadata

    def place(found: strict_yaml.Node) -> Place:
        return origin.place(raw.metadata_offset + found.start, raw.metadata_offset + found.end)

    def complain_of_clash(what: str, id: str) -> None:
        where = origin.place(0, 0) if node is None else place(node.get("use") or node)
        problems.add(
            ReaderCode.DUPLICATE_ID,
            f"the {what} {id!r} is defined twice and not in the same way; the definition that comes first counts",
            where,
        )

    metadata = Metadata(complain_of_clash, schema)
    if node is None:
        return metadata
    reader = RecordReader(problems, place)
    elsewhere = _ELSEWHERE_APART if raw.annotations_are_read else _ELSEWHERE
    metadata.values = reader.keyword_arguments(Document, node, "a document", elsewhere=elsewhere)
    version = node.get("newsfacts")
    if version is not None:
        check_version(version, place, problems)
    factbooks = SharedFiles(raw, place, problems, "factbook")
    for item in items_of(node.get("use")):
        loaded = factbooks.read(item, load_factbook)
        if loaded is not None:
            metadata.shared = merge(metadata.shared, loaded.factbook, complain_of_clash)
    schemas = SharedFiles(raw, place, problems, "schema")
    for item in items_of(node.get("schema")):
        extended = schemas.read(item, functools.partial(load_schema, base=metadata.schema))
        if extended is not None:
            metadata.schema = extended.schema
    if any(node.get(key) is not None for key in FACTBOOK_KEYS):
        metadata.own = FactbookReader(node, place, problems, metadata.shared).read()
    anchored = node.get("annotations")
    if isinstance(anchored, strict_yaml.Sequence) and not raw.annotations_are_read:
        for item in anchored.items:
            if isinstance(item, strict_yaml.Mapping):
                metadata.annotations.append(AnchoredAnnotation(item, raw, place, problems).read())
            else:
                problems.add(
                    ReaderCode.BROKEN_YAML,
                    "an annotation is a table",
                    place(item),
                    help="write {kind: claim, quote: ...}",
                )
    elif anchored is not None and not raw.annotations_are_read and not strict_yaml.is_null(anchored):
        help = "write annotations: [{kind: claim, quote: ...}]"
        problems.add(ReaderCode.BROKEN_YAML, "'annotations' is a list", place(anchored), help=help)
    return metadata


# -- Shared factbooks --------------------------------------------------------------------------------------------------


def project_root(path: Path) -> Path:
    """The nearest folder upwards that holds pyproject.toml, newsfacts.toml or .git, or else the file's own folder."""
    folder = path.parent
    for candidate in (folder, *folder.parents):
        if any((candidate / marker).exists() for marker in _ROOT_MARKERS):
            return candidate
    return folder


@attrs.frozen
class SharedFiles:
    """Reads the files that a document names: `what` is a factbook or a schema."""

    raw: RawDocument
    place: Callable[[strict_yaml.Node], Place]
    problems: ProblemList
    what: str

    @property
    def code(self) -> ReaderCode:
        """The code of what is wrong with such a file."""
        return ReaderCode.UNUSABLE_SCHEMA if self.what == "schema" else ReaderCode.UNUSABLE_FACTBOOK

    def read(self, node: strict_yaml.Node, load: Callable[[Path], Loaded]) -> Loaded | None:
        """One file, if it lies inside the project and can be read; its own problems are told in one line."""
        named = node.raw if isinstance(node, strict_yaml.Scalar) else ""
        if self.what == "schema" and named.startswith(PREFIX):
            try:
                wanted: Path | None = vocabulary(named)
            except UsageError as error:
                help = f"the vocabularies are {', '.join(vocabularies())}"
                self.problems.add(self.code, str(error), self.place(node), help=help)
                return None
        else:
            wanted = inside_project(os.path.dirname(self.raw.origin.path or ""), named)
        if wanted is None:
            help = "name a file inside the project, as a path from this one"
            self.problems.add(
                self.code, f"the {self.what} {named!r} lies outside the project", self.place(node), help=help
            )
            return None
        try:
            loaded = load(wanted)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            help = "name it as a path from this file"
            self.problems.add(
                self.code, f"the {self.what} {named!r} cannot be read: {reason}", self.place(node), help=help
            )
            return None
        troubles = [finding for finding in loaded.findings if finding.severity is not Severity.INFO]
        if troubles:
            first = troubles[0]
            more = f" (and {len(troubles) - 1} more)" if len(troubles) > 1 else ""
            line = first.position.line if first.position else 1
            message = f"the {self.what} {named!r} has a problem in line {line}: {first.message}{more}"
            self.problems.add(self.code, message, self.place(node), help=f"run newsfacts check {wanted.as_posix()}")
        return loaded


def inside_project(folder: str, named: str) -> Path | None:
    """The file that a document of a folder names; None where it lies outside the project. Looked up once per process."""
    return Path(folder, named) if named and _is_inside_project(os.path.abspath(folder), named) else None


@functools.lru_cache(maxsize=256)
def _is_inside_project(folder: str, named: str) -> bool:
    return not os.path.isabs(named) and is_inside(Path(folder, named), project_root(Path(folder, "document")))


def items_of(node: strict_yaml.Node | None) -> tuple[strict_yaml.Node, ...]:
    """The items of a list, or the one value."""
    if node is None or strict_yaml.is_null(node):
        return ()
    return node.items if isinstance(node, strict_yaml.Sequence) else (node,)


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
        anchor: dict[str, str] = {}
        attributes: dict[str, RawAttribute] = {}
        id: RawAttribute | None = None
        for entry in self.node.entries:
            key = entry.key.raw
            where = self.place(entry.value)
            if strict_yaml.is_null(entry.value):
                continue
            if key not in ANCHOR_KEYS:
                attributes[key] = RawAttribute(self.written(entry.value), where.start, where.end)
            elif key not in ("quote", "nth"):
                anchor[key] = self.word(entry.value)
                if key == "id" and anchor[key]:
                    id = RawAttribute(anchor[key], where.start, where.end)
        whole = self.place(self.node)
        spans = self.find(anchor.get("prefix", ""), anchor.get("suffix", ""))
        if spans:
            origin = self.raw.origin
            words = (origin.file_offset(spans[0].start), origin.file_offset(spans[0].end - 1) + 1)
        else:
            words = (whole.start, whole.end)
        return RawAnnotation(anchor.get("kind") or None, spans, *words, id=id, attributes=attributes)

    def written(self, node: strict_yaml.Node) -> str | list[str]:
        if isinstance(node, strict_yaml.Sequence):
            return [self.word(item) for item in node.items]
        return self.word(node)

    def word(self, node: strict_yaml.Node) -> str:
        """A single value as it was written."""
        if isinstance(node, strict_yaml.Scalar):
            return node.raw
        what = "table" if isinstance(node, strict_yaml.Mapping) else "list"
        self.problems.add(ReaderCode.UNREADABLE_VALUE, f"a single value is needed here, not a {what}", self.place(node))
        return ""

    def find(self, prefix: str, suffix: str) -> tuple[Span, ...]:
        """Where the words of `quote` stand; several are fragments, each with its own `nth`."""
        fragments = items_of(self.node.get("quote"))
        nth_node = self.node.get("nth")
        numbers = [self.word(item) for item in items_of(nth_node)]
        if isinstance(nth_node, strict_yaml.Scalar):
            numbers *= len(fragments)
        spans: list[Span] = []
        for fragment, nth in itertools.zip_longest(fragments, numbers[: len(fragments)], fillvalue=""):
            assert not isinstance(fragment, str)
            words = self.word(fragment)
            span = self.find_one(words, fragment, prefix, suffix, nth) if words else None
            if span is not None:
                spans.append(span)
        return tuple(sorted(spans))

    def find_one(self, words: str, node: strict_yaml.Node, prefix: str, suffix: str, nth: str) -> Span | None:
        text = self.raw.text
        places: list[int] = []
        start = text.find(words)
        while start >= 0:
            end = start + len(words)
            if text.endswith(prefix, 0, start) and text.startswith(suffix, end):
                places.append(start)
            start = text.find(words, start + 1)
        if _NTH.fullmatch(nth) and int(nth) <= len(places):
            return Span(places[int(nth) - 1], places[int(nth) - 1] + len(words))
        times = "once" if len(places) == 1 else f"{len(places)} times"
        if not places and words in text:
            message = f"these words stand in the text, but not between this prefix and suffix: {words!r}"
            self.problems.add(
                ReaderCode.ANCHOR_NOT_FOUND,
                message,
                self.place(node),
                help="copy what stands before and after them, with its spaces",
            )
        elif not places:
            message = f"these words do not stand in the text: {words!r}"
            self.problems.add(
                ReaderCode.ANCHOR_NOT_FOUND, message, self.place(node), help="copy them from the text, letter by letter"
            )
        elif nth:
            message = f"nth is {nth}, but these words stand in the text {times}: {words!r}"
            self.problems.add(ReaderCode.ANCHOR_NOT_FOUND, message, self.place(node), help="count the places from 1")
        elif len(places) > 1:
            message = f"these words stand in the text {times}: {words!r}"
            help = "say which with nth: 2, or with prefix: and suffix:"
            self.problems.add(ReaderCode.AMBIGUOUS_ANCHOR, message, self.place(node), help=help)
        else:
            return Span(places[0], places[0] + len(words))
        return None
