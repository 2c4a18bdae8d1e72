"""T18: a denial that is stored as a statement."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Claim, Cue, Document, Polarity, RelationKind
from newsfacts.rules.attribution._denials import Sense, sense_of
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, Rule
from newsfacts.text.english import DENIALS, UNTRUE_DENIALS, is_negation, lower_words


class LostDenial(Rule):
    """What somebody denies is not stored as what they say.

    What it checks:
        The claim that a cue such as "denied" introduces has `polarity=negative`, or rebuts another claim. "Did not
        deny" is not a denial, and who denies a motion, a visa or somebody a chance refuses it and says nothing about what
        is so. Where no claim of a document has `polarity=`, this is information, and nothing in a document imported from
        a format without polarity. The verbs are an option; "dismissed" and "rejected" are not among them, since people
        dismiss things that are true.

    Why:
        In "he denied that he had been warned", the words of the claim are the opposite of what he says. Stored as they
        are, they turn a denial into a confession.

    Instead:
        Write `polarity=negative` on the claim; or point with `rebuts=` at the claim that is denied.

    Fix:
        None: what exactly is denied is for a person to see.
    """

    code = "T18"
    name = "lost-denial"
    severity = Severity.ERROR
    needs_english = True
    looks_at: Kinds = (Attribution,)
    OPTIONS: Options = MappingProxyType({"verbs": Option(DENIALS, "forms of verbs that deny what they introduce")})
    VALID: Examples = (
        Example("[[He]{.source} [denied]{.cue} [he was there]{.claim polarity=negative}]{.attribution}."),
        Example("[[He]{.source} [did not deny]{.cue} [he was there]{.claim}]{.attribution}."),
        Example("[[He]{.source} has never [denied]{.cue} that [he was there]{.claim}]{.attribution}."),
        Example(
            "[He was there]{.claim #there}. [[He]{.source} [denied]{.cue} [it]{.claim rebuts=there}]{.attribution}."
        ),
        Example("[[He]{.source} [denied]{.cue} the charge: [“I was not there.”]{.quote}]{.attribution}"),
        Example("[[The judge]{.source} [denied]{.cue} [the motion]{.claim polarity=positive}]{.attribution}."),
        Example("[[They]{.source} [denied]{.cue} him [a visa]{.claim polarity=positive}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "[[He]{.source} [denied]{.cue} [he was there]{.claim polarity=positive}]{.attribution}.",
            at="polarity=positive",
            message="“denied” denies this claim, but its polarity is positive",
        ),
        Example(
            "[It rained]{.claim polarity=positive}. [[He]{.source} [has repeatedly denied]{.cue} "
            "[wrongdoing]{.claim}]{.attribution}.",
            at="wrongdoing",
            message="“has repeatedly denied” denies this claim, but its polarity is positive",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        verbs = context.option(self, "verbs")
        imported = document.origin is not None and document.origin.is_foreign
        for attribution in document.attributions:
            cue = attribution.cue
            if cue is None or not is_denial(document, cue, verbs):
                continue
            for claim in attribution.contents:
                if not isinstance(claim, Claim) or claim.polarity is not Polarity.POSITIVE or rebuts(document, claim):
                    continue
                annotated = document.derived(annotates_polarity)
                written = document.has_attribute(claim, "polarity")
                sense = sense_of(document, cue, claim)
                if sense is Sense.REFUSES or (sense is Sense.OPEN and not written) or (imported and not annotated):
                    continue
                verb = "denies" if sense is Sense.CONTRADICTS else "may deny"
                yield self.finding(
                    document,
                    claim,
                    f"“{cue.text}” {verb} this claim, but its polarity is positive",
                    key="polarity",
                    help="write polarity=negative on the claim, or rebuts= with the id of the claim denied",
                    labels=self.label(document, cue, "the denial"),
                    severity=severity_of(sense, written=written, annotated=annotated),
                )


def severity_of(sense: Sense, *, written: bool, annotated: bool) -> Severity:
    """How sure a finding is: polarity that no one has written was perhaps never looked at."""
    if sense is Sense.OPEN:
        return Severity.INFO
    return Severity.ERROR if written else Severity.WARNING if annotated else Severity.INFO


def annotates_polarity(document: Document) -> bool:
    """Whether some claim of a document says its polarity."""
    return any(document.has_attribute(claim, "polarity") for claim in document.claims)


@functools.lru_cache(maxsize=4096)
def words_of_cue(text: str) -> tuple[str, ...]:
    """The words of a cue in lower case; they are the same few all through a corpus."""
    return lower_words(text)


def is_denial(document: Document, cue: Cue, verbs: Collection[str]) -> bool:
    """Whether a cue ends with one of the verbs and nothing turns it round: "did not deny", "stopped short of denying"."""
    words = words_of_cue(cue.text)
    if not words or words[-1] not in verbs:
        return False
    before = lower_words(document.text[max(cue.span.start - 24, 0) : cue.span.start])[-3:] if cue.spans else ()
    return not any(word in UNTRUE_DENIALS or is_negation(word) for word in (*before, *words))


def rebuts(document: Document, claim: Claim) -> bool:
    """Whether a claim is written as the rebuttal of another."""
    return id(claim) in document.derived(rebutting)


def rebutting(document: Document) -> frozenset[int]:
    """The identities of the annotations that rebut another."""
    return frozenset(id(relation.source) for relation in document.relations if relation.kind is RelationKind.REBUTS)
