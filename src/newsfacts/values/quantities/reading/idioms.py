"""Idioms and names with a number word in them that state no number: "at one point", "first lady", "Second Amendment"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Found, Token, as_written

__all__ = ["IDIOM_WORDS", "idiom_at", "is_named_by_ordinal"]

_ENDS: Final = "$"
"""Where an idiom has to be at the end of the phrase or before a sign."""

_PHRASES: Final = """
    at *one point; at *one time; at *one stage; at *one moment
    *one by one; *one at a time; *one on one; *one after another; *one after the other
    *one - and - done; *one way or another; *one way or the other; for *one thing; *one and all; *one and the same; *one and only
    *one sort or another; *one kind or another; *one form or another; *one reason or another; *one time or another
    *one of a kind; *one of these days; *one of those days; back to square *one; day *one $
    *first of all; *second of all; *first and foremost; *first things first; at *first $; at *first glance; at *first sight
    *first off $; *first thing; *first hand; *first - hand; *second hand; *second - hand
    *first rate; *first - rate; *second rate; *second - rate; *third rate; *third - rate; *first class; *first - class
    *second thought; *second thoughts; *second nature; *second to none; *second fiddle; *second wind
    *second guess; *second - guess; *second - guessed; *second - guessing
    *first lady; *first ladies; *first gentleman; *second lady; *second gentleman; *first name; *first names; *first aid
    *first responder; *first responders; *first world; *first - world; *third world; *third - world
    *third party; *third - party; *third parties; *fourth estate; *fifth column; *sixth sense; *seventh heaven
    *eleventh hour; *eleventh - hour; in the *first place; plead the *fifth; pleads the *fifth; pleaded the *fifth
    pled the *fifth; take the *fifth; took the *fifth; pleading the *fifth; taking the *fifth
    *once again; *once more; *once upon; *once and for all; at *once; *once in a while; *once - in - a; *once in a lifetime
    *once in a generation; *once in a century; *once in a blue
    *zero tolerance; *zero - tolerance; *zero hour; *zero in; *zero sum; ground *zero
    high *five $; high *fives; high - *five; high - *fives; gimme *five; give me *five
    *three mile island; *half hearted; *half - hearted; *half heartedly; *half - heartedly; *half baked; *half - baked
    cloud *nine; *forty winks; dressed to the *nines; the whole *nine yards; *two faced; *two - faced; catch - *twenty - two
    *five - a - side; *six - a - side; *seven - a - side; *eleven - a - side
"""


class _Idiom(NamedTuple):
    """The words before and after a number word; `ends` says that no other word may follow."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    ends: bool


def _idioms() -> dict[str, list[_Idiom]]:
    table: dict[str, list[_Idiom]] = {}
    for phrase in _PHRASES.replace("\n", ";").split(";"):
        words = phrase.split()
        if not words:
            continue
        ends = words[-1] == _ENDS
        words = words[:-1] if ends else words
        at = next(index for index, word in enumerate(words) if word.startswith("*"))
        idiom = _Idiom(tuple(words[:at]), tuple(words[at + 1 :]), ends)
        table.setdefault(words[at][1:], []).append(idiom)
    return table


_IDIOMS: Final = _idioms()
IDIOM_WORDS: Final = frozenset(_IDIOMS)
"""The number words that are part of one of the idioms."""


def idiom_at(tokens: Sequence[Token], at: int) -> Found | None:
    """The idiom that the number word at `at` belongs to, as written, and the index after it."""
    for idiom in _IDIOMS.get(tokens[at].text, ()):
        start, end = at - len(idiom.before), at + 1 + len(idiom.after)
        if start < 0 or end > len(tokens):
            continue
        if any(tokens[start + offset].text != word for offset, word in enumerate(idiom.before)):
            continue
        if any(tokens[at + 1 + offset].text != word for offset, word in enumerate(idiom.after)):
            continue
        if not (idiom.ends and tokens[end].kind in (WORD, DIGITS)):
            return Found(as_written(tokens[start:end]), end)
    return None


_NAMED_BY_ORDINAL: Final = word_set(
    "amendment amendments avenue street circuit reich republic fleet army division infantry regiment battalion brigade corps "
    "airborne cavalry marines nations baptist presbyterian methodist church estate"
)


def is_named_by_ordinal(token: Token) -> bool:
    """Whether the word after an ordinal makes a name of both: "Fifth Avenue", "the Ninth Circuit", "82nd Airborne"."""
    return token.text in _NAMED_BY_ORDINAL and token.raw[0].isupper()
