"""Nesting is meaning: what is inside an attribution has a role in it, mentions in a listing are its items.

Inside an attribution, the sources, cues, addressees and media fill those roles, and the outermost quotes and claims
outside them are its contents. One function says so, for the builder and for the writers alike.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import attrs

from newsfacts.model import Addressee, Annotation, Attribution, Claim, Cue, Listing, Medium, Mention, Quote, Source

__all__ = ["Nested", "Part", "collect_nested", "part_of"]

_ROLES: Mapping[type[Annotation], str] = MappingProxyType({
    Source: "source", Cue: "cues", Addressee: "addressee", Medium: "medium",
})  # fmt: skip


@attrs.frozen
class Part:
    """What annotations of a class can be for what they are inside, and for what is inside them."""

    role: str | None
    is_attribution: bool
    is_content: bool
    is_listing: bool
    is_mention: bool


def part_of(cls: type[Annotation]) -> Part:
    """The part that a class plays."""
    hashable: Any = cls
    return _part_of(hashable)


@functools.cache
def _part_of(cls: Any) -> Part:
    return Part(
        role=next((role for base, role in _ROLES.items() if issubclass(cls, base)), None),
        is_attribution=issubclass(cls, Attribution),
        is_content=issubclass(cls, Quote | Claim),
        is_listing=issubclass(cls, Listing),
        is_mention=issubclass(cls, Mention),
    )


@attrs.define
class Nested:
    """What is inside what, by number: `roles` of attributions by field, `inner` mentions of mentions, `items` of listings."""

    roles: dict[int, dict[str, list[int]]] = attrs.field(factory=dict)
    inner: dict[int, list[int]] = attrs.field(factory=dict)
    items: dict[int, list[int]] = attrs.field(factory=dict)

    def add_role(self, attribution: int, field: str, number: int) -> None:
        """Note that annotation `number` plays a part in an attribution."""
        self.roles.setdefault(attribution, {}).setdefault(field, []).append(number)


def collect_nested(parts: Sequence[Part], parents: Sequence[int]) -> Nested:
    """Find which attribution each role and content belongs to, and which mentions are inside which words."""
    found = Nested()
    count = len(parts)
    attribution = [-1] * count  # the innermost attribution that an annotation is inside
    covered = [False] * count  # whether a role or a content is between the two
    mention = [-1] * count
    listing = [-1] * count
    for number, parent in enumerate(parents):
        if parent < 0:
            continue
        part, outer = parts[number], parts[parent]
        if outer.is_attribution:
            attribution[number] = parent
        else:
            attribution[number] = attribution[parent]
            covered[number] = covered[parent] or outer.is_content or outer.role is not None
        mention[number] = parent if outer.is_mention else mention[parent]
        listing[number] = parent if outer.is_listing else listing[parent]
        if attribution[number] >= 0:
            if part.role is not None:
                found.add_role(attribution[number], part.role, number)
            elif part.is_attribution:
                found.add_role(attribution[number], "nested", number)
                if not covered[number]:
                    found.add_role(attribution[number], "attributions", number)
            elif part.is_content and not covered[number]:
                found.add_role(attribution[number], "contents", number)
        if part.is_mention:
            if mention[number] >= 0:
                found.inner.setdefault(mention[number], []).append(number)
            if listing[number] >= 0 and mention[number] == mention[listing[number]]:
                found.items.setdefault(listing[number], []).append(number)
    for fields in found.roles.values():
        attributions = fields.pop("attributions", None)  # the content, where there is no other
        if attributions is not None:
            fields.setdefault("contents", attributions)
    return found
