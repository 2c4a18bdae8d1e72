"""Q04: an ellipsis that leaves out a word on which the sense turns."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.anchors.lost_words import swallowed
from newsfacts.anchors.results import Refusal
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes._verified import Defect, candidate_label, reason_in_words, verified_quotes
from newsfacts.rules.quotes.altered_quote import shortened
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_with_source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, Rule

_SOURCE = {
    "speech.txt": "Smoking is not at any time permitted. The plan is, if all agree, to build it. The work is, "
    "almost everywhere, done. It is, as you know, safe."
}
_WEIGHTY = (
    "not", "no", "never", "none", "nobody", "nothing", "nor", "neither", "cannot", "without", "if", "unless", "only",
    "alleged", "allegedly", "reportedly", "supposedly", "deny", "denies", "denied", "refuse", "refuses", "refused",
    "fail", "failed",
)  # fmt: skip


class SwallowedWord(Rule):
    """An ellipsis leaves out no negation, condition, restriction or reservation.

    What it checks:
        The words of the source that a quote with `source_text=` leaves out contain no such word, wherever in the gap it
        is. Nor is the quote cut right before or after such a word ("I'm" of "I'm not"), or inside a number. Words of the
        option `errors` ("not", "if", "only", "allegedly", ...) are errors, and lighter ones
        ("almost", "could") warnings.

    Why:
        "Is ... permitted" from "is not permitted" is word for word, and a lie. Verifiers that only look at the words
        that are left call it verified.

    Instead:
        Quote the word too, or report the sentence without quotation marks. Where the word has no bearing on what is
        left, suppress the finding and say so.

    Fix:
        None: a quoted word is never changed by a program.
    """

    code = "Q04"
    name = "swallowed-word"
    severity = Severity.ERROR
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_with_source)
    OPTIONS: Options = MappingProxyType(
        {"errors": Option(_WEIGHTY, "words whose loss is an error; that of other such words is a warning")}
    )
    VALID: Examples = (
        Example("[“It is ... safe,”]{.quote source_text=speech.txt} she said.", files=_SOURCE),
        Example("[“Smoking is not ... permitted,”]{.quote source_text=speech.txt} she said.", files=_SOURCE),
    )
    INVALID: Examples = (
        Example(
            "[“Smoking is ... permitted,”]{.quote source_text=speech.txt} she said.",
            at="“Smoking is ... permitted,”",
            message="the ellipsis leaves out “not”, a negation: the source has “not at any time”",
            files=_SOURCE,
        ),
        Example(
            "[“The plan is ... to build it,”]{.quote source_text=speech.txt} she said.",
            at="“The plan is ... to build it,”",
            message="the ellipsis leaves out “if”, a condition: the source has “, if all agree,”",
            files=_SOURCE,
        ),
        Example(
            "[“The work is ... done,”]{.quote source_text=speech.txt} she said.",
            at="“The work is ... done,”",
            message="the ellipsis leaves out “almost”, a restriction: the source has “, almost everywhere,”",
            files=_SOURCE,
        ),
        Example(
            "[“Smoking is,”]{.quote source_text=speech.txt} she said.",
            at="“Smoking is,”",
            message="this quote ends right before “not”, a negation",
            files=_SOURCE,
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        weighty = context.option(self, "errors")
        for checked in verified_quotes(document, context):
            if checked.defect is not Defect.SWALLOWED or checked.gap is None:
                continue
            lost = swallowed(checked.gap.words)
            word = lost[0].lower().replace("’", "'") if lost else ""
            if checked.gap.refusal is Refusal.CUT:
                message = reason_in_words(checked, checked.gap)
            elif lost is not None:
                message = (
                    f"the ellipsis leaves out “{lost[0]}”, {lost[1]}: the source has “{shortened(checked.gap.words)}”"
                )
            else:
                continue
            yield self.finding(
                document,
                checked.quote,
                message,
                help="quote the word too, or report the sentence without quotation marks",
                labels=candidate_label(checked, checked.gap.span, "left out here"),
                severity=None if not word or word in weighty or word.endswith("n't") else Severity.WARNING,
            )
