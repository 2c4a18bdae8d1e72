"""The engine of this package: words that may be cues, and for each the source and the content that fit it best.

What is chosen depends on the classes of words around a cue, and on weights that were learned from annotated news.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

import attrs

from newsfacts.drafting import weights
from newsfacts.drafting.antecedents import antecedents
from newsfacts.drafting.assembling import Assembled, assemble
from newsfacts.drafting.cue_words import cue_words
from newsfacts.drafting.edges import content_spans
from newsfacts.drafting.hints import Hinter
from newsfacts.drafting.levels import level_features
from newsfacts.drafting.linear import probability
from newsfacts.drafting.reading import Models
from newsfacts.drafting.results import FoundAttribution
from newsfacts.drafting.tokens import TokenizedText, tokenize
from newsfacts.drafting.word_classes import word_set
from newsfacts.text.languages import likely_language
from newsfacts.text.quotation_marks import infer_form
from newsfacts.text.spans import Span
from newsfacts.values.languages import is_english
from newsfacts.values.level import Level

__all__ = ["find", "find_in"]

SURE = 0.75
LIKELY = 0.45
GUESS = 0.3
"""From which estimated probability of being right as a whole an attribution has its level."""

NESTED_LIKELY = 0.6
"""The same for an attribution within a quotation, which is never sure: its quality was not measured."""

MIN_CUE_SCORE = -0.5
_PRONOUNS = word_set("he she they it i we you who which that")


def find(text: str) -> tuple[FoundAttribution, ...]:
    """The attributions of a text, by their first word."""
    return find_in(tokenize(text))


def find_in(read: TokenizedText, hinter: Hinter | None = None) -> tuple[FoundAttribution, ...]:
    """The attributions of a text that has been read, with what a parser says about its cues; none in another language."""
    if not is_english(likely_language(read.text)):
        return ()
    rated = [(_level(item), item) for item in assemble(read, models(), hinter)]
    kept = [(level, item) for level, item in _apart(rated) if level is not None]
    made = [_found(read, item, level) for level, item in kept]
    found = sorted([each for each in made if each.contents], key=lambda each: (_first(each), -_last(each), each.cue))
    return antecedents(read, _nested(found))


@functools.cache
def models() -> Models:
    """The weights and the words, read when they are first needed."""
    return Models(
        lexicon=cue_words(),
        cue=weights.CUE,
        left=weights.LEFT,
        right=weights.RIGHT,
        source=weights.SOURCE,
        place=weights.PLACE,
        start=weights.START,
        end=weights.END,
        before=weights.BEFORE,
        hints=weights.HINTS,
        threshold=MIN_CUE_SCORE,
    )


def _level(item: Assembled) -> tuple[float, Level | None]:
    chance = probability(weights.LEVEL.score(level_features(item)))
    if item.reading.candidate.sentence.depth:
        return chance, Level.LIKELY if chance >= NESTED_LIKELY else Level.GUESS if chance >= LIKELY else None
    if chance >= SURE:
        return chance, Level.SURE
    return chance, Level.LIKELY if chance >= LIKELY else Level.GUESS if chance >= GUESS else None


def _apart(rated: Iterable[tuple[tuple[float, Level | None], Assembled]]) -> list[tuple[Level | None, Assembled]]:
    """Those whose cues do not overlap; of two that do, the one that is more probable."""
    taken: set[int] = set()
    kept = []
    for (_, level), item in sorted(rated, key=lambda pair: -pair[0][0]):
        places = range(*item.cue)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append((level, item))
    return kept


def _found(read: TokenizedText, item: Assembled, level: Level) -> FoundAttribution:
    contents = content_spans(read, item)
    words = " ".join(span.slice(read.text) for span in contents)
    source = Span(*item.source) if item.source else None
    return FoundAttribution(
        source=source,
        cue=(Span(*item.cue),),
        contents=contents,
        form=infer_form(words),
        level=level,
        is_pronoun=source is not None and source.slice(read.text).lower() in _PRONOUNS,
    )


def _first(each: FoundAttribution) -> int:
    return min(span.start for span in (*each.cue, *each.contents, *([each.source] if each.source else [])))


def _last(each: FoundAttribution) -> int:
    return max(span.end for span in (*each.cue, *each.contents, *([each.source] if each.source else [])))


def _nested(found: list[FoundAttribution]) -> list[FoundAttribution]:
    """Each with the attribution in whose content its cue and its own content are, the innermost of several."""
    nested = []
    for number, each in enumerate(found):
        outer = None
        for other_number in range(number - 1, max(-1, number - 1 - MAX_LOOKED_AT), -1):
            other = found[other_number]
            if any(span.contains(each.cue[0]) and span.contains(each.contents[0]) for span in other.contents):
                outer = other_number
                break
        nested.append(attrs.evolve(each, outer=outer))
    return nested


MAX_LOOKED_AT = 30
"""How many attributions before one are looked at for the one it is nested in."""
