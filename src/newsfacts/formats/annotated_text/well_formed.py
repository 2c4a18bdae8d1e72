"""Annotated text in which nothing is special but well-formed spans, as in most files: read without places.

It is read in half of the time that `parser.py` takes, which reads all other texts (benchmarks/documents.py). Where the spans
are in the file is found when somebody asks for it, by going through the brackets once more.
"""

from __future__ import annotations

import functools
import operator
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsfacts.formats.annotated_text.attributes import Block, read_simple_block
from newsfacts.formats.annotated_text.continuations import CONTINUATION
from newsfacts.formats.annotated_text.fragments import CONTINUES
from newsfacts.formats.annotated_text.near_markup import may_be_near
from newsfacts.immutable import batch_maker
from newsfacts.patterns import lazy_pattern
from newsfacts.raw import RawAnnotation, WrittenAnnotations
from newsfacts.text.spans import Span

__all__ = ["MAX_NESTING", "PlacesInText", "WellFormed", "block_after", "read_well_formed"]

MAX_NESTING = 100
"""How many brackets may be open at once."""

CHUNK = 50_000
"""How many characters at least are split at once: the parts of a large text would fill the memory, all together."""

_CLOSED = "\0"
"""What replaces `]{` while a text is split; a text that has it is left to `parser.py`."""

_BRACKET = lazy_pattern(r"\[|\]\{[^}]*+\}")
_EMPTY_LINE = lazy_pattern(r"\n[ \t]*+(?=\n)")

_new_spans = batch_maker(Span)


class _Unusual(Exception):
    """The text has something else than well-formed spans."""


class WellFormed:
    """What such a text says: the text without the markup, and for each annotation its block and its span.

    `parents` are the numbers of the annotations around each one; where one `has_no_words`, they are not always what it is nested in.
    """

    __slots__ = ("blocks", "has_no_words", "parents", "spans", "text")

    def __init__(self) -> None:
        self.text: str = ""
        self.has_no_words: bool = False
        self.blocks: list[Block] = []
        self.spans: list[tuple[Span, ...]] = []
        self.parents: list[int] = []

    def add(self, blocks: Sequence[Block], spans: Sequence[tuple[Span, ...]], parents: Sequence[int]) -> None:
        """Add annotations; their `parents` are counted from the first of them on."""
        before = len(self.blocks)
        self.blocks += blocks
        self.spans += spans
        self.parents += [parent + before if parent >= 0 else -1 for parent in parents] if before else parents

    def written(self) -> WrittenAnnotations:
        """The annotations."""
        return WrittenAnnotations(self.blocks, self.spans, None if self.has_no_words else self.parents)


def read_well_formed(text: str, begin: int) -> WellFormed | None:
    """Read a body, which begins at an offset of a file; None where it has anything else than well-formed spans."""
    if text.find("\\", begin) >= 0 or text.find("\r", begin) >= 0 or text.find(_CLOSED, begin) >= 0:
        return None
    if text.find("%", begin) >= 0 and text.find("{%", begin) >= 0:  # a single character is found faster than two
        return None
    found = WellFormed()
    texts: list[str] = []
    length = 0
    try:
        for start, end in _chunks(text, begin):
            texts.append(_read_chunk(text[start:end], found, length))
            length += len(texts[-1])
    except _Unusual:
        return None
    found.text = "".join(texts)
    return None if may_be_near(found.text) else found


