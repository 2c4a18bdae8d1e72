"""TimeML 1.2.1 (`.tml`): times, events and what links them, as in TimeBank.

    <TEXT>They <EVENT eid="e1" class="OCCURRENCE">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="1998-02-06">Friday</TIMEX3>.</TEXT>

A TIMEX3 is a time, with its value where EDTF has it; an EVENT is an annotation of its own kind, with the attributes of its
instance. The time of creation is the day of publication. A TLINK between events becomes part of the chronology (`after`, `before` and
`during` of the events in the head), one with a time the time of its event; other links are fields that name the other event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsfacts.building.field_values import read_time_value
from newsfacts.errors import UnreadableValue
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.detection import Sample
from newsfacts.formats.heads import head_of
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marks import Marks
from newsfacts.formats.xml_tree import XmlElement, XmlText, read_xml, text_with_places
from newsfacts.model import TimeValue
from newsfacts.raw import Origin, RawDocument
from newsfacts.text.source import Place, SourceText
from newsfacts.text.spans import Span
from newsfacts.values.times.times import TimeInterval, UnresolvedTime
from newsfacts.values.times.timex import parse_timex

__all__ = ["fits", "read"]

MAX_LOOKS = 1_000_000
"""How many links are followed in one document to see that its events do not refer in circles; after that, links are kept as fields."""

_OF_VALUE = ("value", "mod", "quant", "freq")
_ORDER = {
    "AFTER": "after",
    "IAFTER": "after",
    "BEFORE": "before",
    "IBEFORE": "before",
    "IS_INCLUDED": "during",
    "DURING": "during",
}
_INVERSE = {"INCLUDES": "during", "DURING_INV": "during"}
_SAME_TIME = ("IS_INCLUDED", "DURING", "SIMULTANEOUS", "IDENTITY")
_IDS = {"EVENT": "eid", "TIMEX3": "tid", "SIGNAL": "sid"}
_OWN = frozenset({"eid", "tid", "sid", "eiid", "eventID", "lid"})
_PASSED_OVER = frozenset({"TimeML", "TEXT", "s", "p"})


def fits(sample: Sample) -> bool:
    """Whether the root of a file is TimeML's."""
    return sample.xml_root == "TimeML"


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """The one document of a file."""
    source, problems = SourceText(text), ProblemList()
    root = read_xml(source, path, problems)
    if root is None:
        yield RawDocument(text="", origin=Origin(path=path, source=source), findings=problems, is_foreign=True)
        return
    if root.name != "TimeML":
        problems.add(
            ReaderCode.BROKEN_MARKUP,
            f"the element {root.name} is not TimeML",
            Place(path, source, root.start, root.tag_end),
        )
    yield _TimeMlReader(source, path, mapping, problems, root).document()


def time_value(written: Mapping[str, str]) -> TimeValue | None:
    """What a value with its modifier means, as it is read again from what is written of it; None where it names none for certain."""
    try:
        found = parse_timex(
            written.get("value", ""), written.get("mod"), quant=written.get("quant"), freq=written.get("freq")
        )
        return None if isinstance(found, UnresolvedTime) else read_time_value(str(found))
    except UnreadableValue:
        return None


