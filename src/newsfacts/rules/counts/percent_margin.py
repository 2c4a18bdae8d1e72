"""N18: a margin of error in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.patterns import lazy_pattern
from newsfacts.rules.counts_of_note import counts_in_percent, counts_of_note
from newsfacts.rules.needs import speaks_of_margin
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, Rule
from newsfacts.rules.wording import before
from newsfacts.statements import statements
from newsfacts.values.quantities.quantity import QuantityKind

_MARGIN = lazy_pattern(
    r"\bmargins? of (?:sampling )?error\b[^.;!?\d]{0,40}\Z|\bmargins? of (?:sampling )?error (?:\w+ ){0,4}\Z",
    re.IGNORECASE,
)
_SIGN = lazy_pattern(r"plus[ -]or[ -]minus|±|\+/-|\+/−", re.IGNORECASE)

_IN_PARTS = (QuantityKind.PERCENT, QuantityKind.POINTS)


class PercentMargin(Rule):
    """A margin of error is given in percentage points.

    What it checks:
        A count right after "margin of error" is in percentage points. With the option `plus_minus`, it also has "plus
        or minus" before it or within it.

    Why:
        A margin of 3 percent of a share of 50 percent would be 1.5 points. AP asks for "plus or minus 3 percentage
        points"; 2 of 20 margins in PolNeAR's articles are given in percent.

    Instead:
        Say "percentage points".

    Fix:
        None: the text is never changed.
    """

    code = "N18"
    name = "percent-margin"
    severity = Severity.WARNING
    needs_english = True
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, counts_in_percent, speaks_of_margin)
    OPTIONS: Options = MappingProxyType({"plus_minus": Option(False, "whether “plus or minus” is asked for too")})
    VALID: Examples = (
        Example("The margin of error is plus or minus [4.9 percentage points]{.count}."),
        Example("Within the margin of error, [42 percent]{.count} back her."),
        Example("The margin of error was ignored by [42 percent]{.count} of the papers."),
    )
    INVALID: Examples = (
        Example(
            "The poll has a margin of error of [4.9 percent]{.count}.",
            at="4.9 percent",
            message="the margin of error is given as “4.9 percent”, but it is a matter of percentage points",
        ),
        Example(
            "The margin of sampling error is plus or minus [3 percent]{.count}.",
            at="3 percent",
            message="the margin of error is given as “3 percent”, but it is a matter of percentage points",
        ),
        Example(
            "The margin of error is [3 percentage points]{.count}.",
            at="3 percentage points",
            message="the margin of error “3 percentage points” has no plus or minus",
            options={"plus_minus": True},
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        wants_sign = context.option(self, "plus_minus")
        for count, kind in margins(document):
            if kind is QuantityKind.PERCENT:
                yield self.finding(
                    document,
                    count,
                    f"the margin of error is given as “{count.text}”, but it is a matter of percentage points",
                    help="say percentage points",
                )
            elif wants_sign and not (_SIGN.search(count.text) or _SIGN.search(before(document, count))):
                yield self.finding(
                    document,
                    count,
                    f"the margin of error “{count.text}” has no plus or minus",
                    help="say plus or minus before it",
                )


def margins(document: Document) -> Iterator[tuple[Count, QuantityKind]]:
    """The counts that are a margin of error, in percent or in points ("4.5 points" is a number with that unit)."""
    if not document.derived(speaks_of_margin):
        return
    for statement in statements(document):
        value = statement.value
        if not statement.count.spans or not (value.kind in _IN_PARTS or value.unit in ("point", "points")):
            continue
        found = _MARGIN.search(before(document, statement.count, 90))
        if found is not None and is_linked(found[0]):
            yield statement.count, value.kind


def is_linked(words: str) -> bool:
    """Whether the words from "margin of error" on lead to the margin: "for the poll is plus or minus"."""
    rest = words.lower().rpartition("error")[2].strip(" (")
    if not rest:
        return True
    last = rest.split()[-1]
    return last in ("of", "is", "was", "at", "minus", "about", "around", "±", "+/-", "roughly", "approximately", "to")
