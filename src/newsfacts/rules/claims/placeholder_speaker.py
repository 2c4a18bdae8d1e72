"""C15: a placeholder in the place of somebody's name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Claim, Document, Entity, Mention, Quote
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule

_PLACEHOLDER = re.compile(
    r"(?:an? |some |several |various |many |multiple )?"
    r"(?:anonymous|unknown|unnamed|unidentified|n/?a|none|tbd|tba|\?+|-+|various|others?|social media|internet|online|"
    r"(?:anonymous |unknown |unnamed |unidentified |various |multiple )?"
    r"(?:social media|facebook|twitter|tiktok|instagram|whatsapp|telegram|youtube|internet|online)"
    r"(?: (?:users?|posts?|accounts?|pages?|messages?|videos?|claims?|rumou?rs?)){1,2}|"
    r"(?:anonymous|unknown|unnamed|unidentified|various|multiple) "
    r"(?:sources?|authors?|persons?|people|users?|speakers?|accounts?|websites?|posts?))\Z",
    re.IGNORECASE,
)


class PlaceholderSpeaker(Rule):
    """Who is not known by name is not given a placeholder for one.

    What it checks:
        No entity that makes a claim or a quote, or is mentioned, is named "Unknown", "Anonymous social media user",
        "N/A" and the like.

    Why:
        A placeholder is taken for a name: all unknown people of all articles become one person with many opinions.
        ClaimReview asks to leave the author out instead.

    Instead:
        Leave `by=` out, or define the entity with `named: no` and a description.

    Fix:
        None: whether something is known of the person is for the annotator to say.
    """

    code = "C15"
    name = "placeholder-speaker"
    severity = Severity.WARNING
    looks_at: Kinds = (Claim, Quote)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {user: {kind: person, named: no, description: a social media "
            "user}}\n---\n\n[It rained]{.claim by=user}."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {a: {name: Anonymous Church of Orsk}, t: {name: Twitter}}\n---\n\n[It "
            'rained]{.claim by="a t"}.'
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {user: {name: Anonymous social media user, kind: person}}\n---\n\n[It "
            "rained]{.claim by=user}.",
            at="It rained",
            message="“Anonymous social media user” is a placeholder, and not a name",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {x: {name: Unknown}}\n---\n\n[[Somebody]{.source ref=x} [said]{.cue} "
            "[“It rained”]{.quote}]{.attribution}.",
            at="Somebody",
            message="“Unknown” is a placeholder, and not a name",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        wanting = {entity.id: entity for entity in document.factbook.entities.values() if is_placeholder(entity)}
        if not wanting:
            return
        reported: set[str] = set()
        for annotation in document.annotations:
            if isinstance(annotation, Claim | Quote):
                entities = annotation.by
            elif isinstance(annotation, Mention):
                entities = annotation.ref
            else:
                continue
            for entity in entities:
                if entity.id in wanting and entity.id not in reported:
                    reported.add(entity.id)
                    message = f"“{entity.name}” is a placeholder, and not a name"
                    yield self.finding(
                        document,
                        annotation,
                        message,
                        help="leave by= out, or define it with named: no and a description",
                    )


def is_placeholder(entity: Entity) -> bool:
    """Whether an entity has a name that is none."""
    return entity.named and entity.given_name is not None and is_no_name(entity.given_name)


@functools.lru_cache(maxsize=4096)
def is_no_name(name: str) -> bool:
    """Whether these words only take the place of a name. The names of a shared factbook are looked at once."""
    return len(name) <= 60 and bool(_PLACEHOLDER.match(name.strip()))
