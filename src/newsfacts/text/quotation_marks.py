"""Quotation marks as newspapers set them: which stretches of a text stand between them, how deep, and what is amiss.

Read are “curly” and "straight" marks, ‘single’ and 'single straight' ones, «guillemets» and »German« ones, „low-high“
pairs and ”same on both sides”. An apostrophe is no mark: don’t, ’90s, the students’ books, 6'2". A quotation that runs
over several paragraphs opens again at each and closes only at the last. Paragraphs are parted by empty lines; in a text
without empty lines perhaps by line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from newsfacts.enums import WordEnum

__all__ = [
    "MAX_LEVEL",
    "MarkProblem",
    "MarkProblemKind",
    "Quotations",
    "QuoteKind",
    "QuotedStretch",
    "infer_form",
    "scan",
]

MAX_LEVEL = 10
"""How many quotations may stand in each other; deeper marks are left alone."""

_MARK = re.compile("[\"“”„‟«»‘’‚‛‹›']")
_EMPTY_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*+(?:\r\n?|\n)\s*+")
_LINE_END = re.compile(r"(?:\r\n?|\n)\s*+")
_JOIN_LINES = {0x0A: " ", 0x0D: " "}  # of the same length, so that offsets stay

# For each mark that may open a quotation, the marks that may close it.
_CLOSING = {
    '"': '"', "“": "”", "”": "”", "„": "“”", "‟": "”", "«": "»", "»": "«»",
    "'": "'", "‘": "’", "’": "’", "‚": "‘’", "‛": "’", "‹": "›", "›": "‹›",
}  # fmt: skip
_SINGLE = frozenset("'‘’‚‛‹›")
_APOSTROPHES = frozenset("'’‘‛")
_OPENS_AFTER = frozenset("([{—–-/\"“„«»‹‘'\u00a0")


class QuoteKind(WordEnum):
    """How much of a quote stands between quotation marks: all of it, a part, or nothing."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class MarkProblemKind(WordEnum):
    """What is amiss with a quotation mark."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    MISMATCHED = "mismatched"
    SAME_LEVEL = "same-level"
    BARE_PARAGRAPH = "bare-paragraph"


@attrs.frozen
class MarkProblem:
    """Something amiss at the code points `start`..`end`; `related` is where the quotation opened."""

    kind: MarkProblemKind
    start: int
    end: int
    message: str
    related: int | None = None


@attrs.frozen
class QuotedStretch:
    """A quotation from its opening mark at `start` to right after its closing mark at `end`.

    `level` is 1 for a quotation that stands in no other. `closing` is None where it is not closed; it then reaches to
    the end of its paragraph. `continued` holds the offsets of marks that open it again in later paragraphs.
    """

    start: int
    end: int
    level: int
    opening: str
    closing: str | None
    continued: tuple[int, ...] = ()

    @property
    def inner_start(self) -> int:
        """Right after the opening mark."""
        return self.start + 1

    @property
    def inner_end(self) -> int:
        """Right before the closing mark."""
        return self.end if self.closing is None else self.end - 1


@attrs.frozen
class Quotations:
    """The quotations of a text by start, outer before inner, and what is amiss with their marks."""

    stretches: tuple[QuotedStretch, ...]
    problems: tuple[MarkProblem, ...]


@attrs.define
class _Open:
    mark: str
    start: int
    level: int
    continued: list[int] = attrs.field(factory=list)


class _Scanner:
    """One pass over the marks of a text, with the quotations that are open on a stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[_Open] = []
        self.stretches: list[QuotedStretch] = []
        self.problems: list[MarkProblem] = []

    def scan(self) -> None:
        paragraphs = list(_paragraphs(self.text))
        for start, end in paragraphs:
            first = self.continue_quotations(start, end)
            marks = [found.start() for found in _MARK.finditer(self.text, first, end)]
            singles = _Singles(self.text, marks, end)
            for place in marks:
                self.mark(place, end, singles)
            self.paragraph_end = end
        if self.stack:
            self.give_up(len(self.text.rstrip()))

    def continue_quotations(self, start: int, end: int) -> int:
        """Whether the quotations open since the last paragraph go on in this one. Returns where its own marks begin."""
        if not self.stack:
            return start
        place = start
        for opened in self.stack:
            if place < end and self.text[place] == opened.mark:
                opened.continued.append(place)
                place += 1
        if place > start:
            return place
        outermost = self.stack[0]
        first = next((m.start() for m in _MARK.finditer(self.text, start, end) if m[0] not in _APOSTROPHES), None)
        if first is not None and self.text[first] in _CLOSING[outermost.mark] and not self.opens(first, end):
            self.problem(
                MarkProblemKind.BARE_PARAGRAPH,
                start,
                start + 1,
                f"this paragraph goes on with a quotation but does not open with {outermost.mark}",
                outermost.start,
            )
        else:
            self.give_up(self.paragraph_end)
        return start

    def mark(self, place: int, end: int, singles: _Singles) -> None:
        """Decide what one mark does."""
        mark = self.text[place]
        top = self.stack[-1] if self.stack else None
        if mark in _APOSTROPHES and singles.is_apostrophe(place, top is not None and top.mark in _SINGLE):
            return
        if mark == '"' and self.is_inch(place):
            return
        closes_top = top is not None and mark in _CLOSING[top.mark]
        if mark in "“‘" and closes_top:
            self.close(place)  # „low-high“
        elif mark in '"' and closes_top and not (self.opens(place, end) and self.before(place).isspace()):
            self.close(place)
        elif self.opens(place, end) and not (mark in "”»’›" and closes_top):
            self.open(place)
        elif closes_top:
            self.close(place)
        else:
            self.close_other(place)

    def open(self, place: int) -> None:
        mark = self.text[place]
        if len(self.stack) >= MAX_LEVEL:
            return
        if self.stack and self.stack[-1].mark == mark:  # the level after the next may have the same marks again
            message = f"this {mark} opens a quotation within one that {mark} opened"
            self.problem(MarkProblemKind.SAME_LEVEL, place, place + 1, message, self.stack[-1].start)
        self.stack.append(_Open(mark, place, len(self.stack) + 1))

    def close(self, place: int) -> None:
        opened = self.stack.pop()
        self.finish(opened, place + 1, self.text[place])

    def close_other(self, place: int) -> None:
        """A mark that closes, but not the innermost quotation."""
        mark = self.text[place]
        for depth in range(len(self.stack) - 1, -1, -1):
            if mark in _CLOSING[self.stack[depth].mark]:
                while len(self.stack) > depth + 1:
                    self.unclosed(self.stack.pop(), place)
                self.close(place)
                return
        if self.stack and (mark in _SINGLE) == (self.stack[-1].mark in _SINGLE):
            opened = self.stack.pop()
            message = f"this quotation opens with {opened.mark} and closes with {mark}"
            self.problem(MarkProblemKind.MISMATCHED, place, place + 1, message, opened.start)
            self.finish(opened, place + 1, mark)
        elif mark not in _APOSTROPHES:
            self.problem(MarkProblemKind.UNOPENED, place, place + 1, f"this {mark} closes no quotation")

    def give_up(self, end: int) -> None:
        """Nothing closes what is still open."""
        while self.stack:
            self.unclosed(self.stack.pop(), end)

    def unclosed(self, opened: _Open, end: int) -> None:
        message = f"the quotation that opens with this {opened.mark} is not closed"
        self.problem(MarkProblemKind.UNCLOSED, opened.start, opened.start + 1, message, opened.start)
        self.finish(opened, end, None)

    def finish(self, opened: _Open, end: int, closing: str | None) -> None:
        continued = tuple(opened.continued)
        self.stretches.append(QuotedStretch(opened.start, end, opened.level, opened.mark, closing, continued))

    def problem(self, kind: MarkProblemKind, start: int, end: int, message: str, related: int | None = None) -> None:
        self.problems.append(MarkProblem(kind, start, end, message, related))

    def before(self, place: int) -> str:
        return self.text[place - 1] if place else " "

    def opens(self, place: int, end: int) -> bool:
        """Whether a mark can open a quotation where it stands."""
        mark = self.text[place]
        before = self.before(place)
        after = self.text[place + 1] if place + 1 < end else " "
        if mark in "“„‟‘‚‛«‹":
            if mark in "«‹":  # »so« closes with it
                return not any(opened.mark in "»›" for opened in self.stack)
            return mark not in "‚‘‛" or not before.isalnum()
        return (before.isspace() or before in _OPENS_AFTER) and not after.isspace() and after not in ".,;:!?)]}"

    def is_inch(self, place: int) -> bool:
        """Whether a straight mark stands for inches: after a digit, where nothing is open that it could close."""
        return self.before(place).isdigit() and not any(opened.mark == '"' for opened in self.stack)


