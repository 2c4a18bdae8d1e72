"""What `newsfacts export` and `newsfacts query` share: options, what is read, and what is said about documents with errors."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.files import common_folder
from newsfacts.cli import EXIT_FINDINGS, EXIT_OK, EXIT_USAGE
from newsfacts.cli.output import warn
from newsfacts.errors import UsageError
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.tables.columns import TableDocument
from newsfacts.tables.reading import Rows, RowsOfFiles, RowsOfText, is_unreadable

__all__ = ["SHOWN_PROBLEMS", "Watched", "reading_options", "rows_for", "status_of"]

SHOWN_PROBLEMS = 20
"""How many errors of reading are printed; the rest is counted."""


def reading_options(parser: argparse.ArgumentParser) -> None:
    """What is read, and how."""
    reading = parser.add_argument_group("reading")
    reading.add_argument(
        "--format-in", metavar="FORMAT", help="the format of the files, where their endings do not say"
    )
    reading.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="what to call standard input")
    reading.add_argument("--config", metavar="FILE", help="read the configuration from this file")
    reading.add_argument("--no-config", action="store_true", help="read no configuration")


@attrs.define
class Watched(Rows):
    """The same rows; the errors of the documents that they are from are printed on standard error, and counted."""

    rows: Rows
    errors: int = 0
    unreadable: int = 0
    seen: bool = False

    def documents(self) -> Iterator[TableDocument]:
        for source in self.rows.documents():
            if not self.seen:
                self.look_at(source.document)
            yield source
        self.finish()

    def look_at(self, document: Document) -> None:
        """Report the errors of reading."""
        self.unreadable += is_unreadable(document)
        for problem in sorted(document.problems, key=lambda finding: finding.sort_key):
            if problem.severity is Severity.ERROR:
                self.errors += 1
                if self.errors <= SHOWN_PROBLEMS:
                    warn(str(problem))

    def finish(self) -> None:
        """Say how many errors were not printed, once."""
        if self.errors > SHOWN_PROBLEMS and not self.seen:
            warn(f"newsfacts: {self.errors - SHOWN_PROBLEMS:,} more errors of reading are in the table of findings")
        self.seen = True

    def findings(self) -> Iterator[Finding]:
        return self.rows.findings()


def rows_for(arguments: argparse.Namespace) -> Watched:
    """What the paths of a command name. Raises `UsageError` for paths that do not go together."""
    from newsfacts.cli.standard_input import read_stdin

    paths = list(arguments.paths)
    if not paths:
        raise UsageError("name files or folders, or - for standard input")
    if "" in paths:
        raise UsageError("an empty path names no file")
    stdin = "-" in paths
    if stdin and len(paths) > 1:
        raise UsageError("standard input (-) is read alone")
    if arguments.config and arguments.no_config:
        raise UsageError("--config and --no-config contradict each other")
    if arguments.no_config:
        configuration = Configuration()
    elif arguments.config:
        configuration = Configuration.read(arguments.config)
    else:
        configuration = Configuration.discover(Path() if stdin else common_folder(paths))
    if stdin:
        return Watched(RowsOfText(read_stdin(), arguments.stdin_filename, configuration, arguments.format_in))
    return Watched(RowsOfFiles(tuple(paths), configuration, arguments.format_in))


def status_of(rows: Watched) -> int:
    """The exit status: 2 where a file could not be read at all, 1 where there were errors in what was read."""
    return EXIT_USAGE if rows.unreadable else EXIT_FINDINGS if rows.errors else EXIT_OK
