"""Documents and results as a notebook shows them."""

from __future__ import annotations

from newsfacts.checking.document import Result, check
from newsfacts.findings import Finding
from newsfacts.model import Document
from newsfacts.values import Policy
from newsfacts.view.articles import Article
from newsfacts.view.collecting import Collected, page_of_all
from newsfacts.view.markup import el, join
from newsfacts.view.page import page, page_in_notebook

__all__ = ["document_in_notebook", "result_in_notebook"]


def document_in_notebook(document: Document) -> str:
    """A document, with what a check of it finds under the default configuration."""
    return shown([Article(document, check(document))], [])


def result_in_notebook(result: Result) -> str:
    """The documents of a result, each with its findings; of a result of files, which keeps none, a list of its findings."""
    if result.document is not None:
        return shown([Article(result.document, result)], [])
    if result.parts:
        articles = [
            Article(part.document, part, number)
            for number, part in enumerate(result.parts)
            if part.document is not None
        ]
        known = {id(finding) for part in result.parts for finding in part.findings}
        return shown(articles, [finding for finding in result.findings if id(finding) not in known])
    listed = join([el("li", str(finding)) for finding in result.findings])
    words = el("ul", listed) if listed else el("p", "Nothing was found.")
    return page_in_notebook("Findings", page("Findings", el("div", el("h1", "Findings"), words, class_="index")))


def shown(articles: list[Article], elsewhere: list[Finding]) -> str:
    """Articles in a frame."""
    whole = page_of_all(Collected(articles, elsewhere), Policy.profile("news"))
    return page_in_notebook(articles[0].title if len(articles) == 1 else "Articles", whole)
