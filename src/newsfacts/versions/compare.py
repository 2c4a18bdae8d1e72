"""Two versions of a text compared by fact, not by line: counts, quotes, names and dates that changed, came or went."""

from __future__ import annotations

import difflib
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence

import attrs

from newsfacts.anchors import VerificationKind, verify_quote
from newsfacts.enums import WordEnum
from newsfacts.model import Annotation, Correction, Count, Document, Mention, Quote, Time

__all__ = ["ChangeKind", "FactChange", "compare_versions"]

SIMILAR = 0.6
"""From this share of words in common, in order, two quotations are two wordings of one."""


NEAR = 20
"""A quotation is compared with those of the same speaker that are at most this many places before or after it."""

MAX_WORDS = 500
"""Longer quotations are compared without regard to the order of their words."""


class ChangeKind(WordEnum):
    """What became of a fact."""

    CHANGED = "changed"
    APPEARED = "appeared"
    WENT = "went"


@attrs.frozen(kw_only=True)
class FactChange:
    """A fact that is not the same in both versions.

    `subject` is what it is about, `old` and `new` the annotations where there are any, `was` and `now` their values in
    words. `correction` is the note of the new version that reports it.
    """

    kind: ChangeKind
    fact: str
    subject: str
    was: str | None = None
    now: str | None = None
    old: Annotation | None = None
    new: Annotation | None = None
    correction: Correction | None = None

    def __str__(self) -> str:
        what = f"{self.fact} {self.subject}: "
        if self.kind is ChangeKind.CHANGED:
            return f"{what}{marked(self.was)} became {marked(self.now)}"
        if self.kind is ChangeKind.APPEARED:
            return f"{what}{marked(self.now)} is new"
        return f"{what}{marked(self.was)} is gone"


def marked(words: str | None) -> str:
    """Words between quotation marks, unless they have their own."""
    return words if words and words[0] in '“"«„' else f"“{words}”"


def compare_versions(old: Document, new: Document) -> tuple[FactChange, ...]:
    """Every change of a count, a quote, a date or a name, in the order of the new version; what went comes last."""
    changes = [*counts(old, new), *quotes(old, new), *times(old, new), *names(old, new)]
    changes = [attrs.evolve(change, correction=covering(change, new)) for change in changes]
    return tuple(sorted(changes, key=lambda change: (change.new is None, place(change.new or change.old))))


def place(annotation: Annotation | None) -> int:
    return annotation.spans[0].start if annotation is not None and annotation.spans else 0


def covering(change: FactChange, new: Document) -> Correction | None:
    """The correction note that names what was wrong or what is right."""
    for correction in new.corrections:
        was = correction.was is not None and change.was is not None and agree(change.was, correction.was)
        now = correction.now is not None and change.now is not None and agree(change.now, correction.now)
        if (was and (now or change.now is None or correction.now is None)) or (now and change.was is None):
            return correction
    return None


def agree(one: str, other: str) -> bool:
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def paired(
    old: Sequence[Annotation], new: Sequence[Annotation], key: Callable[[Annotation], Hashable]
) -> Iterator[tuple[Annotation | None, Annotation | None]]:
    """Annotations with the same key, in order; None for what has no partner."""
    waiting: dict[Hashable, deque[Annotation]] = {}
    for annotation in old:
        waiting.setdefault(key(annotation), deque()).append(annotation)
    for annotation in new:
        partners = waiting.get(key(annotation))
        yield (partners.popleft() if partners else None), annotation
    for rest in waiting.values():
        for annotation in rest:
            yield annotation, None


def counts(old: Document, new: Document) -> Iterator[FactChange]:
    """Counts of one measure and scope are one fact; counts of nothing named are facts by their words."""
    for before, after in paired(old.counts, new.counts, count_key):
        known = after or before
        assert isinstance(known, Count)
        of = getattr(known.of, "name", None) or getattr(known.of, "text", None)
        subject = f"of {of}" if of else "in the text"
        if before is None or after is None:
            yield one_sided("count", subject, before, after)
        elif isinstance(before, Count) and isinstance(after, Count) and before.value != after.value:
            yield changed("count", subject, before, after)


def count_key(annotation: Annotation) -> Hashable:
    assert isinstance(annotation, Count)
    of = getattr(annotation.of, "id", None)
    return (of, annotation.scope) if of else (None, annotation.text)


