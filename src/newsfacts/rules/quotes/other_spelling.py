"""Q02: quoted words that their source spells in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.anchors import Normalization
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes._verified import Defect, VerifiedQuote, candidate_label, verified_quotes
from newsfacts.rules.quotes_of_note import quotes_of_note, quotes_with_source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, Rule

_DASH = re.compile(r"\s*[-‐‑‒–—―−]+\s*")
_SOURCE = {"speech.txt": 'He reads at a third grade level -- "at best"\nand that is so. No one helped.'}
_ACCEPTED = (
    "quote marks", "white space", "Unicode form", "ligatures", "soft hyphens", "ellipsis sign", "case at the start",
    "case in brackets", "capitals", "final punctuation",
)  # fmt: skip


class OtherSpelling(Rule):
    """Quoted words are spelled as in their source, apart from what every newspaper sets in its own way.

    What it checks:
        A quote with `source_text=` whose words are there only after a normalization which is not accepted. Accepted are the
        shape of quotation marks, white space, Unicode forms, the sign for an ellipsis, the case of the first letter
        and of a letter in brackets, capitals throughout, and the comma or full stop at the end; the option `accepted` has the list. A dash in place of another kind of
        dash is accepted too; a hyphen in place of a space is not.

    Why:
        "Third-grade" and "third grade" are the same words to a reader and two quotes to a search. The finding says
        which normalization made them match, so that a person can decide.

    Instead:
        Spell the quote as the source does, or add the normalization to the accepted ones.

    Fix:
        None: a quoted word is never changed by a program.
    """

    code = "Q02"
    name = "other-spelling"
    severity = Severity.WARNING
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, quotes_with_source)
    OPTIONS: Options = MappingProxyType({"accepted": Option(_ACCEPTED, "normalizations that are not reported")})
    VALID: Examples = (
        Example("[“He reads at a third grade level,”]{.quote source_text=speech.txt} she said.", files=_SOURCE),
        Example(
            "[“At a third grade level — ‘at best’ and that is so,”]{.quote source_text=speech.txt} she said.",
            files=_SOURCE,
        ),
    )
    INVALID: Examples = (
        Example(
            "[“He reads at a third-grade level,”]{.quote source_text=speech.txt} she said.",
            at="“He reads at a third-grade level,”",
            message="these words are in speech.txt only apart from dashes",
            files=_SOURCE,
        ),
        Example(
            "[“no one helped”]{.quote source_text=speech.txt}, she said.",
            at="“no one helped”",
            message="these words are in speech.txt only apart from case at the start",
            files=_SOURCE,
            options={"accepted": ("quote marks",)},
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        accepted = context.option(self, "accepted")
        for checked in verified_quotes(document, context):
            if checked.defect is not Defect.NORMALIZED or checked.verification is None:
                continue
            used = [
                str(normalization)
                for normalization in checked.verification.normalizations
                if str(normalization) not in accepted
                and not (normalization is Normalization.DASHES and only_dashes_differ(checked))
            ]
            if used:
                place = checked.verification.place
                yield self.finding(
                    document,
                    checked.quote,
                    f"these words are in {checked.quote.source_text} only apart from {' and '.join(used)}",
                    help="spell the quote as the source does, or add the normalization to options.Q02.accepted",
                    labels=candidate_label(checked, place, "the words of the source"),
                )


def only_dashes_differ(checked: VerifiedQuote) -> bool:
    """Whether quote and source have dashes at the same places, of whatever sort."""
    verification = checked.verification
    if verification is None or checked.source is None:
        return False
    there = " ".join(span.slice(checked.source.text) for span in verification.fragments)
    return len(_DASH.findall(verification.words)) == len(_DASH.findall(there))
