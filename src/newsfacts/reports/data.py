"""Findings as plain data, for every report that a program reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from newsfacts.checking.baseline import content_key
from newsfacts.findings import Finding, Fix, Label, Skipped
from newsfacts.reports.run import Summary
from newsfacts.text.source import Place

__all__ = ["file_uri", "finding_data", "place_data", "skipped_data", "summary_data"]


def place_data(place: Place | None) -> dict[str, Any]:
    """Where it is: lines and columns from 1, `start` and `end` as a half-open range; all in code points."""
    if place is None:
        return {"path": None}
    begin, end = place.position, place.end_position
    return {
        "path": place.path,
        "line": begin.line,
        "column": begin.column,
        "end_line": end.line,
        "end_column": end.column,
        "start": place.start,
        "end": place.end,
        "words": place.words,
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding; `spans` are ranges of the document's text, everything else is a place in the file."""
    data: dict[str, Any] = {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        **place_data(finding.place),
        "spans": [[span.start, span.end] for span in finding.spans],
        "labels": [label_data(label) for label in finding.labels],
        "help": finding.help,
        "fix": None if finding.fix is None else fix_data(finding.fix),
        "key": content_key(finding),
    }
    return data


def label_data(label: Label) -> dict[str, Any]:
    """Another place that a finding names."""
    return {"message": label.message, **place_data(label.place)}


def fix_data(fix: Fix) -> dict[str, Any]:
    """A fix; its edits are ranges of the file."""
    return {
        "title": fix.title,
        "applicability": fix.applicability.value,
        "edits": [{"start": e.start, "end": e.end, "replacement": e.replacement} for e in fix.edits],
    }


def skipped_data(skipped: Skipped) -> dict[str, Any]:
    """Something that could not be checked."""
    return {"code": skipped.code, "rule": skipped.rule, "reason": skipped.reason, **place_data(skipped.place)}


def summary_data(summary: Summary) -> dict[str, Any]:
    """The three counts that matter, and what else was counted."""
    return {
        "files": summary.files,
        "documents": summary.documents,
        "factbooks": summary.factbooks,
        "annotations": summary.annotations,
        "rules": summary.rules,
        "held": summary.held,
        "not_held": summary.findings,
        "not_checked": summary.skipped.total(),
        "severities": {
            severity.value: count for severity, count in sorted(summary.severities.items(), key=lambda i: i[0].rank)
        },
        "codes": {code: count for (code, _), count in sorted(summary.codes.items())},
        "suppressed": summary.suppressed,
        "known": summary.known,
        "fixed": summary.fixed,
        "unreadable": summary.unreadable,
        "failed": summary.failed,
    }


def file_uri(path: str | None) -> str:
    """A path as a relative (or absolute) URI reference, with forward slashes."""
    place = Path(path or "stdin")
    if place.is_absolute():
        return place.as_uri()
    return quote(place.as_posix(), errors="surrogateescape")
