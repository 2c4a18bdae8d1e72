"""The work for a report grows with the findings, not with their number times the length of the file or of a line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.counting import Watched, growth

from newsfacts.checking.document import Result
from newsfacts.checking.file_text import Lightener
from newsfacts.findings import Finding, Label, Severity
from newsfacts.reports import REPORTS, FileResult, Run, Summary, get_report
from newsfacts.text.source import Place, SourceText


def findings(count: int, between: str) -> tuple[Finding, ...]:
    """As many findings as asked for in a file of `count` pieces, which are lines or one line."""
    piece = f"[At least 12]{{.count value=12}} came{between}"
    source = SourceText(Watched(piece * count))
    places = [Place("a.facts", source, number * len(piece) + 1, number * len(piece) + 12) for number in range(count)]
    return tuple(
        Finding(
            code="N02", rule="lost-hedge", severity=Severity.ERROR, message="the words say more", place=place, help="say it",
            labels=(Label("another", places[0]),),
        )
        for place in places
    )  # fmt: skip


def run_of(found: tuple[Finding, ...]) -> Run:
    summary = Summary()

    def files() -> Iterator[FileResult]:
        file = FileResult(path="a.facts", result=Result(findings=found))
        summary.add(file)
        yield file

    return Run(files=files(), summary=summary)


@pytest.mark.parametrize("between", ["\n", ", "], ids=["lines", "one line"])
@pytest.mark.parametrize("name", [name for name in REPORTS if name != "junit"])  # which renders what text does
def test_a_report_takes_linear_time(name: str, between: str) -> None:
    def report(found: tuple[Finding, ...]) -> None:
        assert sum(map(len, get_report(name)(run_of(found)))) > 20 * len(found)

    assert growth(report, lambda size: findings(size, between), 16, 32) < 3


@pytest.mark.parametrize("between", ["\n", ", "], ids=["lines", "one line"])
def test_findings_are_made_light_in_linear_time(between: str) -> None:
    def lighten(found: tuple[Finding, ...]) -> None:
        light = Lightener()
        for finding in found:
            light.finding(finding)

    assert growth(lighten, lambda size: findings(size, between), 16, 32) < 3
