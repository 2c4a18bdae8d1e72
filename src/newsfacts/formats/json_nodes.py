"""JSON as the nodes of `strict_yaml`, so that every place of a JSON file can be pointed at like one of a YAML file."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # the type stubs leave it out
from typing import Any, NoReturn

from newsfacts.findings import ReaderCode
from newsfacts.strict_yaml import Entry, Mapping, Node, Parsed, Problem, Scalar, Sequence
from newsfacts.strict_yaml.scalars import typed

__all__ = ["load_json"]

_SPACE = re.compile(r"[ \t\r\n]*+")
_WORD = re.compile(r"[-+.\w]++")


def load_json(text: str, start: int = 0, end: int | None = None) -> Parsed:
    """Read the JSON in a range of a text; places count from the beginning of the whole text. Never raises."""
    end = len(text) if end is None else end
    try:
        json.loads(text[start:end], parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = min(start + error.pos, end)
        message = f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        return Parsed(None, (Problem(ReaderCode.BROKEN_YAML, message, place, min(place + 1, end)),))
    except (RecursionError, ValueError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        return Parsed(None, (Problem(ReaderCode.BROKEN_YAML, f"this JSON cannot be read: {reason}", start, start),))
    walker = _Walker(text)
    node, _ = walker.value(walker.skip(start))
    return Parsed(node, tuple(walker.problems))


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number of JSON")


class _Walker:
    """Walks over text that is known to be JSON."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = []

    def value(self, start: int) -> tuple[Node, int]:
        """The node that begins at an offset, and the offset right after it."""
        first = self.text[start]
        if first == '"':
            return self.string(start)
        if first == "{":
            return self.table(start)
        if first == "[":
            return self.list(start)
        found: Any = _WORD.match(self.text, start)
        words = found[0]
        return Scalar(typed(words), words, start, found.end()), found.end()

    def string(self, start: int) -> tuple[Scalar, int]:
        words, end = scanstring(self.text, start + 1)
        return Scalar(words, words, start, end), end

    def skip(self, offset: int) -> int:
        found: Any = _SPACE.match(self.text, offset)
        end: int = found.end()
        return end

    def list(self, start: int) -> tuple[Node, int]:
        items: list[Node] = []
        offset = self.skip(start + 1)
        while self.text[offset] != "]":
            node, offset = self.value(offset)
            items.append(node)
            offset = self.skip(offset)
            if self.text[offset] == ",":
                offset = self.skip(offset + 1)
        return Sequence(tuple(items), start, offset + 1), offset + 1

    def table(self, start: int) -> tuple[Node, int]:
        entries: dict[str, Entry] = {}
        offset = self.skip(start + 1)
        while self.text[offset] != "}":
            key, offset = self.string(offset)
            node, offset = self.value(self.skip(self.skip(offset) + 1))
            if key.raw in entries:
                self.problems.append(
                    Problem(
                        ReaderCode.DUPLICATE_YAML_KEY,
                        f"the key {key.raw!r} is already given",
                        key.start,
                        key.end,
                        "take one of the two out",
                    )
                )
            else:
                entries[key.raw] = Entry(key, node)
            offset = self.skip(offset)
            if self.text[offset] == ",":
                offset = self.skip(offset + 1)
        return Mapping(tuple(entries.values()), start, offset + 1), offset + 1
