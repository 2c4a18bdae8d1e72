"""C18: an opinion or a prediction that is marked as checkable."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Claim, ClaimType, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule


class CheckableOpinion(Rule):
    """What is an opinion or a prediction is not marked as checkable.

    What it checks:
        A claim with `type=opinion` or `type=prediction` does not have `checkable=yes`.

    Why:
        Fact-checkers rate facts. "The best city in the world" can be liked or disliked, and tomorrow cannot be looked
        up. Some guidelines see it otherwise for predictions, so this runs only where a profile asks for it.

    Instead:
        Take `checkable` out, or mark the fact in it as a claim of its own.

    Fix:
        None: whether it is an opinion is for a person to judge.
    """

    code = "C18"
    name = "checkable-opinion"
    severity = Severity.INFO
    looks_at: Kinds = (Claim,)
    default = False
    profiles: ProfileNames = ("strict", "claimreview")
    VALID: Examples = (
        Example("[Orsk is the best city]{.claim type=opinion checkable=no}."),
        Example("[Orsk has 200,000 people]{.claim type=fact checkable=yes}."),
    )
    INVALID: Examples = (
        Example(
            "[Orsk is the best city]{.claim type=opinion checkable=yes}.",
            at="checkable=yes",
            message="this claim is marked as an opinion and as checkable",
        ),
        Example(
            "[Orsk will grow]{.claim type=prediction checkable=yes}.",
            at="checkable=yes",
            message="this claim is marked as a prediction and as checkable",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for claim in document.claims:
            if claim.checkable and claim.type in (ClaimType.OPINION, ClaimType.PREDICTION):
                what = "an opinion" if claim.type is ClaimType.OPINION else "a prediction"
                message = f"this claim is marked as {what} and as checkable"
                yield self.finding(
                    document, claim, message, key="checkable", help="take checkable out, or mark the fact in it"
                )
