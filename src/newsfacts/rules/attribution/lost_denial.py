"""T18: a denial that is stored as a statement."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Attribution, Claim, Document, Polarity, RelationKind
from newsfacts.rules.rule import Context, Example, Option, Rule
from newsfacts.text.english import DENIALS, UNTRUE_DENIALS, is_negation, lower_words


class LostDenial(Rule):
    """What somebody denies is not stored as what they say.

    What it checks:
        The claim that a cue such as "denied" introduces has `polarity=negative`, or rebuts another claim. "Did not
        deny" is no denial. The verbs are an option; "dismissed" and "rejected" are not among them, since people dismiss
        things that are so.

    Why:
        In "he denied that he had been warned", the words of the claim are the opposite of what he says. Stored as they
        stand, they turn a denial into a confession.

    Instead:
        Write `polarity=negative` on the claim; or point with `rebuts=` at the claim that is denied.

    Fix:
        None: what exactly is denied is for a person to see.
    """

    code = "T18"
    name = "lost-denial"
    severity = Severity.ERROR
    needs_english = True
    looks_at = (Attribution,)
    OPTIONS = MappingProxyType({"verbs": Option(DENIALS, "forms of verbs that deny what they introduce")})
    VALID = (
        Example("[[He]{.source} [denied]{.cue} [he was there]{.claim polarity=negative}]{.attribution}."),
        Example("[[He]{.source} [did not deny]{.cue} [he was there]{.claim}]{.attribution}."),
        Example("[[He]{.source} has never [denied]{.cue} that [he was there]{.claim}]{.attribution}."),
        Example(
            "[He was there]{.claim #there}. [[He]{.source} [denied]{.cue} [it]{.claim rebuts=there}]{.attribution}."
        ),
        Example("[[He]{.source} [denied]{.cue} the charge: [“I was not there.”]{.quote}]{.attribution}"),
    )
    INVALID = (
        Example(
            "[[He]{.source} [denied]{.cue} [he was there]{.claim polarity=positive}]{.attribution}.",
            at="polarity=positive",
            message="“denied” denies this claim, but its polarity is positive",
        ),
        Example(
            "[[He]{.source} [has repeatedly denied]{.cue} [wrongdoing]{.claim}]{.attribution}.",
            at="wrongdoing",
            message="“has repeatedly denied” denies this claim, but its polarity is positive",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        verbs = context.option(self, "verbs")
        for attribution in document.attributions:
            for cue in attribution.cues[:1]:
                words = lower_words(cue.text)
                if not words or words[-1] not in verbs:
                    continue
                before = (
                    lower_words(document.text[max(cue.span.start - 24, 0) : cue.span.start])[-3:] if cue.spans else ()
                )
                if any(word in UNTRUE_DENIALS or is_negation(word) for word in (*before, *words)):
                    continue
                for claim in attribution.contents:
                    if isinstance(claim, Claim) and claim.polarity is Polarity.POSITIVE and not rebuts(document, claim):
                        raw = document.raw(claim)
                        written = raw is not None and "polarity" in raw.attributes
                        yield self.finding(
                            document,
                            claim,
                            f"“{cue.text}” denies this claim, but its polarity is positive",
                            key="polarity",
                            help="write polarity=negative on the claim, or rebuts= with the id of the claim denied",
                            labels=self.label(document, cue, "the denial"),
                            # Corpora without a field for polarity never said that it is positive.
                            severity=None if written else Severity.WARNING,
                        )


def rebuts(document: Document, claim: Claim) -> bool:
    """Whether a claim is written as the rebuttal of another."""
    return any(relation.kind is RelationKind.REBUTS and relation.source is claim for relation in document.relations)
