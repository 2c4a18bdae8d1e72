"""Q08: a quotation that is opened and not closed, or closed and not opened."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document
from newsfacts.rules.quotes._marks import mark_problems, marks_are_wrong
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule
from newsfacts.text.quotation_marks import MarkProblemKind
from newsfacts.text.spans import Span


class UnbalancedMarks(Rule):
    """Every quotation mark that opens has one that closes, paragraph by paragraph.

    What it checks:
        In the whole text but its asides, each quotation is closed in its paragraph, or goes on in the next one with an
        opening mark of its own. Apostrophes, inches and HTML tags are recognized. A misprint is reported once: what
        follows it in its paragraph is read as if the mark were right. Tokenized text, where marks are between spaces,
        is not judged.

    Why:
        Without its mark no one can tell where the speaker's words end and the reporter's begin. 4.5 % of PolNeAR's
        contents with quotation marks have an unbalanced one.

    Instead:
        Put the missing mark, or take the other one out, in the text.

    Fix:
        None: the text itself is never changed.
    """

    code = "Q08"
    name = "unbalanced-marks"
    severity = Severity.WARNING
    needs: Needs = (marks_are_wrong,)
    VALID: Examples = (
        Example("“We will win,” she said. “We must.”"),
        Example(
            "“We will win.\n\n“And then,” she said, “we’ll rest.”\n\n“It’s the ’90s again, and the students’ time.”"
        ),
        Example("“We will win.\n\n“And then we rest.”"),
        Example('The 6\'2" guard called it "a dream."'),
        Example("He said the slogan was “‘Never again.’”"),
        Example("“We will win\nthe game and\nthe cup.”"),
        Example("“I sat by 6’2” boys of the class of ‘08,” she said. “. . . I liked ‘em.”"),
        Example('<a href="https://example.org">The nurses\' strike</a> made “front pages.”'),
        Example("[“Read more ...]{.aside}\n\nHe left."),
    )
    INVALID: Examples = (
        Example(
            "“We will win, she said.\n\nThen she left.",
            at="“",
            message="the quotation that opens with this “ is not closed",
        ),
        Example(
            "We will win,” she said.\n\nThen she left.",
            at="”",
            message="this ” closes no quotation",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        marks = mark_problems(document)
        if marks.unreadable:
            yield self.skip(document, None, marks.unreadable)
        for problem in marks.problems:
            if problem.kind is MarkProblemKind.UNCLOSED:
                help = "put the closing mark where the quoted words end"
            elif problem.kind is MarkProblemKind.UNOPENED:
                help = "put the opening mark where the quoted words begin"
            else:
                continue
            yield self.finding(document, Span(problem.start, problem.end), problem.message, help=help)
