"""T19: an attribution without a source."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Claim, Document, Quote, QuoteKind
from newsfacts.rules.attributions_of_note import attributions_of_note, attributions_without_source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class MissingSource(Rule):
    """An attribution says whose words these are, or that no words name a source.

    What it checks:
        An attribution holds, or names with `source=`, a source, or has `voice=implied` or `voice=author`; or its
        content has `by=`. Direct quotes are left to T04.

    Why:
        "Taxes will rise, it was announced" is honest, but a table of claims must know that the source is left out on
        purpose and not forgotten by the annotator. PolNeAR allows no source at all, and switches this rule off.

    Instead:
        Mark the words that name the source as `.source`, name them with `source=`, or write `voice=implied`.

    Fix:
        None: who says it is for a person to see.
    """

    code = "T19"
    name = "missing-source"
    severity = Severity.WARNING
    looks_at: Kinds = (Attribution,)
    needs: Needs = (attributions_of_note, attributions_without_source)
    VALID: Examples = (
        Example("[[Taxes will rise]{.claim}, it was [announced]{.cue}]{.attribution voice=implied}."),
        Example(
            "[[She]{.source #she} [said]{.cue} [it works]{.claim}]{.attribution}, [[adding]{.cue} [it is "
            "cheap]{.claim}]{.attribution source=she}."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}}\n---\n\n[[Taxes will rise]{.claim by=ann}, it "
            "was [announced]{.cue}]{.attribution}."
        ),
    )
    INVALID: Examples = (
        Example(
            "[[Taxes will rise]{.claim}, it was [announced]{.cue}]{.attribution}.",
            at="announced",
            message="this attribution does not say who says it",
        ),
        Example(
            "[[She]{.source} [said]{.cue} [it works]{.claim}]{.attribution}, [[adding]{.cue} [it is "
            "cheap]{.claim}]{.attribution}.",
            at="adding",
            message="this attribution does not say who says it",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.derived(attributions_without_source):
            if any(has_speaker(content) for content in attribution.contents):
                continue
            yield self.finding(
                document,
                attribution.cue or attribution,
                "this attribution does not say who says it",
                help="mark the words that name the source as .source, name them with source=, or write voice=implied",
            )


def has_speaker(content: Quote | Claim | Attribution) -> bool:
    """Whether a content says itself whose it is, or is a direct quote, which T04 looks at."""
    if isinstance(content, Attribution):
        return False
    return bool(content.by) or (isinstance(content, Quote) and content.kind is QuoteKind.DIRECT)