def _chunks(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Ranges that end where a paragraph ends."""
    while len(text) - begin > CHUNK:
        paragraph = text.find("\n\n", begin + CHUNK)
        if paragraph < 0:
            break
        yield begin, paragraph + 2
        begin = paragraph + 2
    yield begin, len(text)


def _read_chunk(chunk: str, found: WellFormed, before: int) -> str:
    """Add the annotations of some paragraphs, and return their text, which begins at an offset. Raises `_Unusual`.

    The text is split where a bracket opens and where one closes; a part after one that closes begins with `_CLOSED` and its block.
    """
    parts = chunk.replace("]{", "[" + _CLOSED).split("[")
    insides = [""] * len(parts)
    starts: list[int] = []
    ends = [0] * len(parts)
    parents: list[int] = []
    innermost = -1  # of the annotations that are open
    offset = before
    for number, part in enumerate(parts):
        if _CLOSED in part:
            insides[innermost], brace, words = part.partition("}")
            if innermost < 0 or not brace:
                raise _Unusual
            ends[innermost] = offset
            innermost = parents[innermost]
            parts[number] = words
            offset += len(words)
        else:
            if number:
                parents.append(innermost)
                innermost = len(starts)
                starts.append(offset)
            offset += len(part)
    size = len(starts)
    if innermost >= 0:
        raise _Unusual  # brackets that are text, such as [sic]
    del insides[size:], ends[size:]
    text = "".join(parts)
    if "]" in text or ("\n" in text and _has_empty_line(text, before, starts, ends, parents)):
        raise _Unusual
    if size > MAX_NESTING and _is_too_deep(parents):
        raise _Unusual
    found.has_no_words = found.has_no_words or any(map(operator.eq, starts, ends))
    found.add(list(map(block_after, insides)), list(zip(_new_spans(starts, ends))), parents)
    return text


@functools.lru_cache(maxsize=4096)
def block_after(inside: str) -> Block:
    """The block with something between its braces, after `_CLOSED`. Raises `_Unusual`. The same few come again and again."""
    block = read_simple_block(inside[len(_CLOSED) :])
    if block is None or block.kind == CONTINUATION or CONTINUES in block.values:
        raise _Unusual
    return block


def _is_too_deep(parents: Sequence[int]) -> bool:
    """Whether more brackets are open at once than may be."""
    depths: list[int] = []
    for parent in parents:
        depths.append(depths[parent] + 1 if parent >= 0 else 1)
    return max(depths, default=0) > MAX_NESTING


def _has_empty_line(text: str, before: int, starts: Sequence[int], ends: Sequence[int], parents: Sequence[int]) -> bool:
    """Whether a span has an empty line in it; `before` is the offset of the text in that of the file."""
    for found in _EMPTY_LINE.finditer(text):
        number = bisect_right(starts, before + found.start()) - 1
        while number >= 0 and ends[number] <= before + found.end():
            number = parents[number]
        if number >= 0:
            return True
    return False


# -- Places ------------------------------------------------------------------------------------------------------------


class PlacesInText:
    """Where the pieces and the annotations of such a text, which begins at an offset, are in the file."""

    def __init__(self, text: str, begin: int, blocks: Sequence[Block], spans: Sequence[tuple[Span, ...]]) -> None:
        self.text = text
        self.begin = begin
        self.blocks = blocks
        self.spans = spans

    @functools.cached_property
    def brackets(self) -> list[tuple[int, int]]:
        """Where each annotation begins, after its `[`, and where its `]` is."""
        text = self.text
        opened: list[int] = []
        starts: list[int] = []
        ends = [0] * len(self.blocks)
        opens, closes = text.find("[", self.begin), text.find("]{", self.begin)  # no block has one of them
        while closes >= 0:
            if 0 <= opens < closes:
                opened.append(len(starts))
                starts.append(opens + 1)
                opens = text.find("[", opens + 1)
            else:
                ends[opened.pop()] = closes
                closes = text.find("]{", closes + 2)
        return list(zip(starts, ends, strict=True))

    def range_of(self, number: int) -> tuple[int, int]:
        """Where the words of an annotation, with the markup in them, begin and end."""
        return self.brackets[number]

    def annotation(self, number: int) -> RawAnnotation:
        """An annotation with its places."""
        block = self.blocks[number]
        start, end = self.brackets[number]
        return RawAnnotation(
            block.kind, self.spans[number], start, end,
            id=block.attribute_of_id, attributes=block.attributes, attributes_from=end,
        )  # fmt: skip

    def file_offsets(self) -> list[int]:
        """Where each piece of the text begins in the file."""
        return [self.begin, *[found.end() for found in _BRACKET.finditer(self.text, self.begin)]]

    def text_offsets(self) -> list[int]:
        """Where each piece of the text begins in it."""
        markup = [len(found[0]) for found in _BRACKET.finditer(self.text, self.begin)]
        removed = accumulate(markup, initial=self.begin)
        return [offset - before for offset, before in zip(self.file_offsets(), removed, strict=True)]
