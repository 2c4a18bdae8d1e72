"""One JSON object a line; `type` says which: finding, skipped, and at the end summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsfacts.reports.data import finding_data, skipped_data, summary_data
from newsfacts.reports.run import Run
from newsfacts.text.printable import json_text

__all__ = ["render"]


def render(run: Run) -> Iterator[str]:
    """Each line when it is known."""
    for file in run.files:
        for finding in file.findings:
            yield line("finding", finding_data(finding))
        for skipped in file.result.skipped:
            yield line("skipped", skipped_data(skipped))
    yield line("summary", summary_data(run.summary))


def line(type: str, data: dict[str, Any]) -> str:
    """One object with its type first."""
    return json_text({"type": type, **data}) + "\n"
