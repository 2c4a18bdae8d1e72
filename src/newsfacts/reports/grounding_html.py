"""The report of grounding as one HTML page: the text with every item marked, and what the sources say next to it.

The shell, the drawing and the look of notes are those of `newsfacts view`.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.grounding.results import Grounding, GroundItem, GroundOutcome
from newsfacts.reports.grounding_data import gaps_of, summary_of
from newsfacts.text.printable import printable
from newsfacts.text.source import SourceText
from newsfacts.view.blocks import blocks
from newsfacts.view.marked import Drawing, Piece, pieces_of
from newsfacts.view.markup import Html, el, join
from newsfacts.view.notes import sentence
from newsfacts.view.page import page
from newsfacts.view.text import row
from newsfacts.view.toolbar import buttons_of

__all__ = ["render_page"]

_LOOKS = {
    GroundOutcome.CONTRADICTED: "error", GroundOutcome.SAYS_MORE: "warning", GroundOutcome.UNLIKE: "warning",
    GroundOutcome.NOT_FOUND: "warning", GroundOutcome.NOT_CHECKED: "info", GroundOutcome.SUPPORTED: "held",
}  # fmt: skip
_LAYERS = {"error": "Contradicted", "warning": "Not supported", "info": "Not checked", "held": "Supported"}


def render_page(grounding: Grounding) -> Iterator[str]:
    """The whole page."""
    title = printable(grounding.path or "text")
    found = {_LOOKS[item.outcome] for item in grounding.items}
    tools = buttons_of({name: label for name, label in _LAYERS.items() if name in found})
    counts = ", ".join(f"{count} {name}" for name, count in summary_of(grounding).items())
    sources = ", ".join(printable(document.path or "a text") for document in grounding.sources)
    head = el(
        "header",
        el("p", f"Sources: {sources}", class_="kicker"),
        el("h1", title, id="t0"),
        el("p", counts, class_="sum weak"),
        *(el("p", printable(gap), class_="sum weak") for gap in _gaps(grounding)),
    )
    text = el("div", *_rows(grounding), class_="text", data_doc=0)
    body = el("article", head, text, _left_out(grounding), class_="doc", id="d0", aria_labelledby="t0")
    yield page(f"{title} against its sources", body, data=[[]], tools=tools)


def _gaps(grounding: Grounding) -> list[str]:
    """What could not be read of the sources: what is not found may be there."""
    return [*map(str, grounding.refused), *gaps_of(grounding)]


def _rows(grounding: Grounding) -> Iterator[Html]:
    """The paragraphs, each with the notes on its items."""
    drawing = Drawing(grounding.text, [piece for pair in enumerate(grounding.items) for piece in _pieces(*pair)])
    waiting = sorted(enumerate(grounding.items), key=lambda pair: pair[1].span.start, reverse=True)
    for block in blocks(SourceText(grounding.text)):
        marked = el("p", drawing.block(block), class_="verse" if block.keeps_lines else None)
        here = []
        while waiting and waiting[-1][1].span.start < block.end:
            here.append(_note(*waiting.pop()))
        yield row(marked, here)
    yield row(Html(""), [_note(*pair) for pair in reversed(waiting)])


def _pieces(number: int, item: GroundItem) -> Iterator[Piece]:
    """What is drawn of an item."""
    look = _LOOKS[item.outcome]
    opening = f'<span class="f {look}" data-f="{number}">'
    name = f"{number + 1}, {item.outcome}"
    reference = el(
        "a",
        class_=f"ref {look}",
        id=f"r0-{number}",
        href=f"#f0-{number}",
        data_f=number,
        aria_label=name,
        data_n=number + 1,
    )
    return pieces_of([item.span], number, opening, opening, reference)


def _note(number: int, item: GroundItem) -> Html:
    """What the sources say about an item."""
    look = _LOOKS[item.outcome]
    shown = str(number + 1)
    mark = el("a", shown, class_="num", href=f"#r0-{number}", aria_label=f"{shown}: to these words")
    code = el("span", item.rule, class_="code") if item.rule else Html("")
    parts = [el("p", mark, " ", el("b", str(item.outcome).capitalize(), class_="sev"), " ", code, class_="head")]
    parts.append(el("p", sentence(item.why), class_="message"))
    if item.help and item.source is None:  # otherwise it repeats the words of the source
        parts.append(el("p", sentence(item.help), class_="help"))
    if item.source is not None:
        where = _breakable(printable(item.source.place.with_path))
        words = el("blockquote", printable(item.source.sentence_words))
        if item.outcome is GroundOutcome.SUPPORTED:
            parts.append(el("details", el("summary", el("small", where)), words))
        else:
            parts += [words, el("p", el("small", where), class_="place")]
    return el("li", *parts, class_=f"note {look}", id=f"f0-{number}", data_f=number, tabindex="-1")


def _breakable(path: str) -> Html:
    """A path that a line may end in after each of its folders."""
    return join(path.split("/"), Html("/<wbr>"))


def _left_out(grounding: Grounding) -> Html:
    """What was not looked for, and why."""
    items = [el("li", f"{printable(one.words)}: {printable(one.why)}") for one in grounding.left_out]
    if not items:
        return Html("")
    return el("details", el("summary", f"{len(items):,} left out"), el("ul", join(items)), class_="skipped")