class _TimeMlReader:
    def __init__(
        self, source: SourceText, path: str | None, mapping: LabelMapping, problems: ProblemList, root: XmlElement
    ) -> None:
        self.root = root
        self.pieces = text_with_places()
        self.placed: list[tuple[XmlElement, int, int]] = []
        self.walk(next(root.elements("TEXT"), root))
        self.marks = Marks(source, path, self.pieces.text, mapping, problems)
        self.instances = {each.get("eiid"): each.get("eventID") for each in root.descendants("MAKEINSTANCE")}
        self.events: dict[str, dict[str, Any]] = {}
        self.labels: dict[str, str] = {}
        self.times: dict[str, str] = {}
        self.looks = 0

    def walk(self, root: XmlElement) -> None:
        """The text as it is without tags, and the place of each element in it."""
        waiting: list[tuple[XmlElement | XmlText | None, XmlElement, int]] = [
            (child, root, 0) for child in reversed(root.children)
        ]
        while waiting:
            node, element, start = waiting.pop()
            if node is None:
                self.placed.append((element, start, self.pieces.length))
            elif isinstance(node, XmlText):
                self.pieces.add(node.words, node.start)
            elif node.name not in ("MAKEINSTANCE", "TLINK", "SLINK", "ALINK"):
                waiting.append((None, node, self.pieces.length))
                waiting += [(child, node, 0) for child in reversed(node.children)]

    def document(self) -> RawDocument:
        """The document with its chronology."""
        for element, start, end in self.placed:
            self.element(element, start, end)
        for instance in self.root.descendants("MAKEINSTANCE"):
            self.instance(instance)
        for link in self.root.descendants("TLINK", "SLINK", "ALINK"):
            self.link(link)
        origin = Origin(
            path=self.marks.path, source=self.marks.source,
            text_offsets=self.pieces.text_offsets or [0], file_offsets=self.pieces.file_offsets or [0],
        )  # fmt: skip
        return self.marks.document(origin=origin, **head_of(self.head(), self.root.start, self.root.tag_end))

    def element(self, element: XmlElement, start: int, end: int) -> None:
        """A time, an event or a signal."""
        if element.name not in _IDS:
            if element.name not in _PASSED_OVER:
                self.marks.lose(f"the element {element.name}", element.text, element.start, element.end)
            return
        given = element.get(_IDS[element.name])
        id = given or f"{element.name}-{element.start}"
        spans = (Span(start, end),) if end > start else ()
        self.marks.mark(id, element.name, spans, element.start, element.end, keeps_id=bool(given))
        self.labels[id] = " ".join(self.marks.text[start:end].split())
        if element.name == "TIMEX3":
            self.value(element, id)
        for key, value in element.attributes.items():
            if key in _OWN or key.startswith("{") or (element.name == "TIMEX3" and key in _OF_VALUE):
                continue
            name = f"timex_{key}" if element.name == "TIMEX3" else key
            self.marks.attribute(id, name, value, element.start, element.end)

    def value(self, element: XmlElement, id: str) -> None:
        """The value of a time, with its modifier; as it is written where newsfacts has none, or says less."""
        written = {key: element.get(key) for key in _OF_VALUE if element.get(key)}
        found = time_value(written)
        if found is not None:
            self.marks.attribute(id, "value", str(found), element.start, element.end)
            if isinstance(found, TimeInterval):
                self.times[id] = str(found)
            if found.timex == written["value"] and {"quant", "freq"}.isdisjoint(written):
                return
        for key, value in written.items():
            self.marks.attribute(id, f"timex_{key}", value, element.start, element.end)

    def instance(self, instance: XmlElement) -> None:
        """The attributes of an instance are those of its event."""
        event = instance.get("eventID")
        if event not in self.marks.marks:
            self.marks.report(
                ReaderCode.DANGLING_REFERENCE, f"no event has the id {event!r}", instance.start, instance.end
            )
            return
        for key, value in instance.attributes.items():
            if key not in _OWN and value and value != "NONE":
                self.marks.attribute(event, key, value, instance.start, instance.end)

    def link(self, link: XmlElement) -> None:
        """A link: into the chronology, or as a field of its first event."""
        kind = link.get("relType")
        first = self.instances.get(link.get("eventInstanceID"), link.get("eventInstanceID")) or link.get("timeID")
        second = next(
            (
                link.get(key)
                for key in ("relatedToEventInstance", "relatedToTime", "subordinatedEventInstance")
                if link.get(key)
            ),
            "",
        )
        second = self.instances.get(second, second)
        if link.name == "TLINK" and self.chronology(kind, first, second):
            return
        known = [id for id in (first, second) if id in self.marks.marks]
        if len(known) == 2:
            self.marks.relation(f"{link.name}_{kind}", first, second, link.start, link.end)
        else:
            self.marks.lose(
                f"a {link.name} whose ends are not in the text", f"{kind} {first} {second}", link.start, link.end
            )

    def chronology(self, kind: str, first: str, second: str) -> bool:
        """Add the order of two events, or the time of one; whether the chronology of a head has it."""
        if second in self.times and first in self.labels and first not in self.times and kind in _SAME_TIME:
            self.event(first).setdefault("time", self.times[second])
            return True
        if {first, second} & self.times.keys() or not {first, second} <= self.labels.keys() or first == second:
            return False
        if kind in _INVERSE:
            first, second = second, first
        key = _INVERSE.get(kind) or _ORDER.get(kind)
        if key is None or self.looks > MAX_LOOKS or self.reaches(second, first):
            return False
        self.event(first).setdefault(key, {})[second] = None
        self.event(second)
        return True

    def event(self, id: str) -> dict[str, Any]:
        """The event in the head that an EVENT is about; what it refers to are the keys of tables, in order."""
        return self.events.setdefault(id, {"label": self.labels[id]} if self.labels.get(id) else {})

    def reaches(self, start: str, goal: str) -> bool:
        """Whether an event refers, through others, to another one: events of a head do not refer in circles."""
        waiting, seen = [start], {start}
        while waiting:
            event = self.events.get(waiting.pop(), {})
            for key in ("after", "before", "during"):
                for other in event.get(key, ()):
                    self.looks += 1
                    if other == goal:
                        return True
                    if other not in seen:
                        seen.add(other)
                        waiting.append(other)
        return False

    def head(self) -> dict[str, Any]:
        """The day of publication, the title and the chronology."""
        found: dict[str, Any] = {}
        created = [
            each
            for each in self.root.descendants("TIMEX3")
            if each.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")
        ]
        day = next((each.get("value")[:10] for each in created if re.match(r"\d{4}-\d\d-\d\d", each.get("value"))), "")
        found |= {"published": day} if day else {}
        title = next((" ".join(each.text.split()) for each in self.root.elements("TITLE")), "")
        found |= {"title": title} if title else {}
        events = {
            id: {key: list(value) if isinstance(value, dict) else value for key, value in event.items()}
            for id, event in self.events.items()
        }
        return found | ({"events": events} if events else {})
