"""`newsfacts plain FILE`: the text alone."""

from __future__ import annotations

import argparse

from newsfacts.cli import EXIT_OK
from newsfacts.cli.output import write_out

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "The text is written byte for byte, in UTF-8, and no line end is added; a terminal is shown invisible characters as "
        "escapes."
    )
    parser.add_argument("file", metavar="FILE", help="an annotated text; - reads standard input")
    parser.add_argument(
        "--from", dest="source_format", metavar="FORMAT", help="its format, where the ending does not say"
    )
    parser.add_argument("--output", "-o", metavar="FILE", help="write to this file")
    parser.add_argument("--force", action="store_true", help="write even over another document")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.reading import report_problems, the_document

    document = the_document(arguments.file, arguments.source_format)
    write_out(document.text, arguments.output, force=arguments.force)
    return report_problems(document) or EXIT_OK
