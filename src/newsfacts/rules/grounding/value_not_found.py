"""G06, reported by `newsfacts ground`. A number or a date is in one of the sources."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, GroundingRule


class ValueNotFound(GroundingRule):
    """A number or a date is in one of the sources.

    What it checks:
        No source has it in a sentence about the same thing. Sums and differences of figures that the sources
        have are left out, and so are numbers in lists, names and citations.

    Why:
        A figure that no source has is where a reader's trust is lost first.

    Instead:
        Add the source of the figure, or leave the figure out.

    Fix:
        None: which words are right is for a person to decide, with the source in hand.
    """

    code = "G06"
    name = "value-not-found"
    severity = Severity.WARNING
    VALID: Examples = (Example("The city has 31 schools.", files={"source.txt": "There are 31 schools in the city."}),)
    INVALID: Examples = (
        Example(
            "The city has 31 schools.",
            at="31 schools",
            message="“31 schools”: no source has this number in a sentence about the same thing",
            files={"source.txt": "The mayor opened the market."},
        ),
    )
