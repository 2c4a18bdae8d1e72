"""C17: two verdicts of one reviewer on one claim."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Verdict
from newsfacts.rules.claims._reviews import reviewers
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule


class SecondVerdict(Rule):
    """A reviewer gives a claim one verdict, or says which one replaces the other.

    What it checks:
        Two verdicts on one claim by the same reviewers (no one named means the outlet) have the same label and number,
        or one replaces the other with `supersedes=`, directly or over others.

    Why:
        Verdicts are revised, and both stay in the archive. Without `supersedes=` no one can tell which one holds.

    Instead:
        Write `supersedes=v1` on the newer verdict.

    Fix:
        None: which verdict holds is the reviewer's decision.
    """

    code = "C17"
    name = "second-verdict"
    severity = Severity.ERROR
    looks_at: Kinds = (Verdict,)
    VALID: Examples = (
        Example("[It rained]{.claim #k}. [True]{.verdict #v1 of=k}, now [False]{.verdict of=k supersedes=v1}."),
        Example(
            "---\nnewsfacts: 1\nentities: {a: {name: Desk A}, b: {name: Desk B}}\n---\n\n"
            "[It rained]{.claim #k}. [True]{.verdict of=k by=a}, says A; [False]{.verdict of=k by=b}, says B."
        ),
        Example("[It rained]{.claim #k}. [False]{.verdict of=k}. As we said: [false]{.verdict of=k}."),
    )
    INVALID: Examples = (
        Example(
            "[It rained]{.claim #k}. [True]{.verdict of=k}, now [False]{.verdict of=k}.",
            at="False",
            message="the same reviewer has rated this claim “True” on line 1, and “False” here does not supersede that",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {a: {name: Desk A}}\n---\n\n"
            "[It rained]{.claim #k}. [Mixed]{.verdict of=k by=a rating=3}; [mixed]{.verdict of=k by=a rating=2}.",
            at="mixed",
            message="the same reviewer has rated this claim “Mixed” (3) on line 6, and “mixed” (2) here does not "
            "supersede that",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if len(document.verdicts) < 2:
            return
        given: dict[tuple[int, tuple[str, ...]], list[Verdict]] = {}
        for verdict in document.verdicts:
            if verdict.of is None:
                continue
            earlier = given.setdefault((id(verdict.of), reviewers(verdict)), [])
            other = next((one for one in earlier if differ(one, verdict) and not linked(one, verdict)), None)
            earlier.append(verdict)
            place = document.place(other) if other is not None else None
            if other is None or place is None:
                continue
            line = place.position.line
            before = f"the same reviewer has rated this claim {shown(other)} on line {line}"
            message = f"{before}, and {shown(verdict)} here does not supersede that"
            yield self.finding(
                document, verdict, message, help="write supersedes= on the verdict that holds",
                labels=self.label(document, other, "the other verdict"),
            )  # fmt: skip


def differ(one: Verdict, other: Verdict) -> bool:
    """Whether two verdicts do not say the same."""
    return one.words.strip().casefold() != other.words.strip().casefold() or one.rating != other.rating


def linked(one: Verdict, other: Verdict) -> bool:
    """Whether one replaces the other."""
    for first, last in ((one, other), (other, one)):
        step: Verdict | None = first
        while step is not None:
            step = step.supersedes
            if step is last:
                return True
    return False


def shown(verdict: Verdict) -> str:
    """A verdict for a message."""
    return f"“{verdict.words}” ({verdict.rating})" if verdict.rating is not None else f"“{verdict.words}”"
