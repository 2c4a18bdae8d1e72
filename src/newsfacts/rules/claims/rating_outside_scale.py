"""C05: a rating outside its own scale."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Unreadable, Verdict
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule


class RatingOutsideScale(Rule):
    """The number of a verdict lies within its scale.

    What it checks:
        `rating` is not below `worst` and not above `best`, as far as these are given. A scale that is itself impossible
        is C06's business.

    Why:
        A rating of 6 on a scale from 1 to 5, or of 0 on one from 1, is what readers of ClaimReview drop without a word.

    Instead:
        Correct the number, or the ends of the scale.

    Fix:
        None: which of the numbers is wrong is for the reviewer to see.
    """

    code = "C05"
    name = "rating-outside-scale"
    severity = Severity.ERROR
    looks_at: Kinds = (Verdict,)
    VALID: Examples = (
        Example("[It rained]{.claim #k}. [True]{.verdict of=k rating=5 best=5 worst=1}."),
        Example("[It rained]{.claim #k}. [Mixed]{.verdict of=k rating=2.5}."),
        Example("[It rained]{.claim #k}. [Mixed]{.verdict of=k rating=7 best=1 worst=5}."),
    )
    INVALID: Examples = (
        Example(
            "[It rained]{.claim #k}. [Mostly true]{.verdict of=k rating=6 best=5 worst=1}.",
            at="Mostly true",
            message="the rating 6 of “Mostly true” lies outside the scale from 1 to 5",
        ),
        Example(
            "[It rained]{.claim #k}. [False]{.verdict of=k rating=0 worst=1}.",
            at="False",
            message="the rating 0 of “False” lies outside the scale, whose worst is 1",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for verdict in document.verdicts:
            rating, best, worst = verdict.rating, verdict.best, verdict.worst
            if rating is None or (best is None and worst is None):
                continue
            if any(isinstance(value, Unreadable) for value in (rating, best, worst)):
                yield self.skip(document, verdict, "a number of the rating cannot be read")
                continue
            assert isinstance(rating, Decimal)
            low = worst if isinstance(worst, Decimal) else None
            high = best if isinstance(best, Decimal) else None
            if low is not None and high is not None and high <= low:
                continue
            if (low is not None and rating < low) or (high is not None and rating > high):
                scale = (
                    f" from {low} to {high}"
                    if low is not None and high is not None
                    else (f", whose worst is {low}" if low is not None else f", whose best is {high}")
                )
                yield self.finding(
                    document, verdict, f"the rating {rating} of “{verdict.words}” lies outside the scale{scale}",
                    help="correct the rating, or best= and worst=",
                )  # fmt: skip
