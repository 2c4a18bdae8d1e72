"""X10: a correction of what the text does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.anchors.normalize import fold
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Unreadable, read_quantity_words
from newsfacts.rules.needs import corrections
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule, key_place
from newsfacts.values.quantities.quantity import Quantity

_NUMBERED = re.compile(r"\bpara(?:graph|\.)?\s{0,3}(\d{1,4})\b", re.IGNORECASE)
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_ORDINAL = re.compile(
    rf"\b(?:({'|'.join(_ORDINALS)})|(\d{{1,4}})(?:st|nd|rd|th))\s{{1,3}}para(?:graph|\b)", re.IGNORECASE
)
_EMPTY_LINES = re.compile(r"\n[ \t\r]*\n\s*")


class LostCorrection(Rule):
    """What a correction says is right is in the text, and the paragraph that it names exists.

    What it checks:
        The words of `now` are in the text or the headline, or, where they are a number, a count of that number does.
        A paragraph named by its number in `where` is not beyond the last one.

    Why:
        A correction that is noted but not made is worse than none: the note says 16, the text still says 17. The same
        happens when a later edit takes out the corrected sentence, or adds paragraphs.

    Instead:
        Make the correction in the text, or correct the note.

    Fix:
        None: whether the text or the note is wrong is for a person to see.
    """

    code = "X10"
    name = "lost-correction"
    severity = Severity.WARNING
    needs: Needs = (corrections,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\ncorrections: [{was: 17, now: 16 people, where: first "
            "paragraph}]\n---\n\n[Sixteen people]{.count} died."
        ),
        Example(
            "---\nnewsfacts: 1\ncorrections: [{was: Jon Bell, now: John Bell, where: paragraph 2}]\n---\n\nIt "
            "rained.\n\nJohn\nBell left."
        ),
        Example("---\nnewsfacts: 1\ncorrections: [{was: 17 people}]\n---\n\n16 people died."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\ncorrections: [{was: 17 people, now: 16 people, where: first "
            "paragraph}]\n---\n\n[17 people]{.count} died.",
            at="corrections",
            message="a correction says that “16 people” is right, but the text does not have these words or this "
            "number",
        ),
        Example(
            "---\nnewsfacts: 1\ncorrections: [{was: 17 people, now: 16 people, where: para 9}]\n---\n\n16 people "
            "died.\n\nMore follows.",
            at="corrections",
            message="a correction is about paragraph 9, but the text has 2 paragraphs",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if not document.corrections:
            return
        words = folded(f"{document.title or ''} {document.text}")
        paragraphs = len([part for part in _EMPTY_LINES.split(document.text) if part.strip()])
        place = key_place(document, "corrections")
        for correction in document.corrections:
            now = correction.now
            if now and folded(now) not in words and not has_number(document, now):
                message = (
                    f"a correction says that “{now}” is right, but the text does not have these words or this number"
                )
                yield self.finding(
                    document, place, message, help="make the correction in the text, or correct the note"
                )
            number = paragraph_number(correction.where or "")
            if number is not None and number > paragraphs:
                amount = f"{paragraphs} paragraph{'' if paragraphs == 1 else 's'}"
                message = f"a correction is about paragraph {number}, but the text has {amount}"
                yield self.finding(document, place, message, help="say where the corrected words are now")


def folded(words: str) -> str:
    """Words without the differences of typesetting, of case and of white space."""
    return " ".join(fold(words).string.casefold().split())


def has_number(document: Document, words: str) -> bool:
    """Whether words are a number, and the document has a count of it."""
    wanted = read_quantity_words(words, document.reading_language)
    if isinstance(wanted, Unreadable):
        return False
    found = (count.value for count in document.counts)
    return any(isinstance(value, Quantity) and (value.low, value.high) == (wanted.low, wanted.high) for value in found)


def paragraph_number(where: str) -> int | None:
    """The number of the paragraph that words name."""
    numbered = _NUMBERED.search(where)
    if numbered:
        return int(numbered[1])
    ordinal = _ORDINAL.search(where)
    if ordinal is None:
        return None
    return int(ordinal[2]) if ordinal[2] else _ORDINALS.index(ordinal[1].lower()) + 1
