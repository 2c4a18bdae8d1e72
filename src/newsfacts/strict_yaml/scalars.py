"""What a plain word of YAML means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

__all__ = ["MAX_DIGITS", "typed"]

MAX_DIGITS = 1000
"""Longer numbers stay text."""

_INTEGER = re.compile(r"0|-?[1-9][0-9]*+")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*+)\.[0-9]++")


_WORDS: Mapping[str, bool | None] = MappingProxyType({"": None, "~": None, "null": None, "true": True, "false": False})


def typed(raw: str) -> str | int | Decimal | bool | None:
    """What a plain scalar means."""
    if raw in _WORDS:
        return _WORDS[raw]
    if raw[-1] in "0123456789" and raw[0] in "-0123456789" and len(raw) <= MAX_DIGITS:
        if _INTEGER.fullmatch(raw):
            return int(raw)
        if _DECIMAL.fullmatch(raw):
            return Decimal(raw)
    return raw
