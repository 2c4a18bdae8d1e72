"""The command lines of the benchmarks: the help of each script is its docstring, and what cannot be read is refused in one line."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

CORPORA = "NEWSFACTS_CORPORA"
"""The environment variable that names the folder of corpora, which are not part of the project."""


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """A parser whose help is the docstring of a script."""
    return argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)


def text_file(name: str) -> Path:
    """The type of an argument that is a text file in UTF-8."""
    path = Path(name)
    try:
        path.read_text(encoding="utf-8")
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{name} cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise argparse.ArgumentTypeError(f"{name} is not text in UTF-8") from None
    return path


def existing_folder(name: str) -> Path:
    """The type of an argument that is a folder."""
    path = Path(name)
    try:
        next(path.iterdir(), None)
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{name} cannot be read as a folder: {error.strerror or error}") from None
    return path


def positive_number(words: str) -> int:
    """The type of an argument that is a whole number of at least 1."""
    if not (words.isascii() and words.isdecimal() and int(words) > 0):
        raise argparse.ArgumentTypeError(f"{words!r} is not a whole number of at least 1")
    return int(words)


def folder_of_corpora(parser: argparse.ArgumentParser) -> Path:
    """The folder of corpora. Ends the script where the environment names none, or one that cannot be read."""
    name = os.environ.get(CORPORA)
    if not name:
        parser.error(f"{CORPORA} names the folder of corpora, and is not set")
    try:
        return existing_folder(name)
    except argparse.ArgumentTypeError as error:
        parser.error(f"{CORPORA}: {error}")
