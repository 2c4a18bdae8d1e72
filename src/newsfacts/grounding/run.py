"""`ground`: every quotation, number and date of a text, looked for in its sources."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence

import attrs

from newsfacts.errors import UnreadableSource, UsageError
from newsfacts.grounding.checked_text import CheckedText
from newsfacts.grounding.cited_first import cited_first
from newsfacts.grounding.own_arithmetic import without_arithmetic
from newsfacts.grounding.quotes import quotations
from newsfacts.grounding.required_sources import cited_items, uncited_paragraphs
from newsfacts.grounding.results import Grounding, GroundItem, LeftOut
from newsfacts.grounding.suppressed import without_suppressed
from newsfacts.grounding.value_search import ValueSearch
from newsfacts.sources.document import SourceDocument, Sources
from newsfacts.sources.reading import kind_of_name, read_source
from newsfacts.text.markdown_spans import Markup
from newsfacts.text.spans import Span
from newsfacts.values.policy import Policy

__all__ = ["GivenSource", "ground"]

MAX_NAME = 1000
"""A longer text is not the name of a file."""

GivenSource = SourceDocument | str | os.PathLike[str]
"""A source that was read, its text, or a path to read it from."""


def ground(
    text: str | SourceDocument | os.PathLike[str],
    sources: GivenSource | Sources | Sequence[GivenSource],
    *,
    published: dt.date | None = None,
    policy: Policy | None = None,
    require_source: bool = False,
    markup: Markup | None = None,
) -> Grounding:
    """Look for every quotation, number and date of a text in its sources.

    `text` is the text itself, a path (`os.PathLike`) or what `read_source` gives; `sources` are what `read_source` and `read_sources` give, texts
    (`str`), or paths (`os.PathLike`). `published` is the day of the text, for words such as "on Friday"; each source has
    its own. `markup` is "text" or "markdown" (None: as the text was read, "text" for a `str`). With `require_source`, each
    paragraph with something to check must cite one of the sources, and the source it cites must have it. `policy` says
    what hedged and vague numbers mean. A source that cannot be read is in `Grounding.refused`. Raises `UsageError` for an
    unknown markup and for a `str` that is a word like the name of a file, and `UnreadableSource` for a text that cannot be read. Takes time in proportion to the text and the sources.
    """
    if isinstance(text, os.PathLike):
        text = read_source(text)
    document = text if isinstance(text, SourceDocument) else SourceDocument(text=_not_a_name(text))
    read = _read(sources)
    chosen: Markup = markup if markup is not None else ("markdown" if document.markup.value == "markdown" else "text")
    day = published if published is not None else document.published
    checked = CheckedText(document, read.documents, chosen)
    items, left_out = _quotes(checked, read.documents)
    search = ValueSearch(checked, read.documents, day, policy)
    search.run(items)
    left_out += search.left_out
    items = without_arithmetic([*items, *cited_first(search, checked, items)], left_out, checked, search.figures)
    if require_source:
        items = [*cited_items(items, checked), *uncited_paragraphs(items, checked)]
    items = without_suppressed(items, left_out, checked)
    return Grounding(
        document=document,
        items=tuple(sorted(items, key=lambda item: (item.span, item.kind.value))),
        left_out=tuple(sorted(left_out, key=lambda one: one.span)),
        sources=read.documents,
        refused=read.refused,
    )


def _read(sources: GivenSource | Sources | Sequence[GivenSource]) -> Sources:
    if isinstance(sources, Sources):
        return sources
    given = [sources] if isinstance(sources, str | os.PathLike | SourceDocument) else list(sources)
    documents: list[SourceDocument] = []
    refused: list[UnreadableSource] = []
    for number, one in enumerate(given, 1):
        if isinstance(one, SourceDocument):
            documents.append(one)
        elif isinstance(one, str):
            documents.append(SourceDocument(text=_not_a_name(one), path=f"source {number}"))
        elif isinstance(one, os.PathLike):
            try:
                documents.append(read_source(one))
            except UnreadableSource as error:
                refused.append(error)
        else:
            raise UsageError(f"a source is a text, a path or what read_source gives, not {type(one).__name__}")
    return Sources(tuple(documents), tuple(refused))


def _not_a_name(text: str) -> str:
    """The text. Raises `UsageError` where it looks like the name of a file, which would be compared as if it were a text.

    Only the words are looked at: what is found in a text never depends on which files there are.
    """
    if len(text) <= MAX_NAME and len(text.split()) == 1 and kind_of_name(text.strip()) is not None:
        raise UsageError(f"{text.strip()} looks like the name of a file; a str is a text, a pathlib.Path a file")
    return text


def _quotes(checked: CheckedText, sources: Sequence[SourceDocument]) -> tuple[list[GroundItem], list[LeftOut]]:
    """The quotations of a text, and what is in quotation marks without being one."""
    items: list[GroundItem] = []
    left_out: list[LeftOut] = []
    for found in quotations(checked.text, sources, checked.markup, _Cited(checked)):
        if checked.citations.is_reference(found.span) or checked.in_comment(found.span):
            continue
        if isinstance(found.result, LeftOut):
            left_out.append(found.result)
        else:
            cited = tuple(citation.name for citation in checked.cited(found.span))
            items.append(attrs.evolve(found.result, cited=cited))
    return items, left_out


class _Cited(dict[int, Sequence[SourceDocument]]):
    """The sources that are cited for the claim that begins at an offset, found when they are asked for."""

    def __init__(self, checked: CheckedText) -> None:
        super().__init__()
        self.checked = checked

    def __missing__(self, start: int) -> Sequence[SourceDocument]:
        return [document for one in self.checked.cited(Span(start, start + 1)) for document in one.documents]

    def get(self, start: int, default: object = None) -> Sequence[SourceDocument]:
        return self[start]
