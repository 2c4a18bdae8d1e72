"""A real article, annotated in full, with the list of every fact in it. It stays out of the project.

Where the environment variable NEWSFACTS_SEED names its folder, each row of the list must be found, the text must come
back byte for byte, and a check must report what is wrong with the article and nothing else.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.inventories import load_inventory, missing

from newsfacts.checking.document import check
from newsfacts.documents import dumps, parse
from newsfacts.model import Document

SEED = os.environ.get("NEWSFACTS_SEED", "")

pytestmark = pytest.mark.skipif(
    not SEED, reason="the seed article is not part of the project; NEWSFACTS_SEED names its folder"
)


def read(text: str | None = None) -> Document:
    path = Path(SEED, "astana-article.facts")
    return parse(text if text is not None else path.read_bytes().decode("utf-8"), path=str(path)).document


def said(document: Document) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.words, finding.message) for finding in check(document).findings]


def test_the_text_comes_back_byte_for_byte() -> None:
    assert read().text.encode("utf-8") == Path(SEED, "astana-article.txt").read_bytes()


def test_all_99_annotations_are_read_without_a_problem() -> None:
    document = read()
    assert len(document.annotations) == 99
    assert document.problems == ()


def test_every_row_of_the_inventory_is_found() -> None:
    [inventory] = load_inventory(Path(SEED, "inventory.yaml"))
    assert missing(read(), inventory) == []


def test_what_is_written_reads_back_equal() -> None:
    document = read()
    assert read(dumps(document)) == document


def test_the_check_reports_what_is_wrong_and_nothing_else() -> None:
    assert [(code, words) for code, words, _ in said(read())] == [("N24", "Recep Tayyip Erdogan"), ("D16", "2002")]


def test_a_weekday_needs_a_publication_date() -> None:
    text = Path(SEED, "astana-article.facts").read_bytes().decode("utf-8").replace("published: 2024-07-04\n", "")
    assert ("D03", "Thursday") in [(code, words) for code, words, _ in said(read(text))]


def test_a_count_is_compared_with_what_is_known() -> None:
    text = Path(SEED, "astana-article.facts").read_bytes().decode("utf-8")
    known = 'published: 2024-07-04\nknown: [{of: putin-xi-meetings, value: ">=50"}]\n'
    text = text.replace("published: 2024-07-04\n", known)
    assert ("N25", "approximately 40 times") in [(code, words) for code, words, _ in said(read(text))]
