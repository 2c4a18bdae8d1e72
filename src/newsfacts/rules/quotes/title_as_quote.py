"""Q18: a title or a so-called word, marked as a quote."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_without_speaker
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.titles import looks_like_title


class TitleAsQuote(Rule):
    """A quote is something that somebody said, and not a title.

    What it checks:
        A quote without `by=` does not consist of words in title case after "titled", "the book" or the like, or after
        "on" or "watched" where no attribution has it as its content; and does not come after "so-called".

    Why:
        Titles, mottos and words that the report keeps at a distance are between the same marks as speech, and no one
        said them. PolNeAR and JournalismAI both exclude them.

    Instead:
        Take the mark off; a title may be a mention, with `ref=`.

    Fix:
        None: an annotation is never deleted unasked.
    """

    code = "Q18"
    name = "title-as-quote"
    severity = Severity.WARNING
    needs_english = True
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_without_speaker)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}}\n---\n\nThe mayor wrote on a card [“Thank You "
            "All”]{.quote by=ann}."
        ),
        Example("[[She]{.source} [insisted]{.cue} on [“free trade for all”]{.quote}]{.attribution}."),
        Example("[[She]{.source} [commented]{.cue} on [“Free Trade”]{.quote}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "He appeared on [“Meet the Press”]{.quote} in May.",
            at="“Meet the Press”",
            message="“Meet the Press” looks like a title, not like words that somebody said",
        ),
        Example(
            "The plan, a so-called [“reform”]{.quote}, failed.",
            at="“reform”",
            message="“reform” comes after “so-called”, and is not something that somebody said",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for quote in document.derived(quotes_without_speaker):
            if not looks_like_title(document, quote):
                continue
            words = quote.text.strip("\"“”‘’'")
            if document.text[: quote.span.start].rstrip().endswith("called"):
                message = f"“{words}” comes after “so-called”, and is not something that somebody said"
            else:
                message = f"“{words}” looks like a title, not like words that somebody said"
            yield self.finding(document, quote, message, help="take the mark off; a title may be a mention, with ref=")
