"""S18: a value that cannot be read as what its field takes."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class UnreadableValueRule(ReaderRule):
    """A value can be read as what its field takes.

    What it checks:
        A quantity is in canonical form and a date in EDTF, or either in English words that can mean only one thing;
        a number is a number, an address is complete, there is one id where one is taken, and no table where a value
        is needed. What cannot be read is kept as written.

    Why:
        A value that no one can read takes part in no comparison, so it hides what it was written for.

    Instead:
        Write quantities as 40, ~40, >=12, 18..25, 4.2% or "USD 3.5e9", and dates as 2024, 2024-07 or 2024-07-04.

    Fix:
        None: what the value was meant to be is for a person to see.
    """

    code = "S18"
    name = "unreadable-value"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("[About forty]{.count value=~40} came [in July]{.time value=2024-07}."),
        # Words need no canonical form.
        Example("[Dozens]{.count} came [yesterday]{.time}."),
        Example('[They]{.count value="two million"} came [then]{.time value="4 July 2024"}.'),
    )
    INVALID: Examples = (
        Example(
            "They came [then]{.time value=4/7/2024}.",
            at="value=4/7/2024",
            message="'4/7/2024' is not a date in EDTF such as 2024-07-04",
        ),
        Example(
            "[“No”]{.quote said=yesterday}, she said.",
            at="said=yesterday",
            message="'yesterday' is not a date in EDTF such as 2024-07-04",
        ),
        Example(
            "---\nnewsfacts: 1\npublished: 4 July\n---\n\nThe mayor resigned.",
            at="4 July",
            message="'4 July' is not a date such as 2024-07-04",
        ),
    )
