"""`newsfacts schema`, and `newsfacts check` on schema files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.running import newsfacts, write

Capture = pytest.CaptureFixture[str]

TOLL = """\
newsfacts-schema: 1
kinds:
  toll:
    parent: count
    doc: a toll
    fields:
      harm: {choices: [killed, injured], required: yes, doc: what happened}
      sources: {type: url, many: yes}
checks:
- {code: TOLL1, name: no-source, on: toll, requires: {needs: [sources]}, severity: warning, doc: why}
"""
WRONG = TOLL.replace("parent: count", "parent: cuont")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, toll__schema__yaml=TOLL, wrong__schema__yaml=WRONG)


def test_the_kinds_of_a_file_are_listed(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "schema", "toll.schema.yaml")
    assert outcome.status == 0
    assert outcome.out == (
        ".toll (count): a toll\n"
        "  harm=*     one of killed, injured: what happened\n"
        "  sources=+  an address such as https://example.org/: sources\n"
        "\n"
        "TOLL1 warning .toll: no-source\n"
        "\n"
        "* is required, + takes several; a kind has the fields of its parent too\n"
    ).replace(": sources\n", "\n")


def test_json_says_the_same(capsys: Capture) -> None:
    found = json.loads(newsfacts(capsys, "schema", "--json", "toll.schema.yaml").out)
    assert found == {
        "kinds": [
            {
                "name": "toll",
                "parent": "count",
                "doc": "a toll",
                "fields": [
                    {"name": "harm", "takes": "one of killed, injured", "required": True, "many": False, "doc": "what happened"},
                    {"name": "sources", "takes": "an address such as https://example.org/", "required": False, "many": True, "doc": "sources"},
                ],
            }
        ],
        "checks": [{"code": "TOLL1", "name": "no-source", "severity": "warning", "on": "toll", "doc": "why"}],
    }  # fmt: skip


def test_a_json_schema_for_editors(capsys: Capture) -> None:
    found = json.loads(newsfacts(capsys, "schema", "--json-schema", "toll.schema.yaml").out)
    assert found["$defs"]["toll"]["required"] == ["harm"]


def test_without_a_file_the_kinds_in_force_are_listed(tmp_path: Path, capsys: Capture) -> None:
    write(tmp_path, newsfacts__toml='schema = ["toll.schema.yaml", "newsfacts:economy"]\n')
    names = [kind["name"] for kind in json.loads(newsfacts(capsys, "schema", "--json").out)["kinds"]]
    assert names[0] == "mention"
    assert names[-3:] == ["toll", "rate", "rate-change"]


def test_mistakes_are_told_and_the_status_is_1(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "schema", "wrong.schema.yaml")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == "wrong.schema.yaml:4:13: error S24 no kind is named 'cuont' (did you mean 'count'?)\n"


def test_what_is_not_there_is_wrong_usage(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "schema", "absent.schema.yaml")
    assert (outcome.status, outcome.err) == (2, "newsfacts: absent.schema.yaml: No such file or directory\n")
    outcome = newsfacts(capsys, "schema", "newsfacts:casualtys")
    message = "newsfacts: no vocabulary is named 'casualtys' (did you mean 'casualties'?)\n"
    assert (outcome.status, outcome.err) == (2, message)


def test_check_reports_every_mistake_of_a_schema_file_at_its_place(capsys: Capture) -> None:
    outcome = newsfacts(capsys, "check", "--no-config", "--format", "concise", ".")
    assert outcome.status == 1
    assert [line for line in outcome.out.splitlines() if "schema.yaml" in line] == [
        "wrong.schema.yaml:4:13: error S24 no kind is named 'cuont' (did you mean 'count'?)"
    ]


def test_a_schema_file_may_extend_the_configured_schema(tmp_path: Path, capsys: Capture) -> None:
    write(
        tmp_path,
        newsfacts__toml='schema = ["toll.schema.yaml"]\n',
        child__schema__yaml="newsfacts-schema: 1\nkinds: {death-toll: {parent: toll}}\n",
    )
    assert newsfacts(capsys, "check", "child.schema.yaml", "toll.schema.yaml").status == 0
    assert newsfacts(capsys, "check", "--no-config", "child.schema.yaml").status == 1
