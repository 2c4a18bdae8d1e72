"""Results of files as bytes: made by pickle, but read back only as the few classes that a result is made of."""

from __future__ import annotations

import enum
import io
import pickle
import zlib
from typing import Any

import attrs

from newsfacts.checking.document import Checked, Result
from newsfacts.checking.document_facts import DocumentFacts, OwnSuppressions
from newsfacts.checking.file_text import FileText, Lines
from newsfacts.checking.one_file import CheckedFile, FileResult, RuleText
from newsfacts.checking.suppression import Suppression, Suppressions
from newsfacts.findings import Applicability, Edit, Finding, Fix, Label, ReaderCode, Severity, Skipped
from newsfacts.immutable import FrozenDict
from newsfacts.text.source import Place, Position, SourceText
from newsfacts.text.spans import Span

__all__ = ["packed", "unpacked"]

MAX_RESULT = 64 * 1024 * 1024
"""How many bytes the result of a file may have; a few bytes could stand for gigabytes."""

_CLASSES = (
    Applicability, Checked, CheckedFile, DocumentFacts, Edit, FileResult, FileText, Finding, Fix, FrozenDict, Label, Lines,
    OwnSuppressions, Place, Position, ReaderCode, Result, RuleText, Severity, Skipped, SourceText, Span, Suppression, Suppressions,
)  # fmt: skip
_BY_NAME = {(cls.__module__, cls.__qualname__): cls for cls in _CLASSES}


class _Unpickler(pickle.Unpickler):
    """Makes objects of these classes alone: the file may come from somebody else, and a pickle can name anything."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (
            "builtins",
            "getattr",
        ):  # how Python 3.11.2, which Debian 12 has, pickles members of an enum
            return _member
        try:
            return _BY_NAME[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not part of a result") from None


def _member(cls: Any, name: str) -> enum.Enum:
    """A member of an enum, and no other attribute of anything."""
    if isinstance(cls, enum.EnumMeta) and name in cls.__members__:
        member: enum.Enum = cls.__members__[name]
        return member
    raise pickle.UnpicklingError(f"{name} is not a member of an enum")


def packed(checked: CheckedFile) -> bytes:
    """The result of a file as bytes, with a sum that tells whether they are whole; without the files that it depends on."""
    return zlib.compress(pickle.dumps(attrs.evolve(checked, looked_at=None), protocol=5), level=1)


def unpacked(data: bytes) -> CheckedFile | None:
    """The result again; None where the bytes are damaged, or of anything else."""
    reader = zlib.decompressobj()
    try:
        found = _Unpickler(io.BytesIO(reader.decompress(data, MAX_RESULT))).load()
    except Exception:  # damaged bytes can make pickle raise nearly anything
        return None
    return found if isinstance(found, CheckedFile) and reader.eof else None
