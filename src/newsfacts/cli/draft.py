"""`newsfacts draft ARTICLE -o OUT.facts`: propose annotations for a text, for a person to correct."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK
from newsfacts.cli.output import check_target, say, warn, write_out
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.model import Document, Factbook
    from newsfacts.sources import SourceDocument

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Every proposal has draft=sure, likely or guess, and the check reports it until a person has taken that out. "
        "ARTICLE is plain text, Markdown, HTML, docx and whatever else sources are read from."
    )
    parser.add_argument("article", metavar="ARTICLE", help="the text; with --accept a document; - reads standard input")
    parser.add_argument("--output", "-o", metavar="FILE", help="the document to write; without it, standard output")
    parser.add_argument("--published", metavar="DATE", help="the day of publication, for words such as 'yesterday'")
    parser.add_argument(
        "--factbook", metavar="FILE", help="entities and measures that are recognized by name; the document uses it"
    )
    parser.add_argument(
        "--level", metavar="LEVEL", help="propose what is sure, likely (and sure; the default), or a guess (all)"
    )
    parser.add_argument(
        "--only",
        metavar="PARTS",
        help="attributions, quotes, counts, times, mentions, listings, asides: some of them, with commas between",
    )
    parser.add_argument(
        "--engine", metavar="NAME", help="what finds attributions: rules (the default), or one that a package brings"
    )
    parser.add_argument(
        "--accept", metavar="LEVEL", help="take over the proposals of ARTICLE at this level and the surer ones"
    )
    parser.add_argument(
        "--prompt", action="store_true", help="print what to ask a language model: the task, the JSON Schema, the text"
    )
    parser.add_argument(
        "--answer",
        metavar="FILE",
        help="draft from a language model's answer; exit status 1 where something of it is not in the text",
    )
    parser.add_argument("--force", action="store_true", help="write even over another document")


def run(arguments: argparse.Namespace) -> int:
    check_options(arguments)
    if arguments.accept is not None:
        return take_over(arguments)
    source = the_source(arguments.article)
    if arguments.prompt:
        from newsfacts.drafting.prompt import draft_prompt

        write_out(draft_prompt(source.text), None)
        return EXIT_OK
    if arguments.answer is not None:
        return from_answer(arguments, source)
    from newsfacts.drafting.document import draft
    from newsfacts.sources.document import Markup
    from newsfacts.values.level import Level

    document = draft(
        source.text,
        level=arguments.level or Level.LIKELY,
        only=[part.strip() for part in arguments.only.split(",")] if arguments.only else None,
        engine=arguments.engine or "rules",
        markup="markdown" if source.markup is Markup.MARKDOWN else "text",
        **header_of(arguments, source),
    )
    write(document, arguments)
    return EXIT_OK


def check_options(arguments: argparse.Namespace) -> None:
    """Raise `UsageError` for options that do not go together: one of them would be ignored."""
    ways = [name for name in ("accept", "prompt", "answer") if getattr(arguments, name) not in (None, False)]
    if not ways:
        return
    draft = ["level", "only", "engine", *(["published", "factbook"] if ways[0] != "answer" else [])]
    others = [*ways[1:], *(name for name in draft if getattr(arguments, name) is not None)]
    if ways[0] == "prompt" and arguments.output is not None:
        others.append("output")
    if others:
        raise UsageError(f"--{others[0]} does not go with --{ways[0]}")


def write(document: Document, arguments: argparse.Namespace) -> None:
    """Write a draft where it is wanted, and say how much there is to look at."""
    from newsfacts.documents import dumps
    from newsfacts.formats import format_of_path

    target = arguments.output if arguments.output != "-" else None
    format = format_of_path(target) if target is not None else None
    if target is not None and (format is None or not format.writes):
        raise UsageError(
            f"{target}: no format that can be written is known for this ending; name a file such as story.facts"
        )
    write_out(dumps(document, format=format.name if format else "facts"), target, force=arguments.force)
    if target is not None:
        say(tally(document))


def from_answer(arguments: argparse.Namespace, source: SourceDocument) -> int:
    """Draft a document of a model's answer, and report what is not in the text, or not as it says."""
    from newsfacts.cli.verify import file_text
    from newsfacts.drafting.answers import read_answer
    from newsfacts.drafting.placing import PlacedHow

    answer = read_answer(source.text, file_text(arguments.answer), **header_of(arguments, source))
    for placed in answer.placed:
        if placed.how not in (PlacedHow.EXACT, PlacedHow.NEAREST):
            warn(
                f"{arguments.answer}: {placed.path}: {placed.how}: {placed.words!r}"
                + (f"; {placed.note}" if placed.note else "")
            )
    for difference in answer.differences:
        warn(
            f"{arguments.answer}: {difference.path}: the answer gives {difference.answered!r} for {difference.words!r}, "
            f"which says {difference.read}"
        )
    write(answer.document, arguments)
    return EXIT_FINDINGS if answer.unplaced else EXIT_OK


