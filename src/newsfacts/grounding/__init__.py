"""A text against its sources: which of its quotations, numbers and dates they support, and how the others differ.

Nothing is loaded until a name is used (PEP 562).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.lazy import Loader, lazy_names

if TYPE_CHECKING:
    from newsfacts.grounding.results import (
        Grounding,
        GroundItem,
        GroundItemKind,
        GroundOutcome,
        LeftOut,
        LeftOutReason,
        SourcePassage,
    )
    from newsfacts.grounding.run import ground

__all__ = [
    "GroundItem",
    "GroundItemKind",
    "GroundOutcome",
    "Grounding",
    "LeftOut",
    "LeftOutReason",
    "SourcePassage",
    "ground",
]


_HOMES = {name: "run" if name == "ground" else "results" for name in __all__}
__getattr__: Loader = lazy_names(__name__, _HOMES)
