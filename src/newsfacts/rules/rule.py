"""What a rule is. Each rule is one file in its family's folder; any of them is a pattern for the next.

A rule's class says what it looks at, its docstring why, and its examples are its tests and its documentation at once.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from newsfacts.errors import UsageError
from newsfacts.findings import Applicability, Finding, Fix, Label, ReaderCode, Severity, Skipped
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.model import Annotation, Document
from newsfacts.patterns import lazy_pattern
from newsfacts.text.source import Place
from newsfacts.text.spans import Span

if TYPE_CHECKING:
    from newsfacts.values.policy import Policy

__all__ = ["Context", "Example", "Need", "Needs", "Option", "ReaderRule", "Rule", "key_place"]

HEADINGS = ("What it checks", "Why", "Instead", "Fix")
"""The sections that every rule's docstring has, in this order."""

_HEADING = lazy_pattern(rf"^({'|'.join(HEADINGS)}):[ \t]*\n", re.MULTILINE)


@frozen
class Example:
    """Annotated text, and what the rule says about it.

    `at` is the words that the finding points at, `message` its whole message; both None where the rule stays silent.
    `fixed` is the text after the rule's fix. `options` are set for this example, `files` are next to it by path,
    `format` is the one it is written in, and `beside` names the other rules that it needs. A lone surrogate from
    U+DC80 on in `text` stands for a byte that is not UTF-8.
    """

    text: str
    at: str | None = None
    message: str | None = None
    fixed: str | None = None
    options: Mapping[str, Any] = MappingProxyType({})
    files: Mapping[str, str] = MappingProxyType({})
    format: str = "facts"
    beside: tuple[str, ...] = ()


@frozen
class Option:
    """Something about a rule that a project can set in its configuration. The type of `default` is the option's type."""

    default: Any
    doc: str


@frozen(kw_only=True)
class Context:
    """What a check may know apart from the document: the policy for values, and the options of the rules by code."""

    policy: Policy
    options: Mapping[str, Mapping[str, Any]] = FrozenDict()

    def option(self, rule: Rule, name: str) -> Any:
        """An option as configured, or else its default."""
        return self.options.get(rule.code, {}).get(name, rule.OPTIONS[name].default)


def key_place(document: Document, key: str) -> Place | None:
    """Where a key of the document's own header is written; None where that cannot be seen."""
    if document.origin is None:
        return None
    source = document.origin.source.string
    found = re.search(rf"^{re.escape(key)}(?=[ \t]*:)|(?<=\"){re.escape(key)}(?=\"[ \t]*:)", source, re.MULTILINE)
    return document.origin.place(*found.span()) if found else None


Examples: TypeAlias = tuple[Example, ...]
Kinds: TypeAlias = tuple[type[Annotation], ...]
Need: TypeAlias = Callable[[Document], object]
Needs: TypeAlias = tuple[Need, ...]
Options: TypeAlias = Mapping[str, Option]
ProfileNames: TypeAlias = tuple[str, ...]


class Rule:
    """One thing that must hold. Subclasses set the class variables and write `check`."""

    code: ClassVar[str]
    """Letter of the family and a number. Codes are never used twice."""
    name: ClassVar[str]
    """What it flags, so that it reads well after "allow"."""
    severity: ClassVar[Severity]
    looks_at: Kinds = ()
    """The kinds of annotation that it looks at, subclasses included; empty where it looks at the document as a whole.

    A document that has none of them is passed over: `check` is not called. The annotations are counted as checked.
    """
    needs: Needs = ()
    """What a document must have besides: functions at the top of a module, each worked out once for all rules that name it.

    Where one of them finds nothing (an empty tuple, or False), nothing is wrong; `check` and `conclude` are not called.
    """
    without_annotations: ClassVar[bool] = False
    """Whether it has something to say about a document that has none of the kinds in `looks_at`."""
    needs_english: ClassVar[bool] = False
    """Whether it goes by English words; in a document of another language it is then reported as not checked."""
    default: ClassVar[bool] = True
    """Whether it runs where no profile says otherwise."""
    profiles: ProfileNames = ()
    """The profiles that switch it on where `default` does not."""
    fix_class: Applicability | None = None
    """What its fixes are at best; None where it has none."""
    OPTIONS: Options = MappingProxyType({})
    VALID: Examples = ()
    INVALID: Examples = ()

    def check(self, document: Document, context: Context) -> Iterable[Finding | Skipped]:
        """Yield what does not hold, and what could not be checked."""
        raise NotImplementedError  # every rule writes its own

    def conclude(self, document: Document, findings: Sequence[Finding]) -> Iterable[Finding]:
        """Yield what follows from the findings of all rules, those that are suppressed left out."""
        return ()

    # -- for the rules
    def finding(
        self,
        document: Document,
        at: Annotation | Span | Place | None,
        message: str,
        *,
        key: str | None = None,
        help: str | None = None,
        labels: Iterable[Label] = (),
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding at an annotation (or its attribute `key`), a range of the text, a place in the file, or the file's top."""
        spans: tuple[Span, ...] = ()
        if isinstance(at, Annotation):
            spans = at.spans
            place = document.place(at, key)
        elif isinstance(at, Span):
            spans = (at,)
            place = document.place_of(at)
        else:
            place = at if at is not None else self.top(document)
        return Finding(
            code=self.code, rule=self.name, severity=severity or self.severity, message=message, place=place,
            spans=spans, labels=tuple(labels), help=help, fix=fix,
        )  # fmt: skip

    def skip(self, document: Document, at: Annotation | Place | None, reason: str) -> Skipped:
        """Something that could not be checked, and why."""
        place = document.place(at) if isinstance(at, Annotation) else at
        return Skipped(code=self.code, rule=self.name, reason=reason, place=place)

    def label(self, document: Document, annotation: Annotation, message: str) -> tuple[Label, ...]:
        """A label at another annotation; none where that has no place."""
        place = document.place(annotation)
        return (Label(message, place),) if place is not None else ()

    @staticmethod
    def top(document: Document) -> Place:
        """The top of the document's file, for what the whole document lacks."""
        if document.origin is not None:
            return document.origin.place(0, 0)
        return Place(document.path, document.source_text, 0, 0)

    # -- for the documentation
    @classmethod
    def sections(cls) -> Mapping[str, str]:
        """The docstring by heading; the summary under the heading "" comes first."""
        text = inspect.cleandoc(cls.__doc__ or "")
        parts = _HEADING.split(text)
        found = {"": parts[0].strip()}
        for heading, body in zip(parts[1::2], parts[2::2], strict=True):
            found[heading] = inspect.cleandoc(body).strip()
        return found

    @classmethod
    def family(cls) -> str:
        """The letter of its family."""
        return cls.code[0]


class GroundingRule(Rule):
    """A rule that `newsfacts ground` enforces: it compares a text with its sources, which a document does not have.

    The sources of an example are its files that end in `.txt`.
    """

    default = False

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        """Nothing to say about a document alone."""
        return iter(())


class ReaderRule(Rule):
    """A rule that readers enforce while they read: its findings are in `Document.problems` already."""

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        """Nothing more to say."""
        return iter(())

    def __init_subclass__(cls) -> None:
        code = ReaderCode(cls.code)
        if (cls.name, cls.severity) != (code.rule, code.severity):
            raise UsageError(f"{code} is called {code.rule} and is of severity {code.severity} in newsfacts.findings")
