"""Writes brat files: the `.ann` file, the text, the head, and the `annotation.conf` that brat needs to show them."""

from __future__ import annotations

import bisect
import os
import re
from collections.abc import Iterable, Iterator, Mapping

from newsfacts import strict_yaml
from newsfacts.building.written import written_metadata
from newsfacts.formats.brat import HEAD_ENDING
from newsfacts.formats.brat_well_formed import AT_TRIGGER
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.mapping import OWN, LabelMapping
from newsfacts.formats.marking import Limits, Mark, Marked, MarkRelation, marked
from newsfacts.formats.marks import ROLES_WITH_WORDS
from newsfacts.model import Annotation, Attribution, Document, RelationKind
from newsfacts.raw import Loss
from newsfacts.schema.kinds import Field, FieldType, Schema
from newsfacts.text.spans import Span, covers, normalize

__all__ = ["annotation_conf", "losses_of", "write_files", "write_lines"]

_LABEL = re.compile(r"[^\s:;|]+")
_VALUE = re.compile(r"\S(?:[^\r\n]*\S)?")
_LINE_BREAKS = re.compile(r"\r\n|[\r\n]")
_IDS = {False: re.compile(r"T[1-9]\d{0,8}"), True: re.compile(r"E[1-9]\d{0,8}")}
_TEXT_FOLDER = "text"


def write_lines(document: Document, mapping: LabelMapping) -> str:
    """The lines of the `.ann` file: text-bound annotations, then events, relations, attributes and notes."""
    found = marks_of(document, mapping)
    return "".join([f"{line}\n" for line in _Lines(document, mapping, found).lines()])


def losses_of(document: Document, mapping: LabelMapping) -> Iterator[Loss]:
    """What of a document its brat files have no place for."""
    yield from marks_of(document, mapping).losses
    yield from comment_losses(document)
    if "\r" in document.text:
        yield Loss(what="carriage returns, which brat does not count", field="text")


def write_files(document: Document, path: str, mapping: LabelMapping) -> dict[str, str]:
    """All files of a document: in the folder of `path`, or its text in the folder `text` next to it, as PolNeAR has it."""
    stem = path.removesuffix(".ann")
    folder, name = os.path.split(stem)
    separate = os.path.join(os.path.dirname(folder), _TEXT_FOLDER)
    texts = separate if os.path.basename(folder) == "attributions" else folder
    found = {path: write_lines(document, mapping)}
    found[os.path.join(texts, f"{name}.txt")] = _LINE_BREAKS.sub("\n", document.text)
    head = written_metadata(document)
    if head:
        found[f"{stem}{HEAD_ENDING}"] = strict_yaml.write_yaml({"newsfacts": 1, **head})
    found[os.path.join(folder, "annotation.conf")] = annotation_conf(document.known_kinds or Schema.core(), mapping)
    return found


def marks_of(document: Document, mapping: LabelMapping) -> Marked:
    """The annotations of a document as brat has them."""
    namer = _Names(document)
    limits = Limits(name=namer.name, label_fits=is_label, value_fits=is_value)
    return marked(document, mapping, limits)


def is_label(name: str) -> bool:
    """Whether a name can be a type of brat."""
    return _LABEL.fullmatch(name) is not None


def is_value(value: str) -> bool:
    """Whether a value can be on a line of brat."""
    return _VALUE.fullmatch(value) is not None


class _Names:
    """Gives each annotation its id: the one it has, where it is one of brat, or else the next number."""

    def __init__(self, document: Document) -> None:
        self.taken = {a.id for a in document.annotations if a.id and _IDS[isinstance(a, Attribution)].fullmatch(a.id)}
        self.numbers = {"T": 0, "E": 0}

    def name(self, _: int, annotation: Annotation) -> str:
        """The id of an annotation: E and a number for an attribution, T and a number for others."""
        is_event = isinstance(annotation, Attribution)
        if annotation.id is not None and _IDS[is_event].fullmatch(annotation.id):
            return annotation.id
        return self.next("E" if is_event else "T")

    def next(self, letter: str) -> str:
        """The next free id."""
        while True:
            self.numbers[letter] += 1
            name = f"{letter}{self.numbers[letter]}"
            if name not in self.taken:
                self.taken.add(name)
                return name


