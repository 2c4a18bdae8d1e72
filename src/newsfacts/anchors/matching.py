"""Where the words of a quotation, or of a piece of one, are in a source apart from named differences."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs

from newsfacts.anchors.normalize import Normalization, fold, folded_words, needed_normalizations
from newsfacts.anchors.prepared import MAX_PLACES, Reading, lowered, occurrences
from newsfacts.text.spans import Span

__all__ = ["STEPS_PER_PLACE", "Words", "differences", "matches"]

MAX_FREE = 4
"""How many letters in brackets may each have the other case; of more, all have it or none."""

STEPS_PER_PLACE = 15
"""How many steps one place takes."""

SEARCHED_IN_A_STEP = 200
"""How many code points are searched for words in one step, with each choice of case."""

MIN_CAPITALS = 4
"""How many capital letters, and no small ones, are words in capitals."""


@attrs.frozen
class Words:
    """Words to look for. The case of the first letter may be free, and that of the letters at the places `free`."""

    string: str
    is_start_free: bool = True
    free: tuple[int, ...] = ()


def matches(words: Words, source: Reading, *, limit: int = MAX_PLACES) -> list[Span]:
    """Ranges of the folded source, in order. Capitals throughout, here or there, match small letters."""
    folded = folded_words(words.string)
    if not source.may_have(folded):
        return []
    found: set[Span] = set()
    source.effort.steps += len(source.folded.string) // SEARCHED_IN_A_STEP
    for string, _ in _variants(words):
        places = occurrences(source.folded.string, folded_words(string), limit=limit)
        source.effort.steps += STEPS_PER_PLACE * len(places)
        found.update(places)
    if found:
        return sorted(found, key=lambda place: (place.start, place.end))[:limit]
    in_capitals = _is_capitals(folded)
    if not in_capitals and not source.has_capitals:
        return []
    places = occurrences(source.lowered, lowered(folded), limit=limit)
    source.effort.steps += STEPS_PER_PLACE * len(places)
    return [place for place in places if in_capitals or _is_capitals(place.slice(source.folded.string))]


def differences(words: Words, there: str) -> tuple[Normalization, ...]:
    """The names of the differences between words and the source where they are the same apart from these."""
    folded = fold(there).string.strip()
    for string, names in _variants(words):
        if folded_words(string) == folded:
            return (*needed_normalizations(string, there), *names)
    return (*needed_normalizations(words.string.lower(), there.lower()), Normalization.CAPITALS)


def _variants(words: Words) -> Iterator[tuple[str, tuple[Normalization, ...]]]:
    """The words with each choice of case that is free, and the names of the differences; as they are written first."""
    string = words.string
    places = [place for place in words.free if string[place].swapcase() != string[place]]
    choices: Iterator[tuple[bool, ...]]
    if len(places) <= MAX_FREE:
        choices = itertools.product((False, True), repeat=len(places))
    else:
        choices = iter([(False,) * len(places), (True,) * len(places)])
    is_start_free = words.is_start_free and 0 not in words.free and string[:1].swapcase() != string[:1]
    for choice in choices:
        changed = list(string)
        for place, is_swapped in zip(places, choice, strict=True):
            if is_swapped:
                changed[place] = changed[place].swapcase()
        names = (Normalization.BRACKETED_CASE,) if any(choice) else ()
        yield "".join(changed), names
        if is_start_free:
            changed[0] = changed[0].swapcase()
            yield "".join(changed), (*names, Normalization.CASE_AT_THE_START)


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(character.isupper() for character in text) >= MIN_CAPITALS
