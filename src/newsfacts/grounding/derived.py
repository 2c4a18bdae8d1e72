"""The values of a text that was written from a source, each next to the value of the source that it was made from.

Where nearly all words of a text are those of one source, a number that the source does not have is an error of the text
rather than news. So less must agree before it is contradicted than between two reports of the same event.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import attrs

from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.grounding.comparing import Said, comparable
from newsfacts.grounding.index import SourceIndex
from newsfacts.grounding.likeness import likeness
from newsfacts.grounding.match import Match, is_distinctive, is_weekday_of_period, match_of, names_no_time
from newsfacts.grounding.matching import Comparisons, Decision
from newsfacts.grounding.novelty import is_far_bound, is_news
from newsfacts.sources.document import SourceDocument
from newsfacts.values.comparison import SupportOutcome
from newsfacts.values.policy import Policy
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.times import Duration, TimeInterval

__all__ = ["ALIGNED_AT_ONCE", "Alignment", "Passage", "decide_derived"]

_Outcome = SupportOutcome

ANCHOR: Final = 3.0
"""How much a value or a quotation that the source has tells about which sentence is meant, next to the weight of a word."""
ANCHORED: Final = 0.25
"""So much more of the words of a sentence counts as known where the source has another value or a quotation of it."""
NEXT: Final = 0.4
"""So much of that for the sentences next to it, and so much of the weight of words that are in the sentences next to it."""
FAINT: Final = 0.25
"""So much of what the sentences next to it tell counts where it is not all that is known."""
ALIGNED_AT_ONCE: Final = 10
"""To align so many sentences of a source takes as long as one comparison of values."""
MAX_ALIGNED: Final = 8
"""So many sentences of a source, those that are most like a sentence of the text, are looked at for its values."""
LEAST_ALIGNED: Final = 0.12
"""Sentences that are less like it are not looked at."""
SLIP: Final = 0.2
"""How much more likely a value is meant where that of the text looks like it written wrongly."""
SAME: Final = 0.4
"""The same where it is the same number of three digits or more, or the same money, with another bound or unit."""
NOUN: Final = 0.15
"""The same where both count the same thing."""
NAME: Final = 0.1
"""The same where the sentence has the names of the text's clause."""
OTHER: Final = 0.3
"""How much less likely it is where the names are those of others."""
APART: Final = 0.15
"""The same where the clause of the text has no word that the sentence of the source has."""
MEANT: Final = 0.45
"""From this score on, the value of the text was made from that of the source."""
ALONE: Final = 0.38
"""The same where no value of another sentence is nearly as likely."""
MARGIN: Final = 0.15
"""How much less likely that is."""
NEARLY: Final = 0.8
"""The same number of three digits or more supports that of the text from this part of the likelihood of another value on."""
SUPPORTING: Final = 0.3
"""From this score on, the same value of the source supports that of the text, where no other one is likelier."""
ELSEWHERE: Final = 0.25
"""From this score on, the same value of the source may be meant, so that nothing contradicts it."""


@attrs.frozen
class Passage:
    """A sentence of the text: its content words, and the sentences of the sources (`anchors`) that support what it says.

    `near` and `near_anchors` are those of the sentences next to it: "It was taken from 3 to 9 December" has no other words.
    """

    stems: frozenset[str]
    anchors: Sequence[int]
    near: frozenset[str]
    near_anchors: Sequence[int]


