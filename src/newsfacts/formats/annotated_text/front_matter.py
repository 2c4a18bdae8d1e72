"""The YAML between `---` lines at the top of an annotated text, and the annotations that are listed there."""

from __future__ import annotations

import re

from newsfacts import strict_yaml
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.annotation_tables import WORD_KEYS, AnnotationTables
from newsfacts.immutable import frozen, maker
from newsfacts.patterns import lazy_pattern
from newsfacts.raw import Origin, RawAnnotation
from newsfacts.strict_yaml.tables import Shapes
from newsfacts.text.source import Place, SourceText

__all__ = ["ANCHOR_KEYS", "FrontMatter", "lists_annotations", "read_annotations", "read_metadata", "split_front_matter"]

ANCHOR_KEYS = WORD_KEYS
"""What says where an annotation of the front matter is."""

_OPENING = re.compile(r"---[ \t]*+(?:\r\n?|\n)")
_CLOSING = lazy_pattern(r"[\r\n](?:---|\.\.\.)[ \t]*+(?:\r\n?|\n|\Z)")
_EMPTY_LINE = lazy_pattern(r"[ \t]*+(?:\r\n?|\n)")


@frozen
class FrontMatter:
    """The metadata as a YAML table (None where there is none), the range of its text, and where the body begins.

    `has_places` is whether the nodes of the table have places in the text.
    """

    node: strict_yaml.Mapping | None
    offset: int
    end: int
    body_start: int
    has_places: bool = True


_new_front_matter = maker(FrontMatter)


def split_front_matter(
    source: SourceText, path: str | None, problems: ProblemList, *, places: bool = True
) -> FrontMatter:
    """Read the front matter. One that is not closed is a problem, and then the whole file is body.

    Where `places` are not needed at once, a front matter such as most are is read without them.
    """
    text = source.string
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter(None, 0, 0, 0)
    offset = opening.end()
    closing = _CLOSING.search(text, offset - 1)  # with the end of the line before it
    if closing is None:
        message, help = "the front matter that begins here is not closed", "end it with a line that has only ---"
        problems.add(ReaderCode.BROKEN_MARKUP, message, Place(path, source, 0, 3), help=help)
        return FrontMatter(None, 0, 0, 0)
    empty_line = _EMPTY_LINE.match(text, closing.end())
    end = closing.start() + 1
    body_start = empty_line.end() if empty_line is not None else closing.end()
    from newsfacts.strict_yaml.common_yaml import read_common_yaml

    node = None if places else read_common_yaml(text[offset:end])
    if node is not None and node.get("annotations") is None:
        return _new_front_matter(node, offset, end, body_start, has_places=False)
    return FrontMatter(read_metadata(source, path, offset, end, problems), offset, end, body_start)


def read_metadata(
    source: SourceText, path: str | None, offset: int, end: int, problems: ProblemList
) -> strict_yaml.Mapping | None:
    """The metadata in a range of the file, with places that count from the start of the range."""
    parsed = strict_yaml.read_yaml(source.slice(offset, end), path=path)
    return Shapes(problems, path, source, offset).root(
        parsed, "the front matter is not a table of keys and values", "write one key: value on each line"
    )


def lists_annotations(front: FrontMatter) -> bool:
    """Whether the front matter has annotations."""
    return front.node is not None and front.node.get("annotations") is not None


def read_annotations(front: FrontMatter, text: str, origin: Origin, problems: ProblemList) -> list[RawAnnotation]:
    """The annotations of the front matter: `{kind: claim, quote: the words, nth: 2, by: putin}`."""
    listed = front.node.get("annotations") if front.node is not None else None
    if listed is None:
        return []
    reader = _AnchoredAnnotations(problems, origin.path, origin.source, front.offset, text, ANCHOR_KEYS)
    tables = reader.tables(listed, "annotations", "an annotation", "{kind: claim, quote: ...}")
    return [reader.annotation(table, origin) for table in tables]


class _AnchoredAnnotations(AnnotationTables):
    def annotation(self, node: strict_yaml.Mapping, origin: Origin) -> RawAnnotation:
        """One annotation. Without `quote` it has no place in the text, such as a verdict on the whole."""
        parts = self.parts(node)
        spans = self.spans_by_words(parts.anchor)
        whole = self.place(node)
        start, end = whole.start, whole.end
        if spans:
            start, end = origin.file_offset(spans[0].start), origin.file_offset(spans[0].end - 1) + 1
        return RawAnnotation(parts.kind, spans, start, end, id=parts.id, attributes=parts.attributes)
