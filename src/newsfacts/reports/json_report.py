"""One JSON object: the findings, what could not be checked, the summary."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsfacts import __version__
from newsfacts.reports.data import finding_data, skipped_data, summary_data
from newsfacts.reports.run import Run

__all__ = ["render"]

VERSION = 1
"""Counts up when a key changes its meaning or goes; new keys may come at any time."""


def render(run: Run) -> Iterator[str]:
    """Written finding by finding, so that a long list is never held as a whole."""
    yield f'{{\n  "version": {VERSION},\n  "newsfacts": "{__version__}",\n  "findings": ['
    separator = "\n    "
    for file in run.files:
        for finding in file.findings:
            yield separator + json.dumps(finding_data(finding), ensure_ascii=False)
            separator = ",\n    "
    yield "\n  ],\n" if separator.startswith(",") else "],\n"
    skipped = ",\n    ".join(json.dumps(skipped_data(item), ensure_ascii=False) for item in run.summary.skipped)
    yield f'  "skipped": [\n    {skipped}\n  ],\n' if skipped else '  "skipped": [],\n'
    yield f'  "summary": {json.dumps(summary_data(run.summary), ensure_ascii=False)}\n}}\n'
