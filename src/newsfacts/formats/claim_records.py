"""Records of corpora of rated claims (AVeriTeC, FEVER, LIAR), for their readers: a claim, a verdict on it, and evidence.

Each record is a document of its own, whose text is the claim. The verdict and the evidence have no place in it. What a record says besides,
such as the party of a speaker, is kept under its own name as a field of another project.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.annotation_tables import WORD_KEYS
from newsfacts.formats.heads import head_of
from newsfacts.formats.mapping import LabelMapping, LabelRule
from newsfacts.immutable import FrozenDict
from newsfacts.model import RelationKind
from newsfacts.raw import Loss, Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.schema.kinds import Schema
from newsfacts.strict_yaml import Node, Scalar, Sequence
from newsfacts.strict_yaml.tables import items_of
from newsfacts.text.source import Place, SourceText
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import suggestion

__all__ = ["RECORD", "ClaimRecord", "folded", "foreign_key", "own_key", "verdict_labels"]

RECORD = "record"
"""The field of a claim that has the id of its record in the corpus."""

CLAIM, VERDICT, SPEAKER = "claim", "verdict", "speaker"
"""The ids of what a record becomes."""

_PLACES = frozenset({"kind", "id", "spans", "words"}) | WORD_KEYS | {str(kind.value) for kind in RelationKind}
_FOLDING = str.maketrans("_-", "  ")


def folded(label: str) -> str:
    """A label as labels are compared: without regard to case, and with spaces for hyphens and underscores."""
    return " ".join(label.casefold().translate(_FOLDING).split())


def verdict_labels(mapping: LabelMapping) -> Mapping[str, LabelRule]:
    """The labels of a mapping that are verdicts, in its order."""
    return FrozenDict({label: rule for label, rule in mapping.labels.items() if rule.kind == "verdict" or rule.ignore})


def _is_ours(kind: str, key: str) -> bool:
    return key in _PLACES or key in Schema.core()[kind].fields


def own_key(kind: str, key: str) -> str:
    """The field under which a key of a record is kept: never one of ours."""
    return f"{key}_" if _is_ours(kind, key) else key


def foreign_key(kind: str, key: str) -> str:
    """The key of a record that is kept under a field, the inverse of `own_key`."""
    return key[:-1] if key.endswith("_") and _is_ours(kind, key[:-1]) else key


class ClaimRecord:
    """One record in the making. `start`..`end` is its range in the file."""

    def __init__(
        self, source: SourceText, path: str | None, mapping: LabelMapping, problems: ProblemList, start: int, end: int
    ) -> None:
        self.source = source
        self.path = path
        self.mapping = mapping
        self.problems = problems
        self.start = start
        self.end = end
        self.text: str = ""
        self.text_range: tuple[int, int] = (start, start)
        self.annotations: list[RawAnnotation] = []
        self.losses: list[Loss] = []
        self.entities: dict[str, dict[str, Any]] = {}
        self.rated: RawAnnotation | None = None

    # -- problems and losses
    def place(self, start: int, end: int) -> Place:
        """A range of the file."""
        return Place(self.path, self.source, start, end)

    def report(self, code: ReaderCode, message: str, start: int, end: int, help: str | None = None) -> None:
        """Add a problem of the record."""
        self.problems.add(code, message, self.place(start, end), help=help)

    def lose(self, what: str, start: int, end: int) -> None:
        """Note that something of the record is not taken over."""
        self.losses.append(Loss(what=what, words=self.source.slice(start, end), place=self.place(start, end)))

    # -- parts
    def claim(self, words: Scalar | None) -> RawAnnotation:
        """The claim, whose words are the text of the document. A record without one has an error."""
        if words is None or not words.raw.strip():
            where = (self.start, self.end) if words is None else (words.start, words.end)
            self.report(ReaderCode.MISSING_FIELD, "this record has no claim", *where)
        else:
            self.text, self.text_range = words.raw, (words.start, words.end)
        raw = RawAnnotation("claim", (Span(0, len(self.text)),), *self.text_range)
        raw.id = RawAttribute(CLAIM, *self.text_range)
        if self.text:
            self.annotations.append(raw)
        return raw

    def verdict(self, label: Scalar | None) -> RawAnnotation:
        """The verdict; its label says in the terms of the mapping how the claim is rated."""
        where = (label.start, label.end) if label is not None else (self.start, self.end)
        raw = self.placeless("verdict", *where)
        raw.id = RawAttribute(VERDICT, *where)
        if label is not None:
            self.rate(raw, label)
        self.rated = raw
        return raw

    def rate(self, raw: RawAnnotation, label: Scalar) -> None:
        """What a label says about a claim. An unknown one is kept as it is written, with an error."""
        labels = verdict_labels(self.mapping)
        rule = labels.get(label.raw)
        if rule is None:
            alike = [one for name, one in labels.items() if folded(name) == folded(label.raw)]
            rule = alike[0] if len(alike) == 1 else None
        if rule is not None and rule.ignore:
            self.lose("a label that is left out", label.start, label.end)
            return
        for field, value in rule.fields.items() if rule is not None else ():
            raw.attributes[field] = RawAttribute(value, label.start, label.end)
        if rule is None or "label" not in rule.fields:
            raw.attributes["label"] = RawAttribute(label.raw, label.start, label.end)
        if rule is None and labels:
            message = f"{label.raw!r} is not a label of {self.mapping.name}{suggestion(label.raw, labels)}"
            help = f"the labels are {', '.join(labels)}; a mapping of your own says what others mean"
            self.report(ReaderCode.VALUE_NOT_IN_LIST, message, label.start, label.end, help)

    def evidence(self, start: int, end: int) -> RawAnnotation:
        """One more piece of evidence, of the verdict where there is one."""
        raw = self.placeless("evidence", start, end)
        target = VERDICT if self.rated is not None else CLAIM
        raw.attributes["of"] = RawAttribute(target, start, end)
        return raw

    def placeless(self, kind: str, start: int, end: int) -> RawAnnotation:
        """An annotation without a place in the text, of the claim."""
        raw = RawAnnotation(kind, (), start, end)
        raw.attributes["of"] = RawAttribute(CLAIM, start, end)
        if self.text:
            self.annotations.append(raw)
        return raw

    def speaker(self, claim: RawAnnotation, name: Scalar | None, **fields: Any) -> None:
        """Who made the claim."""
        if name is not None and name.raw.strip():
            self.entities[SPEAKER] = {"name": name.raw, **fields}
            claim.attributes["by"] = RawAttribute(SPEAKER, name.start, name.end)

    # -- values
    def give(self, raw: RawAnnotation, field: str, value: Scalar | None, says: str | None = None) -> None:
        """Set a field of ours, to `says` where it is not said as in the record; nothing where the record says nothing."""
        if value is not None and value.value is not None and value.raw.strip():
            raw.attributes[field] = RawAttribute(value.raw if says is None else says, value.start, value.end)

    def translate(self, raw: RawAnnotation, name: str, value: Scalar | None) -> None:
        """Set the field that an attribute of the mapping is, to what its value is called here."""
        rule = self.mapping.attribute(name)
        if rule.ignore and value is not None:
            self.lose(f"{name}, which is left out", value.start, value.end)
        elif value is not None:
            self.give(raw, rule.field, value, rule.values.get(value.raw, value.raw))

    def keep(self, raw: RawAnnotation, key: str, value: Node | None) -> None:
        """Keep what has no place in the model, under the name that the record has for it. What is not text is a loss."""
        items = items_of(value)
        words = [item.raw for item in items if isinstance(item, Scalar) and item.value is not None]
        if value is None or not any(words):
            return
        if len(words) != len(items):
            self.lose(f"{key} of the record", value.start, value.end)
            return
        given: str | list[str] = words if isinstance(value, Sequence) else words[0]
        assert raw.kind is not None
        raw.attributes[own_key(raw.kind, key)] = RawAttribute(given, value.start, value.end)

    def keep_words(self, raw: RawAnnotation, key: str, values: Iterable[Scalar]) -> None:
        """Keep a list of values."""
        found = [value for value in values if value.raw]
        if found:
            raw.attributes[key] = RawAttribute([one.raw for one in found], found[0].start, found[-1].end)

    def document(self) -> RawDocument:
        """The document that the record is."""
        head = {"entities": self.entities} if self.entities else {}
        return RawDocument(
            text=self.text, annotations=self.annotations, findings=self.problems, losses=self.losses, is_foreign=True,
            origin=Origin(path=self.path, source=self.source, text_range=self.text_range),
            **head_of(head, self.start, self.start),
        )  # fmt: skip
