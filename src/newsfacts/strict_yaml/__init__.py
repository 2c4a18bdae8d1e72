"""YAML with places and without surprises.

Every node has its place in the text, so that a finding can point at it. What a plain word means does not depend on a
list that no one remembers: `true`, `false`, `null`, `~`, nothing at all, whole numbers and decimals are what they look
like, and everything else is text: `no`, `10:30`, `007`, `1_000`, `0x10`, `2024-07-04`. Keys are always text.
Duplicate keys, tags and documents after the first are problems; aliases, depth and size are bounded.

The reader and the writer load when they are first used (PEP 562): most documents have no YAML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsfacts.lazy import Loader, lazy_names
from newsfacts.strict_yaml.nodes import Entry, Mapping, Node, Scalar, Sequence, is_null, to_python

if TYPE_CHECKING:
    from newsfacts.strict_yaml.reader import (
        MAX_ALIASED_NODES,
        MAX_DEPTH,
        MAX_SIZE,
        ParsedYaml,
        Problem,
        read_valid_yaml,
        read_yaml,
    )
    from newsfacts.strict_yaml.scalars import MAX_DIGITS
    from newsfacts.strict_yaml.writer import write_yaml
    from newsfacts.strict_yaml.yaml_1_1 import taken_otherwise

__all__ = [
    "MAX_ALIASED_NODES",
    "MAX_DEPTH",
    "MAX_DIGITS",
    "MAX_SIZE",
    "Entry",
    "Mapping",
    "Node",
    "ParsedYaml",
    "Problem",
    "Scalar",
    "Sequence",
    "is_null",
    "read_valid_yaml",
    "read_yaml",
    "taken_otherwise",
    "to_python",
    "write_yaml",
]

_HOMES = {
    "MAX_ALIASED_NODES": "reader",
    "MAX_DEPTH": "reader",
    "MAX_DIGITS": "scalars",
    "MAX_SIZE": "reader",
    "ParsedYaml": "reader",
    "Problem": "reader",
    "read_valid_yaml": "reader",
    "read_yaml": "reader",
    "taken_otherwise": "yaml_1_1",
    "write_yaml": "writer",
}
"""The module of each name that is loaded when it is used."""


__getattr__: Loader = lazy_names(__name__, _HOMES)
