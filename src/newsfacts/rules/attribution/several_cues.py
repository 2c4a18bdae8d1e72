"""T03: one attribution with more than one cue."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document
from newsfacts.rules.attributions_of_note import attributions_of_note, attributions_with_several_cues
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class SeveralCues(Rule):
    """An attribution has one cue; two cues are two attributions.

    What it checks:
        No attribution holds or names more than one cue. Cues of attributions nested in it are their own.

    Why:
        With two cues no one can tell which words were said and which were denied. PolNeAR counts two cues as two
        attributions (guideline: exactly one cue), and so does JournalismAI for a quote that a second verb takes up
        again.

    Instead:
        Make an attribution around each cue and its content. The second names the shared source with `source=` and the
        id of the first one's source.

    Fix:
        None: which content belongs to which cue is for a person to see.
    """

    code = "T03"
    name = "several-cues"
    severity = Severity.WARNING
    looks_at: Kinds = (Attribution,)
    needs: Needs = (attributions_of_note, attributions_with_several_cues)
    VALID: Examples = (
        Example("[[She]{.source} [said]{.cue} [it works]{.claim}]{.attribution}."),
        Example(
            "[[She]{.source #she} [said]{.cue} [it works]{.claim}]{.attribution} and "
            "[[added]{.cue} [it is cheap]{.claim}]{.attribution source=she}."
        ),
        Example(
            "[[She]{.source} [said]{.cue} [[[he]{.source} [denied]{.cue} "
            "[it]{.claim}]{.attribution}]{.claim}]{.attribution}."
        ),
    )
    INVALID: Examples = (
        Example(
            "[[She]{.source} [said]{.cue} [it works]{.claim} and [added]{.cue} [it is cheap]{.claim}]{.attribution}.",
            at="added",
            message="this attribution has 2 cues, “said” and “added”",
        ),
        Example(
            "[[He]{.source} [called]{.cue} the law [a mistake]{.claim}, [warning]{.cue} of strikes, and "
            "[asked]{.cue} for talks]{.attribution}.",
            at="warning",
            message="this attribution has 3 cues, “called”, “warning” and “asked”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.derived(attributions_with_several_cues):
            cues = attribution.cues
            words = [f"“{cue.text}”" for cue in cues]
            yield self.finding(
                document,
                cues[1],
                f"this attribution has {len(cues)} cues, {', '.join(words[:-1])} and {words[-1]}",
                help="make an attribution of each cue and its content; source= names a source that they share",
                labels=self.label(document, cues[0], "the first cue"),
            )
