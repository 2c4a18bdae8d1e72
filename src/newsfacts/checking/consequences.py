"""One cause, one finding: what only follows from a broken part of a file is reported as not checked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import attrs

from newsfacts.findings import READER_CODES, Finding, ReaderCode, Skipped
from newsfacts.immutable import define, frozen
from newsfacts.model import Document
from newsfacts.patterns import lazy_pattern

__all__ = ["FIRST", "Causes", "RepeatedFindings"]

FIRST = frozenset({
    ReaderCode.UNREADABLE_FILE, ReaderCode.CHANGED_TEXT, ReaderCode.BROKEN_MARKUP, ReaderCode.UNSUPPORTED_VERSION,
})  # fmt: skip
"""What is wrong with a file as a whole, or with its markup; it comes before everything else."""

_BROKEN = frozenset({ReaderCode.BROKEN_MARKUP, ReaderCode.BROKEN_YAML})
_INCOMPLETE = frozenset({"S08", "T01", "T02", "T19", "C01"})
"""An annotation lacks a part, or a part its annotation: that may be the one that could not be read."""

_UNUSED = "S23"
_EMPTY_LINE = lazy_pattern(r"\n[ \t\r]*\n")
_LINE_END = lazy_pattern(r"\n")
_NAME = lazy_pattern(r"[\w.:-]+")
_QUOTED = lazy_pattern(r"['“]([^'”]*)['”]")


@frozen
class Causes:
    """The broken parts of a document's file: sorted half-open ranges that do not touch, and the words in them."""

    text_is_lost: bool
    starts: Sequence[int]
    ends: Sequence[int]
    words: frozenset[str]
    dangling: frozenset[tuple[int, int]]
    """The places of annotations that refer to something that is not there."""

    @staticmethod
    def of(document: Document, findings: Sequence[Finding]) -> Causes | None:
        """What may have consequences; None where nothing is broken."""
        codes = {finding.code for finding in findings}
        lost = not document.text and bool(document.annotations) and ReaderCode.CHANGED_TEXT in codes
        if not lost and codes.isdisjoint({*_BROKEN, ReaderCode.DANGLING_REFERENCE}):
            return None
        regions = list(_regions(document, [finding for finding in findings if finding.code in _BROKEN]))
        source = document.origin.source.string if document.origin else ""
        words = chain.from_iterable(_NAME.findall(source[start:end]) for start, end in regions)
        return Causes(
            text_is_lost=lost,
            starts=[start for start, _ in regions],
            ends=[end for _, end in regions],
            words=frozenset(words),
            dangling=frozenset(
                (finding.place.start, finding.place.end)
                for finding in findings
                if finding.code == ReaderCode.DANGLING_REFERENCE and finding.place
            ),
        )

    def reason(self, document: Document, finding: Finding) -> str | None:
        """Why a finding may only follow from something broken; None where it stands for itself."""
        if self.text_is_lost and finding.code not in READER_CODES:
            return "the text of the document could not be read"
        if finding.code == ReaderCode.DANGLING_REFERENCE or finding.code == _UNUSED:
            named = _QUOTED.findall(finding.message)[:1]
            return "a part of the file that names it is broken" if self.words.intersection(named) else None
        if finding.code not in _INCOMPLETE or finding.place is None or finding.path != document.path:
            return None
        if (finding.place.start, finding.place.end) in self.dangling:
            return "it refers to something that is not there"
        return "this part of the file is broken" if self.touches(finding.place.start, finding.place.end) else None

    def touches(self, start: int, end: int) -> bool:
        """Whether a range of the file has something in common with a broken part."""
        return bisect_left(self.starts, end) > bisect_right(self.ends, start)

    def split(self, document: Document, findings: Iterable[Finding]) -> tuple[list[Finding], list[Skipped]]:
        """The findings that stand for themselves, and what could not be checked: once for each rule and reason."""
        kept: list[Finding] = []
        skipped: dict[tuple[str, str], Skipped] = {}
        for finding in findings:
            reason = self.reason(document, finding)
            if reason is None:
                kept.append(finding)
            else:
                skip = Skipped(code=finding.code, rule=finding.rule, reason=reason, place=finding.place)
                skipped.setdefault((finding.code, reason), skip)
        return kept, list(skipped.values())


def _regions(document: Document, broken: Sequence[Finding]) -> Iterator[tuple[int, int]]:
    """The paragraphs of annotated text, or the lines of another file, in which something is broken."""
    if document.origin is None or not broken:
        return
    source = document.origin.source.string
    limit = _EMPTY_LINE if document.origin.text_offsets else _LINE_END
    limits = [0, *(found.end() for found in limit.finditer(source)), len(source) + 1]
    numbers = {
        bisect_right(limits, finding.place.start)
        for finding in broken
        if finding.place is not None and finding.path == document.path
    }
    yield from ((limits[number - 1], limits[number]) for number in sorted(numbers) if 0 < number < len(limits))


@define
class RepeatedFindings:
    """Findings in a text that several files annotate: only the first file reports them."""

    seen: set[tuple[str | None, int, int, str, str]] = attrs.field(factory=set)

    def new(self, path: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Those findings for the file at `path` that no file before it has had."""
        return tuple(finding for finding in findings if self._is_new(path, finding))

    def _is_new(self, path: str, finding: Finding) -> bool:
        if finding.path in (None, path) or finding.place is None:
            return True
        key = (finding.path, finding.place.start, finding.place.end, finding.code, finding.message)
        if key in self.seen:
            return False
        self.seen.add(key)
        return True
