"""The selectors of Web Annotations: from positions, quotations and ranges to spans of the text."""

from __future__ import annotations

import re

from newsfacts.anchors.find import MissReason, PlaceFinder
from newsfacts.errors import UnreadableValue
from newsfacts.findings import ReaderCode
from newsfacts.formats.marks import Marks
from newsfacts.immutable import frozen
from newsfacts.strict_yaml import Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.tables import items_of
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["Selection", "SelectorReader"]

_CHARACTERS = re.compile(r"(?:.*#)?char=(\d{1,15}),(\d{1,15})")
_ALL_OF_THEM = ("Composite", "List", "Independents")


@frozen
class Selection:
    """What a selector selects: a span where that is known, and the words where they are quoted; and its place in the file."""

    span: Span | None
    words: str | None
    start: int
    end: int


class SelectorReader:
    """Reads the targets of the annotations of one source, whose text is that of `marks`."""

    def __init__(self, marks: Marks, *, has_text: bool) -> None:
        self.marks = marks
        self.has_text = has_text
        self.finder: PlaceFinder = PlaceFinder(marks.text)
        self.text: SourceText = SourceText(marks.text)

    def target(self, node: Node) -> list[Selection]:
        """What a target selects: one selection, or one for each part of it."""
        if not isinstance(node, Mapping):
            return []
        kind = node.get("type")
        members = node.get("items")
        if isinstance(members, Sequence):
            found = [each for item in members.items for each in self.target(item)]
            is_all = isinstance(kind, Scalar) and kind.raw in _ALL_OF_THEM
            return found if is_all else found[:1]  # those of a choice are the same thing in several forms
        self.lose_states(node)
        selector = node.get("selector")
        if selector is None:
            return []
        return [self.alternatives(items_of(selector), node)]

    def lose_states(self, node: Mapping) -> None:
        """Note what a target says besides its source and its selector."""
        for entry in node.entries:
            if entry.key.raw not in ("source", "selector", "type", "id", "items"):
                words = self.marks.source.slice(entry.value.start, entry.value.end)
                self.marks.lose(f"{entry.key.raw} of a target", words, entry.value.start, entry.value.end)

    def alternatives(self, selectors: tuple[Node, ...], target: Mapping) -> Selection:
        """What selectors that are next to each other select: all of them the same words."""
        tables = [node for node in selectors if isinstance(node, Mapping)]
        positions = [
            node for node in tables if self.kind(node) == "TextPositionSelector" and node.get("refinedBy") is None
        ]
        quotes = [node for node in tables if self.kind(node) == "TextQuoteSelector" and node.get("refinedBy") is None]
        if positions and quotes:
            return self.position_and_quote(positions[0], quotes[0])
        unknown = Selection(None, None, target.start, target.end)
        for node in [*quotes, *positions, *(each for each in tables if each not in (*quotes, *positions))]:
            found = self.selection(node, None)
            if found.span is not None or found.words:
                return found
            unknown = found
        for each in selectors:
            words = self.marks.source.slice(each.start, each.end)
            self.marks.lose("a selector that does not select words of a text", words, each.start, each.end)
        return unknown

    def kind(self, node: Mapping) -> str:
        """The type of a selector."""
        found = node.get("type")
        return found.raw if isinstance(found, Scalar) else ""

    def position_and_quote(self, position: Mapping, quote: Mapping) -> Selection:
        """A position whose words are known, which say whether it counts code points or UTF-16 units."""
        words = self.word(quote, "exact")
        start, end = self.number(position, "start"), self.number(position, "end")
        if not self.has_text or start is None or end is None:
            return Selection(None, words, quote.start, quote.end)
        for span in (self.code_points(start, end), self.utf16(start, end)):
            if span is not None and self.marks.text[span.start : span.end] == words:
                return Selection(span, words, position.start, position.end)
        found = self.quotation(quote, None)
        if found.span is None:
            span = self.code_points(start, end)
            return Selection(span, words, position.start, position.end)  # the check of stored words says what is there
        self.marks.lose("a position where other words are", f"{start}..{end}", position.start, position.end)
        return found

    def selection(self, node: Mapping, within: Span | None) -> Selection:
        """What one selector selects, inside a span where it refines another one."""
        kind = self.kind(node)
        if kind == "TextQuoteSelector":
            found = self.quotation(node, within)
        elif kind == "TextPositionSelector":
            found = self.position(node, within)
        elif kind == "RangeSelector":
            found = self.range(node)
        elif kind == "FragmentSelector" and (fragment := _CHARACTERS.fullmatch(self.word(node, "value"))) is not None:
            found = Selection(self.code_points(int(fragment[1]), int(fragment[2])), None, node.start, node.end)
        else:
            found = Selection(None, None, node.start, node.end)
        refined = node.get("refinedBy")
        for inner in items_of(refined):
            if isinstance(inner, Mapping):
                is_text = found.span is not None or kind in ("FragmentSelector", "CssSelector", "XPathSelector")
                if not is_text or (found.span is None and self.kind(inner) != "TextQuoteSelector"):
                    words = self.marks.source.slice(node.start, node.end)
                    self.marks.lose("a selector inside what is not known", words, node.start, node.end)
                    return Selection(None, self.word(inner, "exact") or None, inner.start, inner.end)
                return self.selection(inner, found.span)
        return found

    def quotation(self, node: Mapping, within: Span | None) -> Selection:
        """The only place of the words of a quotation, after its prefix and before its suffix."""
        words = self.word(node, "exact")
        if not self.has_text or not words:
            return Selection(None, words or None, node.start, node.end)
        finder = self.finder if within is None else PlaceFinder(within.slice(self.marks.text))
        found = finder.find(words, prefix=self.word(node, "prefix"), suffix=self.word(node, "suffix"))
        if isinstance(found, Span):
            shift = within.start if within is not None else 0
            return Selection(Span(found.start + shift, found.end + shift), words, node.start, node.end)
        code, message = ReaderCode.ANCHOR_NOT_FOUND, "these words are not in the text"
        if found.reason is MissReason.SEVERAL:
            code, message = ReaderCode.AMBIGUOUS_ANCHOR, f"these words are in the text {found.count} times"
        elif found.reason is MissReason.CONTEXT:
            message = "these words are in the text, but not between this prefix and suffix"
        self.marks.report(code, f"{message}: {words!r}", node.start, node.end)
        return Selection(None, words, node.start, node.end)

    def position(self, node: Mapping, within: Span | None) -> Selection:
        """A position without words, in code points as the model says."""
        start, end = self.number(node, "start"), self.number(node, "end")
        if not self.has_text or start is None or end is None:
            return Selection(None, None, node.start, node.end)
        shift = within.start if within is not None else 0
        return Selection(self.marks.span(start + shift, end + shift, node.start, node.end), None, node.start, node.end)

    def range(self, node: Mapping) -> Selection:
        """From the start of one selection up to the start of another."""
        ends = [node.get("startSelector"), node.get("endSelector")]
        found = [self.selection(each, None) for each in ends if isinstance(each, Mapping)]
        spans = [each.span for each in found if each.span is not None]
        span = Span(spans[0].start, spans[1].start) if len(spans) == 2 and spans[0].start <= spans[1].start else None
        return Selection(span, None, node.start, node.end)

    def word(self, node: Mapping, key: str) -> str:
        """A single value of a selector; empty where it has none."""
        found = node.get(key)
        return found.raw if isinstance(found, Scalar) else ""

    def number(self, node: Mapping, key: str) -> int | None:
        """An offset."""
        found = node.get(key)
        return found.value if isinstance(found, Scalar) and type(found.value) is int and found.value >= 0 else None

    def code_points(self, start: int, end: int) -> Span | None:
        """A span whose ends are code points."""
        return Span(start, end) if start <= end <= len(self.marks.text) else None

    def utf16(self, start: int, end: int) -> Span | None:
        """A span whose ends are UTF-16 units, as JavaScript counts them."""
        try:
            return Span(self.text.from_utf16(start), self.text.from_utf16(end)) if start <= end else None
        except UnreadableValue:
            return None
