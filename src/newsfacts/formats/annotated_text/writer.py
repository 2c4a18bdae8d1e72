"""From a document to annotated text: `read(write(document)) == document`, and nothing is escaped that need not be.

Annotations that nest within one paragraph are written as spans. The others (crossing ones, ones over several
paragraphs, ones without a place) are written into the front matter, anchored by their words.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newsfacts import strict_yaml
from newsfacts.anchors.find import PlaceFinder
from newsfacts.building.written import all_written_fields, written_metadata
from newsfacts.errors import NewsfactsError
from newsfacts.formats.annotated_text.continuations import is_left_open
from newsfacts.formats.annotated_text.front_matter import ANCHOR_KEYS
from newsfacts.formats.annotated_text.near_markup import near_blocks
from newsfacts.formats.annotated_text.well_formed import MAX_NESTING
from newsfacts.immutable import FrozenDict
from newsfacts.model import Annotation, Attribution, Claim, Document, Quote, UnknownKind
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import OTHER_MARKS

__all__ = ["write_notation"]

_EMPTY_LINE = re.compile(r"(?>\r\n?|\n)[ \t]*+(?=[\r\n])")
_EMPTY_AFTER_LF = re.compile(r"\n[ \t]*+(?=\n)")
_BARE = re.compile(rf"[^\s\"{{}}\\{OTHER_MARKS}][^\s\"{{}}\\]*\Z")
_KIND_NAME = re.compile(r"[A-Za-z][\w-]*\Z")
_ID = re.compile(r"[\w][\w.:-]*\Z")
_KEY = re.compile(r"[A-Za-z_][\w-]*\Z")
_SPACE = re.compile(r"\s")
_ESCAPABLE = "[]{}\\"
_NEEDS_ESCAPE = re.compile(r"[\[\]\\]|\{(?:%|[^{}\n]*(?:\.[A-Za-z]|ref=))")
_BRACKET_OR_EMPTY_LINE = re.compile(r"\[|\]|(?>\r\n?|\n)[ \t]*+(?=[\r\n])")


Fields = Mapping[str, str | list[str]]


class _Mark(NamedTuple):
    """Markup at an offset of the text. Closing marks come before opening ones, inner before outer; so they are sorted."""

    offset: int
    order: tuple[int, int, int]
    words: str


new_mark: Callable[[tuple[int, tuple[int, int, int], str]], _Mark] = functools.partial(tuple.__new__, _Mark)
"""A mark of its three parts, in half the time."""


def write_notation(document: Document) -> str:
    """The document as annotated text."""
    fields = all_written_fields(document)
    body = write_nested(document, fields)
    if body is not None:
        return front_matter(document, [], fields) + body
    inline, apart = divide(document, fields)
    return front_matter(document, apart, fields) + write_body(document, fields, inline)


def write_nested(document: Document, fields: Sequence[Fields]) -> str | None:
    """What `write_body` makes of a document in which all annotations nest and nothing is escaped, as in most; None for another.

    One pass writes them in the order of the document, which takes less than half of the time (benchmarks/documents.py).
    """
    text = document.text
    if document.comments or any(character in text for character in "[]\\{\r"):
        return None
    beyond = len(text) + 1
    lines = _EMPTY_AFTER_LF.finditer(text)
    empty_start, empty_end = next_range(lines, beyond)  # of the next empty line in the text
    blocks: dict[type, str] = {}  # of annotations with nothing but a kind
    ends: list[int] = [beyond]  # of the spans that are open
    closings: list[str] = []  # what is written at each of them
    pieces: list[str] = []
    add = pieces.append
    position, innermost = 0, beyond  # the end of the last piece, and of the innermost span that is open
    for annotation, own in zip(document.annotations, fields, strict=True):
        if len(annotation.spans) != 1:
            return None
        [span] = annotation.spans
        start, end = span.start, span.end
        while innermost <= start:
            add(text[position:innermost])
            add(closings.pop())
            position = ends.pop()
            innermost = ends[-1]
        if not position <= start < end <= innermost or len(closings) >= MAX_NESTING // 2:
            return None  # something crosses, or has no words
        if not closings:
            while empty_start < start:
                empty_start, empty_end = next_range(lines, beyond)
            if empty_end < end:
                return None
        ending = blocks.get(annotation.__class__) if not own and annotation.id is None else None
        ending = ending or closing_of(annotation, own, blocks)
        if ending is None:
            return None
        innermost = end
        ends.append(end)
        closings.append(ending)
        add(text[position:start])
        add("[")
        position = start
    while closings:
        closed = ends.pop()
        pieces += (text[position:closed], closings.pop())
        position = closed
    return "".join([*pieces, text[position:]])


def next_range(found: Iterator[re.Match[str]], otherwise: int) -> tuple[int, int]:
    """The range of the next match; one that begins and ends at the offset `otherwise` where there is none."""
    match = next(found, None)
    return (otherwise, otherwise) if match is None else match.span()


def closing_of(annotation: Annotation, fields: Fields, blocks: dict[type, str]) -> str | None:
    """What is written where a span ends, kept in `blocks` where that follows from the class; None where it does not fit a block."""
    block = block_of(annotation, fields)
    if block is None:
        return None
    if not fields and annotation.id is None and not isinstance(annotation, UnknownKind):
        blocks[annotation.__class__] = "]" + block
    return "]" + block


def write_body(
    document: Document,
    fields: Sequence[Fields],
    inline: Sequence[int],
    blocks: Mapping[int, str] = FrozenDict(),
    escapes: Mapping[int, bool] = FrozenDict(),
) -> str:
    """The text with the spans of some annotations, by number.

    `blocks` are attribute blocks that are written as given, and `escapes` says for offsets of the text whether a backslash is
    written before them, need be or not.
    """
    comments: dict[int, list[str]] = {number: [] for number in inline} if document.comments else {}
    marks: list[_Mark] = []
    following = ""  # what ends the further fragments of an annotation
    for place, comment in enumerate(document.comments):
        words = "{%" + comment.words + "%}"
        if comment.after in comments:
            comments[comment.after].append(words)
        else:  # before the end of a span, so that it is not right after it
            marks.append(new_mark((comment.offset, (-1, 0, place), words)))
    for order, number in enumerate(inline):
        annotation = document.annotations[number]
        block = "]" + (blocks.get(number) or attribute_block(annotation, fields[number]))
        spans: Sequence[Span] = annotation.spans
        if comments:
            block += "".join(comments[number])
        if len(spans) > 1:
            following = f"]{{cont={annotation.id}}}" if annotation.id is not None else "]{.cont}"
            spans = written_spans(document, number) if annotation.id is None else spans
        for span in spans:
            start, end = span.start, span.end
            if start == end:
                marks.append(new_mark((start, (2, 0, order), "[" + block)))
            else:
                marks.append(new_mark((start, (1, -end, order), "[")))
                marks.append(new_mark((end, (0, -start, -order), block)))
            block = following
    marks.sort()
    return "".join(with_marks(document.text, marks, escapes))


def written_spans(document: Document, number: int) -> Sequence[Span]:
    """The spans of an annotation without an id that are written: what goes on with a quotation inside it goes without saying."""
    annotation = document.annotations[number]
    if len(annotation.spans) == 1 or isinstance(annotation, Quote):
        return annotation.spans
    inside = {span for quote in document.inside(annotation) if isinstance(quote, Quote) for span in quote.spans[1:]}
    return [span for place, span in enumerate(annotation.spans) if place == 0 or span not in inside]


def with_marks(text: str, marks: list[_Mark], escapes: Mapping[int, bool]) -> Iterator[str]:
    """The text with its marks, the pieces between them escaped."""
    position = 0
    known = sorted(escapes)
    if not escapes and not any(character in text for character in "[]\\{"):
        for end, _, words in marks:
            yield text[position:end]
            yield words
            position = end
        yield text[position:]
        return
    for mark in [*marks, None]:
        end = mark.offset if mark is not None else len(text)
        own = {n - position: escapes[n] for n in known[bisect_left(known, position) : bisect_left(known, end)]}
        yield escape(text[position:end], own, before_mark=mark is not None)
        position = end
        if mark is not None:
            yield mark.words


def escape(words: str, escapes: Mapping[int, bool] = FrozenDict(), *, before_mark: bool) -> str:
    """A piece of text as it must be written: without its escapes something in it, or the mark after it, would be read
    otherwise. Brackets stay where they are a pair within the piece.
    """
    if not escapes and _NEEDS_ESCAPE.search(words) is None:
        return words
    literal = balanced_brackets(words)
    near = {block.start for block in near_blocks(words, (), ())}  # text that would be taken for forgotten markup
    pieces: list[str] = []
    for place, character in enumerate(words):
        following = words[place + 1 : place + 2]
        if place in escapes:
            must = escapes[place]
        elif character in "[]":
            must = place not in literal
        elif character == "{":
            must = following == "%" or place in near or (words[place - 1 : place] == "]" and place - 1 in literal)
        else:
            must = character == "\\" and (following in _ESCAPABLE if following else before_mark)
        pieces.append("\\" + character if must else character)
    return "".join(pieces)


def balanced_brackets(words: str) -> set[int]:
    """The offsets of brackets that pair up within one paragraph."""
    literal: set[int] = set()
    opened: list[int] = []
    for found in _BRACKET_OR_EMPTY_LINE.finditer(words):
        place = found.start()
        if found[0] == "[":
            opened.append(place)
        elif found[0] == "]":
            if opened and len(opened) < MAX_NESTING // 2:
                literal |= {opened.pop(), place}
            else:
                opened.clear()
        else:
            opened.clear()
    return literal


# -- Inline or apart ---------------------------------------------------------------------------------------------------


def divide(
    document: Document, fields: Sequence[Fields], kept_apart: Collection[int] = ()
) -> tuple[list[int], list[int]]:
    """The numbers of the annotations that can be written as spans, and of those that cannot, in reading order.

    Of two that cross, the one that begins first is a span; or the one that a comment follows, which may suppress. One with gaps
    needs an id to be written as spans, unless it goes on with a quotation over several paragraphs. `kept_apart` are those that
    are in the front matter whatever would be possible.
    """
    refused = {n for n, annotation in enumerate(document.annotations) if not fits_block(annotation, fields[n])}
    refused.update(kept_apart, nameless_gaps(document))
    refuse_crossing(document, refused)
    inline: list[int] = []
    apart: list[int] = []
    places: set[tuple[Span, ...]] = set()
    for number, annotation in enumerate(document.annotations):
        # Of two over the same words, the one in the front matter is read last.
        if number in refused or (places and annotation.spans in places):
            places.add(annotation.spans)
            apart.append(number)
        else:
            inline.append(number)
    return inline, apart


def refuse_crossing(document: Document, refused: set[int]) -> None:
    """Add the annotations to `refused` that cross others, nest too deep or run over an empty line."""
    commented = {comment.after for comment in document.comments}
    empty_lines = _EmptyLines(document.text)
    opened: list[tuple[int, int]] = []  # the end of each fragment, and the number of its annotation
    fragments = [
        (span.start, -span.end, number)
        for number, annotation in enumerate(document.annotations)
        for span in annotation.spans
    ]
    fragments.sort()
    for start, negative_end, number in fragments:
        end = -negative_end
        while opened and opened[-1][0] <= start:
            opened.pop()
        if number in refused:
            continue
        if opened and opened[-1][0] >= end and len(opened) < MAX_NESTING // 2:  # within one that has no empty line
            if end > start:
                opened.append((end, number))
            continue
        crossed = [other for outer, other in opened if outer < end]
        if (
            len(opened) >= MAX_NESTING // 2
            or empty_lines.any_within(start, end)
            or (crossed and (number not in commented or not commented.isdisjoint(crossed)))
        ):
            refused.add(number)
        else:
            refused.update(crossed)
            del opened[len(opened) - len(crossed) :]
            if end > start:
                opened.append((end, number))


class _EmptyLines:
    """Tells whether a range of a text has an empty line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.has_returns = "\r" in text
        found = [] if self.has_returns else list(_EMPTY_AFTER_LF.finditer(text))
        self.starts = [line.start() for line in found]
        self.ends = [line.end() for line in found]

    def any_within(self, start: int, end: int) -> bool:
        if self.has_returns:  # one that begins between CR and LF has other empty lines than the whole text
            return _EMPTY_LINE.search(self.text, start, end) is not None
        first = bisect_left(self.starts, start)
        return first < len(self.starts) and self.ends[first] < end


