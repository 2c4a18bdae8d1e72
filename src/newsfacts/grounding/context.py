"""What a number or a date is about: the words around it, weighed by how near they are and how much they tell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

import attrs

from newsfacts.enums import WordEnum
from newsfacts.finders.clauses import is_replaced, period_after
from newsfacts.finders.content_words import TITLES, Word
from newsfacts.finders.results import FoundQuantity, FoundValue
from newsfacts.grounding.counted import counted_noun, counts_people, is_bare_number, is_counted
from newsfacts.grounding.respective import respective_owners
from newsfacts.text.spans import Span
from newsfacts.values.quantities.quantity import Quantity, QuantityKind
from newsfacts.values.times.times import TimeInterval

__all__ = ["Context", "Gender", "Lexicon", "Qualification", "contexts_of"]

_REACH: Final = 8.0
"""After so many tokens a word counts half."""
MAX_DISTANCE: Final = 60
"""Words further from a value than so many tokens tell nothing about it."""
_OTHER_CLAUSE: Final = 0.4
"""How much words of another clause count."""


class Gender(WordEnum):
    """Whom a pronoun or a title can mean."""

    MALE = "male"
    FEMALE = "female"


@attrs.frozen
class Qualification:
    """Whether a value is the first one of "not 12 but 14", and the period that it is said for, as in "40 parts a minute"."""

    is_replaced: bool = False
    period: str | None = None

    @classmethod
    def of(cls, sentence: str, span: Span) -> Qualification:
        """That of the value at `span`."""
        return cls(is_replaced(sentence, span), period_after(sentence, span.end))


@attrs.frozen
class Context:
    """The words around a value: `weights` by stem, `near` those of its own clause, `names` and `near_names` the names among them, `noun` the stem of what is counted."""

    weights: dict[str, float]
    near: frozenset[str]
    names: frozenset[str]
    near_names: frozenset[str]
    noun: str | None
    is_person: bool
    """Whether people are counted, by whatever noun."""
    total: float
    figures: Mapping[str, float]
    """The other numbers and times of the sentence, by what they say, with their weights."""
    subject: frozenset[str]
    """The name that the sentence begins with."""
    owner: frozenset[str]
    """The name that the value is about: the one right after "in" or its like, or else the last one before it."""
    is_listed: bool
    """Whether the sentence gives each number of a list to one name of another list."""
    is_owner_sure: bool
    """Whether it is certain whose the value is: the sentence says so, or its clause has one name only."""
    part_of: frozenset[str]
    """What a percentage or a share is one of: the words after "of"."""
    is_apposed: bool
    """Whether it is alone between commas, as an age is."""
    gender: Gender | None
    """That of the pronoun or of the name with "Mr." or its like that is before the value in its clause, the nearer one."""
    is_of_pronoun: bool
    """Whether that is a pronoun, with no name between it and the value."""
    qualification: Qualification
    """What the clause says with the value that makes it another one."""


class Lexicon(Protocol):
    """What is known about words from all that is compared."""

    def weight(self, stem: str) -> float:
        """How much a shared word tells."""

    def is_name(self, word: Word) -> bool:
        """Whether a capitalised word that begins a sentence is a name, or may well be one."""

    def knows_name(self, stem: str) -> bool:
        """Whether a word is written with a capital within a sentence, and more often than without."""


def contexts_of(values: Sequence[FoundValue], words: Sequence[Word], lexicon: Lexicon, sentence: str) -> list[Context]:
    """The context of each value of a sentence. Spans and `words` are places of the sentence, in order.

    The work grows with the number of words and of values, not with their product: words far from a value do not count.
    """
    reader = _Reader(values, words, lexicon, sentence)
    return [reader.context(value) for value in values]


@attrs.define
class _Around:
    """The stems of the words around a value: how much each counts, those of its clause, and those of names."""

    weights: dict[str, float] = attrs.field(factory=dict)
    near: set[str] = attrs.field(factory=set)
    names: set[str] = attrs.field(factory=set)


class _Reader:
    """One sentence, with what all its values need."""

    def __init__(self, values: Sequence[FoundValue], words: Sequence[Word], lexicon: Lexicon, sentence: str) -> None:
        self.words, self.lexicon, self.sentence = words, lexicon, sentence
        self.values, self.value_starts = values, [value.span.start for value in values]
        self.starts = [word.start for word in words]
        self.ends = [word.end for word in words]
        spans = [value.span for value in values]
        apart = {value.span for value in values if isinstance(value, FoundQuantity) and value.value.kind in _NO_BREAK}
        within = {number for span in spans if span not in apart for number in range(*self.tokens(span))}
        self.breaks = [number for number, word in enumerate(words) if word.ends_clause or number in within]
        """The tokens at which the words around a value end to belong to it."""
        self.keys = [(value.span, key) for value in values if (key := _key(value)) is not None]
        self.names = [word.is_name or (word.is_first and lexicon.is_name(word)) for word in words]
        self.subject = _subject(words, lexicon)
        self.owners = respective_owners(sentence, values, words, self.names)
        self.told = frozenset().union(*self.owners.values())
        """The tokens that name whose the values of a list are."""
        counted = [value for value in values if value.span in self.owners and is_counted(value)]
        self.list_noun = counted_noun(counted[-1], words[slice(*self.tokens(counted[-1].span))]) if counted else None
        """What the numbers of a list count: it is said with the last one."""
        self.is_list_of_people = bool(counted) and counts_people(counted[-1])

    def noun_of_list(self, value: FoundValue) -> str | None:
        """What a bare number of a list counts."""
        is_bare = isinstance(value, FoundQuantity) and value.value.kind is QuantityKind.NUMBER
        return self.list_noun if is_bare and value.span in self.owners else None

    def tokens(self, span: Span) -> tuple[int, int]:
        """The first token of a span, and the one after it."""
        first = bisect_right(self.ends, span.start)
        return first, max(bisect_left(self.starts, span.end), first)

    def context(self, value: FoundValue) -> Context:
        first, last = self.tokens(value.span)
        place = bisect_left(self.breaks, first)
        begin = self.breaks[place - 1] + 1 if place else 0
        place = bisect_left(self.breaks, last)
        end = self.breaks[place] if place < len(self.breaks) else len(self.words)
        told = self.owners.get(value.span, frozenset())
        around = self.around(value, range(first, last), range(begin, end), told)
        listed = self.counted_before(value) if is_bare_number(value) else None
        if listed is not None:
            around.near |= self.stems_of_clause_at(listed.span)
        gender, is_pronoun = self.gender(begin, first)
        return Context(
            around.weights,
            frozenset(around.near),
            frozenset(around.names),
            frozenset(around.names & around.near),
            counted_noun(value, self.words[first:last]) or self.noun_of_list(value) or self.noun_of(listed),
            counts_people(value if listed is None else listed)
            or (value.span in self.owners and self.is_list_of_people),
            sum(around.weights.values()),
            self.figures(value),
            self.subject,
            frozenset(self.words[number].stem for number in told) or self.owner(first, last),
            bool(told),
            bool(told) or self.is_linked(first, last) or self.has_one_name(begin, first, end),
            self.part_of(value, first, last),
            self.is_apposed(first, last),
            gender,
            is_pronoun,
            Qualification.of(self.sentence, value.span),
        )

    def counted_before(self, value: FoundValue) -> FoundValue | None:
        """What a bare number leaves out that the number before it counts: "12 officers in Paris and 15 in Rome"."""
        place = bisect_left(self.value_starts, value.span.start)
        before = self.values[place - 1] if place else None
        if before is None or not is_counted(before) or not isinstance(before, FoundQuantity):
            return None
        if before.value.kind is not QuantityKind.NUMBER or not _GOES_ON.search(
            self.sentence, before.span.end, value.span.start
        ):
            return None
        return before if _OF_PLACE.match(self.sentence, value.span.end) else None

    def stems_of_clause_at(self, span: Span) -> set[str]:
        """The words up to a value in its clause, without names: which are about the value after it as well."""
        first, last = self.tokens(span)
        place = bisect_left(self.breaks, first)
        begin = self.breaks[place - 1] + 1 if place else 0
        words = range(begin, last)
        return {self.words[number].stem for number in words if self.words[number].stem and not self.names[number]}

    def noun_of(self, value: FoundValue | None) -> str | None:
        """What a value counts."""
        return None if value is None else counted_noun(value, self.words[slice(*self.tokens(value.span))])

    def gender(self, begin: int, first: int) -> tuple[Gender | None, bool]:
        """The gender that the words before a value tell, from the token `begin` on, and whether a pronoun tells it."""
        for number in range(first - 1, begin - 1, -1):
            if (found := _PRONOUNS.get(self.said(self.words[number]))) is not None:
                return found, True
            if self.names[number]:
                start = number
                while start > begin and self.names[start - 1]:
                    start -= 1
                return (_TITLES.get(self.said(self.words[start - 1])) if start > begin else None), False
        return None, False

    def around(self, value: FoundValue, inside: range, clause: range, told: frozenset[int]) -> _Around:
        """The words around a value that is at the tokens `inside`. Those of its clause, and those `told` to be its name's, count most."""
        counted = value.counted if isinstance(value, FoundQuantity) else None
        others = self.told - told if told else frozenset()
        found = _Around()
        first, last = inside.start, inside.stop
        for number in range(max(first - MAX_DISTANCE, 0), min(last + MAX_DISTANCE, len(self.words))):
            word = self.words[number]
            is_inside = number in inside
            if not word.stem or number in others or (is_inside and (counted is None or word.start < counted.start)):
                continue
            distance = 0 if is_inside else first - number if number < first else number - last + 1
            is_near = number in clause or number in told
            part = _REACH / (_REACH + distance) * (1.0 if is_near else _OTHER_CLAUSE)
            weight = self.lexicon.weight(word.stem) * part
            found.weights[word.stem] = max(found.weights.get(word.stem, 0.0), weight)
            if is_near:
                found.near.add(word.stem)
            if self.names[number]:
                found.names.add(word.stem)
        return found

    def owner(self, first: int, last: int) -> frozenset[str]:
        """The words of the name that a value is about; none where no name is near."""
        if last + 1 < len(self.words) and self.words[last].links and self.names[last + 1]:
            return self.name_at(last + 1)
        if (near := self.name_next_to(first, last)) is not None:
            return self.name_at(near)
        linked: frozenset[str] = frozenset()
        number = first - 1
        while number >= max(first - MAX_DISTANCE, 0):
            if self.names[number]:
                name = self.name_at(number)
                before = number
                while before > 0 and self.names[before - 1]:
                    before -= 1
                if not (before and self.words[before - 1].links):
                    return name
                linked = linked or name
                number = before
            number -= 1
        return linked

    def is_linked(self, first: int, last: int) -> bool:
        """Whether the value is tied to its name: "300 in Ohio", "Ohio (300)", "Ohio with 300", "and Ohio 300"."""
        if last + 1 < len(self.words) and self.words[last].links and self.names[last + 1]:
            return True
        return self.name_next_to(first, last) is not None

    def name_next_to(self, first: int, last: int) -> int | None:
        """The last token of the name that is right before a value, or before a bracket, a word such as "with" and it.

        Of a value alone between commas, it is the name before the first of them.
        """
        if first and self.names[first - 1]:
            start = first - 1
            while start and self.names[start - 1]:
                start -= 1
            # "beat Ohio 300 to 200" is about someone else
            return first - 1 if not start or self.words[start - 1].ends_clause else None
        word = self.words[first - 1] if first > 1 else None
        if word is None or word.stem or not self.names[first - 2]:
            return None
        is_tied = self.is_apposed(first, last) if word.ends_clause else self.said(word) in _TIES
        if not is_tied:
            return None
        return first - 2

    def said(self, word: Word) -> str:
        """A token as it is in the sentence, in lower case."""
        return self.sentence[word.start : word.end].lower()

    def has_one_name(self, begin: int, first: int, end: int) -> bool:
        """Whether the clause of a value has one name, before the value."""
        runs = [
            number
            for number in range(begin, end)
            if self.names[number] and not (number > begin and self.names[number - 1])
        ]
        return len(runs) == 1 and runs[0] < first

    def name_at(self, number: int) -> frozenset[str]:
        """The words of the name that a token is part of."""
        first = last = number
        while first > 0 and self.names[first - 1]:
            first -= 1
        while last + 1 < len(self.words) and self.names[last + 1]:
            last += 1
        return frozenset(word.stem for word in self.words[first : last + 1])

    def part_of(self, value: FoundValue, first: int, last: int) -> frozenset[str]:
        """The words after the "of" of "40 percent of the town's voters"; none of a value of another kind."""
        if not isinstance(value, FoundQuantity) or value.value.kind not in _PARTS:
            return frozenset()
        number = last
        if value.counted is not None and value.counted.start < value.span.end:
            while number > first and self.words[number - 1].start >= value.counted.start:
                number -= 1
            number -= 1
        if number < first or number >= len(self.words) or self.said(self.words[number]) != "of":
            return frozenset()
        found: set[str] = set()
        for word in self.words[number + 1 : number + 1 + _LONGEST_PART]:
            is_small = not word.stem and self.sentence[word.start].islower()  # "New" of "New York" is of the name
            if word.ends_clause or (is_small and self.said(word) not in _WITHIN_PART):
                break
            found |= {word.stem} - {""}
        return frozenset(found or {_OTHERS})

    def is_apposed(self, first: int, last: int) -> bool:
        return (
            last - first == 1
            and first > 0
            and _is_mark(self.words[first - 1])
            and (last == len(self.words) or _is_mark(self.words[last]))
        )

    def figures(self, value: FoundValue) -> dict[str, float]:
        """The other numbers and times, with what they tell."""
        start = value.span.start
        return {
            key: _FIGURE * _REACH / (_REACH + abs(span.start - start) / _TOKEN)
            for span, key in self.keys
            if span.start != start
        }


