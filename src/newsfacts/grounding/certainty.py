"""Whether a value of a source is the one that a value of the text means: as support, and beyond doubt as a contradiction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsfacts.finders.content_words import stem
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.grounding.comparing import Said, sort_of_time
from newsfacts.grounding.index import SourceIndex, SourceSentence
from newsfacts.grounding.match import Match, is_distinctive, may_differ
from newsfacts.grounding.novelty import is_far_bound
from newsfacts.values.comparison import SupportOutcome
from newsfacts.values.quantities.quantity import Change, QuantityKind
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.support import support_of_time
from newsfacts.values.times.times import TimeInterval

__all__ = ["MARGIN", "Surroundings", "is_meant", "is_outdone", "is_strong", "rank"]

_Outcome = SupportOutcome

WEAK: Final = 0.15
"""From this likeness of the contexts the same value is support."""
COMMON: Final = 0.25
"""From this likeness a small number or a year is support in a long source, which has most of them somewhere."""
COMMON_TIME: Final = 0.2
"""The same for a day or a month."""
BARE: Final = 0.3
"""From this likeness a small number is that of the source without its hedge: "three" for "more than three"."""
WIDE: Final = 0.3
"""From this likeness a narrower value is support: "more than $2 million" follows from many a number that is about something else."""
OUTDONE: Final = 0.4
"""Support whose likeness is less than this part of that of a sentence with another value is chance."""
STRONG: Final = (0.34, 0.58)
"""From this likeness of the contexts another value is a contradiction: in a source of one sentence, and in a long one."""
STRONG_PERCENT: Final = 0.75
"""The same for percentages where nothing else of the sentence agrees: polls ask the same of other people."""
LONG: Final = 32
"""A source of so many sentences is a long one: the more there are, the likelier is one that is like by chance."""
SURE_WORDS: Final = 3
"""How many words both sentences must share for that, the counted noun included."""
FEW: Final = 16
"""In a source of so many sentences, a sentence that names no one is about the same thing."""
ALONE: Final = 3
"""In a source of so many sentences, the surroundings of a sentence are the whole source."""
AROUND: Final = 0.25
"""From this part of shared words on, two sentences are in reports of the same event."""
SAME: Final = 0.7
"""From this likeness on, one shared word is enough in a source of few sentences: there are hardly any others."""
EXTRA: Final = 0.1
"""How much more alike the contexts must be in a long source where neither names anyone."""
SLIP: Final = 0.6
"""So much of the likeness is enough where the number looks like that of the source written wrongly."""
ANCHORED: Final = 0.8
"""So much of the likeness is enough in a sentence that supports another value of the same sentence of the text."""
SURELY: Final = 0.7
"""From this likeness on, with the same names, the surroundings need not be alike."""
DESCRIBED: Final = 0.5
"""From this part of shared words around on, the source may name someone in the sentences next to it and not in this one."""
MARGIN: Final = 0.85
"""Another value about as likely (by this factor) leaves it open which one is meant."""


class Surroundings:
    """The words around a sentence of the text, and how many of them are around a sentence of a source."""

    def __init__(self, words: frozenset[str], index: SourceIndex) -> None:
        self.words: frozenset[str] = words
        self.index: SourceIndex = index
        self._overlaps: dict[int, float] = {}

    def overlap(self, sentence: SourceSentence) -> float:
        """The part of the words that are around both."""
        found = self._overlaps.get(sentence.number)
        if found is None:
            found = self.index.overlap(self.words, self.index.around(sentence))
            self._overlaps[sentence.number] = found
        return found

    def are_strange(self, sentence: SourceSentence) -> bool:
        """Whether most of the names and words around are in no sentence of the source, so that it reports something else."""
        if self.overlap(sentence) >= DESCRIBED:
            return False
        known = self.index.stems_of(sentence.document)
        names = [word for word in self.words if self.index.knows_name(word)]
        return 2 * sum(word in known for word in names) < len(names)

    def rivals(self, sentence: SourceSentence) -> int:
        """How many sentences could be meant as well: those of its source where that reports the same, else those of all sources."""
        is_same = self.overlap(sentence) >= AROUND
        return self.index.sentences_with(sentence) if is_same else len(self.index.sentences)


def is_meant(said: Said, match: Match, near: Surroundings) -> bool:
    """Whether a source that has the value of the text has it of the same thing."""
    alike = match.likeness
    if (
        alike.clash is not None
        or match.names_differ
        or match.is_of_another
        or match.is_chance
        or match.is_owned_by_another
        or not match.nouns_agree
        or (match.subjects_differ and not is_distinctive(said.value))
    ):
        return False
    if match.loses_hedge and alike.score < (WEAK if is_distinctive(said.value) else BARE):
        return False
    sentences = near.rivals(match.sentence)
    is_wide = match.support.rule == "contained" and not _is_day(said.value)
    if sentences > ALONE and ((is_wide and alike.score < WIDE) or is_far_bound(said, match)):
        return False
    if sentences > LONG and not is_distinctive(said.value):
        return alike.score >= (COMMON_TIME if isinstance(said.value, FoundTime) else COMMON)
    if alike.score >= WEAK or len(alike.shared) >= 2:
        return True
    return bool(alike.shared) and is_distinctive(said.value)


def _is_day(value: FoundValue) -> bool:
    """Whether it is a day: an hour of a day is not contained in it by chance."""
    return isinstance(value, FoundTime) and isinstance(value.value, TimeInterval) and value.value.grain is Grain.DAY


def rank(match: Match) -> float:
    """The more alike the contexts the earlier; a number written wrongly counts as more alike."""
    return -match.likeness.score / (SLIP if match.is_slip else 1.0)


def is_outdone(said: Said, best: Match, matches: Sequence[Match]) -> bool:
    """Whether another sentence is so much more alike that its value is meant, and the same value elsewhere is chance."""
    least = max(best.likeness.score / OUTDONE, STRONG[1])
    slip = max(best.likeness.score, STRONG[1] * SLIP) if best.support.rule == "contained" else least
    return any(
        match.likeness.score >= (slip if match.is_slip else least)
        and match.support.outcome in (_Outcome.CONTRADICTED, _Outcome.SAYS_MORE)
        and may_differ(said, match)
        for match in matches
    )


def _makes_doubtful(match: Match, best: Match) -> bool:
    """Whether the sentence has the text's number too, of something else, or one next to it: words do not say which is an error."""
    is_elsewhere = match.is_of_another and match.support.rule == "same" and match.sentence is best.sentence
    return is_elsewhere or _is_next_to(match, best)


