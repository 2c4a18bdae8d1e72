"""Q05: words left out of a quote without a mark."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes._verified import Defect, candidate_label, verified_quotes
from newsfacts.rules.quotes.altered_quote import shortened
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_with_source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_SOURCE = {
    "speech.txt": "There has never been a man or a woman, not me, not Bill, more qualified for this office. No one "
    "knows it better."
}


class SilentElision(Rule):
    """Where a quote leaves words out, an ellipsis says so.

    What it checks:
        A quote with `source_text=` whose words are all in the source, but with others between them and no mark.

    Why:
        Reuters and the Guardian allow words to be left out where the sense stays and the place is marked. Without the
        mark two outlets print two different sentences, both as his words.

    Instead:
        Put “...” where the words are missing, or quote them.

    Fix:
        None: a quote is never changed by a program.
    """

    code = "Q05"
    name = "silent-elision"
    severity = Severity.ERROR
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_with_source)
    VALID: Examples = (
        Example(
            "[“There has never been a man or a woman ... more qualified for this office,”]{.quote "
            "source_text=speech.txt} he said.",
            files={"speech.txt": "There has never been a man or a woman, as you know, more qualified for this office."},
        ),
        Example(
            "[“There has never been a man or a woman,”]{.quote #q source_text=speech.txt} he said, [“more "
            "qualified for this office.”]{cont=q}",
            files=_SOURCE,
        ),
    )
    INVALID: Examples = (
        Example(
            "[“There has never been a man or a woman more qualified for this office,”]{.quote "
            "source_text=speech.txt} he said.",
            at="“There has never been a man or a woman more qualified for this office,”",
            message="this quote leaves out words of speech.txt without a mark: “not me, not Bill”",
            files=_SOURCE,
        ),
        Example(
            "[“No one knows better”]{.quote source_text=speech.txt}, he said.",
            at="“No one knows better”",
            message="this quote leaves out words of speech.txt without a mark: “it”",
            files=_SOURCE,
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for checked in verified_quotes(document, context):
            if checked.defect is not Defect.SILENT or checked.verification is None:
                continue
            left_out = " … ".join(f"“{shortened(bare(difference.source))}”" for difference in checked.verification.diff)
            candidate = checked.verification.candidate
            yield self.finding(
                document,
                checked.quote,
                f"this quote leaves out words of {checked.quote.source_text} without a mark: {left_out}",
                help="put “...” where the words are missing, or quote them",
                labels=candidate_label(checked, candidate.span if candidate else None, "the words of the source"),
            )


def bare(words: str) -> str:
    """Words without the punctuation and the spaces at their ends."""
    return words.strip(" ,;:—–-")
