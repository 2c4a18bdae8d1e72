"""What a parser says about a cue, and what that speaks for in each choice of the rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs

from newsfacts.drafting.cues import CueCandidate
from newsfacts.drafting.source_phrases import Phrase

__all__ = ["Hint", "Hinter", "edge_hints", "side_hints", "source_hints", "word_hints"]


@attrs.frozen
class Hint:
    """A cue in a parse: its part of speech, what it governs, its subject and its clausal complement or object.

    `subject` and `content` are ranges of tokens of the sentence, None where the parse has none.
    """

    part: str
    governs: str
    subject: Phrase | None = None
    content: Phrase | None = None


Hinter: TypeAlias = Callable[[CueCandidate], Hint | None]


def word_hints(hint: Hint) -> list[str]:
    """Whether the word is a cue."""
    return [
        f"cue:{hint.part}",
        f"cue:{hint.part}{hint.governs}",
        f"cue:{hint.subject is not None}{hint.content is not None}",
        f"cue:{hint.governs}{hint.subject is not None}",
    ]


def source_hints(hint: Hint, phrase: Phrase) -> list[str]:
    """Whether a phrase is the source."""
    subject = hint.subject
    if subject is None:
        return ["source:no-subject-" + ("some" if phrase else "none")]
    if not phrase:
        return ["source:subject-none"]
    if phrase == subject:
        return ["source:same"]
    if phrase.end == subject.end:
        return ["source:same-end"]
    if phrase.start == subject.start:
        return ["source:same-start"]
    return ["source:overlap" if phrase.start < subject.end and subject.start < phrase.end else "source:other"]


def side_hints(hint: Hint, head: int, place: str) -> list[str]:
    """Whether the content is after the cue, before it, or on both sides."""
    if hint.content is None:
        return [f"place:none-{place}"]
    side = "after" if hint.content.start > head else "before"
    return [f"place:{side}-{place}-{hint.governs}"]


def edge_hints(name: str, hint: Hint, place: int) -> list[str]:
    """Whether a content begins or ends at a token: `name` is "start", "end" or "before"."""
    if hint.content is None:
        return []
    edge = hint.content.end if name == "end" else hint.content.start
    near = "same" if place == edge else "near" if abs(place - edge) <= 1 else "far"
    return [f"{name}:{near}-{hint.governs}"]
