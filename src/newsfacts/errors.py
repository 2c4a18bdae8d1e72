"""Every exception newsfacts raises. All of them are `NewsfactsError`, and nothing else is raised for bad input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsfacts.findings import Finding

__all__ = ["NewsfactsError", "ReadError", "SchemaError", "UnreadableValue", "UsageError"]


class NewsfactsError(Exception):
    """Base of all errors of this library; its text is one or more complete sentences for a person."""


class UnreadableValue(NewsfactsError, ValueError):
    """A phrase or a canonical string is not a number, a date or a duration that newsfacts can read.

    `raw` is the text that was given, `reason` says why it was refused.
    """

    def __init__(self, raw: str, reason: str) -> None:
        self.raw = raw
        self.reason = reason
        shown = raw if len(raw) <= 60 else raw[:57] + "..."
        super().__init__(f"cannot read {shown!r}: {reason}")

    def __reduce__(self) -> tuple[type[UnreadableValue], tuple[str, str]]:
        return UnreadableValue, (self.raw, self.reason)


class ReadError(NewsfactsError):
    """A document or factbook could not be read without problems; `findings` holds every one, each with its place."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        self.message = message
        self.findings = tuple(findings)
        super().__init__("\n".join([message, *(str(finding) for finding in self.findings)]))

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, tuple[Finding, ...]]]:
        return ReadError, (self.message, self.findings)


class SchemaError(NewsfactsError):
    """A kind, a field, a rule or a schema file contradicts what is already defined."""


class UsageError(NewsfactsError):
    """A path, an option or a configuration value that cannot be used; the command line exits with status 2."""
