"""UIMA CAS in XMI, with its type system in `TypeSystem.xml` next to it; see `newsfacts.formats.cas`.

Which features are references only the type system says: `story.TypeSystem.xml`, `TypeSystem.xml` or `typesystem.xml` in the folder of
the file. Without it, only INCEpTION's own features (`Governor`, `Dependent`, `target`, `next`, `first`) are taken as references.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping

from newsfacts.errors import ReadError
from newsfacts.files import read_bytes
from newsfacts.findings import ProblemList, ReaderCode
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
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.xml_tree import NOT_XML, XmlElement, escaped, is_xml, read_xml
from newsfacts.immutable import FrozenDict
from newsfacts.model import Document
from newsfacts.raw import Loss, RawDocument
from newsfacts.text.source import Place, SourceText, decode

__all__ = ["files", "fits", "losses", "read", "write"]

_XMI = "http://www.omg.org/XMI"
_ID = f"{{{_XMI}}}id"
_CAS = "http:///uima/cas.ecore"
_PLAIN = frozenset({
    "uima.cas.String", "uima.cas.Boolean", "uima.cas.Byte", "uima.cas.Short", "uima.cas.Integer", "uima.cas.Long", "uima.cas.Float",
    "uima.cas.Double", "uima.cas.StringArray", "uima.cas.BooleanArray", "uima.cas.ByteArray", "uima.cas.ShortArray",
    "uima.cas.IntegerArray", "uima.cas.LongArray", "uima.cas.FloatArray", "uima.cas.DoubleArray", "uima.cas.StringList",
    "uima.cas.IntegerList", "uima.cas.FloatList",
})  # fmt: skip
_ALWAYS_REFERENCES = frozenset({"Governor", "Dependent", "target", "next", "first", "sofa"})
_IDS = re.compile(r"\d{1,18}(?> \d{1,18})*")


def fits(sample: Sample) -> bool:
    """Whether a file is XMI with a CAS."""
    return sample.xml_root == "XMI" and _XMI in sample.xml_namespaces and "uima" in sample.beginning


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each view of a file."""
    source, problems = SourceText(text), ProblemList()
    root = read_xml(source, path, problems)
    ranges = type_system(path, problems) if root is not None else {}
    structures: list[FeatureStructure] = []
    sofas: list[Sofa] = []
    for element in root.elements() if root is not None else ():
        if element.namespace == _CAS and element.name == "Sofa":
            text_of_view = element.attributes.get("sofaString")
            elsewhere = element.get("sofaURI") or element.get("sofaArray")
            where = "" if text_of_view is not None else "it is elsewhere" if elsewhere else "the view has none"
            sofas.append(
                Sofa(
                    id=element.get(_ID), name=element.get("sofaID"), text=text_of_view, where=where,
                    start=element.start, end=element.end,
                )
            )  # fmt: skip
        elif not (element.namespace == _CAS and element.name in ("NULL", "View")):
            structures.append(structure_of(element, ranges))
    if root is not None and not sofas:
        problems.add(ReaderCode.CHANGED_TEXT, "this file has no text", Place(path, source, root.start, root.end))
    joined = join_lists(structures)
    yield from CasReader(source, path, mapping, problems, joined).documents(sofas)


def type_name(element: XmlElement) -> str:
    """The name of the type of an element: its namespace `http:///a/b.ecore` and its name are `a.b.Name`."""
    folder = element.namespace.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return element.name if folder in ("", "noNamespace") else f"{folder}.{element.name}"


def structure_of(element: XmlElement, ranges: Mapping[str, bool]) -> FeatureStructure:
    """An element as a structure. `ranges` say whether a feature, by its type and name, is a reference."""
    name = type_name(element)
    values: dict[str, tuple[str, ...]] = {}
    references: dict[str, tuple[str, ...]] = {}
    for key, written in element.attributes.items():
        if key.startswith("{"):
            continue
        is_reference = ranges.get(f"{name}:{key}", key in _ALWAYS_REFERENCES)
        if is_reference and _IDS.fullmatch(written):
            references[key] = tuple(written.split(" "))
        elif written or not is_reference:
            values[key] = (written,)
    for child in element.elements():
        values[child.name] = (*values.get(child.name, ()), child.text)
    return FeatureStructure(
        id=element.get(_ID), type=name, values=values, references=references, start=element.start, end=element.end
    )


_ARRAYS = ("uima.cas.FSArray", "uima.cas.StringArray")


def join_lists(structures: list[FeatureStructure]) -> list[FeatureStructure]:
    """The structures without arrays: a reference to an array is one to each of its elements."""
    arrays = {each.id: each for each in structures if each.type in _ARRAYS}
    if not arrays:
        return structures
    found = []
    for structure in structures:
        if structure.id in arrays:
            continue
        values, references = dict(structure.values), {}
        for key, ids in structure.references.items():
            plain = [value for id in ids if id in arrays for value in arrays[id].values.get("elements", ())]
            targets = [
                target
                for id in ids
                for target in (arrays[id].values.get("elements", ("",))[0].split() if id in arrays else [id])
                if id not in arrays or arrays[id].type == "uima.cas.FSArray"
            ]
            if plain and not targets:
                values[key] = tuple(plain)
            elif targets:
                references[key] = tuple(targets)
        found.append(
            FeatureStructure(
                id=structure.id, type=structure.type, values=values, references=references, start=structure.start, end=structure.end
            )
        )  # fmt: skip
    return found


