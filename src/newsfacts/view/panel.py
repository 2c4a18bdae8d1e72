"""The panel next to an article: its times in order, and its entities, measures and events with all that is stated of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsfacts.model import Annotation, Claim, Entity, EntityKind, Mention, Quote, Time
from newsfacts.text.printable import printable, shorten
from newsfacts.values import Policy
from newsfacts.view.articles import Article
from newsfacts.view.data import entities_of, entity_numbers
from newsfacts.view.describing import quoted
from newsfacts.view.intervals import Scale
from newsfacts.view.markup import Html, el, join
from newsfacts.view.measures import MAX_COMPARED, Stated, contradictions, stated_in
from newsfacts.view.timeline import timeline_of

__all__ = ["panel_of"]

MAX_WORDS = 140
MAX_ADDRESS = 60
"""How many characters of an address are shown."""
MAX_MENTIONS = 60
"""How many mentions of an entity are links; the rest is counted."""


def panel_of(article: Article, policy: Policy) -> Html:
    """The panel, without the parts that the article has nothing for."""
    people = entities(article)
    parts = [
        part("Who says what", people.speaking),
        part("Measures", measures(article, policy)),
        part("Times", timeline_of(article)),
        part("Events", events(article)),
        part("Also mentioned", people.mentioned),
    ]
    return el("div", *parts, class_="panel")


def part(title: str, items: Iterable[Html]) -> Html:
    """A part of the panel with its heading; nothing where it has no items."""
    listed = [*items]
    return el("section", el("h2", title), *listed) if listed else Html("")


def link(article: Article, annotation: Annotation, words: str | None = None) -> Html:
    """A link to an annotation; without a place in the text, its words."""
    shown = words if words is not None else quoted(annotation.text, MAX_WORDS)
    if not annotation.spans:
        return el("span", shown)
    number = article.document.index(annotation)
    return el("a", shown, href=article.anchor(annotation), data_to=number)


# -- Entities ----------------------------------------------------------------------------------------------------------


@attrs.frozen
class People:
    """The entries of those who say something, and of all others."""

    speaking: tuple[Html, ...]
    mentioned: tuple[Html, ...]


def entities(article: Article) -> People:
    """Every entity of the text: what it says, and where it is mentioned; those who say most come first."""
    document = article.document
    numbers = document.derived(entity_numbers)
    said: dict[str, list[Annotation]] = {}
    mentioned: dict[str, list[Annotation]] = {}
    found: dict[str, Entity] = {}
    for annotation in document.annotations:
        into = mentioned if isinstance(annotation, Mention) else said if isinstance(annotation, Quote | Claim) else None
        for entity in entities_of(annotation, document):
            found.setdefault(entity.id, entity)
            if into is not None:
                into.setdefault(entity.id, []).append(annotation)
    entries = {
        id: entity_entry(article, found[id], number, said.get(id, []), mentioned.get(id, []))
        for id, number in numbers.items()
    }
    speaking = sorted(said, key=lambda id: (-len(said[id]), numbers[id]))
    return People(
        speaking=tuple(entries[id] for id in speaking),
        mentioned=tuple(entry for id, entry in entries.items() if id not in said),
    )


def entity_entry(
    article: Article, entity: Entity, number: int, said: list[Annotation], mentioned: list[Annotation]
) -> Html:
    """One entity."""
    kind = [] if entity.kind is EntityKind.OTHER else [str(entity.kind)]
    about = " · ".join([*kind, *(printable(role.title) for role in entity.roles if role.title)])
    counts = [f"{len(said)} said"] if said else []
    counts += [f"{len(mentioned)}×"] if mentioned else []
    number_of = el("span", ", ".join(counts), class_="n")
    summary = el("summary", number_of, el("b", printable(entity.name)), el("small", f" {about}") if about else "")
    inside = [
        el("button", "Show only this in the text", type="button", class_="only", data_e=number, aria_pressed="false")
    ]
    if said:
        inside.append(
            el("ul", *(el("li", el("small", one.KIND), " ", link(article, one)) for one in said), class_="said")
        )
    if mentioned:
        links = [link(article, one, printable(one.text) or "…") for one in mentioned[:MAX_MENTIONS]]
        more = f" and {len(mentioned) - MAX_MENTIONS:,} more" if len(mentioned) > MAX_MENTIONS else ""
        inside.append(el("p", el("small", "Mentioned as "), join(links, ", "), more, class_="mentions"))
    addresses = [elsewhere(address) for address in entity.same_as if address.startswith(("https://", "http://"))]
    if addresses:
        inside.append(el("p", el("small", "The same elsewhere "), join(addresses, ", "), class_="mentions"))
    return el("details", summary, *inside, class_="entry")


def elsewhere(address: str) -> Html:
    """A link out of the page, which whoever is asked learns nothing from; its words are the address."""
    shown = shorten(printable(address.partition("://")[2]), MAX_ADDRESS)
    return el("a", shown, href=address, rel="noopener noreferrer nofollow")


# -- Measures ----------------------------------------------------------------------------------------------------------


def measures(article: Article, policy: Policy) -> Iterator[Html]:
    """Every measure that is counted: each count with its reading, its interval, its moment and its voice."""
    for id, stated in stated_in(article, policy).items():
        measure = article.document.measures.get(id) or stated[0].statement.measure
        name = measure.name if measure is not None else id
        yield el(
            "div", el("h3", printable(name), el("small", f" {printable(measure.unit)}") if measure and measure.unit else ""),
            el("ul", *rows(stated, policy, article), class_="counts"), class_="entry measure",
        )  # fmt: skip


def rows(stated: list[Stated], policy: Policy, article: Article) -> Iterator[Html]:
    """The counts of one measure on one scale."""
    scale = Scale.of([one.interval for one in stated])
    wrong = contradictions(stated, policy)
    for number, one in enumerate(stated):
        facts = [el("span", one.interval.words(), class_="taken")]
        if one.when_in_words:
            facts.append(el("span", one.when_in_words))
        facts.append(el("span", printable(one.voice), class_="voice"))
        if not one.statement.asserted:
            facts.append(el("span", "not asserted", class_="weak"))
        if number in wrong:
            facts.append(el("span", "contradicts another", class_="clash"))
        yield el(
            "li",
            link(article, one.count),
            scale.bar(one.interval, clash=number in wrong),
            el("small", join(facts, " · ")),
        )
    if len(stated) > MAX_COMPARED:
        yield el("li", el("small", f"Only the first {MAX_COMPARED} are compared with each other."))


# -- Events ------------------------------------------------------------------------------------------------------------


def events(article: Article) -> Iterator[Html]:
    """Every event that the text gives a time of: when it is known to have been, and what the text says."""
    document = article.document
    told: dict[str, list[Time]] = {}
    for time in document.times:
        if time.of is not None:
            told.setdefault(time.of.id, []).append(time)
    for times in told.values():
        event = times[0].of
        assert event is not None  # only those are collected
        known = el("small", f" known: {printable(str(event.time))}") if event.time is not None else Html("")
        said = (el("li", link(article, time), el("small", f" {printable(str(time.value))}")) for time in times)
        yield el("div", el("h3", printable(event.name), known), el("ul", *said), class_="entry")
