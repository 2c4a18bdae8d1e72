"""What a number or a date in a sentence means. Names load when they are first used (PEP 562)."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

_HOMES: Final[dict[str, str]] = {
    "Agreement": "compare",
    "Change": "quantity",
    "Comparator": "quantity",
    "Comparison": "compare",
    "Duration": "times",
    "Interval": "bounds",
    "Policy": "policy",
    "Quantity": "quantity",
    "QuantityKind": "quantity",
    "TallyPoint": "arithmetic",
    "TimeInterval": "times",
    "Tone": "quantity",
    "check_difference": "arithmetic",
    "check_ordinal": "arithmetic",
    "check_part": "arithmetic",
    "check_percent_change": "arithmetic",
    "check_percent_of": "arithmetic",
    "check_shares": "arithmetic",
    "check_sum": "arithmetic",
    "check_tally": "arithmetic",
    "parse_canonical": "canonical",
    "parse_edtf": "edtf",
    "parse_quantity": "reading",
    "parse_time": "time_reading",
    "read_number": "numerals",
    "read_ordinal": "numerals",
}
"""Where each name is defined. `compare` is left out: here it names the module, and `newsfacts.compare` the function."""


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_HOMES)
