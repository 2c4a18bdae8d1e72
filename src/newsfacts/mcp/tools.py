"""What the server can do, as plain functions: none needs the SDK, and none opens a file outside the folders it was given."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from newsfacts.anchors import verify_quote
from newsfacts.errors import UnreadableSource, UsageError
from newsfacts.files import only_below
from newsfacts.finders.support import supports
from newsfacts.grounding import ground
from newsfacts.reports.grounding_data import grounding_data
from newsfacts.rules import all_rules
from newsfacts.sources.document import SourceDocument, Sources
from newsfacts.sources.folders import files_of, is_text, read_sources
from newsfacts.sources.reading import read_source
from newsfacts.text.markdown_spans import Markup

__all__ = ["Tools"]

MAX_TEXT = 200_000
"""How long a text may be that is looked for, in code points; sources may be longer."""
MAX_SOURCES = 5_000_000
"""How long all sources of a call may be together, in code points: an answer takes at most about half a minute."""
MAX_REASONS = 10
"""So many sources that cannot be read are named."""


@attrs.frozen
class Tools:
    """The tools over some folders. Paths are below one of them, or relative to the first; all others are refused."""

    folders: tuple[str, ...]

    @staticmethod
    def of(folders: Sequence[str]) -> Tools:
        """Raises `UsageError` for what is not a folder."""
        for folder in folders:
            if not os.path.isdir(folder):
                raise UsageError(f"{folder} is not a folder")
        return Tools(tuple(os.path.realpath(folder) for folder in folders))

    def check_quote(self, quote: str, sources: Sequence[str] = (), source_texts: Sequence[str] = ()) -> dict[str, Any]:
        """Whether and how the words of a quotation are in a source."""
        best: dict[str, Any] | None = None
        read = self._documents(sources, source_texts)
        for document in _with_words(read.documents, read.refused):
            found = verify_quote(quote, document.prepared, speakers=document.turns)
            span = found.place or (found.candidate.span if found.candidate is not None else None)
            data = {
                "verified": found.verified,
                "kind": str(found.kind),
                "why": found.explanation,
                "score": round(found.score, 3),
                "path": document.path,
                "place": None if span is None else str(document.place(span)),
                "source_words": None if span is None else span.slice(document.text),
                "speakers": list(found.speakers),
                "unreadable": [str(error) for error in read.refused],
            }
            if best is None or (data["verified"], data["score"]) > (best["verified"], best["score"]):
                best = data
        assert best is not None  # there is a source with words
        return best

    def ground(
        self,
        text: str | None = None,
        path: str | None = None,
        sources: Sequence[str] = (),
        source_texts: Sequence[str] = (),
        published: str | None = None,
        require_source: bool = False,
    ) -> dict[str, Any]:
        """Every quotation, number and date of a text (given, or in a file) looked for in its sources, the text itself excepted."""
        if (text is None) == (path is None):
            raise UsageError("give the text, or the path of a file with it")
        document = SourceDocument(text=text) if text is not None else self._read(path or "")
        if len(document.text) > MAX_TEXT:
            raise UsageError(f"the text has more than {MAX_TEXT:,} characters: give it in parts")
        read = self._documents(sources, source_texts)
        others = [one for one in read.documents if not _is_file_of(one, document)]
        read = attrs.evolve(read, documents=_with_words(others, read.refused))
        markup: Markup | None = "markdown" if text is not None else None
        day = _day(published)
        return grounding_data(ground(document, read, published=day, require_source=require_source, markup=markup))

    def compare_values(self, statement: str, source: str, published: str | None = None) -> dict[str, Any]:
        """Whether a number or a date in a statement follows from that of its source."""
        found = supports(statement, source, published=_day(published))
        return {"outcome": str(found.outcome), "rule": found.rule, "why": found.because}

    def explain(self, code: str) -> dict[str, Any]:
        """What a rule checks, why, and what to write instead."""
        rule = all_rules().get(code.strip().upper())
        if rule is None:
            raise UsageError(f"no rule has the code {code!r}")
        sections = dict(rule.sections())
        summary = sections.pop("")
        return {
            "code": rule.code, "name": rule.name, "severity": str(rule.severity), "summary": summary, "sections": sections,
            "examples": [example.text for example in rule.INVALID],
        }  # fmt: skip

    # -- files
    def _read(self, path: str) -> SourceDocument:
        with only_below(self.folders):
            return read_source(self._inside(path))

    def _documents(self, paths: Sequence[str], texts: Sequence[str]) -> Sources:
        with only_below(self.folders):
            read = read_sources(inside for path in paths for inside in self._files(path))
        given = tuple(SourceDocument(text=text, path=f"source {number}") for number, text in enumerate(texts, 1))
        documents = (*read.documents, *given)
        if sum(len(document.text) for document in documents) > MAX_SOURCES:
            raise UsageError(
                f"the sources have more than {MAX_SOURCES:,} characters together: give fewer, or parts of them"
            )
        return attrs.evolve(read, documents=documents)

    def _files(self, path: str) -> Iterator[str]:
        """The files that a path leads to; those that a link leads out of the folders to are passed over."""
        whole = self._inside(path)
        if not os.path.isdir(whole):
            yield whole
            return
        for name in files_of(whole):
            if self._is_inside(os.path.realpath(name)) and is_text(name):
                yield name

    def _inside(self, path: str) -> str:
        """The path as one below the folders. Raises `UsageError` for all others."""
        try:
            os.stat(path)
        except OSError:
            pass
        except ValueError:  # a null character, or half of a surrogate pair
            raise UsageError(f"{path!r} cannot be the name of a file") from None
        for folder in self.folders:
            real = os.path.realpath(os.path.join(folder, path))
            if self._is_inside(real) and os.path.exists(real):
                return real
        real = os.path.realpath(os.path.join(self.folders[0], path)) if self.folders else ""
        if not self._is_inside(real):
            raise UsageError(f"{path} is outside the folders that this server was started with")
        raise UsageError(f"{path} does not exist")

    def _is_inside(self, real: str) -> bool:
        return any(real == folder or real.startswith(folder.rstrip(os.sep) + os.sep) for folder in self.folders)


def _with_words(documents: Sequence[SourceDocument], refused: Sequence[UnreadableSource]) -> tuple[SourceDocument, ...]:
    """The sources with words. Raises `UsageError` where there is none, as then nothing can be compared."""
    found = tuple(one for one in documents if one.text.strip())
    if not found and refused:
        raise UsageError("; ".join(str(error) for error in refused[:MAX_REASONS]))
    if not found:
        raise UsageError(
            "there are no sources to look in: give paths in sources, or texts in source_texts, with words and other than the text"
        )
    return found


def _is_file_of(source: SourceDocument, document: SourceDocument) -> bool:
    """Whether a source is the text itself, in which everything would be supported."""
    return source.path is not None and source.path == document.path


def _day(words: str | None) -> dt.date | None:
    if words is None:
        return None
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise UsageError(f"published is a day such as 2024-07-04, not {words!r}") from None
