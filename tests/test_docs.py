"""What the documentation shows is true: its code runs, its files are read, its findings are found."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from newsfacts.building.factbook import read_factbook
from newsfacts.checking.configuration_file import read_configuration
from newsfacts.checking.document import check
from newsfacts.documents import parse
from newsfacts.formats.mapping import read_mapping
from newsfacts.schema.file import read_schema

DOCS = Path(__file__).parent.parent / "docs"
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    return [textwrap.dedent(found[3]) for found in BLOCK.finditer(text) if found[2] == language]


PYTHON = [
    (page.stem, number, code)
    for page in sorted(DOCS.glob("*.md"))
    for number, code in enumerate(blocks(page.stem, "python"))
]


@pytest.mark.parametrize(("page", "number", "code"), PYTHON, ids=[f"{page}-{number}" for page, number, _ in PYTHON])
def test_code_runs(page: str, number: int, code: str) -> None:
    exec(compile(code, f"{page}.md[{number}]", "exec", dont_inherit=True), {"__name__": f"docs_{page}_{number}"})


def test_the_model_page_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks("model", "python")[0], {"__name__": "docs_model"})
    assert capsys.readouterr().out.splitlines() == ["Ada said had left", "18 12 ships"]


def test_the_tutorial_finds_what_it_says() -> None:
    plain, marked, told = blocks("tutorial", "facts")
    assert check(parse(plain).document).findings == ()
    assert [(f.code, f.words) for f in check(parse(marked).document).findings] == [("D03", "Tuesday")]
    found = check(parse(told).document).findings
    assert [(f.code, f.words) for f in found] == [("N14", "three people")]


def test_the_tutorial_shows_a_message_and_a_suppression() -> None:
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    _, marked, told = blocks("tutorial", "facts")
    [finding] = check(parse(marked, path="fire.facts").document).findings
    assert f"    {finding}\n" in page
    [suppressed] = re.findall(r"`(\[three people\][^`]*% ignore N14: [^`]*%\})`", page)
    result = check(parse(told.replace("[three people]{.count #dead of=dead}", suppressed)).document)
    assert result.findings == ()
    assert [finding.code for finding in result.suppressed] == ["N14"]


def test_the_factbook_page_shows_a_factbook() -> None:
    [text] = blocks("factbooks", "yaml")
    assert read_factbook(text).findings == ()


def test_the_schema_page_shows_a_schema_and_what_it_finds() -> None:
    text = next(block for block in blocks("schemas", "yaml") if block.startswith("newsfacts-schema"))
    loaded = read_schema(text)
    assert loaded.findings == ()
    document = parse("[12 people]{.casualties harm=killed women=14} died.", schema=loaded.schema).document
    assert [str(f) for f in check(document).findings] == ["<text>:1:37: error CAS1 14 women are more than “12 people”"]


def test_the_formats_page_shows_a_stand_off_document() -> None:
    mapping, text = blocks("formats", "yaml")
    assert read_mapping(mapping).label("Speaker").kind == "source"
    parsed = parse(text, format="yaml")
    assert parsed.findings == ()
    assert parsed.document.attributions[0].cue is not None
    assert check(parsed.document).findings == ()


def test_the_configuration_page_shows_settings_that_exist(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(blocks("configuration", "toml")[0], encoding="utf-8")
    assert read_configuration(path).profile == "newsroom"


def test_the_page_on_rules_names_the_tests_that_a_new_rule_must_pass() -> None:
    page = (DOCS / "add-a-rule.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", page))
    tests = DOCS.parent / "tests"
    missing = [
        f"{path}::{name}"
        for path, name in named
        if not re.search(rf"^def {name}\(", (DOCS.parent / path).read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert missing == []
    for file in (tests / "rules" / "test_rules.py", tests / "rules" / "test_corpus_rule.py"):
        found = re.findall(
            r"^@pytest.mark.parametrize\(.*\b(?:rule|RULES)\b.*\ndef (test_\w+)", file.read_text("utf-8"), re.MULTILINE
        )
        assert {name for path, name in named if path.endswith(file.name)} >= set(found), file
