"""AVeriTeC: claims of the world, rated, with questions and answers from the web as evidence. A JSON list with a table for each claim.

    [{"claim": "Rents fell by half.", "claim_date": "31-10-2020", "speaker": "Ana Weiss", "label": "Refuted", "justification": "They rose.",
      "original_claim_url": null, "fact_checking_article": "https://web.archive.org/web/2020/https://desk.example/rents", "claim_types": ["Numerical Claim"],
      "questions": [{"question": "How did rents change?",
                     "answers": [{"answer": "They rose by 3 %.", "answer_type": "Extractive", "source_url": "https://stat.example/rents",
                                  "source_medium": "Web text", "cached_source_url": "https://web.archive.org/web/2023/https://stat.example/rents"}]}]}]

Each answer is a piece of evidence of the verdict; a question without answers is one too. Dates are day, month and year. A word in the
place of an address, such as "Metadata", is the name of the source. What the model has no
field for (types of claim, strategies, place, where it was reported) is kept under the name that AVeriTeC has for it.
Source: the data of the shared task of 2024, and its description by Schlichtkrull, Guo and Vlachos (2023).
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts.findings import ReaderCode
from newsfacts.formats.claim_cases import (
    Case,
    CaseLimits,
    case_losses,
    cases_of,
    extra_fields,
    label_for,
    said_of,
    speaker_of,
)
from newsfacts.formats.claim_records import ClaimRecord
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_records import records_of, single
from newsfacts.formats.json_writer import write_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.model import Document, Evidence, Unreadable
from newsfacts.raw import Loss, RawAnnotation, RawDocument
from newsfacts.strict_yaml import Mapping, Node, Scalar, Sequence, is_null
from newsfacts.strict_yaml.tables import items_of
from newsfacts.text.archives import archived_copy
from newsfacts.text.source import SourceText
from newsfacts.values.times.times import TimeInterval

__all__ = ["fits", "losses", "read", "write", "write_many"]

_OF_CLAIM = (
    "reporting_source",
    "location_ISO_code",
    "claim_types",
    "required_reannotation",
    "cached_original_claim_url",
)
_OF_VERDICT = ("fact_checking_strategies",)
_LISTS = frozenset({"claim_types", "fact_checking_strategies"})
_TAKEN = frozenset({
    "claim", "label", "justification", "claim_date", "speaker", "original_claim_url", "fact_checking_article", "questions", *_OF_CLAIM, *_OF_VERDICT,
})  # fmt: skip
_ANSWER = frozenset({
    "question", "answers", "answer", "answer_type", "source_url", "source_medium", "cached_source_url", "boolean_explanation",
})  # fmt: skip
_MEANT_AS_ADDRESS = re.compile(r"[^\s./:]*+[./:]\S*+")
"""What is meant as an address, right or wrong. Anything else in the place of one, such as "Metadata", names a source."""


def _is_named(piece: Evidence) -> bool:
    """Whether a piece of evidence has the name of its source in the place of the address."""
    return piece.url is None and piece.source is not None and _MEANT_AS_ADDRESS.fullmatch(piece.source) is None


def _evidence_fields(piece: Evidence) -> frozenset[str]:
    fields = {"of", "question", "answer", "type", "medium", "url", "archived", "explanation"}
    return frozenset(fields | {"source"} if _is_named(piece) else fields)


_LIMITS = CaseLimits(
    claim=frozenset({"by", "said", "first_appearance"}),
    verdict=frozenset({"of", "justification", "url"}),
    evidence=_evidence_fields,
    taken=_TAKEN | _ANSWER,
)
_DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")


def fits(sample: Sample) -> bool:
    """Whether the first record is a claim with questions, or with what else only AVeriTeC knows about claims."""
    record = sample.record
    return isinstance(record.get("claim"), str) and (
        isinstance(record.get("questions"), list)
        or "fact_checking_strategies" in record
        or "location_ISO_code" in record
    )


# -- Reading
def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each claim."""
    source = SourceText(text)
    for node, problems in records_of(source, path, "an AVeriTeC record"):
        range = (node.start, node.end) if node is not None else (0, 0)
        record = ClaimRecord(source, path, mapping, problems, *range)
        if node is not None:
            _read_record(node, record)
        yield record.document()