@attrs.frozen
class Alignment:
    """How much a sentence of the text and each of some sentences of a source are about the same thing, from 0 to 1."""

    sentences: dict[int, float]
    """By the number of the sentence of the source."""
    first: int
    end: int
    """The numbers of the sentences of the source."""
    covered: dict[int, float]
    """The part of the words of the text's sentence that are around each sentence, by its number."""

    @classmethod
    def of(cls, passage: Passage, document: SourceDocument, index: SourceIndex) -> Alignment:
        """Align a sentence of the text by its words and by the sentences that support what else it says."""
        known = index.sentences_of(document)
        first = known[0].number
        near = passage.near - passage.stems
        own = [sum(map(index.weight, passage.stems & sentence.stems)) for sentence in known]
        beside = [NEXT * sum(map(index.weight, near & sentence.stems)) for sentence in known]
        for anchors, weights, weight in (
            (passage.anchors, own, ANCHOR),
            (passage.near_anchors, beside, NEXT * ANCHOR),
        ):
            for anchor in anchors:
                if first <= anchor < first + len(known):
                    weights[anchor - first] += weight
        stems = index.stems_of(document)
        said = sum(map(index.weight, passage.stems & stems)) + ANCHOR * len(passage.anchors)
        around = NEXT * (sum(map(index.weight, near & stems)) + ANCHOR * len(passage.near_anchors))
        whole = max(said, around)
        own = [score + FAINT * more for score, more in zip(own, beside, strict=True)]
        scores: dict[int, float] = {}
        for place, score in enumerate(own):
            around_it = max(own[place - 1] if place else 0.0, own[place + 1] if place + 1 < len(own) else 0.0)
            found = min((score + NEXT * around_it) / whole, 1.0) if whole else 0.0
            if found >= LEAST_ALIGNED:
                scores[first + place] = found
        best = sorted(scores, key=lambda number: (-scores[number], number))[:MAX_ALIGNED]
        own_weight = sum(map(index.weight, passage.stems))
        covered = {
            number: sum(map(index.weight, passage.stems & index.around(index.sentences[number]))) / own_weight
            for number in best
            if own_weight
        }
        for number in passage.anchors:
            if number in covered:
                covered[number] = min(covered[number] + ANCHORED, 1.0)
        return cls({number: scores[number] for number in best}, first, first + len(known), covered)


@attrs.frozen
class _Meant:
    """A value of the source that a value of the text may have been made from, and how likely that is, from 0 to about 1.5."""

    match: Match
    score: float


def _meant(
    said: Said, alignments: Sequence[Alignment], index: SourceIndex, policy: Policy | None, comparisons: Comparisons
) -> list[_Meant]:
    """The values of the aligned sentences that may be meant by a value of the text, the likeliest first."""
    found: list[_Meant] = []
    same = index.with_digits(said.value.words) if is_distinctive(said.value) or _is_money(said.value) else []
    for alignment in alignments:
        numbers = dict(alignment.sentences)
        for sentence in same:
            if alignment.first <= sentence.number < alignment.end:
                numbers.setdefault(sentence.number, 0.0)
        for number, aligned in numbers.items():
            sentence = index.sentences[number]
            contexts = index.contexts(sentence)
            if not comparisons.spend(len(contexts)):
                break
            for value, context in contexts:
                if context.weights and comparable(said.value, value):  # a cell of a table alone says nothing
                    alike = likeness(said.context, context)
                    match = match_of(said, sentence, value, context, alike, index, policy)
                    score = _score(said, match, aligned, alignment.covered.get(number, 1.0))
                    if score is not None:
                        found.append(_Meant(match, score))
    found.sort(key=lambda one: -one.score)
    return found


def _is_money(value: FoundValue) -> bool:
    return isinstance(value, FoundQuantity) and value.is_money


def decide_derived(
    said: Said, alignments: Sequence[Alignment], index: SourceIndex, policy: Policy | None, taken: set[tuple[int, int]],
    comparisons: Comparisons,
) -> Decision:  # fmt: skip
    """The value of the sources that a value of the text was made from; `taken` are those that support other values."""
    found = [one for one in _meant(said, alignments, index, policy, comparisons) if one.match.key not in taken]
    if not found:
        return Decision()
    best = next((one for one in found if not _is_same(one.match) or not one.match.is_owned_by_another), found[0])
    same = next((one for one in found if _is_same(one.match) and not one.match.is_owned_by_another), None)
    if same is not None and _is_surely_meant(said, same, best):
        return Decision(same.match, is_sure=True)
    if not best.match.is_of_owner and any(_may_have_it(said, one, best) for one in found):
        return Decision(best.match)
    others = [one.score for one in found[1:] if one.match.support.outcome is not best.match.support.outcome]
    rivals = [one.score for one in found[1:] if one.match.sentence is not best.match.sentence]
    is_alone = best.score >= ALONE and best.score - max(rivals, default=0.0) >= MARGIN
    is_clear = not others or best.score - max(others) >= 0
    return Decision(best.match, is_sure=is_clear and (best.score >= MEANT or is_alone))


def _is_surely_meant(said: Said, same: _Meant, best: _Meant) -> bool:
    """Whether the same value, perhaps without its hedge, is what the text was made from; `best` is what is most like it."""
    if not (same.match.loses_hedge or same.match.support.outcome is _Outcome.SUPPORTED) or same.score < SUPPORTING:
        return False
    is_rare = _is_rare(said.value) or (same.match.loses_hedge and same.match.sentence is best.match.sentence)
    return same is best or (is_rare and same.score >= NEARLY * best.score)


