"""D11: reported as past, dated in the future."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Time
from newsfacts.rules.dates._readings import has_year, quote_around
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.times_of_note import future_times, times_of_note
from newsfacts.rules.wording import sentence
from newsfacts.statements import day_of, setting_of
from newsfacts.values.times.prose import say_time

_PAST = re.compile(
    r"\b(?:met|died|was killed|were killed|was born|was arrested|were arrested|was elected|was founded|was "
    r"signed|signed|"
    r"resigned|arrived|visited|voted|won|lost|happened|occurred|took place|collapsed|crashed|exploded|attacked|invaded|"
    r"opened fire|broke out|struck|joined|left|was held|were held)\b"
    r"(?:\s+(?:in|at|here|there|again|with)(?:\s+[\w’'-]+){0,3})?,?\s+(?:on|in|at|last)?\s*\Z",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:may|(?i:will|would|shall|to|plan\w*|schedul\w*|slated|expect\w*|due|set|next|until|before|by|deadline|if|unless|might|"
    r"could|should|when|ahead|forecast\w*|predict\w*|propos\w*|hop\w+|intend\w*|upcoming|again))\b"
)


class PastInFuture(Rule):
    """What is reported as past has happened by the day of publication.

    What it checks:
        A date right after a verb in the past ("they met on 9 May 2024"), in a sentence without any word
        that looks ahead, is not after publication. Only dates with a year, or with a `value=`, are looked at.

    Why:
        A report cannot tell what has not happened. The year or the month of the date is wrong, most often in January.

    Instead:
        Correct the date, or the date of publication.

    Fix:
        None: which of the two is wrong is for a person to see.
    """

    code = "D11"
    name = "past-in-future"
    severity = Severity.ERROR
    needs_english = True
    looks_at: Kinds = (Time,)
    needs: Needs = (times_of_note, future_times)
    VALID: Examples = (
        Example("---\nnewsfacts: 1\npublished: 2024-05-05\n---\nThey will meet on [9 May 2024]{.time}."),
        Example("---\nnewsfacts: 1\npublished: 2024-05-05\n---\nThey met on [4 May 2024]{.time}."),
        Example("---\nnewsfacts: 1\npublished: 2024-05-05\n---\nThey said they would have met on [9 May 2024]{.time}."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\npublished: 2024-05-05\n---\nThey met on [9 May 2024]{.time}.",
            at="9 May 2024",
            message="“9 May 2024” is reported as past, but the document was published on 5 May 2024",
        ),
        Example(
            "---\nnewsfacts: 1\npublished: 2024-01-05\n---\nShe resigned on [Friday]{.time value=2024-12-27}.",
            at="Friday",
            message="“Friday” (27 December 2024) is reported as past, but the document was published on 5 January 2024",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        published = document.updated or document.published
        if published is None:
            return
        day = day_of(published)
        for time, value in document.derived(future_times):
            if not (time.declared is not None or has_year(time.text)) or not time.spans or quote_around(document, time):
                continue
            if setting_of(document, time).predicted:
                continue
            start, end = sentence(document, time)
            before, rest = document.text[start : time.spans[0].start], document.text[time.spans[-1].end : end]
            if _PAST.search(before[-80:]) and not _FUTURE.search(before) and not _FUTURE.search(rest):
                words = "" if has_year(time.text) else f" ({say_time(value)})"
                yield self.finding(
                    document,
                    time,
                    f"“{time.text}”{words} is reported as past, but the document was published on {say_time(day)}",
                    help="correct the date, or the date of publication",
                )
