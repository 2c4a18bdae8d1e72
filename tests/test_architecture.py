"""Imports point one way: a module imports only from its own layer and those to its left."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import source_code
from tests.source_code import SOURCE

LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "immutable", "enums", "lazy", "patterns", "plugins", "files"),
    ("values",),
    ("text",),
    ("anchors", "finders", "findings", "raw"),
    ("model",),
    ("strict_yaml", "statements"),
    ("schema",),
    ("building",),
    ("formats", "rules"),
    ("documents", "json_schemas"),
    ("sources",),
    ("editing",),
    ("drafting", "grounding"),
    ("reviewing",),
    ("checking", "versions", "agreement"),
    ("testing", "highlighting", "tables"),
    ("view",),
    ("reports",),
    ("editor", "mcp", "spark"),
    ("cli", "__main__"),
)
"""From left to right. Packages are named once: all of `values` is one layer."""


METHODS = {
    "newsfacts.model": {"newsfacts.documents", "newsfacts.editing.operations", "newsfacts.view.notebook"},
    "newsfacts.checking.document": {"newsfacts.view.notebook"},
}
"""Methods on a type for convenience, whose work lies to the right: imported when they are called."""


def module_name(path: Path) -> str:
    relative = path.relative_to(SOURCE.parent).with_suffix("")
    parts = relative.parts[:-1] if relative.name == "__init__" else relative.parts
    return ".".join(parts)


MODULES = {module_name(path): path for path in sorted(SOURCE.rglob("*.py"))}


def imports(path: Path, *, lazy: bool) -> Iterator[str]:
    """The modules of this project that a module imports when it runs; those inside functions too where `lazy`."""
    for node in source_code.imports(path, lazy=lazy):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "newsfacts")
        elif node.module and node.module.split(".")[0] == "newsfacts":
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


def layer(module: str) -> int | None:
    """The number of a module's layer; None for the package itself, which loads what is asked for."""
    parts = module.split(".")
    if len(parts) == 1:
        return None
    for number, members in enumerate(LAYERS):
        if parts[1] in members:
            return number
    return -1


def test_every_module_has_a_layer() -> None:
    assert [module for module in MODULES if layer(module) == -1] == []


@pytest.mark.parametrize("module", [module for module in MODULES if layer(module) is not None])
def test_imports_point_to_the_left(module: str) -> None:
    own = layer(module)
    assert own is not None
    wrong = [
        imported
        for imported in imports(MODULES[module], lazy=True)
        if (other := layer(imported)) is not None and other > own and imported not in METHODS.get(module, ())
    ]
    assert wrong == []


def private_imports(module: str, path: Path) -> Iterator[str]:
    """What a module imports from another folder although its name, or that of its module, begins with an underscore."""
    for node in ast.walk(source_code.tree(path)):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("newsfacts"):
            continue
        for alias in node.names:
            parts = f"{node.module}.{alias.name}".split(".")
            for number, part in enumerate(parts):
                if part.startswith("_") and not part.startswith("__"):
                    owner = SOURCE.parent.joinpath(*parts[:number])
                    folder = owner if owner.is_dir() else owner.parent
                    if folder not in path.parents:
                        yield f"{module}: {'.'.join(parts)}"


def test_no_private_name_is_imported_from_outside_its_folder() -> None:
    assert [wrong for module, path in MODULES.items() for wrong in private_imports(module, path)] == []


def test_no_module_needs_itself_to_be_imported() -> None:
    graph = {module: set(imports(path, lazy=False)) - {module} for module, path in MODULES.items()}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        pytest.fail(f"modules import each other: {' -> '.join(error.args[1])}")


def test_only_the_declared_dependencies_are_imported_at_once() -> None:
    """Anything beyond attrs, PyYAML and python-dateutil is an extra, and imported where it is used."""
    import sys

    allowed = {*sys.stdlib_module_names, "newsfacts", "attrs", "attr", "yaml", "dateutil"}
    wrong = []
    for module, path in MODULES.items():
        if module in ("newsfacts.testing", "newsfacts.spark", "newsfacts.highlighting"):
            continue  # for users who have the extra anyway
        tree = source_code.tree(path)
        for node in tree.body:
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module]
                if isinstance(node, ast.ImportFrom) and node.module
                else []
            )
            wrong += [f"{module}: {name}" for name in names if name.split(".")[0] not in allowed]
    assert wrong == []
