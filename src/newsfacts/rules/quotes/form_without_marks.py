"""Q13: a direct quote without quotation marks, or indirect speech between them."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote, QuoteKind
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_with_form
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.titles import MARKS
from newsfacts.text.quotation_marks import infer_form


class FormWithoutMarks(Rule):
    """The form that a quote declares is the one that its quotation marks show.

    What it checks:
        A quote with `form=direct` has quotation marks, and one with `form=indirect` is not between them. A
        block quote, whose words are a paragraph of their own, needs no marks. Marks left outside are Q12's.

    Why:
        Quotation marks promise the reader the words as they were said. A direct quote without them, or reported speech
        inside them, breaks that promise in the data or in the text.

    Instead:
        Leave `form=` out, since the marks show it, or write the form that they show. Words without marks that report
        what was said are a `.claim`.

    Fix:
        None: whether the words or the form are wrong is for a person to see.
    """

    code = "Q13"
    name = "form-without-marks"
    severity = Severity.ERROR
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_with_form)
    VALID: Examples = (
        Example("He said [“I will go.”]{.quote form=direct}"),
        Example("He said [he would go]{.quote form=indirect}."),
        Example("This is what he wrote:\n\n[I will go, and nobody can stop me.]{.quote form=direct}\n\nThen he went."),
        Example("He said he was [“the best”]{.quote}."),
    )
    INVALID: Examples = (
        Example(
            "He said [he would go]{.quote form=direct}.",
            at="form=direct",
            message="this quote is declared direct, but there are no quotation marks around “he would go”",
        ),
        Example(
            "He said [“I will go.”]{.quote form=indirect}",
            at="form=indirect",
            message="this quote is declared indirect, but its words are between quotation marks",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for quote in document.quotes:
            if quote.form is QuoteKind.DIRECT:
                if (
                    infer_form(quote.text) is not QuoteKind.INDIRECT
                    or is_block(document, quote)
                    or has_marks_outside(document, quote)
                ):
                    continue
                message = (
                    f"this quote is declared direct, but there are no quotation marks around “{shortened(quote.text)}”"
                )
            elif quote.form is QuoteKind.INDIRECT and infer_form(quote.text) is QuoteKind.DIRECT:
                message = "this quote is declared indirect, but its words are between quotation marks"
            else:
                continue
            yield self.finding(
                document, quote, message, key="form", help="write the form that the marks show, or leave form= out"
            )


def shortened(words: str) -> str:
    """Words short enough for a message."""
    return words if len(words) <= 60 else words[:57].rstrip() + "…"


def is_block(document: Document, quote: Quote) -> bool:
    """Whether each fragment of a quote is a line or paragraph of its own."""
    text = document.text
    return bool(quote.spans) and all(
        not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
        and not text[span.end : (text.find("\n", span.end) + 1 or len(text) + 1) - 1].strip()
        for span in quote.spans
    )


def has_marks_outside(document: Document, quote: Quote) -> bool:
    """Whether there are quotation marks right outside a quote."""
    if not quote.spans:
        return False
    start, end = quote.span.start, quote.span.end
    return (
        document.text[start - 1 : start] in MARKS
        and document.text[end : end + 1] in MARKS
        and start > 0
        and end < len(document.text)
    )
