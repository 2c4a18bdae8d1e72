"""Other ways to read a source: without the hyphens at its line ends, the marks that open a quotation again, and “(Laughter.)”.

A word that a line end parts can be one word or two (`inter-` + `national`, `well-` + `known`): it is read as the quotation has it.
A paragraph that goes on with a quotation begins with a mark. Only the neighbourhood of such places is read again, and only for words
that may be there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from newsfacts.anchors.normalize import Normalization
from newsfacts.patterns import lazy_pattern
from newsfacts.text.spans import Span

__all__ = ["MAX_WINDOWS", "Loosened", "PrintMarks", "with_other_signs", "without_print_marks"]

MAX_WINDOWS = 20
"""How many neighbourhoods are read again for one quotation."""

MARGIN = 4000
"""How many code points around such a place are read again, in addition to twice the length of the quotation."""

_BROKEN = re.compile(
    r"[-\u2010\xad](?<=[^\W\d_].)(?:[ \t]*(?:\r\n?|\n)[ \t]*(?=[^\W\d_])"
    r"|[ \t]+(?=(?!(?:and|or|to)\b)[a-zß-ÿ]))"
)
_REACTIONS = r"(?:laughter|laughs?|laughing|applause|cheers|cheering|boos?|booing|chuckles?|pauses?)"
_STAGE_DIRECTION = lazy_pattern(rf"[(\[]{_REACTIONS}(?:(?:,| and)? {_REACTIONS})?[.!]?[)\]]", re.IGNORECASE)
"""How those who listen react, as transcripts have it; where words could not be heard, some are missing."""
_PARAGRAPH = re.compile(r"(?:\r\n?|\n)[ \t\r\n]*")
_MARK_OR_LINE_END = re.compile(r"[“”„\"«»]|``|''|‘(?=\w)|(?<=[,.!?…])’|[\r\n][ \t\r\n]*")
_OPENING = re.compile(r"[“„\"«»]|``|''|‘(?=\w)")
_SIGN_OUTSIDE = re.compile(r"(''|[\"”’»'])([.,])(?!\w)")
_SIGN_INSIDE = re.compile(r"([.,])(''|[\"”’»'])(?!\w)")
_SPACED_SIGN = re.compile(r"(?<=\S)[ \u00a0\u202f](?=[,;:!?](?:\s|\Z)|\.(?:\s|\Z)(?! ?\.))")
_DASH_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_])–(?=[^\W\d_])")
_WORD_AFTER = re.compile(r"[\W_]{0,20}([^\W_]{1,60})")
_WORD_BEFORE = re.compile(r"([^\W_]{1,60})[\W_]{0,20}\Z")
_NEAR = 80


@attrs.frozen
class _Site:
    """A place of the source with something that belongs to its print, and the words before and after it."""

    start: int
    end: int
    name: Normalization
    before: str
    after: str

    @property
    def is_hyphen(self) -> bool:
        return self.name is Normalization.LINE_BREAK_HYPHENS


@attrs.frozen(eq=False)
class Loosened:
    """A part of a source with some changes: where each is in `text`, and where it was in the source."""

    text: str
    offset: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sites: tuple[_Site, ...]

    def back(self, span: Span) -> Span:
        """A span of this text as one of the source."""
        return Span(self._back(span.start, span.start), self._back(span.end - 1, span.end))

    def names(self, span: Span) -> tuple[Normalization, ...]:
        """What was changed within a span of this text."""
        first, last = bisect_right(self.starts, span.start), bisect_right(self.starts, max(span.start, span.end - 1))
        return tuple(dict.fromkeys(site.name for site in self.sites[first:last]))

    def _back(self, of: int, offset: int) -> int:
        place = bisect_right(self.starts, of) - 1
        return self.offset + offset if place < 0 else self.sites[place].end + offset - self.ends[place]


class PrintMarks:
    """The hyphens at line ends, the continuation marks and the stage directions of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        broken = [
            self._site(found.start(), found.end(), Normalization.LINE_BREAK_HYPHENS) for found in _BROKEN.finditer(text)
        ]
        marks = [self._site(start, end, Normalization.CONTINUATION_MARKS) for start, end in _continuation_marks(text)]
        marks += [self._site(start, end, Normalization.STAGE_DIRECTIONS) for start, end in _stage_directions(text)]
        self.sites: list[_Site] = sorted([*broken, *marks], key=lambda site: site.start)
        self.starts: list[int] = [site.start for site in self.sites]
        self.by_pair: dict[tuple[str, str], list[int]] = {}
        self.by_word: dict[str, list[int]] = {}
        for number, site in enumerate(self.sites):
            self.by_pair.setdefault((site.before, site.after), []).append(number)
            if site.is_hyphen:
                self.by_word.setdefault(site.before + site.after, []).append(number)

    def _site(self, start: int, end: int, name: Normalization) -> _Site:
        before = _WORD_BEFORE.search(self.text[max(0, start - _NEAR) : start])
        after = _WORD_AFTER.match(self.text, end)
        return _Site(start, end, name, before[1].lower() if before else "", after[1].lower() if after else "")

    def has(self, offset: int, name: Normalization) -> bool:
        """Whether there is one of a name at an offset."""
        place = bisect_right(self.starts, offset) - 1
        return place >= 0 and self.starts[place] == offset and self.sites[place].name is name

    def readings(self, words: Sequence[str], length: int) -> Iterator[Loosened]:
        """Other ways to read the neighbourhoods of places where words may be, in small letters.

        A hyphen is left out where the words have both parts as one word. `length` is that of the quotation.
        """
        pairs, whole = set(pairwise(words)), set(words)
        numbers = {number for pair in pairs for number in self.by_pair.get(pair, ())}
        numbers.update(number for word in whole for number in self.by_word.get(word, ()))
        margin = MARGIN + 2 * length
        windows: list[Span] = []
        for number in sorted(numbers):
            start, end = max(0, self.starts[number] - margin), min(len(self.text), self.starts[number] + margin)
            if windows and start <= windows[-1].end:
                windows[-1] = Span(windows[-1].start, end)
            elif len(windows) < MAX_WINDOWS:
                windows.append(Span(start, end))
        for window in windows:
            first, last = bisect_right(self.starts, window.start), bisect_right(self.starts, window.end)
            sites = [site for site in self.sites[first:last] if site.end <= window.end]
            kept = [site.is_hyphen and site.before + site.after not in whole for site in sites]
            yield self._applied(window, sites, kept)
            compounds = [
                keeps or (site.is_hyphen and (site.before, site.after) in pairs)
                for keeps, site in zip(kept, sites, strict=True)
            ]
            if compounds != kept:
                yield self._applied(window, sites, compounds)

    def _applied(self, window: Span, sites: Sequence[_Site], kept: Sequence[bool]) -> Loosened:
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        length, position = 0, window.start
        for site, keeps in zip(sites, kept, strict=True):
            new = "-" if keeps else ""
            parts += [self.text[position : site.start], new]
            length += site.start - position
            starts.append(length)
            length += len(new)
            ends.append(length)
            position = site.end
        parts.append(self.text[position : window.end])
        return Loosened("".join(parts), window.start, tuple(starts), tuple(ends), tuple(sites))


