"""The times of an article in order, with the gaps between them and the day of publication."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts.model import Time
from newsfacts.statements import day_of
from newsfacts.text.printable import printable
from newsfacts.values.times.prose import say_time
from newsfacts.values.times.times import TimeInterval
from newsfacts.view.articles import Article
from newsfacts.view.describing import quoted
from newsfacts.view.markup import Html, el

__all__ = ["gap_in_words", "timeline_of"]

MAX_WORDS = 80

_DAY = 86_400
_UNITS = ((365 * _DAY, "year"), (30 * _DAY, "month"), (_DAY, "day"))


@attrs.frozen
class Moment:
    """A place on the line: where it begins, in seconds, and what is shown there."""

    second: int
    words: str
    shown: Html
    is_publication: bool = False


def timeline_of(article: Article) -> Iterator[Html]:
    """The line as a list; nothing where the text has no time that is resolved."""
    moments = sorted(_moments(article), key=lambda moment: moment.second)
    if not moments:
        return
    if (published := article.document.published) is not None:
        day = day_of(published)
        moments.append(Moment(day.lower or 0, say_time(day), el("span", "published"), True))
        moments.sort(key=lambda moment: moment.second)
    items = []
    before: Moment | None = None
    for moment in moments:
        gap = gap_in_words(moment.second - before.second) if before is not None else ""
        if gap:
            items.append(el("li", el("small", gap), class_="gap"))
        items.append(
            el("li", el("b", moment.words), " ", moment.shown, class_="published" if moment.is_publication else None)
        )
        before = moment
    yield el("ol", *items, class_="timeline")


def _moments(article: Article) -> Iterator[Moment]:
    for time in article.document.times:
        value = time.value
        if isinstance(value, TimeInterval):
            second = value.lower if value.lower is not None else value.upper
            if second is not None:
                yield Moment(int(second), say_time(value), _link(article, time))


def _link(article: Article, time: Time) -> Html:
    words = quoted(time.text, MAX_WORDS)
    about = f" {printable(time.of.name)}" if time.of is not None else ""
    number = article.document.index(time)
    shown = el("a", words, href=article.anchor(time), data_to=number) if time.spans else el("span", words)
    return el("span", shown, el("small", about))


def gap_in_words(seconds: int) -> str:
    """How long it is to the next moment, in whole units; nothing for less than two days."""
    if seconds < 2 * _DAY:
        return ""
    for length, unit in _UNITS:
        if seconds >= 2 * length:
            return f"{seconds // length:,} {unit}s later"
    return ""
