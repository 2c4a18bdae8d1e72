"""C03: a verdict without evidence."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, RelationKind, Verdict
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule


class VerdictWithoutEvidence(Rule):
    """Every verdict says on what it rests.

    What it checks:
        A verdict has `evidence=`, one address or id at least, or something in the text supports or rebuts the claim
        that it rates.

    Why:
        The code of the fact-checkers' network asks that readers can follow every step. A rating alone is an opinion.

    Instead:
        Give `evidence="https://example.org/report"`, or mark what speaks for or against the claim with `supports=` or
        `rebuts=`.

    Fix:
        None: only the reviewer knows the evidence.
    """

    code = "C03"
    name = "verdict-without-evidence"
    severity = Severity.WARNING
    looks_at: Kinds = (Verdict,)
    VALID: Examples = (
        Example('[Crime doubled]{.claim #k}. [False]{.verdict of=k evidence="https://example.org/report"}.'),
        Example("[Crime doubled]{.claim #k}. [Crime fell]{.claim rebuts=k}. [False]{.verdict of=k}."),
    )
    INVALID: Examples = (
        Example(
            "[Crime doubled]{.claim #k}. [False]{.verdict of=k}.",
            at="False",
            message="the verdict “False” names no evidence",
        ),
        Example(
            "[Crime doubled]{.claim #k}. [Crime fell]{.claim #l}. [True]{.verdict of=l label=Correct}. [Cars "
            "crash]{.claim rebuts=k}.",
            at="True",
            message="the verdict “Correct” names no evidence",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        verdicts = document.verdicts
        if not verdicts:
            return
        weighed = {
            id(relation.target)
            for relation in document.relations
            if relation.kind in (RelationKind.SUPPORTS, RelationKind.REBUTS)
        }
        for verdict in verdicts:
            if not verdict.evidence and id(verdict.of) not in weighed:
                yield self.finding(
                    document, verdict, f"the verdict “{verdict.words}” names no evidence",
                    help="give the addresses with evidence=, or mark what supports= or rebuts= the claim",
                )  # fmt: skip
