"""Q11: a quotation within a quotation, between the same marks."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document
from newsfacts.rules.quotes._marks import marks_are_wrong, paired_findings
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule
from newsfacts.text.quotation_marks import MarkProblemKind


class SameLevelMarks(Rule):
    """A quotation within a quotation has marks of the other level.

    What it checks:
        In the whole text but its asides, a quotation that opens while another one is open does so with another mark:
        single within double, or double within single.

    Why:
        “He said “no” to me” can be read in two ways, and a program reads it in the wrong one.

    Instead:
        Write “He said ‘no’ to me”, in the text.

    Fix:
        None: the text itself is never changed.
    """

    code = "Q11"
    name = "same-level-marks"
    severity = Severity.WARNING
    needs: Needs = (marks_are_wrong,)
    VALID: Examples = (
        Example("“He said ‘no’ to me,” she said."),
        Example("“We won.”\n\n“They lost,” he said. “Badly.”"),
    )
    INVALID: Examples = (
        Example(
            "“He said “no” to me,” she said.",
            at="“",
            message="this “ opens a quotation within one that “ opened",
        ),
        Example(
            'She said: "He called it "Utopia" twice."',
            at='"',
            message='this " opens a quotation within one that " opened',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        return paired_findings(
            self,
            document,
            MarkProblemKind.SAME_LEVEL,
            help="use single marks within double ones, or close the outer quotation first",
            opened="the outer quotation opens here",
        )
