"""The engine of this package: words that may be cues, and for each the source and the content that fit it best.

What is chosen depends on the classes of words around a cue, and on weights that were learned from annotated news.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsfacts.drafting import weights
from newsfacts.drafting.antecedents import antecedents
from newsfacts.drafting.assembling import Assembled, assemble
from newsfacts.drafting.continuing import with_later_quotations
from newsfacts.drafting.cue_words import cue_words
from newsfacts.drafting.edges import content_spans, paragraph_spans
from newsfacts.drafting.headlines import headlines
from newsfacts.drafting.hints import Hinter
from newsfacts.drafting.labels import labels, without_labels
from newsfacts.drafting.levels import level_features
from newsfacts.drafting.linear import probability
from newsfacts.drafting.reading import Models
from newsfacts.drafting.results import FoundAttribution
from newsfacts.drafting.signatures import signatures
from newsfacts.drafting.speaker_phrases import NamedSpeaker
from newsfacts.drafting.tokens import TokenizedText, tokenize
from newsfacts.drafting.word_classes import word_set
from newsfacts.text.languages import likely_language
from newsfacts.text.quotation_marks import infer_form
from newsfacts.text.spans import Span, SpanIndex, normalize
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
    named = labels(read)
    parts = without_labels(read, named)
    rated = [(_level(item), item) for item in assemble(parts, models(), hinter)]
    made = [_found(parts, item, level) for level, item in _apart(rated) if level is not None]
    made = list(_joined([each for each in made if each.contents], _by_signs(parts, named)))
    found = with_later_quotations(parts, sorted(made, key=_order))
    return antecedents(read, _nested(sorted(found, key=_order)))


def _order(each: FoundAttribution) -> tuple[int, int, tuple[Span, ...]]:
    return _first(each), -_last(each), each.cue


def _by_signs(read: TokenizedText, named: Iterable[NamedSpeaker]) -> Iterator[tuple[NamedSpeaker, FoundAttribution]]:
    """The attributions without a verb, and those of headlines."""
    for each in (*named, *headlines(read), *signatures(read)):
        contents = tuple(span for part in each.contents for span in paragraph_spans(read, part.start, part.end))
        if contents:
            words = " ".join(span.slice(read.text) for span in contents)
            yield each, FoundAttribution(each.source, (each.cue,), contents, infer_form(words), each.level)


def _joined(
    made: Sequence[FoundAttribution], signs: Iterable[tuple[NamedSpeaker, FoundAttribution]]
) -> Iterator[FoundAttribution]:
    """Both kinds of attributions, where none is about the words of another one."""
    by_words: SpanIndex[int] = SpanIndex((_parts(each), number) for number, each in enumerate(made))
    dropped: set[int] = set()
    for speaker, each in signs:
        if speaker.overrides:
            dropped.update(by_words.overlapping(speaker.source), by_words.overlapping(speaker.cue))
            yield each
            continue
        rivals = set(by_words.overlapping(speaker.cue))
        if not speaker.leads:
            rivals.update(by_words.covering(each.contents[0].start))
        if all(made[number].level is Level.GUESS for number in rivals):
            dropped.update(rivals)
            yield each
    yield from (each for number, each in enumerate(made) if number not in dropped)


def _parts(each: FoundAttribution) -> tuple[Span, ...]:
    return normalize((*each.cue, *each.contents, *([each.source] if each.source else [])))


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
    """Those whose cues neither overlap nor are in the source of another one; of two that do, the one that is more probable."""
    cues: set[int] = set()
    sources: set[int] = set()
    kept = []
    for (_, level), item in sorted(rated, key=lambda pair: -pair[0][0]):
        cue, source = range(*item.cue), range(*(item.source or (0, 0)))
        if cues.isdisjoint(cue) and cues.isdisjoint(source) and sources.isdisjoint(cue):
            cues.update(cue)
            sources.update(source)
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
    return min(
        each.cue[0].start, *(span.start for span in each.contents), *([each.source.start] if each.source else [])
    )


def _last(each: FoundAttribution) -> int:
    return max(each.cue[-1].end, *(span.end for span in each.contents), *([each.source.end] if each.source else []))


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
