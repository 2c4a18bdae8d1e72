"""The noun that a number counts.

Without a parser of English, the counted noun phrase is the run of words after the number up to the first function word,
ending at the first plural noun ("12 police officers | were killed").
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.plurals import ALWAYS_PLURAL, IRREGULAR
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Found, Token

__all__ = ["STOP", "is_plural", "noun_at"]

MAX_UNIT_WORDS: Final = 6

STOP: Final = word_set(
    """
    a about above according across after again against ahead all along already also although am among an and
    another any are around as at away back be because become becomes became been before being behind below beneath
    beside besides between beyond both but by can could did do does down due during each either every except few
    fewer for from get gets got had has have having he her here hers him his how however i if in inside into is it
    its itself just less let lower may me might more most much must my near neither no nor not of off on once one
    only onto or other our out outside over own per rather said say says she should since so some such than that
    the their them then there these they this those though through throughout thus till to together too toward
    towards under unless until up upon us versus via was we were what when where whether which while who whom
    whose why will with within without would yet you your higher lower earlier later ago today yesterday tomorrow
    tonight last next past monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december worldwide nationwide overall altogether total
    respectively apiece died killing injuring wounding leaving including involving following using making left
    took went came lost comes goes ends begins starts gets
    """
)
"""Words that end a counted noun phrase: function words, days, months, and verbs that follow counts in news."""
_FIRST_ALLOWED: Final = frozenset({"one", "other", "more", "own", "march", "left", "total"})
_NOUNS_IN_LY: Final = word_set(
    "family ally assembly anomaly monopoly supply butterfly fly homily bully belly rally elderly daily "
    "weekly monthly early only likely friendly deadly lovely costly chilly lively ugly lonely unlikely timely orderly hilly "
    "curly grisly cowardly scholarly leisurely unruly unfriendly"
)
"""Words in -ly that can be in a noun phrase; the others are adverbs that end it."""
_PEOPLE_IN_ED: Final = word_set(
    "injured wounded displaced unemployed infected accused detained arrested killed disabled retired convicted undecided"
)
"""What can be counted without a noun: "12 wounded"."""
_NUMBER_NOUNS: Final = frozenset({"second", "seconds", "quarter", "quarters", "half", "halves", "score"})
"""Number words that can also be what is counted."""


_HEDGES_AFTER: Final = frozenset({"upwards", "upward", "tops", "max", "min", "plus", "minimum", "maximum"})
"""What bounds a number after the noun that it counts: "12 people tops"."""


def is_plural(text: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    return (
        text in IRREGULAR
        or text in ALWAYS_PLURAL
        or text.endswith(("men", "children", "people"))
        or (text[-1] == "s" and len(text) > 2 and text[-2] not in "siu'’")
    )


def noun_at(tokens: Sequence[Token], at: int) -> Found | None:
    """The counted noun phrase that starts at token `at`."""
    words: list[str] = []
    index = at
    place = _FIRST
    while len(words) < MAX_UNIT_WORDS:
        token = tokens[index]
        if not token.kind:
            break
        if token.kind != WORD:
            joined = _joined_to_name(tokens, index) if words else None
            if joined is None:
                break
            words[-1] += joined.text
            index = joined.end
            continue
        text = token.text
        if text == "and" and place == _AFTER_PLURAL and _is_second_plural(tokens[index + 1]):
            words += [token.raw, tokens[index + 1].raw]
            index += 2
            continue
        role = _role_in_noun(text)
        if role & place and not _is_participle(tokens, index, place):
            break
        words.append(token.raw)
        index += 1
        if place != _AFTER_PLURAL:
            place = _AFTER_PLURAL if role & _PLURAL else _MIDDLE
    if len(words) == 1 and words[0].endswith("ed") and words[0] not in _PEOPLE_IN_ED and tokens[index].text in STOP:
        return None  # "several threatened to leave"
    return Found(" ".join(words), index) if words else None


def _is_participle(tokens: Sequence[Token], at: int, place: int) -> bool:
    """ "1,042 Ohio registered voters": a word in -ed in the middle of the noun phrase."""
    following = tokens[at + 1]
    ends_in_ed = place != _AFTER_PLURAL and tokens[at].text.endswith("ed")
    return ends_in_ed and following.kind == WORD and is_plural(following.text)


def _joined_to_name(tokens: Sequence[Token], at: int) -> Found | None:
    """What belongs to the word before it: "-haul", "&D", the " 3s" of "Model 3s"."""
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if token.text == "%" and token.glued:
        return Found("%", at + 1)  # "mol%"
    if token.text in ("-", "&") and after.kind == WORD and after.glued and token.glued:
        return Found(token.raw + after.raw, at + 2)
    if token.text == "-" and after.kind == DIGITS and before.raw[0].isupper() and token.glued:
        last = at + 2 if tokens[at + 2].text == "s" and tokens[at + 2].glued else at + 1
        return Found("".join(part.raw for part in tokens[at : last + 1]), last + 1)  # "Su-27s"
    owner = before.text.endswith(("'s", "’s"))  # "20,000 of Ohio's 70,000 voters"
    if token.kind == DIGITS and before.kind == WORD and before.raw[0].isupper() and not owner:
        space = "" if token.glued else " "
        plural = after.raw if after.text == "s" and after.glued else ""
        return Found(space + token.raw + plural, at + 2 if plural else at + 1)
    return None


def _is_second_plural(token: Token) -> bool:
    """ "men and women"."""
    return token.kind == WORD and is_plural(token.text) and token.text not in STOP and token.text not in NUMBER_WORDS


@functools.lru_cache(maxsize=4096)
def _role_in_noun(text: str) -> int:
    """At which places of a counted noun phrase a lower-case word ends it instead, and whether it looks like a plural."""
    plural = is_plural(text)
    role = _PLURAL if plural else _AFTER_PLURAL
    if text in STOP or text.endswith(("n't", "n’t")):
        role |= _AFTER_PLURAL | _MIDDLE if text in _FIRST_ALLOWED else _ANYWHERE
    if text in _HEDGES_AFTER:
        role |= _AFTER_PLURAL
    if text in NUMBER_WORDS and text not in _NUMBER_NOUNS:
        role |= _ANYWHERE
    if text.endswith("ly") and text not in _NOUNS_IN_LY:
        role |= _ANYWHERE
    if text.endswith("ed"):
        role |= _AFTER_PLURAL | _MIDDLE
    return role


_FIRST, _MIDDLE, _AFTER_PLURAL, _PLURAL = 1, 2, 4, 8
_ANYWHERE: Final = _FIRST | _MIDDLE | _AFTER_PLURAL
"""The places of a word in a counted noun phrase, and what a word may be, as bits: a role is a sum of them."""
