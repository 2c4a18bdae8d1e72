"""C22: the same evidence twice."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Evidence
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule


class RepeatedEvidence(Rule):
    """No verdict rests on the same evidence twice.

    What it checks:
        Two pieces of evidence of one verdict or claim, in the same `set` or both in none, do not have the same question, the same
        answer and the same place in the same source. An archived copy counts as the page that it is a copy of. In different
        sets they may be the same: sets are alternatives. Pieces over the same words are a matter of P04.

    Why:
        What is there twice counts twice, in a reader's eyes and in every score.

    Instead:
        Take one of the two out.

    Fix:
        None: which of the two says more about its source is for a person to see.
    """

    code = "C22"
    name = "repeated-evidence"
    severity = Severity.WARNING
    looks_at: Kinds = (Evidence,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n"
            "- {kind: evidence, of: k, question: Did it rain?, answer: No., url: 'https://example.org/a'}\n"
            "- {kind: evidence, of: k, question: Did it rain?, answer: No., url: 'https://example.org/b'}\n---\n\n[It rained]{.claim #k}."
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n"
            "- {kind: evidence, of: k, source: Weather records, at: page 4, set: a}\n"
            "- {kind: evidence, of: k, source: Weather records, at: page 4, set: b}\n---\n\n[It rained]{.claim #k}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n"
            "- {kind: evidence, of: k, question: Did it rain?, answer: No., url: 'https://example.org/a'}\n"
            "- {kind: evidence, of: k, question: Did it rain?, answer: No., url: 'https://web.archive.org/web/2020/https://example.org/a'}\n"
            "---\n\n[It rained]{.claim #k}.",
            at="{kind: evidence, of: k, question: Did it rain?, answer: No., url: 'https://web.archive.org/web/2020/https://example.org/a'}",
            message="this evidence is there twice: the same question, answer and source are on line 4",
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n"
            "- {kind: evidence, of: k, source: Weather records, at: page 4}\n"
            "- {kind: evidence, of: k, source: weather records, at: page 4}\n---\n\n[It rained]{.claim #k}.",
            at="{kind: evidence, of: k, source: weather records, at: page 4}",
            message="this evidence is there twice: the same question, answer and source are on line 4",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        known: dict[tuple[object, ...], Evidence] = {}
        for piece in document.evidence:
            first = known.setdefault(content_of(piece), piece)
            place = document.place(first)
            if first is piece or place is None or (piece.spans and piece.spans == first.spans):
                continue
            message = (
                f"this evidence is there twice: the same question, answer and source are on line {place.position.line}"
            )
            yield self.finding(
                document, piece, message, help="take one of the two out", labels=self.label(document, first, "the first of the two"),
            )  # fmt: skip


def content_of(piece: Evidence) -> tuple[object, ...]:
    """What a piece of evidence says and where it is from, the same for two that say the same."""
    words = [(each or "").strip().casefold() for each in (piece.question, piece.words, piece.source, piece.at)]
    return (id(piece.of), piece.set, piece.original_url, *words)
