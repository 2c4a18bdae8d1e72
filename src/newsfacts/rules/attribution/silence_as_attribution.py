"""T25: "did not comment" as an attribution, where a guideline says that it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule

_SILENCE = re.compile(
    r"(?:did|does|do|has|have|had)(?: not|n[’']t) (?:immediately )?"
    r"(?:comment|commented|respond|responded|repl(?:y|ied))\b",
    re.IGNORECASE,
)


class SilenceAsAttribution(Rule):
    """Saying nothing is not an attribution, where a guideline wants it so.

    What it checks:
        No cue says that somebody "did not comment" or "did not respond". "Declined to comment" says something, and is
        allowed.

    Why:
        PolNeAR: a bare "did not comment" attributes nothing, "declined to comment" attributes a refusal.

    Instead:
        Take the attribution off.

    Fix:
        None: an annotation is never deleted unasked.
    """

    code = "T25"
    name = "silence-as-attribution"
    severity = Severity.WARNING
    needs_english = True
    looks_at: Kinds = (Attribution,)
    default = False
    profiles: ProfileNames = ("polnear",)
    VALID: Examples = (
        Example("[[She]{.source} [declined]{.cue} [to comment]{.claim}]{.attribution}."),
        Example("[[She]{.source} [did not say]{.cue} [who won]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "[[She]{.source} [did not respond]{.cue} [to a request]{.claim}]{.attribution}.",
            at="did not respond",
            message="“did not respond” says that somebody was silent, which this guideline does not count as an "
            "attribution",
        ),
        Example(
            "[[The firm]{.source} [didn’t immediately comment]{.cue} [on it]{.claim}]{.attribution}.",
            at="didn’t immediately comment",
            message="“didn’t immediately comment” says that somebody was silent, which this guideline does not count "
            "as an attribution",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.attributions:
            for cue in attribution.cues:
                if _SILENCE.match(cue.text):
                    yield self.finding(
                        document,
                        cue,
                        f"“{cue.text}” says that somebody was silent, which this guideline does not count as an "
                        "attribution",
                        help="take the attribution off",
                    )
