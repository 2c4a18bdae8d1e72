"""SARIF 2.1.0 (OASIS), the exchange format of code scanning services. Columns count code points."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from newsfacts import __version__
from newsfacts.checking.baseline import content_key
from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity
from newsfacts.reports.data import file_uri
from newsfacts.reports.run import Run
from newsfacts.rules import get_rule, rule_modules
from newsfacts.text.source import Place

__all__ = ["render"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS: Mapping[Severity, str] = MappingProxyType({
    Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note",
})  # fmt: skip


def render(run: Run) -> Iterator[str]:
    """The log as a whole: it names its rules before its results."""
    findings = [finding for file in run.files for finding in file.findings]
    codes = sorted({finding.code for finding in findings})
    driver = {
        "name": "newsfacts",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [rule_data(code, next(f for f in findings if f.code == code)) for code in codes],
    }
    notifications = [
        {"level": "note", "message": {"text": str(skipped)}, "associatedRule": {"id": skipped.code}}
        for skipped in run.summary.skipped
    ]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {"executionSuccessful": run.summary.unreadable == 0, "toolExecutionNotifications": notifications}
                ],
                "results": [result(finding, codes.index(finding.code)) for finding in findings],
            }
        ],
    }
    yield json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def rule_data(code: str, example: Finding) -> dict[str, Any]:
    """What a viewer shows of a rule."""
    data: dict[str, Any] = {"id": code, "name": "".join(word.capitalize() for word in example.rule.split("-"))}
    if code not in rule_modules():  # a rule of an extension that is not installed here
        return data
    rule = get_rule(code)
    sections = rule.sections()
    data["shortDescription"] = {"text": sections.get("", rule.name)}
    data["fullDescription"] = {"text": sections.get("What it checks", rule.name)}
    data["help"] = {
        "text": "\n\n".join(part for heading in ("Why", "Instead", "Fix") if (part := sections.get(heading)))
    }
    data["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
    return data


def result(finding: Finding, rule_index: int) -> dict[str, Any]:
    """One finding."""
    message = finding.message if finding.help is None else f"{finding.message}\n{finding.help}"
    data: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [location(finding.place)],
        "partialFingerprints": {"newsfacts/v1": content_key(finding)},
    }
    if finding.labels:
        data["relatedLocations"] = [
            {"id": number, **location(label.place), "message": {"text": label.message}}
            for number, label in enumerate(finding.labels)
        ]
    if finding.fix is not None and finding.fix.applicability is not Applicability.DISPLAY and finding.place is not None:
        data["fixes"] = [fix_data(finding.fix, finding.place)]
    return data


def location(place: Place | None) -> dict[str, Any]:
    """A place; the top of the input where there is none."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": file_uri(place.path if place else None)}}
    physical["region"] = region(place) if place is not None else {"startLine": 1}
    return {"physicalLocation": physical}


def region(place: Place) -> dict[str, Any]:
    """Lines and columns from 1; the end column is the one after the last."""
    begin, end = place.position, place.end_position
    data: dict[str, Any] = {
        "startLine": begin.line, "startColumn": begin.column, "endLine": end.line, "endColumn": end.column,
    }  # fmt: skip
    if place.words:
        data["snippet"] = {"text": place.words}
    return data


def fix_data(fix: Fix, place: Place) -> dict[str, Any]:
    """A fix of the file in which the finding stands."""

    def replacement(edit: Edit) -> dict[str, Any]:
        deleted = region(Place(place.path, place.source, edit.start, edit.end))
        deleted.pop("snippet", None)
        return {"deletedRegion": deleted, "insertedContent": {"text": edit.replacement}}

    change = {
        "artifactLocation": {"uri": file_uri(place.path)},
        "replacements": [replacement(edit) for edit in fix.edits],
    }
    return {"description": {"text": fix.title}, "artifactChanges": [change]}
