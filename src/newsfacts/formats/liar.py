"""LIAR and LIAR-PLUS: short statements of politics, rated on a scale of six. Tab-separated, a statement a line, without a header.

    2635.json  false  Rents fell by half.  housing,economy  ana-weiss  Mayor  Texas  none  0  1  0  0  0  a mailer  [a justification in LIAR-PLUS]

The columns are the id, the label, the statement, its subjects, the speaker, the speaker's job, state and party, five counts of the speaker's
statements by label (barely true, false, half true, mostly true, pants on fire), the context and, in LIAR-PLUS, a justification; LIAR-PLUS may begin
each line with its number. Quotation marks are part of a field, except where a spreadsheet has doubled all those inside a field and put two
around it. A line with another number of fields is an error, and not a statement.
Source: the data and its description by Wang (2017); the extension by Alhindi, Petridis and Muresan (2018).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.claim_cases import Case, CaseLimits, case_losses, cases_of, label_for, single_text, speaker_of
from newsfacts.formats.claim_records import RECORD, ClaimRecord, folded, verdict_labels
from newsfacts.formats.detection import Sample
from newsfacts.formats.mapping import LabelMapping, load_mapping
from newsfacts.model import Document
from newsfacts.raw import Loss, RawDocument
from newsfacts.strict_yaml import Scalar
from newsfacts.text.source import SourceText

__all__ = ["COLUMNS", "fits", "losses", "read", "unquoted", "write", "write_many"]

_COUNTS = ("barely_true_counts", "false_counts", "half_true_counts", "mostly_true_counts", "pants_on_fire_counts")
COLUMNS = (
    "id", "label", "statement", "subject", "speaker", "job_title", "state_info", "party_affiliation", *_COUNTS, "context",
)  # fmt: skip
"""The columns of LIAR. LIAR-PLUS has `justification` after them, and may have the number of the line before them."""

_ROW, _JUSTIFICATION = "row", "justification"
_KEPT = ("state_info", "party_affiliation", *_COUNTS, "context")
_LINE = re.compile(r"^[^\S\n]*+\S[^\n]*+", re.MULTILINE)
_COUNT = re.compile(r"[0-9]{1,9}(?:\.0{1,9})?")
_DIGITS = re.compile(r"[0-9]{1,9}")
_BREAKS = re.compile(r"[\t\n\r]")


def _value_fits(key: str, value: object) -> bool:
    return _BREAKS.search(str(value)) is None


_LIMITS = CaseLimits(
    claim=frozenset({"by"}),
    verdict=frozenset({"of", "justification"}),
    speaker=frozenset({"name", "roles"}),
    open=False,
    value_fits=_value_fits,
)


def fits(sample: Sample) -> bool:
    """Whether the first line has the columns of LIAR and one of its labels."""
    line = _LINE.search(sample.beginning)
    fields = line[0].rstrip("\r").split("\t") if line is not None else []
    columns = columns_of(fields)
    if columns is None:
        return False
    label = folded(fields[columns.index("label")])
    return label == "label" or label in {folded(known) for known in verdict_labels(load_mapping("liar"))}


def columns_of(fields: list[str]) -> tuple[str, ...] | None:
    """The names of the columns of a line, by how many fields it has; None where LIAR has no such line."""
    if len(fields) == len(COLUMNS):
        return COLUMNS
    is_numbered = (
        len(fields) > len(COLUMNS) and _DIGITS.fullmatch(fields[0]) is not None and not _DIGITS.fullmatch(fields[1])
    )
    if len(fields) == len(COLUMNS) + 1:
        return (_ROW, *COLUMNS) if is_numbered and fields[1].endswith(".json") else (*COLUMNS, _JUSTIFICATION)
    return (_ROW, *COLUMNS, _JUSTIFICATION) if len(fields) == len(COLUMNS) + 2 else None


def unquoted(field: str) -> str:
    """A field without the quotation marks that a spreadsheet has put around it, doubling those inside; any other field itself."""
    inner = field[1:-1]
    if len(field) < 2 or not (field[0] == field[-1] == '"') or '"' not in inner or '"' in inner.replace('""', ""):
        return field
    return inner.replace('""', '"')


def quoted(text: str) -> str:
    """A text as a field that `unquoted` reads as this text."""
    return text if unquoted(text) == text else '"' + text.replace('"', '""') + '"'


# -- Reading
def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """A document for each statement."""
    source = SourceText(text)
    row, before = 1, 0
    for line in _LINE.finditer(text):
        row, before = row + text.count("\n", before, line.start()), line.start()
        end = line.start() + len(line[0].rstrip("\r"))
        record = ClaimRecord(source, path, mapping, ProblemList(), line.start(), end)
        _read_row(text[line.start() : end], row, record)
        yield record.document()
    if not text.strip():
        record = ClaimRecord(source, path, mapping, ProblemList(), 0, 0)
        record.report(ReaderCode.BROKEN_YAML, "this file has no statement", 0, 0)
        yield record.document()


def _read_row(line: str, row: int, record: ClaimRecord) -> None:
    fields = line.split("\t")
    columns = columns_of(fields)
    if columns is None:
        message = f"row {row} has {len(fields)} fields, and a row of LIAR has {len(COLUMNS)}, with a justification {len(COLUMNS) + 1}"
        record.report(ReaderCode.BROKEN_YAML, message, record.start, record.end)
        record.lose("a row with another number of fields", record.start, record.end)
        return
    cells: dict[str, Scalar] = {}
    start = record.start
    for name, field in zip(columns, fields, strict=True):
        words = unquoted(field)
        cells[name] = Scalar(words, words, start, start + len(field))
        start += len(field) + 1
    if row == 1 and folded(cells["label"].raw) == "label":
        record.lose("the names of the columns", record.start, record.end)
        return
    _read_cells(cells, row, record)


def _read_cells(cells: dict[str, Scalar], row: int, record: ClaimRecord) -> None:
    claim = record.claim(cells["statement"])
    record.give(claim, RECORD, cells["id"])
    record.give(claim, _ROW, cells.get(_ROW))
    job = cells["job_title"].raw
    record.speaker(
        claim, cells["speaker"], **({"roles": [{"title": job}]} if job.strip() and cells["speaker"].raw.strip() else {})
    )
    if job.strip() and not cells["speaker"].raw.strip():
        record.lose("the job of no speaker", cells["job_title"].start, cells["job_title"].end)
    record.keep_words(claim, "subject", _subjects(cells["subject"]))
    for column in _KEPT:
        record.give(claim, column, cells[column])
    for column in _COUNTS:
        cell = cells[column]
        if cell.raw.strip() and not _COUNT.fullmatch(cell.raw.strip()):
            message = f"row {row}, column {column}: {cell.raw!r} is not a whole number"
            record.report(ReaderCode.UNREADABLE_VALUE, message, cell.start, cell.end)
    label, justification = cells["label"], cells.get(_JUSTIFICATION)
    if label.raw.strip() or (justification is not None and justification.raw.strip()):
        verdict = record.verdict(label if label.raw.strip() else None)
        record.give(verdict, "justification", justification)


def _subjects(cell: Scalar) -> list[Scalar]:
    """The subjects, with commas between."""
    return [Scalar(words, words, cell.start, cell.end) for words in cell.raw.split(",")]


# -- Writing
def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document a line has no place for."""
    yield from case_losses(document, mapping, _LIMITS, frozenset({RECORD, _ROW, "subject", *_KEPT}))
    for case in cases_of(document):
        speaker = speaker_of(case)
        for role in (speaker.roles if speaker is not None else ())[1:]:
            yield Loss(what="another role of the speaker", words=role.title)
        if _BREAKS.search(case.claim.text):
            yield Loss(what="tabs and line breaks in the claim", words=case.claim.text, field="text")


