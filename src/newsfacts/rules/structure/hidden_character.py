"""S27: a name or an id with a character that is not seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Document, Mention
from newsfacts.rules.needs import hidden_characters
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule
from newsfacts.rules.structure._definitions import places_of_keys
from newsfacts.text.printable import first_unsafe, printable
from newsfacts.text.source import Place


class HiddenCharacter(Rule):
    """Names and ids have only characters that are seen.

    What it checks:
        No id, no name, alias or label of what the document defines, and no mention has a character that is not seen (a space of
        no width, a soft hyphen), that turns the direction of the text, or that steers a terminal. Joiners within
        words are let through: emoji and several scripts need them.

    Why:
        Two names that look the same and are not are never found to be the same person, and a name whose direction is
        turned reads as another one than it is.

    Instead:
        Type the name again, or paste it without formatting.

    Fix:
        None: a fix never changes a name.
    """

    code = "S27"
    name = "hidden-character"
    severity = Severity.WARNING
    needs: Needs = (hidden_characters,)
    without_annotations = True
    VALID: Examples = (
        Example("---\nnewsfacts: 1\nentities: {sala: {name: José Sala}}\n---\n\n[Sala]{ref=sala} spoke."),
        Example(
            "The [\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645]{.mention} family met; the text\u00ad has a soft hyphen."
        ),
    )
    INVALID: Examples = (
        Example(
            '---\nnewsfacts: 1\nentities: {sala: {name: "Sa\u200bla"}}\n---\n\n[Sala]{ref=sala} spoke.',
            at="sala",
            message="the name “Sa\\u200bla” of “sala” has U+200B (zero width space), which is not seen",
        ),
        Example(
            "[Sa\u202ela]{.mention} spoke.",
            at="Sa\u202ela",
            message="the mention “Sa\\u202ela” has U+202E (right-to-left override), which turns the direction of the text",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for what, words, at in named(document):
            character = first_unsafe(words)
            if character is not None and character not in "\n\r\t":
                message = f"{what.format(printable(words))} has {in_words(character)}"
                yield self.finding(document, at, message, help="type it again without this character")


def named(document: Document) -> Iterator[tuple[str, str, Annotation | Place | None]]:
    """How to speak of each id and name, its words, and where it is."""
    own = document.own
    places = document.derived(places_of_keys)
    for noun, group in (("entity", own.entities), ("measure", own.measures), ("event", own.events)):
        for id in group:
            yield f"the id “{{}}” of the {noun}", id, places.get(id)
    for id, entity in own.entities.items():
        for name in entity.names:
            yield f"the name “{{}}” of “{escaped(id)}”", name, places.get(id)
    for labelled in (own.measures, own.events):
        for id, one in labelled.items():
            yield f"the label “{{}}” of “{escaped(id)}”", one.label or "", places.get(id)
    for annotation in document.annotations:
        if annotation.id is not None:
            yield "the id “{}”", annotation.id, annotation
        if isinstance(annotation, Mention):
            yield "the mention “{}”", annotation.text, annotation


def escaped(id: str) -> str:
    return printable(id).replace("{", "{{").replace("}", "}}")


def in_words(character: str) -> str:
    """The number and the name of a character, and what it does."""
    name = unicodedata.name(character, "").lower()
    number = f"U+{ord(character):04X}" + (f" ({name})" if name else "")
    if unicodedata.category(character) == "Cc":
        return f"{number}, a control character"
    if unicodedata.bidirectional(character) in (
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
        "R",
        "L",
        "AL",
    ):
        return f"{number}, which turns the direction of the text"
    return f"{number}, which is not seen"
