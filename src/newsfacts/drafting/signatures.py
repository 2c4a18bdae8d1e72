"""Speakers that are named after a dash, below or right after what they say: “We will not stop.” — Anna Weiss, on Tuesday"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts.drafting.assembling import is_quotation
from newsfacts.drafting.speaker_phrases import NamedSpeaker, SpeakerKind, speaker_kind, without_time
from newsfacts.drafting.tokens import Sentence, Token, TokenizedText
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["signatures"]

MAX_SIGNATURE = 30
"""How many words and marks a signature has at most."""


def signatures(read: TokenizedText) -> Iterator[NamedSpeaker]:
    """The signatures of quotations in a text, in order."""
    previous: list[Sentence] = []
    for sentences in _by_paragraph(read):
        found = _signature(sentences, previous)
        if found is not None:
            yield found
        previous = sentences


def _by_paragraph(read: TokenizedText) -> Iterator[list[Sentence]]:
    sentences: list[Sentence] = []
    for sentence in read.sentences:
        if sentence.depth:
            continue
        if sentences and sentence.paragraph != sentences[0].paragraph:
            yield sentences
            sentences = []
        sentences.append(sentence)
    if sentences:
        yield sentences


def _signature(sentences: Sequence[Sentence], previous: Sequence[Sentence]) -> NamedSpeaker | None:
    """The signature at the end of a paragraph: of what is before it, or of the paragraph before it."""
    tokens = sentences[-1].tokens
    last = len(tokens) - 1
    while last > 0 and tokens[last].kind == ".":
        last -= 1
    dash = next(
        (
            at
            for at in range(last, max(-1, last - MAX_SIGNATURE), -1)
            if tokens[at].kind == "-" and not tokens[at].depth
        ),
        None,
    )
    if dash is None:
        return None
    words = tokens[dash + 1 : last + 1]
    name = _name(words)
    if not name:
        return None
    said = [*sentences[:-1], *([Sentence(tokens[:dash], 0, sentences[-1].paragraph)] if dash else [])]
    is_handle = any(token.text == "@" for token in words)
    if not said:
        said = list(previous)
    if not said or not (all(is_quotation(sentence) for sentence in said) or is_handle):
        return None
    contents = (Span(said[0].start, said[-1].end),)
    level = Level.LIKELY if is_handle else Level.SURE
    return NamedSpeaker(
        Span(words[0].start, words[name - 1].end), Span(tokens[dash].start, tokens[dash].end), contents, level
    )


def _name(words: Sequence[Token]) -> int:
    """How many of the words after a dash are the name of a speaker with its description; 0 where they are none."""
    if not words or any(token.depth for token in words):
        return 0
    end = without_time(words)
    comma = next((index for index, token in enumerate(words[:end]) if token.kind in {",", "("}), end)
    kind = speaker_kind(words[:comma])
    return end if kind in {SpeakerKind.NAME, SpeakerKind.ROLE} else 0
