"""C23: evidence that is younger than the verdict that rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Evidence, Verdict
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule
from newsfacts.values.times.times import TimeInterval


class EvidenceAfterVerdict(Rule):
    """No verdict rests on evidence that was published after it.

    What it checks:
        `published` of a piece of evidence is not wholly after the `date` of the verdict that it belongs to. Dates are compared as
        exactly as they are given. When a source was seen or archived is not compared: links are renewed long after a verdict.

    Why:
        One of the two dates is wrong, or the evidence has been added to a verdict that others have read without it. A system that
        learns from such pairs learns to see the future.

    Instead:
        Correct the wrong date, or write a new verdict with a date of its own that `supersedes` the old one.

    Fix:
        None: which date is wrong is for a person to find out.
    """

    code = "C23"
    name = "evidence-after-verdict"
    severity = Severity.ERROR
    looks_at: Kinds = (Evidence,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: v, answer: It was dry., published: 2025-05-02}\n---\n\n"
            "[It rained]{.claim #k}. [False]{.verdict #v of=k date=2025-05-02}."
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: v, answer: It was dry., published: 2025-05, seen: 2026}\n---\n\n"
            "[It rained]{.claim #k}. [False]{.verdict #v of=k date=2025-05-02}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: v, answer: It was dry., published: 2025-05-03}\n---\n\n"
            "[It rained]{.claim #k}. [False]{.verdict #v of=k date=2025-05-02}.",
            at="2025-05-03",
            message="this evidence was published on 2025-05-03, but the verdict that rests on it is of 2025-05-02",
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: v, answer: It was dry., published: 2026}\n---\n\n"
            "[It rained]{.claim #k}. [False]{.verdict #v of=k date=2025-05}.",
            at="2026",
            message="this evidence was published in 2026, but the verdict that rests on it is of 2025-05",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for piece in document.evidence:
            verdict, published = piece.of, piece.published
            if not isinstance(verdict, Verdict) or not isinstance(published, TimeInterval):
                continue
            if not isinstance(verdict.date, TimeInterval):
                continue
            start, end = published.outer.lower, verdict.date.outer.upper
            if start is not None and end is not None and start >= end:
                on = "on" if str(published).count("-") == 2 else "in"
                message = f"this evidence was published {on} {published}, but the verdict that rests on it is of {verdict.date}"
                yield self.finding(
                    document, piece, message, key="published", help="correct the wrong date",
                    labels=self.label(document, verdict, f"the verdict of {verdict.date}"),
                )  # fmt: skip
