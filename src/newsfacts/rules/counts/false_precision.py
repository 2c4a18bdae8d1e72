"""N21: about, and then every digit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, ProfileNames, Rule
from newsfacts.statements import statements
from newsfacts.values.quantities.quantity import Comparator

_APPROXIMATE = frozenset({Comparator.ABOUT, Comparator.CLOSE_TO, Comparator.NEARLY, Comparator.JUST_OVER})


class FalsePrecision(Rule):
    """What is said to be approximate is round.

    What it checks:
        A number after "about", "nearly" or the like has fewer than `digits` significant digits, or ends in 5.

    Why:
        "About 1,437" says at once that the number is known to the last digit and that it is not. One of the two words
        is wrong; often it is an exact figure that got its "about" in editing.

    Instead:
        Say "1,437" or "about 1,400". A figure that was converted from another unit is rounded after converting.

    Fix:
        None: the text is never changed.
    """

    code = "N21"
    name = "false-precision"
    severity = Severity.INFO
    looks_at: Kinds = (Count,)
    default = False
    profiles: ProfileNames = ("strict", "newsroom")
    OPTIONS: Options = MappingProxyType(
        {"digits": Option(3, "from how many significant digits on a number is too precise to be approximate")}
    )
    VALID: Examples = (
        Example("[About 1,400 homes]{.count} have no water."),
        Example("[1,437 homes]{.count} have no water."),
        Example("[About 365 days]{.count} passed."),
    )
    INVALID: Examples = (
        Example(
            "[About 1,437 homes]{.count} have no water.",
            at="About 1,437 homes",
            message="“About 1,437 homes” is approximate and given to 4 digits",
        ),
        Example(
            "It weighs [nearly 12.34 tonnes]{.count}.",
            at="nearly 12.34 tonnes",
            message="“nearly 12.34 tonnes” is approximate and given to 4 digits",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        limit = context.option(self, "digits")
        for statement in statements(document):
            value = statement.value
            if value.comparator not in _APPROXIMATE or value.stated is None or not value.granularity:
                continue
            steps = str(abs(Fraction(value.stated) / value.granularity)).partition("/")[0].rstrip("0")
            if len(steps) >= limit and not steps.endswith("5"):
                yield self.finding(
                    document,
                    statement.count,
                    f"“{statement.count.text}” is approximate and given to {len(steps)} digits",
                    help="round the number, or take out the word that makes it approximate",
                )
