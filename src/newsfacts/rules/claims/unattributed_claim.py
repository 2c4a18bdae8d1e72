"""C02: a claim that is no one's."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Claim, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule
from newsfacts.statements import setting_around


class UnattributedClaim(Rule):
    """Every claim is somebody's, or is marked as the author's own.

    What it checks:
        A claim has a `by=`, or stands in an attribution; an attribution with `voice=author` marks the text's own
        claims.

    Why:
        Whoever checks facts must know whose claim it is. Most reports state much in their own voice and need not say
        so; this runs only where a profile asks for it.

    Instead:
        Mark the attribution, or write `[[Crime doubled]{.claim}]{.attribution voice=author}`.

    Fix:
        None: whose claim it is is for a person to see.
    """

    code = "C02"
    name = "unattributed-claim"
    severity = Severity.WARNING
    looks_at: Kinds = (Claim,)
    default = False
    profiles: ProfileNames = ("strict",)
    VALID: Examples = (
        Example("[[Police]{.source} [said]{.cue} [crime doubled]{.claim}]{.attribution}."),
        Example("[[Crime doubled]{.claim}]{.attribution voice=author}."),
        Example("---\nnewsfacts: 1\nentities: {ann: {name: Ann}}\n---\n\n[Crime doubled]{.claim by=ann}."),
    )
    INVALID: Examples = (
        Example("[Crime doubled]{.claim}.", at="Crime doubled", message="nothing says whose claim this is"),
        Example(
            "[[Police]{.source} [said]{.cue} [crime fell]{.claim}]{.attribution}. [It rose]{.claim}.",
            at="It rose",
            message="nothing says whose claim this is",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for claim in document.claims:
            if claim.spans and not claim.by and document.attribution_of(claim) is None:
                if setting_around(document, claim).owned:
                    continue
                yield self.finding(
                    document, claim, "nothing says whose claim this is",
                    help="mark its attribution, give by=, or write voice=author for the text's own",
                )  # fmt: skip
