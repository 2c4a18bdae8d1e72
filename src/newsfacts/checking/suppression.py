"""Findings that a document does not want to hear of: `{% ignore N104: reason %}` after a span, `ignore:` for the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from newsfacts.findings import Finding, ReaderCode, problem
from newsfacts.model import Document
from newsfacts.raw import Comment
from newsfacts.rules import Rule, rule_modules
from newsfacts.text.source import Place
from newsfacts.text.spans import Span

__all__ = ["Suppressions"]

_IGNORE = re.compile(r"\s*ignore\b[ \t]*([^:]*)(?::(.*))?", re.DOTALL)


@attrs.define
class _Suppression:
    codes: tuple[str, ...]
    spans: tuple[Span, ...] | None  # None: the whole file
    place: Place
    region: Place | None = None  # from the words of the span to the comment, for what is wrong in the file
    used: set[str] = attrs.field(factory=set)

    def covers(self, finding: Finding) -> bool:
        for code in self.codes:
            if finding.code.startswith(code) and self.reaches(finding):
                self.used.add(code)
                return True
        return False

    def reaches(self, finding: Finding) -> bool:
        """Whether a finding stands where this looks."""
        if self.spans is None:
            return True
        if finding.spans or self.region is None or finding.place is None:
            return _overlap(self.spans, finding.spans)
        place = finding.place
        return place.path == self.region.path and self.region.start <= place.start and place.end <= self.region.end


def _overlap(first: Sequence[Span], second: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in first for b in second)


class Suppressions:
    """The suppressions of one document, and which of them were needed."""

    def __init__(self, document: Document) -> None:
        self.found: list[_Suppression] = []
        self.wrong: list[Finding] = []
        for comment in document.comments:
            read = _IGNORE.match(comment.words)
            if read is not None:
                self.read_comment(document, comment, read)
        top = Rule.top(document)
        for item in document.ignore:
            if item.rule and item.reason:
                self.found.append(_Suppression((item.rule,), None, top))

    def read_comment(self, document: Document, comment: Comment, read: re.Match[str]) -> None:
        place = comment.place or Rule.top(document)
        codes = tuple(read[1].replace(",", " ").split())
        reason = (read[2] or "").strip()
        if not codes or not reason:
            help = "write {% ignore N21: why it does not matter here %}"
            self.wrong.append(
                problem(
                    ReaderCode.MALFORMED_SUPPRESSION,
                    "this suppression does not say which rule it ignores, or why",
                    place,
                    help=help,
                )
            )
        elif comment.after is None:
            help = "put it right after the closing brace of the span, without a space"
            self.wrong.append(
                problem(
                    ReaderCode.MALFORMED_SUPPRESSION,
                    "this suppression does not stand right after a span",
                    place,
                    help=help,
                )
            )
        else:
            annotation = document.annotations[comment.after]
            own = document.place(annotation)
            region = (
                Place(place.path, place.source, own.start, place.start) if own and own.start < place.start else None
            )
            self.found.append(_Suppression(codes, annotation.spans, place, region))

    def apply(self, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings that remain, and those that are suppressed."""
        kept: list[Finding] = []
        suppressed: list[Finding] = []
        for finding in findings:
            covering = [suppression for suppression in self.found if suppression.covers(finding)]
            (suppressed if covering else kept).append(finding)
        return kept, suppressed

    def problems(self, rules: Iterable[Rule]) -> list[Finding]:
        """Suppressions that are not well formed, name no rule, or suppressed nothing although their rule ran."""
        # Whether a rule that compares documents finds something cannot be known from this one.
        running = {rule.code for rule in rules if not getattr(rule, "needs_corpus", False)}
        found = list(self.wrong)
        for suppression in self.found:
            for code in suppression.codes:
                if not any(known.startswith(code) for known in rule_modules()):
                    found.append(
                        problem(ReaderCode.MALFORMED_SUPPRESSION, f"no rule has the code {code!r}", suppression.place)
                    )
                elif code not in suppression.used and any(known.startswith(code) for known in running):
                    message = f"{code} finds nothing here, so nothing is suppressed"
                    found.append(
                        problem(
                            ReaderCode.UNUSED_SUPPRESSION, message, suppression.place, help="take the suppression out"
                        )
                    )
        return found
