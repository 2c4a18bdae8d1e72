"""What a plain word of YAML means."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["MAX_DIGITS", "typed"]

MAX_DIGITS = 1000
"""Longer numbers stay text."""

_INTEGER = re.compile(r"0|-?[1-9][0-9]*+")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*+)\.[0-9]++")


def typed(raw: str) -> str | int | Decimal | bool | None:
    """What a plain scalar means."""
    if not raw or raw in ("~", "null"):
        return None
    if raw == "true":
        return True
    if raw == "false":
        return False
    if raw[-1] in "0123456789" and raw[0] in "-0123456789" and len(raw) <= MAX_DIGITS:
        if _INTEGER.fullmatch(raw):
            return int(raw)
        if _DECIMAL.fullmatch(raw):
            return Decimal(raw)
    return raw
