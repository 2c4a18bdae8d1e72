"""Q07: brackets that replace words instead of explaining them."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.anchors.results import Refusal
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes._verified import Defect, candidate_label, reason_in_words, verified_quotes
from newsfacts.rules.quotes.altered_quote import shortened
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_with_source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_SOURCE = {"speech.txt": "The committee knew that he lied to the voters of this town. It spoke to no one."}


class ReplacingBrackets(Rule):
    """Words in square brackets explain what was said, and do not replace it.

    What it checks:
        Where a quote with `source_text=` has words in brackets, the source has nothing in their place, or a pronoun
        that they explain. Words that are replaced beyond that need an ellipsis. The brackets add no negation,
        condition, restriction or reservation ("not", "if", "only", "allegedly").

    Why:
        "[The president] lied" for "he lied" helps the reader. "[The voters] were fooled" can put anything into a
        quotation, and no one sees what was there.

    Instead:
        Keep the words and put the explanation next to them, or mark what is left out with “...”.

    Fix:
        None: a quoted word is never changed by a program.
    """

    code = "Q07"
    name = "replacing-brackets"
    severity = Severity.WARNING
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_with_source)
    VALID: Examples = (
        Example(
            "[“The committee knew that \\[the mayor\\] lied to the voters,”]{.quote source_text=speech.txt} she said.",
            files=_SOURCE,
        ),
        Example(
            "[“The committee \\[of 1998\\] knew that he lied,”]{.quote source_text=speech.txt} she said.", files=_SOURCE
        ),
        Example("[“\\[The committee\\] spoke to no one,”]{.quote source_text=speech.txt} she said.", files=_SOURCE),
    )
    INVALID: Examples = (
        Example(
            "[“The committee knew that he lied to \\[everybody\\] of this town,”]{.quote "
            "source_text=speech.txt} she said.",
            at="“The committee knew that he lied to \\[everybody\\] of this town,”",
            message="the brackets replace “the voters” of speech.txt",
            files=_SOURCE,
        ),
        Example(
            "[“The committee \\[suspected\\] that he lied,”]{.quote source_text=speech.txt} she said.",
            at="“The committee \\[suspected\\] that he lied,”",
            message="the brackets replace “knew” of speech.txt",
            files=_SOURCE,
        ),
        Example(
            "[“The committee knew that he \\[never\\] lied,”]{.quote source_text=speech.txt} she said.",
            at="“The committee knew that he \\[never\\] lied,”",
            message="the brackets add “never”, a negation",
            files=_SOURCE,
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for checked in verified_quotes(document, context):
            if checked.defect is Defect.REPLACED and checked.gap is not None:
                message = f"the brackets replace “{shortened(checked.gap.words)}” of {checked.quote.source_text}"
                if checked.gap.refusal is Refusal.INSERTION:
                    message = reason_in_words(checked, checked.gap)
                yield self.finding(
                    document,
                    checked.quote,
                    message,
                    help="keep the words and put the explanation next to them, or mark what is left out with “...”",
                    labels=candidate_label(checked, checked.gap.span, "replaced here"),
                )
