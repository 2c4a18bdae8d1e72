"""Which number or date of the sources a value of the text is compared with, and what follows from the comparison.

A value that the sources have in a sentence about the same thing is supported. It is contradicted, or says more, only
where one sentence is so clearly about the same thing that its value must be meant, and no sentence supports it.
Everything else is not found: a difference that cannot be pinned down is never reported as one.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.grounding.changes import with_change
from newsfacts.grounding.context import Context, Likeness, likeness
from newsfacts.grounding.index import SourceIndex, SourceSentence
from newsfacts.grounding.words import Word
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import Change, Comparator
from newsfacts.values.quantities.support import support_of_quantity
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.support import support_of_time
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, TimeValue, UnresolvedTime

__all__ = ["Decision", "Match", "Said", "decide"]

_Outcome = SupportOutcome


@attrs.frozen
class Said:
    """A value of the text, with its sentence's words and times, all as spans of the sentence."""

    value: FoundValue
    words: Sequence[Word]
    times: tuple[FoundTime, ...]
    context: Context
    sentence: str
    is_dated: bool = False
    """Whether the day of the text is known."""


@attrs.frozen
class Match:
    """A value of a source, what follows from it for the value of the text, and how alike their contexts are."""

    sentence: SourceSentence
    value: FoundValue
    support: Support
    likeness: Likeness
    nouns_agree: bool
    is_same_noun: bool
    known_names: frozenset[str]
    """The names of the clause of the source."""
    names_agree: bool
    """Whether both sentences have a name in common."""
    is_of_another: bool
    """Whether the words around the text's value are those around another number of the sentence."""
    names_differ: bool
    """Whether the text names someone or something, and the source names others and not these."""

    @property
    def key(self) -> tuple[int, int]:
        """Recognizes the value of the source."""
        return self.sentence.number, self.value.span.start


WEAK: Final = 0.15
"""From this likeness of the contexts the same value is support."""
COMMON: Final = 0.25
"""From this likeness a small number or a year is support in a long source, which has most of them somewhere."""
COMMON_TIME: Final = 0.2
"""The same for a day or a month."""
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
MARGIN: Final = 0.85
"""Another value about as likely (by this factor) leaves it open which one is meant."""


@attrs.frozen
class Decision:
    """The match that decides, None where there is none, and whether it is about the same thing beyond doubt."""

    match: Match | None = None
    is_sure: bool = False


def decide(said: Sequence[Said], around: frozenset[str], index: SourceIndex, policy: Policy | None) -> list[Decision]:
    """For each value of one sentence of the text, the value of the sources that decides about it.

    `around` are the content words of the sentence and of those next to it.

    A value of a source that supports one value contradicts no other, and its sentence is about the same thing.
    """
    found = [list(_matches(one, index, policy)) for one in said]
    taken: set[tuple[int, int]] = set()
    decisions: list[Decision] = []
    for one, matches in zip(said, found, strict=True):
        supporting = [match for match in matches if _may_support(one, match, len(index.sentences))]
        best = max(supporting, key=lambda match: (match.likeness.score, match.support.rule == "same"), default=None)
        if best is not None and _is_outdone(one, best, matches):
            best = None
        if best is not None:
            least = MARGIN * best.likeness.score
            taken |= {match.key for match in supporting if match.likeness.score >= least}
        decisions.append(Decision(best, best is not None))
    anchors = {decision.match.sentence.number for decision in decisions if decision.match is not None}
    for number, (one, matches) in enumerate(zip(said, found, strict=True)):
        if decisions[number].match is None:
            rest = [match for match in matches if _may_differ(one, match) and match.key not in taken]
            rest.sort(key=lambda match: -match.likeness.score)
            if rest:
                decisions[number] = Decision(rest[0], _is_strong(one, rest, matches, anchors, around, index))
    return decisions


