"""C16: evidence that speaks for a claim and against it."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Claim, Document, Evidence, Quote, RelationKind
from newsfacts.rules.needs import relations
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class TwoFacedEvidence(Rule):
    """The same evidence does not both support and rebut a claim.

    What it checks:
        No annotation has one id under `supports=` and under `rebuts=`.

    Why:
        Evidence lists are filled by copying. What is on both sides counts for neither, and a score made from them
        is wrong.

    Instead:
        Take it out of one of the two; where a passage does both, mark its two parts.

    Fix:
        None: which side it is on is for a person to see.
    """

    code = "C16"
    name = "two-faced-evidence"
    severity = Severity.ERROR
    looks_at: Kinds = (Claim, Quote, Evidence)
    needs: Needs = (relations,)
    VALID: Examples = (
        Example("[Crime fell]{.claim #k}. [Theft fell]{.claim supports=k}, [murder rose]{.claim rebuts=k}."),
        Example("[Crime fell]{.claim #k}. [Crime rose]{.claim #l}. [Theft fell]{.claim supports=k rebuts=l}."),
    )
    INVALID: Examples = (
        Example(
            "[Crime fell]{.claim #k}. [Theft fell]{.claim supports=k rebuts=k}.",
            at="Theft fell",
            message="this both supports and rebuts “Crime fell”",
        ),
        Example(
            '[Crime fell]{.claim #k}. [Theft is rare]{.claim #l}. [Theft fell]{.claim supports="l k" rebuts=k}.',
            at="Theft fell",
            message="this both supports and rebuts “Crime fell”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        supported = {(id(r.source), id(r.target)) for r in document.relations if r.kind is RelationKind.SUPPORTS}
        if not supported:
            return
        for relation in document.relations:
            if relation.kind is RelationKind.REBUTS and (id(relation.source), id(relation.target)) in supported:
                yield self.finding(
                    document, relation.source, f"this both supports and rebuts “{relation.target.text}”",
                    help="take it out of supports= or of "
                        "rebuts=", labels=self.label(document, relation.target, "the claim"),
                )  # fmt: skip
