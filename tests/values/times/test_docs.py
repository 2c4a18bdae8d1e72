"""The examples of docs/times.md run as printed, and its table says what the reader does."""

from __future__ import annotations

import datetime as dt
import doctest
from pathlib import Path

import pytest

from newsfacts.values.times.phrase import parse_time

PAGE = Path(__file__).parents[3] / "docs" / "times.md"


def test_the_examples_run_as_printed() -> None:
    examples = PAGE.read_text(encoding="utf-8").replace("```", "\n")  # a fence ends the output before it
    test = doctest.DocTestParser().get_doctest(examples, {}, "times.md", str(PAGE), 0)
    report: list[str] = []
    result = doctest.DocTestRunner().run(test, out=report.append)
    assert result.failed == 0, "".join(report)
    assert result.attempted > 15


def rows() -> list[tuple[str, str]]:
    """Each phrase of the table that has a value of its own: as many phrases, by semicolons, as values in backticks."""
    table = PAGE.read_text(encoding="utf-8").split("## The table")[1].split("\n\n## ")[0]
    found: list[tuple[str, str]] = []
    for line in table.splitlines():
        if line.startswith("| ") and not line.startswith("| ---"):
            phrases, _, values = line.strip("| ").split(" | ")
            said, canonical = phrases.split("; "), values.replace("`", "").split(", ")
            found += zip(said, canonical, strict=True) if len(said) == len(canonical) else []
    return found


@pytest.mark.parametrize(("phrase", "canonical"), rows())
def test_the_table_says_what_the_reader_does(phrase: str, canonical: str) -> None:
    assert str(parse_time(phrase, published=dt.date(2024, 7, 4))) == canonical


def test_most_of_the_table_is_compared() -> None:
    assert len(rows()) > 60
