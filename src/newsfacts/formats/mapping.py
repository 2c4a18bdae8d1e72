"""Mappings: what the labels, attributes and relations of a corpus are called here, as YAML files.

    newsfacts-mapping: 1
    doc: PolNeAR, attributions in news about a campaign
    labels:
      Source: {kind: source}
      Content: {kind: content}                                   # a quote where quotation marks show one, else a claim
      Attribution-no-source: {kind: attribution, fields: {voice: implied}, unless: source}
      Discard: {ignore: yes}                                     # left out; each one is a loss
    attributes:
      Polarity: {field: polarity, values: {Negative: negative}}  # other values are kept as written
    relations:
      Origin: {field: source}
      Rebuttal: {field: rebuts, swap: yes}                       # from the second argument to the first
    metadata:                                                    # columns of a table of metadata, and the keys of a document
      publication_date: published

A label, an attribute or a relation that a mapping does not name keeps its name: that of a kind or a field is understood,
another one is kept without complaint. One mapping serves every format whose annotations are labels and attributes.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from newsfacts import strict_yaml
from newsfacts.errors import ReadError, UsageError
from newsfacts.files import read_bytes
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.schema.kinds import Field, Schema
from newsfacts.strict_yaml import Entry, Scalar
from newsfacts.strict_yaml.tables import Shapes
from newsfacts.text.quotation_marks import shows_quotation
from newsfacts.text.source import SourceText, decode
from newsfacts.text.suggestions import suggestion

__all__ = [
    "CONTENT", "OWN", "AttributeRule", "LabelMapping", "LabelRule", "RelationRule", "load_mapping", "mapping_names", "read_mapping",
]  # fmt: skip

OWN = "newsfacts_"
"""Begins a label, an attribute or a relation that is a kind or a field of newsfacts, whatever the mapping makes of its name."""

CONTENT = "content"
"""The kind of what is said: a quote where the words are between quotation marks, wholly or partly, else a claim."""

FOLDER = Path(__file__).parent.parent / "mappings"
"""The mappings that come with newsfacts."""

MAX_MAPPING_SIZE = 1024 * 1024
"""How many bytes a mapping file may have."""


@frozen(kw_only=True)
class LabelRule:
    """What a label means: a kind, and values of some fields, unless the annotation has the field `unless`."""

    label: str
    kind: str
    fields: Mapping[str, str] = FrozenDict()
    unless: str | None = None
    ignore: bool = False

    def kind_of(self, words: str) -> str:
        """The kind of an annotation with these words."""
        if self.kind != CONTENT:
            return self.kind
        return "quote" if shows_quotation(words) else "claim"


@frozen(kw_only=True)
class AttributeRule:
    """The field that an attribute is, and what its values are called here."""

    name: str
    field: str
    values: Mapping[str, str] = FrozenDict()
    ignore: bool = False


@frozen(kw_only=True)
class RelationRule:
    """The field of the first argument that names the second one; the other way round where `swap`."""

    name: str
    field: str
    swap: bool = False
    ignore: bool = False


@frozen(eq=False)
class LabelMapping:
    """What the labels, attributes and relations of a corpus are called here, and back again."""

    name: str = ""
    doc: str = ""
    labels: Mapping[str, LabelRule] = attrs.field(default=FrozenDict(), repr=False)
    attributes: Mapping[str, AttributeRule] = attrs.field(default=FrozenDict(), repr=False)
    relations: Mapping[str, RelationRule] = attrs.field(default=FrozenDict(), repr=False)
    metadata: Mapping[str, str] = attrs.field(default=FrozenDict(), repr=False)

    # -- from their names to ours
    def label(self, name: str) -> LabelRule:
        """What a label means; one that is not in the mapping is a kind, known or not."""
        found = self.labels.get(name)
        if found is None:
            found = LabelRule(label=name, kind=name.removeprefix(OWN) or name)
        return found

    def attribute(self, name: str) -> AttributeRule:
        """The field that an attribute is."""
        return self.attributes.get(name) or AttributeRule(name=name, field=name.removeprefix(OWN) or name)

    def relation(self, name: str) -> RelationRule:
        """The field that a relation is."""
        return self.relations.get(name) or RelationRule(name=name, field=name.removeprefix(OWN) or name)

    # -- from ours to theirs
    def label_for(self, kind: str, fields: Mapping[str, object], words: str) -> LabelRule:
        """The label of an annotation: the one whose fields say most of what the annotation says."""
        for rule in self._labels_by_kind.get(kind, ()):
            states = all(fields.get(key) == value for key, value in rule.fields.items())
            if states and rule.unless not in fields and rule.kind_of(words) == kind:
                return rule
        taken = kind in self.labels or kind.startswith(OWN)
        return LabelRule(label=f"{OWN}{kind}" if taken else kind, kind=kind)

    def attribute_for(self, field: str, value: str) -> tuple[str, str]:
        """The name and the value of an attribute that say what a field says."""
        for rule in self.attributes.values():
            if rule.field == field and not rule.ignore:
                for theirs, ours in rule.values.items():
                    if ours == value:
                        return rule.name, theirs
                if value not in rule.values:
                    return rule.name, value
        return (f"{OWN}{field}" if field in self.attributes or field.startswith(OWN) else field), value

    def relation_for(self, field: str) -> RelationRule:
        """The relation that a field is written as."""
        for rule in self.relations.values():
            if rule.field == field and not rule.ignore:
                return rule
        taken = field in self.relations or field.startswith(OWN)
        return RelationRule(name=f"{OWN}{field}" if taken else field, field=field)

    @functools.cached_property
    def _labels_by_kind(self) -> Mapping[str, tuple[LabelRule, ...]]:
        """The labels of each kind, those that state most fields first."""
        found: dict[str, list[LabelRule]] = {}
        for rule in self.labels.values():
            for kind in ("quote", "claim") if rule.kind == CONTENT else (rule.kind,):
                if not rule.ignore:
                    found.setdefault(kind, []).append(rule)
        return {kind: tuple(sorted(rules, key=lambda rule: -len(rule.fields))) for kind, rules in found.items()}


def mapping_names() -> tuple[str, ...]:
    """The names of the mappings that come with newsfacts."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def load_mapping(name: str | os.PathLike[str] | LabelMapping | None, default: str = "") -> LabelMapping:
    """A mapping by the name of one that comes with newsfacts, or by the path of a file; the `default` for None.

    Raises `UsageError` where there is none, and `ReadError` that lists every mistake in the file, each with its place.
    """
    if isinstance(name, LabelMapping):
        return name
    if name is None:
        return _shipped(default) if default else LabelMapping()
    shown = os.fspath(name)
    if os.sep not in shown and not shown.endswith((".yaml", ".yml")):
        if shown in mapping_names():
            return _shipped(shown)
        known = mapping_names()
        hint = suggestion(shown, known) or f"; there are {', '.join(known)}"
        raise UsageError(f"no mapping is named {shown!r}{hint}; a file of your own ends in .yaml")
    try:
        text = decode(read_bytes(shown, limit=MAX_MAPPING_SIZE)).text
    except OSError as error:
        raise UsageError(f"the mapping {shown} cannot be read: {error.strerror or type(error).__name__}") from None
    return read_mapping(text, shown)


