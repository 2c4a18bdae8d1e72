"""Whether a number of the text and one of a source are of the same subject: their names and their counted nouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from newsfacts.finders.content_words import TITLES, stem
from newsfacts.grounding.context import Context, Qualification
from newsfacts.grounding.index import SourceIndex, SourceSentence
from newsfacts.text.english import SPEECH_VERBS

__all__ = [
    "is_of_another",
    "is_of_later_name",
    "is_of_other_name",
    "is_of_other_owner",
    "is_of_other_than_pronoun",
    "is_of_other_whole",
    "is_owned_by_another",
    "is_sure_owner",
    "is_surely_of_other",
    "names_agree",
    "names_differ",
    "nouns_agree",
    "same_noun",
    "subjects_differ",
]


def names_agree(said: Context, known: Context) -> bool:
    """Whether the source's sentence has the names of the text's clause, at least half of them."""
    if said.near_names:
        return 2 * len(said.near_names & known.names) >= len(said.near_names)
    return bool(said.names & known.names)


def names_differ(said: Context, known: Context, sentence: SourceSentence, index: SourceIndex) -> bool:
    """Whether the text names someone or something, and the source names others and not these."""
    if not said.names or not known.names or said.names & known.names:
        return False
    return not said.names & index.around(sentence)


def subjects_differ(said: Context, known: Context) -> bool:
    """Whether both sentences begin with a name, and neither has the name of the other."""
    mine, theirs = _distinguishing(said.subject, known.subject)
    return bool(mine) and bool(theirs) and not mine & known.names and not theirs & said.names


def _distinguishing(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that distinguish two names: those without titles, and of two full names those that only one of them has."""
    one, other = one - TITLES, other - TITLES
    return (one - other, other - one) if min(len(one), len(other)) > 1 else (one, other)


def nouns_agree(said: Context, known: Context, index: SourceIndex) -> bool:
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
    return said.noun in _ANY_PERSON or (
        known.noun in _ANY_PERSON and (index.has(said.noun) or _is_of_known_place(said.noun, index))
    )


def _is_of_known_place(noun: str, index: SourceIndex) -> bool:
    """Whether people are called by a place that the sources name: Californians, and California."""
    return any(
        noun.endswith(ending) and any(index.knows_name(noun.removesuffix(ending) + rest) for rest in rests)
        for ending, rests in _OF_PLACES.items()
    )


_OF_PLACES: Final = {"ian": ("ia", "y", "i", "is", ""), "an": ("a", "o", ""), "er": ("", "land")}
"""The endings of words for the people of a place, and what the name of the place has instead, both as stems."""


_KINDS_OF: Final = {"child": ("boy", "girl", "pupil"), "vehicle": ("car", "truck", "bus", "lorry", "van")}
_ANY_PERSON: Final = ("people", "victim", "other")


def is_of_another(said: Context, known: Context, others: Sequence[Context]) -> bool:
    """Whether the clause of the text fits another number of the same sentence: "Samsung sold 81 million, and Apple 48 million"."""
    if known.part_of and known.part_of.isdisjoint(said.part_of) and any(said.part_of & one.part_of for one in others):
        return True
    if _assert_other_things(said.qualification, known.qualification):
        return True
    if said.gender is not None and known.gender is not None and said.gender is not known.gender:
        return True
    own = said.near & known.near
    if said.near_names and not said.near_names & known.near_names:
        return any(said.near_names & other.near_names for other in others) and bool(known.near_names)
    return bool(said.near) and not own and any(len(said.near & other.near) > 1 for other in others)


def is_of_later_name(
    names: frozenset[str], known: Context, later: Iterable[Context], sentence: SourceSentence, start: int
) -> bool:
    """Whether the source names only after a number at `start`, and with a number of its own, whom the text names before it.

    So is 14 in "The captain has 14 and Smith 11" for "Smith has 14"; `later` are the numbers that follow.
    """
    if not names or not names.isdisjoint(known.near) or not any(names & one.near_names for one in later):
        return False
    return all(word.start >= start for word in sentence.words if word.stem in names)


def _assert_other_things(one: Qualification, other: Qualification) -> bool:
    """Whether only one of both is replaced by another number, or both are for another period: "40 parts a minute", "40 parts an hour"."""
    is_other_period = one.period is not None and other.period is not None and one.period != other.period
    return is_other_period or one.is_replaced != other.is_replaced


