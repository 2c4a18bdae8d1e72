"""From attributions found to annotations: which spans an attribution covers, so that roles follow from nesting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import attrs

from newsfacts.drafting.results import RANK, FoundAttribution
from newsfacts.model import Annotation, Attribution, Claim, Cue, Entity, Quote, Source
from newsfacts.text.quotation_marks import QuoteKind
from newsfacts.text.spans import Span, normalize

__all__ = ["Laid", "lay_out"]

A = TypeVar("A", bound=Annotation)

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


@attrs.frozen(eq=False)
class Laid:
    """An attribution as annotations, with what it was made of."""

    found: FoundAttribution
    attribution: Attribution


def lay_out(
    text: str, found: Sequence[FoundAttribution], entities: Callable[[FoundAttribution], tuple[Entity, ...]]
) -> list[Laid]:
    """Each attribution with its source, cue and content. Attributions with the same source words share one annotation."""
    marks = sorted({span for each in found for span in (*each.cue, *_source(each))})
    owners = _owners(found)
    sources: dict[Span, Source] = {}
    contents: dict[tuple[Span, ...], Claim | Quote] = {}
    numbers = _Numbers()
    laid = []
    for number, each in enumerate(found):
        source = None
        if each.source is not None:
            source = sources.get(each.source)
            if source is None:
                source = _annotation(Source, (each.source,), each, ref=entities(each))
                sources[each.source] = source
        owned = source is not None and owners[each.source] == number
        content: type[Claim | Quote] = Claim if each.form is QuoteKind.INDIRECT else Quote
        own_content = each.contents not in contents
        if own_content:
            contents[each.contents] = _annotation(content, each.contents, each, id=numbers.new(content, each.contents))
        own = [*each.cue, *(each.contents if own_content else ()), *(_source(each) if owned else ())]
        cover = _cover(text, own or list(each.contents), marks)
        attribution = _annotation(
            Attribution,
            cover,
            each,
            id=numbers.new(Attribution, cover),
            source=(source,) if source is not None else (),
            cues=(_annotation(Cue, each.cue, each),) if each.cue else (),
            contents=(contents[each.contents],),
        )
        laid.append(Laid(each, attribution))
    return list(_distinct(laid))


def _distinct(laid: Sequence[Laid]) -> Iterator[Laid]:
    """Of attributions over exactly the same words the surest: the others would be duplicates."""
    best: dict[tuple[Span, ...], Laid] = {}
    for each in laid:
        other = best.setdefault(each.attribution.spans, each)
        if RANK[each.found.level] < RANK[other.found.level]:
            best[each.attribution.spans] = each
    return (each for each in laid if best[each.attribution.spans] is each)


def _annotation(cls: type[A], spans: tuple[Span, ...], each: FoundAttribution, **fields: Any) -> A:
    return cls(spans=spans, draft=each.level, **fields)


@attrs.define
class _Numbers:
    """Ids for annotations with gaps, whose further fragments name them: `quote1`, `quote2`."""

    last: dict[str, int] = attrs.field(factory=dict)

    def new(self, cls: type[Annotation], spans: tuple[Span, ...]) -> str | None:
        """The next id of a kind; None where there is no gap."""
        if len(spans) < 2:
            return None
        self.last[cls.KIND] = self.last.get(cls.KIND, 0) + 1
        return f"{cls.KIND}{self.last[cls.KIND]}"


def _source(each: FoundAttribution) -> tuple[Span, ...]:
    return (each.source,) if each.source is not None else ()


def _owners(found: Sequence[FoundAttribution]) -> dict[Span | None, int]:
    """Of those that share source words, the one whose cue is nearest to them."""
    owners: dict[Span | None, int] = {}
    for number, each in enumerate(found):
        if each.source is None:
            continue
        other = owners.get(each.source)
        if other is None or _distance(each) < _distance(found[other]):
            owners[each.source] = number
    return owners


def _distance(each: FoundAttribution) -> int:
    cue, source = (each.cue or each.contents)[0], each.source
    if source is None:
        return 0
    return max(cue.start - source.end, source.start - cue.end, 0)


def _cover(text: str, spans: list[Span], marks: list[Span]) -> tuple[Span, ...]:
    """The parts of an attribution, joined within a paragraph where nothing of another attribution is between them."""
    parts = sorted(set(spans))
    joined = [parts[0]]
    for part in parts[1:]:
        last = joined[-1]
        gap = text[last.end : part.start]
        if part.start <= last.end or (not _EMPTY_LINE.search(gap) and _is_free(marks, last.end, part.start)):
            joined[-1] = Span(last.start, max(last.end, part.end))
        else:
            joined.append(part)
    return normalize(joined)


def _is_free(marks: list[Span], start: int, end: int) -> bool:
    """Whether no source and no cue is in a range."""
    number = bisect_left(marks, Span(start, start))
    return number == len(marks) or marks[number].start >= end
