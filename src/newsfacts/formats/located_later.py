"""Annotations whose places in the file are found when they are first asked for: most files have nothing to point at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from newsfacts.raw import RawAnnotation, RawAttribute
from newsfacts.text.spans import Span

__all__ = [
    "AnnotationLocatedLater", "AttributeLocatedLater", "Places", "annotation_located_later", "attribute_located_later",
]  # fmt: skip


class Places(Protocol):
    """Finds the places of the annotations of one file."""

    def located(self, number: int) -> RawAnnotation:
        """Annotation `number` of the file, with its places."""


class AttributeLocatedLater(RawAttribute):
    """A value as written, at a place that `places` finds. The `key` of an annotation's id is `id`."""

    __slots__ = ("key", "number", "places")

    key: str
    number: int
    places: Places
    if TYPE_CHECKING:

        def __init__(self) -> None: ...

    else:
        __init__ = object.__init__  # `attribute_located_later` makes them

    def __reduce__(self) -> tuple[Any, ...]:
        return attribute_located_later, (self.value, self.key, self.number, self.places)

    @property
    def start(self) -> int:  # type: ignore[override]  # found, and not set
        return self.places.located(self.number).range_of(self.key)[0]

    @property
    def end(self) -> int:  # type: ignore[override]  # found, and not set
        return self.places.located(self.number).range_of(self.key)[1]


class AnnotationLocatedLater(RawAnnotation):
    """Annotation `number` of a file, at a place that `places` finds."""

    __slots__ = ("number", "places")

    number: int
    places: Places
    if TYPE_CHECKING:

        def __init__(self) -> None: ...

    else:
        __init__ = object.__init__  # `annotation_located_later` makes them

    def __reduce__(self) -> tuple[Any, ...]:
        return annotation_located_later, (
            self.kind, self.spans, self.id, self.attributes, self.stored_words, self.number, self.places,
        )  # fmt: skip

    @property
    def start(self) -> int:  # type: ignore[override]  # found, and not set
        return self.places.located(self.number).start

    @property
    def end(self) -> int:  # type: ignore[override]  # found, and not set
        return self.places.located(self.number).end

    @property
    def span_places(self) -> tuple[tuple[int, int], ...]:  # type: ignore[override]  # found, and not set
        return self.places.located(self.number).span_places

    def range_of(self, key: str | None) -> tuple[int, int]:
        """The range of an attribute, or of the `id`, in the file; the range of the annotation where it is not written."""
        return self.places.located(self.number).range_of(key)


def attribute_located_later(value: str | list[str], key: str, number: int, places: Places) -> AttributeLocatedLater:
    """An attribute of annotation `number`. A function takes less time than a constructor."""
    made: AttributeLocatedLater = AttributeLocatedLater()
    made.value = value
    made.key = key
    made.number = number
    made.places = places
    return made


def annotation_located_later(
    kind: str | None,
    spans: tuple[Span, ...],
    id: RawAttribute | None,
    attributes: dict[str, RawAttribute],
    stored_words: tuple[str, ...] | None,
    number: int,
    places: Places,
) -> AnnotationLocatedLater:
    """Annotation `number`. A function takes less time than a constructor."""
    made: AnnotationLocatedLater = AnnotationLocatedLater()
    made.kind = kind
    made.spans = spans
    made.id = id
    made.attributes = attributes
    made.attributes_from = 0
    made.stored_words = stored_words
    made.number = number
    made.places = places
    return made
