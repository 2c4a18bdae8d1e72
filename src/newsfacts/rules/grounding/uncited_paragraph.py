"""G08, reported by `newsfacts ground`. A paragraph with something to check cites a source."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, GroundingRule


class UncitedParagraph(GroundingRule):
    """A paragraph with something to check cites a source.

    What it checks:
        With `--require-source`, each paragraph that has a quotation, a number or a date must have a citation
        (`[1]`, a footnote, a link) that leads to one of the sources.

    Why:
        A reader who cannot see where a figure comes from cannot check it.

    Instead:
        Cite a source in the paragraph.

    Fix:
        None: which words are right is for a person to decide, with the source in hand.
    """

    code = "G08"
    name = "uncited-paragraph"
    severity = Severity.WARNING
    VALID: Examples = (Example("The bridge opened in 2019 [1].", files={"source.txt": "The bridge opened in 2019."}),)
    INVALID: Examples = (
        Example(
            "The bridge opened in 2019.",
            at="2019",
            message="“2019”: this paragraph states one thing to check, and it cites no source",
            files={"source.txt": "The bridge opened in 2019."},
        ),
    )
