"""The examples of `docs/notation.md`, executed.

An example holds annotated text, the plain text, an outline of what is annotated and, where something is wrong, the
findings, with a line with only `.` between them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pypandoc  # type: ignore[import-untyped]
import pytest
from tests.formats.annotated_text.outline import outline

from newsfacts.building import references
from newsfacts.building.factbook import FACTBOOK_KEYS
from newsfacts.building.field_values import MAX_NUMBER_LENGTH
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.documents import dumps, parse
from newsfacts.findings import MAX_PROBLEMS
from newsfacts.formats.annotated_text.parser import read_notation
from newsfacts.formats.annotated_text.well_formed import MAX_NESTING
from newsfacts.model import Document
from newsfacts.reports.text_report import render_finding
from newsfacts.schema.kinds import Schema, fields_of_class
from newsfacts.strict_yaml import reader

SPECIFICATION = Path(__file__).parent.parent / "docs" / "notation.md"


@attrs.frozen
class Example:
    """One example, and its place in the page."""

    line: int
    section: str
    annotated: str
    plain: str
    outline: str
    findings: str


def visible(words: str) -> str:
    """The characters that the specification writes with signs."""
    words = words.replace("→", "\t").replace("␣", " ").replace("␍", "\r")
    return re.sub(r"⟨U\+([0-9A-F]{4,6})⟩", lambda found: chr(int(found[1], 16)), words)


def examples() -> list[Example]:
    """Every example of the specification."""
    page = SPECIFICATION.read_text(encoding="utf-8")
    found = []
    for block in re.finditer(r"^```facts-example\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        parts = [visible(part.removesuffix("\n")) for part in re.split(r"^\.\n", block[1], flags=re.MULTILINE)]
        section = re.findall(r"^##+ (.*)$", page[: block.start()], re.MULTILINE)[-1]
        found.append(Example(page.count("\n", 0, block.start()) + 1, section, *parts, *[""] * (4 - len(parts))))
    return found


def shared_files() -> dict[str, str]:
    """The files that examples name."""
    page = SPECIFICATION.read_text(encoding="utf-8")
    return dict(re.findall(r'^```yaml title="(.*?)"\n(.*?)^```$', page, re.MULTILINE | re.DOTALL))


EXAMPLES = examples()
CODES = ("N02", *re.findall(r"^\| `([SA][0-9]{2})`", SPECIFICATION.read_text(encoding="utf-8"), re.MULTILINE))
NAMES = [f"line-{example.line}" for example in EXAMPLES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the files that examples name."""
    path = tmp_path_factory.mktemp("project")
    for name, words in shared_files().items():
        (path / name).write_text(words, encoding="utf-8")
    return path


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_example(example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    document = parse(example.annotated, path="story.facts").document
    assert document.text == example.plain
    assert outline(document) == example.outline
    findings = check(document, Configuration(select=CODES)).findings
    assert "".join(map(render_finding, findings)).rstrip("\n") == example.findings


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.findings], ids=lambda e: f"line-{e.line}")
def test_what_is_written_of_an_example_reads_back_equal(
    example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    document = parse(example.annotated, path="story.facts").document
    again = parse(dumps(document), path="story.facts").document
    assert again == document
    assert [(c.words, c.after) for c in again.comments] == [(c.words, c.after) for c in document.comments]
    assert dumps(again) == dumps(document)


def test_there_are_enough_examples() -> None:
    assert len(EXAMPLES) >= 120
    assert len({example.annotated for example in EXAMPLES}) == len(EXAMPLES), "an example stands here twice"


def test_every_code_of_the_table_has_an_example() -> None:
    rendered = "\n".join(example.findings for example in EXAMPLES)
    assert [code for code in CODES[1:] if f" {code} " not in rendered] == []


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.section == "Pandoc"], ids=lambda e: f"line-{e.line}")
def test_pandoc_reads_the_same(example: Example) -> None:
    blocks = json.loads(
        pypandoc.convert_text(
            example.annotated, "json", format="markdown+bracketed_spans-smart", extra_args=["--wrap=preserve"]
        )
    )["blocks"]
    assert "\n\n".join(map(words, blocks)) == example.plain
    found = list(spans(blocks))
    continued = [dict(fields)["cont"] for _, _, fields, _ in found if "cont" in dict(fields)]
    raws = read_notation(example.annotated).annotations
    assert continued == [raw.id.value for raw in raws if raw.id is not None and len(raw.spans) > 1]
    assert [span for span in found if "cont" not in dict(span[2])] == [
        (
            raw.id.value if raw.id else "",
            [raw.kind] if raw.kind else [],
            [[key, attribute.value] for key, attribute in raw.attributes.items()],
            raw.spans[0].slice(example.plain),
        )
        for raw in raws
    ]


def spans(node: Any) -> Iterator[tuple[str, list[str], list[list[str]], str]]:
    """The spans in a piece of Pandoc's tree: id, classes, fields and words."""
    if isinstance(node, list):
        for part in node:
            yield from spans(part)
    elif isinstance(node, dict):
        if node["t"] == "Span":
            (id, classes, fields), inside = node["c"]
            yield id, classes, fields, words(inside)
        yield from spans(node.get("c"))


def words(node: Any) -> str:
    """The plain text of a piece of Pandoc's tree."""
    if isinstance(node, list):
        return "".join(map(words, node))
    if not isinstance(node, dict):
        return ""
    plain = {"Space": " ", "SoftBreak": "\n", "Str": node.get("c")}.get(node["t"])
    return plain if isinstance(plain, str) else words(node["c"][1] if node["t"] == "Span" else node.get("c"))


def test_the_table_of_kinds_is_complete() -> None:
    page = SPECIFICATION.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `\.([a-z]+)` \| [^|]* \|(.*)\|$", page, re.MULTILINE))
    fields = {name: set(re.findall(r"`([a-z_]+)=`", row)) for name, row in rows.items()}
    common = {"note", "lost", "draft", "disputed"}
    assert fields == {kind.name: set(kind.fields) - common for kind in Schema.core()}


def test_the_table_of_keys_is_complete() -> None:
    page = SPECIFICATION.read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`[a-z0-9]+:` ?)+) \|", page.partition("### Keys")[2], re.MULTILINE)
    keys = {key for row in rows for key in re.findall(r"`([a-z0-9]+):`", row)}
    assert keys == {*fields_of_class(Document), *FACTBOOK_KEYS, "newsfacts", "annotations"}


@pytest.mark.parametrize(
    ("number", "of_what"),
    [
        (MAX_NESTING, "brackets open at once"),
        (MAX_PROBLEMS, "findings of one file"),
        (references.MAX_CHAIN, "references in a row"),
        (reader.MAX_DEPTH, "levels of lists and tables in YAML"),
        (reader.MAX_ALIASED_NODES, "values that the aliases of a front matter stand for"),
        (MAX_NUMBER_LENGTH, "characters of a number in a field"),
    ],
)
def test_the_limits_are_those_of_the_program(number: int, of_what: str) -> None:
    assert f"| {number:,} {of_what} |" in SPECIFICATION.read_text(encoding="utf-8")
