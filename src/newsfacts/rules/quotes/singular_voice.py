"""Q17: "I", said by several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Document, EntityKind, Quote, QuoteKind
from newsfacts.rules.rule import Context, Example, Examples, Kinds, ProfileNames, Rule
from newsfacts.text.english import is_english

_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|me|my|mine|myself)\b")
_INNER = re.compile(r"‘[^‘’“”]{0,2000}’(?!\w)")


class SingularVoice(Rule):
    """A quote in the first person singular has one speaker, who is a person.

    What it checks:
        A direct quote with "I", "me" or "my" is not by several entities, nor by a group or an organisation alone. Words
        between inner quotation marks, which somebody else says, are left out.

    Why:
        "I resigned," the ministries said: somebody has lost the speaker on the way. A statement of a company may be
        written by its head, so this is for information, and in the `strict` profile.

    Instead:
        Name the person who spoke.

    Fix:
        None: who spoke is for a person to find out.
    """

    code = "Q17"
    name = "singular-voice"
    severity = Severity.INFO
    looks_at: Kinds = (Quote,)
    default = False
    profiles: ProfileNames = ("strict",)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann, kind: person}}\n---\n\n[“I resigned,”]{.quote "
            "by=ann} Ann said."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {firm: {name: Acme, kind: organization}}\n---\n\n"
            "[“He told us ‘I resigned’ and left,”]{.quote by=firm} the firm said."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {firm: {name: Acme, kind: organization}}\n---\n\n[“I "
            "resigned,”]{.quote by=firm} the firm said.",
            at="“I resigned,”",
            message="“I” is one person, but these words are by Acme, an organization",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann, kind: person}, bob: {name: Bob, kind: person}}\n"
            '---\n\n[“It was my idea,”]{.quote by="ann bob"} they said.',
            at="“It was my idea,”",
            message="“my” is one person, but these words are by Ann and Bob",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for quote in document.quotes:
            if quote.kind is not QuoteKind.DIRECT:
                continue
            speakers = document.speakers(quote)
            if not speakers or (
                len(speakers) == 1 and speakers[0].kind not in (EntityKind.ORGANIZATION, EntityKind.GROUP)
            ):
                continue
            if not is_english(document.language_of(quote)):
                yield self.skip(document, quote, "the pronouns that this rule knows are English")
                continue
            found = _FIRST_PERSON.search(_INNER.sub("", quote.text))
            if found:
                names = " and ".join(entity.name for entity in speakers)
                kind = speakers[0].kind
                what = "" if len(speakers) > 1 else f", {'an' if kind is EntityKind.ORGANIZATION else 'a'} {kind}"
                yield self.finding(
                    document,
                    quote,
                    f"“{found[0]}” is one person, but these words are by {names}{what}",
                    help="name the person who spoke",
                )
