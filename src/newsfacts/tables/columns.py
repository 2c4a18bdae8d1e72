"""What tables are made of: a column with its type, its documentation and the way to its value; a table with its columns."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from newsfacts.enums import WordEnum
from newsfacts.immutable import frozen
from newsfacts.model import Document
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.exact import place_value

__all__ = [
    "SEPARATOR", "Column", "ColumnType", "Row", "TableDefinition", "TableDocument", "Value", "exact_text", "joined", "nearest_float",
]  # fmt: skip

Value: TypeAlias = str | int | float | bool | None
"""What a cell can be; None where there is nothing to say."""

Row: TypeAlias = Mapping[str, Value]
"""The cells of a row by the names of the columns, in their order."""

SEPARATOR = "|"
"""Between several ids, names or words in one cell."""

INTEGER_RANGE = range(-(2**63), 2**63)
"""The whole numbers that a cell can have: those of 64 bits."""

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class ColumnType(WordEnum):
    """What the cells of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    """A whole number of 64 bits."""
    NUMBER = "number"
    """A binary floating-point number of 64 bits."""
    BOOLEAN = "boolean"


@frozen
class Column:
    """One column. `of` finds its value in what a row is made of; cells may be None unless the column is `required`."""

    name: str
    type: ColumnType
    doc: str
    of: Callable[[Any], Value]
    required: bool = False

    def value(self, item: Any) -> Value:
        """The cell of a row. A text never has half a character, which UTF-8 does not know; such a half is written as `\\udc80`."""
        found = self.of(item)
        if self.type is ColumnType.TEXT:
            if isinstance(found, str) and not found.isascii():
                return _HALF_CHARACTER.sub(lambda half: f"\\u{ord(half[0]):04x}", found)
        elif self.type is ColumnType.INTEGER and isinstance(found, int) and found not in INTEGER_RANGE:
            return None
        return found


@frozen
class TableDocument:
    """A document that rows are made of: which one of its file it is, from 0, and how its numbers are understood."""

    document: Document
    number: int
    policy: Policy


@frozen
class TableDefinition:
    """A table: its name, what one row is, and its columns.

    `items` finds what its rows are made of in a document; None for the table of findings, whose rows come from a check.
    """

    name: str
    doc: str
    columns: tuple[Column, ...]
    items: Callable[[TableDocument], Iterable[Any]] | None = None

    def row(self, item: Any) -> dict[str, Value]:
        """The cells of one row."""
        return {column.name: column.value(item) for column in self.columns}


def exact_text(value: int | Fraction | None) -> str | None:
    """A number in decimal digits: `-4.25`; a fraction such as `1/3` where no decimal fraction equals it."""
    if value is None:
        return None
    if value.denominator == 1:
        return str(value.numerator)
    place = place_value(value)
    if place is None:
        return f"{value.numerator}/{value.denominator}"
    places = len(str(place.denominator)) - 1
    whole, rest = divmod(abs(value.numerator) * (place.denominator // value.denominator), place.denominator)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{places}d}"


def nearest_float(value: int | Fraction | None) -> float | None:
    """The float that is nearest to a number; the largest one, with its sign, for a number beyond all floats."""
    if value is None:
        return None
    try:
        return float(value)
    except OverflowError:
        return sys.float_info.max if value > 0 else -sys.float_info.max


def joined(parts: Iterable[str]) -> str | None:
    """Several ids, names or words in one cell, with `|` between; None for none."""
    return SEPARATOR.join(parts) or None
