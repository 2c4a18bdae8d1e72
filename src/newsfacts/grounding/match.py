"""A value of the text next to one of a source: what follows from it, and what speaks for both being about the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from newsfacts.finders.assertions import support_as_asserted
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.grounding.common_numbers import is_chance
from newsfacts.grounding.comparing import Said, comparable, sort_of_time, support_for
from newsfacts.grounding.context import Context
from newsfacts.grounding.former import is_former
from newsfacts.grounding.index import SourceIndex, SourceSentence
from newsfacts.grounding.likeness import Likeness
from newsfacts.grounding.lost_hedges import loses_hedge
from newsfacts.grounding.same_subject import (
    is_of_another,
    is_of_later_name,
    is_of_other_name,
    is_of_other_owner,
    is_of_other_than_pronoun,
    is_of_other_whole,
    is_owned_by_another,
    is_sure_owner,
    is_surely_of_other,
    names_agree,
    names_differ,
    nouns_agree,
    same_noun,
    subjects_differ,
)
from newsfacts.grounding.slips import is_slip
from newsfacts.values.comparison import Support, SupportOutcome
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.quantity import QuantityKind
from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.units import MEASURES
from newsfacts.values.times.times import TimeInterval

__all__ = ["Match", "is_distinctive", "is_weekday_of_period", "match_of", "may_differ", "names_no_time"]

_Outcome = SupportOutcome


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
    """Whether it has the text's value, but the words around that are those around another number of the sentence, or its name or whole is another."""
    is_chance: bool
    """Whether it has the text's value, which is one that is found anywhere, and hardly a word around it is shared."""
    is_owned_by_another: bool
    """Whether it is about another name, and the sentences next to it have a number about the name of the text."""
    is_of_owner: bool
    """Whether both are about the same name, beyond doubt."""
    is_age_of_owner: bool
    """Whether that is so, and both are alone between commas, as an age is."""
    is_of_other_owner: bool
    """Whether each is about a name, and the sentence of the source does not have that of the text."""
    is_surely_of_other: bool
    """Whether each is about a name, beyond doubt, and these differ."""
    names_differ: bool
    """Whether the text names someone or something, and the source names others and not these."""
    subjects_differ: bool
    """Whether both sentences begin with a name, and neither has that of the other."""
    are_people: bool
    """Whether one of both counts people by a noun that is known to."""
    shares_clause: bool
    """Whether a word of the text's clause is in the sentence of the source, or that clause has none."""
    is_apposed: bool
    """Whether the value of the source is alone between commas, as an age is."""
    is_slip: bool
    """Whether the number of the text looks like that of the source written wrongly."""
    loses_hedge: bool
    """Whether the text has the same number without the hedge or bound of the source."""

    @property
    def key(self) -> tuple[int, int]:
        """Recognizes the value of the source."""
        return self.sentence.number, self.value.span.start

    @property
    def takes_value(self) -> bool:
        """Whether no other value of the text can be meant by that of the source: a period is meant by both of its ends."""
        return self.support.rule != "same-end"


def match_of(
    said: Said, sentence: SourceSentence, value: FoundValue, context: Context, alike: Likeness, index: SourceIndex,
    policy: Policy | None,
) -> Match:  # fmt: skip
    """A value of a source next to one of the text: what follows from it, and how alike their contexts are."""
    agree = nouns_agree(said.context, context, index)
    support = support_as_asserted(
        support_for(said, value, sentence, policy, agree),
        said.assertion.for_other(sentence.stems),
        sentence.assertion(value).for_other(said.stems),
    )
    is_bare = loses_hedge(said.value, value, support)
    has_value = is_bare or support.outcome is _Outcome.SUPPORTED
    return Match(
        sentence, value, support, alike, agree,
        same_noun(said.context, context, index), context.near_names, names_agree(said.context, context),
        has_value and _is_of_another(said, sentence, value, context, index), has_value and is_chance(said.value, said.context, context, alike),
        _is_owned_by_another(said, sentence, value, context, index), is_sure_owner(said.context, context), said.context.is_apposed and context.is_apposed and is_sure_owner(said.context, context), is_of_other_owner(said.context, context, sentence), is_surely_of_other(said.context, context), names_differ(said.context, context, sentence, index), subjects_differ(said.context, context),
        said.context.is_person or context.is_person, not said.context.near or not alike.shared.isdisjoint(said.context.near), context.is_apposed, is_slip(said.value, value) or _is_exchanged(said, sentence, value, context, index), is_bare,
    )  # fmt: skip


def _is_of_another(
    said: Said, sentence: SourceSentence, value: FoundValue, context: Context, index: SourceIndex
) -> bool:
    # "told the Herald on 1 May": a time belongs to the subject, not to the name next to it
    has_owner = isinstance(value, FoundQuantity) or subjects_differ(said.context, context)
    if has_owner and is_of_other_name(said.context, context, sentence, index):
        return True
    if is_of_other_whole(said.context, context, sentence, index):
        return True
    contexts = [
        (rival, other) for rival, other in index.contexts(sentence) if rival is not value and comparable(rival, value)
    ]
    rivals = [other for _, other in contexts]
    later = [other for rival, other in contexts if rival.span.start > value.span.start]
    before = frozenset(word.stem for word in said.words if word.start < said.value.span.start)
    if isinstance(value, FoundQuantity) and is_of_later_name(
        said.context.near_names & before, context, later, sentence, value.span.start
    ):
        return True
    if _counts_others(said, value):
        return True
    if is_of_other_than_pronoun(said.context, said.named_before, context, rivals) or is_former(said, sentence, value):
        return True
    return is_of_another(said.context, context, rivals)


