"""Who says a quotation, where the text names the speaker right next to it with "said" or a word like it.

Only names are read, and only where nothing else can be meant; a pronoun or a description ("the mayor") names no one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from newsfacts.text.english import HONORIFICS, NAME_PARTICLES, SPEECH_VERBS
from newsfacts.text.quotation_marks import scan
from newsfacts.text.spans import Span
from newsfacts.values.quantities.reading.number_words import word_set

__all__ = [
    "NAME",
    "QUOTED",
    "SAYING",
    "Speaker",
    "all_named",
    "last_named",
    "named_in",
    "speaker_at",
    "speakers_differ",
]

_REACH: Final = 160
"""How many code points next to a quotation are looked at."""
_MANNER: Final = (
    "retaliated retorted fumed thundered snapped shot fired scoffed demanded reasoned pledged reports reported calls call tweeting "
    "protested objected agreed explaining repeated reiterated insisted"
)
SAYING: Final = "|".join(
    sorted((SPEECH_VERBS | set(_MANNER.split())) - {"began", "read", "reads", "according", "went"})
)
"""The verbs that name a speaker, as alternatives of a pattern."""
_DESCRIBED: Final = r"(?:(?:an?|the|The|An?)[ \u00a0](?:[a-z-]+[ \u00a0]){1,3})?"
"""An article and adjectives before a name: "an angry Hollande"."""
_SHORT: Final = r"(?:[A-Z]|Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Prof|Rev|Capt|Col|Lt|Sgt|Maj|Adm|Hon|St)\."
"""Initials and titles: after other words, a full stop ends the sentence, and with it the name."""
NAME: Final = (
    rf"(?:(?:{_SHORT}|[A-Z][\w’'-]*|[a-z]{{2,3}}|[a-z]{{1,8}}-[A-Z][a-z]{{1,20}})[ \u00a0]){{0,5}}[A-Z][\w’'-]+"
)
"""Words with capitals, and between them particles ("van der") and offices such as "co-Anchor"."""
_APPOSITION: Final = r"(?:,[^,.!?;:\n“”\"]{1,80},)?"
_AFTER: Final = re.compile(
    rf"[\s,]{{0,3}}(?:(?:{SAYING})\s+{_DESCRIBED}(?P<inverted>{NAME})|{_DESCRIBED}(?P<name>{NAME}){_APPOSITION}\s+(?:{SAYING}))\b"
)
_BEFORE: Final = re.compile(
    rf"(?P<name>{NAME}){_APPOSITION}\s+(?:{SAYING})"
    r"(?:(?:\s+(?:that|[a-z]+\s+on\s+[A-Z][a-z]+|on\s+[A-Z][a-z]+|[A-Z][a-z]+day))?\s*[,:]?|(?:\s+[\w’'.]{1,20}){1,6}\s*[,:])\s*$"
)
"""The name and the verb before a quotation; a comma or a colon ends what comes between the verb and the quotation."""
QUOTED: Final = "_"
"""Each code point of a quotation in the words that `last_named` reads."""
_JUDGING: Final = "called|described|dismissed|labeled|labelled|dubbed|hailed|denounced"
"""Verbs that name the speaker of words that come later in the sentence or in the next one."""
_ANYWHERE: Final = re.compile(
    rf"(?:\b(?P<name>{NAME}){_APPOSITION}\s+(?:{SAYING}|{_JUDGING})|{QUOTED}[\s,]{{0,2}}(?:{SAYING})\s+(?P<inverted>{NAME})"
    rf"|\b[Aa]ccording\s+to\s+(?:[a-z]{{1,12}}\s+){{0,4}}(?P<source>{NAME}))\b"
)
_ACCORDING: Final = re.compile(rf"(?i:according\s+to)\s+(?P<name>{NAME})\s*[,:]?\s*$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT_NAMES: Final = word_set(
    "he she they it we i you who that this there the a an one another others monday tuesday wednesday thursday friday saturday "
    "sunday officials police sources people critics experts residents reporters supporters one"
)


@attrs.frozen
class Speaker:
    """A speaker by the name that a text gives."""

    name: str

    @property
    def names(self) -> frozenset[str]:
        """The words of the name in lower case, without titles."""
        words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(self.name)]
        kept = [word for word in words if word not in HONORIFICS and word not in NAME_PARTICLES and len(word) > 1]
        return frozenset(kept or words)


def speaker_at(text: str, place: Span, *, widen: bool = False) -> Speaker | None:
    """The speaker that is named next to the quotation at `place`; with `widen`, next to the marks around `place`."""
    if widen:
        around = _marks_around(text, place)
        if around is None:
            return None
        place = around
    after = text[place.end : place.end + _REACH].split("\n\n")[0]
    before = text[max(place.start - _REACH, 0) : place.start].rsplit("\n\n")[-1]
    found: set[str] = set()
    match = _AFTER.match(after)
    if match is not None and not _is_of_next(text[place.start : place.end], after[match.end() :]):
        found |= set(_named(match["inverted"] or match["name"]))
    else:
        for pattern in (_BEFORE, _ACCORDING):
            match = pattern.search(before)
            if match is not None:
                found |= set(_named(match["name"]))
    return Speaker(found.pop()) if len(found) == 1 else None


_NEXT: Final = re.compile(r"\s*[,:]\s*[“\"‘'«]")
_FULL_STOP: Final = re.compile(r"[.!?…][”\"’'»]{0,2}\Z")


def _is_of_next(quote: str, rest: str) -> bool:
    """Whether the attribution after a quotation that ends with a full stop brings in the next one: `"..." Klein quipped, "..."`."""
    return bool(_FULL_STOP.search(quote)) and bool(_NEXT.match(rest))


def last_named(prose: str) -> tuple[Speaker, int] | None:
    """The speaker who is named last with a verb of saying, and where that ends. In `prose`, quotations are `QUOTED` signs."""
    found = None
    for match in _ANYWHERE.finditer(prose):
        speaker = _speaker_of(match)
        found = found if speaker is None else (speaker, match.end())
    return found


def all_named(prose: str) -> Iterator[tuple[int, Speaker]]:
    """All those who are named with a verb of saying, in order, and where each of them begins; `prose` as for `last_named`."""
    for match in _ANYWHERE.finditer(prose):
        speaker = _speaker_of(match)
        if speaker is not None:
            yield match.start(), speaker


def _speaker_of(match: re.Match[str]) -> Speaker | None:
    return named_in(match["name"] or match["inverted"] or match["source"])


def named_in(words: str) -> Speaker | None:
    """The speaker whom capitalised words name; None where they name no one."""
    return next((Speaker(name) for name in _named(words)), None)


def _named(words: str) -> Iterator[str]:
    """The name in the words of a source; nothing where they name no one."""
    kept = words.split()
    while kept and (kept[0].lower().strip(".,") in _NOT_NAMES or kept[0][:1].islower()):
        kept = kept[1:]
    if kept and kept[-1].lower() not in _NOT_NAMES:
        speaker = Speaker(" ".join(kept))
        if speaker.names and any(word not in HONORIFICS for word in speaker.names):
            yield speaker.name


def _marks_around(text: str, place: Span) -> Span | None:
    """The quotation marks around a place, in the paragraphs next to it."""
    start = max(text.rfind("\n\n", 0, place.start), place.start - 4 * _REACH, 0)
    end = text.find("\n\n", place.end)
    end = min(len(text) if end < 0 else end, place.end + 4 * _REACH)
    for stretch in scan(text[start:end]).stretches:
        span = Span(stretch.start + start, stretch.end + start)
        if stretch.level == 1 and span.contains(place):
            return span
    return None


def speakers_differ(one: Speaker, other: Speaker) -> bool:
    """Whether two names cannot be of one person: they share no word, and none is an abbreviation of the other."""
    if one.names & other.names:
        return False
    initials = {"".join(word[0] for word in sorted(names, key=name.lower().find)) for names, name in
                ((one.names, one.name), (other.names, other.name))}  # fmt: skip
    return not any(word in initials for word in one.names | other.names)
