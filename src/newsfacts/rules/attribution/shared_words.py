"""T07: words that have a role in two attributions."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Attribution, Document
from newsfacts.rules.rule import Context, Example, Rule


class SharedWords(Rule):
    """No word has a role in two attributions, where a guideline wants one label per word.

    What it checks:
        The sources, cues and contents of different attributions do not overlap, and no role is shared through
        `source=`, `cue=` or `content=`. Nested attributions are left to T08.

    Why:
        PolNeAR is univocal: each token has at most one role in at most one attribution, so that an annotation can be
        read as one sequence of tags. Elsewhere a shared source is the ordinary way of writing "he said ... and added".

    Instead:
        Leave the second attribution without source words, or run this rule only under the `polnear` profile.

    Fix:
        None: which attribution keeps the words is for a person to decide.
    """

    code = "T07"
    name = "shared-words"
    severity = Severity.WARNING
    looks_at = (Attribution,)
    default = False
    profiles = ("polnear",)
    VALID = (
        Example(
            "[[She]{.source} [said]{.cue} [it works]{.claim}]{.attribution}. [[He]{.source} [agreed]{.cue} "
            "[it does]{.claim}]{.attribution}."
        ),
        Example(
            "[[A]{.source} [said]{.cue} [[[B]{.source} [denied]{.cue} "
            "[it]{.claim}]{.attribution}]{.claim}]{.attribution}."
        ),
    )
    INVALID = (
        Example(
            "[[She]{.source #she} [said]{.cue} [it works]{.claim}]{.attribution} and "
            "[[added]{.cue} [it is cheap]{.claim}]{.attribution source=she}.",
            at="She",
            message="the words “She” have a role in two attributions, beside the cues “said” and “added”",
        ),
        Example(
            "[Taxes rise]{.claim #k}, [[Ann]{.source} [said]{.cue}]{.attribution content=k} and "
            "[[Bob]{.source} [confirmed]{.cue}]{.attribution content=k}.",
            at="Taxes rise",
            message="the words “Taxes rise” have a role in two attributions, beside the cues “said” and “confirmed”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        taken: list[tuple[int, int, Annotation, Attribution]] = []
        for attribution in document.attributions:
            roles: tuple[Annotation, ...] = (*attribution.source, *attribution.cues, *attribution.contents)
            for role in roles:
                taken.extend((span.start, span.end, role, attribution) for span in role.spans)
        taken.sort(key=lambda entry: entry[:2])
        said: set[tuple[int, int]] = set()
        last: tuple[int, int, Annotation, Attribution] | None = None  # the one that reaches furthest so far
        for entry in taken:
            start, end, role, attribution = entry
            if (
                last is not None
                and start < last[1]
                and attribution is not last[3]
                and not are_nested(document, attribution, last[3])
            ):
                pair = (id(last[3]), id(attribution))
                if pair not in said:
                    said.add(pair)
                    yield self.finding(
                        document,
                        role,
                        f"the words “{role.text}” have a role in two attributions, beside the cues "
                        f"“{cue_words(last[3])}” and “{cue_words(attribution)}”",
                        help="let one of the two attributions have them",
                    )
            if last is None or end >= last[1]:
                last = entry


def cue_words(attribution: Attribution) -> str:
    """The words of the cue, or of the whole attribution where it has none."""
    return attribution.cue.text if attribution.cue else attribution.text


def are_nested(document: Document, one: Attribution, other: Attribution) -> bool:
    """Whether one of two attributions stands in the other."""
    return any(found is other for found in document.ancestors(one)) or any(
        found is one for found in document.ancestors(other)
    )
