"""C01: a claim without a place in the text."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Claim, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule


class ClaimWithoutWords(Rule):
    """Every claim has words in the text.

    What it checks:
        A claim listed in the front matter or in a stand-off file has `quote:` or `spans:`, the words that make it.

    Why:
        A claim that is only an id cannot be read, checked or rated: no one knows what was claimed.

    Instead:
        Give the words: `{kind: claim, id: k1, quote: crime doubled}`, or mark them as `.claim` in the text.

    Fix:
        None: which words make the claim is for a person to see.
    """

    code = "C01"
    name = "claim-without-words"
    severity = Severity.ERROR
    looks_at: Kinds = (Claim,)
    VALID: Examples = (
        Example("[Crime doubled]{.claim #k1}."),
        Example("---\nnewsfacts: 1\nannotations: [{kind: claim, id: k1, quote: Crime doubled}]\n---\n\nCrime doubled."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations: [{kind: claim, id: k1}]\n---\n\nCrime doubled.",
            at="{kind: claim, id: k1}",
            message="this claim has no words in the text",
        ),
        Example(
            "---\nnewsfacts: 1\nannotations: [{kind: claim, type: opinion}]\n---\n\nThe best city.",
            at="{kind: claim, type: opinion}",
            message="this claim has no words in the text",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for claim in document.claims:
            if not claim.spans and claim.lost is None and not self.was_sought(document, claim):
                yield self.finding(
                    document, claim, "this claim has no words in the text", help="give its words with quote:"
                )

    def was_sought(self, document: Document, claim: Claim) -> bool:
        """Whether it names words that the reader did not find: that has been reported already."""
        place = document.place(claim)
        return place is not None and any(
            problem.code in ("A01", "A09", "A10") and problem.place is not None
            and place.start <= problem.place.start and problem.place.end <= place.end
            for problem in document.problems
        )  # fmt: skip
