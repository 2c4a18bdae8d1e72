"""The command line: `newsfacts COMMAND ...`.

Each command is a module of this package with `add_arguments(parser)` and `run(arguments) -> int` (the exit status), and
a line in `COMMANDS`. Only the module of the command that was asked for is imported, so help is shown at once. What a
command prints goes through `newsfacts.cli.output`, which lets nothing through that would steer a terminal.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import importlib
import io
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NoReturn

from newsfacts import __version__
from newsfacts.errors import ISSUES, NewsfactsError, failure_in_words, is_interruption

__all__ = [
    "COMMANDS",
    "EXIT_FAILED",
    "EXIT_FINDINGS",
    "EXIT_OK",
    "EXIT_USAGE",
    "RawFormatter",
    "columns",
    "main",
    "parser",
]

EXIT_OK, EXIT_FINDINGS, EXIT_USAGE, EXIT_FAILED = 0, 1, 2, 3
EXIT_INTERRUPTED, EXIT_BROKEN_PIPE, EXIT_TERMINATED = 130, 141, 143  # what a shell reports for SIGINT, SIGPIPE, SIGTERM

ALLOCATIONS = 100_000
"""How many objects more there are, at most, when the process of a command looks for garbage: some ten megabytes of them."""

COMMANDS: Mapping[str, str] = MappingProxyType({
    "check": "report what is inconsistent in annotated texts",
    "draft": "propose annotations for a text, for a person to correct",
    "view": "show annotated articles as a web page of one file, with what a check finds",
    "show": "show what is annotated in a file, with resolved values",
    "convert": "write a document in another format",
    "export": "write the facts of documents as a table: CSV, JSON Lines, Parquet or Arrow",
    "query": "run SQL over the facts of documents",
    "plain": "print the text of a document without its annotations",
    "ground": "report which quotations, numbers and dates of a text its sources support",
    "mcp": "serve check_quote, ground, compare_values and explain to language models",
    "lsp": "serve editors: findings, fixes, completion, hover, outline, rename",
    "verify": "report whether quotations occur in their sources, and how they differ",
    "reanchor": "move annotations to an edited text",
    "diff": "compare two versions of a text by fact",
    "agree": "report how far annotators of one text agree, and where they do not",
    "merge": "put the annotations of several annotators into one document, and mark what they do not agree about",
    "explain": "explain a rule, with examples",
    "rules": "list the rules",
    "profiles": "list the profiles",
    "migrate": "write files of older versions of the format in the newest",
    "schema": "list kinds of facts with their fields and checks, or check schema files",
    "value": "read a number phrase and show how it is understood",
    "time": "read a date phrase and show how it is understood",
})  # fmt: skip
"""What each command does, in the order of the help. The command `check` is in `newsfacts.cli.check`, and so on."""

_EPILOG = """\
exit status: 0 where nothing is found at or above the threshold, 1 where something is, 2 for wrong usage or a file that
cannot be read, 3 for an error in newsfacts itself. `newsfacts COMMAND --help` says more about a command."""


def columns() -> int:
    """How wide help may be: what `shutil.get_terminal_size` says, without all that shutil imports."""
    try:
        found = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        found = 0
    if found > 0 or sys.__stdout__ is None:
        return found if found > 0 else 80
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80
    except (ValueError, OSError):
        return 80


class Formatter(argparse.HelpFormatter):
    """Formats help. Every option that is added makes one of these, also where no help is shown."""

    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, **{"width": columns() - 2, **options})


class RawFormatter(Formatter, argparse.RawDescriptionHelpFormatter):
    """The same, with descriptions as they are written."""


class Parser(argparse.ArgumentParser):
    """A parser whose messages repeat nothing that would steer a terminal."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": Formatter, **options})

    def error(self, message: str) -> NoReturn:
        from newsfacts.cli.output import safe

        super().error(safe(message))


class _PrintCompletion(argparse.Action):
    """Prints a script that completes commands and options in a shell, and leaves."""

    def __call__(
        self, parser_: argparse.ArgumentParser, namespace: object, shell: object, option: str | None = None
    ) -> None:
        from newsfacts.cli.completion import completion

        sys.stdout.write(completion(str(shell)))
        parser_.exit()


