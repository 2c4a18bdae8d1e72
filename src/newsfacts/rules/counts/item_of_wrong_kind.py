"""N24: an item that is not what its listing lists."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, EntityKind, Listing
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule

_MAY_BE = {
    EntityKind.GROUP: frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION}),
    EntityKind.PERSON: frozenset({EntityKind.GROUP}),
    EntityKind.ORGANIZATION: frozenset({EntityKind.GROUP}),
}
"""A group may be among persons or organizations, and they among groups."""

_FACTBOOK = (
    "---\nnewsfacts: 1\nentities:\n  doe: {name: Jane Doe, kind: person}\n  iowa: {name: Iowa, kind: place}\n"
    "  ohio: {name: Ohio, kind: place}\n  un: {name: United Nations, kind: organization}\n  moon: {name: the "
    "Moon}\n---\n"
)


class ItemOfWrongKind(Rule):
    """The items of a listing are of the kind that it lists.

    What it checks:
        Every item of a listing with `items=` refers to entities of that kind. An entity whose kind is other may
        be anywhere, and a group may be among persons or organizations.

    Why:
        "Erdogan, along with Saudi Arabia and Egypt, took part as observer states" makes a state of a president. Such
        a sentence is grammatical, so that only what the words refer to shows the slip.

    Instead:
        Correct the sentence. Where the listing rightly mixes kinds, leave `items=` out.

    Fix:
        None: the text is never changed.
    """

    code = "N24"
    name = "item-of-wrong-kind"
    severity = Severity.ERROR
    looks_at: Kinds = (Listing,)
    VALID: Examples = (
        Example(
            _FACTBOOK + "[[Iowa]{ref=iowa}, [Ohio]{ref=ohio} and [the Moon]{ref=moon}]{.listing items=place} agreed."
        ),
        Example(_FACTBOOK + "[[Jane Doe]{ref=doe} and [Ohio]{ref=ohio}]{.listing} agreed."),
    )
    INVALID: Examples = (
        Example(
            _FACTBOOK + "[[Jane Doe]{ref=doe}, [Iowa]{ref=iowa} and [Ohio]{ref=ohio}]{.listing items=place} took part.",
            at="Jane Doe",
            message="Jane Doe is a person, but is listed among places",
        ),
        Example(
            _FACTBOOK
            + "[[Iowa]{ref=iowa} and [the UN]{.item ref=un}, [Ohio]{.item ref=ohio}]{.listing items=place} agreed.",
            at="the UN",
            message="United Nations (“the UN”) is an organization, but is listed among places",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for listing in document.listings:
            wanted = listing.kinds
            if wanted is None or wanted is EntityKind.OTHER:
                continue
            fit = {wanted, EntityKind.OTHER, *_MAY_BE.get(wanted, ())}
            for item in listing.items:
                for entity in item.entities:
                    if entity.kind in fit:
                        continue
                    words = "" if item.text == entity.name else f" (“{item.text}”)"
                    article = "an" if entity.kind is EntityKind.ORGANIZATION else "a"
                    yield self.finding(
                        document,
                        item,
                        f"{entity.name}{words} is {article} {entity.kind}, but is listed among {wanted}s",
                        help="correct the sentence or the reference; leave items= out where the listing mixes kinds",
                        labels=self.label(document, listing, f"a listing of {wanted}s"),
                    )
