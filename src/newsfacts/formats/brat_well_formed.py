"""brat files that have nothing wrong or unusual: read line by line without places, which are found when somebody asks for them.

Whatever is not written as brat itself writes it makes `read_well_formed` give up, and `brat` reads the file with all places and
says what is wrong. Both ways give the same document, as a property in the tests says. What a mapping says about a label, a relation
or an attribute is looked up once per mapping, not once per line.
"""

from __future__ import annotations

import functools
import operator
import re
from typing import Any

from newsfacts.formats.brat_names import Known, Label, Unusual, names_of_mapping
from newsfacts.formats.mapping import OWN, LabelMapping
from newsfacts.formats.marks import ATTRIBUTION, ID, ROLES_WITH_WORDS
from newsfacts.immutable import maker
from newsfacts.raw import Written, WrittenAnnotations
from newsfacts.text.spans import Span, covers, normalize

__all__ = ["ATTRIBUTE", "AT_TRIGGER", "EQUIVALENCE", "NOTE", "read_well_formed"]

EQUIVALENCE = re.compile(r"\*\t(\S+)((?>(?: \S+)+))\s*$")
ATTRIBUTE = re.compile(r"[AM]\S*\t(\S+) (\S+)(?: (.*\S))?\s*$")
NOTE = re.compile(r"#\S*\t(\S+) (\S+)(?:\t(.*))?$")

_LINES = re.compile(
    r"^(?:(T\S*)\t(\S+) (\d+) (\d+)((?:;\d+ \d+)*)\t(.*)"
    r"|R\S*\t(\S+) [^\s:]+:(\S+) [^\s:]+:(\S+)[^\S\n]*"
    r"|(.+))$",
    re.MULTILINE,
)
"""A text-bound annotation, a relation, or any other line; each in groups of its own."""

AT_TRIGGER = f"{OWN}words_of_trigger"
"""The attribute of an attribution whose words are those of its trigger, although some of its parts are elsewhere."""

_PLACE = operator.attrgetter("start", "end")
_new_span = maker(Span)
_Spans = tuple[Span, ...]


def read_well_formed(lines: str, text: str, mapping: LabelMapping) -> WrittenAnnotations | None:
    """The annotations of an `.ann` file of a text, in the order of the file; None where anything is wrong or unusual."""
    if "\r" in lines:
        return None
    try:
        return _Lines(lines, text, names_of_mapping(mapping)).read()
    except (Unusual, ValueError, KeyError):  # a line of other parts, a number that is none, an id that nothing has
        return None


def groups_of(pattern: re.Pattern[str], line: str) -> Any:
    """The parts of a line. Raises `Unusual` where it is not well formed."""
    found = pattern.match(line)
    if found is None:
        raise Unusual
    return found.groups()


# -- The lines of a file -----------------------------------------------------------------------------------------------


class _Event:
    """An event whose trigger and roles are still ids."""

    __slots__ = ("id", "label", "roles", "trigger")

    def __init__(self, id: str, label: str, trigger: str, roles: list[tuple[str, str]]) -> None:
        self.id = id
        self.label = label
        self.trigger = trigger
        self.roles = roles


