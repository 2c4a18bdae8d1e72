"""N23: a count whose words say no number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.errors import UnreadableKind
from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Count, Document, Unreadable
from newsfacts.rules.counts_of_note import counts_of_note, unreadable_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_OF_OTHER_RULES = (UnreadableKind.REVERSED, UnreadableKind.NOT_ONE_NUMERAL)
"""What N04 and N08 report."""
_JOINT = re.compile(r"\band\b|[,;](?!\d)")
"""Between two numbers: they are two counts."""


class UnreadableCount(Rule):
    """The words of a count can be read as one quantity, or `value=` says what they mean.

    What it checks:
        A count without `value=` has words that state one number, one range or one vague word such as "dozens". Where the
        words state a number in a way that is not read, such as a score, this is information.

    Why:
        A count without a number is compared with nothing, so that a contradiction stays unseen. Often the span is too
        long and has two numbers, or too short and has none.

    Instead:
        Let the span begin and end with the number and what it counts. Where the words only refer to a number ("the
        toll"), write the number: `[the toll]{.count value=12}`.

    Fix:
        None: which number is meant is for a person to say.
    """

    code = "N23"
    name = "unreadable-count"
    severity = Severity.WARNING
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, unreadable_counts)
    VALID: Examples = (
        Example("[Twelve people]{.count} died."),
        Example("[The toll]{.count value=12} did not rise."),
        Example("[Dozens]{.count} were hurt."),
    )
    INVALID: Examples = (
        Example(
            "[The toll]{.count} did not rise.",
            at="The toll",
            message="“The toll” cannot be read as a quantity: it states no number",
        ),
        Example(
            "[12 dead and 5 wounded]{.count} were found.",
            at="12 dead and 5 wounded",
            message="“12 dead and 5 wounded” cannot be read as a quantity: it states more than one number (5 is "
            "another); "
            "annotate one of them",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for count, read in document.derived(unreadable_counts):
            if count.lost is not None:
                continue
            if read.kind is UnreadableKind.LANGUAGE:
                yield self.skip(document, count, read.reason)
            elif read.kind not in _OF_OTHER_RULES:
                yield self.finding(
                    document,
                    count,
                    f"“{count.text}” cannot be read as a quantity: {read.reason}",
                    help="let the span have one number and what it counts, or say the number with value=",
                    severity=None if is_surely_wrong(count.text, read) else Severity.INFO,
                )


def is_surely_wrong(words: str, read: Unreadable) -> bool:
    """Whether the span is at fault, and not perhaps a way of writing numbers that is not read, such as a score."""
    if read.kind is UnreadableKind.SEVERAL:
        return _JOINT.search(words) is not None
    return read.kind is UnreadableKind.NO_VALUE
