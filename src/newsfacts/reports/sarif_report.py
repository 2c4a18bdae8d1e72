"""SARIF 2.1.0 (OASIS), the exchange format of code scanning services. Columns count code points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from newsfacts import __version__
from newsfacts.checking.baseline import content_key
from newsfacts.checking.one_file import RuleText
from newsfacts.errors import HOMEPAGE
from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity
from newsfacts.reports.data import file_uri
from newsfacts.reports.run import Run
from newsfacts.rules import all_rules, rule_modules
from newsfacts.text.printable import json_text
from newsfacts.text.source import Place

__all__ = ["render"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS: Mapping[Severity, str] = MappingProxyType({
    Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note",
})  # fmt: skip


def render(run: Run) -> Iterator[str]:
    """The log as a whole: it names its rules before its results."""
    rules: dict[str, dict[str, Any]] = {}
    numbers: dict[str, int] = {}
    results: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for file in run.files:
        declared = {text.code: text for text in file.rules}
        for finding in file.findings:
            if finding.code not in rules:
                numbers[finding.code] = len(rules)
                rules[finding.code] = rule_data(finding, declared.get(finding.code))
            results.append(result(finding, numbers[finding.code]))
        notes += (
            {"level": "note", "message": {"text": str(skipped)}, "associatedRule": {"id": skipped.code}}
            for skipped in file.result.skipped
        )
    driver = {
        "name": "newsfacts",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOMEPAGE,
        "rules": list(rules.values()),
    }
    successful = run.summary.unreadable == 0 and run.summary.failed == 0
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": successful, "toolExecutionNotifications": notes}],
                "results": results,
            }
        ],
    }
    yield json_text(log, indent=2) + "\n"


def rule_data(finding: Finding, declared: RuleText | None) -> dict[str, Any]:
    """What a viewer shows about a rule: of the table, of a schema file, or of a package that is not installed here."""
    code = finding.code
    data: dict[str, Any] = {"id": code, "name": "".join(word.capitalize() for word in finding.rule.split("-"))}
    if declared is not None:
        short = full = declared.text
        help = declared.help or declared.text
        level = declared.severity
        data["helpUri"] = f"{HOMEPAGE}schemas/"
    elif code in all_rules():
        rule = all_rules()[code]
        sections = rule.sections()
        short = sections.get("", rule.name)
        full = sections.get("What it checks", short)
        parts = [f"{heading}:\n{part}" for heading in ("Why", "Instead", "Fix") if (part := sections.get(heading))]
        help = "\n\n".join(parts) or full
        level = rule.severity
        if code in rule_modules():
            data["helpUri"] = f"{HOMEPAGE}rules/{code}/"
    else:
        short = full = help = finding.rule.replace("-", " ")
        level = finding.severity
    data["shortDescription"] = {"text": short}
    data["fullDescription"] = {"text": full}
    data["help"] = {"text": help}
    data["defaultConfiguration"] = {"level": _LEVELS[level]}
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
            {"id": number, **location(label.place, label.is_in_file), "message": {"text": label.message}}
            for number, label in enumerate(finding.labels)
        ]
    if finding.fix is not None and finding.fix.applicability is not Applicability.DISPLAY and finding.place is not None:
        data["fixes"] = [fix_data(finding.fix, finding.place)]
    return data


def location(place: Place | None, is_in_file: bool = True) -> dict[str, Any]:
    """A place; the top of the input where there is none, and the whole file where its lines are not those of the place."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": file_uri(place.path if place else None)}}
    if is_in_file:
        physical["region"] = region(place) if place is not None else {"startLine": 1}
    return {"physicalLocation": physical}


def region(place: Place) -> dict[str, Any]:
    """Lines and columns, with the words if there are any."""
    return lines_and_columns(place) | ({"snippet": {"text": place.words}} if place.words else {})


def lines_and_columns(place: Place) -> dict[str, Any]:
    """Lines and columns from 1; the end column is the one after the last."""
    begin, end = place.position, place.end_position
    return {"startLine": begin.line, "startColumn": begin.column, "endLine": end.line, "endColumn": end.column}


def fix_data(fix: Fix, place: Place) -> dict[str, Any]:
    """A fix of the file that the finding is in."""

    def replacement(edit: Edit) -> dict[str, Any]:
        deleted = lines_and_columns(Place(place.path, place.source, edit.start, edit.end))
        return {"deletedRegion": deleted, "insertedContent": {"text": edit.replacement}}

    change = {
        "artifactLocation": {"uri": file_uri(place.path)},
        "replacements": [replacement(edit) for edit in fix.edits],
    }
    return {"description": {"text": fix.title}, "artifactChanges": [change]}
