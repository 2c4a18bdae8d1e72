"""T22: a cue with its auxiliary verb, where a guideline wants the verb alone."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Cue, Document
from newsfacts.rules.attribution.wording import is_english, lower_words
from newsfacts.rules.rule import Context, Example, Rule

AUXILIARIES = frozenset({
    "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being", "will", "would", "shall",
    "should", "can", "could", "may", "might", "must", "do", "does", "did",
})  # fmt: skip
"""Verbs that stand before another one and add tense, mood or negation."""


class AuxiliaryInCue(Rule):
    """A cue has no auxiliary verb, where a guideline wants it so.

    What it checks:
        No cue of more than one word begins with an auxiliary such as "has" or "would". Only documents in English are
        looked at.

    Why:
        JournalismAI marks the main verb only. PolNeAR wants the opposite, since "would say" is not "says": see T23.

    Instead:
        Begin the cue at the main verb: has `said`.

    Fix:
        None: which words stay is for the guideline to say.
    """

    code = "T22"
    name = "auxiliary-in-cue"
    severity = Severity.WARNING
    looks_at = (Cue,)
    default = False
    profiles = ("journalismai",)
    VALID = (
        Example("[[“We won,”]{.quote} [she]{.source} has [said]{.cue}]{.attribution}."),
        Example("[[“We won”]{.quote} [was]{.cue} [her]{.source} word]{.attribution}."),
    )
    INVALID = (
        Example(
            "[[“We won,”]{.quote} [she]{.source} [has said]{.cue}]{.attribution}.",
            at="has said",
            message="the cue “has said” begins with the auxiliary “has”, which the guideline leaves out",
        ),
        Example(
            "[[He]{.source} [would not say]{.cue} [“yes”]{.quote}]{.attribution}.",
            at="would not say",
            message="the cue “would not say” begins with the auxiliary “would”, which the guideline leaves out",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if not is_english(document):
            return
        for cue in document.of_kind(Cue):
            words = lower_words(cue.text)
            if len(words) > 1 and words[0] in AUXILIARIES:
                yield self.finding(
                    document,
                    cue,
                    f"the cue “{cue.text}” begins with the auxiliary “{words[0]}”, which the guideline leaves out",
                    help="begin the cue at the main verb",
                )
