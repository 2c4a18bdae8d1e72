"""N20: at most where the words say at least."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.counts_of_note import counts_of_note, declared_counts
from newsfacts.rules.fixing import rewrite
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.prose import say


class ReversedBound(Rule):
    """A declared bound points the way that its words do.

    What it checks:
        Where the words of a count give an upper bound ("as many as 40", "under 40"), their `value=` is not a
        lower bound, and the other way round.

    Why:
        "As many as 40" sounds like a great many and says that it is not more. Turned into "at least 40" it becomes the
        opposite statement, and the next report that gives 30 seems to be wrong.

    Instead:
        Write the value with the sign that the words have: `<=?40` for "as many as 40", `>=40` for "at least 40".

    Fix:
        Unsafe: it writes the value as the words say it, which changes what the annotation states.
    """

    code = "N20"
    name = "reversed-bound"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, declared_counts)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example('[As many as 40 people]{.count value="<=?40"} are missing.'),
        Example('[At least 40 people]{.count value=">=40"} are missing.'),
    )
    INVALID: Examples = (
        Example(
            '[As many as 40 people]{.count value=">=40"} are missing.',
            at="As many as 40 people",
            message="the words “As many as 40 people” give an upper bound, but the value is a lower one, at least 40",
            fixed='[As many as 40 people]{.count value="<=?40 people"} are missing.',
        ),
        Example(
            '[More than 40 people]{.count value="<=40"} are missing.',
            at="More than 40 people",
            message="the words “More than 40 people” give a lower bound, but the value is an upper one, at most 40",
            fixed='[More than 40 people]{.count value=">40 people"} are missing.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, declared, read in differing(document, Difference.REVERSED_BOUND):
            given, stored = ("an upper", "a lower") if read.low is None else ("a lower", "an upper")
            yield self.finding(
                document,
                count,
                f"the words “{count.text}” give {given} bound, but the value is {stored} one, {say(declared)}",
                help=f'write value="{read}", or leave the value out',
                fix=rewrite(document, count, read),
            )
