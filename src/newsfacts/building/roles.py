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

from newsfacts.immutable import define, frozen, maker
from newsfacts.model import Addressee, Annotation, Attribution, Claim, Cue, Listing, Medium, Mention, Quote, Source

__all__ = ["Nested", "Part", "collect_nested", "part_of"]

_ROLES: Mapping[type[Annotation], str] = MappingProxyType({
    Source: "source", Cue: "cues", Addressee: "addressee", Medium: "medium",
})  # fmt: skip


@frozen
class Part:
    """What annotations of a class can be for what they are inside, and for what is inside them.

    `field` is the field of an attribution that they can be in, and `role` is that of one that only its own words can be in.
    """

    role: str | None
    field: str | None
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
    role = next((role for base, role in _ROLES.items() if issubclass(cls, base)), None)
    is_attribution, is_content = issubclass(cls, Attribution), issubclass(cls, Quote | Claim)
    return Part(
        role=role,
        field=role or ("nested" if is_attribution else "contents" if is_content else None),
        is_attribution=is_attribution,
        is_content=is_content,
        is_listing=issubclass(cls, Listing),
        is_mention=issubclass(cls, Mention),
    )


@define
class Nested:
    """What is inside what, by number: `roles` of attributions by field, `inner` mentions of mentions, `items` of listings."""

    roles: dict[int, dict[str, list[int]]] = attrs.field(factory=dict)
    inner: dict[int, list[int]] = attrs.field(factory=dict)
    items: dict[int, list[int]] = attrs.field(factory=dict)

    def __contains__(self, number: int) -> bool:
        """Whether anything that means something is inside an annotation."""
        return number in self.roles or number in self.inner or number in self.items

    def add_role(self, attribution: int, field: str, number: int) -> None:
        """Note that annotation `number` plays a part in an attribution."""
        fields = self.roles.get(attribution)
        if fields is None:
            fields = self.roles[attribution] = {}
        numbers = fields.get(field)
        if numbers is None:
            fields[field] = [number]
        else:
            numbers.append(number)


@frozen
class _Around:
    """What the annotations directly inside another one are inside, by number; -1 for none.

    `is_covered` is whether a role or a content is between them and the attribution.
    """

    attribution: int = -1
    is_covered: bool = False
    mention: int = -1
    listing: int = -1

    def within(self, number: int, part: Part, listing_mentions: dict[int, int]) -> _Around:
        """What is around the annotations inside annotation `number`, around which is this."""
        if part.is_listing:
            listing_mentions[number] = self.mention
        return _new_around(
            number if part.is_attribution else self.attribution,
            not part.is_attribution and (self.is_covered or part.is_content or part.role is not None),
            number if part.is_mention else self.mention,
            number if part.is_listing else self.listing,
        )


_new_around = maker(_Around)


def collect_nested(parts: Sequence[Part], parents: Sequence[int]) -> Nested:
    """Find which attribution each role and content belongs to, and which mentions are inside which words."""
    found = Nested()
    surroundings = _Surroundings(parts, parents)
    for number, part in enumerate(parts):
        field = part.field
        if field is None and not part.is_mention:
            continue
        parent = parents[number]
        if parent < 0:
            continue
        around = surroundings.get(parent) or surroundings.within(parent)
        if field is not None and around.attribution >= 0 and not (part.is_content and around.is_covered):
            found.add_role(around.attribution, field, number)
            if part.is_attribution and not around.is_covered:
                found.add_role(around.attribution, "attributions", number)
        if part.is_mention:
            if around.mention >= 0:
                found.inner.setdefault(around.mention, []).append(number)
            if around.listing >= 0 and around.mention == surroundings.listing_mentions[around.listing]:
                found.items.setdefault(around.listing, []).append(number)
    for fields in found.roles.values():
        attributions = fields.pop("attributions", None)  # the content, where there is no other
        if attributions is not None:
            fields.setdefault("contents", attributions)
    return found


class _Surroundings(dict[int, _Around]):
    """What is around the annotations directly inside annotation N, worked out once for all of them, where that matters."""

    def __init__(self, parts: Sequence[Part], parents: Sequence[int]) -> None:
        super().__init__()
        self[-1] = _Around()
        self.parts = parts
        self.parents = parents
        self.listing_mentions: dict[int, int] = {}  # the mention that a listing is inside

    def within(self, number: int) -> _Around:
        """What is around the annotations inside annotation `number`, found from the outermost annotation on."""
        unknown = []
        while number not in self:
            unknown.append(number)
            number = self.parents[number]
        around = self[number]
        for inner in reversed(unknown):
            around = self[inner] = around.within(inner, self.parts[inner], self.listing_mentions)
        return around
