"""From files to what is shown: every document with its result, and what was found elsewhere."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.checking.files import Across
from newsfacts.checking.one_file import FileChecker
from newsfacts.errors import NewsfactsError
from newsfacts.findings import Finding, ReaderCode
from newsfacts.model import Document
from newsfacts.values import Policy
from newsfacts.view.article import INDEX, article_page
from newsfacts.view.articles import Article
from newsfacts.view.index import index_page

__all__ = ["ArticleReader", "Collected", "collect_files", "collect_text", "page_of_all", "pages_of_all"]


@attrs.define
class Collected:
    """The articles of a page. `elsewhere` are findings of factbooks, schema files and of comparing documents."""

    articles: list[Article] = attrs.field(factory=list)
    elsewhere: list[Finding] = attrs.field(factory=list)
    unreadable: list[Finding] = attrs.field(factory=list)

    def add(self, articles: Iterable[Article], reported: Iterable[Finding]) -> None:
        """Add the articles of a file, with those of their findings that are reported; others are about none of them."""
        wanted = {key_of(finding): finding for finding in reported}
        for article in articles:
            kept = tuple(
                finding for finding in article.result.findings if wanted.pop(key_of(finding), None) is not None
            )
            result = attrs.evolve(article.result, findings=kept)
            self.articles.append(attrs.evolve(article, result=result, number=len(self.articles)))
        self.elsewhere += wanted.values()


def key_of(finding: Finding) -> Hashable:
    """What makes a finding of a file the same as one that was found when it was read before."""
    place = finding.place
    return (finding.code, finding.message, None if place is None else (place.path, place.start, place.end))


@attrs.frozen
class ArticleReader:
    """Reads files again, for a report that shows their text. `text` is that of standard input, where `path` names it."""

    checker: FileChecker
    path: str | None = None
    text: str = ""

    @staticmethod
    def of(
        configuration: Configuration, format: str | None = None, *, path: str | None = None, text: str = ""
    ) -> ArticleReader:
        """Raises `UsageError` where the configuration names what does not exist."""
        return ArticleReader(FileChecker.of(configuration, format), path, text)

    def __call__(self, path: str) -> list[Article]:
        """The articles of a file; none where it can no longer be read, so that its findings are shown without it."""
        found = Collected()
        try:
            documents = (
                self.checker.documents_of(self.text, path) if path == self.path else self.checker.documents(path)
            )
            add_documents(found, documents, self.checker)
        except (NewsfactsError, OSError):
            return []
        return found.articles


def collect_files(files: Sequence[str], configuration: Configuration, *, format: str | None = None) -> Collected:
    """Read and check files, and compare their documents. Whatever is wrong with a file is among the findings.

    Raises `UsageError` for a configuration that names what does not exist.
    """
    from newsfacts.checking.across import collect

    checker = FileChecker.of(configuration, format)
    found = Collected()
    with Across(checker.plan) as across:
        for path in files:
            before = len(found.articles)
            if not checker.has_documents(path):
                found.elsewhere += checker.check_file(path).result.findings
                continue
            try:
                add_documents(found, checker.documents(path), checker)
            except (NewsfactsError, OSError):
                found.unreadable += checker.check_file(path).result.findings
                continue
            if checker.plan.compares:
                across.add([
                    collect(article.document, checker.plan, number=number)
                    for number, article in enumerate(found.articles[before:])
                ])  # fmt: skip
        together = across.result()
    if together is not None:
        found.elsewhere += together.findings
    return found


def collect_text(text: str, path: str, configuration: Configuration, *, format: str | None = None) -> Collected:
    """The same for a text that came from standard input."""
    checker = FileChecker.of(configuration, format)
    found = Collected()
    add_documents(found, checker.documents_of(text, path), checker)
    return found


def add_documents(found: Collected, documents: Iterable[Document], checker: FileChecker) -> None:
    """Check documents; one that could not be read at all is only a finding."""
    for document in documents:
        result = check(document, checker.plan)
        unreadable = [one for one in result.findings if one.code == ReaderCode.UNREADABLE_FILE]
        if unreadable and not document.text:
            found.unreadable += unreadable
        else:
            found.articles.append(Article(document, result, len(found.articles)))


def pages_of_all(collected: Collected, policy: Policy | None, *, title: str | None = None) -> Iterator[tuple[str, str]]:
    """The name and the text of every file of a folder: the overview, and a page for each article."""
    values = policy if policy is not None else Policy.profile("news")
    digits = len(str(len(collected.articles)))
    articles = [
        attrs.evolve(article, number=0, page=f"article-{number:0{digits}d}.html")
        for number, article in enumerate(collected.articles, 1)
    ]
    elsewhere = [*collected.unreadable, *collected.elsewhere]
    yield INDEX, index_page(articles, values, elsewhere=elsewhere, title=title or "Articles")
    for article in articles:
        yield article.page, article_page(article, values)


def page_of_all(collected: Collected, policy: Policy | None, *, title: str | None = None, live: bool = False) -> str:
    """One article alone, or several with an overview."""
    values = policy if policy is not None else Policy.profile("news")
    if len(collected.articles) == 1 and not collected.elsewhere:
        return article_page(collected.articles[0], values, live=live)
    return index_page(
        collected.articles,
        values,
        elsewhere=[*collected.unreadable, *collected.elsewhere],
        title=title or "Articles",
        live=live,
    )