_OF_OTHERS: Final = re.compile(r"\b\w+ (?:other|others)\b", re.IGNORECASE)


def _counts_others(said: Said, known: FoundValue) -> bool:
    """Whether only the text counts people besides one who was named: "the mayor and four other Danes", "four Danes"."""
    value = said.value
    if not isinstance(value, FoundQuantity) or not isinstance(known, FoundQuantity) or value.counted is None:
        return False
    is_of_people = said.context.is_person or value.words.split()[-1][:1].isupper()
    if not is_of_people or known.value.kind is not QuantityKind.NUMBER:
        return False
    return bool(_OF_OTHERS.search(value.words)) and not _OF_OTHERS.search(known.words)


def _is_owned_by_another(
    said: Said, sentence: SourceSentence, value: FoundValue, context: Context, index: SourceIndex
) -> bool:
    is_sure = said.context.is_owner_sure and context.is_owner_sure
    if not said.context.owner or said.context.owner & context.owner or (isinstance(value, FoundTime) and not is_sure):
        return False
    near = (one for other in index.next_to(sentence) for one in index.contexts(other))
    return is_owned_by_another(
        said.context, context, (other for rival, other in near if rival is not value and _are_alike(rival, value))
    )


def _is_exchanged(
    said: Said, sentence: SourceSentence, value: FoundValue, context: Context, index: SourceIndex
) -> bool:
    """Whether the source has the number of the text in the same sentence, of another name or for "she" instead of "he"."""
    same = [
        other for rival, other in index.contexts(sentence) if rival is not value and rival.value == said.value.value
    ]
    if is_sure_owner(said.context, context):
        return any(other.is_owner_sure and other.owner.isdisjoint(said.context.owner) for other in same)
    gender = said.context.gender
    is_same_gender = gender is not None and gender is context.gender
    return is_same_gender and any(other.gender not in (gender, None) for other in same)


def _are_alike(one: FoundValue, other: FoundValue) -> bool:
    """Whether two values of a source are of one kind, so that they may say the same of two names."""
    if isinstance(one, FoundQuantity) and isinstance(other, FoundQuantity):
        return one.value.kind is other.value.kind
    return isinstance(one, FoundTime) and isinstance(other, FoundTime)


def may_differ(said: Said, match: Match) -> bool:
    """Whether the value of the source can be the one that the text states otherwise."""
    if match.support.outcome is _Outcome.SUPPORTED or match.likeness.clash is not None or match.names_differ:
        return False
    if names_no_time(match.value):
        return False
    if match.support.outcome is _Outcome.UNLIKE:
        # "two rivals" are "two other candidates", perhaps
        is_other_noun = match.support.rule == "unlike-unit" and not (
            match.are_people or _is_measure(said.value) or _is_measure(match.value)
        )
        return _same_figures(said.value, match.value) and not is_other_noun
    if isinstance(said.value, FoundTime):
        if is_weekday_of_period(said.value, match.value):
            return False
        return _of_one_grain(said, match) or (_dates(said.times) == _dates(match.sentence.times) == 1)
    return match.is_same_noun or (match.is_slip and match.nouns_agree)


_NO_TIME: Final = word_set(
    "now currently recently lately nowadays present previously formerly recent future soon later earlier once"
)


def names_no_time(value: FoundValue) -> bool:
    """Whether it is a word such as "now", of which no day of the text was made."""
    if not isinstance(value, FoundTime):
        return False
    return value.words.lower().removeprefix("right ").removeprefix("in ").removeprefix("the ") in _NO_TIME


def _is_measure(value: FoundValue) -> bool:
    """Whether it is measured in a unit, as tonnes, and not counted by a noun."""
    return isinstance(value, FoundQuantity) and value.value.unit is not None and value.value.unit.lower() in MEASURES


def _of_one_grain(said: Said, match: Match) -> bool:
    """Whether two times are both days, both years ...: a day and a year in two sentences with other times are of two things."""
    one, other = said.value.value, match.value.value
    return not isinstance(one, TimeInterval) or not isinstance(other, TimeInterval) or one.grain is other.grain


def is_weekday_of_period(said: FoundTime, known: FoundValue) -> bool:
    """Whether one is a weekday, and the other a month or longer: neither is written for the other."""
    if not isinstance(known, FoundTime):
        return False
    one, other = said.value, known.value
    if not isinstance(one, TimeInterval) or not isinstance(other, TimeInterval):
        return False
    return one.grain is not other.grain and (_is_weekday(said) or _is_weekday(known))


def _is_weekday(time: FoundTime) -> bool:
    value = time.value
    return isinstance(value, TimeInterval) and value.weekday is not None and not any(map(str.isdigit, time.words))


def _dates(times: Sequence[FoundTime]) -> int:
    return sum(sort_of_time(time) == "date" for time in times)


def _same_figures(said: FoundValue, known: FoundValue) -> bool:
    """Whether two quantities that are unlike have the same number: only then is one meant as the other."""
    if not isinstance(said, FoundQuantity) or not isinstance(known, FoundQuantity):
        return False
    one, other = said.value, known.value
    return one.stated is not None and one.stated == other.stated and one.stated > 1


def is_distinctive(value: FoundValue) -> bool:
    """Whether the same value by chance is unlikely: three digits or more, a full date."""
    return sum(character.isdigit() for character in value.words) >= (5 if isinstance(value, FoundTime) else 3)
