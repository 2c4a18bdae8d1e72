"""The engine `spacy`: what a parser says about a cue. The parses here are written by hand."""

from __future__ import annotations

import importlib.util

import attrs
import pytest

from newsfacts import UsageError, find_attributions
from newsfacts.drafting.cue_words import cue_words
from newsfacts.drafting.cues import cue_candidates
from newsfacts.drafting.spacy_engine import Parses, find_with
from newsfacts.drafting.tokens import tokenize

TEXT = "The mayor of Haldan said the bridge was closed."


@attrs.define(eq=False)
class Word:
    """The parts of a spaCy token that the engine uses."""

    text: str
    idx: int
    dep_: str
    pos_: str
    head: Word = attrs.field(init=False)
    children: list[Word] = attrs.field(factory=list)

    @property
    def lower_(self) -> str:
        return self.text.lower()

    @property
    def left_edge(self) -> Word:
        return min([self, *(child.left_edge for child in self.children)], key=lambda word: word.idx)

    @property
    def right_edge(self) -> Word:
        return max([self, *(child.right_edge for child in self.children)], key=lambda word: word.idx)


def parse(text: str) -> list[Word]:
    """A parse of `TEXT`."""
    rows = [
        ("The", "det", "DET", 1), ("mayor", "nsubj", "NOUN", 4), ("of", "prep", "ADP", 1), ("Haldan", "pobj", "PROPN", 2),
        ("said", "ROOT", "VERB", 4), ("the", "det", "DET", 6), ("bridge", "nsubjpass", "NOUN", 8), ("was", "auxpass", "AUX", 8),
        ("closed", "ccomp", "VERB", 4), (".", "punct", "PUNCT", 4),
    ]  # fmt: skip
    words: list[Word] = []
    place = 0
    for written, dep, pos, _ in rows:
        place = text.index(written, place)
        words.append(Word(written, place, dep, pos))
    for word, (_, _, _, head) in zip(words, rows, strict=True):
        word.head = words[head]
        if word.head is not word:
            word.head.children.append(word)
    return words


def test_the_parse_gives_the_subject_and_the_clause_of_a_cue() -> None:
    read = tokenize(TEXT)
    (said,) = [each for each in cue_candidates(read.sentences[0], cue_words()) if each.lemma == "say"]
    hint = Parses(parse, read).hint(said)
    assert hint is not None
    assert (hint.part, hint.governs) == ("VERB", "ccomp")
    tokens = said.sentence.tokens
    assert hint.subject is not None
    assert [token.text for token in tokens[hint.subject.start : hint.subject.end]] == ["The", "mayor", "of", "Haldan"]
    assert hint.content is not None
    assert [token.text for token in tokens[hint.content.start : hint.content.end]] == ["the", "bridge", "was", "closed"]


def test_rules_and_parse_are_joined() -> None:
    (found,) = find_with(parse, TEXT)
    assert found.source is not None
    assert found.source.slice(TEXT) == "The mayor of Haldan"
    assert [span.slice(TEXT) for span in found.contents] == ["the bridge was closed"]


@pytest.mark.skipif(importlib.util.find_spec("spacy") is not None, reason="spaCy is installed here")
def test_without_spacy_the_engine_says_what_to_install() -> None:
    with pytest.raises(UsageError, match=r"pip install newsfacts\[spacy\]"):
        find_attributions(TEXT, engine="spacy")
