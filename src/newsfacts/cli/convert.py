"""`newsfacts convert SRC [DEST]`: write a document in another format, and say what is lost on the way."""

from __future__ import annotations

import argparse
import sys

from newsfacts.cli import EXIT_OK
from newsfacts.errors import UsageError

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
    parser.add_argument("--quiet", "-q", action="store_true", help="do not say what is lost")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.reading import is_unreadable, report_problems, the_document, write_out
    from newsfacts.formats import format_of_path, get_format

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
    if is_unreadable(document.problems):
        return report_problems(document)
    write_out(target.write(document), destination)
    if not arguments.quiet:
        for loss in target.losses:
            print(f"newsfacts: {target.name} cannot hold {loss}", file=sys.stderr)
    report_problems(document)
    return EXIT_OK
