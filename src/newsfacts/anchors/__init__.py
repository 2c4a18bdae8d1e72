"""Find words in a text and verify them against it. Similar is never the same.

Nothing is loaded until a name is used (PEP 562).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.lazy import Loader, lazy_names

if TYPE_CHECKING:
    from newsfacts.anchors.find import (
        Ambiguous,
        Anchor,
        Anchored,
        How,
        Lost,
        Miss,
        MissReason,
        PlaceFinder,
        find_anchor,
    )
    from newsfacts.anchors.normalize import Normalization
    from newsfacts.anchors.prepared import PreparedSource
    from newsfacts.anchors.results import (
        Candidate,
        Difference,
        Gap,
        Insertion,
        Limit,
        Refusal,
        Turn,
        Verification,
        VerificationKind,
    )
    from newsfacts.anchors.verify import verify_quote

__all__ = [
    "Ambiguous",
    "Anchor",
    "Anchored",
    "Candidate",
    "Difference",
    "Gap",
    "How",
    "Insertion",
    "Limit",
    "Lost",
    "Miss",
    "MissReason",
    "Normalization",
    "PlaceFinder",
    "PreparedSource",
    "Refusal",
    "Turn",
    "Verification",
    "VerificationKind",
    "find_anchor",
    "verify_quote",
]

_HOMES = {
    "Normalization": "normalize",
    "PreparedSource": "prepared",
    "Candidate": "results",
    "Difference": "results",
    "Gap": "results",
    "Insertion": "results",
    "Limit": "results",
    "Refusal": "results",
    "Turn": "results",
    "Verification": "results",
    "VerificationKind": "results",
    "Ambiguous": "find",
    "Anchor": "find",
    "Anchored": "find",
    "How": "find",
    "Lost": "find",
    "Miss": "find",
    "MissReason": "find",
    "PlaceFinder": "find",
    "find_anchor": "find",
    "verify_quote": "verify",
}


__getattr__: Loader = lazy_names(__name__, _HOMES)
