"""X12: one id for two entities, or two ids for one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import attrs

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across._entities import entity_facts
from newsfacts.rules.across._wording import title_of
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples

MAX_DEFINITIONS = 100
"""How many definitions of one id, or ids of one name, are compared with each other."""

_NUMBERING = re.compile(r"[A-Za-z]{0,3}[-_]?\d{1,6}\Z")


def article(title: str, entities: str, body: str) -> str:
    return f"---\nnewsfacts: 1\ntitle: {title}\nentities: {{{entities}}}\n---\n\n{body}"


_MONDAY = article(
    "Monday",
    "mayor: {name: Ann Bell, kind: person, aliases: [Bell], roles: [{title: Mayor, since: 2020}]}",
    "[Ann Bell]{ref=mayor} spoke.",
)


class ClashingEntities(CorpusRule):
    """An id means one entity in all documents, and an entity has one id.

    What it checks:
        Where two documents define an id, the definitions share a name, are of one kind, and do not give different
        dates of birth or different dates for the same title. Where two documents use one name of a person or
        organization, it has one id, unless `same_as=` or the date of birth tells two of one name apart. Ids that are
        a mere numbering (e1, p-12) are each document's own.

    Why:
        Everything that is compared across documents goes by ids. One id for two people mixes their words; two ids for
        one person hide that they contradict themselves.

    Instead:
        Define the entity once, in a factbook that all documents `use:`.

    Fix:
        None: whether two are one is for a person to say.
    """

    code = "X12"
    name = "clashing-entities"
    severity = Severity.WARNING
    collects: Collectors = (entity_facts,)
    VALID: Examples = (
        Example(
            article("Tuesday", "mayor: {name: A. Bell, kind: person, aliases: [Bell]}", "[Bell]{ref=mayor} spoke."),
            files={"a.facts": _MONDAY},
        ),
        Example(
            article(
                "Smiths",
                "smith-2: {name: Jo Smith, kind: person, same_as: ['https://example.org/2']}",
                "[Jo Smith]{ref=smith-2} ran.",
            ),
            files={
                "a.facts": article(
                    "Smith",
                    "smith: {name: Jo Smith, kind: person, same_as: ['https://example.org/1']}",
                    "[Jo Smith]{ref=smith} spoke.",
                )
            },
        ),
        Example(
            article("E", "e1: {name: Bob Cole, kind: person}", "[Bob]{ref=e1} left."),
            files={"a.facts": article("D", "e1: {name: Ann Bell, kind: person}", "[Ann]{ref=e1} left.")},
        ),
    )
    INVALID: Examples = (
        Example(
            article("Tuesday", "mayor: {name: Bob Cole, kind: person}", "[Bob Cole]{ref=mayor} spoke."),
            files={"a.facts": _MONDAY},
            at="Bob Cole",
            message="“mayor” is Bob Cole here, and Ann Bell in “Monday”",
        ),
        Example(
            article("Tuesday", "bell: {name: Ann Bell, kind: person}", "[Ann Bell]{ref=bell} spoke."),
            files={"a.facts": _MONDAY},
            at="Ann Bell",
            message="Ann Bell has the id “bell” here, and “mayor” in “Monday”",
        ),
        Example(
            article(
                "Tuesday",
                "mayor: {name: Ann Bell, kind: person, roles: [{title: Mayor, since: 2022}]}",
                "[Ann Bell]{ref=mayor} spoke.",
            ),
            files={"a.facts": _MONDAY},
            at="Ann Bell",
            message="Ann Bell is Mayor since 2022 here, and since 2020 in “Monday”",
        ),
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        yield from self.within(facts, "entity", "count(*) > 1", id_clash)
        yield from self.within(facts, "name", "count(DISTINCT value) > 1", name_clash)

    def within(self, facts: Facts, kind: str, having: str, clash: object) -> Iterator[Finding]:
        """Compare the definitions under each key."""
        assert callable(clash)
        for (key,) in facts.select(f"SELECT key FROM facts WHERE kind = ? GROUP BY key HAVING {having}", kind):
            standing: list[Fact] = []
            for fact in facts.where("f.kind = ? AND f.key = ?", kind, key, order=f"f.number LIMIT {MAX_DEFINITIONS}"):
                found = next(((other, message) for other in standing if (message := clash(fact, other))), None)
                if found is None:
                    standing.append(fact)
                    continue
                other, message = found
                yield self.finding_at(
                    facts, fact, message, beside=[(other, f"defined otherwise for this document, {title_of(other)}")],
                    help="define the entity once, in a factbook that all documents use",
                )  # fmt: skip


@attrs.frozen
class Definition:
    """What a document takes an entity to be, as `facts.entity_facts` wrote it down."""

    kind: str
    given_name: str
    names: frozenset[str]
    roles: tuple[tuple[str, str, str], ...]
    same_as: frozenset[str]
    born: str

    @staticmethod
    def of(fact: Fact) -> Definition:
        kind, name, names, roles, same_as, born = json.loads(fact.note)
        return Definition(kind, name, frozenset(names), tuple((t, s, u) for t, s, u in roles), frozenset(same_as), born)


def id_clash(fact: Fact, other: Fact) -> str | None:
    """What two definitions of one id do not agree on."""
    if fact.document.id == other.document.id or _NUMBERING.match(fact.key):
        return None
    one, two = Definition.of(fact), Definition.of(other)
    where = title_of(other)
    if one.names and two.names and not one.names & two.names:
        return f"“{fact.key}” is {one.given_name} here, and {two.given_name} in {where}"
    name = one.given_name or fact.key
    if one.kind != two.kind and "other" not in (one.kind, two.kind):
        return f"{name} is of the kind {one.kind} here, and {two.kind} in {where}"
    if one.born and two.born and one.born != two.born:
        return f"{name} is born {one.born} here, and {two.born} in {where}"
    for title, since, until in one.roles:
        for other_title, other_since, other_until in two.roles:
            if title.casefold() == other_title.casefold():
                for word, mine, theirs in (("since", since, other_since), ("until", until, other_until)):
                    if (
                        mine
                        and theirs
                        and not (mine.startswith(theirs) or theirs.startswith(mine))
                        and is_only_holder(title, one, two)
                    ):
                        return f"{name} is {title} {word} {mine} here, and {word} {theirs} in {where}"
    return None


def is_only_holder(title: str, one: Definition, two: Definition) -> bool:
    """Whether both definitions give the title once: someone may have it twice, with years between."""
    return all(
        sum(held.casefold() == title.casefold() for held, _, _ in definition.roles) == 1 for definition in (one, two)
    )


def name_clash(fact: Fact, other: Fact) -> str | None:
    """Whether one name has two ids without a reason."""
    kind, _ = fact.key.split("\x1f")
    if fact.value == other.value or kind not in ("person", "organization") or fact.document.id == other.document.id:
        return None
    if _NUMBERING.match(fact.value) or _NUMBERING.match(other.value):
        return None
    one, two = Definition.of(fact), Definition.of(other)
    if (one.same_as and two.same_as and not one.same_as & two.same_as) or (
        one.born and two.born and one.born != two.born
    ):
        return None
    return f"{one.given_name} has the id “{fact.value}” here, and “{other.value}” in {title_of(other)}"
