"""The quotes of a document, as rows."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice

import attrs

from newsfacts.model import Document, Entity
from newsfacts.rules.corpus_rule import Fact
from newsfacts.rules.facts import fact_at, utc
from newsfacts.rules.rule import Context
from newsfacts.values.times.times import TimeInterval

__all__ = ["quote_facts", "quote_tokens", "quote_words"]

MAX_QUOTE_WORDS = 200
"""How many words of a quote are compared across documents."""

MIN_QUOTE_WORDS = 8
"""Shorter quotes ("No comment") are said by many people on many days."""

EDGE_WORDS = 4
"""How many first or last words two quotes share before they are compared."""

_QUOTE_TOKEN = re.compile(r"\[[^\[\]]{0,80}\]|…|\.{3,4}|(?:\. ){2,3}\.|[^\W_]+(?:['’][^\W_]+)*")


@attrs.frozen
class QuoteWord:
    """A word of a quote in lower case; `…` where words are left out, `[` where some are put in. Half-open code points."""

    word: str
    start: int
    end: int


@functools.lru_cache(maxsize=1024)
def quote_tokens(text: str) -> tuple[QuoteWord, ...]:
    """The first words of a quote, without its punctuation and hyphens."""
    found = []
    for token in islice(_QUOTE_TOKEN.finditer(text), MAX_QUOTE_WORDS):
        words = token[0]
        word = words[0] if words[0] in "[…" else "…" if words[0] == "." else words.casefold().replace("’", "'")
        found.append(QuoteWord(word, *token.span()))
    return tuple(found)


def quote_words(text: str) -> tuple[str, ...]:
    """The words of `quote_tokens`."""
    return tuple(token.word for token in quote_tokens(text))


def speaker_note(entities: Iterable[Entity]) -> str:
    """Who the speakers are, for comparing them across documents: kind, whether named, and names of each."""
    return json.dumps([[str(e.kind), e.named, sorted({name.casefold() for name in e.names}), e.name] for e in entities])


def quote_facts(document: Document, context: Context) -> Iterator[Fact]:
    """For every quote of some length a row under all its words, one under its first words and one under its last."""
    for quote in document.quotes:
        words = quote_words(quote.text)
        if len(words) < MIN_QUOTE_WORDS or quote.translated:
            continue
        speakers = document.speakers(quote)
        attribution = document.attribution_of(quote)
        said = quote.said or (attribution.said if attribution else None)
        since, until = utc(said) if isinstance(said, TimeInterval) else (None, None)
        joined = " ".join(words)
        common = {
            "value": joined, "since": since, "until": until, "dated": isinstance(said, TimeInterval),
            "by": "|".join(sorted(entity.id for entity in speakers)),
        }  # fmt: skip
        yield fact_at(document, quote, "quote", joined, note=speaker_note(speakers), **common)
        yield fact_at(document, quote, "quote-edge", f"<{' '.join(words[:EDGE_WORDS])}", **common)
        yield fact_at(document, quote, "quote-edge", f">{' '.join(words[-EDGE_WORDS:])}", **common)
