"""C19: a polarity for what is left open."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Certainty, Claim, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule


class PolarityOfTheUncertain(Rule):
    """A claim that leaves open whether something is so has no polarity.

    What it checks:
        A claim with `certainty=uncertain` has no `polarity=`. With `probable` and `possible` both go together.

    Why:
        FactBank knows eight values: certain, probable and possible, each positive or negative, certain with unknown
        polarity, and unknown. Its annotators must never use "unknown positive" or "unknown negative": who does
        not commit to anything does not commit to a side. Projects with other schemes need not follow; this runs only
        where a profile asks for it.

    Instead:
        Take `polarity=` out, or say how sure the source is: `certainty=possible polarity=negative`.

    Fix:
        None: how sure the source is is for a person to judge.
    """

    code = "C19"
    name = "polarity-of-the-uncertain"
    severity = Severity.ERROR
    looks_at: Kinds = (Claim,)
    default = False
    profiles: ProfileNames = ("strict",)
    VALID: Examples = (
        Example("Nobody knows whether [it rained]{.claim certainty=uncertain}."),
        Example("[It may not have rained]{.claim certainty=possible polarity=negative}."),
    )
    INVALID: Examples = (
        Example(
            "Nobody knows whether [it did not rain]{.claim certainty=uncertain polarity=negative}.",
            at="polarity=negative",
            message="this claim leaves open whether it is so, but has the polarity negative",
        ),
        Example(
            "Nobody knows whether [it rained]{.claim polarity=positive certainty=uncertain}.",
            at="polarity=positive",
            message="this claim leaves open whether it is so, but has the polarity positive",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for claim in document.claims:
            if claim.certainty is not Certainty.UNCERTAIN:
                continue
            raw = document.raw(claim)
            if raw is not None and "polarity" in raw.attributes:
                message = f"this claim leaves open whether it is so, but has the polarity {claim.polarity}"
                yield self.finding(
                    document, claim, message, key="polarity", help="take polarity= out, or say certainty=possible"
                )
