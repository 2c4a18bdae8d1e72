"""The results of a verification."""

from __future__ import annotations

import attrs

from newsfacts.anchors.normalize import Normalization
from newsfacts.enums import WordEnum
from newsfacts.text.spans import Span, hull

__all__ = [
    "MAX_GAP", "Candidate", "Difference", "Gap", "Insertion", "Limit", "Refusal", "Turn", "Verification", "VerificationKind",
]  # fmt: skip

MAX_GAP = 500
"""How many code points of the source an ellipsis may leave out, unless another number is given."""


class VerificationKind(WordEnum):
    """Whether and how the words of a quotation are in its source."""

    EXACT = "exact"
    NORMALIZED = "normalized"
    ELIDED = "elided"
    BRACKETED = "bracketed"
    INTERRUPTED = "interrupted"
    ALTERED = "altered"
    AMBIGUOUS = "ambiguous"
    ABSENT = "absent"


class Refusal(WordEnum):
    """Why words that are in the source are not a fair quotation of it."""

    ORDER = "order"
    """The pieces are in another order there."""
    LOSS = "loss"
    """An ellipsis leaves out a word that turns the meaning."""
    CUT = "cut"
    """The quotation begins right after such a word, or ends right before it, or cuts a number."""
    LENGTH = "length"
    """An ellipsis leaves out too much."""
    SPEAKERS = "speakers"
    """The quotation, an ellipsis, or an attribution that is left out joins the words of two speakers."""
    QUOTATIONS = "quotations"
    """An ellipsis leaves a quotation of the source, or joins two."""
    REPLACEMENT = "replacement"
    """Brackets replace words without an ellipsis."""
    INSERTION = "insertion"
    """Brackets add a word that turns the meaning."""


@attrs.frozen
class Turn:
    """A stretch of a source, and who speaks in it; an empty name is someone whom the source does not name."""

    span: Span
    speaker: str


@attrs.frozen
class Gap:
    """Words of the source that an ellipsis leaves out, that brackets replace, or that are cut off at an end; or an attribution.

    `refusal` is why that is not fair, None where it is, and `reason` says it in words. `is_attribution` says that the words only
    say who speaks.
    """

    span: Span
    words: str
    refusal: Refusal | None = None
    reason: str = ""
    is_attribution: bool = False


@attrs.frozen
class Limit:
    """Words of the source right outside of a quotation that limit what it says: a negation before it, a condition after it.

    `reason` says so in words. Whether the text that quotes keeps the limit is for its reader to see.
    """

    span: Span
    words: str
    reason: str


@attrs.frozen
class Insertion:
    """Words in square brackets, which the quoting writer put in. `place` is where in the source they would be."""

    words: str
    place: int


@attrs.frozen
class Difference:
    """Words of the quotation and the words that the source has in their place; one of the two may be empty."""

    quoted: str
    source: str

    def __str__(self) -> str:
        if not self.quoted:
            return f"leaves out {self.source!r}"
        if not self.source:
            return f"adds {self.quoted!r}"
        return f"has {self.quoted!r} for {self.source!r}"


@attrs.frozen
class Candidate:
    """The place of the source that is most like the quotation; never a match.

    `score` is twice the number of words and signs both have in the same order, divided by how many both have together.
    """

    span: Span
    words: str
    score: float


@attrs.frozen(kw_only=True)
class Verification:
    """Whether and how words are in a source. `explanation` is a sentence.

    `fragments` are the spans of the source with the words, in order: one, or several where the quotation elides.
    `places` are all the places that fit; more than one only where the result is ambiguous. `speakers` are those of all
    places. `refusal` is why words that are in the source are altered all the same. `warnings` are limits of what is said
    that the quotation leaves outside; they change nothing about whether it is verified.
    """

    kind: VerificationKind
    words: str
    explanation: str
    fragments: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    normalizations: tuple[Normalization, ...] = ()
    gaps: tuple[Gap, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    diff: tuple[Difference, ...] = ()
    candidate: Candidate | None = None
    speakers: tuple[str, ...] = ()
    refusal: Refusal | None = None
    warnings: tuple[Limit, ...] = ()

    @property
    def warning(self) -> str:
        """The warnings in words, empty where there are none."""
        return "; ".join(limit.reason for limit in self.warnings)

    @property
    def place(self) -> Span | None:
        """From the first to the last word in the source; None where there is no place, or more than one."""
        return hull(self.fragments) if self.fragments else None

    @property
    def score(self) -> float:
        """1.0 for words that are in the source, else the score of the candidate, 0.0 without one."""
        if self.kind in (VerificationKind.ALTERED, VerificationKind.ABSENT):
            return self.candidate.score if self.candidate else 0.0
        return 1.0

    @property
    def verified(self) -> bool:
        """Whether the words are in the source: exact, normalized, elided, bracketed, interrupted, or at several places.

        Where it was asked who speaks, and different speakers said them, the places decide nothing.
        """
        if self.kind is VerificationKind.AMBIGUOUS:
            return len(self.speakers) < 2
        return self.kind not in (VerificationKind.ALTERED, VerificationKind.ABSENT)

    def __str__(self) -> str:
        return f"{self.kind}: {self.explanation}"
