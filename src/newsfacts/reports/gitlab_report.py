"""GitLab's code quality report: a JSON list whose entries keep their fingerprint when lines move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

from newsfacts.checking.baseline import content_key
from newsfacts.findings import Finding, Severity
from newsfacts.reports.run import Run
from newsfacts.text.printable import json_text

__all__ = ["render"]

_SEVERITIES: Mapping[Severity, str] = MappingProxyType({
    Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info",
})  # fmt: skip


def render(run: Run) -> Iterator[str]:
    """Entry by entry."""
    seen: Counter[str] = Counter()
    separator = "[\n  "
    for file in run.files:
        for finding in file.findings:
            yield separator + json_text(entry(finding, seen))
            separator = ",\n  "
    yield "\n]\n" if separator.startswith(",") else "[]\n"


def entry(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    """One entry. GitLab drops entries whose fingerprint another one has, so repeated ones are numbered."""
    key = content_key(finding)
    seen[key] += 1
    position = finding.position
    end = finding.place.end_position if finding.place else None
    return {
        "description": _description(finding),
        "check_name": f"{finding.code} {finding.rule}",
        "fingerprint": key if seen[key] == 1 else f"{key}-{seen[key]}",
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": PurePath(finding.path or "stdin").as_posix(),
            "lines": {"begin": position.line if position else 1, "end": end.line if end else 1},
        },
    }


def _description(finding: Finding) -> str:
    """The message, and the help as its end or as a sentence of its own."""
    if finding.help is None:
        return finding.message
    separator = ". " if finding.help[:1].isupper() else ": "
    return f"{finding.message}{separator}{finding.help}"
