"""Findings that a document leaves out, each with a reason: `{% ignore N104: reason %}` after a span, `ignore:` for the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from newsfacts.checking.ranges import Ranges
from newsfacts.checking.selectors import ALL, code_of, family_of, unknown_rule
from newsfacts.findings import Finding, ReaderCode, problem
from newsfacts.model import Document
from newsfacts.raw import Comment
from newsfacts.rules import Rule, RuleEntry
from newsfacts.text.source import Place
from newsfacts.text.spans import Span

__all__ = ["Split", "Suppression", "Suppressions"]

_IGNORE = re.compile(r"\s*ignore\b[ \t]*([^:]*)(?::(.*))?", re.DOTALL)


@attrs.frozen
class Suppression:
    """One rule, family or all rules, ignored for a span or for the whole file.

    `word` is what the document says, `code` what it stands for. `spans` are None for the whole file. `region` runs from
    the words of the span to the comment, for what is wrong in the markup there.
    """

    word: str
    code: str
    spans: tuple[Span, ...] | None
    place: Place
    region: Place | None = None


@attrs.frozen
class Split:
    """Findings that are left, and those that are suppressed."""

    kept: list[Finding]
    suppressed: list[Finding]


@attrs.define
class Suppressions:
    """The suppressions of one document, and which of them were needed. `wrong` are those that say nothing usable."""

    found: tuple[Suppression, ...] = ()
    wrong: tuple[Finding, ...] = ()
    used: set[int] = attrs.field(factory=set)
    """Numbers in `found`."""

    @staticmethod
    def of(document: Document) -> Suppressions:
        """Read them from the comments and the front matter."""
        read = list(_read(document))
        return Suppressions(
            tuple(item for item in read if isinstance(item, Suppression)),
            tuple(item for item in read if isinstance(item, Finding)),
        )

    def apply(self, findings: Iterable[Finding]) -> Split:
        """Split findings, and note which suppressions were needed: in n log n steps for n findings and suppressions."""
        by_code: dict[str, list[Finding]] = {}
        findings = list(findings)
        for finding in findings:
            by_code.setdefault(finding.code, []).append(finding)
        by_selector: dict[str, list[int]] = {}
        for number, suppression in enumerate(self.found):
            by_selector.setdefault(suppression.code, []).append(number)
        covered: set[int] = set()
        for code, group in by_code.items():
            selectors = dict.fromkeys((code, family_of(code), ALL))
            numbers = [number for selector in selectors for number in by_selector.get(selector, ())]
            if numbers:
                covered |= self._cover(group, numbers)
        return Split(
            [finding for finding in findings if id(finding) not in covered],
            [finding for finding in findings if id(finding) in covered],
        )

    def _cover(self, findings: Sequence[Finding], numbers: Sequence[int]) -> set[int]:
        """The identities of the findings that some of the suppressions reach; these are noted as used."""
        everywhere = [number for number in numbers if self.found[number].spans is None]
        local = [number for number in numbers if self.found[number].spans is not None]
        self.used.update(everywhere)
        in_text = [finding for finding in findings if finding.spans]
        in_file = [(finding, finding.place) for finding in findings if not finding.spans and finding.place is not None]
        self.used.update(self._used(local, in_text, in_file))
        if everywhere:
            return {id(finding) for finding in findings}
        spans = Ranges(span for number in local for span in self.found[number].spans or ())
        regions = _ranges(region for number in local if (region := self.found[number].region) is not None)
        return {
            *(id(finding) for finding in in_text if any(map(spans.overlap, finding.spans))),
            *(
                id(finding)
                for finding, place in in_file
                if place.path in regions and regions[place.path].contain(_range(place))
            ),
        }

    def _used(
        self, local: Sequence[int], in_text: Sequence[Finding], in_file: Sequence[tuple[Finding, Place]]
    ) -> Iterator[int]:
        """Those of the suppressions of single spans that reach a finding."""
        spans = Ranges(span for finding in in_text for span in finding.spans)
        places = _ranges(place for _, place in in_file)
        for number in local:
            one = self.found[number]
            region = one.region
            if any(map(spans.overlap, one.spans or ())) or (
                region is not None and region.path in places and places[region.path].lie_within(_range(region))
            ):
                yield number

    def problems(self, rules: Iterable[RuleEntry]) -> Iterator[Finding]:
        """Suppressions that are not well formed, and those that suppressed nothing although their rule ran."""
        yield from self.wrong
        # Whether a rule that compares documents finds something cannot be known from this one.
        running = {rule.code for rule in rules if not rule.is_across}
        families = {ALL, *map(family_of, running)} if running else set()
        for suppression in self.unused(running | families):
            message = f"{suppression.word} finds nothing here, so nothing is suppressed"
            yield problem(ReaderCode.UNUSED_SUPPRESSION, message, suppression.place, help="delete the suppression")

    def unused(self, codes: Collection[str]) -> Iterator[Suppression]:
        """The suppressions with one of these codes that were not needed."""
        for number, suppression in enumerate(self.found):
            if number not in self.used and suppression.code in codes:
                yield suppression


def _read(document: Document) -> Iterator[Suppression | Finding]:
    """The suppressions of a document, and what is wrong with those that say nothing usable."""
    for comment in document.comments:
        read = _IGNORE.match(comment.words)
        if read is not None:
            yield from _read_comment(document, comment, read)
    top = Rule.top(document)
    for item in document.ignore:
        if item.rule and item.reason:
            yield _suppression(document, item.rule, None, top)


def _read_comment(document: Document, comment: Comment, read: re.Match[str]) -> Iterator[Suppression | Finding]:
    place = comment.place or Rule.top(document)
    words = read[1].replace(",", " ").split()
    if not words or not (read[2] or "").strip():
        message = "this suppression does not say which rule it ignores, or why"
        help = "write {% ignore N21: why it does not matter here %}"
        yield problem(ReaderCode.MALFORMED_SUPPRESSION, message, place, help=help)
    elif comment.after is None:
        message = "this suppression is not right after a span"
        help = "put it right after the closing brace of the span, without a space"
        yield problem(ReaderCode.MALFORMED_SUPPRESSION, message, place, help=help)
    else:
        annotation = document.annotations[comment.after]
        own = document.place(annotation)
        region = Place(place.path, place.source, own.start, place.start) if own and own.start < place.start else None
        for word in words:
            yield _suppression(document, word, annotation.spans, place, region)


def _suppression(
    document: Document, word: str, spans: tuple[Span, ...] | None, place: Place, region: Place | None = None
) -> Suppression | Finding:
    """The suppression of the rules that a word names, or a finding that it names none."""
    checks = document.known_kinds.checks if document.known_kinds is not None else ()
    code = code_of(word, checks)
    if code is None and any(found.code == ReaderCode.UNUSABLE_SCHEMA for found in document.problems):
        code = word  # it may be declared in the schema that could not be used
    if code is None:
        return problem(ReaderCode.MALFORMED_SUPPRESSION, str(unknown_rule(word, checks)), place)
    return Suppression(word, code, spans, place, region)


def _range(place: Place) -> Span:
    return Span(place.start, place.end)


def _ranges(places: Iterable[Place]) -> dict[str | None, Ranges]:
    """The ranges of places, by their files."""
    found: dict[str | None, list[Span]] = {}
    for place in places:
        found.setdefault(place.path, []).append(_range(place))
    return {path: Ranges(spans) for path, spans in found.items()}
