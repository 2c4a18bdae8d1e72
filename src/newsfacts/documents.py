"""Reading and writing documents, whatever their format: `load`, `loads`, `parse`, `dump`, `dumps`, `read_file`.

The ending of a file's name says its format; `newsfacts.formats` is the table of formats.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import attrs

from newsfacts.building.builder import build
from newsfacts.errors import MissingFile, ReadError, UsageError
from newsfacts.files import read_bytes, write_atomically
from newsfacts.findings import Finding, ReaderCode, Severity, problem
from newsfacts.formats import Format, format_of_path, get_format
from newsfacts.immutable import frozen
from newsfacts.model import Document, Factbook
from newsfacts.schema.kinds import Schema
from newsfacts.text.source import Place, SourceText, decode

__all__ = ["Parsed", "dump", "dumps", "load", "loads", "parse", "read_file"]

LARGE = 10_000
"""From this many characters on, a document is read and written without pauses for garbage collection.

With 800 annotations they take a tenth of the time (benchmarks/documents.py).
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


def parse(
    text: str,
    *,
    path: str | None = None,
    format: str = "facts",
    schema: Schema | None = None,
    factbook: Factbook | None = None,
) -> Parsed:
    """Read a text in one of the formats. Never raises on content. `path` is what findings name and `use:` starts from.

    The way from text to document has five steps: a format's reader takes down what is written, and `build` does the rest.
    """
    with without_collections(len(text)):
        for raw in get_format(format).read(text, path):  # 1. what is written, each part with its place
            return Parsed(
                document=build(raw, schema, factbook=factbook)
            )  # 2. header 3. fields 4. references 5. document
    return Parsed(document=Document(path=path))


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
) -> Document:
    """Read a text in one of the formats. Raises `ReadError` that lists every error, each with its place."""
    return without_errors(parse(text, path=path, format=format, schema=schema, factbook=factbook).document)


def load(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
) -> Document:
    """Read a file with one document; `format` is needed only where the ending of its name does not say it.

    Raises `MissingFile` (a `FileNotFoundError`) where there is none, `UsageError` where it has several documents (see
    `read_file`), and `ReadError` that lists every error, each with its place.
    """
    shown = os.fspath(path)
    if not os.path.lexists(shown):
        raise MissingFile(f"{shown}: there is no such file")
    documents = list(islice(read_file(shown, schema=schema, factbook=factbook, format=format), 2))
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
) -> Iterator[Document]:
    """Every document of a file, with its problems. A file that cannot be read at all is a document with one problem."""
    shown = os.fspath(path)
    chosen = get_format(format) if format else format_of_path(shown)
    if chosen is None and os.path.exists(shown):
        raise UsageError(f"{shown}: no format is known for this ending")
    chosen = chosen or get_format("facts")  # reading what is not there says so
    yield from documents_of(shown, chosen, schema, factbook)


def documents_of(shown: str, chosen: Format, schema: Schema | None, factbook: Factbook | None) -> Iterator[Document]:
    try:
        decoded = decode(read_bytes(shown))
    except OSError as error:
        yield unreadable(shown, f"this file cannot be read: {error.strerror or type(error).__name__}")
    except ReadError as error:
        yield unreadable(shown, error.message)
    else:
        for raw in chosen.read(decoded.text, shown):
            if decoded.had_bom:
                top = Place(shown, raw.origin.source, 0, 0)
                message = "this file begins with a byte order mark, which is not part of its text"
                raw.findings.add(
                    ReaderCode.UNCLEAN_TEXT, message, top, help="save it as UTF-8 without a byte order mark"
                )
            with without_collections(len(decoded.text)):
                document = build(raw, schema, factbook=factbook)
            yield document


def unreadable(path: str, message: str) -> Document:
    """An empty document whose problem is that its file could not be read."""
    place = Place(path, SourceText(""), 0, 0)
    return Document(path=path, problems=(problem(ReaderCode.UNREADABLE_FILE, message, place),))


def dumps(document: Document, *, format: str = "facts", keep_layout: bool = True) -> str:
    """A document as text in one of the formats. Raises `UsageError` where the format cannot be written.

    One that was read from a file of the same format is written as that file, with only what changed rewritten; with
    `keep_layout=False` everything is.
    """
    chosen = get_format(format)
    layout = document.layout
    with without_collections(len(document.text)):
        if keep_layout and layout is not None and layout.format == format:
            return chosen.rewrite(document, layout.source)
        return chosen.write(document)


def dump(
    document: Document, path: str | os.PathLike[str], *, format: str | None = None, keep_layout: bool = True
) -> None:
    """Write a document to a file, whole or not at all. The format is that of the file's ending."""
    chosen = get_format(format) if format else format_of_path(os.fspath(path))
    if chosen is None:
        raise UsageError(f"{os.fspath(path)}: no format is known for this ending")
    write_atomically(path, dumps(relocated(document, os.fspath(path)), format=chosen.name, keep_layout=keep_layout))


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
