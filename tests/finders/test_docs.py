"""The page on the finders shows what they do."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "finding.md"


def test_the_page_prints_what_it_says() -> None:
    assert doctest.testfile(str(PAGE), module_relative=False).failed == 0
