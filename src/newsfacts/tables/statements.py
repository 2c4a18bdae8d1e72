"""The tables of what is said: mentions, quotes, claims, attributions, verdicts, evidence, and every annotation whatever its kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction

from newsfacts.building.written import written_fields
from newsfacts.model import Annotation, Attribution, Claim, Document, Evidence, Mention, Quote, Unreadable, Verdict
from newsfacts.tables.annotations import ANNOTATION, Item, items_of, number_of
from newsfacts.tables.columns import Column, ColumnType, TableDefinition, Value, exact_text, joined, nearest_float
from newsfacts.tables.values import ends_of

__all__ = ["ANNOTATIONS", "ATTRIBUTIONS", "CLAIMS", "EVIDENCE", "MENTIONS", "QUOTES", "VERDICTS"]

_T, _I, _N, _B = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.BOOLEAN


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def _numbers(document: Document, annotations: Iterable[Annotation]) -> str | None:
    return joined(str(document.index(one)) for one in annotations)


# -- Mentions ----------------------------------------------------------------------------------------------------------


def _mention(item: Item) -> Mention:
    assert isinstance(item.annotation, Mention)
    return item.annotation


MENTIONS = TableDefinition(
    "mentions",
    "one mention of entities: a plain one, a source, an addressee, a medium or an item of a listing",
    (
        *ANNOTATION,
        Column("entity", _T, "ids of the entities that the words refer to, with `|` between",
            lambda item: joined(entity.id for entity in _mention(item).entities)),
        Column("entity_name", _T, "their names, with `|` between", lambda item: joined(e.name for e in _mention(item).entities)),
        Column("entity_kind", _T, "person, organization, place, group or other, one for each entity",
            lambda item: joined(str(entity.kind) for entity in _mention(item).entities)),
        Column("entities", _I, "how many entities they are", lambda item: len(_mention(item).entities), required=True),
        Column("referred", _B, "whether the annotation itself has `ref=`, and not only mentions inside it",
            lambda item: bool(_mention(item).ref), required=True),
    ),
    items_of(Mention),
)  # fmt: skip


# -- Quotes and claims -------------------------------------------------------------------------------------------------


def _quote(item: Item) -> Quote:
    assert isinstance(item.annotation, Quote)
    return item.annotation


QUOTES = TableDefinition(
    "quotes",
    "one quote",
    (
        *ANNOTATION,
        Column("by", _T, "ids of the entities that `by=` names, with `|` between", lambda item: joined(e.id for e in _quote(item).by)),
        Column("form", _T, "direct, mixed or indirect: declared, or else as the quotation marks show",
            lambda item: str(_quote(item).kind), required=True),
        Column("lang", _T, "language of the words, where `lang=` gives it", lambda item: _quote(item).lang),
        Column("original", _T, "the words in the language in which they were said", lambda item: _quote(item).original),
        Column("translated", _B, "whether the words are declared a translation", lambda item: _quote(item).translated, required=True),
        Column("verbatim", _B, "whether the words are declared to be exactly what was said",
            lambda item: _quote(item).verbatim, required=True),
        *ends_of("said", "when it was said", lambda item: _quote(item).said),
        Column("source_text", _T, "path of the text in which the words must be found", lambda item: _quote(item).source_text),
    ),
    items_of(Quote),
)  # fmt: skip


def _claim(item: Item) -> Claim:
    assert isinstance(item.annotation, Claim)
    return item.annotation


CLAIMS = TableDefinition(
    "claims",
    "one claim",
    (
        *ANNOTATION,
        Column("by", _T, "ids of the entities that `by=` names, with `|` between", lambda item: joined(e.id for e in _claim(item).by)),
        Column("polarity", _T, "positive or negative", lambda item: str(_claim(item).polarity), required=True),
        Column("certainty", _T, "certain, probable, possible or uncertain", lambda item: _word(_claim(item).certainty)),
        Column("type", _T, "fact, opinion or prediction", lambda item: _word(_claim(item).type)),
        Column("checkable", _B, "whether it can be checked, where that is given", lambda item: _claim(item).checkable),
        *ends_of("said", "when it was made", lambda item: _claim(item).said),
        Column("appearance", _T, "addresses where it was made, with `|` between", lambda item: joined(_claim(item).appearance)),
        Column("first_appearance", _T, "address where it was made first", lambda item: _claim(item).first_appearance),
    ),
    items_of(Claim),
)  # fmt: skip


# -- Attributions ------------------------------------------------------------------------------------------------------


def _attribution(item: Item) -> Attribution:
    assert isinstance(item.annotation, Attribution)
    return item.annotation


def _words_of(parts: Callable[[Attribution], Iterable[Annotation]]) -> Callable[[Item], Value]:
    return lambda item: joined(part.text for part in parts(_attribution(item)))


ATTRIBUTIONS = TableDefinition(
    "attributions",
    "one attribution, also one nested in another; `speaker` is whose words the whole of it is in, `source_entity` who speaks in it",
    (
        *ANNOTATION,
        Column("source", _T, "the source words, with `|` between", _words_of(lambda a: a.source)),
        Column("source_entity", _T, "ids of the entities that they refer to, with `|` between",
            lambda item: joined(e.id for e in _attribution(item).by)),
        Column("source_name", _T, "their names, with `|` between", lambda item: joined(e.name for e in _attribution(item).by)),
        Column("own_source_kind", _T, "what is known of its source: named, unnamed, unresolved, implied, author or missing",
            lambda item: str(_attribution(item).source_kind), required=True),
        Column("own_cue", _T, "its cue words, with `|` between", _words_of(lambda a: a.cues)),
        Column("content", _T, "the words of its contents, with `|` between", _words_of(lambda a: a.contents)),
        Column("contents", _T, "numbers of its contents, with `|` between",
            lambda item: _numbers(item.document, _attribution(item).contents)),
        Column("addressee", _T, "the words that name to whom it is said, with `|` between", _words_of(lambda a: a.addressee)),
        Column("addressee_entity", _T, "ids of the entities that they refer to, with `|` between",
            lambda item: joined(e.id for one in _attribution(item).addressee for e in one.entities)),
        Column("medium", _T, "the words that name where or how it is said, with `|` between", _words_of(lambda a: a.medium)),
        Column("terms", _T, "on_record, background, deep_background or off_record", lambda item: _word(_attribution(item).terms)),
        Column("reason", _T, "why the source is not named", lambda item: _attribution(item).reason),
        Column("voice", _T, "implied or author, where no words name a source", lambda item: _word(_attribution(item).voice)),
        *ends_of("said", "when it was said", lambda item: _attribution(item).said),
    ),
    items_of(Attribution),
)  # fmt: skip


# -- Verdicts ----------------------------------------------------------------------------------------------------------


def _verdict(item: Item) -> Verdict:
    assert isinstance(item.annotation, Verdict)
    return item.annotation


def _rating(name: str, doc: str) -> tuple[Column, ...]:
    """Two columns for a number of a rating: a float, and its exact digits."""

    def exact(item: Item) -> Fraction | None:
        found = getattr(_verdict(item), name)
        return Fraction(found) if isinstance(found, Decimal) and found.is_finite() else None

    return (
        Column(name, _N, doc, lambda item: nearest_float(exact(item))),
        Column(f"{name}_exact", _T, "the same, exactly", lambda item: exact_text(exact(item))),
    )


def _unreadable_rating(item: Item) -> str | None:
    ratings = (_verdict(item).rating, _verdict(item).best, _verdict(item).worst)
    return joined(one.reason for one in ratings if isinstance(one, Unreadable))


def _claim_speaker(item: Item) -> str | None:
    claim = _verdict(item).of
    return None if claim is None else joined(entity.id for entity in item.document.speakers(claim))


VERDICTS = TableDefinition(
    "verdicts",
    "one rating of a claim or a quote",
    (
        *ANNOTATION,
        Column("claim", _I, "number of the claim or quote that is rated", lambda item: number_of(item.document, _verdict(item).of)),
        Column("claim_words", _T, "its words", lambda item: None if (of := _verdict(item).of) is None else of.text),
        Column("claim_speaker", _T, "ids of who made it, with `|` between", _claim_speaker),
        Column("label", _T, "the rating in words", lambda item: _verdict(item).words, required=True),
        *_rating("rating", "the rating as a number"),
        *_rating("best", "the best number of the scale"),
        *_rating("worst", "the worst number of the scale"),
        Column("unreadable", _T, "why a number of the rating cannot be read", _unreadable_rating),
        Column("by", _T, "ids of who rates, with `|` between", lambda item: joined(e.id for e in _verdict(item).by)),
        Column("by_name", _T, "their names, with `|` between", lambda item: joined(e.name for e in _verdict(item).by)),
        *ends_of("date", "when it was rated", lambda item: _verdict(item).date),
        Column("justification", _T, "why it is rated so, in sentences", lambda item: _verdict(item).justification),
        Column("pieces", _I, "how many pieces of evidence it has in the table `evidence`",
            lambda item: len(item.document.evidence_of(_verdict(item))), required=True),
        Column("evidence", _T, "addresses or ids of the evidence, as a JSON list",
            lambda item: json.dumps(list(_verdict(item).evidence), ensure_ascii=False), required=True),
        Column("url", _T, "address of the review", lambda item: _verdict(item).url),
        Column("supersedes", _I, "number of the earlier verdict that this one replaces",
            lambda item: number_of(item.document, _verdict(item).supersedes)),
    ),
    items_of(Verdict),
)  # fmt: skip


# -- Evidence ----------------------------------------------------------------------------------------------------------


def _evidence(item: Item) -> Evidence:
    assert isinstance(item.annotation, Evidence)
    return item.annotation


def _rated(item: Item) -> tuple[Verdict | None, Claim | Quote | None]:
    """The verdict that rests on a piece of evidence, and the claim that it is about."""
    of = _evidence(item).of
    return (of, of.of) if isinstance(of, Verdict) else (None, of)


def _label(item: Item) -> str | None:
    verdict = _rated(item)[0]
    return None if verdict is None else verdict.words


def _claim_words(item: Item) -> str | None:
    claim = _rated(item)[1]
    return None if claim is None else claim.text


def _text_of_evidence(name: str, doc: str) -> Column:
    def find(item: Item) -> str | None:
        return _word(getattr(_evidence(item), name))

    return Column(name, _T, doc, find)


def _archive(item: Item) -> str | None:
    copy = _evidence(item).archived_copy
    return None if copy is None else copy.archive


def _archive_url(item: Item) -> str | None:
    piece = _evidence(item)
    return None if piece.archived_copy is None else piece.archived or piece.url


def _captured(item: Item) -> str | None:
    copy = _evidence(item).archived_copy
    return copy.captured.isoformat() if copy is not None and copy.captured is not None else None


EVIDENCE = TableDefinition(
    "evidence",
    "one thing that a verdict rests on: a question about the claim and its answer, or a passage, and where that is from",
    (
        *ANNOTATION,
        Column("verdict", _I, "number of the verdict that rests on it; null for the evidence of a claim without one",
            lambda item: number_of(item.document, _rated(item)[0])),
        Column("label", _T, "the rating in words", _label),
        Column("claim", _I, "number of the claim or quote that it is about", lambda item: number_of(item.document, _rated(item)[1])),
        Column("claim_words", _T, "its words", _claim_words),
        _text_of_evidence("question", "what was asked about the claim"),
        Column("answer", _T, "the answer, or the annotated words", lambda item: _evidence(item).words or None),
        _text_of_evidence("type", "extractive, abstractive, boolean or unanswerable"),
        _text_of_evidence("explanation", "why a boolean answer is yes or no"),
        _text_of_evidence("medium", "text, pdf, table, image, video, audio, metadata or other"),
        _text_of_evidence("source", "what the source is called"),
        _text_of_evidence("at", "where in the source: a page, a sentence, a moment"),
        Column("url", _T, "address of the source itself, where one is known: that of a copy, without the web archive around it",
            lambda item: _evidence(item).original_url),
        Column("archived", _T, "address of a copy of it in a web archive", _archive_url),
        Column("archive", _T, "name of the web archive", _archive),
        Column("captured", _T, "day of the copy, in ISO 8601, where its address has one", _captured),
        *ends_of("source_published", "when the source was published", lambda item: _evidence(item).published),
        *ends_of("seen", "when the source was seen", lambda item: _evidence(item).seen),
        _text_of_evidence("set", "what it only counts together with: one name for all pieces of a set"),
    ),
    items_of(Evidence),
)  # fmt: skip


# -- Every kind --------------------------------------------------------------------------------------------------------


def _fields(item: Item) -> str:
    document = item.document

    def name(other: Annotation) -> str:
        return other.id if other.id is not None else f"@{document.index(other)}"

    return json.dumps(written_fields(item.annotation, document, name), ensure_ascii=False)


ANNOTATIONS = TableDefinition(
    "annotations",
    "one annotation of any kind, also of one that a schema declares or that no schema knows",
    (
        *ANNOTATION,
        Column("fields", _T, "its fields as they would be written in a file, as a JSON object; an annotation without an id is "
            "referred to as `@` and its number", _fields, required=True),
    ),
    items_of(Annotation),
)  # fmt: skip
