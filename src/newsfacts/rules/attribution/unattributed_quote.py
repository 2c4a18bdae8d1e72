"""T04: a direct quote that no one says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote, QuoteKind, Source
from newsfacts.rules.marked import quotations
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_without_speaker
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.titles import looks_like_title
from newsfacts.statements import setting_of

_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")


class UnattributedQuote(Rule):
    """Somebody says the words of every direct quote.

    What it checks:
        A direct quote has `by=`, or is in an attribution with a source or a `voice=`, or a source is marked in its
        paragraph or in one that the same quotation runs through. Quotes with `source_text=` have their source there,
        titles are Q18's, and asides are not looked at.

    Why:
        Readers must be able to tell who speaks. AP and the Guardian want the speaker in the same sentence or right
        after the first one, and a quote without a speaker cannot be verified.

    Instead:
        Put the quote with its source and cue into an `.attribution`, or write who said it with `by=`.

    Fix:
        None: who said it is for a person to find out.
    """

    code = "T04"
    name = "unattributed-quote"
    severity = Severity.WARNING
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_without_speaker)
    VALID: Examples = (
        Example("[[“We won,”]{.quote} [she]{.source} [said]{.cue}]{.attribution}."),
        Example("---\nnewsfacts: 1\nentities: {ann: {name: Ann}}\n---\n\n[“We won.”]{.quote by=ann}"),
        Example(
            "[[“We won.]{.quote} [She]{.source} [paused]{.cue}]{.attribution}.\n\n[“And we will win again.”]{.quote}",
        ),
        Example("They watched [“Meet the Press”]{.quote}."),
        Example("[“We won.”]{.quote} That is what [the mayor]{.source} thinks."),
    )
    INVALID: Examples = (
        Example(
            "[[“We won,”]{.quote} [she]{.source} [said]{.cue}]{.attribution}.\n\n[“They lost.”]{.quote}",
            at="“They lost.”",
            message="nothing says who spoke these words",
        ),
        Example(
            "The hall was full. [“We won.”]{.quote}",
            at="“We won.”",
            message="nothing says who spoke these words",
        ),
        Example(
            "[[“We won,”]{.quote} it was [said]{.cue}]{.attribution}.",
            at="“We won,”",
            message="nothing says who spoke these words",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for quote in document.derived(quotes_without_speaker):
            if quote.source_text or not quote.spans or is_spoken(document, quote):
                continue
            if quote.kind is not QuoteKind.DIRECT:
                continue
            if source_is_near(document, quote) or looks_like_title(document, quote):
                continue
            yield self.finding(
                document,
                quote,
                "nothing says who spoke these words",
                help="put the quote with its source and cue into an .attribution, or write who said it with by=",
            )


def is_spoken(document: Document, quote: Quote) -> bool:
    """Whether the quote, or what it is in, has a speaker or is not part of the report."""
    setting = setting_of(document, quote)
    return setting.spoken or setting.aside


def source_is_near(document: Document, quote: Quote) -> bool:
    """Whether a source is marked in the paragraphs that the quotation runs through."""
    sources = document.derived(starts_of_sources)
    if not sources:
        return False
    paragraphs = document.derived(starts_of_paragraphs)
    number = bisect_right(paragraphs, quote.span.start)
    end = paragraphs[number] if number < len(paragraphs) else len(document.text) + 1
    opened = document.derived(starts_of_continued).get(quote.span.start, quote.span.start)
    start = paragraphs[bisect_right(paragraphs, opened) - 1]
    return bisect_left(sources, start) < bisect_left(sources, end)


def starts_of_sources(document: Document) -> tuple[int, ...]:
    """Where the sources begin, in order."""
    return tuple(sorted(span.start for source in document.of_kind(Source) for span in source.spans))


def starts_of_paragraphs(document: Document) -> tuple[int, ...]:
    """Where the paragraphs begin, in order; they have an empty line between them."""
    return (0, *(found.end() for found in _EMPTY_LINE.finditer(document.text)))


def starts_of_continued(document: Document) -> dict[int, int]:
    """For the marks that open a quotation again in a later paragraph, where it began."""
    return {
        again: stretch.start
        for stretch in quotations(document).stretches
        if stretch.level == 1
        for again in stretch.continued
    }
