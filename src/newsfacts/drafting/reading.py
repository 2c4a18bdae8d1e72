"""One sentence read for attributions: cues, each with its extent, its source and its content."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

import attrs

from newsfacts.drafting import content_spans as spans
from newsfacts.drafting import source_phrases as sources
from newsfacts.drafting.cues import CueCandidate, cue_candidates, cue_features, left_features, right_features
from newsfacts.drafting.hints import Hint, Hinter, edge_hints, side_hints, source_hints, word_hints
from newsfacts.drafting.linear import NO_WEIGHTS, LinearModel, choose
from newsfacts.drafting.source_phrases import Phrase
from newsfacts.drafting.tokens import Sentence

__all__ = ["Models", "Reading", "read_sentence"]

T = TypeVar("T")

MAX_LEFT = 6
MAX_RIGHT = 5

_MARKS = {"after": "a", "before": "b", "both": "m"}

_SEPARATES = frozenset({",", "-", "Q", ":", ";", ")", "mark", "?"})
"""What is between the first half of a content and the source after it."""

MAX_ADVERBIAL = 5
"""How many words before the source are at most those that say where it was said."""

MAX_TIME_WORDS = 6
"""How many words a time has at most that follows a cue."""

_AGO = frozenset({"ago", "earlier", "later", "afterwards", "afterward"})
_THAT_TIME = frozenset({"last", "this", "next", "that", "late", "early", "earlier", "later", "on"})
_UNITS = frozenset(
    {
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "weekend",
        "month",
        "year",
        "day",
        "summer",
        "winter",
        "spring",
        "autumn",
    }
)

MAX_GAIN = 2.0
"""How much a parse may add at most to the score of a cue that is looked at."""


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
    hints: LinearModel = NO_WEIGHTS


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


def read_sentence(sentence: Sentence, models: Models, hinter: Hinter | None = None) -> Iterator[Reading]:
    """The attributions of a sentence that pass the lowest threshold, in order of their cues."""
    kinds: list[str] | None = None
    for candidate in cue_candidates(sentence, models.lexicon):
        score = models.cue.score(cue_features(candidate))
        hint = hinter(candidate) if hinter is not None and score > models.threshold - MAX_GAIN else None
        if hint is not None:
            score += models.hints.score(word_hints(hint))
        if score < models.threshold:
            continue
        if kinds is None:
            kinds = sources.kinds_of(sentence.tokens, sentence.depth)
            words = [token.lower for token in sentence.tokens]
        yield _Chooser(candidate, hint, kinds, words, models).read(score)


class _Chooser:
    """Makes the choices for one cue, one after the other."""

    def __init__(
        self, candidate: CueCandidate, hint: Hint | None, kinds: list[str], words: list[str], models: Models
    ) -> None:
        self.candidate, self.hint, self.kinds, self.words, self.models = candidate, hint, kinds, words, models
        self.worth: dict[str, float] = {}

    def read(self, score: float) -> Reading:
        """The attribution of the cue."""
        cue = self.extent()
        source = self.source(cue)
        if source and source.end <= self.candidate.head:
            cue = Phrase(max(cue.start, source.end), cue.end)
        place = self.place(cue, source)
        if (
            place == "after"
            and source
            and source.end <= cue.start
            and self.is_followed_by_time(cue.end)
            and source.start > 1
        ):
            place = "before"
        if place == "both" and 0 < source.start <= min(MAX_ADVERBIAL, cue.start) and self.kinds[0] == "in":
            place = place if self.kinds[source.start - 1] in _SEPARATES else "after"  # "In a statement it said"
        contents: list[Phrase] = []
        if place != "after":
            contents += self.before(min(cue.start, source.start) if source else cue.start)
        if place != "before":
            contents += self.after(max(cue.end, source.end) if source else cue.end)
        return Reading(self.candidate, score, cue, source, place, contents, self.worth, self.kinds)

    def choose(
        self,
        name: str,
        model: LinearModel,
        items: Sequence[T],
        features: Callable[[T], Iterable[str]],
        hints: Callable[[Hint, T], Iterable[str]],
    ) -> T:
        """The best of several items; how probable it is among them is kept under a name."""
        scores = [model.score(features(item)) for item in items]
        hint = self.hint
        if hint is not None:
            added = self.models.hints.score
            scores = [score + added(hints(hint, item)) for score, item in zip(scores, items, strict=True)]
        chosen = choose(scores)
        self.worth[name] = math.log(chosen.probability)
        return items[chosen.index]

    def extent(self) -> Phrase:
        """The words of the cue: its head, and neighbours as long as they belong to it."""
        tokens, head = self.candidate.sentence.tokens, self.candidate.head
        left, right = self.models.left, self.models.right
        start, end = head, head + 1
        while start > 0 and head - start < MAX_LEFT and left.score(left_features(tokens, start - 1, head)) > 0:
            start -= 1
        while (
            end < len(tokens)
            and end - head <= MAX_RIGHT
            and right.score(right_features(tokens, end, self.candidate)) > 0
        ):
            end += 1
        return Phrase(start, end)

    def source(self, cue: Phrase) -> Phrase:
        """The phrase that names who says it; an empty one where there is none."""
        phrases = list(sources.source_candidates(self.candidate, self.kinds, cue.end))
        features = partial(sources.source_features, self.candidate, self.kinds, cue.end)
        return self.choose("source", self.models.source, phrases, features, source_hints)

    def place(self, cue: Phrase, source: Phrase) -> str:
        """On which side of cue and source the content is."""
        found = spans.place_features(self.candidate, self.kinds, cue.start, cue.end, source)
        return self.choose(
            "place",
            self.models.place,
            spans.PLACES,
            lambda place: [f"{_MARKS[place]}{feature}" for feature in found],
            lambda hint, place: side_hints(hint, self.candidate.head, place),
        )

    def is_followed_by_time(self, first: int) -> bool:
        """Whether nothing but a time comes after the cue: "announced on Tuesday", "said a few minutes ago"."""
        kinds, words = self.kinds, self.words
        last = len(words)
        while last > first and kinds[last - 1] in {".", "mark"}:
            last -= 1
        if not 0 < last - first <= MAX_TIME_WORDS:
            return False
        inside = kinds[first:last]
        if words[last - 1] in _AGO and "Cap" not in inside:
            return True
        return words[first] in _THAT_TIME and last - first <= 3 and (words[last - 1] in _UNITS or inside[-1] == "day")

    def before(self, end: int) -> Iterator[Phrase]:
        """The content that ends before a token."""
        kinds = self.kinds
        while end > 0 and kinds[end - 1] in {",", "-", ":"}:
            end -= 1
        if end == 0:
            return
        start = self.choose(
            "before",
            self.models.before,
            spans.before_starts(kinds, end),
            lambda start: spans.before_features(self.candidate, kinds, self.words, start, end),
            partial(edge_hints, "before"),
        )
        yield Phrase(start, end)

    def after(self, first: int) -> Iterator[Phrase]:
        """The content that begins at a token or a few words later."""
        kinds = self.kinds
        starts = spans.after_starts(kinds, first)
        if not starts or all(kind in {".", "?", "!", "mark", ":", ","} for kind in kinds[first:]):
            return
        start = self.choose(
            "start",
            self.models.start,
            starts,
            partial(spans.start_features, self.candidate, kinds, self.words, first),
            partial(edge_hints, "start"),
        )
        end = self.choose(
            "end",
            self.models.end,
            spans.after_ends(kinds, start),
            partial(spans.end_features, self.candidate, kinds, self.words, start),
            partial(edge_hints, "end"),
        )
        yield Phrase(start, end)
