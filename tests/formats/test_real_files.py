"""Real files of other people, written in every format and read again: nothing is lost that is not reported."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from tests.formats.corpora import CORPORA, files
from tests.formats.kit import differences

from newsfacts.documents import read_file
from newsfacts.errors import NewsfactsError
from newsfacts.findings import Severity
from newsfacts.formats import FORMATS
from newsfacts.model import Document

pytestmark = pytest.mark.skipif(not CORPORA, reason="NEWSFACTS_CORPORA names the folder of the corpora")

STEP = 12
"""One file of so many is looked at, so that the test stays quick; `benchmarks/formats.py` reads them all."""

ABOUT_CLAIMS = ("claimreview", "averitec", "fever", "liar")
"""Formats that have only claims and verdicts."""


def readable() -> list[Document]:
    """The documents of the files, without those that have an error or, for brat, carriage returns."""
    endings = tuple(
        ending for each in FORMATS.values() if each.reads for ending in (*each.endings, *each.shared_endings)
    )
    found: list[Document] = []
    for path in [path for path in files("**/*") if path.name.lower().endswith(endings)][::STEP]:
        try:
            found += list(read_file(path))[:1]
        except NewsfactsError:
            continue
    return [each for each in found if not any(problem.severity is Severity.ERROR for problem in each.problems)]


def test_what_is_read_comes_back_from_every_format_less_what_is_reported() -> None:
    compared = 0
    for document in readable():
        for name, format in FORMATS.items():
            if not format.writes or name in ABOUT_CLAIMS or (name == "brat" and "\r" in document.text):
                continue
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, f"x{(format.endings or format.shared_endings)[0]}")
                assert differences(document, name, path) == [], (document.path, name)
            compared += 1
    assert compared > 100
