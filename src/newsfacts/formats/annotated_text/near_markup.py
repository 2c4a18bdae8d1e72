"""Text that was probably meant to be markup: `[x] {.count}`, `[x](.count)`, `word{.kind}`, front matter that begins too late.

It stays text. Where a bracket was left open before such a block, the missing `]` before the block is the mistake.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.annotated_text.attributes import BLOCK
from newsfacts.immutable import frozen
from newsfacts.patterns import lazy_pattern
from newsfacts.text.source import Place, SourceText

__all__ = ["NearBlock", "may_be_near", "near_blocks", "report_late_front_matter", "report_near_blocks"]

_BLOCK = lazy_pattern(
    rf"(?P<gap>\][ \t]++|(?<!\]))(?P<braces>(?=\{{[^{{}}\n]*(?:\.[A-Za-z]|ref=))(?!\{{%){BLOCK})"  # a block that names a kind or an entity
    r"|\](?P<round>\(\.[A-Za-z][\w-]*+(?:[ \t][^()\n]*+)?\))"
)
_EMPTY_LINE = lazy_pattern(r"(?>\r\n?|\n)[ \t]*+(?=[\r\n])")
_LINE = lazy_pattern(r"[^\r\n]*+")
_HYPHENS = re.compile(r"---[ \t]*+(?=[\r\n])")
_KEY = lazy_pattern(r"[A-Za-z_][\w-]*+[ \t]*+:(?=[\s{\[])")
_CLOSING = lazy_pattern(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*+(?=[\r\n]|\Z)")
_VERSION = re.compile(r"newsfacts[ \t]*+:[ \t]*+\d")
_NEXT = re.compile(r"(?>(?:[ \t]*+(?:\r\n?|\n))+)")

FRONT_MATTER_LENGTH = 20_000
"""How far from the top the end of a front matter that has no beginning is looked for."""


@frozen
class NearBlock:
    """A block that is text, as a half-open range of the text, and what is wrong with it."""

    start: int
    end: int
    message: str
    help: str
    lacks_bracket: bool = False


def may_be_near(text: str) -> bool:
    """Whether a text from which the markup was taken out may have a block."""
    return "{" in text or ("(" in text and "](" in text)  # a single character is found faster than two


def near_blocks(text: str, escaped: Collection[int], after_span: Collection[int]) -> Iterator[NearBlock]:
    """The blocks in a text from which the markup was taken out.

    `escaped` are the offsets of braces that a backslash makes text; `after_span` those right behind a span.
    """
    for found in _BLOCK.finditer(text):
        if found["round"] is not None:
            yield NearBlock(
                *found.span("round"),
                "this looks like an attribute block, but has ( ) in place of { }",
                f"write ]{{{found['round'][1:-1]}}}, or write \\] before it for text",
            )
        elif found.start("braces") in escaped:
            continue
        elif found.start("braces") in after_span:
            yield NearBlock(
                *found.span("braces"),
                "a span has one attribute block, and this is a second one",
                "put both in one block, nest two spans for two kinds, or write \\{ for text",
            )
        elif found["gap"]:
            yield NearBlock(
                *found.span("braces"),
                "this looks like an attribute block, but there is a space between ] and {",
                "take the space out, or write \\{ for a brace that is text",
            )
        else:
            yield NearBlock(
                *found.span("braces"),
                "this looks like an attribute block, but there is no ] before it",
                "put [ before the words and ] after them, or write \\{ for a brace that is text",
                lacks_bracket=True,
            )


def report_near_blocks(
    blocks: Sequence[NearBlock],
    places: Sequence[Place],
    unclosed: list[int],
    source: SourceText,
    problems: ProblemList,
) -> None:
    """Report each block, at its place in the file.

    `unclosed` are the offsets in the file of brackets that were left open, in order. One that a block without its `]`
    explains is taken out: the error is then at the block.
    """
    breaks = [found.start() for found in _EMPTY_LINE.finditer(source.string)] if unclosed else []
    taken: set[int] = set()
    for block, place in zip(blocks, places, strict=True):
        explained = None
        if block.lacks_bracket and unclosed:
            number = bisect_right(unclosed, place.start) - 1
            while number >= 0 and unclosed[number] in taken:
                number -= 1
            if number >= 0 and bisect_right(breaks, unclosed[number]) == bisect_right(breaks, place.start):
                explained = unclosed[number]
        if explained is None:
            problems.add(ReaderCode.NEAR_MARKUP, block.message, place, help=block.help)
        else:
            taken.add(explained)
            problems.add(
                ReaderCode.BROKEN_MARKUP,
                "there is no ] before this block, so a span in this paragraph is not closed",
                place,
                help="write ] right before the block",
            )
    unclosed[:] = [offset for offset in unclosed if offset not in taken]


def report_late_front_matter(source: SourceText, path: str | None, problems: ProblemList) -> None:
    """Report what looks like front matter in a file that has none at its top."""
    text = source.string
    first = _NEXT.match(text)
    begin = first.end() if first is not None else 0
    hyphens = _HYPHENS.match(text, begin)
    if hyphens is not None and begin > 0:
        line = _NEXT.match(text, hyphens.end())
        if line is not None and _KEY.match(text, line.end()) and _CLOSING.search(text, line.end()):
            problems.add(
                ReaderCode.NEAR_MARKUP,
                "this looks like front matter, but it does not begin on the first line, so it is read as text",
                Place(path, source, begin, begin + 3),
                help="delete the empty lines before it",
            )
    elif hyphens is None and _VERSION.match(text, begin):
        closing = _CLOSING.search(text, begin, begin + FRONT_MATTER_LENGTH)
        if closing is not None:
            words = _LINE.match(text, begin)
            problems.add(
                ReaderCode.NEAR_MARKUP,
                "this looks like front matter, but there is no line --- before it, so it is read as text",
                Place(path, source, begin, words.end() if words is not None else begin),
                help="make --- the first line of the file",
            )
