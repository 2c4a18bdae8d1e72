"""Whether the words of a mention are a name of an entity: titles, initials, inflection and other spellings allowed for."""

from __future__ import annotations

import enum
import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping

from newsfacts.immutable import frozen
from newsfacts.model import Document, Entity, EntityKind
from newsfacts.patterns import lazy_pattern
from newsfacts.text.english import HONORIFICS, NAME_PARTICLES, lower_words

__all__ = ["Fit", "Fitting", "fit", "is_name", "names_of_all", "says_nothing_of_names"]

MAX_NAME = 80
"""How many code points the words of a mention may have to be looked at as a name."""

_AGE = lazy_pattern(r",?\s*\(?\d{1,3}\)?,?\Z")
_POSSESSIVE = lazy_pattern(r"['’ʼ‘`]s?\Z")
_TOKEN = lazy_pattern(r"[^\W\d_]+(?:[-'’ʼ‘`.][^\W\d_]+)*\.?")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "md", "phd"})
_INSTITUTION = lazy_pattern(
    r"(?:the )?(?P<sort>[\w ]{3,40}?) (?:of|for) (?:the )?(?P<subject>[\w ,&-]{3,60})", re.IGNORECASE
)
_MOHAMMED = lazy_pattern(r"m[aou]h[aeo]mm?[aei][dt]")
_ALIKE = str.maketrans({"q": "k", "c": "k", "g": "k", "w": "v", "z": "s", "j": None, "y": None, "h": None})


_TWO_CAPITALS = lazy_pattern(r"[A-Z]{2}[a-z]{2,}")


class Fit(enum.Enum):
    """How the words of a mention and the names of its entity go together."""

    FITS = "fits"
    NOT_A_NAME = "not a name"
    MISSPELT = "misspelt"
    OTHER_SUBJECT = "other subject"
    OTHER_NAME = "other name"


@frozen
class Fitting:
    """The outcome; `word` is the one that does not fit, and `wanted` the name that is nearest to it."""

    fit: Fit
    word: str = ""
    wanted: str = ""


_FITS = Fitting(Fit.FITS)
_NOT_A_NAME = Fitting(Fit.NOT_A_NAME)


@functools.lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A word without case, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


@functools.lru_cache(maxsize=8192)
def tokens(words: str) -> tuple[str, ...]:
    """The words of a name, without a possessive ending."""
    return tuple([found[0].rstrip(".") for found in _TOKEN.finditer(_POSSESSIVE.sub("", words.strip()))])


@functools.lru_cache(maxsize=8192)
def is_name(words: str) -> bool:
    """Whether words are written as a name: every word has a capital, apart from particles."""
    found = tokens(_AGE.sub("", words))
    return bool(found) and all(word[0].isupper() or word.lower() in NAME_PARTICLES for word in found)


@functools.lru_cache(maxsize=8192)
def says_nothing_of_names(words: str) -> bool:
    """Whether words are surely no name, and have no capitals that a name would not have: "the mayor"."""
    return not is_name(words) and not is_name(_AGE.sub("", words.strip())) and _TWO_CAPITALS.search(words) is None


def names_of_all(document: Document) -> Mapping[str, tuple[Entity, ...]]:
    """The named entities of the factbook by each of their names, folded."""
    return document.derived(_names_of_all)


def _names_of_all(document: Document) -> dict[str, tuple[Entity, ...]]:
    found: dict[str, tuple[Entity, ...]] = {}
    for entity in document.factbook.entities.values():
        for name in dict.fromkeys(folded(name) for name in entity.names):
            found[name] = (*found.get(name, ()), entity)
    return found


def fit(words: str, entity: Entity) -> Fitting:
    """How the words of a mention fit the entity that it refers to."""
    words = _AGE.sub("", words.strip())
    if len(words) > MAX_NAME or not is_name(words) or not entity.names:
        return _NOT_A_NAME
    if folded(_POSSESSIVE.sub("", words)) in {folded(name) for name in entity.names}:
        return _FITS
    institution = other_subject(words, entity)
    if institution is not None:
        return institution
    proper = proper_tokens(words, entity)
    known = [token for name in entity.names for token in tokens(name)]
    rest = [token for token in proper if not any(fits(token, name) for name in known)]
    if not rest:
        return _FITS if proper else _NOT_A_NAME
    return misfitting(words, entity, rest, known, all_misfit=len(rest) == len(proper))


