"""G09, reported by `newsfacts ground`. The source that is cited for something has it."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, GroundingRule


class OtherSource(GroundingRule):
    """The source that is cited for something has it.

    What it checks:
        With `--require-source`, a claim is looked for in the source that it cites, and this one does not have
        it while another one does.

    Why:
        A citation that leads to the wrong source costs whoever follows it more than none.

    Instead:
        Cite the source that has it.

    Fix:
        None: which words are right is for a person to decide, with the source in hand.
    """

    code = "G09"
    name = "other-source"
    severity = Severity.WARNING
    VALID: Examples = (
        Example(
            "The bridge opened in 2019 [source.txt](source.txt).", files={"source.txt": "The bridge opened in 2019."}
        ),
    )
    INVALID: Examples = (
        Example(
            "The bridge opened in 2019 [other.txt](other.txt).",
            at="2019",
            message="“2019”: the source that is cited (other.txt) does not have it; source.txt does",
            files={"source.txt": "The bridge opened in 2019."},
        ),
    )
