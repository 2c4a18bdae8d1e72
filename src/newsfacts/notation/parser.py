"""From annotated text to raw annotations, in one pass over the special characters.

    file      = [front-matter] body
    body      = (text | span | comment | escape)*
    span      = "[" body "]" attributes          within one paragraph
    comment   = "{%" anything "%}"
    escape    = "\\" ("[" | "]" | "{" | "}" | "\\")

Whether a `[` is markup is known only at its `]`. So every special character takes a *cut*, a range of the file that is
not text; the cut of a bracket stays empty until the bracket turns out to be markup. Sums over the cuts then turn
offsets in the file into offsets in the text.
"""

from __future__ import annotations

import re
from itertools import accumulate

from newsfacts.notation.attributes import AttributeProblem, read_attributes
from newsfacts.notation.front_matter import FrontMatter, split_front_matter
from newsfacts.problems import ProblemList
from newsfacts.raw import Comment, Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.spans import Span
from newsfacts.text import Place, SourceText

__all__ = ["MAX_NESTING", "read_notation"]

MAX_NESTING = 100
"""How many brackets may be open at once. Deeper ones are text, and a finding."""

_SPECIAL = re.compile(r"\\[\[\]{}\\]|\[|\](?:\{(?!%))?+|\{%|(?>\r\n?|\n)[ \t]*+(?=[\r\n])")


