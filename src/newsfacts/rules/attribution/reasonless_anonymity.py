"""T12: an unnamed source, and no reason why."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document, SourceKind, Terms
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule


class ReasonlessAnonymity(Rule):
    """Where a source is not named, the annotation says why.

    What it checks:
        An attribution to an unnamed entity has `reason=`, or another attribution to the same entity has. A source that
        spoke `terms=on_record`, such as a press office, needs none.

    Why:
        AP asks every story to say why a source asked not to be named. In many newsrooms and corpora no one records it,
        so the rule belongs to the `newsroom` and `strict` profiles.

    Instead:
        Write the reason: `reason="staff may not speak to the press"`; or `terms=on_record` where the source hides
        nothing.

    Fix:
        None: the reason is the reporter's to give.
    """

    code = "T12"
    name = "reasonless-anonymity"
    severity = Severity.WARNING
    looks_at: Kinds = (Attribution,)
    default = False
    profiles: ProfileNames = ("newsroom", "strict")
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {doc: {kind: person, named: false, description: a doctor}}\n---\n\n"
            '[[A doctor]{.source ref=doc} [said]{.cue} [it was full]{.claim}]{.attribution reason="may not '
            'speak to the press"}. '
            "[[The doctor]{.source ref=doc} [left]{.cue} [at eight]{.claim}]{.attribution}."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {desk: {kind: person, named: false, description: a police "
            "spokesman}}\n---\n\n"
            "[[A police spokesman]{.source ref=desk} [said]{.cue} [two men fled]{.claim}]{.attribution "
            "terms=on_record}."
        ),
        Example("[[The mayor]{.source} [said]{.cue} [it was full]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {doc: {kind: person, named: false, description: a doctor}}\n---\n\n"
            "[[A doctor]{.source ref=doc} [said]{.cue} [it was full]{.claim}]{.attribution}.",
            at="A doctor",
            message="the source “A doctor” is not named, and no reason is given",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {aide: {kind: person, named: false, description: an aide}}\n---\n\n"
            "[[An aide]{.source ref=aide} [said]{.cue} [so]{.claim}]{.attribution terms=background}. "
            "[[He]{.source ref=aide} [added]{.cue} [more]{.claim}]{.attribution terms=background}.",
            at="An aide",
            message="the source “An aide” is not named, and no reason is given",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        explained: set[str] = set()
        waiting: dict[str, Attribution] = {}
        for attribution in document.attributions:
            if attribution.source_kind is not SourceKind.UNNAMED:
                continue
            for entity in attribution.by:
                if entity.named:
                    continue
                if attribution.reason or attribution.terms is Terms.ON_RECORD:
                    explained.add(entity.id)
                else:
                    waiting.setdefault(entity.id, attribution)
        for id, attribution in waiting.items():
            if id not in explained:
                source = attribution.source[0]
                yield self.finding(
                    document,
                    source,
                    f"the source “{source.text}” is not named, and no reason is given",
                    help="write reason= on the attribution, or terms=on_record where the source hides nothing",
                )
