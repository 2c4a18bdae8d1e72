"""A Python that was built without sqlite3 checks every document, and reports that it cannot compare them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.files import check_files


def test_without_sqlite_documents_are_checked_and_not_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.facts", "b.facts"):
        (tmp_path / name).write_text("[12 people]{.count value=13} died.\n", encoding="utf-8")
    monkeypatch.delitem(sys.modules, "newsfacts.checking.fact_store", raising=False)
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    found = [finding for file in check_files([tmp_path], Configuration()) for finding in file.result.findings]
    assert [finding.code for finding in found] == ["N01", "N01", "S20"]
    assert "needs the module sqlite3, which this Python does not have" in found[-1].message
