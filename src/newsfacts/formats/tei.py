"""TEI P5: quotations, measures, dates and names in running text, and annotations in `standOff`.

    <p>She said <said direct="false">taxes would rise by <measure quantity="5" unit="percent">5 percent</measure></said>.</p>

The text is what is between the tags of `text`, with white space as one space and paragraphs apart, for in TEI it is layout, unless
`xml:space` preserves it. The label of an annotation is the name of its element, `seg_frame` for a `seg` of the type frame; a
mapping, by default `tei`, says what it means. Elements that `next` joins are one annotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts import strict_yaml
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.detection import Sample
from newsfacts.formats.heads import head_of
from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marks import NEXT_FRAGMENT, Marks
from newsfacts.formats.tei_text import HEAD_TYPE, TEI, TeiText
from newsfacts.formats.tei_values import value_in_attributes
from newsfacts.formats.xml_tree import XML_ID, XmlElement, read_xml
from newsfacts.model import Document
from newsfacts.raw import Loss, Origin, RawDocument
from newsfacts.text.source import Place, SourceText
from newsfacts.text.spans import Span

__all__ = ["fits", "losses", "read", "write"]

_STRUCTURE = frozenset(
    [
        "text",
        "body",
        "front",
        "back",
        "group",
        "div",
        "div1",
        "div2",
        "div3",
        "div4",
        "p",
        "ab",
        "head",
        "l",
        "lg",
        "lb",
        "pb",
        "cb",
        "list",
        "item",
        "label",
        "opener",
        "closer",
        "salute",
        "signed",
        "trailer",
        "egXML",
        "s",
        "w",
        "pc",
        "anchor",
        "argument",
        "epigraph",
        "titlePage",
        "floatingText",
        "sp",
        "speaker",
        "stage",
        "milestone",
        "TEI",
        "cell",
        "row",
        "table",
        "figure",
    ]
)
"""Elements that only structure a text: they are not facts, and nothing is lost without them."""

_INLINE = frozenset({"seg", "span", "annotation"})
_VALUES = ("string", "symbol", "numeric", "binary")
_ENTITY_KINDS = {"person": "person", "org": "organization", "place": "place", "personGrp": "group"}
_ROOTS = ("TEI", "TEI.2", "text", "body", "egXML")


def fits(sample: Sample) -> bool:
    """Whether a file is in TEI's namespace, or its root is TEI's."""
    return sample.xml_root in ("TEI", "teiCorpus", "TEI.2") or TEI in sample.xml_namespaces


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each text of a file."""
    source, problems = SourceText(text), ProblemList()
    root = read_xml(source, path, problems)
    texts = list(texts_of(root)) if root is not None else []
    if root is not None and not texts:
        place = Place(path, source, root.start, root.tag_end)
        problems.add(
            ReaderCode.BROKEN_MARKUP,
            f"the element {root.name} has no text of TEI",
            place,
            help="a text is in a TEI element",
        )
    if not texts:
        yield RawDocument(text="", origin=Origin(path=path, source=source), findings=problems, is_foreign=True)
    for element in texts:
        yield _TeiReader(source, path, mapping, problems, element).document()
        problems = ProblemList()  # those of the file belong to its first document


def write(document: Document, mapping: LabelMapping) -> str:
    """The document as one TEI element."""
    from newsfacts.formats.tei_writer import write_tei

    return write_tei(document, mapping)


