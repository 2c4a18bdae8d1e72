"""Every exception newsfacts raises. All of them are `NewsfactsError`, and nothing else is raised for bad input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsfacts.enums import WordEnum

if TYPE_CHECKING:
    from newsfacts.findings import Finding

__all__ = [
    "HOMEPAGE",
    "ISSUES",
    "BuildError",
    "MissingFile",
    "NewsfactsError",
    "ReadError",
    "SchemaError",
    "UnreadableKind",
    "UnreadableSource",
    "UnreadableValue",
    "UsageError",
    "failure_in_words",
    "is_interruption",
]

HOMEPAGE = "https://newsfacts.example/"
ISSUES = "https://github.com/example/newsfacts/issues"
"""Where to report an error in newsfacts itself."""


class NewsfactsError(Exception):
    """Base of all errors of this library; its text is one or more complete sentences for a person."""


class UnreadableKind(WordEnum):
    """Why a value was refused, for programs; `UnreadableValue.reason` says it for people."""

    NO_VALUE = "no value"
    """The words state no number and no time."""
    SEVERAL = "several values"
    """They state more than one, and nothing says which is meant."""
    NOT_ONE_NUMERAL = "not one numeral"
    """Number words or separators that do not make one number: "eleven three", "1,23,4"."""
    REVERSED = "reversed"
    """A range or a period whose end is before its start."""
    IMPOSSIBLE = "impossible"
    """A day or a moment that does not exist: 31 June."""
    UNKNOWN_WORD = "unknown word"
    """Words are left over that belong to no value."""
    NEEDS_DATE = "needs date"
    """It can be read only with the day of publication or another date."""
    DIFFERENT = "different"
    """It is something else than what was asked for: a time of day, a score, a name."""
    UNBOUNDED = "unbounded"
    """It says something about a number without bounding it: "many"."""
    LANGUAGE = "language"
    """Its words are in a language whose words are not read, so it could not be checked."""
    TOO_LONG = "too long"
    OTHER = "other"


class UnreadableValue(NewsfactsError, ValueError):
    """A phrase or a canonical string is not a number, a date or a duration that newsfacts can read.

    `raw` is the text that was given, `reason` says why it was refused, and `kind` sorts the reasons.
    """

    def __init__(self, raw: str, reason: str, kind: UnreadableKind = UnreadableKind.OTHER) -> None:
        self.raw = raw
        self.reason = reason
        self.kind = kind
        shown = raw if len(raw) <= 60 else raw[:57] + "..."
        super().__init__(f"cannot read {shown!r}: {reason}")

    def __reduce__(self) -> tuple[type[UnreadableValue], tuple[str, str, UnreadableKind]]:
        return UnreadableValue, (self.raw, self.reason, self.kind)


class ReadError(NewsfactsError):
    """A document or factbook could not be read without problems; `findings` has every one, each with its place."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        self.message = message
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__("\n".join([message, *(str(finding) for finding in self.findings)]))

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, tuple[Finding, ...]]]:
        return ReadError, (self.message, self.findings)


class BuildError(NewsfactsError, ValueError):
    """A document cannot be made or changed as asked: a span outside the text, an id that is taken or missing, words that are not there."""


class MissingFile(ReadError, FileNotFoundError):
    """There is no file at this path."""


class UnreadableSource(NewsfactsError):
    """A file that cannot be read as a source: `reason` says why, `help` what to do about it, and may be empty."""

    def __init__(self, path: str, reason: str, help: str = "") -> None:
        self.path = path
        self.reason = reason
        self.help = help
        super().__init__(
            f"{path} cannot be read: {reason}{'.' if help and reason[-1:] not in '.!?' else ''} {help}".rstrip()
        )

    def __reduce__(self) -> tuple[type[UnreadableSource], tuple[str, str, str]]:
        return UnreadableSource, (self.path, self.reason, self.help)


class SchemaError(NewsfactsError):
    """A kind, a field, a rule or a schema file contradicts what is already defined."""


class UsageError(NewsfactsError):
    """A path, an option or a configuration value that cannot be used; the command line exits with status 2."""


def is_interruption(error: BaseException) -> bool:
    """Whether an error is Ctrl-C in another form: Python 3.11 makes a `RuntimeError` of what is raised in `__set_name__`."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, KeyboardInterrupt):
            return True
        cause = cause.__cause__
    return False


def failure_in_words(error: BaseException) -> str:
    """An error that nothing foresaw, in one line: its type, its message, and the file and line where it was raised."""
    trace = error.__traceback__
    where = ""
    while trace is not None:
        where = f"{trace.tb_frame.f_code.co_filename}, line {trace.tb_lineno}"
        trace = trace.tb_next
    message = " ".join(str(error).split())
    said = f"{type(error).__name__}: {message[:200]}" if message else type(error).__name__
    return f"{said}; {where}" if where else said
