"""What a mapping says about the names in brat files, each looked up once and then remembered for all files.

Each memo raises `Unusual` for what cannot be a name, and for what the mapping leaves out: such files are read with places.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from newsfacts.formats.mapping import CONTENT, LabelMapping
from newsfacts.formats.marks import NEXT_FRAGMENT, ROLES_WITH_WORDS, key_of
from newsfacts.raw import Written, shared_written

__all__ = ["ROLE_NUMBER", "Attribute", "Known", "Label", "Memo", "Relation", "Unusual", "names_of_mapping"]

ROLE_NUMBER = re.compile(r"\d+$")
"""Ends the name of a role that an event has more than once."""

MAX_KNOWN = 4096
"""How many labels, names or ids are remembered per mapping; after that they are forgotten."""

_NAME = re.compile(r"\S+")
V = TypeVar("V")


class Unusual(Exception):
    """Something that is read with places."""


class Memo(dict[str, V]):
    """What `find` found for names, each of which it is asked for once."""

    def __init__(self, find: Callable[[str], V]) -> None:
        super().__init__()
        self.find: Callable[[str], V] = find

    def __missing__(self, name: str) -> V:
        if len(self) >= MAX_KNOWN:
            self.clear()
        self[name] = found = self.find(name)
        return found


class Label:
    """What a label means; `kinds` are the labels for each kind of a content, which depends on the words."""

    __slots__ = ("fields", "kind", "kinds", "name", "unless", "written")

    def __init__(self, name: str, kind: str, fields: Mapping[str, str], unless: str | None) -> None:
        self.name: str = name
        self.kind: str = kind
        self.fields: Mapping[str, str] = fields
        self.unless: str | None = unless
        self.kinds: dict[str, Label] = {}
        self.written: Memo[Written] = Memo(functools.partial(shared_written, kind))

    def with_defaults(self, values: dict[str, str | list[str]]) -> dict[str, str | list[str]]:
        """The values, and those that the label stands for."""
        for key, value in self.fields.items():
            if key not in values and (self.unless is None or self.unless not in values):
                values[key] = value
        return values


class Relation:
    """The field that a relation is."""

    __slots__ = ("key", "swaps")

    def __init__(self, key: str, swaps: bool) -> None:
        self.key: str = key
        self.swaps: bool = swaps


class Attribute:
    """The field that an attribute is, and what its values are called here."""

    __slots__ = ("key", "values")

    def __init__(self, key: str, values: Mapping[str, str]) -> None:
        self.key: str = key
        self.values: Mapping[str, str] = values


class Known:
    """What one mapping says. Each memo raises `Unusual` for a name that cannot be one, and for what the mapping leaves out."""

    def __init__(self, mapping: LabelMapping) -> None:
        self.mapping: LabelMapping = mapping
        self.labels: Memo[Label] = Memo(self.label)
        self.relations: Memo[Relation] = Memo(self.relation)
        self.attributes: Memo[Attribute] = Memo(self.attribute)
        self.roles: Memo[str] = Memo(self.role)

    def label(self, name: str) -> Label:
        """What a label means."""
        rule = self.mapping.label(name_of(name))
        if rule.ignore or not rule.fields.keys().isdisjoint(ROLES_WITH_WORDS):
            raise Unusual
        made = Label(name, rule.kind, rule.fields, rule.unless)
        if rule.kind == CONTENT:
            made.kinds = {kind: Label(name, kind, rule.fields, rule.unless) for kind in ("quote", "claim")}
        return made

    def of_content(self, label: Label, words: str) -> Label:
        """What the label of a content means with these words."""
        return label.kinds[self.mapping.label(label.name).kind_of(words)]

    def relation(self, name: str) -> Relation:
        """What a relation means; that between fragments is read elsewhere."""
        rule = self.mapping.relation(name_of(name))
        if rule.ignore or name == NEXT_FRAGMENT:
            raise Unusual
        return Relation(key_of(rule.field), rule.swap)

    def attribute(self, name: str) -> Attribute:
        """What an attribute means."""
        rule = self.mapping.attribute(name_of(name))
        if rule.ignore:
            raise Unusual
        return Attribute(key_of(rule.field), rule.values)

    def role(self, name: str) -> str:
        """The relation that a role is: without the number that a second one of its name has."""
        return name_of(name) if name in self.mapping.relations else ROLE_NUMBER.sub("", name_of(name))


def name_of(written: str) -> str:
    """A name, which has no white space."""
    if _NAME.fullmatch(written) is None:
        raise Unusual
    return written


@functools.lru_cache(maxsize=16)
def names_of_mapping(mapping: LabelMapping) -> Known:
    """What a mapping says, which all files that are read with it share."""
    return Known(mapping)