class _Lines:
    def __init__(self, document: Document, mapping: LabelMapping, found: Marked) -> None:
        self.mapping = mapping
        self.found = found
        self.returns = [match.start() for match in re.finditer(r"\r(?=\n)", document.text)]
        self.names = _Names(document)
        self.names.taken |= {mark.id for mark in found.marks}
        self.numbers: dict[str, int] = {}
        self.at_triggers: list[str] = []

    def lines(self) -> Iterator[str]:
        """Every line, without its end."""
        roles: dict[str, list[MarkRelation]] = {}
        events = {mark.id for mark in self.found.marks if isinstance(mark.annotation, Attribution)}
        others: list[MarkRelation] = []
        role_names = {
            self.mapping.relation_for(key).name for key in ("source", "cue", "content", "addressee", "medium")
        }
        for relation in self.found.relations:
            is_role = relation.source in events and relation.name in role_names
            (roles.setdefault(relation.source, []) if is_role else others).append(relation)
        spans = {mark.id: mark.spans for mark in self.found.marks}
        triggers: dict[str, str] = {}
        for mark in self.found.marks:
            if mark.id in events:
                triggers[mark.id] = self.names.next("T")
                chosen = self.trigger_spans(mark, roles.get(mark.id, []), spans)
                yield self.text_bound(triggers[mark.id], mark, chosen)
            else:
                yield self.text_bound(mark.id, mark, mark.spans)
        for mark in self.found.marks:
            if mark.id in events:
                yield self.event(mark, triggers[mark.id], roles.get(mark.id, []))
        for relation in others:
            yield f"{self.number('R')}\t{relation.name} Arg1:{relation.source} Arg2:{relation.target}"
        yield from self.attributes()

    def trigger_spans(
        self, mark: Mark, roles: Iterable[MarkRelation], spans: dict[str, tuple[Span, ...]]
    ) -> tuple[Span, ...]:
        """Where the trigger of an attribution is: at its cue, where the attribution has no words but those of its roles."""
        parts = [span for role in roles for span in spans.get(role.target, ())]
        cues = [spans[role.target] for role in roles if role.field == "cue" and role.target in spans]
        is_plain = self.mapping.label(mark.label).kind == "attribution"
        if is_plain and cues and normalize(parts) == mark.spans and normalize(cues[0]) == cues[0]:
            return cues[0]
        if is_plain and not covers(mark.spans, parts):
            self.at_triggers.append(mark.id)
        return mark.spans

    def text_bound(self, id: str, mark: Mark, spans: tuple[Span, ...]) -> str:
        """The line of a text-bound annotation."""
        offsets = ";".join(f"{self.offset(span.start)} {self.offset(span.end)}" for span in spans)
        text = self.words(mark, spans)
        return f"{id}\t{mark.label} {offsets}\t{text}"

    def words(self, mark: Mark, spans: tuple[Span, ...]) -> str:
        """The words on the line of an annotation; brat has no line breaks in them."""
        if spans is mark.spans:
            words = mark.words
        else:
            by_id = {each.spans: each.words for each in self.found.marks}
            words = by_id[spans]
        return " ".join([_LINE_BREAKS.sub(" ", piece) for piece in words])

    def offset(self, offset: int) -> int:
        """An offset as brat counts it: CR LF is one character."""
        return offset - bisect.bisect_left(self.returns, offset) if self.returns else offset

    def event(self, mark: Mark, trigger: str, roles: Iterable[MarkRelation]) -> str:
        """The line of an attribution, whose second source is `Source2`."""
        counts: dict[str, int] = {}
        written = []
        for role in roles:
            counts[role.name] = counts.get(role.name, 0) + 1
            number = str(counts[role.name]) if counts[role.name] > 1 else ""
            written.append(f" {role.name}{number}:{role.target}")
        return f"{mark.id}\t{mark.label}:{trigger}{''.join(written)}"

    def attributes(self) -> Iterator[str]:
        """The lines of attributes and notes."""
        for id in self.at_triggers:
            yield f"{self.number('A')}\t{AT_TRIGGER} {id}"
        for mark in self.found.marks:
            for name, values in mark.attributes.items():
                for value in values:
                    if name == "note":
                        yield f"{self.number('#')}\tAnnotatorNotes {mark.id}\t{value}"
                    else:
                        yield f"{self.number('A')}\t{name} {mark.id} {value}"

    def number(self, letter: str) -> str:
        """The next id of relations, attributes or notes."""
        self.numbers[letter] = self.numbers.get(letter, 0) + 1
        return f"{letter}{self.numbers[letter]}"


def annotation_conf(schema: Schema, mapping: LabelMapping) -> str:
    """The `annotation.conf` of a folder: what brat needs to know of the labels of a mapping and of the kinds of a schema."""
    labels = {rule.label: rule.kind for rule in mapping.labels.values() if not rule.ignore and is_label(rule.label)}
    covered = set(labels.values()) | ({"quote", "claim"} if "content" in labels.values() else set())
    for kind in schema:
        if kind.name not in covered:
            labels[mapping.label_for(kind.name, {}, "").label] = kind.name
    events = [label for label, kind in labels.items() if _is_attribution(schema, kind)]
    entities = [label for label in labels if label not in events]
    roles = ", ".join([f"{mapping.relation_for(key).name}*:<ANY>" for key in ROLES_WITH_WORDS])
    fields = {key: field for kind in schema for key, field in kind.fields.items()}
    lines = ["[entities]", *entities, "", "[relations]", *_relations_of_conf(fields, mapping)]
    lines += ["", "[events]", *(f"{label}\t{roles}" for label in events)]
    lines += ["", "[attributes]", *_attributes_of_conf(fields, mapping)]
    lines += [f"{OWN}id\tArg:<ANY>", f"{AT_TRIGGER}\tArg:<ANY>"]
    return "\n".join(lines) + "\n"


def _relations_of_conf(fields: Mapping[str, Field], mapping: LabelMapping) -> Iterator[str]:
    """The fields that refer to annotations, but for the roles of events, and the relations between claims."""
    links = [
        key
        for key, field in fields.items()
        if FieldType.ANNOTATION in field.types and key not in ("source", "cue", "content")
    ]
    for key in dict.fromkeys([*links, *(str(kind.value) for kind in RelationKind)]):
        yield f"{mapping.relation_for(key).name}\tArg1:<ANY>, Arg2:<ANY>"


def _attributes_of_conf(fields: Mapping[str, Field], mapping: LabelMapping) -> Iterator[str]:
    """The other fields, with their values where these are listed."""
    for key, field in fields.items():
        if field.choices:
            pairs = [mapping.attribute_for(key, value) for value in field.choices]
            yield f"{pairs[0][0]}\tArg:<ANY>, Value:{'|'.join(value for _, value in pairs)}"
        elif FieldType.ANNOTATION not in field.types and key != "note":
            yield f"{mapping.attribute_for(key, '')[0]}\tArg:<ANY>"


def _is_attribution(schema: Schema, name: str) -> bool:
    kind = schema.kinds.get(name)
    return kind is not None and issubclass(kind.cls, Attribution)
