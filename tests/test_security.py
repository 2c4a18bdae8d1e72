"""The page about hostile input: each bound has the value that it says, and each test is there."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
BOUNDS = sorted(set(re.findall(r"`([\w.]+)\.([A-Z_]+)` = ([\d,]+)", PAGE)))
TESTS = sorted(set(re.findall(r"`([\w/]+\.py)::(test_\w+)`", PAGE)))


@pytest.mark.parametrize(("module", "name", "value"), BOUNDS)
def test_bounds_have_the_value_that_the_page_says(module: str, name: str, value: str) -> None:
    assert getattr(importlib.import_module(f"newsfacts.{module}"), name) == int(value.replace(",", ""))


@pytest.mark.parametrize(("file", "name"), TESTS)
def test_every_attempt_has_its_test(file: str, name: str) -> None:
    assert f"\ndef {name}(" in (ROOT / "tests" / file).read_text(encoding="utf-8")


def test_every_row_of_the_page_names_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| tried", "| fault"))]
    assert len(rows) > 40
    assert [row for row in rows if "::test_" not in row] == []
