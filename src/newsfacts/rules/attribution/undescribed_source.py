"""T11: an unnamed source of which the text says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Entity, Source
from newsfacts.rules.attributions_of_note import unnamed_sources
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, Rule
from newsfacts.text.english import BARE_PEOPLE, BARE_SOURCES, DETERMINERS, GO_ON, bare_source, lower_words, pronoun

MAX_HEADLINE = 150
"""How many code points a headline or a line under it has at most."""

_GROUPS = frozenset({
    "government", "police", "party", "campaign", "industry", "military", "security", "intelligence", "law", "senior",
    "company", "diplomatic", "court", "hospital", "team", "union", "banking", "enforcement", "aide", "administration",
})  # fmt: skip
"""Nouns before "source" that say what kind of source it is."""


class UndescribedSource(Rule):
    """The text says who an unnamed source is.

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
    looks_at: Kinds = (Source,)
    needs: Needs = (unnamed_sources,)
    OPTIONS: Options = MappingProxyType({"nouns": Option(BARE_SOURCES, "nouns that say nothing about a source")})
    VALID: Examples = (
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
    INVALID: Examples = (
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
        for source in document.derived(unnamed_sources):
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
            perhaps = not entities and is_perhaps_described(document, source, nouns)
            yield self.finding(
                document,
                source,
                f"nothing says who “{source.text}” is",
                help="describe the source as closely as its terms allow, in the text or as the entity's description",
                severity=Severity.INFO if perhaps else None,
            )


def goes_on(document: Document, source: Source) -> bool:
    """Whether the words right after a source describe it."""
    after = lower_words(document.text[source.span.end : source.span.end + 24])
    return bool(after) and after[0] in GO_ON


def is_perhaps_described(document: Document, source: Source, nouns: tuple[str, ...]) -> bool:
    """Whether the text describes such sources elsewhere, or the source is in the headline, so the body may say who it is."""
    if not source.spans or source.span.start < document.derived(end_of_headline):
        return True
    spoken = {singular(word) for word in lower_words(source.text)} & {singular(noun) for noun in nouns}
    return any(singular(word) in spoken for word in document.derived(described_nouns))


def singular(word: str) -> str:
    return word.removesuffix("s")


def end_of_headline(document: Document) -> int:
    """Where the first paragraph of a length that headlines do not have begins."""
    start = 0
    for line in document.text.splitlines(keepends=True):
        if len(line) > MAX_HEADLINE:
            return start
        start += len(line)
    return 0


def described_nouns(document: Document) -> frozenset[str]:
    """The words of the text that a description follows or an adjective precedes, as in "sources close to"."""
    found = set()
    words = lower_words(document.text)
    for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        if word.removesuffix("s") in ("source", "insider"):
            described = after in GO_ON or after in ("directly", "briefed") or before in _GROUPS
            if described or (before.endswith(("ian", "an", "al", "ic")) and before not in DETERMINERS):
                found.add(word)
    return frozenset(found)


def is_described(document: Document, entity: Entity, nouns: tuple[str, ...]) -> bool:
    """Whether some mention of an entity says more than that it is a source."""
    return any(
        entity in mention.entities and pronoun(mention.text) is None and not bare_source(mention.text, nouns)
        for mention in document.mentions
    )
