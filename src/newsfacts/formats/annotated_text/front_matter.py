"""The YAML between `---` lines at the top of an annotated text."""

from __future__ import annotations

import re

import attrs

from newsfacts import strict_yaml
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.text.source import Place, SourceText

__all__ = ["FrontMatter", "split_front_matter"]

_OPENING = re.compile(r"---[ \t]*+(?:\r\n?|\n)")
_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*+(?:\r\n?|\n|\Z)")
_EMPTY_LINE = re.compile(r"[ \t]*+(?:\r\n?|\n)")


@attrs.frozen
class FrontMatter:
    """The metadata as a YAML mapping (None where there is none), where its text begins, and where the body begins."""

    node: strict_yaml.Mapping | None
    offset: int
    body_start: int


def split_front_matter(source: SourceText, path: str | None, problems: ProblemList) -> FrontMatter:
    """Read the front matter. One that is not closed is a problem, and then the whole file is body."""
    text = source.string
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter(None, 0, 0)
    offset = opening.end()
    closing = _CLOSING.search(text, offset)
    if closing is None:
        problems.add(
            ReaderCode.BROKEN_MARKUP,
            "the front matter that begins here is not closed",
            Place(path, source, 0, 3),
            help="end it with a line that holds only ---",
        )
        return FrontMatter(None, 0, 0)
    body_start = closing.end()
    empty_line = _EMPTY_LINE.match(text, body_start)
    if empty_line is not None:
        body_start = empty_line.end()
    parsed = strict_yaml.load(text[offset : closing.start()], path=path)
    for found in parsed.problems:
        problems.add(
            found.code, found.message, Place(path, source, offset + found.start, offset + found.end), help=found.help
        )
    node = parsed.node
    if node is not None and not isinstance(node, strict_yaml.Mapping):
        problems.add(
            ReaderCode.BROKEN_YAML,
            "the front matter is not a table of keys and values",
            Place(path, source, offset + node.start, offset + node.end),
            help="write one key: value on each line",
        )
        node = None
    return FrontMatter(node, offset, body_start)