def type_system(path: str | None, problems: ProblemList) -> Mapping[str, bool]:
    """For each feature of the type system next to a file, by type and name, whether it is a reference."""
    if path is None:
        return FrozenDict()
    folder, name = os.path.split(path)
    stem = name.rpartition(".")[0] or name
    for candidate in (f"{stem}.TypeSystem.xml", f"{stem}-typesystem.xml", "TypeSystem.xml", "typesystem.xml"):
        wanted = os.path.join(folder, candidate)
        if os.path.isfile(wanted):
            try:
                source = SourceText(decode(read_bytes(wanted)).text)
            except (OSError, ReadError):
                continue
            root = read_xml(source, wanted, problems)
            return features_of(root) if root is not None else FrozenDict()
    return FrozenDict()


def features_of(root: XmlElement) -> Mapping[str, bool]:
    """Whether each feature that a type system declares is a reference, also for the types that inherit it."""
    own: dict[str, dict[str, bool]] = {}
    parents: dict[str, str] = {}
    for described in root.descendants("typeDescription"):
        name = child_text(described, "name")
        parents[name] = child_text(described, "supertypeName")
        own[name] = {
            child_text(feature, "name"): is_reference(child_text(feature, "rangeTypeName"))
            for feature in described.descendants("featureDescription")
        }
    strings = {name for name, parent in parents.items() if parent == "uima.cas.String"}
    for described in root.descendants("featureDescription"):
        if child_text(described, "rangeTypeName") in strings:
            for features in own.values():
                if features.get(child_text(described, "name")):
                    features[child_text(described, "name")] = False
    found: dict[str, bool] = {}
    for name in own:
        current, seen = name, set[str]()
        while current in own and current not in seen:
            seen.add(current)
            for feature, is_one in own[current].items():
                found.setdefault(f"{name}:{feature}", is_one)
            current = parents[current]
    return found


def child_text(element: XmlElement, name: str) -> str:
    """The characters of the first element inside of a name."""
    return next((child.text.strip() for child in element.elements(name)), "")


def is_reference(range_name: str) -> bool:
    """Whether the values of a feature of this range are ids."""
    return range_name not in _PLAIN


# -- writing -----------------------------------------------------------------------------------------------------------


def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document a CAS in XML has no place for."""
    yield from marks_of(document, mapping, is_xml).losses
    yield from comment_losses(document)
    for found in NOT_XML.finditer(document.text):
        yield Loss(
            what="a character that XML does not have", words=f"U+{ord(found[0]):04X} at {found.start()}", field="text"
        )


def files(document: Document, path: str, mapping: LabelMapping) -> dict[str, str]:
    """The CAS, and its type system next to it."""
    _, types = structures_of(document, mapping, is_xml)
    return {path: write(document, mapping), f"{path.removesuffix('.xmi')}.TypeSystem.xml": type_system_text(types)}


def write(document: Document, mapping: LabelMapping) -> str:
    """A CAS without its type system."""
    structures, types = structures_of(document, mapping, is_xml)
    features = {each.name: each.features for each in types}
    text = document.text
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xmi:XMI xmlns:xmi="{_XMI}" xmlns:cas="{_CAS}" xmlns:type="http:///newsfacts/type.ecore" xmi:version="2.0">',
        '  <cas:NULL xmi:id="0"/>',
    ]
    lines += [element_text(structure, features[structure.type]) for structure in structures]
    words = attribute(text)
    lines.append(f'  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{words}"/>')
    members = " ".join(structure.id for structure in structures)
    lines += [f'  <cas:View sofa="1" members="{members}"/>', "</xmi:XMI>", ""]
    return "\n".join(lines)


def element_text(structure: FeatureStructure, features: Mapping[str, str]) -> str:
    """A structure as an element. A feature that is a list has an element for each of its values, also where it has only one."""
    attributes = {"xmi:id": structure.id}
    if "begin" in structure.values:
        attributes["sofa"] = "1"
    children = []
    for name, values in structure.values.items():
        if len(values) == 1 and features.get(name) != "values":
            attributes[name] = values[0]
        else:
            children += [f"<{name}>{escaped(NOT_XML.sub(' ', value))}</{name}>" for value in values]
    attributes |= {name: " ".join(ids) for name, ids in structure.references.items()}
    shown = " ".join(f'{name}="{attribute(value)}"' for name, value in attributes.items())
    tag = f"type:{structure.name}"
    return f"  <{tag} {shown}>{''.join(children)}</{tag}>" if children else f"  <{tag} {shown}/>"


def attribute(words: str) -> str:
    """A value between quotation marks; what XML does not have is a space, so that offsets stay as they are."""
    return escaped(NOT_XML.sub(" ", words), quotes=True)


_RANGES = {"value": "uima.cas.String", "values": "uima.cas.StringArray", "references": "uima.cas.FSArray"}


def type_system_text(types: Iterable[TypeDescription]) -> str:
    """The type system as a file."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
        "  <types>",
    ]
    for described in types:
        parent = "uima.cas.TOP" if described.name == HEAD_TYPE else ANNOTATION
        lines += [
            "    <typeDescription>",
            f"      <name>{described.name}</name><description/><supertypeName>{parent}</supertypeName><features>",
        ]
        for name, kind in described.features.items():
            lines.append("        <featureDescription>")
            lines.append(f"          <name>{name}</name><description/><rangeTypeName>{_RANGES[kind]}</rangeTypeName>")
            lines.append("        </featureDescription>")
        lines += ["      </features>", "    </typeDescription>"]
    return "\n".join([*lines, "  </types>", "</typeSystemDescription>", ""])
