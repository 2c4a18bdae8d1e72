"""`newsfacts lsp`: a language server for editors, over standard input and output."""

from __future__ import annotations

import argparse

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Editors start it themselves: diagnostics, fixes, completion, hover, definitions, references, rename, outline, folding, "
        "formatting, inlay hints and code lenses for .facts, stand-off files, factbooks and schema files. It uses no network."
    )
    parser.add_argument("--stdio", action="store_true", help="accepted, since some editors give it; it is the only way")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.editor.server import serve

    return serve()
