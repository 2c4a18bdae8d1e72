"""T28: a mention whose words are the name of someone or something else."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Entity, Mention
from newsfacts.rules.attribution._names import (
    Fit,
    fit,
    folded,
    is_name,
    names_of_all,
    odd_capitals,
    says_nothing_of_names,
)
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule

_HEAD = (
    "---\nnewsfacts: 1\nentities:\n  weiss: {name: Anna Weiss, kind: person}\n  haldan: {name: Per Haldan, kind: person}\n"
    "  health: {name: Ministry of Health, kind: organization}\n---\n"
)


class UnfitMention(Rule):
    """The words of a mention fit the entity that it refers to.

    What it checks:
        A mention that is written as a name, with `ref=` to one named entity, has a name of that entity: not the name of
        another entity, not one with a letter changed or lost, not the same institution for another subject ("Ministry of
        Defence" for the Ministry of Health). Titles, initials, inflected forms, usual transliterations, aliases, names
        with nothing in common that are not full names, and descriptions ("the mayor") are left alone.

    Why:
        The id is chosen from a list, and the next one in it is a click away. Everything that is said about the mention then
        counts for the wrong person.

    Instead:
        Correct `ref=`; or, where it is another name of the same entity, add it to its `aliases`.

    Fix:
        None: who is meant is for a person to see.
    """

    code = "T28"
    name = "unfit-mention"
    severity = Severity.WARNING
    looks_at: Kinds = (Mention,)
    VALID: Examples = (
        Example(_HEAD + "[Weiss]{ref=weiss} met [Mr. Haldan]{ref=haldan} at [the ministry]{ref=health}."),
        Example(_HEAD + "[A. Weiss]{ref=weiss}, [Weiss’s]{ref=weiss} car, [the mayor]{ref=weiss}, [She]{ref=weiss}."),
        Example(_HEAD + "[Haldans]{ref=haldan} Haus. [The Iron Lady]{ref=weiss}. [Per Haldan, 58,]{ref=haldan}"),
    )
    INVALID: Examples = (
        Example(
            _HEAD + "[Per Haldan]{ref=weiss} resigned.",
            at="Per Haldan",
            message="“Per Haldan” refers to Anna Weiss, but is the name of another entity (haldan)",
        ),
        Example(
            _HEAD + "[Anna Weis]{ref=weiss} resigned.",
            at="Anna Weis",
            message="“Anna Weis” refers to Anna Weiss, but “Weis” is not “Weiss”",
        ),
        Example(
            _HEAD + "[The Ministry of Defence]{ref=health} refused.",
            at="The Ministry of Defence",
            message="“The Ministry of Defence” refers to Ministry of Health, which is not its name",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for mention in document.mentions:
            ref = mention.ref
            if len(ref) == 1 and ref[0].named and mention.spans and not says_nothing_of_names(mention.text):
                message = misfit(document, mention, ref[0])
                if message is not None:
                    yield self.finding(
                        document,
                        mention,
                        f"“{mention.text}” refers to {mention.ref[0].name}, {message}",
                        help="correct ref=, or add the name to the aliases of the entity",
                    )


def misfit(document: Document, mention: Mention, entity: Entity) -> str | None:
    """What is wrong with the words of a mention; None where nothing surely is."""
    words = mention.text
    others = names_of_all(document).get(folded(words), ()) if is_name(words) else ()
    if others and entity not in others:
        return f"but is the name of another entity ({others[0].id})"
    found = fit(words, entity)
    if found.fit is Fit.MISSPELT:
        return f"but “{found.word}” is not “{found.wanted}”"
    if found.fit in (Fit.OTHER_SUBJECT, Fit.OTHER_NAME):
        return "which is not its name" if found.fit is Fit.OTHER_SUBJECT else "whose name has nothing in common with it"
    odd = odd_capitals(words, entity.names)
    return f"but “{odd}” has a capital letter too many" if odd is not None else None
