"""N15: a listing that does not have as many items as the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Count, Document, Listing
from newsfacts.rules.needs import listings
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import after, before, between
from newsfacts.statements import statements
from newsfacts.text.english import is_english
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind

_JOINS = frozenset({"", ":", "–", "—", "-", "(", ": ", " –", " —"})
_PART_OF = re.compile(
    r"\b(?:of|among|from|in|between|than|for)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+|all\s+)?\Z", re.IGNORECASE
)
_MORE = re.compile(
    r",?\s*(?:(?:and|plus)\s+(?:\w+\s+){0,3}(?:others?|more)\b|and so on|etc\b|among others|…|\.\.\.)", re.IGNORECASE
)


class ItemCount(Rule):
    """A listing has as many items as the count that goes with it.

    What it checks:
        A count that points at a listing with `of=`, and a count directly before a listing ("four
        republics: ..."), agree with the number of the listing's items. A listing with `complete=no`, or one that goes
        on with "and others", may have fewer.

    Why:
        "His four priorities: education, crime and economic development" names three. Editors are taught to count every
        list, since a cut made later drops an item but not the number.

    Instead:
        Correct the number or the list; mark every item as a mention or an `.item`; write `complete=no` on a listing that
        gives only some of them.

    Fix:
        None: whether an item is missing or the number is wrong is for a person to see.
    """

    code = "N15"
    name = "item-count"
    severity = Severity.WARNING
    looks_at: Kinds = (Count, Listing)
    needs: Needs = (listings,)
    VALID: Examples = (
        Example(
            "[Three hamlets]{.count of=h} are cut off: [[Brena]{.item}, [Mossel]{.item} and "
            "[Vask]{.item}]{.listing #h}."
        ),
        Example("Two of the [five states]{.count}, [[Ohio]{.item} and [Iowa]{.item}]{.listing}, voted."),
        Example("It has [four aims]{.count}: [[peace]{.item}, [work]{.item}]{.listing} and two others."),
        Example(
            "It has [at least two aims]{.count of=h}: [[peace]{.item}, [work]{.item}, [health]{.item}]{.listing #h}."
        ),
    )
    INVALID: Examples = (
        Example(
            "His [four priorities]{.count of=p}: [[education]{.item}, [crime]{.item} and "
            "[growth]{.item}]{.listing #p}.",
            at="four priorities",
            message="“four priorities” says 4, but the listing has 3 items: education, crime, growth",
        ),
        Example(
            "The [four republics]{.count} [[Brena]{.item} and [Mossel]{.item}]{.listing} agreed.",
            at="four republics",
            message="“four republics” says 4, but the listing has 2 items: Brena, Mossel",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        if not document.listings:
            return
        for count, value, listing in pairs(document):
            if not listing.items:
                yield self.skip(document, count, "the listing has no item that is marked")
                continue
            if fits(value, listing, context.policy):
                continue
            number = len(listing.items)
            words = ", ".join(item.text for item in listing.items[:6]) + (", ..." if number > 6 else "")
            items = "1 item" if number == 1 else f"{number} items"
            yield self.finding(
                document,
                count,
                f"“{count.text}” says {say(value)}, but the listing has {items}: {words}",
                help="correct the number or the list; mark every item; write complete=no on a listing that names "
                "only some",
                labels=self.label(document, listing, "this listing"),
            )


def pairs(document: Document) -> Iterator[tuple[Count, Quantity, Listing]]:
    """Counts and the listings that they count, each count once."""
    stated = [s for s in statements(document) if s.value.kind is QuantityKind.NUMBER and s.value.change is Change.NONE]
    paired: set[int] = set()
    for statement in stated:
        of = statement.count.of
        if isinstance(of, Listing):
            paired.add(id(of))
            yield statement.count, statement.value, of
    ends = {s.count.spans[-1].end: s for s in stated if s.count.spans and not isinstance(s.count.of, Listing)}
    if not ends or not is_english(document.reading_language):
        return
    for listing in document.listings:
        if id(listing) in paired or not listing.spans or len(listing.items) < 2:
            continue
        counted = next((s for gap in range(4) if (s := ends.get(listing.spans[0].start - gap)) is not None), None)
        if counted is not None and is_announced(document, counted.count, listing):
            yield counted.count, counted.value, listing


def is_announced(document: Document, count: Count, listing: Listing) -> bool:
    """Whether a count directly before a listing says how many it has, and the listing then ends."""
    gap = between(document, count, listing)
    return (
        gap is not None
        and gap.strip() in _JOINS
        and not _PART_OF.search(before(document, count))
        and not _MORE.match(after(document, listing))
    )


def fits(value: Quantity, listing: Listing, policy: Policy) -> bool:
    """Whether a listing may have that many items. An item that refers to several entities may count as that many."""
    fewest = len(listing.items)
    most = sum(max(1, len(item.entities)) for item in listing.items)
    if value.comparator in (Comparator.PLAIN, Comparator.EXACTLY):
        assert value.stated is not None  # a bare number is one number
        return fewest <= value.stated <= most or (not listing.complete and fewest <= value.stated)
    reach = value.outer(policy)
    enough = any(number in reach for number in range(fewest, most + 1)) if most - fewest < 1000 else True
    return enough or (not listing.complete and (reach.high is None or reach.high >= fewest))
