"""The quotations of a text, each looked for in the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from newsfacts.anchors import Verification, verify_quote
from newsfacts.finders.quotes import find_quotes
from newsfacts.finders.results import FoundQuote
from newsfacts.grounding.altered import Alteration, alteration
from newsfacts.grounding.results import Evidence, GroundItem, GroundItemKind, GroundOutcome, LeftOut, LeftOutReason
from newsfacts.grounding.speakers import Speaker, speaker_at, speakers_differ
from newsfacts.sources.document import SourceDocument
from newsfacts.text.english import SMALL_IN_TITLES
from newsfacts.text.markdown_spans import Markup
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["FoundInText", "quotations"]

_Outcome = GroundOutcome
MAX_GUESSED: Final = 3
"""Words between marks of at most this number may be a title, a name or a word used at a distance."""


@attrs.frozen
class FoundInText:
    """A quotation of the text: looked for (an `GroundItem`), or left out."""

    span: Span
    result: GroundItem | LeftOut


_Question = tuple[str, tuple[int, ...]]
"""Words, and the sources in the order in which they are looked at."""


@attrs.frozen
class _Tried:
    document: SourceDocument
    found: Verification


def quotations(
    text: str, documents: Sequence[SourceDocument], markup: Markup, preferred: dict[int, Sequence[SourceDocument]]
) -> Iterator[FoundInText]:
    """Every outermost quotation of the text. `preferred` are the sources to try first, by the start of a quotation."""
    tried: dict[_Question, _Tried | None] = {}
    for quote in find_quotes(text, markup=markup):
        if quote.depth > 1 or quote.level is Level.GUESS:
            continue
        first = tuple(preferred.get(quote.span.start, ()))
        others = tuple(document for document in documents if document not in first)
        yield FoundInText(quote.span, _looked_for(text, quote, first + others, tried))


def _looked_for(
    text: str, quote: FoundQuote, documents: Sequence[SourceDocument], tried: dict[_Question, _Tried | None]
) -> GroundItem | LeftOut:
    words = quote.quoted
    speaker = speaker_at(text, quote.span)
    question = words, tuple(map(id, documents))
    if question not in tried:  # the same words may be quoted thousands of times
        tried[question] = _best(words, documents)
    best = tried[question]
    if best is not None and best.found.verified:
        return _verified(quote, best, speaker)
    if speaker is None and len(words.split()) <= MAX_GUESSED:
        why = "These words may be a title, a name or a word used at a distance, and no source has them."
        return LeftOut(quote.span, quote.words, LeftOutReason.NOT_SAID, why)
    how = Alteration.NONE if best is None else alteration(words, best.found, best.document)
    if best is not None and how is Alteration.PUNCTUATION:
        return _verified(quote, best, speaker)
    if speaker is None and _is_title(words):
        return LeftOut(
            quote.span, quote.words, LeftOutReason.NOT_SAID, "These words are a title, and no source has them."
        )
    if best is not None and how is Alteration.ALTERED:
        return _altered(quote, best)
    if best is not None and how is Alteration.PART:
        return _in_part(quote, best)
    return _item(quote, _Outcome.NOT_FOUND, "No source has these words.", None, "G02",
                 help="Quote words that a source has, or add the source of these.")  # fmt: skip


def _best(words: str, documents: Sequence[SourceDocument]) -> _Tried | None:
    """The first source that has the words, or else the one with the most like them."""
    best: _Tried | None = None
    for document in documents:
        tried = _Tried(document, verify_quote(words, document.prepared, speakers=document.turns))
        if tried.found.verified:
            return tried
        if best is None or tried.found.score > best.found.score:
            best = tried
    return best


def _is_title(words: str) -> bool:
    """Whether all words but the small ones begin with a capital."""
    found = [word for word in words.split() if word[:1].isalpha()]
    large = [word for word in found if word[0].isupper()]
    return len(large) > 1 and all(word[0].isupper() or word.lower() in SMALL_IN_TITLES for word in found)


def _verified(quote: FoundQuote, best: _Tried, speaker: Speaker | None) -> GroundItem:
    found, document = best.found, best.document
    place = found.place or (found.places[0] if found.places else None)
    why = found.explanation
    if place is None and found.candidate is not None:
        place = found.candidate.span
        why = "the words are in the source, apart from punctuation and capitals"
    evidence = None if place is None else _evidence(document, place)
    if speaker is not None and place is not None:
        other = _speaker_of(document, place, found)
        if other is not None and speakers_differ(speaker, other):
            told = f"The source has these words, and they are said by {other.name}, not by {speaker.name}."
            help = f"Attribute the words to {other.name}."
            return _item(quote, _Outcome.CONTRADICTED, told, evidence, "G07", help=help)
    return _item(quote, _Outcome.SUPPORTED, _sentence(why), evidence, None)


def _speaker_of(document: SourceDocument, place: Span, found: Verification) -> Speaker | None:
    """Who says the words in the source: by its turns, or by its own attribution next to its own quotation marks."""
    if len(found.speakers) == 1:
        return Speaker(found.speakers[0])
    if found.speakers or len(found.places) > 1:
        return None
    return speaker_at(document.text, place, widen=True)


def _altered(quote: FoundQuote, best: _Tried) -> GroundItem:
    found = best.found
    assert found.candidate is not None  # an altered quotation has one
    shown = " ".join(found.candidate.words.split())
    return _item(
        quote, _Outcome.CONTRADICTED, _sentence(found.explanation), _evidence(best.document, found.candidate.span), "G01",
        help=f"The source has: {shown}",
    )  # fmt: skip


def _in_part(quote: FoundQuote, best: _Tried) -> GroundItem:
    found = best.found
    assert found.candidate is not None  # a part of a quotation has a place
    return _item(
        quote, _Outcome.NOT_FOUND, "The source quotes only a part of these words.",
        _evidence(best.document, found.candidate.span), "G02", help="Quote the part that the source has, or add the source of the rest.",
    )  # fmt: skip


def _evidence(document: SourceDocument, place: Span) -> Evidence:
    return Evidence(document, place, place.slice(document.text), place)


def _item(
    quote: FoundQuote,
    outcome: GroundOutcome,
    why: str,
    source: Evidence | None,
    rule: str | None,
    *,
    help: str | None = None,
) -> GroundItem:
    return GroundItem(
        kind=GroundItemKind.QUOTE,
        span=quote.span,
        words=quote.words,
        outcome=outcome,
        why=why,
        source=source,
        help=help,
        rule=rule,
    )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
