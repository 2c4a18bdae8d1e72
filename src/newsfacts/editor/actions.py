"""What an editor offers to do at a place: the fixes of findings, and what becomes of proposals."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from newsfacts.editor.analysis import Analysis
from newsfacts.editor.diagnostics import Diagnostic, diagnostics
from newsfacts.enums import WordEnum
from newsfacts.errors import NewsfactsError
from newsfacts.findings import Applicability
from newsfacts.immutable import frozen
from newsfacts.reviewing.proposals import (
    accepted,
    accepted_all,
    accepted_group,
    changed,
    inner_proposals,
    other_kinds,
    proposals,
    rejected,
)
from newsfacts.reviewing.written import Marked, TextEdit, Written
from newsfacts.text.spans import Span
from newsfacts.text.suggestions import with_article
from newsfacts.values.level import Level

__all__ = ["Action", "ActionKind", "actions"]


class ActionKind(WordEnum):
    """What an action is for, by the names of the protocol."""

    FIX = "quickfix"
    REWRITE = "refactor.rewrite"


@frozen(kw_only=True)
class Action:
    """Something to do. `is_safe` says that it needs no reading; `refusal` why it cannot be done here."""

    title: str
    kind: ActionKind
    edits: tuple[TextEdit, ...] = ()
    is_safe: bool = False
    fixes: Diagnostic | None = None
    refusal: str | None = None


def actions(analysis: Analysis, span: Span) -> list[Action]:
    """Everything that can be done in a range of the file."""
    return [*fixes(analysis, span), *for_proposals(analysis, span)]


def fixes(analysis: Analysis, span: Span) -> Iterator[Action]:
    """The fixes of the findings that touch a range. The title of one that a person has to read says so."""
    for each in diagnostics(analysis):
        fix, place = each.finding.fix, each.finding.place
        if fix is None or place is None or place.path not in (analysis.path, None):
            continue
        if fix.applicability is Applicability.DISPLAY or each.span.start > span.end or each.span.end < span.start:
            continue
        is_safe = fix.applicability is Applicability.SAFE
        yield Action(
            title=f"{each.code}: {fix.title}" if is_safe else f"{each.code}: {fix.title} (unsafe: read the result)",
            kind=ActionKind.FIX,
            edits=tuple(TextEdit(edit.start, edit.end, edit.replacement) for edit in fix.edits),
            is_safe=is_safe,
            fixes=each,
        )


def for_proposals(analysis: Analysis, span: Span) -> Iterator[Action]:
    """Accept, change or reject the innermost proposal at the start of a range; accept all that are sure."""
    file = analysis.written
    left = proposals(file) if file is not None else []
    if file is None or not left:
        return
    here = [each for each in left if each.whole.start <= span.start <= each.whole.end]
    if here:
        yield from for_one(min(here, key=lambda each: each.whole.end - each.whole.start), file)
    sure = len(proposals(file, Level.SURE))
    if sure:
        yield doing(f"Accept all sure proposals ({sure})", lambda: accepted_all(file, Level.SURE))


def for_one(marked: Marked, file: Written) -> Iterator[Action]:
    """What can be done with one proposal."""
    what = f"this {marked.annotation.KIND} ({marked.annotation.draft})"
    yield doing(f"Accept {what}", lambda: accepted(marked, file))
    for kind in other_kinds(marked, file):
        yield doing(f"Accept it as {with_article(kind)}", functools.partial(changed, marked, kind, file))
    yield doing(f"Reject {what}", lambda: rejected([marked], file))
    group = inner_proposals(marked, file)
    if len(group) > 1:
        yield doing(f"Accept {what} and the {len(group) - 1} inside it", lambda: accepted_group(group, file))
        yield doing(f"Reject {what} and the {len(group) - 1} inside it", lambda: rejected(group, file))


def doing(title: str, edits: Callable[[], list[TextEdit]]) -> Action:
    """An action, or why it cannot be done."""
    try:
        return Action(title=title, kind=ActionKind.REWRITE, edits=tuple(edits()))
    except NewsfactsError as error:
        return Action(title=title, kind=ActionKind.REWRITE, refusal=str(error))