def _has_time_elsewhere(match: Match, best: Match) -> bool:
    """Whether the source that is less exact in one sentence has the text's time in another one: "last month", "on 29 August"."""
    is_less_exact = best.support.outcome is _Outcome.SAYS_MORE
    is_same = match.support.outcome is _Outcome.SUPPORTED and match.support.rule == "same"
    return is_less_exact and is_same and match.sentence.document is best.sentence.document


def is_strong(
    said: Said,
    matches: Sequence[Match],
    everything: Sequence[Match],
    anchors: set[int],
    near: Surroundings,
) -> bool:
    """Whether the first of the matches is about the same thing beyond doubt. `anchors` are sentences that support others."""
    best = matches[0]
    low, high = STRONG
    length = min(max(near.rivals(best.sentence) - 1, 0) / LONG, 1.0)
    needed = low + (high - low) * length
    is_anchored = best.sentence.number in anchors
    if best.likeness.score < needed * (SLIP if best.is_slip else ANCHORED if is_anchored else 1.0):
        return False
    if not _shares_enough(said, best, near.rivals(best.sentence), length):
        return False
    if near.are_strange(best.sentence) or (_is_part(best) and not best.is_slip):
        return False
    if not _are_names_right(said, best, needed, near) or _other_time(said, best):
        return False
    if not is_anchored and not _is_same_alone(said, best, near):
        return False
    if _is_share(said) and best.likeness.score < STRONG_PERCENT and near.rivals(best.sentence) > ALONE:
        return False
    if _is_doubtful(said, best, everything):
        return False
    rivals = [match for match in matches[1:] if rank(match) <= MARGIN * rank(best)]
    return all(match.support.outcome is best.support.outcome for match in rivals)


def _is_doubtful(said: Said, best: Match, everything: Sequence[Match]) -> bool:
    """Whether another value of the sources leaves it open that this one is meant."""
    if isinstance(said.value, FoundTime) and any(_has_time_elsewhere(match, best) for match in everything):
        return True
    return not best.is_of_owner and any(_makes_doubtful(match, best) for match in everything)


