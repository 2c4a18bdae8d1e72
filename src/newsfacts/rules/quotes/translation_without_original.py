"""Q19: a translation that says not from what, or that calls itself verbatim."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes_of_note import altered_quotes, quotes_of_note
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class TranslationWithoutOriginal(Rule):
    """A translated quote says what it is a translation of, and is not verbatim.

    What it checks:
        A quote with `translated=yes` has `original=` (the words as they were said) or `lang=` (their language), and has
        no `verbatim=yes`. Nor has a quote that has other words as its `original=`.

    Why:
        A translation cannot be found in the source text, so a reader must know what to look for. And words in another
        language than the speaker's are never exactly what was said.

    Instead:
        Give the original words or their language, and drop `verbatim=yes`.

    Fix:
        None: what was said is for a person to find out.
    """

    code = "Q19"
    name = "translation-without-original"
    severity = Severity.WARNING
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, altered_quotes)
    VALID: Examples = (
        Example("He said: [“We are here.”]{.quote translated=yes lang=fr}"),
        Example('He said: [“We are here.”]{.quote translated=yes original="Nous sommes là."}'),
        Example("He said: [“Nous sommes là.”]{.quote verbatim=yes lang=fr}"),
    )
    INVALID: Examples = (
        Example(
            "He said: [“We are here.”]{.quote translated=yes}",
            at="translated=yes",
            message="this quote is a translation, but nothing says from which language or words",
        ),
        Example(
            "He said: [“We are here.”]{.quote translated=yes lang=fr verbatim=yes}",
            at="verbatim=yes",
            message="this quote is a translation, so it is not verbatim",
        ),
        Example(
            'He said: [“We are here.”]{.quote original="Nous sommes là." verbatim=yes}',
            at="verbatim=yes",
            message="this quote is declared verbatim, but its original has other words: “Nous sommes là.”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for quote in document.derived(altered_quotes):
            if quote.translated and quote.verbatim:
                message, key = "this quote is a translation, so it is not verbatim", "verbatim"
            elif quote.translated and not quote.original and not quote.lang:
                message, key = (
                    "this quote is a translation, but nothing says from which language or words",
                    "translated",
                )
            elif quote.verbatim and quote.original and bare(quote.original) != bare(quote.text):
                message = f"this quote is declared verbatim, but its original has other words: “{quote.original}”"
                key = "verbatim"
            else:
                continue
            yield self.finding(
                document,
                quote,
                message,
                key=key,
                help="give original= or lang= for a translation, and drop verbatim=yes",
            )


def bare(words: str) -> str:
    """Words without the punctuation at their ends."""
    return words.strip("\"“”„‟«»‘’‚‛'‹› ,.!?…")
