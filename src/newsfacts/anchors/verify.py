"""Says whether and how the words of a quotation are in a source. The contract in words is in `docs/quotations.md`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import attrs

from newsfacts.anchors.cuts import Quoted, cut_off
from newsfacts.anchors.elision import Chain, Known, chains, in_another_order, joined_speakers, speakers_of
from newsfacts.anchors.interruptions import in_words, split_at
from newsfacts.anchors.limits import limits_outside
from newsfacts.anchors.loosening import with_other_signs, without_print_marks
from newsfacts.anchors.matching import Words, differences, matches
from newsfacts.anchors.normalize import Normalization, folded_words
from newsfacts.anchors.pieces import Piece, split_pieces, strip_outer_marks, with_double_marks
from newsfacts.anchors.prepared import STEPS_PER_CHARACTER, PreparedSource, Reading, occurrences, prepared, words_of
from newsfacts.anchors.results import (
    MAX_GAP,
    Gap,
    Limit,
    Refusal,
    Turn,
    Verification,
    VerificationKind,
)
from newsfacts.anchors.results_in_words import (
    UNFAIR,
    apart_from,
    fair_result,
    listed,
    nearest_result,
    refused_result,
)
from newsfacts.anchors.whole_words import is_whole, word_around
from newsfacts.errors import UsageError
from newsfacts.patterns import lazy_pattern
from newsfacts.text.spans import Span, hull

__all__ = ["verify_quote"]

STEPS_PER_ATTEMPT = 3000
"""How many steps it takes at least to look for words in one way."""

STEPS_PER_SIGN = 20
"""How many more it takes for each sign that is neither a letter, a digit nor a space, as it may be written otherwise."""

_Kind = VerificationKind
_Used: TypeAlias = tuple[Normalization, ...]


def verify_quote(
    words: str,
    source: str | PreparedSource,
    *,
    speakers: Sequence[Turn] | None = None,
    max_gap: int = MAX_GAP,
) -> Verification:
    """Say whether and how `words` are in `source`. Quotation marks around all the words are taken off first.

    - **exact**: they are there code point for code point, not beginning or ending inside a word or number.
    - **normalized**: they are, apart from differences that `normalizations` names, and no others.
    - **elided**: the pieces between ellipses are there in order; `gaps` is what is left out. No gap is longer than
      `max_gap` code points, joins two `speakers`, or swallows a negation, a condition, a restriction or a reservation.
    - **bracketed**: they are, apart from words in square brackets, which are added to the words of the source and do not
      replace them. Words that a bracket replaces must be marked by an ellipsis as well.
    - **interrupted**: they are, with an attribution between their parts, which the source or the quotation has
      (`villain,” he said. “The villain is`), and nothing says that the parts have two speakers.
    - **ambiguous**: they are at several places of the source, listed in `places`. That is verified too, unless
      `speakers` are given and differ.
    - **altered**: they are not, but `candidate` is similar; `diff` says where it differs, `refusal` why it is not fair.
    - **absent**: nothing in the source is similar enough. `candidate` is the nearest place, where there is any.

    `warnings` are limits of what is said right outside of the words. Similar is never the same: a fuzzy match is altered or absent, whatever its score.
    Raises `UsageError` for a source that is neither a text nor prepared.
    """
    if not isinstance(source, str | PreparedSource):
        raise UsageError(
            f"a source is a text, or what `prepared` of a source that was read is, not {type(source).__name__}"
        )
    marks = strip_outer_marks(words)
    if not any(character.isalnum() for character in marks.spoken):
        return Verification(kind=_Kind.ABSENT, words=marks.spoken, explanation="there are no words to look for")
    source = prepared(source)
    turns = tuple(speakers or ())
    attempt = _Attempt(marks.spoken, source, turns, max_gap)
    found = attempt.verify(marks.printed)
    if not found.verified:
        found = _otherwise(attempt, found)
    if found.refusal is Refusal.CUT:
        limits = tuple(Limit(gap.span, gap.words, gap.reason) for gap in found.gaps if gap.refusal is Refusal.CUT)
        return attrs.evolve(found, warnings=limits)
    span = found.place or (found.places[0] if found.places else None)
    return found if span is None else attrs.evolve(found, warnings=limits_outside(span, source))


def _otherwise(attempt: _Attempt, found: Verification) -> Verification:
    """What is found for the words as they may be printed elsewhere, or with attributions left out; else what was found.

    Of other words only what is verified counts: what differs from them is of no use to anyone.
    """
    others = [
        _Attempt(words, attempt.source, attempt.turns, attempt.max_gap, (changed,), attempt.known)
        for words, changed in _printed_otherwise(attempt.words)
    ]
    for other in others:
        again = other.found(other.words)
        if again is not None and again.verified:
            return attrs.evolve(again, words=attempt.words)
    for other in (attempt, *others):
        joined = other.interrupted()
        if joined is not None:
            return attrs.evolve(joined, words=attempt.words)
    return found if found.refusal or attempt.unfair is None else attempt.unfair


def _printed_otherwise(words: str) -> Iterator[tuple[str, Normalization]]:
    """The words as they may be printed elsewhere, with the name of the difference.

    A quotation within the quotation has single marks here, and may have double ones there.
    """
    double = with_double_marks(words)
    if double != words:
        yield double, Normalization.QUOTE_MARKS
    yield from without_print_marks(words)
    yield from with_other_signs(words)


class _Attempt:
    """Looks for one quotation in ever looser ways. What is there but not fair is kept, in case nothing fair is found."""

    def __init__(
        self,
        words: str,
        source: PreparedSource,
        turns: Sequence[Turn],
        max_gap: int,
        changed: _Used = (),
        known: Known | None = None,
    ) -> None:
        source.effort.steps += STEPS_PER_ATTEMPT + STEPS_PER_CHARACTER * len(words) + STEPS_PER_SIGN * _signs_in(words)
        self.words = words
        self.bare = _without_stop(words)
        self.source = source
        self.turns = turns
        self.max_gap = max_gap
        self.changed = changed  # what was normalized in the words before
        self.known: Known = {} if known is None else known  # where its pieces are
        self.unfair: Verification | None = None

    def verify(self, printed: str) -> Verification:
        return self.found(printed) or self.unfair or self.reordered() or nearest_result(self.bare, self.source)

    def found(self, printed: str) -> Verification | None:
        """The words as they are, or in pieces, in any way to read the source; None where they are not, or not fairly."""
        found = self.exact(printed) or self.exact(self.words) or self.read(self.source.plain)
        if found is None:
            folded = words_of(folded_words(self.words))
            for reading in self.source.other_readings(folded, len(self.words)):
                found = self.read(reading)
                if found is not None:
                    break
        return found

    def read(self, reading: Reading) -> Verification | None:
        """What one way to read the source gives."""
        found = self.normalized(reading) or self.in_pieces(self.words, reading)
        if found is None and self.bare != self.words:
            found = self.in_pieces(self.bare, reading)
            if found is not None:
                used = (*found.normalizations, Normalization.FINAL_PUNCTUATION)
                explanation = f"{found.explanation}; its final sign is left aside"
                found = attrs.evolve(found, normalizations=used, explanation=explanation)
        return found

    def exact(self, words: str) -> Verification | None:
        if not self.source.plain.may_have(folded_words(words)):
            return None
        return self.at_places(_Kind.EXACT, occurrences(self.source.text, words), lambda number: ())

    def normalized(self, reading: Reading) -> Verification | None:
        for ending in dict.fromkeys((self.words, self.bare)):
            words = Words(ending)
            final = (Normalization.FINAL_PUNCTUATION,) if ending != self.words else ()
            places = matches(words, reading)

            def used(number: int, words: Words = words, final: _Used = final, places: list[Span] = places) -> _Used:
                place = places[number]
                there = reading.folded.back(place.start, place.end).slice(reading.text)
                return (*differences(words, there), *reading.changed(place.start, place.end), *final)

            spans = [reading.back(place.start, place.end) for place in places]
            found = self.at_places(_Kind.NORMALIZED, spans, used)
            if found is not None:
                return found
        return None

    def at_places(
        self, kind: VerificationKind, places: list[Span], used: Callable[[int], _Used]
    ) -> Verification | None:
        """The result for the places that are whole words and not cut off from what turns their meaning.

        `used` says which differences there are at the place of a number.
        """
        text = self.source.text
        quoted = Quoted(self.words)
        fair = []
        first = -1
        for number, place in enumerate(places):
            is_cut = not is_whole(text, place.start, place.end)
            gap = _cut_word(place, text) if is_cut else cut_off(quoted, place, text)
            gap = gap or joined_speakers(place, self.turns, text)
            if gap is None:
                fair.append(place)
                first = number if first < 0 else first
            elif self.unfair is None:
                self.unfair = refused_result(self.words, (place,), (gap,), self.source)
        if not fair:
            return None
        names = tuple(dict.fromkeys((*self.changed, *used(first))))
        kind = _Kind.NORMALIZED if names else kind
        speakers = tuple(dict.fromkeys(name for place in fair for name in speakers_of(place, self.turns)))
        how = f"{apart_from(names) or ' word for word'}" if len(fair) == 1 else f" {len(fair)} times{apart_from(names)}"
        said = f", said by {listed(speakers)}" if len(fair) > 1 and len(speakers) > 1 else ""
        return Verification(
            kind=kind if len(fair) == 1 else _Kind.AMBIGUOUS,
            words=self.words,
            fragments=(fair[0],) if len(fair) == 1 else (),
            places=tuple(fair),
            normalizations=names,
            speakers=speakers,
            explanation=f"the words are in the source{how}{said}",
        )

    def in_pieces(self, words: str, reading: Reading) -> Verification | None:
        """The result for the pieces between ellipses and brackets."""
        pieces = split_pieces(words)
        if not any(piece.words for piece in pieces):
            return None
        if len(pieces) > 1 or pieces[0] != Piece(words):
            return self.chained(words, pieces, reading)
        return None

    def interrupted(self) -> Verification | None:
        """The result for the parts between attributions that only the quotation has, or only the source."""
        folded = words_of(folded_words(self.words))
        for reading in (self.source.plain, *self.source.other_readings(folded, len(self.words))):
            found = self.interrupted_in(reading)
            if found is not None:
                return found
        return None

    def interrupted_in(self, reading: Reading) -> Verification | None:
        """The same in one way to read the source."""
        for words in dict.fromkeys((self.words, self.bare)):
            spoken = in_words(words) or []
            for last in dict.fromkeys((*spoken[-1:], *map(_without_stop, spoken[-1:]))):
                found = self.chained(words, _resumed([*spoken[:-1], last]), reading)
                if found is not None:
                    return found
            for parts in split_at(split_pieces(words), self.source.interruptions):
                found = self.chained(words, parts, reading)
                if found is not None:
                    return found
        return None

    def chained(self, words: str, pieces: Sequence[Piece], reading: Reading) -> Verification | None:
        quoted = Quoted(words, pieces[0].elides, pieces[-1].is_cut)
        fair: list[Chain] = []
        refused: list[Chain] = []
        for chain in chains(pieces, self.source, reading, self.turns, self.max_gap, self.known):
            cut = cut_off(quoted, hull(chain.fragments), self.source.text)
            whole = attrs.evolve(chain, gaps=(*chain.gaps, cut)) if cut else chain
            (refused if whole.refused else fair).append(whole)
        if len(fair) == 1:
            return fair_result(words, pieces, fair[0], reading, self.turns, self.changed)
        if fair:
            places = tuple(hull(chain.fragments) for chain in fair)
            speakers = tuple(dict.fromkeys(name for place in places for name in speakers_of(place, self.turns)))
            return Verification(
                kind=_Kind.AMBIGUOUS,
                words=words,
                places=places,
                speakers=speakers,
                explanation=f"the pieces of the quotation are in the source {len(places)} times",
            )
        if refused and self.unfair is None:
            best = min(refused, key=lambda chain: (len(chain.refused), hull(chain.fragments).length))
            self.unfair = refused_result(words, best.fragments, best.gaps, self.source, best.insertions)
        return None

    def reordered(self) -> Verification | None:
        if not any(in_another_order(split_pieces(words), self.source) for words in {self.words, self.bare}):
            return None
        reason = "its pieces are in the source, but not in this order"
        return attrs.evolve(
            nearest_result(self.words, self.source),
            kind=_Kind.ALTERED,
            refusal=Refusal.ORDER,
            explanation=UNFAIR + reason,
        )


_SIGN = lazy_pattern(r"[^\w\s]")


def _signs_in(words: str) -> int:
    return len(_SIGN.findall(words))


def _resumed(parts: Sequence[str]) -> tuple[Piece, ...]:
    """The parts of a quotation between attributions as pieces."""
    last = len(parts) - 1
    return tuple(Piece(part, resumes=number > 0, pauses=number < last) for number, part in enumerate(parts))


def _without_stop(words: str) -> str:
    """The words without a final comma or full stop, which may belong to the sentence that quotes."""
    return words[:-1].rstrip() if words[-1:] in (",", ".") and not words.endswith("..") else words


def _cut_word(place: Span, text: str) -> Gap:
    start, end = word_around(text, place.start, place.end)
    words = text[start:end]
    return Gap(Span(start, end), words, Refusal.CUT, f"the quotation cuts {words!r}")
