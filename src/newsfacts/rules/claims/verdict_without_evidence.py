"""C03: a verdict without evidence."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import AnswerType, Document, RelationKind, Verdict
from newsfacts.rules.claims._reviews import UNDECIDED_WORDS
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule


class VerdictWithoutEvidence(Rule):
    """Every verdict says on what it rests.

    What it checks:
        A verdict has `evidence=`, one address or id at least, or a piece of evidence of its own (`kind: evidence`) whose
        question could be answered, or something in the text supports or rebuts the claim that it rates. A verdict such as
        "not enough evidence" needs none.

    Why:
        The code of the fact-checkers' network asks that readers can follow every step. A rating alone is an opinion.

    Instead:
        Give `evidence="https://example.org/report"`, list the evidence under `annotations:` as records with `kind: evidence`,
        or mark what speaks for or against the claim with `supports=` or `rebuts=`.

    Fix:
        None: only the reviewer knows the evidence.
    """

    code = "C03"
    name = "verdict-without-evidence"
    severity = Severity.WARNING
    looks_at: Kinds = (Verdict,)
    VALID: Examples = (
        Example('[Crime doubled]{.claim #k}. [False]{.verdict of=k evidence="https://example.org/report"}.'),
        Example("[Crime doubled]{.claim #k}. [Crime fell]{.claim rebuts=k}. [False]{.verdict of=k}."),
        Example("[Crime doubled]{.claim #k}. [Not enough evidence]{.verdict of=k}."),
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: v, question: Did crime double?, answer: It fell.}\n---\n\n"
            "[Crime doubled]{.claim #k}. [False]{.verdict #v of=k}."
        ),
    )
    INVALID: Examples = (
        Example(
            "[Crime doubled]{.claim #k}. [False]{.verdict of=k}.",
            at="False",
            message="the verdict “False” names no evidence",
        ),
        Example(
            "[Crime doubled]{.claim #k}. [Crime fell]{.claim #l}. [True]{.verdict of=l label=Correct}. [Cars "
            "crash]{.claim rebuts=k}.",
            at="True",
            message="the verdict “Correct” names no evidence",
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: v, question: Did crime double?, type: unanswerable}\n---\n\n"
            "[Crime doubled]{.claim #k}. [False]{.verdict #v of=k}.",
            at="False",
            message="the verdict “False” names no evidence",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        verdicts = document.verdicts
        if not verdicts:
            return
        weighed = {
            id(relation.target)
            for relation in document.relations
            if relation.kind in (RelationKind.SUPPORTS, RelationKind.REBUTS)
        }
        weighed |= {id(piece.of) for piece in document.evidence if piece.type is not AnswerType.UNANSWERABLE}
        for verdict in verdicts:
            if verdict.evidence or id(verdict.of) in weighed or id(verdict) in weighed:
                continue
            if verdict.words.strip().casefold() not in UNDECIDED_WORDS:
                yield self.finding(
                    document, verdict, f"the verdict “{verdict.words}” names no evidence",
                    help="give the addresses with evidence=, list it with kind: evidence, or mark what supports= or rebuts= the claim",
                )  # fmt: skip