def nameless_gaps(document: Document) -> Iterator[int]:
    """The annotations with gaps and without an id, but for those that `.cont` can continue."""
    gapped = [n for n, a in enumerate(document.annotations) if len(a.spans) > 1 and a.id is None]
    if not gapped:
        return
    going_on = [annotation for annotation in document.quotes if goes_on(document, annotation)]
    around = {id(outer) for quote in going_on for outer in document.ancestors(quote)}
    fine = {id(quote) for quote in going_on}
    for number in gapped:
        annotation = document.annotations[number]
        if id(annotation) in fine:
            continue
        if not (
            id(annotation) in around and isinstance(annotation, Attribution | Claim) and written_along(document, number)
        ):
            yield number


def goes_on(document: Document, quote: Quote) -> bool:
    """Whether `.cont` says where a quotation goes on: each part but the last is left open, and no other quotation comes between."""
    if quote.id is not None or len(quote.spans) < 2 or type(quote) is not Quote:
        return False
    words = [span.slice(document.text) for span in quote.spans]
    if not all(map(is_left_open, words[:-1])):
        return False
    between = [
        other
        for other in document.quotes
        if other is not quote and any(quote.span.start <= span.start < quote.spans[-1].start for span in other.spans)
    ]
    outer = {id(annotation) for annotation in document.ancestors(quote)}
    return not any(id(other) in outer for other in document.quotes) and all(
        any(span.start <= other.span.start and other.span.end <= span.end for span in quote.spans) for other in between
    )


