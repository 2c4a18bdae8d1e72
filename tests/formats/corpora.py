"""The corpora that are not part of the project: other people's files, in the folder that NEWSFACTS_CORPORA names."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["CORPORA", "files"]

CORPORA = os.environ.get("NEWSFACTS_CORPORA", "")


def files(pattern: str) -> list[Path]:
    """The files of the corpora that a pattern fits."""
    return sorted(path for path in Path(CORPORA).glob(pattern) if path.is_file())