def proper_tokens(words: str, entity: Entity) -> list[str]:
    """The words of a mention that are part of a name: no titles, initials, particles or words of the entity's roles."""
    titles = {word for role in entity.roles for word in lower_words(role.title)}
    other = NAME_PARTICLES | HONORIFICS | _SUFFIXES | titles
    return [token for token in tokens(words) if len(token) > 1 and token.lower() not in other]


def misfitting(words: str, entity: Entity, rest: list[str], known: list[str], *, all_misfit: bool) -> Fitting:
    """What words with some tokens (`rest`) that fit no name are: misspelt, another name, or not to be judged."""
    near = list(dict.fromkeys((token, name) for token in rest for name in known if is_misspelt(token, name)))
    if len(near) == 1 and len(rest) == 1 and has_proper_names(entity):
        return Fitting(Fit.MISSPELT, *near[0])
    if not all_misfit:
        return _FITS
    is_full_name = len(rest) > 1 and not words.lower().startswith("the ")
    return (
        Fitting(Fit.OTHER_NAME, words, entity.name)
        if is_full_name and entity.kind is EntityKind.PERSON
        else _NOT_A_NAME
    )


def has_proper_names(entity: Entity) -> bool:
    """Whether the names of an entity are not made of common words, which have several spellings."""
    return entity.kind in (EntityKind.PERSON, EntityKind.PLACE) or all(len(tokens(name)) == 1 for name in entity.names)


def other_subject(words: str, entity: Entity) -> Fitting | None:
    """The words name the same kind of institution for something else: "Ministry of Defence" for the Ministry of Health."""
    mine = _INSTITUTION.fullmatch(_POSSESSIVE.sub("", words))
    if mine is None:
        return None
    for name in entity.names:
        theirs = _INSTITUTION.fullmatch(name)
        if theirs is None or theirs["sort"].casefold() != mine["sort"].casefold():
            continue
        one, other = tokens(mine["subject"]), tokens(theirs["subject"])
        if not any(fits(a, b) or is_misspelt(a, b) for a in one for b in other):
            return Fitting(Fit.OTHER_SUBJECT, words, name)
    return None


def fits(token: str, name: str) -> bool:
    """Whether a word is one of a name: the same apart from case and accents, inflected, or in another transliteration."""
    one, other = folded(token), folded(name)
    if one == other or (len(other) >= 3 and one.startswith(other) and len(one) - len(other) <= 4):
        return True
    if min(len(one), len(other)) >= 4 and stem(one, other):
        return True
    if _MOHAMMED.fullmatch(one) and _MOHAMMED.fullmatch(other):
        return True
    return min(len(one), len(other)) >= 4 and len(skeleton(one)) > 1 and skeleton(one) == skeleton(other)


def stem(one: str, other: str) -> bool:
    """Whether two words may be forms of one: they differ in their last letters only, after a vowel at the end of a stem."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, ending = other[shared:], one[shared:]
    return shared >= 4 and len(rest) <= 1 and 0 < len(ending) <= 3 and (rest in "aeiouyäöüаеиоуыэюя")


def skeleton(word: str) -> str:
    """The consonants of a word, with letters that transliterations exchange made one."""
    return "".join(sign for sign in word.translate(_ALIKE) if sign not in "aeiouäöü")


def is_misspelt(token: str, name: str) -> bool:
    """Whether a word is a name with one letter changed, added, lost or exchanged with the next."""
    one, other = folded(token), folded(name)
    if one == other or min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1 or fits(token, name):
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]


def odd_capitals(words: str, names: Iterable[str]) -> str | None:
    """A word with two capitals at its beginning where the name has one: "HIllary"; None where there is none."""
    if _TWO_CAPITALS.search(words) is None:
        return None
    spelt = {token for name in names for token in tokens(name)}
    plain = {token.casefold() for token in spelt}
    for token in tokens(words):
        if token.casefold() in plain and token not in spelt and _TWO_CAPITALS.fullmatch(token):
            return token
    return None
