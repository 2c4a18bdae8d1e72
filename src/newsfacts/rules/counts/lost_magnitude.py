"""N06: a value that is a thousand or a million times off."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.counts_of_note import counts_of_note, declared_counts
from newsfacts.rules.fixing import rewrite
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.quantities.prose import say


class LostMagnitude(Rule):
    """Thousands, millions and billions reach the value, at both ends of a range.

    What it checks:
        A declared value does not differ from its words by a whole magnitude. In "10 to 20 billion" the billion
        belongs to both numbers.

    Why:
        Million for billion is the classic slip of newsrooms, and no reader of numbers carries the magnitude back to
        the first end of a range.

    Instead:
        Write `10e9..20e9`, or leave `value=` out.

    Fix:
        Unsafe: it writes the value as the words say it.
    """

    code = "N06"
    name = "lost-magnitude"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, declared_counts)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example("It costs [10 to 20 billion]{.count value=10e9..20e9}."),
        Example("It holds [3.5 million]{.count value=3500000}."),
    )
    INVALID: Examples = (
        Example(
            "It costs [10 to 20 billion]{.count value=10..20e9}.",
            at="value=10..20e9",
            message="the words “10 to 20 billion” say 10,000,000,000 to 20,000,000,000, but the value is "
            "10 to 20,000,000,000",
            fixed='It costs [10 to 20 billion]{.count value="10e9..20e9"}.',
        ),
        Example(
            "It holds [3.5 million]{.count value=3.5}.",
            at="value=3.5",
            message="the words “3.5 million” say 3,500,000, but the value is 3.5",
            fixed='It holds [3.5 million]{.count value="3.5e6"}.',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, declared, read in differing(document, Difference.LOST_MAGNITUDE):
            yield self.finding(
                document,
                count,
                f"the words “{count.text}” say {say(read)}, but the value is {say(declared)}",
                key="value",
                help=f'write value="{read}": the magnitude counts for every number of the phrase',
                fix=rewrite(document, count, read),
            )
