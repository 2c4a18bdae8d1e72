"""Who says a quotation in a source: by name right next to it, or by the paragraphs around it.

An article names a speaker once. After that it says "he", or goes on with a quotation that has no attribution of its own.
Such a quotation is likely, not certainly, of the speaker who was named last: where a text attributes it to someone else,
who says it cannot be checked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

import attrs

from newsfacts.enums import WordEnum
from newsfacts.grounding.offices import Described, Offices, described_at
from newsfacts.grounding.speakers import (
    NAME,
    QUOTED,
    SAYING,
    Speaker,
    all_named,
    last_named,
    named_in,
    speaker_at,
)
from newsfacts.text.english import ends_in_abbreviation
from newsfacts.text.quotation_marks import scan
from newsfacts.text.spans import Span

__all__ = ["Attributed", "Attribution", "Attributions"]

_REACH: Final = 1200
"""So many code points before a quotation are looked at for its speaker."""
_BEYOND: Final = 200
"""So many code points after a quotation are looked at for names."""
_PARAGRAPHS: Final = 3
"""So many paragraphs before that of the quotation are looked at."""
_PRONOUN: Final = r"(?:he|she|they|He|She|They)"
_PRONOUN_AFTER: Final = re.compile(
    rf"[\s,]{{0,3}}(?:(?:{SAYING})\s+{_PRONOUN}|{_PRONOUN}(?:\s+[a-z]{{1,12}}ly)?\s+(?:{SAYING}))\b"
)
_PRONOUN_BEFORE: Final = re.compile(
    rf"\b{_PRONOUN}(?:\s+[a-z]{{1,12}}ly)?\s+(?:{SAYING})(?:\s+[\w’'.]{{1,20}}){{0,6}}\s*[,:]?\s*$"
)
_DESCRIBED: Final = re.compile(
    rf"[\s,]{{0,3}}(?:(?:{SAYING})\s+(?P<after>an?|one|another)\b|(?P<before>[Aa]n?|[Oo]ne|[Aa]nother)(?:\s+[\w’'.-]{{1,20}}){{1,6}}?\s+(?:{SAYING})\b)"
)
"""An attribution after a quotation that names no one and brings in someone new: "a strategist said"."""
_VERB_BEFORE: Final = re.compile(rf"\b(?:{SAYING})(?:\s+[\w’'.]{{1,20}}){{0,3}}\s*[,:]\s*$")
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s)")
_ONE_SENTENCE: Final = re.compile(r"[^.!?\n]{1,160}[.!?]\s+")
"""A short sentence between two quotations: `"...," Klein said on Monday. "..."`."""
_NAME_AND_COLON: Final = re.compile(rf"(?<!\b[Oo]f )(?<!\babout )(?<!\b[Tt]o )(?P<name>{NAME}):\s*$")
_FIRST_NAME: Final = re.compile(r"\s*(?:[A-Z][\w’'.-]{1,20}\s+){1,4}[A-Z][\w’'-]{1,20}")
_SOMEONE: Final = re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)(?:\s+[\w’'.-]{{1,20}}){{1,6}}?\s+(?:{SAYING})\b")
_REMARK: Final = re.compile(
    r"[A-Z][\w’'-]+\b.{0,200}\b(?:remark|comment|statement|claim|warning|phrase|slogan|words|line)s?(?:\s+that)?\s*[,:]?\s*$",
    re.DOTALL,
)
"""A sentence with a name, whose quotation is a remark of someone in it."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Attribution(WordEnum):
    """How a source says whose words a quotation is."""

    NAMED = "named"
    """By a name next to it, or next to the part of it before."""
    DESCRIBED = "described"
    """By an office next to it, as "the mayor"; the speaker is whom the source names as the only one with that office."""
    LIKELY = "likely"
    """By a pronoun, or not at all; the speaker is the one who was named last."""
    OPEN = "open"
    """By a pronoun, a description, or not at all, and no speaker was named before."""


@attrs.frozen
class Attributed:
    """Who says a quotation in a source. `near` are the words around it, in small letters, that may name the speaker as well."""

    how: Attribution
    speaker: Speaker | None
    near: frozenset[str] = frozenset()
    described: Described | None = None
    is_pronoun: bool = False
    """Whether "he", "she" or "they" is next to it."""
    goes_on: bool = False
    """Whether the name is next to the quotation before it in the paragraph, and this one goes on."""


