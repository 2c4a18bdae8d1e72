"""One decision about proposals, written into the file if it still is what the person has seen."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from newsfacts.enums import WordEnum
from newsfacts.errors import BuildError, NewsfactsError
from newsfacts.files import is_inside, project_root, read_bytes, write_atomically
from newsfacts.findings import Severity
from newsfacts.immutable import frozen
from newsfacts.model import Document
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
from newsfacts.reviewing.written import Marked, TextEdit, Written, edited
from newsfacts.text.source import SourceText, decode
from newsfacts.values.level import Level

__all__ = ["Choice", "Decided", "Decision", "Outcome", "decide", "tally"]


class Decision(WordEnum):
    """What becomes of a proposal, alone or with the proposals inside it."""

    ACCEPT = "accept"
    ACCEPT_ALL_INSIDE = "accept-inside"
    REJECT = "reject"
    REJECT_ALL_INSIDE = "reject-inside"
    CHANGE = "change"
    ACCEPT_SURE = "accept-sure"


class Outcome(WordEnum):
    """Whether the file was written."""

    WRITTEN = "written"
    OUTDATED = "outdated"
    REFUSED = "refused"


@frozen
class Choice:
    """A decision about annotation `number` of a document, counted in reading order from 0.

    `sha256` is that of the text of the file, in UTF-8, that the person has seen. `kind` is the new kind of a proposal that is changed.
    """

    sha256: str
    decision: Decision
    number: int = 0
    kind: str = ""


@frozen
class Decided:
    """What came of a choice: the reason where nothing was written, else the number of the next proposal, if one is left."""

    outcome: Outcome
    reason: str = ""
    next: int | None = None


def tally(document: Document) -> Mapping[Level, int]:
    """How many proposals of each level are left."""
    return Counter(each.draft for each in document.annotations if each.draft is not None)


def decide(path: str, choice: Choice, read: Callable[[str], Sequence[Document]]) -> Decided:
    """Carry out a choice in a file, whose documents `read` makes of its text. Nothing else in the file changes.

    Nothing is written where the file is not what the person has seen, where another annotation refers to what is rejected,
    or where the result would not be the same text with fewer proposals. Raises `OSError` where the file cannot be read.
    """
    data = read_bytes(path)
    text = decode(data, path=path).text
    if SourceText(text).sha256 != choice.sha256:
        return Decided(Outcome.OUTDATED, f"{path} has changed since this page was made. Nothing was written.")
    mark = "\ufeff" if data.startswith("\ufeff".encode()) else ""
    if (mark + text).encode("utf-8") != data:
        return Decided(Outcome.REFUSED, f"{path} is not in UTF-8: save it as UTF-8 first.")
    if not is_inside(path, project_root(Path(os.path.abspath(path)))):
        return Decided(Outcome.REFUSED, f"{path} is a link that leads outside the project: change the file itself.")
    before = the_one(read(text))
    file = Written.of(before) if before is not None else None
    if before is None or file is None:
        return Decided(Outcome.REFUSED, f"{path} has no document, or more than one: use an editor.")
    try:
        group = group_of(choice, file)
        new = edited(text, edits_of(choice, group, file))
        after = the_one(read(new))
        if after is None or not is_same(before, after, fewer=choice.decision in _REJECTING):
            return Decided(Outcome.REFUSED, "the file would not be the same document afterwards: use an editor.")
        write_atomically(path, mark + new, replacing=data)
    except NewsfactsError as error:
        return Decided(Outcome.REFUSED, str(error))
    return Decided(Outcome.WRITTEN, next=next_of(after, choice))


_REJECTING = frozenset({Decision.REJECT, Decision.REJECT_ALL_INSIDE})


def the_one(documents: Sequence[Document]) -> Document | None:
    """The only document of a file."""
    return documents[0] if len(documents) == 1 else None


def group_of(choice: Choice, file: Written) -> list[Marked]:
    """The proposals that a choice is about. Raises `BuildError` where it names none."""
    if choice.decision is Decision.ACCEPT_SURE:
        return proposals(file, Level.SURE)
    if not 0 <= choice.number < len(file.marked) or file.marked[choice.number].annotation.draft is None:
        raise BuildError("this is not a proposal, or not any more")
    marked = file.marked[choice.number]
    inside = choice.decision in {Decision.ACCEPT_ALL_INSIDE, Decision.REJECT_ALL_INSIDE}
    return inner_proposals(marked, file) if inside else [marked]


def edits_of(choice: Choice, group: Sequence[Marked], file: Written) -> list[TextEdit]:
    """The edits of a choice. Raises `BuildError` where it cannot be carried out."""
    match choice.decision:
        case Decision.ACCEPT_SURE:
            return accepted_all(file, Level.SURE)
        case Decision.ACCEPT:
            return accepted(group[0], file)
        case Decision.ACCEPT_ALL_INSIDE:
            return accepted_group(group, file)
        case Decision.CHANGE:
            if choice.kind not in other_kinds(group[0], file):
                raise BuildError(f"this {group[0].annotation.KIND} cannot be made a {choice.kind!r}")
            return changed(group[0], choice.kind, file)
        case _:
            return rejected(group, file)


def is_same(before: Document, after: Document, *, fewer: bool) -> bool:
    """Whether a document has the same text and no new error, fewer proposals, and no annotation less but for those rejected."""
    gone = len(before.annotations) - len(after.annotations)
    left = sum(tally(before).values()) - sum(tally(after).values())
    return (
        before.text == after.text
        and errors_of(after) <= errors_of(before)
        and left > 0
        and gone == (left if fewer else 0)
    )


def errors_of(document: Document) -> int:
    """How many errors reading has found."""
    return sum(problem.severity is Severity.ERROR for problem in document.problems)


def next_of(document: Document, choice: Choice) -> int | None:
    """The first proposal after the one that was decided, or else the first of the document."""
    left = [number for number, each in enumerate(document.annotations) if each.draft is not None]
    first = choice.number + (choice.decision not in _REJECTING)
    return next((number for number in left if number >= first), left[0] if left else None)
