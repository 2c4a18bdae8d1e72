"""Q15: one or two quoted words as evidence."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote, RelationKind
from newsfacts.rules.needs import relations
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, ProfileNames, Rule
from newsfacts.rules.titles import marked_words


class ScantEvidence(Rule):
    """A quote that supports or rebuts a claim is long enough to mean something.

    What it checks:
        A quote with `supports=` or `rebuts=` has at least `words` words; 3 unless set.

    Why:
        A claim that rests on “may” or “huge” rests on the reporter's paraphrase around it. Whether that is enough
        depends on the desk, so the rule is for information, and in the `strict` profile.

    Instead:
        Quote more of the sentence, or let the attribution as a whole support the claim.

    Fix:
        None: how much to quote is for a person to decide.
    """

    code = "Q15"
    name = "scant-evidence"
    severity = Severity.INFO
    looks_at: Kinds = (Quote,)
    needs: Needs = (relations,)
    default = False
    profiles: ProfileNames = ("strict",)
    OPTIONS: Options = MappingProxyType(
        {"words": Option(3, "how many words a quote needs that supports or rebuts a claim")}
    )
    VALID: Examples = (
        Example("[Taxes rise]{.claim #k}. She said [“taxes will rise”]{.quote supports=k}."),
        Example("[Taxes rise]{.claim #k}. She said they [“may”]{.quote repeats=k}."),
    )
    INVALID: Examples = (
        Example(
            "[Taxes rise]{.claim #k}. She said they [“may”]{.quote supports=k}.",
            at="supports=k",
            message="this quote of 1 word supports a claim; the least is 3 words",
        ),
        Example(
            "[Taxes rise]{.claim #k}. She called that [“plain wrong”]{.quote rebuts=k}.",
            at="rebuts=k",
            message="this quote of 2 words rebuts a claim; the least is 3 words",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        least = context.option(self, "words")
        for relation in document.relations:
            quote = relation.source
            if not isinstance(quote, Quote) or relation.kind not in (RelationKind.SUPPORTS, RelationKind.REBUTS):
                continue
            count = len(marked_words(quote).split())
            if count < least:
                yield self.finding(
                    document,
                    quote,
                    f"this quote of {count} word{'s' if count != 1 else ''} {relation.kind} a claim; the least is "
                    f"{least} words",
                    key=str(relation.kind),
                    help="quote more of the sentence, or let the claim rest on other evidence",
                )
