"""The formats, by name, by the ending of a file's name and by content. One module per format; each has `read` or `write` or both.

read(text: str, path: str | None) -> Iterator[RawDocument]     never raises on content
write(document: Document) -> str
rewrite(document: Document, source: str) -> str                into the file that it came from, if the format can do that
losses(document: Document) -> Iterable[Loss]                   what of this document the format has no place for
files(document: Document, path: str) -> Mapping[str, str | bytes]  all files that a document is written to, where it is not one
write_many(documents: Sequence[Document]) -> str               one file of several documents, where the format has such
fits(sample: Sample) -> bool                                   whether a file looks like one of this format

Where the format `maps`, each of them but `fits` takes one more argument, a `LabelMapping`. What a reader does not take over it
adds to `RawDocument.losses`.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

from newsfacts.errors import UsageError
from newsfacts.immutable import frozen, maker
from newsfacts.model import Document
from newsfacts.plugins import plugins
from newsfacts.raw import Layout, Loss, Origin, RawAnnotation, RawAttribute, RawComment, RawDocument

if TYPE_CHECKING:
    from newsfacts.formats.mapping import LabelMapping

__all__ = [
    "FORMATS", "Format", "Loss", "Origin", "RawAnnotation", "RawAttribute", "RawComment", "RawDocument", "detect", "format_of_path",
    "get_format",
]  # fmt: skip

_new_layout = maker(Layout)


@frozen
class Format:
    """One format: its name, the endings of its files, and the module that reads and writes it.

    `shared_endings` are endings that other formats have too, so that the content decides. A format that `maps` is read and
    written with a `LabelMapping`, by default the one named `mapping`. `package` is what has to be importable, and `extra` what
    installs it. A file of a format that `collects` may have several documents; one of a `binary` format is bytes. `shared_files` are the names of
    files that all documents of a folder share.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    reads: bool = True
    writes: bool = True
    shared_endings: tuple[str, ...] = ()
    maps: bool = False
    mapping: str = ""
    package: str = ""
    extra: str = ""
    collects: bool = False
    binary: bool = False
    shared_files: tuple[str, ...] = ()

    def read(
        self, content: str | bytes, path: str | None = None, mapping: str | LabelMapping | None = None
    ) -> Iterator[RawDocument]:
        """The documents of a text, or of the bytes of a binary format, as written. Raises `UsageError` where the format or the mapping cannot be used."""
        if not self.reads:
            raise UsageError(f"newsfacts cannot read {self.name}")
        if isinstance(content, bytes) != self.binary:
            raise UsageError(f"{self.name} is {'not text: read its file' if self.binary else 'text, not bytes'}")
        return self._read(content, path, self._mapping(mapping))

    def _read(self, content: str | bytes, path: str | None, mapping: tuple[LabelMapping, ...]) -> Iterator[RawDocument]:
        for raw in self.code.read(content, path, *mapping):
            raw.layout = _new_layout(self.name, content if isinstance(content, str) else "", tuple(raw.losses))
            yield raw

    def write(self, document: Document, mapping: str | LabelMapping | None = None) -> str:
        """A document as text. Raises `UsageError` for a format that is not text."""
        if self.binary:
            raise UsageError(f"{self.name} is not text: write it to a file")
        written: str = self._writing().write(document, *self._mapping(mapping))
        return written

    def write_many(self, documents: Sequence[Document], mapping: str | LabelMapping | None = None) -> str:
        """Several documents as one text, where the format `collects`."""
        module = self._writing()
        if not self.collects:
            raise UsageError(f"a file of {self.name} has one document")
        if hasattr(module, "write_many"):
            written: str = module.write_many(documents, *self._mapping(mapping))
            return written
        return "".join([self.write(document, mapping) for document in documents])

    def files(
        self, document: Document, path: str, mapping: str | LabelMapping | None = None
    ) -> Mapping[str, str | bytes]:
        """The files that a document at a path is written to, by their paths; the first one is the one at `path`."""
        module = self._writing()
        if not hasattr(module, "files"):
            return {path: self.write(document, mapping)}
        written: Mapping[str, str | bytes] = module.files(document, path, *self._mapping(mapping))
        return written

    def is_shared_file(self, path: str) -> bool:
        """Whether one of the files that a document is written to is for the whole folder, such as the settings of a tool."""
        return path.endswith(self.shared_files) if self.shared_files else False

    @property
    def has_several_files(self) -> bool:
        """Whether one document is more than one file."""
        return hasattr(self.code, "files")

    @property
    def rewrites(self) -> bool:
        """Whether a document can be written into the file that it came from."""
        return self.writes and hasattr(self.code, "rewrite")

    def rewrite(self, document: Document, source: str) -> str:
        """A document as text, as much as possible as in `source`, the file that it came from."""
        module = self._writing()
        written: str = module.rewrite(document, source) if self.rewrites else self.write(document)
        return written

    def losses(self, document: Document, mapping: str | LabelMapping | None = None) -> tuple[Loss, ...]:
        """What of this document the format has no place for, item by item."""
        module = self._writing()
        return tuple(module.losses(document, *self._mapping(mapping))) if hasattr(module, "losses") else ()

    @property
    def code(self) -> ModuleType:
        """The module. Raises `UsageError` that names the extra where what it needs is not installed."""
        if self.package and importlib.util.find_spec(self.package) is None:
            raise UsageError(f"{self.name} needs the package {self.package}: pip install 'newsfacts[{self.extra}]'")
        return _module(self.module)

    def _writing(self) -> ModuleType:
        if not self.writes:
            raise UsageError(f"newsfacts cannot write {self.name}")
        return self.code

    def _mapping(self, mapping: str | LabelMapping | None) -> tuple[LabelMapping, ...]:
        """The mapping as the one further argument of the functions of the module."""
        if not self.maps:
            if mapping is not None:
                raise UsageError(f"{self.name} has no labels of its own, so it takes no mapping")
            return ()
        from newsfacts.formats.mapping import load_mapping

        return (load_mapping(mapping, self.mapping),)


