"""Which of the mentions inside some words name what the words refer to: their heads.

In "Putin's spokesman, [Dmitry Peskov]" it is Peskov, in "[Putin]'s spokesman" and "a spokesman for [the ministry]" it is
none of them: those mentions only describe it. What the words leave open is never guessed. Phrases are looked at in English;
of other languages only a mention that covers the words, or mentions that commas join, are known to name them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from newsfacts.immutable import frozen
from newsfacts.model import EntityKind, Mention
from newsfacts.patterns import lazy_pattern
from newsfacts.text.english import HEAD_ENDS, NAMING, TITLES_WITH_OF
from newsfacts.text.spans import Span

__all__ = ["Heads", "Inner", "Outcome", "find_heads", "heads_among"]


class Outcome(Enum):
    """What can be said about the mentions inside some words."""

    NAMED = "named"
    DESCRIBED = "described"
    """Every mention inside only describes what the words refer to."""
    OPEN = "open"


@frozen
class Inner:
    """A mention inside the words: half-open code points of the words, and whether it refers to places only."""

    start: int
    end: int
    is_place: bool = False


@frozen
class Heads:
    """The outcome, and which of the mentions, by number, are the heads."""

    outcome: Outcome
    numbers: tuple[int, ...] = ()


_OPEN = Heads(Outcome.OPEN)
_DESCRIBED = Heads(Outcome.DESCRIBED)

_EDGES = " \t\r\n\u00a0“”\"‘’'«»„.,;:!?"
_DETERMINER = lazy_pattern(r"(?:the|an?|his|her|their|its|my|our|both|either|even|only|just)\s", re.IGNORECASE)
_AFTER_HEAD = lazy_pattern(r"\s+(?:himself|herself|itself|themselves|too|also|alone|both)\Z", re.IGNORECASE)
_JOIN = lazy_pattern(
    r"\s*(?:,|;|&|/)?\s*(?:(?:and|or|nor|as well as|along with|together with)\b|[,;&/])\s*", re.IGNORECASE
)
_COMMA_JOIN = lazy_pattern(r"\s*[,;&/]\s*")
_POSSESSIVE = lazy_pattern(r"['’]s?(?!\w)")
_BREAK = lazy_pattern(r"\s*(?:,|;|\(|\)|\s[–—-]+\s|[–—])\s*")
_COORDINATION = lazy_pattern(r"\s*,?\s+(?:and|or|nor|as well as|along with|together with)\s+", re.IGNORECASE)
_WORD = lazy_pattern(r"[^\W_]+(?:['’-][^\W_]+)*")


MAX_WORDS = 1000
MAX_INNER = 50
"""In longer words, or with more mentions inside, only a mention that covers them and a plain list are recognized."""


def heads_among(spans: Sequence[Span], text: str, inner: Sequence[Mention], *, english: bool) -> Heads:
    """The heads of an annotation, with `spans` and words `text`, among the mentions directly inside it."""
    found = [Inner(_relative(spans, one.span.start), _relative(spans, one.span.end), _is_place(one)) for one in inner]
    if any(one.end > other.start for one, other in pairwise(found)):
        found = []
    return find_heads(text, found, english=english)


def _relative(spans: Sequence[Span], offset: int) -> int:
    """An offset of the text as one of the words of an annotation, whose fragments one space joins."""
    before = 0
    for span in spans:
        if offset <= span.end:
            return before + max(offset - span.start, 0)
        before += span.end - span.start + 1
    return before - 1


def _is_place(mention: Mention) -> bool:
    entities = mention.entities
    return bool(entities) and all(entity.kind is EntityKind.PLACE for entity in entities)


def find_heads(words: str, inner: Sequence[Inner], *, english: bool) -> Heads:
    """The heads of `words` among the mentions inside them, which are in order and do not overlap."""
    start = len(words) - len(words.lstrip(_EDGES))
    end = len(words.rstrip(_EDGES))
    if english:
        start = _skipped(words, start)
        trailing = _AFTER_HEAD.search(words, start, end)
        end = trailing.start() if trailing else end
    for number, one in enumerate(inner):
        if one.start <= start and end <= one.end:
            return Heads(Outcome.NAMED, (number,))
    if _are_joined(words, inner, start, end, _JOIN if english else _COMMA_JOIN):
        return Heads(Outcome.NAMED, tuple(range(len(inner))))
    if not english or len(words) > MAX_WORDS or len(inner) > MAX_INNER:
        return _OPEN
    return _Phrase(words, inner).heads(start, end)


def _skipped(words: str, start: int) -> int:
    """The offset after a determiner or a focusing word at the beginning."""
    while (found := _DETERMINER.match(words, start)) is not None:
        start = found.end()
    return start


def _are_joined(words: str, inner: Sequence[Inner], start: int, end: int, join: re.Pattern[str]) -> bool:
    """Whether the words are nothing but mentions with joints between them: "[Putin], [Xi] and [Modi]"."""
    if not inner or inner[0].start > start or inner[-1].end < end:
        return False
    if len(inner) == 2 and all(one.is_place for one in inner) and words[inner[0].end : inner[1].start].strip() == ",":
        return False  # "Haldan, Norway" is one place
    return all(join.fullmatch(words, one.end, other.start) is not None for one, other in pairwise(inner))


@frozen
class _Found(Heads):
    """The heads of one phrase, and what decides whether it may be joined with others.

    `begins` says that a mention which only describes it begins it, `governs` that its head comes after a mention that a
    preposition governs ("a friend of Weiss, Eva Bell").
    """

    begins: bool = False
    governs: bool = False


@frozen
class _Phrase:
    """An English noun phrase, or several that are joined, with the mentions inside."""

    words: str
    inner: Sequence[Inner]

    def heads(self, start: int, end: int) -> Heads:
        """The heads of the joined phrases together; open where one of them is, or where it is open what is joined."""
        parts = self.joined(start, end)
        found = [self.heads_of_one(first, last) for first, last in parts]
        named = [one for one in found if one.outcome is Outcome.NAMED]
        if any(one.outcome is Outcome.OPEN for one in found):
            return _OPEN
        if len(found) > 1 and named and any(one.begins or one.governs for one in found):
            return _OPEN  # "Trump and Clinton supporters", "a friend of Weiss, Bell, and Cole"
        return Heads(Outcome.NAMED, tuple(n for one in named for n in one.numbers)) if named else _DESCRIBED

    def joined(self, start: int, end: int) -> list[tuple[int, int]]:
        """The phrases that "and" joins at the top: not inside a mention, and not inside what describes a phrase.

        After a preposition an "and" may join what it governs ("leaders of Germany and France"), so the phrase stays whole
        unless a comma has closed the description.
        """
        parts: list[tuple[int, int]] = []
        for found in _COORDINATION.finditer(self.words, start, end):
            if self.is_inside(found.start(), found.end()):
                continue
            if "," not in found[0] and self.core_end(start, found.start()) < found.start():
                continue
            parts.append((start, found.start()))
            start = found.end()
        return [*parts, (start, end)]

    def heads_of_one(self, start: int, end: int) -> _Found:
        """The head of one phrase: of its first part, or else of an apposition after a comma."""
        governs = begins = False
        for first, last in self.segments(start, end):
            numbers = [n for n in range(len(self.inner)) if first <= self.inner[n].start < last]
            apposition = first > start
            found = self.head_of_segment(first, last, numbers)
            if found.outcome is Outcome.DESCRIBED or (
                apposition and all(self.inner[n].is_place for n in found.numbers)
            ):
                governs = governs or any(
                    not self.inner[n].is_place for n in numbers if self.core_end(first, last) < last
                )
                begins = begins or (not apposition and bool(numbers) and self.inner[numbers[0]].start <= first)
                continue
            is_list = apposition and len(found.numbers) > 1 and governs
            return _Found(Outcome.OPEN if is_list else found.outcome, found.numbers, governs=apposition and governs)
        return _Found(Outcome.DESCRIBED, begins=begins)

    def segments(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts between commas, parentheses and dashes outside the mentions."""
        found: list[tuple[int, int]] = []
        for match in _BREAK.finditer(self.words, start, end):
            if not self.is_inside(match.start(), match.end()):
                found.append((start, match.start()))
                start = match.end()
        return [(first, last) for first, last in [*found, (start, end)] if first < last]

    def head_of_segment(self, start: int, end: int, numbers: Sequence[int]) -> Heads:
        """The mention that ends the core of a noun phrase, before any preposition or relative word."""
        inside = [self.inner[n] for n in numbers]
        if _are_joined(self.words, inside, start, end, _JOIN):
            return Heads(Outcome.NAMED, tuple(numbers))
        core = self.core_end(start, end)
        last = next((n for n in reversed(numbers) if self.inner[n].start < core), None)
        if last is not None and self.ends(last, core):
            joins_more = any(not self.is_inside(*m.span()) for m in _COORDINATION.finditer(self.words, core, end))
            return _OPEN if joins_more else Heads(Outcome.NAMED, (last,))
        return self.after_core(start, core, end, numbers)

    def after_core(self, start: int, core: int, end: int, numbers: Sequence[int]) -> Heads:
        """A mention at the end after "named" or after a title with "of" in it; open where it may be what "of" governs."""
        if not numbers or self.inner[numbers[-1]].start < core or not self.ends(numbers[-1], end):
            return _DESCRIBED
        last = numbers[-1]
        before = self.words[start : self.inner[last].start].rstrip().lower()
        if before.endswith(NAMING) or TITLES_WITH_OF.search(before) is not None:
            return Heads(Outcome.NAMED, (last,))
        governor = next((found for found in reversed(list(_WORD.finditer(before))) if found[0] in HEAD_ENDS), None)
        if governor is None or governor[0] != "of":
            return _DESCRIBED
        governed = [n for n in numbers if self.inner[n].start >= start + governor.end()]
        first = _skipped(self.words, start + governor.end() + 1)
        if _are_joined(self.words, [self.inner[n] for n in governed], first, end, _JOIN):
            return _DESCRIBED
        return _OPEN  # "supporters of President Putin", "Bank of England governor Andrew Bailey"

    def core_end(self, start: int, end: int) -> int:
        """Where the core of a noun phrase ends: before the first word that can only follow a head."""
        for found in _WORD.finditer(self.words, start, end):
            if found[0].lower() in HEAD_ENDS and found.start() > start and not self.is_inside(*found.span()):
                return found.start()
        return end

    def ends(self, number: int, end: int) -> bool:
        """Whether a mention ends the words up to `end`; one before a possessive does not."""
        one = self.inner[number]
        return one.end >= len(self.words[:end].rstrip(_EDGES)) and _POSSESSIVE.match(self.words, one.end) is None

    def is_inside(self, start: int, end: int) -> bool:
        """Whether a range touches a mention."""
        return any(one.start < end and start < one.end for one in self.inner)
