"""Which number or date of the sources a value of the text is compared with, and what follows from the comparison.

A value that the sources have in a sentence about the same thing is supported. It is contradicted, or says more, only
where one sentence is so clearly about the same thing that its value must be meant, and no sentence supports it.
Everything else is not found: a difference that cannot be pinned down is never reported as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import attrs

from newsfacts.grounding.certainty import MARGIN, Surroundings, is_meant, is_outdone, is_strong, rank
from newsfacts.grounding.comparing import Said, comparable
from newsfacts.grounding.context import Context
from newsfacts.grounding.index import SourceIndex, SourceSentence
from newsfacts.grounding.likeness import likeness
from newsfacts.grounding.match import Match, is_distinctive, match_of, may_differ
from newsfacts.grounding.pairs import matches_of_other_pairs
from newsfacts.values.comparison import SupportOutcome
from newsfacts.values.policy import Policy

__all__ = ["Comparisons", "Decision", "decide"]

_Outcome = SupportOutcome


WORTH_A_LOOK: Final = 0.1
"""Values whose contexts are less alike, and share no more than one word, are not compared."""
COMPARISONS: Final = 5_000
COMPARISONS_PER_CHARACTER: Final = Fraction(1, 10)
"""So many comparisons, and so many for each character of the text, are made at most."""
MAX_COMPARISONS: Final = 400
LEAST_COMPARISONS: Final = 4
"""So many are made for one value, at most and at least."""


@attrs.frozen
class Decision:
    """The match that decides, None where there is none, and whether it is about the same thing beyond doubt.

    `is_cut` says that the text has too many numbers to compare all of them, and that nothing was found for this one.
    """

    match: Match | None = None
    is_sure: bool = False
    is_cut: bool = False
    rejected: frozenset[tuple[int, int]] = frozenset()
    """Values of the sources that are the same, and surely of something else."""


def decide(
    said: Sequence[Said], around: frozenset[str], index: SourceIndex, policy: Policy | None, comparisons: Comparisons
) -> list[Decision]:
    """For each value of one sentence of the text, the value of the sources that decides about it.

    `around` are the content words of the sentence and of those next to it.

    A value of a source that supports one value contradicts no other, and its sentence is about the same thing.
    """
    if not said:
        return []
    nearest = index.near({word.stem for word in said[0].words if word.stem})
    looked_at = [_matches(one, nearest, index, policy, comparisons) for one in said]
    found = [matches.found for matches in looked_at]
    near = Surroundings(around, index)
    taken: set[tuple[int, int]] = set()
    decisions: list[Decision] = []
    for one, matches in zip(said, found, strict=True):
        meant = [match for match in matches if _has_value(match) and is_meant(one, match, near)]
        supporting = [match for match in meant if match.support.outcome is _Outcome.SUPPORTED]
        best = _best(one, supporting, matches)
        if best is not None:
            least = MARGIN * best.likeness.score
            taken |= {match.key for match in supporting if match.takes_value and match.likeness.score >= least}
        elif not supporting:
            best = _best(one, meant, matches)  # the same number, without the hedge of the source
        decisions.append(Decision(best, best is not None))
    for number, match in matches_of_other_pairs(said, [decision.match for decision in decisions], found):
        same = frozenset(one.key for one in found[number] if one.support.outcome is _Outcome.SUPPORTED)
        decisions[number] = Decision(rejected=same | {match.key})
    anchors = {decision.match.sentence.number for decision in decisions if decision.match is not None}
    for number, decision in enumerate(decisions):
        if decision.match is None and looked_at[number].is_cut:
            decisions[number] = Decision(is_cut=True)
        elif decision.match is None:
            decisions[number] = _with_other_value(decision, said[number], found[number], taken, anchors, near)
    return decisions


def _with_other_value(
    decision: Decision, said: Said, matches: Sequence[Match], taken: set[tuple[int, int]], anchors: set[int], near: Surroundings
) -> Decision:  # fmt: skip
    """The decision about a value that no source supports: by the other value of the sources that is most likely meant."""
    rest = [
        match
        for match in matches
        if may_differ(said, match) and not match.is_owned_by_another and match.key not in taken
    ]
    if not rest:
        return decision
    rest.sort(key=rank)
    return attrs.evolve(decision, match=rest[0], is_sure=is_strong(said, rest, matches, anchors, near))


class Comparisons:
    """How many comparisons may be made: enough for any article, and a share for each value of a text that is all numbers."""

    def __init__(self, characters: int, values: int) -> None:
        self.left: int = COMPARISONS + int(characters * COMPARISONS_PER_CHARACTER)
        self.values: int = values

    def spend(self, number: int) -> bool:
        """Take so many comparisons; False where they are not left."""
        if number > self.left:
            return False
        self.left -= number
        return True

    def share(self) -> int:
        """How many the next value may take."""
        found = self.left // max(self.values, 1)
        self.values -= 1
        return min(max(found, LEAST_COMPARISONS), MAX_COMPARISONS)


@attrs.frozen
class _Matches:
    """The values of the sources that may be meant; whether there were too many to look at all of them."""

    found: Sequence[Match]
    is_cut: bool


def _matches(
    said: Said, nearest: Sequence[SourceSentence], index: SourceIndex, policy: Policy | None, comparisons: Comparisons
) -> _Matches:
    found: list[Match] = []
    left = share = comparisons.share()
    if not said.context.weights:
        return _Matches(found, is_cut=False)  # no word says what it is about
    distinctive = is_distinctive(said.value)
    numbers = {sentence.number for sentence in nearest}
    others = (sentence for sentence in index.with_digits(said.value.words) if sentence.number not in numbers)
    for sentence in (*nearest, *others):
        contexts = index.contexts(sentence)
        left -= len(contexts) or 1
        if left < 0:
            break
        for value, context in contexts:
            if comparable(said.value, value) and _have_something_in_common(said.context, context):
                alike = likeness(said.context, context)
                if alike.score >= WORTH_A_LOOK or len(alike.shared) > 1 or distinctive:
                    found.append(match_of(said, sentence, value, context, alike, index, policy))
    comparisons.left -= share - max(left, 0)
    return _Matches(found, left < 0)


def _have_something_in_common(said: Context, known: Context) -> bool:
    shares_words = not said.weights.keys().isdisjoint(known.weights)
    return shares_words or (bool(known.weights) and not said.figures.keys().isdisjoint(known.figures))


def _best(said: Said, meant: Sequence[Match], matches: Sequence[Match]) -> Match | None:
    """The likeliest of those that have the value of the text; None where a sentence with another value is meant."""
    best = max(meant, key=lambda match: (match.likeness.score, match.support.rule == "same"), default=None)
    return None if best is None or is_outdone(said, best, matches) else best


def _has_value(match: Match) -> bool:
    """Whether the value of the text follows from it, or is the same one without the hedge of the source."""
    return match.loses_hedge or match.support.outcome is _Outcome.SUPPORTED
