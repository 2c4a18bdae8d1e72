"""Workflow commands that GitHub shows as annotations next to the lines of a change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.reports.run import Run
from newsfacts.text.printable import printable_lines

__all__ = ["render"]

_COMMANDS: Mapping[Severity, str] = MappingProxyType({
    Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice",
})  # fmt: skip


def render(run: Run) -> Iterator[str]:
    """One command a line."""
    for file in run.files:
        for finding in file.findings:
            yield command(finding) + "\n"


def command(finding: Finding) -> str:
    """`::error file=...,line=...::message`"""
    properties = {"title": f"{finding.code} {finding.rule}"}
    place = finding.place
    if place is not None and place.path is not None:
        begin, end = place.position, place.end_position
        properties = {
            "file": PurePath(place.path).as_posix(),
            "line": str(begin.line),
            "endLine": str(end.line),
        } | properties
        if begin.line == end.line:  # columns are only understood within one line
            properties |= {"col": str(begin.column), "endColumn": str(max(end.column - 1, begin.column))}
    written = ",".join(f"{key}={escaped_property(value)}" for key, value in properties.items())
    message = finding.message if finding.help is None else f"{finding.message}\n{finding.help}"
    return f"::{_COMMANDS[finding.severity]} {written}::{escaped(message)}"


def escaped(text: str) -> str:
    """Data of a workflow command; a terminal that shows the log is not steered by it."""
    return printable_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """The value of a property of a workflow command."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