def header_of(arguments: argparse.Namespace, source: SourceDocument) -> dict[str, Any]:
    """What the document says about itself, and its factbook."""
    from newsfacts.cli.time import date_of

    header: dict[str, Any] = {"published": date_of(arguments.published) or source.published, "title": source.title}
    if arguments.factbook is not None:
        folder = Path(arguments.output).resolve().parent if arguments.output not in (None, "-") else Path.cwd()
        header["factbook"] = the_factbook(arguments.factbook)
        header["use"] = [Path(os.path.relpath(Path(arguments.factbook).resolve(), folder)).as_posix()]
    return header


def the_factbook(path: str) -> Factbook:
    """A factbook file. Raises `UsageError` where it has errors: what is known must be right."""
    from newsfacts.building.factbook import load_factbook
    from newsfacts.findings import Severity

    loaded = load_factbook(path)
    errors = [problem for problem in loaded.findings if problem.severity is Severity.ERROR]
    if errors:
        raise UsageError(f"{path}: {errors[0].message}")
    return loaded.factbook


def the_source(path: str) -> SourceDocument:
    """The article, read as a source is."""
    from newsfacts.cli.standard_input import read_stdin
    from newsfacts.sources import SourceDocument, read_source

    if path == "-":
        return SourceDocument(text=read_stdin())
    source = read_source(path)
    for note in source.notes:
        warn(f"newsfacts: {path}: changed or left out in reading: {note}")
    return source


def take_over(arguments: argparse.Namespace) -> int:
    """Take `draft=` out of what is sure enough, and write the document."""
    from newsfacts.cli.reading import report_problems, the_document
    from newsfacts.documents import dumps
    from newsfacts.drafting.document import accept
    from newsfacts.formats import format_of_path

    document = the_document(arguments.article)
    status = report_problems(document)
    if status:
        return status
    target = arguments.output or arguments.article
    format = format_of_path(target)
    if target == "-":
        raise UsageError("--accept needs a file, or --output")
    if format is None or not format.writes:
        raise UsageError(f"{target}: this format cannot be written; name another file with --output")
    if target != arguments.article:
        check_target(target, force=arguments.force)
    accepted = accept(document, arguments.accept)
    taken = proposals(document) - proposals(accepted)
    write_out(dumps(accepted, format=format.name), target, force=True)
    say(f"{taken.total()} taken over; {tally(accepted)}")
    return EXIT_OK


def proposals(document: Document) -> Counter[str]:
    """How many annotations are proposed at each level."""
    return Counter(each.draft.value for each in document.annotations if each.draft is not None)


def tally(document: Document) -> str:
    """How many proposals are left to look at, by level."""
    found = proposals(document)
    if not found:
        return "no proposals are left"
    levels = ", ".join(f"{found[level]} {level}" for level in ("sure", "likely", "guess") if found[level])
    return f"{found.total()} {'proposal' if found.total() == 1 else 'proposals'} to look at: {levels}"
