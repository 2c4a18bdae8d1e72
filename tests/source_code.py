"""The modules of newsfacts as trees, each parsed once for all tests that look at the code."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

__all__ = ["SOURCE", "imports", "tree"]

SOURCE = Path(__file__).parent.parent / "src" / "newsfacts"


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, *, lazy: bool) -> Iterator[ast.Import | ast.ImportFrom]:
    """What a module imports when it runs, without what is for type checkers; inside functions too where `lazy`."""
    waiting: list[ast.AST] = list(tree(path).body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            waiting.extend(node.orelse)
        elif lazy or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            # Only statements contain imports, and most of a tree are expressions.
            for field in ("body", "orelse", "handlers", "finalbody", "cases"):
                waiting.extend(getattr(node, field, ()))
