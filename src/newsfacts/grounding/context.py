"""What a number or a date is about: the words around it, weighed by how near they are and how much they tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import attrs

from newsfacts.finders.results import FoundQuantity, FoundValue
from newsfacts.grounding.words import OPPOSED, Word, stem
from newsfacts.text.english import class_of_noun
from newsfacts.text.spans import Span
from newsfacts.values.quantities.quantity import QuantityKind

__all__ = ["Context", "Likeness", "context_of", "likeness"]

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


def context_of(
    value: FoundValue,
    words: Sequence[Word],
    others: Sequence[FoundValue],
    weight: Callable[[str], float],
    is_name: Callable[[Word], bool],
) -> Context:
    """The context of a value. `is_name` decides about a capitalised word at the beginning. Its span, those of the `others` in the sentence, and the `words` are places of the sentence."""
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
        weights[word.stem] = max(weights.get(word.stem, 0.0), weight(word.stem) * part)
        if begin <= number < end:
            near.add(word.stem)
        if word.is_name or (word.is_first and is_name(word)):
            names.add(word.stem)
    return Context(
        weights,
        frozenset(near),
        frozenset(names),
        frozenset(names & near),
        _noun(value, words),
        _is_person(value),
        sum(weights.values()),
    )


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
    common = sum(min(said.weights[word], known.weights[word]) for word in shared)
    total = said.total + known.total
    return Likeness(2 * common / total if total else 0.0, frozenset(shared), _clash(said, known))


def _clash(said: Context, known: Context) -> str | None:
    for group in OPPOSED:
        one, other = said.near & group, known.near & group
        if one and other and not one & other:
            return f"one is about “{min(one)}”, the other about “{min(other)}”"
    return None