class _Body:
    """One reading of a body: what has been seen, and what is still open."""

    def __init__(self, source: SourceText, path: str | None, start: int, problems: ProblemList) -> None:
        self.source = source
        self.path = path
        self.text = source.string
        self.start = start
        self.problems = problems
        self.cut_starts: list[int] = []
        self.cut_ends: list[int] = []
        self.opened: list[tuple[int, int]] = []  # (cut, number of the annotation) of each bracket still open
        self.too_deep = 0
        self.annotations: list[RawAnnotation | None] = []
        self.places: list[tuple[int, int]] = []  # (cut of the opening, cut of the closing) of each annotation
        self.comments: list[tuple[int, int, int | None]] = []  # (cut, length of the words, annotation right before)
        self.last_close = (-1, -1)  # (offset right after, number) of the span that was closed last
        self.comments_are_closed = True

    def place(self, start: int, end: int) -> Place:
        return Place(self.path, self.source, start, end)

    def read(self) -> None:
        """Walk over the special characters, in order."""
        text = self.text
        position = self.start
        search = _SPECIAL.search
        while (found := search(text, position)) is not None:
            start = found.start()
            position = found.end()
            first = text[start]
            if first == "[":
                self.open(start)
            elif first == "]":
                position = self.close(start) if position - start == 2 else self.close_text(position)
            elif first == "\\":
                self.cut(start, start + 1)
            elif first == "{":
                position = self.comment(start)
            else:
                self.end_paragraph()
        self.end_paragraph()

    def cut(self, start: int, end: int) -> int:
        self.cut_starts.append(start)
        self.cut_ends.append(end)
        return len(self.cut_starts) - 1

    def open(self, start: int) -> None:
        if len(self.opened) >= MAX_NESTING:
            self.too_deep += 1
            if self.too_deep == 1:
                self.problems.add(
                    "S15",
                    f"more than {MAX_NESTING} brackets are open here; deeper ones are read as text",
                    self.place(start, start + 1),
                    help="close some of them, or write \\[ for brackets that are text",
                )
            return
        self.opened.append((self.cut(start, start), len(self.annotations)))
        self.annotations.append(None)
        self.places.append((0, 0))

    def close_text(self, position: int) -> int:
        """A bracket without attributes: both it and the one it closes are text."""
        if self.too_deep:
            self.too_deep -= 1
        elif self.opened:
            self.opened.pop()
        return position

    def close(self, start: int) -> int:
        """A bracket right before a brace: the end of a span, where attributes follow and a bracket is open."""
        read = read_attributes(self.text, start + 1)
        if isinstance(read, AttributeProblem):
            self.problems.add(
                "S15",
                f"this is not an attribute block: {read.message}",
                self.place(read.start, read.end),
                help="mend the block, or write ]\\{ for brackets that are text",
            )
            return self.close_text(start + 1)
        if self.too_deep:
            self.too_deep -= 1
            self.cut(start, start)
            return read.end
        if not self.opened:
            self.problems.add(
                "S15",
                "this ends a span, but no span is open in this paragraph",
                self.place(start, read.end),
                help="put [ where the span begins, or write \\] for a bracket that is text",
            )
            return start + 2
        cut, number = self.opened.pop()
        opening = self.cut_starts[cut]
        self.cut_ends[cut] = opening + 1
        self.places[number] = (cut, self.cut(start, read.end))
        self.annotations[number] = RawAnnotation(
            read.kind.value if read.kind else None, (), opening + 1, start, id=read.id, attributes=read.values
        )
        self.last_close = (read.end, number)
        for extra in read.repeated:
            self.repeated(extra)
        return read.end

    def repeated(self, extra: RawAttribute) -> None:
        words = self.text[extra.start : extra.end]
        self.problems.add(
            "S15",
            f"{words} comes after another one of its sort in the same block; only the first counts",
            self.place(extra.start, extra.end),
            help="a span has one .kind and one #id, and each key once; nest two spans for two kinds",
        )

    def comment(self, start: int) -> int:
        end = self.text.find("%}", start + 2) if self.comments_are_closed else -1
        if end < 0:
            if self.comments_are_closed:
                self.problems.add(
                    "S15",
                    "this comment is not closed",
                    self.place(start, start + 2),
                    help="close it with %}, or write \\{% for text",
                )
            self.comments_are_closed = False
            return start + 2
        cut = self.cut(start, end + 2)
        after, number = self.last_close
        if after == start:
            self.last_close = (end + 2, number)
        self.comments.append((cut, end - start - 2, number if after == start else None))
        return end + 2

    def end_paragraph(self) -> None:
        """Spans do not run over an empty line, so that one forgotten bracket costs one paragraph and not the file."""
        for cut, _ in self.opened:
            start = self.cut_starts[cut]
            self.problems.add(
                "S15",
                "this [ is not closed in its paragraph",
                self.place(start, start + 1),
                help="close the span with ]{.kind}, or write \\[ for a bracket that is text",
            )
        self.opened.clear()
        self.too_deep = 0

    def finish(self, front: FrontMatter) -> RawDocument:
        """Take the cuts out of the body, and turn offsets in the file into spans of the text."""
        starts, ends = self.cut_starts, self.cut_ends
        removed = list(accumulate((end - start for start, end in zip(starts, ends, strict=True)), initial=self.start))
        pieces: list[str] = []
        text_offsets: list[int] = [0]
        file_offsets: list[int] = [self.start]
        position = self.start
        for cut, (start, end) in enumerate(zip(starts, ends, strict=True)):
            if start == end:
                continue
            if start > position:
                pieces.append(self.text[position:start])
            position = end
            offset = end - removed[cut + 1]
            if text_offsets[-1] == offset:
                file_offsets[-1] = end
            else:
                text_offsets.append(offset)
                file_offsets.append(end)
        pieces.append(self.text[position:])
        numbers: dict[int, int] = {}
        annotations: list[RawAnnotation] = []
        for number, raw in enumerate(self.annotations):
            if raw is not None:
                opening, closing = self.places[number]
                numbers[number] = len(annotations)
                raw.spans = (Span(raw.start - removed[opening + 1], raw.end - removed[closing]),)
                annotations.append(raw)
        comments = [
            Comment(
                starts[cut] - removed[cut],
                self.text[starts[cut] + 2 : starts[cut] + 2 + length],
                None if number is None else numbers.get(number),
                self.place(starts[cut], ends[cut]),
            )
            for cut, length, number in self.comments
        ]
        origin = Origin(
            path=self.path, source=self.source, annotations=annotations, text_offsets=text_offsets, file_offsets=file_offsets
        )
        return RawDocument(
            text="".join(pieces),
            origin=origin,
            annotations=annotations,
            metadata=front.node,
            metadata_offset=front.offset,
            comments=comments,
            findings=self.problems,
        )


def read_notation(text: str, path: str | None = None) -> RawDocument:
    """Read annotated text. Never raises: what is wrong is in `findings`, and what cannot be markup is text."""
    source = SourceText(text)
    problems = ProblemList()
    front = split_front_matter(source, path, problems)
    body = _Body(source, path, front.body_start, problems)
    body.read()
    return body.finish(front)
