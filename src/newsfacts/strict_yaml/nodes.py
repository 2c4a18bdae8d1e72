"""What YAML is read into: scalars, sequences and mappings, each with its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from newsfacts.immutable import frozen

__all__ = ["Entry", "Mapping", "Node", "Scalar", "Sequence", "is_null", "to_python"]


@frozen
class Scalar:
    """A single value. `raw` is its text without quotation marks and escapes, `value` what it is taken to mean.

    `start`..`end` is its half-open range of code points in the text, its quotation marks included.
    """

    value: str | int | Decimal | bool | None
    raw: str
    start: int
    end: int


@frozen
class Sequence:
    """A list; `items` in order."""

    items: tuple[Node, ...]
    start: int
    end: int


@frozen
class Entry:
    """A key and its value. The `value` and the `raw` of a key are the same text."""

    key: Scalar
    value: Node


@frozen
class Mapping:
    """A table; `entries` in order. Of entries with the same key only the first is here.

    A table that many documents share, under the same key, has in `made` what was made of it that depends on nothing else.
    """

    entries: tuple[Entry, ...]
    start: int
    end: int
    made: dict[type, Any] | None = attrs.field(default=None, eq=False, repr=False)

    def get(self, key: str) -> Node | None:
        """The value of a key, None where it is not written. Looks at the entries one by one."""
        for entry in self.entries:
            if entry.key.raw == key:
                return entry.value
        return None


Node: TypeAlias = Scalar | Sequence | Mapping


def is_null(node: Node) -> bool:
    """Whether this is `null`, `~` or nothing at all."""
    return isinstance(node, Scalar) and node.value is None


def to_python(node: Node) -> Any:
    """Dictionaries with text as keys, lists, and `str`, `int`, `Decimal`, `bool` or `None`; never a float."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [to_python(item) for item in node.items]
    return {entry.key.raw: to_python(entry.value) for entry in node.entries}
