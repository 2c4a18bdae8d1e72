"""From annotated text to raw annotations, in one pass over the special characters.

    file      = [front-matter] body
    body      = (text | span | comment | escape)*
    span      = "[" body "]" block               within one paragraph
    comment   = "{%" anything "%}"
    escape    = "\\" ("[" | "]" | "{" | "}" | "\\")

Whether a `[` is markup is known only at its `]`. The pass takes every one for markup, except pairs such as `[sic]` that
the scanner sees to be text. Where it was wrong about some, it runs once more, knowing which brackets are text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import accumulate

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.annotated_text.attributes import BLOCK, Block, explain_block, read_block
from newsfacts.formats.annotated_text.continuations import CONTINUATION, join_continuations
from newsfacts.formats.annotated_text.fragments import CONTINUES, join_fragments
from newsfacts.formats.annotated_text.front_matter import (
    FrontMatter,
    lists_annotations,
    read_annotations,
    read_metadata,
    split_front_matter,
)
from newsfacts.formats.annotated_text.near_markup import (
    may_be_near,
    near_blocks,
    report_late_front_matter,
    report_near_blocks,
)
from newsfacts.formats.annotated_text.well_formed import MAX_NESTING, PlacesInText, WellFormed, read_well_formed
from newsfacts.immutable import maker
from newsfacts.raw import (
    LocatedLater,
    MadeLater,
    Origin,
    RawAnnotation,
    RawComment,
    RawDocument,
    WrittenAnnotations,
    new_origin,
)
from newsfacts.text.source import Place, SourceText
from newsfacts.text.spans import Span

__all__ = ["read_notation"]

_new_span = maker(Span)  # a span in two thirds of the time

CHUNK = 50_000
"""How many characters at least are split at once: the parts of a large text would fill the memory, all together."""

_COMMENT = r"|\{%(?>(?:[^%]++|%(?!\}))*)(?>%\}|)"  # runs to the end of the file where it is not closed


@functools.cache
def special(comment: str = _COMMENT) -> re.Pattern[str]:
    """Finds what may be more than text. Each branch begins with its character, for speed."""
    return re.compile(
        r"(\[(?>[^\[\]{}\\\r\n]*+\](?!\{(?!%))|)"  # the start of a span, or a whole pair of brackets that are text
        rf"|\](?>{BLOCK}|\{{(?!%)|)"  # the end of a span with its block; with something else in braces; or alone
        r"|\\[\[\]{}\\]"
        rf"{comment}"
        r"|\r\n?+[ \t]*+(?=[\r\n])|\n[ \t]*+(?=[\r\n]))"  # an empty line
    )


class _Body:
    """One pass over a body. `literal` are the offsets of brackets that are known to be text."""

    def __init__(
        self,
        source: SourceText,
        path: str | None,
        start: int,
        problems: ProblemList,
        literal: frozenset[int] = frozenset(),
    ) -> None:
        self.source = source
        self.path = path
        self.text = source.string
        self.problems = problems
        self.literal = literal
        self.found_literal: list[int] = []
        self.unclosed: list[int] = []  # the offsets of brackets that are open at the end of their paragraph
        self.opened: list[tuple[int, int, int]] = []  # (number of the annotation, offset in the file, in the text)
        self.too_deep = 0
        self.annotations: list[RawAnnotation | None] = []
        self.comments: list[RawComment] = []
        self.closed: RawAnnotation | None = None  # the span that was closed last
        self.closed_at = -1  # the offset right after it and the comments that follow it
        self.removed = start  # how many characters of the file are not text, up to what was read
        self.pieces: list[str] = []  # of the text
        self.file_offsets: list[int] = []  # where each of them begins in the file
        self.escaped: list[tuple[int, str]] = []  # characters before pieces, with the number of the piece

    def place(self, start: int, end: int) -> Place:
        return Place(self.path, self.source, start, end)

    def read(self) -> None:
        """Read the body. A comment that is not closed is text, and then all that looks like one after it."""
        begin, pattern = self.removed, special()
        while begin < len(self.text) or not self.pieces:
            end = self.end_of_chunk(begin)
            unclosed = self.read_from(begin, end, pattern)
            if unclosed is None:
                begin = end
            elif self.text.find("%}", unclosed + 2) >= 0:
                begin = unclosed  # it ends beyond this chunk
            else:
                self.report_unclosed(unclosed)
                self.pieces[-1] += "{%"
                begin, pattern = unclosed + 2, special(comment="")
        for number, character in self.escaped:
            self.pieces[number] = character + self.pieces[number]
        self.end_paragraph()

    def end_of_chunk(self, begin: int) -> int:
        """The first end of a paragraph after enough text, and after the comment that may begin here."""
        least = begin + CHUNK
        if self.text.startswith("{%", begin):
            least = max(least, self.text.find("%}", begin + 2))
        found = self.text.find("\n\n", least)
        return found + 2 if found >= 0 else len(self.text)

    def read_from(self, begin: int, stop: int, pattern: re.Pattern[str]) -> int | None:
        """Read a range of the file, or up to a comment that is not closed there; what it returns is where that begins.

        The text is split at everything special at once; what well-formed spans need is done here, for speed.
        """
        parts = pattern.split(self.text[begin:stop])
        offsets = list(accumulate(map(len, parts), initial=begin))
        self.file_offsets += offsets[:-1:2]
        pieces, opened, annotations, literal = self.pieces, self.opened, self.annotations, self.literal
        removed = self.removed
        for words, token, start, end in zip(parts[::2], parts[1::2], offsets[1::2], offsets[2::2], strict=False):
            pieces.append(words)
            if token == "[" and len(opened) < MAX_NESTING and start not in literal:
                removed += 1
                opened.append((len(annotations), end, end - removed))
                annotations.append(None)
            elif len(token) > 2 and token[0] == "]" and opened and not self.too_deep:
                number, file_start, text_start = opened.pop()
                block = read_block(token)
                annotations[number] = self.closed = RawAnnotation(
                    block.kind, (_new_span(text_start, start - removed),), file_start, start,
                    id=block.attribute_of_id, attributes=block.attributes, attributes_from=start,
                )  # fmt: skip
                removed += end - start
                self.closed_at = end
                if block.repeated:
                    self.report_repeated(block, start)
            elif token[0] == "\\":
                removed += 1
                self.file_offsets[len(pieces)] -= 1
                self.escaped.append((len(pieces), token[1]))
            elif token[:2] == "{%":
                if not token.endswith("%}") or len(token) < 4:
                    del self.file_offsets[len(pieces) :]
                    self.removed = removed
                    return start
                self.comment(start, end, start - removed)
                removed += end - start
            else:
                pieces[-1] += token
                self.text_token(token, start, end)
        pieces.append(parts[-1])
        self.removed = removed
        return None

    def text_token(self, token: str, start: int, end: int) -> None:
        """What looks special and is text."""
        if token[0] in "\r\n":
            self.end_paragraph()
        elif token == "[":
            if start not in self.literal:
                self.open_too_deep(start)
        elif token[0] == "]":
            if len(token) > 2:
                self.close_nothing(start, end)
            else:
                self.close_text(start, broken=len(token) == 2)

    def open_too_deep(self, start: int) -> None:
        self.too_deep += 1
        if self.too_deep == 1:
            self.problems.add(
                ReaderCode.BROKEN_MARKUP,
                f"more than {MAX_NESTING} brackets are open here; deeper ones are read as text",
                self.place(start, start + 1),
                help="close some of them, or write \\[ for brackets that are text",
            )

    def close_nothing(self, start: int, end: int) -> None:
        if self.too_deep:
            self.too_deep -= 1
            return
        self.problems.add(
            ReaderCode.BROKEN_MARKUP,
            "this ends a span, but no span is open in this paragraph",
            self.place(start, end),
            help="put [ where the span begins, or write \\] for a bracket that is text",
        )

    def report_repeated(self, block: Block, offset: int) -> None:
        for item in block.repeated:
            start, end = offset + item.start, offset + item.end
            self.problems.add(
                ReaderCode.BROKEN_MARKUP,
                f"{self.text[start:end]} is a duplicate in the same block; the first one is used",
                self.place(start, end),
                help="a span has one .kind and one #id, and each key once; nest two spans for two kinds",
            )

    def close_text(self, start: int, *, broken: bool) -> None:
        """A bracket without a block: both it and the one it closes are text."""
        if broken:
            wrong = explain_block(self.text, start + 1)
            self.problems.add(
                ReaderCode.BROKEN_MARKUP,
                f"this is not an attribute block: {wrong.message}",
                self.place(wrong.start, wrong.end),
                help=wrong.help,
            )
        if self.too_deep:
            self.too_deep -= 1
        elif self.opened and start not in self.literal:
            self.found_literal += (self.opened.pop()[1] - 1, start)

    def comment(self, start: int, end: int, offset: int) -> None:
        """Take a comment down; `offset` is its place in the text."""
        words = self.text[start + 2 : end - 2]
        follows = self.closed_at == start
        after = self.closed if follows else None
        self.comments.append(RawComment(offset, words, after, self.place(start, end)))
        if follows:
            self.closed_at = end

    def report_unclosed(self, start: int) -> None:
        self.problems.add(
            ReaderCode.BROKEN_MARKUP,
            "this comment is not closed",
            self.place(start, start + 2),
            help="close it with %}, or write \\{% for text",
        )

    def end_paragraph(self) -> None:
        """Spans do not run over an empty line, so that one forgotten bracket costs one paragraph and not the file."""
        for _, after, _ in self.opened:
            self.found_literal.append(after - 1)
            self.unclosed.append(after - 1)
        self.opened.clear()
        self.too_deep = 0

    def finish(self, front: FrontMatter, problems: ProblemList, unclosed: list[int]) -> RawDocument:
        """What was read: the text without the markup, and all annotations, those of the front matter too."""
        text = "".join(self.pieces)
        text_offsets = list(accumulate(map(len, self.pieces[:-1]), initial=0))
        origin = new_origin(
            path=self.path, source=self.source, text_offsets=text_offsets, file_offsets=self.file_offsets
        )
        self.report_near_markup(text, origin, unclosed, problems)
        annotations = [raw for raw in self.annotations if raw is not None]
        annotations += read_annotations(front, text, origin, problems)
        raw = raw_document(front, text, origin, problems, annotations)
        raw.comments = self.comments
        if [1 for each in raw.annotations if each.kind == CONTINUATION or CONTINUES in each.attributes]:
            join_fragments(raw)
            join_continuations(raw)
        return raw

    def report_near_markup(self, text: str, origin: Origin, unclosed: list[int], problems: ProblemList) -> None:
        """Report text that looks like markup, and then the brackets that are open for another reason."""
        if may_be_near(text):
            escaped = {origin.text_offsets[number] for number, character in self.escaped if character == "{"}
            after_spans = {raw.spans[0].end for raw in self.annotations if raw is not None}
            blocks = list(near_blocks(text, escaped, after_spans))
            places = [origin.text_place(Span(block.start, block.end), self.source) for block in blocks]
            report_near_blocks(blocks, places, unclosed, self.source, problems)
        for offset in unclosed:
            help = "close the span with ]{.kind}, or write \\[ for a bracket that is text"
            if self.text[offset + 1 : offset + 2] in tuple('“„«"'):
                help = "close the span with ]{.quote}; the next paragraph of the quotation is [...]{.cont}"
            problems.add(
                ReaderCode.BROKEN_MARKUP,
                "this [ is not closed in its paragraph",
                self.place(offset, offset + 1),
                help=help,
            )


def read_notation(text: str, path: str | None = None) -> RawDocument:
    """Read annotated text. Never raises: what is wrong is in `findings`, and what cannot be markup is text."""
    source = SourceText(text)
    problems = ProblemList()
    front = split_front_matter(source, path, problems, places=False)
    well_formed = read_well_formed(text, front.body_start) if not lists_annotations(front) else None
    if well_formed is not None:
        return well_formed_document(well_formed, front, source, path, problems)
    body = _Body(source, path, front.body_start, problems)
    body.read()
    unclosed = sorted(body.unclosed)
    if body.found_literal:
        body = _Body(source, path, front.body_start, ProblemList(), frozenset(body.found_literal))
        body.read()
    return body.finish(front, problems, unclosed)


def well_formed_document(
    found: WellFormed, front: FrontMatter, source: SourceText, path: str | None, problems: ProblemList
) -> RawDocument:
    """What a file says whose body has nothing but well-formed spans. Their places are found when somebody asks for them."""
    places = PlacesInText(source.string, front.body_start, found.blocks, found.spans)
    origin = new_origin(
        path=path,
        source=source,
        text_offsets=MadeLater(places.text_offsets),
        file_offsets=MadeLater(places.file_offsets),
    )
    annotations = LocatedLater(places.annotation, len(found.blocks), places.range_of)
    return raw_document(front, found.text, origin, problems, annotations, found.written())


def raw_document(
    front: FrontMatter,
    text: str,
    origin: Origin,
    problems: ProblemList,
    annotations: Sequence[RawAnnotation],
    written: WrittenAnnotations | None = None,
) -> RawDocument:
    """A document with its front matter."""
    source, path = origin.source, origin.path
    if front.node is None:
        report_late_front_matter(source, path, problems)
    again = functools.partial(read_metadata, source, path, front.offset, front.end, ProblemList())
    return RawDocument(
        text=text,
        origin=origin,
        annotations=annotations,
        written=written,
        metadata=front.node,
        metadata_again=None if front.has_places else again,
        metadata_offset=front.offset,
        metadata_keys=frozenset({"annotations"}),
        findings=problems,
    )
