"""`draft`: a document of a plain text whose annotations are proposals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from newsfacts.drafting.engines import get_engine
from newsfacts.drafting.proposals import Part, Proposals, built
from newsfacts.drafting.results import RANK
from newsfacts.editing.draft import Draft
from newsfacts.errors import UsageError
from newsfacts.model import Document, Factbook
from newsfacts.text.languages import likely_language
from newsfacts.text.markdown_spans import Markup
from newsfacts.text.suggestions import suggestion
from newsfacts.values.languages import is_english
from newsfacts.values.level import Level

__all__ = ["accept", "draft"]


def draft(
    text: str,
    *,
    published: dt.date | None = None,
    factbook: Factbook | None = None,
    level: Level | str = Level.LIKELY,
    only: Iterable[Part | str] | None = None,
    engine: str = "rules",
    markup: Markup = "text",
    **header: Any,
) -> Document:
    """A document of a plain text with proposals to correct: each annotation has `draft=` and is reported until it is taken out.

    Proposed are attributions with source, cue and content, quotes, counts with measures, times, mentions with entities,
    ages, listings and asides; `only` limits them, and `level` is the least sure that is still proposed. `published`
    resolves times; a `factbook` has entities and measures that are recognized by their names. With `markup` "markdown", code
    and the numbers of lists are left out. `header` has other fields of the document. In a text that is not in English, only quotes are found.

    Raises `UsageError` for an unknown level, part, engine or markup, and `BuildError` for a header that does not fit.
    """
    limit, parts = _level(level), _parts(only)
    book = factbook or Factbook()
    find = get_engine(engine)
    proposals = Proposals(text, limit, parts, book, markup)
    if is_english(header.get("language") or likely_language(text)):
        proposals.add_english(find(text), published)
    else:
        proposals.add_quotes()
    values = {key: value for key, value in {"published": published, **header}.items() if value is not None}
    return built(text, proposals, book, values)


def accept(document: Document, level: Level | str = Level.SURE) -> Document:
    """The document without `draft=` on what is proposed at a level or a surer one: these are annotations like any other.

    Raises `UsageError` for an unknown level.
    """
    limit = _level(level)
    made = Draft(document)
    taken = [each for each in document.annotations if each.draft is not None and RANK[each.draft] <= RANK[limit]]
    for each in taken:
        made.change(made.entry_of(each), {"draft": None})
    return made.document() if taken else document


def _level(level: Level | str) -> Level:
    try:
        return Level(level)
    except ValueError:
        raise UsageError(f"no level is named {str(level)!r}{suggestion(str(level), map(str, Level))}") from None


def _parts(only: Iterable[Part | str] | None) -> frozenset[Part]:
    if only is None:
        return frozenset(Part)
    found = set()
    for name in [only] if isinstance(only, str) else only:
        try:
            found.add(Part(name))
        except ValueError:
            raise UsageError(f"a draft has no part {str(name)!r}{suggestion(str(name), map(str, Part))}") from None
    return frozenset(found)
