"""C13: a review that is older than the claim."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Verdict
from newsfacts.rules.dates.said_after_publication import is_after, last_published
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule
from newsfacts.values.times.times import TimeInterval


class ReviewBeforeClaim(Rule):
    """No claim is rated before it was made.

    What it checks:
        The `date` of a verdict is not wholly before the `said` of the claim or quote that it rates (or of its
        attribution). Dates are compared as exactly as they are given.

    Why:
        One of the two dates is wrong. Often the day of the article has been taken for the day of the claim.

    Instead:
        Correct the wrong date.

    Fix:
        None: which date is wrong is for a person to find out.
    """

    code = "C13"
    name = "review-before-claim"
    severity = Severity.ERROR
    looks_at: Kinds = (Verdict,)
    VALID: Examples = (
        Example("[It rained]{.claim #k said=2025-05-02}. [False]{.verdict of=k date=2025-05-02}."),
        Example("[It rained]{.claim #k said=2025-05}. [False]{.verdict of=k date=2025-05-01}."),
    )
    INVALID: Examples = (
        Example(
            "[It rained]{.claim #k said=2025-05-02}. [False]{.verdict of=k date=2025-05-01}.",
            at="False",
            message="this verdict is of 2025-05-01, but the claim was only made on 2025-05-02",
        ),
        Example(
            "[[She]{.source} [said]{.cue} [it rained]{.claim #k}]{.attribution said=2025-05}. [False]{.verdict "
            "of=k date=2024}.",
            at="False",
            message="this verdict is of 2024, but the claim was only made on 2025-05",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        published = last_published(document)
        for verdict in document.verdicts:
            claim = verdict.of
            if claim is None or not isinstance(verdict.date, TimeInterval):
                continue
            attribution = document.attribution_of(claim)
            said = claim.said or (attribution.said if attribution else None)
            if not isinstance(said, TimeInterval) or (published is not None and is_after(said, published)):
                continue  # said after publication: D10 says so
            end, start = verdict.date.outer.upper, said.outer.lower
            if end is not None and start is not None and end <= start:
                message = f"this verdict is of {verdict.date}, but the claim was only made on {said}"
                yield self.finding(
                    document,
                    verdict,
                    message,
                    help="correct the wrong date",
                    labels=self.label(document, claim, f"said on {said}"),
                )