def is_of_other_name(said: Context, known: Context, sentence: SourceSentence, index: SourceIndex) -> bool:
    """Whether each number is about a name beyond doubt, and that of the text is another one.

    Another name of the text's clause is enough to leave a doubt ("the party spent 2 million in Ohio" is of both), and so is
    the text's name right before a sentence that may mean it by a pronoun, or that someone says about it.
    """
    if not _is_of_one_name(said) or not _is_of_one_name(known):
        return False
    mine, theirs = _distinguishing(said.owner, known.owner)
    if not mine or not theirs or mine & (known.names | sentence.stems):
        return False
    if not said.owner.isdisjoint(known.owner):
        return mine <= index.around(sentence) and not theirs & said.names
    return not names_agree(said, known) and not _is_meant_by_pronoun(said, sentence, index)


def _is_of_one_name(context: Context) -> bool:
    """Whether it is certain whose the number is, or the sentence has no other name."""
    return bool(context.owner) and (context.is_owner_sure or context.names <= context.owner)


def _is_meant_by_pronoun(said: Context, sentence: SourceSentence, index: SourceIndex) -> bool:
    before = index.next_to(sentence)[0]
    if before is sentence or said.owner.isdisjoint(before.stems):
        return False
    words = {sentence.prose[word.start : word.end].lower() for word in sentence.words}
    return not words.isdisjoint(_PRONOUNS | SPEECH_VERBS)


_PRONOUNS: Final = frozenset(
    ["i", "we", "he", "she", "it", "they", "my", "our", "his", "her", "its", "their", "me", "us", "him", "them"]
)


def is_of_other_whole(said: Context, known: Context, sentence: SourceSentence, index: SourceIndex) -> bool:
    """Whether both are parts of things that are called the same, and are of another place or owner each.

    So are "25 percent of the world's farms" and "a quarter of Norway's farms". Only what both say after "of" is compared;
    "the country" may be any. So is a part of "the remaining farms" where neither the sentence nor the one before it names Norway.
    """
    if not said.part_of & known.part_of:
        return False
    mine = (said.part_of - known.part_of) & (said.names | _EVERYWHERE)
    theirs = (known.part_of - said.part_of) & (known.names | _EVERYWHERE | _REST)
    is_same_name = bool(said.part_of & known.part_of & said.names)
    if theirs & _REST and not mine.isdisjoint(sentence.stems | index.next_to(sentence)[0].stems):
        return False
    return bool(mine) and bool(theirs) and not is_same_name


_EVERYWHERE: Final = frozenset(map(stem, ("world", "globe", "planet", "earth")))
_REST: Final = frozenset(map(stem, ("remaining", "rest", "remainder", "overall", "eligible")))


def is_sure_owner(said: Context, known: Context) -> bool:
    """Whether both numbers are about the same name, and both sentences leave no doubt about that."""
    return said.is_owner_sure and known.is_owner_sure and not said.owner.isdisjoint(known.owner)


def is_surely_of_other(said: Context, known: Context) -> bool:
    """Whether each number is about a name, these differ, and both sentences leave no doubt about that."""
    is_sure = said.is_owner_sure and known.is_owner_sure and bool(said.owner and known.owner)
    return is_sure and said.owner.isdisjoint(known.owner)


def is_of_other_owner(said: Context, known: Context, sentence: SourceSentence) -> bool:
    """Whether each is about a name, these differ, and the sentence of the source does not have the name of the text."""
    return bool(said.owner and known.owner) and said.owner.isdisjoint(known.owner | sentence.stems)


def same_noun(said: Context, known: Context, index: SourceIndex) -> bool:
    """Whether what is counted is named on both sides, and is the same, or is named on neither."""
    if said.noun is None:
        return known.noun is None or known.noun in said.near
    if known.noun is None:
        return said.noun in known.weights and not known.is_apposed
    return nouns_agree(said, known, index)


def is_of_other_than_pronoun(
    said: Context, named_before: frozenset[str], known: Context, others: Iterable[Context]
) -> bool:
    """Whether a pronoun of the text says whose the number is, and the source has it for someone who was not named before.

    It has one of `others`, the numbers of its sentence, for someone who was, so that the pronoun means that one.
    """
    if not said.is_of_pronoun or not known.owner or not known.is_owner_sure or known.owner & named_before:
        return False
    return any(other.is_owner_sure and other.owner & named_before for other in others)


def is_owned_by_another(said: Context, known: Context, others: Iterable[Context]) -> bool:
    """Whether the source says the number of another name than the text does, and has one of `others` for that of the text."""
    if not said.owner or not known.owner or said.owner & known.owner:
        return False
    if (said.is_listed or known.is_listed) and said.is_owner_sure and known.is_owner_sure:
        return True
    return (said.is_apposed and known.is_apposed) or any(said.owner & other.owner for other in others)
