"""Applies the fixes of findings to a file's text, and never changes the document's text while doing so.

Fixes that overlap wait for the next pass. After each pass the file is read again: where its text, or what it says about
anything other than the fixed places, could have been harmed, the fix is refused and the file stays as it was.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from newsfacts.findings import Applicability, Edit, Finding, Severity
from newsfacts.model import Claim, Count, Document, Mention, Quote, Time, Verdict
from newsfacts.text.spans import Span

__all__ = ["MAX_PASSES", "Fixed", "Reread", "apply_edits", "fix_text", "reread"]

MAX_PASSES = 10
"""After this many passes what is left stays; fixes that undo each other would never come to an end."""


@attrs.frozen(kw_only=True)
class Reread:
    """What a file contains, read again: the texts of its documents, and everything that is found in it."""

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

    `read` checks a text as if it were that of the file. Only findings in the file itself are fixed, not in another one.
    """
    state = _State(text, read(text))
    applied: list[Finding] = []
    refused: dict[tuple[str, str], str] = {}
    for _ in range(MAX_PASSES):
        wanted = [
            finding
            for finding in state.reread.findings
            if can_fix(finding, state.text, path, unsafe=unsafe) and (finding.code, finding.message) not in refused
        ]
        chosen = without_overlap(wanted)
        if not chosen:
            break
        good = harmless(state, chosen, read, unsafe=unsafe)
        kept = set(map(id, good))
        for finding in chosen:
            if id(finding) not in kept:
                refused[finding.code, finding.message] = f"{finding}: its fix would change the text, or break the file"
        tried = attempt(state, good, read, unsafe=unsafe) if good else None
        if tried is None and good:  # each is harmless, but not all together
            good = good[:1]
            tried = attempt(state, good, read, unsafe=unsafe)
        if tried is not None:
            state = tried
            applied += good
    return Fixed(text=state.text, applied=tuple(applied), refused=tuple(refused.values()))


@attrs.frozen
class _State:
    """A text of the file, and how it is read."""

    text: str
    reread: Reread


def harmless(
    state: _State, findings: Sequence[Finding], read: Callable[[str], Reread], *, unsafe: bool
) -> list[Finding]:
    """Those whose fixes do no harm, found by halves: k that do cost about k log n readings of the file."""
    if attempt(state, findings, read, unsafe=unsafe) is not None:
        return list(findings)
    if len(findings) == 1:
        return []
    half = len(findings) // 2
    return [
        *harmless(state, findings[:half], read, unsafe=unsafe),
        *harmless(state, findings[half:], read, unsafe=unsafe),
    ]


def can_fix(finding: Finding, text: str, path: str | None, *, unsafe: bool) -> bool:
    """Whether a finding has a fix of the wanted kind, in this very text."""
    if finding.fix is None or not finding.fix.edits or finding.place is None:
        return False
    wanted = (Applicability.SAFE, Applicability.UNSAFE) if unsafe else (Applicability.SAFE,)
    return finding.fix.applicability in wanted and finding.place.path == path and finding.place.source.string == text


def without_overlap(findings: Iterable[Finding]) -> list[Finding]:
    """Those whose edits neither overlap nor touch; the one that begins first is taken."""
    chosen: list[Finding] = []
    taken: list[tuple[int, int]] = []  # in order
    for finding in sorted(findings, key=lambda f: f.sort_key):
        edits = sorted(finding.fix.edits if finding.fix else (), key=lambda edit: edit.start)
        if any(a.end > b.start for a, b in itertools.pairwise(edits)):
            continue
        if all(_is_free(edit, taken) for edit in edits):
            chosen.append(finding)
            for edit in edits:
                insort(taken, (edit.start, edit.end))
    return chosen


def _is_free(edit: Edit, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether an edit neither overlaps nor touches what is taken: ranges that do not overlap, in order."""
    place = bisect_left(taken, (edit.start, edit.start))
    before = taken[place - 1][1] if place > 0 else -1
    after = taken[place][0] if place < len(taken) else edit.end + 1
    return before < edit.start and edit.end < after


def attempt(
    state: _State, findings: Sequence[Finding], read: Callable[[str], Reread], *, unsafe: bool
) -> _State | None:
    """The text with these findings fixed, and how it is read; None where it would not be the same document."""
    before = state.reread
    new = apply_edits(state.text, [edit for finding in findings if finding.fix for edit in finding.fix.edits])
    after = read(new)
    if new == state.text or after.texts != before.texts or after.errors > before.errors:
        return None
    if not unsafe and after.values != before.values:
        return None
    return _State(new, after)


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
