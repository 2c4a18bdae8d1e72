"""One file as it is in the editor: what it contains, and what is found in it. Every feature is a function of an `Analysis`."""

from __future__ import annotations

import functools

from newsfacts import strict_yaml
from newsfacts.enums import WordEnum
from newsfacts.findings import Finding, ProblemList
from newsfacts.formats.annotated_text.front_matter import split_front_matter
from newsfacts.immutable import frozen
from newsfacts.model import Document, Factbook
from newsfacts.reviewing.written import Marked, Written
from newsfacts.schema.kinds import Schema
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span, SpanIndex
from newsfacts.values.policy import Policy

__all__ = ["Analysis", "FileType", "Head"]


class FileType(WordEnum):
    """What a file is, by its name."""

    ANNOTATED_TEXT = "annotated text"
    STANDOFF = "stand-off file"
    FACTBOOK = "factbook"
    SCHEMA = "schema file"


@frozen
class Head:
    """The YAML of a file: the front matter of annotated text, or all of any other file.

    Places in `node` are counted from `start` on; `end` is where the YAML ends in the file. `node` is None where it is empty
    or cannot be read.
    """

    node: strict_yaml.Mapping | None
    start: int
    end: int

    def range_of(self, node: strict_yaml.Node) -> Span:
        """The range of a node in the file."""
        return Span(self.start + node.start, self.start + node.end)


@frozen(kw_only=True)
class Analysis:
    """A file of the editor. `path` is its path as findings name it; `document` is None for factbooks and schema files."""

    path: str
    source: SourceText
    type: FileType
    findings: tuple[Finding, ...] = ()
    document: Document | None = None
    factbook: Factbook = Factbook()
    schema: Schema
    policy: Policy

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.source.string

    @functools.cached_property
    def head(self) -> Head:
        """Its YAML."""
        if self.type is FileType.ANNOTATED_TEXT:
            front = split_front_matter(self.source, self.path, ProblemList())
            return Head(front.node, front.offset, front.end)
        root = strict_yaml.read_yaml(self.text).node
        return Head(root if isinstance(root, strict_yaml.Mapping) else None, 0, len(self.text))

    @functools.cached_property
    def written(self) -> Written | None:
        """The document as it is written; None for factbooks and schema files."""
        if self.document is None:
            return None
        return Written(self.document, self.text, self.head.end if self.type is FileType.ANNOTATED_TEXT else None)

    @property
    def marked(self) -> tuple[Marked, ...]:
        """The annotations of the document, in reading order, as they are written."""
        return self.written.marked if self.written is not None else ()

    @functools.cached_property
    def by_place(self) -> SpanIndex[Marked]:
        """What covers a place of the file."""
        return SpanIndex(((each.whole,), each) for each in self.marked)

    def marked_at(self, offset: int) -> Marked | None:
        """The innermost annotation at an offset of the file: the one whose block or words are there."""
        covering = [*self.by_place.covering(offset)]
        if not covering and offset > 0:
            covering = [*self.by_place.covering(offset - 1)]
        return min(covering, key=lambda each: (len_of(each.whole), -each.number), default=None)


def len_of(span: Span) -> int:
    """How many code points a span has."""
    return span.end - span.start