_PRONOUNS: Final = {"he": Gender.MALE, "him": Gender.MALE, "she": Gender.FEMALE}
"""Without "his" and "her", which may be of someone else than the value."""
_TITLES: Final = {"mr": Gender.MALE, "mrs": Gender.FEMALE, "ms": Gender.FEMALE, "miss": Gender.FEMALE}
_GOES_ON: Final = re.compile(r"(?:\band|,)[ \u00a0]\Z")
_OF_PLACE: Final = re.compile(r"[ \u00a0](?:in|from|at|for)\b")
_PARTS: Final = (QuantityKind.PERCENT, QuantityKind.SHARE)
_OTHERS: Final = "whom"
"""What a number is a part of that a pronoun names."""
_LONGEST_PART: Final = 6
"""So many tokens after "of" are looked at."""
_WITHIN_PART: Final = frozenset({"the", "a", "of", "all", "its", "their", "his", "her", "those", "these", "our"})
_TIES: Final = frozenset({"(", "with", "at", "on", "has", "had", "have", "was", "got"})
"""Between a name and a number, these say that the number is about the name."""
_NO_BREAK: Final = (QuantityKind.ORDINAL, QuantityKind.FACTOR)
"""Ordinals and factors are words of their clause; other values are between two clauses."""
_FIGURE: Final = 3.0
"""How much another number that both sentences have tells, next to the logarithm of how rare a word is."""
_SMALL: Final = 10
"""Whole numbers below this are in sentences about anything."""


