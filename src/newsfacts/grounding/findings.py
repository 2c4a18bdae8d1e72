"""What grounding finds, as findings that every report of a check can show."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Label, Skipped
from newsfacts.grounding.results import Grounding, GroundItem, GroundOutcome
from newsfacts.rules import get_rule

__all__ = ["findings_of", "quoted", "skipped_of"]


def findings_of(grounding: Grounding) -> Iterator[Finding]:
    """A finding for each item that the sources do not support, in the order of the text."""
    for item in grounding.faults:
        if item.rule is None:
            continue
        rule = get_rule(item.rule)
        yield Finding(
            code=rule.code, rule=rule.name, severity=rule.severity,
            message=f"{quoted(item.words)}{_where(item, grounding)}: {_clause(item.why)}",
            place=grounding.document.in_file(item.span), spans=(item.span,), labels=tuple(_labels(item)), help=item.help,
        )  # fmt: skip


def skipped_of(grounding: Grounding) -> Iterator[Skipped]:
    """What could not be checked, and why."""
    for item in grounding.of(GroundOutcome.NOT_CHECKED):
        rule = get_rule("G03")
        yield Skipped(
            code=rule.code,
            rule=rule.name,
            reason=item.why,
            place=grounding.document.in_file(item.span),
        )


def _labels(item: GroundItem) -> Iterator[Label]:
    """The words of the source, with where they are in its own terms."""
    evidence = item.source
    if evidence is None:
        return
    place = evidence.place
    where = "the source" if place.first is None else f"the source, {place}"
    yield Label(where, evidence.document.in_file(evidence.span), is_in_file=place.first is None)


def _where(item: GroundItem, grounding: Grounding) -> str:
    """Where the words are in the terms of a text without lines of its own, such as a page."""
    place = grounding.document.place(item.span)
    return "" if place.first is None else f" ({place})"


def quoted(words: str) -> str:
    """Words on one line between quotation marks; those that have marks keep them."""
    shown = " ".join(words.split())
    return shown if shown[:1] in "“\"„«‘'" else f"“{shown}”"


_OPENINGS = ("The ", "No ", "Both ", "It ", "This ", "When ", "Whether ", "These ")


def _clause(sentence: str) -> str:
    """A sentence as it goes on after a colon."""
    words = sentence.removesuffix(".")
    return words[:1].lower() + words[1:] if words.startswith(_OPENINGS) else words
