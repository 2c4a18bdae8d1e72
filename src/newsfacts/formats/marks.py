"""What annotation tools have in common, for their readers: labelled spans with attributes, and relations between them.

A reader takes down the marks of its file in a `Marks`, by the names that the file has; `Marks.document()` turns them, through a
mapping, into a `RawDocument`. References are resolved at the end, so their order in the file does not matter.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.annotation_tables import WORD_KEYS
from newsfacts.formats.mapping import CONTENT, OWN, LabelMapping
from newsfacts.raw import Loss, Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.text.source import Place, SourceText
from newsfacts.text.spans import Span, normalize
from newsfacts.text.suggestions import suggestion

__all__ = ["ATTRIBUTION", "ID", "NEXT_FRAGMENT", "ROLES_WITH_WORDS", "Marks", "key_of"]

ID = f"{OWN}id"
"""The attribute that has the id of an annotation where the format gives the mark another one."""

NEXT_FRAGMENT = f"{OWN}next"
"""The relation from a fragment of an annotation to the next one, in formats whose spans have no gaps."""

ATTRIBUTION = "attribution"
"""The kind of an annotation that has the words of its roles where it has none of its own."""

ROLES_WITH_WORDS = ("source", "cue", "content", "addressee", "medium")
"""The fields of an attribution whose annotations are its words, in this order."""

_KEYS_OF_PLACES = frozenset({"kind", "id", "spans", "words"}) | WORD_KEYS
"""What stand-off files have under these keys is the kind and the place of an annotation: a field of one of these names gets another."""


def key_of(field: str) -> str:
    """The key under which a field of this name is kept."""
    return f"{field}_" if field in _KEYS_OF_PLACES else field


class _Mark:
    """An annotation in the making; a plain class, for speed."""

    __slots__ = ("fields", "is_dropped", "label", "raw", "unless")

    def __init__(
        self, raw: RawAnnotation, label: str, fields: Mapping[str, str], unless: str | None, is_dropped: bool
    ) -> None:
        self.raw: RawAnnotation = raw
        self.label: str = label
        self.fields: Mapping[str, str] = fields
        self.unless: str | None = unless
        self.is_dropped: bool = is_dropped


class _Link(NamedTuple):
    """A relation in the making; a named tuple, for speed."""

    name: str
    source: str
    target: str
    start: int
    end: int


class Marks:
    """The marks of one document of a file. `text` is its text; places are ranges of the file, whose text is `source`."""

    def __init__(
        self,
        source: SourceText,
        path: str | None,
        text: str,
        mapping: LabelMapping,
        problems: ProblemList | None = None,
    ) -> None:
        self.source: SourceText = source
        self.path: str | None = path
        self.text: str = text
        self.mapping: LabelMapping = mapping
        self.problems: ProblemList = problems if problems is not None else ProblemList()
        self.losses: list[Loss] = []
        self.marks: dict[str, _Mark] = {}
        self.links: list[_Link] = []
        self.attributes: list[tuple[str, str, str, int, int]] = []
        self.aliases: dict[str, str] = {}
        """The event that a trigger is only the place of."""
        self.without_words: set[str] = set()
        """Ids of attributions that have no words where they have no spans, and not those of their parts."""
        self.others: set[str] = set()
        """Ids of what is not an annotation here, such as relations; nothing is wrong where they are referred to."""

    def place(self, start: int, end: int) -> Place:
        """A range of the file."""
        return Place(self.path, self.source, start, end)

    def report(self, code: ReaderCode, message: str, start: int, end: int, help: str | None = None) -> None:
        """Add a problem."""
        self.problems.add(code, message, self.place(start, end), help=help)

    def lose(
        self, what: str, words: str, start: int, end: int, id: str | None = None, field: str | None = None
    ) -> None:
        """Note what is not taken over."""
        self.losses.append(Loss(what=what, words=words, id=id, field=field, place=self.place(start, end)))

    # -- what the file has
    def span(self, first: int, last: int, start: int, end: int) -> Span | None:
        """The span of the text from `first` to `last`; None, with a problem at `start`..`end` of the file, for one outside."""
        if 0 <= first <= last <= len(self.text):
            return Span(first, last)
        where = (
            "ends before it begins"
            if last < first
            else f"lies outside the text, which has {len(self.text):,} code points"
        )
        self.report(ReaderCode.SPAN_OUTSIDE_TEXT, f"the span {first}..{last} {where}", start, end)
        return None

    def mark(
        self,
        id: str,
        label: str,
        spans: Iterable[Span],
        start: int,
        end: int,
        *,
        stored_words: tuple[str, ...] | None = None,
        id_place: tuple[int, int] | None = None,
        keeps_id: bool = True,
    ) -> RawAnnotation:
        """Take down a span with its label, at `start`..`end` of the file.

        `stored_words` is the copy of its words that the file has, one per span. `id` names it for attributes and relations; it
        becomes the id of the annotation unless `keeps_id` is false.
        """
        found = tuple(spans)
        rule = self.mapping.label(label)
        kind = rule.kind
        if kind == CONTENT:
            kind = rule.kind_of(" ".join([self.text[span.start : span.end] for span in found]))
        id_start, id_end = id_place or (start, end)
        own_id = RawAttribute(id, id_start, id_end) if keeps_id else None
        raw = RawAnnotation(kind, found, start, end, own_id, None, 0, stored_words)
        if id in self.marks:
            where = id_place or (start, end)
            self.report(
                ReaderCode.DUPLICATE_ID, f"the id {id!r} is already taken", *where, "give one of the two another id"
            )
            id = f"{id}@{start}"  # the first one keeps the name
            raw.id = None
        self.marks[id] = _Mark(raw, label, rule.fields, rule.unless, rule.ignore)
        if rule.ignore:
            shown = " ".join([self.text[span.start : span.end] for span in found])
            self.lose(f"the mapping leaves out {label}", shown, start, end, id)
        return raw

    def become(self, trigger: str, event: str) -> None:
        """Drop a mark that is only the trigger of an event: the event takes its place, and all that is said about it."""
        if event not in self.marks or trigger not in self.marks or trigger == event:
            return
        self.aliases.setdefault(trigger, event)

    def attribute(self, target: str, name: str, value: str, start: int, end: int) -> None:
        """Take down an attribute of a mark, which may come later in the file."""
        self.attributes.append((target, name, value, start, end))

    def relation(self, name: str, source: str, target: str, start: int, end: int) -> None:
        """Take down a relation between two marks, which may come later in the file."""
        self.links.append(_Link(name, source, target, start, end))

    # -- what it means
    def document(self, **fields: Any) -> RawDocument:
        """The document. `fields` are those of `RawDocument`; its origin is this file unless they say another."""
        self.put_events_at_triggers()
        self.resolve_attributes()
        self.join_fragments()
        for link in self.links:
            self.resolve(link)
        for id, mark in self.marks.items():
            attributes = mark.raw.attributes
            for key, value in mark.fields.items():
                if key not in attributes and (mark.unless is None or mark.unless not in attributes):
                    attributes[key] = RawAttribute(value, mark.raw.start, mark.raw.end)
            if mark.raw.kind == ATTRIBUTION and not mark.raw.spans and id not in self.without_words:
                self.span_over_roles(mark.raw)
        fields.setdefault("origin", Origin(path=self.path, source=self.source))
        return RawDocument(
            text=self.text,
            annotations=[mark.raw for mark in self.marks.values() if not mark.is_dropped],
            findings=self.problems,
            losses=self.losses,
            is_foreign=True,
            **fields,
        )

    def put_events_at_triggers(self) -> None:
        """Put each event where its trigger is: of annotations of the same words, the one that comes first is the outer one."""
        if not self.aliases:
            return
        events = set(self.aliases.values())
        ordered: dict[str, _Mark] = {}
        for id, mark in self.marks.items():
            if id in self.aliases:
                ordered.setdefault(self.aliases[id], self.marks[self.aliases[id]])
            elif id not in events:
                ordered[id] = mark
        self.marks = ordered

    def resolve_attributes(self) -> None:
        """Give every mark its attributes, by the names of our fields."""
        for target, name, value, start, end in self.attributes:
            mark = self.found(target, start, end)
            if mark is None or mark.is_dropped:
                continue
            if name == ID:
                mark.raw.id = RawAttribute(value, start, end)
                continue
            rule = self.mapping.attribute(name)
            if rule.ignore:
                self.lose(f"the mapping leaves out {name}", value, start, end, target, name)
            else:
                self.give(mark.raw, rule.field, rule.values.get(value, value), start, end)

    def found(self, id: str, start: int, end: int) -> _Mark | None:
        """The mark with an id; None, with a problem, where there is none."""
        mark = self.marks.get(id) or self.marks.get(self.aliases.get(id, id))
        if mark is None and id not in self.others:
            message = f"no annotation has the id {id!r}{suggestion(id, self.marks)}"
            self.report(ReaderCode.DANGLING_REFERENCE, message, start, end)
        return mark

    def give(self, raw: RawAnnotation, key: str, value: str, start: int, end: int) -> None:
        """Add a value to a field: several are a list, and several notes one note."""
        key = key_of(key)
        before = raw.attributes.get(key)
        if before is None:
            raw.attributes[key] = RawAttribute(value, start, end)
        elif key == "note":
            before.value = f"{before.value} {value}"
        elif isinstance(before.value, list):
            before.value.append(value)
        else:
            before.value = [before.value, value]

    def join_fragments(self) -> None:
        """Make one mark of fragments that are linked, in the order of the links."""
        links = [link for link in self.links if link.name == NEXT_FRAGMENT]
        if not links:
            return
        self.links = [link for link in self.links if link.name != NEXT_FRAGMENT]
        following = {link.source: link.target for link in links}
        later = set(following.values())
        for first in [id for id in following if id not in later]:
            mark, next, seen = self.marks.get(first), following.get(first), {first}
            while mark is not None and next is not None and next in self.marks and next not in seen:
                seen.add(next)
                fragment = self.marks[next]
                mark.raw.spans += fragment.raw.spans
                if mark.raw.stored_words is not None and fragment.raw.stored_words is not None:
                    mark.raw.stored_words += fragment.raw.stored_words
                fragment.is_dropped = True
                next = following.get(next)

    def resolve(self, link: _Link) -> None:
        """Make a relation the field that it is."""
        rule = self.mapping.relation(link.name)
        ends = (link.target, link.source) if rule.swap else (link.source, link.target)
        source, target = (self.found(id, link.start, link.end) for id in ends)
        if source is None or target is None:
            return
        if rule.ignore or source.is_dropped or target.is_dropped:
            why = "the mapping leaves out" if rule.ignore else "an end is left out of"
            self.lose(f"{why} {link.name}", f"{link.source} {link.target}", link.start, link.end, ends[0], link.name)
            return
        self.give(source.raw, rule.field, self.name_of(ends[1], target), link.start, link.end)

    def name_of(self, id: str, mark: _Mark) -> str:
        """The id of the annotation that a mark becomes, which it needs where it is referred to."""
        if mark.raw.id is None:
            mark.raw.id = RawAttribute(id, mark.raw.start, mark.raw.end)
        return str(mark.raw.id.value)

    @functools.cached_property
    def spans_by_id(self) -> dict[str, tuple[Span, ...]]:
        """The spans of the annotations, by the ids that they have at the end."""
        return {str(mark.raw.id.value): mark.raw.spans for mark in self.marks.values() if mark.raw.id is not None}

    def span_over_roles(self, raw: RawAnnotation) -> None:
        """An attribution without words of its own has those of its roles."""
        by_id = self.spans_by_id
        fragments: list[Span] = []
        for key in ROLES_WITH_WORDS:
            attribute = raw.attributes.get(key)
            values = (
                [] if attribute is None else attribute.value if isinstance(attribute.value, list) else [attribute.value]
            )
            fragments += [span for value in values for span in by_id.get(value, ())]
        raw.spans = normalize(fragments)