def _matches(said: Said, index: SourceIndex, policy: Policy | None) -> Iterator[Match]:
    stems = {word.stem for word in said.words if word.stem}
    for candidate in index.near(stems, said.value.words):
        sentence = candidate.sentence
        contexts = index.contexts(sentence)
        for value, context in contexts:
            if not _comparable(said.value, value):
                continue
            alike = likeness(said.context, context)
            agree = _nouns_agree(said.context, context, index)
            yield Match(
                sentence, value, _support(said, value, sentence, policy, agree), alike, agree,
                _same_noun(said.context, context, index), context.near_names, _names_agree(said.context, context),
                _is_of_another(said.context, context, [other for rival, other in contexts if rival is not value and _comparable(rival, value)]),
                _names_differ(said.context, context, sentence, index),
            )  # fmt: skip


def _comparable(said: FoundValue, known: FoundValue) -> bool:
    if isinstance(said, FoundQuantity) or isinstance(known, FoundQuantity):
        return isinstance(said, FoundQuantity) and isinstance(known, FoundQuantity)
    return _sort(said) == _sort(known)


def _sort(time: FoundTime) -> str:
    if isinstance(time.value, Duration):
        return "length"
    return "set" if isinstance(time.value, TimeSet) else "date"


def _support(said: Said, known: FoundValue, sentence: SourceSentence, policy: Policy | None, agree: bool) -> Support:
    value = said.value
    if isinstance(value, FoundQuantity) and isinstance(known, FoundQuantity):
        mine, theirs = with_change(value, said.sentence), with_change(known, sentence.prose)
        if mine.change is Change.NONE or theirs.change is Change.NONE:
            mine, theirs = value.value, known.value
        return _with_limits(value, known, support_of_quantity(mine, theirs, policy, one_measure=agree))
    assert isinstance(value, FoundTime)
    assert isinstance(known, FoundTime)
    found = support_of_time(_as_open(value, known), known.value)
    if found.outcome is _Outcome.SUPPORTED and _is_other_period(value, known):
        because = f"The statement has {value.words}, and the source {known.words}."
        return Support(_Outcome.CONTRADICTED, "other-limit", because, value.value, known.value)
    dated = sentence.document.published is not None
    if found.outcome is not _Outcome.SUPPORTED and _is_same_period(said, known, is_dated=dated):
        because = f"Both say “{known.words}”, counted from days that are close to each other."
        return Support(_Outcome.SUPPORTED, "same-words", because, value.value, known.value)
    if found.rule == "overlap" and not (_has_digits(value.words) and _has_digits(known.words)):
        because = f"“{value.words}” and “{known.words}” are partly the same time, and may be meant as the same."
        return Support(_Outcome.UNKNOWN, "overlap", because, value.value, known.value)
    return found


def _with_limits(said: FoundQuantity, known: FoundQuantity, found: Support) -> Support:
    """The support of a value, except where both are limits that differ, such as "$200 or less" and "$300 or less".

    The wider limit follows from the narrower one, and yet it is another limit. So it is with ages "55 to 65".
    """
    one, other = said.value, known.value
    if found.outcome is not _Outcome.SUPPORTED or one.comparator is not other.comparator or one.high == other.high:
        return found
    if one.comparator not in _UPPER and (one.comparator is not Comparator.RANGE or said.counted is not None):
        return found
    because = f"The statement has the limit {say(one)}, and the source {say(other)}."
    return Support(_Outcome.CONTRADICTED, "other-limit", because, found.statement, found.source)


_UPPER: Final = (Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.UP_TO)


def _as_open(said: FoundTime, known: FoundTime) -> TimeValue:
    """The time of the text; as its words alone name it, where the day of the source is not known and so neither is its year."""
    if not isinstance(known.value, UnresolvedTime) or not isinstance(said.value, TimeInterval):
        return said.value
    return _without_day(said.words) or said.value


@functools.lru_cache(maxsize=1024)
def _without_day(words: str) -> TimeValue | None:
    try:
        return parse_time(words)
    except UnreadableValue:
        return None


