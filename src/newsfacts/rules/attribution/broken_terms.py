"""T14: off-record material in print, or deep background with a source."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document, Terms
from newsfacts.rules.attributions_of_note import attributions_of_note, attributions_with_terms
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class BrokenTerms(Rule):
    """Off the record is not published, and deep background is not attributed.

    What it checks:
        A document with a date or an address of publication has no attribution with `terms=off_record`. An attribution
        with `terms=deep_background` has no source words.

    Why:
        AP's terms: off the record, the information may not be published at all; on deep background it may be used, but
        without attribution, not even to "an official". Breaking them costs sources.

    Instead:
        Take the passage out, or agree on other terms with the source. On deep background, drop the source words and
        write `voice=implied`.

    Fix:
        None: what was agreed is between reporter and source.
    """

    code = "T14"
    name = "broken-terms"
    severity = Severity.ERROR
    looks_at: Kinds = (Attribution,)
    needs: Needs = (attributions_of_note, attributions_with_terms)
    VALID: Examples = (
        Example("[[An aide]{.source} [said]{.cue} [so]{.claim}]{.attribution terms=off_record}."),
        Example(
            "---\nnewsfacts: 1\npublished: 2024-07-04\n---\n\n[[An aide]{.source} [said]{.cue} "
            "[so]{.claim}]{.attribution terms=background}."
        ),
        Example(
            "It is [[understood]{.cue} that [a deal is near]{.claim}]{.attribution terms=deep_background "
            "voice=implied}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\npublished: 2024-07-04\n---\n\n[[An aide]{.source} [said]{.cue} "
            "[so]{.claim}]{.attribution terms=off_record}.",
            at="terms=off_record",
            message="this was said off the record, but the document has a date of publication",
        ),
        Example(
            "[[An aide]{.source} [said]{.cue} [so]{.claim}]{.attribution terms=deep_background}.",
            at="terms=deep_background",
            message="this was said on deep background, but the text attributes it to “An aide”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.attributions:
            if attribution.terms is Terms.OFF_RECORD and (document.published is not None or document.url):
                what = "a date of publication" if document.published is not None else "an address of publication"
                yield self.finding(
                    document,
                    attribution,
                    f"this was said off the record, but the document has {what}",
                    key="terms",
                    help="take the passage out, or agree on other terms with the source",
                )
            elif attribution.terms is Terms.DEEP_BACKGROUND and attribution.source:
                yield self.finding(
                    document,
                    attribution,
                    f"this was said on deep background, but the text attributes it to “{attribution.source[0].text}”",
                    key="terms",
                    help="drop the source words and write voice=implied, or agree on other terms",
                )
