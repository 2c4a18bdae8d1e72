"""What a web page says about itself: its title, and the day on which it was published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

__all__ = ["published_day", "title"]

MAX_JSON = 1_000_000
"""How many characters of structured data are looked at."""

_DATES = frozenset({
    "article:published_time", "datepublished", "date.published", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "citation_date",
    "citation_publication_date", "parsely-pub-date", "sailthru.date", "date", "og:published_time",
})  # fmt: skip
_DAY = re.compile(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def title(tree: Any) -> str | None:
    """The title for sharing, which leaves out the name of the site, or that of the window."""
    for meta in tree.css('meta[property="og:title"]'):
        words = " ".join((meta.attributes.get("content") or "").split())
        if words:
            return words
    found = tree.css_first("title")
    return " ".join((found.text() or "").split()) or None if found is not None else None


def published_day(tree: Any) -> dt.date | None:
    """The day that the page gives, None where it gives none or several."""
    days = {day for words in _dates(tree) if (day := _day(words)) is not None}
    return days.pop() if len(days) == 1 else None


def _dates(tree: Any) -> Iterator[str]:
    for meta in tree.css("meta[content]"):
        names = (meta.attributes.get(key) or "" for key in ("property", "name", "itemprop"))
        if any(name.lower() in _DATES for name in names):
            yield meta.attributes.get("content") or ""
    for element in tree.css('[itemprop="datePublished"]'):
        yield element.attributes.get("datetime") or element.attributes.get("content") or ""
    for element in tree.css("time[pubdate]"):
        yield element.attributes.get("datetime") or ""
    for script in tree.css('script[type="application/ld+json"]'):
        found = _PUBLISHED.search((script.text() or "")[:MAX_JSON])  # the first is that of the page
        if found is not None:
            yield found[1]


def _day(words: str) -> dt.date | None:
    found = _DAY.match(words)
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found is not None else None
    except ValueError:
        return None
