"""C21: a piece of evidence that says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import AnswerType, Document, Evidence
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule


class EmptyEvidence(Rule):
    """A piece of evidence says something: a question has its answer.

    What it checks:
        Evidence with a `question` has an `answer` (or annotated words), or the type `unanswerable`. Evidence without a question
        has an answer, or says where it is from: `url`, `archived` or `source`.

    Why:
        A question alone decides nothing. Whether no one has answered it yet or no one could makes a difference: the second is a
        finding of the research, the first is work left over.

    Instead:
        Give the answer, or `type: unanswerable` where none was found.

    Fix:
        None: the answer is the result of research.
    """

    code = "C21"
    name = "empty-evidence"
    severity = Severity.WARNING
    looks_at: Kinds = (Evidence,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: k, question: Did it rain?, answer: No., type: boolean}\n---\n\n"
            "[It rained]{.claim #k}."
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: k, question: Did it rain?, type: unanswerable}\n---\n\n"
            "[It rained]{.claim #k}."
        ),
        Example("[It rained]{.claim #k}. [The streets were dry]{.evidence of=k}."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: k, question: Did it rain?}\n---\n\n[It rained]{.claim #k}.",
            at="{kind: evidence, of: k, question: Did it rain?}",
            message="the question “Did it rain?” has no answer",
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: k, medium: video}\n---\n\n[It rained]{.claim #k}.",
            at="{kind: evidence, of: k, medium: video}",
            message="this evidence has no answer, and does not say where it is from",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for piece in document.evidence:
            if piece.words.strip() or piece.type is AnswerType.UNANSWERABLE:
                continue
            if piece.question:
                yield self.finding(
                    document, piece, f"the question “{piece.question}” has no answer",
                    help="give the answer, or type: unanswerable where none was found",
                )  # fmt: skip
            elif not (piece.url or piece.archived or piece.source):
                message = "this evidence has no answer, and does not say where it is from"
                yield self.finding(document, piece, message, help="give answer:, url: or source:")
