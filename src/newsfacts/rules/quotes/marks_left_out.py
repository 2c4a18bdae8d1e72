"""Q12: a quote that ends before its closing mark, or begins after its opening one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity, Skipped
from newsfacts.model import Annotation, Claim, Document, Quote
from newsfacts.rules.marked import quotations, signs
from newsfacts.rules.quotes._marks import are_plainly_paired, has_other_marks, mark_problems
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.text.quotation_marks import QuotedStretch

_MARKS = frozenset("\"“”„‟«»‘’‚‛'‹›")
_ANY_MARK = re.compile("[\"“”„‟«»‘’‚‛'‹›]")
MAX_NAME_LINE = 80
"""How many characters the line with the name of the speaker may have."""

_NAME_LINE = re.compile(r"[.!?]?[ \t]*\r?\n[ \t–—-]*[^\W\d_a-z][^\r\n.!?]*[.]?")
_SPEAKER = re.compile(r"[^\W\d_a-z][^\r\n.!?:“”\"]{0,60}:[ \t]*")
_DOUBLE_MARK = re.compile('["“”„‟«»‘‹›]')
_EDGES = " \t\r\n.,;:!?…"


def without_all_marks(document: Document) -> tuple[Annotation, ...]:
    """The quotes and claims that may be without one of their marks, or without both."""
    text, quotes, claims = document.text, document.quotes, document.claims
    others = document.derived(has_other_signs)
    found: list[Annotation] = []
    if others or not are_all_in_marks(text, quotes):
        found += [quote for quote in quotes if may_lack_marks(text, quote, others=others)]
    claimed = "".join([claim.text for claim in claims])
    if '"' in claimed or not claimed.isascii():  # few claims have a mark
        found += [
            claim for claim in claims if _DOUBLE_MARK.search(claim.text) and may_lack_marks(text, claim, others=others)
        ]
    return tuple(found)


def are_all_in_marks(text: str, quotes: Sequence[Quote]) -> bool:
    """Whether each quote is one pair of “curly” marks, the words between them on one line, and no other mark next to it.

    So are nearly all; this is for texts without marks of other kinds.
    """
    said = "".join([quote.text for quote in quotes])
    if not said.count("“") == said.count("”") == len(quotes) or "\n" in said or "\r" in said:
        return False
    for quote in quotes:
        words, spans = quote.text, quote.spans
        if words[:1] != "“" or words[-1:] != "”" or not spans:
            return False
        start, end = spans[0].start, spans[-1].end
        if text[start - 1 : start] in _MARKS or text[end : end + 1] in _MARKS:
            return False
    return True


class MarksLeftOut(Rule):
    """The quotation marks of a quote belong to it, both of them.

    What it checks:
        A quote or claim that contains the opening mark of a quotation contains its closing mark too, and vice versa. A
        quote that is all the words between two marks contains both. A part of a longer quotation that contains
        neither is left alone, and so are a paragraph of a quotation that goes on in the next one, a quotation before whose
        closing mark a line has the speaker's name, and words after the speaker's name in a transcript.

    Why:
        With half of its marks a quote is neither direct nor indirect to a program, and its words are not those between
        the marks. PolNeAR and JournalismAI count the marks as content; 323 of PolNeAR's contents contain only one of them.

    Instead:
        Move the edge of the span over the mark.

    Fix:
        Safe: only the bracket of the annotation moves; the text stays as it is. Where other markup is between the
        bracket and the mark, nothing is offered.
    """

    code = "Q12"
    name = "marks-left-out"
    severity = Severity.WARNING
    looks_at: Kinds = (Quote, Claim)
    needs: Needs = (without_all_marks,)
    fix_class: Applicability | None = Applicability.SAFE
    VALID: Examples = (
        Example("[“We will win,”]{.quote} she said."),
        Example("[“We will win]{.quote #q}, she said, [and fairly.”]{cont=q}"),
        Example("[“We will win.]{.quote}\n\n[“And then we rest,”]{.quote} she said."),
        Example("“[We will win]{.claim}, and then we rest,” she said."),
        Example("She said [they were “very happy”]{.claim}."),
        Example("[The students’ choice]{.claim} was clear."),
        Example("[“We will win.]{.quote}\nAnn Bell, mayor of Calder.”\n\nShe was right."),
        Example("The transcript says: “Ann Bell: [We will win.”]{.quote}"),
    )
    INVALID: Examples = (
        Example(
            "[“We will win,]{.quote}” she said.",
            at="“We will win,",
            message="this quote ends before its closing quotation mark",
            fixed="[“We will win,”]{.quote} she said.",
        ),
        Example(
            "“[We will win,”]{.quote} she said.",
            at="We will win,”",
            message="this quote begins after its opening quotation mark",
            fixed="[“We will win,”]{.quote} she said.",
        ),
        Example(
            "“[We will win,]{.quote #q}” she said.",
            at="We will win,",
            message="this quote is between two quotation marks and contains neither",
            fixed="[“We will win,”]{.quote #q} she said.",
        ),
        Example(
            "She said [they were “very]{.claim} happy”.",
            at="they were “very",
            message="this claim ends before its closing quotation mark",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        wanted = document.derived(without_all_marks)
        problems = mark_problems(document)
        if problems.unreadable:
            yield self.skip(document, wanted[0], problems.unreadable)
            return
        waiting = list(reversed(quotations(document).stretches))
        reached: list[
            QuotedStretch
        ] = []  # those that begin before the annotation ends, and do not end before it begins
        for annotation in sorted(wanted, key=lambda one: one.span.start):
            span = annotation.span
            while waiting and waiting[-1].start <= span.end:
                reached.append(waiting.pop())
            reached = [stretch for stretch in reached if stretch.end >= span.start]
            for stretch in reached:
                found = self.look(document, annotation, stretch)
                if found is not None:
                    yield found
                    break

    def look(self, document: Document, annotation: Annotation, stretch: QuotedStretch) -> Finding | None:
        """The finding about one annotation and one quotation."""
        if stretch.closing is None:
            return None  # Q08 reports it
        closing = stretch.end - 1
        opens = any(holds(annotation, place) for place in (stretch.start, *stretch.continued))
        closes = holds(annotation, closing)
        if opens and not closes:
            if goes_on(document.text, annotation, stretch) or is_signed(document.text, annotation, closing):
                return None
            message = f"this {annotation.KIND} ends before its closing quotation mark"
            edits = closing_edits(document, annotation, closing)
        elif closes and not opens:
            if _SPEAKER.fullmatch(document.text, stretch.inner_start, annotation.span.start):
                return None  # a transcript: the speaker's name is between the marks too
            message = f"this {annotation.KIND} begins after its opening quotation mark"
            edits = opening_edits(document, annotation, stretch.start)
        elif not opens and isinstance(annotation, Quote) and is_whole(document.text, annotation, stretch):
            message = "this quote is between two quotation marks and contains neither"
            edits = opening_edits(document, annotation, stretch.start)
            edits = (*edits, *closing_edits(document, annotation, closing)) if edits else ()
            edits = edits if len(edits) == 3 else ()
        else:
            return None
        return self.finding(
            document,
            annotation,
            message,
            help="move the edge of the span over the mark",
            fix=Fix("include the quotation marks", edits, Applicability.SAFE) if edits else None,
        )


def has_other_signs(document: Document) -> bool:
    """Whether the text has signs besides “curly” marks that may be quotation marks."""
    found = signs(document)
    return "'" in found or has_other_marks(found)


def may_lack_marks(text: str, annotation: Annotation, *, others: bool) -> bool:
    """Whether there is a mark right next to the words, or one inside without its partner.

    `others` says whether the text has other marks than “curly” ones at all.
    """
    spans, words = annotation.spans, annotation.text
    if not spans:
        return False
    start, end = spans[0].start, spans[-1].end
    beside = text[start - 1 : start] in _MARKS or text[end : end + 1] in _MARKS
    if not beside and words[:1] == "“" and words.find("”") == len(words) - 1 and is_all_it_has(words, others=others):
        return False  # by far the most frequent case
    if _ANY_MARK.search(words) is None:
        return beside and isinstance(annotation, Quote)
    return beside or not are_plainly_paired(words)


def is_all_it_has(words: str, *, others: bool) -> bool:
    """Whether words between two “curly” marks have no other marks, and no end of a line."""
    return (
        words.find("“", 1) < 0
        and "\n" not in words
        and "\r" not in words
        and not (others and ("'" in words or has_other_marks(words)))
    )


def holds(annotation: Annotation, place: int) -> bool:
    """Whether an annotation covers an offset."""
    return any(span.start <= place < span.end for span in annotation.spans)


def goes_on(text: str, annotation: Annotation, stretch: QuotedStretch) -> bool:
    """Whether the annotation ends with a paragraph, and the quotation opens again in a later one."""
    end = annotation.span.end
    line_end = text.find("\n", end)
    return line_end >= 0 and not text[end:line_end].strip(_EDGES) and any(place >= end for place in stretch.continued)


def is_signed(text: str, annotation: Annotation, closing: int) -> bool:
    """Whether only a line with the speaker's name is between the annotation and the mark, as in a pull quote."""
    after = text[annotation.span.end : min(closing, annotation.span.end + MAX_NAME_LINE)]
    return closing - annotation.span.end < MAX_NAME_LINE and _NAME_LINE.fullmatch(after) is not None


