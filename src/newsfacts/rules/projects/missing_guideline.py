"""P02: an annotated document that does not say by which guideline, or which version of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.rules.needs import work
from newsfacts.rules.projects._work import work_places
from newsfacts.rules.rule import Context, Example, Examples, Needs, ProfileNames, Rule, key_place

_VERSION = re.compile(r"\d")


class MissingGuideline(Rule):
    """A document of an annotation project says by which version of which guideline it was annotated.

    What it checks:
        Where the front matter speaks of the annotation work (`annotator:`, `created:`, `reviewed:` or `status:`), it
        has `guideline:` too, and that has a number or a date: its version.

    Why:
        Guidelines change during a project, and they contradict each other: whether auxiliaries belong to the cue is
        answered differently by PolNeAR and by JournalismAI. Without the version no one can tell an error from an older
        rule. Newsrooms work without guidelines, so this runs only where a profile or a project asks for it.

    Instead:
        Write `guideline: PolNeAR 1.0`, or the date of the house's own.

    Fix:
        None: only the project knows which one it was.
    """

    code = "P02"
    name = "missing-guideline"
    severity = Severity.WARNING
    needs: Needs = (work,)
    default = False
    profiles: ProfileNames = ("polnear", "journalismai")
    VALID: Examples = (
        Example("---\nnewsfacts: 1\nannotator: A4\nguideline: PolNeAR 1.0\n---\n\nThe mayor resigned."),
        Example("---\nnewsfacts: 1\ntitle: Mayor resigns\n---\n\nThe mayor resigned."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotator: A4\n---\n\nThe mayor resigned.",
            at="annotator",
            message="this document speaks of its annotation (annotator), but not of the guideline it follows",
        ),
        Example(
            "---\nnewsfacts: 1\nannotator: A4\nguideline: PolNeAR\n---\n\nThe mayor resigned.",
            at="guideline",
            message="the guideline “PolNeAR” is named without a version",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        guideline = document.guideline
        if guideline is not None:
            if not _VERSION.search(guideline):
                yield self.finding(
                    document,
                    key_place(document, "guideline"),
                    f"the guideline “{guideline}” is named without a version",
                    help="add its version or its date",
                )
            return
        found = work_places(document, ("annotator", "created", "reviewed", "status"))
        if found:
            yield self.finding(
                document,
                next(iter(found.values())),
                f"this document speaks of its annotation ({', '.join(found)}), but not of the guideline it follows",
                help="write guideline: with its name and version",
            )
