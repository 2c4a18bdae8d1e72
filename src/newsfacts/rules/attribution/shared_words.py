"""T07: words that have a role in two attributions."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import attrs

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Attribution, Document, Source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, ProfileNames, Rule

_ADDED = (
    "[[She]{.source #she} [said]{.cue} [it works]{.claim}]{.attribution} and "
    "[[added]{.cue} [it is cheap]{.claim}]{.attribution source=she}."
)


class SharedWords(Rule):
    """No word has a role in two attributions, where a guideline wants one label per word.

    What it checks:
        The cues and contents of different attributions do not overlap with each other or with a source, and none is
        shared through `cue=` or `content=`. Attributions may share a source ("he said ... and added"), as PolNeAR allows,
        unless the option `sources` is set. Nested attributions are left to T08.

    Why:
        PolNeAR is univocal: each token has one label, so that an annotation can be read as one sequence of tags.

    Instead:
        Let one of the two attributions have the words.

    Fix:
        None: which attribution keeps the words is for a person to decide.
    """

    code = "T07"
    name = "shared-words"
    severity = Severity.WARNING
    looks_at: Kinds = (Attribution,)
    default = False
    profiles: ProfileNames = ("polnear",)
    OPTIONS: Options = MappingProxyType({"sources": Option(False, "whether a source may not be shared either")})
    VALID: Examples = (
        Example(_ADDED),
        Example(
            "[[She]{.source} [said]{.cue} [it works]{.claim}]{.attribution}. [[He]{.source} [agreed]{.cue} "
            "[it does]{.claim}]{.attribution}."
        ),
        Example(
            "[[A]{.source} [said]{.cue} [[[B]{.source} [denied]{.cue} "
            "[it]{.claim}]{.attribution}]{.claim}]{.attribution}."
        ),
    )
    INVALID: Examples = (
        Example(
            _ADDED,
            at="She",
            message="the words “She” have a role in two attributions, with the cues “said” and “added”",
            options=MappingProxyType({"sources": True}),
        ),
        Example(
            "[Taxes rise]{.claim #k}, [[Ann]{.source} [said]{.cue}]{.attribution content=k} and "
            "[[Bob]{.source} [confirmed]{.cue}]{.attribution content=k}.",
            at="Taxes rise",
            message="the words “Taxes rise” have a role in two attributions, with the cues “said” and “confirmed”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        parts = sorted(parts_of(document), key=lambda part: (part.start, part.end))
        sources_too = context.option(self, "sources")
        said: set[tuple[int, int]] = set()
        last: _Part | None = None  # the one that reaches furthest so far
        for part in parts:
            if last is not None and clash(document, last, part, sources_too=sources_too):
                pair = (id(last.attribution), id(part.attribution))
                if pair not in said:
                    said.add(pair)
                    yield self.finding(
                        document,
                        part.role,
                        f"the words “{part.role.text}” have a role in two attributions, with the cues "
                        f"“{cue_words(last.attribution)}” and “{cue_words(part.attribution)}”",
                        help="let one of the two attributions have them",
                    )
            if last is None or part.end >= last.end:
                last = part


@attrs.frozen
class _Part:
    """A fragment of a source, a cue or a content, and its attribution. Half-open code points."""

    start: int
    end: int
    role: Annotation
    attribution: Attribution


def parts_of(document: Document) -> Iterator[_Part]:
    """The fragments of all sources, cues and contents."""
    for attribution in document.attributions:
        for role in (*attribution.source, *attribution.cues, *attribution.contents):
            yield from (_Part(span.start, span.end, role, attribution) for span in role.spans)


def clash(document: Document, one: _Part, other: _Part, *, sources_too: bool) -> bool:
    """Whether the later part begins in the earlier one, of another attribution that is not nested."""
    if other.start >= one.end or one.attribution is other.attribution:
        return False
    if isinstance(one.role, Source) and isinstance(other.role, Source) and not sources_too:
        return False
    return not are_nested(document, one.attribution, other.attribution)


def cue_words(attribution: Attribution) -> str:
    """The words of the cue, or of the whole attribution where it has none."""
    return attribution.cue.text if attribution.cue else attribution.text


def are_nested(document: Document, one: Attribution, other: Attribution) -> bool:
    """Whether one of two attributions is inside the other."""
    return any(found is other for found in document.ancestors(one)) or any(
        found is one for found in document.ancestors(other)
    )
