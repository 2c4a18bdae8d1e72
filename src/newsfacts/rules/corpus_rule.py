"""Rules that compare documents: what a document hands over, and what such a rule asks for.

A document is reduced to `Fact`s, small rows that go into a table on disk, and is then forgotten. A `CorpusRule` names
the functions that make its rows (`collects`), and looks for what does not go together with an aggregate query over
the table (`conflicts`): only the few keys in conflict are looked at one by one, so memory does not grow with the
documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeAlias

import attrs

from newsfacts.findings import Finding, Label, Skipped
from newsfacts.model import Document
from newsfacts.rules.rule import Context, Rule
from newsfacts.text.source import Place
from newsfacts.text.spans import Span

__all__ = ["Collector", "CorpusRule", "DocumentRow", "Fact", "Facts"]


@attrs.frozen(kw_only=True)
class DocumentRow:
    """What the table knows of a document as a whole: a row of `documents`.

    `published` and `updated` are seconds from 0001-01-01T00:00 (UTC where the document gives a zone), `moment` says
    whether the time of day is known. `corrections` is a JSON list of `[was, now]`, each a text or null.
    """

    id: int = 0
    path: str | None = None
    number: int = 0  # which document of its file, from 0
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    timezone: str | None = None
    published: int | None = None
    updated: int | None = None
    moment: bool = False
    annotator: str = ""
    sha256: str = ""
    corrections: str = "[]"
    suppresses: bool = False

    @property
    def name(self) -> str:
        """The title, or the path."""
        return self.title or self.path or "<text>"


@attrs.frozen(kw_only=True)
class Fact:
    """One thing that a document states: a row of `facts`. Facts are compared within one `kind` and `key`.

    `low` and `high` bound a number from outside (None: unbounded), `since` and `until` bound the time for which it
    holds, in seconds from 0001-01-01T00:00, half-open; `dated` says whether the document itself gives that time. `by`
    names who says so, ids with `|` between, "" for the document's own voice. `value` and `note` are the rule's own.
    `start` and `end` are code points of the file at `path`, `first` and `last` of the document's text. A fact that is
    kept `once` is not stored again where kind, key and value are the same.
    """

    kind: str
    key: str
    value: str = ""
    low: float | None = None
    high: float | None = None
    since: int | None = None
    until: int | None = None
    dated: bool = False
    by: str = ""
    note: str = ""
    words: str = ""
    path: str | None = None
    start: int = 0
    end: int = 0
    first: int | None = None
    last: int | None = None
    once: bool = False
    number: int = 0  # its place in the order in which facts came in
    document: DocumentRow = DocumentRow()

    @property
    def voices(self) -> frozenset[str]:
        """Who says so; empty for the document's own voice."""
        return frozenset(self.by.split("|")) if self.by else frozenset()

    def same_voice(self, other: Fact) -> bool:
        """Whether both speak for the same source, or one of them for its document: two sources may well differ."""
        return not self.by or not other.by or not self.voices.isdisjoint(other.voices)


Collector = Callable[[Document, Context], Iterable[Fact]]
"""Reduces a document to rows. A function at the top of a module, so that several rules can share it by name."""


class Facts(Protocol):
    """The table as rules see it. Everything is read row by row."""

    def select(self, sql: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a query over `facts` and `documents`, whose columns are the fields above; `document` is an id."""
        ...

    def where(self, condition: str, *parameters: Any, order: str = "f.number") -> Iterator[Fact]:
        """The facts that fulfil a condition, in an order."""
        ...

    def place(self, fact: Fact) -> Place:
        """Where a fact is in its file. The file is only read again where somebody looks at its words."""
        ...


Collectors: TypeAlias = tuple[Collector, ...]


class CorpusRule(Rule):
    """Something that must hold between documents. Subclasses set `collects` and write `conflicts`."""

    needs_corpus = True
    collects: Collectors = ()

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        """A document alone contradicts no other."""
        return iter(())

    def conflicts(self, facts: Facts, context: Context) -> Iterable[Finding | Skipped]:
        """Yield what does not go together. Every finding points at one place and has a label at the other."""
        raise NotImplementedError  # every rule writes its own

    def finding_at(
        self, facts: Facts, fact: Fact, message: str, *, beside: Iterable[tuple[Fact, str]], help: str | None = None
    ) -> Finding:
        """A finding at a fact, with a label at each of the facts that it does not go together with."""
        spans = () if fact.first is None or fact.last is None else (Span(fact.first, fact.last),)
        labels = tuple(Label(words, facts.place(other)) for other, words in beside)
        return Finding(
            code=self.code, rule=self.name, severity=self.severity, message=message, place=facts.place(fact),
            spans=spans, labels=labels, help=help,
        )  # fmt: skip
