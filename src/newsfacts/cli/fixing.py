"""Applies the fixes of files, or shows what they would do."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable
from pathlib import Path

import attrs

from newsfacts.building.builder import build
from newsfacts.building.factbook import read_factbook
from newsfacts.checking.document import check
from newsfacts.checking.find_files import is_factbook
from newsfacts.checking.fixes import Reread, fix_text, reread
from newsfacts.checking.one_file import FileChecker
from newsfacts.errors import NewsfactsError
from newsfacts.files import is_inside, project_root, read_bytes, write_atomically
from newsfacts.formats import Format, format_of_path, get_format
from newsfacts.model import Document
from newsfacts.text.printable import printable_lines
from newsfacts.text.source import decode

__all__ = ["FixReport", "fix_all"]


@attrs.define(kw_only=True)
class FixReport:
    """What was done to the files: how many findings were fixed, which fixes were refused, and what would change."""

    fixed: int = 0
    refused: list[str] = attrs.field(factory=list)
    diff: str = ""


def fix_all(files: Iterable[str], checker: FileChecker, *, unsafe: bool, only_show: bool) -> FixReport:
    """Fix one file after the other. A file that cannot be read is passed over: the check that follows says why."""
    report = FixReport()
    for path in files:
        try:
            fix_file(path, checker, report, unsafe=unsafe, only_show=only_show)
        except (OSError, NewsfactsError):
            continue
    return report


def fix_file(path: str, checker: FileChecker, report: FixReport, *, unsafe: bool, only_show: bool) -> None:
    """Fix one file, and add to the report."""
    format = get_format(checker.format) if checker.format else format_of_path(path)
    data = read_bytes(path)
    text = decode(data).text

    def read(new: str) -> Reread:
        return read_again(new, path, format, checker)

    fixed = fix_text(text, path, read, unsafe=unsafe)
    report.refused += fixed.refused
    if not fixed.applied:
        return
    if only_show:
        report.diff += difference(text, fixed.text, path, report)
        return
    mark = "\ufeff" if data.startswith("\ufeff".encode()) else ""
    if (mark + text).encode("utf-8") != data:
        report.refused.append(f"{path}: only files in UTF-8 are fixed; save it as UTF-8 first")
    elif not is_inside(path, project_root(Path(os.path.abspath(path)))):
        report.refused.append(f"{path}: it is a link that leads outside the project; fix the file itself")
    else:
        try:
            write_atomically(path, mark + fixed.text, replacing=data)
            report.fixed += len(fixed.applied)
        except NewsfactsError as error:
            report.refused.append(str(error))


def read_again(text: str, path: str, format: Format | None, checker: FileChecker) -> Reread:
    """How a file would be read, and what would be found in it, if this were its text."""
    if checker.format is None and is_factbook(path):
        findings = read_factbook(text, path).findings
        return reread([Document(problems=findings)], findings)
    if format is None:
        return reread([], [])
    documents = [build(raw, checker.schema, factbook=checker.factbook) for raw in format.read(text, path)]
    return reread(documents, [finding for document in documents for finding in check(document, checker.plan).findings])


def difference(before: str, after: str, path: str, report: FixReport) -> str:
    """What a fix changes, as `patch` and `git apply` read it; it says so where they cannot, because of escapes."""
    # Not splitlines: for patch a line ends at LF alone.
    old, new = (re.findall(r"[^\n]*\n|[^\n]+\Z", text) for text in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    written = "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    shown = printable_lines(written)
    if shown != written:
        report.refused.append(
            f"{path}: the diff shows invisible characters as escapes, so it cannot be applied; use --fix"
        )
    return shown
