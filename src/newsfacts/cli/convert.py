"""`newsfacts convert IN... OUT`: write documents in another format, and report what is lost on the way, item by item."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK, EXIT_USAGE
from newsfacts.cli.output import warn
from newsfacts.errors import NewsfactsError, UsageError

if TYPE_CHECKING:
    from newsfacts.cli.converting import Conversion

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "A format is recognized by the ending of a file's name, or else by its content. Several files, or a folder, are written to a"
        " folder, with their names kept, or to one file that has several documents, such as all.facts.jsonl. Without OUT, the"
        " one document is written to standard output."
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, folders or patterns such as 'corpus/*.ann', or - for standard input, and last the file or folder to write")  # fmt: skip
    parser.add_argument("--from", dest="source_format", metavar="FORMAT", help="format of what is read, where neither its ending nor its content says")  # fmt: skip
    parser.add_argument(
        "--to", dest="target_format", metavar="FORMAT", help="format to write, where the ending of OUT does not say"
    )
    parser.add_argument("--mapping", metavar="NAME|FILE", help="what labels, attributes and relations mean: a mapping that comes with newsfacts, or a YAML file")  # fmt: skip
    parser.add_argument("--metadata", metavar="TABLE", help="a table (tabs, or .csv) of publication date, outlet and author by the names of the files")  # fmt: skip
    parser.add_argument(
        "--strict", action="store_true", help="write nothing and exit with 1 where anything would be lost"
    )
    parser.add_argument("--quiet", "-q", action="store_true", help="do not report what is lost")
    parser.add_argument(
        "--force",
        action="store_true",
        help="write even where a document has errors, where comments are lost, or over other files",
    )


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.converting import conversions_of, is_unreadable, plan_of, write_all

    plan = plan_of(arguments)
    status = EXIT_OK
    ready: list[Conversion] = []
    for conversion in conversions_of(plan):
        if is_unreadable(conversion):
            status = EXIT_USAGE
            continue
        ready.append(conversion)
        if not arguments.quiet:
            for format, loss in conversion.losses:
                warn(f"newsfacts: {format}: {loss}")
    lost = sum(len(conversion.losses) for conversion in ready)
    if lost and arguments.strict:
        warn(f"newsfacts: {lost:,} thing{'s' if lost > 1 else ''} would be lost, so nothing is written")
        return EXIT_FINDINGS
    try:
        write_all(plan, ready)
    except UsageError:
        raise
    except NewsfactsError as error:
        raise UsageError(str(error)) from None
    return status
