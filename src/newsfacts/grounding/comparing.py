"""What follows from a value of a source for one of the text, in running text: with the verb before a number, and limits.

`values/support` compares two values; here the words around them are known too.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.finders.assertions import Assertion, assertion_at
from newsfacts.finders.changes import with_change
from newsfacts.finders.content_words import Word
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.grounding.completed import completed
from newsfacts.grounding.context import Context
from newsfacts.grounding.index import SourceSentence
from newsfacts.grounding.lost_hedges import support_of_distance
from newsfacts.grounding.periods import support_by_length, support_of_end
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind
from newsfacts.values.quantities.support import support_of_quantity
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.grain import Mod
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.support import support_of_time
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, TimeValue, UnresolvedTime

__all__ = ["Said", "comparable", "sort_of_time", "support_for"]

_Outcome = SupportOutcome


@attrs.frozen(slots=False)
class Said:
    """A value of the text, with its sentence's words and times, all as spans of the sentence."""

    value: FoundValue
    words: Sequence[Word]
    times: tuple[FoundTime, ...]
    context: Context
    sentence: str
    published: dt.date | None = None
    """The day of the text, where it is known."""
    named_before: frozenset[str] = frozenset()
    """The names of the sentences before it, which a pronoun may mean."""

    @functools.cached_property
    def quantity(self) -> Quantity:
        """A number with what the words around it make of it."""
        assert isinstance(self.value, FoundQuantity)
        return with_change(self.value, self.sentence)

    @functools.cached_property
    def assertion(self) -> Assertion:
        """How the sentence puts the value: it may deny it."""
        return assertion_at(self.sentence, self.value.span)

    @functools.cached_property
    def stems(self) -> frozenset[str]:
        """The content words of the sentence."""
        return frozenset(word.stem for word in self.words if word.stem)


def comparable(said: FoundValue, known: FoundValue) -> bool:
    """Whether both are numbers, both are ordinals or factors, or both are times of one kind."""
    if isinstance(said, FoundQuantity) or isinstance(known, FoundQuantity):
        if not isinstance(said, FoundQuantity) or not isinstance(known, FoundQuantity):
            return False
        one, other = said.value.kind, known.value.kind
        return one is other or not {one, other} & _APART
    return sort_of_time(said) == sort_of_time(known)


_APART: Final = {QuantityKind.ORDINAL, QuantityKind.FACTOR}


def sort_of_time(time: FoundTime) -> str:
    """A date, a length of time, or a recurring time."""
    if isinstance(time.value, Duration):
        return "length"
    return "set" if isinstance(time.value, TimeSet) else "date"


def support_for(said: Said, known: FoundValue, sentence: SourceSentence, policy: Policy | None, agree: bool) -> Support:
    """What follows from a value of a source for one of the text; `agree` is whether both count the same thing."""
    value = said.value
    if isinstance(value, FoundQuantity) and isinstance(known, FoundQuantity):
        return _support_of_number(said, value, known, sentence, policy, agree)
    assert isinstance(value, FoundTime)
    assert isinstance(known, FoundTime)
    return _support_of_time(said, value, known, sentence)


def _support_of_number(
    said: Said, value: FoundQuantity, known: FoundQuantity, sentence: SourceSentence, policy: Policy | None, agree: bool
) -> Support:
    if _VOTE.fullmatch(value.words) and _VOTE.fullmatch(known.words):
        return _support_of_vote(value, known)
    mine, theirs = said.quantity, sentence.quantity(known)
    if mine.change is Change.NONE or theirs.change is Change.NONE:
        mine, theirs = _with_own_change(mine, value), _with_own_change(theirs, known)
    mine, theirs = (
        completed(mine, value, said.sentence, theirs, known, sentence.prose),
        completed(theirs, known, sentence.prose, mine, value, said.sentence),
    )
    return _with_limits(value, known, _support(mine, theirs, policy, agree))


def _support_of_time(said: Said, value: FoundTime, known: FoundTime, sentence: SourceSentence) -> Support:
    by_length = support_by_length(value, said.published, known, sentence.document.published)
    if by_length is not None:
        return by_length
    of_end = support_of_end(value, said.sentence, said.times, known, sentence.prose, sentence.times)
    if of_end is not None:
        return of_end
    found = support_of_time(_as_open(value, known), known.value)
    if found.rule == "unresolved":
        found = support_of_distance(value, known) or found
    if found.outcome is _Outcome.SUPPORTED and _is_beyond(value, known):
        because = f"The statement has {value.words}, and the source {known.words}; no length fits both."
        return Support(_Outcome.CONTRADICTED, "other-limit", because, value.value, known.value)
    if found.outcome is _Outcome.SUPPORTED and _is_other_period(value, known):
        because = f"The statement has {value.words}, and the source {known.words}."
        return Support(_Outcome.CONTRADICTED, "other-limit", because, value.value, known.value)
    dated = sentence.document.published is not None
    if found.outcome is not _Outcome.SUPPORTED and _is_same_period(said, known, is_dated=dated):
        because = f"Both say “{known.words}”, counted from days that are close to each other."
        return Support(_Outcome.SUPPORTED, "same-words", because, value.value, known.value)
    if found.rule == "times-apart" and said.value.words.lower() == known.words.lower():
        because = f"Both say “{known.words}”, counted from different days."
        return Support(_Outcome.UNKNOWN, "same-words", because, value.value, known.value)
    if found.rule == "recurrence":
        because = (
            f"“{value.words}” and “{known.words}” recur differently; whether one follows from the other is not decided."
        )
        return attrs.evolve(found, because=because)
    if found.rule == "overlap" and not (_has_digits(value.words) and _has_digits(known.words)):
        because = f"“{value.words}” and “{known.words}” are partly the same time, and may be meant as the same."
        return Support(_Outcome.UNKNOWN, "overlap", because, value.value, known.value)
    return found


