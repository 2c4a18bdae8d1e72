"""N09: a vague word turned into a number that the house does not give it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from newsfacts.errors import UnreadableValue
from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.counts_of_note import counts_of_note, declared_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, ProfileNames, Rule
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import Quantity


class MappedVagueWord(Rule):
    """A vague word gets the value that the project's table gives it, and no exact number.

    What it checks:
        Where the words of a count are vague ("dozens", "several"), their `value=` is the entry of the
        option `table`, or else a range or a bound within what the policy takes the word to mean.

    Why:
        "Dozens" does not say how many. Two annotators who guess will write 24 and 50, and the same story seems to
        contradict itself.

    Instead:
        Leave `value=` out: the words keep their vagueness. Where a table needs ends, write them into the option
        `table`, such as `dozens = ">=24"`, and use these.

    Fix:
        None: what a vague word is taken to mean is for the project to decide.
    """

    code = "N09"
    name = "mapped-vague-word"
    severity = Severity.WARNING
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, declared_counts)
    default = False
    profiles: ProfileNames = ("strict", "newsroom")
    OPTIONS: Options = MappingProxyType(
        {"table": Option({}, 'vague words and the values they are given, such as dozens = ">=24"')}
    )
    VALID: Examples = (
        Example("[Dozens of people]{.count} came."),
        Example("[Dozens of people]{.count value=24..99} came."),
        Example('[Dozens of people]{.count value="30..60"} came.', options={"table": {"dozens": "30..60"}}),
    )
    INVALID: Examples = (
        Example(
            "[Dozens of people]{.count value=12} came.",
            at="value=12",
            message="the words “Dozens of people” are vague, but the value is exactly 12",
        ),
        Example(
            "[Dozens of people]{.count value=24..99} came.",
            at="value=24..99",
            message="the words “Dozens of people” have the value 30 to 60 in the project's table, but the value here "
            "is 24 to 99",
            options={"table": {"dozens": "30..60"}},
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        table = context.option(self, "table")
        for count, declared, read in differing(document, Difference.MAPPED_VAGUE):
            wanted = entry(table, read)
            if wanted is not None:
                if (wanted.low, wanted.high, wanted.comparator) == (declared.low, declared.high, declared.comparator):
                    continue
                message = f"have the value {say(wanted)} in the project's table, but the value here is {say(declared)}"
            elif declared.stated is not None and declared.low is not None and declared.high is not None:
                message = f"are vague, but the value is exactly {say(declared).removeprefix('exactly ')}"
            elif not declared.core(context.policy).meets(read.outer(context.policy)):
                message = f"mean {read.outer(context.policy).words()} at most, but the value is {say(declared)}"
            else:
                continue
            yield self.finding(
                document,
                count,
                f"the words “{count.text}” {message}",
                key="value",
                help="leave the value out, or use the project's table",
            )


def entry(table: dict[str, Any], read: Quantity) -> Quantity | None:
    """What the project's table says about a vague word; None where it says nothing that can be read."""
    written = table.get(read.vague or "")
    if written is None:
        return None
    try:
        return parse_canonical(str(written))
    except UnreadableValue:
        return None
