"""Numbers that the finders leave out because a text has too many that state nothing: ordinals, factors, votes, lists of names.

"The third time", "twice the rate", "a 2-1 vote", "Cruz 16 and Rubio 13" are compared with those of a source, and reported
only where the source has another number about the same thing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.text.spans import Span
from newsfacts.values.level import Level
from newsfacts.values.quantities.quantity import Quantity, QuantityKind
from newsfacts.values.quantities.reading.phrase import parse_quantity
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.times import Duration

__all__ = ["further_values"]

_ONES: Final = "second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINAL: Final = (
    rf"(?:first|{_ONES}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|"
    rf"twentieth|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|{_ONES})|\d{{1,3}}(?:st|nd|rd|th))"
)
_WORD: Final = r"[^\W\d_][\w’'-]{1,20}"
_ENDS: Final = (
    r"(?=[.,;:!?)”\"]|[ \u00a0](?:in|of|that|to|for|since|on|at|by|and|with|from|after|before|when|who|which|is|was|has|had|"
    r"he|she|it|they)\b)"
)
_PLACE: Final = re.compile(
    rf"(?<![\w-])(?P<ordinal>{_ORDINAL})[ \u00a0](?P<noun>{_WORD}(?:[ \u00a0]{_WORD}){{0,2}}?{_ENDS}|{_WORD})",
    re.IGNORECASE,
)
"""An ordinal and the noun phrase after it, up to a word that ends it."""
_IDIOMS: Final = re.compile(
    r"(?:first|second)[ \u00a0](?:lady|ladies|ladys|name|names|place|half|hand|class|thing|things|glance|step|time|amendment|minute|thought|thoughts)\b",
    re.IGNORECASE,
)
_FACTOR: Final = re.compile(
    r"\b(?:(?P<twice>twice)|(?P<verb>doubl(?:es|ed|ing)|tripl(?:es|ed|ing)|trebled|quadrupl(?:es|ed|ing)|halv(?:es|ed|ing))(?!\s+down\b)"
    r"|(?P<adjective>double|triple|half)(?=\s+(?:the|that|its|his|her|their|what)\b))",
    re.IGNORECASE,
)
_TIMES_OF: Final = re.compile(r"\s+(?:as|the|that|its|his|her|their|what|more|higher|greater|larger|bigger)\b")
_BASES: Final = {"doubl": "doubled", "tripl": "tripled", "trebl": "tripled", "quadr": "quadrupled", "halve": "halved", "halvi": "halved", "half": "halved"}  # fmt: skip
_VOTE: Final = re.compile(
    r"(?<![\w.,$€£%/–-])(?P<one>\d{1,3})(?:-|–|-to-| to )(?P<other>\d{1,3})(?![\w%/–-]|[.,]\d|[ \u00a0](?:percent|per cent|points?))"
)
_VOTE_WORDS: Final = re.compile(
    r"\b(?:vot|ratio|margin|outnumber|rule[ds]|ruling|decision|decide[ds]|panel|court|judges|split|confirm|reject|approved|passed)\w*",
    re.IGNORECASE,
)
_VOTE_REACH: Final = 80
_NAMED: Final = re.compile(
    r"(?<![\w.,-])(?P<name>[A-Z][a-z’'-]{2,20})[ \u00a0](?P<number>\d{1,4}(?:,\d{3})?)(?=[,;.)]?(?:\s|\Z))"
)
_SEVERAL: Final = 2
"""So many names with a number, or a number with its unit, make a list of them."""
_LIST_REACH: Final = 120


def further_values(text: str, found: Sequence[FoundValue]) -> tuple[FoundValue, ...]:
    """The values of a passage and those that the finders leave out, in order. `text` and the spans are of the passage."""
    whole = [_whole(text, value) for value in found]
    known = [_surer(text, value, after) for value, after in zip(whole, [*whole[1:], None], strict=False)]
    votes = list(_votes(text))
    if votes:
        places = [vote.span for vote in votes]
        starts = [place.start for place in places]
        known = [value for value in known if not (_is_bare(value) and _is_inside(value.span, places, starts))]
    taken = [value.span for value in known]
    starts = [span.start for span in taken]
    more = [value for value in (*_candidates(text, known), *votes) if not _overlaps(value.span, taken, starts)]
    merged: list[FoundValue] = []
    for value in sorted([*known, *more], key=lambda value: (value.span.start, value.span.end)):
        if not merged or value.span.start >= merged[-1].span.end:
            merged.append(value)
    return tuple(merged)


_QUARTER: Final = re.compile(
    r"(?:\b(?:over|more than|at least|nearly|almost|about|around|less than)[ \u00a0])?\b(?:a|one|three)[ \u00a0-]quarters?[ \u00a0]of[ \u00a0]\Z",
    re.IGNORECASE,
)
_QUARTER_REACH: Final = 40


def _whole(text: str, value: FoundValue) -> FoundValue:
    """ "A quarter of a century", where only "a century" was found; else the value."""
    if not isinstance(value, FoundTime) or not isinstance(value.value, Duration):
        return value
    before = _QUARTER.search(text, max(value.span.start - _QUARTER_REACH, 0), value.span.start)
    if before is None:
        return value
    span = Span(before.start(), value.span.end)
    try:
        length = parse_time(span.slice(text))
    except UnreadableValue:
        return value
    return attrs.evolve(value, span=span, words=span.slice(text), value=length)


def _surer(text: str, value: FoundValue, after: FoundValue | None) -> FoundValue:
    """A number that the words after it make sure: "three" of "three of the seven judges", "one in five", "three times the rate"."""
    if not isinstance(value, FoundQuantity):
        return value
    if (
        value.words.lower().endswith(" times")
        and _TIMES_OF.match(text, value.span.end)
        and value.value.stated is not None
    ):
        return attrs.evolve(value, value=attrs.evolve(value.value, kind=QuantityKind.FACTOR, unit=None), counted=None)
    if value.level is not Level.GUESS:
        return value
    if value.value.kind is QuantityKind.SHARE or value.value.per is not None:
        return attrs.evolve(value, level=Level.LIKELY)
    if isinstance(after, FoundQuantity) and after.value.stated is not None and value.value.stated is not None:
        between = text[value.span.end : after.span.start].split()
        if between in _PARTS and value.value.stated < after.value.stated:
            return attrs.evolve(value, level=Level.LIKELY)
    return value


_PARTS: Final = (["of"], ["of", "the"], ["of", "its"], ["of", "their"], ["of", "those"], ["of", "these"], ["out", "of"])


def _is_bare(value: FoundValue) -> bool:
    return isinstance(value, FoundQuantity) and value.value.kind is QuantityKind.NUMBER and value.counted is None


def _is_inside(span: Span, places: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether a number is part of a vote: "92 to 3" is one. `places` are in order and do not overlap."""
    place = bisect_right(starts, span.start) - 1
    return place >= 0 and places[place].contains(span)


