"""`newsfacts diff OLD NEW`: what changed between two versions, by fact and not by line."""

from __future__ import annotations

import argparse

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK
from newsfacts.cli.output import say, say_json

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Counts of one measure, dates of one event, quotations and names are compared. A change that a correction note "
        "of the new version reports is marked. Exit status 1 where a fact changed or is gone without one."
    )
    parser.add_argument("old", metavar="OLD", help="the earlier version")
    parser.add_argument("new", metavar="NEW", help="the later version")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.reading import report_problems, the_document
    from newsfacts.versions.compare import ChangeKind, compare_versions

    old, new = the_document(arguments.old), the_document(arguments.new)
    status = max(report_problems(old), report_problems(new))
    if status:
        return status
    changes = compare_versions(old, new)
    silent = [change for change in changes if change.kind is not ChangeKind.APPEARED and change.correction is None]
    if arguments.json:
        listed = [
            {"change": str(c.kind), "fact": c.fact, "subject": c.subject, "was": c.was, "now": c.now,
             "corrected": c.correction is not None}
            for c in changes
        ]  # fmt: skip
        say_json(listed)
    else:
        for change in changes:
            where = (
                new.place(change.new)
                if change.new is not None
                else old.place(change.old)
                if change.old is not None
                else None
            )
            at = f"{where.path}:{where.position}: " if where is not None else ""
            covered = " (a correction reports it)" if change.correction is not None else ""
            say(f"{at}{change}{covered}")
        differ = f"{len(changes)} facts differ" if len(changes) != 1 else "1 fact differs"
        say(f"{differ}; {len(silent)} changed or are gone without a correction" if changes else "no facts differ")
    return EXIT_FINDINGS if silent else EXIT_OK
