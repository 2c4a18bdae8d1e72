"""N22: two counts of one thing that cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Count, Document, Time
from newsfacts.rules.counts._changes import changes
from newsfacts.rules.counts_of_note import clashing_measures, counts_of_note
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import after, before, sentence
from newsfacts.statements import Statement, is_disputed, same_moment, statements_of
from newsfacts.text.english import is_english
from newsfacts.text.spans import Span
from newsfacts.values.comparison import Agreement
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.compare import compare
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import QuantityKind

MAX_COMPARED = 40
"""With how many different earlier counts of its measure a count is compared."""

_OTHER_MOMENT_BEFORE = re.compile(
    r"\b(?:from|than|against|versus|vs\.?|after|compared (?:with|to)|down to|up "
    r"to|to|previous(?:ly)?|earlier|initial(?:ly)?|"
    r"original(?:ly)?|first|once|formerly|until)\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)
_OTHER_MOMENT_AFTER = re.compile(
    r"\s*(?:\w+\s+){0,3}(?:ago|earlier|before|previously|last|the previous|in \d{4}|by \d{4}|initially|at first)\b",
    re.IGNORECASE,
)

_MEETINGS = "---\nnewsfacts: 1\nmeasures: {met: {label: meetings of the two, unit: meeting}}\n---\n"


class ConflictingCounts(Rule):
    """Counts of one measure agree within a document.

    What it checks:
        Two counts of the same measure, for the same `scope` and moment and stated by the same voice, can both be true.
        An ordinal does not go beyond the number ("their 50th meeting" and "40 times"). A count that the document
        corrects, updates or rebuts itself is left alone.

    Why:
        A number that is changed in the lead and not in the twelfth paragraph is the commonest error that readers
        report.

    Instead:
        Correct one of the two. Where they hold for different moments or places, say so with `as_of=` and `scope=`; where
        one replaces the other, write `corrects=` or `updates=`.

    Fix:
        None: which of the two is right is for a person to see.
    """

    code = "N22"
    name = "conflicting-counts"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, clashing_measures)
    VALID: Examples = (
        Example(
            _MEETINGS + "They met [about 40 times]{.count of=met}. Of the [42 meetings]{.count of=met}, two failed."
        ),
        Example(
            _MEETINGS + "They met [40 times]{.count of=met as_of=2020}, and later [52 times]{.count of=met as_of=2024}."
        ),
        Example(_MEETINGS + "The number rose from [40]{.count of=met} to [52]{.count of=met}."),
        Example(
            _MEETINGS
            + "They met [40 times]{.count of=met}. [[Roe]{.source} [says]{.cue} it was [52 times]{.count of=met}]"
            "{.attribution}."
        ),
        Example(
            _MEETINGS + "It is their [second in two months]{.count of=met}. They met [40 times]{.count of=met} in all."
        ),
        Example(
            _MEETINGS + "[17 meetings]{.count #old of=met} were reported. It was [16]{.count of=met corrects=old}."
        ),
    )
    INVALID: Examples = (
        Example(
            _MEETINGS + "They met [42 times]{.count of=met}. In all, there were [45 meetings]{.count of=met}.",
            at="45 meetings",
            message="“45 meetings” says 45, but “42 times” on line 5 says 42 of the same: meetings of the two",
        ),
        Example(
            _MEETINGS + 'It was their [50th meeting]{.count of=met}. They have met [40 times]{.count value="==40" '
            "of=met} so far.",
            at="40 times",
            message="“40 times” says exactly 40, but “50th meeting” on line 5 says 50th of the same: meetings "
            "of the two",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        clashing = document.derived(clashing_measures)
        for id, stated in statements_of(document).items():
            if len(stated) < 2 or id not in clashing:
                continue
            groups: dict[Hashable, list[Statement]] = {}
            for statement in stated:
                if not is_disputed(document, statement.count):
                    groups.setdefault((statement.voice, statement.count.scope), []).append(statement)
            for group in groups.values():
                if len(group) > 1:
                    yield from self.compare_all(document, group, context.policy)

    def compare_all(self, document: Document, group: list[Statement], policy: Policy) -> Iterator[Finding | Skipped]:
        """Compare each count with the earlier ones; one that conflicts is reported once."""
        seen: list[Statement] = []  # of each value and date the first
        keys: set[Hashable] = set()
        for statement in group:
            for earlier in seen:
                if not conflict(earlier, statement, policy) or is_update(document, earlier, statement):
                    continue
                moment = is_one_moment(document, earlier.count, statement.count)
                if moment is False:
                    continue
                if moment is None:
                    yield self.skip(
                        document, statement.count, f"it does not say whether it holds when “{earlier.count.text}” does"
                    )
                else:
                    yield self.report(document, earlier, statement)
                break
            key = (statement.value, statement.count.as_of)
            if len(seen) < MAX_COMPARED and key not in keys:
                keys.add(key)
                seen.append(statement)

    def report(self, document: Document, earlier: Statement, statement: Statement) -> Finding:
        """The finding at the second of two counts."""
        measure = statement.measure
        place = document.place(earlier.count)
        line = f" on line {place.position.line}" if place is not None else ""
        return self.finding(
            document,
            statement.count,
            f"“{statement.count.text}” says {say(statement.value)}, but “{earlier.count.text}”{line} says "
            f"{say(earlier.value)} "
            f"of the same: {measure.name if measure else ''}",
            help="correct one of the two, or say with as_of= and scope= when and where each holds",
            labels=self.label(document, earlier.count, "the other count"),
        )


def conflict(one: Statement, other: Statement, policy: Policy) -> bool:
    """Whether two counts of one measure cannot both be true of one moment."""
    if one.value == other.value:
        return False
    kinds = (one.value.kind, other.value.kind)
    if kinds == (QuantityKind.ORDINAL, QuantityKind.ORDINAL):
        return False  # the second and the third meeting are two meetings
    for ordinal, number in ((one.value, other.value), (other.value, one.value)):
        if ordinal.kind is QuantityKind.ORDINAL and number.kind is QuantityKind.NUMBER:
            most = number.outer(policy).high
            same_series = ordinal.window == number.window and ordinal.streak == number.streak and not ordinal.streak
            return same_series and ordinal.stated is not None and most is not None and ordinal.stated > most
    return compare(one.value, other.value, policy, one_measure=True).verdict is Agreement.CONTRADICTION


def is_update(document: Document, one: Statement, other: Statement) -> bool:
    """Whether the document itself relates the two, or a change leads from one to the other."""
    return frozenset((id(one.count), id(other.count))) in document.derived(updates)


def updates(document: Document) -> frozenset[frozenset[int]]:
    """The pairs of counts, by identity, that a change leads between or that the document relates."""
    changed = (frozenset((id(change.start_count), id(change.end_count))) for change in changes(document))
    related = (frozenset((id(relation.source), id(relation.target))) for relation in document.relations)
    return frozenset((*changed, *related))


def is_one_moment(document: Document, one: Count, other: Count) -> bool | None:
    """Whether two counts surely hold for one moment; None where that cannot be said."""
    said = same_moment(one, other)
    if said is not True or one.as_of is not None:
        return said
    if not is_english(document.reading_language):
        return None  # "von 40 auf 52": the words that distinguish two moments are known in English only
    if any(speaks_of_another_moment(document, count) for count in (one, other)):
        return False
    times = [times_beside(document, count) for count in (one, other)]
    return times[0] == times[1]


def speaks_of_another_moment(document: Document, count: Count) -> bool:
    """Whether the words around a count say that it held at another time: "from 40", "40 a year ago"."""
    if not count.spans:
        return False
    return bool(
        _OTHER_MOMENT_BEFORE.search(before(document, count)) or _OTHER_MOMENT_AFTER.match(after(document, count))
    )


def times_beside(document: Document, count: Count) -> frozenset[str]:
    """The dates in the sentence of a count."""
    if not count.spans or not document.times:
        return frozenset()
    around = Span(*sentence(document, count))
    return frozenset(str(found.value) for found in document.spans.overlapping(around) if isinstance(found, Time))
