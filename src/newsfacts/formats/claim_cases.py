"""Documents as records of corpora of rated claims (AVeriTeC, FEVER, LIAR), for their writers, and what is lost on the way.

A case is a claim with the verdict on it and the evidence. Each format says in `CaseLimits` what it has a place for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from newsfacts.building.written import written_fields
from newsfacts.formats.claim_records import folded, foreign_key, verdict_labels
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.mapping import LabelMapping, LabelRule
from newsfacts.formats.marking import head_losses
from newsfacts.immutable import frozen
from newsfacts.model import (
    Annotation,
    Claim,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Quote,
    Role,
    Unreadable,
    Verdict,
)  # fmt: skip
from newsfacts.raw import Loss
from newsfacts.schema.kinds import fields_of_class
from newsfacts.values.times.times import TimeInterval

__all__ = [
    "Case",
    "CaseLimits",
    "case_losses",
    "cases_of",
    "extra_fields",
    "label_for",
    "said_of",
    "says_something",
    "single_text",
    "speaker_of",
]

Fits = Callable[[str, object], bool]


@frozen(kw_only=True)
class Case:
    """A claim, the verdict on it where there is one, and the evidence."""

    document: Document
    claim: Claim | Quote
    verdict: Verdict | None = None
    evidence: tuple[Evidence, ...] = ()


def _all(key: str, value: object) -> bool:
    return True


@frozen(kw_only=True)
class CaseLimits:
    """What a format has a place for: fields by their keys, of the claim, the verdict, and the speaker.

    `taken` are the keys of its records, which no field of another project can have. A format that is not `open` has no other fields.
    `evidence` gives those of a piece of evidence, none where it cannot be written at all; `value_fits` says whether the value of a key can be.
    """

    claim: frozenset[str]
    verdict: frozenset[str]
    evidence: Callable[[Evidence], frozenset[str]] = lambda piece: frozenset()
    speaker: frozenset[str] = frozenset({"name"})
    taken: frozenset[str] = frozenset()
    open: bool = True
    value_fits: Fits = _all


def cases_of(document: Document) -> tuple[Case, ...]:
    """A case for each verdict on a claim, and for each claim with evidence and no verdict; all claims where nothing is rated."""
    first: dict[int, Verdict] = {}
    for verdict in document.verdicts:
        first.setdefault(id(verdict.of), verdict)
    cases = []
    for verdict in document.verdicts:
        if verdict.of is not None:
            shared = document.evidence_of(verdict.of) if first[id(verdict.of)] is verdict else ()
            evidence = (*document.evidence_of(verdict), *shared)
            cases.append(Case(document=document, claim=verdict.of, verdict=verdict, evidence=evidence))
    statements: tuple[Claim | Quote, ...] = (*document.claims, *document.quotes)
    for statement in statements:
        evidence = document.evidence_of(statement)
        if evidence and id(statement) not in first:
            cases.append(Case(document=document, claim=statement, evidence=evidence))
    if not cases and not document.verdicts:
        cases = [Case(document=document, claim=claim) for claim in document.claims]
    return tuple(cases)


def speaker_of(case: Case) -> Entity | None:
    """Who made the claim: the first one, where several did."""
    return next(iter(case.document.speakers(case.claim)), None)


def said_of(case: Case) -> TimeInterval | Unreadable | None:
    """When the claim was made: its `said`, or that of its attribution."""
    attribution = case.document.attribution_of(case.claim)
    return case.claim.said or (attribution.said if attribution is not None else None)


def label_for(verdict: Verdict, mapping: LabelMapping) -> LabelRule | None:
    """The label of the mapping that says what a verdict says: its words, and no other number. None where there is none.

    Where the mapping names no labels, the words of the verdict are the label.
    """
    words = folded(verdict.words)
    labels = verdict_labels(mapping)
    if not labels and words:
        return LabelRule(label=verdict.words, kind="verdict")
    for rule in labels.values():
        if not rule.ignore and words in (folded(rule.label), folded(rule.fields.get("label", rule.label))):
            numbers = [(getattr(verdict, key), rule.fields.get(key)) for key in ("rating", "best", "worst")]
            if all(ours is None or theirs is None or ours == Decimal(theirs) for ours, theirs in numbers):
                return rule
    return None


def extra_fields(annotation: Annotation | None, limits: CaseLimits) -> dict[str, str | list[str]]:
    """The fields of another project, by the keys of a record; without those that the record has for something else."""
    if annotation is None or not limits.open:
        return {}
    found: dict[str, str | list[str]] = {}
    for key, value in annotation.extra.items():
        name = foreign_key(annotation.KIND, key)
        if name not in limits.taken:
            found[name] = [str(item) for item in value] if isinstance(value, list | tuple) else str(value)
    return found


def case_losses(document: Document, mapping: LabelMapping, limits: CaseLimits, named: frozenset[str]) -> Iterator[Loss]:
    """Everything that the cases of a document have no place for. `named` are fields of another project that records know."""
    cases = cases_of(document)
    written: dict[int, frozenset[str]] = {}
    for case in cases:
        written[id(case.claim)] = limits.claim
        if case.verdict is not None and (
            implied := _implied(case.verdict, mapping) or says_something(case.verdict, document, limits)
        ):
            written[id(case.verdict)] = limits.verdict | implied
        written |= {id(piece): fields for piece in case.evidence if (fields := limits.evidence(piece))}
    for number, annotation in enumerate(document.annotations):
        kept = written.get(id(annotation))
        if kept is None:
            place = document.place(annotation)
            what = f"the {annotation.KIND}, for which a record has no place"
            yield Loss(what=what, words=annotation.text, id=annotation.id, number=number, place=place)
        else:
            yield from _field_losses(document, number, annotation, kept, limits, named)
    yield from _text_losses(document, cases)
    is_url_written = "url" in limits.verdict and any(
        case.verdict is not None and case.verdict.url is None for case in cases
    )
    yield from head_losses(document, frozenset({"entities", "foreign", *(["url"] if is_url_written else [])}))
    yield from _entity_losses(document, cases, limits)
    yield from comment_losses(document)


def _implied(verdict: Verdict, mapping: LabelMapping) -> frozenset[str]:
    """The fields of a verdict that its label says."""
    rule = label_for(verdict, mapping)
    return frozenset() if rule is None else frozenset({"label", *rule.fields})


def says_something(verdict: Verdict, document: Document, limits: CaseLimits) -> frozenset[str]:
    """The fields of a verdict without a label of the mapping for which a record has a place; empty where there is none."""
    stated = {
        field.key for field in fields_of_class(type(verdict)).values() if getattr(verdict, field.name) not in (None, ())
    }
    stated |= {"url"} if document.url is not None else set()  # the page is that of the review where no other is named
    found = (stated & limits.verdict) - {"of"}
    return frozenset(found or extra_fields(verdict, limits))


def _field_losses(
    document: Document,
    number: int,
    annotation: Annotation,
    kept: frozenset[str],
    limits: CaseLimits,
    named: frozenset[str],
) -> Iterator[Loss]:
    extras = {key for key in annotation.extra if key in named} | {
        key for key in annotation.extra if limits.open and foreign_key(annotation.KIND, key) not in limits.taken
    }
    fields = written_fields(annotation, document, lambda other: other.id or f"@{document.index(other)}")
    for key, value in fields.items():
        values = value if isinstance(value, list) else [value]
        if key == "by" and key in kept:
            gone = values[1:] if len(values) > 1 else []
            for one in gone:
                yield _lost(document, number, annotation, key, one, one)
        elif (key not in kept and key not in extras) or not all(limits.value_fits(key, one) for one in values):
            yield _lost(document, number, annotation, key, " ".join(values), None)
    if isinstance(annotation, Verdict) and annotation.label is None and annotation.text and "label" not in kept:
        yield _lost(document, number, annotation, "label", annotation.text, None)
    if isinstance(annotation, Verdict | Evidence) and annotation.spans:
        what = f"the place of the {annotation.KIND} in the text"
        yield Loss(what=what, words=annotation.text, id=annotation.id, place=document.place(annotation), field="text")


def _lost(document: Document, number: int, annotation: Annotation, key: str, words: str, value: str | None) -> Loss:
    place = document.place(annotation, key)
    return Loss(
        what=f"the field {key}", words=words, id=annotation.id, number=number, field=key, value=value, place=place
    )


def _text_losses(document: Document, cases: tuple[Case, ...]) -> Iterator[Loss]:
    whole = document.text.strip()
    if whole and (len(cases) != 1 or cases[0].claim.text.strip() != whole):
        yield Loss(what="the text, apart from the claims", field="text")


def _entity_losses(document: Document, cases: tuple[Case, ...], limits: CaseLimits) -> Iterator[Loss]:
    speakers = {entity.id for case in cases if (entity := speaker_of(case)) is not None}
    for entity in document.own.entities.values():
        if entity.id not in speakers:
            yield Loss(what=f"the entity {entity.id}", words=entity.name)
            continue
        for key, field in fields_of_class(Entity).items():
            value = getattr(entity, field.name)
            if key not in limits.speaker and value not in (None, (), True, EntityKind.OTHER):
                items = value if isinstance(value, tuple) else (value,)
                words = ", ".join([item.title if isinstance(item, Role) else str(item) for item in items])
                yield Loss(what=f"{key} of the entity {entity.id}", words=words)


def single_text(values: Mapping[str, str | list[str]], key: str, separator: str = ",") -> str:
    """A field of another project as one text; empty where there is none."""
    value = values.get(key, "")
    return value if isinstance(value, str) else separator.join(value)
