"""T01: an attribution that attributes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document
from newsfacts.rules.attributions_of_note import attributions_of_note, attributions_without_content
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class MissingContent(Rule):
    """Every attribution has a content: the words that are said.

    What it checks:
        An attribution holds, or names with `content=`, at least one quote, claim or nested attribution.

    Why:
        Source and cue alone say nothing that could be checked. PolNeAR and JournalismAI both demand a content;
        37 of PolNeAR's published attributions lack one.

    Instead:
        Mark the words that are said as `.quote` or `.claim` inside the attribution, or name them with `content=`.

    Fix:
        None: which words are said is for a person to see.
    """

    code = "T01"
    name = "missing-content"
    severity = Severity.ERROR
    looks_at: Kinds = (Attribution,)
    needs: Needs = (attributions_of_note, attributions_without_content)
    VALID: Examples = (
        Example("[[The mayor]{.source} [said]{.cue} [taxes will rise]{.claim}]{.attribution}."),
        Example("[Taxes will rise]{.claim #rise}, [[she]{.source} [said]{.cue}]{.attribution content=rise}."),
    )
    INVALID: Examples = (
        Example(
            "[[The mayor]{.source} [said]{.cue}]{.attribution} taxes will rise.",
            at="[The mayor]{.source} [said]{.cue}",
            message="this attribution says who speaks, but not what is said",
        ),
        Example(
            "[They [agreed]{.cue} on Monday]{.attribution} that taxes will rise.",
            at="They [agreed]{.cue} on Monday",
            message="this attribution says who speaks, but not what is said",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.derived(attributions_without_content):
            if not names_one(document, attribution):
                yield self.finding(
                    document,
                    attribution,
                    "this attribution says who speaks, but not what is said",
                    help="mark the words that are said as .quote or .claim inside it, or name them with content=",
                )


def names_one(document: Document, attribution: Attribution) -> bool:
    """Whether `content=` is there and leads nowhere, or to something that is not a content: S06 and S07 say so."""
    raw = document.raw(attribution)
    return raw is not None and "content" in raw.attributes