@functools.lru_cache(maxsize=32)
def _shipped(name: str) -> LabelMapping:
    path = FOLDER / f"{name}.yaml"
    return read_mapping(read_bytes(path).decode("utf-8"), str(path))


def read_mapping(text: str, path: str | None = None, *, schema: Schema | None = None) -> LabelMapping:
    """Read the text of a mapping file. Raises `ReadError` that lists every mistake, each with its place.

    Kinds are checked against `schema`, the built-in kinds by default, and may also be new: a kind with a capital letter or
    a hyphen is taken as one of another project.
    """
    reader = _MappingReader(text, path, schema or Schema.core())
    found = reader.read()
    if reader.problems:
        number = f"{len(reader.problems)} mistake" + ("s" if len(reader.problems) > 1 else "")
        raise ReadError(f"the mapping {path or 'text'} has {number}:", reader.problems)
    return found


def _takes(field: Field, value: str) -> bool:
    """Whether a value is one of those that a field names, if it names any."""
    return not field.choices or field.choices.keys() >= set(value.split() if field.many else [value])


_TOP_KEYS = frozenset({"newsfacts-mapping", "doc", "labels", "attributes", "relations", "metadata", "schema"})
_LABEL_KEYS = frozenset({"kind", "fields", "unless", "ignore"})
_ATTRIBUTE_KEYS = frozenset({"field", "values", "ignore"})
_RELATION_KEYS_OF_RULE = frozenset({"field", "swap", "ignore"})


