"""Hypothesis strategies and helpers for testing your own schemas, rules and formats.

    from hypothesis import given
    from newsfacts.testing import documents

    @given(documents(my_schema))
    def test_my_format_loses_nothing(document): ...

Needs Hypothesis: `pip install 'newsfacts[testing]'`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs

try:
    from hypothesis import assume
    from hypothesis import strategies as st
except ModuleNotFoundError as _error:
    message = "newsfacts.testing needs Hypothesis: pip install 'newsfacts[testing]'"
    raise ModuleNotFoundError(message, name=_error.name) from _error

from newsfacts import strict_yaml
from newsfacts.building.builder import build
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, check
from newsfacts.documents import read_file
from newsfacts.findings import ReaderCode
from newsfacts.formats import get_format
from newsfacts.model import Document, EntityKind
from newsfacts.raw import Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.rules import Context, Rule
from newsfacts.schema.kinds import Field, FieldType, Kind, Schema
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["annotated_texts", "documents", "texts", "wrong_examples"]

_SPECIAL = (
    "[",
    "]",
    "{",
    "}",
    "\\",
    "{%",
    "%}",
    "]{",
    "[sic]",
    "\n\n",
    "\r\n",
    "\r",
    "---\n",
    "“",
    "”",
    "'",
    '"',
    "\t",
    "é",
    "😀",
    "👩‍👩‍👧",
    "مرحبا",
    "40",
    " ",
)
_ENTITIES = ("putin", "xi", "sco", "envoy")
_MEASURES = ("meetings", "killed")
_EVENTS = ("founding", "summit")
_QUANTITIES = ("40", "~40", ">=12", "18..25", "4.2%")
_PRINTED = st.characters(codec="ascii", exclude_categories=["C"])
_TIMES = ("2024", "2024-07", "2024-07-04", "2001-06-15/2002-01-01")


def texts(min_size: int = 0, max_size: int = 12) -> st.SearchStrategy[str]:
    """Texts in which everything that could be taken for markup, or that offsets get wrong, is common."""
    piece = st.sampled_from(_SPECIAL) | st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=6
    )
    return st.lists(piece, min_size=min_size, max_size=max_size).map("".join)


def annotated_texts() -> st.SearchStrategy[str]:
    """Texts in the notation, well formed or not."""
    block = st.sampled_from(
        ("]{.claim}", "]{.quote by=putin}", "]{.cue}", "]{ref=xi}", "]{.count value=~40}", "]{cont=q}", "]{.claim #q}", "]{.nonsense}",
         "]{.attribution", "]{by=\"x", "{% ignore N02: why %}", "{% note %}")
    )  # fmt: skip
    return st.lists(texts(max_size=3) | block | st.just("["), max_size=20).map("".join)


_Found = tuple[Kind, int, int]


@attrs.define
class _Node:
    """A piece of text: words, or a kind over other pieces."""

    kind: Kind | None
    words: str
    children: Sequence[_Node] = ()


def _nodes(schema: Schema) -> st.SearchStrategy[_Node]:
    words = st.builds(lambda text: _Node(None, text), texts(min_size=1, max_size=3).filter(bool))
    kinds = st.sampled_from(list(schema))
    return st.recursive(
        words,
        lambda inner: st.builds(
            lambda kind, inside: _Node(kind, "", inside), kinds, st.lists(inner, min_size=1, max_size=3)
        ),
        max_leaves=10,
    )


def wrong_examples(rule: Rule, schema: Schema | None = None) -> list[str]:
    """A line for each example of a rule of which the rule does not say what the example states; empty where all are right."""
    wrong: list[str] = []
    for example in (*rule.VALID, *rule.INVALID):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {
                **example.files,
                f"example{get_format(example.format).endings[0]}": example.text,
            }.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode("utf-8", "surrogateescape"))
            document = next(read_file(path, schema=schema, format=example.format))
            context = Context(policy=Configuration().value_policy(), options={rule.code: example.options})
            found = check(document, Plan.of_rules([rule], context)).findings
        said = [(finding.words, finding.message) for finding in found if finding.code == rule.code]
        stated = [] if example.message is None else [(example.at, example.message)]
        if said != stated:
            wrong.append(f"{rule.code}: of {example.text!r} it says {said}, and not {stated}")
    return wrong


@st.composite
def documents(draw: st.DrawFn, schema: Schema | None = None) -> Document:
    """Valid documents with annotations of every kind of a schema, whose fields hold valid values and references."""
    chosen = schema or Schema.core()
    pieces: list[str] = []
    found: list[_Found] = []
    length = 0

    def lay_out(node: _Node) -> None:
        nonlocal length
        if node.kind is None:
            pieces.append(node.words)
            length += len(node.words)
            return
        number = len(found)
        found.append((node.kind, length, length))
        for child in node.children:
            lay_out(child)
        found[number] = (node.kind, found[number][1], length)

    for node in draw(st.lists(_nodes(chosen), max_size=5)):
        lay_out(node)
    text = "".join(pieces)
    plain = next(kind for kind in chosen if not any(field.required for field in kind.fields.values()))
    for number in range(len(found) - 1, -1, -1):
        kind, start, end = found[number]
        if any(field.required and not _values(field, _later(field, number, found)) for field in kind.fields.values()):
            found[number] = (plain, start, end)
    raws = [
        RawAnnotation(kind.name, (Span(start, end),), 0, 0, id=RawAttribute(f"a{number}", 0, 0))
        for number, (kind, start, end) in enumerate(found)
    ]
    for number, (kind, _, _) in enumerate(found):
        raws[number].attributes = draw(_attributes(kind, number, found))
    metadata = strict_yaml.read_yaml(strict_yaml.write_yaml(draw(_metadata()))).node
    origin = Origin(path=None, source=SourceText(""))
    raw = RawDocument(text=text, origin=origin, annotations=raws, metadata=metadata)
    document = build(raw, chosen)
    assume(not any(problem.code == ReaderCode.CYCLIC_REFERENCE for problem in document.problems))
    assert not document.problems, document.problems
    return attrs.evolve(document, origin=None)


@st.composite
def _metadata(draw: st.DrawFn) -> dict[str, Any]:
    kinds = st.sampled_from([str(kind.value) for kind in EntityKind])
    names = st.text(st.characters(categories=["L", "Nd", "Zs", "P"]), min_size=1, max_size=12)
    values: dict[str, Any] = {
        "newsfacts": 1,
        "entities": {id: {"name": draw(names), "kind": draw(kinds)} for id in _ENTITIES},
        "measures": {id: {"label": draw(names), "unit": "meeting"} for id in _MEASURES},
        "events": {id: {"label": draw(names), "time": draw(st.sampled_from(_TIMES))} for id in _EVENTS},
    }
    if draw(st.booleans()):
        values["title"] = draw(names)
    if draw(st.booleans()):
        values["published"] = draw(st.sampled_from(("2024-07-04", "2024-07-04T15:30:00+05:00")))
    return values


@st.composite
def _attributes(draw: st.DrawFn, kind: Kind, number: int, found_kinds: Sequence[_Found]) -> dict[str, RawAttribute]:
    """Values for some fields of a kind. References go only to later annotations, so that no cycle comes about."""
    found: dict[str, RawAttribute] = {}
    for key, field in kind.fields.items():
        if not (field.required or draw(st.integers(0, 3)) == 0):
            continue
        if field.pattern is not None and not field.many:
            found[key] = RawAttribute(draw(st.from_regex(field.pattern, fullmatch=True, alphabet=_PRINTED)), 0, 0)
            continue
        values = _values(field, _later(field, number, found_kinds))
        if values:
            chosen = (
                draw(st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True))
                if field.many
                else [draw(st.sampled_from(values))]
            )
            found[key] = RawAttribute(chosen if field.many else chosen[0], 0, 0)
    return found


def _later(field: Field, number: int, found: Sequence[_Found]) -> list[str]:
    """The ids of later annotations that a field may name."""
    return [f"a{later}" for later in range(number + 1, len(found)) if issubclass(found[later][0].cls, field.targets)]


def _values(field: Field, annotations: Sequence[str]) -> Sequence[str]:
    if field.choices:
        return list(field.choices)
    if field.pattern is not None:
        return () if field.many else (field.pattern,)
    found: list[str] = []
    for field_type in field.types:
        found += {
            FieldType.TEXT: ["plain", "two words", 'with "marks" and \\', "é😀"] if not field.many else ["plain", "é😀"],
            FieldType.YES_NO: ["yes", "no"], FieldType.INTEGER: ["0", "40", "-3"], FieldType.DECIMAL: ["4", "3.5"],
            FieldType.QUANTITY: _QUANTITIES, FieldType.TIME: _TIMES, FieldType.DATE: ["2024-07-04"],
            FieldType.URL: ["https://example.org/a?b=c"], FieldType.ENTITY: _ENTITIES, FieldType.MEASURE: _MEASURES,
            FieldType.EVENT: _EVENTS, FieldType.ANNOTATION: annotations,
        }.get(field_type, ())  # fmt: skip
    return found
