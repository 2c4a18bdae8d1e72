"""Offices of people: who is called a mayor or a spokeswoman in a text, and quotations of "the mayor" without a name.

Only offices are read that a person has or has not, so that "the governor" and a mayor are two people. An office with a
word such as "former" or "deputy" before it is another one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final

import attrs

from newsfacts.grounding.speakers import SAYING, Speaker, named_in, speakers_differ
from newsfacts.text.english import NOT_NOW

__all__ = ["Described", "Offices", "described_at", "offices_in"]

_FORMS: Final = {
    "mayor": "mayor", "governor": r"governor|gov\.?", "senator": r"senator|sen\.?", "president": "president",
    "representative": r"representative|rep\.?|congressman|congresswoman", "prime minister": "prime minister|premier",
    "chancellor": "chancellor", "sheriff": "sheriff", "police chief": "police chief|chief of police|police commissioner",
    "fire chief": "fire chief", "ambassador": "ambassador", "pope": "pope|pontiff", "king": "king", "queen": "queen",
    "judge": "judge|justice", "attorney general": "attorney general",
    "spokesperson": "spokesman|spokeswoman|spokesperson|press secretary", "chief of staff": "chief of staff",
    "campaign manager": "campaign manager", "chief executive": "chief executive(?: officer)?|ceo",
}  # fmt: skip
"""Offices, with the forms of their names."""
_ALTERNATIVES: Final = "|".join(sorted("|".join(_FORMS.values()).split("|"), key=len, reverse=True))
_OFFICE: Final = rf"(?i:{_ALTERNATIVES})(?![\w-])(?![’']s\b)"
_KEYS: Final = {office: re.compile(forms, re.IGNORECASE) for office, forms in _FORMS.items()}
_ANY: Final = re.compile(rf"(?<![\w-]){_OFFICE}")

_NAME: Final = r"[A-Z][\w’'-]{1,20}(?:[ \u00a0](?:[A-Z]\.|(?:van|von|de|der|den|del|bin|al|la|da)(?=[ \u00a0][A-Z])|[A-Z][\w’'-]{1,20})){0,4}"
_NAME_AFTER: Final = re.compile(
    rf"\s(?P<title>{_NAME})|(?:\sof\s[A-Z][\w’'-]{{1,20}}(?:\s[A-Z][\w’'-]{{1,20}}){{0,3}})?,\s(?P<apposed>{_NAME}),"
)
_NAME_BEFORE: Final = re.compile(
    rf"(?P<name>{_NAME})(?:,|\s(?:is|was|became))(?:\s(?!(?:of|to|by|with|for|and|said|told)\b)[\w-]{{1,20}}){{0,6}}\s$"
)
_REACH: Final = 120
"""So many code points around an office are looked at for the name."""
MAX_HOLDERS: Final = 50
"""So many people with the same office are kept apart."""
_QUOTE_REACH: Final = 200
"""So many code points around a quotation are looked at for who says it."""

_DETERMINER: Final = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne|[Aa]nother|[A-Z][\w’'.-]{1,20}[’']s)"
_PLACE: Final = r"(?:\s+(?:of|for|from|in|at)(?:\s+[\w’'.-]{1,20}){1,5}?)?"
_DESCRIPTION: Final = (
    rf"(?P<determiner>{_DETERMINER})(?P<between>(?:\s+(?!(?:of|for|to|who|from|in|at|with|by|and)\b)[\w’'.-]{{1,20}}){{0,5}}?)"
    rf"\s+(?P<office>{_OFFICE})"
)
_SAID: Final = rf"(?:\s+(?:later|also|then|[a-z]{{1,12}}ly))?\s+(?:{SAYING})\b"
_AFTER: Final = (
    re.compile(rf"[\s,]{{0,3}}{_DESCRIPTION}{_PLACE}{_SAID}"),
    re.compile(
        rf"[\s,]{{0,3}}(?:{SAYING})\s+{_DESCRIPTION}"
        rf"(?=\s+(?:of|for|from|in|at|on|when|as|after|who|during|late|earlier|[A-Z][a-z]{{2,5}}day)\b|[.,;:]|\s*$)"
    ),
)
_BEFORE: Final = (
    re.compile(rf"(?<!\w){_DESCRIPTION}{_PLACE}{_SAID}(?:\s+[\w’'.]{{1,20}}){{0,6}}\s*[,:]?\s*$"),
    re.compile(rf"\b(?i:according\s+to)\s+{_DESCRIPTION}{_PLACE}\s*[,:]?\s*$"),
)
_INDEFINITE: Final = frozenset({"a", "an", "one", "another"})


@attrs.frozen
class Described:
    """A speaker by an office, without a name. `is_definite` is whether "the" or a possessive says which one is meant."""

    office: str
    words: str
    is_definite: bool


@attrs.frozen
class _Held:
    """Someone with an office. `is_plain` is whether no word such as "former" is before it."""

    office: str
    who: Speaker
    is_plain: bool


class Offices:
    """The offices of the people who are named in a text, read once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _by_word(self) -> dict[str, frozenset[str]]:
        """The offices of those who have a word in their name."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for held in _held_in(self.text):
            for word in held.who.names:
                found[word].add(held.office)
        return {word: frozenset(offices) for word, offices in found.items()}

    @cached_property
    def _holders(self) -> dict[str, list[Speaker]]:
        """Those who have an office, each of them once."""
        found: defaultdict[str, dict[frozenset[str], Speaker]] = defaultdict(dict)
        for held in _held_in(self.text):
            known = found[held.office]
            if held.is_plain and len(known) < MAX_HOLDERS:
                known.setdefault(held.who.names, held.who)
        return {office: list(known.values()) for office, known in found.items()}

    def of(self, speaker: Speaker) -> frozenset[str]:
        """The offices that someone has, or had, or may have."""
        return offices_in(speaker.name).union(*(self._by_word.get(word, frozenset()) for word in speaker.names))

    def holder(self, office: str) -> Speaker | None:
        """Who has an office; None where the text names no one, or more than one."""
        found = self._holders.get(office, [])
        return found[0] if found and not any(speakers_differ(found[0], one) for one in found[1:]) else None

    def another_has(self, office: str, speaker: Speaker) -> bool:
        """Whether someone else has an office."""
        return any(speakers_differ(speaker, one) for one in self._holders.get(office, ()))


def offices_in(name: str) -> frozenset[str]:
    """The offices in the words of a name: "Mayor Ada Brandt"."""
    return frozenset(_key(match[0]) for match in _ANY.finditer(name))


def described_at(prose: str, start: int, end: int) -> Described | None:
    """The office by which the quotation from `start` to `end` is attributed to someone; None where it is not.

    In `prose`, quotations are replaced by signs that belong to no word.
    """
    after = prose[end : end + _QUOTE_REACH].split("\n\n")[0]
    before = prose[max(start - _QUOTE_REACH, 0) : start].rsplit("\n\n")[-1]
    if _ANY.search(after) is None and _ANY.search(before) is None:
        return None
    matches = (*(pattern.match(after) for pattern in _AFTER), *(pattern.search(before) for pattern in _BEFORE))
    match = next((match for match in matches if match is not None), None)
    if match is None or not _is_plain(match["between"]):
        return None
    words = " ".join(f"{match['determiner']}{match['between']} {match['office']}".split())
    return Described(
        _key(match["office"]), words[:1].lower() + words[1:], match["determiner"].lower() not in _INDEFINITE
    )


def _held_in(text: str) -> Iterator[_Held]:
    for match in _ANY.finditer(text):
        before = text[max(match.start() - _REACH, 0) : match.start()]
        named = _NAME_AFTER.match(text, match.end(), match.end() + _REACH)
        if named is not None:
            name, may_be_past = named["title"] or named["apposed"], before
        else:
            owner = _NAME_BEFORE.search(before)
            if owner is None:
                continue
            name, may_be_past = owner["name"], before[owner.end("name") :]
        speaker = named_in(name)
        if speaker is not None:
            yield _Held(_key(match[0]), speaker, _is_plain(may_be_past))


_CLAUSE_END: Final = re.compile(r"[!?;:,]\s|(?<!\bLt)(?<!\blt)\.\s")


def _is_plain(before: str) -> bool:
    """Whether the words right before an office, in its clause, leave it as it is."""
    last = [word.lower().strip(".,") for word in _CLAUSE_END.split(before)[-1].split()[-2:]]
    return not any(word in NOT_NOW or word in ("lt", "lieutenant") for word in last)


def _key(words: str) -> str:
    return next(office for office, pattern in _KEYS.items() if pattern.fullmatch(words))