_KINDS_ANYWHERE: Final = (QuantityKind.NUMBER, QuantityKind.ORDINAL, QuantityKind.FACTOR)


_TOKEN: Final = 6.0
"""So many code points are a token, about."""


def _is_mark(word: Word) -> bool:
    """Whether a token is a comma or another mark, and no word."""
    return word.ends_clause and word.end - word.start == 1


def _key(value: FoundValue) -> str | None:
    """What recognizes the same number or day in another sentence; None for numbers that are found anywhere."""
    said = value.value
    if isinstance(said, Quantity):
        if said.stated is None or (said.kind in _KINDS_ANYWHERE and said.stated < _SMALL and said.stated % 1 == 0):
            return None
        return f"{said.kind} {said.currency} {said.stated}"
    return str(said) if isinstance(said, TimeInterval) else None


def _subject(words: Sequence[Word], lexicon: Lexicon) -> frozenset[str]:
    """The name that a sentence begins with; a first word alone may only look like one."""
    found: list[Word] = []
    for word in words[_first_content(words, lexicon) :]:
        if not word.is_name and not (not found and word.is_first and lexicon.is_name(word)):
            break
        found.append(word)
    is_sure = any(word.is_name or lexicon.knows_name(word.stem) for word in found)
    return frozenset(word.stem for word in found) if is_sure else frozenset()


def _first_content(words: Sequence[Word], lexicon: Lexicon) -> int:
    """1 where a sentence begins with one word before a name, as "the", a title or a first name that is nowhere else; else 0."""
    if not words or words[0].ends_clause or words[0].links:
        return 0
    is_skipped = not words[0].stem or words[0].stem in TITLES
    return 1 if is_skipped or (not lexicon.is_name(words[0]) and len(words) > 1 and words[1].is_name) else 0
