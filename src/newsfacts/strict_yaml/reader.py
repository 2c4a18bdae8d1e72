"""From the events of the YAML parser to nodes with places."""

from __future__ import annotations

import re
from typing import Any

import attrs

from newsfacts.errors import ReadError
from newsfacts.findings import ReaderCode
from newsfacts.immutable import maker
from newsfacts.strict_yaml.explain import Reached, explain, is_nesting_limit
from newsfacts.strict_yaml.nodes import Entry, Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.scalars import typed

__all__ = ["MAX_ALIASED_NODES", "MAX_DEPTH", "MAX_SIZE", "ParsedYaml", "Problem", "read_valid_yaml", "read_yaml"]

MAX_SIZE = 64_000_000
"""How many code points of YAML are read."""

MAX_DEPTH = 100
"""How deep lists and tables may be nested."""

MAX_ALIASED_NODES = 100_000
"""How many nodes all aliases (`*name`) of a file may expand to together."""

# The parser drops a byte order mark at the start and then counts its places without it.
_UNPRINTABLE = re.compile("\\A\ufeff|[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_ANCHOR_BEFORE_TAG = re.compile(r"&\S++(?:\s|#.*)*")


@attrs.frozen
class Problem:
    """Something wrong with the YAML itself, at the half-open range of code points `start`..`end`."""

    code: ReaderCode
    message: str
    start: int
    end: int
    help: str | None = None


@attrs.frozen
class ParsedYaml:
    """What could be read: the node (None for an empty text, or one where nothing could be read), and every problem."""

    node: Node | None
    problems: tuple[Problem, ...] = ()


def read_yaml(text: str, *, path: str | None = None) -> ParsedYaml:
    """Read YAML. Never raises on content: what is wrong is in `problems`, what comes before it in `node`.

    `path` is accepted so that every reader is called in the same way; places are offsets in `text`.
    """
    if len(text) > MAX_SIZE:
        message = f"this YAML has more than {MAX_SIZE:,} characters; it is not read"
        return ParsedYaml(None, (Problem(ReaderCode.BROKEN_YAML, message, 0, 0),))
    unprintable = _unprintable(text)
    if unprintable:
        text = _UNPRINTABLE.sub("\ufffd", text)  # one code point for one, so that every offset stays
    reader, error = _take_events(text, unprintable)
    if error is not None:
        reader, error = _before(error, text, unprintable) or (reader, error)
    if error is not None:
        found = explain(error, text, reader.reached())
        reader.problem(ReaderCode.BROKEN_YAML, found.message, *_shown(text, found.offset), found.help)
    reader.finish()
    return ParsedYaml(reader.root, tuple(reader.problems))


def read_valid_yaml(text: str) -> Node | None:
    """Read YAML that must be free of problems; `ReadError` lists them otherwise."""
    parsed = read_yaml(text)
    if parsed.problems:
        from newsfacts.text.source import SourceText

        source = SourceText(text)
        lines = [f"line {source.position(p.start).line}: {p.message}" for p in parsed.problems]
        raise ReadError("\n".join(lines))
    return parsed.node


class _Open:
    """A list or a table that is being read."""

    __slots__ = ("anchor", "children", "entries", "is_flow", "is_mapping", "key", "last_end", "size_before", "start")

    def __init__(self, is_mapping: bool, is_flow: bool, start: int, anchor: str | None, size_before: int) -> None:
        self.is_mapping = is_mapping
        self.is_flow = is_flow
        self.start = start
        self.anchor = anchor
        self.size_before = size_before
        self.last_end = start
        self.children: list[Node] = []
        self.entries: dict[str, Entry] = {}
        self.key: Node | None = None


_new_scalar, _new_entry, _new_mapping, _new_sequence = maker(Scalar), maker(Entry), maker(Mapping), maker(Sequence)


class _GiveUpError(Exception):
    """Nothing after this can be read."""


class _NodeBuilder:
    """Builds nodes from events; keeps what is open on a stack, so that depth costs nothing."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self.text = text
        self.problems = list(problems)
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.size = 0  # nodes so far, each alias counted as what it stands for
        self.aliased = 0
        self.has_given_up = False

    def problem(self, code: ReaderCode, message: str, start: int, end: int, help: str | None = None) -> None:
        self.problems.append(Problem(code, message, start, max(start, end), help))

    def read(self, parser: Any, events: Any) -> None:
        """Take every event of the parser."""
        get_event = parser.get_event
        documents = 0
        while True:
            event = get_event()
            kind = type(event)
            if kind is events.ScalarEvent:
                self.scalar(event)
            elif kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
                self.open(event, kind is events.MappingStartEvent)
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                start, end = event.start_mark.index, event.end_mark.index
                self.close(end if end > start else None)
            elif kind is events.AliasEvent:
                self.alias(event)
            elif kind is events.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    start = event.start_mark.index
                    help = "keep one document in a file"
                    self.problem(
                        ReaderCode.BROKEN_YAML,
                        "a second YAML document begins here; it is not read",
                        start,
                        start + 3,
                        help,
                    )
                    return
            elif kind is events.StreamEndEvent or event is None:
                return

    def scalar(self, event: Any) -> None:
        raw: str = event.value
        start: int = event.start_mark.index
        end: int = event.end_mark.index
        is_plain = event.implicit[0]
        if event.tag is not None:
            is_plain = self.tag(event, start)
        elif not is_plain and event.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        self.size += 1
        opened = self.stack[-1] if self.stack else None
        if opened is not None and opened.is_mapping and opened.key is None:
            node = opened.key = _new_scalar(raw, raw, start, end)
            opened.last_end = end
            if event.anchor is not None:
                self.anchors[event.anchor] = (node, 1)
        else:
            node = _new_scalar(typed(raw) if is_plain else raw, raw, start, end)
            if opened is not None and not opened.is_mapping and event.anchor is None:
                opened.children.append(node)
                opened.last_end = end
            else:
                self.add(node, event.anchor, 1, end)

    def tag(self, event: Any, start: int) -> bool:
        """Whether a tagged scalar is still read as a plain one. `!!str` and `!` make it text."""
        if event.tag in ("tag:yaml.org,2002:str", "!"):
            return False
        anchor = _ANCHOR_BEFORE_TAG.match(self.text, start)
        if anchor is not None:
            start = anchor.end()
        end = start
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        words = self.text[start:end]
        self.problem(
            ReaderCode.BROKEN_YAML,
            f"the tag {words} is not read",
            start,
            end,
            "take it out, or put the value between quotation marks",
        )
        return False

    def open(self, event: Any, is_mapping: bool) -> None:
        start: int = event.start_mark.index
        if event.tag is not None:
            self.tag(event, start)
        if len(self.stack) >= MAX_DEPTH:
            self.problem(
                ReaderCode.BROKEN_YAML,
                f"lists and tables are nested more than {MAX_DEPTH} deep; the rest is not read",
                start,
                start + 1,
            )
            raise _GiveUpError
        self.size += 1
        self.stack.append(_Open(is_mapping, bool(event.flow_style), start, event.anchor, self.size - 1))

    def close(self, end: int | None) -> None:
        """Finish the innermost list or table. A block has no bracket at its end: it ends where its last value ends."""
        opened = self.stack.pop()
        if end is None:
            end = opened.last_end
        node: Node
        if opened.is_mapping:
            node = _new_mapping(tuple(opened.entries.values()), opened.start, end)
        else:
            node = _new_sequence(tuple(opened.children), opened.start, end)
        self.add(node, opened.anchor, self.size - opened.size_before, end)

    def alias(self, event: Any) -> None:
        name: str = event.anchor
        start, end = event.start_mark.index, event.end_mark.index
        if name in self.anchors:
            node, size = self.anchors[name]
            self.aliased += size
            self.size += size
            if self.aliased > MAX_ALIASED_NODES:
                message = (
                    f"the aliases of this file expand to more than {MAX_ALIASED_NODES:,} values; the rest is not read"
                )
                self.problem(ReaderCode.BROKEN_YAML, message, start, end, "write the values out")
                raise _GiveUpError
            self.add(node, None, size, end)
            return
        if any(opened.anchor == name for opened in self.stack):
            self.problem(
                ReaderCode.BROKEN_YAML,
                f"*{name} is inside the value that it refers to",
                start,
                end,
                "write the value out",
            )
        else:
            message = f"*{name} refers to nothing: no value before it is marked &{name}"
            self.problem(
                ReaderCode.BROKEN_YAML, message, start, end, "put the value between quotation marks if it is text"
            )
        raw = self.text[start:end]
        self.size += 1
        self.add(Scalar(raw, raw, start, end), None, 1, end)

    def add(self, node: Node, anchor: str | None, size: int, end: int) -> None:
        """Put a finished node where it belongs."""
        if anchor is not None:
            self.anchors[anchor] = (node, size)
        if not self.stack:
            self.root = node
            return
        opened = self.stack[-1]
        opened.last_end = end
        if not opened.is_mapping:
            opened.children.append(node)
        elif opened.key is None:
            opened.key = node
        else:
            key, opened.key = opened.key, None
            self.entry(opened, key, node)

    def entry(self, opened: _Open, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            message = "a key is a single word or text, not a list or a table"
            self.problem(
                ReaderCode.BROKEN_YAML,
                message,
                key.start,
                key.end,
                "write key: value; put a key that contains [ or { between quotation marks",
            )
            return
        if key.value is not key.raw:
            key = Scalar(key.raw, key.raw, key.start, key.end)  # an alias of a value
        if key.raw in opened.entries:
            message = f"the key {key.raw!r} is already written above; only the first one counts"
            self.problem(
                ReaderCode.DUPLICATE_YAML_KEY, message, key.start, key.end, "take one of them out, or rename it"
            )
            return
        opened.entries[key.raw] = _new_entry(key, value)

    def reached(self) -> Reached:
        """How far the events have come, for an explanation."""
        if self.stack:
            opened = self.stack[-1]
            return Reached(opened.is_mapping, opened.is_flow, opened.last_end)
        return Reached(None, False, 0 if self.root is None else self.root.end)

    def finish(self) -> None:
        """Close what the parser left open when it gave up."""
        while self.stack:
            self.close(None)


def _parser(text: str) -> Any:
    """The parser of libyaml, or the one in Python where PyYAML was built without it."""
    import yaml

    if yaml.__with_libyaml__:
        from yaml._yaml import CParser

        return CParser(text)
    from newsfacts.strict_yaml.python_parser import PythonParser

    return PythonParser(text)


def _take_events(text: str, problems: list[Problem]) -> tuple[_NodeBuilder, Any]:
    """A reader that has taken the events of a text, and the `YAMLError` that ended them, if one did.

    Where one of our own limits ended them, it is among the problems of the reader, which has given up.
    """
    import yaml

    reader = _NodeBuilder(text, problems)
    try:
        reader.read(_parser(text), yaml.events)
    except _GiveUpError:
        reader.has_given_up = True
    except yaml.YAMLError as error:
        return reader, error
    return reader, None


def _before(error: Any, text: str, problems: list[Problem]) -> tuple[_NodeBuilder, Any] | None:
    """What is wrong before an error of the scanner, and comes first; None if nothing is.

    The scanner looks about a thousand characters ahead of the events. An error that it finds there, or its own limit
    on nesting (libyaml has one since 0.2.6), would hide that the text is nested too deep before it.
    """
    from yaml.scanner import ScannerError

    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    if not isinstance(error, ScannerError) or mark is None:
        return None
    reader, earlier = _take_events(text[: mark.index], problems)
    if reader.has_given_up:
        return reader, None
    if is_nesting_limit(error, text) and earlier is not None:
        return reader, earlier
    return None


def _unprintable(text: str) -> list[Problem]:
    found: list[Problem] = []
    if text.replace("\n", "").isprintable():
        return found  # everything that Python can print, YAML allows
    for match in _UNPRINTABLE.finditer(text):
        message = f"YAML does not allow the character U+{ord(match[0]):04X}"
        help = "take it out, or write it as an escape between double quotation marks"
        found.append(Problem(ReaderCode.BROKEN_YAML, message, match.start(), match.end(), help))
    return found


def _shown(text: str, offset: int) -> tuple[int, int]:
    """The character at an offset, or the end of the last word where the text is at its end."""
    if offset >= len(text):
        offset = len(text.rstrip())
        return offset, offset
    return offset, offset + 1
