"""Stand-off documents in YAML (`.facts.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsfacts import strict_yaml
from newsfacts.building.builder import build
from newsfacts.formats.standoff import read_standoff, standoff_data
from newsfacts.model import Document
from newsfacts.raw import RawDocument
from newsfacts.strict_yaml.merge import merge
from newsfacts.text.source import SourceText

__all__ = ["LOSSES", "read", "rewrite", "write"]

LOSSES: tuple[str, ...] = (
    "comments are dropped, and with them the suppressions of single findings; ignore: in the head suppresses rules",
)


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The one document of a file."""
    yield read_standoff(strict_yaml.read_yaml(text, path=path), SourceText(text), path)


def write(document: Document) -> str:
    """A document as YAML."""
    return strict_yaml.write_yaml(standoff_data(document))


def rewrite(document: Document, source: str) -> str:
    """The file `source`, saying what the document says; rewritten whole where that cannot be done in place."""
    old = read_again(source, document)
    if old == document:
        return source
    before, after = standoff_data(old), standoff_data(document)
    places = [raw.start for raw in old.origin.annotations] if old.origin is not None else []
    order = sorted(range(len(places)), key=places.__getitem__)
    before["annotations"] = [before["annotations"][number] for number in order]
    after["annotations"] = in_order_of(before["annotations"], after["annotations"])
    written = merge(source, before, after)
    return written if read_again(written, document) == document else write(document)


def in_order_of(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entries in the order that a file has them in; new ones come after the one before them in the text."""

    def key(entry: dict[str, Any]) -> str:
        return str([entry.get(name) for name in ("kind", "id", "spans")])

    places: dict[str, list[int]] = {}
    for place in range(len(before) - 1, -1, -1):
        places.setdefault(key(before[place]), []).append(place)
    found: list[tuple[int, int, dict[str, Any]]] = []
    last = -1
    for number, entry in enumerate(after):
        known = places.get(key(entry))
        is_new = not known
        last = known.pop() if known else last
        found.append((last, number if is_new else -1, entry))
    return [entry for _, _, entry in sorted(found, key=lambda item: item[:2])]


def read_again(text: str, document: Document) -> Document:
    """A file as the document itself was read."""
    [raw] = read(text, document.path)
    return build(raw, document.known_kinds, factbook=document.factbook)
