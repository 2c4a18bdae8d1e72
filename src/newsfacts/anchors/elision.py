"""Finds the pieces of a quotation in their order in a source, and looks at what is between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

import attrs

from newsfacts.anchors.brackets import added_by_brackets, replaced_at_edges, words_replaced
from newsfacts.anchors.cuts import cut_number
from newsfacts.anchors.gap_edges import is_apart, lost_at_edges
from newsfacts.anchors.lost_words import lost_in_gap
from newsfacts.anchors.marks_in_gaps import joins_quotations
from newsfacts.anchors.matching import STEPS_PER_PLACE, Words, matches
from newsfacts.anchors.normalize import folded_words
from newsfacts.anchors.pieces import Piece
from newsfacts.anchors.prepared import MAX_PLACES, PreparedSource, Reading
from newsfacts.anchors.results import Gap, Insertion, Refusal, Turn
from newsfacts.anchors.whole_words import begins_whole, ends_whole
from newsfacts.text.spans import Span, hull

__all__ = ["MAX_GAPS", "MAX_PIECE_PLACES", "MIN_CHAINS", "Chain", "Known", "chains", "in_another_order", "speakers_of"]

MAX_PIECE_PLACES = 20_000
"""How many places of all pieces together are tried, and at least `MIN_PIECE_PLACES` of each."""

MIN_PIECE_PLACES = 100

STEPS_PER_CHAIN = 1500
"""How many steps one chain takes: its gaps and its ends are looked at."""

MAX_GAPS = 4000
"""At how many gaps, of all chains together, it is looked."""

MIN_CHAINS = 10
"""How many chains are looked at in any case."""

_SPACES = " \t\r\n\u00a0"
_DASHES = _SPACES + "-‐‑‒–—―"
_FINAL = ".,;:"
_NEAR = 80
# The name of a speaker at the start of a line, as transcripts have it: "Ann Lee:", "MR. SMITH:", "Q:", "A.".
_LABEL = re.compile(r"\n[ \t]*(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}|Q|A)(?: \([^)\n]{1,40}\))?:\s|\n[ \t]*[QA]\.\s")


@attrs.frozen
class Chain:
    """One way in which the pieces are in the source. `shown` are the words of each piece that were found there.

    `folded_places` are the places of the pieces in the folded text of the reading.
    """

    fragments: tuple[Span, ...]
    shown: tuple[Words, ...]
    gaps: tuple[Gap, ...]
    insertions: tuple[Insertion, ...]
    folded_places: tuple[Span, ...]

    @property
    def refused(self) -> tuple[Gap, ...]:
        """The gaps for which this is not a fair quotation; empty where it is one."""
        return tuple(gap for gap in self.gaps if gap.refusal)


@attrs.define
class _Step:
    place: Span
    words: Words
    before: _Step | None


@attrs.frozen
class _Search:
    """The pieces with words, those bracketed words that come after all of them, and where they are looked for."""

    pieces: Sequence[Piece]
    last: tuple[str, ...]
    source: PreparedSource
    reading: Reading
    turns: Sequence[Turn]
    max_gap: int


Known: TypeAlias = dict[tuple[Reading, Words, bool, bool, int], list[tuple[Span, Words]]]
"""Where the pieces of one quotation are in each reading: the same pieces are looked for in several ways."""


def chains(
    pieces: Sequence[Piece],
    source: PreparedSource,
    reading: Reading,
    turns: Sequence[Turn],
    max_gap: int,
    known: Known,
) -> list[Chain]:
    """The shortest chain for every place where the last piece can be; those that are refused too."""
    if not all(reading.may_have(folded_words(piece.words)) for piece in pieces):
        return []
    last = pieces[-1].insertions if not pieces[-1].words else ()
    worded = [piece for piece in pieces if piece.words]
    steps: list[_Step] = []
    most = max(MIN_PIECE_PLACES, MAX_PIECE_PLACES // len(worded))
    for number, piece in enumerate(worded):
        wanted = Words(piece.words, number == 0 or piece.elides, piece.free)
        key = reading, wanted, piece.is_cut or piece.pauses, piece.elides, most
        if key not in known:
            known[key] = _places(wanted, piece, reading, most)
        reading.effort.steps += STEPS_PER_PLACE * len(known[key])
        if number == 0:
            steps = [_Step(place, words, None) for place, words in known[key]]
            continue
        ends = [step.place.end for step in steps]
        following: list[_Step] = []
        # The closest piece before leaves out the least; a later one is never further away than an earlier one.
        for place, words in known[key]:
            before = bisect_right(ends, place.start) - 1
            if before >= 0:
                following.append(_Step(place, words, steps[before]))
        steps = following
        if not steps:
            return []
    search = _Search(worded, last, source, reading, turns, max_gap)
    limit = min(MAX_PLACES, max(MIN_CHAINS, MAX_GAPS // len(worded)))
    tried = _tightest(steps)[:limit]
    source.effort.steps += STEPS_PER_CHAIN * len(tried) * len(worded)
    made = (_chain(step, search) for step in tried)
    return [chain for chain in made if chain is not None]


def _places(words: Words, piece: Piece, source: Reading, most: int) -> list[tuple[Span, Words]]:
    """The places of a piece; before or after an ellipsis a sign at that end may belong to the quotation."""
    attempts = [words]
    if (piece.is_cut or piece.pauses) and words.string[-1:] in _FINAL:
        attempts.append(attrs.evolve(words, string=words.string.rstrip(_FINAL + " ")))
    if piece.elides and words.string[:1] in _FINAL:
        attempts.append(Words(words.string.lstrip(_FINAL + " ")))
    for attempt in attempts:
        if attempt.string:
            found = matches(attempt, source, limit=most)
            if found:
                return [(place, attempt) for place in found]
    bare = words.string.strip(_DASHES)  # "here -- [sic]": between letters a dash is the same as a space
    if bare != words.string and bare and not words.free:
        return [(place, Words(bare)) for place in matches(Words(bare), source, limit=most)]
    return []


def _tightest(steps: list[_Step]) -> list[_Step]:
    """Of the chains that begin at the same place only the shortest."""
    shortest: dict[int, _Step] = {}
    for step in steps:
        first = step
        while first.before is not None:
            first = first.before
        kept = shortest.get(first.place.start)
        if kept is None or step.place.end < kept.place.end:
            shortest[first.place.start] = step
    return list(shortest.values())


def _chain(last: _Step, search: _Search) -> Chain | None:
    """What is between the pieces of a chain; None where a piece begins or ends inside a word."""
    steps = [last]
    while steps[-1].before is not None:
        steps.append(steps[-1].before)
    steps.reverse()
    source, pieces = search.source, search.pieces
    fragments = tuple(search.reading.back(step.place.start, step.place.end) for step in steps)
    if not _are_whole(fragments, pieces, source.text):
        return None
    gaps: list[Gap] = []
    insertions = [Insertion(words, fragments[0].start) for words in pieces[0].insertions]
    for number in range(1, len(fragments)):
        insertions += [Insertion(words, fragments[number].start) for words in pieces[number].insertions]
        is_bare = any(steps[n].words.string != pieces[n].words for n in (number - 1, number))
        found = _between(number, fragments, is_bare, search)
        if found is None:
            return None
        gaps += found
    insertions += [Insertion(words, fragments[-1].end) for words in search.last]
    gaps += [*replaced_at_edges(fragments, pieces, search.last, source.text), *added_by_brackets(insertions)]
    return Chain(
        fragments,
        tuple(step.words for step in steps),
        tuple(gaps),
        tuple(insertions),
        tuple(step.place for step in steps),
    )


def _between(number: int, fragments: tuple[Span, ...], is_bare: bool, search: _Search) -> list[Gap] | None:
    """What is between a piece and the one before it; None where they do not belong together."""
    piece, text = search.pieces[number], search.source.text
    first, second = fragments[number - 1], fragments[number]
    if piece.resumes:
        return _interruption(first, second, search)
    between = _stripped(Span(first.end, second.start), text, _DASHES if is_bare or piece.elides else _SPACES)
    if not piece.elides:
        replaced = words_replaced(between, text, piece.insertions)
        return [replaced] if replaced is not None else []
    gap = _gap(between, first, second, search)
    lost = None if gap.refusal else cut_number(first, second, text)
    if lost is not None:
        reason = f"the ellipsis leaves out a part of a number: {lost.words!r}"
        gap = attrs.evolve(gap, refusal=Refusal.LOSS, reason=reason)
    return [gap]


def _interruption(first: Span, second: Span, search: _Search) -> list[Gap] | None:
    """The attribution between two parts, nothing where they touch, None where something else is between them."""
    text = search.source.text
    found = search.source.interruptions.between(first, second)
    between = text[first.end : second.start]
    if found is None:
        return [] if not between.strip(_DASHES + _FINAL) else None
    words = found.words.slice(text)
    names = speakers_of(hull((first, second)), search.turns)
    if len(names) > 1:
        return [Gap(found.words, words, Refusal.SPEAKERS, f"the quotation joins words of {named(names)}")]
    if found.doubt and not names:
        return [Gap(found.words, words, Refusal.SPEAKERS, f"the quotation leaves out {words!r}: {found.doubt}")]
    return [Gap(found.words, words, is_attribution=True)]


def _are_whole(fragments: Sequence[Span], pieces: Sequence[Piece], text: str) -> bool:
    """Whether no piece begins or ends inside a word; brackets may part a compound: "third-[grade] level"."""
    for number, fragment in enumerate(fragments):
        follows_brackets = number > 0 and bool(pieces[number].insertions)
        has_brackets_after = number + 1 < len(fragments) and bool(pieces[number + 1].insertions)
        if not (follows_brackets or begins_whole(text, fragment.start)):
            return False
        if not (has_brackets_after or ends_whole(text, fragment.end)):
            return False
    return True


def _stripped(between: Span, text: str, signs: str) -> Span:
    """A range without the white space, and perhaps the dashes, at its ends."""
    words = between.slice(text)
    start = between.start + len(words) - len(words.lstrip(signs))
    return Span(start, start + len(words.strip(signs)))


def _gap(gap: Span, before: Span, after: Span, search: _Search) -> Gap:
    """A gap between two fragments, and why it is refused."""
    text = search.source.text
    words = gap.slice(text)
    if gap.length > search.max_gap:
        reason = f"the ellipsis leaves out {gap.length:,} characters; at most {search.max_gap:,} are allowed"
        return Gap(gap, words, Refusal.LENGTH, reason)
    names = speakers_of(hull((before, gap, after)), search.turns)
    if len(names) > 1:
        return Gap(gap, words, Refusal.SPEAKERS, f"the ellipsis joins words of {named(names)}")
    joined = joins_quotations(gap, search.source)
    if joined:
        return Gap(gap, words, Refusal.QUOTATIONS, f"the ellipsis {joined}")
    label = None if search.turns else _LABEL.search(text[max(0, gap.start - 2) : gap.end + 1])
    if label is not None:
        reason = f"the ellipsis joins words of different speakers: it leaves out {label[0].strip()!r}"
        return Gap(gap, words, Refusal.SPEAKERS, reason)
    said_before, said_after = text[max(before.start, gap.start - _NEAR) : gap.start], text[gap.end : after.end]
    lost = None if is_apart(said_before, words, said_after) else lost_in_gap(words)
    lost = lost or lost_at_edges(said_before, words, said_after)
    if lost is not None:
        return Gap(gap, words, Refusal.LOSS, f"the ellipsis leaves out {_shown(lost[0])!r}, {lost[1]}")
    return Gap(gap, words)


def _shown(words: str) -> str:
    """At most `_NEAR` code points of words, on one line."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _NEAR else f"{flat[:_NEAR].rstrip()} …"


def speakers_of(span: Span, turns: Sequence[Turn]) -> tuple[str, ...]:
    """Who speaks in a span of the source, each once, in order; those without a name are different people."""
    speakers = {turn.speaker or turn: turn.speaker for turn in turns if turn.span.overlaps(span)}
    return tuple(speakers.values())


def named(speakers: Sequence[str]) -> str:
    """Speakers in words; one without a name is someone else."""
    if not any(speakers):
        return "several people"
    return " and ".join(name or "someone else" for name in speakers)


def joined_speakers(place: Span, turns: Sequence[Turn], text: str) -> Gap | None:
    """Why words that are in a source as they are quoted are not fair to it: two speakers say them."""
    names = speakers_of(place, turns)
    if len(names) < 2:
        return None
    return Gap(place, place.slice(text), Refusal.SPEAKERS, f"the quotation joins words of {named(names)}")


def in_another_order(pieces: Sequence[Piece], source: PreparedSource) -> bool:
    """Whether every piece is in the source, for pieces that are not there one after the other."""
    worded = [piece for piece in pieces if piece.words]
    return len(worded) > 1 and all(
        matches(Words(piece.words, piece.elides or piece is worded[0], piece.free), source.plain, limit=1)
        for piece in worded
    )
