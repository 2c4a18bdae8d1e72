"""`newsfacts view PATHS -o OUT.html`: annotated articles as a web page of one file, with what a check finds next to its words."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_OK, EXIT_USAGE
from newsfacts.cli.check_options import configuration_of, rule_options
from newsfacts.cli.output import check_target, warn, write_out
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.checking.configuration import Configuration
    from newsfacts.reviewing.deciding import Choice, Decided
    from newsfacts.values import Policy
    from newsfacts.view.collecting import Collected

__all__ = ["add_arguments", "run"]

PORT = 8765
MAX_PORT = 65535
GENERATOR = b'<meta name="generator" content="newsfacts '


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "newsfacts view [options] PATH ... -o OUT.html"
    parser.epilog = (
        "The page is one file: it loads nothing, sends nothing, and can be mailed. Several articles, or a folder, have an overview in front. "
        "What is not given here comes from [tool.newsfacts] in pyproject.toml, or from newsfacts.toml."
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, and folders to walk; - reads standard input")
    parser.add_argument(
        "--output", "-o", metavar="FILE",
        help="write the page to this file, or into this folder/ one for each article; else to standard output",
    )  # fmt: skip
    parser.add_argument(
        "--force", action="store_true", help="write it even over a document, or over a page of someone else"
    )
    parser.add_argument(
        "--serve",
        action="store_true",
        help="serve the page to this machine only, show every change, and accept, change or reject proposals on it",
    )
    parser.add_argument(
        "--port", metavar="N", type=int, default=PORT, help=f"the port of --serve (default: {PORT}; 0 for any)"
    )
    parser.add_argument("--title", metavar="TEXT", help="what the overview of several articles is called")
    parser.add_argument("--format-in", metavar="FORMAT", help="the format of the files, where their endings do not say")
    parser.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="what to call standard input")
    rule_options(parser)
    parser.set_defaults(fail_on=None)  # a view has no threshold


def run(arguments: argparse.Namespace) -> int:
    configuration = configuration_of(arguments)
    if arguments.serve:
        if arguments.output is not None or "-" in arguments.paths:
            raise UsageError("--serve shows files; it takes neither -o nor standard input")
        if not 0 <= arguments.port <= MAX_PORT:
            raise UsageError(f"--port is a number from 0 to {MAX_PORT}, not {arguments.port}")
        from newsfacts.cli.serving import serve

        return serve(
            lambda: files_of(arguments, configuration),
            lambda: page_of(arguments, configuration, live=True),
            arguments.port,
            lambda path, choice: decided(path, choice, arguments, configuration),
        )
    if arguments.output is not None:
        checked = [] if arguments.paths == ["-"] else files_of(arguments, configuration)
        check_target(arguments.output, force=arguments.force, checked=checked)
    collected = collect(arguments, configuration)
    for finding in collected.unreadable:
        warn(str(finding))
    if not collected.articles:
        raise UsageError(f"no article could be read in {', '.join(arguments.paths)}")
    policy = configuration.value_policy()
    if arguments.output is not None and is_folder(arguments.output):
        write_folder(arguments.output, collected, policy, arguments.title, force=arguments.force)
    else:
        from newsfacts.view.collecting import page_of_all

        write_out(page_of_all(collected, policy, title=arguments.title), arguments.output, force=True)
    return EXIT_USAGE if collected.unreadable else EXIT_OK


def is_folder(path: str) -> bool:
    """Whether an output is a folder: one that exists, or a name that ends like one."""
    return path.endswith(("/", os.sep)) or os.path.isdir(path)


def write_folder(folder: str, collected: Collected, policy: Policy, title: str | None, *, force: bool) -> None:
    """Write the overview and a page for each article into a folder. Other files in it stay as they are.

    Raises `UsageError`, before anything is written, where a page of someone else has the name of one of these.
    """
    from newsfacts.files import write_atomically
    from newsfacts.view.collecting import pages_of_all

    os.makedirs(folder, exist_ok=True)
    pages = [(os.path.join(folder, name), text) for name, text in pages_of_all(collected, policy, title=title)]
    foreign = next((path for path, _ in pages if not force and os.path.exists(path) and not is_ours(path)), None)
    if foreign is not None:
        raise UsageError(f"{foreign} exists and is not a page of newsfacts; --force overwrites it")
    for path, text in pages:
        write_atomically(path, text)


def is_ours(path: str) -> bool:
    """Whether a file is a page that this command wrote."""
    from newsfacts.files import read_bytes

    return GENERATOR in read_bytes(path)


def files_of(arguments: argparse.Namespace, configuration: Configuration) -> Sequence[str]:
    """Every file of the paths, once."""
    from newsfacts.checking.find_files import find_files

    return [file.path for file in find_files(arguments.paths, exclude=configuration.exclude, root=configuration.root)]


def collect(arguments: argparse.Namespace, configuration: Configuration) -> Collected:
    """The articles, and what was found."""
    from newsfacts.view.collecting import collect_files, collect_text

    if arguments.paths == ["-"]:
        from newsfacts.cli.standard_input import read_stdin

        return collect_text(read_stdin(), arguments.stdin_filename, configuration, format=arguments.format_in)
    if "-" in arguments.paths:
        raise UsageError("standard input (-) is shown alone")
    files = files_of(arguments, configuration)
    if not files:
        raise UsageError(f"no documents found in {', '.join(arguments.paths)}")
    return collect_files(files, configuration, format=arguments.format_in)


def decided(path: str, choice: Choice, arguments: argparse.Namespace, configuration: Configuration) -> Decided:
    """Carry out a decision about a proposal in one of the files."""
    from newsfacts.checking.one_file import FileChecker
    from newsfacts.reviewing.deciding import Decided, Outcome, decide

    checker = FileChecker.of(configuration, arguments.format_in)
    if len(list(checker.documents(path))) != 1:
        return Decided(Outcome.REFUSED, f"{path} has several documents: use an editor.")
    return decide(path, choice, lambda text: checker.documents_of(text, path))


def page_of(arguments: argparse.Namespace, configuration: Configuration, *, live: bool) -> str:
    """The page of the files as they are now."""
    from newsfacts.view.collecting import page_of_all

    return page_of_all(
        collect(arguments, configuration), configuration.value_policy(), title=arguments.title, live=live
    )
