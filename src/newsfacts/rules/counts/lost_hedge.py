"""N02: a stated value that has lost the hedge of its words."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity, Skipped
from newsfacts.model import Count, Document, Unreadable
from newsfacts.rules.rule import Context, Example, Rule
from newsfacts.values.quantity import Comparator, Quantity


class LostHedge(Rule):
    """A declared value keeps the hedge of its words.

    What it checks:
        Where the words of a count say "at least", "about" or the like, the `value=` beside them says so too.

    Why:
        "At least 12" is true of 15, and 12 is not. A hedge that is lost on the way into a table turns a careful
        statement into a false one. No reader of numbers keeps hedges, so this happens in every project.

    Instead:
        Write the value with its sign: `>=12` for "at least 12", `~40` for "about 40"; or leave `value=` out, since
        the words already say it.

    Fix:
        Unsafe: it writes the value as the words say it, which changes what the annotation states.
    """

    code = "N02"
    name = "lost-hedge"
    severity = Severity.ERROR
    looks_at = (Count,)
    fix_class = Applicability.UNSAFE
    VALID = (
        Example('[At least 12]{.count value=">=12"} people died.'),
        Example("[12]{.count value=12} people died."),
        Example("[At least 12]{.count} people died."),
    )
    INVALID = (
        Example(
            "[At least 12]{.count value=12} people died.",
            at="value=12",
            message="the words say “At least 12”, but the value is exactly 12",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for count in document.counts:
            if not isinstance(count.declared, Quantity):
                continue
            read = count.read
            if isinstance(read, Unreadable):
                yield self.skip(document, count, f"the words “{count.text}” cannot be read as a quantity")
            elif is_exact(count.declared) and not is_exact(read) and count.declared.stated == read.stated:
                yield self.finding(
                    document,
                    count,
                    f"the words say “{count.text}”, but the value is exactly {count.declared.stated}",
                    key="value",
                    help=f"write value={read}, or leave the value out",
                )


def is_exact(quantity: Quantity) -> bool:
    """Whether a quantity states its number without any hedge."""
    return quantity.comparator is Comparator.EXACTLY


