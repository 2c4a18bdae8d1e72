"""N03: a declared value with a hedge that its words do not have."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.counts_of_note import counts_of_note, declared_counts
from newsfacts.rules.fixing import rewrite
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.prose import say


class AddedHedge(Rule):
    """A declared value has no hedge that its words lack.

    What it checks:
        Where the words of a count give a bare number, their `value=` is not `~12`, `>=12` or a range.

    Why:
        A hedge is part of what a text says. One that is added afterwards makes the text look more careful than it
        was, and hides a contradiction with another number.

    Instead:
        Write the bare number, or take the words of the hedge into the span where they are next to it.

    Fix:
        Unsafe: it writes the value as the words say it.
    """

    code = "N03"
    name = "added-hedge"
    severity = Severity.WARNING
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, declared_counts)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example('[About 12 people]{.count value="~12"} died.'),
        Example('[Exactly 12 people]{.count value="==12"} died.'),
    )
    INVALID: Examples = (
        Example(
            'About [12 people]{.count value="~12"} died.',
            at='value="~12"',
            message="the words “12 people” have no hedge, but the value is about 12",
            fixed='About [12 people]{.count value="12 people"} died.',
        ),
        Example(
            '[12 people]{.count value="10..14"} died.',
            at='value="10..14"',
            message="the words “12 people” have no hedge, but the value is 10 to 14",
            fixed='[12 people]{.count value="12 people"} died.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, declared, read in differing(document, Difference.ADDED_HEDGE):
            yield self.finding(
                document,
                count,
                f"the words “{count.text}” have no hedge, but the value is {say(declared)}",
                key="value",
                help=f'write value="{read}", or take the words of the hedge into the span',
                fix=rewrite(document, count, read),
            )
