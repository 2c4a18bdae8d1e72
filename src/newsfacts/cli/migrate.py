"""`newsfacts migrate FILE...`: write files of older versions in the newest."""

from __future__ import annotations

import argparse

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK, EXIT_USAGE
from newsfacts.cli.output import say, warn

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Files are replaced whole or not at all, and only where they mean the same as before."
    parser.add_argument("files", metavar="FILE", nargs="+", help="documents, factbooks and schema files")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 where a file is of an older version"
    )


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.errors import NewsfactsError, UsageError
    from newsfacts.files import read_bytes, write_atomically
    from newsfacts.formats.migration import NEWEST, migrate, sort_of
    from newsfacts.text.source import decode

    status = EXIT_OK
    for path in arguments.files:
        try:
            sort = sort_of(path)
            decoded = decode(read_bytes(path))
            migrated = migrate(decoded.text, sort)
            if migrated.changed and not means_the_same(decoded.text, migrated.text, sort, path):
                raise UsageError("the newer file would not mean the same, so it is left as it is")
        except NewsfactsError as error:
            warn(f"newsfacts: {path}: {str(error).removeprefix(f'{path}: ')}")
            status = EXIT_USAGE
            continue
        if not migrated.changed:
            continue
        if arguments.check:
            say(f"{path}: version {migrated.before}, and the newest is {NEWEST}")
            status = max(status, EXIT_FINDINGS)
        else:
            write_atomically(path, ("\ufeff" if decoded.had_bom else "") + migrated.text)
            say(f"{path}: from version {migrated.before} to {NEWEST}")
    return status


def means_the_same(old: str, new: str, sort: str, path: str) -> bool:
    """Whether two texts of one file are read as the same documents, or as the same table but for its version."""
    from newsfacts import strict_yaml
    from newsfacts.building.builder import build
    from newsfacts.formats import format_of_path
    from newsfacts.formats.migration import key_of

    format = format_of_path(path)
    if format is not None:
        before, after = ([build(raw) for raw in format.read(text, path)] for text in (old, new))
        return before == after and [d.text for d in before] == [d.text for d in after]
    tables = [
        strict_yaml.to_python(node) for text in (old, new) if (node := strict_yaml.read_yaml(text).node) is not None
    ]
    return len(tables) == 2 and {**tables[0], key_of(sort): 1} == tables[1]
