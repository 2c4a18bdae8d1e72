"""P06: a document that is marked as done and still has errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsfacts.findings import Finding, Label, Severity, Skipped
from newsfacts.model import Document
from newsfacts.rules.needs import work
from newsfacts.rules.projects._work import DONE
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule, key_place


class DoneWithErrors(Rule):
    """A document that is marked as done has no errors.

    What it checks:
        Where `status:` says that the work is over (done, final, gold, curated, approved and the like), no rule that ran
        has found an error that is not suppressed. The errors themselves are listed as well.

    Why:
        What is marked as done is what others train on, measure against and publish. No one looks at it again.

    Instead:
        Correct the errors, suppress them with a reason, or set the status back.

    Fix:
        None: setting the status back would hide that the work is not done.
    """

    code = "P06"
    name = "done-with-errors"
    severity = Severity.ERROR
    needs: Needs = (work,)
    VALID: Examples = (
        Example("---\nnewsfacts: 1\nstatus: draft\n---\n\n[The mayor]{.source ref=mayor} left.", beside=("S06",)),
        Example(
            "---\nnewsfacts: 1\nstatus: done\n---\n\n"
            "[[The mayor]{.source} [said]{.cue}]{.attribution}{% ignore T01: she only said hello %} hello.",
            beside=("T01",),
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nstatus: done\n---\n\n[The mayor]{.source ref=mayor} left.",
            at="status",
            message="this document is marked as “done”, but it has 1 error",
            beside=("S06",),
        ),
        Example(
            "---\nnewsfacts: 1\nstatus: Gold\n---\n\n"
            "[The mayor]{.source ref=mayor} left. [[She]{.source} [said]{.cue}]{.attribution} goodbye.",
            at="status",
            message="this document is marked as “Gold”, but it has 2 errors",
            beside=("S06", "T01"),
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        """It has its say when all others have had theirs."""
        return iter(())

    def conclude(self, document: Document, findings: Sequence[Finding]) -> Iterable[Finding]:
        if document.status is None or document.status.strip().lower() not in DONE:
            return
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if errors:
            number = f"{len(errors)} error{'s' if len(errors) > 1 else ''}"
            yield self.finding(
                document,
                key_place(document, "status"),
                f"this document is marked as “{document.status}”, but it has {number}",
                help="correct them, suppress them with a reason, or set the status back",
                labels=self.labels(errors),
            )

    @staticmethod
    def labels(errors: Sequence[Finding]) -> tuple[Label, ...]:
        """The first few errors, with their places."""
        return tuple(Label(f"{error.code} here", error.place) for error in errors[:3] if error.place is not None)
