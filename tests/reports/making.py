"""Findings made by hand, so that the expected text can be written down character by character."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.checking.document import Checked, Result
from newsfacts.findings import Applicability, Edit, Finding, Fix, Label, Severity, Skipped
from newsfacts.reports import FileResult, Run, Summary
from newsfacts.text.source import Place, SourceText

__all__ = ["STORY", "finding_at", "fixable", "place_of", "run_of", "two_files"]

STORY = "---\npublished: 2024-07-04\n---\n[At least 12]{.count value=12} people died.\nOfficials said 35.\n"


def place_of(text: str, words: str, path: str = "story.facts") -> Place:
    """The place of words in a text; they must occur exactly once."""
    assert text.count(words) == 1
    start = text.index(words)
    return Place(path, SourceText(text), start, start + len(words))


def finding_at(
    text: str,
    words: str,
    message: str = "the words say “At least 12”, but the value is exactly 12",
    *,
    severity: Severity = Severity.ERROR,
    help: str | None = None,
    labels: tuple[tuple[str, str], ...] = (),
    fix: Fix | None = None,
    path: str = "story.facts",
) -> Finding:
    """A finding at words of a text, with labels at other words of it."""
    return Finding(
        code="N02",
        rule="lost-hedge",
        severity=severity,
        message=message,
        place=place_of(text, words, path),
        help=help,
        labels=tuple(Label(said, place_of(text, at, path)) for at, said in labels),
        fix=fix,
    )


def fixable(text: str, words: str, replacement: str) -> Fix:
    """An unsafe fix that replaces words."""
    place = place_of(text, words)
    return Fix(
        "write the value as the words say it", (Edit(place.start, place.end, replacement),), Applicability.UNSAFE
    )


def run_of(*files: FileResult, statistics: bool = False) -> Run:
    """A run whose summary counts the files while they are read."""
    summary = Summary()

    def counting() -> Iterator[FileResult]:
        for file in files:
            summary.add(file)
            yield file

    return Run(files=counting(), summary=summary, statistics=statistics)


def two_files() -> Run:
    """One file with an error, a warning and something that could not be checked; one without anything."""
    error = finding_at(STORY, "value=12", help="write value=>=12", labels=(("35", "another count"),))
    warning = finding_at(STORY, "said", "a remark: 100 % of this, and more", severity=Severity.WARNING)
    skipped = Skipped(
        code="N14", rule="sum", reason="the words “some” cannot be read", place=place_of(STORY, "Officials")
    )
    checked = Checked(documents=1, annotations=1, rules=3, comparisons=7, held=4)
    clean = Checked(documents=1, annotations=2, rules=3, comparisons=5, held=5)
    return run_of(
        FileResult(path="story.facts", result=Result(findings=(error, warning), skipped=(skipped,), checked=checked)),
        FileResult(path="clean.facts", result=Result(checked=clean)),
    )
