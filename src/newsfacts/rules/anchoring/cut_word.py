"""A05: a span that begins or ends inside a word."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Fix, Severity
from newsfacts.model import Annotation, Attribution, Document
from newsfacts.rules.anchoring._drift import elsewhere
from newsfacts.rules.edges import cut_edges, unusual_edges
from newsfacts.rules.fixing import move_closing, move_opening
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import what

MAX_WORD = 40
"""How many characters of a word are looked for, and shown, on each side of a cut."""


class CutWord(Rule):
    """Spans begin and end between words.

    What it checks:
        No span begins or ends between two letters of one word, or inside a number such as 12,345 or 3.5. Only letters
        of scripts with capitals count, since Chinese, Thai or Hebrew do not set every word apart. A small letter
        before a capital (`yesterdayThe`) or capitals before a capitalized word (`PMChris`) is a space that the text
        lacks, and no cut. Where several spans are cut at one place, the innermost is named.

    Why:
        A span that was shifted by one character still holds exactly the words that were stored with it, because both
        were cut from the text by the same wrong offsets. Comparing the two sees nothing; 154 spans of PolNeAR, in 110
        of its 1,008 articles, are wrong in this way ("[to answe]r"), and only the half word gives them away.

    Instead:
        Move the bracket to the edge of the word.

    Fix:
        Unsafe: it moves the bracket outwards over the rest of the word, which changes the words that are annotated.
    """

    code = "A05"
    name = "cut-word"
    severity = Severity.WARNING
    looks_at: Kinds = (Annotation,)
    needs: Needs = (unusual_edges, cut_edges)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example("[Putin]{.source}’s spokesman met the ex-[president]{.source}."),
        Example("PM[Chris Christie]{.source} spoke. It rained yesterday[The mayor]{.source} left."),
        Example("[5]{.count}kg, [40]{.count}m, [Covid]{.aside}19; 习近平[会见]{.cue}普京; ב[ירושלים]{.aside}."),
        Example("Pages 1,2,[3]{.count} and Nov.[9]{.time}"),
    )
    INVALID: Examples = (
        Example(
            "He refused [to answe]{.claim}r questions.",
            at="to answe",
            message="this claim ends inside the word “answer”, after “answe”",
            fixed="He refused [to answer]{.claim} questions.",
        ),
        Example(
            "R[epublican opponents]{.source} objected.",
            at="epublican opponents",
            message="this source begins inside the word “Republican”, after “R”",
            fixed="[Republican opponents]{.source} objected.",
        ),
        Example(
            "It cost 3.[5 million]{.count} dollars.",
            at="5 million",
            message="this count begins inside the number “3.5”, after “3.”",
            fixed="It cost [3.5 million]{.count} dollars.",
        ),
        Example(
            "There were [12]{.count},345 of them.",
            at="12",
            message="this count ends inside the number “12,345”, after “12”",
            fixed="There were [12,345]{.count} of them.",
        ),
        Example(
            "Clin[t]{.source}on left.",
            at="t",
            message="this source is “t”, a part of the word “Clinton”",
            fixed="[Clinton]{.source} left.",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        text = document.text
        within = document.derived(cut_edges)
        length = len(text)
        cuts: dict[int, tuple[Annotation, bool]] = {}
        moved = elsewhere(document)
        for annotation in document.annotations:
            if moved and id(annotation) in moved:
                continue
            for span in annotation.spans:
                start, end = span.start, span.end
                if not 0 <= start < end <= length:
                    continue
                if start in within and not reaches_over(annotation, cuts.get(start)):
                    cuts[start] = (annotation, True)
                if end in within and not reaches_over(annotation, cuts.get(end)):
                    cuts[end] = (annotation, False)
        for offset, (annotation, begins) in cuts.items():
            span = annotation.span
            other = cuts.get(span.end if begins else span.start)
            is_part = len(annotation.spans) == 1 and other is not None and other[0] is annotation
            if is_part and word_around(text, span.start) == word_around(text, span.end):
                if begins:
                    yield self.part(document, annotation)
            else:
                yield self.cut(document, annotation, offset, begins)

    def part(self, document: Document, annotation: Annotation) -> Finding:
        """A span that begins and ends inside the same word."""
        start, end = word_around(document.text, annotation.span.start)
        word = document.text[start:end]
        opening, closing = move_opening(document, annotation, start), move_closing(document, annotation, end)
        edits = (*opening, *closing) if opening and closing else ()
        return self.finding(
            document,
            annotation,
            f"{what(annotation)} is “{annotation.text}”, a part of the {noun_for(word)} “{word}”",
            help="move the brackets to the edges of the word",
            fix=Fix(f"take in all of “{word}”", edits, Applicability.UNSAFE) if edits else None,
        )

    def cut(self, document: Document, annotation: Annotation, offset: int, begins: bool) -> Finding:
        text = document.text
        start, end = word_around(text, offset)
        word = text[start:end]
        edits = move_opening(document, annotation, start) if begins else move_closing(document, annotation, end)
        return self.finding(
            document,
            annotation,
            f"{what(annotation)} {'begins' if begins else 'ends'} inside the {noun_for(word)} “{word}”, "
            f"after “{text[start:offset]}”",
            help="move the bracket to the edge of the word",
            fix=Fix(f"take in all of “{word}”", edits, Applicability.UNSAFE) if edits else None,
        )


def noun_for(word: str) -> str:
    """What a word is called that may be a number."""
    return "number" if word[0].isdecimal() else "word"


def reaches_over(annotation: Annotation, before: tuple[Annotation, bool] | None) -> bool:
    """Whether an attribution is only as long as the role that is cut; files that list spans may list it after that."""
    return before is not None and isinstance(annotation, Attribution) and before[0].span == annotation.span


def word_around(text: str, offset: int) -> tuple[int, int]:
    """Where the word or number around an offset begins and ends."""
    start, end = offset, offset
    while start > 0 and offset - start < MAX_WORD and (text[start - 1].isalnum() or is_in_number(text, start - 1)):
        start -= 1
    while end < len(text) and end - offset < MAX_WORD and (text[end].isalnum() or is_in_number(text, end)):
        end += 1
    return start, end


def is_in_number(text: str, offset: int) -> bool:
    """Whether a point or a comma between two digits is at an offset."""
    return (
        text[offset] in ".,"
        and 0 < offset < len(text) - 1
        and text[offset - 1].isdecimal()
        and text[offset + 1].isdecimal()
    )
