"""What documents state with the counts of a measure: reading, interval, moment and voice of each, and which contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs

from newsfacts.model import Count, Document, Measure
from newsfacts.statements import Statement, same_moment, statements
from newsfacts.values import Interval, Policy
from newsfacts.values.comparison import Agreement
from newsfacts.values.quantities.compare import compare
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import TimeInterval
from newsfacts.view.articles import Article

__all__ = ["MAX_COMPARED", "Stated", "contradictions", "stated_in", "voice_in_words"]

MAX_COMPARED = 150
"""How many statements of one measure are compared with each other: each is compared with each."""

OWN_VOICE = "the text itself"


@attrs.frozen
class Stated:
    """A count of a measure in an article: `low` and `high` are what it is taken to mean, None where there is no bound."""

    article: Article
    statement: Statement
    interval: Interval
    voice: str
    when: TimeInterval | None

    @property
    def count(self) -> Count:
        """The annotation."""
        return self.statement.count

    @property
    def moment(self) -> dt.datetime | None:
        """When it was so, or else when the article was published; None where neither is known."""
        if self.when is not None and self.when.start is not None:
            return self.when.start.replace(tzinfo=None)
        published = self.article.document.published
        if published is None:
            return None
        return dt.datetime(published.year, published.month, published.day)

    @property
    def when_in_words(self) -> str:
        """When it was so, as a person would write it."""
        return say_time(self.when) if self.when is not None else ""


def stated_in(article: Article, policy: Policy) -> dict[str, list[Stated]]:
    """The counts of each measure of a document that can be read, by the measure's id; levels only, not margins."""
    document = article.document
    found: dict[str, list[Stated]] = {}
    for statement in statements(document):
        measure = statement.measure
        if measure is None or statement.value.is_margin:
            continue
        as_of = statement.count.as_of
        when = as_of if isinstance(as_of, TimeInterval) else None
        stated = Stated(
            article, statement, statement.value.core(policy), voice_in_words(document, statement.voice), when
        )
        found.setdefault(measure.id, []).append(stated)
    return found


def voice_in_words(document: Document, voice: Sequence[str]) -> str:
    """Who states it: names, or the words of a source that refers to no one; for the text's own voice, who published it."""
    if not voice:
        return document.outlet or OWN_VOICE
    names = [document.entities[id].name if id in document.entities else id for id in voice]
    return " and ".join("an unknown source" if name == "?" else name for name in names)


def contradictions(stated: Sequence[Stated], policy: Policy) -> set[int]:
    """The numbers of the statements that contradict another one: asserted, of one moment and place, and no number fits both.

    Statements without a moment are compared only within one article, or where both are published on one day.
    """
    wrong: set[int] = set()
    asserted = [(i, one) for i, one in enumerate(stated[:MAX_COMPARED]) if one.statement.asserted]
    for at, (i, one) in enumerate(asserted):
        for j, other in asserted[at + 1 :]:
            if is_of_one_moment(one, other) and (
                compare(one.statement.value, other.statement.value, policy, one_measure=True).verdict
                is Agreement.CONTRADICTION
            ):
                wrong |= {i, j}
    return wrong


def is_of_one_moment(one: Stated, other: Stated) -> bool:
    """Whether two statements are known to speak of the same moment and place."""
    if one.count.scope != other.count.scope or not same_moment(one.count, other.count):
        return False
    if one.when is not None or one.article is other.article:
        return True
    days = {each.article.document.published for each in (one, other)}
    return len(days) == 1 and None not in days


def by_measure(articles: Iterable[Article], policy: Policy) -> dict[str, tuple[Measure, list[Stated]]]:
    """The counts of each measure in several articles, by the measure's id."""
    found: dict[str, tuple[Measure, list[Stated]]] = {}
    for article in articles:
        for id, stated in stated_in(article, policy).items():
            measure = article.document.measures.get(id) or stated[0].statement.measure
            assert measure is not None  # `stated_in` lists counts of measures only
            found.setdefault(id, (measure, []))[1].extend(stated)
    return found
