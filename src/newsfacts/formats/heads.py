"""The head of a document in formats that have no place of their own for it."""

from __future__ import annotations

import os
from collections.abc import Mapping as ReadOnly
from typing import Any

from newsfacts import strict_yaml
from newsfacts.errors import ReadError
from newsfacts.files import read_bytes
from newsfacts.findings import ProblemList, ReaderCode, problem
from newsfacts.raw import Origin
from newsfacts.strict_yaml import Entry, Mapping, Node, Scalar, Sequence
from newsfacts.text.source import Place, SourceText, decode

__all__ = ["head_of", "node_of", "read_head_file"]


def read_head_file(path: str, problems: ProblemList) -> dict[str, Any]:
    """The arguments of a `RawDocument` for a head that is a YAML file of its own; nothing where there is no such file."""
    if not os.path.isfile(path):
        return {}
    source = SourceText("")
    try:
        source = SourceText(decode(read_bytes(path)).text)
    except (OSError, ReadError) as error:
        reason = error.message if isinstance(error, ReadError) else error.strerror or type(error).__name__
        place = Place(path, source, 0, 0)
        problems.append(problem(ReaderCode.UNREADABLE_FILE, f"this head cannot be read: {reason}", place))
        return {}
    parsed = strict_yaml.read_yaml(source.string, path=path)
    for found in parsed.problems:
        problems.add(found.code, found.message, Place(path, source, found.start, found.end), help=found.help)
    if not isinstance(parsed.node, Mapping):
        return {}
    return {"metadata": parsed.node, "metadata_origin": Origin(path=path, source=source)}


def head_of(values: ReadOnly[str, Any], start: int = 0, end: int = 0) -> dict[str, Any]:
    """The arguments of a `RawDocument` for a head that is known as data, all at one place of the file."""
    node = node_of(dict(values), start, end) if values else None
    return {"metadata": node} if node is not None else {}


def node_of(value: Any, start: int, end: int) -> Node:
    """Data as a node, all of it at one place."""
    if isinstance(value, ReadOnly):
        entries = [
            Entry(Scalar(str(key), str(key), start, end), node_of(item, start, end)) for key, item in value.items()
        ]
        return Mapping(tuple(entries), start, end)
    if isinstance(value, list | tuple):
        return Sequence(tuple([node_of(item, start, end) for item in value]), start, end)
    raw = (
        {None: "", True: "true", False: "false"}.get(value) if value is None or isinstance(value, bool) else str(value)
    )
    return Scalar(value, raw or "", start, end)
