"""What can be folded: the head of a document, and tables and lists of YAML that have several lines."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import strict_yaml
from newsfacts.editor.analysis import Analysis, FileType
from newsfacts.text.spans import Span

__all__ = ["folds"]

MAX_DEPTH = 6
"""How deep in YAML there is something to fold."""


def folds(analysis: Analysis) -> list[Span]:
    """Ranges of the file of at least two lines, each of which begins on the line that stays."""
    found: list[Span] = []
    head = analysis.head
    if analysis.type is FileType.ANNOTATED_TEXT and head.end > 0:
        found.append(Span(0, min(head.end + 1, len(analysis.text))))  # the closing line too
    if head.node is not None:
        found += in_table(head.node, analysis, 1)
    line = analysis.source.position
    return [each for each in found if line(each.start).line < line(each.end).line]


def in_table(node: strict_yaml.Mapping, analysis: Analysis, depth: int) -> Iterator[Span]:
    """The entries of a table that are tables or lists, and those in them."""
    for entry in node.entries:
        if isinstance(entry.value, strict_yaml.Scalar):
            continue
        start, end = analysis.head.range_of(entry.key).start, analysis.head.range_of(entry.value).end
        while end > start and analysis.text[end - 1].isspace():  # YAML ends a table where the next line begins
            end -= 1
        yield Span(start, end)
        if isinstance(entry.value, strict_yaml.Mapping) and depth < MAX_DEPTH:
            yield from in_table(entry.value, analysis, depth + 1)
