"""S22: a suppression that suppresses nothing."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class UnusedSuppression(ReaderRule):
    """A suppression suppresses something.

    What it checks:
        Where the rule that a suppression names has run, it has found something there. Rules that did not run are passed
        over.

    Why:
        A suppression that outlives its defect hides the next one at the same place.

    Instead:
        Take it out.

    Fix:
        None: the defect may have moved, and then the suppression should follow it.
    """

    code = "S22"
    name = "unused-suppression"
    severity = Severity.WARNING
    VALID: Examples = (
        Example("The mayor [said,]{.cue}{% ignore A08: our guideline %} no.", beside=("A08",)),
        # The rule did not run.
        Example("The mayor [said]{.cue}{% ignore A08: our guideline %} no."),
    )
    INVALID: Examples = (
        Example(
            "The mayor [said]{.cue}{% ignore A08: our guideline %} no.",
            at="{% ignore A08: our guideline %}",
            message="A08 finds nothing here, so nothing is suppressed",
            beside=("A08",),
        ),
        Example(
            "---\nnewsfacts: 1\nignore: [{rule: A08, reason: our guideline}]\n---\n\nThe mayor [said]{.cue} no.",
            at="",
            message="A08 finds nothing here, so nothing is suppressed",
            beside=("A08",),
        ),
    )
