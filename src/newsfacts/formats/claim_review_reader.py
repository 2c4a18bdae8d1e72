"""Reads reviews of claims: finds them in JSON-LD and in pages, and makes a claim and a verdict of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.claim_review import MEDIA, REVIEWS
from newsfacts.formats.heads import head_of
from newsfacts.formats.json_nodes import read_json
from newsfacts.formats.json_records import single
from newsfacts.raw import Loss, Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.strict_yaml import Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.tables import items_of
from newsfacts.text.archives import host
from newsfacts.text.source import Place, SourceText
from newsfacts.text.spans import Span

__all__ = ["read_reviews"]

MAX_NESTING = 20
"""How deep in other objects a review is looked for."""

_SCRIPT = re.compile(r"<script\b[^<>]*application/ld\+json[^<>]*>", re.IGNORECASE)
_ORGANIZATION = re.compile(r"Organization|NewsMedia|Corporation|NGO")
_REFERRING = frozenset({"@context", "@type", "@id", "@graph", "type", "image", "logo"})
"""What says nothing about a claim."""


def read_reviews(text: str, path: str | None) -> Iterator[RawDocument]:
    """A document for each review of a file, and for each claim that is in none."""
    source, problems = SourceText(text), ProblemList()
    found: list[Mapping] = []
    for start, end in _json_parts(text):
        parsed = read_json(text, start, end)
        for each in parsed.problems:
            problems.add(each.code, each.message, Place(path, source, each.start, each.end), help=each.help)
        if parsed.node is not None:
            found += _reviews_in(parsed.node, MAX_NESTING)
    if not found and not problems:
        message = "this file has no ClaimReview, MediaReview or Claim"
        problems.add(ReaderCode.BROKEN_YAML, message, Place(path, source, 0, 0))
    for number, node in enumerate(found):
        yield _Review(source, path, problems if number == 0 else ProblemList(), node).read()
    if not found:
        origin = Origin(path=path, source=source)
        yield RawDocument(text="", annotations=[], findings=problems, origin=origin, is_foreign=True)


def _json_parts(text: str) -> Iterator[tuple[int, int]]:
    """Where the JSON of a file is: all of it, or what the scripts of a page have."""
    if text.lstrip()[:1] in ("{", "["):
        yield 0, len(text)
        return
    position = 0
    while (opening := _SCRIPT.search(text, position)) is not None:
        end = text.find("</", opening.end())
        if end < 0:
            return
        yield opening.end(), end
        position = end


def _types(node: Mapping) -> list[str]:
    given = items_of(node.get("@type") or node.get("type"))
    return [item.raw.rpartition("/")[2].rpartition(":")[2] for item in given if isinstance(item, Scalar)]


def _reviews_in(node: Node, depth: int) -> Iterator[Mapping]:
    """The reviews in a value, and the claims that are not part of one."""
    if depth == 0:
        return
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _reviews_in(item, depth - 1)
    elif isinstance(node, Mapping):
        if any(kind in REVIEWS for kind in _types(node)):
            yield node
            return
        for entry in node.entries:
            yield from _reviews_in(entry.value, depth - 1)


class _Review:
    """One review or claim, and the document that it becomes."""

    def __init__(self, source: SourceText, path: str | None, problems: ProblemList, node: Mapping) -> None:
        self.source = source
        self.path = path
        self.problems = problems
        self.node = node
        self.losses: list[Loss] = []
        self.entities: dict[str, dict[str, Any]] = {}

    def read(self) -> RawDocument:
        """The document."""
        kinds = _types(self.node)
        is_claim = "Claim" in kinds
        item = self.node if is_claim else self.table(self.node, "itemReviewed")
        claim = self.table(item, "interpretedAsClaim") if item is not None and item.get("interpretedAsClaim") else item
        words = self.words_of_claim(claim, is_media="MediaReview" in kinds)
        if words is None:
            message = "this review does not say which claim it is about"
            self.report(
                ReaderCode.MISSING_FIELD, message, self.node, 'write "claimReviewed": "the claim in a sentence"'
            )
        stated = words.raw if words is not None else ""
        rating = None if is_claim else self.table(self.node, "reviewRating")
        label = self.label_of(rating)
        text = stated if label is None else f"{stated}\n{label.raw}" if stated else label.raw
        annotations = []
        if stated:
            annotations.append(self.claim(item, claim, Span(0, len(stated)), words or self.node))
        if not is_claim:
            span = Span(len(text) - len(label.raw), len(text)) if label is not None else None
            annotations.append(self.verdict(rating, span, has_claim=bool(stated)))
            annotations += self.citations(annotations[-1])
        head = {"entities": self.entities} if self.entities else {}
        where = words or self.node
        return RawDocument(
            text=text, annotations=annotations, findings=self.problems, losses=self.losses, is_foreign=True,
            origin=Origin(path=self.path, source=self.source, text_range=(where.start, where.end)),
            **head_of(head, self.node.start, self.node.start),
        )  # fmt: skip

    # -- parts
    def words_of_claim(self, claim: Mapping | None, *, is_media: bool) -> Scalar | None:
        """The claim in words, those of the review before its own."""
        found = single(self.node, "claimReviewed")
        if found is None and claim is not None:
            keys = ("text", "description", "name") if not is_media else ("description", "text", "name")
            found = next((each for key in keys if (each := single(claim, key)) is not None), None)
        return found if found is not None and found.raw.strip() else None

    def label_of(self, rating: Mapping | None) -> Scalar | None:
        """The rating in words."""
        found = single(rating, "alternateName") if rating is not None else None
        found = found or single(self.node, "mediaAuthenticityCategory")
        return found if found is not None and found.raw.strip() else None

    def claim(self, item: Mapping | None, claim: Mapping | None, span: Span, where: Node) -> RawAnnotation:
        """The claim that is rated, with who made it, when and where."""
        raw = RawAnnotation("claim", (span,), where.start, where.end)
        raw.id = RawAttribute("claim", self.node.start, self.node.start)
        for node in dict.fromkeys(each for each in (item, claim) if each is not None):
            self.give(raw, "by", self.agents(node, ("author", "creator"), "speaker"))
            self.give(raw, "said", self.plain(node, "datePublished" if node is not self.node else "dateCreated"))
            for key in ("appearance", "mediaItemAppearance"):
                self.give(raw, "appearance", self.addresses(node.get(key)))
            self.give(raw, "first_appearance", self.addresses(node.get("firstAppearance"))[:1])
            if node is not self.node:
                self.lose_rest(node, {
                    "author", "creator", "datePublished", "appearance", "mediaItemAppearance", "firstAppearance",
                    "interpretedAsClaim", "text", "description", "name",
                })  # fmt: skip
        return raw

    def verdict(self, rating: Mapping | None, span: Span | None, *, has_claim: bool) -> RawAnnotation:
        """The rating of the claim."""
        where = rating if rating is not None else self.node
        raw = RawAnnotation("verdict", (span,) if span is not None else (), where.start, where.end)
        if has_claim:
            raw.attributes["of"] = RawAttribute("claim", self.node.start, self.node.start)
        self.give(raw, "by", self.agents(self.node, ("author", "publisher"), "reviewer"))
        self.give(raw, "date", self.plain(self.node, "datePublished"))
        self.give(raw, "url", self.plain(self.node, "url"))
        self.give(raw, "note", self.plain(self.node, "originalMediaContextDescription"))
        self.give(raw, "justification", self.plain(self.node, "reviewBody"))
        if rating is not None:
            for key, field in (("ratingValue", "rating"), ("bestRating", "best"), ("worstRating", "worst")):
                self.give(raw, field, self.plain(rating, key))
            self.lose_rest(rating, {"ratingValue", "bestRating", "worstRating", "alternateName"})
        self.lose_rest(self.node, {
            "author", "publisher", "datePublished", "url", "claimReviewed", "itemReviewed", "reviewRating",
            "mediaAuthenticityCategory", "originalMediaContextDescription", "reviewBody", "citation",
        })  # fmt: skip
        return raw

    def citations(self, verdict: RawAnnotation) -> list[RawAnnotation]:
        """What the review cites: addresses of the verdict, and pieces of evidence."""
        items = items_of(self.node.get("citation"))
        self.give(
            verdict, "evidence", [item for item in items if isinstance(item, Scalar) and host(item.raw) is not None]
        )
        found = []
        for item in items:
            if isinstance(item, Scalar) and (host(item.raw) is not None or not item.raw.strip() or item.value is None):
                continue
            raw = RawAnnotation("evidence", (), item.start, item.end)
            if isinstance(item, Mapping):
                self.work(raw, item)
            elif isinstance(item, Scalar):
                self.give(raw, "source", [item])
            if raw.attributes:
                verdict.id = verdict.id or RawAttribute("verdict", self.node.start, self.node.start)
                raw.attributes["of"] = RawAttribute("verdict", item.start, item.end)
                found.append(raw)
            else:
                self.lose("a citation that says nothing", item)
        return found

    def work(self, raw: RawAnnotation, node: Mapping) -> None:
        """A work that the review cites."""
        keys = {"name": "source", "headline": "source", "url": "url", "contentUrl": "url", "archivedAt": "archived",
                "datePublished": "published", "text": "answer"}  # fmt: skip
        taken = set()
        for key, field in keys.items():
            values = self.plain(node, key)
            if len(values) == 1 and field not in raw.attributes:
                self.give(raw, field, values)
                taken.add(key)
        medium = next((medium for medium, name in MEDIA.items() if name in _types(node)), None)
        if medium is not None and raw.attributes:
            raw.attributes["medium"] = RawAttribute(medium.value, node.start, node.end)
        self.lose_rest(node, taken)

    # -- values
    def report(self, code: ReaderCode, message: str, node: Node, help: str | None = None) -> None:
        self.problems.add(code, message, Place(self.path, self.source, node.start, node.end), help=help)

    def table(self, node: Mapping, key: str) -> Mapping | None:
        """The table of a key, or the first one of its list; more of them are losses."""
        tables = [item for item in items_of(node.get(key)) if isinstance(item, Mapping)]
        for other in tables[1:]:
            self.lose(f"another {key}", other)
        return tables[0] if tables else None

    def plain(self, node: Mapping, key: str) -> list[Scalar]:
        """The single values of a key."""
        return [item for item in items_of(node.get(key)) if isinstance(item, Scalar) and item.raw]

    def addresses(self, node: Node | None) -> list[Scalar]:
        """The addresses in works: each by itself, or as its url; where it was archived is not where it appeared."""
        found = []
        for item in items_of(node):
            if isinstance(item, Mapping):
                keys = ("url", "contentUrl", "@id")
                item = next((each for key in keys if (each := single(item, key)) is not None), item)  # noqa: PLW2901 - the address stands for the work
            if isinstance(item, Scalar):
                found.append(item)
            elif isinstance(item, Mapping):
                self.lose("an appearance without an address", item)
        return found

    def agents(self, node: Mapping, keys: tuple[str, ...], id: str) -> list[Scalar]:
        """The people and organizations under the first of these keys, each entered as an entity, by their ids."""
        given = next((items_of(node.get(key)) for key in keys if node.get(key) is not None), ())
        found = []
        for item in given:
            name = single(item, "name") if isinstance(item, Mapping) else item if isinstance(item, Scalar) else None
            if name is None or not name.raw.strip():
                self.lose("someone without a name", item)
                continue
            number = sum(1 for taken in self.entities if taken.startswith(id)) + 1
            own = id if number == 1 else f"{id}{number}"
            is_body = isinstance(item, Mapping) and any(_ORGANIZATION.search(kind) for kind in _types(item))
            is_person = isinstance(item, Mapping) and "Person" in _types(item)
            kind = "organization" if is_body else "person" if is_person else "other"
            entity: dict[str, Any] = {"name": name.raw, "kind": kind}
            if isinstance(item, Mapping):
                same = [each.raw for key in ("sameAs", "url") for each in self.plain(item, key)]
                entity |= {"same_as": same} if same else {}
                self.lose_rest(item, {"name", "sameAs", "url"})
            self.entities[own] = entity
            found.append(Scalar(own, own, name.start, name.end))
        return found

    def give(self, raw: RawAnnotation, field: str, values: list[Scalar]) -> None:
        """Set a field, unless it is known already."""
        if not values or field in raw.attributes:
            return
        several: str | list[str] = values[0].raw if len(values) == 1 else [value.raw for value in values]
        raw.attributes[field] = RawAttribute(several, values[0].start, values[-1].end)

    def lose(self, what: str, node: Node) -> None:
        words = self.source.slice(node.start, node.end)
        self.losses.append(Loss(what=what, words=words, place=Place(self.path, self.source, node.start, node.end)))

    def lose_rest(self, node: Mapping, taken: set[str]) -> None:
        """What else an object says."""
        for entry in node.entries:
            key = entry.key.raw
            if key not in taken and key not in _REFERRING:
                self.lose(f"{key} of {' '.join(_types(node)) or 'an object'}", entry.value)
