"""The annotations of a file in JSON-LD: in the form of the model, or brought into it; and those of its pages in other files.

A collection may name its pages by the names of files (`"first": "page1.json"`). Those in the folder of the file, or below it, are
read; nothing else is, and each page elsewhere is a loss.
"""

from __future__ import annotations

import os
import re
from collections import deque
from urllib.parse import unquote

import attrs

from newsfacts.errors import ReadError
from newsfacts.files import inside_project, is_inside, read_bytes
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.w3c_compaction import CannotCompact, compacted, needs_compaction
from newsfacts.formats.w3c_model import AnnotationChecker
from newsfacts.strict_yaml import Entry, Mapping, Node, Scalar, Sequence
from newsfacts.text.source import SourceText, decode

__all__ = ["AnnotationFile"]

MAX_PAGES = 1000
"""How many pages of a collection are read from other files."""

_EXPECTED = "a Web Annotation is a table, or a list of them"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


class AnnotationFile:
    """The annotations of one file and of its pages, checked, and what is wrong with them.

    `collection` is the table that the file is; `not_read` are the addresses of pages that are elsewhere.
    """

    def __init__(self, text: str, path: str | None) -> None:
        self.source: SourceText = SourceText(text)
        self.path: str | None = path
        self.problems: ProblemList = ProblemList()
        self.checker: AnnotationChecker = AnnotationChecker(self.problems, path, self.source)
        self.collection: Mapping | None = None
        self.annotations: list[Mapping] = self.read(self.checker, text)
        self.not_read: list[Scalar] = []
        self.pages: dict[str, None] = {}
        self.read_pages(self.checker, os.path.dirname(path) if path is not None else None)

    def read(self, checker: AnnotationChecker, text: str) -> list[Mapping]:
        """The annotations of the text of a file."""
        parsed = read_json(text)
        node = parsed.node
        if node is not None and not parsed.problems and needs_compaction(node):
            try:
                node = compacted(node)
            except CannotCompact as error:
                checker.refuse(error.message, node, error.help)
                return []
            parsed = attrs.evolve(parsed, node=node)
        if isinstance(node, Sequence) and not parsed.problems:
            return [annotation for item in node.items for annotation in checker.annotations_of(item)]
        table = checker.root(parsed, _EXPECTED, if_empty=_EXPECTED)
        if checker is self.checker:
            self.collection = table
        return list(checker.annotations_of(table, is_top=True)) if table is not None else []

    def read_pages(self, checker: AnnotationChecker, folder: str | None) -> None:
        """Read the pages that are files of their own, and those that these name."""
        waiting = deque((page, page) for page in checker.elsewhere)
        while waiting:
            page, named_at = waiting.popleft()
            name = None if _SCHEME.match(page.raw) or folder is None else unquote(page.raw)
            path = inside_project(folder, name) if folder is not None and name else None
            if path is None or not is_inside(path, folder or os.curdir) or len(self.pages) >= MAX_PAGES:
                self.not_read.append(attrs.evolve(page, start=named_at.start, end=named_at.end))
                continue
            real = os.path.realpath(path)
            if real in self.pages or (self.path is not None and real == os.path.realpath(self.path)):
                continue  # the page before this one may be named too
            self.pages[real] = None
            waiting += [(each, named_at) for each in self.read_page(str(path), named_at)]

    def read_page(self, path: str, named_at: Scalar) -> list[Scalar]:
        """Read one page, whose annotations get the place where the file names it; the pages that it names itself."""
        try:
            source = SourceText(decode(read_bytes(path)).text)
        except (OSError, ReadError) as error:
            reason = error.message if isinstance(error, ReadError) else error.strerror or type(error).__name__
            message = f"the page {os.path.basename(path)} cannot be read: {reason}"
            self.checker.report(ReaderCode.UNREADABLE_FILE, message, named_at)
            return []
        checker = AnnotationChecker(self.problems, path, source)
        found = self.read(checker, source.string)
        self.annotations += [moved(annotation, named_at) for annotation in found]
        return checker.elsewhere


def moved(node: Mapping, to: Scalar) -> Mapping:
    """A table of another file, all of it at one place of this file."""
    found = moved_node(node, to)
    assert isinstance(found, Mapping)
    return found


def moved_node(node: Node, to: Scalar) -> Node:
    """A node of another file, all of it at one place of this file."""
    if isinstance(node, Scalar):
        return attrs.evolve(node, start=to.start, end=to.end)
    if isinstance(node, Sequence):
        return Sequence(tuple([moved_node(item, to) for item in node.items]), to.start, to.end)
    entries = [
        Entry(attrs.evolve(entry.key, start=to.start, end=to.end), moved_node(entry.value, to))
        for entry in node.entries
    ]
    return Mapping(tuple(entries), to.start, to.end)
