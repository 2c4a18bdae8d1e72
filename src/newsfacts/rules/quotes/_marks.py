"""The quotation marks of a document: looked at once for all rules of this family, without what is uncertain."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Label, Skipped
from newsfacts.immutable import frozen
from newsfacts.model import Aside, Document
from newsfacts.patterns import lazy_pattern
from newsfacts.rules.marked import quotations, signs_by_line
from newsfacts.rules.rule import Rule
from newsfacts.text.quotation_marks import MarkProblem, MarkProblemKind
from newsfacts.text.spans import Span

__all__ = ["MarkProblems", "are_plainly_paired", "mark_problems", "marks_are_wrong", "paired_findings"]

_FREE_STRAIGHT_MARK = lazy_pattern(r"\B'")
_CURLY_PAIR = lazy_pattern(r"“[^“”\r\n]*”")


@frozen
class MarkProblems:
    """What is certainly wrong with the marks of a text. `unreadable` says why they cannot be judged at all."""

    problems: tuple[MarkProblem, ...] = ()
    unreadable: str | None = None


_NOTHING_WRONG = MarkProblems()


def are_plainly_paired(text: str, signs_of_text: str | None = None) -> bool:
    """Whether each line has pairs of “curly” marks and no others but apostrophes. Nothing is wrong with such marks.

    `signs_of_text` are the ends of lines and the characters that may be marks (see `signs_by_line`), where they are known.
    """
    signs = text if signs_of_text is None else signs_of_text
    if "'" in signs and _FREE_STRAIGHT_MARK.search(text):
        return False
    if has_other_marks(signs):
        return False
    count = signs.count("“")
    return count == signs.count("”") and (not count or count == len(_CURLY_PAIR.findall(signs)))


def has_other_marks(text: str) -> bool:
    """Whether a text has quotation marks besides “curly” ones and apostrophes. Each search is faster than one pattern for all."""
    return (
        '"' in text or "„" in text or "‟" in text or "«" in text or "»" in text
        or "‹" in text or "›" in text or "‘" in text or "‚" in text or "‛" in text
    )  # fmt: skip


def mark_problems(document: Document) -> MarkProblems:
    """What is wrong with the quotation marks of a document, its asides left out."""
    return document.derived(look)


def marks_are_wrong(document: Document) -> bool:
    """Whether something is wrong with the marks of a document, or they cannot be judged."""
    found = mark_problems(document)
    return bool(found.problems) or found.unreadable is not None


def look(document: Document) -> MarkProblems:
    text = document.text
    if are_plainly_paired(text, signs_by_line(document)):
        return _NOTHING_WRONG
    found = quotations(document)
    problems = found.problems
    if found.are_detached:
        return MarkProblems(
            unreadable="quotation marks are between spaces here, so nothing shows which ones open and which ones close"
        )
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
