"""The noun that a number counts in running text, as far as the words show it without a parser.

The noun phrase ends with its first plural, and with those that follow it directly: "two largest teachers unions | said".
Where no plural comes, only names and words for people are taken, since anything else may be a verb: "three | tested".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.reading.nouns import STOP, is_plural
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token

__all__ = ["is_abbreviation", "is_glued", "noun_end", "singular_noun_end"]

MAX_NOUN: Final = 6
"""The most words of a counted noun phrase; a compound with hyphens is one."""

_DEGREES: Final = word_set("very most least")
_FIRST_ALLOWED: Final = frozenset({"other", "more", "own", "total", "such"})
_NOT_PLURAL: Final = word_set(
    "always perhaps says was has does goes this yes plus thus less as is its his us sometimes afterwards nowadays besides "
    "towards versus unless whereas across regardless indeed thus makes takes comes gets shows finds means needs wants "
    "seems looks remains becomes gives tells thinks knows"
)
"""Words in -s that are not plural nouns."""
_PLURAL_TOO: Final = word_set(
    "others passersby alumni bison fowl crew faculty swiss chinese japanese vietnamese portuguese"
)
_PEOPLE: Final = word_set(
    "injured wounded displaced unemployed infected accused detained arrested killed disabled retired convicted undecided "
    "dead missing homeless"
)
"""What can be counted without a noun: "12 wounded"."""
_VERBS: Final = word_set(
    "found told said made held gave took saw knew led met won lost kept sent brought began became wrote read put paid sat "  # wording: sample
    "came went left got had did has was were is are will would could should may might can must who which that"
)
_TITLES: Final = word_set("sen sens rep reps gov mr mrs ms dr gen lt col sgt capt prof st")
_PRONOUNS: Final = word_set(
    "nobody everybody everyone somebody someone anybody anyone nothing everything something anything"  # wording: sample
)
_OPENING, _CLOSING = frozenset({"“", '"', "‘", "'"}), frozenset({"”", '"', "’", "'"})
MAX_QUOTED: Final = 4


def is_abbreviation(token: Token) -> bool:
    """Whether a word that looks like a function word is none: "three U.S. soldiers", "one US officer"."""
    return "." in token.raw or token.raw in ("US", "IT")


def is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign at `at` has no space on either side."""
    return at > 0 and tokens[at].glued and tokens[at + 1].glued


def _word_end(tokens: Sequence[Token], at: int) -> int:
    """The index after the word at `at` with all that hyphens join to it; `at` where there is no word."""
    if tokens[at].kind != WORD:
        return at
    end = at + 1
    while tokens[end].text in ("-", "&") and is_glued(tokens, end) and tokens[end + 1].kind in (WORD, DIGITS):
        end += 2
    return end


def _is_stop(tokens: Sequence[Token], at: int, is_first: bool) -> bool:
    text = tokens[at].text
    joined = tokens[at + 1].text == "-" and is_glued(tokens, at + 1)
    if is_abbreviation(tokens[at]):
        return False
    if text in _DEGREES and tokens[at + 1].kind == WORD and tokens[at + 1].text not in STOP:
        return False  # "two very different candidates"
    if text in STOP:
        return not joined and not (is_first and text in _FIRST_ALLOWED)
    if text.endswith(("n't", "n’t")):
        return True
    return text in NUMBER_WORDS and not joined and text not in ("second", "seconds", "quarters")


def _plural(token: Token) -> bool:
    text = token.text
    return (is_plural(text) and text not in _NOT_PLURAL) or text in _PLURAL_TOO


def noun_end(tokens: Sequence[Token], at: int, limit: int, *, goes_on: bool = True) -> int:
    """The index after the noun phrase that begins at `at`, before `limit`; `at` where there is none.

    It `goes_on` with plurals after the first one, unless a verb may agree with the number: "one in five pupils | misses".
    """
    quoted = _quoted_end(tokens, at, limit)
    if quoted > at:
        return quoted
    index, words = at, 0
    while words < MAX_NOUN and index < limit and not _is_stop(tokens, index, index == at):
        end = _word_end(tokens, index)
        if end == index or end > limit:
            quoted = _quoted_end(tokens, index, limit) if words else index
            if quoted > index:
                return quoted
            break
        index, words = end, words + 1
        if _plural(tokens[end - 1]):
            return _more_plurals(tokens, end, limit) if goes_on else end
    return _without_plural(tokens, at, limit)


def _more_plurals(tokens: Sequence[Token], index: int, limit: int) -> int:
    while index < limit and tokens[index].kind == WORD and not _is_stop(tokens, index, False):
        end = _word_end(tokens, index)
        if end > limit or not _plural(tokens[end - 1]):
            break
        index = end
    if tokens[index].text == "and" and index + 1 < limit and not _is_stop(tokens, index + 1, False):
        second = tokens[index + 1]
        if second.kind == WORD and second.raw[0].islower() and _plural(second) and second.text != "tens":
            return index + 2
    return index


def _quoted_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The index after up to some words between quotation marks: "four “loopholes”"."""
    if tokens[at].text not in _OPENING or tokens[at + 1].kind != WORD or not tokens[at + 1].glued:
        return at
    for index in range(at + 2, min(at + 2 + MAX_QUOTED, limit)):
        token = tokens[index]
        if token.text in _CLOSING and token.glued:
            return index + 1 if _plural(tokens[index - 1]) else at
        if token.kind != WORD:
            break
    return at


def _without_plural(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The index after names ("six Orthodox | were") or people ("12 wounded")."""
    if tokens[at].text in _PEOPLE and at < limit:
        return at + 1
    index = at
    while index < limit and tokens[index].kind == WORD and tokens[index].raw[0].isupper():
        if _is_stop(tokens, index, False) or tokens[index].text in _TITLES or tokens[index].text.endswith(("'s", "’s")):
            return at
        index = _word_end(tokens, index)
    after = tokens[index]
    goes_on = index >= limit or (after.kind == WORD and after.text not in STOP and after.text not in _VERBS)
    return at if goes_on and after.kind else index


def singular_noun_end(tokens: Sequence[Token], at: int, limit: int, most: int = MAX_NOUN) -> int:
    """The index after the noun phrase of "one" or of a compound such as "50-state", which has no plural."""
    index, words = at, 0
    while words < most and index < limit and not _is_stop(tokens, index, index == at):
        end = _word_end(tokens, index)
        text = tokens[end - 1].text
        if end == index or end > limit or text in _VERBS or text in _PRONOUNS or text.endswith("ly"):
            break
        if words and (text.endswith(("ed", "s")) and not text.endswith(("ss", "us", "is"))):
            break
        if words and tokens[index].raw[0].isupper() and tokens[index - 1].raw[0].islower():
            break  # "one study | Trump": a name after the noun
        index, words = end, words + 1
    return index
