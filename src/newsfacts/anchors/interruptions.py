"""Attributions between the parts of a quotation: `villain,” he said. “The villain is`.

One is a part of a sentence with a verb of speaking, no more, between a closing and an opening mark, and a sign before the latter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import attrs

from newsfacts.anchors.pieces import Piece
from newsfacts.text.english import CALENDAR_NAMES, FINITE, SPEECH_VERBS, SUBJECTS, ends_in_abbreviation
from newsfacts.text.spans import Span

__all__ = ["MAX_JOINTS", "Interruption", "Interruptions", "in_words", "is_attribution", "split_at"]

MAX_JOINTS = 4
"""At how many places of a quotation an attribution may be left out."""

MAX_WORDS = 25
"""How many words an attribution may have."""

_AFTER = 400
"""How many code points after the second part are looked at for who said it."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TOKEN = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"(?:(?P<first>[^\W\d_]+)[-‐\xad][ \t]*(?:\r\n?|\n)[ \t]*)?(?P<last>[^\W_]+)[\W_]*\Z")
_INTERRUPTION = re.compile(
    r"(?P<close>[\"”»’'](?<=[\w,.!?;:…—–-].)|''(?<=[\w,.!?;:…—–-]''))(?P<after>[,.]?)\s{1,3}"
    r"(?P<words>[^\"“”«»‘]{2,200}?[^\s\"“”«»‘])(?P<open>\s{1,4}(?:''|``|[\"“«‘']))(?=[\w\[‘'“$£€…])"
)
_CLOSING = re.compile(r"[\"”»]|''|[’'](?=\s)(?<=[,.!?…—–-].)")
_FOLLOWING = re.compile(r"[,.]?[ \t]{0,3}(?:\r?\n)?[ \t]{0,3}([^\s\"“”«»][^\"“”«».]{1,200})")
_STOPS = ",.!?;:…—–-"
_SIGNS = ",.;—–-"
# Words with which an attribution goes on to say what was said.
_CONTENT = frozenset({
    "that", "adding", "calling", "describing", "saying", "whether", "because", "how", "why", "but", "suggesting", "arguing",
})  # fmt: skip
_RELATIVES = frozenset({"who", "whose", "which", "where", "when", "as", "after", "before"})


@attrs.frozen
class Interruption:
    """One attribution of a source: where the words before it end, its closing mark, its own words, and where the quotation goes on.

    `doubt` is why the second part may be someone else's; empty where nothing says so.
    """

    before: int
    close: int
    words: Span
    after: int
    doubt: str = ""

    def joins(self, first: Span, second: Span) -> bool:
        """Whether it is what is between two spans of the source."""
        return self.before <= first.end <= self.close and second.start == self.after


class Interruptions:
    """The attributions of a text, by the words before and after them in small letters."""

    def __init__(self, text: str) -> None:
        self.by_words: set[tuple[str, str]] = set()
        self.by_close: dict[int, Interruption] = {}
        self.by_after: dict[int, Interruption] = {}
        for found in _interruptions(text):
            self.by_close[found.close] = found
            self.by_after[found.after] = found
            after = _TOKEN.search(text, found.after)
            if after is not None:
                self.by_words.update((before, after[0].lower()) for before in _last_words(text, found.before))

    def next_to(self, span: Span) -> Iterator[Interruption]:
        """Those right after a span, and right before it."""
        for close in range(span.end, span.end + 4):
            if close in self.by_close and self.by_close[close].before <= span.end:
                yield self.by_close[close]
        if span.start in self.by_after:
            yield self.by_after[span.start]

    def between(self, first: Span, second: Span) -> Interruption | None:
        """The one that is between two spans of the source."""
        found = self.by_after.get(second.start)
        return found if found is not None and found.joins(first, second) else None


def _interruptions(text: str) -> Iterator[Interruption]:
    for found in _INTERRUPTION.finditer(text):
        words = Span(found.start("words"), found.end("words"))
        if not is_attribution(words.slice(text)) or _introduces(found, text):
            continue
        before = found.start()
        while before > 0 and text[before - 1] in _STOPS:
            before -= 1
        yield Interruption(before, found.start(), words, found.end(), _doubt(text, found))


def _last_words(text: str, end: int) -> Iterator[str]:
    """The last word before an offset in small letters, and, where a line end parts it, the whole of it."""
    found = _LAST_WORD.search(text[max(0, end - 60) : end])
    if found is not None:
        yield found["last"].lower()
        if found["first"]:
            yield (found["first"] + found["last"]).lower()


def _introduces(found: re.Match[str], text: str) -> bool:
    """Whether an attribution belongs to other words: to those after it, or to the sentence that the quotation is a part of."""
    if _has_empty_line(text[found.end("close") : found.start("words")]):
        return True
    if (
        text[found.start() - 1] not in _STOPS and not found["after"]
    ):  # the sentence goes on: “a challenge” for her, she said
        first = _WORD.search(found["words"])
        if first is not None and first[0].lower() not in SPEECH_VERBS | SUBJECTS and first[0].islower():
            return True
    return text[found.start() - 1] in ".!?" and found["words"][0].isupper() and found["words"][-1] != "."


