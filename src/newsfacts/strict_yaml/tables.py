"""The shapes that nodes must have: tables, lists and single values. What has another shape is a problem with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsfacts.findings import Applicability, Edit, Fix, ProblemList, ReaderCode
from newsfacts.strict_yaml.nodes import Entry, Mapping, Node, Scalar, Sequence, is_null
from newsfacts.strict_yaml.yaml_1_1 import taken_otherwise
from newsfacts.text.source import Place, SourceText
from newsfacts.text.suggestions import suggestion

if TYPE_CHECKING:
    from newsfacts.strict_yaml.reader import ParsedYaml

__all__ = ["Shapes", "items_of"]

_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


class Shapes:
    """Reads the nodes of one file.

    `problems` grows; offsets of nodes count from `offset` of `source`. `code` is reported for what has the wrong shape.
    """

    def __init__(
        self,
        problems: ProblemList,
        path: str | None,
        source: SourceText,
        offset: int = 0,
        code: ReaderCode = ReaderCode.BROKEN_YAML,
    ) -> None:
        self.problems = problems
        self.path = path
        self.source = source
        self.offset = offset
        self.code = code

    def place(self, node: Node) -> Place:
        """Where a node is in the file."""
        return Place(self.path, self.source, self.offset + node.start, self.offset + node.end)

    def report(
        self, code: ReaderCode, message: str, node: Node, help: str | None = None, fix: Fix | None = None
    ) -> None:
        """Add a problem at a node."""
        self.problems.add(code, message, self.place(node), help=help, fix=fix)

    def complain(self, message: str, node: Node, help: str | None = None) -> None:
        """Add a problem of the file's own code at a node."""
        self.report(self.code, message, node, help)

    def root(self, parsed: ParsedYaml, expected: str, help: str | None = None, *, if_empty: str = "") -> Mapping | None:
        """The table that a file consists of, with the problems of reading it. None where it is something else or nothing.

        `expected` says what was expected instead of something else, and `if_empty` instead of nothing.
        """
        for found in parsed.problems:
            place = Place(self.path, self.source, self.offset + found.start, self.offset + found.end)
            self.problems.add(found.code, found.message, place, help=found.help)
        node = parsed.node
        if isinstance(node, Mapping):
            return node
        if node is not None:
            self.complain(expected, node, help)
        elif if_empty and not parsed.problems:
            self.complain(if_empty, Mapping((), 0, 0), help)
        return None

    # -- tables and lists
    def refuse_unknown(self, node: Mapping, known: Iterable[str], what: str) -> None:
        """Report every key that is not known. `what` has the known ones."""
        for entry in node.entries:
            if entry.key.raw not in known:
                message = f"{what} has no {entry.key.raw!r}{suggestion(entry.key.raw, known)}"
                self.complain(message, entry.key, f"it has {', '.join(sorted(known))}")

    def named_tables(
        self, node: Node | None, key: str, what: str, example: str, *, of: str = "names", or_nothing: bool = False
    ) -> Iterator[Entry]:
        """The tables of the table `key`, each with its name. `what` is one of them, `example` how one is written.

        Where `or_nothing`, a name with nothing after it has an empty table.
        """
        if node is None or is_null(node):
            return
        if not isinstance(node, Mapping):
            self.complain(f"{key!r} is a table of {of}", node, f"write {key}: {{some-{of[:-1]}: {example}}}")
            return
        for entry in node.entries:
            if isinstance(entry.value, Mapping):
                yield entry
            elif or_nothing and is_null(entry.value):
                yield Entry(entry.key, Mapping((), entry.key.start, entry.key.end))
            else:
                name = entry.key.raw
                self.complain(f"the {what} {name!r} is not a table of fields", entry.value, f"write {name}: {example}")

    def tables(self, node: Node | None, key: str, what: str, example: str) -> Iterator[Mapping]:
        """The tables in the list `key`. `what` is one of them, `example` how one is written."""
        if node is None or is_null(node):
            return
        if not isinstance(node, Sequence):
            self.complain(f"{key!r} is a list", node, f"write {key}: [{example}]")
            return
        for item in node.items:
            if isinstance(item, Mapping):
                yield item
            else:
                self.complain(f"{what} is a table", item, f"write {example}")

    # -- single values
    def word(self, node: Node) -> str:
        """A single value as it is written, so that 007 and 10:30 stay what they are; empty, with a problem, for others."""
        if isinstance(node, Scalar):
            return node.raw
        what = "table" if isinstance(node, Mapping) else "list"
        self.report(ReaderCode.UNREADABLE_VALUE, f"a single value is needed here, not a {what}", node)
        return ""

    def words(self, node: Node) -> str | list[str]:
        """A single value or a list of single values, as written."""
        return [self.word(item) for item in node.items] if isinstance(node, Sequence) else self.word(node)

    def text_of(self, node: Mapping, key: str, default: str = "") -> str:
        """The single value of a key."""
        found = node.get(key)
        if found is None:
            return default
        if isinstance(found, Scalar):
            return found.raw
        self.complain(f"{key!r} is a single value", found)
        return default

    def flag(self, node: Mapping, key: str) -> bool:
        """The yes or no of a key; no where it is not written."""
        written = self.text_of(node, key, "no")
        if written not in _TRUTH:
            self.complain(f"{key!r} is yes or no, not {written!r}", node.get(key) or node)
        return _TRUTH.get(written, False)

    def remark_on_scalar(self, node: Node) -> None:
        """Remark on a plain word that is text here and something else to other readers of YAML."""
        if not isinstance(node, Scalar):
            return
        otherwise = taken_otherwise(node.raw)
        if otherwise is None:
            return
        where = self.place(node)
        if where.words == node.raw:  # and not between quotation marks already
            edit = Edit(where.start, where.end, f'"{node.raw}"')
            self.report(
                ReaderCode.AMBIGUOUS_SCALAR,
                f"“{node.raw}” is text here, but other readers of YAML take it for {otherwise}",
                node,
                "put it between quotation marks",
                Fix("put it between quotation marks", (edit,), Applicability.SAFE),
            )


def items_of(node: Node | None) -> tuple[Node, ...]:
    """The items of a list, or the one value; nothing for nothing."""
    if node is None or is_null(node):
        return ()
    return node.items if isinstance(node, Sequence) else (node,)
