"""`newsfacts merge A B ... -o C`: several annotators in one document, with what they do not agree about marked."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK
from newsfacts.cli.output import say, say_json, write_out
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.model import Document

__all__ = ["add_arguments", "names_of", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "What all annotators have is kept; everything else is there with disputed= and the names of those who have it, and "
        "rule P10 reports it until someone has decided. --only NAME takes out of a merged file what one annotator had. "
        "Exit status 1 where something is disputed."
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help="documents of the same text, or one merged document")
    parser.add_argument("--output", "-o", metavar="FILE", required=True, help="write the merged document here")
    parser.add_argument("--names", metavar="NAME,...", help="the annotators, in the order of the files")
    parser.add_argument("--only", metavar="NAME", help="write what this annotator of a merged document has")
    parser.add_argument("--force", action="store_true", help="write even over another document")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.agreement.merge import annotations_of, merge
    from newsfacts.cli.reading import report_problems, the_document

    documents = [the_document(path) for path in arguments.files]
    status = max(report_problems(document) for document in documents)
    if status:
        return status
    if arguments.only is not None:
        if len(documents) != 1:
            raise UsageError(f"--only reads one merged document, not {len(documents)}")
        write(annotations_of(documents[0], arguments.only), arguments)
        return EXIT_OK
    merged = merge(documents, names=names_of(arguments))
    write(merged.document, arguments)
    disputed = merged.disputed
    numbers = {name: sum(name in each.disputed for each in disputed) for name in merged.names}
    if arguments.json:
        say_json({"agreed": merged.agreed, "disputed": len(disputed), "has": numbers})
    else:
        who = "".join(f", {name} has {number}" for name, number in numbers.items()) if disputed else ""
        say(f"{merged.agreed} agreed, {len(disputed)} disputed{who}")
    return EXIT_FINDINGS if disputed else EXIT_OK


def names_of(arguments: argparse.Namespace) -> list[str] | None:
    """The names of the annotators, where they are given."""
    return None if arguments.names is None else [name.strip() for name in arguments.names.split(",")]


def write(document: Document, arguments: argparse.Namespace) -> None:
    """Write a document to the output, whole or not at all, in the format of its ending."""
    from newsfacts.documents import dumps, relocated
    from newsfacts.formats import format_of_path

    target = arguments.output
    format = format_of_path(target)
    if format is None or not format.writes:
        raise UsageError(
            f"{target}: no format that can be written is known for this ending; name a file such as c.facts"
        )
    write_out(dumps(relocated(document, target), format=format.name), target, force=arguments.force)
