"""SARIF reports are valid by the published schema of SARIF 2.1.0, which is not part of the project.

The environment variable NEWSFACTS_SARIF_SCHEMA names the schema file; `.ci/run` gets it from a package that ships it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest

from newsfacts.cli import main

SCHEMA = os.environ.get("NEWSFACTS_SARIF_SCHEMA", "")
EXAMPLES = Path(__file__).parent.parent.parent / "examples"

pytestmark = pytest.mark.skipif(
    not SCHEMA, reason="NEWSFACTS_SARIF_SCHEMA names the schema; it is not part of the project"
)


@pytest.mark.parametrize("folder", ["summit", "casualties", "speech", "vocabularies"])
def test_the_report_is_valid(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(EXAMPLES / folder), "--format", "sarif"]) == 1
    report = json.loads(capsys.readouterr().out)
    validator = jsonschema.Draft4Validator(json.loads(Path(SCHEMA).read_text(encoding="utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(report)] == []
    assert report["runs"][0]["results"]


def test_a_report_of_what_cannot_be_read_is_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "latin.facts").write_bytes(b"Caf\xe9 [x]{.claim}")
    (tmp_path / "two words é.facts").write_text("[x]{.cue", encoding="utf-8")
    main(["check", str(tmp_path), "--format", "sarif"])
    report = json.loads(capsys.readouterr().out)
    validator = jsonschema.Draft4Validator(json.loads(Path(SCHEMA).read_text(encoding="utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(report)] == []