def written_along(document: Document, number: int) -> bool:
    """Whether every further fragment of what is around a quotation is one of the quotation, or has just one of them inside."""
    annotation = document.annotations[number]
    parts = [span for each in document.inside(annotation) if isinstance(each, Quote) for span in each.spans[1:]]
    return (
        all(
            len([part for part in parts if span.start <= part.start and part.end <= span.end]) == 1
            for span in annotation.spans[1:]
        )
        and len(parts) == len(annotation.spans) - 1
    )


def fits_block(annotation: Annotation, fields: Fields) -> bool:
    """Whether an annotation has a place in the text, and its kind, its id and its fields can be written in a block."""
    return bool(annotation.spans) and block_of(annotation, fields) is not None


@functools.lru_cache(maxsize=1024)
def kind_in_block(kind: str) -> str | None:
    """`.kind`, or nothing for no kind; None for one that cannot be written in a block."""
    return "" if not kind else f".{kind}" if _KIND_NAME.match(kind) else None


def fits_value(value: str | tuple[str, ...]) -> bool:
    """Whether a value stays what it is between quotation marks; several become words with spaces between them."""
    if isinstance(value, str):
        return "\n" not in value and "\r" not in value
    return all(item and not _SPACE.search(item) for item in value)


# -- Attributes and front matter ---------------------------------------------------------------------------------------


