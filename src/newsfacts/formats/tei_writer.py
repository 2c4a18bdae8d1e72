"""A document as TEI P5: quotations, counts, times and names as elements in the text, everything else in `standOff`.

An annotation is an element of the text where TEI has one that says what it is (`said`, `measure`, `date`, `persName`, `rs`, ...) and
it crosses no other; TEI's `cit` has no place for running text, so attributions are spans in `standOff`. Values that an
attribute of TEI has are written as such (`quantity`, `atLeast`, `atMost`, `when`, `from`, `to`, `direct`, `who`, `ref`), other
fields as a feature structure that `ana` points to, references as `link`, and the head as JSON in `xenoData`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newsfacts.building.written import written_metadata
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marking import Gaps, Limits, Mark, Marked, marked
from newsfacts.formats.marks import NEXT_FRAGMENT
from newsfacts.formats.tei_text import HEAD_TYPE, TEI
from newsfacts.formats.tei_values import attributes_of_value, is_date
from newsfacts.formats.xml_tree import NOT_XML, escaped, is_xml
from newsfacts.model import Annotation, Document
from newsfacts.raw import Loss
from newsfacts.text.nesting import order_of

__all__ = ["losses_of", "write_tei"]

_IN_TEXT = frozenset({"said", "q", "quote", "measure", "num", "date", "time", "persName", "orgName", "placeName", "name", "rs", "seg"})  # fmt: skip
"""The elements that running text may be in, in which it may go on with others of them."""

_NAMES = {"person": "persName", "organization": "orgName", "place": "placeName"}
_LISTS = {"person": ("listPerson", "person"), "organization": ("listOrg", "org"), "place": ("listPlace", "place")}
_ID = re.compile(r"[A-Za-z_][\w.\-]*", re.ASCII)
_OWN_ID = re.compile(r"(?:n|at|fs)\d+(?:\.\d+)?")
_WORD = re.compile(r"\S+")


def _name(number: int, annotation: Annotation) -> str:
    """The `xml:id` of an annotation: its own id, where that can be one and is not as this writer makes them."""
    id = annotation.id
    return id if id and _ID.fullmatch(id) and not _OWN_ID.fullmatch(id) else f"n{number}"


def _is_word(value: str) -> bool:
    return _WORD.fullmatch(value) is not None and is_xml(value)


_LIMITS = Limits(name=_name, label_fits=_is_word, value_fits=is_xml, gaps=Gaps.LINKED, has_empty=True)


def losses_of(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document TEI has no place for."""
    yield from marked(document, mapping, _LIMITS).losses
    yield from comment_losses(document)
    for found in NOT_XML.finditer(document.text):
        words = f"U+{ord(found[0]):04X} at {found.start()}"
        yield Loss(what="a character that XML does not have", words=words, field="text")


def write_tei(document: Document, mapping: LabelMapping) -> str:
    """The document as one TEI element."""
    return _TeiWriter(document, mapping, marked(document, mapping, _LIMITS)).text()


