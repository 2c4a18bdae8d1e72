"""`newsfacts mcp FOLDER...`: a server for language models, over standard input and output."""

from __future__ import annotations

import argparse

from newsfacts.cli import EXIT_OK

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Tools: check_quote, ground, compare_values, explain. Only files below the folders are read, nothing is written, and "
        "no network is used. Needs the extra: pip install 'newsfacts[mcp]'."
    )
    parser.add_argument(
        "folders", metavar="FOLDER", nargs="*", help="folders whose files may be read (default: this one)"
    )


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.mcp.server import serve
    from newsfacts.mcp.tools import Tools

    serve(Tools.of(arguments.folders or ["."]))
    return EXIT_OK
