"""Q14: a quote declared mixed or direct that is marked otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote, QuoteKind
from newsfacts.rules.quotes.form_without_marks import has_marks_outside
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_with_form
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.text.quotation_marks import infer_form


class PartlyMarkedQuote(Rule):
    """A mixed quote has a marked part and an unmarked one, and a direct quote has no unmarked part.

    What it checks:
        A quote with `form=mixed` contains quotation marks, but is not between them as a whole; one with
        `form=direct` has no words outside the marks.

    Why:
        Only the marked part can be verified word for word. Taking the rest for quoted words makes honest paraphrase
        look like an altered quote.

    Instead:
        Leave `form=` out, or mark the part between the quotation marks as the quote.

    Fix:
        None: where the quote begins is for a person to see.
    """

    code = "Q14"
    name = "partly-marked-quote"
    severity = Severity.WARNING
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_with_form)
    VALID: Examples = (
        Example("He said [taxes would rise “a little”]{.quote form=mixed}."),
        Example("He said [taxes would rise “a little”]{.quote}."),
        Example("He said [“taxes will rise ‘a little’”]{.quote form=direct}."),
    )
    INVALID: Examples = (
        Example(
            "He said [taxes would rise]{.quote form=mixed}.",
            at="form=mixed",
            message="this quote is declared mixed, but no part of it is between quotation marks",
        ),
        Example(
            "He said [taxes would rise “a little”]{.quote form=direct}.",
            at="form=direct",
            message="this quote is declared direct, but a part of it is outside the quotation marks",
        ),
        Example(
            "He said [“taxes will rise”]{.quote form=mixed}.",
            at="form=mixed",
            message="this quote is declared mixed, but all of it is between quotation marks",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for quote in document.quotes:
            if quote.form is None or quote.form is QuoteKind.INDIRECT:
                continue
            shown = infer_form(quote.text)
            if shown is quote.form or has_marks_outside(document, quote):
                continue
            if quote.form is QuoteKind.DIRECT:
                if shown is not QuoteKind.MIXED:
                    continue  # no marks at all: Q13
                message = "this quote is declared direct, but a part of it is outside the quotation marks"
            elif shown is QuoteKind.INDIRECT:
                message = "this quote is declared mixed, but no part of it is between quotation marks"
            else:
                message = "this quote is declared mixed, but all of it is between quotation marks"
            yield self.finding(
                document, quote, message, key="form", help="write the form that the marks show, or leave form= out"
            )
