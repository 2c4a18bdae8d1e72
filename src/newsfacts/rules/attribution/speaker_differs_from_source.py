"""T20: a content by one person in an attribution to another."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document, Entity, EntityKind
from newsfacts.rules.attributions_of_note import contents_with_speaker
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_COLLECTIVE = (EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE)


class SpeakerDiffersFromSource(Rule):
    """The content of an attribution is by the people whom its source names.

    What it checks:
        Where a quote or claim has `by=` and is the content of an attribution, the two share somebody. Organisations,
        groups and places are not compared with people: "the Kremlin said" may be by its spokesman.

    Why:
        One of the two puts words into the wrong mouth, and readers of the data see only one of them.

    Instead:
        Correct `by=` or the source's `ref=`. For "A said that B said", nest an attribution to B inside the one to A.

    Fix:
        None: who said it is for a person to find out.
    """

    code = "T20"
    name = "speaker-differs-from-source"
    severity = Severity.ERROR
    looks_at: Kinds = (Attribution,)
    needs: Needs = (contents_with_speaker,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann, kind: person}, bob: {name: Bob, kind: person}}\n---\n\n"
            '[[“We won,”]{.quote by=ann} [both]{.source ref="ann bob"} [said]{.cue}]{.attribution}.'
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {house: {name: Town Hall, kind: organization}, bob: {name: Bob, "
            "kind: person}}\n---\n\n"
            "[[“We won,”]{.quote by=bob} [the town hall]{.source ref=house} [said]{.cue}]{.attribution}."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann, kind: person}, bob: {name: Bob, kind: person}}\n---\n\n"
            "[[Ann]{.source ref=ann} [agreed]{.cue} with [Bob’s [“clear win”]{.quote by=bob}]{.claim}]{.attribution}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann, kind: person}, bob: {name: Bob, kind: person}}\n---\n\n"
            "[[“We won,”]{.quote by=bob} [Ann]{.source ref=ann} [said]{.cue}]{.attribution}.",
            at="by=bob",
            message="the source of these words is Ann, but they are marked as by Bob",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}, bob: {name: Bob}}\n---\n\n"
            "[[Ann]{.source ref=ann} [said]{.cue} [we won]{.claim by=bob}]{.attribution}.",
            at="by=bob",
            message="the source of these words is Ann, but they are marked as by Bob",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.attributions:
            for content in attribution.contents:
                if isinstance(content, Attribution) or not content.by:
                    continue
                source = attribution.by
                if not source or {entity.id for entity in source} & {entity.id for entity in content.by}:
                    continue
                if any(entity.kind in _COLLECTIVE for entity in (*source, *content.by)):
                    continue
                yield self.finding(
                    document,
                    content,
                    f"the source of these words is {names(source)}, but they are marked as by {names(content.by)}",
                    key="by",
                    help="correct by= or the source's ref=, or nest an attribution to the one who said it",
                    labels=self.label(document, attribution.source[0], "the source"),
                )


def names(entities: tuple[Entity, ...]) -> str:
    """The names of entities, joined."""
    return " and ".join(entity.name for entity in entities)
