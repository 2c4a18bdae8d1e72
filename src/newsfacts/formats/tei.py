"""TEI P5: quotations, measures, dates and names in running text, and annotations in `standOff`.

    <p>She said <said direct="false">taxes would rise by <measure quantity="5" unit="percent">5 percent</measure></said>.</p>

The text is what is between the tags of `text`, with white space as one space and paragraphs apart, for in TEI it is layout, unless
`xml:space` preserves it. The label of an annotation is the name of its element, `seg_frame` for a `seg` of the type frame; a
mapping, by default `tei`, says what it means. Elements that `next` joins are one annotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.detection import Sample
from newsfacts.formats.heads import head_of
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marks import NEXT_FRAGMENT, Marks
from newsfacts.formats.tei_text import TeiText
from newsfacts.formats.xml_tree import XML_ID, XmlElement, read_xml
from newsfacts.raw import Origin, RawDocument
from newsfacts.text.source import Place, SourceText
from newsfacts.text.spans import Span

__all__ = ["fits", "read"]

TEI = "http://www.tei-c.org/ns/1.0"

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
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?")
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
        self.counts: dict[str, int] = {}
        self.number = 0

    def document(self) -> RawDocument:
        """The document with its head."""
        for element, start, end in self.text.placed:
            self.element(element, start, end)
        for element in self.text.left_out:
            self.marks.lose(f"the element {element.name}", element.text, element.start, element.end)
        for stand_off in self.root.elements("standOff"):
            for element in stand_off.descendants("span", "annotation", "certainty", "respons"):
                self.stand_off(element, stand_off)
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
        following = element.get("next").removeprefix("#")
        if following:
            self.marks.relation(NEXT_FRAGMENT, id, following, element.start, element.end)

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
        value = self.value_of(element)
        if value:
            found["value"] = value
        elif "value" in found and element.name in ("num", "measure"):
            found["tei_value"] = found.pop("value")
        if element.name == "seg":
            found.pop("type", None)
        elif "type" in found:
            found["tei_type"] = found.pop("type")
        return found

    def value_of(self, element: XmlElement) -> str:
        """The value of a number or a date as it is written here; empty where an element says none that newsfacts has."""
        if element.name in ("date", "time"):
            when, first, last = element.get("when"), element.get("from"), element.get("to")
            if _DATE.fullmatch(when):
                return when
            return f"{first}/{last}" if _DATE.fullmatch(first) and _DATE.fullmatch(last) else ""
        if element.name not in ("num", "measure") or element.get("unit") or element.get("unitRef"):
            return ""
        low, high = element.get("atLeast"), element.get("atMost")
        if _NUMBER.fullmatch(low) or _NUMBER.fullmatch(high):
            if _NUMBER.fullmatch(low) and _NUMBER.fullmatch(high):
                return f"{low}..{high}"
            return f">={low}" if _NUMBER.fullmatch(low) else f"<={high}"
        value = element.get("value") or element.get("quantity")
        return value if _NUMBER.fullmatch(value) else ""

    # -- annotations apart from the text
    def stand_off(self, element: XmlElement, stand_off: XmlElement) -> None:
        """A span, an annotation, or a remark about how sure or by whom another one is."""
        targets = [
            part.removeprefix("#")
            for part in (element.get("target") or f"{element.get('from')} {element.get('to')}").split()
        ]
        places = [self.text.by_id[id] for id in targets if id in self.text.by_id]
        if element.name in ("certainty", "respons"):
            for id in targets:
                said = element.get("cert") or element.get("degree") or element.get("resp")
                if id in self.marks.marks and said:
                    self.marks.attribute(id, element.name, said, element.start, element.end)
                else:
                    self.marks.lose(f"the element {element.name}", said or id, element.start, element.end)
            return
        if not places:
            self.marks.lose(
                "an annotation whose words are not in the text", " ".join(targets), element.start, element.end
            )
            return
        groups = [
            group
            for group in stand_off.descendants("spanGrp", "listAnnotation")
            if group.start < element.start < group.end
        ]
        named = element.get("ana") or element.get("type") or (groups[-1].get("type") if groups else "")
        label = named.removeprefix("#") or element.name
        if element.get("target"):
            spans = tuple(sorted({Span(start, end) for start, end in places if start < end}))
        else:
            spans = (Span(min(start for start, _ in places), max(end for _, end in places)),)
        id = self.mark(element, label, spans)
        words = " ".join(element.text.split())
        if words:
            self.marks.attribute(id, "note", words, element.start, element.end)

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
        """What the header has that newsfacts has a place for."""
        header = next(self.root.elements("teiHeader"), None)
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
