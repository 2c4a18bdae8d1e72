"""T04: a direct quote that nobody says."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Aside, Attribution, Claim, Document, Quote, QuoteKind, Source
from newsfacts.rules.rule import Context, Example, Rule
from newsfacts.rules.titles import looks_like_title
from newsfacts.text.spans import Span

_MARKS = "\"“”„«»‘’'‹›"


class UnattributedQuote(Rule):
    """Somebody says the words of every direct quote.

    What it checks:
        A direct quote has `by=`, or stands in an attribution with a source or a `voice=`, or a source is marked in its
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
    looks_at = (Quote,)
    VALID = (
        Example("[[“We won,”]{.quote} [she]{.source} [said]{.cue}]{.attribution}."),
        Example("---\nnewsfacts: 1\nentities: {ann: {name: Ann}}\n---\n\n[“We won.”]{.quote by=ann}"),
        Example(
            "[[“We won.]{.quote} [She]{.source} [paused]{.cue}]{.attribution}.\n\n[“And we will win again.”]{.quote}",
        ),
        Example("They watched [“Meet the Press”]{.quote}."),
        Example("[“We won.”]{.quote} That is what [the mayor]{.source} thinks."),
    )
    INVALID = (
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
        for quote in document.quotes:
            if quote.by or quote.source_text or not quote.spans or is_spoken(document, quote):
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
    """Whether the quote, or what it stands in, has a speaker or is none of the report's."""
    for outer in (quote, *document.ancestors(quote)):
        if isinstance(outer, Aside):
            return True
        if isinstance(outer, Quote | Claim) and outer.by:
            return True
        attribution = outer if isinstance(outer, Attribution) else document.attribution_of(outer)
        if attribution is not None and (attribution.source or attribution.voice):
            return True
    return False


def source_is_near(document: Document, quote: Quote) -> bool:
    """Whether a source is marked in the paragraphs that the quotation runs through."""
    if not document.of_kind(Source):
        return False
    text = document.text
    start, end = paragraph(text, quote.span.start)
    while start and text[start] in _MARKS:
        before = paragraph(text, max(start - 3, 0))
        words = text[before[0] : before[1]].rstrip()
        if before[0] >= start or not words or words[-1] in _MARKS or not any(mark in words for mark in _MARKS):
            break
        start = before[0]
    return any(isinstance(found, Source) for found in document.spans.overlapping(Span(start, end)))


def paragraph(text: str, offset: int) -> tuple[int, int]:
    """Where the paragraph at an offset begins and ends; paragraphs have an empty line between them."""
    start = text.rfind("\n\n", 0, offset)
    end = text.find("\n\n", offset)
    return (0 if start < 0 else start + 2), (len(text) if end < 0 else end)
