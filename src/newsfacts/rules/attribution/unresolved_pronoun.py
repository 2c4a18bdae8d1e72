"""T09: a pronoun as source that refers to no one."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, Source
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule
from newsfacts.text.english import pronoun


class UnresolvedPronoun(Rule):
    """A source that is a pronoun says whom it stands for.

    What it checks:
        Where the source of an attribution is a pronoun such as "he" or "they", it has `ref=`. "I", "we" and "you" are
        not looked at.

    Why:
        Tables of who said what lose every "he said" that refers to no one; in PolNeAR these are 5,611 sources. Corpora
        that leave references to another layer do not run this rule.

    Instead:
        Write `ref=` with the id of the entity on the pronoun.

    Fix:
        None: whom a pronoun means is for a person to see.
    """

    code = "T09"
    name = "unresolved-pronoun"
    severity = Severity.INFO
    needs_english = True
    looks_at: Kinds = (Source,)
    default = False
    profiles: ProfileNames = ("strict", "newsroom")
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}}\n---\n\n[[She]{.source ref=ann} [said]{.cue} "
            "[it works]{.claim}]{.attribution}."
        ),
        Example("[[The mayor]{.source} [said]{.cue} [it works]{.claim}]{.attribution}."),
        Example("[[We]{.source} [asked]{.cue} [for talks]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "[[She]{.source} [said]{.cue} [it works]{.claim}]{.attribution}.",
            at="She",
            message="the source “She” refers to no entity",
        ),
        Example(
            "[[It works]{.claim}, [they]{.source} [added]{.cue}]{.attribution}.",
            at="they",
            message="the source “they” refers to no entity",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for source in document.of_kind(Source):
            if len(source.text) > 5 or source.entities:
                continue
            found = pronoun(source.text)
            if found is not None and found not in ("i", "we", "us", "you"):
                yield self.finding(
                    document,
                    source,
                    f"the source “{source.text}” refers to no entity",
                    help="say with ref= whom the pronoun means",
                )
