"""What UIMA's CAS in XMI and in JSON have in common: feature structures as annotations and relations, and back.

The label of an annotation is its type, by its last part (`webanno.custom.Claim` is `Claim`) unless a mapping names it in full.
Features are attributes; features that refer to annotations, and INCEpTION's slots, are relations by their names or roles; a
structure with `Governor` and `Dependent` is a relation. Offsets are UTF-16 units, as in Java. Tokens, sentences and what else
DKPro's pipelines add are not facts: each such layer is one loss.
Sources: UIMA references (XMI, CAS JSON 0.4), the type systems of INCEpTION and DKPro Core.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from newsfacts.building.written import written_metadata
from newsfacts.errors import UnreadableValue
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.heads import head_of
from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.mapping import OWN, LabelMapping
from newsfacts.formats.marking import Gaps, Limits, Marked, marked
from newsfacts.formats.marks import Marks
from newsfacts.immutable import FrozenDict, define, frozen
from newsfacts.model import Document
from newsfacts.raw import Origin, RawDocument
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = [
    "ANNOTATION",
    "HEAD_TYPE",
    "CasReader",
    "FeatureStructure",
    "Sofa",
    "TypeDescription",
    "marks_of",
    "structures_of",
]

ANNOTATION = "uima.tcas.Annotation"
DOCUMENT = "uima.tcas.DocumentAnnotation"
HEAD_TYPE = "newsfacts.type.newsfacts_head"
"""The type of the structure that has the head of a document, as JSON."""

NAMESPACE = "newsfacts.type."

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_SEGMENTATION = re.compile(
    r"de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:segmentation|lexmorph|syntax|morph|metadata|parameter)\..*"
)
_BASE_FEATURES = frozenset({"begin", "end", "sofa"})
_METADATA = "DocumentMetaData"


@frozen(kw_only=True)
class FeatureStructure:
    """One structure: plain values and references by feature, and its range in the file."""

    id: str
    type: str
    values: Mapping[str, tuple[str, ...]] = FrozenDict()
    references: Mapping[str, tuple[str, ...]] = FrozenDict()
    start: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """The last part of the type."""
        return self.type.rpartition(".")[2]

    def value(self, feature: str) -> str:
        """The only value of a feature; empty where there is none."""
        found = self.values.get(feature, ())
        return found[0] if len(found) == 1 else ""

    def reference(self, feature: str) -> str:
        """The first id that a feature refers to; empty where there is none."""
        found = self.references.get(feature, ())
        return found[0] if found else ""


@frozen(kw_only=True)
class Sofa:
    """One view of the data: its name, its text where the file has it, and the range of the text in the file."""

    id: str
    name: str
    text: str | None
    where: str = ""
    start: int = 0
    end: int = 0


class CasReader:
    """Turns the structures of a file into documents, one for each view with a text."""

    def __init__(
        self,
        source: SourceText,
        path: str | None,
        mapping: LabelMapping,
        problems: ProblemList,
        structures: Sequence[FeatureStructure],
    ) -> None:
        self.source = source
        self.path = path
        self.mapping = mapping
        self.problems: ProblemList = problems
        self.structures = structures
        self.has_text: bool = True
        self.by_id: dict[str, FeatureStructure] = {structure.id: structure for structure in structures}

    def documents(self, sofas: Sequence[Sofa]) -> Iterator[RawDocument]:
        """The documents, those of views without annotations only where there is no other."""
        used = {structure.reference("sofa") for structure in self.structures if structure.type != DOCUMENT}
        chosen = (
            [sofa for sofa in sofas if sofa.text and sofa.id in used]
            or [sofa for sofa in sofas if sofa.text]
            or sofas[:1]
        )
        for sofa in chosen or [Sofa(id="", name="", text=None)]:
            yield self.document(sofa)
            self.problems = ProblemList()  # those of the file belong to its first document

    def document(self, sofa: Sofa) -> RawDocument:
        """The document of one view."""
        marks = Marks(self.source, self.path, sofa.text or "", self.mapping, self.problems)
        self.has_text = not sofa.where
        if sofa.where:
            message = f"the text of the view {sofa.name} is not in this file: {sofa.where}"
            marks.report(ReaderCode.CHANGED_TEXT, message, sofa.start, sofa.end)
        text = SourceText(marks.text)
        layers: dict[str, int] = {}
        fields: dict[str, Any] = {}
        head: dict[str, Any] = {}
        for structure in self.structures:
            if structure.type == HEAD_TYPE:
                parsed = read_json(structure.value("json"))
                fields = {"metadata": parsed.node} if parsed.node is not None and not parsed.problems else {}
            elif "begin" not in structure.values or (structure.reference("sofa") or sofa.id) != sofa.id:
                continue
            elif structure.type == DOCUMENT or structure.name == _METADATA:
                head |= self.head(structure)
            elif _SEGMENTATION.fullmatch(structure.type):
                layers[structure.type] = layers.get(structure.type, 0) + 1
            else:
                self.annotation(structure, marks, text)
        for layer, count in layers.items():
            marks.lose(f"the layer {layer}", f"{count:,} annotations", 0, 0)
        if not fields:
            fields = head_of(head)
        origin = Origin(path=self.path, source=self.source, text_range=(sofa.start, sofa.end))
        return marks.document(origin=origin, **fields)

    def head(self, structure: FeatureStructure) -> dict[str, Any]:
        """The language and the title that the structures about the whole document have."""
        found = {}
        language, title = structure.value("language"), structure.value("documentTitle")
        if language and language != "x-unspecified":
            found["language"] = language
        if title and not title.lower().endswith((".txt", ".xmi", ".json")):
            found["title"] = title
        return found

    def annotation(self, structure: FeatureStructure, marks: Marks, text: SourceText) -> None:
        """One annotation, or one relation between two."""
        if structure.reference("Governor") and structure.reference("Dependent"):
            self.relation(structure, marks)
            return
        span = self.span(structure, marks, text) if self.has_text else None
        label = structure.type if structure.type in self.mapping.labels else structure.name
        marks.mark(
            structure.id, label, (span,) if span is not None else (), structure.start, structure.end, keeps_id=False
        )
        marks.without_words.add(structure.id)
        for feature, values in structure.values.items():
            if feature not in _BASE_FEATURES:
                for value in values:
                    marks.attribute(structure.id, feature, value, structure.start, structure.end)
        for feature, ids in structure.references.items():
            if feature != "sofa":
                for id in ids:
                    self.reference(structure, feature, id, marks)

    def span(self, structure: FeatureStructure, marks: Marks, text: SourceText) -> Span | None:
        """The span of an annotation in code points; None, with a problem, for one outside the text."""
        try:
            first, last = int(structure.value("begin")), int(structure.value("end"))
        except ValueError:
            marks.report(
                ReaderCode.SPAN_OUTSIDE_TEXT, "begin and end are whole numbers", structure.start, structure.end
            )
            return None
        try:
            return marks.span(text.from_utf16(first), text.from_utf16(last), structure.start, structure.end)
        except UnreadableValue as error:
            message = f"the span {first}..{last} lies outside the text: {error.reason}"
            marks.report(ReaderCode.SPAN_OUTSIDE_TEXT, message, structure.start, structure.end)
            return None

    def relation(self, structure: FeatureStructure, marks: Marks) -> None:
        """A structure that only joins two annotations."""
        name = structure.value("value") if structure.value("value") in self.mapping.relations else structure.name
        source, target = structure.reference("Governor"), structure.reference("Dependent")
        marks.relation(name, source, target, structure.start, structure.end)
        for feature, values in structure.values.items():
            if feature not in _BASE_FEATURES and values and name not in values:
                marks.lose(f"{feature} of a relation {name}", " ".join(values), structure.start, structure.end)

    def reference(self, structure: FeatureStructure, feature: str, id: str, marks: Marks) -> None:
        """A reference: to an annotation, through a slot to one, or to a structure that has no place in the text."""
        target = self.by_id.get(id)
        if target is None:
            if id not in ("", "0"):
                marks.report(
                    ReaderCode.DANGLING_REFERENCE, f"no structure has the id {id!r}", structure.start, structure.end
                )
        elif "begin" in target.values:
            if not _SEGMENTATION.fullmatch(target.type):
                marks.relation(feature, structure.id, id, structure.start, structure.end)
        elif target.reference("target"):
            role = target.value("role") or feature
            marks.relation(role, structure.id, target.reference("target"), target.start, target.end)
        else:
            shown = ", ".join(f"{key}={' '.join(values)}" for key, values in target.values.items())
            marks.lose(f"the structure {target.name} in {feature}", shown, target.start, target.end)


# -- writing -----------------------------------------------------------------------------------------------------------


@define
class TypeDescription:
    """A type that a file declares: its features, and whether each is a list of values, of references, or one value."""

    name: str
    features: dict[str, str]


def is_name(name: str) -> bool:
    """Whether a name can be that of a type or a feature."""
    return _NAME.fullmatch(name) is not None


def marks_of(document: Document, mapping: LabelMapping, value_fits: Callable[[str], bool] = lambda _: True) -> Marked:
    """The annotations of a document as a CAS has them: without gaps, and with names that Java allows."""
    names: dict[int, str] = {}
    limits = Limits(
        name=lambda number, _: names.setdefault(number, str(number + FIRST_ID)),
        label_fits=is_name,
        value_fits=value_fits,
        gaps=Gaps.LINKED,
        has_empty=True,
    )
    return marked(document, mapping, limits)


FIRST_ID = 10
"""The id of the first annotation in a file that newsfacts writes; those before are of the text and the head."""


def structures_of(
    document: Document, mapping: LabelMapping, value_fits: Callable[[str], bool] = lambda _: True
) -> tuple[list[FeatureStructure], list[TypeDescription]]:
    """The structures of a document, with the types that they need; begin and end in UTF-16 units."""
    found = marks_of(document, mapping, value_fits)
    text = SourceText(document.text)
    ids = {mark.id: str(number) for number, mark in enumerate(found.marks, FIRST_ID)}
    references: dict[str, dict[str, list[str]]] = {}
    for relation in found.relations:
        references.setdefault(relation.source, {}).setdefault(relation.name, []).append(ids[relation.target])
    types: dict[str, TypeDescription] = {}
    structures = []
    for mark in found.marks:
        kind = types.setdefault(mark.label, TypeDescription(NAMESPACE + mark.label, {}))
        for name in references.get(mark.id, {}):
            kind.features[name] = "references"
    for mark in found.marks:
        kind = types[mark.label]
        values: dict[str, tuple[str, ...]] = {}
        for name, written in mark.attributes.items():
            feature = name
            while kind.features.get(feature) == "references" or feature in _BASE_FEATURES:
                feature = f"{OWN}{feature}"
            values[feature] = written
            if kind.features.get(feature) != "values":
                kind.features[feature] = "values" if len(written) > 1 else "value"
        start, end = text.utf16_offset(mark.spans[0].start), text.utf16_offset(mark.spans[0].end)
        values |= {"begin": (str(start),), "end": (str(end),)}
        links = {name: tuple(targets) for name, targets in references.get(mark.id, {}).items()}
        structures.append(FeatureStructure(id=ids[mark.id], type=kind.name, values=values, references=links))
    head = written_metadata(document)
    if head:
        types[HEAD_TYPE] = TypeDescription(HEAD_TYPE, {"json": "value"})
        words = json.dumps(head, ensure_ascii=False, default=str)
        structures.append(FeatureStructure(id="2", type=HEAD_TYPE, values={"json": (words,)}))
    return structures, list(types.values())
