"""C07: a label and a number that do not say the same."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Verdict
from newsfacts.rules.claims._reviews import FALSE_WORDS, TRUE_WORDS
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, Rule

_SCALE = MappingProxyType({"scale": {"True": 5, "Half true": 3, "False": 1}})


class LabelContradictsRating(Rule):
    """The label and the number of a verdict say the same.

    What it checks:
        "True", "correct" and the like do not have the worst number of the scale, nor "false", "wrong" and the like the
        best. One label has one number on one scale throughout a document. Where the option `scale` gives the number of
        each label, that is the one.

    Why:
        People read the label, machines the number. When they differ, a search engine shows "false" for what was found
        true.

    Instead:
        Correct the number, or the label.

    Fix:
        None: which of the two is meant is the reviewer's decision.
    """

    code = "C07"
    name = "label-contradicts-rating"
    severity = Severity.ERROR
    looks_at: Kinds = (Verdict,)
    OPTIONS: Options = MappingProxyType(
        {"scale": Option({}, 'the number of each label, such as {"False" = 1, "True" = 5}')}
    )
    VALID: Examples = (
        Example("[It rained]{.claim #k}. [True]{.verdict of=k rating=5 best=5 worst=1}."),
        Example("[It rained]{.claim #k}. [Mostly true]{.verdict of=k rating=1 best=5 worst=1}."),
        Example("[It rained]{.claim #k}. [Half true]{.verdict of=k rating=3 best=5 worst=1}.", options=_SCALE),
    )
    INVALID: Examples = (
        Example(
            "[It rained]{.claim #k}. [True]{.verdict of=k rating=1 best=5 worst=1}.",
            at="True",
            message="“True” has the rating 1, which is the worst of the scale",
        ),
        Example(
            "[It rained]{.claim #k}. [Mixed]{.verdict of=k rating=3 best=5}. [It froze]{.claim #l}. "
            "[mixed]{.verdict of=l rating=2 best=5}.",
            at="mixed",
            message="“mixed” has the rating 2 here, and 3 on line 1",
        ),
        Example(
            "[It rained]{.claim #k}. [Half true]{.verdict of=k rating=4 best=5 worst=1}.",
            options=_SCALE,
            at="Half true",
            message="“Half true” has the rating 4, but the scale gives it 3",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if not document.verdicts:
            return
        scale = {label.casefold(): Decimal(str(number)) for label, number in context.option(self, "scale").items()}
        first: dict[tuple[object, ...], Verdict] = {}
        for verdict in document.verdicts:
            if not isinstance(verdict.rating, Decimal) or is_off_scale(verdict, verdict.rating):
                continue
            found = self.contradiction(document, verdict, scale, first)
            if found is not None:
                yield found

    def contradiction(
        self, document: Document, verdict: Verdict, scale: dict[str, Decimal], first: dict[tuple[object, ...], Verdict]
    ) -> Finding | None:
        """What is wrong with one verdict, compared with those before it."""
        label, rating = verdict.words.strip().casefold(), verdict.rating
        wanted = scale.get(label)
        if wanted is not None:
            if rating == wanted:
                return None
            return self.finding(
                document, verdict, f"“{verdict.words}” has the rating {rating}, but the scale gives it {wanted}"
            )
        for words, end, name in ((TRUE_WORDS, verdict.worst, "worst"), (FALSE_WORDS, verdict.best, "best")):
            if label in words and rating == end and verdict.best != verdict.worst:
                return self.finding(
                    document, verdict, f"“{verdict.words}” has the rating {rating}, which is the {name} of the scale"
                )
        other = first.setdefault((label, str(verdict.best), str(verdict.worst), verdict.by), verdict)
        place = document.place(other)
        if other.rating == rating or place is None:
            return None
        message = f"“{verdict.words}” has the rating {rating} here, and {other.rating} on line {place.position.line}"
        return self.finding(
            document, verdict, message, labels=self.label(document, other, f"rated {other.rating} here")
        )


def is_off_scale(verdict: Verdict, rating: Decimal) -> bool:
    """Whether a rating lies outside its scale: C05 says so."""
    best, worst = verdict.best, verdict.worst
    return (isinstance(worst, Decimal) and rating < worst) or (isinstance(best, Decimal) and rating > best)
