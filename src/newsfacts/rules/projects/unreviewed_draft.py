"""P09: annotations that a program proposed and no person has looked at."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Label, Severity
from newsfacts.model import Annotation, Document
from newsfacts.rules.needs import drafts, unusual_states
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.text.suggestions import with_article
from newsfacts.values.level import Level

MAX_LABELS = 3


class UnreviewedDraft(Rule):
    """A document has no proposals that a person has not agreed to.

    What it checks:
        No annotation has `draft=`, which `newsfacts draft` writes on everything that it proposes: `sure`, `likely` or
        `guess`. A document has one finding for all of them.

    Why:
        A proposal looks like any other annotation. Of the sure attributions about one in ten is wrong, of the guesses more
        than every second one, and wrong suggestions are easily taken over unseen.

    Instead:
        Look at each. Correct it and take `draft=` out, or take the annotation out; `newsfacts draft --accept sure FILE`
        takes over those of a level and of the levels above it.

    Fix:
        None: to agree is for a person.
    """

    code = "P09"
    name = "unreviewed-draft"
    severity = Severity.WARNING
    looks_at: Kinds = (Annotation,)
    needs: Needs = (unusual_states, drafts)
    VALID: Examples = (
        Example("[12 ships]{.count} sailed."),
        Example("[12 ships]{.count note=draft} sailed."),
    )
    INVALID: Examples = (
        Example(
            "[12 ships]{.count draft=sure} sailed.",
            at="draft=sure",
            message="1 annotation is a proposal that no one has reviewed: 1 sure",
        ),
        Example(
            "[[Ann Weiss]{.source draft=likely} [said]{.cue draft=likely} [it works]{.claim draft=guess}]"
            "{.attribution draft=sure}.",
            at="draft=sure",
            message="4 annotations are proposals that no one has reviewed: 1 sure, 2 likely, 1 guess",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        """Report all proposals at the first one."""
        found = document.derived(drafts)
        if not found:
            return
        numbers = {level: sum(each.draft is level for each in found) for level in Level}
        levels = ", ".join(f"{number} {level}" for level, number in numbers.items() if number)
        what = "annotation is a proposal" if len(found) == 1 else "annotations are proposals"
        places = [(each, document.place(each, "draft")) for each in found[1 : 1 + MAX_LABELS]]
        yield self.finding(
            document,
            found[0],
            f"{len(found)} {what} that no one has reviewed: {levels}",
            key="draft",
            help="correct each and take draft= out, or take the annotation out",
            labels=tuple(Label(with_article(each.KIND), place) for each, place in places if place is not None),
        )
