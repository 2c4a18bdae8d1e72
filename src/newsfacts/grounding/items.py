"""Numbers and dates of the text as items, with their outcome, reason and help."""

from __future__ import annotations

from typing import Final

from newsfacts.finders.results import FoundQuantity, FoundValue
from newsfacts.grounding.match import Match
from newsfacts.grounding.matching import Decision
from newsfacts.grounding.results import GroundItem, GroundItemKind, GroundOutcome, SourcePassage
from newsfacts.text.spans import Span
from newsfacts.values.comparison import SupportOutcome

__all__ = ["item_of", "item_of_list", "item_of_numbers", "item_without_context"]

_OUTCOMES: Final = {
    SupportOutcome.SUPPORTED: GroundOutcome.SUPPORTED,
    SupportOutcome.SAYS_MORE: GroundOutcome.SAYS_MORE,
    SupportOutcome.CONTRADICTED: GroundOutcome.CONTRADICTED,
    SupportOutcome.UNLIKE: GroundOutcome.UNLIKE,
    SupportOutcome.UNKNOWN: GroundOutcome.NOT_CHECKED,
}
_RULES: Final = {
    GroundOutcome.CONTRADICTED: "G03",
    GroundOutcome.SAYS_MORE: "G04",
    GroundOutcome.UNLIKE: "G05",
    GroundOutcome.NOT_FOUND: "G06",
}
NEAR: Final = 0.2
"""From this likeness of their contexts on, or with two words that both have, the nearest value of the sources is shown."""
_LIST: Final = "The sentence is a list of numbers; its words do not say what each of them is."


def item_without_context(value: FoundValue) -> GroundItem:
    """A value whose sentence has no other word that tells what it is about."""
    return _unchecked(value, "No other word of the sentence says what it is about.")


def item_of_list(value: FoundValue) -> GroundItem:
    """A value of a sentence that is a list of numbers."""
    return _unchecked(value, _LIST)


def item_of_numbers(span: Span, words: str) -> GroundItem:
    """All numbers of a sentence that is known to be a list of them before they are read."""
    return GroundItem(
        kind=GroundItemKind.QUANTITY, span=span, words=words, outcome=GroundOutcome.NOT_CHECKED, why=_LIST
    )


def _unchecked(value: FoundValue, why: str) -> GroundItem:
    kind = GroundItemKind.QUANTITY if isinstance(value, FoundQuantity) else GroundItemKind.TIME
    return GroundItem(
        kind=kind, span=value.span, words=value.words, outcome=GroundOutcome.NOT_CHECKED, value=value.value, why=why
    )


def _help(nearest: Match | None) -> str:
    """What to do about a value that no source has, with the value of the source that is nearest to it."""
    is_near = nearest is not None and (nearest.likeness.score >= NEAR or len(nearest.likeness.shared) > 1)
    if nearest is None or not is_near or nearest.support.outcome is SupportOutcome.SUPPORTED:
        return "Add the source of it, or leave it out."
    words = " ".join(nearest.value.words.split())
    sentence = " ".join(nearest.sentence.prose.split())
    return f"Add the source of it, or leave it out. The nearest in the sources is “{words}”, which may be about something else: {sentence}"


def _why(match: Match) -> str:
    """Why, for someone who reads both texts: the number in the words of the source tells more than what it means."""
    if match.support.rule == "same" and isinstance(match.value, FoundQuantity):
        words = " ".join(match.value.words.split())
        return f"The source has “{words}”, the same number."
    return match.support.because


def item_of(value: FoundValue, decision: Decision) -> GroundItem:
    """A value, and what the sources say about it."""
    kind = GroundItemKind.QUANTITY if isinstance(value, FoundQuantity) else GroundItemKind.TIME
    if decision.is_cut:
        return _unchecked(value, "The text has too many numbers for all of them to be compared with every sentence.")
    match = decision.match
    if match is None or not decision.is_sure:
        what = "number" if kind is GroundItemKind.QUANTITY else "time"
        return GroundItem(
            kind=kind, span=value.span, words=value.words, outcome=GroundOutcome.NOT_FOUND, rule="G06", value=value.value,
            why=f"No source has this {what} in a sentence about the same thing.",
            help=_help(match),
        )  # fmt: skip
    outcome = _OUTCOMES[match.support.outcome]
    if match.support.rule == "weekday-added":
        outcome = GroundOutcome.NOT_CHECKED
    sentence = match.sentence
    span = match.value.span.shifted(sentence.span.start)
    evidence = SourcePassage(sentence.document, span, match.value.words, sentence.span)
    help = None if outcome is GroundOutcome.SUPPORTED else f"The source has: {evidence.sentence_words}"
    return GroundItem(
        kind=kind, span=value.span, words=value.words, outcome=outcome, why=_why(match), source=evidence,
        help=help, rule=_RULES.get(outcome), value=value.value,
    )  # fmt: skip
