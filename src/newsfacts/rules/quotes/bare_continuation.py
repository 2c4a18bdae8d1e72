"""Q10: a quotation over several paragraphs that breaks the convention."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document
from newsfacts.patterns import lazy_pattern
from newsfacts.rules.marked import quotations
from newsfacts.rules.quotes._marks import mark_problems
from newsfacts.rules.quotes_of_note import quotes_in_pieces
from newsfacts.rules.rule import Context, Example, Examples, Rule
from newsfacts.text.quotation_marks import MarkProblem, MarkProblemKind, QuotedStretch
from newsfacts.text.spans import Span

_SINGLE = frozenset("'‘’‚‹›")
_WORD = lazy_pattern(r"\w+")
_EMPTY_LINE = lazy_pattern(r"(?>\r\n?|\n)[ \t]*+(?>\r\n?|\n)")


class BareContinuation(Rule):
    """A quotation over several paragraphs opens again at each, and closes only at the last.

    What it checks:
        A paragraph in which an open quotation goes on begins with an opening mark. Where one quote is annotated over
        several paragraphs (`cont=`), only the last paragraph ends with a closing mark. A partial quotation ("he called
        it “a gift.”") is closed where it ends, whatever follows, and so is one between single marks before one between
        double marks. Paragraphs of an excerpt between straight marks that open with curly marks of their own are left alone.

    Why:
        The convention tells readers that the same person still speaks. A bare paragraph looks like the reporter's
        words, and a mark that closes too early like a new speaker.

    Instead:
        Begin each paragraph with the mark, and end only the last one with it. Two quotes that only follow each other
        are annotated as two.

    Fix:
        None: the text itself is never changed.
    """

    code = "Q10"
    name = "bare-continuation"
    severity = Severity.WARNING
    VALID: Examples = (
        Example("“We will win.\n\n“And then we rest,” she said."),
        Example("[“We will win.]{.quote #q}\n\n[“And then we rest,”]{cont=q} she said."),
        Example("[“We will win,”]{.quote} she said.\n\n[“And then we rest.”]{.quote}"),
        Example("[“We will win,”]{.quote #q} she said.\n\n[“And then we rest.”]{cont=q}"),
        Example("[She called it “a gift.”]{.quote #q}\n\n[“And then we rest,”]{cont=q} she said."),
        Example('The book says: "It was late.\n\n“We will win,” she said, and left."'),
        Example("[‘We will win.’]{.quote #q}\n\n[“And then we rest,”]{cont=q} she said."),
    )
    INVALID: Examples = (
        Example(
            "“We will win.\n\nAnd then we rest,” she said.",
            at="And",
            message="this paragraph goes on with a quotation but does not open with “",
        ),
        Example(
            "[“We will win.”]{.quote #q}\n\n[“And then we rest.”]{cont=q}",
            at="”",
            message="this quotation is closed here, but the quote goes on in the next paragraph",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        marks = mark_problems(document)
        if marks.unreadable:
            yield self.skip(document, None, marks.unreadable)
        for problem in marks.problems:
            if problem.kind is MarkProblemKind.BARE_PARAGRAPH and not is_excerpt(document.text, problem):
                word = _WORD.match(document.text, problem.start)
                yield self.finding(
                    document,
                    Span(problem.start, word.end() if word else problem.end),
                    problem.message,
                    help="begin the paragraph with the opening mark, or close the quotation before it",
                )
        if document.derived(quotes_in_pieces):
            yield from self.closed_early(document)

    def closed_early(self, document: Document) -> Iterator[Finding]:
        text = document.text
        found = quotations(document).stretches
        opened = {place for stretch in found if stretch.level == 1 for place in (stretch.start, *stretch.continued)}
        closed = {stretch.end: stretch for stretch in found if stretch.level == 1 and stretch.closing is not None}
        for quote in document.quotes:
            for one, other in zip(quote.spans, quote.spans[1:], strict=False):
                between = text[one.end : other.start]
                stretch = closed.get(one.end)
                if (
                    stretch is not None
                    and other.start in opened
                    and not between.strip()
                    and _EMPTY_LINE.search(between)
                    and (stretch.opening in _SINGLE) == (text[other.start] in _SINGLE)
                    and is_sentence(text, stretch)
                ):
                    yield self.finding(
                        document,
                        Span(stretch.inner_end, stretch.end),
                        "this quotation is closed here, but the quote goes on in the next paragraph",
                        help="take the closing mark out, or annotate two quotes",
                    )


def is_excerpt(text: str, problem: MarkProblem) -> bool:
    """Whether a paragraph opens with a curly mark inside straight ones, as in a printed excerpt with speech of its own."""
    opened = problem.related
    return opened is not None and text[opened] == '"' and text[problem.start] in "“„«"


def is_sentence(text: str, stretch: QuotedStretch) -> bool:
    """Whether a quotation begins with a capital, and so is more than a part of the sentence around it."""
    first = _WORD.search(text, stretch.inner_start, stretch.inner_end)
    return first is not None and not first[0][0].islower()
