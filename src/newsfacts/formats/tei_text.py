"""The text of a TEI document, and where in it each element is."""

from __future__ import annotations

import re

from newsfacts.formats.xml_tree import XML_ID, XmlElement, XmlText, text_with_places

__all__ = ["HEAD_TYPE", "TEI", "TeiText"]

TEI = "http://www.tei-c.org/ns/1.0"

HEAD_TYPE = "newsfacts-head"
"""The type of the `xenoData` that has the head of a document as JSON."""

_BLOCKS = frozenset(
    [
        "p",
        "ab",
        "div",
        "div1",
        "div2",
        "div3",
        "div4",
        "head",
        "lg",
        "list",
        "opener",
        "closer",
        "sp",
        "floatingText",
        "table",
        "u",
        "argument",
        "epigraph",
    ]
)
_LINES = frozenset({"l", "lb", "item", "speaker", "stage", "row", "salute", "signed"})
_LEFT_OUT = frozenset({"del", "fw", "figDesc", "teiHeader", "standOff"})
_ALTERNATIVES = frozenset({"choice", "app"})
_SPACE_KEY = "{http://www.w3.org/XML/1998/namespace}space"
_WORD = re.compile(r"\S+")


class TeiText:
    """The characters of an element, with white space as layout. `placed` are the elements in it with their places."""

    def __init__(self, root: XmlElement) -> None:
        self.pieces: text_with_places = text_with_places()
        self.placed: list[tuple[XmlElement, int, int]] = []
        self.left_out: list[XmlElement] = []
        self.by_id: dict[str, tuple[int, int]] = {}
        self.pending: str = ""
        self.starting: list[int] = []
        """Numbers in `placed` of the elements that have begun and have no word yet."""
        self.walk(root)

    def walk(self, root: XmlElement) -> None:
        """Go through all elements, without calling itself for each."""
        waiting: list[tuple[XmlElement | XmlText | None, bool, int]] = [(root, False, -1)]
        while waiting:
            node, preserves, number = waiting.pop()
            if node is None:
                self.finish(number)
            elif isinstance(node, XmlText):
                self.characters(node, preserves)
            elif node.name in _LEFT_OUT:
                self.left_out += [node] if node.name not in ("teiHeader", "standOff") else []
            else:
                preserves = {"preserve": True, "default": False}.get(node.get(_SPACE_KEY), preserves)
                children = node.children
                if node.name in _ALTERNATIVES:
                    inner = list(node.elements())
                    self.left_out += inner[1:]
                    children = list(inner[:1])
                waiting.append((None, preserves, self.begin(node)))
                if node.name in ("ab", "p") and node.get(_SPACE_KEY) == "preserve":
                    self.settle(node.tag_end)  # all of its white space is words
                waiting += [(child, preserves, -1) for child in reversed(children)]

    def begin(self, element: XmlElement) -> int:
        """Note where an element begins: at its first word."""
        self.break_before(element)
        self.placed.append((element, -1, -1))
        self.starting.append(len(self.placed) - 1)
        return len(self.placed) - 1

    def finish(self, number: int) -> None:
        """Note where an element ends: after its last word."""
        element, start, _ = self.placed[number]
        end = self.pieces.length
        if start < 0:
            self.starting.remove(number)
            start = end
        self.placed[number] = (element, start, end)
        if element.get(XML_ID):
            self.by_id[element.get(XML_ID)] = (start, end)
        self.break_before(element)

    def break_before(self, element: XmlElement) -> None:
        """Put a paragraph or a line apart from what is before it."""
        if element.name in _BLOCKS:
            self.pending = "\n\n"
        elif element.name in _LINES and self.pending != "\n\n":
            self.pending = "\n"

    def characters(self, node: XmlText, preserves: bool) -> None:
        """Append characters: as they are, or with each run of white space as one space."""
        if preserves:
            if node.words.strip() or not self.pending:
                self.emit(node.words, node.start)
            return
        last = 0
        for found in _WORD.finditer(node.words):
            if found.start() > last:
                self.pending = self.pending or " "
            self.emit(found[0], node.start + found.start())
            last = found.end()
        if last < len(node.words):
            self.pending = self.pending or " "

    def settle(self, start: int) -> None:
        """Put the break down that is due before the next words, which may be white space."""
        if self.pending and self.pieces.length:
            self.pieces.add(self.pending, start)
        self.pending = ""

    def emit(self, words: str, start: int) -> None:
        """Append words after the break before them; the elements that wait for their first word begin here."""
        self.settle(start)
        for number in self.starting:
            self.placed[number] = (self.placed[number][0], self.pieces.length, -1)
        self.starting.clear()
        self.pieces.add(words, start)
