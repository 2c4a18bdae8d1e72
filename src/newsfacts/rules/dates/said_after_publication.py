"""D10: words that were said after they were published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Claim, Document, Quote
from newsfacts.rules.needs import dated_statements, publication
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.statements import day_of
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import TimeInterval


class SaidAfterPublication(Rule):
    """What is quoted was said before it was published.

    What it checks:
        `said=` of a quote, a claim or an attribution is not after the day of publication, or of the last change where
        the document gives that.

    Why:
        No one can quote what has not been said. Either the date of the words or the date of the document is wrong.

    Instead:
        Correct the date; write `updated:` where the words were added after the first publication.

    Fix:
        None: which of the two dates is wrong is for a person to see.
    """

    code = "D10"
    name = "said-after-publication"
    severity = Severity.ERROR
    looks_at: Kinds = (Quote, Claim, Attribution)
    needs: Needs = (publication, dated_statements)
    VALID: Examples = (
        Example("---\nnewsfacts: 1\npublished: 2024-05-05\n---\n[“No,”]{.quote said=2024-05-05} she said."),
        Example(
            "---\nnewsfacts: 1\npublished: 2024-05-05\nupdated: 2024-05-07\n---\n[“No,”]{.quote said=2024-05-06} "
            "she said."
        ),
        Example("---\nnewsfacts: 1\npublished: 2024-05-05\n---\n[“No,”]{.quote said=2024-05} she said."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\npublished: 2024-05-05\n---\n[“No,”]{.quote said=2024-05-06} she said.",
            at="“No,”",
            message="this quote is dated 6 May 2024, after its publication on 5 May 2024",
        ),
        Example(
            "---\nnewsfacts: 1\npublished: 2024-05-05\n---\n[[She]{.source} [said]{.cue} [no]{.claim}]{.attribution "
            "said=2025}.",
            at="[She]{.source} [said]{.cue} [no]{.claim}",
            message="this attribution is dated 2025, after its publication on 5 May 2024",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        last = last_published(document)
        if last is None:
            return
        told: set[int] = set()
        for annotation in document.derived(dated_statements):
            said = annotation.said
            if not isinstance(said, TimeInterval) or not is_after(said, last):
                continue
            if isinstance(annotation, Attribution) and any(id(content) in told for content in annotation.contents):
                continue
            told.add(id(annotation))
            yield self.finding(
                document,
                annotation,
                f"this {annotation.KIND} is dated {say_time(said)}, after its publication on {say_time(last)}",
                help="correct the one that is wrong, or write updated: where the words were added later",
            )


def date_of(date: dt.date) -> dt.date:
    """The day of a date or a moment."""
    return date.date() if isinstance(date, dt.datetime) else date


def last_published(document: Document) -> TimeInterval | None:
    """The day on which a document was published or, later, updated."""
    dates = [date_of(date) for date in (document.published, document.updated) if date is not None]
    return day_of(max(dates)) if dates else None


def is_after(said: TimeInterval, last: TimeInterval) -> bool:
    """Whether something was said on a later day."""
    return said.lower is not None and last.upper is not None and said.lower >= last.upper
