"""What commands on a single document share: read it from a file or standard input, write a text, say what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from newsfacts.checking.configuration import discover
from newsfacts.cli import EXIT_OK, EXIT_USAGE
from newsfacts.documents import parse, read_file
from newsfacts.errors import ReadError, UsageError
from newsfacts.files import write_atomically
from newsfacts.findings import Finding, ReaderCode, Severity
from newsfacts.model import Document
from newsfacts.text.source import decode

__all__ = ["is_unreadable", "phrase_of", "read_stdin", "report_problems", "the_document", "write_out"]


def the_document(path: str, format: str | None = None) -> Document:
    """The first document of a file, or of standard input for `-`, with the kinds of its project. Raises `UsageError` where there is none."""
    schema = discover(Path.cwd() if path == "-" else Path(path)).document_schema()
    if path == "-":
        return parse(read_stdin(), path="<stdin>", format=format or "facts", schema=schema).document
    document = next(iter(read_file(path, format=format, schema=schema)), None)
    if document is None:
        raise UsageError(f"{path} holds no document")
    return document


def read_stdin() -> str:
    """Standard input as text. Raises `ReadError` where it is not UTF-8."""
    try:
        return decode(sys.stdin.buffer.read()).text
    except ReadError as error:
        raise ReadError(f"standard input: {error.message}") from None


def phrase_of(words: Sequence[str]) -> str:
    """The words of the command line as one phrase, or standard input without its last line end."""
    return read_stdin().removesuffix("\n") if list(words) == ["-"] else " ".join(words)


def write_out(text: str, path: str | None) -> None:
    """Write a text as it is: to a file, whole or not at all, or to standard output."""
    if path is not None:
        write_atomically(path, text)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def is_unreadable(findings: Sequence[Finding]) -> bool:
    """Whether a file could not be read at all."""
    return any(finding.code == ReaderCode.UNREADABLE_FILE for finding in findings)


def report_problems(document: Document) -> int:
    """Print the errors of reading on standard error, one a line; 2 where the file could not be read at all."""
    for finding in sorted(document.problems, key=lambda finding: finding.sort_key):
        if finding.severity is Severity.ERROR:
            print(finding, file=sys.stderr)
    return EXIT_USAGE if is_unreadable(document.problems) else EXIT_OK
