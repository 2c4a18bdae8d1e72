"""G05, reported by `newsfacts ground`. A number has the unit that the source gives it."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, GroundingRule


class OtherUnit(GroundingRule):
    """A number has the unit that the source gives it.

    What it checks:
        The source has the same number about the same thing, and it is of another unit or currency, or the
        size of a change where the text has a level.

    Why:
        Percent for percentage points, dollars for euros, “fell by” for “fell to”: the digits are right and
        the statement is wrong.

    Instead:
        Write the unit of the source, and convert the number where you change it.

    Fix:
        None: which words are right is for a person to decide, with the source in hand.
    """

    code = "G05"
    name = "other-unit"
    severity = Severity.WARNING
    VALID: Examples = (
        Example(
            "Turnout rose by five percentage points.", files={"source.txt": "Turnout rose by five percentage points."}
        ),
    )
    INVALID: Examples = (
        Example(
            "Turnout rose by five percentage points.",
            at="five percentage points",
            message="“five percentage points”: the values cannot be compared: a percentage is relative and percentage points are absolute",
            files={"source.txt": "Turnout rose by 5 percent."},
        ),
    )
