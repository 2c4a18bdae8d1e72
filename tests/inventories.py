"""Compares a document with an inventory: the table of every fact that a careful annotator would mark in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from newsfacts.model import Annotation, Attribution, Document, Entity, Quote, Unreadable
from newsfacts.values.quantities.quantity import Comparator, Quantity, QuantityKind

KINDS = {
    "asides": "aside", "quotes": "quote", "claims": "claim", "counts": "count", "times": "time", "mentions": "mention",
    "verdicts": "verdict", "lists": "listing", "listings": "listing",
}  # fmt: skip


def load_inventory(path: Path) -> list[dict[str, Any]]:
    """The inventories in a file: one per article."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    articles: list[dict[str, Any]] = table.get("articles") or [table]
    return articles


def missing(document: Document, inventory: Mapping[str, Any]) -> list[str]:
    """A line for every row of the inventory that the document does not hold, with the reason."""
    return [f"{group}: {row}: {reason}" for group, row in rows(inventory) for reason in reasons(document, group, row)]


def rows(inventory: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every row with its group."""
    for group in (*KINDS, "attributions", "entities"):
        for row in inventory.get(group, ()):
            yield group, row


def reasons(document: Document, group: str, row: Mapping[str, Any]) -> Iterator[str]:
    if group == "entities":
        yield from entity_reasons(document, row)
        return
    if group == "attributions":
        candidates: Iterable[Annotation] = [a for a in document.attributions if attribution_matches(document, a, row)]
        if not candidates:
            yield "no attribution with this source, cue and content"
        return
    found = at_words(document, KINDS[group], row)
    if not found:
        yield "no such annotation over exactly these words"
        return
    failures = [list(field_reasons(document, annotation, row)) for annotation in found]
    if all(failures):
        yield "; ".join(sorted(failures, key=len)[0])


def at_words(document: Document, kind: str, row: Mapping[str, Any]) -> list[Any]:
    """The annotations of a kind over exactly the row's words, at its nth place."""
    words = str(row["text"])
    start = -1
    for _ in range(row.get("nth", 1)):
        start = document.text.find(words, start + 1)
    fragments = [words, *row.get("then", ())]
    candidates = [a for a in document if kind == a.KIND and [s.slice(document.text) for s in a.spans] == fragments]
    exact = [a for a in candidates if a.spans[0].start == start]
    return exact if "nth" in row else candidates


def names(entities: Iterable[Entity]) -> set[str]:
    return {entity.name for entity in entities}


def attribution_matches(document: Document, attribution: Attribution, row: Mapping[str, Any]) -> bool:
    cue = attribution.cue
    within = row.get("within")
    outer = [a for a in document.ancestors(attribution) if isinstance(a, Attribution)]
    return (
        row["source"] in [source.text for source in attribution.source]
        and cue is not None
        and cue.text == row["cue"]
        and ("content" not in row or row["content"] in [content.text for content in attribution.contents] + [
            content.spans[0].slice(document.text) for content in attribution.contents if len(content.spans) > 1
        ])
        and ("by" not in row or names(attribution.by) == set(row["by"]))
        and ("addressee" not in row or row["addressee"] in {n for a in attribution.addressee for n in (a.text, *names(a.entities))})
        and (within is None or any(a.cue is not None and a.cue.text == within for a in outer))
        and ("terms" not in row or str(attribution.terms) == row["terms"])
        and ("reason" not in row or attribution.reason == row["reason"])
    )  # fmt: skip


def entity_reasons(document: Document, row: Mapping[str, Any]) -> Iterator[str]:
    entity = next(
        (e for e in document.factbook.entities.values() if row["name"] in (e.name, e.id, e.description)), None
    )
    if entity is None:
        yield "no such entity"
        return
    if str(entity.kind) != row["kind"]:
        yield f"it is a {entity.kind}"
    if entity.named is not row.get("named", True):
        yield "named differs"
    if not set(row.get("aliases", ())) <= set(entity.aliases):
        yield f"aliases are {entity.aliases}"
    if not set(row.get("roles", ())) <= {role.title for role in entity.roles}:
        yield f"roles are {entity.roles}"


def field_reasons(document: Document, annotation: Any, row: Mapping[str, Any]) -> Iterator[str]:
    """What of a row an annotation over the right words does not say."""
    for key, wanted in row.items():
        if key in ("text", "nth", "then", "about"):
            continue
        found = value_of(document, annotation, key)
        if isinstance(found, set):
            expected = set(wanted) if isinstance(wanted, list) else {wanted}
            if not (found and expected <= found):
                yield f"{key} is {sorted(map(str, found))}"
        elif not same(found, wanted):
            yield f"{key} is {found!r}"


def same(found: object, wanted: object) -> bool:
    if isinstance(wanted, bool) or isinstance(found, bool):
        return found is wanted
    if isinstance(found, int | Fraction):
        return found == Fraction(str(wanted))
    return str(found) == str(wanted)


def value_of(document: Document, annotation: Any, key: str) -> object:
    """What the document says for one column of an inventory."""
    value = getattr(annotation, "read", None) if annotation.KIND in ("count", "time") else None
    if key == "by":
        return names(annotation.by) if annotation.KIND == "verdict" else names(document.speakers(annotation))
    if key == "of":
        of = annotation.entities if annotation.KIND == "mention" else annotation.of
        return names(of) if isinstance(of, tuple) else getattr(of, "name", None) or getattr(of, "text", None)
    if key in ("supports", "rebuts", "repeats", "updates", "corrects"):
        return {r.target.text for r in document.relations if r.source is annotation and str(r.kind.value) == key}
    if key == "rebutted_by":
        return {r.source.text for r in document.relations if r.target is annotation and str(r.kind.value) == "rebuts"}
    if key == "count":
        return len(annotation.items)
    if key == "items":
        return {item.text for item in annotation.items}
    if key == "of_kind":
        return annotation.kinds
    if key == "value":
        return annotation.value
    if key == "label" and annotation.KIND == "verdict":
        return annotation.words
    if key == "evidence":
        return set(annotation.evidence)
    if isinstance(value, Quantity):
        return quantity_column(value, annotation, key)
    if isinstance(annotation, Quote) and key == "form":
        return annotation.kind
    return getattr(annotation, key, None)


def quantity_column(value: Quantity, annotation: Any, key: str) -> object:
    if key == "stated":
        return value.stated
    if key == "comparator":
        return str(value.comparator)
    if key == "approximate":
        return value.comparator is Comparator.ABOUT
    if key == "unit":
        return value.unit
    if key == "kind":
        return {"share": "share"}.get(str(value.kind), str(value.kind))
    if key == "ordinal":
        return value.stated if value.kind is QuantityKind.ORDINAL else None
    if key == "window":
        return value.window
    if key == "vague":
        return annotation.text.split()[0].lower() if value.comparator is Comparator.VAGUE else None
    if key == "declared":
        return annotation.declared if not isinstance(annotation.declared, Unreadable) else None
    return getattr(annotation, key, None)
