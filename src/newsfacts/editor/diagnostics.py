"""What is found in a file, as an editor underlines it."""

from __future__ import annotations

import os

from newsfacts.editor.analysis import Analysis
from newsfacts.errors import HOMEPAGE
from newsfacts.findings import Finding, Label, Severity
from newsfacts.immutable import frozen
from newsfacts.text.spans import Span

__all__ = ["Diagnostic", "diagnostics"]


@frozen(kw_only=True)
class Diagnostic:
    """A finding with its range in the file. `related` are other places of the same file that it names."""

    span: Span
    severity: Severity
    code: str
    message: str
    address: str
    related: tuple[Label, ...] = ()
    finding: Finding


def diagnostics(analysis: Analysis) -> list[Diagnostic]:
    """The findings of a file in the order of its text. One in another file is shown at the top, with that place."""
    return [diagnostic(finding, analysis) for finding in analysis.findings]


def diagnostic(finding: Finding, analysis: Analysis) -> Diagnostic:
    """One finding as the editor shows it."""
    place, message = finding.place, finding.message
    if place is not None and place.path in (analysis.path, None):
        span = Span(place.start, max(place.end, place.start))
    else:
        span = Span(0, 0)
        if place is not None:
            message = f"{message} (in {os.path.basename(place.path or '')}, line {place.position.line})"
    if finding.help:
        message = f"{message}\n{finding.help}"
    return Diagnostic(
        span=span,
        severity=finding.severity,
        code=finding.code,
        message=message,
        address=f"{HOMEPAGE}rules/{finding.code}/",
        related=tuple(label for label in finding.labels if label.place.path in (analysis.path, None)),
        finding=finding,
    )
