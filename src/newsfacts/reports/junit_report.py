"""JUnit XML: a suite for each file, a failed test for each finding, a skipped one for what could not be checked."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.reports.run import FileResult, Run
from newsfacts.reports.text_report import render_finding
from newsfacts.text.printable import printable, printable_lines

__all__ = ["render"]


def render(run: Run) -> Iterator[str]:
    """Suite by suite. Findings that are for information only do not fail."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newsfacts">\n'
    for file in run.files:
        yield suite(file)
    yield "</testsuites>\n"


def suite(file: FileResult) -> str:
    """One file. A file without findings and skips has one test, which passed."""
    failures = [finding for finding in file.findings if finding.severity is not Severity.INFO]
    information = [finding for finding in file.findings if finding.severity is Severity.INFO]
    name = attribute(file.path)
    cases = [failed(finding, file.path) for finding in failures]
    cases += [
        f"    <testcase classname={name} name={attribute(title(finding))}>\n"
        f"      <system-out>{text(str(finding))}</system-out>\n    </testcase>\n"
        for finding in information
    ]
    cases += [
        f"    <testcase classname={name} name={attribute(title_of_skipped(item))}>\n"
        f"      <skipped message={attribute(item.reason)}/>\n    </testcase>\n"
        for item in file.result.skipped
    ]
    if not cases:
        cases = [f'    <testcase classname={name} name="newsfacts check"/>\n']
    counts = f'tests="{len(cases)}" failures="{len(failures)}" errors="0" skipped="{len(file.result.skipped)}"'
    return f"  <testsuite name={name} {counts}>\n{''.join(cases)}  </testsuite>\n"


def failed(finding: Finding, path: str) -> str:
    """A finding as a failed test."""
    return (
        f"    <testcase classname={attribute(path)} name={attribute(title(finding))}>\n"
        f"      <failure type={attribute(finding.severity.value)} message={attribute(finding.message)}>"
        f"{text(render_finding(finding))}</failure>\n    </testcase>\n"
    )


def title(finding: Finding) -> str:
    """The name of a finding's test, with its place, since names must differ."""
    return f"{finding.code} {finding.rule} at {finding.position or '1:1'}"


def title_of_skipped(item: Skipped) -> str:
    """The name of what could not be checked, with its place where there is one."""
    where = f" at {item.place.position}" if item.place is not None else ""
    return f"{item.code} {item.rule}{where}"


def attribute(value: str) -> str:
    """A quoted attribute value. What XML cannot contain even as a reference is written as an escape."""
    return quoteattr(printable(value))


def text(value: str) -> str:
    """Character data."""
    return escape(printable_lines(value))
