"""`newsfacts agree A B ...`: how far annotators of one text agree, and where they do not."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK
from newsfacts.cli.output import say, say_json, write_out
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.agreement.agree import AnnotatorAgreement
    from newsfacts.agreement.bootstrap import Estimate
    from newsfacts.model import Document

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "F1 of spans (the same, and overlapping), Krippendorff's alpha for unitizing, Cohen's or Fleiss' kappa of words, with "
        "95 % intervals; then every disagreement with its place. Exit status 1 where there is one."
    )
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="documents of the same text, one per annotator; or one merged document"
    )
    parser.add_argument("--names", metavar="NAME,...", help="the annotators, in the order of the files")
    parser.add_argument("--resamples", metavar="N", type=int, default=1000, help="draws for the intervals; 0 for none")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="start of the draws; the same gives the same")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--format",
        choices=("text", "json", "html"),
        help="text (the default), json, or html: a page with both versions of every disagreement",
    )
    parser.add_argument("--output", "-o", metavar="FILE", help="write the page to this file, not to standard output")
    parser.add_argument("--force", action="store_true", help="write it even over a document")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.agreement.agree import agree
    from newsfacts.agreement.merge import annotations_of
    from newsfacts.cli.merge import names_of
    from newsfacts.cli.reading import report_problems, the_document

    format = arguments.format or ("json" if arguments.json else "text")
    if arguments.json and format != "json":
        raise UsageError("--json and --format are the same choice: give one")
    if arguments.output is not None and format != "html":
        raise UsageError("-o is for the page of --format html")
    documents = [the_document(path) for path in arguments.files]
    status = max(report_problems(document) for document in documents)
    if status:
        return status
    names = names_of(arguments)
    if len(documents) == 1 and (annotators := annotators_of(documents[0])):
        names, documents = annotators, [annotations_of(documents[0], name) for name in annotators]
    found = agree(documents, names=names, resamples=arguments.resamples, seed=arguments.seed)
    if format == "html":
        from newsfacts.view.disagreements import agreement_page

        write_out(agreement_page(found, documents), arguments.output, force=arguments.force)
    elif format == "json":
        say_json(data_of(found))
    else:
        for line in lines(found):
            say(line)
    return EXIT_FINDINGS if found.disagreements else EXIT_OK


def annotators_of(document: Document) -> list[str]:
    """The annotators of a merged document, in the order of their names; none where nothing is disputed."""
    return sorted({name for annotation in document.annotations for name in annotation.disputed})


def lines(found: AnnotatorAgreement) -> Iterator[str]:
    """The report: a table of kinds, one of roles, and the disagreements."""
    rows = [("", *found.names, "F1 exact", "F1 overlap", "alpha", "kappa")]
    for kind in (found.overall, *found.kinds):
        figures = (kind.exact, kind.overlap, kind.alpha, kind.kappa)
        rows.append((kind.kind or "all kinds", *map(str, kind.counts), *map(str, figures)))
    for role in found.roles:
        rows.append(
            (
                f"role {role.role}" if role.role else "all roles",
                *map(str, role.counts),
                str(role.exact),
                str(role.overlap),
            )
        )
    widths = [max(len(row[column]) for row in rows if column < len(row)) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
    if found.overall.nested:
        yield f"alpha leaves out what is nested in the same kind: {found.overall.nested}"
    yield ""
    for each in found.disagreements:
        yield f"{each.place.path}:{each.place.position}: {each}" if each.place is not None else str(each)
    number = len(found.disagreements)
    yield "no disagreements" if not number else f"{number} disagreement{'s' if number != 1 else ''}"


def data_of(found: AnnotatorAgreement) -> dict[str, Any]:
    """The same as data; figures are decimal fractions, null where they are not defined."""
    return {
        "annotators": list(found.names),
        "kinds": [
            {"kind": each.kind, "counts": list(each.counts), "exact": figure(each.exact), "overlap": figure(each.overlap),
             "alpha": figure(each.alpha), "kappa": figure(each.kappa), "nested": each.nested}
            for each in (found.overall, *found.kinds)
        ],
        "roles": [
            {"role": each.role, "counts": list(each.counts), "exact": figure(each.exact), "overlap": figure(each.overlap)}
            for each in found.roles
        ],
        "disagreements": [
            {"how": str(each.how), "annotators": [each.first, each.second], "field": each.field,
             "said": [each.said, each.other_said],
             "words": [None if has is None else has.text for has in (each.one, each.other)],
             "spans": [None if has is None else [[s.start, s.end] for s in has.spans] for has in (each.one, each.other)],
             "message": str(each),
             "path": None if each.place is None else each.place.path,
             "line": None if each.place is None else each.place.position.line,
             "column": None if each.place is None else each.place.position.column}
            for each in found.disagreements
        ],
    }  # fmt: skip


def figure(estimate: Estimate) -> dict[str, float | None]:
    """A figure with its interval."""
    parts = {"value": estimate.value, "low": estimate.low, "high": estimate.high}
    return {name: None if part is None else float(part) for name, part in parts.items()}
