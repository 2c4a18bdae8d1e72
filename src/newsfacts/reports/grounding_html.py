"""The report of grounding as one HTML page: the text with every item marked, and what the sources say about it.

The page loads nothing and runs no script.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from newsfacts.grounding.results import Grounding, GroundItem, GroundOutcome
from newsfacts.reports.grounding_data import summary_of

__all__ = ["render_page"]

_CLASSES = {
    GroundOutcome.SUPPORTED: "ok", GroundOutcome.CONTRADICTED: "bad", GroundOutcome.SAYS_MORE: "warn",
    GroundOutcome.UNLIKE: "warn", GroundOutcome.NOT_FOUND: "none", GroundOutcome.NOT_CHECKED: "open",
}  # fmt: skip
_STYLE = """
body { font: 17px/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
.text { white-space: pre-wrap; } mark { padding: 0 .15em; border-radius: .2em; color: inherit; }
.ok { background: #d9f2df; } .bad { background: #ffd3d0; } .warn { background: #ffe9bd; } .none { background: #e4e4f7; }
.open { background: #ececec; } li { margin: .8rem 0; } blockquote { margin: .3rem 0; color: #555; } sup a { text-decoration: none; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616; } mark { color: #111; } blockquote { color: #aaa; } }
"""


def render_page(grounding: Grounding) -> Iterator[str]:
    """The page, piece by piece."""
    title = escape(grounding.path or "text")
    counts = ", ".join(f"{count} {name}" for name, count in summary_of(grounding).items())
    yield (
        f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>{title} against its sources</title>\n'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>\n'
        f"<h1>{title}</h1>\n<p>{escape(counts)}</p>\n"
    )
    yield f'<div class="text">{"".join(_marked(grounding))}</div>\n<ol>\n'
    for number, item in enumerate(grounding.items, 1):
        yield _entry(item, number)
    yield "</ol>\n"
    if grounding.left_out:
        yield "<h2>Left out</h2>\n<ul>\n"
        yield from (f"<li>{escape(one.words)}: {escape(one.why)}</li>\n" for one in grounding.left_out)
        yield "</ul>\n"
    yield "</html>\n"


def _marked(grounding: Grounding) -> Iterator[str]:
    """The text with its items marked; of two items at one place, the first."""
    at = 0
    for number, item in enumerate(grounding.items, 1):
        if item.span.start < at:
            continue
        yield escape(grounding.text[at : item.span.start])
        words = escape(item.span.slice(grounding.text))
        name = _CLASSES[item.outcome]
        yield f'<mark class="{name}" title="{escape(str(item.outcome))}">{words}</mark><sup><a href="#i{number}">{number}</a></sup>'
        at = item.span.end
    yield escape(grounding.text[at:])


def _entry(item: GroundItem, number: int) -> str:
    source = ""
    if item.source is not None:
        where = escape(item.source.place.with_path)
        source = f"<blockquote>{escape(item.source.sentence_words)} <small>({where})</small></blockquote>"
    name = _CLASSES[item.outcome]
    return (
        f'<li id="i{number}"><mark class="{name}">{escape(str(item.outcome))}</mark> <b>{escape(item.words)}</b> '
        f"{escape(item.why)}{source}</li>\n"
    )
