"""Several articles in one page: an overview, and every article behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsfacts.findings import Finding
from newsfacts.model import Annotation, Entity
from newsfacts.statements import day_of
from newsfacts.text.printable import printable
from newsfacts.values import Policy
from newsfacts.values.times.prose import say_time
from newsfacts.view.article import section_of, summary_of
from newsfacts.view.articles import Article
from newsfacts.view.chart import chart_of, legend_of, voice_numbers
from newsfacts.view.data import article_data
from newsfacts.view.describing import quoted
from newsfacts.view.markup import Html, el, join
from newsfacts.view.measures import MAX_COMPARED, Stated, by_measure, contradictions
from newsfacts.view.notes import SEVERITIES, severities_in_words
from newsfacts.view.page import page
from newsfacts.view.toolbar import back_to, toolbar

__all__ = ["index_page"]

MAX_WORDS = 200

SEARCH = el(
    "input", type="search", class_="find", placeholder="Find an article, a person, a measure, a rule",
    aria_label="Find in this overview", autocomplete="off", spellcheck="false",
)  # fmt: skip


def index_page(
    articles: Sequence[Article],
    policy: Policy,
    *,
    elsewhere: Sequence[Finding] = (),
    title: str = "Articles",
    live: bool = False,
) -> str:
    """A page with several articles. `elsewhere` are findings of factbooks, and those of comparing documents."""
    inside = [article for article in articles if not article.page]
    body = join([overview(articles, policy, elsewhere, title), *(section_of(article, policy) for article in inside)])
    tools = join([back_to("#"), toolbar(inside)]) if inside else None
    return page(title, body, data=[article_data(article, policy) for article in inside], tools=tools, live=live)


def overview(articles: Sequence[Article], policy: Policy, elsewhere: Sequence[Finding], title: str) -> Html:
    """What is in all articles together."""
    findings = (*elsewhere, *(finding for article in articles for finding in article.findings))
    number = f"{len(articles):,} article{'' if len(articles) == 1 else 's'}"
    parts = [
        part("Articles", list_of(articles)),
        part("Measures over time", measures(articles, policy)),
        part("People and what they are quoted with", people(articles)),
        part("Findings by rule", rules(articles, elsewhere)),
    ]
    tallies = el("p", number, " ", severities_in_words(findings), class_="sum")
    head = el("header", el("h1", title, id="index-title"), tallies, SEARCH)
    return el("div", head, *parts, class_="index")


def part(title: str, items: Iterator[Html]) -> Html:
    """A part with its heading; nothing where it is empty."""
    listed = [*items]
    return el("section", el("h2", title), *listed) if listed else Html("")


def list_of(articles: Sequence[Article]) -> Iterator[Html]:
    """Every article with its day, what is in it, and what was found."""
    rows = []
    for article in sorted(articles, key=lambda each: str(each.document.published or "")):
        document = article.document
        day = say_time(day_of(document.published)) if document.published else ""
        about = " · ".join(part for part in (day, printable(document.outlet or "")) if part)
        rows.append(el(
            "li", el("a", printable(article.title), href=f"{article.page}#d{article.number}", class_="headline"),
            el("p", el("span", about, class_="weak"), " ", severities_in_words(article.findings), " ", el("span", summary_of(document), class_="weak")),
        ))  # fmt: skip
    yield el("ol", *rows, class_="articles", role="list")


# -- Measures ----------------------------------------------------------------------------------------------------------


def measures(articles: Sequence[Article], policy: Policy) -> Iterator[Html]:
    """Every measure: its chart, and all statements of it in a table. Those with contradictions come first."""
    entries = []
    for measure, stated in by_measure(articles, policy).values():
        ordered = sorted(
            stated,
            key=lambda one: (
                (one.moment is None, one.moment, one.article.number) if one.moment else (True, one.article.number, 0)
            ),
        )
        wrong = contradictions(ordered, policy)
        entries.append((not wrong, -len(ordered), measure_entry(printable(measure.name), ordered, wrong)))
    for _, _, entry in sorted(entries, key=lambda each: each[:2]):
        yield entry


def measure_entry(name: str, stated: Sequence[Stated], wrong: set[int]) -> Html:
    """One measure."""
    voices = voice_numbers(stated)
    head = ("Words", "Taken as", "When", "Who says it", "Article")
    rows = []
    for number, one in enumerate(stated):
        state = [el("span", "contradicts another", class_="clash")] if number in wrong else []
        state += [] if one.statement.asserted else [el("span", "not asserted", class_="weak")]
        moment = one.when_in_words or (f"published {one.moment.date().isoformat()}" if one.moment else "")
        rows.append(el(
            "tr", el("td", link(one.article, one.count)), el("td", one.interval.words(), " ", *state), el("td", moment),
            el("td", el("span", printable(one.voice), class_=f"voice-of v{voices[one.voice]}")), el("td", printable(one.article.title)),
        ))  # fmt: skip
    table = el(
        "div",
        el("table", el("thead", el("tr", *(el("th", words, scope="col") for words in head))), el("tbody", *rows)),
        class_="scroll",
        tabindex="0",
        role="region",
        aria_label=f"Statements: {name}",
    )
    chart = chart_of(stated, wrong, name)
    more = (
        el("p", f"Only the first {MAX_COMPARED} are compared with each other.", class_="weak")
        if len(stated) > MAX_COMPARED
        else Html("")
    )
    shown = el("figure", chart, legend_of(stated)) if chart else Html("")
    return el("div", el("h3", name), shown, table, more, class_="measure")


# -- People ------------------------------------------------------------------------------------------------------------


@attrs.define
class Person:
    """An entity of several articles, and what it is quoted with."""

    entity: Entity
    said: list[tuple[Article, Annotation]] = attrs.field(factory=list)


def people(articles: Sequence[Article]) -> Iterator[Html]:
    """Everyone who is quoted: the quotes in the order of the articles. One id and one name are one person."""
    found: dict[tuple[str, str], Person] = {}
    for article in articles:
        for quote in article.document.quotes:
            for entity in article.document.speakers(quote):
                found.setdefault((entity.id, entity.name), Person(entity)).said.append((article, quote))
    for person in sorted(found.values(), key=lambda each: -len(each.said)):
        items = (
            el("li", link(article, quote), el("small", f" {printable(article.title)}"))
            for article, quote in person.said
        )
        number = f"{len(person.said)} quote{'' if len(person.said) == 1 else 's'}"
        summary = el("summary", el("b", printable(person.entity.name)), " ", el("span", number, class_="n"))
        yield el("details", summary, el("ul", *items, class_="said"), class_="entry")


# -- Findings ----------------------------------------------------------------------------------------------------------


def rules(articles: Sequence[Article], elsewhere: Sequence[Finding]) -> Iterator[Html]:
    """The findings of each rule, the worst first; each leads to its note."""
    found: dict[tuple[int, str, str], list[Html]] = {}
    for finding in elsewhere:
        where = el("small", f" {printable(finding.path or '')} {finding.position or ''}")
        found.setdefault(key_of(finding), []).append(el("li", printable(finding.message), where))
    for article in articles:
        for number, finding in enumerate(article.findings):
            note = el("a", printable(finding.message), href=f"{article.page}#f{article.number}-{number}")
            found.setdefault(key_of(finding), []).append(el("li", note, el("small", f" {printable(article.title)}")))
    names = {severity.rank: (severity, words[0]) for severity, words in SEVERITIES.items()}
    for (rank, code, rule), items in sorted(found.items(), key=lambda each: (each[0][0], -len(each[1]), each[0][1])):
        severity, name = names[-rank]
        summary = el(
            "summary",
            el("span", name, class_=f"tally {severity.value}"),
            " ",
            el("b", rule.replace("-", " ")),
            " ",
            el("span", f"{code}, {len(items):,}×", class_="n"),
        )
        yield el("details", summary, el("ul", *items, class_="said"), class_="entry")


def key_of(finding: Finding) -> tuple[int, str, str]:
    """What findings are grouped by, and in which order."""
    return (-finding.severity.rank, finding.code, finding.rule)


def link(article: Article, annotation: Annotation) -> Html:
    """A link to words of an article."""
    words = quoted(annotation.text, MAX_WORDS)
    return el("a", words, href=article.page + article.anchor(annotation)) if annotation.spans else el("span", words)
