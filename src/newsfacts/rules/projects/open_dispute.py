"""P10: annotations that not all annotators have, and about which no person has decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsfacts.findings import Finding, Label, Severity
from newsfacts.model import Annotation, Document
from newsfacts.rules.needs import disputed, unusual_states
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.text.suggestions import with_article

MAX_LABELS = 3
MAX_NAMES = 5


class OpenDispute(Rule):
    """A document has no annotations about which its annotators do not agree.

    What it checks:
        No annotation has `disputed=`, which `newsfacts merge` writes on everything that not all annotators have, with the
        names of those who have it. A document has one finding for all of them.

    Why:
        Until someone decides, the document has the work of two annotators where they differ: a quotation with two
        beginnings, a count with two values. Every statistic of it counts both.

    Instead:
        Look at each with the guideline. Keep what is right and take `disputed=` out; take the other annotation out.

    Fix:
        None: to decide is for a person.
    """

    code = "P10"
    name = "open-dispute"
    severity = Severity.WARNING
    looks_at: Kinds = (Annotation,)
    needs: Needs = (unusual_states, disputed)
    VALID: Examples = (
        Example("[12 ships]{.count} sailed."),
        Example("[12 ships]{.count note=disputed} sailed."),
    )
    INVALID: Examples = (
        Example(
            "[12 ships]{.count disputed=ann} sailed.",
            at="disputed=ann",
            message="1 annotation is disputed: ann has 1",
        ),
        Example(
            "[about [12 ships]{.count disputed=ann}]{.count disputed=ben} sailed, [two]{.count disputed=ann} sank.",
            at="disputed=ben",
            message="3 annotations are disputed: ann has 2, ben has 1",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        """Report all disputes at the first one."""
        found = document.derived(disputed)
        if not found:
            return
        numbers = Counter(name for each in found for name in each.disputed)
        names = sorted(numbers)
        who = ", ".join(f"{name} has {numbers[name]}" for name in names[:MAX_NAMES])
        more = f", and {len(names) - MAX_NAMES} more" if len(names) > MAX_NAMES else ""
        what = "annotation is" if len(found) == 1 else "annotations are"
        places = [(each, document.place(each, "disputed")) for each in found[1 : 1 + MAX_LABELS]]
        yield self.finding(
            document,
            found[0],
            f"{len(found)} {what} disputed: {who}{more}",
            key="disputed",
            help="decide each: take disputed= out, or take the annotation out",
            labels=tuple(Label(with_article(each.KIND), place) for each, place in places if place is not None),
        )
