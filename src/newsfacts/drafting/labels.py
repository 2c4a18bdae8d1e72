"""Speakers that a colon names, without a verb: in headlines, interviews and transcripts, and before quotations.

The source is the phrase before the colon, the cue is the colon, and the content is what follows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsfacts.drafting.speaker_phrases import (
    NamedSpeaker,
    SpeakerKind,
    is_mentioned,
    phrase_before,
    speaker_kind,
    without_time,
)
from newsfacts.drafting.tokens import Sentence, Token, TokenizedText
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["labels", "without_labels"]

MAX_LABEL = 14
"""How many words and marks are looked at before the colon after a speaker."""

MAX_TURN = 6
"""How many paragraphs a turn of a conversation has at most."""

MAX_VERB = 3
"""How many words a verb has at most that is not known as one, with what belongs to it."""

FINITE = frozenset({"be", "have", "do", "modal", "ed", "past", "s", "to"})
"""Classes of words of which a clause has at least one."""

MIN_WORDS = 3
"""How many words a headline has at least after a speaker."""

_MARKUP = frozenset("*_#>•")
_END = frozenset(".?!…”\"’')")


@attrs.frozen
class _Colon:
    """A colon after words that may name a speaker."""

    sentence: Sentence
    at: int
    words: tuple[Token, ...]
    kind: SpeakerKind
    is_first: bool

    @property
    def after(self) -> Sequence[Token]:
        """The words after the colon, without marks of emphasis."""
        first = self.at + 1
        tokens = self.sentence.tokens
        while first < len(tokens) and tokens[first].text in _MARKUP:
            first += 1
        return tokens[first:]

    @property
    def name(self) -> str:
        """The speaker as in `_Colons.turns`."""
        return " ".join(token.lower for token in self.words)

    @property
    def is_quoting(self) -> bool:
        """Whether a quotation comes right after the colon."""
        return bool(self.after) and self.after[0].depth > 0


def labels(read: TokenizedText) -> tuple[NamedSpeaker, ...]:
    """The speakers of a text that a colon names, in order."""
    colons = list(_colons(read))
    turns = _turns(colons)
    made = []
    following: int | None = None
    for index in reversed(range(len(colons))):
        colon = colons[index]
        label = _label(read, colon, index in turns, following)
        if label is not None:
            made.append(label)
        if colon.is_first:
            following = colon.sentence.paragraph
    return tuple(reversed(made))


def without_labels(read: TokenizedText, found: Iterable[NamedSpeaker]) -> TokenizedText:
    """The text with labels at the beginning of paragraphs cut off from the sentences that they announce."""
    starts = {label.cue.end: label for label in found if label.leads}
    sentences = []
    for sentence in read.sentences:
        cut = next((index + 1 for index, token in enumerate(sentence.tokens[:MAX_LABEL]) if token.end in starts), 0)
        if not cut:
            sentences.append(sentence)
        elif cut < len(sentence.tokens):
            sentences.append(Sentence(sentence.tokens[cut:], sentence.depth, sentence.paragraph))
    return attrs.evolve(read, sentences=tuple(sentences))


def _colons(read: TokenizedText) -> Iterator[_Colon]:
    paragraph = -1
    for sentence in read.sentences:
        if sentence.depth:
            continue
        is_first, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if token.text == ":" and not token.depth and _is_separate(read, token):
                colon = _colon(sentence, at, is_first)
                if colon is not None:
                    yield colon


def _is_separate(read: TokenizedText, token: Token) -> bool:
    """Whether space, a mark of emphasis, or nothing follows a colon."""
    following = read.text[token.end : token.end + 1]
    return not following or following.isspace() or following in "*_"


def _colon(sentence: Sentence, at: int, is_first: bool) -> _Colon | None:
    tokens = sentence.tokens
    first = 0
    while first < at and (tokens[first].kind == "-" or tokens[first].text in _MARKUP):
        first += 1
    end = at
    while end > first and tokens[end - 1].text in _MARKUP:
        end -= 1
    first += _announcement(tokens[first:end])
    if end - first <= MAX_LABEL and not any(token.depth for token in tokens[first:end]):
        kind = speaker_kind(tokens[first:end])
        if kind is not None:
            return _Colon(sentence, at, _named(tokens[first:end]), kind, is_first)
    start = max(0, end - MAX_LABEL)
    start += phrase_before(tokens[start:end])
    if start and tokens[start - 1].kind in _OTHER_ROLES:
        return None
    kind = speaker_kind(tokens[start:end])
    return _Colon(sentence, at, _named(tokens[start:end]), kind, False) if kind in _BY_NAME else None


_OTHER_ROLES = frozenset({"in", "to", "for", "with", "about", "prep", "after", "as", "of"})
"""What comes before someone who is spoken to or about, or a place."""


def _announcement(words: Sequence[Token]) -> int:
    """How many words before the speaker announce more of the same: "More from", "From", "And"."""
    count = 0
    if [token.lower for token in words[: len(_WORDS_OF)]] == _WORDS_OF and len(words) > len(_WORDS_OF):
        return len(_WORDS_OF)
    while count < len(words) - 1 and words[count].lower in _MORE:
        count += 1
    return count


_WORDS_OF = ["in", "the", "words", "of"]
_MORE = frozenset({"more", "from", "and", "then", "again", "also", "this", "here", "here's", "here’s", "'s", "’s"})
_BY_NAME = frozenset({SpeakerKind.NAME, SpeakerKind.ROLE})


def _named(words: Sequence[Token]) -> tuple[Token, ...]:
    """The words without what follows in parentheses, and without a time."""
    opening = next((index for index, token in enumerate(words) if index and token.kind == "("), len(words))
    return tuple(words[: min(opening, without_time(words))])


def _turns(colons: Sequence[_Colon]) -> frozenset[int]:
    """The indices of colons that are turns of a conversation: of speakers with several turns, and next to such turns."""
    may_be = [
        index
        for index, colon in enumerate(colons)
        if colon.is_first and colon.kind is not SpeakerKind.PHRASE and _is_sentence(colon)
    ]
    counted = Counter(colons[index].name for index in may_be)
    certain = {
        index
        for index in may_be
        if counted[colons[index].name] > 1 or (len(counted) > 1 and colons[index].kind is SpeakerKind.TURN)
    }
    near = {colons[index].sentence.paragraph + step for index in certain for step in (-1, 1)}
    return frozenset(certain.union(index for index in may_be if colons[index].sentence.paragraph in near))


def _is_sentence(colon: _Colon) -> bool:
    after = colon.after
    return not after or after[-1].text[-1] in _END


def _label(read: TokenizedText, colon: _Colon, is_turn: bool, following: int | None) -> NamedSpeaker | None:
    verb = _verb(colon)
    source = Span(colon.words[0].start, colon.words[verb - 1].end)
    token = colon.sentence.tokens[colon.at]
    cue = (
        Span(colon.words[verb].start, colon.words[-1].end) if verb < len(colon.words) else Span(token.start, token.end)
    )
    if is_turn:
        contents = tuple(_turn(read, colon, following))
        level: Level | None = Level.SURE if colon.is_quoting else Level.LIKELY
    elif colon.is_quoting:
        contents = (_quoted(colon),)
        level = Level.SURE if colon.kind is not SpeakerKind.PHRASE and _is_alone(colon) else Level.LIKELY
    else:
        contents = (Span(colon.after[0].start, _last(read, colon)),) if colon.after else ()
        level = _headline_level(read, colon)
    if level is None or not contents:
        return None
    leads = colon.is_first and colon.kind is not SpeakerKind.PHRASE
    return NamedSpeaker(source, cue, contents, level, leads=leads)


def _verb(colon: _Colon) -> int:
    """Where a verb of a few words begins after a name ("Nina Dahl fires back:"); the number of words where there is none."""
    words = colon.words
    if colon.kind is not SpeakerKind.PHRASE or not colon.is_quoting:
        return len(words)
    for place in range(max(1, len(words) - MAX_VERB), len(words)):
        if words[place].kind == "s" and words[place - 1].text[0].isupper():
            return place
    return len(words)


def _is_alone(colon: _Colon) -> bool:
    """Whether the sentence, or what is after a dash in it, begins with the speaker."""
    tokens = colon.sentence.tokens
    before = next((index for index, token in enumerate(tokens) if token is colon.words[0]), 0)
    return all(
        token.kind == "-" or token.text in _MARKUP or token.lower in _MORE
        for token in tokens[max(0, before - 1) : before]
    )


def _quoted(colon: _Colon) -> Span:
    """The quotation after a colon, and those that follow it in the same sentence without other words."""
    after = colon.after
    last = 0
    while last + 1 < len(after) and after[last + 1].depth > 0:
        last += 1
    return Span(after[0].start, after[last].end)


def _last(read: TokenizedText, colon: _Colon) -> int:
    """Right after the last sign of the paragraph."""
    start, end = read.paragraphs[colon.sentence.paragraph]
    return start + len(read.text[start:end].rstrip())


def _headline_level(read: TokenizedText, colon: _Colon) -> Level | None:
    """How sure the words after a colon are speech in a headline without quotation marks: "a life in pictures" hardly is."""
    if colon.sentence.paragraph or not colon.is_first or len(colon.after) < MIN_WORDS:
        return None
    if colon.kind is SpeakerKind.ROLE:
        return Level.LIKELY
    if colon.kind is not SpeakerKind.NAME:
        return None
    begins = colon.after[0].lower in {"a", "an", "the"}
    is_title = begins and not any(token.kind in FINITE for token in colon.after[:-1])
    return Level.LIKELY if is_mentioned(read, 0, colon.words[-1]) and not is_title else Level.GUESS


def _turn(read: TokenizedText, colon: _Colon, following: int | None) -> Iterator[Span]:
    """What a speaker says until the paragraph `following` with the next one: not what ends in a question, which another one asks."""
    number = colon.sentence.paragraph
    if colon.after:
        yield Span(colon.after[0].start, _last(read, colon))
    if following is None:
        return
    for other in range(number + 1, min(following, number + MAX_TURN)):
        start, end = read.paragraphs[other]
        words = read.text[start:end].strip()
        if words[-1] not in _END or words[-1] == "?" or words[0] in "([*_":
            return
        yield Span(start, end)