def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document TEI has no place for."""
    from newsfacts.formats.tei_writer import losses_of

    return losses_of(document, mapping)


def texts_of(root: XmlElement) -> Iterator[XmlElement]:
    """The elements that each have one text."""
    if root.name == "teiCorpus":
        for inner in root.elements("TEI", "teiCorpus"):
            yield from texts_of(inner)
    elif root.name in _ROOTS:
        yield root


class _TeiReader:
    def __init__(
        self, source: SourceText, path: str | None, mapping: LabelMapping, problems: ProblemList, root: XmlElement
    ) -> None:
        self.root = root
        self.text = TeiText(next(root.elements("text"), root))
        self.marks = Marks(source, path, self.text.pieces.text, mapping, problems)
        self.entities = self.entities_of()
        self.features = self.features_of()
        self.counts: dict[str, int] = {}
        self.number = 0

    def document(self) -> RawDocument:
        """The document with its head."""
        for element, start, end in self.text.placed:
            self.element(element, start, end)
        for element in self.text.left_out:
            self.marks.lose(f"the element {element.name}", element.text, element.start, element.end)
        for stand_off in self.root.elements("standOff"):
            self.stand_off(stand_off)
        for name, count in sorted(self.counts.items()):
            self.marks.lose(f"the elements {name}", f"{count:,}", self.root.start, self.root.tag_end)
        pieces = self.text.pieces
        origin = Origin(
            path=self.marks.path, source=self.marks.source, text_offsets=pieces.text_offsets or [0], file_offsets=pieces.file_offsets or [0]
        )  # fmt: skip
        return self.marks.document(origin=origin, **head_of(self.head(), self.root.start, self.root.tag_end))

    # -- elements of the text
    def element(self, element: XmlElement, start: int, end: int) -> None:
        """An element of the text: an annotation, structure, or something that is lost."""
        kind = element.get("type")
        label = f"{element.name}_{kind}" if element.name == "seg" and kind else element.name
        if label not in self.marks.mapping.labels and element.name not in _INLINE:
            if element.name not in _STRUCTURE:
                self.counts[element.name] = self.counts.get(element.name, 0) + 1
            return
        if end <= start:
            self.marks.lose("an element without words", element.name, element.start, element.end)
            return
        id = self.mark(element, label, (Span(start, end),))
        for key, value in self.attributes(element).items():
            self.marks.attribute(id, key, value, element.start, element.end)
        self.analyse(element, id)

    def analyse(self, element: XmlElement, id: str) -> None:
        """Take down the next fragment of an annotation, and what the feature structures say that it points to."""
        following = element.get("next").removeprefix("#")
        if following:
            self.marks.relation(NEXT_FRAGMENT, id, following, element.start, element.end)
        for pointer in self.pointers_to_features(element):
            for structure in self.features[pointer].elements("f"):
                for value in values_of(structure):
                    self.marks.attribute(id, structure.get("name"), value, structure.start, structure.end)

    def pointers_to_features(self, element: XmlElement) -> list[str]:
        """The feature structures of the file that `ana` points to; none where it points to anything else."""
        ids = [part.removeprefix("#") for part in element.get("ana").split()]
        return ids if all(id in self.features for id in ids) else []

    def mark(self, element: XmlElement, label: str, spans: tuple[Span, ...]) -> str:
        """Take down an annotation; its id is that of the element, where it has one of its own."""
        given = element.get(XML_ID)
        self.number += 1
        id = given or f"{element.name}-{self.number}"
        self.marks.mark(id, label, spans, element.start, element.end, keeps_id=bool(given))
        self.marks.without_words.add(id)
        return id

    def attributes(self, element: XmlElement) -> dict[str, str]:
        """The attributes of an element: values and references where they can be read as such, others as they are."""
        found = {
            key: value
            for key, value in element.attributes.items()
            if not key.startswith("{") and key not in ("next", "prev")
        }
        for pointer, field in (("who", "by"), ("ref", "ref")):
            ids = [part.removeprefix("#") for part in found.get(pointer, "").split()]
            if ids and all(id in self.entities for id in ids):
                del found[pointer]
                found[field] = " ".join(ids)
            elif pointer in found:
                found[f"tei_{pointer}"] = found.pop(pointer)
        if self.pointers_to_features(element):
            found.pop("ana", None)
        value = value_in_attributes(element.name, element.attributes)
        if value.keys:
            for key in value.keys:
                del found[key]
            found["value"] = value.value
        elif "value" in found and element.name in ("num", "measure"):
            found["tei_value"] = found.pop("value")
        if element.name == "seg":
            found.pop("type", None)
        elif "type" in found:
            found["tei_type"] = found.pop("type")
        return found

    # -- annotations apart from the text
    def stand_off(self, stand_off: XmlElement) -> None:
        """The spans and annotations of a `standOff`, then what refers to them."""
        types = {
            inner.start: group.get("type")
            for group in stand_off.descendants("spanGrp", "listAnnotation", "linkGrp")
            for inner in group.elements()
        }
        later: list[XmlElement] = []
        for element in stand_off.descendants("span", "annotation", "certainty", "respons", "link"):
            if element.name in ("span", "annotation"):
                self.apart(element, types.get(element.start, ""))
            else:
                later.append(element)
        for element in later:
            if element.name == "link":
                self.link(element, element.get("type") or types.get(element.start, ""))
            else:
                self.remark(element)

    def link(self, element: XmlElement, name: str) -> None:
        """A link between two annotations, by its type."""
        ids = [part.removeprefix("#") for part in element.get("target").split()]
        if name and len(ids) == 2 and all(id in self.marks.marks for id in ids):
            self.marks.relation(name, ids[0], ids[1], element.start, element.end)
        else:
            self.marks.lose("a link", f"{name} {element.get('target')}".strip(), element.start, element.end)

    def remark(self, element: XmlElement) -> None:
        """A remark about how sure or by whom an annotation is."""
        for id in targets_of(element):
            said = element.get("cert") or element.get("degree") or element.get("resp")
            if id in self.marks.marks and said:
                self.marks.attribute(id, element.name, said, element.start, element.end)
            else:
                self.marks.lose(f"the element {element.name}", said or id, element.start, element.end)

    def apart(self, element: XmlElement, type_of_group: str) -> None:
        """A span or an annotation of words that are elsewhere."""
        targets = targets_of(element)
        places = [self.text.by_id[id] for id in targets if id in self.text.by_id]
        if not places:
            self.marks.lose(
                "an annotation whose words are not in the text", " ".join(targets), element.start, element.end
            )
            return
        named = "" if self.pointers_to_features(element) else element.get("ana")
        label = (named or element.get("type") or type_of_group).removeprefix("#") or element.name
        if element.get("target"):
            spans = tuple(sorted({Span(start, end) for start, end in places if start < end}))
        else:
            spans = (Span(min(start for start, _ in places), max(end for _, end in places)),)
        id = self.mark(element, label, spans)
        words = " ".join(element.text.split())
        if words:
            self.marks.attribute(id, "note", words, element.start, element.end)
        self.analyse(element, id)

    def features_of(self) -> dict[str, XmlElement]:
        """The feature structures of the file, by their ids."""
        return {element.get(XML_ID): element for element in self.root.descendants("fs") if element.get(XML_ID)}

    # -- the head
    def entities_of(self) -> dict[str, dict[str, str]]:
        """The persons, organizations and places that the file lists, by their ids."""
        found: dict[str, dict[str, str]] = {}
        for element in self.root.descendants(*_ENTITY_KINDS):
            id = element.get(XML_ID)
            named = next(element.descendants("persName", "orgName", "placeName", "name"), None)
            if id and named is not None:
                found[id] = {"name": " ".join(named.text.split()), "kind": _ENTITY_KINDS[element.name]}
        return found

    def head(self) -> dict[str, Any]:
        """What the header has that newsfacts has a place for: all that newsfacts wrote, or what TEI has elements for."""
        header = next(self.root.elements("teiHeader"), None)
        for data in header.elements("xenoData") if header is not None else ():
            if data.get("type") == HEAD_TYPE:
                return head_from_json(data.text)
        found: dict[str, Any] = {"entities": self.entities} if self.entities else {}
        statement = next(header.descendants("titleStmt"), None) if header is not None else None
        publication = next(header.descendants("publicationStmt"), None) if header is not None else None
        if statement is not None:
            title = next((" ".join(each.text.split()) for each in statement.elements("title")), "")
            authors = [" ".join(each.text.split()) for each in statement.elements("author")]
            found |= {"title": title} if title else {}
            found |= {"author": [each for each in authors if each]} if any(authors) else {}
        if publication is not None:
            outlet = next((" ".join(each.text.split()) for each in publication.elements("publisher")), "")
            when = next((each.get("when") for each in publication.elements("date")), "")
            found |= {"outlet": outlet} if outlet else {}
            found |= {"published": when} if re.fullmatch(r"\d{4}-\d\d-\d\d", when) else {}
        language = (
            next((each.get("ident") for each in header.descendants("language")), "") if header is not None else ""
        )
        return found | ({"language": language} if language else {})


def head_from_json(text: str) -> dict[str, Any]:
    """The head that newsfacts wrote; empty where it is no longer JSON."""
    node = read_json(text).node
    return strict_yaml.to_python(node) if isinstance(node, strict_yaml.Mapping) else {}


def targets_of(element: XmlElement) -> list[str]:
    """The ids of what an element of `standOff` is about."""
    pointers = element.get("target") or f"{element.get('from')} {element.get('to')}"
    return [part.removeprefix("#") for part in pointers.split()]


def values_of(feature: XmlElement) -> Iterator[str]:
    """The values of a feature, as words."""
    if feature.get("fVal"):
        yield feature.get("fVal")
    for value in feature.descendants(*_VALUES):
        yield value.get("value") or value.text
