"""The engine `spacy`: the rules of this package, and what the parser of an installed spaCy pipeline says about each cue.

It needs the extra `spacy` and a pipeline for English with a parser, such as `en_core_web_sm`. The largest one that is installed
is used.
"""

from __future__ import annotations

import functools
import importlib
from bisect import bisect_left
from typing import Any

from newsfacts.drafting.cues import CueCandidate
from newsfacts.drafting.hints import Hint
from newsfacts.drafting.results import FoundAttribution
from newsfacts.drafting.rules_engine import find_in
from newsfacts.drafting.source_phrases import Phrase
from newsfacts.drafting.tokens import Token, TokenizedText, tokenize
from newsfacts.errors import UsageError

__all__ = ["find", "find_with"]

_SIZES = ("trf", "lg", "md", "sm")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_COMPLEMENTS = ("ccomp", "xcomp", "dobj", "attr", "prep", "advcl")
MAX_STEPS = 5
"""How many coordinated or governing verbs are looked at for a subject."""


def find(text: str) -> tuple[FoundAttribution, ...]:
    """The attributions of a text. Raises `UsageError` where spaCy, or a pipeline with a parser, is not installed."""
    return find_with(pipeline(), text)


def find_with(nlp: Any, text: str) -> tuple[FoundAttribution, ...]:
    """The attributions of a text, with a given pipeline: a function from a text to a parsed spaCy `Doc`."""
    read = tokenize(text)
    return find_in(read, Parses(nlp, read).hint)


@functools.cache
def pipeline() -> Any:
    """The largest installed pipeline for English that has a parser."""
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        raise UsageError("the engine 'spacy' needs spaCy: pip install newsfacts[spacy]") from None
    names = [name for name in spacy.util.get_installed_models() if name.startswith("en_")]
    for name in sorted(names, key=_size):
        nlp = spacy.load(name, exclude=["ner", "lemmatizer"])
        if "parser" in nlp.pipe_names:
            return nlp
    raise UsageError(
        "the engine 'spacy' needs a pipeline for English with a parser: python -m spacy download en_core_web_sm"
    )


def _size(name: str) -> tuple[int, str]:
    return next((number for number, size in enumerate(_SIZES) if f"_{size}" in name), len(_SIZES)), name


class Parses:
    """The parses of the paragraphs of a text, made when they are first asked for."""

    def __init__(self, nlp: Any, read: TokenizedText) -> None:
        self.nlp: Any = nlp
        self.read: TokenizedText = read
        self.parsed: dict[int, dict[int, Any]] = {}

    def hint(self, candidate: CueCandidate) -> Hint | None:
        """What the parse says about a candidate; None where its tokens are others."""
        start, _ = self.read.paragraphs[candidate.sentence.paragraph]
        word = self.words(candidate.sentence.paragraph).get(candidate.sentence.tokens[candidate.head].start)
        if word is None:
            return None
        tokens = candidate.sentence.tokens
        subject, content = _subject(word), _content(word)
        return Hint(
            part=word.pos_ if word.pos_ in ("VERB", "NOUN", "ADJ", "PROPN") else "other",
            governs=content.dep_ if content is not None else "-",
            subject=_phrase(tokens, start, subject) if subject is not None else None,
            content=_phrase(tokens, start, content) if content is not None else None,
        )

    def words(self, paragraph: int) -> dict[int, Any]:
        """The words of a paragraph as parsed, by their offset in the text."""
        found = self.parsed.get(paragraph)
        if found is None:
            start, end = self.read.paragraphs[paragraph]
            doc = self.nlp(self.read.text[start:end])
            found = self.parsed[paragraph] = {start + word.idx: word for word in doc}
        return found


def _subject(word: Any) -> Any:
    """The subject of a verb, or that of the verb it is coordinated with or depends on; who an "according to" names."""
    if word.lower_ == "according":
        return next((noun for to in word.children for noun in to.children if noun.dep_ == "pobj"), None)
    for _ in range(MAX_STEPS):
        found = next((child for child in word.children if child.dep_ in _SUBJECTS), None)
        if found is not None:
            return found
        agent = next((child for child in word.children if child.dep_ == "agent"), None)
        if agent is not None:
            return next((noun for noun in agent.children if noun.dep_ == "pobj"), None)
        if word.dep_ == "poss" or word.dep_ not in ("conj", "advcl", "xcomp", "acl"):
            return next((child for child in word.children if child.dep_ == "poss"), None)
        if word.dep_ == "acl":
            return word.head
        word = word.head
    return None


def _content(word: Any) -> Any:
    """The clausal complement of a verb, else its object."""
    children = list(word.children)
    for dependency in _COMPLEMENTS:
        found = next((child for child in children if child.dep_ == dependency), None)
        if found is not None:
            return found
    return None


def _phrase(tokens: list[Token], start: int, word: Any) -> Phrase | None:
    """The tokens of a sentence that a word and all that depends on it are."""
    first = start + word.left_edge.idx
    last = start + word.right_edge.idx + len(word.right_edge.text)
    begin = bisect_left(tokens, first, key=lambda token: token.start)
    end = bisect_left(tokens, last, key=lambda token: token.start)
    while end > begin and tokens[end - 1].kind in {",", ".", ";", "-"}:
        end -= 1
    return Phrase(begin, end) if begin < end else None
