"""A finding as a note in the margin: what is wrong, how to fix it, and where."""

from __future__ import annotations

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.text.printable import printable, shorten
from newsfacts.view.articles import Article, is_about_the_text
from newsfacts.view.markup import Html, el

__all__ = ["SEVERITIES", "note_of", "severities_in_words"]

SEVERITIES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("remark", "remarks"),
}

_HOW = {
    Applicability.SAFE: "newsfacts check --fix applies this",
    Applicability.UNSAFE: "newsfacts check --fix --unsafe applies this",
    Applicability.DISPLAY: "for you to decide",
}

MAX_WORDS = 120
"""How much of the words of another place is shown."""


def note_of(article: Article, number: int, finding: Finding) -> Html:
    """The note on a finding of an article."""
    name = SEVERITIES[finding.severity][0]
    shown = f"{number + 1}"
    if is_about_the_text(finding):
        mark = el(
            "a", shown, class_="num", href=f"#r{article.number}-{number}", aria_label=f"To the words of {name} {shown}"
        )
    else:
        mark = el("span", shown, class_="num")
    parts = [
        el(
            "p",
            mark,
            " ",
            el("b", name.capitalize(), class_="sev"),
            " ",
            el("span", finding.code, class_="code", title=finding.rule),
            class_="head",
        ),
        el("p", printable(finding.message), class_="message"),
    ]
    if finding.help:
        parts.append(el("p", printable(finding.help), class_="help"))
    if finding.fix is not None:
        parts.append(
            el(
                "p",
                el("b", "Fix: "),
                printable(finding.fix.title),
                el("small", f" ({_HOW[finding.fix.applicability]})"),
                class_="fix",
            )
        )
    for label in finding.labels:
        words = f"“{shorten(printable(label.place.words), MAX_WORDS)}”" if label.place.words.strip() else ""
        parts.append(
            el(
                "p",
                words,
                " ",
                printable(label.message),
                el("small", f" ({place_in_words(finding, label.place.path, str(label.place.position))})"),
                class_="other",
            )
        )
    if finding.place is not None:
        parts.append(el("p", el("small", place_in_words(None, finding.path, str(finding.position))), class_="place"))
    return el(
        "li",
        *parts,
        class_=f"note {finding.severity.value}",
        id=f"f{article.number}-{number}",
        data_f=number,
        data_code=finding.code,
        tabindex="-1",
    )


def place_in_words(finding: Finding | None, path: str | None, position: str) -> str:
    """Where something is in the files; the file is left out where it is that of the finding."""
    line, _, column = position.partition(":")
    where = f"line {line}, column {column}"
    return where if path is None or (finding is not None and path == finding.path) else f"{printable(path)}, {where}"


def severities_in_words(findings: tuple[Finding, ...]) -> Html:
    """How many findings there are of each severity, the worst first."""
    parts = []
    for severity, (one, several) in SEVERITIES.items():
        count = sum(finding.severity is severity for finding in findings)
        if count:
            parts.append(el("span", f"{count:,} {one if count == 1 else several}", class_=f"tally {severity.value}"))
    return Html(" ".join(parts)) if parts else el("span", "no findings", class_="tally none")
