"""What comparing annotators needs first: documents of exactly the same text, and a name for each annotator."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from newsfacts.errors import UsageError
from newsfacts.model import Document
from newsfacts.text.spans import Span

__all__ = ["annotator_names", "as_name", "check_same_text"]

SHOWN = 30
"""How many code points are shown of each text where two texts differ."""

WHOLE = 1 << 12
"""How many code points of two texts are compared at once."""


def check_same_text(documents: Sequence[Document], names: Sequence[str]) -> None:
    """Raise `UsageError`, which says where, unless there are two or more documents of exactly the same text."""
    if len(documents) < 2:
        raise UsageError("at least two documents are compared")
    first = documents[0]
    for document, name in zip(documents[1:], names[1:], strict=True):
        if document.text != first.text:
            offset = first_difference(first.text, document.text)
            place = document.place_of(Span(offset, offset))
            raise UsageError(
                f"{place.path or name}:{place.position}: the texts differ from here: {shown(first.text, offset)} in "
                f"{first.path or names[0]}, {shown(document.text, offset)} here; newsfacts reanchor moves annotations to "
                "another text"
            )


def first_difference(one: str, other: str) -> int:
    """The first offset, in code points, at which two texts that differ do so."""
    offset = 0
    while one[offset : offset + WHOLE] == other[offset : offset + WHOLE]:
        offset += WHOLE
    for number, (mine, theirs) in enumerate(zip(one[offset:], other[offset:], strict=False)):
        if mine != theirs:
            return offset + number
    return min(len(one), len(other))


def shown(text: str, offset: int) -> str:
    """The words of a text from an offset."""
    words = " ".join(text[offset : offset + SHOWN].split())
    return f"“{words}”" if words else "white space" if offset < len(text) else "the end"


def annotator_names(documents: Sequence[Document], names: Sequence[str] | None = None) -> tuple[str, ...]:
    """A name for each document, without white space.

    They are the given ones, or else what each says under `annotator:`, or else the names of the files without endings; where
    these are not all different, `A`, `B` and so on. Raises `UsageError` for given names that do not fit.
    """
    if names is not None:
        found = tuple(names)
        if len(found) != len(documents):
            raise UsageError(f"{len(documents)} documents need as many names of annotators, not {len(found)}")
        for name in found:
            if not name or name.split() != [name]:
                raise UsageError(f"the name of an annotator is one word, not {name!r}")
        if len(set(found)) != len(found):
            raise UsageError(f"the names of annotators differ from each other: {', '.join(found)}")
        return found
    stated = [as_name(document.annotator[0]) if len(document.annotator) == 1 else "" for document in documents]
    files = [as_name(PurePath(document.path or "").name.partition(".")[0]) for document in documents]
    for candidates in (stated, files):
        if all(candidates) and len(set(candidates)) == len(candidates):
            return tuple(candidates)
    return tuple(letters(number) for number in range(len(documents)))


def as_name(words: str) -> str:
    """The name of a person or a file as one word."""
    return "_".join(words.split())


def letters(number: int) -> str:
    """A, B, ..., Z, A1, B1, ..."""
    return chr(ord("A") + number % 26) + (str(number // 26) if number >= 26 else "")
