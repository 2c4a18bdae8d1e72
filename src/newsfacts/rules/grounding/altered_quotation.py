"""G01, reported by `newsfacts ground`. Words in quotation marks are those of the source."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, GroundingRule


class AlteredQuotation(GroundingRule):
    """Words in quotation marks are those of the source.

    What it checks:
        The source has words that are so like the quotation that they must be meant, and they differ by more
        than punctuation and capitals; or an ellipsis, a bracket or the place where the quotation is cut off
        turns what was said.

    Why:
        A quotation is a promise that these words were said. One word more or less can turn them.

    Instead:
        Quote the words of the source, or report them without quotation marks.

    Fix:
        None: which words are right is for a person to decide, with the source in hand.
    """

    code = "G01"
    name = "altered-quotation"
    severity = Severity.ERROR
    VALID: Examples = (
        Example(
            "“The river rose faster than anyone had ever seen,” Weiss said.",
            files={"source.txt": "“The river rose faster than anyone had ever seen,” Anna Weiss said."},
        ),
    )
    INVALID: Examples = (
        Example(
            "“The river rose faster than we had ever seen,” Weiss said.",
            at="“The river rose faster than we had ever seen,”",
            message="“The river rose faster than we had ever seen,”: the quotation has 'we' for 'anyone'",
            files={"source.txt": "“The river rose faster than anyone had ever seen,” Anna Weiss said."},
        ),
    )
