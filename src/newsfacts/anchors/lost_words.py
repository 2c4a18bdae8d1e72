"""Words whose loss turns a statement round, makes it absolute, or makes an allegation a fact.

An ellipsis that swallows one of them is refused, wherever in the gap it is: whether it bears on what is left is for
a person to judge. The words are English; of other languages only the negations are known.
"""

from __future__ import annotations

import re

from newsfacts.text.english import (
    ATTEMPTS,
    CONTRASTS,
    LIMITING,
    LOSSES,
    OPINION_VERBS,
    QUANTIFIERS,
    SPEECH_VERBS,
    TURNS,
)
from newsfacts.text.languages import NEGATIONS_ELSEWHERE
from newsfacts.values.quantities.reading.number_words import DOZEN, NUMBER_WORDS

__all__ = ["added_in_brackets", "is_number_word", "is_turn", "lost_in_gap", "swallowed"]

_NEGATION = "a negation"
_KIND_OF = {word: kind for kind, words in LOSSES.items() for word in words}
_CONTRAST = re.compile(rf"\b(?:{'|'.join(CONTRASTS)})\b")
_LIMITING = re.compile(rf"\b(?:{'|'.join(LIMITING)})\b")
_BOUND = re.compile(r"[ ,]*(at least|at most|or (?:more|less|fewer|so))\b")
_HEDGED = re.compile(
    r"\b(?:roughly|approximately|at least|at most|up to|as (?:many|much) as|(?:more|less|fewer) than|close to|no more than)\Z"
)
_REPORTING = "|".join(sorted((SPEECH_VERBS | OPINION_VERBS) - {"went"}, key=lambda verb: (-len(verb), verb)))
_REPORTED = re.compile(rf"\b(?:{_REPORTING})(?: \w+(?: \w+)?)? that\Z|\b(?:{_REPORTING})(?: that)?\Z")
_SUBJECT = re.compile(rf"\b(?:{_REPORTING})(?: that)? (?:he|she|they|it|we|i|you)\Z")
_COUNTED = re.compile(r"(?:\A|[\s,])(?P<number>[\w,.-]+) of(?: (?:the|these|those|our|their|its|my|his|her))?\Z")
_ATTEMPT = re.compile(rf"\b(?:{'|'.join(sorted(ATTEMPTS, key=len, reverse=True))})\Z")
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def swallowed(words: str) -> tuple[str, str] | None:
    """The first such word and what it is, None where there is none."""
    for found in _WORD.finditer(words):
        word = _plain(found[0])
        kind = _KIND_OF.get(word) or (_NEGATION if _is_negation(word) else None)
        if kind is not None:
            return found[0], kind
    return None


def lost_in_gap(words: str) -> tuple[str, str] | None:
    """The same for words that an ellipsis leaves out, which may also be a contrast, or say that what follows is not so."""
    found = swallowed(words)
    if found is not None:
        return found
    plain = _plain(" ".join(words.split()))
    contrast = _CONTRAST.search(plain)
    if contrast is not None:
        return contrast[0], "which sets one thing against another"
    limiting = _LIMITING.search(plain)
    if limiting is not None:
        return limiting[0], "which limits what is said"
    bound = _BOUND.match(plain)
    if bound is not None:
        return bound[1], "which bounds what comes before it"
    attempt = _ATTEMPT.search(plain.rstrip(" ,"))
    if attempt is not None:
        return attempt[0], "after which nothing is said to be so"
    hedge = _HEDGED.search(plain)
    if hedge is not None:
        return hedge[0], "which bounds what comes after it"
    quantifier = QUANTIFIERS.search(plain)
    if quantifier is not None:
        return quantifier[0], "without which all are meant"
    said = _WORD.findall(plain)
    if said and all(map(is_number_word, said)):
        return plain, "the number of what comes after it"
    counted = _COUNTED.search(plain)
    if counted is not None and is_number_word(counted["number"]):
        return counted[0].strip(" ,"), "without which all are meant"
    reported = _SUBJECT.search(plain) or _REPORTED.search(plain)
    return (reported[0], "which leaves what follows to someone") if reported is not None else None


def added_in_brackets(words: str) -> tuple[str, str] | None:
    """The same for words that brackets add, which may also set what is said against something else."""
    found = swallowed(words)
    if found is not None:
        return found
    contrast = _CONTRAST.search(_plain(" ".join(words.split())))
    return (contrast[0], "which sets one thing against another") if contrast is not None else None


def is_number_word(word: str) -> bool:
    """Whether a word is a number, in digits or a number below a hundred and its like."""
    return word[:1].isdigit() or all(NUMBER_WORDS.get(part, (DOZEN + 1,))[0] <= DOZEN for part in word.split("-"))


def is_turn(word: str) -> bool:
    """Whether a word is a negation that turns what comes right before it: "I am not"."""
    plain = _plain(word)
    return plain in TURNS or _is_negation(plain)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_negation(word: str) -> bool:
    return word.endswith("n't") or word in NEGATIONS_ELSEWHERE
