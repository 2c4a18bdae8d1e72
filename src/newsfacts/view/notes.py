"""A finding as a note in the margin: what is wrong, how to fix it, and where."""

from __future__ import annotations

from newsfacts.findings import Applicability, Finding, Severity
from newsfacts.text.printable import printable, shorten
from newsfacts.text.source import Place
from newsfacts.view.articles import Article, is_about_the_text
from newsfacts.view.markup import Html, el

__all__ = ["SEVERITIES", "note_of", "sentence", "severities_in_words"]

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
    parts = [head_of(article, number, finding), el("p", sentence(finding.message), class_="message")]
    if finding.help:
        parts.append(el("p", sentence(finding.help), class_="help"))
    if finding.fix is not None:
        how = el("small", f" ({_HOW[finding.fix.applicability]})")
        parts.append(el("p", el("b", "Fix: "), printable(finding.fix.title), how, class_="fix"))
    for label in finding.labels:
        where = el("small", f" ({place_in_words(article, label.place)})")
        parts.append(el("p", words_of(label.place), sentence(label.message), where, class_="other"))
    if finding.place is not None:
        parts.append(el("p", el("small", sentence(place_in_words(article, finding.place))), class_="place"))
    return el(
        "li", *parts, class_=f"note {finding.severity.value}", id=f"f{article.number}-{number}", data_f=number,
        data_code=finding.code, tabindex="-1",
    )  # fmt: skip


def head_of(article: Article, number: int, finding: Finding) -> Html:
    """The number of a note, which leads to the words, how much it weighs, and the rule."""
    name = SEVERITIES[finding.severity][0]
    shown = str(number + 1)
    if is_about_the_text(finding):
        about = f"{shown}: to the words of this {name}"
        mark = el("a", shown, class_="num", href=f"#r{article.number}-{number}", aria_label=about)
    else:
        mark = el("span", shown, class_="num")
    code = el("span", finding.code, class_="code", title=finding.rule)
    return el("p", mark, " ", el("b", name.capitalize(), class_="sev"), " ", code, class_="head")


def sentence(words: str) -> str:
    """A message with a capital, where it begins with a word and not with what is written in a file."""
    shown = printable(words)
    first = shown.partition(" ")[0]
    return shown[0].upper() + shown[1:] if first.isalpha() and first.islower() else shown


def words_of(place: Place) -> str:
    """The words at another place; nothing where markup is between them."""
    words = place.words.strip()
    return f"“{shorten(printable(words), MAX_WORDS)}” " if words and "]{" not in words else ""


def place_in_words(article: Article, place: Place) -> str:
    """Where something is in the files; the file is left out where it is that of the article."""
    where = f"line {place.position.line}, column {place.position.column}"
    return where if place.path in (None, article.document.path) else f"{printable(place.path or '')}, {where}"


def severities_in_words(findings: tuple[Finding, ...]) -> Html:
    """How many findings there are of each severity, the worst first."""
    parts = []
    for severity, (one, several) in SEVERITIES.items():
        count = sum(finding.severity is severity for finding in findings)
        if count:
            parts.append(el("span", f"{count:,} {one if count == 1 else several}", class_=f"tally {severity.value}"))
    return Html(" ".join(parts)) if parts else el("span", "no findings", class_="tally none")
