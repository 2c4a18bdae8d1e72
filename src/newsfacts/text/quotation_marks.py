"""Quotation marks as newspapers set them: which stretches of a text are between them, how deep, and what is wrong.

Read are “curly” and "straight" marks, ‘single’ and 'single straight' ones, «guillemets» and »German« ones, „low-high“
pairs, ”same on both sides”, ``TeX'' and ‘‘doubled’’ ones, 「corner brackets」. Apostrophes are recognized: don’t, ’90s, the students’
books, rock ’n’ roll, 6'2". HTML and XML tags are passed over. A quotation that runs over several paragraphs opens again
at each and closes only at the last. Empty lines part paragraphs; a single line end may.

Every sign has some roles that it could play where it is, each with a cost (`_mark_tokens`). Of all the ways to read a
paragraph the cheapest one counts (`_mark_search`), so that a misprint is found where it is and nothing after it is misread. That
is linear in the length of the text.
"""

from __future__ import annotations

import attrs

from newsfacts.enums import WordEnum
from newsfacts.immutable import define, frozen
from newsfacts.patterns import lazy_pattern
from newsfacts.text._mark_search import Step, StepKind, cheapest
from newsfacts.text._mark_tokens import ANY_MARK, MISMATCHED, MarkToken, closing_cost, tokens

__all__ = [
    "MarkProblem",
    "MarkProblemKind",
    "Quotations",
    "QuoteKind",
    "QuotedStretch",
    "are_in_one_pair",
    "begins_or_ends_with_mark",
    "has_marks",
    "infer_form",
    "scan",
    "shows_quotation",
]  # fmt: skip


class QuoteKind(WordEnum):
    """How much of a quote is between quotation marks: all of it, a part, or nothing."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class MarkProblemKind(WordEnum):
    """What is wrong with a quotation mark."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    MISMATCHED = "mismatched"
    SAME_LEVEL = "same-level"
    BARE_PARAGRAPH = "bare-paragraph"


@frozen
class MarkProblem:
    """What is wrong at the code points `start`..`end`; `related` is where the quotation opened."""

    kind: MarkProblemKind
    start: int
    end: int
    message: str
    related: int | None = None


@frozen
class QuotedStretch:
    """A quotation from its opening mark at `start` to right after its closing mark at `end`.

    `level` is 1 for a quotation that is in no other. `closing` is None where it is not closed; it then reaches to
    the next one or the end of its paragraph. `continued` are the offsets of marks that open it again in later paragraphs.
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
        return self.start + len(self.opening)

    @property
    def inner_end(self) -> int:
        """Right before the closing mark."""
        return self.end - len(self.closing or "")

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Start and end of the words between the marks, paragraph by paragraph where it is opened again."""
        starts = [self.inner_start, *(place + len(self.opening) for place in self.continued)]
        return tuple(zip(starts, [*self.continued, self.inner_end], strict=True))


@frozen
class Quotations:
    """The quotations of a text by start, outer before inner, and what is wrong with their marks.

    `are_detached` says that most double marks are between spaces, as in tokenized text: what they do is then a guess.
    """

    stretches: tuple[QuotedStretch, ...]
    problems: tuple[MarkProblem, ...]
    are_detached: bool = False


def scan(text: str, *, lines_are_paragraphs: bool | None = None) -> Quotations:
    """Find the quotations of a text, in time linear in its length.

    A line end that is not part of an empty line may end a paragraph or only a line. Unless `lines_are_paragraphs` says
    which, the reading counts in which fewer marks are wrong.
    """
    best = cheapest(tokens(text, lines_are_paragraphs=lines_are_paragraphs), len(text.rstrip()))
    built = _Builder(text)
    for step in best:
        built.take(step)
    return Quotations(
        tuple(sorted(built.stretches, key=lambda stretch: (stretch.start, -stretch.end))),
        tuple(sorted(built.problems, key=lambda problem: (problem.start, problem.end))),
        built.detached * 2 > built.doubles,
    )


@define
class _Open:
    mark: MarkToken
    sign: str
    continued: list[int] = attrs.field(factory=list)


