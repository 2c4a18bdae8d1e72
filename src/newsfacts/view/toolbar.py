"""The bar of a page: which layers are shown, which findings, and in what light."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.findings import Severity
from newsfacts.view.articles import Article
from newsfacts.view.markup import Html, el
from newsfacts.view.notes import SEVERITIES

__all__ = ["LAYERS", "toolbar"]

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
    buttons = [
        el("button", label, type="button", class_=f"layer l-{name}", data_layer=name, aria_pressed="true")
        for name, label in LAYERS.items()
    ]
    found = {finding.severity for article in articles for finding in article.findings}
    for severity in Severity:
        if severity in found:
            words = SEVERITIES[severity][1].capitalize()
            buttons.append(
                el(
                    "button",
                    words,
                    type="button",
                    class_=f"layer l-{severity.value}",
                    data_layer=severity.value,
                    aria_pressed="true",
                )
            )
    return el("div", *buttons, class_="layers", role="group", aria_label="What is shown")
