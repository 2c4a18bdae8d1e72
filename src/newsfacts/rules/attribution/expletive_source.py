"""T05: "It" as a source where it refers to no one."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Source
from newsfacts.rules.attributions_of_note import unnamed_sources
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, Rule
from newsfacts.text.english import FINITE_BE, REPORTED, lower_words

_EXPLETIVES = ("it", "there")


class ExpletiveSource(Rule):
    """A source is someone: not the "it" of "it is said".

    What it checks:
        Where a source is the word "It" or "There" and refers to no entity, its cue is not a passive such as "is said",
        "was reported" or "has long been believed". The list of participles is an option.

    Why:
        "It is said that" names no one. PolNeAR's guideline excludes this "it" as a source. An "it" before an active
        verb usually is an organisation ("It said in a statement"), so only passive cues are looked at.

    Instead:
        Take the mark off the word, and write `voice=implied` on the attribution.

    Fix:
        None: whether the word refers to somebody is for a person to see.
    """

    code = "T05"
    name = "expletive-source"
    severity = Severity.WARNING
    needs_english = True
    looks_at: Kinds = (Source,)
    needs: Needs = (unnamed_sources,)
    OPTIONS: Options = MappingProxyType(
        {"participles": Option(REPORTED, "participles that make a cue with a form of “be” passive")}
    )
    VALID: Examples = (
        Example("The bank lost money. [[It]{.source} [said]{.cue} [it would recover]{.claim}]{.attribution}."),
        Example("[[It]{.source} [has said]{.cue} [it was expected to grow]{.claim}]{.attribution}."),
        Example("[It [is said]{.cue} [he fled]{.claim}]{.attribution voice=implied}."),
        Example(
            "---\nnewsfacts: 1\nentities: {bank: {name: The Bank}}\n---\n\n"
            "[[It]{.source ref=bank} [was reported]{.cue} to [have lost money]{.claim}]{.attribution}."
        ),
    )
    INVALID: Examples = (
        Example(
            "[[It]{.source} [is said]{.cue} that [he fled]{.claim}]{.attribution}.",
            at="It",
            message="“It” refers to no one in “It is said”, so it is not a source",
        ),
        Example(
            "[[It]{.source} has long been [believed]{.cue} that [he fled]{.claim}]{.attribution}.",
            at="It",
            message="“It” refers to no one in “It has long been believed”, so it is not a source",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for attribution in document.attributions:
            for source in attribution.source:
                if (
                    len(source.text) > 5
                    or source.text.lower() not in _EXPLETIVES
                    or source.entities
                    or not attribution.cue
                ):
                    continue
                start, end = source.span.start, attribution.cue.span.end
                if source.span.end <= attribution.cue.span.start <= source.span.end + 40:
                    words = lower_words(document.text[source.span.end : end])
                    if words and words[-1] in context.option(self, "participles") and not FINITE_BE.isdisjoint(words):
                        yield self.finding(
                            document,
                            source,
                            f"“{source.text}” refers to no one in “{document.text[start:end]}”, so it is not a source",
                            help="take the mark off the word, and write voice=implied on the attribution",
                        )
