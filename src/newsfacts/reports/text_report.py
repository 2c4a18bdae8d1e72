"""The report for people: what and where in one line, the words with carets under them, how to mend it, and a summary.

story.facts:7:33: error N02 the words say “At least 12”, but the value is exactly 12
  |
7 | [At least 12]{.count value=12} people died.
  |                      ^^^^^^^^
  = help: write value=>=12, or leave the value out
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from newsfacts.findings import Applicability, Finding, Fix, Severity
from newsfacts.immutable import frozen
from newsfacts.reports.display import MAX_MARKED, Window, window
from newsfacts.reports.run import Run, Summary, plural
from newsfacts.text.printable import printable, shorten
from newsfacts.text.source import Place

__all__ = ["render", "render_finding", "render_summary"]

_MAX_WORDS = 60
_REACH = 2 * MAX_MARKED
"""How many times as many code points as cells of a line are looked at, on either side of the words."""
_NOUNS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("remark", "remarks"),
}
_COLORS = {
    "error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m",
    "bold": "\x1b[1m", "dim": "\x1b[2m", "blue": "\x1b[34m", "green": "\x1b[32m", "red": "\x1b[31m",
}  # fmt: skip


def render(run: Run) -> Iterator[str]:
    """Each finding when it is found, then the summary."""
    for file in run.files:
        for finding in file.findings:
            yield render_finding(finding, color=run.color, width=run.width) + "\n"
    if run.diff:
        yield run.diff + "\n"
    yield render_summary(run.summary, color=run.color, statistics=run.statistics)


def paint(color: bool, style: str, text: str) -> str:
    """The text in a style, or as it is where there is no colour."""
    return f"{_COLORS[style]}{text}\x1b[0m" if color and text else text


def render_finding(finding: Finding, *, color: bool = False, width: int = 120) -> str:
    """One finding, with a line end after its last line."""
    pen = partial(paint, color)
    severity = finding.severity.value
    where = f"{printable(finding.path or '<text>')}:{finding.position or '1:1'}"
    head = (
        f"{pen('bold', where)}: {pen(severity, f'{severity} {finding.code}')} {pen('bold', printable(finding.message))}"
    )
    marks = [_Mark(finding.place, "", "^", severity)] if finding.place is not None else []
    marks += [_Mark(label.place, printable(label.message), "-", "blue", label.is_in_file) for label in finding.labels]
    marks = [mark for mark in marks if has_excerpt(mark.place) or mark.message]
    gutter = max((len(str(mark.place.position.line)) for mark in marks if mark.is_in_file), default=1)
    notes = [f"{' ' * gutter} {pen('blue', '=')} {note}" for note in notes_of(finding)]
    return "\n".join([head, *marked_lines(marks, finding.path, gutter, width, pen), *notes]) + "\n"


@frozen
class _Mark:
    """Words to show in their line, with a sign under them and perhaps a message next to it."""

    place: Place
    message: str
    sign: str
    style: str
    is_in_file: bool = True


def marked_lines(
    marks: Sequence[_Mark], path: str | None, gutter: int, width: int, pen: Callable[[str, str], str]
) -> Iterator[str]:
    """The lines with the marked words, each followed by the marks. `path` is the file that the reader is in."""
    bar = pen("blue", f"{' ' * gutter} |")
    previous: tuple[str | None, int, str] | None = None
    for mark in marks:
        place, position = mark.place, mark.place.position
        if place.path != (path if previous is None else previous[0]):
            where = f":{position}" if mark.is_in_file else ""
            yield f"{' ' * gutter}{pen('blue', ':::')} {printable(place.path or '<text>')}{where}"
            yield bar
        elif previous is None:
            yield bar
        shown = excerpt(place, max(width - gutter - 3, 30))
        if previous != (place.path, position.line, shown.text):
            number = position.line if mark.is_in_file else ""
            yield f"{pen('blue', f'{number:>{gutter}} |')} {shown.text}".rstrip()
        previous = (place.path, position.line, shown.text)
        if shown.is_right_to_left:
            words = shorten(printable(place.words), _MAX_WORDS)
            pointer = pen(mark.style, f'offset {place.start}..{place.end} "{words}"')
        else:
            pointer = " " * shown.indent + pen(mark.style, mark.sign * shown.length)
        yield f"{bar} {pointer}{' ' + pen(mark.style, mark.message) if mark.message else ''}"


def notes_of(finding: Finding) -> Iterator[str]:
    """What is said below the lines: where it ends, how to fix it."""
    if finding.place is not None and has_excerpt(finding.place) and ends_elsewhere(finding.place):
        yield f"note: it ends at {finding.place.end_position}"
    if finding.help:
        yield f"help: {printable(finding.help)}"
    if finding.fix is not None:
        yield f"fix: {describe(finding.fix)}"


def has_excerpt(place: Place) -> bool:
    """Whether there is something to show: not for the mere top of a file."""
    return place.end > 0 and place.start < len(place.source)


def ends_elsewhere(place: Place) -> bool:
    """Whether a place reaches over the end of its first line."""
    last = max(place.end - 1, place.start)
    return place.source.position(last).line != place.position.line


def excerpt(place: Place, limit: int) -> Window:
    """The marked words in their line; of words over several lines, those of the first. Lines may have any length."""
    reach = _REACH * limit
    before = place.source.slice(max(place.start - reach, place.start - place.position.column + 1), place.start)
    after = place.source.rest_of_line(place.start, min(place.end - place.start, reach) + reach)
    start = len(before)
    return window(before + after, start, min(start + place.end - place.start, start + len(after)), limit)


def describe(fix: Fix) -> str:
    """What a fix does, and how it is applied."""
    how = {
        Applicability.SAFE: "--fix applies this",
        Applicability.UNSAFE: "--fix --unsafe applies this",
        Applicability.DISPLAY: "for you to decide",
    }[fix.applicability]
    return f"{printable(fix.title)} ({how})"


def render_summary(summary: Summary, *, color: bool = False, statistics: bool = False) -> str:
    """What was looked at, what held, what did not, and what could not be checked and why."""
    lines: list[str] = []
    if statistics and summary.codes:
        by_number = sorted(summary.codes.items(), key=lambda item: (-item[1], item[0]))
        lines += [f"{count:>9,} {code} {rule}" for (code, rule), count in by_number]
        lines.append("")
    looked_at = plural(summary.documents, "document")
    if summary.factbooks:
        looked_at += f" and {plural(summary.factbooks, 'factbook')}"
    lines.append(f"Checked {looked_at}: {plural(summary.annotations, 'annotation')}, {plural(summary.rules, 'rule')}.")
    lines.append(f"{summary.held:>9,} {'check' if summary.held == 1 else 'checks'} held")
    by_severity = [
        paint(
            color,
            severity.value,
            f"{summary.severities[severity]:,} {_NOUNS[severity][summary.severities[severity] != 1]}",
        )
        for severity in reversed(Severity)
        if summary.severities[severity]
    ]
    lines.append(f"{summary.findings:>9,} did not hold" + (f": {', '.join(by_severity)}" if by_severity else ""))
    lines.append(f"{summary.skipped.total():>9,} could not be checked" + (":" if summary.skipped else ""))
    for group in summary.skipped_groups():
        lines.append(f"{group.count:>13,} {group.code} {group.rule}: {printable(group.reason)}")
    for count, words in (
        (summary.suppressed, "suppressed with a reason"),
        (summary.known, "known from the baseline"),
        (summary.outdated, "in the baseline but no longer found; --write-baseline takes them out"),
        (summary.fixed, "fixed"),
    ):
        if count:
            lines.append(f"{count:>9,} {words}")
    lines += [f"not fixed: {printable(reason)}" for reason in summary.refused]
    if summary.unreadable:
        lines.append(paint(color, "error", f"{plural(summary.unreadable, 'file')} could not be read."))
    if summary.failed:
        lines.append(paint(color, "error", f"{plural(summary.failed, 'file')} could not be checked: newsfacts failed."))
    return "\n".join(lines) + "\n"
