"""From an older version of the file format to the newest: one function per step, each from one version to the next.

A file says its version with `newsfacts: 1` (a schema file with `newsfacts-schema: 1`). The first files did not say any,
which is version 0. A step changes the text of a file and nothing of what it means; comments and layout stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

import attrs

from newsfacts import strict_yaml
from newsfacts.errors import UsageError
from newsfacts.findings import ProblemList
from newsfacts.formats.annotated_text.front_matter import split_front_matter
from newsfacts.immutable import FrozenDict
from newsfacts.text.json_depth import MAX_JSON_DEPTH, breaks_json_parser
from newsfacts.text.source import SourceText

__all__ = ["NEWEST", "STEPS", "Migrated", "migrate", "sort_of", "version_of"]

NEWEST = 1
"""The version that this library writes."""

SORTS: Mapping[str, tuple[str, ...]] = FrozenDict({
    "schema file": (".schema.yaml", ".schema.yml"),
    "YAML": (".facts.yaml", ".facts.yml", ".factbook.yaml", ".factbook.yml"),
    "JSON": (".facts.json",),
    "JSON Lines": (".facts.jsonl",),
    "annotated text": (".facts",),
})  # fmt: skip
"""The kinds of files that have a version, with the endings of their names."""


@attrs.frozen
class Migrated:
    """A file's text in the newest version, and the version that it had before."""

    text: str
    before: int

    @property
    def changed(self) -> bool:
        """Whether it was of an older version."""
        return self.before != NEWEST


def sort_of(path: str) -> str:
    """The kind of a file by the ending of its name. Raises `UsageError` for one that has no version."""
    for sort, endings in SORTS.items():
        if path.endswith(endings):
            return sort
    raise UsageError(f"{path}: files with this ending have no version of newsfacts")


def migrate(text: str, sort: str) -> Migrated:
    """The same file in the newest version. Raises `UsageError` where it is newer than that, or cannot be read."""
    before = version = version_of(text, sort)
    if version > NEWEST:
        raise UsageError(f"it is of version {version}, and this library reads versions up to {NEWEST}")
    while version < NEWEST:
        text = STEPS[version](text, sort)
        version += 1
    return Migrated(text, before)


def version_of(text: str, sort: str) -> int:
    """The version that a file says it has, and 0 where it says none. Raises `UsageError` where it cannot be read."""
    if sort == "JSON Lines":
        return min((version_of(line, "JSON") for line in text.splitlines() if line.strip()), default=NEWEST)
    node = head_of(text, sort)
    found = None if node is None else node.get(key_of(sort))
    if found is None:
        return 0
    if not (isinstance(found, strict_yaml.Scalar) and type(found.value) is int and found.value > 0):
        raise UsageError("it does not say a version that can be read")
    return found.value


def key_of(sort: str) -> str:
    """The key that says the version."""
    return "newsfacts-schema" if sort == "schema file" else "newsfacts"


def head_of(text: str, sort: str) -> strict_yaml.Mapping | None:
    """The table that says the version; None for annotated text without front matter. Raises `UsageError`."""
    if sort == "annotated text":
        problems = ProblemList()
        node: strict_yaml.Node | None = split_front_matter(SourceText(text), None, problems).node
        if problems:
            raise UsageError(f"its front matter cannot be read: {problems[0].message}")
        return node if isinstance(node, strict_yaml.Mapping) else None
    if sort == "JSON":
        if breaks_json_parser(text):
            raise UsageError(f"lists and tables are nested more than {MAX_JSON_DEPTH} deep")
        try:
            json.loads(text)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"it is not JSON: {error}") from None
    parsed = strict_yaml.read_yaml(text)
    if not isinstance(parsed.node, strict_yaml.Mapping):
        raise UsageError("it has no table of keys and values")
    return parsed.node


# -- The steps ---------------------------------------------------------------------------------------------------------


def say_the_version(text: str, sort: str) -> str:
    """From 0 to 1: a file says its version. Version 1 reads everything else as before."""
    if sort == "JSON Lines":
        lines = text.splitlines(keepends=True)
        return "".join(
            say_the_version(line, "JSON") if line.strip() and version_of(line, "JSON") == 0 else line for line in lines
        )
    key = key_of(sort)
    if sort == "JSON":
        start = text.index("{") + 1
        rest = text[start:].lstrip()
        space = text[start : len(text) - len(rest)]
        comma = "" if rest.startswith("}") else "," if space else ", "
        return f'{text[:start]}{space}"{key}": 1{comma}{space}{rest}'
    newline = "\r\n" if re.match(r"[^\n]*\r\n", text) else "\n"
    if sort == "annotated text":
        front_matter = split_front_matter(SourceText(text), None, ProblemList())
        if front_matter.body_start == 0:
            return f"---{newline}{key}: 1{newline}---{newline}{newline}{text}"
        if front_matter.node is None:
            return f"{text[: front_matter.offset]}{key}: 1{newline}{text[front_matter.offset :]}"
        start = front_matter.offset + front_matter.node.start
    else:
        node = head_of(text, sort)
        assert node is not None
        start = node.start
    if text[start] == "{":
        separator = "" if re.match(r"\{\s*\}", text[start:]) else ", "
        return f"{text[: start + 1]}{key}: 1{separator}{text[start + 1 :]}"
    return f"{text[:start]}{key}: 1{newline}{text[start:]}"


STEPS: Mapping[int, Callable[[str, str], str]] = FrozenDict({0: say_the_version})
"""What leads from each version to the next."""