class _Builder:
    """Makes stretches and problems of the steps of a reading."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[_Open] = []
        self.stretches: list[QuotedStretch] = []
        self.problems: list[MarkProblem] = []
        self.doubles = self.detached = 0

    def take(self, step: Step) -> None:
        mark = step.mark
        if mark is not None:
            self.count(mark)
            sign = self.text[mark.start : mark.end]
            if step.what is StepKind.OPEN:
                self.open(mark, sign)
            elif step.what is StepKind.CLOSE:
                self.give_up(step.depth + 1, mark.start)
                self.close(mark, sign)
            elif step.what is StepKind.CONTINUE:
                self.stack[step.depth].continued.append(mark.start)
            else:
                self.problem(MarkProblemKind.UNOPENED, mark.start, mark.end, f"this {sign} closes no quotation")
        elif step.what is StepKind.BARE_START:
            outermost = self.stack[0]
            message = f"this paragraph goes on with a quotation but does not open with {outermost.sign}"
            self.problem(MarkProblemKind.BARE_PARAGRAPH, step.place, step.place + 1, message, outermost.mark.start)
        elif step.what is StepKind.DROP:
            self.give_up(step.depth, step.place)

    def open(self, mark: MarkToken, sign: str) -> None:
        if self.stack and self.stack[-1].mark.key == mark.key:  # the level after the next may have the same marks again
            message = f"this {sign} opens a quotation within one that {sign} opened"
            self.problem(MarkProblemKind.SAME_LEVEL, mark.start, mark.end, message, self.stack[-1].mark.start)
        self.stack.append(_Open(mark, sign))

    def close(self, mark: MarkToken, sign: str) -> None:
        opened = self.stack.pop()
        is_reversed = opened.mark.is_reversed
        if is_reversed or closing_cost(opened.mark.key, mark) >= MISMATCHED:
            wrong = opened.mark if is_reversed else mark
            message = f"this quotation opens with {opened.sign} and closes with {sign}"
            self.problem(MarkProblemKind.MISMATCHED, wrong.start, wrong.end, message, opened.mark.start)
        self.finish(opened, mark.end, sign)

    def give_up(self, depth: int, end: int) -> None:
        """What is open from this depth on is not closed."""
        while len(self.stack) > depth:
            opened = self.stack.pop()
            message = f"the quotation that opens with this {opened.sign} is not closed"
            start = opened.mark.start
            self.problem(MarkProblemKind.UNCLOSED, start, opened.mark.end, message, start)
            self.finish(opened, end, None)

    def finish(self, opened: _Open, end: int, closing: str | None) -> None:
        level = len(self.stack) + 1
        continued = tuple(opened.continued)
        self.stretches.append(QuotedStretch(opened.mark.start, end, level, opened.sign, closing, continued))

    def problem(self, kind: MarkProblemKind, start: int, end: int, message: str, related: int | None = None) -> None:
        self.problems.append(MarkProblem(kind, start, end, message, related))

    def count(self, mark: MarkToken) -> None:
        if mark.key in '"“”':
            self.doubles += 1
            around = self.text[max(0, mark.start - 1) : mark.start] + self.text[mark.end : mark.end + 1]
            self.detached += bool(around) and around.isspace()


_ONE_PAIR = lazy_pattern(r"“(?=\w)(?:[^\"“”„‟«»‘’‚‛‹›'`<\n\r\u2029]|(?<=[^\W\d_])['’](?=[^\W\d_]))*(?<=[\w.,!?])”")


def are_in_one_pair(words: str) -> bool:
    """Whether all words are between one pair of “curly” marks without another mark inside: so is nearly every quote."""
    return words.startswith("“") and _ONE_PAIR.fullmatch(words) is not None


_SURELY_OPENS = lazy_pattern(r'“|(?<!\S)"(?=\w)')
_NO_MARK = r"""[^"“”„‟«»‘’‚‛‹›'`<\n\r\u2029]*"""
_ONLY_APOSTROPHES = lazy_pattern(rf"{_NO_MARK}(?:(?<=[^\W\d_])['’](?=[^\W\d_]){_NO_MARK})*")


def shows_quotation(words: str) -> bool:
    """Whether quotation marks show that some of the words are quoted: whether `infer_form` says anything but indirect.

    A mark that can only open a quotation says so at once, and so do words whose only marks are apostrophes between letters.
    """
    if _SURELY_OPENS.search(words) is not None:
        return True
    return has_marks(words) and infer_form(words) is not QuoteKind.INDIRECT


def has_marks(words: str) -> bool:
    """Whether there is any sign that may be a quotation mark and not an apostrophe between letters."""
    return _ONLY_APOSTROPHES.fullmatch(words) is None


def begins_or_ends_with_mark(words: str) -> bool:
    """Whether the first sign or the last one may be a quotation mark."""
    return bool(words) and (ANY_MARK.match(words) is not None or ANY_MARK.match(words, len(words) - 1) is not None)


def infer_form(words: str) -> QuoteKind:
    """The form that the quotation marks show.

    Direct where every letter and digit is between quotation marks, mixed where some are, indirect where none is.
    A mark that only opens reaches to the end of its paragraph, one that only closes back to the start of the words.
    """
    if ANY_MARK.search(words) is None:
        return QuoteKind.INDIRECT
    if are_in_one_pair(words):
        return QuoteKind.DIRECT
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
