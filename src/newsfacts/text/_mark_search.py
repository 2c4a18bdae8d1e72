"""The cheapest way to read all marks of a text: which of them open a quotation, which close one, and which do neither.

A search over the stacks of open quotations with a bounded number of stacks, so that its work is linear in the number of marks. The
costs of what a mark may do in its place come from `_mark_tokens`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from newsfacts.text._mark_tokens import NEVER, SINGLE, Break, MarkToken, closing_costs

__all__ = [
    "DENSE",
    "DENSE_READINGS",
    "MAX_CAREFUL",
    "MAX_DENSE",
    "MAX_LEVEL",
    "MAX_READINGS",
    "Step",
    "StepKind",
    "cheapest",
]

MAX_LEVEL = 10
"""How many quotations may be nested; deeper marks are passed over."""

MAX_READINGS = 8
"""How many readings of a paragraph are followed at the same time."""

MAX_CAREFUL = 300
"""After this many marks in one paragraph only one reading is followed: that many are not written by people."""

MAX_DENSE = 40
DENSE = 4
DENSE_READINGS = 2
"""After more than `MAX_DENSE` marks that have fewer than `DENSE` code points each, only so many are followed."""

_NO_LIMIT = 10**18  # more than any reading of a text costs
_MARGIN = 60  # readings that are so much more costly than the best one are given up
_UNCLOSED = 30
_UNOPENED = 30
_SAME_LEVEL = 20
_BARE = 25
_LINE_END = 3  # a quotation goes on after a line that ends like a paragraph
_MIXED_KINDS = 2  # curly marks within straight ones
_STRANGE = 40  # a sign that nothing explains
_NOT_REOPENED = 4  # an inner quotation that the next paragraph does not open again


class StepKind(Enum):
    """What was decided at a place of the text."""

    BEGIN = auto()
    OPEN = auto()
    CLOSE = auto()
    STRAY = auto()
    CONTINUE = auto()
    BARE_START = auto()
    DROP = auto()


class Step:
    """What was decided last, where, for which mark, at which depth of the stack; and the steps before."""

    __slots__ = ("before", "depth", "mark", "place", "what")

    def __init__(
        self, before: Step | None, what: StepKind, place: int, mark: MarkToken | None = None, depth: int = 0
    ) -> None:
        self.before, self.what, self.place, self.mark, self.depth = before, what, place, mark, depth


class _Reading:
    """One way to read all signs so far: what is open, by its keys, and how many of these wait to be opened again.

    `is_due` says that they wait because a paragraph has ended, and not only a line. `steps` is the chain of what was
    decided, last step first: (before, what, where, argument).
    """

    __slots__ = ("cost", "is_due", "stack", "steps", "waiting")

    def __init__(self, cost: int, stack: str, steps: Step, waiting: int = 0, is_due: bool = False) -> None:
        self.cost, self.stack, self.steps, self.waiting, self.is_due = cost, stack, steps, waiting, is_due


class _Ahead:
    """What may come after a sign: of the readings that go on alike the cheapest, in the order in which the first of them came.

    What costs more than `limit` is not followed. With a margin the limit falls with the cheapest so far, and a place is kept for
    what is over it, as something cheaper may come that goes on alike: the order decides between readings of the same cost.
    """

    __slots__ = ("found", "limit", "margin")

    def __init__(self, limit: int, margin: int) -> None:
        self.limit, self.margin = _NO_LIMIT if margin else limit, margin
        self.found: dict[str | tuple[str, int, bool], _Reading] = {}

    def add(self, reading: _Reading) -> None:
        key = (reading.stack, reading.waiting, reading.is_due) if reading.waiting or reading.is_due else reading.stack
        known = self.found.get(key)
        if reading.cost <= self.limit:
            if known is None or reading.cost < known.cost:
                self.found[key] = reading
                if self.margin and reading.cost + self.margin < self.limit:
                    self.limit = reading.cost + self.margin
        elif known is None and self.margin:
            self.found[key] = _TOO_COSTLY

    def add_closed(self, stack: str, cost: int, steps: Step, mark: MarkToken) -> None:
        """The quotations that a mark may close, and with each of them what is open within.

        There are many of these where nothing closes well, so that none is made that is not followed.
        """
        found, prices = self.found, closing_costs(mark)
        cost -= _UNCLOSED
        for depth in range(len(stack) - 1, -1, -1):
            cost += _UNCLOSED
            price = prices.get(stack[depth])
            if price is not None:
                rest = stack[:depth]
                known = found.get(rest)
                if known is None or cost + price < known.cost:
                    if cost + price <= self.limit:
                        self.add(_Reading(cost + price, rest, Step(steps, StepKind.CLOSE, mark.end, mark, depth)))
                    elif known is None and self.margin:
                        found[rest] = _TOO_COSTLY


_TOO_COSTLY = _Reading(_NO_LIMIT, "", Step(None, StepKind.BEGIN, 0))
"""In place of a reading over the limit."""


def cheapest(signs: Iterable[MarkToken | Break], end: int) -> list[Step]:
    """The steps of the cheapest reading, in order."""
    readings = [_Reading(0, "", Step(None, StepKind.BEGIN, 0))]
    paragraph: list[MarkToken | Break] = []
    start = 0
    for sign in signs:
        paragraph.append(sign)
        if isinstance(sign, Break) and sign.is_hard:
            readings, start = _through(readings, paragraph, start), sign.end
            paragraph = []
    readings = _through(readings, paragraph, start)
    best = min((_dropped(reading, end) for reading in readings), key=lambda reading: reading.cost)
    steps: list[Step] = []
    step: Step | None = best.steps
    while step is not None:
        steps.append(step)
        step = step.before
    steps.reverse()
    return steps


def _through(readings: list[_Reading], paragraph: list[MarkToken | Break], start: int) -> list[_Reading]:
    """The readings after one more paragraph, cheapest first. Most paragraphs can be read without any cost."""
    most = _most_readings(paragraph)
    if most == 1:
        return _follow(readings, paragraph, start, _MARGIN, most)
    free = _follow(readings, paragraph, start, 0, most)
    if free and not free[0].stack and free[0].cost == readings[0].cost:
        return free[:1]
    return _follow(readings, paragraph, start, _MARGIN, most)


def _most_readings(paragraph: Sequence[MarkToken | Break]) -> int:
    """How many readings of a paragraph are followed at the same time."""
    count = len(paragraph)
    if count <= MAX_DENSE:
        return MAX_READINGS
    if count > MAX_CAREFUL:
        return 1
    return DENSE_READINGS if paragraph[-1].end - paragraph[0].start < DENSE * count else MAX_READINGS


def _follow(
    readings: list[_Reading], paragraph: Sequence[MarkToken | Break], start: int, margin: int, most: int
) -> list[_Reading]:
    """The readings after the signs of a paragraph, the `most` cheapest of them; none costs `margin` more than the cheapest."""
    limit = readings[0].cost + margin
    for sign in paragraph:
        ahead = _Ahead(limit, margin)
        for reading in readings:
            if isinstance(sign, MarkToken):
                _add_at_mark(reading, sign, start, ahead)
            else:
                _add_at_break(reading, sign, ahead)
        found = ahead.found
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
    return _Reading(cost, "", Step(reading.steps, StepKind.DROP, end))


def _add_at_break(reading: _Reading, sign: Break, ahead: _Ahead) -> None:
    stack = reading.stack
    if not stack:
        ahead.add(reading)
        return
    ahead.add(_dropped(reading, sign.start))
    is_due = reading.waiting > 0 and reading.is_due
    if not sign.is_hard:
        cost = reading.cost + (_LINE_END if sign.is_sentence_end else 0)
        ahead.add(_Reading(cost, stack, reading.steps, reading.waiting if is_due else len(stack), is_due))
    elif not is_due:  # otherwise no mark of the last paragraph belonged to it
        ahead.add(_Reading(reading.cost + 1, stack, reading.steps, len(stack), True))


def _add_at_mark(reading: _Reading, mark: MarkToken, paragraph: int, ahead: _Ahead) -> None:
    stack, cost, steps = reading.stack, reading.cost, reading.steps
    waiting = reading.waiting
    if waiting:
        if mark.is_first and mark.key == stack[-waiting]:
            depth = len(stack) - waiting
            ahead.add(
                _Reading(
                    cost, stack, Step(steps, StepKind.CONTINUE, mark.start, mark, depth), waiting - 1, reading.is_due
                )
            )
        if reading.is_due and waiting == len(stack):
            cost, steps = cost + _BARE, Step(steps, StepKind.BARE_START, paragraph)
        elif reading.is_due:
            cost += _NOT_REOPENED
    if mark.close < NEVER:
        _add_closed(stack, cost + mark.close, steps, mark, ahead)
    if mark.open < NEVER and len(stack) < MAX_LEVEL:
        _add_opened(stack, cost + mark.open, steps, mark, ahead)
    if mark.skip < NEVER:
        is_sure = mark.is_ending and SINGLE.isdisjoint(stack)  # there is nothing that it could close
        ahead.add(_Reading(cost if is_sure else cost + mark.skip, stack, steps))
    elif mark.open < NEVER and len(stack) >= MAX_LEVEL:
        ahead.add(_Reading(cost + 1, stack, steps))
    elif mark.open == NEVER and (mark.close == NEVER or mark.key in SINGLE):
        ahead.add(_Reading(cost + _STRANGE, stack, steps))


def _add_opened(stack: str, cost: int, steps: Step, mark: MarkToken, ahead: _Ahead) -> None:
    """A quotation within the innermost one, or in its place where that has the same marks and was never closed."""
    price = 0
    if stack and (stack[-1] in SINGLE) == (mark.key in SINGLE):
        price = _SAME_LEVEL if stack[-1] == mark.key else _MIXED_KINDS
    if price == _SAME_LEVEL:
        given_up = Step(steps, StepKind.DROP, mark.start, depth=len(stack) - 1)
        ahead.add(_Reading(cost + _UNCLOSED, stack, Step(given_up, StepKind.OPEN, mark.start, mark)))
    ahead.add(_Reading(cost + price, stack + mark.key, Step(steps, StepKind.OPEN, mark.start, mark)))


def _add_closed(stack: str, cost: int, steps: Step, mark: MarkToken, ahead: _Ahead) -> None:
    """The quotations that a mark may close; or it closes none."""
    ahead.add_closed(stack, cost, steps, mark)
    if mark.key not in SINGLE:
        ahead.add(_Reading(cost + _UNOPENED, stack, Step(steps, StepKind.STRAY, mark.start, mark)))
