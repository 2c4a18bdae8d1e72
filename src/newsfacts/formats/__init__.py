"""The formats, by name and by the ending of a file's name. One module per format; each has `read` or `write` or both.

read(text: str, path: str | None) -> Iterator[RawDocument]     never raises on content
write(document: Document) -> str
rewrite(document: Document, source: str) -> str                into the file that it came from, if the format can do that
LOSSES: tuple[str, ...]                                        what the format cannot hold, in words
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from newsfacts.errors import UsageError
from newsfacts.immutable import frozen
from newsfacts.model import Document
from newsfacts.plugins import plugins
from newsfacts.raw import Layout, Origin, RawAnnotation, RawAttribute, RawComment, RawDocument

__all__ = [
    "FORMATS", "Format", "Origin", "RawAnnotation", "RawAttribute", "RawComment", "RawDocument", "format_of_path", "get_format",
]  # fmt: skip


@frozen
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
        return self._read(text, path)

    def _read(self, text: str, path: str | None) -> Iterator[RawDocument]:
        for raw in importlib.import_module(self.module).read(text, path):
            raw.layout = Layout(self.name, text)
            yield raw

    def write(self, document: Document) -> str:
        """A document as text."""
        if not self.writes:
            raise UsageError(f"newsfacts cannot write {self.name}")
        written: str = importlib.import_module(self.module).write(document)
        return written

    def rewrite(self, document: Document, source: str) -> str:
        """A document as text, as much as possible as in `source`, the file that it came from."""
        module = importlib.import_module(self.module)
        written: str = module.rewrite(document, source) if hasattr(module, "rewrite") else self.write(document)
        return written

    @property
    def losses(self) -> tuple[str, ...]:
        """What the format cannot hold, in words."""
        found: tuple[str, ...] = importlib.import_module(self.module).LOSSES
        return found


FORMATS: Mapping[str, Format] = MappingProxyType({
    format.name: format
    for format in (
        Format("facts", (".facts",), "newsfacts.formats.annotated_text.format"),
        Format("yaml", (".facts.yaml", ".facts.yml"), "newsfacts.formats.standoff_yaml"),
        Format("json", (".facts.json",), "newsfacts.formats.standoff_json"),
        Format("jsonl", (".facts.jsonl",), "newsfacts.formats.standoff_jsonl"),
        Format("brat", (".ann",), "newsfacts.formats.brat", writes=False),
    )
})  # fmt: skip


def get_format(name: str) -> Format:
    """The format of this name. Raises `UsageError` naming the nearest where there is none."""
    found = FORMATS.get(name) or installed_formats().get(name)
    if found is None:
        from newsfacts.text.suggestions import suggestion

        hint = suggestion(name, FORMATS) or f"; there are {', '.join(FORMATS)}"
        raise UsageError(f"no format is named {name!r}{hint}")
    return found


def format_of_path(path: str) -> Format | None:
    """The format whose ending a file's name has; the longest ending counts."""
    for formats in (FORMATS, installed_formats):
        known = formats.values() if isinstance(formats, Mapping) else formats().values()
        fitting = [(len(ending), format) for format in known for ending in format.endings if path.endswith(ending)]
        if fitting:
            return max(fitting, key=lambda pair: pair[0])[1]
    return None


@functools.lru_cache(maxsize=1)
def installed_formats() -> Mapping[str, Format]:
    """The formats of installed packages, by name. Raises `UsageError` for one whose name is taken."""
    found: dict[str, Format] = {}
    for plugin in plugins("formats"):
        if not isinstance(plugin.value, Format):
            raise UsageError(f"the format {plugin.where} is not a newsfacts.formats.Format")
        if plugin.value.name in found or plugin.value.name in FORMATS:
            raise UsageError(f"the format {plugin.where} is named {plugin.value.name!r}, as another one is")
        found[plugin.value.name] = plugin.value
    return MappingProxyType(found)
