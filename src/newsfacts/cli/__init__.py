"""The command line: `newsfacts COMMAND ...`.

Each command is a module of this package with `add_arguments(parser)` and `run(arguments) -> int` (the exit status), and
a line in `COMMANDS`. Only the module of the command that was asked for is imported, so help is shown at once.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from newsfacts import __version__
from newsfacts.errors import NewsfactsError

__all__ = ["COMMANDS", "EXIT_FINDINGS", "EXIT_OK", "EXIT_USAGE", "main"]

EXIT_OK, EXIT_FINDINGS, EXIT_USAGE = 0, 1, 2
EXIT_INTERRUPTED, EXIT_BROKEN_PIPE = 130, 141  # what a shell reports for a program ended by SIGINT or SIGPIPE

COMMANDS: Mapping[str, str] = MappingProxyType({
    "check": "say what does not hold together in annotated texts",
    "show": "show what is annotated in a file, with resolved values",
    "convert": "write a document in another format",
    "plain": "print the text of a document without its annotations",
    "verify": "say whether quotations stand in their sources, and how they differ",
    "reanchor": "move annotations to an edited text",
    "diff": "compare two versions of a text by fact",
    "explain": "explain a rule, with examples",
    "rules": "list the rules",
    "profiles": "list the profiles",
    "migrate": "write files of older versions of the format in the newest",
    "schema": "list kinds of facts with their fields and checks, or check schema files",
    "value": "read a number phrase and show what it is taken to mean",
    "time": "read a date phrase and show what it is taken to mean",
})  # fmt: skip
"""What each command does, in the order of the help. The command `check` lives in `newsfacts.cli.check`, and so on."""

_EPILOG = """\
exit status: 0 where nothing is found at or above the threshold, 1 where something is, 2 for wrong usage or a file that
cannot be read. `newsfacts COMMAND --help` says more about a command."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status. Whatever a user gave, the answer is a message and not a traceback."""
    write_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone. What is still buffered must not fail a second time when the interpreter closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_BROKEN_PIPE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except NewsfactsError as error:
        return complain(str(error))
    except OSError as error:
        where = f"{error.filename}: " if error.filename is not None else ""
        return complain(f"{where}{error.strerror or error}")
    return status


def run(words: list[str]) -> int:
    """Parse the words of the command line and run the command that they name."""
    parser = argparse.ArgumentParser(
        prog="newsfacts",
        description="The facts in a news text, as typed objects that can be checked.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"newsfacts {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    wanted = words[0] if words else None
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=sentence(purpose))
        if name == wanted:
            module = importlib.import_module(f"newsfacts.cli.{name}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    if wanted is not None and not wanted.startswith("-") and wanted not in COMMANDS:
        from newsfacts.schema.kinds import suggestion

        return complain(f"there is no command {wanted!r}{suggestion(wanted, COMMANDS)}; see newsfacts --help")
    arguments = parser.parse_args(words)
    if arguments.command is None:
        parser.print_help()
        return EXIT_USAGE
    status: int = arguments.run(arguments)
    return status


def complain(message: str) -> int:
    """Print an error message and return the exit status for it."""
    sys.stdout.flush()
    print(f"newsfacts: {message}", file=sys.stderr)
    return EXIT_USAGE


def sentence(words: str) -> str:
    """Words as a sentence."""
    return f"{words[:1].upper()}{words[1:]}."


def write_utf8() -> None:
    """Write UTF-8 whatever the locale says; what is no character at all (a file name of stray bytes) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
