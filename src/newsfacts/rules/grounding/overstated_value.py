"""G04, reported by `newsfacts ground`. A number or a date is no more exact than the source."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, GroundingRule


class OverstatedValue(GroundingRule):
    """A number or a date is no more exact than the source.

    What it checks:
        The source allows more than the text: it hedges or bounds the number, rounds it, or leaves the day or
        the year open.

    Why:
        “At least 12” becomes “12”, “about 40” becomes “40”: each time, something is stated that no one knows.

    Instead:
        Keep the hedge or the bound of the source.

    Fix:
        None: which words are right is for a person to decide, with the source in hand.
    """

    code = "G04"
    name = "overstated-value"
    severity = Severity.WARNING
    VALID: Examples = (
        Example(
            "At least 12 people were injured in the fire.",
            files={"source.txt": "At least 12 people were injured in the fire."},
        ),
    )
    INVALID: Examples = (
        Example(
            "12 people were injured in the fire.",
            at="12 people",
            message="“12 people”: the statement has 12, and the source at least 12; the source allows more than that",
            files={"source.txt": "At least a dozen people were injured in the fire."},
        ),
    )
