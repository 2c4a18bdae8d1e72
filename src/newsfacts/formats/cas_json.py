"""UIMA CAS in JSON (0.4), as INCEpTION and dkpro-cassis read and write it; see `newsfacts.formats.cas`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts.findings import ProblemList
from newsfacts.formats.cas import (
    ANNOTATION,
    HEAD_TYPE,
    CasReader,
    FeatureStructure,
    Sofa,
    TypeDescription,
    marks_of,
    structures_of,
)
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.json_writer import write_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.model import Document
from newsfacts.raw import Loss, RawDocument
from newsfacts.strict_yaml import Mapping, Node, Scalar, Sequence, is_null
from newsfacts.strict_yaml.tables import Shapes, items_of
from newsfacts.text.source import SourceText

__all__ = ["fits", "losses", "read", "write"]

_STRUCTURES, _TYPE, _ID, _ELEMENTS = "%FEATURE_STRUCTURES", "%TYPE", "%ID", "%ELEMENTS"
_SOFA = "uima.cas.Sofa"


def fits(sample: Sample) -> bool:
    """Whether a file has feature structures."""
    return _STRUCTURES in sample.record


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each view of a file."""
    source, problems = SourceText(text), ProblemList()
    shapes = Shapes(problems, path, source)
    expected = f"a CAS is a table with {_STRUCTURES}"
    root = shapes.root(read_json(text), expected, if_empty=expected)
    listed = root.get(_STRUCTURES) if root is not None else None
    if root is not None and listed is None:
        shapes.complain(expected, root)
    nodes: list[tuple[str, Mapping]] = []
    if isinstance(listed, Mapping):
        nodes = [(entry.key.raw, entry.value) for entry in listed.entries if isinstance(entry.value, Mapping)]
    else:
        for node in shapes.tables(listed, _STRUCTURES, "a feature structure", f'{{"{_ID}": 1}}'):
            nodes.append((shapes.text_of(node, _ID), node))
    arrays = {id: node for id, node in nodes if node.get(_ELEMENTS) is not None}
    structures = [structure_of(id, node, arrays) for id, node in nodes if id not in arrays]
    sofas = [sofa_of(id, node) for id, node in nodes if shapes.text_of(node, _TYPE) == _SOFA]
    yield from CasReader(source, path, mapping, problems, structures).documents(sofas)


def structure_of(id: str, node: Mapping, arrays: dict[str, Mapping]) -> FeatureStructure:
    """A structure; a reference to an array is one to each of its elements."""
    values: dict[str, tuple[str, ...]] = {}
    references: dict[str, tuple[str, ...]] = {}
    type_name = ""
    for entry in node.entries:
        key = entry.key.raw
        if key == _TYPE:
            type_name = entry.value.raw if isinstance(entry.value, Scalar) else ""
        elif key.startswith("@"):
            references[key[1:]] = tuple(each for item in words_of(entry.value) for each in elements(item, arrays))
            if key[1:] != "sofa" and is_value_array(entry.value, arrays):
                values[key[1:]] = references.pop(key[1:])
        elif not key.startswith(("%", "^")):
            values[key.lstrip("#")] = tuple(words_of(entry.value))
    return FeatureStructure(id=id, type=type_name, values=values, references=references, start=node.start, end=node.end)


def words_of(node: Node) -> list[str]:
    """The single values of a node."""
    return [item.raw for item in items_of(node) if isinstance(item, Scalar) and not is_null(item)]


def elements(id: str, arrays: dict[str, Mapping]) -> list[str]:
    """The elements of an array, or the id of what is not one."""
    array = arrays.get(id)
    return [id] if array is None else words_of(array.get(_ELEMENTS) or Sequence((), 0, 0))


def is_value_array(node: Node, arrays: dict[str, Mapping]) -> bool:
    """Whether what is referred to is an array of plain values, such as texts or numbers."""
    array = arrays.get(node.raw) if isinstance(node, Scalar) else None
    kind = array.get(_TYPE) if array is not None else None
    return isinstance(kind, Scalar) and not (kind.raw.endswith("[]") or kind.raw == "uima.cas.FSArray")


def sofa_of(id: str, node: Mapping) -> Sofa:
    """A view, with its text."""
    name, text = node.get("sofaID"), node.get("sofaString")
    elsewhere = node.get("sofaURI") is not None or node.get("@sofaArray") is not None
    where = "" if isinstance(text, Scalar) else "it is elsewhere" if elsewhere else "the view has none"
    place = text if isinstance(text, Scalar) else node
    shown = text.raw if isinstance(text, Scalar) and not is_null(text) else None
    return Sofa(
        id=id,
        name=name.raw if isinstance(name, Scalar) else "",
        text=shown,
        where=where,
        start=place.start,
        end=place.end,
    )


def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document a CAS has no place for."""
    yield from marks_of(document, mapping).losses
    yield from comment_losses(document)


def write(document: Document, mapping: LabelMapping) -> str:
    """A CAS with its type system."""
    structures, types = structures_of(document, mapping)
    sofa = {
        _ID: 1,
        _TYPE: _SOFA,
        "sofaNum": 1,
        "sofaID": "_InitialView",
        "mimeType": "text",
        "sofaString": document.text,
    }
    listed: list[dict[str, Any]] = [sofa]
    next_id = 1 + max([1, *(int(structure.id) for structure in structures)])
    kinds = {each.name: each for each in types}
    for structure in structures:
        data, arrays = structure_data(structure, kinds[structure.type], next_id)
        listed += [data, *arrays]
        next_id += len(arrays)
    members = [int(structure.id) for structure in structures]
    return (
        write_json(
            {
                "%TYPES": {each.name: type_data(each) for each in types},
                _STRUCTURES: listed,
                "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
            },
            indent=2,
        )
        + "\n"
    )


_RANGES = {"value": "uima.cas.String", "values": "uima.cas.String[]", "references": "uima.cas.TOP[]"}


def type_data(described: TypeDescription) -> dict[str, Any]:
    """The declaration of a type."""
    parent = "uima.cas.TOP" if described.name == HEAD_TYPE else ANNOTATION
    features = {name: {"%NAME": name, "%RANGE": _RANGES[kind]} for name, kind in described.features.items()}
    return {"%NAME": described.name, "%SUPER_TYPE": parent, **features}


def structure_data(
    structure: FeatureStructure, described: TypeDescription, next_id: int
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A structure as data, and the arrays that it refers to."""
    data: dict[str, Any] = {_ID: int(structure.id), _TYPE: structure.type}
    arrays: list[dict[str, Any]] = []
    if "begin" in structure.values:
        data |= {"@sofa": 1, "begin": int(structure.value("begin")), "end": int(structure.value("end"))}
    for name, values in structure.values.items():
        if described.features.get(name) == "values":
            arrays.append({_ID: next_id + len(arrays), _TYPE: "uima.cas.StringArray", _ELEMENTS: list(values)})
            data[f"@{name}"] = arrays[-1][_ID]
        elif name in described.features:
            data[name] = values[0]
    for name, ids in structure.references.items():
        arrays.append({_ID: next_id + len(arrays), _TYPE: "uima.cas.FSArray", _ELEMENTS: [int(id) for id in ids]})
        data[f"@{name}"] = arrays[-1][_ID]
    return data, arrays
