"""N16: percent where percentage points are meant."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts._changes import changes, changes_or_points, is_named_so, points_change
from newsfacts.rules.counts._departures import departure
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.exact import size_of
from newsfacts.values.quantities.prose import say, say_number
from newsfacts.values.quantities.quantity import QuantityKind


class PercentForPoints(Rule):
    """Percent and percentage points are kept apart.

    What it checks:
        A `value=` in percent does not go with words in percentage points, nor the other way round. Where a text
        gives a change with the two levels that it leads from and to, all in percent, the change is not the
        difference of the two called percent.

    Why:
        From 20 percent to 25 percent is 5 percentage points, and 25 percent more. It is the commonest slip with
        numbers that style guides warn of.

    Instead:
        Say "percentage points", or give the relative change.

    Fix:
        Unsafe: it writes a declared value as the words say it. The text itself is never changed.
    """

    code = "N16"
    name = "percent-for-points"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (changes_or_points,)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example("It rose [5 percentage points]{.count} from [20 percent]{.count} to [25 percent]{.count}."),
        Example("It rose [25 percent]{.count}, from [20 percent]{.count} to [25 percent]{.count}."),
        Example("It rose [5 percent]{.count} from [200 homes]{.count} to [210 homes]{.count}."),
        Example("It rose [5 points]{.count value=5pp}."),
    )
    INVALID: Examples = (
        Example(
            "It rose [5 percent]{.count} from [20 percent]{.count} to [25 percent]{.count}.",
            at="5 percent",
            message="“5 percent” is said about a change from 20 percent to 25 percent, which is 5 percentage points",
        ),
        Example(
            "It rose [5 percentage points]{.count value=5%}.",
            at="value=5%",
            message="the words “5 percentage points” say 5 percentage points, but the value is 5 percent",
            fixed='It rose [5 percentage points]{.count value="5pp"}.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, declared, read in differing(document, Difference.PERCENT_AND_POINTS):
            message = f"the words “{count.text}” say {say(read)}, but the value is {say(declared)}"
            yield departure(self, document, count, read, message)
        for change in changes(document):
            points = points_change(change)
            if change.size.kind is not QuantityKind.PERCENT or points is None or change.size.stated is None:
                continue
            if size_of(points) == size_of(change.size.stated) and not is_named_so(change, context.policy):
                yield self.finding(
                    document,
                    change.count,
                    f"“{change.count.text}” is said about a change from {say(change.start)} to {say(change.end)}, "
                    f"which is {say_number(size_of(points))} percentage points",
                    help="say percentage points, or give the relative change",
                    labels=(
                        *self.label(document, change.start_count, "from here"),
                        *self.label(document, change.end_count, "to here"),
                    ),
                )