class _TeiWriter:
    def __init__(self, document: Document, mapping: LabelMapping, found: Marked) -> None:
        self.document = document
        self.mapping = mapping
        self.found = found
        self.head = written_metadata(document)
        self.next = {link.source: link.target for link in found.relations if link.name == NEXT_FRAGMENT}
        self.links = [link for link in found.relations if link.name != NEXT_FRAGMENT]
        linked = {id for link in found.relations for id in (link.source, link.target)}
        self.named = linked | {mark.id for mark in found.marks if mark.annotation.id == mark.id}
        self.entities = self.listed_entities()
        self.features: list[str] = []

    def text(self) -> str:
        """The file."""
        inside, apart = self.divided()
        body = self.body(inside, apart)
        stand_off = [*self.entity_lists(), *map(self.span, apart)]
        if self.links:
            ends = [(link.name, link.source, link.target) for link in self.links]
            links = [f"<link{tag({'type': name, 'target': f'#{one} #{two}'})}/>" for name, one, two in ends]
            stand_off.append("\n".join(["<linkGrp>", *links, "</linkGrp>"]))
        stand_off += self.features
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<TEI xmlns="{TEI}">', *self.header(), body]
        lines += ["<standOff>", *stand_off, "</standOff>"] if stand_off else []
        return "\n".join([*lines, "</TEI>", ""])

    # -- the head
    def header(self) -> Iterator[str]:
        """The header of the file: what TEI has an element for, and all of the head as data."""
        head = self.head
        authors = head.get("author") or []
        yield f"<teiHeader><fileDesc><titleStmt><title>{words_of(head.get('title', ''))}</title>"
        for author in authors if isinstance(authors, list) else [authors]:
            yield f"<author>{words_of(author)}</author>"
        when = str(head.get("published", ""))
        date = f"<date{tag({'when': when})}/>" if is_date(when) else ""
        outlet = head.get("outlet")
        yield f"</titleStmt><publicationStmt>{f'<publisher>{words_of(outlet)}</publisher>{date}' if outlet else f'<p>{date}</p>'}"
        yield f"</publicationStmt><sourceDesc><p>{words_of(head.get('url', ''))}</p></sourceDesc></fileDesc>"
        if head.get("language"):
            language = tag({"ident": str(head["language"])})
            yield f"<profileDesc><langUsage><language{language}/></langUsage></profileDesc>"
        if head:
            data = json.dumps(head, ensure_ascii=False, default=str)
            data = data if is_xml(data) else json.dumps(head, default=str)
            yield f'<xenoData type="{HEAD_TYPE}">{escaped(data)}</xenoData>'
        yield "</teiHeader>"

    def listed_entities(self) -> dict[str, tuple[str, str]]:
        """The name and the kind of the entities that TEI has lists for, by ids that no annotation has."""
        taken = {mark.id for mark in self.found.marks}
        found: dict[str, tuple[str, str]] = {}
        entities: Any = self.head.get("entities")
        for id, entity in entities.items() if isinstance(entities, dict) else ():
            is_listed = isinstance(entity, dict) and entity.get("kind") in _LISTS and entity.get("name")
            if is_listed and _ID.fullmatch(id) and not _OWN_ID.fullmatch(id) and id not in taken:
                found[id] = (str(entity["name"]), str(entity["kind"]))
        return found

    def entity_lists(self) -> Iterator[str]:
        """The lists of persons, organizations and places."""
        for kind, (outer, inner) in _LISTS.items():
            listed = [(id, name) for id, (name, of_kind) in self.entities.items() if of_kind == kind]
            if listed:
                element = _NAMES[kind]
                lines = [
                    f"<{inner}{tag({'xml:id': id})}><{element}>{words_of(name)}</{element}></{inner}>"
                    for id, name in listed
                ]
                yield "\n".join([f"<{outer}>", *lines, f"</{outer}>"])

    # -- what is in the text, and what is apart from it
    def divided(self) -> tuple[list[Mark], list[Mark]]:
        """The marks that are elements of the text, outer before inner, and the others in their order.

        Of annotations of the same words the order says which is inside which. The reader takes those in the text first, so
        after one that is apart, all others of these words are apart too.
        """
        inside: list[Mark] = []
        apart: set[int] = set()
        apart_at: set[tuple[int, ...]] = set()
        ends: list[int] = []
        order = sorted(
            range(len(self.found.marks)), key=lambda number: (order_of(self.found.marks[number].spans), number)
        )
        for number in order:
            mark = self.found.marks[number]
            [span] = mark.spans
            while ends and ends[-1] <= span.start:
                ends.pop()
            crosses = bool(ends) and ends[-1] < span.end
            where = order_of(mark.annotation.spans)
            if crosses or span.start == span.end or self.element_of(mark) is None or where in apart_at:
                apart.add(number)
                apart_at.add(where)
            else:
                inside.append(mark)
                ends.append(span.end)
        return inside, [mark for number, mark in enumerate(self.found.marks) if number in apart]

    def element_of(self, mark: Mark) -> str | None:
        """The element that says what an annotation is; None where TEI has none."""
        label, annotation = mark.label, mark.annotation
        name, _, kind = label.partition("_")
        if name == "seg" and kind and "_" not in kind:
            return "seg"
        rule = self.mapping.labels.get(label)
        if rule is None or label not in _IN_TEXT or label == "seg":
            return None
        if label in (*_NAMES.values(), "rs"):
            entities = mark.attributes.get("ref", ())
            name, kind = self.entities.get(entities[0], ("", "")) if len(entities) == 1 else ("", "")
            better = _NAMES[kind] if kind and name == annotation.text else "rs"
            same = self.mapping.labels.get(better)
            return better if same is not None and same.kind == rule.kind and same.fields == rule.fields else label
        return label

    def body(self, inside: Sequence[Mark], apart: Sequence[Mark]) -> str:
        """The text with its elements, and anchors for what is apart."""
        text = self.document.text
        anchors = {place for mark in apart for span in mark.spans for place in (span.start, span.end)}
        opening: dict[int, list[str]] = {}
        closing: dict[int, list[str]] = {}
        for mark in inside:
            [span] = mark.spans
            name = self.element_of(mark) or "seg"
            opening.setdefault(span.start, []).append(f"<{name}{tag(self.attributes(mark, name))}>")
            closing.setdefault(span.end, []).insert(0, f"</{name}>")
        pieces = ['<text><body><ab xml:space="preserve">']
        last = 0
        for place in sorted({0, len(text), *anchors, *opening, *closing}):
            pieces.append(words_of(text[last:place]))
            pieces += closing.get(place, ())
            pieces += [f'<anchor xml:id="at{place}"/>'] if place in anchors else []
            pieces += opening.get(place, ())
            last = place
        return "".join([*pieces, "</ab></body></text>"])

    def span(self, mark: Mark) -> str:
        """A mark apart from the text."""
        [span] = mark.spans
        own = self.common(mark) | {"type": mark.label, "from": f"#at{span.start}", "to": f"#at{span.end}"}
        return f"<span{tag(own | self.analysis(mark.attributes))}/>"

    # -- what is said about an annotation
    def common(self, mark: Mark) -> dict[str, str]:
        """The id of a mark, where something refers to it or it has one of its own, and the next fragment."""
        found = {"xml:id": mark.id} if mark.id in self.named else {}
        return found | ({"next": f"#{self.next[mark.id]}"} if mark.id in self.next else {})

    def attributes(self, mark: Mark, element: str) -> dict[str, str]:
        """The attributes of an element of the text."""
        found, rest = self.common(mark), dict(mark.attributes)
        if element == "seg":
            found["type"] = mark.label.partition("_")[2]
        for name, values in mark.attributes.items():
            said = self.said_by_tei(element, name, values[0]) if len(values) == 1 else {}
            if said:
                found |= said
                del rest[name]
        return found | self.analysis(rest)

    def said_by_tei(self, element: str, name: str, value: str) -> dict[str, str]:
        """The attributes of TEI that say what an attribute says; none where there are no such."""
        if name == "value":
            return attributes_of_value(element, value)
        if name == "direct" and element == "said" and value in ("true", "false"):
            return {"direct": value}
        pointer = {("by", "said"): "who", ("ref", element): "ref"}.get((name, element))
        if pointer == "ref" and element not in (*_NAMES.values(), "rs", "name"):
            return {}
        return {pointer: f"#{value}"} if pointer and value in self.entities else {}

    def analysis(self, values: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
        """The pointer to a feature structure with these values, which is written down with it."""
        if not values:
            return {}
        id = f"fs{len(self.features)}"
        features = []
        for name, several in values.items():
            strings = "".join([f"<string>{escaped(value)}</string>" for value in several])
            inner = strings if len(several) == 1 else f"<vColl>{strings}</vColl>"
            features.append(f"<f{tag({'name': name})}>{inner}</f>")
        self.features.append(f'<fs xml:id="{id}">{"".join(features)}</fs>')
        return {"ana": f"#{id}"}


def tag(attributes: Mapping[str, str]) -> str:
    """Attributes as they are in a tag."""
    return "".join([f' {name}="{escaped(NOT_XML.sub(" ", value), quotes=True)}"' for name, value in attributes.items()])


def words_of(words: object) -> str:
    """Words between tags; what XML does not have is a space, so that nothing after it moves."""
    return escaped(NOT_XML.sub(" ", str(words)))