def _has_empty_line(spaces: str) -> bool:
    return spaces.replace("\r\n", "\n").count("\n") > 1


def is_attribution(words: str) -> bool:
    """Whether words only say who speaks, and end with a sign: `he said.`, `the mayor told reporters on Friday,`."""
    if words[-1:] not in _SIGNS:
        return False
    bare = words.rstrip(_SIGNS + " ")
    spoken = [word.lower() for word in _WORD.findall(bare)]
    verb = next((number for number, word in enumerate(spoken) if word in SPEECH_VERBS), None)
    if verb is None or len(spoken) > MAX_WORDS or not _CONTENT.isdisjoint(spoken):
        return False
    if not FINITE.isdisjoint(spoken[verb + 1 :]) and _RELATIVES.isdisjoint(spoken):
        return False  # "said the line was"
    return not any(
        not ends_in_abbreviation(bare[: match.start() + 1]) for match in re.finditer(r"[.!?](?=\s)", bare)
    ) and not any(sign in bare for sign in (";", ": "))


def _doubt(text: str, found: re.Match[str]) -> str:
    """Why the part after an attribution may be someone else's words."""
    first = _speaker(found["words"])
    closing = _CLOSING.search(text, found.end(), found.end() + 2000)
    second = None
    if closing is not None and text[closing.start() - 1] not in ".”’":  # after a full stop another sentence begins
        sentence = _FOLLOWING.match(text, closing.end(), closing.end() + _AFTER)
        second = _speaker(sentence[1]) if sentence is not None and _has_speech(sentence[1]) else None
    if second is not None and not _may_be_same(first, second):
        return f"{_shown(first)} says the first part, and {_shown(second)} the second"
    return ""


def _has_speech(words: str) -> bool:
    return not SPEECH_VERBS.isdisjoint(word.lower() for word in _WORD.findall(words))


def _speaker(words: str) -> tuple[str, ...]:
    """The names in an attribution, or else its pronoun, or else its words but for the verb."""
    found = _WORD.findall(words)
    names = [
        word
        for word in found
        if word[0].isupper() and word.lower() not in SUBJECTS | CALENDAR_NAMES | {"the", "in", "at"}
    ]
    pronouns = [word.lower() for word in found if word.lower() in SUBJECTS]
    if names and not (pronouns and found.index(names[0]) > 2):
        return tuple(names)
    return tuple(pronouns[:1]) or tuple(word.lower() for word in found if word.lower() not in SPEECH_VERBS)


def _may_be_same(first: Sequence[str], second: Sequence[str]) -> bool:
    if not first or not second or {*first} & {*second}:  # words that name no one may be about anyone
        return True
    return second[0] in SUBJECTS and first[0] not in SUBJECTS


def _shown(speaker: Sequence[str]) -> str:
    return " ".join(speaker)


def in_words(words: str) -> list[str] | None:
    """The parts of words that have an attribution between them, with marks, None where there is none."""
    parts = []
    position = 0
    for found in _INTERRUPTION.finditer(words):
        if is_attribution(found["words"]):
            parts.append(words[position : found.start()])
            position = found.end()
    if not parts:
        return None
    parts.append(words[position:])
    parts[0] = parts[0].lstrip("\"“«‘'")
    parts[-1] = parts[-1].rstrip("\"”»’'") if parts[-1][-1:] in "\"”»’'" else parts[-1]
    return [part.strip() for part in parts]


def split_at(pieces: Sequence[Piece], known: Interruptions) -> Iterator[tuple[Piece, ...]]:
    """The pieces with every choice of places where an attribution of the source may be left out; most places first."""
    places = [(number, place) for number, piece in enumerate(pieces) for place in _joints(piece.words, known)][
        :MAX_JOINTS
    ]
    for count in range(len(places), 0, -1):
        for chosen in combinations(places, count):
            yield tuple(_split(pieces, chosen))


def _joints(words: str, known: Interruptions) -> Iterator[int]:
    """Where the words go on after an attribution that the source may have there."""
    before: re.Match[str] | None = None
    for token in _TOKEN.finditer(words):
        if before is not None and (before[0].lower(), token[0].lower()) in known.by_words:
            yield token.start()
        before = token


def _split(pieces: Sequence[Piece], chosen: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    for number, piece in enumerate(pieces):
        places = [place for of, place in chosen if of == number]
        if not places:
            yield piece
            continue
        for start, end in zip([0, *places], [*places, len(piece.words)], strict=True):
            yield attrs.evolve(
                piece,
                words=piece.words[start:end].strip(),
                elides=piece.elides and start == 0,
                insertions=piece.insertions if start == 0 else (),
                free=tuple(place - start for place in piece.free if start <= place < end),
                is_cut=piece.is_cut and end == len(piece.words),
                resumes=start > 0,
                pauses=end < len(piece.words),
            )
