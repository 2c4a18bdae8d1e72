"""Nesting is meaning: what is inside an attribution has a role in it, mentions in a listing are its items.

Inside an attribution, the sources, cues, addressees and media fill those roles, and the outermost quotes and claims
outside them are its contents. One function says so, for the builder and for the writers alike.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from newsfacts.immutable import frozen
from newsfacts.model import Addressee, Annotation, Attribution, Claim, Cue, Listing, Medium, Mention, Quote, Source

__all__ = ["Nested", "Part", "collect_nested", "part_of"]

_ROLES: Mapping[type[Annotation], str] = MappingProxyType({
    Source: "source", Cue: "cues", Addressee: "addressee", Medium: "medium",
})  # fmt: skip


@frozen
class Part:
    """What annotations of a class can be for what they are inside, and for what is inside them.

    `field` is the field of an attribution that they can be in, and `role` is that of one that only its own words can be in.
    `is_any` is whether they can be anything for what they are inside. `role_alone` is the field of an attribution that they are in
    whatever else is inside it, and nothing else where only that is around them.
    """

    role: str | None
    field: str | None
    is_attribution: bool
    is_content: bool
    is_listing: bool
    is_mention: bool
    is_any: bool
    role_alone: str | None


def part_of(cls: type[Annotation]) -> Part:
    """The part that a class plays."""
    hashable: Any = cls
    return _part_of(hashable)


@functools.cache
def _part_of(cls: Any) -> Part:
    role = next((role for base, role in _ROLES.items() if issubclass(cls, base)), None)
    is_attribution, is_content = issubclass(cls, Attribution), issubclass(cls, Quote | Claim)
    field = role or ("nested" if is_attribution else "contents" if is_content else None)
    return Part(
        role=role,
        field=field,
        is_attribution=is_attribution,
        is_content=is_content,
        is_listing=issubclass(cls, Listing),
        is_mention=issubclass(cls, Mention),
        is_any=field is not None or issubclass(cls, Mention),
        role_alone=None if is_attribution else field,
    )


Nested = Mapping[int, Mapping[str, list[int]]]
"""What nesting gives to annotations: by number, the fields that it fills, and the numbers of what is in each."""

_Found = dict[int, dict[str, list[int]]]


class _Around:
    """What the annotations directly inside another one are inside, by number; -1 for none.

    `is_covered` is whether a role or a content is between them and the attribution. `listing_mention` is the mention that the
    listing is inside.
    """

    __slots__ = ("attribution", "is_covered", "listing", "listing_mention", "mention")

    def __init__(
        self,
        attribution: int,
        is_covered: bool,
        mention: int,
        listing: int,
        listing_mention: int,
    ) -> None:
        self.attribution = attribution
        self.is_covered = is_covered
        self.mention = mention
        self.listing = listing
        self.listing_mention = listing_mention

    def within(self, number: int, part: Part) -> _Around:
        """What is around the annotations inside annotation `number`, around which is this."""
        return _Around(
            number if part.is_attribution else self.attribution,
            not part.is_attribution and (self.is_covered or part.is_content or part.role is not None),
            number if part.is_mention else self.mention,
            number if part.is_listing else self.listing,
            self.mention if part.is_listing else self.listing_mention,
        )


def collect_nested(parts: Sequence[Part], parents: Sequence[int]) -> Nested:
    """Find what is in the roles of attributions, which mentions are inside which words, and the items of listings."""
    found: _Found = {}
    surroundings = _Surroundings(parts, parents)
    alternatives: dict[int, list[int]] = {}  # the attributions that are the content where an attribution has no other
    alone = -1  # the last attribution found that nothing is around
    fields: dict[str, list[int]] = {}  # what is in its fields
    for number, parent in enumerate(parents):
        if parent < 0:
            continue
        part = parts[number]
        role = part.role_alone
        if role is None:
            if not part.is_any:
                continue
        elif parent == alone or (parents[parent] < 0 and parts[parent].is_attribution):  # by far the most frequent case
            if parent != alone:
                alone, fields = parent, found.setdefault(parent, {})
            if role in fields:
                fields[role].append(number)
            else:
                fields[role] = [number]
            continue
        around = surroundings.get(parent) or surroundings.find(parent)
        if around.attribution >= 0 and part.field is not None and not (part.is_content and around.is_covered):
            _add(found, around.attribution, part.field, number)
            if part.is_attribution and not around.is_covered:
                alternatives.setdefault(around.attribution, []).append(number)
        if part.is_mention:
            if around.mention >= 0:
                _add(found, around.mention, "inner", number)
            if around.listing >= 0 and around.mention == around.listing_mention:
                _add(found, around.listing, "items", number)
    for attribution, attributions in alternatives.items():
        found[attribution].setdefault("contents", attributions)
    return found


def _add(found: _Found, outer: int, field: str, number: int) -> None:
    """Add annotation `number` to what is in a field of another one."""
    found.setdefault(outer, {}).setdefault(field, []).append(number)


class _Surroundings(dict[int, _Around]):
    """What is around the annotations directly inside annotation N, worked out once for all of them, where that matters."""

    def __init__(self, parts: Sequence[Part], parents: Sequence[int]) -> None:
        super().__init__()
        self[-1] = _Around(-1, False, -1, -1, -1)
        self.parts = parts
        self.parents = parents

    def find(self, number: int) -> _Around:
        """What is around the annotations inside annotation `number`, found from the outermost annotation on."""
        unknown = [number]
        while (around := self.get(self.parents[unknown[-1]])) is None:
            unknown.append(self.parents[unknown[-1]])
        for inner in reversed(unknown):
            around = self[inner] = around.within(inner, self.parts[inner])
        return around
