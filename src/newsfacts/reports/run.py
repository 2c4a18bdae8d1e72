"""What a run over many files hands to a report: the result of each file, and a summary that grows with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import attrs

from newsfacts.checking.document import Result
from newsfacts.checking.fact_store import DocumentFacts
from newsfacts.checking.file_text import light_skipped
from newsfacts.findings import Finding, ReaderCode, Severity, Skipped

__all__ = ["FileResult", "Run", "SkippedGroup", "Summary", "plural"]

_QUOTED = re.compile(r"“[^”]*”|'[^']*'|\"[^\"]*\"")


@attrs.frozen(kw_only=True)
class FileResult:
    """What a check says of one file, or at the end of all documents together (`is_across`).

    `known` are findings that a baseline has already; `facts` is what is compared across documents.
    """

    path: str
    result: Result
    is_factbook: bool = False
    is_across: bool = False
    known: tuple[Finding, ...] = ()
    facts: tuple[DocumentFacts, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are reported."""
        return self.result.findings

    @property
    def is_unreadable(self) -> bool:
        """Whether the file could not be read at all."""
        return any(finding.code == ReaderCode.UNREADABLE_FILE for finding in self.result.findings)


@attrs.frozen
class SkippedGroup:
    """Several things that could not be checked for the same reason."""

    code: str
    rule: str
    reason: str
    count: int


@attrs.define(kw_only=True)
class Summary:
    """What was looked at, what held, what did not, and what could not be checked."""

    files: int = 0
    factbooks: int = 0
    documents: int = 0
    annotations: int = 0
    rules: int = 0
    held: int = 0
    unreadable: int = 0
    suppressed: int = 0
    known: int = 0
    outdated: int = 0
    fixed: int = 0
    refused: list[str] = attrs.field(factory=list)
    severities: Counter[Severity] = attrs.field(factory=Counter)
    codes: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    skipped: list[Skipped] = attrs.field(factory=list)

    def add(self, file: FileResult) -> None:
        """Count the result of one more file."""
        result = file.result
        self.files += not file.is_across
        self.factbooks += file.is_factbook
        self.documents += result.checked.documents
        self.annotations += result.checked.annotations
        self.rules = max(self.rules, result.checked.rules)
        self.held += result.checked.held
        self.unreadable += file.is_unreadable
        self.suppressed += len(result.suppressed)
        self.known += len(file.known)
        for finding in result.findings:
            self.severities[finding.severity] += 1
            self.codes[finding.code, finding.rule] += 1
        self.skipped += map(light_skipped, result.skipped) if self.files > 1 else result.skipped

    @property
    def findings(self) -> int:
        """How many findings are reported."""
        return sum(self.severities.values())

    @property
    def worst(self) -> Severity | None:
        """The highest severity that was reported."""
        return max(self.severities, key=lambda severity: severity.rank, default=None)

    def skipped_groups(self) -> list[SkippedGroup]:
        """What could not be checked, by rule and reason; reasons that differ only in quoted words are one."""
        groups: dict[tuple[str, str, str], list[Skipped]] = {}
        for skipped in self.skipped:
            groups.setdefault((skipped.code, skipped.rule, _QUOTED.sub("“…”", skipped.reason)), []).append(skipped)
        return [
            SkippedGroup(code, rule, members[0].reason if len(members) == 1 else reason, len(members))
            for (code, rule, reason), members in sorted(groups.items(), key=lambda item: item[0])
        ]


@attrs.define(kw_only=True)
class Run:
    """One run of a check. Reading `files` fills in `summary`."""

    files: Iterable[FileResult]
    summary: Summary = attrs.field(factory=Summary)
    color: bool = False
    width: int = 120
    statistics: bool = False
    diff: str = ""
    """What fixes would change, for the reports that people read."""


def plural(count: int, noun: str) -> str:
    """A number and its noun: "1 error", "1,200 errors"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
