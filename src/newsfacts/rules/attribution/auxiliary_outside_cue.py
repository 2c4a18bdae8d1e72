"""T23: an auxiliary or a negation left out of its cue, where a guideline wants it in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Cue, Document
from newsfacts.rules.attribution.auxiliary_in_cue import has_auxiliary
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule
from newsfacts.text.english import LINKS, is_negation, lower_words

MAX_BEFORE = 60
"""How many characters before a cue an auxiliary and adverbs after it are looked for."""

MAX_BEFORE_SUBJECT = 60
"""How many characters before an auxiliary its subject may end."""

_CLAUSE = re.compile(r"[.;:!?]|\b(?:is|are|was|were|that|which)\b")
_LAST_WORDS = re.compile(
    r"(?:([^\W\d_]+),? )?([^\W\d_]+(?:['’]t)?) ((?:(?:[^\W\d_]+ly|also|just|already|since|often|always|now) ){0,2})\Z"
)
_BE = frozenset({"be", "been", "being", "am", "is", "are", "was", "were", "’s", "'s", "’re", "'re"})
_ALSO_NAMES = frozenset({"will", "may", "can", "must", "might"})


class AuxiliaryOutsideCue(Rule):
    """A cue includes its auxiliary verbs and its negation, where a guideline wants it so.

    What it checks:
        The word right before a cue is not an auxiliary of it ("has", "would") and not a negation ("not", "didn't"); adverbs
        may be between an auxiliary and the cue. A name such as Will or May is not an auxiliary, and "is" before a gerund
        only where its subject is the source.

    Why:
        PolNeAR keeps them in the cue, since "would not say" is not "say". JournalismAI wants the opposite: see T22.

    Instead:
        Begin the cue at the auxiliary: `has said`.

    Fix:
        None: which words join is for the guideline to say.
    """

    code = "T23"
    name = "auxiliary-outside-cue"
    severity = Severity.WARNING
    needs_english = True
    looks_at: Kinds = (Cue,)
    default = False
    profiles: ProfileNames = ("polnear",)
    VALID: Examples = (
        Example("[[Theresa May]{.source} [said]{.cue} [it works]{.claim}]{.attribution}."),
        Example("[[She]{.source} [has said]{.cue} [we won]{.claim}]{.attribution}."),
        Example("[[They]{.source} not only [said]{.cue} [“yes”]{.quote}, they laughed]{.attribution}."),
        Example("[The best way will be [reminding]{.cue} [voters]{.addressee} [that we won]{.claim}]{.attribution}."),
        Example("The talks were as bad as they were. [[Said]{.cue} [she]{.source}: [we won]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "[[She]{.source} has [said]{.cue} [we won]{.claim}]{.attribution}.",
            at="said",
            message="the word before the cue “said” is “has”, which belongs to the cue in this guideline",
        ),
        Example(
            "[[She]{.source} didn’t [say]{.cue} [we won]{.claim}]{.attribution}.",
            at="say",
            message="the word before the cue “say” is “didn’t”, which belongs to the cue in this guideline",
        ),
        Example(
            "[[She]{.source} has repeatedly [said]{.cue} [we won]{.claim}]{.attribution}.",
            at="said",
            message="the word before the cue “said” is “has”, which belongs to the cue in this guideline",
        ),
        Example(
            "[[She]{.source} is [reminding]{.cue} [voters]{.addressee} [that we won]{.claim}]{.attribution}.",
            at="reminding",
            message="the word before the cue “reminding” is “is”, which belongs to the cue in this guideline",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for cue in document.of_kind(Cue):
            word = auxiliary_before(document, cue) if cue.spans else None
            if word is not None and word.lower() in _BE and is_gerund(document, cue, word):
                continue
            if word is not None:
                yield self.finding(
                    document,
                    cue,
                    f"the word before the cue “{cue.text}” is “{word}”, which belongs to the cue in this guideline",
                    help="begin the cue at the auxiliary or the negation",
                )


def is_gerund(document: Document, cue: Cue, auxiliary: str) -> bool:
    """Whether a cue in -ing is a noun after "be" ("the key will be reminding voters"): its source is not the subject."""
    if not lower_words(cue.text)[0].endswith("ing"):
        return False
    attribution = document.attribution_of(cue)
    start = document.text.rfind(auxiliary, 0, cue.span.start)
    ends = [span.end for source in attribution.source for span in source.spans] if attribution is not None else []
    return not any(
        0 <= start - end <= MAX_BEFORE_SUBJECT and _CLAUSE.search(document.text, end, start) is None for end in ends
    )


def auxiliary_before(document: Document, cue: Cue) -> str | None:
    """The auxiliary or the negation right before a cue; None for a name (Theresa May), a noun or an inversion."""
    start = cue.span.start
    found = _LAST_WORDS.search(document.text[max(start - MAX_BEFORE, 0) : start])
    words = lower_words(cue.text)
    if found is None or not words:
        return None
    before, word = (found[1] or "").lower(), found[2].lower()
    if is_negation(word):
        return (
            found[2] if words[0] not in LINKS and before != "why" and not found[3] else None
        )  # "not only", "isn't just"
    is_name = word in _ALSO_NAMES and found[2][0].isupper()
    if is_name or before in ("there", "so", "nor", "neither", "all") or not has_auxiliary((word, *words)):
        return None
    return found[2]
