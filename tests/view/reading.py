"""Pages as their readers get them: elements, text and links, by a parser of the standard library."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import attrs

VOID = frozenset({"meta", "br", "hr", "img", "input", "link"})


@attrs.define
class Element:
    """An element: its name, its attributes, and what is in it."""

    name: str
    attributes: dict[str, str]
    inside: list[Element | str] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set(self.attributes.get("class", "").split())

    def all(self, name: str | None = None, class_: str | None = None) -> list[Element]:
        """Every element in it with this name and class, in order."""
        found = []
        for part in self.inside:
            if isinstance(part, Element):
                if name in (None, part.name) and (class_ is None or class_ in part.classes):
                    found.append(part)
                found += part.all(name, class_)
        return found

    def one(self, name: str | None = None, class_: str | None = None) -> Element:
        """The only such element."""
        [found] = self.all(name, class_)
        return found


class Reader(HTMLParser):
    """Refuses what is not closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read_page(html: str) -> Element:
    """The page as a tree; every element is closed, and inside the one that it was opened in."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].name}> is not closed"
    return reader.open[0]


def data_in(page: Element) -> Any:
    """What the script of a page reads."""
    [block] = [one for one in page.all("script") if one.attributes.get("type") == "application/json"]
    return json.loads(block.text)


def words(text: str) -> str:
    """Text with every white space as one space."""
    return re.sub(r"\s+", " ", text).strip()
