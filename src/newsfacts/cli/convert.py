"""`newsfacts convert SRC [DEST]`: write a document in another format, and say what is lost on the way."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_OK, EXIT_USAGE
from newsfacts.cli.output import warn, write_out
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.formats import Format

__all__ = ["add_arguments", "run"]


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
        "--force", action="store_true", help="write even where the document has errors, or over another document"
    )


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.reading import is_unreadable, report_problems, the_document
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
    write_out(target.write(document), destination, force=arguments.force)
    if not arguments.quiet:
        source = format_of(arguments.source, arguments.source_format)
        # A format that is only read says what newsfacts does not take over from it.
        for format in (target,) if source.writes else (source, target):
            for loss in format.losses:
                if loss.startswith("comments") and not document.comments:
                    continue
                warn(f"newsfacts: {format.name}: {loss}")
    return EXIT_OK


def format_of(path: str, name: str | None) -> Format:
    """The format of a file that has been read."""
    from newsfacts.formats import format_of_path, get_format

    return get_format(name) if name else format_of_path(path) or get_format("facts")
