"""`newsfacts reanchor FILE --text NEW`: move annotations to an edited text."""

from __future__ import annotations

import argparse
from pathlib import Path

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK
from newsfacts.cli.output import check_target, say, say_json
from newsfacts.errors import UsageError

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Each annotation is kept, moved, changed or lost. A lost one stays in the file without a place, with its words "
        "under 'lost'. FILE is replaced as a whole, or not at all. Exit status 1 where one was changed or lost."
    )
    parser.add_argument("file", metavar="FILE", help="the annotated document")
    parser.add_argument("--text", required=True, metavar="NEW", help="the edited text, or a document that has it")
    parser.add_argument("--output", "-o", metavar="FILE", help="write here instead of replacing FILE")
    parser.add_argument("--dry-run", action="store_true", help="only report")
    parser.add_argument("--force", action="store_true", help="write even over another document")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.reading import report_problems, the_document
    from newsfacts.cli.verify import text_of
    from newsfacts.documents import dump
    from newsfacts.formats import format_of_path
    from newsfacts.versions.moving import ReanchoredStatus
    from newsfacts.versions.reanchor import move_annotations

    document = the_document(arguments.file)
    status = report_problems(document)
    if status:
        return status
    target = arguments.output or arguments.file
    format = format_of_path(target)
    if format is None or not format.writes:
        raise UsageError(f"{target}: this format cannot be written; name another file with --output")
    if target != arguments.file:
        check_target(target, force=arguments.force)
    external = arguments.text if document.text_file is not None else None
    moved = move_annotations(document, text_of(arguments.text), text_file=external and relative(external, target))
    numbers = {str(kind): moved.count(kind) for kind in ReanchoredStatus}
    noted = [item for item in moved.annotations if item.status is not ReanchoredStatus.KEPT]
    if arguments.json:
        listed = [
            {"kind": item.annotation.KIND, "id": item.annotation.id, "status": str(item.status), "words": item.annotation.text,
             "spans": [[span.start, span.end] for span in item.outcome.fragments]}
            for item in moved.annotations
        ]  # fmt: skip
        say_json({"counts": numbers, "annotations": listed})
    else:
        text = moved.document.text
        for item in noted:
            now = " … ".join(span.slice(text) for span in item.outcome.fragments)
            change = f" → “{now}”" if item.status is ReanchoredStatus.CHANGED else ""
            say(f"{item.status.value:8} {item.annotation.KIND} “{item.annotation.text}”{change}")
        say(", ".join(f"{number} {kind}" for kind, number in numbers.items()))
    if not arguments.dry_run:
        dump(moved.document, target)
    return EXIT_FINDINGS if numbers["changed"] or numbers["lost"] else EXIT_OK


def relative(path: str, target: str) -> str:
    """A path as a stand-off file names its text: from its own folder."""
    try:
        return Path(path).resolve().relative_to(Path(target).resolve().parent).as_posix()
    except ValueError:
        return path
