"""Says whether and how the words of a quotation stand in a source. The contract in words is in `docs/quotations.md`."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsfacts.anchors.elision import Chain, chains, in_another_order, speakers_of
from newsfacts.anchors.nearest import nearest
from newsfacts.anchors.normalize import Normalization, fold, needed_normalizations
from newsfacts.anchors.pieces import Piece, split_pieces, strip_outer_marks
from newsfacts.anchors.prepared import PreparedSource, occurrences, prepared
from newsfacts.anchors.results import MAX_GAP, Candidate, Difference, Refusal, Turn, Verification, VerificationKind
from newsfacts.text.spans import Span, hull

__all__ = ["ALTERED_FROM", "verify_quote"]

ALTERED_FROM = 0.6
"""From this score of the nearest candidate a quotation counts as altered, below it as absent."""

_Kind = VerificationKind


def verify_quote(
    words: str,
    source: str | PreparedSource,
    *,
    speakers: Sequence[Turn] | None = None,
    max_gap: int = MAX_GAP,
) -> Verification:
    """Say how `words` stand in `source`. Quotation marks around all the words are taken off first.

    - **exact**: they stand there code point for code point, at one place, not beginning or ending inside a word.
    - **normalized**: they do apart from differences that `normalizations` names, and no others.
    - **elided**: the pieces between ellipses stand there in order; `gaps` holds what is left out. No gap is longer than
      `max_gap` code points, joins two `speakers`, or swallows a negation, a condition, a restriction or a reservation.
    - **bracketed**: they do apart from words in square brackets, which stand beside the words of the source and not in
      their place. Words that a bracket replaces must be marked by an ellipsis as well.
    - **ambiguous**: they stand at several places of the source, listed in `places`.
    - **altered**: they do not, but `candidate` is similar; `diff` says where it differs, `refusal` why it is not fair.
    - **absent**: nothing in the source is similar enough. `candidate` is the nearest place, where there is any.

    Similar is never the same: a fuzzy match is altered or absent, whatever its score.
    """
    source = prepared(source)
    turns = tuple(speakers or ())
    marks = strip_outer_marks(words)
    stripped = marks.spoken
    if not any(character.isalnum() for character in stripped):
        return Verification(kind=_Kind.ABSENT, words=stripped, explanation="there are no words to look for")
    bare = _without_stop(stripped)
    return (
        _exact(marks.printed, source, turns)
        or _exact(stripped, source, turns)
        or _normalized(stripped, bare, source, turns)
        or _in_pieces(stripped, source, turns, max_gap)
        or (_with_stop(_in_pieces(bare, source, turns, max_gap)) if bare != stripped else None)
        or _nearest(bare, source)
    )


def _without_stop(words: str) -> str:
    """The words without a final comma or full stop, which may belong to the sentence that quotes."""
    return words[:-1].rstrip() if words[-1:] in (",", ".") and not words.endswith("..") else words


def _with_stop(found: Verification | None) -> Verification | None:
    """What was found without the final sign."""
    if found is None or not found.verified:
        return found
    used = (*found.normalizations, Normalization.FINAL_PUNCTUATION)
    return attrs.evolve(found, normalizations=used, explanation=f"{found.explanation}; its final sign is left aside")


def _exact(words: str, source: PreparedSource, turns: Sequence[Turn]) -> Verification | None:
    places = occurrences(source.text, words)
    return _at_places(_Kind.EXACT, words, places, (), turns) if places else None


def _normalized(words: str, bare: str, source: PreparedSource, turns: Sequence[Turn]) -> Verification | None:
    for ending in dict.fromkeys((words, bare)):
        folded = fold(ending).string.strip()
        for start in (folded, folded[:1].swapcase() + folded[1:]):
            places = [source.folded.back(place.start, place.end) for place in occurrences(source.folded.string, start)]
            if places:
                used = _differences(ending, places[0].slice(source.text))
                if ending != words:
                    used = (*used, Normalization.FINAL_PUNCTUATION)
                return _at_places(_Kind.NORMALIZED, words, places, used, turns)
    return None


def _differences(words: str, there: str) -> tuple[Normalization, ...]:
    """The names of the differences between words and the source where they are the same apart from these."""
    case_differs = words[:1] != there[:1] and words[:1].swapcase() == there[:1]
    used = list(needed_normalizations(words, words[:1] + there[1:] if case_differs else there))
    if case_differs:
        used.append(Normalization.CASE_AT_THE_START)
    return tuple(used)


def _at_places(
    kind: VerificationKind, words: str, places: list[Span], used: tuple[Normalization, ...], turns: Sequence[Turn]
) -> Verification:
    if len(places) > 1:
        return Verification(
            kind=_Kind.AMBIGUOUS,
            words=words,
            places=tuple(places),
            normalizations=used,
            explanation=f"the words stand in the source {len(places)} times{_apart_from(used)}",
        )
    return Verification(
        kind=kind,
        words=words,
        fragments=(places[0],),
        places=(places[0],),
        normalizations=used,
        speakers=speakers_of(places[0], turns),
        explanation=f"the words stand in the source{_apart_from(used) or ' word for word'}",
    )


def _in_pieces(words: str, source: PreparedSource, turns: Sequence[Turn], max_gap: int) -> Verification | None:
    pieces = split_pieces(words)
    if not any(piece.words for piece in pieces) or (len(pieces) == 1 and pieces[0].words == words):
        return None
    found = chains(pieces, source, turns, max_gap)
    fair = [chain for chain in found if not chain.refused]
    if len(fair) == 1:
        return _fair(words, pieces, fair[0], source, turns)
    if fair:
        places = tuple(hull(chain.fragments) for chain in fair)
        return Verification(
            kind=_Kind.AMBIGUOUS,
            words=words,
            places=places,
            explanation=f"the pieces of the quotation stand in the source {len(places)} times",
        )
    if found:
        return _unfair(words, min(found, key=lambda chain: (len(chain.refused), hull(chain.fragments).length)), source)
    if in_another_order(pieces, source):
        reason = "its pieces stand in the source, but not in this order"
        return attrs.evolve(
            _nearest(words, source), kind=_Kind.ALTERED, refusal=Refusal.ORDER, explanation=_UNFAIR + reason
        )
    return None


_UNFAIR = "the quotation is not fair to its source: "


def _fair(
    words: str, pieces: Sequence[Piece], chain: Chain, source: PreparedSource, turns: Sequence[Turn]
) -> Verification:
    used: dict[Normalization, None] = {}
    for piece, fragment in zip((piece for piece in pieces if piece.words), chain.fragments, strict=True):
        used.update(dict.fromkeys(_differences(piece.words, fragment.slice(source.text))))
    parts = []
    if chain.gaps:
        parts.append(
            "an ellipsis leaves out words" if len(chain.gaps) == 1 else f"{len(chain.gaps)} ellipses leave out words"
        )
    if chain.insertions:
        parts.append(f"{_listed([repr(one.words) for one in chain.insertions])} in brackets is added")
    if chain.gaps or not (used or chain.insertions):
        kind = _Kind.ELIDED
    else:
        kind = _Kind.BRACKETED if chain.insertions else _Kind.NORMALIZED
    return Verification(
        kind=kind,
        words=words,
        fragments=chain.fragments,
        places=(hull(chain.fragments),),
        normalizations=tuple(used),
        gaps=chain.gaps,
        insertions=chain.insertions,
        speakers=speakers_of(hull(chain.fragments), turns),
        explanation="; ".join([f"the words stand in the source{_apart_from(tuple(used))}", *parts]),
    )


def _unfair(words: str, chain: Chain, source: PreparedSource) -> Verification:
    place = hull(chain.fragments)
    there = place.slice(source.text)
    kept = sum(len(fragment.slice(source.text).split()) for fragment in chain.fragments)
    score = round(2 * kept / (kept + max(kept, len(there.split()))), 3)
    return Verification(
        kind=_Kind.ALTERED,
        words=words,
        candidate=Candidate(place, there, score),
        diff=tuple(Difference("", gap.words) for gap in chain.gaps),
        gaps=chain.gaps,
        insertions=chain.insertions,
        refusal=chain.refused[0].refusal,
        explanation=_UNFAIR + chain.refused[0].reason,
    )


def _nearest(words: str, source: PreparedSource) -> Verification:
    found = nearest(words, source)
    if found is None:
        return Verification(kind=_Kind.ABSENT, words=words, explanation="the source has none of these words")
    if found.candidate.score < ALTERED_FROM:
        kind = _Kind.ABSENT
        explanation = f"the source does not have these words; the nearest place scores {found.candidate.score}"
    else:
        kind = _Kind.ALTERED
        shown = _listed([str(difference) for difference in found.diff[:3]]) or "joins words that stand apart"
        explanation = f"the quotation {shown}{', and more' if len(found.diff) > 3 else ''}"
    return Verification(kind=kind, words=words, candidate=found.candidate, diff=found.diff, explanation=explanation)


def _apart_from(used: tuple[Normalization, ...]) -> str:
    return f" apart from {_listed([str(name) for name in used])}" if used else ""


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
