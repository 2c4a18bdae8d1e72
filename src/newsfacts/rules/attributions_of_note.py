"""The attributions of a document and their parts, gone through once for all rules: most documents have nothing to look at closer."""

from __future__ import annotations

from operator import le

from newsfacts.model import Addressee, Annotation, Attribution, Claim, Cue, Document, Medium, Quote, Source
from newsfacts.rules.edges import edges

__all__ = [
    "attributions_of_note",
    "attributions_with_several_cues",
    "attributions_with_terms",
    "attributions_with_two_voices",
    "attributions_without_content",
    "attributions_without_cue",
    "attributions_without_source",
    "contents_with_speaker",
    "roles_may_touch",
    "roles_of_nothing",
    "unnamed_sources",
]


_ROLES = (Source, Cue, Addressee, Medium)


class Attributions:
    """Those attributions that have too few parts, or too many, or say something else that few do; and the parts of all."""

    def __init__(self) -> None:
        self.without_content: list[Attribution] = []
        self.without_source: list[Attribution] = []
        self.without_cue: list[Attribution] = []
        self.with_several_cues: list[Attribution] = []
        self.with_two_voices: list[Attribution] = []
        self.with_terms: list[Attribution] = []
        self.roles: list[Annotation] = []
        """The sources and cues."""
        self.contents: list[Quote | Claim | Attribution] = []
        self.others: list[Annotation] = []
        """The addressees and mediums."""


def attributions_of_note(document: Document) -> bool:
    """Whether any attribution has something about it: rules that look at one of the groups below need this first."""
    found = document.derived(_attributions)
    return bool(
        found.without_content or found.without_source or found.without_cue or found.with_several_cues
        or found.with_two_voices or found.with_terms
    )  # fmt: skip


def attributions_without_content(document: Document) -> list[Attribution]:
    """The attributions that have no content."""
    return document.derived(_attributions).without_content


def attributions_without_source(document: Document) -> list[Attribution]:
    """The attributions that have a content, but neither a source nor `voice=`."""
    return document.derived(_attributions).without_source


def attributions_without_cue(document: Document) -> list[Attribution]:
    """The attributions that have a source and a content, but neither a cue nor `voice=`."""
    return document.derived(_attributions).without_cue


def attributions_with_several_cues(document: Document) -> list[Attribution]:
    """The attributions that have more than one cue."""
    return document.derived(_attributions).with_several_cues


def attributions_with_two_voices(document: Document) -> list[Attribution]:
    """The attributions that have a source and `voice=`, which says that no words name one."""
    return document.derived(_attributions).with_two_voices


def attributions_with_terms(document: Document) -> list[Attribution]:
    """The attributions with `terms=`."""
    return document.derived(_attributions).with_terms


def roles_of_nothing(document: Document) -> tuple[Annotation, ...]:
    """The sources, cues, addressees and mediums that belong to no attribution, kind by kind."""
    found = document.derived(_attributions)
    used = set(map(id, (*found.roles, *found.contents, *found.others)))
    return tuple([role for kind in _ROLES for role in document.of_kind(kind) if id(role) not in used])


def roles_may_touch(document: Document) -> bool:
    """Whether a source, a cue or a content of any attribution may have words that another one has: few documents have such."""
    found = document.derived(_attributions)
    spans = [span for role in (*found.roles, *found.contents) for span in role.spans]
    starts, ends = sorted([span.start for span in spans]), sorted([span.end for span in spans])
    return not (edges(document).are_plain and all(map(le, ends, starts[1:])))


def contents_with_speaker(document: Document) -> bool:
    """Whether a content of an attribution has `by=`."""
    contents = document.derived(_attributions).contents
    return bool([content for content in contents if not isinstance(content, Attribution) and content.by])


def unnamed_sources(document: Document) -> tuple[Source, ...]:
    """The sources without `ref=`, and those that refer to someone whose name the text keeps back."""
    found: list[Source] = []
    for source in document.of_kind(Source):
        entities = source.ref
        if not (len(entities) == 1 and entities[0].named) and not (entities and all(one.named for one in entities)):
            found.append(source)
    return tuple(found)


def _attributions(document: Document) -> Attributions:
    found = Attributions()
    roles, others = found.roles, found.others
    for attribution in document.attributions:
        source, cues, contents, voice = attribution.source, attribution.cues, attribution.contents, attribution.voice
        roles += source
        roles += cues
        found.contents += contents
        others += attribution.addressee
        others += attribution.medium
        if not contents:
            found.without_content.append(attribution)
        elif voice is None:
            if not source:
                found.without_source.append(attribution)
            elif not cues:
                found.without_cue.append(attribution)
        if len(cues) > 1:
            found.with_several_cues.append(attribution)
        if voice is not None and source:
            found.with_two_voices.append(attribution)
        if attribution.terms is not None:
            found.with_terms.append(attribution)
    return found