def is_whole(text: str, annotation: Annotation, stretch: QuotedStretch) -> bool:
    """Whether an annotation is all the words of a quotation."""
    start, end = annotation.span.start, annotation.span.end
    return (
        start == stretch.inner_start
        and not text[end : stretch.inner_end].strip(_EDGES)
        and end <= stretch.inner_end
        and not stretch.continued
    )


def opening_edits(document: Document, annotation: Annotation, mark: int) -> tuple[Edit, ...]:
    """Moves the opening bracket over a mark right before it; nothing where that is not so."""
    raw, origin = document.raw(annotation), document.origin
    if (
        raw is None
        or origin is None
        or not origin.text_offsets
        or len(annotation.spans) != 1
        or annotation.span.start != mark + 1
    ):
        return ()
    file, place = origin.source.string, origin.file_offset(mark)
    if place != raw.start - 2 or file[raw.start - 1] != "[":
        return ()
    return (Edit(place, raw.start, f"[{file[place]}"),)


def closing_edits(document: Document, annotation: Annotation, mark: int) -> tuple[Edit, ...]:
    """Moves the closing bracket over a mark right after its attributes; nothing where that is not so."""
    raw, origin = document.raw(annotation), document.origin
    if (
        raw is None
        or origin is None
        or not origin.text_offsets
        or len(annotation.spans) != 1
        or annotation.span.end != mark
    ):
        return ()
    file, place = origin.source.string, origin.file_offset(mark)
    block = file[raw.end : place]
    if not block.startswith("]{") or not block.endswith("}") or block.count("]{") != 1:
        return ()
    return (Edit(raw.end, raw.end, file[place]), Edit(place, place + 1, ""))