def _is_next_to(match: Match, best: Match) -> bool:
    """Whether a sentence next to that of another value has the value of the text, with no noun of its own."""
    is_next = abs(match.sentence.number - best.sentence.number) == 1
    is_bare = isinstance(match.value, FoundQuantity) and match.value.counted is None
    return is_next and is_bare and match.support.rule == "same" and not match.is_owned_by_another


def _shares_enough(said: Said, best: Match, sentences: int, length: float) -> bool:
    """Whether enough words are in both sentences: the more sentences a source has, the more there must be."""
    alike = best.likeness
    least = 1 if sentences <= ALONE or (sentences <= FEW and alike.score >= SAME) else 2 if length < 1.0 else SURE_WORDS
    return len(alike.shared) >= least and not (_is_bare(said.value) and alike.shared <= said.context.names)


def _is_same_alone(said: Said, best: Match, near: Surroundings) -> bool:
    """Whether a sentence that supports nothing else of the text's sentence is about the same thing all the same."""
    sentences = near.rivals(best.sentence)
    if _is_margin(said, best) or not _is_anchored(best, sentences):
        return False
    if sentences <= ALONE:
        return True
    score = best.likeness.score
    if _is_share(said) and score < STRONG_PERCENT:
        return False
    is_surely = score >= SURELY and bool(said.context.near_names) and best.names_agree
    return is_surely or near.overlap(best.sentence) >= AROUND


def _are_names_right(said: Said, best: Match, needed: float, near: Surroundings) -> bool:
    """Whether the source may be about whom the text names.

    A source that names a person once says "he" or "the president" in the sentences after it.
    """
    if best.subjects_differ or (best.known_names and not best.known_names & near.words):
        return False
    if not said.context.near_names or best.names_agree:
        return True
    return (
        not best.known_names
        and best.likeness.score >= needed + EXTRA
        and said.context.near_names <= near.index.around(best.sentence)
        and near.overlap(best.sentence) >= DESCRIBED
    )


def _is_bare(value: FoundValue) -> bool:
    """Whether it is a number of nothing: names around it say who it is about, and not what."""
    if not isinstance(value, FoundQuantity) or value.counted is not None:
        return False
    return value.value.kind is QuantityKind.NUMBER and value.value.unit is None


def _is_share(said: Said) -> bool:
    """Whether it is a part of a whole, in percent or as "9 in 10"."""
    value = said.value
    return isinstance(value, FoundQuantity) and (value.is_percent or value.value.kind is QuantityKind.SHARE)


_TOTAL: Final = re.compile(r"\d[ \u00a0]of[ \u00a0](?:its|the|their|all)[ \u00a0]\Z")
_PART: Final = re.compile(r"[ \u00a0]of[ \u00a0](?:its|the|their|all)[ \u00a0]\d")


def _is_part(best: Match) -> bool:
    """Whether it is a part or the whole of "23 of its 29": which of both a text means is open."""
    span, prose = best.value.span, best.sentence.prose
    return bool(_PART.match(prose, span.end)) or bool(_TOTAL.search(prose, max(span.start - 12, 0), span.start))


_OF_POLLS: Final = frozenset(map(stem, ("poll", "margin", "error", "sample")))


def _is_margin(said: Said, best: Match) -> bool:
    """Whether it is the margin of error or the sample of some poll: all polls have one, and say so in the same words."""
    value = said.value
    is_sample = said.context.noun == "vote" and not said.context.weights.keys().isdisjoint(_OF_POLLS)
    return (
        is_sample
        or "margin" in best.likeness.shared
        or (isinstance(value, FoundQuantity) and value.value.change is Change.MARGIN)
    )


def _is_anchored(best: Match, sentences: int) -> bool:
    """Whether the sentence names its subject, so that it can be about nothing else ("the margin of error" of any poll).

    In a short source there is nothing else.
    """
    alike = best.likeness
    if sentences <= FEW or best.names_agree:
        return True
    return alike.score >= STRONG[1] + EXTRA and len(alike.shared) > SURE_WORDS


def _other_time(said: Said, match: Match) -> bool:
    """Whether the two sentences name times that exclude each other, so that they report different events."""
    if isinstance(said.value, FoundTime):
        return False
    pairs = [
        (mine, theirs)
        for mine in said.times
        for theirs in match.sentence.times
        if sort_of_time(mine) == sort_of_time(theirs) == "date"
    ]
    return bool(pairs) and all(
        support_of_time(mine.value, theirs.value).outcome is _Outcome.CONTRADICTED for mine, theirs in pairs
    )
