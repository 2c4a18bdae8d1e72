"""Q03: pieces of a quote in another order than in the source."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes._verified import Defect, verified_quotes
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_with_source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_SOURCE = {"speech.txt": "We opened ten schools in the north. We closed two mines in the south. Then we rested."}


class ReorderedQuote(Rule):
    """The pieces of a quote are in the order in which they were said.

    What it checks:
        Where a quote with `source_text=` has ellipses, or goes on after "she said" (`cont=`), its pieces are in the
        source one after the other.

    Why:
        An ellipsis may leave words out; it may not move them. Another order can make an answer out of a question.

    Instead:
        Quote in the order of the source, or make two quotes of it.

    Fix:
        None: a quoted word is never changed by a program.
    """

    code = "Q03"
    name = "reordered-quote"
    severity = Severity.ERROR
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_with_source)
    VALID: Examples = (
        Example(
            "[“We opened ten schools ... Then we rested,”]{.quote source_text=speech.txt} she said.", files=_SOURCE
        ),
        Example(
            "[“We closed two mines,”]{.quote source_text=speech.txt} she said. [“We opened ten "
            "schools.”]{.quote source_text=speech.txt}",
            files=_SOURCE,
        ),
    )
    INVALID: Examples = (
        Example(
            "[“We closed two mines ... We opened ten schools,”]{.quote source_text=speech.txt} she said.",
            at="“We closed two mines ... We opened ten schools,”",
            message="the pieces of this quote are in another order in speech.txt",
            files=_SOURCE,
        ),
        Example(
            "[“We closed two mines,”]{.quote #q source_text=speech.txt} she said, [“We opened ten schools.”]{cont=q}",
            at="“We closed two mines,”",
            message="the pieces of this quote are in another order in speech.txt",
            files=_SOURCE,
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for checked in verified_quotes(document, context):
            if checked.defect is Defect.REORDERED:
                yield self.finding(
                    document,
                    checked.quote,
                    f"the pieces of this quote are in another order in {checked.quote.source_text}",
                    help="quote in the order of the source, or make two quotes of it",
                )
