"""Reading and writing documents, whatever their format: `load`, `loads`, `parse`, `dump`, `dumps`, `read_file`.

The ending of a file's name says its format, or else its content does; `newsfacts.formats` is the table of formats. A `mapping` is
the name of one that comes with newsfacts, the path of a YAML file, or a `LabelMapping`; see `newsfacts.formats.mapping`.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from newsfacts.building.builder import build
from newsfacts.errors import MissingFile, ReadError, UsageError
from newsfacts.files import read_bytes, write_atomically
from newsfacts.findings import Finding, ReaderCode, Severity, problem
from newsfacts.formats import Format, detect, format_of_path, get_format
from newsfacts.immutable import frozen, maker
from newsfacts.model import Document, Factbook
from newsfacts.raw import RawDocument
from newsfacts.schema.kinds import Schema
from newsfacts.text.source import Place, SourceText, decode

if TYPE_CHECKING:
    from newsfacts.formats.mapping import LabelMapping
    from newsfacts.formats.metadata_table import MetadataTable

__all__ = ["Parsed", "dump", "dumps", "files_of", "load", "loads", "parse", "read_file", "relocated"]

LARGE = 1_000
"""From this many characters on, a document is read and written without pauses for garbage collection.

They take a tenth of the time, for 40 annotations as for 800 (benchmarks/documents.py).
"""


@frozen(kw_only=True)
class Parsed:
    """A document, always, with what could be read, and everything that is wrong with it."""

    document: Document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The problems of reading, each with its place."""
        return tuple(sorted(self.document.problems, key=lambda finding: finding.sort_key))

    @property
    def ok(self) -> bool:
        """Whether nothing is an error."""
        return not any(finding.severity is Severity.ERROR for finding in self.document.problems)


_new_parsed = maker(Parsed)


def parse(
    text: str,
    *,
    path: str | None = None,
    format: str = "facts",
    schema: Schema | None = None,
    factbook: Factbook | None = None,
    mapping: str | LabelMapping | None = None,
) -> Parsed:
    """Read a text in one of the formats. Never raises on content. `path` is what findings name and `use:` starts from.

    The way from text to document has five steps: a format's reader takes down what is written, and `build` does the rest.
    """
    with without_collections(len(text)):
        for raw in get_format(format).read(text, path, mapping):  # 1. what is written, each part with its place
            document = build(raw, schema, factbook=factbook)  # 2. header 3. fields 4. references 5. document
            return _new_parsed(document=document)
    return _new_parsed(document=Document(path=path))


class without_collections:  # noqa: N801 - used like a function
    """Pause the cyclic garbage collector while a large document is read, checked or written: it looks at all objects, often."""

    __slots__ = ("pauses",)

    def __init__(self, size: int) -> None:
        self.pauses: bool = size > LARGE and gc.isenabled()

    def __enter__(self) -> None:
        if self.pauses:
            gc.disable()

    def __exit__(self, *_: object) -> None:
        if self.pauses:
            gc.enable()


def loads(
    text: str,
    *,
    path: str | None = None,
    format: str = "facts",
    schema: Schema | None = None,
    factbook: Factbook | None = None,
    mapping: str | LabelMapping | None = None,
) -> Document:
    """Read a text in one of the formats. Raises `ReadError` that lists every error, each with its place."""
    found = parse(text, path=path, format=format, schema=schema, factbook=factbook, mapping=mapping)
    return without_errors(found.document)


def load(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
    mapping: str | LabelMapping | None = None,
    metadata: str | MetadataTable | None = None,
) -> Document:
    """Read a file with one document; `format` is needed only where neither the ending of its name nor its content says it.

    `metadata` is a table of metadata by the names of files (see `newsfacts.formats.metadata_table`), or its path.

    Raises `MissingFile` (a `FileNotFoundError`) where there is none, `UsageError` where it has several documents (see
    `read_file`), and `ReadError` that lists every error, each with its place.
    """
    shown = os.fspath(path)
    if not os.path.lexists(shown):
        raise MissingFile(f"{shown}: there is no such file")
    documents = list(
        islice(read_file(shown, schema=schema, factbook=factbook, format=format, mapping=mapping, metadata=metadata), 2)
    )
    if len(documents) > 1:
        raise UsageError(f"{shown} has more than one document: read them one by one with newsfacts.read_file")
    if not documents:
        raise ReadError(f"{shown} has no document")
    return without_errors(documents[0])


def without_errors(document: Document) -> Document:
    """The document, if it could be read without errors."""
    errors = [finding for finding in document.problems if finding.severity is Severity.ERROR]
    errors.sort(key=lambda finding: finding.sort_key)
    if errors:
        number = f"{len(errors)} error" + ("s" if len(errors) > 1 else "")
        raise ReadError(f"{document.path or 'the text'} has {number}:", errors)
    return document


