"""Q09: a quotation that opens with one kind of mark and closes with another, or with the wrong one of a pair."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document
from newsfacts.rules.quotes._marks import marks_are_wrong, paired_findings
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule
from newsfacts.text.quotation_marks import MarkProblemKind


class MismatchedMarks(Rule):
    """A quotation opens and closes with marks of the same kind.

    What it checks:
        In the text without its asides, no quotation opens with a curly mark and closes with a straight one, or the
        other way round, or with a single and a double one, and none closes with an opening mark or opens with a closing
        one. „Low-high“ and, in a text without “, ”same on both sides” are pairs of their own.

    Why:
        Mixed marks come from pasting, and programs that look for pairs take the quotation for unclosed.

    Instead:
        Use one kind of mark for both ends, in the text.

    Fix:
        None: the text itself is never changed.
    """

    code = "Q09"
    name = "mismatched-marks"
    severity = Severity.WARNING
    needs: Needs = (marks_are_wrong,)
    VALID: Examples = (
        Example('“We will win,” she said. He called it "a dream."'),
        Example("Er sagte: „Wir gewinnen.“ Und dann: »Nie.«"),
    )
    INVALID: Examples = (
        Example(
            '“We will win" was her word.',
            at='"',
            message='this quotation opens with “ and closes with "',
        ),
        Example(
            'She called it "a dream” of hers.',
            at="”",
            message='this quotation opens with " and closes with ”',
        ),
        Example(
            "He called them “criminals“ and “liars.”",
            at="“",
            message="this quotation opens with “ and closes with “",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        return paired_findings(
            self,
            document,
            MarkProblemKind.MISMATCHED,
            help="use one kind of mark for both ends, an opening and a closing one",
            opened="opens here",
        )
