"""One line for each finding, as compilers write them, so that editors can jump to the place."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.reports.run import Run
from newsfacts.reports.text_report import render_summary
from newsfacts.text.printable import printable

__all__ = ["render"]


def render(run: Run) -> Iterator[str]:
    """`path:line:column: severity CODE message`, then the summary where statistics are wanted."""
    for file in run.files:
        for finding in file.findings:
            yield printable(str(finding)) + "\n"
    if run.diff:
        yield run.diff
    if run.statistics:
        yield render_summary(run.summary, color=run.color, statistics=True)
