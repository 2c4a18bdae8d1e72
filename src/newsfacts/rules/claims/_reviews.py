"""What the rules about verdicts share: addresses, the words of ratings, and who rates."""

from __future__ import annotations

import re

from newsfacts.model import Document, Entity, Verdict

__all__ = [
    "FALSE_WORDS",
    "TRUE_WORDS",
    "UNDECIDED_WORDS",
    "address_of",
    "reviewers",
    "several_addresses",
    "when_in_address",
]

TRUE_WORDS = frozenset({"true", "correct", "accurate", "right", "proven", "verified"})
"""Labels at the best end of every scale."""

FALSE_WORDS = frozenset({"false", "incorrect", "inaccurate", "wrong", "fake", "fabricated", "pants on fire", "hoax"})
"""Labels at the worst end of every scale."""

UNDECIDED_WORDS = frozenset({
    "not enough evidence", "not enough info", "not enough information", "insufficient evidence", "insufficient information",
    "no evidence", "lacks evidence", "unproven", "unverified", "unverifiable", "not verifiable", "unsupported", "unsubstantiated",
    "undetermined", "unknown",
})  # fmt: skip
"""Labels that say that nothing was found which decides."""

_NEXT = re.compile(r"[,;|]\s*(?=https?://)")
_DATED = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?![0-9])")


def several_addresses(written: str) -> list[str]:
    """The addresses in one value that has commas, semicolons or bars between them."""
    return [part.strip() for part in _NEXT.split(written)]


def address_of(document: Document, verdict: Verdict) -> str | None:
    """Where a review is published."""
    return verdict.url or document.url


def reviewers(verdict: Verdict) -> tuple[str, ...]:
    """The ids of who rates; empty for the outlet itself."""
    return tuple(sorted(entity.id for entity in verdict.by))


def when_in_address(url: str) -> str | None:
    """The year and month (and day) in an address such as https://example.org/2018/05/story, as 2018-05."""
    found = _DATED.search(url)
    return "-".join(part for part in found.groups() if part) if found else None


def names(entities: tuple[Entity, ...]) -> str:
    """Entities for a message."""
    return " and ".join(entity.name for entity in entities)
