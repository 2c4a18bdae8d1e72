"""The lines above a file: how much is found in it, and how many proposals are left."""

from __future__ import annotations

from collections import Counter

from newsfacts.editor.analysis import Analysis
from newsfacts.findings import Severity
from newsfacts.immutable import frozen
from newsfacts.reviewing.proposals import proposals
from newsfacts.values.level import Level

__all__ = ["Lens", "lenses"]


@frozen
class Lens:
    """A line above the file; with `level`, choosing it accepts the proposals of that level and the surer ones."""

    title: str
    level: Level | None = None


def lenses(analysis: Analysis) -> list[Lens]:
    """What is to do in a file."""
    numbers = Counter(finding.severity for finding in analysis.findings)
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}
    parts = [
        f"{numbers[severity]} {word}{'s' if numbers[severity] > 1 else ''}"
        for severity, word in words.items()
        if numbers[severity]
    ]
    found = [Lens(", ".join(parts) if parts else "no findings")]
    if analysis.written is None:
        return found
    left = len(proposals(analysis.written))
    if left:
        sure = len(proposals(analysis.written, Level.SURE))
        found.append(Lens(f"{left} proposal{'s' if left > 1 else ''} left"))
        if sure:
            found.append(Lens(f"accept the {sure} that {'are' if sure > 1 else 'is'} sure", Level.SURE))
    return found
