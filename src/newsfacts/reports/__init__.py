"""The forms in which a check reports: one module each, with `render(run) -> Iterator[str]`.

A report reads `run.files` once, from first to last, so that a long run shows what it finds while it goes on and has
no more than one file's findings in memory. `run.summary` is complete when `run.files` is exhausted.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from newsfacts.errors import UsageError
from newsfacts.reports.run import FileResult, Run, Summary

__all__ = ["REPORTS", "FileResult", "Run", "Summary", "get_report"]

REPORTS: Mapping[str, str] = MappingProxyType({
    "text": "the words with carets under them, for a terminal",
    "concise": "one line for each finding",
    "json": "one JSON object",
    "jsonl": "one JSON object a line",
    "github": "annotations of a GitHub workflow",
    "gitlab": "GitLab code quality",
    "sarif": "SARIF 2.1.0",
    "junit": "JUnit XML",
    "html": "a web page with the texts, as newsfacts view shows them",
})  # fmt: skip
"""The reports, and what each is. The report `json` is written by `newsfacts.reports.json_report`, and so on."""


def get_report(name: str) -> Callable[[Run], Iterator[str]]:
    """The function that renders a report. Raises `UsageError` naming the nearest where there is none of that name."""
    if name not in REPORTS:
        from newsfacts.text.suggestions import suggestion

        hint = suggestion(name, REPORTS) or f"; there are {', '.join(REPORTS)}"
        raise UsageError(f"no report is called {name!r}{hint}")
    render: Callable[[Run], Iterator[str]] = importlib.import_module(f"newsfacts.reports.{name}_report").render
    return render
