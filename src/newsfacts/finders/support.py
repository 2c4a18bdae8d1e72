"""`supports`: whether a statement follows from its source, for quantities and times, as values, as phrases or as sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from newsfacts.errors import UnreadableValue, UsageError
from newsfacts.finders.reckoning import support_by_reckoning
from newsfacts.finders.stated import Stated, stated_in
from newsfacts.finders.weighing import count_people, weighed
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
    compared with, and the worst result is that of the sentence. Where there are several of one kind, their clauses decide
    which belong together ("Bruck has 4 schools and Celm 6"); where they do not, that is unknown, unless all agree. Clauses that
    name others, or of which one is denied, leave it unknown too, and what only "may" be so in the source is more than it says.
    Raises `UsageError` for anything else than quantities, times and words.
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
        is_of_sentences = found.rule in ("unreadable", "unlike-unit") or len(said) > 1 or len(known) > 1
        if said and known and is_of_sentences:
            return sentences.support()
        return weighed(said[0], known[0], found) if said and known else found
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
        found = support_of_quantity(said, known, policy, one_measure=one_measure)
        return support_by_reckoning(said, known, found, policy)
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
        found = [self.of_value(one) for one in self.said if not one.is_replaced]
        worst = min((one.outcome for one in found), key=_WORST_FIRST.index)
        decisive = [one for one in found if one.outcome is worst]
        because = " ".join(dict.fromkeys(one.because for one in decisive))
        return attrs.evolve(decisive[0], because=because)

    def of_value(self, said: Stated) -> Support:
        """The support of one number or time of the statement."""
        what = "number" if said.is_number else "time"
        results = {one: self.compared(said, one) for one in self.known_like(said)}
        if not results:
            return _unknown("not-stated", f"The source states no {what} that “{said.words}” could be compared with.")
        alike = {one: found for one, found in results.items() if found.outcome is not _Outcome.UNLIKE}
        if not alike:
            kind = f"No {what} of the source is of the kind of “{said.words}”."
            return next(iter(results.values())) if len(results) == 1 else _unknown("not-stated", kind)
        if not self.has_rival(said) and len({found.outcome for found in alike.values()}) == 1:
            return next(iter(alike.values()))
        meant = self.meant_by(said, list(alike))
        if meant is None:
            because = f"Which {what} of the source is that of “{said.words}” cannot be decided; ground compares their sentences."
            return _unknown("several", because)
        return alike[meant]

    def known_like(self, said: Stated) -> list[Stated]:
        """The numbers of the source, or its times; of "not 12 but 14" only the second."""
        return [one for one in self.known if one.is_number is said.is_number and not one.is_replaced]

    def meant_by(self, said: Stated, alike: Sequence[Stated]) -> Stated | None:
        """The value of the source whose clause has most in common with that of a value of the statement; None where that is open."""
        shared = {one: said.clause.shared(one.clause) for one in alike}
        best = max(alike, key=shared.__getitem__)
        names = said.clause.names
        if names and names.isdisjoint(best.clause.stems):
            return None
        if not shared[best] or sum(number == shared[best] for number in shared.values()) > 1:
            return None
        others = [
            one for one in self.said if one is not said and one.is_number is said.is_number and not one.is_replaced
        ]
        is_best = all(one.clause.shared(best.clause) < shared[best] for one in others)
        return best if is_best else None

    def has_rival(self, said: Stated) -> bool:
        """Whether the statement has another value that could be compared with the same one of the source."""
        return any(
            one.is_number is said.is_number and self.compared(one, said).outcome is not _Outcome.UNLIKE
            for one in self.said
            if one is not said and not one.is_replaced
        )

    def compared(self, said: Stated, known: Stated) -> Support:
        """The support of one value by another one; both are numbers, or both are times."""
        return weighed(said, known, self._of_values(said, known))

    def _of_values(self, said: Stated, known: Stated) -> Support:
        if isinstance(said.value, Quantity) and isinstance(known.value, Quantity):
            measure = self.one_measure or count_people(said, known)
            found = support_of_quantity(said.value, known.value, self.policy, one_measure=measure)
            return support_by_reckoning(said.value, known.value, found, self.policy)
        assert not isinstance(said.value, Quantity)
        assert not isinstance(known.value, Quantity)
        return support_of_time(said.value, known.value)


def _unknown(rule: str, because: str) -> Support:
    return Support(_Outcome.UNKNOWN, rule, because)
