"""Where rows come from: documents, or files and folders that are read one after the other, each once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Result
from newsfacts.checking.documents import check
from newsfacts.checking.files import check_files, common_folder
from newsfacts.checking.find_files import find_files
from newsfacts.checking.found_paths import in_order
from newsfacts.checking.one_file import FileChecker, failed, unreadable
from newsfacts.errors import NewsfactsError, UsageError, failure_in_words
from newsfacts.findings import Finding, ReaderCode
from newsfacts.model import Document
from newsfacts.tables.columns import TableDocument
from newsfacts.values.policy import Policy

__all__ = ["Rows", "RowsOfDocuments", "RowsOfFiles", "RowsOfText", "is_unreadable", "rows_of"]


class Rows:
    """What rows are made of: documents one by one, and the findings of a check of all of them."""

    def documents(self) -> Iterator[TableDocument]:
        """The documents, each once; whatever is wrong with one is among its problems."""
        raise NotImplementedError

    def findings(self) -> Iterator[Finding]:
        """Everything that a check of the documents finds, those that cannot be read included."""
        raise NotImplementedError


@attrs.frozen
class RowsOfFiles(Rows):
    """Files, in the order in which `check` goes through them."""

    paths: tuple[str, ...]
    configuration: Configuration
    format: str | None = None
    jobs: int = 1

    def documents(self) -> Iterator[TableDocument]:
        checker = FileChecker.of(self.configuration, self.format)
        policy = self.configuration.value_policy()
        for path in self.files():
            if checker.has_documents(path):
                for number, document in enumerate(documents_of_file(checker, path)):
                    yield TableDocument(document, number, policy)

    def files(self) -> list[str]:
        """The files. Raises `UsageError` where there is none."""
        settings = self.configuration
        found = find_files(self.paths, exclude=settings.exclude, root=settings.root)
        files = sorted((file.path for file in found), key=in_order)
        if not files:
            raise UsageError(
                f"no documents found in {', '.join(self.paths)}" if self.paths else "there is no file to read"
            )
        return files

    def findings(self) -> Iterator[Finding]:
        for file in check_files(self.paths, self.configuration, format=self.format, jobs=self.jobs):
            yield from file.findings


def documents_of_file(checker: FileChecker, path: str) -> Iterator[Document]:
    """The documents of a file. Nothing is raised: what cannot be read is a document with that problem, as in a check."""
    try:
        yield from checker.documents(path)
    except NewsfactsError as error:
        result = unreadable(path, str(error)).result
    except OSError as error:
        result = unreadable(path, f"this file cannot be read: {error.strerror or type(error).__name__}").result
    except Exception as error:  # a defect of ours, or of an extension, in one file among many
        result = failed(path, f"newsfacts itself failed on this file ({failure_in_words(error)})").result
    else:
        return
    yield Document(path=path, problems=result.findings)


@attrs.frozen
class RowsOfText(Rows):
    """A text that came from standard input."""

    text: str
    path: str
    configuration: Configuration
    format: str | None = None

    def documents(self) -> Iterator[TableDocument]:
        checker = FileChecker.of(self.configuration, self.format)
        policy = self.configuration.value_policy()
        for number, document in enumerate(checker.documents_of(self.text, self.path)):
            yield TableDocument(document, number, policy)

    def findings(self) -> Iterator[Finding]:
        yield from FileChecker.of(self.configuration, self.format).check_text(self.text, self.path).findings


@attrs.define
class RowsOfDocuments(Rows):
    """Documents that were given. What can be gone through only once is used only once."""

    given: Iterable[Document]
    configuration: Configuration | None = None
    is_used: bool = False

    def once(self) -> Iterator[Document]:
        """The documents. Raises `UsageError` the second time, where they were an iterator, and for anything else than documents."""
        if iter(self.given) is self.given:
            if self.is_used:
                raise UsageError(
                    "these documents were an iterator, which has been used up: give a list, or make the table again"
                )
            self.is_used = True
        given: Iterable[object] = self.given
        for number, document in enumerate(given, 1):
            if not isinstance(document, Document):
                what = type(document).__name__
                raise UsageError(
                    f"a table is made of documents or of paths, but number {number} of those given is of type {what}"
                )
            yield document

    def documents(self) -> Iterator[TableDocument]:
        policy = Policy.profile("news") if self.configuration is None else self.configuration.value_policy()
        without_path = 0
        path: str | None = None
        number = 0
        for document in self.once():
            if document.path is None:
                yield TableDocument(document, without_path, policy)
                without_path += 1
                continue
            number = number + 1 if document.path == path else 0
            path = document.path
            yield TableDocument(document, number, policy)

    def findings(self) -> Iterator[Finding]:
        documents = list(self.once())
        if documents:
            yield from self.checked(documents).findings

    def checked(self, documents: list[Document]) -> Result:
        """The result of a check of all of them."""
        return check(documents, self.configuration)


def rows_of(
    given: Any, configuration: Configuration | None = None, *, format: str | None = None, jobs: int = 1
) -> Rows:
    """What rows are made of. Paths are read with the configuration of their project unless another is given.

    Raises `UsageError` for anything else than documents and paths.
    """
    if isinstance(given, Rows):
        return given
    if isinstance(given, Document):
        return RowsOfDocuments([given], configuration)
    if isinstance(given, str | os.PathLike):
        return rows_of_files([os.fspath(given)], configuration, format, jobs)
    if not isinstance(given, Iterable) or isinstance(given, bytes):
        raise UsageError(f"a table is made of documents or of paths, not of {type(given).__name__}")
    if isinstance(given, list | tuple) and given and all(isinstance(one, str | os.PathLike) for one in given):
        return rows_of_files([os.fspath(one) for one in given], configuration, format, jobs)
    return RowsOfDocuments(given, configuration)


def rows_of_files(paths: list[str], configuration: Configuration | None, format: str | None, jobs: int) -> RowsOfFiles:
    settings = configuration if configuration is not None else Configuration.discover(common_folder(paths))
    return RowsOfFiles(tuple(paths), settings, format, jobs)


def is_unreadable(document: Document) -> bool:
    """Whether a document is only there to say that its file could not be read."""
    return any(problem.code == ReaderCode.UNREADABLE_FILE for problem in document.problems)
