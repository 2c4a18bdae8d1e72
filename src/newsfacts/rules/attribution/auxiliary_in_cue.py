"""T22: a cue with its auxiliary verb, where a guideline wants the verb alone."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Cue, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule
from newsfacts.text.english import BETWEEN_VERBS, HAVE_AND_BE, LINKS, MODALS, PARTICIPLES, PAST_FORMS, lower_words

_ADJECTIVES = ("hearted", "minded", "spirited", "tempered", "mannered", "headed", "handed", "sided", "eyed", "willed")
"""Endings of adjectives that look like participles: "warmhearted"."""


def has_auxiliary(words: tuple[str, ...]) -> bool:
    """Whether words begin with an auxiliary and its main verb: "has said", but not "had the same position"."""
    rest = [word for word in words[1:] if word not in BETWEEN_VERBS and not word.endswith("ly")]
    if not rest:
        return False
    if words[0] in HAVE_AND_BE:
        return rest[0] in PARTICIPLES or (rest[0].endswith(("ed", "ing")) and not rest[0].endswith(_ADJECTIVES))
    return words[0] in MODALS and is_infinitive(rest[0])


def is_infinitive(word: str) -> bool:
    """Whether a word can be the verb after "will": not "said", "wrote", "says" or "to"."""
    return not (
        word in PAST_FORMS or word in LINKS or word.endswith("ed") or (word.endswith("s") and word[-2:] != "ss")
    )


class AuxiliaryInCue(Rule):
    """A cue has no auxiliary verb, where a guideline wants it so.

    What it checks:
        No cue begins with an auxiliary such as "has" or "would" and its main verb. Only documents in English are looked
        at.

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
    needs_english = True
    looks_at: Kinds = (Cue,)
    default = False
    profiles: ProfileNames = ("journalismai",)
    VALID: Examples = (
        Example("[[“We won,”]{.quote} [she]{.source} has [said]{.cue}]{.attribution}."),
        Example("[[“We won”]{.quote} [was]{.cue} [her]{.source} word]{.attribution}."),
        Example("[[They]{.source} [had the same position]{.cue}, [that it must stop]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
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
        for cue in document.of_kind(Cue):
            words = lower_words(cue.text)
            if has_auxiliary(words):
                yield self.finding(
                    document,
                    cue,
                    f"the cue “{cue.text}” begins with the auxiliary “{words[0]}”, which the guideline leaves out",
                    help="begin the cue at the main verb",
                )
