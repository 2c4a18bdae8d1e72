"""The content words of a sentence: stems without the words that any sentence has, and which of them are names."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from newsfacts.values.quantities.reading.number_words import word_set

__all__ = ["TITLES", "Word", "content_words", "stem"]

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*|\d+(?:[.,:/-]\d+)*[^\W\d_]*|[,;:()–—]")

STOP: Final = word_set(
    """a about above after again against all almost also although always am among an and another any anyone are as at
    away be became because become been before being below between both but by came can cannot could did do does done down
    during each either else ever every few first for from further gave get gets getting give given go goes going gone got
    had has have having he hence her here hers herself him himself his how however i if in indeed into is it its itself
    just kept know known last least less like made make makes many may me might more most much must my myself near nearly
    need neither never new next no none nor not now of off often on once one only onto or other others our ours out over
    own per perhaps put quite rather really said same saw say saying says second see seem seemed several shall she should
    since so some still such take taken than that the their them themselves then there these they this those though
    through throughout thus to together too took toward towards two under until up upon us use used using very via
    was we well went were what whatever when where whether which while who whole whom whose why will with within without
    would yet you your yours according added adding including around roughly approximately early late earlier later
    ago today yesterday tomorrow mr mrs ms dr percent per cent number numbers total time times
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december year years month months week weeks day days hour hours minute minutes am pm a.m p.m
    hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half three four five six
    seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
    fifty sixty seventy eighty ninety"""
) | {"told"}
"""Words that say nothing about what a sentence is about; numbers and dates are compared by their values."""

_NOT_NAMES: Final = word_set(
    "democrat democrats democratic republican republicans gop american americans national federal european western eastern "
    "northern southern english president senator governor mayor minister secretary mr sen rep gov"
)
"""Capitalised words that name no one."""
_OF_COMMON_NOUNS: Final = (
    "s", "tion", "ment", "ity", "ism", "ing", "age", "ness", "ship", "er", "or", "ee", "out", "down", "sion", "ed",
    "police", "policy", "ly", "man", "men", "ive", "people",
)  # fmt: skip
"""Endings of words that begin a sentence and are seldom names."""
_CLAUSE_ENDS: Final = frozenset({"and", "but", "while", "whereas", "or", "compared", "versus"})

_LINKS: Final = frozenset({"in", "for", "from", "of", "at"})

_ALIKE: Final[Mapping[str, str]] = MappingProxyType({
    word: group
    for group, words in {
        "killed": "dead death deaths die dies died dying kill kills killed killing killings fatal fatality fatalities perished lives",
        "injured": "injure injures injured injuring injury injuries hurt wounded wound wounds wounding casualties",
        "missing": "missing unaccounted",
        "arrested": "arrest arrests arrested arresting detained detain detains custody",
        "rescued": "rescue rescued rescues rescuing saved",
        "evacuated": "evacuate evacuated evacuates evacuation evacuees displaced",
        "man": "man men",
        "woman": "woman women",
        "child": "child children",
        "people": "people person persons",
        "vote": "vote votes voted voter voters voting ballot ballots",
        "poll": "poll polls polling survey surveys surveyed",
        "change": "rise rises rose risen rising increase increased increases increasing grew grow grown growth climbed climb up gain gained "
        "fall falls fell fallen falling decrease decreased decreases drop dropped drops decline declined declines down lost",
        "democrat": "democrat democrats democratic",
        "republican": "republican republicans gop",
        "buy": "buy buys bought buying purchase purchased purchases acquire acquired acquires",
    }.items()
    for word in words.split()
})  # fmt: skip
"""Words of one meaning in a report, by the word that they are compared as."""


@attrs.frozen(slots=True)
class Word:
    """A token at the code points `start`..`end` of its sentence. `stem` is empty for numbers, stop words and marks."""

    start: int
    end: int
    stem: str
    is_name: bool = False
    is_first: bool = False
    """Whether it is capitalised and begins the sentence, so that only other sentences show whether it is a name."""
    may_be_name: bool = False
    """Whether it begins the sentence and does not look like a common noun."""
    ends_clause: bool = False
    links: bool = False
    """Whether it is a preposition that ties a name to the number before it: "300 in Ohio"."""


def content_words(sentence: str) -> list[Word]:
    """The tokens of a sentence in order."""
    found: list[Word] = []
    has_content = False
    for match in _TOKEN.finditer(sentence):
        form = _form(match[0])
        begins = form.is_capital and not form.is_acronym and not has_content
        is_name = form.is_acronym or (form.is_capital and not begins)
        word = Word(match.start(), match.end(), form.stem, is_name, begins, begins and form.may_be_name)
        if form.ends_clause or form.links:
            word = attrs.evolve(word, ends_clause=form.ends_clause, links=form.links)
        found.append(word)
        has_content = has_content or bool(form.stem)
    return found


@attrs.frozen(slots=True)
class _Form:
    """What a token is wherever it occurs."""

    stem: str = ""
    is_capital: bool = False
    is_acronym: bool = False
    may_be_name: bool = False
    ends_clause: bool = False
    links: bool = False


@functools.lru_cache(maxsize=65536)
def _form(raw: str) -> _Form:
    if not raw[0].isalpha():
        return _Form(ends_clause=not raw[0].isdigit() and raw != "(")
    word = raw.lower()
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if word in STOP or len(word) < 2 or ("-" in word and all(part in STOP for part in word.split("-"))):
        return _Form(ends_clause=word in _CLAUSE_ENDS, links=word in _LINKS)
    is_capital = raw[0].isupper() and word not in _NOT_NAMES
    is_acronym = raw.isupper() and len(raw) > 1
    return _Form(stem(word), is_capital, is_acronym, not word.endswith(_OF_COMMON_NOUNS))


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word in lower case without its ending, so that its forms are compared as one. Rough on purpose."""
    alike = _ALIKE.get(word)
    if alike is not None:
        return alike
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            base = word[: len(word) - len(ending)] + instead
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz" and ending in ("ed", "ing"):
                base = base[:-1]
            return base.removesuffix("e") if len(base) > 4 else base
    return word.removesuffix("e") if len(word) > 4 else word


_ENDINGS: Final = (
    ("ations", "at", 3), ("ation", "at", 3), ("ments", "ment", 3), ("ies", "y", 2), ("sses", "ss", 2), ("ches", "ch", 2),
    ("shes", "sh", 2), ("xes", "x", 2), ("ings", "", 3), ("ing", "", 3), ("ied", "y", 2), ("ed", "", 3), ("ss", "ss", 0),
    ("us", "us", 0), ("is", "is", 0), ("ers", "er", 3), ("s", "", 2),
)  # fmt: skip


TITLES: Final = frozenset(
    map(
        stem,
        [
            "president",
            "senator",
            "sen",
            "governor",
            "gov",
            "representative",
            "rep",
            "congressman",
            "congresswoman",
            "mayor",
            "minister",
            "chancellor",
            "secretary",
            "judge",
            "justice",
            "general",
            "captain",
            "professor",
            "doctor",
            "dr",
            "mr",
            "mrs",
            "ms",
            "king",
            "queen",
            "prince",
            "princess",
            "pope",
            "sir",
            "lady",
        ],
    )
)
"""Stems of the words before a name that do not belong to it."""
