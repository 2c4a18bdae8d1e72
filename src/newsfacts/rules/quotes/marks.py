"""The quotation marks of a document: one scan for all rules of this family, without what cannot be told."""

from __future__ import annotations

import attrs

from newsfacts.model import Aside, Document
from newsfacts.quotation_marks import MarkProblem, Quotations, scan
from newsfacts.spans import Span

__all__ = ["DocumentMarks", "document_marks"]


@attrs.frozen
class DocumentMarks:
    """The quotations of a text, and what is surely amiss. `unreadable` says why the marks cannot be judged at all."""

    quotations: Quotations
    problems: tuple[MarkProblem, ...]
    unreadable: str | None = None


def document_marks(document: Document) -> DocumentMarks:
    """The quotation marks of a document, looked at once."""
    found: DocumentMarks | None = document._cache.get("quotation_marks")
    if found is None:
        found = document._cache["quotation_marks"] = look(document)
    return found


def look(document: Document) -> DocumentMarks:
    text = document.text
    quotations = scan(text)
    problems = quotations.problems
    if not problems:
        return DocumentMarks(quotations, ())
    if 2 * sum(stands_alone(text, problem) for problem in problems) >= len(problems):
        return DocumentMarks(
            quotations,
            (),
            "quotation marks stand between spaces here, so nothing tells which ones open and which ones close",
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
    return DocumentMarks(quotations, problems)


def stands_alone(text: str, problem: MarkProblem) -> bool:
    """Whether a mark has white space on both sides, as in tokenized text."""
    before, after = text[problem.start - 1 : problem.start], text[problem.end : problem.end + 1]
    return bool(before + after) and not (before + after).strip() and text[problem.start] in "\"'“”"