def _is_other_period(said: FoundTime, known: FoundTime) -> bool:
    """Whether both are periods from one day to another that begin or end on the same day, and not both."""
    one, other = said.value, known.value
    if not isinstance(one, TimeInterval) or not isinstance(other, TimeInterval):
        return False
    if "/" not in one.text or "/" not in other.text or not _has_digits(said.words) or not _has_digits(known.words):
        return False
    return (one.lower == other.lower) != (one.upper == other.upper)


def _has_digits(words: str) -> bool:
    return any(character.isdigit() for character in words)


def _is_same_period(said: Said, known: FoundTime, *, is_dated: bool) -> bool:
    """Whether the same words ("earlier this year", "six years later") mean nearly the same, or count from the same event."""
    if said.value.words.lower() != known.words.lower():
        return False
    one, other = said.value.value, known.value
    if isinstance(one, UnresolvedTime) and isinstance(other, UnresolvedTime):
        # Words that their days do not resolve ("early morning") count from something else, which both name.
        return (one.anaphora is not None and other.anaphora is not None) or (said.is_dated and is_dated)
    if not isinstance(one, TimeInterval) or not isinstance(other, TimeInterval):
        return False
    first, second = _length(one), _length(other)
    if first is None or second is None:
        return one.grain is other.grain and (one.lower is None) == (other.lower is None)
    return one.overlaps(other) and min(first, second) >= _LONG_PERIOD


def _length(time: TimeInterval) -> int | None:
    return None if time.lower is None or time.upper is None else time.upper - time.lower


_LONG_PERIOD: Final = 14 * DAY_SECONDS
"""Periods of this length that overlap and are said in the same words are one."""


def _names_agree(said: Context, known: Context) -> bool:
    """Whether the source's sentence has the names of the text's clause, at least half of them."""
    if said.near_names:
        return 2 * len(said.near_names & known.names) >= len(said.near_names)
    return bool(said.names & known.names)


def _names_differ(said: Context, known: Context, sentence: SourceSentence, index: SourceIndex) -> bool:
    if not said.names or not known.names or said.names & known.names:
        return False
    return not said.names & index.around(sentence)


def _nouns_agree(said: Context, known: Context, index: SourceIndex) -> bool:
    """Whether the source may count what the text counts: the same noun, or none on one side, or a kind of it.

    Soldiers are people; that people are soldiers must be somewhere in the sources.
    """
    if said.noun is None or known.noun is None or said.noun == known.noun:
        return True
    if said.noun in known.near or known.noun in said.near:
        return True
    if known.noun in _KINDS_OF.get(said.noun, ()):
        return True
    if not said.is_person or not known.is_person:
        return False
    return said.noun in _ANY_PERSON or (known.noun in _ANY_PERSON and index.has(said.noun))


_KINDS_OF: Final = {"child": ("boy", "girl", "pupil"), "vehicle": ("car", "truck", "bus", "lorry", "van")}
_ANY_PERSON: Final = ("people", "victim", "other")


def _is_of_another(said: Context, known: Context, others: Sequence[Context]) -> bool:
    """Whether the clause of the text fits another number of the same sentence: "Samsung sold 81 million, and Apple 48 million"."""
    own = said.near & known.near
    if said.near_names and not said.near_names & known.near_names:
        return any(said.near_names & other.near_names for other in others) and bool(known.near_names)
    return bool(said.near) and not own and any(len(said.near & other.near) > 1 for other in others)


def _same_noun(said: Context, known: Context, index: SourceIndex) -> bool:
    """Whether what is counted is named on both sides, and is the same, or is named on neither."""
    if said.noun is None:
        return known.noun is None or known.noun in said.near
    if known.noun is None:
        return said.noun in known.weights
    return _nouns_agree(said, known, index)


