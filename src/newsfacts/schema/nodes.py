"""Reading the nodes of a schema file: what is missing, unknown or of the wrong shape is a finding with its place."""

from __future__ import annotations

from collections.abc import Iterable

from newsfacts import strict_yaml
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.text.source import Place, SourceText
from newsfacts.text.suggestions import suggestion

__all__ = ["NodeReader"]


class NodeReader:
    """Reads nodes of one file and gathers what is wrong with them in `problems`."""

    def __init__(self, path: str | None, source: SourceText, problems: ProblemList) -> None:
        self.path = path
        self.source = source
        self.problems = problems

    def complain(self, message: str, node: strict_yaml.Node, help: str | None = None) -> None:
        """Add a problem at a node."""
        self.problems.add(
            ReaderCode.UNUSABLE_SCHEMA, message, Place(self.path, self.source, node.start, node.end), help=help
        )

    def refuse_unknown(self, node: strict_yaml.Mapping, known: Iterable[str], what: str) -> None:
        """Complain of every key that is not known."""
        for entry in node.entries:
            if entry.key.raw not in known:
                message = f"{what} has no {entry.key.raw!r}{suggestion(entry.key.raw, known)}"
                self.complain(message, entry.key, f"it has {', '.join(sorted(known))}")

    def tables(
        self, node: strict_yaml.Node | None, what: str
    ) -> Iterable[tuple[strict_yaml.Scalar, strict_yaml.Mapping]]:
        """The tables in a table, each with its name; nothing beside a name is an empty table."""
        if node is None or strict_yaml.is_null(node):
            return
        if not isinstance(node, strict_yaml.Mapping):
            self.complain(f"{what!r} is a table of names", node)
            return
        for entry in node.entries:
            if isinstance(entry.value, strict_yaml.Mapping):
                yield entry.key, entry.value
            elif strict_yaml.is_null(entry.value):
                yield entry.key, strict_yaml.Mapping((), entry.key.start, entry.key.end)
            else:
                self.complain(f"{entry.key.raw!r} in {what} is not a table", entry.value)

    def items(self, node: strict_yaml.Node | None, what: str) -> Iterable[strict_yaml.Mapping]:
        """The tables in a list."""
        if node is None or strict_yaml.is_null(node):
            return
        if not isinstance(node, strict_yaml.Sequence):
            self.complain(f"{what!r} is a list", node)
            return
        for item in node.items:
            if isinstance(item, strict_yaml.Mapping):
                yield item
            else:
                self.complain(f"an entry of {what} is a table", item)

    def text_of(self, node: strict_yaml.Mapping, key: str, default: str = "") -> str:
        """The text beside a key."""
        found = node.get(key)
        if found is None:
            return default
        if isinstance(found, strict_yaml.Scalar):
            return found.raw
        self.complain(f"{key!r} is a single value", found)
        return default

    def flag(self, node: strict_yaml.Mapping, key: str) -> bool:
        """The yes or no beside a key; no where it is not written."""
        written = self.text_of(node, key, "no")
        if written not in ("yes", "true", "no", "false"):
            self.complain(f"{key!r} is yes or no, not {written!r}", node.get(key) or node)
        return written in ("yes", "true")
