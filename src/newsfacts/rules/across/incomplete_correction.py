"""X09: a correction that leaves open what was corrected."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.rules.needs import corrections
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule, key_place


class IncompleteCorrection(Rule):
    """A correction says what was wrong, what is right, and where.

    What it checks:
        Every entry under `corrections:` has `was`, `now` and `where`.

    Why:
        "This story has been corrected" helps no one who has read the wrong number. Agencies ask of a correction that it
        says what was wrong and where it was; and only then can a check tell which change it is about.

    Instead:
        Write `corrections: [{date: 2025-03-12, was: 17 people, now: 16 people, where: first paragraph}]`.

    Fix:
        None: only a person knows what was corrected.
    """

    code = "X09"
    name = "incomplete-correction"
    severity = Severity.WARNING
    needs: Needs = (corrections,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\ncorrections: [{date: 2025-03-12, was: 17 people, now: 16 people, where: first "
            "paragraph}]\n---\n\n16 people died."
        ),
        Example("---\nnewsfacts: 1\nupdated: 2025-03-12\n---\n\n16 people died."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\ncorrections: [{date: 2025-03-12, now: 16 people}]\n---\n\n16 people died.",
            at="corrections",
            message="the correction of 2025-03-12 does not say what was wrong or where it was",
        ),
        Example(
            "---\nnewsfacts: 1\ncorrections: [{was: 17 people, where: first paragraph}]\n---\n\n16 people died.",
            at="corrections",
            message="a correction does not say what is right",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for correction in document.corrections:
            missing = [
                words
                for value, words in (
                    (correction.was, "what was wrong"),
                    (correction.now, "what is right"),
                    (correction.where, "where it was"),
                )
                if not value
            ]  # fmt: skip
            if missing:
                which = f"the correction of {correction.date}" if correction.date else "a correction"
                yield self.finding(
                    document, key_place(document, "corrections"), f"{which} does not say {' or '.join(missing)}",
                    help="give was:, now: and where:",
                )  # fmt: skip
