"""Which annotations of several documents are the same: of one kind, over the same words, stating the same.

Ids are names within one file, so they are not compared: what refers to the same annotation under two ids refers to the same.
"""

from __future__ import annotations

import graphlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

import attrs

from newsfacts.building.field_values import split_list
from newsfacts.editing.draft import Draft, Entry
from newsfacts.immutable import FrozenDict
from newsfacts.text.nesting import reading_order

__all__ = ["Group", "group_entries"]


@attrs.frozen
class Group:
    """One annotation that at least one of several documents has: the number of the document, and the entry there."""

    entries: Mapping[int, Entry]


def group_entries(drafts: Sequence[Draft]) -> tuple[Group, ...]:
    """The annotations of several documents, each once, in an order that keeps the reading order of every document.

    Where two documents nest annotations over the same words in different orders, these are not the same.
    """
    return _Grouping(drafts).groups()


class _Grouping:
    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.members = [(number, entry) for number, draft in enumerate(drafts) for entry in draft.entries]
        self.numbers = {id(entry): position for position, (_, entry) in enumerate(self.members)}
        self.by_id = [{entry.id: self.numbers[id(entry)] for entry in draft.entries if entry.id} for draft in drafts]
        self.stated: list[Hashable] = []
        self.references: list[list[int]] = []
        for number, entry in self.members:
            refers = drafts[number].reference_keys(entry)
            words = [(key, word) for key in sorted(refers) for word in split_list(entry.attributes[key])]
            known = self.by_id[number]
            # Not every word there is the id of an annotation: of= of a count may be that of a measure.
            self.stated.append(plain(entry, refers, [(key, None if word in known else word) for key, word in words]))
            self.references.append([known[word] for _, word in words if word in known])
        self.next_class = 0

    def groups(self) -> tuple[Group, ...]:
        seen: Counter[Hashable] = Counter()
        known: dict[Hashable, int] = {}
        classes = []
        for (document, _), stated in zip(self.members, self.stated, strict=True):
            seen[document, stated] += 1  # of those that state the same, the first of one document is that of another
            classes.append(known.setdefault((stated, seen[document, stated]), len(known)))
        self.next_class = len(known)
        self.part_where_nested_differently(classes)
        self.part_where_references_differ(classes)
        return tuple(self.in_order(classes))

    def part_where_references_differ(self, classes: list[int]) -> None:
        """Take apart what refers to annotations that are not the same, until nothing changes.

        Each round looks only at the classes whose members refer into a class that the round before took apart.
        """
        referring: dict[int, list[int]] = defaultdict(list)
        for position, references in enumerate(self.references):
            for target in references:
                referring[target].append(position)
        by_class: dict[int, list[int]] = defaultdict(list)
        for position, number in enumerate(classes):
            by_class[number].append(position)
        waiting = set(by_class)
        while waiting:
            moved: dict[int, int] = {}
            for number in sorted(waiting):
                parts: dict[Hashable, list[int]] = defaultdict(list)
                for position in by_class[number]:
                    parts[tuple([classes[target] for target in self.references[position]])].append(position)
                by_class[number], *others = parts.values()
                for part in others:
                    by_class[self.next_class] = part
                    moved.update(dict.fromkeys(part, self.next_class))
                    self.next_class += 1
            for position, number in moved.items():
                classes[position] = number
            waiting = {classes[position] for target in moved for position in referring[target]}

    def buckets(self) -> Iterator[list[int]]:
        """The annotations over the same words, which are in the order of their nesting in each document."""
        found: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for position, (_, entry) in enumerate(self.members):
            found[reading_order(entry)].append(position)
        for key in sorted(found):
            yield found[key]

    def part_where_nested_differently(self, classes: list[int]) -> None:
        """Take apart what no single order could have in all documents."""
        for bucket in self.buckets():
            if self.order(bucket, classes) is None:
                for position in bucket:
                    classes[position] = self.next_class
                    self.next_class += 1

    def order(self, bucket: Sequence[int], classes: Sequence[int]) -> list[int] | None:
        """The classes of a bucket in an order that every document has them in; None where there is none."""
        found = list(dict.fromkeys(classes[position] for position in bucket))
        if len(found) < 2:
            return found
        graph: dict[int, set[int]] = {number: set() for number in found}
        last: dict[int, int] = {}
        for position in bucket:
            document, number = self.members[position][0], classes[position]
            if document in last:
                graph[number].add(last[document])
            last[document] = number
        try:
            return list(graphlib.TopologicalSorter(graph).static_order())
        except graphlib.CycleError:
            return None

    def in_order(self, classes: Sequence[int]) -> Iterator[Group]:
        by_class: dict[int, dict[int, Entry]] = defaultdict(dict)
        for (document, entry), number in zip(self.members, classes, strict=True):
            by_class[number][document] = entry
        for bucket in self.buckets():
            for number in self.order(bucket, classes) or ():
                yield Group(FrozenDict(by_class[number]))


def plain(entry: Entry, refers: Sequence[str], words: Sequence[tuple[str, str | None]]) -> Hashable:
    """What an entry states but for its id and for the ids of annotations."""
    stated = [(key, repr(value)) for key, value in sorted(entry.attributes.items()) if key not in refers]
    return (entry.kind, entry.spans, tuple(stated), tuple(words))
