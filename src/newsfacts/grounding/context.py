"""What a number or a date is about: the words around it, weighed by how near they are and how much they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

import attrs

from newsfacts.finders.results import FoundQuantity, FoundValue
from newsfacts.grounding.words import OPPOSED, Word, stem
from newsfacts.text.english import class_of_noun
from newsfacts.text.spans import Span
from newsfacts.values.quantities.quantity import Quantity, QuantityKind
from newsfacts.values.times.times import TimeInterval

__all__ = ["Context", "Lexicon", "Likeness", "context_of", "likeness"]

_REACH: Final = 8.0
"""After so many tokens a word counts half."""
_OTHER_CLAUSE: Final = 0.4
"""How much words of another clause count."""


@attrs.frozen
class Context:
    """The words around a value: `weights` by stem, `near` those of its own clause, `names` and `near_names` the names among them, `noun` the stem of what is counted."""

    weights: dict[str, float]
    near: frozenset[str]
    names: frozenset[str]
    near_names: frozenset[str]
    noun: str | None
    is_person: bool
    """Whether people are counted, by whatever noun."""
    total: float
    figures: Mapping[str, float]
    """The other numbers and times of the sentence, by what they say, with their weights."""
    subject: frozenset[str]
    """The name that the sentence begins with."""


class Lexicon(Protocol):
    """What is known about words from all that is compared."""

    def weight(self, stem: str) -> float:
        """How much a shared word tells."""

    def is_name(self, word: Word) -> bool:
        """Whether a capitalised word that begins a sentence is a name, or may well be one."""

    def knows_name(self, stem: str) -> bool:
        """Whether a word is written with a capital within a sentence."""


def context_of(
    value: FoundValue,
    words: Sequence[Word],
    others: Sequence[FoundValue],
    lexicon: Lexicon,
) -> Context:
    """The context of a value. Its span, those of the `others` in the sentence, and the `words` are places of the sentence."""
    counted = value.counted if isinstance(value, FoundQuantity) else None
    first = next((n for n, word in enumerate(words) if word.end > value.span.start), len(words))
    last = next((n for n in range(first, len(words)) if words[n].start >= value.span.end), len(words))
    begin, end = _clause(words, first, last, [other.span for other in others if other.span != value.span])
    weights: dict[str, float] = {}
    near: set[str] = set()
    names: set[str] = set()
    for number, word in enumerate(words):
        is_inside = first <= number < last
        if not word.stem or (is_inside and (counted is None or word.start < counted.start)):
            continue
        distance = 0 if is_inside else first - number if number < first else number - last + 1
        part = _REACH / (_REACH + distance) * (1.0 if begin <= number < end else _OTHER_CLAUSE)
        weights[word.stem] = max(weights.get(word.stem, 0.0), lexicon.weight(word.stem) * part)
        if begin <= number < end:
            near.add(word.stem)
        if word.is_name or (word.is_first and lexicon.is_name(word)):
            names.add(word.stem)
    return Context(
        weights,
        frozenset(near),
        frozenset(names),
        frozenset(names & near),
        _noun(value, words),
        _is_person(value),
        sum(weights.values()),
        _figures(value, others),
        _subject(words, lexicon),
    )


_FIGURE: Final = 3.0
"""How much another number that both sentences have tells, next to the logarithm of how rare a word is."""
_SMALL: Final = 10
"""Whole numbers below this are in sentences about anything."""


def _figures(value: FoundValue, others: Sequence[FoundValue]) -> dict[str, float]:
    found: dict[str, float] = {}
    for other in others:
        key = _key(other) if other.span != value.span else None
        if key is not None:
            found[key] = _FIGURE * _REACH / (_REACH + abs(other.span.start - value.span.start) / _TOKEN)
    return found


_TOKEN: Final = 6.0
"""So many code points are a token, about."""


def _key(value: FoundValue) -> str | None:
    """What recognizes the same number or day in another sentence; None for numbers that are found anywhere."""
    said = value.value
    if isinstance(said, Quantity):
        if said.stated is None or (said.kind is QuantityKind.NUMBER and said.stated < _SMALL and said.stated % 1 == 0):
            return None
        return f"{said.kind} {said.currency} {said.stated}"
    return str(said) if isinstance(said, TimeInterval) else None


def _subject(words: Sequence[Word], lexicon: Lexicon) -> frozenset[str]:
    """The name that a sentence begins with; a first word alone may only look like one."""
    found: list[Word] = []
    for word in words:
        if not word.is_name and not (not found and word.is_first and lexicon.is_name(word)):
            break
        found.append(word)
    is_sure = any(word.is_name or lexicon.knows_name(word.stem) for word in found)
    return frozenset(word.stem for word in found) if is_sure else frozenset()


def _clause(words: Sequence[Word], first: int, last: int, others: Sequence[Span]) -> tuple[int, int]:
    """The tokens from and up to which the words around a value belong to it, and not to another value or clause."""
    begin = first
    while begin > 0 and not _ends_clause(words[begin - 1], others):
        begin -= 1
    end = last
    while end < len(words) and not _ends_clause(words[end], others):
        end += 1
    return begin, end


def _ends_clause(word: Word, others: Sequence[Span]) -> bool:
    return word.ends_clause or any(span.start <= word.start < span.end for span in others)


def _noun(value: FoundValue, words: Sequence[Word]) -> str | None:
    """The stem of the last word of the counted noun phrase."""
    if not isinstance(value, FoundQuantity) or value.counted is None or value.value.kind is QuantityKind.MONEY:
        return None
    counted: Span = value.counted
    inside = [word for word in words if counted.start <= word.start and word.end <= counted.end]
    if not inside:
        return None
    last = inside[-1]
    return last.stem or stem(value.words[last.start - value.span.start : last.end - value.span.start].lower())


_AGENTS: Final = ("ers", "ors", "ists", "ees", "ants", "ents", "ians", "men", "women")


def _is_person(value: FoundValue) -> bool:
    """Whether the counted noun is a word for people, a known one or one that ends as such words do."""
    if not isinstance(value, FoundQuantity) or value.counted is None:
        return False
    words = value.words[value.counted.start - value.span.start :].lower()
    return class_of_noun(words) == "person" or words.endswith(_AGENTS)


@attrs.frozen
class Likeness:
    """How much two values are about the same thing.

    `score` is the shared weight as a part of all, from 0 to 1; `shared` are the words. `clash` says why they are about
    different things although they share words.
    """

    score: float
    shared: frozenset[str]
    clash: str | None


def likeness(said: Context, known: Context) -> Likeness:
    """Compare the contexts of a value of the text and one of a source."""
    shared = said.weights.keys() & known.weights.keys()
    figures = said.figures.keys() & known.figures.keys()
    equal = sum(min(said.figures[figure], known.figures[figure]) for figure in figures)
    common = sum(min(said.weights[word], known.weights[word]) for word in shared) + equal
    total = said.total + known.total + 2 * equal
    return Likeness(2 * common / total if total else 0.0, frozenset(shared | figures), _clash(said, known))


def _clash(said: Context, known: Context) -> str | None:
    for group in OPPOSED:
        one, other = said.near & group, known.near & group
        if one and other and not one & other:
            return f"one is about “{min(one)}”, the other about “{min(other)}”"
    return None
