"""What commands read besides files: standard input, and phrases on the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from newsfacts.errors import ReadError
from newsfacts.files import MAX_FILE_SIZE
from newsfacts.text.source import decode

__all__ = ["phrase_of", "read_stdin"]


def read_stdin() -> str:
    """Standard input as text. Raises `ReadError` where it is not UTF-8."""
    try:
        data = sys.stdin.buffer.read(MAX_FILE_SIZE + 1)
        if len(data) > MAX_FILE_SIZE:
            raise ReadError(f"it has more than {MAX_FILE_SIZE:,} bytes")
        return decode(data).text
    except ReadError as error:
        raise ReadError(f"standard input: {error.message}") from None


def phrase_of(words: Sequence[str]) -> str:
    """The words of the command line as one phrase, or standard input without its last line end."""
    return read_stdin().removesuffix("\n") if list(words) == ["-"] else " ".join(words)
