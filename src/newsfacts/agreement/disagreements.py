"""Where annotators do not agree: one lacks it, other edges, another kind, another role, another value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import attrs

from newsfacts.agreement.pairing import Pair, kind_of, pair_annotations
from newsfacts.building.written import written_fields
from newsfacts.enums import WordEnum
from newsfacts.immutable import FrozenDict
from newsfacts.model import Annotation, Attribution, Count, Document, Time
from newsfacts.text.source import Place

__all__ = ["Disagreement", "DisagreementKind", "RoleLink", "find_disagreements", "role_links"]

REMARKS = frozenset({"note", "draft", "disputed", "lost"})
"""Attributes that state nothing about the text."""

ROLE_FIELDS: Mapping[str, str] = FrozenDict({
    "source": "source", "cues": "cue", "contents": "content", "addressee": "addressee", "medium": "medium",
})  # fmt: skip
"""The fields of an attribution that are roles, and what they are called in a file."""


class DisagreementKind(WordEnum):
    """How two annotators differ at one place."""

    MISSING = "missing"
    EDGES = "edges"
    KIND = "kind"
    ROLE = "role"
    VALUE = "value"


@attrs.frozen(kw_only=True)
class Disagreement:
    """One place where two annotators differ: what each of them has there, and the field where a value differs."""

    how: DisagreementKind
    first: str
    """The name of one annotator."""
    second: str
    """The name of the other."""
    one: Annotation | None
    """What the first has; None where that is nothing."""
    other: Annotation | None
    """What the second has; None where that is nothing."""
    place: Place | None
    """Where it is in the file of the first, or else of the second."""
    field: str | None = None
    said: str | None = None
    """What the first says: the kind, the role or the value."""
    other_said: str | None = None
    """What the second says."""

    def __str__(self) -> str:
        has = self.one if self.one is not None else self.other
        assert has is not None
        words = f"{kind_of(has)} “{has.text}”"
        if self.how is DisagreementKind.MISSING:
            return f"missing in {self.second if self.one is not None else self.first}: {words}"
        if self.how is DisagreementKind.EDGES:
            return f"other edges: {words} in {self.first}, “{self.other.text if self.other else ''}” in {self.second}"
        name = f"other {self.field}" if self.field else f"other {self.how}"
        shown = f"“{has.text}”" if self.how is DisagreementKind.KIND else words
        return f"{name}: {shown} is {self.said or 'nothing'} in {self.first}, {self.other_said or 'nothing'} in {self.second}"


@attrs.frozen(eq=False)
class RoleLink:
    """A part of an attribution: who says it, the words that say so, what is said, to whom, where."""

    role: str
    part: Annotation
    attribution: Attribution


def role_links(document: Document) -> tuple[RoleLink, ...]:
    """The roles of all attributions, in reading order of these."""
    return tuple(
        RoleLink(role, part, attribution)
        for attribution in document.attributions
        for field, role in ROLE_FIELDS.items()
        for part in getattr(attribution, field)
    )


def find_disagreements(documents: Sequence[Document], names: Sequence[str]) -> tuple[Disagreement, ...]:
    """Every place where two of the annotators differ, pair by pair, in the order of the text."""
    found: list[Disagreement] = []
    for first, second in combinations(range(len(documents)), 2):
        both = _Two(documents[first], documents[second], names[first], names[second])
        found.extend(sorted(both.found(), key=start_of))
    return tuple(found)


def start_of(disagreement: Disagreement) -> tuple[int, int]:
    has = disagreement.one or disagreement.other
    return (has.span.start, has.span.end) if has is not None and has.spans else (1 << 60, 0)


class _Two:
    """Two annotators of one text."""

    def __init__(self, one: Document, other: Document, first: str, second: str) -> None:
        self.one, self.other, self.first, self.second = one, other, first, second
        self.pairs = pair_annotations(one, other)
        self.mine = {id(pair.one): pair for pair in self.pairs}
        self.theirs = {id(pair.other): pair for pair in self.pairs}

    def found(self) -> Iterator[Disagreement]:
        for pair in self.pairs:
            if not pair.is_exact:
                yield self.difference(DisagreementKind.EDGES, pair.one, pair.other)
            yield from self.values(pair)
        yield from self.roles()
        yield from self.unpaired()

    def difference(
        self, how: DisagreementKind, one: Annotation | None, other: Annotation | None, **said: Any
    ) -> Disagreement:
        place = self.one.place(one) if one is not None else self.other.place(other) if other is not None else None
        return Disagreement(
            how=how, first=self.first, second=self.second, one=one, other=other, place=place, **said
        )  # fmt: skip

    def unpaired(self) -> Iterator[Disagreement]:
        """What only one of them has; over the same words with another kind, it is that."""
        alone: dict[Any, list[Annotation]] = {}
        for annotation in reversed(self.other.annotations):
            if annotation.spans and id(annotation) not in self.theirs:
                alone.setdefault(annotation.spans, []).append(annotation)
        for annotation in self.one.annotations:
            if not annotation.spans or id(annotation) in self.mine:
                continue
            here = alone.get(annotation.spans)
            if here:
                other = here.pop()
                said = {"said": kind_of(annotation), "other_said": kind_of(other)}
                yield self.difference(DisagreementKind.KIND, annotation, other, **said)
            else:
                yield self.difference(DisagreementKind.MISSING, annotation, None)
        for others in alone.values():
            for other in others:
                yield self.difference(DisagreementKind.MISSING, None, other)

    def values(self, pair: Pair) -> Iterator[Disagreement]:
        """The fields in which a pair differs."""
        mine, theirs = stated(pair.one, self.one), stated(pair.other, self.other)
        for key in sorted(mine.keys() | theirs.keys()):
            if mine.get(key) != theirs.get(key):
                yield self.difference(
                    DisagreementKind.VALUE, pair.one, pair.other,
                    field=key, said=mine.get(key), other_said=theirs.get(key),
                )  # fmt: skip

    def roles(self) -> Iterator[Disagreement]:
        """Parts that both have, of which one says that they are in another role, or in another attribution."""
        mine, theirs = roles_by_part(self.one), roles_by_part(self.other)
        for pair in self.pairs:
            one, other = mine.get(id(pair.one)), theirs.get(id(pair.other))
            if one is None and other is None:
                continue
            is_paired = one is not None and other is not None and self.are_paired(one.attribution, other.attribution)
            if one is not None and other is not None and one.role == other.role and is_paired:
                continue
            said = {"said": said_of(one), "other_said": said_of(other)}
            yield self.difference(DisagreementKind.ROLE, pair.one, pair.other, **said)

    def are_paired(self, one: Annotation, other: Annotation) -> bool:
        pair = self.mine.get(id(one))
        return pair is not None and pair.other is other


def stated(annotation: Annotation, document: Document) -> dict[str, str]:
    """What an annotation states but for its roles: values as written, counts and times as read, annotations by their words."""
    left_out = {*REMARKS, *(ROLE_FIELDS.values() if isinstance(annotation, Attribution) else ())}
    written = written_fields(annotation, document, lambda target: f"“{target.text}”")
    found = {
        key: value if isinstance(value, str) else ", ".join(value)
        for key, value in written.items()
        if key not in left_out
    }
    if isinstance(annotation, Count | Time):
        found["value"] = str(annotation.value)
    return found


def said_of(link: RoleLink | None) -> str | None:
    return None if link is None else f"the {link.role} of “{link.attribution.text}”"


def roles_by_part(document: Document) -> dict[int, RoleLink]:
    """The first role of each annotation that has one."""
    found: dict[int, RoleLink] = {}
    for link in role_links(document):
        found.setdefault(id(link.part), link)
    return found
