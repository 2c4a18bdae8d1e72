"""The results of a run so far, in a file, so that a run that was interrupted goes on from there: `newsfacts check --resume STATE`."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.one_file import CheckedFile
from newsfacts.checking.plan import Plan
from newsfacts.checking.stored_results import packed, unpacked
from newsfacts.errors import NewsfactsError, UsageError
from newsfacts.files import FileStamp, read_bytes, stamp_of
from newsfacts.schema.vocabularies import schema_path

if TYPE_CHECKING:  # some Pythons are without it
    import sqlite3

__all__ = ["RunState", "settings_of"]

APPLICATION_ID = 0x6E667331  # "nfs1": how a file says that it is the state of a run

SECONDS_PER_COMMIT = 1.0
"""How much work is lost at most when a run is ended by force."""

_TABLES = """
CREATE TABLE IF NOT EXISTS run (settings TEXT);
CREATE TABLE IF NOT EXISTS results (path BLOB PRIMARY KEY, files TEXT, result BLOB);
"""


class RunState:
    """The results of files in the file at `path`, each with the state of every file that it depends on.

    Whatever ends a run, the file has all results up to about a second before. A result is used again as long as
    the document, and each factbook, schema file and text that its check has looked at, have not changed since.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path: str = os.fspath(path)
        self.known: bytearray = bytearray()
        """For each file of this run, 1 where it has a result that can be used again."""
        self.found: int = 0
        """How many have one."""
        self.changed: int = 0
        """How many have a result that cannot be used again, because a file has changed."""
        self.connection: sqlite3.Connection | None = None
        self.committed: float = 0.0

    # -- opened and closed
    def open(self, settings: Mapping[str, str]) -> None:
        """Open the file, or make it, for a run with these settings (see `settings_of`).

        Raises `UsageError` where another run uses it, where it is of a run with other settings, and where it is any other file.
        """
        try:
            import sqlite3
        except ImportError:
            raise UsageError("this Python is without sqlite3, which --resume needs") from None
        if os.path.lexists(self.path) and not os.path.isfile(self.path):
            raise UsageError(f"{self.path} is not a regular file, so it cannot be the state of a run")
        is_new = not os.path.exists(self.path) or os.path.getsize(self.path) == 0
        try:
            self.connection = sqlite3.connect(self.path, isolation_level=None, timeout=0)
            self.begin(is_new)
            written = self.connection.execute("SELECT settings FROM run").fetchone()
        except sqlite3.DatabaseError as error:
            self.drop()
            raise UsageError(self.reason(error)) from None
        except UsageError:
            self.drop()
            raise
        if written is None:
            self.connection.execute("INSERT INTO run VALUES (?)", (json.dumps(settings),))
            return
        before = json.loads(written[0])
        other = [name for name in settings if before.get(name) != settings[name]]
        if other:
            self.drop()
            raise UsageError(
                f"{self.path} is of a run with {' and '.join(f'another {name}' for name in other)}: "
                "delete it to begin again, or name another file"
            )

    def begin(self, is_new: bool) -> None:
        """Make sure that the file is one of ours and that no other run uses it; the tables are there afterwards."""
        assert self.connection is not None
        # Exclusive: two runs would each miss what the other has checked. Full: also what a loss of power leaves can be read.
        self.connection.executescript(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;"
        )
        if is_new:
            self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        elif self.connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise UsageError(f"{self.path} is not the state of a run, so it is left as it is; name another file")
        for statement in _TABLES.strip().splitlines():
            self.connection.execute(statement)

    def reason(self, error: sqlite3.DatabaseError) -> str:
        """Why the file cannot be used, in words."""
        if "locked" in str(error):
            return f"{self.path} is in use by another run"
        if "not a database" in str(error):
            return f"{self.path} is not the state of a run, so it is left as it is; name another file"
        return f"{self.path} cannot be the state of a run: {error}"

    def drop(self) -> None:
        """Close the file without writing."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def __enter__(self) -> RunState:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self.connection is not None and self.connection.in_transaction:
                with self.disk():
                    self.connection.execute("COMMIT")
        finally:
            self.drop()

    @contextlib.contextmanager
    def disk(self) -> Iterator[None]:
        """Errors of sqlite3 as one of ours."""
        import sqlite3

        try:
            yield
        except sqlite3.Error as error:
            reason = "the disk is full" if "full" in str(error) else str(error)
            raise NewsfactsError(f"{self.path} does not take the results of this run: {reason}") from None

    # -- out
    def look_up(self, paths: Sequence[str]) -> None:
        """Find out which files have a result that can be used again."""
        self.known = bytearray(map(self.has, paths))
        self.found = sum(self.known)

    def has(self, path: str) -> bool:
        """Whether the file has a result, and nothing that this depends on has changed."""
        assert self.connection is not None
        with self.disk():
            row = self.connection.execute("SELECT files FROM results WHERE path = ?", (key_of(path),)).fetchone()
        if row is None:
            return False
        if all(stamp_of(name) == FileStamp(name, *state) for name, *state in json.loads(row[0])):
            return True
        self.changed += 1
        return False

    def get(self, path: str) -> CheckedFile | None:
        """The result of a file; None where it is damaged."""
        assert self.connection is not None
        with self.disk():
            row = self.connection.execute("SELECT result FROM results WHERE path = ?", (key_of(path),)).fetchone()
        return None if row is None else unpacked(row[0])

    # -- in
    def add(self, path: str, checked: CheckedFile) -> None:
        """Keep the result of a file, if it says which files it depends on."""
        if checked.looked_at is None:
            return
        assert self.connection is not None
        files = json.dumps([[stamp.path, *stamp.state] for stamp in checked.looked_at])
        with self.disk():
            self.connection.execute(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?)", (key_of(path), files, packed(checked))
            )
            now = time.monotonic()
            if now - self.committed >= SECONDS_PER_COMMIT:
                self.connection.execute("COMMIT")
                self.connection.execute("BEGIN IMMEDIATE")
                self.committed = now


def key_of(path: str) -> bytes:
    """A path as the table has it: some names are not text."""
    return os.fsencode(path)


# -- Settings ----------------------------------------------------------------------------------------------------------


def settings_of(plan: Plan, format: str | None) -> dict[str, str]:
    """What results depend on besides the files themselves, each part by the name that a message gives it."""
    import platform
    import unicodedata

    from newsfacts import __version__

    settings = plan.configuration
    configured = (
        settings.profile, settings.select, settings.extend_select, settings.ignore, dict(settings.severity),
        dict(settings.options), settings.policy, settings.schema, settings.factbook, settings.mapping,
        str(settings.root),
    )  # fmt: skip
    foreign = [
        (entry.code, type(entry.loaded).__module__, code_of_module(type(entry.loaded).__module__))
        for entry in plan.entries
        if entry.loaded is not None
    ]
    return {
        "version of newsfacts": f"{__version__} {digest_of_package()}",
        "version of Python": f"{platform.python_version()} {unicodedata.unidata_version}",
        "configuration": repr((configured, [sha256_of(path) for path in files_of(settings)])),
        "format": str(format),
        "set of installed rules": repr(foreign),
    }


def files_of(settings: Configuration) -> Iterator[Path]:
    """The files that a configuration names and that results depend on."""
    root = settings.root or Path()
    yield from (schema_path(name, root) for name in settings.schema)
    names = (*settings.factbook, *filter(None, (settings.policy, settings.mapping)))
    yield from (root / name for name in names if name.endswith((".yaml", ".yml")))


def digest_of_package() -> str:
    """A digest of names, sizes and times of the modules of newsfacts: a checkout changes without a new version."""
    folder = Path(__file__).parent.parent
    found = sorted((str(path.relative_to(folder)), *stamp_of(str(path)).state) for path in folder.rglob("*.py"))
    return hashlib.sha256(repr(found).encode()).hexdigest()


def code_of_module(name: str) -> str:
    """A digest of the file of a module that is imported; "" for one without a file."""
    import sys

    path = getattr(sys.modules.get(name), "__file__", None)
    return "" if path is None else sha256_of(path)


def sha256_of(path: str | Path) -> str:
    """The SHA-256 of a file's content; "" where it cannot be read."""
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except OSError:
        return ""
