"""Q10: a quotation over several paragraphs that breaks the convention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document
from newsfacts.rules.quotes._marks import mark_problems
from newsfacts.rules.rule import Context, Example, Rule
from newsfacts.text.quotation_marks import MarkProblemKind
from newsfacts.text.spans import Span

_WORD = re.compile(r"\w+")
_CLOSING = "\"”»’'›“"
_OPENING = "\"“«»‘'‹„‚"


class BareContinuation(Rule):
    """A quotation over several paragraphs opens again at each, and closes only at the last.

    What it checks:
        A paragraph in which an open quotation goes on begins with an opening mark. Where one quote is annotated over
        several paragraphs (`cont=`), no paragraph but the last ends with a closing mark.

    Why:
        The convention tells readers that the same person still speaks. A bare paragraph looks like the reporter's
        words, and a mark that closes too early like a new speaker.

    Instead:
        Begin each paragraph with the mark, and end only the last one with it. Two quotes that only follow each other
        are annotated as two.

    Fix:
        None: the text itself is never changed.
    """

    code = "Q10"
    name = "bare-continuation"
    severity = Severity.WARNING
    VALID = (
        Example("“We will win.\n\n“And then we rest,” she said."),
        Example("[“We will win.]{.quote #q}\n\n[“And then we rest,”]{cont=q} she said."),
        Example("[“We will win,”]{.quote} she said.\n\n[“And then we rest.”]{.quote}"),
        Example("[“We will win,”]{.quote #q} she said.\n\n[“And then we rest.”]{cont=q}"),
    )
    INVALID = (
        Example(
            "“We will win.\n\nAnd then we rest,” she said.",
            at="And",
            message="this paragraph goes on with a quotation but does not open with “",
        ),
        Example(
            "[“We will win.”]{.quote #q}\n\n[“And then we rest.”]{cont=q}",
            at="”",
            message="this quotation is closed here, but the quote goes on in the next paragraph",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        marks = mark_problems(document)
        if marks.unreadable:
            yield self.skip(document, None, marks.unreadable)
        for problem in marks.problems:
            if problem.kind is MarkProblemKind.BARE_PARAGRAPH:
                word = _WORD.match(document.text, problem.start)
                yield self.finding(
                    document,
                    Span(problem.start, word.end() if word else problem.end),
                    problem.message,
                    help="begin the paragraph with the opening mark, or close the quotation before it",
                )
        for quote in document.quotes:
            for one, other in zip(quote.spans, quote.spans[1:], strict=False):
                between = document.text[one.end : other.start]
                if between.strip() or between.count("\n") < 2:
                    continue
                last, first = document.text[one.end - 1 : one.end], document.text[other.start : other.start + 1]
                if last in _CLOSING and first in _OPENING:
                    yield self.finding(
                        document,
                        Span(one.end - 1, one.end),
                        "this quotation is closed here, but the quote goes on in the next paragraph",
                        help="take the closing mark out, or annotate two quotes",
                    )
