"""Annotations written as tables: what the front matter of annotated text and stand-off files have in common."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.immutable import define
from newsfacts.patterns import lazy_pattern
from newsfacts.raw import RawAttribute
from newsfacts.strict_yaml import Mapping, Node, Scalar, Sequence, is_null
from newsfacts.strict_yaml.tables import Shapes, items_of
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

if TYPE_CHECKING:  # searching words is imported with the first annotation that is written as a table
    from newsfacts.anchors.find import Miss, PlaceFinder

__all__ = ["WORD_KEYS", "AnnotationTables", "Parts"]

WORD_KEYS = frozenset({"quote", "prefix", "suffix", "nth", "near"})
"""The keys that say where an annotation is by words of the text."""

_NTH = lazy_pattern(r"[1-9][0-9]{0,8}")


@define
class Parts:
    """The parts of one table: its kind and id, the nodes that say where the annotation is, and the other fields."""

    kind: str | None = None
    id: RawAttribute | None = None
    anchor: dict[str, Node] = attrs.field(factory=dict)
    attributes: dict[str, RawAttribute] = attrs.field(factory=dict)


class AnnotationTables(Shapes):
    """Reads the tables of one file, whose text is `text`. `anchor_keys` are the keys that say where an annotation is."""

    def __init__(
        self,
        problems: ProblemList,
        path: str | None,
        source: SourceText,
        offset: int,
        text: str,
        anchor_keys: frozenset[str],
    ) -> None:
        super().__init__(problems, path, source, offset)
        from newsfacts.anchors.find import PlaceFinder

        self.finder: PlaceFinder = PlaceFinder(text)
        self.anchor_keys = anchor_keys

    def parts(self, node: Mapping, anchor_keys: frozenset[str] | None = None) -> Parts:
        """The parts of one table; `null` is as good as nothing. `anchor_keys` are those of this table, where they are others."""
        found = Parts()
        anchor_keys = self.anchor_keys if anchor_keys is None else anchor_keys
        for entry in node.entries:
            key, value = entry.key.raw, entry.value
            if is_null(value):
                continue
            if key in anchor_keys:
                found.anchor[key] = value
            elif key == "kind":
                found.kind = self.word(value) or None
            elif key == "id":
                found.id = self.id(value)
            else:
                found.attributes[key] = self.attribute(self.written(value), value)
        return found

    def id(self, node: Node) -> RawAttribute | None:
        """An id, which cannot be empty."""
        words = self.word(node)
        if words:
            return self.attribute(words, node)
        if isinstance(node, Scalar):
            help = "take it out, or give the annotation a name"
            self.report(ReaderCode.UNREADABLE_VALUE, "an id has at least one character", node, help)
        return None

    def written(self, node: Node) -> str | list[str]:
        """The value of a field: a word or a list of words. Whatever is nested deeper is kept as the file has it."""
        if isinstance(node, Sequence):
            return [
                item.raw if isinstance(item, Scalar) else self.word(item) or self.place(item).words
                for item in node.items
            ]
        return node.raw if isinstance(node, Scalar) else self.word(node) or self.place(node).words

    def attribute(self, words: str | list[str], node: Node) -> RawAttribute:
        """A value with its place in the file."""
        return RawAttribute(words, self.offset + node.start, self.offset + node.end)

    def spans_by_words(self, anchor: dict[str, Node]) -> tuple[Span, ...]:
        """Where the words of `quote` are; several are fragments, each with its own `nth`."""
        prefix, suffix = (self.word(anchor[key]) if key in anchor else "" for key in ("prefix", "suffix"))
        which = "say which with nth: 2, with prefix: and suffix:, or with near: and words that occur once"
        near = self.find(anchor["near"], which="take words that occur once") if "near" in anchor else None
        fragments = items_of(anchor.get("quote"))
        nth = anchor.get("nth")
        numbers = [self.word(item) for item in items_of(nth)]
        if isinstance(nth, Scalar):
            numbers *= len(fragments)
        found = [
            self.find(fragment, prefix=prefix, suffix=suffix, nth=number, near=near, which=which)
            for fragment, number in zip(fragments, itertools.chain(numbers, itertools.repeat("")), strict=False)
        ]
        return tuple(sorted([span for span in found if span is not None]))

    def find(
        self, node: Node, *, prefix: str = "", suffix: str = "", nth: str = "", near: Span | None = None, which: str
    ) -> Span | None:
        """The place in the text of the words of a node. `which` says how to choose one of several places."""
        words = self.word(node)
        if words:
            number = (int(nth) if _NTH.fullmatch(nth) else 0) if nth else None
            found = self.finder.find(words, prefix=prefix, suffix=suffix, nth=number, near=near)
            if isinstance(found, Span):
                return found
            self.refuse(found, words, node, nth, which)
        elif isinstance(node, Scalar):
            self.report(ReaderCode.ANCHOR_NOT_FOUND, "there are no words to find here", node, "copy them from the text")
        return None

    def refuse(self, miss: Miss, words: str, node: Node, nth: str, which: str) -> None:
        """Say why words have no place."""
        from newsfacts.anchors.find import MissReason

        code = ReaderCode.ANCHOR_NOT_FOUND
        times = "once" if miss.count == 1 else f"{miss.count} times"
        if miss.reason is MissReason.ABSENT:
            message, help = "these words are not in the text", "copy them from the text, letter by letter"
        elif miss.reason is MissReason.CONTEXT:
            message = "these words are in the text, but not between this prefix and suffix"
            help = "copy what is before and after them, with its spaces"
        elif miss.reason is MissReason.NUMBER:
            message, help = f"nth is {nth}, but these words are in the text {times}", "count the places from 1"
        elif miss.reason is MissReason.SEVERAL:
            code, message, help = ReaderCode.AMBIGUOUS_ANCHOR, f"these words are in the text {times}", which
        else:
            message = "these words are not looked for: looking for those before them took too long"
            help = "anchor annotations by longer words, or write them where they are"
        self.report(code, f"{message}: {words!r}", node, help)
