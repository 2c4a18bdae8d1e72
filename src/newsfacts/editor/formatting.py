"""Attribute blocks as newsfacts writes them: kind, id, then the keys in their order, with one space and no needless quotation marks."""

from __future__ import annotations

from newsfacts.documents import parse
from newsfacts.editor.analysis import Analysis, FileType
from newsfacts.formats.annotated_text.attributes import read_simple_block
from newsfacts.formats.annotated_text.writer import attribute_block
from newsfacts.reviewing.written import Marked, TextEdit
from newsfacts.text.spans import Span

__all__ = ["formatted"]


def formatted(analysis: Analysis, span: Span | None = None) -> list[TextEdit]:
    """The edits that bring the blocks of a file, or of a range of it, into shape.

    There are none where the file would be read as another document afterwards. Blocks that cannot be read stay as they are.
    """
    document = analysis.document
    if analysis.type is not FileType.ANNOTATED_TEXT or document is None:
        return []
    edits = [edit for each in analysis.marked if (edit := of_block(each, analysis, span)) is not None]
    if not edits:
        return []
    text = analysis.text
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    again = parse(text, path=analysis.path, schema=analysis.schema, factbook=analysis.factbook).document
    before = parse(analysis.text, path=analysis.path, schema=analysis.schema, factbook=analysis.factbook).document
    return edits if again == before else []


def of_block(marked: Marked, analysis: Analysis, span: Span | None) -> TextEdit | None:
    """The edit of one block; None where it is in shape, outside the range, or cannot be read."""
    block, raw = marked.block, marked.raw
    if block is None or (span is not None and (block.end < span.start or block.start > span.end)):
        return None
    written = analysis.text[block.start : block.end]
    if (
        read_simple_block(written[1:-1]) is None
        or (raw.id.value if raw.id is not None else None) != marked.annotation.id
    ):
        return None
    new = attribute_block(marked.annotation, {key: attribute.value for key, attribute in raw.attributes.items()})
    return TextEdit(block.start, block.end, new) if new != written else None
