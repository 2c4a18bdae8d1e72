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


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [
        ("the last year", "2023-07-04/2024-07-03"),
        ("earlier this year", "2024-01-01/2024-07-03"),
        ("May 5", "2024-05-05"),
        ("December", "2024-12"),
        ("early July", "2024-07-01~/2024-07-10~"),
        ("Labor Day", "2024-09-02"),
        ("recently", "/2024-07-04"),
    ],
)
def test_rows_of_the_table_that_no_other_test_has(phrase: str, canonical: str) -> None:
    assert str(parse_time(phrase, published=dt.date(2024, 7, 4))) == canonical
