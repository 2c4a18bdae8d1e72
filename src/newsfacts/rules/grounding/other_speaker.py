"""G07, reported by `newsfacts ground`. A quotation is attributed to the person who said it."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, GroundingRule


class OtherSpeaker(GroundingRule):
    """A quotation is attributed to the person who said it.

    What it checks:
        The text names the speaker next to the quotation, and so does the source, by its own attribution or
        because it is a transcript; and they share no part of their names.

    Why:
        Words in the wrong mouth are a wrong quotation, even where every word is right.

    Instead:
        Attribute the words to the person whom the source names.

    Fix:
        None: which words are right is for a person to decide, with the source in hand.
    """

    code = "G07"
    name = "other-speaker"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("“The worst is over,” Klein said.", files={"source.txt": "“The worst is over,” said Peter Klein."}),
    )
    INVALID: Examples = (
        Example(
            "“The worst is over,” Weiss said.",
            at="“The worst is over,”",
            message="“The worst is over,”: the source has these words, and they are said by Peter Klein, not by Weiss",
            files={"source.txt": "“The worst is over,” said Peter Klein."},
        ),
    )
