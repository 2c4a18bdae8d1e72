"""How deep brackets are nested, asked before the JSON parser of Python is given a text that it may not survive."""

from __future__ import annotations

import re
import sys
from typing import Final

__all__ = ["MAX_JSON_DEPTH", "breaks_json_parser"]

MAX_JSON_DEPTH: Final = 100
"""How deep lists and tables of a JSON text may be nested where the stack is small."""

_SMALL_STACK = sys.platform == "emscripten"
"""WebAssembly: the parser is not stopped by `RecursionError` there, and the overflow ends Python as a whole."""

_BRACKET = re.compile(r"[\[\]{}]")


def breaks_json_parser(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a range of a text (half-open, code points) is too deep for `json` on this system.

    Brackets in strings are counted too, so the answer may be True for a text that is not deep. It is False for every text
    on systems where the parser raises `RecursionError` in time.
    """
    if not _SMALL_STACK:
        return False
    depth = 0
    for found in _BRACKET.finditer(text, start, end):
        depth += 1 if found[0] in "[{" else -1
        if depth > MAX_JSON_DEPTH:
            return True
        depth = max(depth, 0)
    return False
