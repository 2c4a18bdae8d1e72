"""What an editor suggests while one types."""

from __future__ import annotations

from newsfacts.enums import WordEnum
from newsfacts.immutable import frozen

__all__ = ["Suggestion", "SuggestionKind"]


class SuggestionKind(WordEnum):
    """What a suggestion is."""

    KIND = "kind"
    KEY = "key"
    VALUE = "value"
    ID = "id"
    FILE = "file"


@frozen
class Suggestion:
    """Words that can be written in place of the half-open range `start`..`end` of the file; `insert` where they differ from the label."""

    label: str
    kind: SuggestionKind
    start: int
    end: int
    about: str = ""
    insert: str | None = None
    is_required: bool = False
