"""N01: a declared value that its words do not give."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts._departures import departure
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.counts_of_note import counts_of_note, declared_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.prose import say


class ValueNotInWords(Rule):
    """A declared value is the one that its words state.

    What it checks:
        The number and the hedge in `value=` are those of the words. Lost and added hedges, collapsed ranges, lost
        thousands, changed units and vague words have rules of their own.

    Why:
        Words and value are two records of one fact. Where they differ, one of them was typed wrongly, and whoever
        reads the table sees only the value.

    Instead:
        Leave `value=` out: the words are read. Write it only where they do not say it ("the toll").

    Fix:
        Unsafe: it writes the value as the words say it.
    """

    code = "N01"
    name = "value-not-in-words"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, declared_counts)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example('They met [approximately 40 times]{.count value="~40"}.'),
        Example('[Half]{.count value="50%"} of the voters stayed at home.'),
        Example('[About 40 people]{.count value="36..44"} came.'),
        Example("[The toll]{.count value=12} did not change."),
    )
    INVALID: Examples = (
        Example(
            'They met [approximately 40 times]{.count value="~45"}.',
            at='value="~45"',
            message="the words “approximately 40 times” say about 40, but the value is about 45",
            fixed='They met [approximately 40 times]{.count value="~40 times"}.',
        ),
        Example(
            '[Nearly 300 people]{.count value="~300"} came.',
            at='value="~300"',
            message="the words “Nearly 300 people” say nearly 300, but the value is about 300",
            fixed='[Nearly 300 people]{.count value="<~300 people"} came.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, declared, read in differing(document, Difference.OTHER):
            message = f"the words “{count.text}” say {say(read)}, but the value is {say(declared)}"
            yield departure(self, document, count, read, message)
