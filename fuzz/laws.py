"""What must be true of every input, whatever it is: the laws that the targets check."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from newsfacts.checking.document import Plan, Result, check
from newsfacts.documents import dumps, parse
from newsfacts.errors import NewsfactsError, ReadError
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.text.source import decode

__all__ = ["Broken", "check_is_repeatable", "no_control_characters", "reads_back_equal", "text_of"]


class Broken(AssertionError):
    """A law does not hold for an input."""


def text_of(data: bytes) -> str | None:
    """The text of a file's bytes, or None where they are no text, which is refused."""
    try:
        return decode(data).text
    except ReadError:
        return None


def reads_back_equal(document: Document, format: str) -> None:
    """A document without errors reads back equal from what is written of it."""
    if any(problem.severity is Severity.ERROR for problem in document.problems):
        return
    try:
        written = dumps(document, format=format, keep_layout=False)
    except NewsfactsError:
        return  # refused with a reason: a document without ids, for example
    again = parse(written, path=document.path, format=format)
    errors = [str(problem) for problem in again.findings if problem.severity is Severity.ERROR]
    if errors:
        raise Broken(f"what was written as {format} has errors: {errors[:3]}")
    if again.document.text != document.text:
        raise Broken(f"the text written as {format} reads back as another one")
    if again.document != document:
        raise Broken(f"the document written as {format} reads back as another one")


def _shown(findings: Iterable[Finding]) -> list[str]:
    return [str(finding) for finding in findings]


def check_is_repeatable(document: Document, plan: Plan | None = None) -> Result:
    """The same document has the same findings, twice."""
    first, second = (check(document) if plan is None else check(document, plan) for _ in range(2))
    if _shown(first.findings) != _shown(second.findings):
        raise Broken("the same document has other findings the second time")
    return first


_ALLOWED = frozenset("\n\t")
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def no_control_characters(report: str, *, is_page: bool = False) -> None:
    """Nothing that moves the cursor, colours or hides text gets into a report. On a page, each paragraph has its own direction."""
    allowed = _ALLOWED | {"\r"} if is_page else _ALLOWED
    for character in set(report) - allowed:
        if unicodedata.category(character) == "Cc" or (not is_page and character in _OVERRIDES):
            raise Broken(f"a report has U+{ord(character):04X}")
