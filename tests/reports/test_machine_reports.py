"""The reports that programs read: each is parsed back, and asserted against what its format asks for."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.reports.making import STORY, finding_at, fixable, run_of, two_files

from newsfacts import __version__
from newsfacts.checking.baseline import content_key
from newsfacts.checking.document import Result
from newsfacts.errors import UsageError
from newsfacts.reports import REPORTS, FileResult, get_report
from newsfacts.reports.data import file_uri
from newsfacts.text.source import Place, SourceText


def report(name: str) -> str:
    return "".join(get_report(name)(two_files()))


def test_there_is_a_module_for_every_report() -> None:
    for name in REPORTS:
        assert callable(get_report(name))


def test_an_unknown_report_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UsageError) as caught:
        get_report("sarfi")
    assert str(caught.value) == "no report is called 'sarfi' (did you mean 'sarif'?)"


def test_concise_is_one_line_each() -> None:
    assert report("concise") == (
        "story.facts:4:22: error N02 the words say “At least 12”, but the value is exactly 12\n"
        "story.facts:5:11: warning N02 a remark: 100 % of this, and more\n"
    )


def test_json() -> None:
    data = json.loads(report("json"))
    assert data["version"] == 1
    assert data["newsfacts"] == __version__
    first = data["findings"][0]
    assert first.pop("key") == content_key(finding_at(STORY, "value=12"))
    assert first == {
        "code": "N02",
        "rule": "lost-hedge",
        "severity": "error",
        "message": "the words say “At least 12”, but the value is exactly 12",
        "path": "story.facts",
        "line": 4,
        "column": 22,
        "end_line": 4,
        "end_column": 30,
        "start": 51,
        "end": 59,
        "words": "value=12",
        "spans": [],
        "labels": [
            {
                "message": "another count",
                "path": "story.facts",
                "line": 5,
                "column": 16,
                "end_line": 5,
                "end_column": 18,
                "start": 89,
                "end": 91,
                "words": "35",
            }
        ],
        "help": "write value=>=12",
        "fix": None,
    }
    assert [(item["code"], item["reason"]) for item in data["skipped"]] == [("N14", "the words “some” cannot be read")]
    assert data["summary"] == {
        "files": 2,
        "documents": 2,
        "factbooks": 0,
        "annotations": 3,
        "rules": 3,
        "held": 9,
        "not_held": 2,
        "not_checked": 1,
        "severities": {"warning": 1, "error": 1},
        "codes": {"N02": 2},
        "suppressed": 0,
        "known": 0,
        "fixed": 0,
        "unreadable": 0,
        "failed": 0,
    }


def test_json_of_nothing_is_json() -> None:
    data = json.loads("".join(get_report("json")(run_of())))
    assert (data["findings"], data["skipped"]) == ([], [])


def test_json_lines() -> None:
    lines = [json.loads(line) for line in report("jsonl").splitlines()]
    assert [line["type"] for line in lines] == ["finding", "finding", "skipped", "summary"]
    assert lines[0]["words"] == "value=12"
    assert lines[-1]["held"] == 9


def test_github() -> None:
    assert report("github") == (
        "::error file=story.facts,line=4,endLine=4,title=N02 lost-hedge,col=22,endColumn=29"
        "::the words say “At least 12”, but the value is exactly 12%0Awrite value=>=12\n"
        "::warning file=story.facts,line=5,endLine=5,title=N02 lost-hedge,col=11,endColumn=14"
        "::a remark: 100 %25 of this, and more\n"
    )


def test_gitlab() -> None:
    data = json.loads(report("gitlab"))
    assert data[0] == {
        "description": "the words say “At least 12”, but the value is exactly 12: write value=>=12",
        "check_name": "N02 lost-hedge",
        "fingerprint": content_key(finding_at(STORY, "value=12")),
        "severity": "major",
        "location": {"path": "story.facts", "lines": {"begin": 4, "end": 4}},
    }
    assert data[1]["severity"] == "minor"


def test_gitlab_fingerprints_are_unique() -> None:
    finding = finding_at(STORY, "died")
    file = FileResult(path="story.facts", result=Result(findings=(finding, finding)))
    data = json.loads("".join(get_report("gitlab")(run_of(file))))
    assert len({entry["fingerprint"] for entry in data}) == 2


def test_gitlab_of_nothing_is_an_empty_list() -> None:
    assert "".join(get_report("gitlab")(run_of())) == "[]\n"


def test_junit() -> None:
    root = ElementTree.fromstring(report("junit"))
    assert root.tag == "testsuites"
    story, clean = root
    assert story.attrib == {"name": "story.facts", "tests": "3", "failures": "2", "errors": "0", "skipped": "1"}
    assert [case.get("name") for case in story] == [
        "N02 lost-hedge at 4:22",
        "N02 lost-hedge at 5:11",
        "N14 sum at 5:1",
    ]
    failure = story[0][0]
    assert failure.get("message") == "the words say “At least 12”, but the value is exactly 12"
    assert "^^^^^^^^" in (failure.text or "")
    assert story[2][0].tag == "skipped"
    assert clean.attrib == {"name": "clean.facts", "tests": "1", "failures": "0", "errors": "0", "skipped": "0"}
    assert [len(case) for case in clean] == [0]


def test_junit_contains_nothing_that_xml_cannot() -> None:
    finding = attrs.evolve(finding_at(STORY, "died"), message="a\x00b\x1b & <c> \ud800")
    text = "".join(get_report("junit")(run_of(FileResult(path="a\x0b.facts", result=Result(findings=(finding,))))))
    failure = ElementTree.fromstring(text)[0][0][0]
    assert failure.get("message") == "a\\x00b\\x1b & <c> \\ud800"


# -- SARIF: what the 2.1.0 specification requires ----------------------------------------------------------------------


def sarif() -> dict[str, Any]:
    fix = fixable(STORY, "value=12", "value=>=12")
    error = finding_at(STORY, "value=12", labels=(("35", "another count"),), fix=fix)
    log: dict[str, Any] = json.loads(
        "".join(get_report("sarif")(run_of(FileResult(path="story.facts", result=Result(findings=(error,))))))
    )
    return log


def test_sarif_log_and_tool() -> None:
    log = sarif()
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "newsfacts"
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert [invocation["executionSuccessful"] for invocation in run["invocations"]] == [True]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "N02"
    assert rule["name"] == "LostHedge"
    assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    assert rule["shortDescription"]["text"] == "A declared value keeps the hedge of its words."


def test_sarif_result() -> None:
    run = sarif()["runs"][0]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "N02"
    assert result["level"] == "error"
    assert result["message"]["text"] == "the words say “At least 12”, but the value is exactly 12"
    physical = result["locations"][0]["physicalLocation"]
    assert physical == {
        "artifactLocation": {"uri": "story.facts"},
        "region": {
            "startLine": 4,
            "startColumn": 22,
            "endLine": 4,
            "endColumn": 30,
            "snippet": {"text": "value=12"},
        },
    }
    (related,) = result["relatedLocations"]
    assert related["message"] == {"text": "another count"}
    assert related["physicalLocation"]["region"]["startLine"] == 5
    assert set(result["partialFingerprints"]) == {"newsfacts/v1"}


def test_sarif_fix() -> None:
    (fix,) = sarif()["runs"][0]["results"][0]["fixes"]
    assert fix["description"] == {"text": "write the value as the words say it"}
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "story.facts"}
    (replacement,) = change["replacements"]
    assert replacement == {
        "deletedRegion": {"startLine": 4, "startColumn": 22, "endLine": 4, "endColumn": 30},
        "insertedContent": {"text": "value=>=12"},
    }


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("story.facts", "story.facts"),
        ("a b/100%.facts", "a%20b/100%25.facts"),
        ("наука/статья.facts", "%D0%BD%D0%B0%D1%83%D0%BA%D0%B0/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F.facts"),
        (None, "stdin"),
    ],
)
def test_paths_become_uris(path: str | None, uri: str) -> None:
    assert file_uri(path) == uri


def test_absolute_paths_become_file_uris(tmp_path: Path) -> None:
    assert file_uri(str(tmp_path / "a.facts")).startswith("file:///")


def test_every_report_copes_with_a_finding_without_words() -> None:
    finding = attrs.evolve(finding_at(STORY, "died"), place=None)
    empty = attrs.evolve(finding_at(STORY, "died"), place=Place(None, SourceText(""), 0, 0))
    for name in REPORTS:
        run = run_of(FileResult(path="story.facts", result=Result(findings=(finding, empty))))
        assert "N02" in "".join(get_report(name)(run))
