"""What a number or a date in a sentence means. Names load when they are first used (PEP 562)."""

from __future__ import annotations

from typing import Final

from newsfacts.lazy import Loader, lazy_names

_HOMES: Final[dict[str, str]] = {
    "Agreement": "comparison",
    "Change": "quantities.quantity",
    "Comparator": "quantities.quantity",
    "Comparison": "comparison",
    "Duration": "times.times",
    "Interval": "quantities.interval",
    "Policy": "policy",
    "Quantity": "quantities.quantity",
    "QuantityKind": "quantities.quantity",
    "Support": "comparison",
    "SupportOutcome": "comparison",
    "TallyPoint": "quantities.tally",
    "TimeInterval": "times.times",
    "Tone": "quantities.quantity",
    "check_difference": "quantities.arithmetic",
    "check_ordinal": "quantities.arithmetic",
    "check_part": "quantities.arithmetic",
    "check_percent_change": "quantities.arithmetic",
    "check_percent_of": "quantities.arithmetic",
    "check_shares": "quantities.arithmetic",
    "check_sum": "quantities.arithmetic",
    "check_tally": "quantities.tally",
    "parse_canonical": "quantities.canonical",
    "parse_edtf": "times.edtf",
    "parse_quantity": "quantities.reading.phrase",
    "parse_time": "times.phrase",
    "read_number": "quantities.reading.numerals",
    "read_ordinal": "quantities.reading.numerals",
}
"""Where each name is defined. `compare` is left out: here it names the module, and `newsfacts.compare` the function."""


__getattr__: Loader = lazy_names(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(_HOMES)
