"""T23: an auxiliary or a negation left out of its cue, where a guideline wants it in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Cue, Document
from newsfacts.rules.attribution.auxiliary_in_cue import has_auxiliary
from newsfacts.rules.rule import Context, Example, Rule
from newsfacts.text.english import is_negation, lower_words

_LAST_WORD = re.compile(r"([^\W\d_]+(?:['’]t)?) \Z")


class AuxiliaryOutsideCue(Rule):
    """A cue holds its auxiliary verbs and its negation, where a guideline wants it so.

    What it checks:
        The word right before a cue is no auxiliary ("has", "would") and no negation ("not", "didn't"). Only documents
        in English are looked at.

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
    looks_at = (Cue,)
    default = False
    profiles = ("polnear",)
    VALID = (
        Example("[[She]{.source} [has said]{.cue} [we won]{.claim}]{.attribution}."),
        Example("The talks were as bad as they were. [[Said]{.cue} [she]{.source}: [we won]{.claim}]{.attribution}."),
    )
    INVALID = (
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
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for cue in document.of_kind(Cue):
            if not cue.spans:
                continue
            found = _LAST_WORD.search(document.text[max(cue.span.start - 16, 0) : cue.span.start])
            if found is None:
                continue
            word = found[1].lower()
            if has_auxiliary((word, *lower_words(cue.text))) or is_negation(word):
                yield self.finding(
                    document,
                    cue,
                    f"the word before the cue “{cue.text}” is “{found[1]}”, which belongs to the cue in this guideline",
                    help="begin the cue at the auxiliary or the negation",
                )
