"""T27: a source whose words contain mentions, none of which is known to be the source."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.building.heads import Outcome, heads_among
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Source
from newsfacts.rules.attributions_of_note import unnamed_sources
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.values.languages import is_english

_HEAD = (
    "---\nnewsfacts: 1\nentities: {ann: {name: Ann Weiss, kind: person}, town: {name: Haldan, kind: place}}\n---\n\n"
)


class UnclearSource(Rule):
    """A source with mentions inside its words says which of them is the source.

    What it checks:
        A source without `ref=` takes its entities from the mention that is the head of its words: "Mayor `[Ann Weiss]`",
        "the mayor of `[Haldan]`, `[Ann Weiss]`". A mention that only describes the source is not the source: "`[Ann
        Weiss]`’s spokesman", "a spokesman for `[Haldan]`". Where none is the head, this is information; where the words
        leave it open ("supporters of Mayor `[Ann Weiss]`"), it is a warning. Until `ref=` says more, nothing is attributed
        to any of them. In other languages than English, only a mention that covers the words is known to be the head.

    Why:
        What the spokesman says is not what the president has said. A source that is guessed from a name inside its words
        puts words into the mouth of the wrong person.

    Instead:
        Write `ref=` on the source, with the id of who says it. A person without a name is an entity with `named: no` and
        a `description`.

    Fix:
        None: who the source is, only a person who reads the text can say.
    """

    code = "T27"
    name = "unclear-source"
    severity = Severity.WARNING
    looks_at: Kinds = (Source,)
    needs: Needs = (unnamed_sources,)
    VALID: Examples = (
        Example(
            f"{_HEAD}[[Mayor [Ann Weiss]{{ref=ann}}]{{.source}} [said]{{.cue}} [it works]{{.claim}}]{{.attribution}}."
        ),
        Example(
            f"{_HEAD}[[The mayor of [Haldan]{{ref=town}}, [Ann Weiss]{{ref=ann}}]{{.source}}, [said]{{.cue}} "
            "[it works]{.claim}]{.attribution}."
        ),
        Example(
            f"{_HEAD}[[[Ann Weiss]{{ref=ann}}’s office]{{.source ref=town}} [said]{{.cue}} "
            "[it works]{.claim}]{.attribution}."
        ),
        Example("[[[Her]{.mention} office]{.source} [said]{.cue} [it works]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            f"{_HEAD}[[[Ann Weiss]{{ref=ann}}’s spokesman]{{.source}} [said]{{.cue}} [it works]{{.claim}}]{{.attribution}}.",
            at="[Ann Weiss]{ref=ann}’s spokesman",
            message="the source “Ann Weiss’s spokesman” refers to no entity: “Ann Weiss” only describes it",
        ),
        Example(
            f"{_HEAD}[[Supporters of Mayor [Ann Weiss]{{ref=ann}}]{{.source}} [said]{{.cue}} "
            "[it works]{.claim}]{.attribution}.",
            at="Supporters of Mayor [Ann Weiss]{ref=ann}",
            message="the words “Supporters of Mayor Ann Weiss” leave open whether “Ann Weiss” is the source",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for source in document.derived(unnamed_sources):
            inner = [mention for mention in source.inner if mention.entities]
            if source.ref or source.heads or not inner:
                continue
            english = is_english(document.language_of(source))
            found = heads_among(source.spans, source.text, source.inner, english=english)
            names = " and ".join(f"“{mention.text}”" for mention in inner)
            verb = "describes" if len(inner) == 1 else "describe"
            described = found.outcome is Outcome.DESCRIBED
            yield self.finding(
                document,
                source,
                f"the source “{source.text}” refers to no entity: {names} only {verb} it"
                if described
                else f"the words “{source.text}” leave open whether {names} {'is' if len(inner) == 1 else 'are'} the source",
                help="write ref= on the source, with the id of who says it",
                severity=Severity.INFO if described else None,
            )