class _MappingReader(Shapes):
    def __init__(self, text: str, path: str | None, schema: Schema) -> None:
        super().__init__(ProblemList(), path, SourceText(text), code=ReaderCode.UNUSABLE_SCHEMA)
        self.schema = schema
        expected = "a mapping file is a table with labels, attributes and relations"
        self.node = self.root(strict_yaml.read_yaml(text, path=path), expected, if_empty=expected)
        self.fields: dict[str, list[Field]] = {}
        for kind in schema:
            for key, field in kind.fields.items():
                self.fields.setdefault(key, []).append(field)

    def read(self) -> LabelMapping:
        node = self.node
        if node is None:
            return LabelMapping()
        self.refuse_unknown(node, _TOP_KEYS, "a mapping file")
        version = node.get("newsfacts-mapping")
        if not (isinstance(version, Scalar) and version.raw == "1"):
            message = "this mapping file does not say that it is of version 1"
            self.complain(message, version or node, "write newsfacts-mapping: 1")
        return LabelMapping(
            name=Path(self.path).stem if self.path else "",
            doc=self.text_of(node, "doc"),
            labels=FrozenDict({rule.label: rule for rule in map(self.label, self.entries("labels", "label"))}),
            attributes=FrozenDict({
                rule.name: rule for rule in map(self.attribute, self.entries("attributes", "attribute"))
            }),
            relations=FrozenDict({rule.name: rule for rule in map(self.relation, self.entries("relations", "relation"))}),
            metadata=FrozenDict(self.pairs(node, "metadata")),
        )  # fmt: skip

    def entries(self, key: str, what: str) -> Iterator[Entry]:
        """The tables of one part of the file."""
        assert self.node is not None
        example = {"label": "{kind: source}", "attribute": "{field: polarity}", "relation": "{field: rebuts}"}[what]
        return self.named_tables(self.node.get(key), key, what, example)

    def label(self, entry: Entry) -> LabelRule:
        node = self.checked(entry, _LABEL_KEYS, "a label")
        kind, ignore = self.text_of(node, "kind"), self.flag(node, "ignore")
        written = node.get("kind")
        if not kind and not ignore:
            self.complain(f"the label {entry.key.raw!r} has no kind", entry.key, "write kind: claim, or ignore: yes")
        elif kind and kind.islower() and kind.isidentifier() and kind not in (*self.schema.kinds, CONTENT):
            close = suggestion(kind, (*self.schema.kinds, CONTENT))
            help = f"the kinds are {', '.join(self.schema.kinds)}, and {CONTENT} for a quote or a claim"
            self.complain(f"no kind is named {kind!r}{close}", written or node, help)
        fields = self.pairs(node, "fields")
        self.check_fields(node, fields, kind)
        return LabelRule(
            label=entry.key.raw,
            kind=kind,
            fields=FrozenDict(fields),
            unless=self.text_of(node, "unless") or None,
            ignore=ignore,
        )

    def attribute(self, entry: Entry) -> AttributeRule:
        node = self.checked(entry, _ATTRIBUTE_KEYS, "an attribute")
        field, ignore = self.text_of(node, "field"), self.flag(node, "ignore")
        values = self.pairs(node, "values")
        if not field and not ignore:
            self.complain(f"the attribute {entry.key.raw!r} has no field", entry.key, "write field: polarity, or ignore: yes")  # fmt: skip
        known = self.fields.get(field, [])
        for theirs, ours in values.items():
            if known and not any(_takes(one, ours) for one in known):
                choices = list(dict.fromkeys(choice for one in known for choice in one.choices))
                help = f"{theirs} is {' or '.join(dict.fromkeys(one.describe() for one in known))}"
                message = f"{field} has no value {ours!r}{suggestion(ours, choices)}"
                self.complain(message, node.get("values") or node, help)
        return AttributeRule(name=entry.key.raw, field=field, values=FrozenDict(values), ignore=ignore)

    def relation(self, entry: Entry) -> RelationRule:
        node = self.checked(entry, _RELATION_KEYS_OF_RULE, "a relation")
        field, ignore = self.text_of(node, "field"), self.flag(node, "ignore")
        if not field and not ignore:
            self.complain(f"the relation {entry.key.raw!r} has no field", entry.key, "write field: rebuts, or ignore: yes")  # fmt: skip
        return RelationRule(name=entry.key.raw, field=field, swap=self.flag(node, "swap"), ignore=ignore)

    def checked(self, entry: Entry, keys: Iterable[str], what: str) -> strict_yaml.Mapping:
        """The table of an entry, whose unknown keys are reported."""
        node = entry.value
        assert isinstance(node, strict_yaml.Mapping)
        self.refuse_unknown(node, keys, what)
        return node

    def check_fields(self, node: strict_yaml.Mapping, fields: Mapping[str, str], kind: str) -> None:
        """Report values that a known kind has no field or no choice for."""
        known = self.schema.kinds.get(kind)
        for key, value in fields.items() if known is not None else ():
            assert known is not None
            field = known.fields.get(key)
            if field is None:
                message = f"the kind {kind} has no field {key!r}{suggestion(key, known.fields)}"
                self.complain(message, node.get("fields") or node, f"it has {', '.join(known.fields)}")
            elif field.choices and value not in field.choices:
                message = f"{key} has no value {value!r}{suggestion(value, field.choices)}"
                self.complain(message, node.get("fields") or node, f"it is {field.describe()}")

    def pairs(self, node: strict_yaml.Mapping, key: str) -> dict[str, str]:
        """A table of single values."""
        table = node.get(key)
        if table is None or strict_yaml.is_null(table):
            return {}
        if not isinstance(table, strict_yaml.Mapping):
            self.complain(f"{key!r} is a table of values", table, f"write {key}: {{theirs: ours}}")
            return {}
        return {entry.key.raw: self.word(entry.value) for entry in table.entries}
