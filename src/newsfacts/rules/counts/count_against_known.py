"""N25: a count that does not agree with what is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Count, Document, Known, Measure, MeasureKind, Time, Unreadable
from newsfacts.rules.counts.conflicting_counts import speaks_of_another_moment
from newsfacts.rules.needs import what_is_known
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.statements import Statement, day_of, is_disputed, statements_of
from newsfacts.text.english import is_english
from newsfacts.text.spans import Span
from newsfacts.values.comparison import Agreement, Comparison
from newsfacts.values.quantities.compare import compare
from newsfacts.values.quantities.interval import Interval
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.times.times import TimeInterval

_NEAR = 25
"""How many code points away from a count a date may be the count's own."""

MAX_KNOWN = 20
"""With how many known values of its measure a count is compared."""

_CLAUSE = re.compile(r"[.;:!?\n]")

_BOOK = (
    "---\nnewsfacts: 1\npublished: 2024-07-04\nmeasures: {met: {label: meetings of the two, unit: meeting, kind: "
    "tally}}\n"
    'known: [{of: met, value: "%s", as_of: %s, source: "https://example.org/list"}]\n---\n'
)


class CountAgainstKnown(Rule):
    """A count agrees with what a factbook knows of its measure.

    What it checks:
        A count is compared with every value under `known:` for its measure that holds at the same time. The count's
        time is its `as_of=`, or else the date of publication. Of a measure of the kind tally, a later count may be
        larger and an earlier one smaller; of any other, values for different times are not compared. What someone else
        is quoted as saying is a warning, and what the text denies or rebuts itself is left alone.

    Why:
        A desk looks a number up once and writes it into the factbook. From then on every article is checked against it.

    Instead:
        Correct the count, or bring the factbook up to date.

    Fix:
        None: no number is ever changed by itself.
    """

    code = "N25"
    name = "count-against-known"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (what_is_known,)
    VALID: Examples = (
        Example(_BOOK % (">=40", "2024-07-04") + "They met [approximately 40 times]{.count of=met}."),
        Example(_BOOK % ("40", "2023-01") + "They met [52 times]{.count of=met}."),
        Example(_BOOK % ("40", "2024-07") + "By [2019]{.time}, they had met [30 times]{.count of=met}."),
        Example(_BOOK % ("40", "2024-07") + "It is their [second in two months]{.count of=met}."),
        Example(
            _BOOK % ("40", "2024-07") + "[They met [52 times]{.count of=met}]{.claim polarity=negative} was the answer."
        ),
    )
    INVALID: Examples = (
        Example(
            _BOOK % (">=50", "2024-07") + "They met [exactly 40 times]{.count of=met}.",
            at="exactly 40 times",
            message="“exactly 40 times” says exactly 40, but for “meetings of the two” at least 50 is known "
            "(as of 2024-07, from https://example.org/list)",
        ),
        Example(
            _BOOK % ("42", "2024-07")
            + "[[Roe]{.source} [said]{.cue} [they met [60 times]{.count of=met}]{.claim}]{.attribution}.",
            at="60 times",
            message="“60 times” says 60, but for “meetings of the two” 42 is known (as of 2024-07, from "
            "https://example.org/list)",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        if not document.factbook.known:
            return
        stated = statements_of(document)
        for id, values in document.derived(known_values).items():
            for number, statement in enumerate(stated.get(id, ())):
                count = statement.count
                if number == 0 and len(values) > MAX_KNOWN:
                    yield self.skip(document, count, f"of {len(values):,} known values only {MAX_KNOWN} are compared")
                if count.scope is None and not isinstance(count.as_of, Unreadable) and not is_disputed(document, count):
                    yield from self.compare(document, context, statement, values[:MAX_KNOWN])

    def compare(
        self, document: Document, context: Context, statement: Statement, values: Sequence[Known]
    ) -> Iterator[Finding | Skipped]:
        """Compare one count with what is known of its measure."""
        count, measure = statement.count, statement.measure
        assert measure is not None  # it is a statement of one
        for known in values:
            assert isinstance(known.value, Quantity)  # the others are left out
            found = compare(statement.value, known.value, context.policy, one_measure=True)
            serious = found.verdict is Agreement.CONTRADICTION
            if not serious and not (
                found.verdict is Agreement.TENSION and are_apart(statement.value, known.value, context)
            ):
                continue
            when = time_of(document, count)
            if known.as_of is not None and when is None:
                yield self.skip(document, count, f"nothing says when “{count.text}” held, and what is known has a date")
            elif holds_then(measure, known, when, is_below(found)):
                yield self.report(document, statement, known, found, serious=serious)

    def report(
        self, document: Document, statement: Statement, known: Known, found: Comparison, *, serious: bool
    ) -> Finding:
        """The finding at a count that does not agree."""
        assert isinstance(known.of, Measure)  # the caller looked
        assert isinstance(known.value, Quantity)
        about = [f"as of {known.as_of}"] if known.as_of is not None else []
        about += [f"from {known.source}"] if known.source else []
        more = f" ({', '.join(about)})" if about else ""
        return self.finding(
            document,
            statement.count,
            f"“{statement.count.text}” says {say(statement.value)}, but for “{known.of.name}” {say(known.value)} is "
            f"known{more}",
            help=f"{found.because} Correct the count, or bring the factbook up to date",
            severity=Severity.ERROR if serious and not statement.voice else Severity.WARNING,
        )


def known_values(document: Document) -> dict[str, list[Known]]:
    """The known quantities of each measure, by its id."""
    found: dict[str, list[Known]] = {}
    for known in document.factbook.known:
        if isinstance(known.of, Measure) and isinstance(known.value, Quantity):
            found.setdefault(known.of.id, []).append(known)
    return found


def time_of(document: Document, count: Count) -> TimeInterval | None:
    """When a count holds: its own date, that of its clause, or else the day of publication."""
    if isinstance(count.as_of, TimeInterval):
        return count.as_of
    when = date_beside(document, count)
    if not is_english(document.reading_language):
        return when  # whether the words speak of another moment is known in English only
    if when is None and document.published is not None and not speaks_of_another_moment(document, count):
        return day_of(document.published)
    return when


def date_beside(document: Document, count: Count) -> TimeInterval | None:
    """The date of the same clause right next to a count: "by 2019, they had met 30 times"."""
    if not count.spans:
        return None
    start, end = count.spans[0].start, count.spans[-1].end
    nearby = document.spans.overlapping(Span(max(0, start - _NEAR), min(len(document.text), end + _NEAR)))
    for time in nearby:
        if not isinstance(time, Time) or not isinstance(value := time.value, TimeInterval):
            continue
        first, last = time.spans[0].start, time.spans[-1].end
        gap = document.text[last:start] if last <= start else document.text[end:first] if end <= first else None
        if gap is not None and not _CLAUSE.search(gap):
            return value
    return None


def is_below(found: Comparison) -> bool:
    """Whether the count, which was compared first, is the lower of the two."""
    left, right = found.left, found.right
    return left.high is not None and (right.high is None or left.high < right.high)


def are_apart(value: Quantity, known: Quantity, context: Context) -> bool:
    """Whether a gap lies between what two values mean: "more than 40" and 40 touch each other, and writers mix them."""
    one, other = (closed(q.core(context.policy)) for q in (value, known))
    return not one.meets(other)


def closed(interval: Interval) -> Interval:
    """An interval with its ends."""
    return Interval(interval.low, interval.high)


def holds_then(measure: Measure, known: Known, when: TimeInterval | None, below: bool) -> bool:
    """Whether a known value says something about a count of that time: at the same time always, else a tally's only."""
    at = known.as_of
    if at is None or when is None:
        return at is None
    if not isinstance(at, TimeInterval):
        return False
    if at.overlaps(when):
        return True
    if measure.kind is not MeasureKind.TALLY:
        return False
    later = at.upper is not None and when.lower is not None and when.lower >= at.upper
    return below if later else not below