@functools.lru_cache(maxsize=64)
def _module(name: str) -> ModuleType:
    """A module by its name; asking the machinery of imports for it again at each document takes longer."""
    return importlib.import_module(name)


FORMATS: Mapping[str, Format] = MappingProxyType({
    format.name: format
    for format in (
        Format("facts", (".facts",), "newsfacts.formats.annotated_text.format"),
        Format("yaml", (".facts.yaml", ".facts.yml"), "newsfacts.formats.standoff_yaml"),
        Format("json", (".facts.json",), "newsfacts.formats.standoff_json", shared_endings=(".json",)),
        Format("jsonl", (".facts.jsonl",), "newsfacts.formats.standoff_jsonl", shared_endings=(".jsonl",), collects=True),
        Format("brat", (".ann",), "newsfacts.formats.brat", maps=True, mapping="polnear", shared_files=("annotation.conf",)),
        Format("doccano", (".doccano.jsonl",), "newsfacts.formats.doccano", shared_endings=(".jsonl", ".json"), maps=True, collects=True),
        Format("prodigy", (".prodigy.jsonl",), "newsfacts.formats.prodigy", shared_endings=(".jsonl", ".json"), maps=True, collects=True),
        Format("claimreview", (), "newsfacts.formats.claim_review", shared_endings=(".json", ".jsonld", ".html", ".htm"), collects=True),
        Format("label-studio", (), "newsfacts.formats.label_studio", shared_endings=(".json",), maps=True, collects=True),
        Format("averitec", (), "newsfacts.formats.averitec", shared_endings=(".json",), maps=True, mapping="averitec", collects=True),
        Format("fever", (), "newsfacts.formats.fever", shared_endings=(".jsonl", ".json"), maps=True, mapping="fever", collects=True),
        Format("liar", (), "newsfacts.formats.liar", shared_endings=(".tsv",), maps=True, mapping="liar", collects=True),
        Format("w3c", (".w3c.json",), "newsfacts.formats.w3c", shared_endings=(".json", ".jsonld"), maps=True),
        Format("cas", (".xmi",), "newsfacts.formats.cas_xmi", shared_endings=(".xml",), maps=True),
        Format("cas-json", (".cas.json",), "newsfacts.formats.cas_json", shared_endings=(".json",), maps=True),
        Format("stam", (".stam.json",), "newsfacts.formats.stam", shared_endings=(".json",), maps=True),
        Format("webanno", (), "newsfacts.formats.webanno", writes=False, shared_endings=(".tsv",), maps=True),
        Format(
            "german-quotations", (), "newsfacts.formats.german_quotations", writes=False, shared_endings=(".json",), maps=True,
            mapping="german-quotations",
        ),
        Format("tei", (".tei.xml", ".tei"), "newsfacts.formats.tei", shared_endings=(".xml",), maps=True, mapping="tei"),
        Format("timeml", (".tml",), "newsfacts.formats.timeml", writes=False, shared_endings=(".xml",), maps=True, mapping="timeml"),
    )
})  # fmt: skip


