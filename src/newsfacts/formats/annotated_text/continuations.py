"""Quotations over several paragraphs: `[“We go on.”]{.cont}` continues the quotation that the paragraphs before leave open.

The words become a further fragment of that quotation, and of the attribution around it. A `.cont` that has another one inside
continues only the attribution, so that a source or a cue of the later paragraph can be in it too.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.findings import ReaderCode
from newsfacts.formats.annotated_text.fragments import take_in
from newsfacts.immutable import define
from newsfacts.raw import RawAnnotation, RawDocument
from newsfacts.text.nesting import parents, reading_order
from newsfacts.text.spans import Span

__all__ = ["CONTINUATION", "is_left_open", "join_continuations"]

CONTINUATION = "cont"
"""What a block has in the place of a kind."""

_AROUND = frozenset({"attribution", "quote", "claim"})
"""What goes on together with a quotation inside it."""

_CLOSING_OF = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", '"': '"', "'": "'", "”": "”"}
_AFTER_A_MARK = ".,;:!?…"


def is_left_open(words: str) -> bool:
    """Whether words begin with a quotation mark and do not end with one that closes it: the next paragraph goes on."""
    words = words.strip()
    closing = _CLOSING_OF.get(words[:1])
    return closing is not None and (len(words) == 1 or words.rstrip(_AFTER_A_MARK)[-1:] not in closing)


@define
class _Quotation:
    """A quotation that may go on: its number in reading order, and its last fragment."""

    number: int
    last: Span


def join_continuations(raw: RawDocument) -> None:
    """Add each `.cont` to what it continues. One that continues nothing is reported and stays."""
    if not any(annotation.kind == CONTINUATION for annotation in raw.annotations):
        return
    raw.own_kinds = frozenset({CONTINUATION})
    ordered = sorted(raw.annotations, key=reading_order)
    outer = parents([annotation.spans for annotation in ordered])
    outer_of: dict[int, int] = {}  # from a `.cont` to the one around it
    for number, annotation in enumerate(ordered):
        if annotation.kind == CONTINUATION:
            around = _nearest(ordered, outer, number, frozenset({CONTINUATION}))
            if around is not None:
                outer_of[number] = around
    continued = _continued(raw, ordered, outer, frozenset(outer_of.values()))
    joined = {id(ordered[number]): ordered[quotation] for number, quotation in continued.items()}
    added: dict[int, list[Span]] = {}
    for number, quotation in continued.items():
        whole = outer_of.get(number, number)
        added.setdefault(quotation, []).extend(ordered[number].spans)
        for around in _all_around(ordered, outer, quotation):
            own = ordered[around].spans
            added.setdefault(around, []).extend(
                span for span in ordered[whole].spans if not any(outside.contains(span) for outside in own)
            )
        if whole != number:
            joined[id(ordered[whole])] = ordered[quotation]
        for part in {number, whole}:
            report_attributes(raw, ordered[part])
    for number, spans in added.items():
        ordered[number].spans = tuple(sorted({*ordered[number].spans, *spans}))
    take_in(raw, joined)


def _continued(
    raw: RawDocument, ordered: Sequence[RawAnnotation], outer: Sequence[int], wholes: frozenset[int]
) -> dict[int, int]:
    """The number of the quotation that each `.cont` continues, but for those in `wholes`, which have another one inside."""
    current: _Quotation | None = None
    found: dict[int, int] = {}
    for number, annotation in enumerate(ordered):
        if not annotation.spans:
            continue
        if annotation.kind == "quote" and _nearest(ordered, outer, number, frozenset({"quote"})) is None:
            current = _Quotation(number, annotation.spans[-1])
        elif annotation.kind == CONTINUATION and number not in wholes:
            span = annotation.spans[0]
            if current is None or not is_left_open(current.last.slice(raw.text)) or span.start < current.last.end:
                report_nothing_open(raw, annotation)
            else:
                found[number] = current.number
                current.last = span
    return found


def _nearest(ordered: Sequence[RawAnnotation], outer: Sequence[int], number: int, kinds: frozenset[str]) -> int | None:
    """The innermost annotation of some kinds that an annotation is nested in."""
    number = outer[number]
    while number >= 0:
        if ordered[number].kind in kinds:
            return number
        number = outer[number]
    return None


def _all_around(ordered: Sequence[RawAnnotation], outer: Sequence[int], number: int) -> list[int]:
    """The annotations around a quotation that go on with it."""
    found = []
    around = outer[number]
    while around >= 0:
        if ordered[around].kind in _AROUND:
            found.append(around)
        around = outer[around]
    return found


def report_nothing_open(raw: RawDocument, annotation: RawAnnotation) -> None:
    """Report a `.cont` before which no quotation is left open."""
    raw.findings.add(
        ReaderCode.DANGLING_REFERENCE,
        "this continues a quotation, but none is left open before it",
        raw.origin.place(annotation.start, annotation.end),
        help="a quotation goes on where its last paragraph begins with a quotation mark and does not end with one;"
        " to continue anything else write #id on its span and cont=id here",
    )


def report_attributes(raw: RawDocument, annotation: RawAnnotation) -> None:
    """Report what a `.cont` says in addition."""
    if annotation.id is not None or annotation.attributes:
        raw.findings.add(
            ReaderCode.UNKNOWN_FIELD,
            "this continues a quotation, and what else its attributes say is not read",
            raw.origin.place(annotation.start, annotation.end),
            help="write it where the quotation begins",
        )
