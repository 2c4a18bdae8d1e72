"""The outline of a file: annotations by nesting, and the tables of its YAML."""

from __future__ import annotations

from newsfacts import strict_yaml
from newsfacts.editor.analysis import Analysis
from newsfacts.enums import WordEnum
from newsfacts.immutable import frozen
from newsfacts.model import Count, Time
from newsfacts.reviewing.written import Marked
from newsfacts.text.printable import printable, shorten
from newsfacts.text.spans import Span
from newsfacts.view.describing import in_words

__all__ = ["Symbol", "SymbolKind", "symbols"]

MAX_NAME = 50
"""How many characters of the words of an annotation are in the outline."""

MAX_DEPTH = 2
"""How many levels of YAML are in the outline: the keys of a file, and what is in their tables."""


class SymbolKind(WordEnum):
    """What a line of the outline is."""

    SECTION = "section"
    THING = "thing"
    ANNOTATION = "annotation"
    VALUE = "value"


@frozen(kw_only=True)
class Symbol:
    """One line of the outline. `span` has everything that belongs to it, `name_span` what is jumped to."""

    name: str
    detail: str
    kind: SymbolKind
    span: Span
    name_span: Span
    children: tuple[Symbol, ...] = ()


def symbols(analysis: Analysis) -> list[Symbol]:
    """The outline: the YAML of the file, and then the annotations, each with those inside it."""
    return [*in_yaml(analysis.head.node, analysis, 1), *of_annotations(analysis)]


def in_yaml(node: strict_yaml.Node | None, analysis: Analysis, depth: int) -> list[Symbol]:
    """The entries of a table, with those in their tables."""
    found: list[Symbol] = []
    for entry in node.entries if isinstance(node, strict_yaml.Mapping) else ():
        name, value = analysis.head.range_of(entry.key), analysis.head.range_of(entry.value)
        if entry.key.raw == "annotations":
            continue
        scalar = entry.value if isinstance(entry.value, strict_yaml.Scalar) else None
        children = in_yaml(entry.value, analysis, depth + 1) if depth < MAX_DEPTH else []
        found.append(
            Symbol(
                name=printable(entry.key.raw) or "?",
                detail=shorten(printable(scalar.raw), MAX_NAME) if scalar is not None else label(entry.value),
                kind=SymbolKind.SECTION if depth == 1 else SymbolKind.THING,
                span=Span(name.start, max(name.end, value.end)),
                name_span=name,
                children=tuple(children),
            )
        )
    return found


def label(node: strict_yaml.Node) -> str:
    """The name of what a table describes."""
    for key in ("name", "label", "description", "doc"):
        value = node.get(key) if isinstance(node, strict_yaml.Mapping) else None
        if isinstance(value, strict_yaml.Scalar):
            return shorten(printable(value.raw), MAX_NAME)
    return ""


def of_annotations(analysis: Analysis) -> list[Symbol]:
    """The annotations of a document, each with those that are nested in it."""
    if analysis.document is None or not analysis.marked:
        return []
    parents = analysis.document.parents
    children: dict[int, list[Symbol]] = {}
    for marked in reversed(analysis.marked):  # what is inside comes after what it is inside
        inside = tuple(reversed(children.pop(marked.number, [])))
        children.setdefault(parents[marked.number], []).append(of_annotation(marked, inside, analysis))
    return list(reversed(children.get(-1, [])))


def of_annotation(marked: Marked, inside: tuple[Symbol, ...], analysis: Analysis) -> Symbol:
    """One annotation, its words and what they are read as."""
    annotation = marked.annotation
    detail = f"#{annotation.id}" if annotation.id is not None else ""
    if isinstance(annotation, Count | Time):
        detail = f"{detail} = {in_words(annotation.value, analysis.policy)}".strip()
    whole = marked.whole
    for child in inside:
        whole = Span(min(whole.start, child.span.start), max(whole.end, child.span.end))
    return Symbol(
        name=f"{annotation.KIND}: {shorten(printable(annotation.text), MAX_NAME)}",
        detail=detail,
        kind=SymbolKind.VALUE if isinstance(annotation, Count | Time) else SymbolKind.ANNOTATION,
        span=whole,
        name_span=marked.words,
        children=inside,
    )
