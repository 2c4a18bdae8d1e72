"""C06: a scale whose best is not above its worst, or whose worst is below 1."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Verdict
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule


class ImpossibleScale(Rule):
    """The best of a scale is above its worst, and the worst is 1 or more.

    What it checks:
        Where a verdict gives `best` and `worst`, best is the higher one; and `worst` is not below 1, as ClaimReview
        asks.

    Why:
        Readers of ClaimReview take the best for the true end. A scale turned around makes every "false" a "true".

    Instead:
        Number the scale from 1, for the worst, upwards.

    Fix:
        None: turning a scale around changes what the ratings say.
    """

    code = "C06"
    name = "impossible-scale"
    severity = Severity.ERROR
    looks_at: Kinds = (Verdict,)
    VALID: Examples = (
        Example("[It rained]{.claim #k}. [True]{.verdict of=k rating=5 best=5 worst=1}."),
        Example("[It rained]{.claim #k}. [True]{.verdict of=k rating=10 best=10}."),
    )
    INVALID: Examples = (
        Example(
            "[It rained]{.claim #k}. [True]{.verdict of=k rating=1 best=1 worst=5}.",
            at="True",
            message="the best of the scale, 1, is not above its worst, 5",
        ),
        Example(
            "[It rained]{.claim #k}. [False]{.verdict of=k rating=0 best=10 worst=0}.",
            at="False",
            message="the worst of the scale is 0; ClaimReview asks for 1 or more",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for verdict in document.verdicts:
            best, worst = verdict.best, verdict.worst
            if isinstance(best, Decimal) and isinstance(worst, Decimal) and best <= worst:
                message = f"the best of the scale, {best}, is not above its worst, {worst}"
            elif isinstance(worst, Decimal) and worst < 1:
                message = f"the worst of the scale is {worst}; ClaimReview asks for 1 or more"
            else:
                continue
            yield self.finding(document, verdict, message, help="number the scale from 1, for the worst, upwards")
