"""The words, quotations and sentences of a text, as the rules of a draft read them.

A sentence does not end within a quotation: a quotation is part of the sentence that it is in, and its own sentences are
sentences of the next depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from newsfacts.drafting.paragraphs import paragraphs_of
from newsfacts.drafting.word_classes import ABBREVIATIONS, SPEECH_AFTER_QUESTIONS, class_of_word
from newsfacts.text.quotation_marks import QuotedStretch, scan

__all__ = ["Sentence", "Token", "TokenizedText", "tokenize"]

_TOKEN = re.compile(
    r"""
      [$£€]?\d+(?:[.,:/]\d+)*(?:[-’'][^\W\d_]+|[^\W\d_]+|%)*   # 1,000  $3.5  18-year-old  70s  5%
    | (?:[^\W\d_]\.){2,}(?=[\W]|$)                              # U.S.
    | [^\W_]+(?:[-&@’'.]?[^\W_])*                               # words, with inner signs
    | \.\.\.|--|''|``|‘‘|’’
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?<=[^\W_])['’](?:s|d|ve|ll|re|m)$")
_CLOSERS = frozenset({"”", '"', "''", "’", "»", ")", "’’", "'"})
_OPENERS = frozenset({"“", '"', "''", "``", "‘", "«", "(", "[", "‘‘", "'"})


@attrs.define(slots=True, eq=False)
class Token:
    """One word or mark at the code points `start`..`end`.

    `depth` is how many quotations the token is in (their own marks included), `mark` is "“" or "”" for a mark that
    opens or closes one. `kind` is its class (see `word_classes`).
    """

    start: int
    end: int
    text: str
    lower: str
    kind: str
    depth: int = 0


@attrs.frozen(eq=False)
class Sentence:
    """The tokens of one sentence. `quotes` are the outermost quotations in it, as (first token, token after the last).

    `depth` is 0 for a sentence of the text itself and more for one inside quotations; `paragraph` counts from 0.
    """

    tokens: list[Token]
    depth: int
    paragraph: int

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


@attrs.frozen(eq=False)
class TokenizedText:
    """A text with its sentences in order of their start, outer before inner, and its quotations."""

    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[QuotedStretch, ...]
    paragraphs: tuple[tuple[int, int], ...]


def tokenize(text: str) -> TokenizedText:
    """Read the words, quotations and sentences of a text, in time linear in its length."""
    quotes = tuple(stretch for stretch in scan(text).stretches if stretch.closing is not None)
    depths = _depths(text, quotes)
    sentences: list[Sentence] = []
    paragraphs: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(paragraphs_of(text)):
        paragraphs.append((start, end))
        tokens = list(_tokens(text, start, end, depths))
        sentences += _sentences(tokens, 0, number)
    sentences.sort(key=lambda sentence: (sentence.start, sentence.depth))
    return TokenizedText(text, tuple(sentences), quotes, tuple(paragraphs))


MAX_SENTENCE_WORDS = 600
"""How many words and marks a sentence has at most, the quotations in it included; a longer one is cut. No one writes it."""


def _depths(text: str, quotes: Iterable[QuotedStretch]) -> bytearray:
    """For each code point, in how many quotations it is."""
    changes: dict[int, int] = {}
    for stretch in quotes:
        changes[stretch.start] = changes.get(stretch.start, 0) + 1
        changes[stretch.end] = changes.get(stretch.end, 0) - 1
    depths = bytearray(len(text) + 1)
    depth, last = 0, 0
    for place in sorted(changes):
        if depth:
            depths[last:place] = bytes([min(depth, 255)]) * (place - last)
        depth, last = depth + changes[place], place
    return depths


def _tokens(text: str, start: int, end: int, depths: bytearray) -> Iterator[Token]:
    place = start
    for match in _TOKEN.finditer(text, start, end):
        if match.start() < place:  # the period of an abbreviation
            continue
        for first, last in _parts(text, match.start(), match.end(), end):
            word = text[first:last]
            lower = word.lower()
            kind = "'s" if _is_apostrophe(text, first, word, depths) else class_of_word(word, lower)
            yield Token(first, last, word, lower, kind, depths[first])
            place = last


def _is_apostrophe(text: str, start: int, word: str, depths: bytearray) -> bool:
    """Whether a word is "'s", or the mark after a plural: the voters' choice."""
    if word[0] not in "'’":
        return False
    if word[1:] in {"s", "S"}:
        return True
    return len(word) == 1 and start > 0 and text[start - 1] == "s" and depths[start - 1] == depths[start + 1]


def _parts(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """A word without its clitic, then the clitic; an abbreviation with its period."""
    word = text[start:end]
    if end < limit and text[end] == "." and _takes_period(word):
        yield start, end + 1
        return
    clitic = _CLITIC.search(word)
    if clitic and clitic.start() > 0:
        yield start, start + clitic.start()
        yield start + clitic.start(), end
    else:
        yield start, end


def _takes_period(word: str) -> bool:
    return word.lower() + "." in ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I")


def _sentences(tokens: list[Token], depth: int, paragraph: int) -> Iterator[Sentence]:
    """The sentences of tokens that are at least `depth` deep, and those of the quotations in them."""
    first = 0
    for index in range(len(tokens)):
        full = index + 1 - first >= MAX_SENTENCE_WORDS
        if full or index + 1 == len(tokens) or _ends_sentence(tokens, index, depth):
            yield Sentence(tokens[first : index + 1], depth, paragraph)
            first = index + 1
    yield from _inner(tokens, depth, paragraph)


def _inner(tokens: list[Token], depth: int, paragraph: int) -> Iterator[Sentence]:
    first = None
    for index, token in enumerate([*tokens, None]):
        inside = token is not None and token.depth > depth
        if inside and first is None:
            first = index
        elif not inside and first is not None:
            words = tokens[first:index]
            if words[0].text in _OPENERS:
                del words[0]
            if words and words[-1].text in _CLOSERS:
                del words[-1]
            if len(words) > 3 and depth < 3:
                yield from _sentences(words, depth + 1, paragraph)
            first = None


def _ends_sentence(tokens: list[Token], index: int, depth: int) -> bool:
    """Whether a sentence ends after this token: a period, or what closes a quotation or a parenthesis after one."""
    token, following = tokens[index], tokens[index + 1]
    if following.depth > depth and token.depth > depth:
        return False
    last = index
    while last >= 0 and tokens[last].text in _CLOSERS:
        last -= 1
    if last < 0 or tokens[last].kind not in {".", "?"}:
        return _abbreviation_ends(tokens, index)
    if following.text in _CLOSERS and following.text not in _OPENERS:
        return False
    first = following.text[0]
    if not (first.isupper() or first.isdigit() or following.text in _OPENERS or first == "$"):
        return False
    return not (tokens[last].kind == "?" and last < index and _speaker_follows(tokens, index + 1))


def _abbreviation_ends(tokens: list[Token], index: int) -> bool:
    """ "p.m." and "U.S." may end a sentence: when a word that begins one follows."""
    token, following = tokens[index], tokens[index + 1]
    if len(token.text) < 4 or not token.text.endswith(".") or token.kind == "title":
        return False
    return following.text[0].isupper() and following.kind in _BEGINNERS


_BEGINNERS = frozenset({"det", "subj", "in", "but", "sub", "pron", "poss"})
_SPEAKER_WORDS = frozenset({"title", "Cap", "subj", "det", "x", "of", "poss", "s", "adv", "ly"})
MAX_SPEAKER_WORDS = 7


def _speaker_follows(tokens: list[Token], index: int) -> bool:
    """Whether a speaker and a verb of asking or saying come right after a quotation that ends in ? or !"""
    for token in tokens[index : index + MAX_SPEAKER_WORDS]:
        if token.lower in SPEECH_AFTER_QUESTIONS:
            return True
        if token.kind not in _SPEAKER_WORDS:
            return False
    return False
