"""Everything that commands print: nothing in it steers a terminal, whatever the texts and paths contain."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn, TextIO

from newsfacts.errors import UsageError
from newsfacts.text.printable import bounded, json_text, printable, printable_lines

__all__ = [
    "ClosedOutput",
    "SafeTerminal",
    "check_target",
    "safe",
    "say",
    "say_json",
    "say_lines",
    "use_color",
    "warn",
    "write_out",
]


def say(line: str = "") -> None:
    """Print a line on standard output."""
    print(printable(line))


def warn(line: str) -> None:
    """Print a line on standard error."""
    print(safe(line), file=sys.stderr)


def say_json(data: Any) -> None:
    """Print data as JSON."""
    print(json_text(data, indent=2))


def say_lines(lines: Iterable[str]) -> None:
    """Print lines with their ends as they are, except on a terminal, which must not be steered by them."""
    if sys.stdout.isatty():
        for line in lines:
            sys.stdout.write(printable_lines(line))
        return
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def safe(message: str) -> str:
    """A message, line by line, without what would steer a terminal, and of no more than some length."""
    return "\n".join(bounded(line) for line in printable_lines(message).split("\n"))


def write_out(text: str, path: str | None, *, force: bool = False) -> None:
    """Write a text: to a file, whole or not at all, or to standard output.

    It is written as it is, except to a terminal, which must not be steered by it. Raises `UsageError` for a file that is
    a document, a factbook or a schema file already, unless `force` is given.
    """
    if path is not None:
        from newsfacts.files import write_atomically

        check_target(path, force=force)
        write_atomically(path, text)
    elif sys.stdout.isatty():
        sys.stdout.write(printable_lines(text))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()


def check_target(path: str, *, force: bool, checked: Iterable[str] = ()) -> None:
    """Raise `UsageError` where writing to a file would overwrite somebody's work: a document or one of the `checked` files."""
    from newsfacts.checking.find_files import is_factbook, is_schema
    from newsfacts.formats import format_of_path

    if force or not os.path.isfile(path):
        return
    real = os.path.realpath(path)
    if any(os.path.realpath(other) == real for other in checked):
        raise UsageError(f"{path} is one of the files that are checked; --force overwrites it")
    for is_kind, kind in ((is_factbook, "a factbook"), (is_schema, "a schema file"), (format_of_path, "a document")):
        if is_kind(path):
            raise UsageError(f"{path} exists and is {kind}; --force overwrites it")


def use_color(stream: TextIO, wanted: bool | None = None, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to write colours: as asked for, else as the variables of the environment say, else on a terminal."""
    if wanted is not None:
        return wanted
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0") or environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb" and environment.get("CLICOLOR") != "0"


class ClosedOutput(io.TextIOBase):
    """Standard output that was closed before the program began: an error as soon as something is written."""

    def write(self, text: str) -> NoReturn:
        raise OSError(errno.EBADF, "standard output is closed")

    @property
    def buffer(self) -> NoReturn:
        raise OSError(errno.EBADF, "standard output is closed")


class SafeTerminal(io.BytesIO):
    """A terminal to which rows of text are written as bytes: nothing in them steers it."""

    def __init__(self, terminal: TextIO) -> None:
        super().__init__()
        self.terminal = terminal

    def write(self, data: Any) -> int:
        """Show text that is in UTF-8."""
        self.terminal.write(printable_lines(bytes(data).decode("utf-8", "backslashreplace")))
        return len(data)