def times(old: Document, new: Document) -> Iterator[FactChange]:
    """Dates of one event are one fact; other dates are facts by their value."""
    for before, after in paired(old.times, new.times, time_key):
        known = after or before
        assert isinstance(known, Time)
        subject = f"of {known.of.name}" if known.of else "in the text"
        if before is None or after is None:
            yield one_sided("date", subject, before, after)
        elif isinstance(before, Time) and isinstance(after, Time) and str(before.value) != str(after.value):
            yield changed("date", subject, before, after)


def time_key(annotation: Annotation) -> Hashable:
    assert isinstance(annotation, Time)
    return ("event", annotation.of.id) if annotation.of else ("value", str(annotation.value))


def quotes(old: Document, new: Document) -> Iterator[FactChange]:
    """Quotations by their words; of those that have no partner, similar ones of one speaker are two wordings."""
    alone_before: dict[Hashable, list[Quote]] = {}
    alone_after: dict[Hashable, list[Quote]] = {}
    for before, after in paired(old.quotes, new.quotes, lambda quote: quote.text):
        if before is None and isinstance(after, Quote):
            alone_after.setdefault(speakers_of(new, after), []).append(after)
        elif after is None and isinstance(before, Quote):
            alone_before.setdefault(speakers_of(old, before), []).append(before)
    for speakers, later in alone_after.items():
        earlier: list[Quote | None] = [*alone_before.get(speakers, ())]
        for number, quote in enumerate(later):
            first = max(number - NEAR, 0)
            place = next(
                (i for i, other in enumerate(earlier[first : number + NEAR + 1], first) if similar(other, quote)), None
            )
            partner = None if place is None else earlier[place]
            if place is None or partner is None:
                yield one_sided("quote", by(new, quote), None, quote)
                continue
            earlier[place] = None
            if verify_quote(quote.text, partner.text).kind not in (VerificationKind.EXACT, VerificationKind.NORMALIZED):
                yield changed("quote", by(new, quote), partner, quote)
        alone_before[speakers] = [quote for quote in earlier if quote is not None]
    for rest in alone_before.values():
        for quote in rest:
            yield one_sided("quote", by(old, quote), quote, None)


def speakers_of(document: Document, quote: Quote) -> frozenset[str]:
    """The ids of those who are quoted."""
    return frozenset(entity.id for entity in document.speakers(quote))


def similar(one: Quote | None, other: Quote) -> bool:
    """Whether two quotations have enough words in common; in order, unless they are too long to compare in that way."""
    if one is None:
        return False
    words, others = one.text.split(), other.text.split()
    matcher = difflib.SequenceMatcher(None, words, others, autojunk=False)
    if matcher.real_quick_ratio() < SIMILAR or matcher.quick_ratio() < SIMILAR:
        return False
    return max(len(words), len(others)) > MAX_WORDS or matcher.ratio() >= SIMILAR


def by(document: Document, quote: Quote) -> str:
    return "by " + (" and ".join(entity.name for entity in document.speakers(quote)) or "an unnamed speaker")


def names(old: Document, new: Document) -> Iterator[FactChange]:
    """Entities that are mentioned in one version only, or whose name is another."""
    before, after = mentioned(old), mentioned(new)
    for id, mention in after.items():
        name = new.factbook.entities[id].name
        if id not in before:
            yield FactChange(kind=ChangeKind.APPEARED, fact="name", subject=f"of {id}", now=name, new=mention)
        elif (earlier := old.factbook.entities[id].name) != name:
            yield FactChange(
                kind=ChangeKind.CHANGED,
                fact="name",
                subject=f"of {id}",
                was=earlier,
                now=name,
                old=before[id],
                new=mention,
            )
    for id, mention in before.items():
        if id not in after:
            yield FactChange(
                kind=ChangeKind.WENT, fact="name", subject=f"of {id}", was=old.factbook.entities[id].name, old=mention
            )


def mentioned(document: Document) -> dict[str, Mention]:
    """The first mention of each entity, by its id."""
    found: dict[str, Mention] = {}
    for mention in document.mentions:
        for entity in mention.ref:
            found.setdefault(entity.id, mention)
    return found


def one_sided(fact: str, subject: str, before: Annotation | None, after: Annotation | None) -> FactChange:
    return FactChange(
        kind=ChangeKind.WENT if after is None else ChangeKind.APPEARED, fact=fact, subject=subject,
        was=before.text if before else None, now=after.text if after else None, old=before, new=after,
    )  # fmt: skip


def changed(fact: str, subject: str, before: Annotation, after: Annotation) -> FactChange:
    return FactChange(
        kind=ChangeKind.CHANGED, fact=fact, subject=subject, was=before.text, now=after.text, old=before, new=after
    )
