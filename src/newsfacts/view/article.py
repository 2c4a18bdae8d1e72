"""One article as a page: its head, its text with the notes, and the panel."""

from __future__ import annotations

from collections import Counter

from newsfacts.model import Document
from newsfacts.reviewing.deciding import tally
from newsfacts.statements import day_of
from newsfacts.text.printable import printable
from newsfacts.text.source import SourceText
from newsfacts.values import Policy
from newsfacts.values.level import Level
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import TimeInterval
from newsfacts.view.articles import Article
from newsfacts.view.data import article_data
from newsfacts.view.markup import Html, el, join
from newsfacts.view.notes import severities_in_words
from newsfacts.view.page import page
from newsfacts.view.panel import panel_of
from newsfacts.view.text import text_of
from newsfacts.view.toolbar import back_to, toolbar

__all__ = ["INDEX", "article_page", "section_of"]

INDEX = "index.html"
"""The overview, where every article has a file of its own."""


def article_page(article: Article, policy: Policy, *, live: bool = False) -> str:
    """A page with one article."""
    bar = toolbar([article])
    tools = join([back_to(INDEX), bar]) if article.page else bar
    data = [article_data(article, policy)]
    return page(article.title, section_of(article, policy), data=data, tools=tools, live=live)


def section_of(article: Article, policy: Policy) -> Html:
    """The article as a part of a page."""
    number = article.number
    text = el(
        "div",
        text_of(article, policy),
        class_="text",
        tabindex="0",
        role="group",
        aria_label="Text. Arrow keys go through its annotations.",
        data_doc=number,
    )
    return el(
        "article", head_of(article), el("div", text, panel_of(article, policy), class_="columns"),
        class_="doc", id=f"d{number}", aria_labelledby=f"t{number}",
    )  # fmt: skip


def head_of(article: Article) -> Html:
    """Headline, outlet, day and authors, and what was found."""
    document = article.document
    about = [printable(words) for words in (document.outlet, *document.author) if words]
    if document.published is not None:
        about.append(say_time(day_of(document.published)))
    skipped = len(article.result.skipped)
    tallies = [severities_in_words(article.findings)]
    if skipped:
        tallies.append(el("span", f"{skipped:,} not checked", class_="tally weak"))
    if document.title and document.path:
        about.append(printable(document.path))
    return el(
        "header",
        el("p", " · ".join(about), class_="kicker") if about else Html(""),
        el("h1", printable(article.title), id=f"t{article.number}", lang=article.lang, dir="auto"),
        el("p", join(tallies, " "), " ", el("span", summary_of(document), class_="weak"), class_="sum"),
        proposals_of(document),
        corrections_of(document),
        skipped_of(article),
    )


def proposals_of(document: Document) -> Html:
    """How many proposals of a draft are left, and how to decide about them."""
    left = tally(document)
    if not left:
        return Html("")
    total = sum(left.values())
    parts = ", ".join(f"{left[level]:,} {level}" for level in Level if left.get(level))
    where = SourceText(document.layout.source).sha256 if document.layout is not None else None
    return el(
        "div",
        el("p", el("b", f"{total:,} proposal{'' if total == 1 else 's'} left"), f": {parts}", class_="left"),
        el("button", "Next proposal", type="button", class_="only next"),
        el("p", STATIC, class_="how weak"),
        class_="proposals",
        data_path=document.path,
        data_sha=where,
        data_sure=left.get(Level.SURE, 0),
    )


STATIC = (
    "This page only shows them. To accept, change or reject them: newsfacts view --serve, an editor with newsfacts lsp, or "
    "newsfacts draft --accept sure."
)
"""What a page without a server says about proposals."""


def summary_of(document: Document) -> str:
    """How many annotations there are of the kinds that matter."""
    numbers = [
        ("claim", len(document.claims)),
        ("quote", len(document.quotes)),
        ("count", len(document.counts)),
        ("time", len(document.times)),
    ]
    return ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for noun, number in numbers if number)


def corrections_of(document: Document) -> Html:
    """The correction notes of the article: when, what was wrong, what is right, and where."""
    items = []
    for correction in document.corrections:
        when = f", {say_time(correction.date)}" if isinstance(correction.date, TimeInterval) else ""
        parts = [
            f"“{printable(correction.was)}” was wrong" if correction.was else "",
            f"“{printable(correction.now)}” is right" if correction.now else "",
            printable(correction.where or ""),
        ]
        items.append(el("li", el("b", f"Correction{when}: "), "; ".join(part for part in parts if part)))
    return el("ul", *items, class_="corrections") if items else Html("")


def skipped_of(article: Article) -> Html:
    """What could not be checked, and why: that nothing was found does not say that it is right."""
    groups = Counter((one.code, one.reason) for one in article.result.skipped)
    if not groups:
        return Html("")
    items = (
        el("li", el("span", code, class_="code"), f" {printable(reason)}", f" ({count:,}×)" if count > 1 else "")
        for (code, reason), count in sorted(groups.items())
    )
    return el("details", el("summary", "What could not be checked"), el("ul", *items), class_="skipped")
