"""What a check has to say: a finding, the place it points at, and perhaps a fix."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any

import attrs

from newsfacts.enums import WordEnum
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.text.printable import bounded
from newsfacts.text.source import Place, Position
from newsfacts.text.spans import Span

__all__ = [
    "MAX_PROBLEMS", "READER_CODES", "Applicability", "Edit", "Finding", "Fix", "Label", "ProblemList", "ReaderCode", "Severity",
    "Skipped", "problem",
]  # fmt: skip

MAX_PROBLEMS = 1000
"""How many problems of one file are listed; one more says that there are others."""


class Severity(WordEnum):
    """How much a finding weighs. `Severity.ERROR.rank` is the highest."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Applicability(WordEnum):
    """Who may apply a fix: anyone (`safe`), a person who has read it (`unsafe`), or no one (`display`: it only shows)."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


@frozen
class Edit:
    """Replace the half-open range of code points `start`..`end` of a *file* by `replacement`."""

    start: int
    end: int
    replacement: str


@frozen
class Fix:
    """A way to fix a finding. No fix that changes a number, a name or a quoted word is ever `Applicability.SAFE`."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.UNSAFE


@frozen
class Label:
    """Words for another place that a finding names.

    `is_in_file` is False where the lines of `place` are not those of the file but of the text that was read from it, as of
    a PDF file: the message says where it is.
    """

    message: str = attrs.field(converter=bounded)
    place: Place
    is_in_file: bool = True


@frozen(kw_only=True)
class Finding:
    """One defect. `message` is a sentence of its own; `help` says how to fix it. Both are cut down to `MAX_MESSAGE` characters.

    `place` is where it is in the file; `spans` are half-open code point ranges in the document's text, empty where
    the defect is not in the text (front matter, a factbook).
    """

    code: str
    rule: str
    severity: Severity
    message: str = attrs.field(converter=bounded)
    place: Place | None = None
    spans: tuple[Span, ...] = ()
    labels: tuple[Label, ...] = ()
    help: str | None = attrs.field(default=None, converter=attrs.converters.optional(bounded))
    fix: Fix | None = None

    @property
    def path(self) -> str | None:
        """The file, as the user named it; None for a text that came from no file."""
        return self.place.path if self.place else None

    @property
    def position(self) -> Position | None:
        """Line and column, from 1, in the file."""
        return self.place.position if self.place else None

    @property
    def span(self) -> Span | None:
        """The first of `spans`."""
        return self.spans[0] if self.spans else None

    @property
    def words(self) -> str:
        """The words of the file that the finding points at."""
        return self.place.words if self.place else ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Orders findings by file, place and code."""
        start, end = (self.place.start, self.place.end) if self.place else (-1, -1)
        return (self.path or "", start, end, self.code, self.message)

    def __str__(self) -> str:
        where = f"{self.path or '<text>'}:{self.position or Position(1, 1)}"
        return f"{where}: {self.severity} {self.code} {self.message}"

    def evolve(self, **changes: Any) -> Finding:
        """A copy with some fields changed."""
        return attrs.evolve(self, **changes)


@frozen(kw_only=True)
class Skipped:
    """Something that could not be checked, and why."""

    code: str
    rule: str
    reason: str = attrs.field(converter=bounded)
    place: Place | None = None

    def __str__(self) -> str:
        where = f"{self.place.path or '<text>'}:{self.place.position}: " if self.place else ""
        return f"{where}{self.code} could not be checked: {self.reason}"


# -- Problems reported by readers --------------------------------------------------------------------------------------


class ReaderCode(enum.StrEnum):
    """The codes of the problems that readers report, by the name of the rule that explains each.

    The rule is a page of `newsfacts.rules`, with the reason and examples; its name and severity are those given here.
    """

    DUPLICATE_YAML_KEY = "S01"
    AMBIGUOUS_SCALAR = "S02"
    UNKNOWN_FIELD = "S03"
    MISSING_FIELD = "S04"
    DUPLICATE_ID = "S05"
    DANGLING_REFERENCE = "S06"
    REFERENCE_TO_WRONG_KIND = "S07"
    CYCLIC_REFERENCE = "S09"
    UNSUPPORTED_VERSION = "S10"
    CHANGED_TEXT = "S11"
    UNCLEAN_TEXT = "S12"
    VALUE_NOT_IN_LIST = "S13"
    BROKEN_MARKUP = "S15"
    UNKNOWN_KIND = "S16"
    BROKEN_YAML = "S17"
    UNREADABLE_VALUE = "S18"
    UNUSABLE_FACTBOOK = "S19"
    UNREADABLE_FILE = "S20"
    MALFORMED_SUPPRESSION = "S21"
    UNUSED_SUPPRESSION = "S22"
    UNUSABLE_SCHEMA = "S24"
    NEAR_MARKUP = "S26"
    SPAN_OUTSIDE_TEXT = "A01"
    STORED_WORDS_DIFFER = "A03"
    SHIFTED_OFFSETS = "A04"
    AMBIGUOUS_ANCHOR = "A09"
    ANCHOR_NOT_FOUND = "A10"

    @property
    def rule(self) -> str:
        """The name of the rule: `broken-yaml`."""
        return self.name.lower().replace("_", "-")

    @property
    def severity(self) -> Severity:
        """How much such a problem weighs: it is an error, with few exceptions."""
        return _MILDER.get(self, Severity.ERROR)


READER_CODES: Mapping[str, ReaderCode] = FrozenDict({code.value: code for code in ReaderCode})

_MILDER: Mapping[ReaderCode, Severity] = FrozenDict({
    ReaderCode.AMBIGUOUS_SCALAR: Severity.INFO,
    ReaderCode.UNCLEAN_TEXT: Severity.WARNING,
    ReaderCode.UNUSED_SUPPRESSION: Severity.WARNING,
    ReaderCode.NEAR_MARKUP: Severity.WARNING,
})  # fmt: skip


def problem(
    code: ReaderCode,
    message: str,
    place: Place | None,
    *,
    help: str | None = None,
    fix: Fix | None = None,
) -> Finding:
    """A finding of a reader, with the name and the severity that its code has."""
    return Finding(
        code=code.value, rule=code.rule, severity=code.severity, message=message, place=place, help=help, fix=fix
    )


class ProblemList(list[Finding]):
    """A list of findings that stops growing at `MAX_PROBLEMS`, so that hopeless input stays readable and cheap."""

    def add(
        self, code: ReaderCode, message: str, place: Place | None, *, help: str | None = None, fix: Fix | None = None
    ) -> None:
        """Append a problem, or the remark that there are more."""
        if len(self) < MAX_PROBLEMS:
            self.append(problem(code, message, place, help=help, fix=fix))
        elif len(self) == MAX_PROBLEMS:
            self.append(
                problem(code, f"this file has more than {MAX_PROBLEMS:,} problems; the rest is not listed", place)
            )