def _may_support(said: Said, match: Match, sentences: int) -> bool:
    alike = match.likeness
    if (
        match.support.outcome is not _Outcome.SUPPORTED
        or alike.clash is not None
        or match.names_differ
        or match.is_of_another
        or not match.nouns_agree
    ):
        return False
    if match.support.rule == "contained" and sentences > ALONE and alike.score < WIDE:
        return False
    if sentences > LONG and not _is_distinctive(said.value):
        return alike.score >= (COMMON_TIME if isinstance(said.value, FoundTime) else COMMON)
    if alike.score >= WEAK or len(alike.shared) >= 2:
        return True
    return bool(alike.shared) and _is_distinctive(said.value)


def _is_distinctive(value: FoundValue) -> bool:
    """Whether the same value by chance is unlikely: three digits or more, a full date."""
    return sum(character.isdigit() for character in value.words) >= (5 if isinstance(value, FoundTime) else 3)


def _is_outdone(said: Said, best: Match, matches: Sequence[Match]) -> bool:
    """Whether another sentence is so much more alike that its value is meant, and the same value elsewhere is chance."""
    least = max(best.likeness.score / OUTDONE, STRONG[1])
    return any(
        match.likeness.score >= least
        and match.support.outcome in (_Outcome.CONTRADICTED, _Outcome.SAYS_MORE)
        and _may_differ(said, match)
        for match in matches
    )


def _may_differ(said: Said, match: Match) -> bool:
    if match.support.outcome is _Outcome.SUPPORTED or match.likeness.clash is not None or match.names_differ:
        return False
    if match.support.outcome is _Outcome.UNLIKE:
        return _same_figures(said.value, match.value)
    return match.is_same_noun or isinstance(said.value, FoundTime)


def _same_figures(said: FoundValue, known: FoundValue) -> bool:
    """Whether two quantities that are unlike have the same number: only then is one meant as the other."""
    if not isinstance(said, FoundQuantity) or not isinstance(known, FoundQuantity):
        return False
    one, other = said.value, known.value
    return one.stated is not None and one.stated == other.stated and one.stated > 1


def _is_strong(
    said: Said,
    matches: Sequence[Match],
    everything: Sequence[Match],
    anchors: set[int],
    around: frozenset[str],
    index: SourceIndex,
) -> bool:
    """Whether the first of the matches is about the same thing beyond doubt. `anchors` are sentences that support others."""
    best = matches[0]
    alike = best.likeness
    low, high = STRONG
    sentences = len(index.sentences)
    length = min(max(sentences - 1, 0) / LONG, 1.0)
    if alike.score < low + (high - low) * length:
        return False
    least = 1 if sentences <= ALONE or (sentences <= FEW and alike.score >= SAME) else 2 if length < 1.0 else SURE_WORDS
    if len(alike.shared) < least:
        return False
    if (said.context.near_names and not best.names_agree) or (best.known_names and not best.known_names & around):
        return False
    if _other_time(said, best):
        return False
    if best.sentence.number not in anchors:
        if sentences > ALONE and _is_percent(said) and alike.score < STRONG_PERCENT:
            return False
        if _is_margin(said, best) or not _is_anchored(best, sentences):
            return False
        if sentences > ALONE and index.overlap(around, index.around(best.sentence)) < AROUND:
            return False
    if any(
        match.is_of_another and match.support.rule == "same" and match.sentence is best.sentence for match in everything
    ):
        return (
            False  # the sentence has this number too, of something else: whether it is an error is not for words to say
        )
    rivals = [match for match in matches[1:] if match.likeness.score >= MARGIN * alike.score]
    return all(match.support.outcome is best.support.outcome for match in rivals)


def _is_percent(said: Said) -> bool:
    return isinstance(said.value, FoundQuantity) and said.value.is_percent


def _is_margin(said: Said, best: Match) -> bool:
    """Whether it is the margin of error of some poll: all polls have one, and say so in the same words."""
    value = said.value
    return "margin" in best.likeness.shared or (
        isinstance(value, FoundQuantity) and value.value.change is Change.MARGIN
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
        if _sort(mine) == _sort(theirs) == "date"
    ]
    return bool(pairs) and all(
        support_of_time(mine.value, theirs.value).outcome is _Outcome.CONTRADICTED for mine, theirs in pairs
    )
