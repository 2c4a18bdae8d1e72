"""What the clauses of two values mean for their comparison: other people, denied, only possible, about opposed things."""

from __future__ import annotations

from typing import Final

import attrs

from newsfacts.finders.assertions import support_as_asserted
from newsfacts.finders.content_words import stem
from newsfacts.finders.opposed import FATES, opposed_words
from newsfacts.finders.stated import Stated
from newsfacts.text.english import class_of_noun
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.quantities.quantity import Comparator, Quantity, QuantityKind

__all__ = ["count_people", "weighed"]

_Outcome = SupportOutcome
_BARE: Final = (Comparator.PLAIN, Comparator.EXACTLY)


def weighed(said: Stated, known: Stated, found: Support) -> Support:
    """The support of one value by another one, as far as what their sentences say about them allows it."""
    opposed = opposed_words(said.clause.stems, known.clause.stems)
    if opposed is not None and found.outcome is not _Outcome.UNLIKE:
        because = f"The values cannot be compared: one is about “{opposed.one}”, the other about “{opposed.other}”."
        return attrs.evolve(found, outcome=_Outcome.UNLIKE, rule="opposed", because=because)
    one, other = said.clause.period, known.clause.period
    if found.outcome is not _Outcome.UNLIKE and one is not None and other is not None and one != other:
        because = f"The values cannot be compared: one is per {one}, the other per {other}."
        return attrs.evolve(found, outcome=_Outcome.UNLIKE, rule="unlike-unit", because=because)
    mine, theirs = (
        said.clause.assertion.for_other(known.clause.stems),
        known.clause.assertion.for_other(said.clause.stems),
    )
    found = support_as_asserted(found, mine, theirs)
    is_decided = found.outcome in (_Outcome.SUPPORTED, _Outcome.SAYS_MORE, _Outcome.CONTRADICTED)
    if is_decided and said.clause.is_negated is not known.clause.is_negated:
        because = "One of both sentences says that it is not so."
        return attrs.evolve(found, outcome=_Outcome.UNKNOWN, rule="not-stated", because=because)
    if is_decided and said.clause.names and known.clause.names and said.clause.names.isdisjoint(known.clause.names):
        because = "The statement and the source name others, so that it is open whether they are about the same thing."
        return attrs.evolve(found, outcome=_Outcome.UNKNOWN, rule="other-names", because=because)
    if found.outcome is not _Outcome.SUPPORTED:
        return found
    if _loses_hedge_of_factor(said, known):
        because = f"The statement has “{said.words}”, and the source “{known.words}”; the hedge of the source is lost."
        return attrs.evolve(found, outcome=_Outcome.SAYS_MORE, rule="hedge-lost", because=because)
    return found


def _loses_hedge_of_factor(said: Stated, known: Stated) -> bool:
    """Whether the source has "almost doubled", and the statement "doubled", which is said loosely."""
    one, other = said.value, known.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    are_factors = one.kind is other.kind is QuantityKind.FACTOR and one.stated == other.stated
    return are_factors and one.comparator in _BARE and other.comparator not in _BARE


def count_people(said: Stated, known: Stated) -> bool:
    """Whether one counts people of whom its clause says what the other counts: "12 people died" and "12 dead"."""
    return _counts_fate_of(said, known) or _counts_fate_of(known, said)


def _counts_fate_of(one: Stated, other: Stated) -> bool:
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return False
    if one.value.unit is None or other.value.unit is None or class_of_noun(one.value.unit) != "person":
        return False
    fate = stem(other.value.unit.lower())
    return fate in FATES and fate in one.clause.stems
