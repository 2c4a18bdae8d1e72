"""The text of an article as it reads, with its annotations and its findings, and the notes next to their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsfacts.findings import Finding
from newsfacts.model import Claim, Document, Listing, Quote, UnknownKind, Verdict
from newsfacts.text.printable import printable, shorten
from newsfacts.values import Policy
from newsfacts.view.articles import Article, is_about_the_text
from newsfacts.view.blocks import blocks
from newsfacts.view.marked import Drawing, Piece, pieces_of
from newsfacts.view.markup import Html, el, join
from newsfacts.view.notes import note_of
from newsfacts.view.readings import reading_of

__all__ = ["row", "text_of"]

KINDS = frozenset(
    [
        "mention",
        "source",
        "addressee",
        "medium",
        "item",
        "cue",
        "quote",
        "claim",
        "attribution",
        "listing",
        "count",
        "time",
        "aside",
        "verdict",
    ]
)
"""Kinds with a look of their own; all others share one."""

MAX_LINES = 5
"""How many lines are drawn under nested claims; those further out share the last."""

MAX_READING = 40
"""How long a reading that is shown in the text may be."""


def text_of(article: Article, policy: Policy) -> Html:
    """The paragraphs, each with the notes on its words; first the notes that are about none."""
    document = article.document
    findings = article.findings
    notes = [note_of(article, number, finding) for number, finding in enumerate(findings)]
    drawing = Drawing(document.text, [*pieces(article, policy), *pieces_of_findings(article, findings)])
    rows = [row(Html(""), [note for note, one in zip(notes, findings, strict=True) if not is_about_the_text(one)])]
    waiting = [(one.spans[0].start, note) for note, one in zip(notes, findings, strict=True) if is_about_the_text(one)]
    waiting.reverse()
    for block in blocks(document.source_text):
        marked = drawing.block(block)
        here = []
        while waiting and waiting[-1][0] < block.end:
            here.append(waiting.pop()[1])
        rows.append(
            row(el("p", marked, class_="verse" if block.keeps_lines else None, lang=article.lang, dir="auto"), here)
        )
    rows.append(row(Html(""), [note for _, note in reversed(waiting)]))
    if drawing.left_out:
        words = f"{drawing.left_out:,} annotations are inside so many others that they are not drawn."
        rows.append(row(el("p", words, class_="left-out"), []))
    return join(rows)


def row(words: Html, notes: list[Html]) -> Html:
    """A paragraph and the notes next to it."""
    if not words and not notes:
        return Html("")
    listed = el("ol", *notes, class_="notes", role="list") if notes else Html("")
    return el("div", words, listed, class_="row")


# -- Annotations -------------------------------------------------------------------------------------------------------


def pieces(article: Article, policy: Policy) -> Iterator[Piece]:
    """Every annotation that has a place, as what is drawn of it."""
    document = article.document
    lines = document.derived(line_numbers)
    ratings = document.derived(ratings_of)
    for number, annotation in enumerate(document.annotations):
        if not annotation.spans:
            continue
        name = annotation.KIND if annotation.KIND in KINDS else "own"
        classes = f"a k-{name}"
        if annotation.draft is not None:
            classes += " draft"
        if line := lines.get(number):
            classes += f" h{min(line, MAX_LINES)}"
        shown = reading_of(annotation, policy) or ratings.get(number)
        after = f'<span class="r r-{name}" data-r="{join([shorten(shown, MAX_READING)])}"></span>' if shown else ""
        yield from pieces_of(
            annotation.spans,
            number + 1,
            f'<span class="{classes}" id="a{article.number}-{number}" data-a="{number}" tabindex="-1">',
            f'<span class="{classes} again" data-a="{number}">',
            after,
        )


def line_numbers(document: Document) -> Mapping[int, int]:
    """For claims, listings and kinds of schemas: which line under the words is theirs; inner ones are nearer to the words."""
    found: dict[int, int] = {}
    deepest: dict[int, int] = {}
    for number in range(len(document.annotations) - 1, -1, -1):  # inner ones come after those they are in
        annotation = document.annotations[number]
        line = deepest.get(number, 0)
        if isinstance(annotation, Claim | Listing | UnknownKind) or annotation.KIND not in KINDS:
            line += 1
            found[number] = line
        parent = document.parents[number]
        deepest[parent] = max(deepest.get(parent, 0), line)
    return found


def ratings_of(document: Document) -> Mapping[int, str]:
    """The words of the verdict on each claim or quote that has one; the last one counts."""
    rated: dict[int, Verdict] = {}
    for verdict in document.verdicts:
        if isinstance(verdict.of, Claim | Quote):
            rated[document.index(verdict.of)] = verdict
    return {number: f"verdict: {printable(verdict.words)}" for number, verdict in rated.items() if verdict.words}


# -- Findings ----------------------------------------------------------------------------------------------------------


def pieces_of_findings(article: Article, findings: tuple[Finding, ...]) -> Iterator[Piece]:
    """The words of every finding; around annotations of the same extent."""
    for number, finding in enumerate(findings):
        if not is_about_the_text(finding):
            continue
        look = f"f {finding.severity.value}"
        label = f"{finding.severity.value} {number + 1}"
        yield from pieces_of(
            finding.spans,
            0,
            f'<span class="{look}" data-f="{number}">',
            f'<span class="{look}" data-f="{number}">',
            f'<a class="ref {finding.severity.value}" id="r{article.number}-{number}" '
            f'href="#f{article.number}-{number}" data-f="{number}" aria-label="{label}" data-n="{number + 1}"></a>',
        )
