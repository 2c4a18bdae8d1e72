"""G02, reported by `newsfacts ground`. A quotation is in one of the sources."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, GroundingRule


class QuotationNotFound(GroundingRule):
    """A quotation is in one of the sources.

    What it checks:
        No source has the words, or one has only a part of them. Up to three words that no one is said to have
        spoken may be a title or a word used at a distance, and are left out.

    Why:
        Language models make up quotations that sound right, and people remember them wrongly.

    Instead:
        Quote words that a source has, or add the source that these come from.

    Fix:
        None: which words are right is for a person to decide, with the source in hand.
    """

    code = "G02"
    name = "quotation-not-found"
    severity = Severity.WARNING
    VALID: Examples = (
        Example(
            "“We will rebuild the bridge next spring,” Klein said.",
            files={"source.txt": "“We will rebuild the bridge next spring,” Peter Klein said."},
        ),
    )
    INVALID: Examples = (
        Example(
            "“We will rebuild the bridge next spring,” Klein said.",
            at="“We will rebuild the bridge next spring,”",
            message="“We will rebuild the bridge next spring,”: no source has these words",
            files={"source.txt": "Peter Klein opened the market on Monday."},
        ),
    )
