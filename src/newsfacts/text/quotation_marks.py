"""Quotation marks as newspapers set them: which stretches of a text are between them, how deep, and what is wrong.

Read are “curly” and "straight" marks, ‘single’ and 'single straight' ones, «guillemets» and »German« ones, „low-high“
pairs, ”same on both sides”, ``TeX'' and ‘‘doubled’’ ones. Apostrophes are recognized: don’t, ’90s, the students’
books, rock ’n’ roll, 6'2". HTML and XML tags are passed over. A quotation that runs over several paragraphs opens again
at each and closes only at the last. Empty lines part paragraphs; a single line end may.

Every sign has some roles that it could play where it is, each with a cost (`_mark_tokens`). Of all the ways to read a
paragraph the cheapest one counts, so that a misprint is found where it is and nothing after it is misread. That is a
search over the stacks of open quotations with a bounded number of stacks: linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsfacts.enums import WordEnum
from newsfacts.immutable import define, frozen
from newsfacts.patterns import lazy_pattern
from newsfacts.text._mark_tokens import ANY_MARK, MISMATCHED, NEVER, SINGLE, Break, MarkToken, closing_cost, tokens

__all__ = [
    "MAX_LEVEL",
    "MarkProblem",
    "MarkProblemKind",
    "Quotations",
    "QuoteKind",
    "QuotedStretch",
    "are_in_one_pair",
    "infer_form",
    "scan",
    "shows_quotation",
]  # fmt: skip

MAX_LEVEL = 10
"""How many quotations may be nested; deeper marks are passed over."""

MAX_READINGS = 8
"""How many readings of a paragraph are followed at the same time."""

MAX_CAREFUL = 300
"""After this many marks in one paragraph only one reading is followed: that many are not written by people."""

_MARGIN = 60  # readings that are so much more costly than the best one are given up
_UNCLOSED = 30
_UNOPENED = 30
_SAME_LEVEL = 20
_BARE = 25
_LINE_END = 3  # a quotation goes on after a line that ends like a paragraph
_MIXED_KINDS = 2  # curly marks within straight ones
_STRANGE = 40  # a sign that nothing explains
_NOT_REOPENED = 4  # an inner quotation that the next paragraph does not open again


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
    best = _cheapest(tokens(text, lines_are_paragraphs=lines_are_paragraphs), len(text.rstrip()))
    built = _Builder(text)
    for step in best:
        built.take(step)
    return Quotations(
        tuple(sorted(built.stretches, key=lambda stretch: (stretch.start, -stretch.end))),
        tuple(sorted(built.problems, key=lambda problem: (problem.start, problem.end))),
        built.detached * 2 > built.doubles,
    )


# -- The search --------------------------------------------------------------------------------------------------------

_BEGIN, _OPEN, _CLOSE, _STRAY, _CONTINUE, _BARE_START, _DROP = range(7)


class _Reading:
    """One way to read all signs so far: what is open, by its keys, and how many of these wait to be opened again.

    `is_due` says that they wait because a paragraph has ended, and not only a line. `steps` is the chain of what was
    decided, last step first: (before, what, where, argument).
    """

    __slots__ = ("cost", "is_due", "stack", "steps", "waiting")

    def __init__(self, cost: int, stack: str, steps: _Steps, waiting: int = 0, is_due: bool = False) -> None:
        self.cost, self.stack, self.steps, self.waiting, self.is_due = cost, stack, steps, waiting, is_due


class _Steps:
    """What was decided last, where, for which mark, at which depth of the stack; and the steps before."""

    __slots__ = ("before", "depth", "mark", "place", "what")

    def __init__(
        self, before: _Steps | None, what: int, place: int, mark: MarkToken | None = None, depth: int = 0
    ) -> None:
        self.before, self.what, self.place, self.mark, self.depth = before, what, place, mark, depth


def _cheapest(signs: Iterable[MarkToken | Break], end: int) -> list[_Steps]:
    """The steps of the cheapest reading, in order."""
    readings = [_Reading(0, "", _Steps(None, _BEGIN, 0))]
    paragraph: list[MarkToken | Break] = []
    start = 0
    for sign in signs:
        paragraph.append(sign)
        if isinstance(sign, Break) and sign.is_hard:
            readings, start = _through(readings, paragraph, start), sign.end
            paragraph = []
    readings = _through(readings, paragraph, start)
    best = min((_dropped(reading, end) for reading in readings), key=lambda reading: reading.cost)
    steps: list[_Steps] = []
    step: _Steps | None = best.steps
    while step is not None:
        steps.append(step)
        step = step.before
    steps.reverse()
    return steps


def _through(readings: list[_Reading], paragraph: list[MarkToken | Break], start: int) -> list[_Reading]:
    """The readings after one more paragraph, cheapest first. Most paragraphs can be read without any cost."""
    free = _follow(readings, paragraph, start, 0)
    if free and not free[0].stack and free[0].cost == readings[0].cost:
        return free[:1]
    return _follow(readings, paragraph, start, _MARGIN)


def _follow(readings: list[_Reading], paragraph: list[MarkToken | Break], start: int, margin: int) -> list[_Reading]:
    most = MAX_READINGS if len(paragraph) <= MAX_CAREFUL else 1
    limit = readings[0].cost + margin
    for sign in paragraph:
        found: dict[tuple[str, int, bool], _Reading] = {}
        for reading in readings:
            for after in _at_mark(reading, sign, start) if isinstance(sign, MarkToken) else _at_break(reading, sign):
                if margin or after.cost <= limit:
                    key = (after.stack, after.waiting, after.is_due)
                    known = found.get(key)
                    if known is None or after.cost < known.cost:  # of readings that go on alike the cheapest
                        found[key] = after
        if isinstance(sign, Break):
            start = sign.end
        if len(found) == 1:
            readings = list(found.values())
            continue
        readings = sorted(found.values(), key=lambda reading: reading.cost)[:most]
        if not readings:
            return readings
        limit = readings[0].cost + margin
        while readings[-1].cost > limit:
            readings.pop()
    return readings


def _dropped(reading: _Reading, end: int) -> _Reading:
    """Everything that is open is given up as not closed; its words end at `end`."""
    if not reading.stack:
        return reading
    cost = reading.cost + _UNCLOSED * len(reading.stack)
    return _Reading(cost, "", _Steps(reading.steps, _DROP, end))


def _at_break(reading: _Reading, sign: Break) -> Iterator[_Reading]:
    stack = reading.stack
    if not stack:
        yield reading
        return
    yield _dropped(reading, sign.start)
    is_due = reading.waiting > 0 and reading.is_due
    if not sign.is_hard:
        cost = reading.cost + (_LINE_END if sign.is_sentence_end else 0)
        yield _Reading(cost, stack, reading.steps, reading.waiting if is_due else len(stack), is_due)
    elif not is_due:  # otherwise no mark of the last paragraph belonged to it
        yield _Reading(reading.cost + 1, stack, reading.steps, len(stack), True)


def _at_mark(reading: _Reading, mark: MarkToken, paragraph: int) -> Iterator[_Reading]:
    stack, cost, steps = reading.stack, reading.cost, reading.steps
    waiting = reading.waiting
    if waiting:
        if mark.is_first and mark.key == stack[-waiting]:
            depth = len(stack) - waiting
            yield _Reading(cost, stack, _Steps(steps, _CONTINUE, mark.start, mark, depth), waiting - 1, reading.is_due)
        if reading.is_due and waiting == len(stack):
            cost, steps = cost + _BARE, _Steps(steps, _BARE_START, paragraph)
        elif reading.is_due:
            cost += _NOT_REOPENED
    if mark.close < NEVER:
        yield from _closed(stack, cost + mark.close, steps, mark)
    if mark.open < NEVER and len(stack) < MAX_LEVEL:
        yield from _opened(stack, cost + mark.open, steps, mark)
    if mark.skip < NEVER:
        is_sure = mark.is_ending and SINGLE.isdisjoint(stack)  # there is nothing that it could close
        yield _Reading(cost if is_sure else cost + mark.skip, stack, steps)
    elif mark.open < NEVER and len(stack) >= MAX_LEVEL:
        yield _Reading(cost + 1, stack, steps)
    elif mark.open == NEVER and (mark.close == NEVER or mark.key in SINGLE):
        yield _Reading(cost + _STRANGE, stack, steps)


def _opened(stack: str, cost: int, steps: _Steps, mark: MarkToken) -> Iterator[_Reading]:
    """A quotation within the innermost one, or in its place where that has the same marks and was never closed."""
    price = 0
    if stack and (stack[-1] in SINGLE) == (mark.key in SINGLE):
        price = _SAME_LEVEL if stack[-1] == mark.key else _MIXED_KINDS
    if price == _SAME_LEVEL:
        given_up = _Steps(steps, _DROP, mark.start, depth=len(stack) - 1)
        yield _Reading(cost + _UNCLOSED, stack, _Steps(given_up, _OPEN, mark.start, mark))
    yield _Reading(cost + price, stack + mark.key, _Steps(steps, _OPEN, mark.start, mark))


def _closed(stack: str, cost: int, steps: _Steps, mark: MarkToken) -> Iterator[_Reading]:
    """The quotations that a mark may close, and with each of them what is open within; or it closes none."""
    for depth in range(len(stack) - 1, -1, -1):
        price = closing_cost(stack[depth], mark)
        if price < NEVER:
            price += _UNCLOSED * (len(stack) - 1 - depth)
            yield _Reading(cost + price, stack[:depth], _Steps(steps, _CLOSE, mark.end, mark, depth))
    if mark.key not in SINGLE:
        yield _Reading(cost + _UNOPENED, stack, _Steps(steps, _STRAY, mark.start, mark))


# -- What the cheapest reading says ------------------------------------------------------------------------------------


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

    def take(self, step: _Steps) -> None:
        mark = step.mark
        if mark is not None:
            self.count(mark)
            sign = self.text[mark.start : mark.end]
            if step.what == _OPEN:
                self.open(mark, sign)
            elif step.what == _CLOSE:
                self.give_up(step.depth + 1, mark.start)
                self.close(mark, sign)
            elif step.what == _CONTINUE:
                self.stack[step.depth].continued.append(mark.start)
            else:
                self.problem(MarkProblemKind.UNOPENED, mark.start, mark.end, f"this {sign} closes no quotation")
        elif step.what == _BARE_START:
            outermost = self.stack[0]
            message = f"this paragraph goes on with a quotation but does not open with {outermost.sign}"
            self.problem(MarkProblemKind.BARE_PARAGRAPH, step.place, step.place + 1, message, outermost.mark.start)
        elif step.what == _DROP:
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


def shows_quotation(words: str) -> bool:
    """Whether quotation marks show that some of the words are quoted: whether `infer_form` says anything but indirect.

    A mark that can only open a quotation says so at once.
    """
    return _SURELY_OPENS.search(words) is not None or infer_form(words) is not QuoteKind.INDIRECT


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
