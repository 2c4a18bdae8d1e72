"""Which format a file has: by the ending of its name, and where that says nothing certain, by its content.

Each format's module may have `fits(sample) -> bool`, a cheap look at the beginning of a file. A file that fits none, or several
formats, is refused with the names of those that it could be; nothing is guessed.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from typing import Any

from newsfacts.immutable import FrozenDict, frozen

__all__ = ["Sample"]

MAX_SAMPLE = 64 * 1024
"""How many code points of a file are looked at, except for JSON, of which the first value is read."""

_XML_ROOT = re.compile(r"<([A-Za-z_][\w.-]*+(?::[A-Za-z_][\w.-]*+)?)([^<>]*+)>")
_NAMESPACE = re.compile(r"xmlns(?::[\w.-]++)?\s*+=\s*+[\"']([^\"']*+)[\"']")
_XML_PROLOG = re.compile(r"\s*+(?>(?:<\?[^>]*+>\s*+|<!--(?>(?:(?!-->).)*)-->\s*+|<!DOCTYPE[^>\[]*+>\s*+)*)", re.DOTALL)


@frozen
class Sample:
    """What a file begins with, looked at in the ways that formats are recognized by."""

    text: str
    path: str | None = None

    @property
    def beginning(self) -> str:
        """The first code points."""
        return self.text[:MAX_SAMPLE]

    @property
    def json(self) -> Any:
        """The first JSON value of the file: the whole of it, or its first line. None where it is not JSON."""
        return _first_json(self.text)

    @property
    def why_not_json(self) -> str:
        """Why a file whose name says that it is JSON is not; empty where it is."""
        if self.json is not None or self.is_json_lines:
            return ""
        try:
            json.loads(self.text)
        except json.JSONDecodeError as error:
            return f"it is not JSON: {error.msg[0].lower()}{error.msg[1:]} on line {error.lineno}, column {error.colno}"
        except (ValueError, RecursionError) as error:
            return f"it is not JSON: {error}"
        return ""

    @property
    def record(self) -> Mapping[str, Any]:
        """The table that the file, its first line, or the first item of its list is; empty for anything else."""
        found = self.json
        if isinstance(found, list) and found:
            found = found[0]
        return found if isinstance(found, dict) else FrozenDict()

    @property
    def is_json_lines(self) -> bool:
        """Whether the first line is a table of its own."""
        first, _, rest = self.text.lstrip().partition("\n")
        return first.startswith("{") and first.rstrip().endswith("}") and (not rest.strip() or rest.lstrip()[:1] == "{")

    @property
    def xml_root(self) -> str:
        """The name of the first element of an XML file, without its prefix; empty where the file is not XML."""
        found = self._root()
        return found[1].rpartition(":")[2] if found else ""

    @property
    def xml_namespaces(self) -> tuple[str, ...]:
        """The namespaces that the first element of an XML file declares."""
        found = self._root()
        return tuple(_NAMESPACE.findall(found[2])) if found else ()

    def _root(self) -> re.Match[str] | None:
        beginning = self.beginning
        prolog = _XML_PROLOG.match(beginning)
        return _XML_ROOT.match(beginning, prolog.end() if prolog else 0)


@functools.lru_cache(maxsize=2)  # one file is looked at by every format
def _first_json(text: str) -> Any:
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] not in ("{", "["):
        return None
    try:
        return json.JSONDecoder().raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None