def _read_record(node: Mapping, record: ClaimRecord) -> None:
    claim = record.claim(single(node, "claim"))
    record.speaker(claim, single(node, "speaker"))
    date = single(node, "claim_date")
    record.give(claim, "said", date, _day(date.raw) if date is not None else None)
    record.give(claim, "first_appearance", single(node, "original_claim_url"))
    original, cached, again = (
        single(node, key) for key in ("original_claim_url", "cached_original_claim_url", "required_reannotation")
    )
    said_otherwise = {"required_reannotation"} if again is not None and again.value is False else set()
    if original is not None and cached is not None and original.raw == cached.raw:
        said_otherwise.add("cached_original_claim_url")
    for key in _OF_CLAIM:
        if key not in said_otherwise:
            record.keep(claim, key, node.get(key))
    label = single(node, "label")
    if any(_says_something(node.get(key)) for key in ("label", "justification", "fact_checking_article", *_OF_VERDICT)):
        verdict = record.verdict(label if _says_something(label) else None)
        record.give(verdict, "justification", single(node, "justification"))
        record.give(verdict, "url", single(node, "fact_checking_article"))
        for key in _OF_VERDICT:
            record.keep(verdict, key, node.get(key))
    for entry in node.entries:
        if entry.key.raw not in _TAKEN:
            record.keep(claim, entry.key.raw, entry.value)
    for question in _tables(node.get("questions"), "a question", record):
        _read_question(question, record)


def _says_something(node: Node | None) -> bool:
    """Whether there is any text in a value, or in a list of values."""
    return any(isinstance(item, Scalar) and item.value is not None and item.raw.strip() for item in items_of(node))


def _day(written: str) -> str:
    """A day of the form 1-9-2020 in EDTF; anything else as it is, so that what is not a date is found."""
    found = _DAY.fullmatch(written.strip())
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else written


def _tables(node: Node | None, what: str, record: ClaimRecord) -> Iterator[Mapping]:
    """The tables of a list; anything else is an error."""
    if node is None or is_null(node):
        return
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Mapping) and isinstance(node, Sequence):
            yield item
        else:
            record.report(ReaderCode.BROKEN_YAML, f"{what} is a table in a list", item.start, item.end)


def _read_question(node: Mapping, record: ClaimRecord) -> None:
    question = single(node, "question")
    answers = list(_tables(node.get("answers"), "an answer", record))
    for place in answers or [node]:
        piece = record.evidence(place.start, place.end)
        record.give(piece, "question", question)
        if place is not node:
            _read_answer(place, piece, record)
    for entry in node.entries:
        if entry.key.raw not in ("question", "answers"):
            record.lose(f"{entry.key.raw} of a question", entry.key.start, entry.value.end)


def _read_answer(node: Mapping, piece: RawAnnotation, record: ClaimRecord) -> None:
    record.give(piece, "answer", single(node, "answer"))
    record.translate(piece, "answer_type", single(node, "answer_type"))
    record.translate(piece, "source_medium", single(node, "source_medium"))
    record.give(piece, "explanation", single(node, "boolean_explanation"))
    url, cached = single(node, "source_url"), single(node, "cached_source_url")
    is_address = url is not None and _MEANT_AS_ADDRESS.fullmatch(url.raw) is not None
    record.give(piece, "url" if is_address else "source", url)
    if cached is not None and (url is None or cached.raw != url.raw):
        record.give(piece, "archived", cached)
    for entry in node.entries:
        if entry.key.raw not in _ANSWER:
            record.keep(piece, entry.key.raw, entry.value)