def _overlaps(span: Span, taken: Sequence[Span], starts: Sequence[int]) -> bool:
    place = bisect_left(starts, span.end)
    return place > 0 and taken[place - 1].end > span.start


def _candidates(text: str, known: Sequence[FoundValue]) -> Iterator[FoundQuantity]:
    for match in _PLACE.finditer(text):
        if not _IDIOMS.match(match[0]):
            yield from _read(text, Span(*match.span()), match["ordinal"], Span(*match.span("noun")))
    for match in _FACTOR.finditer(text):
        yield from _factor(text, match)
    yield from _of_names(text, known)


def _read(text: str, span: Span, words: str, counted: Span | None = None) -> Iterator[FoundQuantity]:
    try:
        value = parse_quantity(words)
    except UnreadableValue:
        return
    yield FoundQuantity(span, span.slice(text), value, Level.LIKELY, counted)


def _factor(text: str, match: re.Match[str]) -> Iterator[FoundQuantity]:
    span = Span(*match.span())
    if not match["twice"]:
        yield from _read(text, span, _BASES[match[0].lower()[:5]])
    elif _TIMES_OF.match(text, match.end()):
        yield from _read(text, span, "doubled")
    else:
        yield from _read(text, span, "two times")


def _votes(text: str) -> Iterator[FoundQuantity]:
    """Votes and ratios, as the factor of their two numbers, where a word such as "vote" is near."""
    near = [match.start() for match in _VOTE_WORDS.finditer(text)]
    for match in _VOTE.finditer(text) if near else ():
        one, other = int(match["one"]), int(match["other"])
        place = bisect_left(near, match.start() - _VOTE_REACH)
        if other and one != other and place < len(near) and near[place] < match.end() + _VOTE_REACH:
            span = Span(*match.span())
            value = Quantity(stated=Fraction(one, other), kind=QuantityKind.FACTOR)
            yield FoundQuantity(span, span.slice(text), value, Level.LIKELY)


def _of_names(text: str, known: Sequence[FoundValue]) -> Iterator[FoundQuantity]:
    """The numbers of a list of names, "Cruz 16 and Rubio 13", which a single name and number ("Apollo 13") is not."""
    named = [Span(*match.span("number")) for match in _NAMED.finditer(text)]
    if not named:
        return
    measured = [value.span for value in known if isinstance(value, FoundQuantity)]
    starts = sorted(span.start for span in {*named, *measured})
    for span in named:
        first = bisect_left(starts, span.start - _LIST_REACH)
        last = bisect_left(starts, span.start + _LIST_REACH)
        if last - first >= _SEVERAL:
            yield from _read(text, span, span.slice(text))
