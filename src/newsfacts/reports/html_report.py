"""The report as a page: every article as `newsfacts view` shows it, with the findings that are reported."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.reports.run import Run
from newsfacts.view.collecting import Collected, page_of_all

__all__ = ["render"]


def render(run: Run) -> Iterator[str]:
    """The whole page, when everything is checked. The articles are read again, since results do not keep their texts."""
    collected = Collected()
    for file in run.files:
        if run.articles is None or file.is_across or file.is_factbook or file.is_unreadable:
            collected.elsewhere += file.findings
        else:
            collected.add(run.articles(file.path), file.findings)
    yield page_of_all(collected, run.policy, title="Findings")
