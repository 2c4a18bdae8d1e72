"""The quotations of a text, each looked for in the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from newsfacts.anchors import Verification, verify_quote
from newsfacts.anchors.normalize import folded_words
from newsfacts.anchors.prepared import words_of
from newsfacts.finders.quotes import find_quotes
from newsfacts.finders.results import FoundQuote
from newsfacts.grounding.altered import Alteration, alteration
from newsfacts.grounding.attributions import Attributed, Attributions
from newsfacts.grounding.results import GroundItem, GroundItemKind, GroundOutcome, LeftOut, LeftOutReason, SourcePassage
from newsfacts.grounding.said_by import Claim, claim_at, objection
from newsfacts.sources.document import SourceDocument
from newsfacts.text.english import SMALL_IN_TITLES
from newsfacts.text.markdown_spans import Markup
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["FoundInText", "quotations"]

_Outcome = GroundOutcome
MAX_GUESSED: Final = 3
"""Words between marks of at most this number may be a title, a name or a word used at a distance."""
MAX_SOURCES: Final = 6
"""Where there are more sources than this, words are looked for in those that have most of them."""
MAX_STEPS: Final = 3_000_000
STEPS_PER_CHARACTER: Final = 20
"""Quotations are looked for in so many steps, of about a tenth of a microsecond, and in so many for each code point of the text."""
RESERVE: Final = 2
"""A part of this size of all these steps is kept for words that a source seems to have."""
MAX_EASY: Final = 5_000
"""A quotation of more code points than this is compared only where the steps that are left are enough for it."""
STEPS_PER_QUOTED: Final = 150
"""About so many steps it takes, for each of its code points, where it is all signs and a source does not have it; words take a quarter."""
MAX_PLACES: Final = 5
"""In so many places that have the words the speaker is looked at."""

_TOO_MANY: Final = "The text has too many quotations that no source has for all of them to be compared."
_TOO_LONG: Final = "This quotation is too long to be compared, and no source has the same words in a row."
_WORD: Final = re.compile(r"\w+")


@attrs.frozen
class FoundInText:
    """A quotation of the text: looked for (an `GroundItem`), or left out."""

    span: Span
    result: GroundItem | LeftOut


_Question = tuple[str, tuple[int, ...]]
"""Words, and the sources in the order in which they are looked at."""


@attrs.frozen(slots=False)
class _Tried:
    """What a source says about words, and who says them there."""

    document: SourceDocument
    found: Verification
    attributions: Attributions

    @cached_property
    def place(self) -> Span | None:
        """Where the words are, or those most like them."""
        found = self.found
        if found.place is not None or found.places:
            return found.place or found.places[0]
        return None if found.candidate is None else found.candidate.span

    @cached_property
    def said_by(self) -> list[Attributed | None]:
        """Who says the words, at each of their places."""
        places = self.found.places[:MAX_PLACES] or ((self.place,) if self.place else ())
        return [self.attributions.at(place) for place in places]


class _Search:
    """The sources in which words are looked for; the same words may be quoted thousands of times.

    To compare words that a source does not have takes time. Where a text has too many of them, the rest are not compared: `cut`
    are those. One quotation may be too long for all the steps: where no source has its words in a row, it is in `cut` too.
    """

    def __init__(self, documents: Sequence[SourceDocument], characters: int) -> None:
        self.left: int = MAX_STEPS + characters * STEPS_PER_CHARACTER
        self.reserve: int = self.left // RESERVE
        self.cut: dict[str, str] = {}
        """Why words were not compared, by the words."""
        self.attributions = {id(document): Attributions(document.text) for document in documents}
        self.tried: dict[tuple[str, int], _Tried] = {}
        self.best: dict[_Question, _Tried | None] = {}
        self.words: dict[int, frozenset[str]] = {}
        """The words of each source, read where there are many sources."""

    def look(self, words: str, document: SourceDocument) -> _Tried | None:
        """What one source says about words; None where too much was looked for before."""
        key = words, id(document)
        if key not in self.tried:
            effort = document.prepared.effort
            before = effort.steps
            found = self._verified(words, document)
            self.left -= effort.steps - before
            if found is None:
                self.cut[words] = _TOO_MANY if self.left <= self.reserve or len(words) <= MAX_EASY else _TOO_LONG
                return None
            self.tried[key] = _Tried(document, found, self.attributions[id(document)])
        return self.tried[key]

    def _verified(self, words: str, document: SourceDocument) -> Verification | None:
        """None where no steps are left, or none but the reserve for words that the source does not seem to have."""
        if self.left <= 0:
            return None
        if self.left <= self.reserve and not document.prepared.plain.may_have(folded_words(words)):
            return None
        if len(words) > MAX_EASY and STEPS_PER_QUOTED * len(words) > self.left and not _has_words(words, document):
            return None
        return verify_quote(words, document.prepared, speakers=document.turns)

    def best_of(self, words: str, documents: Sequence[SourceDocument]) -> _Tried | None:
        """The first source that has the words, or else the one with the most like them."""
        question = words, tuple(map(id, documents))
        if question not in self.best:
            self.best[question] = self._best(words, documents)
        return self.best[question]

    def _best(self, words: str, documents: Sequence[SourceDocument]) -> _Tried | None:
        best: _Tried | None = None
        for document in self._likely(words, documents):
            tried = self.look(words, document)
            if tried is None:
                continue
            if tried.found.verified:
                return tried
            if best is None or tried.found.score > best.found.score:
                best = tried
        return best

    def _likely(self, words: str, documents: Sequence[SourceDocument]) -> Sequence[SourceDocument]:
        """The sources that have most of the words, in their order, where there are many."""
        if len(documents) <= MAX_SOURCES:
            return documents
        own = _words(words)
        shared = {id(document): len(own & self._words_of(document)) for document in documents}
        least = sorted(shared.values(), reverse=True)[MAX_SOURCES - 1]
        return [document for document in documents if shared[id(document)] >= max(least, 1)][: 2 * MAX_SOURCES]

    def _words_of(self, document: SourceDocument) -> frozenset[str]:
        if id(document) not in self.words:
            self.words[id(document)] = _words(document.text)
        return self.words[id(document)]


def _has_words(quoted: str, document: SourceDocument) -> bool:
    """Whether a source has all words of a quotation one after the other, whatever the signs between them; this is quickly seen."""
    return bool(document.prepared.words.runs(words_of(folded_words(quoted)), 1))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def quotations(
    text: str, documents: Sequence[SourceDocument], markup: Markup, preferred: dict[int, Sequence[SourceDocument]]
) -> Iterator[FoundInText]:
    """Every outermost quotation of the text. `preferred` are the sources to try first, by the start of a quotation."""
    search = _Search(documents, len(text))
    found = find_quotes(text, markup=markup)
    # The marks of a plain text were read for these.
    outer = [quote.span for quote in found if quote.depth == 1] if markup == "text" else None
    attributions = Attributions(text, outer)
    for quote in found:
        if quote.depth > 1 or quote.level is Level.GUESS:
            continue
        first = tuple(preferred.get(quote.span.start, ()))
        others = tuple(document for document in documents if document not in first)
        yield FoundInText(quote.span, _looked_for(claim_at(attributions, quote.span), quote, first + others, search))


def _looked_for(
    claim: Claim | None, quote: FoundQuote, documents: Sequence[SourceDocument], search: _Search
) -> GroundItem | LeftOut:
    best = search.best_of(quote.quoted, documents)
    if best is not None and best.found.verified:
        return _where_said_so(claim, quote, best, documents, search)
    if quote.quoted in search.cut:
        return _item(quote, _Outcome.NOT_CHECKED, search.cut[quote.quoted], None, None)
    is_said = claim is not None and claim.is_next_to
    if not is_said and len(quote.quoted.split()) <= MAX_GUESSED:
        why = "These words may be a title, a name or a word used at a distance, and no source has them."
        return LeftOut(quote.span, quote.words, LeftOutReason.NOT_SAID, why)
    how = Alteration.NONE if best is None else alteration(quote.quoted, best.found, best.document)
    if best is not None and how is Alteration.PUNCTUATION:
        return _verified(quote, best, claim)
    if not is_said and _is_title(quote.quoted):
        return LeftOut(
            quote.span, quote.words, LeftOutReason.NOT_SAID, "These words are a title, and no source has them."
        )
    if best is not None and how is Alteration.ALTERED:
        return _altered(quote, best)
    if best is not None and how is Alteration.PART:
        return _in_part(quote, best)
    return _item(quote, _Outcome.NOT_FOUND, "No source has these words.", None, "G02",
                 help="Quote words that a source has, or add the source of these.")  # fmt: skip


def _where_said_so(
    claim: Claim | None, quote: FoundQuote, best: _Tried, documents: Sequence[SourceDocument], search: _Search
) -> GroundItem:
    """The words by the first source in which the speaker is the one of the text; by `best` where there is none."""
    item = _verified(quote, best, claim)
    if item.ok:
        return item
    rest = [search.look(quote.quoted, document) for document in documents if document is not best.document]
    elsewhere = (_verified(quote, tried, claim) for tried in rest if tried is not None and tried.found.verified)
    ok = next((other for other in elsewhere if other.ok), None)
    return ok or (
        item if None not in rest else _item(quote, _Outcome.NOT_CHECKED, search.cut[quote.quoted], None, None)
    )


def _is_title(words: str) -> bool:
    """Whether all words but the small ones begin with a capital."""
    found = [word for word in words.split() if word[:1].isalpha()]
    large = [word for word in found if word[0].isupper()]
    return len(large) > 1 and all(word[0].isupper() or word.lower() in SMALL_IN_TITLES for word in found)


def _verified(quote: FoundQuote, best: _Tried, claim: Claim | None) -> GroundItem:
    found, document = best.found, best.document
    why = found.explanation
    if not found.verified:
        why = "the words are in the source, apart from punctuation and capitals"
    evidence = None if best.place is None else _evidence(document, best.place)
    wrong = None if claim is None else objection(claim, best.said_by, best.attributions, found.speakers)
    if wrong is not None:
        outcome, rule = (_Outcome.CONTRADICTED, "G07") if wrong.is_sure else (_Outcome.NOT_CHECKED, None)
        return _item(quote, outcome, wrong.why, evidence, rule, help=wrong.help)
    return _item(quote, _Outcome.SUPPORTED, _sentence(why), evidence, None)


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


def _evidence(document: SourceDocument, place: Span) -> SourcePassage:
    return SourcePassage(document, place, place.slice(document.text), place)


def _item(
    quote: FoundQuote,
    outcome: GroundOutcome,
    why: str,
    source: SourcePassage | None,
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