def parser() -> argparse.ArgumentParser:
    """The parser of the command line, with the options of every command.

    For tools that write a manual page of it; `newsfacts --print-completion SHELL` writes completions.
    """
    whole, commands = outline()
    for name, command in commands.items():
        add_arguments(command, name)
    return whole


def outline(names: Iterable[str] = COMMANDS) -> tuple[argparse.ArgumentParser, Mapping[str, argparse.ArgumentParser]]:
    """The parser, and those of some commands, without their options: for these, the commands have to be imported."""
    whole = Parser(
        prog="newsfacts",
        description="The facts in a news text, as typed objects that can be checked.",
        epilog=_EPILOG,
        formatter_class=RawFormatter,
    )
    whole.add_argument("--version", action="version", version=f"newsfacts {__version__}")
    whole.add_argument(
        "--print-completion", action=_PrintCompletion, metavar="SHELL", help="print what completes commands in a shell"
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    found = {}
    for name in names:
        found[name] = commands.add_parser(name, help=COMMANDS[name], description=sentence(COMMANDS[name]))
    return whole, found


def add_arguments(command: argparse.ArgumentParser, name: str) -> None:
    """Give the parser of a command its options."""
    module = importlib.import_module(f"newsfacts.cli.{name}")
    module.add_arguments(command)
    command.add_argument("--debug", action="store_true", help="show the traceback of an error in newsfacts itself")
    command.set_defaults(run=module.run)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status. Whatever a user gave, the answer is a message and not a traceback."""
    if argv is None:
        settle_garbage_collection()
    prepare_streams()
    handle_termination()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()
        return EXIT_BROKEN_PIPE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except NewsfactsError as error:
        return complain(str(error))
    except OSError as error:
        where = f"{error.filename}: " if error.filename is not None else ""
        return complain(f"{where}{error.strerror or error}")
    except Exception as error:
        if is_interruption(error):
            return EXIT_INTERRUPTED
        if "--debug" in words:
            raise
        complain(f"newsfacts itself failed ({failure_in_words(error)}); please report it: {ISSUES}")
        return EXIT_FAILED
    return status


def run(words: list[str]) -> int:
    """Parse the words of the command line and run the command that they name."""
    wanted = words[0] if words else ""
    if wanted and not wanted.startswith("-") and wanted not in COMMANDS:
        from newsfacts.text.suggestions import suggestion

        return complain(f"there is no command {wanted!r}{suggestion(wanted, COMMANDS)}; see newsfacts --help")
    whole, commands = outline([wanted] if wanted in COMMANDS else COMMANDS)
    if not wanted:
        whole.print_help()
        return EXIT_USAGE
    if wanted not in COMMANDS:  # an option: --help, --version, or one that does not exist
        whole.parse_args(words)
        return EXIT_USAGE
    add_arguments(commands[wanted], wanted)
    # Files and options in any order; what is wrong is said with the usage of this command.
    arguments = commands[wanted].parse_intermixed_args(words[1:])
    status: int = arguments.run(arguments)
    return status


def complain(message: str) -> int:
    """Print an error message and return the exit status for wrong usage."""
    from newsfacts.cli.output import safe

    try:
        sys.stdout.flush()
    except OSError:
        drop_output()
    print(f"newsfacts: {safe(message)}", file=sys.stderr)
    return EXIT_USAGE


def sentence(words: str) -> str:
    """Words as a sentence."""
    return f"{words[:1].upper()}{words[1:]}."


# -- The process -------------------------------------------------------------------------------------------------------


def settle_garbage_collection() -> None:
    """In the process of a command, look for garbage seldom, and not at all when the process ends.

    Modules and documents are made of many objects without cycles: looking through them takes a sixth of a check of one file.
    """
    gc.set_threshold(ALLOCATIONS)
    atexit.register(gc.freeze)


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale says; half a character (of a file name of stray bytes) is escaped."""
    if sys.stdout is None:  # the shell has closed it
        from newsfacts.cli.output import ClosedOutput

        sys.stdout = ClosedOutput()
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def drop_output() -> None:
    """What is still buffered for standard output must not fail a second time when the interpreter closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def handle_termination() -> None:
    """End at SIGTERM as an error does, so that temporary files are removed; a program that has its own way keeps it."""
    import signal
    import threading

    def terminate(*_: object) -> None:
        sys.exit(EXIT_TERMINATED)

    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, terminate)
