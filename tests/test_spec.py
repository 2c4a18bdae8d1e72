"""The examples of `docs/notation.md`, executed.

An example holds annotated text, the plain text, an outline of what is annotated and, where something is wrong, the
findings, with a line that holds only `.` between them.
"""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from tests.notation.outline import outline

from newsfacts.checker import check
from newsfacts.configuration import Configuration
from newsfacts.documents import dumps, parse
from newsfacts.notation.parser import MAX_NESTING
from newsfacts.problems import MAX_PROBLEMS
from newsfacts.reports.text_report import render_finding
from newsfacts.schema import Schema

SPECIFICATION = Path(__file__).parent.parent / "docs" / "notation.md"


@attrs.frozen
class Example:
    """One example, and where it stands."""

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


def test_the_table_of_kinds_is_complete() -> None:
    page = SPECIFICATION.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `\.([a-z]+)` \| [^|]* \|(.*)\|$", page, re.MULTILINE))
    fields = {name: set(re.findall(r"`([a-z_]+)=`", row)) for name, row in rows.items()}
    common = {"note", "lost"}
    assert fields == {kind.name: set(kind.fields) - common for kind in Schema.core()}


def test_the_limits_are_those_of_the_program() -> None:
    page = SPECIFICATION.read_text(encoding="utf-8")
    assert f"| {MAX_NESTING} brackets open at once |" in page
    assert f"| {MAX_PROBLEMS:,} findings of one file |" in page
