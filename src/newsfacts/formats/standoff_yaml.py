"""Stand-off documents in YAML (`.facts.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import strict_yaml
from newsfacts.formats.standoff import read_standoff, standoff_data
from newsfacts.model import Document
from newsfacts.raw import RawDocument
from newsfacts.text.source import SourceText

__all__ = ["LOSSES", "read", "write"]

LOSSES: tuple[str, ...] = (
    "comments are dropped, and with them the suppressions of single findings; ignore: in the head suppresses rules",
)


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The one document of a file."""
    yield read_standoff(strict_yaml.load(text, path=path), SourceText(text), path)


def write(document: Document) -> str:
    """A document as YAML."""
    return strict_yaml.dump(standoff_data(document))
