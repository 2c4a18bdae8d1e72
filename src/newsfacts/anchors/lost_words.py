"""Words whose loss turns a statement round, makes it absolute, or makes an allegation a fact.

An ellipsis that swallows one of them is refused, wherever in the gap it is: whether it bears on what is left is for
a person to judge. The words are English; of other languages only the negations are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from newsfacts.anchors.clauses import clause_start
from newsfacts.anchors.frames import frame_after, frame_before
from newsfacts.patterns import lazy_pattern
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
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_REPORTING = "|".join(
    sorted(
        (SPEECH_VERBS | OPINION_VERBS | {"claim", "hear", "hears", "heard", "insist", "swear"}) - {"went"},
        key=lambda verb: (-len(verb), verb),
    )
)
_COUNTED = lazy_pattern(
    r"(?:\A|[\s,])(?P<lost>(?P<number>[\w,.-]+) of(?: (?:the|these|those|our|their|its|my|his|her))?)\Z"
)


@attrs.frozen
class _Phrase:
    """Words that must not be lost, as a pattern of lower case, and why. Shown is the group `lost`, or else all of it."""

    pattern: re.Pattern[str]
    reason: str

    def found(self, plain: str) -> tuple[str, str] | None:
        match = self.pattern.search(plain)
        return None if match is None else (match.groupdict().get("lost", match[0]), self.reason)


def _phrase(pattern: str, reason: str) -> _Phrase:
    return _Phrase(lazy_pattern(pattern), reason)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_CONTRAST = _phrase(rf"\b(?P<lost>{'|'.join(CONTRASTS)})\b", "which sets one thing against another")
_ANYWHERE_OR_AT_AN_EDGE = (
    _CONTRAST,
    _phrase(rf"\b(?P<lost>{'|'.join(LIMITING)})\b", "which limits what is said"),
    _phrase(r"\A[ ,]*(?P<lost>at least|at most|or (?:more|less|fewer|so))\b", "which bounds what comes before it"),
    _phrase(rf"\b(?P<lost>{_any(ATTEMPTS)})[ ,]*\Z", "after which nothing is said to be so"),
    _phrase(
        r"\b(?P<lost>roughly|approximately|at least|at most|up to|as (?:many|much) as|(?:more|less|fewer) than|close to|no more than)\Z",
        "which bounds what comes after it",
    ),
    _Phrase(QUANTIFIERS, "without which all are meant"),
)
_LEFT_TO_SOMEONE = (
    _phrase(
        rf"\b(?P<lost>(?:{_REPORTING})(?: that)? (?:he|she|they|it|we|i|you))\Z", "which leaves what follows to someone"
    ),
    _phrase(rf"\b(?P<lost>(?:{_REPORTING})(?:(?: \w+(?: \w+)?)? that)?)\Z", "which leaves what follows to someone"),
)


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
    flat = " ".join(words.split())
    plain = _plain(flat)
    return (
        _first(_ANYWHERE_OR_AT_AN_EDGE, plain)
        or _lost_number(plain)
        or _first(_LEFT_TO_SOMEONE, plain)
        or _framed(flat)
    )


def _first(phrases: Iterable[_Phrase], plain: str) -> tuple[str, str] | None:
    return next((found for phrase in phrases if (found := phrase.found(plain)) is not None), None)


def _lost_number(plain: str) -> tuple[str, str] | None:
    """The number of what comes after a gap, or of those of whom it is said."""
    said = _WORD.findall(plain)
    if said and all(map(is_number_word, said)):
        return plain, "the number of what comes after it"
    counted = _COUNTED.search(plain)
    if counted is not None and is_number_word(counted["number"]):
        return counted["lost"], "without which all are meant"
    return None


def _framed(words: str) -> tuple[str, str] | None:
    """Words with which a gap ends or begins, and which say that what is next to them is not so, or only perhaps."""
    first = clause_start(words)
    before = frame_before(words[first:])
    if before is not None:
        return words[first + before.start : first + before.end], "after which nothing is said to be so"
    after = frame_after(words)
    return None if after is None else (words[after.start : after.end], "which limits what comes before it")


def added_in_brackets(words: str) -> tuple[str, str] | None:
    """The same for words that brackets add, which may also set what is said against something else."""
    found = swallowed(words)
    if found is not None:
        return found
    return _CONTRAST.found(_plain(" ".join(words.split())))


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
