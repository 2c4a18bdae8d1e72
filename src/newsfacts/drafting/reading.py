"""One sentence read for attributions: cues, each with its extent, its source and its content."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import attrs

from newsfacts.drafting import content_spans as spans
from newsfacts.drafting import source_phrases as sources
from newsfacts.drafting.cues import CueCandidate, cue_candidates, cue_features, left_features, right_features
from newsfacts.drafting.linear import LinearModel, choose
from newsfacts.drafting.source_phrases import Phrase
from newsfacts.drafting.tokens import Sentence

__all__ = ["Models", "Reading", "read_sentence"]

MAX_LEFT = 6
MAX_RIGHT = 5


@attrs.frozen
class Models:
    """The weights of every choice, and the words that may be cues."""

    lexicon: Mapping[str, tuple[str, str, int]]
    cue: LinearModel
    left: LinearModel
    right: LinearModel
    source: LinearModel
    place: LinearModel
    start: LinearModel
    end: LinearModel
    before: LinearModel
    threshold: float = -1.0


@attrs.define(slots=True, eq=False)
class Reading:
    """An attribution as read: token ranges in `candidate.sentence`, and what each choice was worth (log probabilities)."""

    candidate: CueCandidate
    score: float
    cue: Phrase
    source: Phrase
    place: str
    contents: list[Phrase]
    worth: dict[str, float]
    kinds: list[str]


def read_sentence(sentence: Sentence, models: Models) -> Iterator[Reading]:
    """The attributions of a sentence that pass the lowest threshold, in order of their cues."""
    kinds: list[str] | None = None
    for candidate in cue_candidates(sentence, models.lexicon):
        score = models.cue.score(cue_features(candidate))
        if score < models.threshold:
            continue
        if kinds is None:
            kinds = sources.kinds_of(sentence.tokens, sentence.depth)
            words = [token.lower for token in sentence.tokens]
        yield _read(candidate, score, kinds, words, models)


def _read(candidate: CueCandidate, score: float, kinds: list[str], words: list[str], models: Models) -> Reading:
    cue = _extent(candidate, models)
    candidates = list(sources.source_candidates(candidate, kinds, cue.end))
    chosen = choose(
        [models.source.score(sources.source_features(candidate, kinds, cue.end, phrase)) for phrase in candidates]
    )
    source = candidates[chosen.index]
    if source and source.end <= candidate.head:
        cue = Phrase(max(cue.start, source.end), cue.end)
    worth = {"source": math.log(chosen.probability)}
    features = spans.place_features(candidate, kinds, cue.start, cue.end, source)
    placed = choose([models.place.score(f"{mark}{feature}" for feature in features) for mark in "abm"])
    place = spans.PLACES[placed.index]
    worth["place"] = math.log(placed.probability)
    contents: list[Phrase] = []
    if place != "after":
        contents += _before(
            candidate, kinds, words, min(cue.start, source.start) if source else cue.start, models, worth
        )
    if place != "before":
        contents += _after(candidate, kinds, words, max(cue.end, source.end) if source else cue.end, models, worth)
    return Reading(candidate, score, cue, source, place, contents, worth, kinds)


def _extent(candidate: CueCandidate, models: Models) -> Phrase:
    tokens = candidate.sentence.tokens
    start, end = candidate.head, candidate.head + 1
    while (
        start > 0
        and candidate.head - start < MAX_LEFT
        and models.left.score(left_features(tokens, start - 1, candidate.head)) > 0
    ):
        start -= 1
    while (
        end < len(tokens)
        and end - candidate.head <= MAX_RIGHT
        and models.right.score(right_features(tokens, end, candidate)) > 0
    ):
        end += 1
    return Phrase(start, end)


def _before(
    candidate: CueCandidate, kinds: list[str], words: list[str], end: int, models: Models, worth: dict[str, float]
) -> Iterator[Phrase]:
    while end > 0 and kinds[end - 1] in {",", "-", ":"}:
        end -= 1
    if end == 0:
        return
    starts = spans.before_starts(kinds, end)
    chosen = choose(
        [models.before.score(spans.before_features(candidate, kinds, words, start, end)) for start in starts]
    )
    worth["before"] = math.log(chosen.probability)
    yield Phrase(starts[chosen.index], end)


def _after(
    candidate: CueCandidate, kinds: list[str], words: list[str], end: int, models: Models, worth: dict[str, float]
) -> Iterator[Phrase]:
    starts = spans.after_starts(kinds, end)
    if not starts or all(kind in {".", "?", "!", "mark", ":", ","} for kind in kinds[end:]):
        return
    chosen = choose([models.start.score(spans.start_features(candidate, kinds, words, end, start)) for start in starts])
    start = starts[chosen.index]
    worth["start"] = math.log(chosen.probability)
    ends = spans.after_ends(kinds, start)
    chosen = choose([models.end.score(spans.end_features(candidate, kinds, words, start, place, "")) for place in ends])
    worth["end"] = math.log(chosen.probability)
    yield Phrase(start, ends[chosen.index])
