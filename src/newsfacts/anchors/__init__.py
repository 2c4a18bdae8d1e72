"""Find words in a text and verify them against it. Similar is never the same."""

from newsfacts.anchors.folding import Normalization
from newsfacts.anchors.moving import Reanchored, ReanchoredStatus, reanchor
from newsfacts.anchors.prepared import PreparedSource
from newsfacts.anchors.results import (
    Candidate,
    Difference,
    Gap,
    Insertion,
    Refusal,
    Turn,
    Verification,
    VerificationKind,
)
from newsfacts.anchors.selectors import Ambiguous, Anchor, Anchored, How, Lost, find_anchor
from newsfacts.anchors.verification import verify_quote

__all__ = [
    "Ambiguous",
    "Anchor",
    "Anchored",
    "Candidate",
    "Difference",
    "Gap",
    "How",
    "Insertion",
    "Lost",
    "Normalization",
    "PreparedSource",
    "Reanchored",
    "ReanchoredStatus",
    "Refusal",
    "Turn",
    "Verification",
    "VerificationKind",
    "find_anchor",
    "reanchor",
    "verify_quote",
]
