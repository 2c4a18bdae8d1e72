"""Mutants: copies of a module with one small mistake in each, made by the operators of mutmut."""

from __future__ import annotations

import ast
import difflib
import inspect
import marshal
import random
from pathlib import Path
from types import CodeType

import attrs
import libcst as cst
from libcst.metadata import MetadataWrapper
from mutmut.mutation.file_mutation import Mutation, MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import get_ignored_lines

SOURCES = Path(__file__).parents[1] / "src" / "newsfacts"


@attrs.frozen
class Mutant:
    """One mistake: in which module and function, on which line, and what the lines are without and with it."""

    module: str
    """A path under `src/newsfacts` without its suffix: `text/spans`."""
    place: str
    """The name of the function, method or class around it; empty for the module itself."""
    line: int
    old: str
    new: str
    source: str = attrs.field(repr=False, eq=False)
    """The whole module with the mistake."""
    function: str
    """The function or method that has other code; empty where the mistake is not inside one function."""
    code: CodeType | None = attrs.field(repr=False, eq=False)
    """The code of that function."""

    @property
    def path(self) -> Path:
        return path_of(self.module)

    @property
    def name(self) -> str:
        """The name under which Python imports the module."""
        return ".".join(["newsfacts", *self.module.split("/")])

    def __str__(self) -> str:
        heading = f"{self.module}.py:{self.line} {self.place or '(module)'}"
        removed = "".join(f"\n  - {line}" for line in self.old.splitlines())
        return heading + removed + "".join(f"\n  + {line}" for line in self.new.splitlines())


class Places(MutationVisitor):  # type: ignore[misc]  # mutmut is installed by those who run this
    """Where mutmut's operators apply. Unlike in mutmut, functions with decorators count: many readers are cached properties.

    `__all__` does not: ruff looks at it.
    """

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef):
            return False
        if (
            isinstance(node, cst.Assign)
            and isinstance(name := node.targets[0].target, cst.Name)
            and name.value == "__all__"
        ):
            return True
        return bool(super()._skip_node_and_children(node))


def path_of(module: str) -> Path:
    """The file of a module."""
    return SOURCES / f"{module}.py"


def sample(module: str, seed: int, number: int | None) -> list[Mutant]:
    """So many mutants of a module, or all of them, in an order that follows from the seed.

    Mutants that compile to the code of the module itself (in docstrings, say) are left out, and so are second ones that are alike.
    """
    source = path_of(module).read_text(encoding="utf-8")
    tree, mutations = _mutations(module, source)
    random.Random(f"{seed} {module}").shuffle(mutations)
    unchanged = _compiled(source, module)
    assert unchanged is not None
    seen = {_plain(unchanged)}
    found: list[Mutant] = []
    for mutation in mutations:
        if len(found) == number:
            break
        changed = tree.deep_replace(mutation.original_node, mutation.mutated_node)
        assert isinstance(changed, cst.Module)
        code = _compiled(changed.code, module)
        if code is not None and _plain(code) not in seen:
            seen.add(_plain(code))
            function = _only_difference(unchanged, code)
            found.append(_mutant(module, source, changed.code, function))
    return found


def _mutations(module: str, source: str) -> tuple[cst.Module, list[Mutation]]:
    wrapper = MetadataWrapper(cst.parse_module(source))
    places = Places(mutation_operators, get_ignored_lines(module, source, wrapper))
    return wrapper.visit(places), places.mutations


def _compiled(source: str, module: str) -> CodeType | None:
    """None for what Python does not compile."""
    try:
        code = compile(source, str(path_of(module)), "exec", dont_inherit=True)
    except SyntaxError:
        return None
    assert isinstance(code, CodeType)
    return code


def _plain(code: CodeType) -> bytes:
    """The code without the numbers of its lines, to compare it."""
    return marshal.dumps(_without_lines(code))


def _without_lines(code: CodeType) -> CodeType:
    inner = tuple(_without_lines(value) if isinstance(value, CodeType) else value for value in code.co_consts)
    return code.replace(co_consts=inner, co_linetable=b"", co_firstlineno=1)


def _only_difference(one: CodeType, other: CodeType) -> CodeType | None:
    """The code of the function in `other` that alone differs from that in `one`; None where there is more to it."""
    if one.co_flags & inspect.CO_NEWLOCALS:
        return other if one.co_freevars == other.co_freevars and "<lambda>" not in one.co_name else None
    inner, others = ([value for value in code.co_consts if isinstance(value, CodeType)] for code in (one, other))
    if len(inner) != len(others) or _plain(_without_inner(one)) != _plain(_without_inner(other)):
        return None
    differing = [(a, b) for a, b in zip(inner, others, strict=True) if _plain(a) != _plain(b)]
    return _only_difference(*differing[0]) if len(differing) == 1 else None


def _without_inner(code: CodeType) -> CodeType:
    return code.replace(co_consts=tuple(value for value in code.co_consts if not isinstance(value, CodeType)))


def _mutant(module: str, old: str, new: str, function: CodeType | None) -> Mutant:
    before, after = old.splitlines(), new.splitlines()
    changes = [item for item in difflib.SequenceMatcher(None, before, after, False).get_opcodes() if item[0] != "equal"]
    start, end = changes[0][1], changes[-1][2]
    removed, added = before[start:end], after[changes[0][3] : changes[-1][4]]
    name = function.co_qualname if function else ""
    return Mutant(module, _place(old, start + 1), start + 1, _lines(removed), _lines(added), new, name, function)


def _lines(lines: list[str]) -> str:
    return "\n".join(line.strip() for line in lines)


def _place(code: str, line: int) -> str:
    """The names of the definitions around a line."""
    names = []
    body: list[ast.stmt] = ast.parse(code).body
    while inner := [node for node in body if node.lineno <= line <= (node.end_lineno or 0)]:
        if not isinstance(inner[0], ast.FunctionDef | ast.ClassDef):
            break
        names.append(inner[0].name)
        body = inner[0].body
    return ".".join(names)
