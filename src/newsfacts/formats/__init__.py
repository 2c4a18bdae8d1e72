"""The formats, by name and by the ending of a file's name. One module per format; each has `read` or `write` or both.

    read(text: str, path: str | None) -> Iterator[RawDocument]     never raises on content
    write(document: Document) -> str
    LOSSES: tuple[str, ...]                                        what the format cannot hold, in words
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs

from newsfacts.errors import UsageError
from newsfacts.model import Document
from newsfacts.raw import RawDocument

__all__ = ["FORMATS", "Format", "format_of_path", "get_format"]


@attrs.frozen
class Format:
    """One format: its name, the endings of its files, and the module that reads and writes it."""

    name: str
    endings: tuple[str, ...]
    module: str
    reads: bool = True
    writes: bool = True

    def read(self, text: str, path: str | None = None) -> Iterator[RawDocument]:
        """The documents of a text, as written."""
        if not self.reads:
            raise UsageError(f"newsfacts cannot read {self.name}")
        found: Iterator[RawDocument] = importlib.import_module(self.module).read(text, path)
        return found

    def write(self, document: Document) -> str:
        """A document as text."""
        if not self.writes:
            raise UsageError(f"newsfacts cannot write {self.name}")
        written: str = importlib.import_module(self.module).write(document)
        return written

    @property
    def losses(self) -> tuple[str, ...]:
        """What the format cannot hold, in words."""
        found: tuple[str, ...] = importlib.import_module(self.module).LOSSES
        return found


FORMATS: Mapping[str, Format] = MappingProxyType({
    format.name: format
    for format in (
        Format("facts", (".facts",), "newsfacts.notation.format"),
        Format("yaml", (".facts.yaml", ".facts.yml"), "newsfacts.formats.standoff_yaml"),
        Format("json", (".facts.json",), "newsfacts.formats.standoff_json"),
        Format("jsonl", (".facts.jsonl",), "newsfacts.formats.standoff_jsonl"),
        Format("brat", (".ann",), "newsfacts.formats.brat", writes=False),
    )
})  # fmt: skip


def get_format(name: str) -> Format:
    """The format of this name. Raises `UsageError` naming the nearest where there is none."""
    try:
        return FORMATS[name]
    except KeyError:
        from newsfacts.schema import suggestion

        raise UsageError(f"no format is named {name!r}{suggestion(name, FORMATS)}") from None


def format_of_path(path: str) -> Format | None:
    """The format whose ending a file's name has; the longest ending counts."""
    fitting = [(len(ending), format) for format in FORMATS.values() for ending in format.endings if path.endswith(ending)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None
