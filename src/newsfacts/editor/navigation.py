"""Where ids are defined and used, in one file or in all files that share a factbook; and renaming them everywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

from newsfacts.checking.find_files import FACTBOOK_ENDINGS
from newsfacts.editor.analysis import Analysis, FileType
from newsfacts.editor.ids import Occurrence, Space, occurrence_at, occurrences
from newsfacts.editor.project import MAX_FILES, Project, shared_path
from newsfacts.errors import NewsfactsError
from newsfacts.immutable import frozen
from newsfacts.reviewing.written import TextEdit
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["FileEdits", "Location", "definitions", "references", "renamable", "rename"]

_NEW_ID = re.compile(r"\w[\w.:-]*\Z")

Read = Callable[[str], str | None]
"""The text of a file by its path, as it is in the editor or else on the disk; None where there is none."""


@frozen
class Location:
    """A range of a file."""

    path: str
    source: SourceText
    span: Span
    is_definition: bool = False


@frozen
class FileEdits:
    """The edits of one file."""

    path: str
    source: SourceText
    edits: tuple[TextEdit, ...]


def definitions(analysis: Analysis, offset: int, project: Project, read: Read) -> list[Location]:
    """Where the id at an offset is defined: in this file, or in a factbook that it uses."""
    wanted = occurrence_at(analysis, offset)
    if wanted is None:
        return []
    own = locations(analysis, wanted, only_definitions=True)
    if own or wanted.space is Space.ANNOTATIONS:
        return own
    found = (locations(each, wanted, only_definitions=True) for each in factbooks_of(analysis, project, read))
    return next((each for each in found if each), [])


def references(analysis: Analysis, offset: int, project: Project, read: Read) -> list[Location]:
    """Every place where the id at an offset is defined or used, in all files that mean the same by it."""
    wanted = occurrence_at(analysis, offset)
    if wanted is None:
        return []
    return [place for each in users(analysis, wanted, project, read) for place in locations(each, wanted)]


def renamable(analysis: Analysis, offset: int) -> Occurrence | None:
    """The id at an offset."""
    return occurrence_at(analysis, offset)


def rename(analysis: Analysis, offset: int, new: str, project: Project, read: Read) -> list[FileEdits]:
    """Write another id in every place where the one at an offset is defined or used.

    Raises `NewsfactsError` where there is no id, nothing defines it, or the new one is taken or cannot be written.
    """
    wanted = occurrence_at(analysis, offset)
    if wanted is None:
        raise NewsfactsError("there is no id here")
    if not _NEW_ID.match(new):
        raise NewsfactsError(
            f"{new!r} cannot be an id: it begins with a letter or digit, and has only these and . : - _"
        )
    defined = definitions(analysis, offset, project, read)
    if not defined:
        raise NewsfactsError(f"nothing defines {wanted.id!r}")
    refuse_partial(defined[0].path, project)
    found: list[FileEdits] = []
    for each in users(analysis, wanted, project, read):
        own = list(occurrences(each))
        if any(other.id == new and other.is_definition for other in own) or is_known(new, each):
            raise NewsfactsError(f"{os.path.basename(each.path)} has the id {new!r} already")
        edits = [TextEdit(other.start, other.end, new) for other in own if is_same(other, wanted)]
        if edits:
            found.append(FileEdits(each.path, each.source, tuple(edits)))
    return found


def refuse_partial(path: str, project: Project) -> None:
    """Raise `NewsfactsError` where documents that use a factbook might not be found, and would keep the old id."""
    if not path.endswith(FACTBOOK_ENDINGS):
        return
    if not any(os.path.commonpath([folder, path]) == folder for folder in project.folders):
        raise NewsfactsError(f"open the folder of {os.path.basename(path)}: other files may use the id")
    if len(project.files()) >= MAX_FILES:
        raise NewsfactsError(
            f"the workspace has more than {MAX_FILES:,} files, which may use the id: open a folder of it"
        )


def is_known(id: str, analysis: Analysis) -> bool:
    """Whether an id names something that the file can refer to."""
    return id in analysis.factbook or any(each.annotation.id == id for each in analysis.marked)


def is_same(one: Occurrence, other: Occurrence) -> bool:
    """Whether two places name the same thing."""
    return one.id == other.id and one.space is other.space


def locations(analysis: Analysis, wanted: Occurrence, *, only_definitions: bool = False) -> list[Location]:
    """The places of an id in one file, in their order."""
    found = [
        Location(analysis.path, analysis.source, Span(each.start, each.end), each.is_definition)
        for each in occurrences(analysis)
        if is_same(each, wanted) and (each.is_definition or not only_definitions)
    ]
    return sorted(found, key=lambda each: each.span.start)


def users(analysis: Analysis, wanted: Occurrence, project: Project, read: Read) -> Iterator[Analysis]:
    """The files that mean the same by an id, this one first."""
    yield analysis
    if wanted.space is Space.ANNOTATIONS:
        return
    if analysis.type is FileType.FACTBOOK:
        home: Analysis | None = analysis
    elif locations(analysis, wanted, only_definitions=True):
        return  # its own, which no other file sees
    else:
        books = factbooks_of(analysis, project, read)
        home = next((book for book in books if locations(book, wanted, only_definitions=True)), None)
        if home is not None:
            yield home
    if home is None:
        return
    seen = {analysis.path, home.path}
    for path in project.files():
        if path in seen:
            continue
        text = read(path)
        if text is None or wanted.id not in text:
            continue
        other = project.read_only(text, path)
        is_user = other.document is not None and home.path in factbook_paths(other, project)
        if is_user and not locations(other, wanted, only_definitions=True):
            yield other


def factbook_paths(analysis: Analysis, project: Project) -> list[str]:
    """The factbooks that a document uses: those it names, and those of its configuration."""
    named = analysis.document.use if analysis.document is not None else ()
    settings = project.of_folder(os.path.dirname(analysis.path)).checker.plan.configuration
    root = os.path.abspath(settings.root or os.curdir)
    return [
        *(shared_path(analysis.path, name) for name in named),
        *(os.path.abspath(os.path.join(root, name)) for name in settings.factbook),
    ]


def factbooks_of(analysis: Analysis, project: Project, read: Read) -> Iterator[Analysis]:
    """The factbooks that a document uses, read."""
    for path in factbook_paths(analysis, project):
        text = read(path)
        if text is not None:
            yield project.read_only(text, path)
