"""How a quotation is reported once its words are found, found but not fair, or only similar to the nearest place."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.anchors.elision import Chain, speakers_of
from newsfacts.anchors.matching import differences
from newsfacts.anchors.nearest import nearest
from newsfacts.anchors.normalize import Normalization
from newsfacts.anchors.pieces import Piece
from newsfacts.anchors.prepared import PreparedSource, Reading
from newsfacts.anchors.results import (
    Candidate,
    Difference,
    Gap,
    Insertion,
    Turn,
    Verification,
    VerificationKind,
)
from newsfacts.text.spans import Span, hull

__all__ = ["ALTERED_FROM", "UNFAIR", "apart_from", "fair_result", "listed", "nearest_result", "refused_result"]

ALTERED_FROM = 0.6
"""From this score of the nearest candidate a quotation counts as altered, below it as absent."""

MAX_SHOWN = 80
"""How many code points of what an ellipsis leaves out an explanation shows."""

_Kind = VerificationKind

UNFAIR = "the quotation is not fair to its source: "


def fair_result(
    words: str,
    pieces: Sequence[Piece],
    chain: Chain,
    reading: Reading,
    turns: Sequence[Turn],
    changed: tuple[Normalization, ...],
) -> Verification:
    used: dict[Normalization, None] = dict.fromkeys(changed)
    for shown, place in zip(chain.shown, chain.folded_places, strict=True):
        there = reading.folded.back(place.start, place.end).slice(reading.text)
        used.update(dict.fromkeys(differences(shown, there)))
        used.update(dict.fromkeys(reading.changed(place.start, place.end)))
    has_brackets = bool(chain.insertions) or any(piece.free for piece in pieces)
    if pieces[0].elides or any(piece.is_cut for piece in pieces):
        kind = _Kind.ELIDED
    elif has_brackets:
        kind = _Kind.BRACKETED
    else:
        kind = _Kind.INTERRUPTED if any(piece.resumes for piece in pieces) else _Kind.NORMALIZED
    return Verification(
        kind=kind,
        words=words,
        fragments=chain.fragments,
        places=(hull(chain.fragments),),
        normalizations=tuple(used),
        gaps=chain.gaps,
        insertions=chain.insertions,
        speakers=speakers_of(hull(chain.fragments), turns),
        explanation="; ".join([f"the words are in the source{apart_from(tuple(used))}", *_passed_over(chain)]),
    )


def _passed_over(chain: Chain) -> list[str]:
    """What ellipses leave out, attributions come between, and brackets add, in words."""
    parts = []
    gaps = [gap for gap in chain.gaps if not gap.is_attribution]
    attributions = [gap for gap in chain.gaps if gap.is_attribution]
    if gaps:
        what = "an ellipsis leaves out" if len(gaps) == 1 else f"{len(gaps)} ellipses leave out"
        parts.append(f"{what} {listed([repr(_shortened(gap.words)) for gap in gaps])}")
    if attributions:
        there_is = "there is" if len(attributions) == 1 else "there are"
        parts.append(f"between the parts {there_is} {listed([repr(_shortened(gap.words)) for gap in attributions])}")
    if chain.insertions:
        parts.append(f"{listed([repr(one.words) for one in chain.insertions])} in brackets is added")
    return parts


def refused_result(
    words: str,
    fragments: tuple[Span, ...],
    gaps: tuple[Gap, ...],
    source: PreparedSource,
    insertions: tuple[Insertion, ...] = (),
) -> Verification:
    """Words that are in the source, but not fairly quoted."""
    refused = next(gap for gap in gaps if gap.refusal)
    place = hull((*fragments, *(gap.span for gap in gaps if gap.words)))
    there = place.slice(source.text)
    kept = sum(len(fragment.slice(source.text).split()) for fragment in fragments)
    score = round(2 * kept / (kept + max(kept, len(there.split()))), 3)
    return Verification(
        kind=_Kind.ALTERED,
        words=words,
        candidate=Candidate(place, there, score),
        diff=tuple(Difference("", gap.words) for gap in gaps if gap.words),
        gaps=gaps,
        insertions=insertions,
        refusal=refused.refusal,
        explanation=UNFAIR + refused.reason,
    )


def nearest_result(words: str, source: PreparedSource) -> Verification:
    found = nearest(words, source)
    if found is None:
        return Verification(kind=_Kind.ABSENT, words=words, explanation="the source has none of these words")
    if found.candidate.score < ALTERED_FROM:
        kind = _Kind.ABSENT
        explanation = f"the source does not have these words; the nearest place scores {found.candidate.score}"
    else:
        kind = _Kind.ALTERED
        shown = listed([str(difference) for difference in found.diff[:3]]) or "joins or cuts words of the source"
        explanation = f"the quotation {shown}{', and more' if len(found.diff) > 3 else ''}"
    return Verification(kind=kind, words=words, candidate=found.candidate, diff=found.diff, explanation=explanation)


def apart_from(used: tuple[Normalization, ...]) -> str:
    return f" apart from {listed([str(name) for name in used])}" if used else ""


def listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def _shortened(words: str) -> str:
    """Words short enough for an explanation, on one line."""
    flat = " ".join(words.split())
    return flat if len(flat) <= MAX_SHOWN else f"{flat[: MAX_SHOWN // 2].rstrip()} … {flat[-MAX_SHOWN // 2 :].lstrip()}"