def write(document: Document, mapping: LabelMapping) -> str:
    """A line for each rated claim."""
    return write_many([document], mapping)


def write_many(documents: Iterable[Document], mapping: LabelMapping) -> str:
    """The lines of several documents; with a justification or a number in each where one of them has it."""
    rows = [_row(case, mapping) for document in documents for case in cases_of(document)]
    columns: tuple[str, ...] = COLUMNS
    if any(row[_ROW] for row in rows):
        columns = (_ROW, *columns)
    if any(row[_JUSTIFICATION] for row in rows) or _ROW in columns:
        columns = (*columns, _JUSTIFICATION)
    return "".join(["\t".join(_field(row[column]) for column in columns) + "\n" for row in rows])


def _row(case: Case, mapping: LabelMapping) -> dict[str, str]:
    claim, verdict, speaker = case.claim, case.verdict, speaker_of(case)
    rule = label_for(verdict, mapping) if verdict is not None else None
    extra = {key: value if isinstance(value, str | list) else str(value) for key, value in claim.extra.items()}
    return {
        _ROW: single_text(extra, _ROW),
        "id": single_text(extra, RECORD),
        "label": rule.label if rule is not None else "",
        "statement": claim.text,
        "subject": single_text(extra, "subject"),
        "speaker": speaker.given_name or speaker.name if speaker is not None else "",
        "job_title": speaker.roles[0].title if speaker is not None and speaker.roles else "",
        **{column: single_text(extra, column) for column in _KEPT},
        _JUSTIFICATION: (verdict.justification if verdict is not None else None) or "",
    }


def _field(text: str) -> str:
    return quoted(_BREAKS.sub(" ", text))
