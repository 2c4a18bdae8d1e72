"""N19: a lead that the margin of error does not bear out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Count, Document
from newsfacts.rules.counts.percent_margin import margins
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule
from newsfacts.rules.wording import sentence
from newsfacts.statements import Statement, statements
from newsfacts.values.quantities.exact import size_of
from newsfacts.values.quantities.prose import say_number
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind

_LEADS = re.compile(
    r"\b(?:leads?|leading|led|is ahead|are ahead|was ahead|beats?|beating|tops|trails?|trailing)\b", re.IGNORECASE
)
_CAREFUL = re.compile(
    r"\b(?:slight(?:ly)?|narrow(?:ly)?|about even|within the margin|statistical|tied?|dead heat)\b", re.IGNORECASE
)


class LeadWithinMargin(Rule):
    """Who is said to lead a poll leads by more than the margin of error.

    What it checks:
        In a text that gives a margin of error, a sentence with two shares and a word such as "leads" has a difference
        of the two that is at least the margin. Between two margins of one text it could not be checked.

    Why:
        The margin holds for each of the two shares. AP: below the margin the two are about even, up to twice the
        margin one is slightly ahead, beyond that one leads.

    Instead:
        Say "about even" or "slightly ahead".

    Fix:
        None: the text is never changed.
    """

    code = "N19"
    name = "lead-within-margin"
    severity = Severity.WARNING
    needs_english = True
    looks_at: Kinds = (Count,)
    default = False
    profiles: ProfileNames = ("newsroom",)
    VALID: Examples = (
        Example(
            "Roe leads Doe by [48 percent]{.count} to [40 percent]{.count}. The margin of error is [3 percentage "
            "points]{.count}."
        ),
        Example(
            "Roe and Doe are about even, with Roe leading [43 percent]{.count} to [42 percent]{.count}. The margin "
            "of error is "
            "[3 percentage points]{.count}."
        ),
    )
    INVALID: Examples = (
        Example(
            "Roe leads Doe by [43 percent]{.count} to [41 percent]{.count}. The margin of error is plus or minus "
            "[4.5 points]{.count}.",
            at="43 percent",
            message="“43 percent” and “41 percent” are 2 points apart, which the margin of error of 4.5 points does "
            "not bear out as a lead",
        ),
        Example(
            "Roe leads Doe by [43 percent]{.count} to [41 percent]{.count}. The margin of error is [3 percentage "
            "points]{.count}.",
            at="43 percent",
            message="“43 percent” and “41 percent” are 2 points apart, which the margin of error of 3 points does "
            "not bear "
            "out as a lead",
        ),
        Example(
            "The margin of error is plus or minus [4 points]{.count value=4pp}. Doe trails Roe, [40%]{.count} to "
            "[43%]{.count}.",
            at="40%",
            message="“40%” and “43%” are 3 points apart, which the margin of error of 4 points does not bear out "
            "as a lead",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        found = [(count, bound) for count, _ in margins(document) if (bound := stated(count)) is not None]
        if not found:
            return
        _, narrow = min(found, key=lambda one: size_of(one[1]))
        wide, widest = max(found, key=lambda one: size_of(one[1]))
        for one, two, gap in document.derived(leads):
            if gap >= size_of(widest):
                continue
            if gap >= size_of(narrow):
                yield self.skip(
                    document, one, "the text has several margins of error, and it is not known which one holds"
                )
                continue
            yield self.finding(
                document,
                one,
                f"“{one.text}” and “{two.text}” are {say_number(gap)} points apart, which the margin of error of "
                f"{say_number(size_of(narrow))} points does not bear out as a lead",
                help="say about even",
                labels=self.label(document, wide, "the margin of error"),
            )


def leads(document: Document) -> tuple[tuple[Count, Count, int | Fraction], ...]:
    """Each two shares in one sentence of which it says that one side leads, and how far apart they are."""
    around_error = {id(count) for count, _ in margins(document)}
    shares = [s for s in statements(document) if is_share(s) and id(s.count) not in around_error]
    found: list[tuple[Count, Count, int | Fraction]] = []
    for one, two in itertools.pairwise(shares):
        first, second = stated(one.count), stated(two.count)
        start, end = sentence(document, one.count)
        if first is None or second is None or two.count.spans[0].start >= end or one.count.of is not two.count.of:
            continue
        words = document.text[start:end]
        if _LEADS.search(words) and not _CAREFUL.search(words):
            found.append((one.count, two.count, size_of(first - second)))
    return tuple(found)


def is_share(statement: Statement) -> bool:
    """Whether a count is the share of one side in a poll."""
    return (
        statement.value.kind is QuantityKind.PERCENT
        and statement.value.change is Change.NONE
        and bool(statement.count.spans)
    )


def stated(count: Count) -> int | Fraction | None:
    """The one number that a count states; None where there is no such."""
    value = count.value
    return value.stated if isinstance(value, Quantity) else None
