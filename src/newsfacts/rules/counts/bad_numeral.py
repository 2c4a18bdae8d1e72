"""N08: number words that make no number."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.errors import UnreadableKind
from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts_of_note import counts_of_note, unreadable_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class BadNumeral(Rule):
    """Number words fit together into one number.

    What it checks:
        The number words of a count follow each other as English lets them: "twenty-three", "two hundred and five".

    Why:
        "Eleven three" is no number. A reader of numbers that adds the two up makes 14 of it, which no one has said.

    Instead:
        Annotate each number as a count of its own, or correct the words where a letter or a comma was lost.

    Fix:
        None: which number is meant is for a person to see.
    """

    code = "N08"
    name = "bad-numeral"
    severity = Severity.ERROR
    needs_english = True
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, unreadable_counts)
    VALID: Examples = (
        Example("[Two hundred and five people]{.count} came."),
        Example("He won [eleven]{.count}, [three]{.count} of them abroad."),
    )
    INVALID: Examples = (
        Example(
            "[Eleven three people]{.count} came.",
            at="Eleven three people",
            message="the number words of “Eleven three people” make no number together",
        ),
        Example(
            "[Twenty twelve]{.count} came.",
            at="Twenty twelve",
            message="the number words of “Twenty twelve” make no number together",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for count, read in document.derived(unreadable_counts):
            if read.kind is UnreadableKind.NOT_ONE_NUMERAL:
                yield self.finding(
                    document,
                    count,
                    f"the number words of “{count.text}” make no number together",
                    help="annotate each number as a count of its own, or correct the words",
                )
