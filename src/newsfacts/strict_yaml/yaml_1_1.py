"""What readers of YAML 1.1, which most programs still use, take a plain word for that is text here."""

from __future__ import annotations

from types import MappingProxyType

from newsfacts.patterns import lazy_pattern

__all__ = ["TRUTH_WORDS", "taken_otherwise"]

TRUTH_WORDS = MappingProxyType({
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON"), "true"),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF"), "false"),
})  # fmt: skip
"""What becomes of words that are true or false in YAML 1.1 alone."""

_SEXAGESIMAL = lazy_pattern(r"[-+]?[1-9][0-9]{0,9}(?::[0-5]?[0-9]){1,4}")
_OCTAL = lazy_pattern(r"[-+]?0[0-7_]{1,20}")
_UNDERSCORES = lazy_pattern(r"[-+]?[1-9][0-9]{0,20}(?:_[0-9]{1,20}){1,5}")


def taken_otherwise(raw: str) -> str | None:
    """What a plain scalar becomes in YAML 1.1, in words; None where it stays the same text."""
    if not raw or raw[0] not in "0123456789+-":
        return TRUTH_WORDS.get(raw)
    sign = -1 if raw[0] == "-" else 1
    digits = raw.lstrip("+-")
    if _SEXAGESIMAL.fullmatch(raw):
        value = 0
        for part in digits.split(":"):
            value = value * 60 + int(part)
        return f"the number {sign * value}"
    if _OCTAL.fullmatch(raw):
        return f"the number {sign * int(digits.replace('_', ''), 8)}"
    if _UNDERSCORES.fullmatch(raw):
        return f"the number {sign * int(digits.replace('_', ''))}"
    return None
