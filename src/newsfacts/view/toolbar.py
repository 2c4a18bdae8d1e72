"""The bar of a page: which layers are shown, which findings, and in what light."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsfacts.findings import Severity
from newsfacts.view.articles import Article
from newsfacts.view.markup import Html, el
from newsfacts.view.notes import SEVERITIES

__all__ = ["LAYERS", "back_to", "buttons_of", "toolbar"]

LAYERS = {
    "who": "Who says it",
    "quote": "Quotes",
    "claim": "Claims",
    "count": "Counts",
    "time": "Times",
    "mention": "Names",
    "reading": "Readings",
}
"""The layers by the name of their class, and what they are called."""


def toolbar(articles: Sequence[Article]) -> Html:
    """The buttons of the layers, and of the severities that occur."""
    found = {finding.severity for article in articles for finding in article.findings}
    severities = {each.value: SEVERITIES[each][1].capitalize() for each in Severity if each in found}
    return buttons_of({**LAYERS, **severities})


def back_to(address: str) -> Html:
    """The link from an article to the overview."""
    return el("a", "All articles", href=address, class_="back" if address.startswith("#") else "back shown")


def buttons_of(layers: Mapping[str, str]) -> Html:
    """A button for each layer, by the name of its class."""
    buttons = [
        el("button", label, type="button", class_=f"layer l-{name}", data_layer=name, aria_pressed="true")
        for name, label in layers.items()
    ]
    return el("div", *buttons, class_="layers", role="group", aria_label="What is shown")
