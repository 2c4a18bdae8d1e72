"""N02: a stated value that has lost the hedge of its words."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity, Skipped
from newsfacts.model import Count, Document, Unreadable
from newsfacts.rules.counts._departures import departure
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.counts_of_note import counts_of_note, declared_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import Quantity


class LostHedge(Rule):
    """A declared value keeps the hedge of its words.

    What it checks:
        Where the words of a count say "at least", "about" or the like, their `value=` says so too.

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
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, declared_counts)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example('[At least 12]{.count value=">=12"} people died.'),
        Example("[12]{.count value=12} people died."),
        Example("[At least 12]{.count} people died."),
        Example("[Only 12]{.count value=12} people died."),
    )
    INVALID: Examples = (
        Example(
            "[At least 12]{.count value=12} people died.",
            at="value=12",
            message="the words say “At least 12”, but the value is exactly 12",
            fixed='[At least 12]{.count value=">=12"} people died.',
        ),
        Example(
            "[About 40 people]{.count value=40} came.",
            at="value=40",
            message="the words say “About 40 people”, but the value is exactly 40",
            fixed='[About 40 people]{.count value="~40 people"} came.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for count in document.counts:
            if isinstance(count.declared, Quantity) and isinstance(count.read, Unreadable):
                yield self.skip(document, count, f"the words “{count.text}” cannot be read as a quantity")
        for count, declared, read in differing(document, Difference.LOST_HEDGE):
            value = say(declared).removeprefix("exactly ")
            message = f"the words say “{count.text}”, but the value is exactly {value}"
            yield departure(self, document, count, read, message)
