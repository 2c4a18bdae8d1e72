"""T17: a cue that judges what it introduces."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Cue, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, ProfileNames, Rule
from newsfacts.text.english import lower_words

_DOUBTING = (
    "claim", "claims", "claimed", "claiming", "allege", "alleges", "alleged", "alleging", "insist", "insists",
    "insisted", "insisting",
)  # fmt: skip
_ENDORSING = (
    "admit", "admits", "admitted", "admitting", "concede", "concedes", "conceded", "conceding", "reveal", "reveals",
    "revealed", "revealing", "refute", "refutes", "refuted", "refuting", "confess", "confesses", "confessed",
    "confessing", "acknowledge", "acknowledges", "acknowledged", "acknowledging",
)  # fmt: skip


class JudgingCue(Rule):
    """A cue says that something was said, and leaves the judgement to the reader.

    What it checks:
        No cue has a verb that doubts ("claimed", "insisted") or endorses ("admitted", "revealed", "refuted") what it
        introduces. Both lists are options.

    Why:
        "He admitted that" says that it is true, "he claimed that" that it may not be. AP and BBC prefer "said" where
        the report itself takes no side. Both words may be right, so this is for information and off unless asked for.

    Instead:
        Write "said", or keep the verb where the report shows that it is deserved.

    Fix:
        None: the words of the text are never changed.
    """

    code = "T17"
    name = "judging-cue"
    severity = Severity.INFO
    needs_english = True
    looks_at: Kinds = (Cue,)
    default = False
    profiles: ProfileNames = ("newsroom",)
    OPTIONS: Options = MappingProxyType({
        "doubting": Option(_DOUBTING, "verbs that cast doubt on the content"),
        "endorsing": Option(_ENDORSING, "verbs that take the content as true"),
    })  # fmt: skip
    VALID: Examples = (
        Example("[[He]{.source} [said]{.cue} [he was there]{.claim}]{.attribution}."),
        Example("[[He]{.source} [said]{.cue} [the claimed sum was wrong]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "[[He]{.source} [admitted]{.cue} [he was there]{.claim}]{.attribution}.",
            at="admitted",
            message="the cue “admitted” takes what is said as true",
        ),
        Example(
            "[[He]{.source} [has claimed]{.cue} [he was there]{.claim}]{.attribution}.",
            at="has claimed",
            message="the cue “has claimed” casts doubt on what is said",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        doubting, endorsing = context.option(self, "doubting"), context.option(self, "endorsing")
        cues = document.of_kind(Cue)
        for cue in cues:
            words = lower_words(cue.text)
            if any(word in doubting for word in words):
                judgement = "casts doubt on what is said"
            elif any(word in endorsing for word in words):
                judgement = "takes what is said as true"
            else:
                continue
            yield self.finding(
                document,
                cue,
                f"the cue “{cue.text}” {judgement}",
                help="“said” takes no side; keep the verb where the report shows that it is deserved",
            )
