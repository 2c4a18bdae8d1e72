"""What offsets in a file count: code points, UTF-16 units as JavaScript does, or characters as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from newsfacts.enums import WordEnum
from newsfacts.errors import UnreadableValue
from newsfacts.text.graphemes import clusters
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["OffsetUnit", "UnitFinder"]

Pair = tuple[int, int]


class OffsetUnit(WordEnum):
    """What one step of an offset is."""

    CODE_POINTS = "code points"
    UTF16 = "UTF-16 units"
    GRAPHEMES = "graphemes"


class UnitFinder:
    """Finds out what the offsets of one text count, from the spans alone or from their words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.source: SourceText = SourceText(text)
        self._boundaries: list[int] | None = None

    def span(self, start: int, end: int, unit: OffsetUnit) -> Span | None:
        """The span in code points; None where there is none, because an end is outside the text or within a character."""
        if not 0 <= start <= end:
            return None
        first, last = (_CONVERTERS[unit](self, offset) for offset in (start, end))
        return Span(first, last) if first is not None and last is not None else None

    def unit(
        self, pairs: Iterable[Pair], words: Sequence[str | None], units: Sequence[OffsetUnit]
    ) -> OffsetUnit | None:
        """The unit in which these pairs are spans with these words (None: not known). None where several units differ and fit.

        Of units that give the same spans, the first one is returned. Where words are not known, a unit fits better whose
        spans all begin and end between words.
        """
        if self.text.isascii():
            return units[0]
        listed = list(pairs)
        fitting = [unit for unit in units if self.fits(listed, words, unit)]
        if not fitting:
            return units[0]  # whatever is wrong with the spans is found where they are read
        by_spans: dict[tuple[Span | None, ...], OffsetUnit] = {}
        for unit in fitting:
            by_spans.setdefault(tuple([self.span(start, end, unit) for start, end in listed]), unit)
        if len(by_spans) == 1:
            return next(iter(by_spans.values()))
        between_words = [
            unit for spans, unit in by_spans.items() if all(self._is_between_words(span) for span in spans)
        ]
        return between_words[0] if len(between_words) == 1 else None

    def fits(self, pairs: Iterable[Pair], words: Sequence[str | None], unit: OffsetUnit) -> bool:
        """Whether all pairs are spans in this unit, with these words where they are known."""
        for number, (start, end) in enumerate(pairs):
            span = self.span(start, end, unit)
            expected = words[number] if number < len(words) else None
            if span is None or (expected is not None and self.text[span.start : span.end] != expected):
                return False
        return True

    def _is_between_words(self, span: Span | None) -> bool:
        return span is not None and not any(
            0 < end < len(self.text) and self.text[end - 1].isalnum() and self.text[end].isalnum()
            for end in (span.start, span.end)
        )

    # -- one offset
    def _of_code_points(self, offset: int) -> int | None:
        return offset if offset <= len(self.text) else None

    def _of_utf16(self, offset: int) -> int | None:
        try:
            return self.source.from_utf16(offset)
        except UnreadableValue:
            return None

    def _of_graphemes(self, offset: int) -> int | None:
        if self._boundaries is None:
            self._boundaries = [0]
            for cluster in clusters(self.text):
                self._boundaries.append(self._boundaries[-1] + len(cluster))
        return self._boundaries[offset] if offset < len(self._boundaries) else None


_CONVERTERS: Mapping[OffsetUnit, Callable[[UnitFinder, int], int | None]] = MappingProxyType({
    OffsetUnit.CODE_POINTS: UnitFinder._of_code_points,
    OffsetUnit.UTF16: UnitFinder._of_utf16,
    OffsetUnit.GRAPHEMES: UnitFinder._of_graphemes,
})  # fmt: skip
