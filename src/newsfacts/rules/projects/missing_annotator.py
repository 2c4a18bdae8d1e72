"""P01: an annotated document that does not say who annotated it."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.rules.needs import work
from newsfacts.rules.projects._work import work_places
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule


class MissingAnnotator(Rule):
    """A document of an annotation project says who annotated it.

    What it checks:
        Where the front matter speaks of the annotation work (`guideline:`, `created:`, `reviewed:` or `status:`), it
        has `annotator:` too: persons or programs. A document that says nothing of it is not meant.

    Why:
        Agreement is measured between annotators, and a systematic error is traced to one of them. Neither can be done
        afterwards. Machine-made annotations that no one can tell from human ones spoil a gold standard.

    Instead:
        Write `annotator:` with a name, a pseudonym or the name and version of a program.

    Fix:
        None: only the project knows who it was.
    """

    code = "P01"
    name = "missing-annotator"
    severity = Severity.WARNING
    needs: Needs = (work,)
    VALID: Examples = (
        Example("---\nnewsfacts: 1\nannotator: A4\nstatus: done\n---\n\nThe mayor resigned."),
        Example("---\nnewsfacts: 1\ntitle: Mayor resigns\n---\n\nThe mayor resigned."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nstatus: done\n---\n\nThe mayor resigned.",
            at="status",
            message="this document speaks of its annotation (status), but not of who annotated it",
        ),
        Example(
            "---\nnewsfacts: 1\nguideline: PolNeAR 1.0\ncreated: 2024-07-04\n---\n\nThe mayor resigned.",
            at="guideline",
            message="this document speaks of its annotation (guideline, created), but not of who annotated it",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if document.annotator:
            return
        found = work_places(document, ("guideline", "created", "reviewed", "status"))
        if found:
            yield self.finding(
                document,
                next(iter(found.values())),
                f"this document speaks of its annotation ({', '.join(found)}), but not of who annotated it",
                help="write annotator: with a name, a pseudonym or the name of a program",
            )
