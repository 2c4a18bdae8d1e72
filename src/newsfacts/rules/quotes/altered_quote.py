"""Q01: quoted words that their source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.anchors import Difference, VerificationKind
from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes._verified import Defect, VerifiedQuote, candidate_label, verified_quotes
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_with_source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_SOURCE = {
    "speech.txt": "We have built at least 12,000 homes in two years. That is a cut of one fifth. No one will lose "
    "by it."
}

MAX_DIFFERENCES = 3
"""How many differences a message names."""


class AlteredQuote(Rule):
    """The words between quotation marks are in the text that the quote names as its source.

    What it checks:
        A quote with `source_text=` is looked for in that text: the path starts from the document's file and stays
        inside the project. What is between the marks must be there, apart from named normalizations (Q02) and fair
        ellipses (Q03 to Q06). Similar words are never taken for the same; the nearest ones are shown. A source text
        that cannot be read is a warning.

    Why:
        Readers trust quotation marks. Words from memory, from a draft or from a language model look like a quote and
        are not one.

    Instead:
        Quote what the source has, or report it without quotation marks.

    Fix:
        None: a quoted word is never changed by a program.
    """

    code = "Q01"
    name = "altered-quote"
    severity = Severity.ERROR
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_with_source)
    VALID: Examples = (
        Example("[“We have built at least 12,000 homes,”]{.quote source_text=speech.txt} she said.", files=_SOURCE),
        Example("She called it [a “cut of one fifth”]{.quote source_text=speech.txt}.", files=_SOURCE),
        Example(
            "[“That is a cut,”]{.quote #q source_text=speech.txt} she said, [“of one fifth.”]{cont=q}", files=_SOURCE
        ),
        Example("[Nobody would lose]{.quote form=indirect source_text=speech.txt}, she said.", files=_SOURCE),
    )
    INVALID: Examples = (
        Example(
            "[“We have built more than 12,000 homes,”]{.quote source_text=speech.txt} she said.",
            at="“We have built more than 12,000 homes,”",
            message="speech.txt has “at least” where this quote has “more than”",
            files=_SOURCE,
        ),
        Example(
            "[“Taxes fall on every household next spring,”]{.quote source_text=speech.txt} she said.",
            at="“Taxes fall on every household next spring,”",
            message="these words are not in speech.txt",
            files=_SOURCE,
        ),
        Example(
            "[“We have built at least 12,000 homes,”]{.quote source_text=speach.txt} she said.",
            at="source_text=speach.txt",
            message="the source text speach.txt cannot be read: No such file or directory",
            files=_SOURCE,
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for checked in verified_quotes(document, context):
            if checked.missing:
                help = "name it as a path from this file, inside the project"
                yield self.finding(
                    document, checked.quote, checked.missing, key="source_text", help=help, severity=Severity.WARNING
                )
            elif checked.unreadable:
                yield self.skip(document, checked.quote, checked.unreadable)
            elif checked.defect is Defect.ALTERED and checked.verification is not None:
                candidate = checked.verification.candidate
                near = f"; the nearest words there are “{shortened(candidate.words)}”" if candidate else ""
                yield self.finding(
                    document,
                    checked.quote,
                    altered_message(checked),
                    help=f"quote what the source has, or take the quotation marks off{near}",
                    labels=candidate_label(
                        checked, candidate.span if candidate else None, "the nearest words of the source"
                    ),
                )


def altered_message(checked: VerifiedQuote) -> str:
    """Where quote and source differ, in words."""
    verification, name = checked.verification, checked.quote.source_text
    if verification is None or verification.kind is VerificationKind.ABSENT or not verification.diff:
        return f"these words are not in {name}"
    told = [difference_in_words(difference) for difference in verification.diff[:MAX_DIFFERENCES]]
    more = len(verification.diff) - len(told)
    return f"{name} has {'; '.join(told)}{f'; and {more} more' if more > 0 else ''}"


def difference_in_words(difference: Difference) -> str:
    """One difference, as the end of a sentence that begins with what the source has."""
    if not difference.source:
        return f"nothing where this quote has “{difference.quoted}”"
    if not difference.quoted:
        return f"“{difference.source}” where this quote has nothing"
    return f"“{difference.source}” where this quote has “{difference.quoted}”"


def shortened(words: str) -> str:
    """Words short enough for a message, on one line."""
    flat = " ".join(words.split())
    return flat if len(flat) <= 120 else flat[:117].rstrip() + "…"
