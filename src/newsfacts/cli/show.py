"""`newsfacts show FILE`: what is annotated, as a tree with resolved values."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_OK
from newsfacts.cli.output import say, say_json
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.model import Annotation, Document
    from newsfacts.values import Policy

__all__ = ["add_arguments", "run", "tree"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Lines and columns are those of the file. What is inside something is indented below it."
    parser.add_argument("file", metavar="FILE", help="an annotated text; - reads standard input")
    parser.add_argument("--json", action="store_true", help="print JSON, with every value resolved")
    parser.add_argument(
        "--kind", metavar="KIND", action="append", default=[], help="show only annotations of this kind"
    )
    parser.add_argument(
        "--policy", metavar="NAME", default="news", help="how numbers are taken: strict, news or lenient"
    )
    parser.add_argument("--from", dest="source_format", metavar="FORMAT", help="its format, if the ending does not say")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.reading import is_unreadable, report_problems, the_document
    from newsfacts.schema.kinds import Schema
    from newsfacts.text.suggestions import suggestion
    from newsfacts.values import Policy
    from newsfacts.view.describing import document_data

    policy = Policy.profile(arguments.policy)
    document = the_document(arguments.file, arguments.source_format)
    if is_unreadable(document.problems):
        return report_problems(document)
    known = {*(document.known_kinds or Schema.core()).kinds, *(annotation.KIND for annotation in document.annotations)}
    for kind in arguments.kind:
        if kind not in known:
            raise UsageError(f"no kind is named {kind!r}{suggestion(kind, known)}")
    if arguments.json:
        say_json(document_data(document, policy, kinds=frozenset(arguments.kind)))
    else:
        for line in tree(document, policy, kinds=frozenset(arguments.kind)):
            say(line)
    report_problems(document)
    return EXIT_OK


def tree(document: Document, policy: Policy, *, kinds: frozenset[str] = frozenset()) -> Iterator[str]:
    """The lines of the tree."""
    from newsfacts.reports.run import plural
    from newsfacts.view.describing import name_of

    if document.title:
        yield document.title
    head = [f"published {document.published}" if document.published else "no date of publication"]
    head.append(plural(len(document.text), "character"))
    head.append(plural(len(document.annotations), "annotation"))
    yield ", ".join(head)
    for annotation in document.annotations:
        if not kinds or annotation.KIND in kinds:
            yield line(annotation, document, policy, indented=not kinds)
    if document.relations and not kinds:
        yield "relations"
        for relation in document.relations:
            yield f"        {name_of(relation.source)} {relation.kind} {name_of(relation.target)}"


def line(annotation: Annotation, document: Document, policy: Policy, *, indented: bool) -> str:
    """One annotation: place, kind, words, and what else it says."""
    from newsfacts.view.describing import facts_of, quoted

    place = document.place(annotation)
    where = str(place.position) if place else "-"
    indent = "  " * sum(1 for _ in document.ancestors(annotation)) if indented else ""
    words = f" {quoted(annotation.text)}" if annotation.text else ""
    id = f" #{annotation.id}" if annotation.id is not None else ""
    facts = "".join(
        f" {text}" if not label else f"; {label}: {text}" for label, text in facts_of(annotation, document, policy)
    )
    return f"{where:>7} {indent}{annotation.KIND}{id}{words}{facts}"
