"""`newsfacts ground TEXT --source FILE...`: which quotations, numbers and dates of a text do its sources support?"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from newsfacts.cli import EXIT_USAGE
from newsfacts.cli.check import (
    configured_baseline,
    counted,
    exit_status,
    known_findings,
    terminal_width,
    write_known,
    write_report,
)
from newsfacts.cli.check_options import configuration_of, rule_options, status_options
from newsfacts.cli.output import check_target, use_color, warn
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.checking.configuration import Configuration
    from newsfacts.checking.one_file import FileResult
    from newsfacts.grounding.results import Grounding
    from newsfacts.reports.run import Run
    from newsfacts.sources.document import SourceDocument, Sources

__all__ = ["add_arguments", "run"]

FAMILY = "G"
"""The rules that report what is found."""
COPY_SLACK = 5
"""A copy differs from the text by at most this part in length, a fifth."""
CONFIGURATIONS = ("newsfacts.toml", "pyproject.toml")
MAX_NAMED = 5
"""So many files that were passed over are named."""

_OWN = ("text", "json", "html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "newsfacts ground [options] TEXT --source FILE ..."
    parser.epilog = (
        "Plain text, Markdown, HTML, docx, odt, PDF, subtitles and e-mail are read, the text and the sources alike; HTML and PDF need "
        "the extra newsfacts[sources]. Exit status as for check: 1 where something is found at or above the threshold, 2 where the text or a source cannot be read. "
        "What is not given here comes from [tool.newsfacts] in pyproject.toml, or from newsfacts.toml."
    )
    parser.add_argument("text", metavar="TEXT", help="the text; - reads standard input")
    parser.add_argument(
        "--source", "-s", metavar="FILE", action="append", nargs="+", required=True,
        help="files, folders and patterns of the sources; may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--published", metavar="DATE", help="the day of the text, for words such as “on Friday”: 2024-07-04"
    )
    parser.add_argument(
        "--require-source", action="store_true", help="each paragraph must cite a source that has what it states"
    )
    parser.add_argument(
        "--markup", choices=("text", "markdown"), help="how the text is written, where its name does not say"
    )
    parser.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="what to call standard input")
    rule_options(parser)
    output = parser.add_argument_group("output")
    output.add_argument(
        "--format", "--output-format", dest="output_format", metavar="FORMAT", default="text",
        help="text, concise, json, jsonl, sarif, junit, github, gitlab or html (default: text)",
    )  # fmt: skip
    output.add_argument("--output", "-o", metavar="FILE", help="write the report to this file")
    output.add_argument("--force", action="store_true", help="write it even over a document")
    output.add_argument(
        "--color", action=argparse.BooleanOptionalAction, default=None, help="whether the text has colours"
    )
    status_options(parser)


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.grounding import ground
    from newsfacts.reports import Run, Summary

    arguments.paths = [arguments.text]
    configuration = configuration_of(arguments)
    check_rules(configuration)
    text = text_of(arguments)
    if not text.text.strip():
        warn(f"newsfacts: {text.path} has no words")
    sources = sources_of(arguments)
    baseline = arguments.baseline or configured_baseline(configuration)
    for target in (arguments.output, baseline if arguments.write_baseline else None):
        if target is not None:
            check_target(target, force=arguments.force, checked=paths_of(arguments.text, sources))
    for path in copies_of(text, sources):
        warn(f"newsfacts: {path} has the words of the text, so everything in it is supported")
    found = ground(
        text, sources, published=day_of(arguments.published), policy=configuration.value_policy(),
        require_source=arguments.require_source, markup=arguments.markup,
    )  # fmt: skip
    summary = Summary()
    results = iter([result_of(found, configuration)])
    if arguments.write_baseline:
        return write_known(results, baseline, summary)
    report = Run(
        files=counted(results, summary, known_findings(baseline), debug=arguments.debug),
        summary=summary,
        color=use_color(sys.stdout, arguments.color if arguments.output is None else bool(arguments.color)),
        width=terminal_width(arguments),
    )
    write_report(rendered(found, report, arguments.output_format), arguments.output)
    for _ in report.files:  # counted, where the report did not read them
        pass
    if sources.refused:
        return EXIT_USAGE
    return exit_status(summary, configuration, exit_zero=arguments.exit_zero)


def check_rules(configuration: Configuration) -> None:
    """Raises `UsageError` for a word that names no rule, and where no rule is left: nothing would ever be reported."""
    from newsfacts.checking.selectors import family_of, unknown_rule
    from newsfacts.rules import rule_modules

    for word in configuration.unknown():
        raise unknown_rule(word)
    settings = attrs.evolve(configuration.canonical(), ignore=())  # to ignore them all is someone's wish
    if not any(settings.reports(code) for code in rule_modules() if family_of(code) == FAMILY):
        raise UsageError(
            "the options or the configuration select none of the rules of ground, which are those of family G"
        )


def text_of(arguments: argparse.Namespace) -> SourceDocument:
    """The text that is checked. Raises `UnreadableSource` where it cannot be read."""
    from newsfacts.cli.standard_input import read_stdin
    from newsfacts.sources import Markup, SourceDocument, read_source

    if arguments.text != "-":
        return read_source(arguments.text)
    name = arguments.stdin_filename
    markup = Markup.MARKDOWN if name.endswith((".md", ".markdown")) else Markup.TEXT
    return SourceDocument(text=read_stdin(), path=name, markup=markup)


def sources_of(arguments: argparse.Namespace) -> Sources:
    """The sources with words. The text is never one of them: everything in it would be supported.

    Raises `UsageError` where none is left, as then nothing can be compared.
    """
    from newsfacts.sources import read_sources

    own = os.path.realpath(arguments.text)
    paths = [path for group in arguments.source for path in group]
    for path in paths:
        if path in ("-", ""):
            raise UsageError(
                f"--source is the name of a file or a folder, not {path!r}; only the text is read from standard input"
            )
    read = read_sources(paths)
    for error in read.refused:
        warn(f"newsfacts: {error}")
    passed_over = [path for path in read.passed_over if os.path.basename(path) not in CONFIGURATIONS]
    if passed_over:
        warn(f"newsfacts: not read, as they are not texts by their names: {named(passed_over)}")
    documents = []
    for document in read.documents:
        if document.path is not None and os.path.realpath(document.path) == own:
            warn(f"newsfacts: {document.path} is the text itself, and is not taken as a source")
        elif not document.text.strip():
            warn(f"newsfacts: {document.path} has no words")
        else:
            documents.append(document)
    if not documents:
        raise UsageError(
            "no sources found: --source names no file that can be read, has words and is not the text itself"
        )
    return attrs.evolve(read, documents=tuple(documents))


def copies_of(text: SourceDocument, sources: Sources) -> Iterator[str]:
    """The sources with all the words of the text in the same order, as the same text in another format has."""
    own = None
    for document in sources.documents:
        if abs(len(document.text) - len(text.text)) * COPY_SLACK <= len(text.text):
            own = own or words_of(text.text)
            if own and words_of(document.text) == own:
                yield document.path or "a source"


def words_of(text: str) -> Sequence[str]:
    """The words of a text, whatever is between them."""
    return re.findall(r"\w+", text.lower())


def named(paths: Sequence[str]) -> str:
    """The first of some paths, and how many there are."""
    more = len(paths) - MAX_NAMED
    return ", ".join(paths[:MAX_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def day_of(words: str | None) -> dt.date | None:
    """The day of `--published`."""
    if words is None:
        return None
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise UsageError(f"--published is a day such as 2024-07-04, not {words!r}") from None


def paths_of(text: str, sources: Sources) -> Sequence[str]:
    """The files that must not be written over."""
    return [text, *(document.path for document in sources.documents if document.path)]


def result_of(found: Grounding, configuration: Configuration) -> FileResult:
    """What was found, as the configuration wants it."""
    from newsfacts.checking.document import Checked, Result, with_severities
    from newsfacts.checking.one_file import FileResult
    from newsfacts.grounding.findings import findings_of, skipped_of

    settings = configuration.canonical()
    kept = with_severities([one for one in findings_of(found) if settings.reports(one.code)], settings)
    supported = sum(item.ok for item in found.items)
    checked = Checked(documents=1, annotations=len(found.items), held=supported)
    result = Result(findings=tuple(kept), skipped=tuple(skipped_of(found)), checked=checked)
    return FileResult(path=found.path or "<text>", result=result)


def rendered(found: Grounding, report: Run, name: str) -> Iterator[str]:
    """The report in a format."""
    from newsfacts.reports import get_report

    if name not in _OWN:
        return get_report(name)(report)
    if name == "text":
        from newsfacts.reports.grounding_text import render_grounding

        return render_grounding(found, report)
    if name == "html":
        from newsfacts.reports.grounding_html import render_page

        return render_page(found)
    from newsfacts.reports.grounding_data import grounding_data
    from newsfacts.text.printable import json_text

    return iter([json_text(grounding_data(found), indent=2) + "\n"])
