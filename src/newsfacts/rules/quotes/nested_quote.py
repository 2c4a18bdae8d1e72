"""Q21: a quote marked inside a quote, where a guideline wants the outermost only."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.needs import several_quotes
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, ProfileNames, Rule


class NestedQuote(Rule):
    """Only the outermost quote is marked, where a guideline wants it so.

    What it checks:
        No quote is inside another quote.

    Why:
        JournalismAI marks the outermost quotation only, and its models learn one level. Elsewhere the inner one has a
        speaker of its own, and may be marked.

    Instead:
        Take the mark off the inner quote.

    Fix:
        None: an annotation is never deleted unasked.
    """

    code = "Q21"
    name = "nested-quote"
    severity = Severity.WARNING
    looks_at: Kinds = (Quote,)
    needs: Needs = (several_quotes,)
    default = False
    profiles: ProfileNames = ("journalismai",)
    VALID: Examples = (
        Example("[“He said ‘no’ to me,”]{.quote} she said."),
        Example("[“No,”]{.quote} she said. [“Never.”]{.quote}"),
    )
    INVALID: Examples = (
        Example(
            "[“He said [‘no’]{.quote} to me,”]{.quote} she said.",
            at="‘no’",
            message="this quote is inside another one; the guideline marks the outermost only",
        ),
        Example(
            "[“The line was [‘never again,’]{.quote} he told me,”]{.quote} she said.",
            at="‘never again,’",
            message="this quote is inside another one; the guideline marks the outermost only",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if len(document.quotes) < 2:
            return
        for quote in document.quotes:
            if any(isinstance(outer, Quote) for outer in document.ancestors(quote)):
                yield self.finding(
                    document,
                    quote,
                    "this quote is inside another one; the guideline marks the outermost only",
                    help="take the mark off the inner quote",
                )
