"""The published JSON Schemas are valid, accept the files that newsfacts writes and reads, and refuse others."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.cli.running import newsfacts

from newsfacts.documents import dumps, parse
from newsfacts.json_schemas import ALL, document_schema, file_name
from newsfacts.schema.file import read_schema

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((ROOT / "examples").glob("*/*.facts"))
FACTBOOKS = sorted((ROOT / "examples").glob("**/*.factbook.yaml"))
SCHEMA_FILES = sorted((ROOT / "schemas").glob("*.schema.yaml"))

POLL = """\
newsfacts-schema: 1
kinds:
  share:
    parent: count
    fields:
      poll: {type: text, required: yes, pattern: "[a-z]+[0-9]{4}"}
      rank: {type: integer}
      side: {choices: [for, against]}
checks:
- {code: POLL1, on: share, sum: {field: value, within: poll, at-most: 100}}
"""


class _Loader(yaml.SafeLoader):
    """Reads YAML as editors do: only true and false are truth values, and dates are text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def from_yaml(text: str) -> Any:
    return yaml.load(text, _Loader)


def complaints(schema: dict[str, Any], data: Any) -> list[str]:
    """What an independent validator says."""
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("name", ALL)
def test_a_schema_is_valid_itself(name: str) -> None:
    Draft202012Validator.check_schema(ALL[name]())


@pytest.mark.parametrize("name", ALL)
def test_the_address_of_a_schema_ends_with_its_file(name: str) -> None:
    assert ALL[name]()["$id"].endswith("/" + file_name(name))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("format", ["yaml", "json", "jsonl"])
def test_what_is_written_of_an_example_is_valid(article: Path, format: str) -> None:
    document = parse(article.read_bytes().decode("utf-8"), path=str(article)).document
    written = dumps(document, format=format)
    data = from_yaml(written) if format == "yaml" else json.loads(written)
    assert complaints(document_schema(document.known_kinds), data) == []


@pytest.mark.parametrize("path", FACTBOOKS, ids=lambda path: path.name)
def test_the_factbooks_of_the_examples_are_valid(path: Path) -> None:
    assert complaints(ALL["factbook"](), from_yaml(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", SCHEMA_FILES, ids=lambda path: path.name)
def test_the_vocabularies_are_valid(path: Path) -> None:
    assert complaints(ALL["schema"](), from_yaml(path.read_text(encoding="utf-8"))) == []


def test_a_configuration_is_valid() -> None:
    text = """
        profile = "polnear"
        extend-select = ["N104"]
        ignore = ["D"]
        schema = ["newsfacts:casualties"]
        exclude = ["archive/*"]
        fail-on = "error"
        severity = {S12 = "info", N = "warning"}
    """
    assert complaints(ALL["configuration"](), tomllib.loads(text)) == []


@pytest.mark.parametrize("examples", ["casualties", "vocabularies"])
def test_the_json_report_is_valid(examples: str, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = newsfacts(capsys, "check", "--no-config", "--format", "json", ROOT / "examples" / examples)
    report = json.loads(outcome.out)
    assert report["findings"]
    assert complaints(ALL["report"](), report) == []
    described = ALL["report"]()["$defs"]
    assert {key for finding in report["findings"] for key in finding} <= set(described["finding"]["properties"])
    assert set(report["summary"]) == set(described["summary"]["properties"])


def test_the_json_report_of_a_fix_is_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A finding with a label and one with a fix, from a text that is taken as it comes."""
    path = tmp_path / "a.facts"
    path.write_bytes(b"[One]{.count #a} and [two]{  #a .count }.\r\n{% ignore nothing %}")
    report = json.loads(newsfacts(capsys, "check", "--no-config", "--select", "S", "--format", "json", path).out)
    assert {finding["code"] for finding in report["findings"]} >= {"S05", "S21"}
    assert any(finding["fix"] for finding in report["findings"])
    assert complaints(ALL["report"](), report) == []


# -- What is refused ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("document", {"annotations": [{"spans": [[0, 1]]}]}),
        ("document", {"annotations": [{"kind": "claim", "spans": [[0, -1]]}]}),
        ("document", {"annotations": [{"kind": "claim", "spans": [[0, 1, 2]]}]}),
        ("document", {"newsfacts": 2}),
        ("factbook", {"entities": {"xi": {"kind": "robot"}}}),
        ("factbook", {"enttities": {}}),
        ("configuration", {"profle": "news"}),
        ("configuration", {"fail-on": "fatal"}),
        ("schema", {"kinds": {}}),
        ("schema", {"newsfacts-schema": 1, "kinds": {"a b": {}}}),
        ("schema", {"newsfacts-schema": 1, "checks": [{"code": "AB1", "on": "count"}]}),
        ("schema", {"newsfacts-schema": 1, "checks": [{"code": "AB1", "on": "count", "unique": ["of"], "inside": ["quote"]}]}),
        ("report", {"version": 1}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused(name: str, data: dict[str, Any]) -> None:
    assert len(complaints(ALL[name](), data)) >= 1


def test_the_kinds_of_a_schema_file_have_their_own_fields() -> None:
    schema = document_schema(read_schema(POLL).schema)

    def share(**fields: object) -> list[str]:
        return complaints(schema, {"annotations": [{"kind": "share", "spans": [[0, 1]], **fields}]})

    assert share(poll="may2024", rank=1, side="for") == []
    assert share() == ["$.annotations[0]: 'poll' is a required property"]
    assert share(poll="May") == ["$.annotations[0].poll: 'May' does not match '^(?:[a-z]+[0-9]{4})$'"]
    assert share(poll="may2024", side="both") == ["$.annotations[0].side: 'both' is not one of ['for', 'against']"]
    assert share(poll="may2024", rank="first") == ["$.annotations[0].rank: 'first' does not match '^[+-]?\\\\d+$'"]