# -- Writing
def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document a record has no place for."""
    yield from case_losses(document, mapping, _LIMITS, frozenset({*_OF_CLAIM, *_OF_VERDICT}))


def write(document: Document, mapping: LabelMapping) -> str:
    """A list with a record for each rated claim."""
    return write_many([document], mapping)


def write_many(documents: Iterable[Document], mapping: LabelMapping) -> str:
    """The records of several documents in one list."""
    records = [_record(case, mapping) for document in documents for case in cases_of(document)]
    return write_json(records, indent=4) + "\n"


def _record(case: Case, mapping: LabelMapping) -> dict[str, Any]:
    claim, verdict = case.claim, case.verdict
    rule = label_for(verdict, mapping) if verdict is not None else None
    speaker = speaker_of(case)
    first = getattr(claim, "first_appearance", None)
    known = {key: claim.extra.get(key) for key in _OF_CLAIM}
    known |= {key: verdict.extra.get(key) if verdict is not None else None for key in _OF_VERDICT}
    for key in _LISTS:
        given = known[key]
        known[key] = [] if given is None else given if isinstance(given, list | tuple) else [given]
    again = known["required_reannotation"]
    known["required_reannotation"] = {"true": True, "false": False, None: False}.get(again, again)
    if known["cached_original_claim_url"] is None and first is not None and archived_copy(first) is not None:
        known["cached_original_claim_url"] = first
    return {
        "claim": claim.text,
        "required_reannotation": known.pop("required_reannotation"),
        "label": rule.label if rule is not None else None,
        "justification": verdict.justification if verdict is not None else None,
        "claim_date": _written_day(said_of(case)),
        "speaker": speaker.name if speaker is not None else None,
        "original_claim_url": first,
        "fact_checking_article": (verdict.url or case.document.url) if verdict is not None else None,
        **known,
        "questions": [_question(list(pieces), mapping) for _, pieces in itertools.groupby(case.evidence, _Asked())],
        **extra_fields(claim, _LIMITS),
    }


def _written_day(said: TimeInterval | Unreadable | None) -> str | None:
    """A day as AVeriTeC writes it, any other time in EDTF."""
    if said is None:
        return None
    written = str(said)
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        return written
    return f"{day.day}-{day.month}-{day.year:04d}"


def _is_answered(piece: Evidence) -> bool:
    return bool(
        piece.words
        or piece.type
        or piece.medium
        or piece.url
        or piece.archived
        or piece.explanation
        or piece.extra
        or _is_named(piece)
    )


class _Asked:
    """Groups answers to one question that follow each other; a question without an answer is by itself."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, piece: Evidence) -> tuple[str | None, int]:
        if not _is_answered(piece):
            self.number += 1
            return piece.question, self.number
        return piece.question, 0


def _question(pieces: list[Evidence], mapping: LabelMapping) -> dict[str, Any]:
    answers = [_answer(piece, mapping) for piece in pieces if _is_answered(piece)]
    return {"question": pieces[0].question or "", "answers": answers}


def _answer(piece: Evidence, mapping: LabelMapping) -> dict[str, Any]:
    answer: dict[str, Any] = {"answer": piece.words}
    for field in ("type", "medium"):
        value = getattr(piece, field)
        name, written = mapping.attribute_for(field, str(value)) if value is not None else _EMPTY[field]
        answer[name] = written
    answer["source_url"] = piece.url or (piece.source if _is_named(piece) else "")
    cached = piece.archived or (piece.url if piece.url is not None and archived_copy(piece.url) is not None else None)
    if cached is not None:
        answer["cached_source_url"] = cached
    if piece.explanation is not None:
        answer["boolean_explanation"] = piece.explanation
    return answer | extra_fields(piece, _LIMITS)


_EMPTY = {"type": ("answer_type", None), "medium": ("source_medium", "")}
