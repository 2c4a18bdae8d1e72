"""The table on disk in which the facts of many documents are compared."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import attrs

from newsfacts.checking.document_facts import DOCUMENT_COLUMNS, FACT_COLUMNS, DocumentFacts, OwnSuppressions
from newsfacts.checking.file_text import FileText
from newsfacts.errors import NewsfactsError, UsageError
from newsfacts.files import regular_status
from newsfacts.rules.corpus_rule import DocumentRow, Fact
from newsfacts.text.source import Place, SourceText

try:
    import sqlite3
except ImportError:  # some builds of Python leave it out, and so did versions of Pyodide
    raise UsageError(
        "comparing documents needs the module sqlite3, which this Python does not have; in Pyodide, load the package sqlite3"
    ) from None

__all__ = ["FactStore"]

APPLICATION_ID = 0x6E667831  # "nfx1": how a file says that it is such a table
CACHE_KIB = 16 * 1024
"""How much of the table is kept in memory at a time."""

_TYPES = {"int": "INTEGER", "int | None": "INTEGER", "bool": "INTEGER", "float | None": "REAL"}


def _columns(cls: type, names: Iterable[str]) -> str:
    fields = attrs.fields_dict(cls)
    return ", ".join(f'"{name}" {_TYPES.get(str(fields[name].type), "TEXT")}' for name in names)


_TABLES = f"""
CREATE TABLE documents ({_columns(DocumentRow, DOCUMENT_COLUMNS)}, digest TEXT, PRIMARY KEY (id));
CREATE TABLE facts (number INTEGER PRIMARY KEY, document INTEGER, {_columns(Fact, FACT_COLUMNS)});
CREATE UNIQUE INDEX told_once ON facts (kind, key, value) WHERE once;
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS by_key ON facts (kind, key, low, high, since, until, dated, document);
"""
# Rows have their numbers already, so that those that are there are ignored where some of a batch are written again.
_INSERT_DOCUMENT = f"INSERT OR IGNORE INTO documents VALUES ({', '.join('?' * len(DOCUMENT_COLUMNS))}, ?)"
_INSERT_FACT = f"INSERT OR IGNORE INTO facts VALUES (?, ?, {', '.join('?' * len(FACT_COLUMNS))})"
_SELECT = f"""
SELECT {", ".join(f'd."{name}"' for name in DOCUMENT_COLUMNS)}, f.number, {", ".join(f'f."{name}"' for name in FACT_COLUMNS)}
FROM facts AS f JOIN documents AS d ON d.id = f.document
"""
_BOOLEANS = {
    cls: frozenset(n for n, f in attrs.fields_dict(cls).items() if str(f.type) == "bool") for cls in (DocumentRow, Fact)
}


_INSERTED_TOGETHER = 1000
"""How many rows wait in memory for others before they are written."""
_ONCE = FACT_COLUMNS.index("once")
_TOLD = slice(FACT_COLUMNS.index("kind"), FACT_COLUMNS.index("value") + 1)
"""The columns of which rows that are kept once differ: kind, key and value."""
_REMEMBERED = 10_000
"""How many rows that are kept once are remembered, so that most of those to ignore never reach the table."""


class FactStore:
    """Facts of many documents in a sqlite3 file. Memory stays the same however many there are.

    `path` names the file, which then stays; without it, sqlite3 uses a temporary one that has no name, so that nothing is
    left over whatever happens. A file that exists is replaced if it is such a table or empty, and refused with
    `UsageError` if it is anything else. Every method raises `NewsfactsError` where the disk does not take the facts.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.documents: int = 0
        self.facts: int = 0
        """How many facts were handed over so far; the next one gets the number after this."""
        self.has_bytes: bool = False
        """Whether some texts are in the table as bytes (see `storable`)."""
        self.texts: dict[tuple[int, str | None], SourceText] = {}
        self.suppressions: list[tuple[object, OwnSuppressions]] = []
        """With the file of each, as `file_of` names it."""
        self.new_documents: list[tuple[Any, ...]] = []
        self.new_facts: list[tuple[Any, ...]] = []
        self.told: set[tuple[Any, ...]] = set()
        self.indexed: bool = False
        self.name: str = "the folder for temporary files" if path is None else os.fspath(path)
        if path is not None:
            remove_old(Path(path))
        with self.disk():
            self.connection: sqlite3.Connection = sqlite3.connect(path or "", isolation_level=None)
            try:
                # A run that breaks off starts again from nothing, so nothing has to survive a crash.
                self.connection.executescript(
                    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA "
                    f"cache_size = -{CACHE_KIB};"
                    f"PRAGMA application_id = {APPLICATION_ID}; {_TABLES} BEGIN;"
                )
            except sqlite3.Error:
                self.connection.close()
                raise

    @contextlib.contextmanager
    def disk(self) -> Iterator[None]:
        """Errors of sqlite3 as one of ours."""
        try:
            yield
        except sqlite3.Error as error:
            reason = "the disk is full" if "full" in str(error) else str(error)
            raise NewsfactsError(f"{self.name} does not take the facts of the documents: {reason}") from None

    def __enter__(self) -> FactStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is left; a temporary file is removed."""
        try:
            if self.new_documents:
                self.write()
            if self.connection.in_transaction:
                with self.disk():
                    self.connection.execute("COMMIT")
        finally:
            self.connection.close()

    # -- in
    def add(self, found: DocumentFacts) -> None:
        """Store the facts of one more document. The order in which documents come is the order of findings."""
        self.documents += 1
        number = self.documents
        if found.text is not None:
            self.texts[number, found.path] = found.text
        if found.suppressions is not None:
            file = found.path if found.text is None else id(found.text)
            self.suppressions.append((file, found.suppressions))
        self.new_documents.append((number, *found.row, found.digest))
        self.new_facts += [
            (fact, number, *row)
            for fact, row in enumerate(found.rows, self.facts + 1)
            if not row[_ONCE] or self.is_new(row[_TOLD])
        ]
        self.facts += len(found.rows)
        if len(self.new_facts) + len(self.new_documents) >= _INSERTED_TOGETHER:
            self.write()

    def is_new(self, told: tuple[Any, ...]) -> bool:
        """Whether a row that is kept once may not be in the table yet, which then decides."""
        if told in self.told:
            return False
        if len(self.told) >= _REMEMBERED:
            self.told.clear()
        self.told.add(told)
        return True

    def write(self) -> None:
        """Write the rows that wait."""
        documents, facts = self.new_documents, self.new_facts
        self.new_documents, self.new_facts = [], []
        self.insert(_INSERT_DOCUMENT, documents)
        self.insert(_INSERT_FACT, facts)

    def insert(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Write rows, of which some may be there already."""
        with self.disk():
            try:
                self.connection.executemany(sql, rows)
            except UnicodeEncodeError:  # so rarely that it is not looked for beforehand
                self.has_bytes = True
                self.connection.executemany(sql, [tuple(map(storable, row)) for row in rows])

    # -- out
    def ready(self) -> None:
        """Build the index once everything is in: that is faster than keeping it while rows come in."""
        if self.new_documents:
            self.write()
            self.indexed = False
        if not self.indexed:
            for statement in _INDEXES.strip().splitlines():
                self.connection.execute(statement)
            self.connection.execute("ANALYZE")
            self.indexed = True

    def select(self, sql: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one by one."""
        with self.disk():
            self.ready()
            rows = self.connection.execute(sql, tuple(map(storable, parameters)))
        while True:
            with self.disk():
                row = next(rows, None)
            if row is None:
                return
            yield tuple(map(as_text, row)) if self.has_bytes else row

    def where(self, condition: str, *parameters: Any, order: str = "f.number") -> Iterator[Fact]:
        """The facts that fulfil a condition, one by one."""
        width = len(DOCUMENT_COLUMNS)
        for row in self.select(f"{_SELECT} WHERE {condition} ORDER BY {order}", *parameters):
            document = DocumentRow(**values(DocumentRow, DOCUMENT_COLUMNS, row[:width]))
            yield Fact(document=document, number=row[width], **values(Fact, FACT_COLUMNS, row[width + 1 :]))

    def place(self, fact: Fact) -> Place:
        """Where a fact is. The text of the file is read again only where its words are looked at."""
        text = self.texts.get((fact.document.id, fact.path))
        if text is None:
            text = SourceText("") if fact.path is None else FileText(fact.path, self.digest(fact))
        return Place(fact.path, text, fact.start, fact.end)

    def digest(self, fact: Fact) -> str | None:
        """The SHA-256 of the file of a fact, as it was when it was checked; None where it is not known."""
        if fact.path != fact.document.path:
            return None
        return next(
            (digest for (digest,) in self.select("SELECT digest FROM documents WHERE id = ?", fact.document.id)), None
        )

    def file_of(self, place: Place) -> object:
        """What findings in one file have in common: its path, or the identity of a text that is kept in memory."""
        return place.path if isinstance(place.source, FileText) else id(place.source)


def storable(value: object) -> object:
    """A value as sqlite3 takes it: a text with half a character, such as the name of a file of stray bytes, as bytes.

    Bytes are equal to no text, and to each other where the texts are, so comparisons are right.
    """
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode(errors="surrogatepass")
    return value


def as_text(value: object) -> object:
    """A value of the table as it was before `storable`."""
    return value.decode(errors="surrogatepass") if isinstance(value, bytes) else value


def values(cls: type[DocumentRow] | type[Fact], names: tuple[str, ...], row: tuple[Any, ...]) -> dict[str, Any]:
    """Column values by name, as the class wants them."""
    booleans = _BOOLEANS[cls]
    return {name: bool(value) if name in booleans else value for name, value in zip(names, row, strict=True)}


def remove_old(path: Path) -> None:
    """Delete a table of an earlier run, or an empty file. Raises `UsageError` for anything else."""
    if not os.path.lexists(path):
        return
    try:
        empty = regular_status(path).st_size == 0
        if not empty and application_id(path) != APPLICATION_ID:
            raise UsageError(f"{path} is not a database of newsfacts, so it is not replaced; name another file")
        path.unlink()
    except OSError as error:
        raise UsageError(f"the database {path} cannot be replaced: {error.strerror or error}") from None


def application_id(path: Path) -> int | None:
    """The number by which a program marks its own sqlite3 files; None for a file of another format."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        found: int = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()
    return found