_VOTE: Final = re.compile(r"(\d{1,3})\D{1,4}(\d{1,3})")


def _support_of_vote(said: FoundQuantity, known: FoundQuantity) -> Support:
    """Two votes or ratios: they are the same, or they are not."""
    if said.value.stated == known.value.stated:
        return Support(_Outcome.SUPPORTED, "same", f"Both are {known.words}.", said.value, known.value)
    because = f"The statement has {said.words}, and the source {known.words}."
    return Support(_Outcome.CONTRADICTED, "other-number", because, said.value, known.value)


@functools.lru_cache(maxsize=16384)
def _support(mine: Quantity, theirs: Quantity, policy: Policy | None, agree: bool) -> Support:
    return support_of_quantity(mine, theirs, policy, one_measure=agree)


def _with_own_change(quantity: Quantity, found: FoundQuantity) -> Quantity:
    own = found.value.change
    return quantity if quantity.change is own else attrs.evolve(quantity, change=own)


def _with_limits(said: FoundQuantity, known: FoundQuantity, found: Support) -> Support:
    """The support of a value, except where both are limits that differ, such as "$200 or less" and "$300 or less".

    The wider limit follows from the narrower one, and yet it is another limit. So it is with ages "55 to 65".
    """
    one, other = said.value, known.value
    if found.rule == "outer-meets" and _are_apart(one, other):
        because = f"The statement has {say(one, large=True)}, and the source {say(other, large=True)}."
        return attrs.evolve(found, outcome=_Outcome.CONTRADICTED, rule="other-number", because=because)
    if one.stated is not None and one.stated == other.stated and _are_close(said.words, known.words):
        return attrs.evolve(found, outcome=_Outcome.SUPPORTED, rule="same-hedge")
    if (
        found.outcome is _Outcome.SUPPORTED
        and one.comparator is Comparator.RANGE
        and other.stated in (one.low, one.high)
    ):
        # "46 to 82 percent" for "46 percent to 42 percent"
        because = (
            f"The statement has {say(one, large=True)}, and the source only {say(other, large=True)}, one end of it."
        )
        return Support(_Outcome.UNKNOWN, "one-end", because, found.statement, found.source)
    if found.outcome is not _Outcome.SUPPORTED or one.comparator is not other.comparator or one.high == other.high:
        return found
    if one.comparator not in _UPPER and (one.comparator is not Comparator.RANGE or said.counted is not None):
        return found
    because = f"The statement has the limit {say(one, large=True)}, and the source {say(other, large=True)}."
    return Support(_Outcome.CONTRADICTED, "other-limit", because, found.statement, found.source)


_LOOSE: Final = (QuantityKind.SHARE, QuantityKind.FACTOR)
_OTHER_SHARE: Final = Fraction(11, 10)
"""From this ratio on, two shares or factors in small whole numbers are different ones, however loosely each is meant."""


def _are_apart(one: Quantity, other: Quantity) -> bool:
    """Whether both are shares, or both factors, and name different ones: "seven in ten" and "eight in ten"."""
    if one.kind is not other.kind or one.kind not in _LOOSE or one.stated is None or other.stated is None:
        return False
    low, high = sorted((Fraction(one.stated), Fraction(other.stated)))
    return low > 0 and high / low >= _OTHER_SHARE


def _are_close(said: str, known: str) -> bool:
    """Whether one says "close to", which is a little less as well as a little more, and the other "nearly"."""
    one, other = said.lower(), known.lower()
    return (_CLOSE in one and other.startswith(_NEARLY)) or (_CLOSE in other and one.startswith(_NEARLY))


_CLOSE: Final = "close to "
_NEARLY: Final = ("nearly ", "almost ")
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


_STRICT: Final = (Mod.MORE_THAN, Mod.LESS_THAN)


def _is_beyond(said: FoundTime, known: FoundTime) -> bool:
    """Whether the text says "more than 40 hours" or "less than 40 hours", and the source 40 hours."""
    one, other = said.value, known.value
    if not isinstance(one, Duration) or not isinstance(other, Duration) or one.mod not in _STRICT:
        return False
    return attrs.evolve(one, mod=None) == other


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
        return (one.anaphora is not None and other.anaphora is not None) or (said.published is not None and is_dated)
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
