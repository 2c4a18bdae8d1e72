"""T24: "that" between cue and content, where a guideline wants it in the content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule

_RELATIVE = re.compile(r"\b(?:ones?|something|anything|everything|nothing|all|those|way|thing) that\Z", re.IGNORECASE)
"""A relative "that", which begins no content: "It is also one that"."""


class ThatOutsideContent(Rule):
    """The "that" of indirect speech belongs to the content, where a guideline wants it so.

    What it checks:
        Between cue and content there is no bare "that", and no cue of several words ends in "that". Only documents in
        English are looked at.

    Why:
        PolNeAR counts "that", and the "to" of an infinitive, as the beginning of the content. Elsewhere it is left out
        of both, so that the content is a sentence of its own.

    Instead:
        Begin the content at "that".

    Fix:
        None: where the content begins is for the guideline to say.
    """

    code = "T24"
    name = "that-outside-content"
    severity = Severity.WARNING
    needs_english = True
    looks_at: Kinds = (Attribution,)
    default = False
    profiles: ProfileNames = ("polnear",)
    VALID: Examples = (
        Example("[[She]{.source} [said]{.cue} [that we won]{.claim}]{.attribution}."),
        Example("[[She]{.source} [said]{.cue} [we won that]{.claim}]{.attribution}."),
        Example("[[It is one that]{.cue} [leaders]{.source}, in the end, [may like]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "[[She]{.source} [said]{.cue} that [we won]{.claim}]{.attribution}.",
            at="said",
            message="the “that” after the cue “said” is not in the content, where this guideline wants it",
        ),
        Example(
            "[[She]{.source} [said that]{.cue} [we won]{.claim}]{.attribution}.",
            at="said that",
            message="the “that” of the cue “said that” is not in the content, where this guideline wants it",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.attributions:
            for cue in attribution.cues:
                if not cue.spans:
                    continue
                between = next(
                    (
                        document.text[cue.span.end : content.span.start]
                        for content in attribution.contents
                        if content.spans and 0 <= content.span.start - cue.span.end < 12
                    ),
                    "",
                )
                if between.strip() == "that":
                    where = "after"
                elif cue.text.endswith(" that") and not _RELATIVE.search(cue.text):
                    where = "of"
                else:
                    continue
                yield self.finding(
                    document,
                    cue,
                    f"the “that” {where} the cue “{cue.text}” is not in the content, where this guideline wants it",
                    help="begin the content at “that”",
                )
