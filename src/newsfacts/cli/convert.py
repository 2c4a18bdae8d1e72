"""`newsfacts convert SRC [DEST]`: write a document in another format, and say what is lost on the way."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_OK, EXIT_USAGE
from newsfacts.cli.output import warn, write_out
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.formats import Format
    from newsfacts.model import Document

__all__ = ["add_arguments", "run"]

_HEAD = re.compile(r"---[ \t]*\n(?:(?!---|\.\.\.).*\n)*")
_COMMENT_LINE = re.compile(r"^[ \t]*#", re.MULTILINE)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "The formats are those of the files' endings, such as .facts, .facts.yaml and .facts.json."
    parser.add_argument("source", metavar="SRC", help="the document; - reads standard input")
    parser.add_argument("destination", metavar="DEST", nargs="?", help="the file to write; without it, standard output")
    parser.add_argument(
        "--from", dest="source_format", metavar="FORMAT", help="format of SRC, where its ending does not say"
    )
    parser.add_argument(
        "--to", dest="target_format", metavar="FORMAT", help="format of DEST, where its ending does not say"
    )
    parser.add_argument("--quiet", "-q", action="store_true", help="do not report what is lost")
    parser.add_argument(
        "--force",
        action="store_true",
        help="write even where the document has errors, where comments are lost, or over another document",
    )


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.reading import is_unreadable, report_problems, the_document
    from newsfacts.documents import dumps, relocated
    from newsfacts.findings import Severity
    from newsfacts.formats import format_of_path, get_format
    from newsfacts.reports.run import plural

    destination = arguments.destination if arguments.destination != "-" else None
    if arguments.target_format is not None:
        target = get_format(arguments.target_format)
    elif destination is None:
        raise UsageError("say the format with --to, or name a file to write")
    elif (found := format_of_path(destination)) is not None:
        target = found
    else:
        raise UsageError(f"{destination}: no format is known for this ending; say it with --to")
    document = the_document(arguments.source, arguments.source_format)
    report_problems(document)
    if is_unreadable(document.problems):
        return EXIT_USAGE
    errors = sum(problem.severity is Severity.ERROR for problem in document.problems)
    if errors and not arguments.force:
        raise UsageError(
            f"{arguments.source} has {plural(errors, 'error')}, so nothing is written; --force writes what was read"
        )
    comments = lost_comments(document, target)
    if comments and not arguments.force:
        raise UsageError(
            f"{arguments.source} has {plural(comments, 'comment')} that {target.name} cannot hold, so nothing is written; --force writes without"
        )
    if destination is not None:
        document = relocated(document, destination)
    write_out(dumps(document, format=target.name), destination, force=arguments.force)
    if not arguments.quiet:
        source = format_of(arguments.source, arguments.source_format)
        # A format that is only read says what newsfacts does not take over from it.
        for format in (target,) if source.writes else (source, target):
            for loss in format.losses:
                if loss.startswith("comments") and not document.comments:
                    continue
                warn(f"newsfacts: {format.name}: {loss}")
    return EXIT_OK


def lost_comments(document: Document, target: Format) -> int:
    """How many comments of a document, in its text and in lines of YAML, its file in another format would not have."""
    layout = document.layout
    if layout is None or layout.format == target.name:
        return 0
    lost = len(document.comments) if any(loss.startswith("comments") for loss in target.losses) else 0
    head = _HEAD.match(layout.source) if layout.format == "facts" else None
    yaml = head[0] if head is not None else layout.source if layout.format == "yaml" else ""
    return lost + len(_COMMENT_LINE.findall(yaml))


def format_of(path: str, name: str | None) -> Format:
    """The format of a file that has been read."""
    from newsfacts.formats import format_of_path, get_format

    return get_format(name) if name else format_of_path(path) or get_format("facts")
