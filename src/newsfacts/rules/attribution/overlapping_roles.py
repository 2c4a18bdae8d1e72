"""T06: words that have two roles in one attribution."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Attribution, Cue, Document, Source
from newsfacts.rules.attributions_of_note import roles_may_touch
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.text.spans import overlap


class OverlappingRoles(Rule):
    """No word is source and cue, or cue and content, of the same attribution.

    What it checks:
        The source, the cue and the content of one attribution do not overlap, fragment by fragment. Roles of nested
        attributions are their own.

    Why:
        A content that runs over "she said" holds words that nobody said, so it can be found in no source. Two of
        PolNeAR's published attributions overlap, against its guideline.

    Instead:
        End the content before source and cue and go on after them with `[...]{cont=id}`; or make an attribution of the
        inner source and cue.

    Fix:
        None: where each role ends is for a person to see.
    """

    code = "T06"
    name = "overlapping-roles"
    severity = Severity.ERROR
    looks_at: Kinds = (Attribution,)
    needs: Needs = (roles_may_touch,)
    VALID: Examples = (
        Example("[[“We won,]{.quote #q} [she]{.source} [said]{.cue}, [and fairly.”]{cont=q}]{.attribution}"),
        Example(
            "[[The office]{.source} [said]{.cue} [[[she]{.source} [denied]{.cue} "
            "[it]{.claim}]{.attribution}]{.claim}]{.attribution}."
        ),
    )
    INVALID: Examples = (
        Example(
            "[[“We won,” [she]{.source} said, “and fairly.”]{.quote}]{.attribution}",
            at="she",
            message="the words “she” are source and content of the same attribution",
        ),
        Example(
            "[[She [told]{.cue}]{.source} me [we won]{.claim}]{.attribution}.",
            at="told",
            message="the words “told” are cue and source of the same attribution",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.attributions:
            roles: tuple[Annotation, ...] = (*attribution.source, *attribution.cues, *attribution.contents)
            if are_apart(roles):
                continue
            for one, other in itertools.combinations(sorted(roles, key=length), 2):
                first, second = role_name(one), role_name(other)
                if first != second and overlap(one.spans, other.spans):
                    yield self.finding(
                        document,
                        one,
                        f"the words “{one.text}” are {first} and {second} of the same attribution",
                        help="end one of the two before the other; a content goes on after a gap with [...]{cont=id}",
                        labels=self.label(document, other, f"the {second}"),
                    )
                    break


def are_apart(roles: tuple[Annotation, ...]) -> bool:
    """Whether no two of these touch the same words: the common case, and the cheap one to see."""
    end = 0
    for start, next_end in sorted([(span.start, span.end) for role in roles for span in role.spans]):
        if start < end:
            return False
        end = next_end
    return True


def length(role: Annotation) -> int:
    """How many characters a role covers."""
    return sum(span.length for span in role.spans)


def role_name(role: Annotation) -> str:
    """What a role is called."""
    return "source" if isinstance(role, Source) else "cue" if isinstance(role, Cue) else "content"