def kind_of(annotation: Annotation) -> str:
    """The kind as written; empty where none is."""
    return annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND


def attribute_block(annotation: Annotation, fields: Fields) -> str:
    """`{.kind #id key=value}`, for what can be written in a block."""
    found = block_of(annotation, fields)
    assert found is not None
    return found


def block_of(annotation: Annotation, fields: Fields) -> str | None:
    """`{.kind #id key=value}`; None where the kind, the id or a field cannot be written in a block."""
    kind, id = kind_of(annotation), annotation.id
    found = kind_in_block(kind) if kind != "mention" or "ref" not in fields else ""
    if found is None:
        return None
    if id is not None:
        if not _ID.match(id):
            return None
        found += f" #{id}"
    if annotation.extra and any(isinstance(value, list) for value in annotation.extra.values()):
        return None
    for key, value in fields.items():
        if isinstance(value, list):
            item = item_of(key, tuple(value))
        elif len(value) <= MAX_KEPT:
            item = item_of(key, value)
        else:
            item = item_of.__wrapped__(key, value)
        if item is None:
            return None
        found += " " + item
    return "{" + found.lstrip(" ") + "}"


MAX_KEPT = 100
"""How long a value is that is kept as it is written, for the next annotation that has it."""


@functools.lru_cache(maxsize=4096)
def item_of(key: str, value: str | tuple[str, ...]) -> str | None:
    """`key=value`; None where it cannot be written in a block. The same few come again and again."""
    if not _KEY.match(key) or not fits_value(value):
        return None
    words = value if isinstance(value, str) else " ".join(value)
    return f"{key}={words}" if _BARE.match(words) else f'{key}="{quoted(words)}"'


def quoted(words: str) -> str:
    """A value between quotation marks."""
    return words.replace("\\", "\\\\").replace('"', '\\"')


def front_matter(document: Document, apart: list[int], fields: Sequence[Fields]) -> str:
    """The front matter with its lines; empty where there is nothing to say and the body does not look like one."""
    values: dict[str, Any] = {"newsfacts": 1, **written_metadata(document)}
    if apart:
        finder = PlaceFinder(document.text)
        values["annotations"] = [anchored(document, number, fields[number], finder) for number in apart]
    if len(values) == 1 and not document.text.startswith(("---", "\ufeff")):  # a byte order mark there would be lost
        return ""
    return f"---\n{strict_yaml.write_yaml(values)}---\n\n"


def anchored(document: Document, number: int, fields: Fields, finder: PlaceFinder) -> dict[str, Any]:
    """An annotation as it is written in the front matter. Raises `NewsfactsError` for a field that has no name there."""
    annotation = document.annotations[number]
    kind = kind_of(annotation)
    for key in fields:
        if key in ANCHOR_KEYS or key in ("kind", "id"):
            raise NewsfactsError(
                f"the field {key!r} of {annotation.text!r} means its place in the front matter; rename it"
            )
    found: dict[str, Any] = {"kind": kind} if kind else {}
    if annotation.id is not None:
        found["id"] = annotation.id
    words = [span.slice(document.text) for span in annotation.spans]
    if words:
        found["quote"] = words[0] if len(words) == 1 else words
        numbers = [str(finder.number(span)) for span in annotation.spans]
        if set(numbers) != {"1"} or any(finder.occurs_again(span) for span in annotation.spans):
            found["nth"] = numbers[0] if len(numbers) == 1 else numbers
    found.update(fields)
    return found
