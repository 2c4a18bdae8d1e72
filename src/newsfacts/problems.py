"""What readers complain of: one table of codes, so that every reader says the same thing in the same way.

Each code has its page in `newsfacts.rules` too, where its reason and examples stand; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from newsfacts.findings import Finding, Fix, Label, Severity
from newsfacts.text.source import Place
from newsfacts.text.spans import Span

__all__ = ["MAX_PROBLEMS", "READING_PROBLEMS", "ProblemList", "problem"]

MAX_PROBLEMS = 1000
"""How many problems of one file are listed; one more says that there are others."""

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

READING_PROBLEMS: Mapping[str, tuple[str, Severity]] = MappingProxyType({
    "S01": ("duplicate-yaml-key", _ERROR),
    "S02": ("ambiguous-scalar", _INFO),
    "S03": ("unknown-field", _ERROR),
    "S04": ("missing-field", _ERROR),
    "S05": ("duplicate-id", _ERROR),
    "S06": ("dangling-reference", _ERROR),
    "S07": ("reference-to-wrong-kind", _ERROR),
    "S09": ("cyclic-reference", _ERROR),
    "S10": ("unsupported-version", _ERROR),
    "S11": ("changed-text", _ERROR),
    "S12": ("unclean-text", _WARNING),
    "S13": ("value-not-in-list", _ERROR),
    "S15": ("broken-markup", _ERROR),
    "S16": ("unknown-kind", _ERROR),
    "S17": ("broken-yaml", _ERROR),
    "S18": ("unreadable-value", _ERROR),
    "S19": ("unusable-factbook", _ERROR),
    "S20": ("unreadable-file", _ERROR),
    "S21": ("malformed-suppression", _ERROR),
    "S22": ("unused-suppression", _WARNING),
    "S24": ("unusable-schema", _ERROR),
    "A01": ("span-outside-text", _ERROR),
    "A03": ("stored-words-differ", _ERROR),
    "A04": ("shifted-offsets", _ERROR),
    "A09": ("ambiguous-anchor", _ERROR),
    "A10": ("anchor-not-found", _ERROR),
})  # fmt: skip


def problem(
    code: str,
    message: str,
    place: Place | None,
    *,
    help: str | None = None,
    spans: tuple[Span, ...] = (),
    labels: tuple[Label, ...] = (),
    fix: Fix | None = None,
) -> Finding:
    """A finding of a reader, with the name and severity that its code has."""
    rule, severity = READING_PROBLEMS[code]
    return Finding(
        code=code,
        rule=rule,
        severity=severity,
        message=message,
        place=place,
        help=help,
        spans=spans,
        labels=labels,
        fix=fix,
    )


class ProblemList(list[Finding]):
    """A list of findings that stops growing at `MAX_PROBLEMS`, so that hopeless input stays readable and cheap."""

    def add(
        self, code: str, message: str, place: Place | None, *, help: str | None = None, fix: Fix | None = None
    ) -> None:
        """Append a problem, or the remark that there are more."""
        if len(self) < MAX_PROBLEMS:
            self.append(problem(code, message, place, help=help, fix=fix))
        elif len(self) == MAX_PROBLEMS:
            self.append(
                problem(code, f"this file has more than {MAX_PROBLEMS:,} problems; the rest is not listed", place)
            )