def without_print_marks(words: str) -> Iterator[tuple[str, Normalization]]:
    """Words of a quotation without what line ends and new paragraphs did to them, and the name of that."""
    whole = _BROKEN.sub("", words)
    if whole != words:
        yield whole, Normalization.LINE_BREAK_HYPHENS
        yield _BROKEN.sub("-", words), Normalization.LINE_BREAK_HYPHENS
    parts: list[str] = []
    position = 0
    for gap in _PARAGRAPH.finditer(words):
        opening = _OPENING.match(words, gap.end())
        if opening is not None:
            parts.append(words[position : gap.end()])
            position = opening.end()
    if parts:
        yield "".join(parts) + words[position:], Normalization.CONTINUATION_MARKS


def with_other_signs(words: str) -> Iterator[tuple[str, Normalization]]:
    """Words of a quotation with signs where another house has them, and the name of that.

    Before a closing mark or after it, with a space before a sign or without one, and a dash between words in place of a short one.
    """
    for pattern in (_SIGN_OUTSIDE, _SIGN_INSIDE):
        moved = pattern.sub(r"\2\1", words)
        if moved != words:
            yield moved, Normalization.FINAL_PUNCTUATION
    closed = _SPACED_SIGN.sub("", words)
    if closed != words:
        yield closed, Normalization.WHITE_SPACE
    dashed = _DASH_BETWEEN_WORDS.sub(" — ", words)
    if dashed != words:
        yield dashed, Normalization.DASHES


def _continuation_marks(text: str) -> Iterator[tuple[int, int]]:
    """The marks that open a paragraph while the quotation of the paragraph before it is still open."""
    is_open = {"single": False, "double": False}
    skipped = -1
    for found in _MARK_OR_LINE_END.finditer(text):
        mark = found[0]
        if mark[0] in "\r\n":
            opening = _OPENING.match(text, found.end())
            if opening is not None and is_open[_level(opening[0])]:
                skipped = opening.start()
                yield opening.span()
            elif _has_empty_line(mark):
                is_open = {"single": False, "double": False}  # a mark is missing, or this is not a quotation
        elif found.start() != skipped:
            is_toggled = mark not in "“„”‘’" and not is_open["double"]
            is_open[_level(mark)] = mark in "“„‘" or is_toggled


def _stage_directions(text: str) -> Iterator[tuple[int, int]]:
    """The stage directions with the white space before each."""
    for found in _STAGE_DIRECTION.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        yield found.start() - len(before) + len(before.rstrip()), found.end()


def _level(mark: str) -> str:
    return "single" if mark in "‘’" else "double"


def _has_empty_line(line_ends: str) -> bool:
    return line_ends.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1
