"""Q16: the same quoted words, given to two people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Entity, Quote
from newsfacts.rules.needs import several_quotes
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, Rule
from newsfacts.rules.titles import marked_words

_WORD = re.compile(r"\w+")


class SameWordsTwoSpeakers(Rule):
    """One document does not give the same quoted words to different people.

    What it checks:
        Two quotes of at least `words` words (4 unless set) with the same words, whatever their case and punctuation,
        have a speaker in common. Shorter ones are not compared: anybody may say “No comment”. A quote that `repeats=`,
        `supports=` or `rebuts=` the other one may have another speaker.

    Why:
        When a whole sentence appears twice with two names, one of them is usually a slip of copying.

    Instead:
        Fix `by=` or the source; where somebody takes up the words of another, say so with `repeats=`.

    Fix:
        None: who said it is for a person to find out.
    """

    code = "Q16"
    name = "same-words-two-speakers"
    severity = Severity.WARNING
    looks_at: Kinds = (Quote,)
    needs: Needs = (several_quotes,)
    OPTIONS: Options = MappingProxyType({"words": Option(4, "how many words a quote needs to be compared")})
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}, bob: {name: Bob}}\n---\n\n"
            "[“No comment,”]{.quote by=ann} said Ann. [“No comment,”]{.quote by=bob} said Bob."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}, bob: {name: Bob}}\n---\n\n"
            "[“We will win this game,”]{.quote #q by=ann} said Ann. Bob laughed at [“we will win this "
            "game”]{.quote by=bob repeats=q}."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}}\n---\n\n"
            "[“We will win this game,”]{.quote by=ann} said Ann. Twice she said: [“We will win this "
            "game.”]{.quote by=ann}"
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}, bob: {name: Bob}}\n---\n\n"
            "[“We will win this game,”]{.quote by=ann} said Ann. Later Bob said: [“We will win this "
            "game.”]{.quote by=bob}",
            at="“We will win this game.”",
            message="these words are Bob's here, and Ann's on line 6",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}, bob: {name: Bob}}\n---\n\n"
            "[[“It was a fair fight,”]{.quote} [Ann]{.source ref=ann} [said]{.cue}]{.attribution}.\n"
            "[[“It was a fair fight,”]{.quote} [Bob]{.source ref=bob} [said]{.cue}]{.attribution}.",
            at="“It was a fair fight,”",
            message="these words are Bob's here, and Ann's on line 6",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if len({id(entity) for quote in document.quotes for entity in quote.by or document.speakers(quote)}) < 2:
            return
        least = context.option(self, "words")
        first: dict[tuple[str, ...], Quote] = {}
        for quote in document.quotes:
            words = tuple(_WORD.findall(marked_words(quote).casefold()))
            if len(words) < least:
                continue
            speakers = document.speakers(quote)
            if not speakers:
                continue
            other = first.setdefault(words, quote)
            if other is quote or are_related(document, quote, other):
                continue
            others = document.speakers(other)
            if {entity.id for entity in speakers} & {entity.id for entity in others}:
                continue
            place = document.place(other)
            where = f" on line {place.position.line}" if place else ""
            yield self.finding(
                document,
                quote,
                f"these words are {possessive(speakers)} here, and {possessive(others)}{where}",
                help="fix by= or the source, or say with repeats= that one takes up the words of the other",
                labels=self.label(document, other, "the same words"),
            )


def possessive(entities: tuple[Entity, ...]) -> str:
    """Whose something is: "Ann's", "Ann and Bob's"."""
    return " and ".join(entity.name for entity in entities) + "'s"


def are_related(document: Document, one: Quote, other: Quote) -> bool:
    """Whether one of two quotes says something about the other."""
    return any(
        (relation.source is one and relation.target is other) or (relation.source is other and relation.target is one)
        for relation in document.relations
    )
