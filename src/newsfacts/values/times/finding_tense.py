"""The tense of the words around a time in running text: "spoke Friday" is the last Friday, "will speak Friday" the next.

The nearest word before the time that shows a tense decides, within its sentence; then the nearest one after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.reading.tokens import WORD, Token

__all__ = ["tense_at"]

MAX_BEFORE: Final = 14
"""How many words before a time are looked at, at most."""
MAX_AFTER: Final = 8

_FUTURE: Final = word_set(
    "will won't shall 'll upcoming scheduled expected slated plans planned due hopes aims intends begins starts opens resumes"
)
_PAST: Final = word_set(
    "was were had did said told made held gave took saw knew led met won lost kept sent brought began became wrote came went "  # wording: sample
    "left got spoke rose fell shot struck hit broke ran stood spent sold bought taught thought felt heard fought drew flew "
    "grew threw drove rode woke chose swore wore caught sought built cut put died set"
)
_NOT_VERBS: Final = word_set(
    "united hundred need seed speed feed bed red indeed wed fed shed sacred naked wicked breed deed weed greed hatred led sled"
)
_STOPS: Final = word_set('. ! ? ; : ” “ "')
_BEFORE_TO: Final = word_set("going set was were about ready")
_BE: Final = word_set("be been being")


def tense_at(tokens: Sequence[Token], first: int, last: int) -> Literal["past", "future"] | None:
    """The tense at the tokens `first` up to, not including, `last`; None where no word shows it."""
    for at in range(first - 1, max(first - 1 - MAX_BEFORE, -1), -1):
        token = tokens[at]
        if token.text in _STOPS and not _is_abbreviation(tokens, at):
            break
        found = _tense_of(tokens, at)
        if found is not None:
            return found
    for at in range(last, min(last + MAX_AFTER, len(tokens))):
        if not tokens[at].kind or (tokens[at].text in _STOPS and not _is_abbreviation(tokens, at)):
            break
        found = _tense_of(tokens, at)
        if found is not None:
            return found
    return None


def _is_abbreviation(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at `at` may belong to a short word: "Sen.", "Nov."."""
    return tokens[at].text == "." and at > 0 and len(tokens[at - 1].text) <= 4 and tokens[at - 1].raw[0].isupper()


def _tense_of(tokens: Sequence[Token], at: int) -> Literal["past", "future"] | None:
    token = tokens[at]
    text = token.text
    if token.kind != WORD:
        return None
    if text in _FUTURE or text.endswith(("'ll", "’ll")):
        return "future"
    following = tokens[at + 1].text
    if (text == "to" and following == "be") or (text in _BEFORE_TO and following == "to"):
        return "future"
    is_past = text in _PAST or (text.endswith("ed") and len(text) > 3 and text not in _NOT_VERBS)
    if not is_past:
        return None
    for before in range(at - 1, max(at - 4, -1), -1):
        word = tokens[before].text
        if word in ("will", "to", "shall", "would") or word.endswith(("'ll", "’ll")):
            return "future"
        if word not in _BE and not word.endswith("ly"):
            break
    return "past"