_BY_ENDING = MappingProxyType({ending: format for format in FORMATS.values() for ending in format.endings})
"""The formats of this package by the endings that no other has; each begins with a point."""


def get_format(name: str) -> Format:
    """The format of this name. Raises `UsageError` naming the nearest where there is none."""
    found = FORMATS.get(name) or installed_formats().get(name)
    if found is None:
        from newsfacts.text.suggestions import suggestion

        hint = suggestion(name, FORMATS) or f"; there are {', '.join(FORMATS)}"
        raise UsageError(f"no format is named {name!r}{hint}")
    return found


def format_of_path(path: str) -> Format | None:
    """The format whose ending a file's name has, where only one has it; the longest ending counts."""
    dot = path.find(".", path.rfind("/") + 1)
    while dot >= 0:
        found = _BY_ENDING.get(path[dot:])
        if found is not None:
            return found
        dot = path.find(".", dot + 1)
    installed = installed_formats().values()
    fitting = [(len(ending), format) for format in installed for ending in format.endings if path.endswith(ending)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def candidates(path: str) -> list[Format]:
    """The formats that have the ending of a file's name in common with others."""
    known = [*FORMATS.values(), *installed_formats().values()]
    return [format for format in known if format.reads and path.lower().endswith(format.shared_endings)]


def detect(text: str, path: str | None = None) -> Format:
    """The format of a text: that of its file's ending, or else the only one that its content fits.

    Raises `UsageError` that says what it could be, where the content fits none or several.
    """
    shown = path or "this text"
    found = format_of_path(path) if path else None
    if found is not None:
        return found
    from newsfacts.formats.detection import Sample

    sample = Sample(text, path)
    known = candidates(path) if path else []
    known = known or [format for format in (*FORMATS.values(), *installed_formats().values()) if format.reads]
    fitting = [format for format in known if fits(format, sample)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UsageError(
            f"{shown} could be {' or '.join(format.name for format in fitting)}: say which with its format"
        )
    broken = sample.why_not_json if path and path.lower().endswith(".json") else ""
    if broken:
        raise UsageError(f"{shown}: no format is known for this content: {broken}")
    could = (
        f"; files with this ending are {' or '.join(format.name for format in known)}"
        if path and candidates(path)
        else ""
    )
    raise UsageError(f"{shown}: no format is known for this {'content' if could or not path else 'ending'}{could}")


def fits(format: Format, sample: object) -> bool:
    """Whether a file looks like one of a format, as far as the format has a way to say so."""
    module = importlib.import_module(format.module)
    return bool(module.fits(sample)) if hasattr(module, "fits") else False


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
