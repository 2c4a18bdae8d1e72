"""The examples contain what their inventories say, show the problems that their READMEs name, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypandoc  # type: ignore[import-untyped]
import pytest
import yaml
from tests.inventories import load_inventory, missing

from newsfacts.checking.document import check
from newsfacts.documents import dumps, parse
from newsfacts.model import Document

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLES = sorted(EXAMPLES.glob("*/*.facts"))


def read(path: Path) -> Document:
    return parse(path.read_bytes().decode("utf-8"), path=str(path)).document


def inventories() -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(EXAMPLES.glob("*/inventory.yaml")):
        for inventory in load_inventory(path):
            yield path.parent / inventory["article"], inventory


def planted(article: Path) -> list[tuple[str, str]]:
    """Code and words of what is planted in one article, without what only a check of the whole folder can see."""
    table = yaml.safe_load((article.parent / "inventory.yaml").read_text(encoding="utf-8"))
    return sorted(
        (p["rule"], p["text"]) for p in table["planted"] if p["file"] == article.name and not p["rule"].startswith("X")
    )


def test_every_article_has_an_inventory() -> None:
    assert sorted(path for path, _ in inventories()) == ARTICLES


@pytest.mark.parametrize(
    ("article", "inventory"), list(inventories()), ids=lambda value: value.stem if isinstance(value, Path) else ""
)
def test_every_row_of_the_inventory_is_found(article: Path, inventory: dict[str, Any]) -> None:
    assert missing(read(article), inventory) == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_the_examples_are_read_without_a_problem(article: Path) -> None:
    assert [str(problem) for problem in read(article).problems] == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_a_check_finds_what_is_planted_and_nothing_else(article: Path) -> None:
    document = read(article)
    found = [
        (finding.code, finding.span.slice(document.text) if finding.span else "")
        for finding in check(document).findings
    ]
    assert sorted(found) == planted(article)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_what_is_written_reads_back_equal(article: Path) -> None:
    document = read(article)
    assert parse(dumps(document), path=str(article)).document == document


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_pandoc_reads_the_same_spans_and_the_same_text(article: Path) -> None:
    document = read(article)
    tree = yaml.safe_load(
        pypandoc.convert_file(
            str(article), "json", format="markdown+bracketed_spans-smart", extra_args=["--wrap=preserve"]
        )
    )
    fragments = sum(len(annotation.spans) for annotation in document)
    assert sum(1 for node in nodes(tree["blocks"]) if node.get("t") == "Span") == fragments
    plain = "\n\n".join(words(block) for block in tree["blocks"])
    assert plain == document.text.rstrip("\n")


def nodes(tree: object) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        yield tree
        for value in tree.values():
            yield from nodes(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from nodes(value)


def words(node: object) -> str:
    """The plain words of a piece of pandoc's tree, which contains words, spaces and containers."""
    if isinstance(node, list):
        return "".join(words(part) for part in node)
    if not isinstance(node, dict):
        return ""
    if node["t"] == "Str":
        return str(node["c"])
    if node["t"] in ("Space", "SoftBreak"):
        return " "
    if node["t"] == "Quoted":
        marks = "‘’" if node["c"][0]["t"] == "SingleQuote" else "“”"
        return marks[0] + words(node["c"][1]) + marks[1]
    return words(node["c"][1]) if node["t"] == "Span" else words(node.get("c", []))
