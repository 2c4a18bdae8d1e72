"""N17: a change that does not lead from the one level to the other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts._changes import StatedChange, changes, points_change
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.comparison import Agreement, Comparison
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.arithmetic import check_difference, check_percent_change
from newsfacts.values.quantities.exact import size_of
from newsfacts.values.quantities.prose import say, say_number
from newsfacts.values.quantities.quantity import QuantityKind


class ChangeArithmetic(Rule):
    """A change follows from the two levels that are given with it.

    What it checks:
        Where a text gives the size of a change and both levels ("rose 27 percent, from 30 million to 38 million"), the
        three fit together, each with the rounding it is stated with.

    Why:
        Percentages are worked out by hand and in a hurry, and often from the wrong base: from 30 to 38 million is 27
        percent more, and 8 million of 38 are 21 percent.

    Instead:
        Divide the difference by the old value.

    Fix:
        None: which of the three numbers is wrong is for a person to see.
    """

    code = "N17"
    name = "change-arithmetic"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (changes,)
    VALID: Examples = (
        Example("Sales rose [27 percent]{.count} from [30 million]{.count} to [38 million]{.count}."),
        Example("Sales rose [26.7 percent]{.count} to [38 million]{.count} from [30 million]{.count}."),
        Example("The share fell by [1.5 percentage points]{.count} from [5.5 percent]{.count} to [4 percent]{.count}."),
        Example("[21 percent]{.count} of all flights from [30 airports]{.count} to [38 cities]{.count} were late."),
    )
    INVALID: Examples = (
        Example(
            "Sales went from [30 million]{.count} to [38 million]{.count}, [up 21%]{.count}.",
            at="up 21%",
            message="“up 21%” does not fit: from 30,000,000 to 38,000,000 is a rise of about 26.7 percent",
        ),
        Example(
            "The share fell by [2.5 percentage points]{.count} from [5.5 percent]{.count} to [4 percent]{.count}.",
            at="2.5 percentage points",
            message="“2.5 percentage points” does not fit: from 5.5 percent to 4 percent is a fall of 1.5 "
            "percentage points",
        ),
        Example(
            "Membership grew by [40]{.count} from [205]{.count} to [265]{.count}.",
            at="40",
            message="“40” does not fit: from 205 to 265 is a rise of 60",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for change in changes(document):
            found = compare_change(change, context.policy)
            if found is None or found.verdict is not Agreement.CONTRADICTION or is_percent_for_points(change):
                continue
            yield self.finding(
                document,
                change.count,
                f"“{change.count.text}” does not fit: from {say(change.start)} to {say(change.end)} is "
                f"{outcome(change, found)}",
                help="see which of the three numbers is wrong",
                labels=(
                    *self.label(document, change.start_count, "from here"),
                    *self.label(document, change.end_count, "to here"),
                ),
            )


def compare_change(change: StatedChange, policy: Policy) -> Comparison | None:
    """What arithmetic says about a change; None where its size is of a kind that says nothing about the levels."""
    if change.size.kind is QuantityKind.PERCENT:
        return check_percent_change(change.start, change.end, change.size, policy)
    if change.size.kind in (QuantityKind.POINTS, QuantityKind.BASIS_POINTS):
        return check_difference(change.start, change.size, change.end, policy)
    if change.size.kind is change.start.kind:
        return check_difference(change.start, change.size, change.end, policy)
    return None


def is_percent_for_points(change: StatedChange) -> bool:
    """Whether the slip is the one of N16: percentage points that are called percent."""
    points = points_change(change)
    if points is None or change.size.kind is not QuantityKind.PERCENT:
        return False
    return size_of(points) == size_of(change.size.stated or 0)


def outcome(change: StatedChange, found: Comparison) -> str:
    """The change that the two levels give, in words."""
    start, end = change.start.stated, change.end.stated
    if start is None or end is None or not start:
        return f"a change of {found.left.words()}" if found.left is not None else "another change"
    word = "rise" if end > start else "fall" if end < start else "change"
    difference = size_of(end - start)
    if change.size.kind is QuantityKind.PERCENT:
        percent = Fraction(difference) * 100 / size_of(start)
        rounded = Fraction(round(percent * 10), 10)
        return f"a {word} of {'' if rounded == percent else 'about '}{say_number(plain(rounded))} percent"
    if change.size.kind is QuantityKind.BASIS_POINTS:
        return f"a {word} of {say_number(difference * 100)} basis points"
    suffix = " percentage points" if change.size.kind is QuantityKind.POINTS else ""
    return f"a {word} of {say_number(difference)}{suffix}"


def plain(value: Fraction) -> int | Fraction:
    """An int where the value is whole."""
    return value.numerator if value.denominator == 1 else value
