"""T21: a cue in pieces, where a guideline wants one piece."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Cue, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule


class GappedCue(Rule):
    """A cue is one stretch of words, where a guideline wants it so.

    What it checks:
        No cue has more than one fragment.

    Why:
        PolNeAR wants one contiguous cue ("called ... for" is marked as "called"). PARC allows fragments.

    Instead:
        Keep the fragment with the verb, and take the others off.

    Fix:
        None: which words stay is for the guideline to say.
    """

    code = "T21"
    name = "gapped-cue"
    severity = Severity.WARNING
    looks_at: Kinds = (Cue,)
    default = False
    profiles: ProfileNames = ("polnear",)
    VALID: Examples = (
        Example("[[He]{.source} [called]{.cue} on Monday for [talks]{.claim}]{.attribution}."),
        Example("[[He]{.source} [called]{.cue} for [talks]{.claim #t} now, [or a vote]{cont=t}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "[[He]{.source} [called]{.cue #c} on Monday [for]{cont=c} [talks]{.claim}]{.attribution}.",
            at="called",
            message="the cue “called for” is in 2 pieces; the guideline wants one",
        ),
        Example(
            "[[She]{.source} [made]{.cue #c} it very [clear]{cont=c} that [it works]{.claim}]{.attribution}.",
            at="made",
            message="the cue “made clear” is in 2 pieces; the guideline wants one",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for cue in document.of_kind(Cue):
            if len(cue.spans) > 1:
                yield self.finding(
                    document,
                    cue,
                    f"the cue “{cue.text}” is in {len(cue.spans)} pieces; the guideline wants one",
                    help="keep the piece with the verb",
                )
