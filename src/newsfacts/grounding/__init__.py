"""A text against its sources: which of its quotations, numbers and dates they support, and how the others differ.

Nothing is loaded until a name is used (PEP 562).
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsfacts.grounding.ground import ground
    from newsfacts.grounding.results import (
        Evidence,
        Grounding,
        GroundItem,
        GroundItemKind,
        GroundOutcome,
        LeftOut,
        LeftOutReason,
    )

__all__ = [
    "Evidence",
    "GroundItem",
    "GroundItemKind",
    "GroundOutcome",
    "Grounding",
    "LeftOut",
    "LeftOutReason",
    "ground",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{'ground' if name == 'ground' else 'results'}"), name)
    globals()[name] = value
    return value
