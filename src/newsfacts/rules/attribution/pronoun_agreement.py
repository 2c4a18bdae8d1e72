"""T10: a pronoun that does not fit the entity it is said to mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Entity, EntityKind, Source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule
from newsfacts.text.english import NUMBERS_OF_PRONOUNS, pronoun

_SUBJECTS: Mapping[str, str] = MappingProxyType(
    {"him": "he", "his": "he", "her": "she", "its": "it", "them": "they", "their": "they"}
)


class PronounAgreement(Rule):
    """A pronoun fits the entity that it refers to.

    What it checks:
        "He", "she" and "it" refer to one entity; "they" to several, to a group, an organisation or a place, or to a
        person whose `pronouns` include it; "he" and "she" never to an organisation. Where an entity has `pronouns`, a
        source that is another pronoun is found too.

    Why:
        A reference to the wrong entity puts words into somebody's mouth, and the pronoun is the one thing in the text
        that can show it.

    Instead:
        Correct `ref=`, or add the pronoun to the entity's `pronouns`.

    Fix:
        None: which of the two is wrong is for a person to see.
    """

    code = "T10"
    name = "pronoun-agreement"
    severity = Severity.INFO
    needs_english = True
    looks_at: Kinds = (Source,)
    default = False
    profiles: ProfileNames = ("strict",)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {smith: {name: Jo Smith, kind: person, pronouns: [they]}}\n---\n\n"
            "[[They]{.source ref=smith} [said]{.cue} [it works]{.claim}]{.attribution}."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {bank: {name: The Bank, kind: organization}}\n---\n\n"
            "[[They]{.source ref=bank} [said]{.cue} [it works]{.claim}]{.attribution}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {smith: {name: Jo Smith, kind: person}}\n---\n\n"
            "[[They]{.source ref=smith} [said]{.cue} [it works]{.claim}]{.attribution}.",
            at="They",
            message="“They” speaks of several, but refers to one person, Jo Smith",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann, kind: person}, bob: {name: Bob, kind: person}}\n---\n\n"
            '[[She]{.source ref="ann bob"} [said]{.cue} [it works]{.claim}]{.attribution}.',
            at="She",
            message="“She” speaks of one, but refers to 2 entities, Ann and Bob",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {bank: {name: The Bank, kind: organization}}\n---\n\n"
            "[[He]{.source ref=bank} [said]{.cue} [it works]{.claim}]{.attribution}.",
            at="He",
            message="“He” refers to an organization, The Bank",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann, kind: person, pronouns: [she]}}\n---\n\n"
            "[[He]{.source ref=ann} [said]{.cue} [it works]{.claim}]{.attribution}.",
            at="He",
            message="“He” refers to Ann, whose pronouns are given as she",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for source in document.of_kind(Source):
            if len(source.text) > 5 or not source.entities:
                continue
            found = pronoun(source.text)
            if found is not None and (wrong := disagreement(found, source.entities)):
                yield self.finding(
                    document,
                    source,
                    f"“{source.text}” {wrong}",
                    help="correct ref=, or add the pronoun to the entity's pronouns",
                )


def disagreement(found: str, entities: tuple[Entity, ...]) -> str | None:
    """What does not fit, in words; None where all does."""
    number = NUMBERS_OF_PRONOUNS[found]
    if len(entities) > 1:
        names = f"{', '.join(entity.name for entity in entities[:-1])} and {entities[-1].name}"
        return f"speaks of one, but refers to {len(entities)} entities, {names}" if number == "singular" else None
    entity = entities[0]
    subject = _SUBJECTS.get(found, found)
    if entity.pronouns and subject in ("he", "she", "it", "they"):
        given = {word for pronoun in entity.pronouns for word in pronoun.lower().replace("/", " ").split()}
        if not {found, subject} & given:
            return f"refers to {entity.name}, whose pronouns are given as {', '.join(entity.pronouns)}"
        return None
    if number == "plural" and entity.kind is EntityKind.PERSON:
        return f"speaks of several, but refers to one person, {entity.name}"
    if subject in ("he", "she") and entity.kind in (EntityKind.ORGANIZATION, EntityKind.GROUP):
        return f"refers to {'an' if entity.kind is EntityKind.ORGANIZATION else 'a'} {entity.kind}, {entity.name}"
    return None
