"""Results of files as plain values, which go from one process to another in a third of the time that objects take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs

from newsfacts.checking.document import Checked, Result
from newsfacts.checking.document_facts import DocumentFacts
from newsfacts.checking.one_file import CheckedFile, FileResult
from newsfacts.files import FileStamp
from newsfacts.immutable import maker

__all__ = ["Sent", "received", "sent"]

Sent: TypeAlias = tuple[Any, tuple[Any, ...], Any]
"""A result, what the documents state, and the files that were looked at: each as plain values, or as it is where it has more."""

_new_result: Callable[..., Result] = maker(Result)
_new_checked: Callable[..., Checked] = maker(Checked)
_new_file_result: Callable[..., FileResult] = maker(FileResult)
_new_facts: Callable[..., DocumentFacts] = maker(DocumentFacts)


def sent(checked: CheckedFile) -> Sent:
    """The result of a file as it is sent. That of a file without findings is its path and how much was looked at."""
    result = checked.result
    plain = (result.path, *attrs.astuple(result.result.checked))
    stamps = checked.looked_at
    return (
        plain if result == _file_result(*plain) else result,
        tuple([_plain_facts(found) for found in checked.facts]),
        None if stamps is None else tuple([(stamp.path, *stamp.state) for stamp in stamps]),
    )


def received(sent: Sent) -> CheckedFile:
    """The result again."""
    result, facts, stamps = sent
    return CheckedFile(
        _file_result(*result) if isinstance(result, tuple) else result,
        tuple([_new_facts(*found) if isinstance(found, tuple) else found for found in facts]),
        None if stamps is None else tuple([FileStamp(*stamp) for stamp in stamps]),
    )


def _file_result(path: str, documents: int, annotations: int, rules: int, comparisons: int, held: int) -> FileResult:
    """The result of a file without findings."""
    checked = _new_checked(
        documents=documents, annotations=annotations, rules=rules, comparisons=comparisons, held=held
    )
    return _new_file_result(path=path, result=_new_result(checked=checked))


def _plain_facts(found: DocumentFacts) -> Any:
    """What a document states: only plain values, unless it has its text or suppressions with it."""
    if found.text is None and found.suppressions is None:
        return (found.path, found.row, found.rows, None, found.digest)
    return found
