"""T13: "sources said", and there is one."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, EntityKind, Source
from newsfacts.rules.attributions_of_note import unnamed_sources
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.text.english import is_plural, pronoun


class MultipliedSource(Rule):
    """Unnamed sources in the plural are more than one.

    What it checks:
        A source whose words are plural ("sources", "two officials") does not refer to one single unnamed person. A
        group or an organisation may be behind a plural.

    Why:
        Two sources are worth more than one. Reuters: never cite sources in the plural when there is one.

    Instead:
        Write the singular in the text, or refer to all the persons who said it; where they are known as a group only,
        give the entity `kind: group`.

    Fix:
        None: how many there were, only the reporter knows.
    """

    code = "T13"
    name = "multiplied-source"
    severity = Severity.ERROR
    needs_english = True
    looks_at: Kinds = (Source,)
    needs: Needs = (unnamed_sources,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {s1: {kind: person, named: false, description: an aide}, s2: "
            "{kind: person, named: false, description: a clerk}}\n---\n\n"
            '[[Two officials]{.source ref="s1 s2"} [said]{.cue} [a deal was near]{.claim}]{.attribution}.'
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {s1: {kind: person, named: false, description: an official}}\n---\n\n"
            "[[One of the officials]{.source ref=s1} [said]{.cue} [a deal was near]{.claim}]{.attribution}."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {aides: {kind: group, named: false, description: aides of the "
            "mayor}}\n---\n\n"
            "[[Aides]{.source ref=aides} [said]{.cue} [a deal was near]{.claim}]{.attribution}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {s1: {kind: person, named: false, description: an aide}}\n---\n\n"
            "[[Sources close to the mayor]{.source ref=s1} [said]{.cue} [a deal was near]{.claim}]{.attribution}.",
            at="Sources close to the mayor",
            message="“Sources close to the mayor” speaks of several, but refers to one person, an aide",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {s1: {kind: person, named: false, description: an aide}}\n---\n\n"
            "[[Three people]{.source ref=s1} [said]{.cue} [a deal was near]{.claim}]{.attribution}.",
            at="Three people",
            message="“Three people” speaks of several, but refers to one person, an aide",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for source in document.derived(unnamed_sources):
            entities = source.entities
            if len(entities) != 1 or entities[0].named or entities[0].kind is not EntityKind.PERSON:
                continue
            if pronoun(source.text) is None and is_plural(source.text):
                yield self.finding(
                    document,
                    source,
                    f"“{source.text}” speaks of several, but refers to one person, {entities[0].name}",
                    help="write the singular, or refer to all who said it; several known only together are a group",
                )
