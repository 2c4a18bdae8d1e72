"""T11: an unnamed source of which the text says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Entity, Source
from newsfacts.rules.rule import Context, Example, Option, Rule
from newsfacts.text.english import BARE_PEOPLE, BARE_SOURCES, GO_ON, bare_source, lower_words, pronoun


class UndescribedSource(Rule):
    """The text says of an unnamed source who it is.

    What it checks:
        A source such as "a source" is described: in its words, in the words right after it ("sources
        close to the talks"), in another mention of the same entity, or in the entity's `description`. "The source"
        speaks of one that was named before, and "two people" perhaps of no source at all; both are looked at only where
        they refer to an unnamed entity.

    Why:
        Readers must be able to judge what a source can know. AP does not allow "a source" alone; the description is
        what gives an unnamed source its credibility.

    Instead:
        Say what may be said: "a doctor at the district hospital". In the factbook, give the entity a `description`.

    Fix:
        None: who the source is, only the reporter knows.
    """

    code = "T11"
    name = "undescribed-source"
    severity = Severity.ERROR
    needs_english = True
    looks_at = (Source,)
    OPTIONS = MappingProxyType({"nouns": Option(BARE_SOURCES, "nouns that say nothing about a source")})
    VALID = (
        Example("[[A doctor at the hospital]{.source} [said]{.cue} [the wards were full]{.claim}]{.attribution}."),
        Example("[[Few people]{.source} [believe]{.cue} [that it works]{.claim}]{.attribution}."),
        Example("[[Sources]{.source} close to the talks [said]{.cue} [a deal was near]{.claim}]{.attribution}."),
        Example(
            "[[A doctor]{.source} [said]{.cue} [it was full]{.claim}]{.attribution}. [[The source]{.source} "
            "[added]{.cue} [it was late]{.claim}]{.attribution}."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {doc: {kind: person, named: false, description: a doctor}}\n---\n\n"
            "[[A source]{.source ref=doc} [said]{.cue} [the wards were full]{.claim}]{.attribution}."
        ),
    )
    INVALID = (
        Example(
            "[[A source]{.source} [said]{.cue} [the wards were full]{.claim}]{.attribution}.",
            at="A source",
            message="nothing says who “A source” is",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {doc: {kind: person, named: false}}\n---\n\n"
            "[[The wards were full]{.claim}, [two people]{.source ref=doc} [said]{.cue}]{.attribution}. "
            "[[They]{.source ref=doc} [left]{.cue} [it there]{.claim}]{.attribution}.",
            at="two people",
            message="nothing says who “two people” is",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        nouns = tuple(context.option(self, "nouns"))
        seen: set[str] = set()
        for source in document.of_kind(Source):
            entities = source.entities
            if any(entity.named or entity.description or entity.id in seen for entity in entities):
                continue
            if not entities and len(source.text) > 40:
                continue  # no bare noun is that long
            words = lower_words(source.text)
            bare = (*nouns, *BARE_PEOPLE) if entities else nouns
            if not bare_source(source.text, bare) or (
                not entities and words[0] in ("the", "that", "this", "these", "those", "same")
            ):
                continue
            if goes_on(document, source) or any(is_described(document, entity, bare) for entity in entities):
                continue
            seen.update(entity.id for entity in entities)
            yield self.finding(
                document,
                source,
                f"nothing says who “{source.text}” is",
                help="describe the source as closely as its terms allow, in the text or as the entity's description",
            )


def goes_on(document: Document, source: Source) -> bool:
    """Whether the words right after a source describe it."""
    after = lower_words(document.text[source.span.end : source.span.end + 24])
    return bool(after) and after[0] in GO_ON


def is_described(document: Document, entity: Entity, nouns: tuple[str, ...]) -> bool:
    """Whether some mention of an entity says more than that it is a source."""
    return any(
        entity in mention.entities and pronoun(mention.text) is None and not bare_source(mention.text, nouns)
        for mention in document.mentions
    )