class Attributions:
    """Who says the quotations of one source. Its quotation marks are read once, when they are first needed.

    `quotations` are the outermost stretches between quotation marks, in order, where they are known already.
    """

    def __init__(self, text: str, quotations: Sequence[Span] | None = None) -> None:
        self.text = text
        self._known = quotations
        self.offices: Offices = Offices(text)
        self._break: str = _paragraph_break(text)

    @cached_property
    def quotations(self) -> Sequence[Span]:
        """The outermost stretches between quotation marks, in order."""
        if self._known is not None:
            return self._known
        return [Span(one.start, one.end) for one in scan(self.text).stretches if one.level == 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    @cached_property
    def _prose(self) -> str:
        """The text with signs for what is between quotation marks, so that names and verbs in it are not looked at."""
        pieces, at = [], 0
        for span in self.quotations:
            if span.start >= at:
                quoted = "".join(sign if sign == "\n" else QUOTED for sign in span.slice(self.text))
                pieces += [self.text[at : span.start], quoted]
                at = span.end
        return "".join(pieces) + self.text[at:]

    def around(self, place: Span) -> Span | None:
        """The quotation that words are in."""
        at = bisect_right(self._starts, place.start) - 1
        return self.quotations[at] if at >= 0 and self.quotations[at].contains(place) else None

    def at(self, place: Span) -> Attributed | None:
        """Who says the words at a place; None where they are not in quotation marks."""
        quote = self.around(place)
        return None if quote is None else self.of(quote)

    def of(self, quote: Span) -> Attributed:
        """Who says a quotation; the span includes its marks."""
        named = speaker_at(self.text, quote)
        if named is not None:
            return Attributed(Attribution.NAMED, named)
        described = described_at(self._prose, quote.start, quote.end)
        paragraphs = self._before(quote)
        after = self.text[quote.end : quote.end + _BEYOND].split(self._break)[0]
        if described is not None:
            holder = self.offices.holder(described.office) if described.is_definite else None
            near = _words(f"{paragraphs[-1]} {after}")
            return Attributed(Attribution.DESCRIBED, holder, near, described)
        return _by_surroundings(self._break.join(paragraphs), paragraphs[-1], after)

    def claimed(self, quote: Span) -> Attributed | None:
        """Who says a quotation as far as the words next to it say so, which is what can be compared with a source."""
        named = speaker_at(self.text, quote)
        if named is not None:
            return Attributed(Attribution.NAMED, named)
        described = described_at(self._prose, quote.start, quote.end)
        if described is not None:
            return Attributed(Attribution.DESCRIBED, None, described=described)
        start = self._paragraph_start(quote.start)
        if _by_pronoun(
            self._prose[start : quote.start], self.text[quote.end : quote.end + _BEYOND].split(self._break)[0]
        ):
            speaker = self._last_named(max(quote.start - _REACH, 0), quote.start)
            return None if speaker is None else Attributed(Attribution.LIKELY, speaker, is_pronoun=True)
        before = bisect_left(self._starts, quote.start)
        after_last = max(start, self.quotations[before - 1].end if before else 0)
        between = self._prose[after_last : quote.start]
        if before and _ONE_SENTENCE.fullmatch(between) and not ends_in_abbreviation(between.rstrip()):
            speaker = self._last_named(after_last - 1, quote.start)
            return None if speaker is None else Attributed(Attribution.NAMED, speaker, goes_on=True)
        return None

    def _paragraph_start(self, place: int) -> int:
        at = self._prose.rfind(self._break, max(place - _REACH, 0), place)
        return max(place - _REACH, 0) if at < 0 else at + len(self._break)

    @cached_property
    def _named(self) -> list[tuple[int, Speaker]]:
        """Where each name with a verb of saying begins, and whose it is."""
        return list(all_named(self._prose))

    def _last_named(self, start: int, end: int) -> Speaker | None:
        """The last one of those whose name begins within a part of the text."""
        at = bisect_left(self._named, end, key=lambda named: named[0]) - 1
        return self._named[at][1] if at >= 0 and self._named[at][0] >= start else None

    def _before(self, quote: Span) -> list[str]:
        """The prose of the paragraphs before a quotation; a colon at their end makes it one of the last of them."""
        prose = self._prose[max(quote.start - _REACH, 0) : quote.start]
        paragraphs = (prose.rstrip() if prose.rstrip().endswith(":") else prose).split(self._break)
        return [one for one in paragraphs[:-1] if one.strip()][-_PARAGRAPHS:] + paragraphs[-1:]


WRAPPED: Final = 160
"""A text with a longer line is not wrapped, so that each line of it is a paragraph."""


def _paragraph_break(text: str) -> str:
    """What is between two paragraphs: an empty line, or the end of a line where lines are not wrapped."""
    return "\n" if max(map(len, text.split("\n"))) > WRAPPED else "\n\n"


def _by_surroundings(prose: str, own: str, after: str) -> Attributed:
    """Who says a quotation: by the prose before it, by its own paragraph, and by the words after it."""
    if _DESCRIBED.match(after):
        return Attributed(Attribution.OPEN, None, _words(f"{own} {after}"))
    is_pronoun = _by_pronoun(own, after)
    sentence, rest = _last_sentence(own)
    if _VERB_BEFORE.search(own) and not is_pronoun:
        found = last_named(sentence)
        if found is not None or _SOMEONE.search(sentence):
            return Attributed(Attribution.LIKELY if found else Attribution.OPEN, found and found[0], _words(sentence))
    colon = _NAME_AND_COLON.search(own)
    if colon is not None and (speaker := named_in(colon["name"])) is not None:
        return Attributed(Attribution.LIKELY, speaker)
    found = last_named(own)
    if found is not None:
        if is_pronoun:
            return Attributed(Attribution.LIKELY, found[0], is_pronoun=True)
        if last_named(rest) is not None and not sentence.strip():
            return Attributed(Attribution.NAMED, found[0], goes_on=True)  # "...," Klein said on Monday. "..."
        near = frozenset() if last_named(sentence) is not None else _words(f"{sentence} {after}")
        return Attributed(Attribution.LIKELY, found[0], near)
    return _by_prose(prose, own, after, is_pronoun=is_pronoun)


def _by_prose(prose: str, own: str, after: str, *, is_pronoun: bool) -> Attributed:
    """The same where the paragraph of the quotation names no one with a verb of saying."""
    sentence, _ = _last_sentence(own)
    first = _FIRST_NAME.match(own)
    if is_pronoun and first is not None and (speaker := named_in(first[0])) is not None:
        return Attributed(Attribution.LIKELY, speaker, _words(own), is_pronoun=True)
    if _REMARK.search(sentence):
        return Attributed(Attribution.OPEN, None, _words(sentence))
    found = last_named(prose)
    # "He" is someone named before in the paragraph, or else the last speaker; so is the speaker of a paragraph that is all quotation.
    is_last = is_pronoun or not _words(f"{own} {after}")
    near = _words(own if is_last and found is not None else f"{prose} {after}")
    how = Attribution.LIKELY if found else Attribution.OPEN
    return Attributed(how, found and found[0], near, is_pronoun=is_pronoun)


def _last_sentence(own: str) -> tuple[str, str]:
    """The words after the last sentence that ends before a quotation, and that sentence, without quotations before it."""
    ends = [match for match in _SENTENCE_END.finditer(own) if not ends_in_abbreviation(own[: match.start() + 1])]
    if not ends:
        return own, ""
    start = ends[-2].end() if len(ends) > 1 else 0
    whole = own[start : ends[-1].end()]
    return own[ends[-1].end() :], whole[whole.rfind(QUOTED) + 1 :] if not own[ends[-1].end() :].strip() else ""


def _by_pronoun(own: str, after: str) -> bool:
    return bool(_PRONOUN_AFTER.match(after) or _PRONOUN_BEFORE.search(own[-_BEYOND:]))


def _words(prose: str) -> frozenset[str]:
    return frozenset(
        word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(prose.replace(QUOTED, " "))
    )
