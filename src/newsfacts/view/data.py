"""What the script of a page shows of each annotation when it is pointed at: plain data, by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsfacts.model import (
    Annotation,
    Attribution,
    Claim,
    Count,
    Document,
    Entity,
    Mention,
    Quote,
    UnknownKind,
    Verdict,
)
from newsfacts.reviewing.deciding import tally
from newsfacts.reviewing.proposals import other_kinds, proposals
from newsfacts.reviewing.written import Written
from newsfacts.text.printable import printable
from newsfacts.values import Policy, Quantity
from newsfacts.view.articles import Article
from newsfacts.view.describing import facts_of, quoted

__all__ = ["article_data", "entities_of", "entity_numbers"]

_ROLES = {"source": "source", "cues": "cue", "contents": "content", "addressee": "to", "medium": "in"}


def article_data(article: Article, policy: Policy) -> list[dict[str, Any]]:
    """A record of each annotation, in reading order. Keys are short, since there may be many:

    k kind, i id, w words, f facts as pairs of label and words, r numbers of the annotations in each role, t number of the
    attribution that it is a part of, p number of what it is inside, e numbers of entities, x its relations, d how sure a proposal
    is, o the kinds that it could be changed into.
    """
    document = article.document
    numbers = document.derived(entity_numbers)
    relations = document.derived(relations_of)
    proposed = proposals_of(document)
    return [
        record(annotation, number, document, numbers, policy)
        | ({"x": relations[number]} if number in relations else {})
        | proposed.get(number, {})
        for number, annotation in enumerate(document.annotations)
    ]


def record(
    annotation: Annotation, number: int, document: Document, numbers: Mapping[str, int], policy: Policy
) -> dict[str, Any]:
    """What is shown of one annotation."""
    kind = annotation.written_kind if isinstance(annotation, UnknownKind) else annotation.KIND
    found: dict[str, Any] = {"k": printable(kind)}
    if annotation.id is not None:
        found["i"] = printable(annotation.id)
    if annotation.text:
        found["w"] = quoted(annotation.text)
    if facts := [*facts_shown(annotation, document, policy)]:
        found["f"] = facts
    attribution: Attribution | None = None
    if isinstance(annotation, Attribution):
        attribution = annotation
        found["r"] = {
            label: [document.index(part) for part in getattr(annotation, field)]
            for field, label in _ROLES.items()
            if getattr(annotation, field)
        }
    else:
        attribution = document.attribution_of(annotation)
        if attribution is not None:
            found["t"] = document.index(attribution)
    if (parent := document.parents[number]) >= 0:
        found["p"] = parent
    if entities := [numbers[entity.id] for entity in entities_of(annotation, document) if entity.id in numbers]:
        found["e"] = entities
    return found


def proposals_of(document: Document) -> dict[int, dict[str, Any]]:
    """For each proposal how sure it is, and what else it could be."""
    file = Written.of(document) if tally(document) else None
    found: dict[int, dict[str, Any]] = {}
    for marked in proposals(file) if file is not None else ():
        found[marked.number] = {"d": str(marked.annotation.draft)}
        if file is not None and (kinds := other_kinds(marked, file)):
            found[marked.number]["o"] = kinds
    return found


def facts_shown(annotation: Annotation, document: Document, policy: Policy) -> Iterator[list[str]]:
    """What an annotation says, each as a label and words; of a count also the interval that it is taken to mean."""
    if isinstance(annotation, Count) and isinstance(annotation.value, Quantity):
        value = annotation.value
        yield ["read as", printable(str(value))]
        yield ["taken as", value.core(policy).words()]
        if value.outer(policy) != value.core(policy):
            yield ["at the widest", value.outer(policy).words()]
    for label, words in facts_of(annotation, document, policy):
        if label or not (isinstance(annotation, Count) and words.startswith("=")):
            yield [label, words]


def entities_of(annotation: Annotation, document: Document) -> tuple[Entity, ...]:
    """The entities that an annotation is about: those that it mentions, or those who say it."""
    if isinstance(annotation, Mention):
        return annotation.entities
    if isinstance(annotation, Quote | Claim):
        return document.speakers(annotation)
    if isinstance(annotation, Attribution | Verdict):
        return annotation.by
    return ()


def entity_numbers(document: Document) -> Mapping[str, int]:
    """The number in the page of each entity that some annotation is about, in order of appearance."""
    found: dict[str, int] = {}
    for annotation in document.annotations:
        for entity in entities_of(annotation, document):
            found.setdefault(entity.id, len(found))
    return found


def relations_of(document: Document) -> dict[int, list[list[Any]]]:
    """For each annotation the relations that it takes part in, as words and the number of the other one."""
    found: dict[int, list[list[Any]]] = {}
    for relation in document.relations:
        source, target = document.index(relation.source), document.index(relation.target)
        found.setdefault(source, []).append([str(relation.kind), target])
        found.setdefault(target, []).append([f"{relation.kind} this", source])
    for verdict in document.verdicts:
        if verdict.of is not None:
            source, target = document.index(verdict), document.index(verdict.of)
            found.setdefault(source, []).append(["rates", target])
            found.setdefault(target, []).append(["rated by", source])
    for evidence in document.evidence:
        if evidence.of is not None:
            source, target = document.index(evidence), document.index(evidence.of)
            found.setdefault(source, []).append(["evidence of", target])
            found.setdefault(target, []).append(["rests on", source])
    return found
