"""The reports of grounding for people: the words of the text and of the source with carets under them, and the numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsfacts.findings import Severity
from newsfacts.grounding.findings import quoted
from newsfacts.grounding.results import FAULTS, Grounding, GroundOutcome
from newsfacts.reports.grounding_data import gaps_of
from newsfacts.reports.run import Run, plural
from newsfacts.reports.text_report import paint, render_finding
from newsfacts.text.printable import printable

__all__ = ["render_grounding", "render_grounding_summary"]


def render_grounding(grounding: Grounding, run: Run) -> Iterator[str]:
    """Each finding of the run, then the summary."""
    for file in run.files:
        for finding in file.findings:
            yield render_finding(finding, color=run.color, width=run.width) + "\n"
    yield render_grounding_summary(grounding, run)


def render_grounding_summary(grounding: Grounding, run: Run) -> str:
    """How many items were looked for, and with which outcome."""
    counts = Counter(item.outcome for item in grounding.items)
    kinds = Counter(str(item.kind) for item in grounding.items)
    what = ", ".join(plural(count, kind) for kind, count in sorted(kinds.items()))
    looked = f"Looked for {plural(len(grounding.items), 'item')} in {plural(len(grounding.sources), 'source')}"
    lines = [f"{looked}: {what}." if what else f"{looked}."]
    lines.append(f"{counts[GroundOutcome.SUPPORTED]:>9,} supported")
    faults = [f"{counts[outcome]:,} {outcome}" for outcome in FAULTS if counts[outcome]]
    number = sum(counts[outcome] for outcome in FAULTS)
    shown = f"{number:>9,} not supported" + (f": {', '.join(faults)}" if faults else "")
    lines.append(paint(run.color and bool(number), Severity.ERROR.value, shown))
    unchecked = grounding.of(GroundOutcome.NOT_CHECKED)
    lines.append(f"{len(unchecked):>9,} could not be checked" + (":" if unchecked else ""))
    lines += [f"{'':13}{printable(quoted(item.words))}: {printable(item.why)}" for item in unchecked]
    if grounding.left_out:
        reasons = Counter(str(one.reason) for one in grounding.left_out)
        listed = ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items()))
        lines.append(f"{len(grounding.left_out):>9,} left out: {listed}")
    hidden = number - run.summary.findings - run.summary.known
    if hidden > 0:
        lines.append(f"{hidden:>9,} not reported: their rules are not selected")
    if grounding.refused:
        unread = plural(len(grounding.refused), "source")
        lines.append(f"{'':>9} {unread} could not be read: what is not found may be there.")
    lines += [f"{'':>9} {printable(gap)}" for gap in gaps_of(grounding)]
    for count, words in ((run.summary.suppressed, "suppressed"), (run.summary.known, "known from the baseline")):
        if count:
            lines.append(f"{count:>9,} {words}")
    return "\n".join(lines) + "\n"
