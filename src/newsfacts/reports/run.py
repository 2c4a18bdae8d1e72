"""What a report is made of: the result of each file, and a summary that grows with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import attrs

from newsfacts.checking.one_file import FileResult
from newsfacts.findings import Severity
from newsfacts.immutable import define, frozen
from newsfacts.patterns import lazy_pattern

if TYPE_CHECKING:
    from newsfacts.values import Policy
    from newsfacts.view.articles import Article

__all__ = ["FileResult", "Run", "SkippedGroup", "Summary", "plural"]

_QUOTED = lazy_pattern(r"“[^”]*”|'[^']*'|\"[^\"]*\"")


@frozen
class SkippedGroup:
    """Several things that could not be checked for the same reason."""

    code: str
    rule: str
    reason: str
    count: int


@define(kw_only=True)
class Summary:
    """What was looked at, what held, what did not, and what could not be checked."""

    files: int = 0
    factbooks: int = 0
    documents: int = 0
    annotations: int = 0
    rules: int = 0
    held: int = 0
    unreadable: int = 0
    failed: int = 0
    """How many files could not be checked because of an error in newsfacts itself."""
    suppressed: int = 0
    known: int = 0
    outdated: int = 0
    fixed: int = 0
    refused: list[str] = attrs.field(factory=list)
    severities: Counter[Severity] = attrs.field(factory=Counter)
    codes: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    skipped: Counter[tuple[str, str, str]] = attrs.field(factory=Counter)
    """What could not be checked: how often, by code, rule and reason."""

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
        self.failed += file.failure is not None
        self.suppressed += len(result.suppressed)
        self.known += len(file.known)
        for finding in result.findings:
            self.severities[finding.severity] += 1
            self.codes[finding.code, finding.rule] += 1
        self.skipped.update((skipped.code, skipped.rule, skipped.reason) for skipped in result.skipped)

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
        groups: dict[tuple[str, str, str], list[tuple[str, int]]] = {}
        for (code, rule, reason), count in self.skipped.items():
            groups.setdefault((code, rule, _QUOTED.sub("“…”", reason)), []).append((reason, count))
        return [
            SkippedGroup(code, rule, members[0][0] if len(members) == 1 else reason, sum(count for _, count in members))
            for (code, rule, reason), members in sorted(groups.items())
        ]


@define(kw_only=True)
class Run:
    """One run of a check. Reading `files` fills in `summary`."""

    files: Iterable[FileResult]
    summary: Summary = attrs.field(factory=Summary)
    color: bool = False
    width: int = 120
    statistics: bool = False
    diff: str = ""
    """What fixes would change, for the reports that people read."""
    articles: Callable[[str], Iterable[Article]] | None = None
    """Reads a file again, for the report that shows whole texts."""
    policy: Policy | None = None


def plural(count: int, noun: str) -> str:
    """A number and its noun: "1 error", "1,200 errors"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
