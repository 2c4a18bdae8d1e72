"""Readings of single sentences joined across sentences: quotations that go on, and those that a colon announces."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsfacts.drafting.hints import Hinter
from newsfacts.drafting.reading import Models, Reading, read_sentence
from newsfacts.drafting.source_phrases import Phrase
from newsfacts.drafting.tokens import Sentence, TokenizedText

__all__ = ["Assembled", "assemble"]

Pair = tuple[int, int]
MAX_CONTINUED = 6
"""How many paragraphs that are nothing but a quotation are added to an attribution."""


@attrs.define(slots=True, eq=False)
class Assembled:
    """An attribution in code points of the text. `joined` says how content came from another sentence."""

    reading: Reading
    cue: Pair
    source: Pair | None
    contents: list[Pair]
    joined: str = ""


def assemble(read: TokenizedText, models: Models, hinter: Hinter | None = None) -> list[Assembled]:
    """The attributions of a text, those with content only."""
    sentences = [sentence for sentence in read.sentences if sentence.depth == 0]
    found: dict[int, list[Assembled]] = {}
    for index, sentence in enumerate(sentences):
        found[index] = [_assembled(reading) for reading in read_sentence(sentence, models, hinter)]
    inner = [
        _assembled(reading)
        for sentence in read.sentences
        if sentence.depth
        for reading in read_sentence(sentence, models, hinter)
    ]
    _join(sentences, found)
    everything = [item for index in sorted(found) for item in found[index]] + inner
    return [item for item in everything if item.contents]


def _assembled(reading: Reading) -> Assembled:
    contents = [_place(reading, phrase) for phrase in reading.contents if phrase]
    source = _place(reading, reading.source) if reading.source else None
    return Assembled(reading, _place(reading, reading.cue), source, contents)


def _place(reading: Reading, phrase: Phrase) -> Pair:
    tokens = reading.candidate.sentence.tokens
    return tokens[phrase.start].start, tokens[phrase.end - 1].end


def _join(sentences: list[Sentence], found: dict[int, list[Assembled]]) -> None:
    last: Assembled | None = None
    count = 0
    for index, sentence in enumerate(sentences):
        here = found[index]
        if is_quotation(sentence) and not _strong(here):
            if last is not None and _goes_on(last, sentences, index, count):
                _append(last, sentence)
                count += 1
            continue
        announcing = _announcing(here, sentence)
        if announcing is not None and index + 1 < len(sentences):
            announcing.contents = [(sentences[index + 1].start, sentences[index + 1].end)]
            announcing.joined = "announced"
            last, count = announcing, 0
            continue
        last, count = _quoting(here, sentence), 0


def is_quotation(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but quotations."""
    return bool(sentence.tokens) and all(
        token.depth > 0 or token.kind in {".", ",", "mark"} for token in sentence.tokens
    )


def _strong(here: Iterable[Assembled]) -> bool:
    return any(item.reading.score > 0 for item in here)


def _goes_on(last: Assembled, sentences: list[Sentence], index: int, count: int) -> bool:
    """Whether the quotation that is sentence `index` belongs to the attribution before it."""
    if sentences[index].paragraph == sentences[index - 1].paragraph:
        return True
    return count < MAX_CONTINUED and last.joined == "announced" and count == 0 and not last.contents


def _append(item: Assembled, sentence: Sentence) -> None:
    if (sentence.start, sentence.end) not in item.contents:
        item.contents.append((sentence.start, sentence.end))
    item.joined = item.joined or "continued"


def _announcing(here: list[Assembled], sentence: Sentence) -> Assembled | None:
    """The attribution of a sentence that ends in a colon."""
    if sentence.tokens[-1].text != ":":
        return None
    return max(
        (item for item in here if not item.contents or item.reading.place == "after"),
        key=lambda item: item.reading.score,
        default=None,
    )


def _quoting(here: list[Assembled], sentence: Sentence) -> Assembled | None:
    """The last attribution of a sentence whose content has a quotation."""
    quoting = [item for item in here if item.reading.score > 0 and _has_quotation(item, sentence)]
    return max(quoting, key=lambda item: item.reading.score, default=None)


def _has_quotation(item: Assembled, sentence: Sentence) -> bool:
    return any(
        token.depth > sentence.depth and any(start <= token.start < end for start, end in item.contents)
        for token in sentence.tokens
    )
