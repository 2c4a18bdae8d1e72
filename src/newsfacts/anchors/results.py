"""What a verification has to say."""

from __future__ import annotations

import attrs

from newsfacts.anchors.normalize import Normalization
from newsfacts.enums import WordEnum
from newsfacts.text.spans import Span, hull

__all__ = [
    "MAX_GAP", "Candidate", "Difference", "Gap", "Insertion", "Refusal", "Turn", "Verification", "VerificationKind",
]  # fmt: skip

MAX_GAP = 500
"""How many code points of the source an ellipsis may leave out, unless told otherwise."""


class VerificationKind(WordEnum):
    """How the words of a quotation stand in its source."""

    EXACT = "exact"
    NORMALIZED = "normalized"
    ELIDED = "elided"
    BRACKETED = "bracketed"
    ALTERED = "altered"
    AMBIGUOUS = "ambiguous"
    ABSENT = "absent"


class Refusal(WordEnum):
    """Why pieces that stand in the source are not a fair quotation of it."""

    ORDER = "order"
    LOSS = "loss"
    LENGTH = "length"
    SPEAKERS = "speakers"
    REPLACEMENT = "replacement"


@attrs.frozen
class Turn:
    """A stretch of a source, and whose words it holds."""

    span: Span
    speaker: str


@attrs.frozen
class Gap:
    """Words of the source that an ellipsis leaves out, or that brackets replace.

    `refusal` is why that is not fair, None where it is, and `reason` says it in words.
    """

    span: Span
    words: str
    refusal: Refusal | None = None
    reason: str = ""


@attrs.frozen
class Insertion:
    """Words in square brackets, which the quoting writer put in. `place` is where in the source they would stand."""

    words: str
    place: int


@attrs.frozen
class Difference:
    """Words of the quotation and the words of the source that stand in their place; one of both may be empty."""

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
    """Whether and how words stand in a source. `explanation` is a sentence.

    `fragments` are the spans of the source that hold the words, in order: one, or several where the quotation elides.
    `places` are all the places that fit; more than one only where the result is ambiguous. `refusal` is why pieces
    that do stand in the source are altered all the same.
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

    @property
    def place(self) -> Span | None:
        """From the first to the last word in the source; None where there is no place, or more than one."""
        return hull(self.fragments) if self.fragments else None

    @property
    def score(self) -> float:
        """1.0 for words that stand in the source, else the score of the candidate, 0.0 without one."""
        if self.kind in (VerificationKind.ALTERED, VerificationKind.ABSENT):
            return self.candidate.score if self.candidate else 0.0
        return 1.0

    @property
    def verified(self) -> bool:
        """Whether the words stand at one place of the source: exact, normalized, elided or bracketed."""
        return self.kind in (
            VerificationKind.EXACT,
            VerificationKind.NORMALIZED,
            VerificationKind.ELIDED,
            VerificationKind.BRACKETED,
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.explanation}"
