"""A baseline: the findings that a project knows already, so that a check reports only new ones.

Findings are recognized by what they are about, not by their line, so a baseline survives edits elsewhere in the file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

import attrs

from newsfacts.errors import ReadError, UsageError
from newsfacts.files import read_bytes, write_atomically
from newsfacts.findings import Finding, ReaderCode
from newsfacts.text.source import decode

__all__ = ["Baseline", "baseline_text", "content_key", "read_baseline", "write_baseline"]

VERSION = 1

CONTEXT = 30
"""How many code points of the same line, on either side of the words, make a finding recognizable."""


def content_key(finding: Finding) -> str:
    """Recognizes a finding by what it is about, wherever that is: its code, its words, and what is around them.

    A finding that points at no words is recognized by its message and the file.
    """
    place = finding.place
    if place is None or place.start == place.end:
        parts = [finding.code, finding.message, PurePath(finding.path or "").as_posix()]
    else:
        line_start = place.start - place.position.column + 1
        before = place.source.slice(max(place.start - CONTEXT, line_start), place.start)
        after = place.source.rest_of_line(place.end, CONTEXT)
        parts = [finding.code, *(" ".join(part.split()) for part in (before, place.words, after))]
    import hashlib  # with OpenSSL behind it, it takes long to load

    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@attrs.frozen
class NewAndKnown:
    """Findings, apart by whether the baseline has them."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]


@attrs.define
class Baseline:
    """How many findings of each key are known; each is used up once."""

    left: Counter[str]

    def split(self, findings: Iterable[Finding]) -> NewAndKnown:
        """The findings that are new, and those that are known. That a file cannot be read is always new."""
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            key = content_key(finding)
            if self.left[key] > 0 and finding.code != ReaderCode.UNREADABLE_FILE:
                self.left[key] -= 1
                known.append(finding)
            else:
                new.append(finding)
        return NewAndKnown(tuple(new), tuple(known))

    @property
    def unused(self) -> int:
        """How many known findings were not found again."""
        return sum(self.left.values())


def read_baseline(path: str) -> Baseline:
    """Read a baseline file. Raises `UsageError` where it cannot be read or is not a baseline."""
    try:
        data = json.loads(decode(read_bytes(path)).text)
    except OSError as error:
        raise UsageError(f"the baseline {path} cannot be read: {error.strerror}; --write-baseline writes one") from None
    except (ReadError, ValueError, RecursionError):
        raise UsageError(f"the baseline {path} is not JSON; --write-baseline writes a new one") from None
    entries = data.get("findings") if isinstance(data, dict) and data.get("version") == VERSION else None
    if not isinstance(entries, list):
        raise UsageError(f"{path} is not a baseline of version {VERSION}; --write-baseline writes a new one")
    left: Counter[str] = Counter()
    for entry in entries:
        if not (isinstance(entry, dict) and isinstance(entry.get("key"), str) and type(entry.get("count", 1)) is int):
            raise UsageError(f"the baseline {path} has an entry without a key; --write-baseline writes a new one")
        left[entry["key"]] += entry.get("count", 1)
    return Baseline(left)


def baseline_text(findings: Iterable[Finding]) -> str:
    """A baseline file of these findings, one entry a line, so that a change shows what came and went."""
    entries: dict[str, dict[str, Any]] = {}
    for finding in findings:
        key = content_key(finding)
        entry = entries.setdefault(
            key, {"code": finding.code, "message": finding.message, "words": finding.words[:80], "key": key, "count": 0}
        )
        entry["count"] += 1
    rows = sorted(entries.values(), key=lambda entry: (entry["code"], entry["message"], entry["key"]))
    lines = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{\n  "version": {VERSION},\n  "findings": [' + (f"\n    {lines}\n  " if lines else "") + "]\n}\n"


def write_baseline(path: str, findings: Iterable[Finding]) -> None:
    """Write a baseline file, whole or not at all."""
    write_atomically(path, baseline_text(findings))
