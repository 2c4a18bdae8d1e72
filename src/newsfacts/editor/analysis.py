"""One file as it is in the editor: what it contains, and what is found in it. Every feature is a function of an `Analysis`."""

from __future__ import annotations

import functools

from newsfacts import strict_yaml
from newsfacts.enums import WordEnum
from newsfacts.findings import Finding, ProblemList
from newsfacts.formats.annotated_text.front_matter import split_front_matter
from newsfacts.immutable import frozen
from newsfacts.model import Annotation, Document, Factbook
from newsfacts.raw import RawAnnotation
from newsfacts.schema.kinds import Schema
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span, SpanIndex
from newsfacts.values.policy import Policy

__all__ = ["Analysis", "FileType", "Head", "Marked", "TextEdit"]


class FileType(WordEnum):
    """What a file is, by its name."""

    ANNOTATED_TEXT = "annotated text"
    STANDOFF = "stand-off file"
    FACTBOOK = "factbook"
    SCHEMA = "schema file"


@frozen
class TextEdit:
    """Replace the half-open range of code points `start`..`end` of the file."""

    start: int
    end: int
    replacement: str


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


@frozen
class Marked:
    """An annotation and how it is written.

    `words` is the range of its words, or of its entry, in the file; `block` that of its attribute block with the braces, where it is
    written inline; `whole` is from its opening bracket to the end of its block.
    """

    number: int
    annotation: Annotation
    raw: RawAnnotation
    words: Span
    whole: Span
    block: Span | None = None


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
    def marked(self) -> tuple[Marked, ...]:
        """The annotations of the document, in reading order, as they are written."""
        if self.document is None or self.document.origin is None:
            return ()
        pairs = zip(self.document.annotations, self.document.origin.annotations, strict=True)
        return tuple(self._marked(number, annotation, raw) for number, (annotation, raw) in enumerate(pairs))

    def _marked(self, number: int, annotation: Annotation, raw: RawAnnotation) -> Marked:
        words = Span(raw.start, raw.end)
        opens = raw.attributes_from + 1
        if self.type is not FileType.ANNOTATED_TEXT or raw.start < self.head.end or self.text[opens : opens + 1] != "{":
            return Marked(number, annotation, raw, words, words)
        close = end_of_block(self.text, opens)
        return Marked(number, annotation, raw, words, Span(max(raw.start - 1, 0), close), Span(opens, close))

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


def end_of_block(text: str, start: int) -> int:
    """The offset after the closing brace of the block that begins at `start`; quoted values may have braces."""
    place, quoted = start + 1, False
    while place < len(text):
        character = text[place]
        if character == "\\" and quoted:
            place += 1
        elif character == '"':
            quoted = not quoted
        elif character == "}" and not quoted:
            return place + 1
        place += 1
    return len(text)