def _may_have_it(said: Said, one: _Meant, best: _Meant) -> bool:
    """Whether a source may well have the value of the text in another place, so that nothing contradicts it."""
    if not _is_same(one.match):
        return False
    if one.match.is_owned_by_another:
        return one.score >= ELSEWHERE or one.match.sentence is best.match.sentence
    is_meant = one is best or one.match.names_agree
    return one.score >= ELSEWHERE and (is_meant or (one.match.support.rule == "same" and not said.context.near_names))


def _is_same(match: Match) -> bool:
    """Whether both have the same value, with its hedge or without it, or say it in the same words."""
    support = match.support
    return match.loses_hedge or support.outcome is _Outcome.SUPPORTED or support.rule in ("same-words", "overlap")


def _score(said: Said, match: Match, aligned: float, covered: float) -> float | None:
    if match.likeness.clash is not None:
        return None
    is_supported = match.support.outcome is _Outcome.SUPPORTED
    has_value = is_supported or match.loses_hedge
    if is_supported and (match.is_of_another or match.is_chance or is_far_bound(said, match)):
        return None
    if not has_value and (not _may_be_meant(said, match) or is_news(said, match, covered)):
        return None
    score = 0.5 * aligned + 0.5 * match.likeness.score
    if not is_supported and not match.is_slip and not match.shares_clause:
        score -= APART
    if match.is_slip:
        score += SAME if _is_same_number(said.value, match.value) and _is_rare(said.value) else SLIP
    if _has_noun(said.value) and match.is_same_noun:
        score += NOUN
    if match.names_agree:
        score += NAME
    if match.is_age_of_owner:
        score += NOUN
    if match.subjects_differ or match.names_differ or match.is_owned_by_another:
        score -= OTHER
    return score


def _is_rare(value: FoundValue) -> bool:
    return is_distinctive(value) or _is_money(value)


def _has_noun(value: FoundValue) -> bool:
    return isinstance(value, FoundQuantity) and value.counted is not None


def _may_be_meant(said: Said, match: Match) -> bool:
    """Whether the value of the text can be one that was made from the value of the source."""
    value, known = said.value, match.value
    if names_no_time(known):
        return False
    if isinstance(value, FoundTime) and isinstance(known, FoundTime):
        return match.support.outcome is not _Outcome.UNLIKE and _is_of_one_grain(value, known)
    if match.support.outcome is _Outcome.UNLIKE:
        return match.nouns_agree and (match.is_slip or _is_same_number(value, known))
    if said.context.is_apposed != match.is_apposed and not (_has_noun(value) and _has_noun(known)):
        return match.is_slip
    return match.is_same_noun or (match.is_slip and match.nouns_agree)


def _is_same_number(said: FoundValue, known: FoundValue) -> bool:
    if not isinstance(said, FoundQuantity) or not isinstance(known, FoundQuantity):
        return False
    return said.value.stated is not None and said.value.stated == known.value.stated and said.value.stated > 1


def _is_of_one_grain(said: FoundTime, known: FoundTime) -> bool:
    """Whether two times are both days, both years ..., or lengths in the same unit or of the same number."""
    one, other = said.value, known.value
    if isinstance(one, TimeInterval) and isinstance(other, TimeInterval):
        return one.grain is other.grain or (_shares_part(one, other) and not is_weekday_of_period(said, known))
    if isinstance(one, Duration) and isinstance(other, Duration):
        return bool(_lengths(one) & _lengths(other))
    return type(one) is type(other)


_UNITS: Final = ("years", "months", "weeks", "days", "hours", "minutes", "secs")


def _lengths(length: Duration) -> set[str | int | Fraction]:
    """The units of a length of time, and its numbers above 1."""
    numbers = {unit: getattr(length, unit) for unit in _UNITS if getattr(length, unit)}
    return {*numbers, *(number for number in numbers.values() if number > 1)}


_YEAR: Final = slice(0, len("2024"))
_MONTH: Final = slice(len("2024-"), len("2024-05"))


def _shares_part(one: TimeInterval, other: TimeInterval) -> bool:
    """Whether a day and a month are of the same month of the year, or of the same year: one of both may be an error."""
    if {one.grain, other.grain} != {Grain.DAY, Grain.MONTH}:
        return False
    return one.text[_YEAR] == other.text[_YEAR] or one.text[_MONTH] == other.text[_MONTH]
