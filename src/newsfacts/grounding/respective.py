"""Whose number each is where a sentence names two or more and gives their numbers in the same order.

"Paris and Rome sent 12 and 15 officers, respectively", "Lind leads Dahl 48 percent to 41 percent": the name next to a number
is not the one that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from newsfacts.finders.content_words import Word
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.text.spans import Span

__all__ = ["respective_owners"]

_RESPECTIVELY: Final = re.compile(r"\brespectively\b", re.IGNORECASE)
_REACH: Final = 40
"""So many code points from a list of numbers the word "respectively" may be."""
_JOINED: Final = re.compile(
    r"[^\W\d_%]{0,20}(?:[ \u00a0-][^\W\d_]{1,20}){0,2}(?:,[ \u00a0]and|,|[ \u00a0]and)[ \u00a0](?:(?:on|by|in|to|for)[ \u00a0])?(?:with[ \u00a0])?"
)
"""What is between two numbers of a list: their unit, a comma or "and"."""
_AND: Final = frozenset({"and", "or"})
_LONGEST: Final = 4
"""So many words a member of a list has at most."""
_LEAD: Final = re.compile(
    r"\b(?P<verb>lead(?:s|ing)?|led|beat(?:s|ing)?|defeat(?:s|ed|ing)?|trail(?:s|ed|ing)?|ahead of|behind)\b"
)
_BEHIND: Final = ("trail", "behind")
_AGAINST: Final = re.compile(r"(?:[ \u00a0](?:percent|per cent))?%?[ \u00a0]?(?:to|[-–])[ \u00a0]?")
_LEAD_REACH: Final = 120
"""So many code points a verb such as "leads" is from the two numbers at most."""


def respective_owners(
    sentence: str, values: Sequence[FoundValue], words: Sequence[Word], names: Sequence[bool]
) -> Mapping[Span, frozenset[int]]:
    """The tokens that name whose each value is, by the span of the value; nothing where the sentence does not tell.

    `names` tells for each token of `words` whether it is a name. Spans are those of the sentence.
    """
    found = dict(_of_lists(sentence, values, words, names))
    for span, tokens in _of_leads(sentence, values, words, names).items():
        found.setdefault(span, tokens)
    return found


def _of_lists(
    sentence: str, values: Sequence[FoundValue], words: Sequence[Word], names: Sequence[bool]
) -> Mapping[Span, frozenset[int]]:
    found: dict[Span, frozenset[int]] = {}
    for mark in _RESPECTIVELY.finditer(sentence):
        listed = _listed(sentence, values, mark.start())
        if len(listed) < 2:
            listed = _listed_after(sentence, values, mark.end())
        if len(listed) < 2:
            continue
        members = _members(sentence, words, names, listed[0].span.start, len(listed))
        if len(members) == len(listed):
            found |= {value.span: member for value, member in zip(listed, members, strict=True)}
    return found


def _listed(sentence: str, values: Sequence[FoundValue], end: int) -> list[FoundValue]:
    """The values of one kind that are listed right before an offset, in order."""
    before = [value for value in values if value.span.end <= end]
    if not before or end - before[-1].span.end > _REACH:
        return []
    listed = [before[-1]]
    for value in reversed(before[:-1]):
        between = sentence[value.span.end : listed[0].span.start]
        if type(value) is not type(listed[0]) or not _JOINED.fullmatch(between):
            break
        listed.insert(0, value)
    return listed


def _listed_after(sentence: str, values: Sequence[FoundValue], start: int) -> list[FoundValue]:
    """The values of one kind that are listed right after an offset, in order: "respectively have 12 and 15"."""
    after = [value for value in values if value.span.start >= start]
    if not after or after[0].span.start - start > _REACH:
        return []
    listed = [after[0]]
    for value in after[1:]:
        between = sentence[listed[-1].span.end : value.span.start]
        if type(value) is not type(listed[0]) or not _JOINED.fullmatch(between):
            break
        listed.append(value)
    return listed


def _members(
    sentence: str, words: Sequence[Word], names: Sequence[bool], end: int, size: int
) -> Sequence[frozenset[int]]:
    """The members of the last list of `size` names, or other words, before an offset; nothing where there is none."""
    last = sum(word.start < end for word in words)
    for number in range(last - 1, 0, -1):
        word = words[number]
        if sentence[word.start : word.end].lower() not in _AND:
            continue
        members = [_after(words, names, number + 1, last)]
        place = number
        while len(members) < size:
            first, member = _before(words, names, place - 1)
            if not member:
                break
            members.insert(0, member)
            place = first - 1
            if len(members) < size and (place < 1 or sentence[words[place].start : words[place].end] != ","):
                break
        if len(members) == size and all(members):
            return members
    return ()


def _after(words: Sequence[Word], names: Sequence[bool], first: int, end: int) -> frozenset[int]:
    """The tokens of the member of a list that begins at a token; a name ends where its capitals do."""
    if first < end and not words[first].stem and not words[first].ends_clause:
        first += 1  # "the advanced economies"
    if first + 1 < end and not names[first] and names[first + 1]:
        first += 1  # "Sen. Ted Cruz"
    last = first
    while last < min(end, first + _LONGEST) and words[last].stem and names[last] == names[first]:
        last += 1
    return frozenset(range(first, last))


def _before(words: Sequence[Word], names: Sequence[bool], last: int) -> tuple[int, frozenset[int]]:
    """The first token of the member of a list that ends at a token, and all of its tokens."""
    if last >= 0 and words[last].ends_clause:
        last -= 1  # the comma before "and"
    first = last + 1
    while first > 0 and last - first + 1 < _LONGEST and words[first - 1].stem and not words[first - 1].ends_clause:
        if names[last] and not (names[first - 1] or words[first - 1].is_first):
            break
        first -= 1
    return first, frozenset(range(first, last + 1))


def _of_leads(
    sentence: str, values: Sequence[FoundValue], words: Sequence[Word], names: Sequence[bool]
) -> Mapping[Span, frozenset[int]]:
    """The numbers of "Lind leads Dahl 48 percent to 41 percent": the higher one is that of who leads."""
    for match in _LEAD.finditer(sentence):
        ahead = _name_before(sentence, words, names, match.start())
        behind = _name_after(words, names, match.end())
        if not ahead or not behind:
            continue
        if match["verb"].startswith(_BEHIND):
            ahead, behind = behind, ahead
        for one, other in pairwise(values):
            if one.span.start < match.end() or one.span.start - match.end() > _LEAD_REACH:
                continue
            if isinstance(one, FoundTime) or isinstance(other, FoundTime):
                continue
            if not _AGAINST.fullmatch(sentence[one.span.end : other.span.start]):
                continue
            higher = _higher(one, other)
            if higher is not None:
                lower = other if higher is one else one
                return {higher.span: ahead, lower.span: behind}
    return {}


def _higher(one: FoundQuantity, other: FoundQuantity) -> FoundQuantity | None:
    first, second = one.value.stated, other.value.stated
    if first is None or second is None or first == second:
        return None
    return one if first > second else other


_WHO: Final = re.compile(r",[ \u00a0]who\b")


def _name_before(sentence: str, words: Sequence[Word], names: Sequence[bool], end: int) -> frozenset[int]:
    last = sum(word.end <= end for word in words) - 1
    while last >= 0 and not names[last] and not words[last].ends_clause:
        last -= 1
    if last > 0 and _WHO.match(sentence, words[last].start):
        last -= 1
    first = last
    while first >= 0 and names[first]:
        first -= 1
    return frozenset(range(first + 1, last + 1))


def _name_after(words: Sequence[Word], names: Sequence[bool], start: int) -> frozenset[int]:
    first = sum(word.start < start for word in words)
    while first < len(words) and not names[first] and not words[first].ends_clause:
        first += 1
    last = first
    while last < len(words) and names[last]:
        last += 1
    return frozenset(range(first, last))