class _Lines:
    """The lines of one file: first all are taken down, then what refers to something is resolved."""

    def __init__(self, lines: str, text: str, known: Known) -> None:
        self.lines = lines
        self.text = text
        self.known = known
        self.labels: dict[str, Label] = {}
        self.spans: dict[str, _Spans] = {}
        self.events: list[_Event] = []
        self.links: list[tuple[str, str, str]] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.at_triggers: set[str] = set()
        self.aliases: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.values: dict[str, dict[str, str | list[str]]] = {}

    def read(self) -> WrittenAnnotations:
        """All annotations."""
        taken = self.take_lines() + len(self.events)
        ids = self.labels
        if len(ids) != taken or len(" ".join(ids).split()) != taken or not self.at_triggers <= ids.keys():
            raise Unusual  # an id twice, white space in one, or none of that name
        for event in self.events:
            self.finish(event)
        if self.aliases:
            self.put_events_at_triggers()
        self.resolve_attributes()
        self.resolve_relations()
        return self.all_written()

    def all_written(self) -> WrittenAnnotations:
        """What is written of all annotations, now that nothing is to be resolved any more."""
        written: list[Written] = []
        spans, ids = self.spans, self.ids
        for id, label in self.labels.items():
            values = self.values.get(id)
            own = ids.get(id, id) if ids else id
            if label.kind == ATTRIBUTION and not spans[id]:
                spans[id] = self.over_roles(id)
            if values is None and not label.fields:
                written.append(label.written[own])
            else:
                written.append(Written(label.kind, own, label.with_defaults(values or {})))
        return WrittenAnnotations(written, list(map(spans.__getitem__, self.labels)))

    def take_lines(self) -> int:
        """Take down every line, and count the text-bound annotations. Most lines are taken apart by one call of `findall`, for speed."""
        labels, spans, known, links = self.labels, self.spans, self.known.labels, self.links
        has_at, number = self.text.startswith, 0
        for id, name, first, last, gaps, words, relation, source, target, other in _LINES.findall(self.lines):
            if id:
                number += 1
                start, end, said = int(first), int(last), words
                if gaps:
                    spans[id] = self.with_gaps(f"{first} {last}{gaps}", words)
                    said = " ".join([self.text[span.start : span.end] for span in spans[id]])
                elif end - start == len(words) and has_at(words, start):
                    spans[id] = (_new_span(start, end),)
                else:
                    raise Unusual
                label = known[name]
                labels[id] = self.known.of_content(label, said) if label.kinds else label
            elif relation:
                links.append((relation, source, target))
            else:
                self.take_other(other)
        return number

    def with_gaps(self, offsets: str, words: str) -> _Spans:
        """The fragments of an annotation with gaps, in the order of the text; its words are joined by one space."""
        text, found = self.text, []
        for pair in offsets.split(";"):
            first, last = map(int, pair.split(" "))
            if not first <= last <= len(text):
                raise Unusual
            found.append(_new_span(first, last))
        if " ".join([text[span.start : span.end] for span in found]) != words:
            raise Unusual
        return tuple(sorted(found, key=_PLACE))

    def take_other(self, line: str) -> None:
        """Take down a line that is neither a text-bound annotation nor a relation."""
        first = line[0]
        if first == "E":
            id, what = line.rstrip().split("\t")
            self.take_event(id, what)
        elif first in "AM":
            name, target, value = groups_of(ATTRIBUTE, line)
            if name == AT_TRIGGER:
                self.at_triggers.add(target)
            else:
                self.attributes.append((name, target, value or "yes"))
        elif first == "#":
            name, target, note = groups_of(NOTE, line)
            if name != "AnnotatorNotes" or not note:
                raise Unusual
            self.attributes.append(("note", target, note))
        elif first == "*":
            name, targets = groups_of(EQUIVALENCE, line)
            source, *others = targets.split()
            self.links += [(name, source, other) for other in others]
        else:
            raise Unusual

    def take_event(self, id: str, what: str) -> None:
        """Take down `Attribution:T4 Cue:T2 Source:T1`."""
        head, *written = what.split(" ")
        name, trigger = head.split(":")
        roles = []
        for each in written:
            role, target = each.split(":")
            roles.append((self.known.roles[role], target))
        if trigger[:1] != "T":
            raise Unusual
        label = self.known.labels[name]
        self.labels[id] = self.known.of_content(label, "") if label.kinds else label
        self.spans[id] = ()
        self.events.append(_Event(id, name, trigger, roles))

    # -- what refers to something
    def finish(self, event: _Event) -> None:
        """Give an event its words: those of its trigger, unless an attribution has parts elsewhere (see `brat`)."""
        spans = self.spans
        self.links += [(role, event.id, target) for role, target in event.roles]
        of_trigger = spans[event.trigger]
        is_attribution = self.labels[event.id].kind == ATTRIBUTION
        parts = [span for _, id in event.roles for span in spans[id]] if is_attribution else []
        if not is_attribution or event.id in self.at_triggers or covers(of_trigger, parts):
            spans[event.id] = of_trigger
        elif not set(map(_PLACE, parts)).issuperset(map(_PLACE, of_trigger)):
            raise Unusual
        if is_attribution or self.labels[event.trigger].name == event.label:
            self.aliases.setdefault(event.trigger, event.id)

    def put_events_at_triggers(self) -> None:
        """Put each event where its trigger is, as `Marks` does."""
        labels, aliases, events = self.labels, self.aliases, set(self.aliases.values())
        ordered: dict[str, Label] = {}
        for id, label in labels.items():
            if id in aliases:
                ordered.setdefault(aliases[id], labels[aliases[id]])
            elif id not in events:
                ordered[id] = label
        self.labels = ordered

    def resolve_attributes(self) -> None:
        """Give the annotations their attributes, by the names of our fields."""
        for name, target, value in self.attributes:
            id = self.aliases.get(target, target)
            if id not in self.labels:
                raise Unusual
            if name == ID:
                self.ids[id] = value
            else:
                found = self.known.attributes[name]
                self.give(id, found.key, found.values.get(value, value))

    def resolve_relations(self) -> None:
        """Make the relations the fields that they are."""
        relations, labels, ids = self.known.relations, self.labels, self.ids
        alias, values = self.aliases.get, self.values
        for name, first, second in self.links:
            found = relations[name]
            source, target = (second, first) if found.swaps else (first, second)
            source, target = alias(source, source), alias(target, target)
            if source not in labels or target not in labels:
                raise Unusual
            if source in values:
                self.give(source, found.key, ids.get(target, target))
            else:
                values[source] = {found.key: ids.get(target, target)}

    def give(self, id: str, key: str, value: str) -> None:
        """Add a value to a field, as `Marks` does: several are a list, and several notes one note."""
        values = self.values.setdefault(id, {})
        before = values.get(key)
        if before is None:
            values[key] = value
        elif isinstance(before, list):
            before.append(value)
        else:
            values[key] = f"{before} {value}" if key == "note" else [before, value]

    def over_roles(self, id: str) -> _Spans:
        """The words of an attribution that has those of its parts."""
        by_id = self.spans_by_id
        found: list[Span] = []
        values = self.values.get(id, {})
        for role in ROLES_WITH_WORDS:
            written = values.get(role, ())
            for each in [written] if isinstance(written, str) else written:
                found += by_id.get(each, ())
        return normalize(found)

    @functools.cached_property
    def spans_by_id(self) -> dict[str, _Spans]:
        """The words of the annotations, by the ids that they have at the end."""
        return {self.ids.get(id, id): self.spans[id] for id in self.labels}
