"""P07: an annotator who uses a label far more, or far less, than the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Facts
from newsfacts.rules.projects._work import label_facts
from newsfacts.rules.rule import Context, Example, Examples, Option, Options, ProfileNames


def work(who: str, direct: int, indirect: int) -> str:
    quotes = "[“Yes,”]{.quote} he said. " * direct + "He said [no]{.quote}. " * indirect
    return f"---\nnewsfacts: 1\nannotator: {who}\n---\n\n{quotes.strip()}"


class LabelOutlier(CorpusRule):
    """Annotators use the labels about equally often.

    What it checks:
        For each annotator with at least `least` annotations (50 unless set), the share of every label (the kind, and
        of a quote its form) lies within `deviations` standard errors (5 unless set) of the share that the others
        together have: the test of two proportions.

    Why:
        An annotator who never marks indirect speech has read the guideline differently. Agreement on a few shared
        documents may not show it; the distribution over many does.

    Instead:
        Look at documents of both side by side, and talk it over. Annotators of different material may well differ.

    Fix:
        None: there may be nothing to correct.
    """

    code = "P07"
    name = "label-outlier"
    severity = Severity.INFO
    default = False
    profiles: ProfileNames = ("polnear", "journalismai")
    collects: Collectors = (label_facts,)
    OPTIONS: Options = MappingProxyType({
        "least": Option(50, "how many annotations an annotator and the others need to be compared"),
        "deviations": Option(5, "how many standard errors the shares may lie apart"),
    })  # fmt: skip
    VALID: Examples = (
        Example(work("B", 32, 28), files={"a.facts": work("A", 30, 30)}),
        Example(work("B", 10, 0), files={"a.facts": work("A", 30, 30)}),
    )
    INVALID: Examples = (
        Example(
            work("B", 60, 0),
            files={"a.facts": work("A", 30, 30)},
            at="annotator",
            message="B marks 100 of 100 annotations as direct quote, the others 50 of 100",
        ),
        Example(
            work("B", 3, 57),
            files={"a.facts": work("A", 30, 30), "c.facts": work("C", 30, 30)},
            at="annotator",
            message="B marks 5 of 100 annotations as direct quote, the others 50 of 100",
        ),
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        least, deviations = context.option(self, "least"), context.option(self, "deviations")
        used: dict[str, Counter[str]] = {}
        for annotator, label, number in facts.select(
            "SELECT key, value, sum(low) FROM facts WHERE kind = 'label' GROUP BY key, value"
        ):
            used.setdefault(annotator, Counter())[label] = int(number)
        total: Counter[str] = sum(used.values(), Counter())
        for annotator, labels in used.items():
            own, others = labels.total(), total.total() - labels.total()
            if own < least or others < least:
                continue
            apart = {
                label: squared_deviations(labels[label], own, total[label] - labels[label], others) for label in total
            }
            label = max(sorted(apart), key=apart.__getitem__)
            if apart[label] > deviations**2 and (
                len(used) > 2 or annotator == list(used)[-1]
            ):  # of two, the later one is named
                yield self.report(facts, annotator, label, (labels[label], own), (total[label] - labels[label], others))

    def report(
        self, facts: Facts, annotator: str, label: str, own: tuple[int, int], others: tuple[int, int]
    ) -> Finding:
        fact = next(facts.where("f.kind = 'label' AND f.key = ?", annotator))
        other = next(facts.where("f.kind = 'label' AND f.key <> ?", annotator))
        return self.finding_at(
            facts, fact,
            f"{annotator} marks {share(*own)} of 100 annotations as {label}, the others {share(*others)} of 100",
            beside=[(other, f"one of the others: {other.key}")], help="look at documents of both side by side",
        )  # fmt: skip


def squared_deviations(x1: int, n1: int, x2: int, n2: int) -> float:
    """The square of the z statistic of two proportions, x1 of n1 and x2 of n2."""
    spread = n1 * n2 * (x1 + x2) * (n1 + n2 - x1 - x2)
    return (x1 * n2 - x2 * n1) ** 2 * (n1 + n2) / spread if spread else 0.0


def share(part: int, whole: int) -> int:
    """A share in hundredths, rounded."""
    return (200 * part + whole) // (2 * whole)
