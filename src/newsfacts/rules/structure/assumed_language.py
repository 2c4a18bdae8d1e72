"""S25: a text that is read in a language which its document does not give."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.rules.rule import Context, Example, Examples, Rule
from newsfacts.text.languages import LANGUAGE_NAMES
from newsfacts.values.languages import is_english

_GERMAN = "Nach Angaben der Polizei waren [1.300]{.count} Menschen auf dem Platz, und es kam zu keinem Zwischenfall."


class AssumedLanguage(Rule):
    """A document that is not in English says so.

    What it checks:
        A document without `language:` has a text whose script and most frequent short words are English, or too few to
        tell. Any other language that they suggest is assumed, and this finding says which.

    Why:
        Words are read in English only; of other languages only the digits are, by that language's separators. "1.300" is
        1300 in German and 1.3 in English, so the language decides about every number.

    Instead:
        Write the language: `language: de`. For a single quote in another language, write `lang=de` on it.

    Fix:
        None: which language it is is for a person to confirm.
    """

    code = "S25"
    name = "assumed-language"
    severity = Severity.INFO
    VALID: Examples = (
        Example(f"---\nnewsfacts: 1\nlanguage: de\n---\n{_GERMAN}"),
        Example("According to the police there were [1,300]{.count} people on the square, and it was quiet."),
        Example("„[1.300]{.count}“"),
    )
    INVALID: Examples = (
        Example(
            _GERMAN,
            at="",
            message="no language is given, and the text seems to be in German; its numbers are read as German ones",
        ),
        Example(
            "---\nnewsfacts: 1\n---\nSelon la police, les organisateurs et la mairie, il y avait [1 300]{.count} "
            "personnes sur la place.",
            at="",
            message="no language is given, and the text seems to be in French; its numbers are read as French ones",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if document.language or is_english(document.reading_language):
            return
        tag = document.reading_language
        name = LANGUAGE_NAMES[tag]
        yield self.finding(
            document,
            None,
            f"no language is given, and the text seems to be in {name}; its numbers are read as {name} ones",
            help=f"write language: {tag} in the head of the document, or language: en if it is in English",
        )