class _Singles:
    """Tells apostrophes from single quotation marks, with one look at each mark of a paragraph."""

    def __init__(self, text: str, marks: list[int], end: int) -> None:
        self.text = text
        self.end = end
        # How many single marks that can only close, or could, come later: a possessive needs another one to close.
        self.closers = [place for place in marks if text[place] in "'’" and self._can_close(place)]
        self.last_closer = self.closers[-1] if self.closers else -1

    def _after(self, place: int) -> str:
        return self.text[place + 1] if place + 1 < self.end else " "

    def _before(self, place: int) -> str:
        return self.text[place - 1] if place else " "

    def _can_close(self, place: int) -> bool:
        before, after = self._before(place), self._after(place)
        return not before.isspace() and before not in "([{" and not after.isalnum()

    def is_apostrophe(self, place: int, single_is_open: bool) -> bool:
        before, after = self._before(place), self._after(place)
        mark = self.text[place]
        if before.isalnum() and after.isalnum():
            return True
        if mark == "‘":
            return after.isdigit() and self.text[place + 3 : place + 4] == "s"  # ‘90s, as word processors set it
        if single_is_open:
            if not self._can_close(place):
                return True
            # The students’ books, within a single quotation that closes later.
            is_possessive = before in "sSxz" and after == " " and self.text[place + 2 : place + 3].islower()
            return is_possessive and self.last_closer > place
        if mark == "’":
            return True
        # A straight mark opens only before a word, where another one could close.
        opens = (before.isspace() or before in _OPENS_AFTER) and after.isalnum()
        if not opens or (after.isdigit() and self.text[place + 3 : place + 4] == "s"):
            return True
        return self.last_closer <= place


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text, without the white space around them."""
    separator = _EMPTY_LINE if _EMPTY_LINE.search(text) else _LINE_END
    start = len(text) - len(text.lstrip())
    for found in separator.finditer(text, start):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def scan(text: str, *, lines_are_paragraphs: bool | None = None) -> Quotations:
    """Find the quotations of a text, in time linear in its length.

    In a text without empty lines, line ends may part paragraphs or only lines. Unless told, the reading counts that
    leaves fewer marks amiss.
    """
    if _EMPTY_LINE.search(text) is not None or lines_are_paragraphs is True or _LINE_END.search(text) is None:
        return _scan(text)
    joined = text.translate(_JOIN_LINES)
    if lines_are_paragraphs is False:
        return _scan(joined)
    found = _scan(text)
    if not found.problems:
        return found
    return min(found, _scan(joined), key=lambda quotations: len(quotations.problems))


def _scan(text: str) -> Quotations:
    scanner = _Scanner(text)
    scanner.scan()
    return Quotations(
        tuple(sorted(scanner.stretches, key=lambda stretch: (stretch.start, -stretch.end))),
        tuple(sorted(scanner.problems, key=lambda problem: (problem.start, problem.end))),
    )


def infer_form(words: str) -> QuoteKind:
    """The form that the quotation marks show.

    Direct where every letter and digit stands between quotation marks, mixed where some do, indirect where none does.
    A mark that only opens reaches to the end of its paragraph, one that only closes back to the start of the words.
    """
    if _MARK.search(words) is None:
        return QuoteKind.INDIRECT
    found = scan(words)
    inside = [(stretch.start, stretch.end) for stretch in found.stretches if stretch.level == 1]
    unopened = [problem.start for problem in found.problems if problem.kind is MarkProblemKind.UNOPENED]
    if unopened:
        first = min((start for start, _ in inside), default=len(words))
        if unopened[0] < first:
            inside.insert(0, (0, unopened[0]))
    if not inside:
        return QuoteKind.INDIRECT
    place = 0
    for start, end in inside:
        if any(character.isalnum() for character in words[place:start]):
            return QuoteKind.MIXED
        place = max(place, end)
    return QuoteKind.MIXED if any(character.isalnum() for character in words[place:]) else QuoteKind.DIRECT
