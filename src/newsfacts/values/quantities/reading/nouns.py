"""The noun that a number counts.

Without a parser of English, the counted noun phrase is the run of words after the number up to the first function word,
ending at the first plural noun ("12 police officers | were killed").
"""

from __future__ import annotations

from typing import Final

from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, word_set
from newsfacts.values.quantities.reading.tokens import WORD, Found, Token

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
    took went came
    """
)
"""Words that end a counted noun phrase: function words, days, months, and verbs that follow counts in news."""
_FIRST_ALLOWED: Final = frozenset({"one", "other", "more", "own", "march", "left", "total"})
_IRREGULAR: Final = word_set(
    "people men women children police feet teeth mice geese cattle media criteria phenomena data persons"
)
_NUMBER_NOUNS: Final = frozenset({"second", "seconds", "quarter", "quarters", "half", "halves", "score"})
"""Number words that can also be what is counted."""


def is_plural(text: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    return text in _IRREGULAR or (text[-1] == "s" and len(text) > 2 and text[-2] not in "siu")


def noun_at(tokens: list[Token], at: int) -> Found | None:
    """The counted noun phrase that starts at token `at`."""
    words: list[str] = []
    index = at
    seen_plural = False
    while len(words) < MAX_UNIT_WORDS:
        token = tokens[index]
        if token.kind != WORD:
            if (
                token.text in ("-", "&")
                and words
                and tokens[index + 1].kind == WORD
                and tokens[index + 1].start == token.end
                and token.start == tokens[index - 1].end
            ):
                words[-1] += token.raw + tokens[index + 1].raw
                index += 2
                continue
            break
        text = token.text
        if text == "and" and seen_plural and tokens[index + 1].kind == WORD and is_plural(tokens[index + 1].text):
            if tokens[index + 1].text in STOP or tokens[index + 1].text in NUMBER_WORDS:
                break
            words += [token.raw, tokens[index + 1].raw]
            index += 2
            continue
        if text in STOP and not (not words and text in _FIRST_ALLOWED):
            break
        if text in NUMBER_WORDS and text not in ("second", "seconds", "quarter", "quarters", "half", "halves", "score"):
            break
        if words and (text.endswith(("ed", "ly")) or (seen_plural and not is_plural(text))):
            break
        words.append(token.raw)
        index += 1
        seen_plural = seen_plural or is_plural(text)
    return Found(" ".join(words), index) if words else None
