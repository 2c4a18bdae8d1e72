"""The quotes of a document, as rows: what is between quotation marks, and nothing else."""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Iterator
from itertools import islice

import attrs

from newsfacts.model import Document, Entity, Quote, QuoteKind
from newsfacts.rules.corpus_rule import Fact
from newsfacts.rules.facts import as_json, fact_at, place_of, utc
from newsfacts.rules.rule import Context
from newsfacts.text.quotation_marks import are_in_one_pair, scan, shows_quotation
from newsfacts.values.times.times import TimeInterval

__all__ = ["GAP", "QuoteWord", "quote_facts", "quote_tokens"]

MAX_QUOTE_WORDS = 200
"""How many words of a quote are compared across documents."""

MIN_QUOTE_WORDS = 8
"""Shorter quotes ("No comment") are said by many people on many days."""

EDGE_WORDS = 4
"""How many first or last words two quotes share before they are compared."""

RUN_WORDS = 4
RUN_WINDOW = 5
"""Of every five runs of four words in a row one is kept, the same in every quote, so that two quotes that share eight
words in a row have a run in common (winnowing)."""

GAP = "…"
"""In the place of words that are left out, and of words between two parts of a quote that are not quoted."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))
_QUOTE_TOKEN = re.compile(r"\[[^\[\]]{0,80}\]|…|\.{3,4}|(?:\. ){2,3}\.|[^\W_]+(?:['’‘ʼ`´][^\W_]+)*")


@attrs.frozen
class QuoteWord:
    """A word of a quote in lower case; `GAP` where words are left out, `[` where some are put in. Half-open code points."""

    word: str
    start: int
    end: int


@functools.lru_cache(maxsize=1024)
def quote_tokens(text: str) -> tuple[QuoteWord, ...]:
    """The first words between the quotation marks of a text (of all of it where it has none), without punctuation."""
    if are_in_one_pair(text):
        parts = [(1, len(text) - 1)]
    else:
        parts = [(stretch.inner_start, stretch.inner_end) for stretch in scan(text).stretches if stretch.level == 1]
    found: list[QuoteWord] = []
    for start, end in parts or [(0, len(text))]:
        if len(found) >= MAX_QUOTE_WORDS:
            break
        if found:
            found.append(QuoteWord(GAP, start, start))
        for token in islice(_QUOTE_TOKEN.finditer(text, start, end), MAX_QUOTE_WORDS - len(found)):
            found.append(QuoteWord(_normal(token[0]), *token.span()))
    return tuple(found)


def _normal(words: str) -> str:
    if words[0] in "[….":
        return GAP if words[0] == "." else words[0]
    word = words.casefold().translate(_APOSTROPHES)
    return word.removesuffix("'s") if word.endswith("s's") else word  # "James's" and "James'" are one way of speaking


@attrs.frozen
class QuoteKeys:
    """What a quote of some length is compared by: all its words, its first and its last ones, and some runs of them."""

    words: str
    first: str
    last: str
    runs: tuple[str, ...]


@functools.lru_cache(maxsize=1024)
def quote_keys(text: str) -> QuoteKeys | None:
    """The keys of a quote; None for a short one. What one person says is quoted in many documents."""
    spoken = tuple([token.word for token in quote_tokens(text) if token.word != GAP])
    if len(spoken) < MIN_QUOTE_WORDS:
        return None
    return QuoteKeys(
        " ".join(spoken), " ".join(spoken[:EDGE_WORDS]), " ".join(spoken[-EDGE_WORDS:]), tuple(runs(spoken))
    )


def runs(words: tuple[str, ...]) -> Iterator[str]:
    """The fingerprints of the runs of words that are kept."""
    hashes = [
        zlib.crc32(" ".join(words[start : start + RUN_WORDS]).encode()) for start in range(len(words) - RUN_WORDS + 1)
    ]
    kept = {min(hashes[start : start + RUN_WINDOW]) for start in range(max(1, len(hashes) - RUN_WINDOW + 1)) if hashes}
    return (f"{value:08x}" for value in sorted(kept))


def is_indirect(quote: Quote) -> bool:
    """Whether a quote is indirect, as it says itself or else by its marks (see `Quote.kind`)."""
    return quote.form is QuoteKind.INDIRECT if quote.form is not None else not shows_quotation(quote.text)


@functools.lru_cache(maxsize=4096)
def speaker_note(entities: tuple[Entity, ...]) -> str:
    """Who the speakers are, for comparing them across documents: kind, whether named, and names of each."""
    return as_json([[str(e.kind), e.named, sorted({name.casefold() for name in e.names}), e.name] for e in entities])


def quote_facts(document: Document, context: Context) -> Iterator[Fact]:
    """For every quote of some length a row under all its words, its first and its last words, and some runs of words."""
    for quote in document.quotes:
        keys = quote_keys(quote.text)
        if keys is None or quote.translated or is_indirect(quote):
            continue
        speakers = document.speakers(quote)
        attribution = document.attribution_of(quote)
        said = quote.said or (attribution.said if attribution else None)
        since, until = utc(said) if isinstance(said, TimeInterval) else (None, None)
        by = "|".join(sorted([entity.id for entity in speakers]))
        dated, place, words = isinstance(said, TimeInterval), place_of(document, quote), keys.words
        note = speaker_note(speakers)
        yield fact_at(place, "quote", words, words, since=since, until=until, dated=dated, by=by, note=note)
        for edge in (f"<{keys.first}", f">{keys.last}"):
            yield fact_at(place, "quote-edge", edge, words, since=since, until=until, dated=dated, by=by)
        for run in keys.runs:
            yield fact_at(place, "quote-run", run, words, since=since, until=until, dated=dated, by=by)
