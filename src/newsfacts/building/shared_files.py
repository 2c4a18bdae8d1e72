"""The factbooks and schema files that a document names: inside its project, and read once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from newsfacts.building.tables import RecordReader
from newsfacts.errors import UsageError
from newsfacts.files import inside_project
from newsfacts.findings import Finding, ReaderCode, Severity
from newsfacts.schema.vocabularies import PREFIX, vocabularies, vocabulary
from newsfacts.strict_yaml import Node, Scalar

__all__ = ["SharedFiles"]


class HasFindings(Protocol):
    """A file that was read, and what is wrong with it."""

    @property
    def findings(self) -> tuple[Finding, ...]: ...


Loaded = TypeVar("Loaded", bound=HasFindings)


class SharedFiles:
    """Reads files that a document names. `what` says what they are; `code` is reported where one cannot be used."""

    def __init__(self, records: RecordReader, what: str, code: ReaderCode) -> None:
        self.records = records
        self.what = what
        self.code = code

    def read(self, node: Node, load: Callable[[Path], Loaded]) -> Loaded | None:
        """One file, if it is inside the project and can be read; its own problems are reported as one."""
        named = node.raw if isinstance(node, Scalar) else ""
        shown = f"the {self.what} {named!r}"
        try:
            wanted = self.path_of(named)
        except UsageError as error:
            self.refuse(str(error), node, f"the vocabularies are {', '.join(vocabularies())}")
            return None
        if wanted is None:
            help = "name a file inside the project, as a path from this one"
            self.refuse(f"{shown} lies outside the project", node, help)
            return None
        try:
            loaded = load(wanted)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.refuse(f"{shown} cannot be read: {reason}", node, "name it as a path from this file")
            return None
        troubles = [finding for finding in loaded.findings if finding.severity is not Severity.INFO]
        if troubles:
            first = troubles[0]
            more = f" (and {len(troubles) - 1} more)" if len(troubles) > 1 else ""
            line = first.position.line if first.position else 1
            message = f"{shown} has a problem on line {line}: {first.message}{more}"
            self.refuse(message, node, f"run newsfacts check {wanted.as_posix()}")
        return loaded

    def path_of(self, named: str) -> Path | None:
        """The file of this name; None where it is outside the project. Raises `UsageError` for an unknown vocabulary."""
        if self.code is ReaderCode.UNUSABLE_SCHEMA and named.startswith(PREFIX):
            return vocabulary(named)
        return inside_project(os.path.dirname(self.records.path or ""), named)

    def refuse(self, message: str, node: Node, help: str) -> None:
        """Report a file that cannot be used, or not in full."""
        self.records.report(self.code, message, node, help)