def read_file(
    path: str | os.PathLike[str],
    *,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
    format: str | None = None,
    mapping: str | LabelMapping | None = None,
    metadata: str | MetadataTable | None = None,
) -> Iterator[Document]:
    """Every document of a file, with its problems. A file that cannot be read at all is a document with one problem.

    Raises `UsageError` where the format of the file is not known, or it or the mapping cannot be used.
    """
    shown = os.fspath(path)
    chosen = get_format(format) if format else format_of_path(shown)
    if chosen is None and not os.path.exists(shown):
        chosen = get_format("facts")  # reading what is not there says so
    table = None
    if metadata is not None:
        from newsfacts.formats.metadata_table import load_metadata

        table = load_metadata(metadata, mapping)
    try:
        data = read_bytes(shown)
        decoded = None if chosen is not None and chosen.binary else decode(data)
    except OSError as error:
        yield unreadable(shown, f"this file cannot be read: {error.strerror or type(error).__name__}")
        return
    except ReadError as error:
        yield unreadable(shown, error.message)
        return
    content = data if decoded is None else decoded.text
    if chosen is None:
        assert decoded is not None
        chosen = detect(decoded.text, shown)
    found = chosen.read(content, shown, mapping)
    while True:
        with without_collections(len(content)):
            raw = next(found, None)
            if raw is None:
                return
            if decoded is not None and decoded.had_bom:
                report_bom(raw, shown)
            if table is not None:
                table.add_to(raw)
            document = build(raw, schema, factbook=factbook)
        yield document


def report_bom(raw: RawDocument, shown: str) -> None:
    """Report that a file begins with a byte order mark."""
    top = Place(shown, raw.origin.source, 0, 0)
    message = "this file begins with a byte order mark, which is not part of its text"
    raw.findings.add(ReaderCode.UNCLEAN_TEXT, message, top, help="save it as UTF-8 without a byte order mark")


def unreadable(path: str, message: str) -> Document:
    """An empty document whose problem is that its file could not be read."""
    place = Place(path, SourceText(""), 0, 0)
    return Document(path=path, problems=(problem(ReaderCode.UNREADABLE_FILE, message, place),))


def dumps(
    document: Document,
    *,
    format: str = "facts",
    keep_layout: bool = True,
    mapping: str | LabelMapping | None = None,
) -> str:
    """A document as text in one of the formats. Raises `UsageError` where the format cannot be written.

    One that was read from a file of the same format is written as that file, with only what changed rewritten; with
    `keep_layout=False` everything is.
    """
    chosen = get_format(format)
    layout = document.layout
    with without_collections(len(document.text)):
        if keep_layout and layout is not None and layout.format == format and chosen.rewrites:
            return chosen.rewrite(document, layout.source)
        return chosen.write(document, mapping)


def dump(
    document: Document,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    keep_layout: bool = True,
    mapping: str | LabelMapping | None = None,
) -> None:
    """Write a document to a file, whole or not at all. The format is that of the file's ending.

    In brat, it is several files: the annotations at `path`, the text and the rest next to it.
    """
    shown = os.fspath(path)
    chosen = get_format(format) if format else format_of_path(shown)
    if chosen is None:
        raise UsageError(f"{shown}: no format is known for this ending")
    for name, content in files_of(document, shown, chosen, mapping=mapping, keep_layout=keep_layout).items():
        if name == shown or not chosen.is_shared_file(name) or not os.path.exists(name):
            if name != shown:
                os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
            write_atomically(name, content)


def files_of(
    document: Document,
    path: str,
    format: Format,
    *,
    mapping: str | LabelMapping | None = None,
    keep_layout: bool = True,
) -> dict[str, str | bytes]:
    """The content of each file that a document at a path is written to, by the files' paths."""
    placed = relocated(document, path)
    layout = document.layout
    if keep_layout and layout is not None and layout.format == format.name and format.rewrites:
        return {path: dumps(placed, format=format.name)}
    with without_collections(len(document.text)):
        return dict(format.files(placed, path, mapping))


def relocated(document: Document, path: str) -> Document:
    """The document as it must be written at a path: the files that it names are named from there."""
    old, new = (os.path.abspath(os.path.dirname(name or "")) for name in (document.path, path))
    if old == new or document.path is None:
        return document

    def moved(name: str) -> str:
        named = not os.path.isabs(name) and ":" not in name
        return Path(os.path.relpath(os.path.join(old, name), new)).as_posix() if named else name

    return attrs.evolve(
        document,
        text_file=moved(document.text_file) if document.text_file is not None else None,
        use=tuple(map(moved, document.use)),
        schema=tuple(map(moved, document.schema)),
        path=path,
    )
