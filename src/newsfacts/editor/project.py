"""The files of a workspace: which configuration each is checked with, and what the editor shows instead of what is on disk."""

from __future__ import annotations

import os
from pathlib import Path

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.checking.find_files import find_files, is_factbook, is_schema
from newsfacts.checking.one_file import FileChecker, failed, format_or_facts
from newsfacts.editor.analysis import Analysis, FileType
from newsfacts.errors import NewsfactsError, failure_in_words
from newsfacts.findings import ReaderCode, problem
from newsfacts.immutable import frozen
from newsfacts.model import Factbook
from newsfacts.schema.installed import installed_schema
from newsfacts.schema.kinds import Schema
from newsfacts.text.source import Place, SourceText

__all__ = ["MAX_FILES", "Project"]

MAX_FILES = 2_000
"""How many files of the workspace are looked through for references to a shared id."""


@frozen
class Prepared:
    """The checker of a folder, and why its configuration could not be used."""

    checker: FileChecker
    trouble: str | None = None


class Project:
    """Analyses files of a workspace. `folders` are its roots, which bound what is looked through for references."""

    def __init__(self, folders: tuple[str, ...] = ()) -> None:
        self.folders = folders
        self.prepared: dict[str, Prepared] = {}

    def forget(self) -> None:
        """Read configurations again: one of them has changed."""
        self.prepared.clear()

    def of_folder(self, folder: str) -> Prepared:
        """The checker for the files of a folder; where its configuration cannot be used, that of the defaults."""
        found = self.prepared.get(folder)
        if found is None:
            try:
                found = Prepared(FileChecker.of(Configuration.discover(folder)))
            except (NewsfactsError, OSError) as error:
                found = Prepared(FileChecker.of(Configuration()), f"the configuration cannot be used: {error}")
            self.prepared[folder] = found
        return found

    def analyse(self, text: str, path: str) -> Analysis:
        """What a text contains and what is found in it, as if it were the text of the file. Nothing is raised on content."""
        source = SourceText(text)
        prepared = self.of_folder(os.path.dirname(path))
        checker = prepared.checker
        try:
            found = self._analyse(text, path, checker)
        except Exception as error:  # a defect of ours, or of a rule of an extension: the editor goes on
            result = failed(path, f"newsfacts itself failed on this file ({failure_in_words(error)})")
            found = Analysis(
                path=path, source=source, type=type_of(path), findings=result.findings,
                schema=installed_schema(), policy=checker.plan.context.policy,
            )  # fmt: skip
        if prepared.trouble is None:
            return found
        trouble = problem(ReaderCode.UNREADABLE_FILE, prepared.trouble, Place(path, source, 0, 0))
        return attrs.evolve(found, findings=(trouble, *found.findings))

    def _analyse(self, text: str, path: str, checker: FileChecker) -> Analysis:
        found = self.read_only(text, path)
        if found.document is None:
            return attrs.evolve(found, findings=checker.check_text(text, path).findings)
        return attrs.evolve(found, findings=check(found.document, checker.plan).findings)

    @staticmethod
    def _contents(text: str, path: str, kind: FileType, schema: Schema) -> tuple[Factbook, Schema]:
        if kind is FileType.FACTBOOK:
            from newsfacts.building.factbook import read_factbook

            return read_factbook(text, path).factbook, schema
        from newsfacts.schema.file import read_schema

        return Factbook(), read_schema(text, path).schema

    def read_only(self, text: str, path: str) -> Analysis:
        """What a text contains, without what is found in it."""
        checker = self.of_folder(os.path.dirname(path)).checker
        kind, schema = type_of(path), checker.schema or installed_schema()
        document = None
        if kind in (FileType.FACTBOOK, FileType.SCHEMA):
            factbook, schema = self._contents(text, path, kind, schema)
        else:
            document = checker.documents_of(text, path)[0]
            factbook, schema = document.factbook, document.known_kinds or schema
        return Analysis(
            path=path, source=SourceText(text), type=kind, document=document, factbook=factbook, schema=schema,
            policy=checker.plan.context.policy,
        )  # fmt: skip

    def files(self) -> list[str]:
        """The documents, factbooks and schema files below the folders of the workspace, at most `MAX_FILES`."""
        found: list[str] = []
        for file in find_files([folder for folder in self.folders if os.path.isdir(folder)]):
            if len(found) >= MAX_FILES:
                break
            found.append(os.path.abspath(file.path))
        return found


def type_of(path: str) -> FileType:
    """What a file is, by its name; one with an unknown ending is annotated text."""
    if is_factbook(path):
        return FileType.FACTBOOK
    if is_schema(path):
        return FileType.SCHEMA
    return FileType.ANNOTATED_TEXT if format_or_facts(path) == "facts" else FileType.STANDOFF


def shared_path(path: str, named: str) -> str:
    """The path of a file that another one names."""
    return os.path.abspath(Path(os.path.dirname(path)) / named)
