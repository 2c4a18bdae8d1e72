"""`supports`: whether a statement follows from its source, for quantities and times, as values, as phrases or as sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from newsfacts.errors import UnreadableValue, UsageError
from newsfacts.finders.stated import Stated, stated_in
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.phrase import parse_quantity
from newsfacts.values.quantities.support import support_of_quantity
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.support import support_of_time
from newsfacts.values.times.times import Duration, TimeInterval, TimeSet, TimeValue, UnresolvedTime

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["supports"]

_Outcome = SupportOutcome
_TIMES: Final = (TimeInterval, Duration, TimeSet, UnresolvedTime)
_WORST_FIRST: Final = (_Outcome.CONTRADICTED, _Outcome.UNLIKE, _Outcome.UNKNOWN, _Outcome.SAYS_MORE, _Outcome.SUPPORTED)

Day: TypeAlias = dt.date | None


def supports(
    statement: Quantity | TimeValue | str,
    source: Quantity | TimeValue | str,
    policy: Policy | None = None,
    *,
    published: Day = None,
    one_measure: bool = False,
) -> Support:
    """Whether `statement` follows from `source`, which is not symmetric: "about 40" follows from "42", not "42" from "about 40".

    `policy` says what hedges and vague words mean (None: the news default). Words are read by `parse_quantity` and
    `parse_time`; dates among them that leave the day open are resolved against `published`, the day of both. Without it,
    "4 July" and "July 4" are the same day of some year. With `one_measure` the caller vouches that two quantities count
    the same thing, whatever their nouns. Words that cannot be read are `SupportOutcome.UNKNOWN`.

    In sentences with several numbers and times, each of the statement is compared with the one of the source that it can be
    compared with, and the worst result is that of the sentence. Where there are several of one kind, which belong together is
    not decided here: that is unknown, unless all agree (see `ground`). Raises `UsageError` for anything else than quantities, times and words.
    """
    for value in (statement, source):
        if not isinstance(value, (Quantity, str, *_TIMES)):
            raise UsageError(f"quantities, times and words are compared, not {type(value).__name__}")
    times = _as_times(statement, source, published)
    if times is not None:
        return support_of_time(*times)
    if isinstance(statement, str) and isinstance(source, str):
        said, known = (stated_in(text, policy, published=published) for text in (statement, source))
        sentences = _Sentences(said, known, policy, one_measure)
        if sentences.have_times:
            return sentences.support()
        found = _support_of_phrases(statement, source, policy, one_measure)
        # each may state several numbers, or a verb may have been read as what is counted: "Thousands marched"
        return sentences.support() if found.rule in ("unreadable", "unlike-unit") and said and known else found
    return _support_of_phrases(statement, source, policy, one_measure)


def _support_of_phrases(
    statement: Quantity | TimeValue | str, source: Quantity | TimeValue | str, policy: Policy | None, one_measure: bool
) -> Support:
    """The support of a number by another one, in whatever words they are."""
    try:
        said = parse_quantity(statement, policy) if isinstance(statement, str) else statement
        known = parse_quantity(source, policy) if isinstance(source, str) else source
    except UnreadableValue as error:
        reason = str(error)
        return Support(_Outcome.UNKNOWN, "unreadable", f"{reason[:1].upper()}{reason[1:]}.")
    if isinstance(said, Quantity) and isinstance(known, Quantity):
        return support_of_quantity(said, known, policy, one_measure=one_measure)
    return Support(_Outcome.UNLIKE, "unlike-kind", "A quantity and a time cannot be compared.")


def _as_times(
    statement: Quantity | TimeValue | str, source: Quantity | TimeValue | str, published: Day
) -> tuple[TimeValue, TimeValue] | None:
    """Both as times, where both are."""
    if isinstance(statement, Quantity) or isinstance(source, Quantity):
        return None
    try:
        said = parse_time(statement, published=published) if isinstance(statement, str) else statement
        known = parse_time(source, published=published) if isinstance(source, str) else source
    except UnreadableValue:
        return None
    return said, known


@attrs.frozen
class _Sentences:
    """The numbers and times of a statement and of its source."""

    said: Sequence[Stated]
    known: Sequence[Stated]
    policy: Policy | None
    one_measure: bool

    @property
    def have_times(self) -> bool:
        """Whether there is something in the statement, and a time in either."""
        return bool(self.said) and not all(one.is_number for one in (*self.said, *self.known))

    def support(self) -> Support:
        """The worst of the results, with the reasons of all that are as bad."""
        found = [self.of_value(one) for one in self.said]
        worst = min((one.outcome for one in found), key=_WORST_FIRST.index)
        decisive = [one for one in found if one.outcome is worst]
        because = " ".join(dict.fromkeys(one.because for one in decisive))
        return attrs.evolve(decisive[0], because=because)

    def of_value(self, said: Stated) -> Support:
        """The support of one number or time of the statement."""
        what = "number" if said.is_number else "time"
        results = [self.compared(said, one) for one in self.known if one.is_number is said.is_number]
        if not results:
            return _unknown("not-stated", f"The source states no {what} that “{said.words}” could be compared with.")
        alike = [one for one in results if one.outcome is not _Outcome.UNLIKE]
        if not alike:
            kind = f"No {what} of the source is of the kind of “{said.words}”."
            return results[0] if len(results) == 1 else _unknown("not-stated", kind)
        if self.has_rival(said) or len({one.outcome for one in alike}) > 1:
            because = f"Which {what} of the source is that of “{said.words}” cannot be decided; ground compares their sentences."
            return _unknown("several", because)
        return alike[0]

    def has_rival(self, said: Stated) -> bool:
        """Whether the statement has another value that could be compared with the same one of the source."""
        return any(
            one.is_number is said.is_number and self.compared(one, said).outcome is not _Outcome.UNLIKE
            for one in self.said
            if one is not said
        )

    def compared(self, said: Stated, known: Stated) -> Support:
        """The support of one value by another one; both are numbers, or both are times."""
        if isinstance(said.value, Quantity) and isinstance(known.value, Quantity):
            return support_of_quantity(said.value, known.value, self.policy, one_measure=self.one_measure)
        assert not isinstance(said.value, Quantity)
        assert not isinstance(known.value, Quantity)
        return support_of_time(said.value, known.value)


def _unknown(rule: str, because: str) -> Support:
    return Support(_Outcome.UNKNOWN, rule, because)
