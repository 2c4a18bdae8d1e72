"""Q06: an ellipsis that leaves out more than it may."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.anchors.results import MAX_GAP, Refusal
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes._verified import Defect, candidate_label, verified_quotes
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_with_source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, Rule

_SOURCE = {
    "speech.txt": "We opened ten schools in the north, and five in the east and the west of the land. Then we rested."
}


class LongGap(Rule):
    """An ellipsis leaves out a clause, and not pages.

    What it checks:
        Between two pieces of a quote with `source_text=` the source has at most `characters` characters; 500 unless
        set. Both pieces are words of one speaker, and of one quotation where the source is itself an article.

    Why:
        Pieces from far apart are two statements. Joined by an ellipsis they read as one.

    Instead:
        Make two quotes of it: “...,” she said, and added: “...”

    Fix:
        None: a quote is never changed by a program.
    """

    code = "Q06"
    name = "long-gap"
    severity = Severity.WARNING
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_with_source)
    OPTIONS: Options = MappingProxyType(
        {"characters": Option(MAX_GAP, "how many characters of the source an ellipsis may leave out")}
    )
    VALID: Examples = (
        Example(
            "[“We opened ten schools ... Then we rested,”]{.quote source_text=speech.txt} she said.", files=_SOURCE
        ),
        Example(
            "[“We opened ten schools ... and five in the east,”]{.quote source_text=speech.txt} she said.",
            files=_SOURCE,
            options={"characters": 20},
        ),
    )
    INVALID: Examples = (
        Example(
            "[“We opened ten schools ... Then we rested,”]{.quote source_text=news.txt} she said.",
            at="“We opened ten schools ... Then we rested,”",
            message="the ellipsis joins two quotations",
            files={"news.txt": "“We opened ten schools,” she said. It rained. “Then we rested.”"},
        ),
        Example(
            "[“We opened ten schools ... Then we rested,”]{.quote source_text=speech.txt} she said.",
            at="“We opened ten schools ... Then we rested,”",
            message="the ellipsis leaves out 60 characters of speech.txt; at most 40 are allowed",
            files=_SOURCE,
            options={"characters": 40},
        ),
        Example(
            "[“We opened ... five in the east,”]{.quote source_text=speech.txt} she said.",
            at="“We opened ... five in the east,”",
            message="the ellipsis leaves out 29 characters of speech.txt; at most 20 are allowed",
            files=_SOURCE,
            options={"characters": 20},
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        allowed = context.option(self, "characters")
        for checked in verified_quotes(document, context):
            if checked.defect is Defect.LONG_GAP and checked.gap is not None:
                is_long = checked.gap.refusal is Refusal.LENGTH
                yield self.finding(
                    document,
                    checked.quote,
                    f"the ellipsis leaves out {checked.gap.span.length:,} characters of {checked.quote.source_text}; "
                    f"at most {allowed:,} are allowed"
                    if is_long
                    else checked.gap.reason,
                    help="make two quotes of it",
                    labels=candidate_label(checked, checked.gap.span, "left out here"),
                )
