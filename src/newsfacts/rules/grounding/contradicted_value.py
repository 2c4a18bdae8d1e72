"""G03, reported by `newsfacts ground`. A number or a date agrees with what the source says about the same thing."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, GroundingRule


class ContradictedValue(GroundingRule):
    """A number or a date agrees with what the source says about the same thing.

    What it checks:
        A sentence of a source is so clearly about the same thing that its number or date must be meant,
        nothing fits both, and no other sentence supports the text. Rounding and hedges are taken as the
        policy says.

    Why:
        A wrong figure is the most common error that is corrected, and the easiest to find before.

    Instead:
        Write what the source has, or name the source that says otherwise.

    Fix:
        None: which words are right is for a person to decide, with the source in hand.
    """

    code = "G03"
    name = "contradicted-value"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("About 40 houses were flooded.", files={"source.txt": "The flood reached 42 houses in the valley."}),
        Example("The blast injured 12 people.", files={"source.txt": "The blast injured 12 people and killed three."}),
    )
    INVALID: Examples = (
        Example(
            "The fire injured 15 people.",
            at="15 people",
            message="“15 people”: the statement has 15, and the source 12; no number fits both",
            files={"source.txt": "The fire injured 12 people."},
        ),
    )
