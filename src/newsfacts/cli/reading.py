"""What commands on a single document share: read it from a file or standard input, report what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsfacts.checking.configuration import Configuration
from newsfacts.cli import EXIT_OK, EXIT_USAGE
from newsfacts.cli.output import warn
from newsfacts.cli.standard_input import read_stdin
from newsfacts.documents import parse, read_file
from newsfacts.errors import UsageError
from newsfacts.findings import Finding, ReaderCode, Severity
from newsfacts.model import Document

__all__ = ["is_unreadable", "report_problems", "the_document"]


def the_document(path: str, format: str | None = None) -> Document:
    """The first document of a file, or of standard input for `-`, with the kinds of its project. Raises `UsageError` where there is none."""
    schema = Configuration.discover(Path.cwd() if path == "-" else path).document_schema()
    if path == "-":
        return parse(read_stdin(), path="<stdin>", format=format or "facts", schema=schema).document
    document = next(iter(read_file(path, format=format, schema=schema)), None)
    if document is None:
        raise UsageError(f"{path} contains no document")
    return document


def is_unreadable(findings: Sequence[Finding]) -> bool:
    """Whether a file could not be read at all."""
    return any(finding.code == ReaderCode.UNREADABLE_FILE for finding in findings)


def report_problems(document: Document) -> int:
    """Print the errors of reading on standard error, one a line; 2 where the file could not be read at all."""
    for finding in sorted(document.problems, key=lambda finding: finding.sort_key):
        if finding.severity is Severity.ERROR:
            warn(str(finding))
    return EXIT_USAGE if is_unreadable(document.problems) else EXIT_OK
