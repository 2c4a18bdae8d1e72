"""FEVER: claims about Wikipedia, rated, with the sentences that decide. JSON Lines, a claim a line.

    {"id": 7, "verifiable": "VERIFIABLE", "label": "SUPPORTS", "claim": "The film is from 1997.",
     "evidence": [[[289914, 283015, "Soul_Food_-LRB-film-RRB-", 0]], [[289915, 283016, "Telemundo", 4], [289915, 283016, "Miami", 0]]]}

`evidence` is a list of sets, each enough by itself; the sentences of a set only count together. Each sentence is a piece of evidence, whose `source`
is the title of the page and whose `at` is its sentence, counted from 0; its `set` is the number that FEVER gives a set. Annotators who found
nothing have an entry without a page: their numbers are kept with the verdict. `verifiable` follows from the label.
Source: the data of the shared task, and its description by Thorne and others (2018).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsfacts.findings import ReaderCode
from newsfacts.formats.claim_cases import Case, CaseLimits, case_losses, cases_of, extra_fields, label_for
from newsfacts.formats.claim_records import RECORD, ClaimRecord
from newsfacts.formats.detection import Sample
from newsfacts.formats.json_records import records_of, single
from newsfacts.formats.json_writer import write_json
from newsfacts.formats.mapping import LabelMapping
from newsfacts.model import Document, Evidence, Verdict
from newsfacts.raw import Loss, RawAttribute, RawDocument
from newsfacts.strict_yaml import Mapping, Node, Scalar, Sequence, is_null
from newsfacts.text.source import SourceText

__all__ = ["fits", "losses", "page_name", "page_title", "read", "write", "write_many"]

_ANNOTATION, _EVIDENCE = "annotation_id", "evidence_id"
"""The fields that keep the numbers which FEVER gives an annotator's work, and a set where its name is not that."""

_UNDECIDED, _VERIFIABLE, _NOT_VERIFIABLE = "NOT ENOUGH INFO", "VERIFIABLE", "NOT VERIFIABLE"
_KNOWN = frozenset({"id", "verifiable", "label", "claim", "evidence"})
_SIGNS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "-COLON-": ":", "_": " "}
_NAMES = {sign: name for name, sign in _SIGNS.items()}
_NAME = re.compile("|".join(map(re.escape, _SIGNS)))
_SIGN = re.compile("|".join(map(re.escape, _NAMES)))
_SENTENCE = re.compile(r"sentence (0|[1-9][0-9]{0,8})")
_NAMED_SET = re.compile(r"set-[0-9]+")
"""The name of a set that has no number of its own."""

_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")


def page_title(name: str) -> str:
    """The title of a page of Wikipedia by the name that FEVER gives it: `Soul_Food_-LRB-film-RRB-` is "Soul Food (film)"."""
    return _NAME.sub(lambda found: _SIGNS[found[0]], name)


def page_name(title: str) -> str:
    """The name that FEVER gives a page of Wikipedia with this title."""
    return _SIGN.sub(lambda found: _NAMES[found[0]], title)


def _has_page(piece: Evidence) -> bool:
    """Whether the source of a piece of evidence can be the name of a page, from which it can be read again."""
    return bool(piece.source) and page_title(page_name(piece.source or "")) == piece.source


def _value_fits(key: str, value: object) -> bool:
    return key != "at" or _SENTENCE.fullmatch(str(value)) is not None


_LIMITS = CaseLimits(
    claim=frozenset(),
    verdict=frozenset({"of"}),
    evidence=lambda piece: frozenset({"of", "source", "at", "set"} if _has_page(piece) else ()),
    speaker=frozenset(),
    taken=_KNOWN | {RECORD, _ANNOTATION, _EVIDENCE},
    value_fits=_value_fits,
)


def fits(sample: Sample) -> bool:
    """Whether the first record is a claim with sets of evidence, or one that says whether it is verifiable."""
    record = sample.record
    evidence = record.get("evidence")
    has_sets = isinstance(evidence, list) and all(isinstance(one, list) for one in evidence)
    return (
        isinstance(record.get("claim"), str)
        and "id" in record
        and ("verifiable" in record or (has_sets and "label" in record))
    )


