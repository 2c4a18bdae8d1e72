"""The quotation marks of a document: looked at once for all rules of this family, without what cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from newsfacts.findings import Finding, Label, Skipped
from newsfacts.model import Aside, Document
from newsfacts.rules.rule import Rule
from newsfacts.text.quotation_marks import MarkProblem, MarkProblemKind, Quotations, scan
from newsfacts.text.spans import Span

__all__ = ["MarkProblems", "are_plainly_paired", "mark_problems", "paired_findings", "quotations"]

_MARK_OR_LINE_END = re.compile('["“”„‟«»‹›‘‚‛\n\r]')
_FREE_STRAIGHT_MARK = re.compile(r"\B'")
_PAIRS = re.compile(r"(?>(?:“”|[\n\r])*)")


@attrs.frozen
class MarkProblems:
    """What is surely amiss with the marks of a text. `unreadable` says why they cannot be judged at all."""

    problems: tuple[MarkProblem, ...] = ()
    unreadable: str | None = None


def are_plainly_paired(text: str) -> bool:
    """Whether each line has pairs of “curly” marks and no others but apostrophes. Nothing is amiss with such marks."""
    if "'" in text and _FREE_STRAIGHT_MARK.search(text):
        return False
    return _PAIRS.fullmatch("".join(_MARK_OR_LINE_END.findall(text))) is not None


def quotations(document: Document) -> Quotations:
    """The quotations of a document."""
    return document.derived(_scan)


def _scan(document: Document) -> Quotations:
    return scan(document.text)


def mark_problems(document: Document) -> MarkProblems:
    """What is amiss with the quotation marks of a document, its asides left out."""
    return document.derived(look)


def look(document: Document) -> MarkProblems:
    text = document.text
    if are_plainly_paired(text):
        return MarkProblems()
    problems = quotations(document).problems
    if not problems:
        return MarkProblems()
    if 2 * sum(stands_alone(text, problem) for problem in problems) >= len(problems):
        return MarkProblems(
            unreadable="quotation marks stand between spaces here, so nothing tells which ones open and which ones close"
        )
    # Without empty lines, a line end may part paragraphs or only lines. What is amiss either way is surely amiss.
    as_paragraphs, as_lines = (
        {(problem.kind, problem.start) for problem in scan(text, lines_are_paragraphs=either).problems}
        for either in (True, False)
    )
    problems = tuple(problem for problem in problems if (problem.kind, problem.start) in as_paragraphs & as_lines)
    if document.asides:
        problems = tuple(
            problem
            for problem in problems
            if not any(
                isinstance(outer, Aside) for outer in document.spans.overlapping(Span(problem.start, problem.end))
            )
        )
    return MarkProblems(problems)


def paired_findings(
    rule: Rule, document: Document, kind: MarkProblemKind, *, help: str, opened: str
) -> Iterator[Finding | Skipped]:
    """The problems of one kind that concern two marks, with a label at the one that opened."""
    marks = mark_problems(document)
    if marks.unreadable:
        yield rule.skip(document, None, marks.unreadable)
    for problem in marks.problems:
        if problem.kind is kind:
            related = problem.related
            place = document.place_of(Span(related, related + 1)) if related is not None else None
            labels = (Label(opened, place),) if place else ()
            yield rule.finding(document, Span(problem.start, problem.end), problem.message, help=help, labels=labels)


def stands_alone(text: str, problem: MarkProblem) -> bool:
    """Whether a mark has white space on both sides, as in tokenized text."""
    before, after = text[problem.start - 1 : problem.start], text[problem.end : problem.end + 1]
    return bool(before + after) and not (before + after).strip() and text[problem.start] in "\"'“”"
