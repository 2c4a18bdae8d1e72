"""What `ground` returns: every quotation, number and date of a text, and what its sources say about it."""

from __future__ import annotations

from typing import Final

import attrs

from newsfacts.enums import WordEnum
from newsfacts.errors import UnreadableSource
from newsfacts.sources.document import SourceDocument, SourcePlace
from newsfacts.text.spans import Span
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.times.times import TimeValue

__all__ = [
    "FAULTS",
    "GroundItem",
    "GroundItemKind",
    "GroundOutcome",
    "Grounding",
    "LeftOut",
    "LeftOutReason",
    "SourcePassage",
]


class GroundItemKind(WordEnum):
    """What kind of words are looked for."""

    QUOTE = "quotation"
    QUANTITY = "number"
    TIME = "time"
    CITATION = "citation"
    """A paragraph that cites no source, or one whose source does not have what it is cited for."""


class GroundOutcome(WordEnum):
    """What the sources say about one item of the text."""

    SUPPORTED = "supported"
    SAYS_MORE = "says more"
    """The text is more exact, or surer, than the source."""
    CONTRADICTED = "contradicted"
    """The source says something else about the same thing."""
    UNLIKE = "unlike"
    """The source has the same number of another unit, or as a change instead of a level."""
    NOT_FOUND = "not found"
    """No source says anything about it."""
    NOT_CHECKED = "could not be checked"


FAULTS: Final = (
    GroundOutcome.CONTRADICTED, GroundOutcome.SAYS_MORE, GroundOutcome.UNLIKE, GroundOutcome.NOT_FOUND,
)  # fmt: skip
"""The outcomes that are reported as findings."""


class LeftOutReason(WordEnum):
    """Why a figure of the text is not looked for."""

    ARITHMETIC = "arithmetic"
    """It is the sum or the difference of other figures, which the sources have."""
    QUOTED = "quoted"
    """It is part of a quotation, which is checked as a whole."""
    NOT_SAID = "not said"
    """Words between marks that may be a title, a name or a word used at a distance."""
    CITATION = "citation"
    """It belongs to a citation or a reference."""
    PRESENT = "present"
    """Words such as "now", which name no time."""
    UNSURE = "unsure"
    """It may be neither a number nor a time."""
    LABEL = "label"
    """It is a part of a name, or numbers an item of a list."""
    SUPPRESSED = "suppressed"
    """The text says, with a reason, that it is not to be checked."""


@attrs.frozen
class SourcePassage:
    """The words of a source that decide about an item. `sentence` is the sentence that they are in."""

    document: SourceDocument = attrs.field(repr=False)
    span: Span
    words: str
    sentence: Span

    @property
    def place(self) -> SourcePlace:
        """Where the words are, in the terms of the source."""
        return self.document.place(self.span)

    @property
    def path(self) -> str | None:
        """The file of the source."""
        return self.document.path

    @property
    def sentence_words(self) -> str:
        """The sentence around the words, on one line."""
        return " ".join(self.sentence.slice(self.document.text).split())


@attrs.frozen(kw_only=True)
class GroundItem:
    """One quotation, number or date of the text, at the code points of `span`, and what the sources say about it.

    `why` is a sentence. `source` is the place that decides, None where no source has anything. `cited` names the sources
    that the text cites for it. `rule` is the code under which it is reported, None where it is supported or unchecked.
    """

    kind: GroundItemKind
    span: Span
    words: str
    outcome: GroundOutcome
    why: str
    source: SourcePassage | None = None
    help: str | None = None
    cited: tuple[str, ...] = ()
    rule: str | None = None
    value: Quantity | TimeValue | None = attrs.field(default=None, repr=False)
    """What a number or a time of the text means; None for a quotation."""

    @property
    def ok(self) -> bool:
        """Whether the sources support it."""
        return self.outcome is GroundOutcome.SUPPORTED

    def __str__(self) -> str:
        return f"{self.outcome}: {self.words!r}: {self.why}"


@attrs.frozen
class LeftOut:
    """A figure or stretch of the text that is not looked for. `why` says so in a sentence."""

    span: Span
    words: str
    reason: LeftOutReason
    why: str


@attrs.frozen(kw_only=True)
class Grounding:
    """A text against its sources. `items` are in the order of the text, and so are those left out.

    `refused` are the sources that could not be read; nothing was looked for in them.
    """

    document: SourceDocument = attrs.field(repr=False)
    """The text as it was read."""
    items: tuple[GroundItem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    sources: tuple[SourceDocument, ...] = attrs.field(default=(), repr=False)
    refused: tuple[UnreadableSource, ...] = ()

    @property
    def text(self) -> str:
        """The text that was checked."""
        return self.document.text

    @property
    def path(self) -> str | None:
        """The file of the text; None for a text that came from none."""
        return self.document.path

    @property
    def ok(self) -> bool:
        """Whether the sources support every item that could be checked."""
        return not self.faults

    @property
    def faults(self) -> tuple[GroundItem, ...]:
        """The items that no source supports."""
        return tuple(item for item in self.items if item.outcome in FAULTS)

    def of(self, outcome: GroundOutcome) -> tuple[GroundItem, ...]:
        """The items with one outcome."""
        return tuple(item for item in self.items if item.outcome is outcome)
