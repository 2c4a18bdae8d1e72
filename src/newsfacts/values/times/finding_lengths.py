"""Words of running text around a length of time: what bounds it from further away, and the day that weeks are counted from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.finding_hedges import BEFORE_UNSAID, is_at_best, is_unsaid
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, PART, PLURAL_PARTS, word_set
from newsfacts.values.quantities.reading.tokens import WORD, Token
from newsfacts.values.times.calendar import WEEKDAY_NAMES
from newsfacts.values.times.reading.word_roles import HEDGE
from newsfacts.values.times.reading.word_runs import RUNS

__all__ = ["end_of_weeks", "hedge_start", "is_unsaid_length", "part_start"]

MAX_HEDGE: Final = 5
"""The most words of a hedge before a length of time."""
_WEEKS: Final = word_set("week weeks fortnight fortnights")
_DAYS: Final = frozenset(name.lower() for name in WEEKDAY_NAMES)
_NOT_BEFORE_WEEKS: Final = word_set(
    "for by of in within after during over about around nearly almost under than least most another every spend spends spent "
    "spending take takes took lasts whole up at as no not just upward upwards close -"
)
"""Words after which weeks are a length, whatever day is named next: "closed for a week on Friday"."""
_PARTS: Final = word_set("part parts most much fraction bulk remainder rest")
"""What is less than the length of time that follows: "a fraction of a second"."""


def part_start(tokens: Sequence[Token], first: int) -> int:
    """The first word of a fraction of the length at token `first`, or of its hedge: "over a quarter of | a century"; `first` for none."""
    at = first - 2
    if at < 1 or tokens[first - 1].text != "of" or not _is_fraction(tokens[at].text):
        return first
    start = at
    while (
        start
        and at - start < MAX_HEDGE
        and (tokens[start - 1].text in NUMBER_WORDS or tokens[start - 1].text in _BEFORE_PARTS)
    ):
        start -= 1
    if start == at and tokens[at].text != "half":
        return first
    return start - 1 if start and tokens[start - 1].text in _HEDGES else start


def _is_fraction(text: str) -> bool:
    return text in _FRACTIONS or NUMBER_WORDS.get(text, (0,))[0] in (PART, PLURAL_PARTS)


_FRACTIONS: Final = word_set("half third quarter fifth tenth quarters")
_HEDGES: Final = word_set("over under about around nearly almost roughly approximately")
_BEFORE_PARTS: Final = frozenset({"a", "one", "-"})


def hedge_start(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first word of a hedge that ends right before token `first`, or within the length of time: "a shade | over two hours"."""
    for at in range(max(first - MAX_HEDGE, 0), first):
        for run in RUNS.get((tokens[at].text, tokens[at + 1].text), ()):
            end = at + 2 + len(run.rest)
            if run.role == HEDGE and first <= end < last and tokens[at].text != "or" and _are(tokens, at + 2, run.rest):
                return at
    if first > 1 and tokens[first - 1].text == "another":  # "at least another 18 months"
        if tokens[first - 2].text in _HEDGES:
            return first - 2
        if first > 2 and (tokens[first - 3].text, tokens[first - 2].text) == ("up", "to"):
            return first - 3
        start = hedge_start(tokens, first - 1, last)
        return start if start < first - 1 else first
    good = first > 1 and tokens[first - 1].text == "good" and tokens[first - 2].text == "a"
    return first - 2 if good else first


def _are(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    return all(tokens[at + place].text == word for place, word in enumerate(words))


def is_unsaid_length(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words around a length leave open how much of it is meant: "most of an hour", "at best two hours"."""
    if is_at_best(tokens, last):
        return True
    if not first or tokens[first - 1].text not in BEFORE_UNSAID:
        return False
    if tokens[first].text not in ("a", "an") or any(token.text == "-" for token in tokens[first:last]):
        return is_unsaid(tokens, first)  # "part of a 12-week course"
    part = tokens[first - 2].text if first > 1 and tokens[first - 1].text == "of" else ""
    return part in _PARTS or is_unsaid(tokens, first)


def end_of_weeks(tokens: Sequence[Token], first: int, last: int, *, is_day: bool) -> int:
    """The index after what British English counts in weeks from a day: "a week on Tuesday", "Tuesday week"; else `last`."""
    if is_day:
        name = tokens[first].text in _DAYS or tokens[first].text in ("today", "tomorrow")
        follows = last == first + 1 and name and tokens[last].text in ("week", "fortnight")
        return last + 1 if follows and _ends_there(tokens, last + 1) else last
    if tokens[last - 1].text not in _WEEKS or tokens[first].text in _NOT_BEFORE_WEEKS or tokens[last - 2].text == "-":
        return last
    before = tokens[first - 1].text if first else ""
    if before in _NOT_BEFORE_WEEKS:
        return last
    text, day = tokens[last].text, tokens[last + 1].text
    if text in ("today", "tomorrow"):
        return last + 1 if _ends_there(tokens, last + 1) else last
    if day not in _DAYS or not (text == "last" or (text == "on" and not before.endswith(("ed", "ing")))):
        return last
    return last + 2 if _ends_there(tokens, last + 2) else last


def _ends_there(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing at `at` can go on with the words before it: "a week on Monday Island", "Tuesday week-long talks"."""
    following = tokens[at]
    return following.text in STOP if following.kind == WORD else following.text != "-"
