"""One JSON object: the findings, what could not be checked, the summary."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import __version__
from newsfacts.reports.data import finding_data, skipped_data, summary_data
from newsfacts.reports.run import Run
from newsfacts.text.printable import json_text

__all__ = ["render"]

VERSION = 1
"""Counts up when a key changes its meaning or goes; new keys may come at any time."""


def render(run: Run) -> Iterator[str]:
    """Written finding by finding, so that a long list is never in memory as a whole."""
    yield f'{{\n  "version": {VERSION},\n  "newsfacts": "{__version__}",\n  "findings": ['
    separator = "\n    "
    skipped: list[str] = []
    for file in run.files:
        for finding in file.findings:
            yield separator + json_text(finding_data(finding))
            separator = ",\n    "
        skipped += (json_text(skipped_data(item)) for item in file.result.skipped)
    yield "\n  ],\n" if separator.startswith(",") else "],\n"
    listed = ",\n    ".join(skipped)
    yield f'  "skipped": [\n    {listed}\n  ],\n' if skipped else '  "skipped": [],\n'
    yield f'  "summary": {json_text(summary_data(run.summary))}\n}}\n'