# -- Reading
def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each claim."""
    source = SourceText(text)
    for node, problems in records_of(source, path, "a FEVER record"):
        range = (node.start, node.end) if node is not None else (0, 0)
        record = ClaimRecord(source, path, mapping, problems, *range)
        if node is not None:
            _Reader(node, record).read()
        yield record.document()


class _Reader:
    def __init__(self, node: Mapping, record: ClaimRecord) -> None:
        self.node = node
        self.record = record
        self.names: set[str] = set()

    def read(self) -> None:
        node, record = self.node, self.record
        claim = record.claim(single(node, "claim"))
        record.give(claim, RECORD, single(node, "id"))
        label = single(node, "label")
        evidence = node.get("evidence")
        if label is not None and label.raw.strip():
            record.verdict(label)
            self.compare_verifiable(label)
        if evidence is not None and not is_null(evidence):
            self.sets(evidence)
        for entry in node.entries:
            if entry.key.raw not in _KNOWN:
                record.keep(claim, entry.key.raw, entry.value)

    def compare_verifiable(self, label: Scalar) -> None:
        """Report a record that is said to be verifiable, or not, against its label."""
        stated = single(self.node, "verifiable")
        expected = _NOT_VERIFIABLE if label.raw.upper() == _UNDECIDED else _VERIFIABLE
        if stated is not None and stated.raw.upper() != expected:
            message = f"{label.raw!r} goes with {expected!r}, not with {stated.raw!r}"
            self.record.report(ReaderCode.VALUE_NOT_IN_LIST, message, stated.start, stated.end)

    def sets(self, node: Node) -> None:
        """The sets of evidence; entries without a page are those of annotators who found nothing."""
        nothing: list[Scalar] = []
        for group in node.items if isinstance(node, Sequence) else (node,):
            if not isinstance(node, Sequence) or not isinstance(group, Sequence):
                message = "evidence is a list of sets, each a list of [annotation id, evidence id, page, sentence]"
                self.record.report(ReaderCode.BROKEN_YAML, message, group.start, group.end)
                continue
            members = [found for item in group.items if (found := self.member(item)) is not None]
            nothing += [one[0] for one in members if one[2].value is None and one[0].value is not None]
            self.set_of([one for one in members if one[2].value is not None])
        if nothing and self.record.rated is not None:
            self.record.keep_words(self.record.rated, _ANNOTATION, nothing)
        else:
            for one in nothing:
                self.record.lose("an annotation without evidence", one.start, one.end)

    def member(self, item: Node) -> tuple[Scalar, ...] | None:
        """The four parts of one sentence; None, with an error, where they are others."""
        parts = [part for part in item.items if isinstance(part, Scalar)] if isinstance(item, Sequence) else []
        if isinstance(item, Sequence) and len(parts) == len(item.items) == 4:
            sentence = parts[3]
            is_number = sentence.value is None or (type(sentence.value) is int and sentence.value >= 0)
            if (parts[2].value is None and sentence.value is None) or (
                parts[2].value is not None and parts[2].raw.strip() and is_number
            ):
                return tuple(parts)
        message = "a sentence of the evidence is [annotation id, evidence id, page, sentence], the last a number from 0"
        self.record.report(ReaderCode.BROKEN_YAML, message, item.start, item.end)
        self.record.lose("a sentence of the evidence", item.start, item.end)
        return None

    def set_of(self, members: list[tuple[Scalar, ...]]) -> None:
        """The sentences of one set, with its name: the number that they share, where no other set has it."""
        if not members:
            return
        ids = {one[1].raw if one[1].value is not None else "" for one in members}
        shared = next(iter(ids)) if len(ids) == 1 else ""
        name, is_number = shared, bool(shared) and shared not in self.names
        if not is_number and (shared or len(members) > 1):
            name = f"set-{len(self.names) + 1}"
        self.names.add(name)
        for annotation, evidence, page, sentence in members:
            piece = self.record.evidence(page.start, sentence.end)
            self.record.give(piece, "source", page, page_title(page.raw))
            if sentence.value is not None:
                self.record.give(piece, "at", sentence, f"sentence {sentence.raw}")
            if name:
                piece.attributes["set"] = RawAttribute(name, evidence.start, evidence.end)
            if not is_number:
                self.record.give(piece, _EVIDENCE, evidence)
            self.record.give(piece, _ANNOTATION, annotation)


# -- Writing
def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document a record has no place for."""
    yield from case_losses(document, mapping, _LIMITS, frozenset({RECORD, _ANNOTATION, _EVIDENCE}))


def write(document: Document, mapping: LabelMapping) -> str:
    """A line for each rated claim."""
    return write_many([document], mapping)


def write_many(documents: Iterable[Document], mapping: LabelMapping) -> str:
    """The lines of several documents."""
    return "".join([write_json(_record(case, mapping)) + "\n" for document in documents for case in cases_of(document)])


def _number(written: object) -> int | str | None:
    """A number of FEVER, which is text where it is not one."""
    if written is None:
        return None
    return int(str(written)) if _NUMBER.fullmatch(str(written)) else str(written)


def _record(case: Case, mapping: LabelMapping) -> dict[str, Any]:
    verdict = case.verdict
    rule = label_for(verdict, mapping) if verdict is not None else None
    record: dict[str, Any] = {"id": _number(case.claim.extra.get(RECORD))}
    if rule is not None:
        record["verifiable"] = _NOT_VERIFIABLE if rule.label.upper() == _UNDECIDED else _VERIFIABLE
        record["label"] = rule.label
    record["claim"] = case.claim.text
    evidence = [*_sets(case), *_nothing(verdict)]
    if evidence or verdict is not None:
        record["evidence"] = evidence
    return record | extra_fields(case.claim, _LIMITS)


def _nothing(verdict: Verdict | None) -> list[list[list[Any]]]:
    """The entries of annotators who found nothing."""
    given = verdict.extra.get(_ANNOTATION) if verdict is not None else None
    if given is None:
        return []
    return [[[_number(one), None, None, None] for one in (given if isinstance(given, list | tuple) else [given])]]


def _sets(case: Case) -> list[list[list[Any]]]:
    """The sets of evidence, in the order of their first sentences."""
    sets: dict[object, list[list[Any]]] = {}
    for number, piece in enumerate(case.evidence):
        if not _has_page(piece):
            continue
        sentence = _SENTENCE.fullmatch(piece.at or "")
        is_named = piece.set is not None and not _NAMED_SET.fullmatch(piece.set)
        evidence = piece.set if is_named else piece.extra.get(_EVIDENCE, piece.set)
        member = [
            _number(piece.extra.get(_ANNOTATION)), _number(evidence), page_name(piece.source or ""), int(sentence[1]) if sentence else None,
        ]  # fmt: skip
        sets.setdefault(piece.set if piece.set is not None else number, []).append(member)
    return list(sets.values())
