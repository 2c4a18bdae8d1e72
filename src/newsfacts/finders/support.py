"""`supports`: whether a statement follows from its source, for quantities and times, as values, as phrases or as sentences."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from newsfacts.errors import UnreadableValue, UsageError
from newsfacts.finders.results import FoundQuantity
from newsfacts.finders.values import find_values
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.level import Level
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
        of_sentences = _support_of_sentences(statement, source, policy, published, one_measure)
        if of_sentences is not None:
            return of_sentences
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


def _support_of_sentences(
    statement: str, source: str, policy: Policy | None, published: Day, one_measure: bool
) -> Support | None:
    """The support of a sentence; None where each has nothing but one number, which `parse_quantity` reads."""
    said, known = (_values_of(text, policy, published) for text in (statement, source))
    has_times = any(not isinstance(one.value, Quantity) for one in (*said, *known))
    if not said or not (has_times or (known and len(said) + len(known) > 2)):
        return None
    return _Sentences(said, known, policy, one_measure).support()


@attrs.frozen
class _Stated:
    """A number or a time that a sentence states, and its words."""

    words: str
    value: Quantity | TimeValue


def _values_of(text: str, policy: Policy | None, published: Day) -> list[_Stated]:
    """The numbers and times of a sentence, and where it has no number that is found, what it says with a verb ("doubled")."""
    found = [one for one in find_values(text, published=published, policy=policy) if one.level is not Level.GUESS]
    stated = [_Stated(one.words, one.value) for one in found]
    if not any(isinstance(one, FoundQuantity) for one in found):
        rest = text
        for one in found:
            rest = rest[: one.span.start] + " " * (one.span.end - one.span.start) + rest[one.span.end :]
        with contextlib.suppress(UnreadableValue):
            stated.append(_Stated(" ".join(rest.split()), parse_quantity(rest, policy)))
    return stated


@attrs.frozen
class _Sentences:
    """The numbers and times of a statement and of its source."""

    said: Sequence[_Stated]
    known: Sequence[_Stated]
    policy: Policy | None
    one_measure: bool

    def support(self) -> Support:
        """The worst of the results, with the reasons of all that are as bad."""
        found = [self.of_value(one) for one in self.said]
        worst = min((one.outcome for one in found), key=_WORST_FIRST.index)
        decisive = [one for one in found if one.outcome is worst]
        because = " ".join(dict.fromkeys(one.because for one in decisive))
        return attrs.evolve(decisive[0], because=because)

    def of_value(self, said: _Stated) -> Support:
        """The support of one number or time of the statement."""
        is_number = isinstance(said.value, Quantity)
        what = "number" if is_number else "time"
        results = [self.compared(said, one) for one in self.known if isinstance(one.value, Quantity) is is_number]
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

    def has_rival(self, said: _Stated) -> bool:
        """Whether the statement has another value that could be compared with the same one of the source."""
        is_number = isinstance(said.value, Quantity)
        return any(
            isinstance(one.value, Quantity) is is_number and self.compared(one, said).outcome is not _Outcome.UNLIKE
            for one in self.said
            if one is not said
        )

    def compared(self, said: _Stated, known: _Stated) -> Support:
        """The support of one value by another one; both are numbers, or both are times."""
        if isinstance(said.value, Quantity) and isinstance(known.value, Quantity):
            return support_of_quantity(said.value, known.value, self.policy, one_measure=self.one_measure)
        assert not isinstance(said.value, Quantity)
        assert not isinstance(known.value, Quantity)
        return support_of_time(said.value, known.value)


def _unknown(rule: str, because: str) -> Support:
    return Support(_Outcome.UNKNOWN, rule, because)
