"""T16: someone who declined to comment, and speaks on background."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Annotation, Attribution, Document, Entity, Terms
from newsfacts.rules.attributions_of_note import attributions_of_note, attributions_with_terms
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_DECLINED = re.compile(
    r"(?:,[^,.\n]{0,80},)?[\s,]{0,3}(?:\w{1,20}[ ]){0,2}?"
    r"(?:declin(?:ed|es|ing) (?:to (?:comment|be interviewed|answer)|(?:any )?comment|a request)"
    r"|refus(?:ed|es|ing) to (?:comment|answer)|(?:would|will|did|does|do) ?n[o’']t? (?:immediately "
    r")?(?:comment|respond|reply|return|answer)"
    r"|could ?n[o’']t be reached|had no comment)\b",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"[^.\n]{0,20}\b(?:further|more|beyond)\b", re.IGNORECASE)


class DeclinedYetQuoted(Rule):
    """No one who speaks anonymously in a story is said in the same story to have declined to comment.

    What it checks:
        A named entity with an attribution on background or deep background is nowhere in the document followed by
        "declined to comment", "did not respond" or the like. "Declined to comment further" is honest.

    Why:
        The sentence is meant to hide the source, and it is a lie to the reader. AP forbids it.

    Instead:
        Drop the sentence that the person declined to comment, or the material.

    Fix:
        None: which sentence goes is the editor's decision.
    """

    code = "T16"
    name = "declined-yet-quoted"
    severity = Severity.ERROR
    needs_english = True
    looks_at: Kinds = (Attribution,)
    needs: Needs = (attributions_of_note, attributions_with_terms)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann Lee}, bob: {name: Bob Ray}}\n---\n\n"
            "[[An official]{.source ref=ann} [said]{.cue} [so]{.claim}]{.attribution terms=background}. "
            "[Bob Ray]{ref=bob} declined to comment."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann Lee}}\n---\n\n"
            "[[Ann Lee]{.source ref=ann} [said]{.cue} [so]{.claim}]{.attribution}. [Lee]{ref=ann} declined "
            "to comment on the rest."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann Lee}}\n---\n\n"
            "[[An official]{.source ref=ann} [said]{.cue} [so]{.claim}]{.attribution terms=background}. "
            "[Ann Lee]{ref=ann} declined to comment further."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann Lee}}\n---\n\n"
            "[[An official]{.source ref=ann} [said]{.cue} [so]{.claim}]{.attribution terms=background}. "
            "[Ann Lee]{ref=ann} declined to comment.",
            at="Ann Lee",
            message="Ann Lee speaks on background in this text (“An official”), yet is said here to have declined to "
            "comment",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann Lee}}\n---\n\n"
            "[Ann Lee, the deputy]{ref=ann}, did not respond to a call. "
            "[[It is so]{.claim}, [a person at the ministry]{.source ref=ann} [said]{.cue}]{.attribution "
            "terms=background}.",
            at="Ann Lee, the deputy",
            message="Ann Lee speaks on background in this text (“a person at the ministry”), yet is said here to "
            "have declined to comment",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        hidden: dict[str, tuple[Entity, Annotation]] = {}
        for attribution in document.attributions:
            if attribution.terms in (Terms.BACKGROUND, Terms.DEEP_BACKGROUND):
                for source in attribution.source:
                    for entity in source.entities:
                        if entity.named:
                            hidden.setdefault(entity.id, (entity, source))
        if not hidden:
            return
        for mention in document.mentions:
            speaker = next((hidden[entity.id] for entity in mention.entities if entity.id in hidden), None)
            if speaker is None or not mention.spans:
                continue
            known, words = speaker
            declined = _DECLINED.match(document.text, mention.span.end)
            if declined and not _BEYOND.match(document.text, declined.end()):
                yield self.finding(
                    document,
                    mention,
                    f"{known.name} speaks on background in this text (“{words.text}”), yet is said here to have "
                    "declined to comment",
                    help="drop the sentence, or the material",
                    labels=self.label(document, words, "speaks on background here"),
                )
