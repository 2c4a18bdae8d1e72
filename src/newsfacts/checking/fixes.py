"""Applies the fixes of findings to a file's text, and never changes the document's text while doing so.

Fixes that overlap wait for the next pass. After each pass the file is read again: where its text, or what it says of
anything but the fixed places, could have been harmed, the fix is refused and the file stays as it was.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from newsfacts.findings import Applicability, Edit, Finding, Severity
from newsfacts.model import Claim, Count, Document, Mention, Quote, Time, Verdict
from newsfacts.text.spans import Span

__all__ = ["MAX_PASSES", "Fixed", "Reread", "apply_edits", "fix_text", "reread"]

MAX_PASSES = 10
"""After this many passes what is left is left; fixes that undo each other would go on for ever."""


@attrs.frozen(kw_only=True)
class Reread:
    """What a file holds, read anew: the texts of its documents, and everything that is found in it."""

    texts: tuple[str, ...]
    values: tuple[str, ...]
    """The numbers, dates and names that the annotations state, which no safe fix may change."""
    findings: tuple[Finding, ...]
    errors: int
    """How many errors there are that a reader sees."""


@attrs.frozen(kw_only=True)
class Fixed:
    """The file's new text, the findings that were fixed, and why others were not."""

    text: str
    applied: tuple[Finding, ...] = ()
    refused: tuple[str, ...] = ()


def fix_text(text: str, path: str | None, read: Callable[[str], Reread], *, unsafe: bool = False) -> Fixed:
    """Apply the safe fixes, and with `unsafe` those that a person should have read, until none is left.

    `read` checks a text as if it stood in the file. Only findings in the file itself are fixed, not in another one.
    """
    state = read(text)
    applied: list[Finding] = []
    refused: dict[tuple[str, str], str] = {}
    for _ in range(MAX_PASSES):
        wanted = [
            f for f in state.findings if can_fix(f, text, path, unsafe=unsafe) and (f.code, f.message) not in refused
        ]
        chosen = without_overlap(wanted)
        if not chosen:
            break
        tried = attempt(text, chosen, state, read, unsafe=unsafe)
        if tried is None:  # one of them is at fault: take them one by one
            for finding in chosen:
                tried = attempt(text, [finding], state, read, unsafe=unsafe)
                if tried is not None:
                    applied.append(finding)
                    break
                refused[finding.code, finding.message] = f"{finding}: its fix would change the text, or break the file"
            if tried is None:
                continue
        else:
            applied += chosen
        text, state = tried
    return Fixed(text=text, applied=tuple(applied), refused=tuple(refused.values()))


def can_fix(finding: Finding, text: str, path: str | None, *, unsafe: bool) -> bool:
    """Whether a finding has a fix of the wanted kind, in this very text."""
    if finding.fix is None or not finding.fix.edits or finding.place is None:
        return False
    wanted = (Applicability.SAFE, Applicability.UNSAFE) if unsafe else (Applicability.SAFE,)
    return finding.fix.applicability in wanted and finding.place.path == path and finding.place.source.string == text


def without_overlap(findings: Iterable[Finding]) -> list[Finding]:
    """Those whose edits neither overlap nor touch; the one that begins first is taken."""
    chosen: list[Finding] = []
    taken: list[Edit] = []
    for finding in sorted(findings, key=lambda f: f.sort_key):
        edits = finding.fix.edits if finding.fix else ()
        own = sorted(edits, key=lambda edit: edit.start)
        if any(a.end > b.start for a, b in itertools.pairwise(own)):
            continue
        if all(edit.end < other.start or other.end < edit.start for edit in edits for other in taken):
            chosen.append(finding)
            taken += edits
    return chosen


def attempt(
    text: str, findings: Sequence[Finding], before: Reread, read: Callable[[str], Reread], *, unsafe: bool
) -> tuple[str, Reread] | None:
    """The text with these findings fixed, and how it reads; None where the fix must not be."""
    new = apply_edits(text, [edit for finding in findings if finding.fix for edit in finding.fix.edits])
    after = read(new)
    if new == text or after.texts != before.texts or after.errors > before.errors:
        return None
    if not unsafe and after.values != before.values:
        return None
    return new, after


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with ranges replaced; the edits must not overlap."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += (text[position : edit.start], edit.replacement)
        position = edit.end
    return "".join((*parts, text[position:]))


def reread(documents: Sequence[Document], findings: Iterable[Finding]) -> Reread:
    """What must not change in these documents, and what is found in them."""
    return Reread(
        texts=tuple(document.text for document in documents),
        values=tuple(value for document in documents for value in stated_values(document)),
        findings=tuple(findings),
        errors=sum(problem.severity is Severity.ERROR for document in documents for problem in document.problems),
    )


def stated_values(document: Document) -> Iterator[str]:
    """The numbers, dates and names that annotations state, in reading order; those of twins count once."""
    seen: set[tuple[type, tuple[Span, ...], str]] = set()
    for annotation in document.annotations:
        if isinstance(annotation, Count | Time):
            value = str(annotation.value)
        elif isinstance(annotation, Mention):
            value = " ".join(entity.id for entity in annotation.entities)
        elif isinstance(annotation, Quote | Claim | Verdict):
            value = " ".join(entity.id for entity in annotation.by)
        else:
            continue
        key = (type(annotation), annotation.spans, value)
        if key not in seen:
            seen.add(key)
            yield value
