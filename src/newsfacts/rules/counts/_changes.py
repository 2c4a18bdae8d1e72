"""Changes that a text states together with their two levels: "rose 5 percent, from 20 to 21 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import attrs

from newsfacts.immutable import frozen
from newsfacts.model import Count, Document
from newsfacts.patterns import lazy_pattern
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.counts_of_note import declared_counts
from newsfacts.rules.wording import before, between, same_sentence
from newsfacts.statements import Statement, statements
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind
from newsfacts.values.quantities.reading.hedges import CHANGE_WORDS

__all__ = ["StatedChange", "changes", "changes_or_points", "direction_of", "is_named_so", "points_change"]

_FROM = lazy_pattern(
    r"(?:,?\s+(?:in|over|within|since|on|during|last|this|a|an|between|compared)\b[^.;!?,\n]{0,40}?)?,?\s+from\s+\Z",
    re.ASCII,
)
_BARE_FROM = lazy_pattern(r"\bfrom\s+\Z")
_TO = lazy_pattern(r"\s+(?:(?:in|on|at|a|an|per|last|this)\s+[^.;!?,\n]{0,30}?)?to\s+\Z")
_THEN = lazy_pattern(r",?\s+(?:(up|down)(?: by)?|an?(?: [\w-]+)? ([a-z]+)(?: of)?)\s+\Z")
_LAST_WORDS = lazy_pattern(r"([A-Za-z]+)(?:\s+(?:by|of|some))?\s+\Z")
_LEVELS = frozenset({
    QuantityKind.NUMBER, QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.SHARE,
})  # fmt: skip


@frozen
class StatedChange:
    """A count that gives the size of a change, and the two counts between which it leads.

    `size.change` is up or down, by the count's own words or by the word before it.
    """

    count: Count
    size: Quantity
    start_count: Count
    start: Quantity
    end_count: Count
    end: Quantity


def changes(document: Document) -> tuple[StatedChange, ...]:
    """The changes that a document states with both levels, in reading order."""
    return document.derived(_changes)


def changes_or_points(document: Document) -> bool:
    """Whether a change may be given in the wrong one of percent and percentage points."""
    return bool(changes(document) or (declared_counts(document) and differing(document, Difference.PERCENT_AND_POINTS)))


def _changes(document: Document) -> tuple[StatedChange, ...]:
    if len(document.counts) < 3 or "from" not in document.text:  # every change between two levels has the word
        return ()
    return tuple(find_changes(document))


def find_changes(document: Document) -> Iterator[StatedChange]:
    """Looks at every three counts that follow each other in one sentence."""
    stated = [s for s in statements(document) if s.count.spans]
    for one, two, three in zip(stated, stated[1:], stated[2:], strict=False):
        first, second = between(document, one.count, two.count), between(document, two.count, three.count)
        if first is None or second is None or not (same_sentence(first) and same_sentence(second)):
            continue
        found: tuple[Statement, Change, Statement, Statement] | None = None
        direction = direction_of(document, one.count, one.value)
        if direction is not None:
            if _FROM.match(first) and _TO.match(second):
                found = one, direction, two, three
            elif first.strip() == "to" and _BARE_FROM.search(second):
                found = one, direction, three, two
        if found is None and _TO.match(first) and _BARE_FROM.search(before(document, one.count)):
            direction = direction_after(three, second)
            if direction is not None:
                found = three, direction, one, two
        if found is not None and comparable(found[2], found[3]):
            size, change, start, end = found
            value = attrs.evolve(size.value, change=change)
            yield StatedChange(size.count, value, start.count, start.value, end.count, end.value)


def direction_of(document: Document, count: Count, value: Quantity) -> Change | None:
    """Up or down, where a count is the size of a change by its own words or by the word before it."""
    if value.change in (Change.UP, Change.DOWN):
        return value.change
    last = _LAST_WORDS.search(before(document, count)) if count.spans else None
    return CHANGE_WORDS.get(last[1].lower()) if last is not None else None


def direction_after(statement: Statement, gap: str) -> Change | None:
    """The same for a count that follows its two levels: "from 30 to 38 million, up 27 percent"."""
    own = statement.value.change
    if own in (Change.UP, Change.DOWN) and gap.strip() in ("", ",", "("):
        return own
    words = _THEN.match(gap)
    return CHANGE_WORDS.get(words[1] or words[2]) if words is not None else None


def comparable(first: Statement, second: Statement) -> bool:
    """Whether two levels are of one thing, as far as the document says."""
    one, other = first.value, second.value
    return (
        first.count.of is second.count.of
        and first.voice == second.voice
        and one.kind is other.kind
        and one.kind in _LEVELS
        and one.currency == other.currency
        and one.per == other.per
    )


def points_change(change: StatedChange) -> int | Fraction | None:
    """The change in percentage points, where both levels are in percent; negative for a fall."""
    if change.start.kind is not QuantityKind.PERCENT or change.start.stated is None or change.end.stated is None:
        return None
    return change.end.stated - change.start.stated


def is_named_so(change: StatedChange, policy: Policy) -> bool:
    """Whether the size is that of the relative change, at least at its widest, or nothing says that it is not."""
    from newsfacts.values.comparison import Agreement
    from newsfacts.values.quantities.arithmetic import check_percent_change

    found = check_percent_change(change.start, change.end, change.size, policy)
    return found.verdict is not Agreement.CONTRADICTION
