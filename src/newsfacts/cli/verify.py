"""`newsfacts verify QUOTES --source FILE...`: are these words really in that text, and if not, how do they differ?"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK
from newsfacts.cli.output import say, say_json, warn
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.anchors import Verification
    from newsfacts.model import Document
    from newsfacts.sources import SourceDocument

__all__ = ["add_arguments", "run", "text_of"]

MIN_QUOTED = 3
"""Of so many words or fewer, what is between marks within a line may be a part of the quotation."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Quotations come from a document (its quotes), from a text in Markdown, HTML, docx, odt or PDF (what is between quotation "
        "marks), from a list in JSON (of texts, or of objects with 'quote' and perhaps 'speaker'), CSV or TSV (with columns of these "
        "names), or from a plain text with one on each line. A quotation is verified where it is exact, or differs only by named "
        "normalizations, by fair ellipses, by explaining brackets or by an attribution between its parts; similar words are never "
        "verified. Where a speaker is given, the source must name the same one. Exit status 1 where a quotation is not verified."
    )
    parser.add_argument(
        "quotes",
        metavar="QUOTES",
        help="a document, a text, a list, or a text with one quotation a line; - reads standard input",
    )
    parser.add_argument(
        "--source",
        "-s",
        metavar="FILE",
        action="append",
        required=True,
        help="a text or document to look in, a folder or a pattern; may be given again",
    )
    parser.add_argument(
        "--speaker", metavar="NAME", help="who is said to speak, for quotations without a speaker of their own"
    )
    parser.add_argument(
        "--find", action="store_true", help="take what is between quotation marks, also in a plain text"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--max-gap", type=int, metavar="N", help="how many characters an ellipsis may leave out")


@attrs.frozen
class Asked:
    """A quotation that is asked about, and who is said to speak."""

    quote: str
    speaker: str | None = None


@attrs.frozen
class Answer:
    """What was found, and in which source. `speakers` are those that the source names, where one was asked for."""

    asked: Asked
    source: SourceDocument
    found: Verification
    speakers: tuple[str, ...] = ()
    is_other_speaker: bool = False

    @property
    def verified(self) -> bool:
        """Whether the words are in the source, and the speaker who was asked for says them."""
        return self.found.verified and not self.is_other_speaker

    @property
    def remark(self) -> str:
        """What is wrong with the speaker; empty where nothing is."""
        if not (self.is_other_speaker and self.found.verified):
            return ""
        names = [name for name in self.speakers if name]
        if not names:
            return f"the source does not say that {self.asked.speaker} says it"
        return f"said by {' and '.join(names)}, not by {self.asked.speaker}"

    @property
    def place(self) -> str:
        """Where the words are, or what is nearest to them."""
        span = self.found.place or (self.found.places[0] if self.found.places else None)
        span = span or (self.found.candidate.span if self.found.candidate else None)
        return self.source.place(span).with_path if span is not None else self.source.path or "-"


def run(arguments: argparse.Namespace) -> int:
    if arguments.max_gap is not None and arguments.max_gap < 0:
        raise UsageError("--max-gap is a number of characters, 0 or more")
    sources = sources_of(arguments.source, arguments.quotes)
    options = {} if arguments.max_gap is None else {"max_gap": arguments.max_gap}
    answers = []
    for asked in quotes_of(arguments.quotes, find=arguments.find):
        named = asked if asked.speaker else Asked(asked.quote, arguments.speaker)
        tried = [answer(named, source, options) for source in sources]
        answers.append(max(tried, key=lambda one: (one.verified, one.found.verified, one.found.score)))
    if arguments.json:
        say_json([as_data(one) for one in answers])
    else:
        print_table(answers)
    return EXIT_OK if all(one.verified for one in answers) else EXIT_FINDINGS


def answer(asked: Asked, source: SourceDocument, options: dict[str, Any]) -> Answer:
    """What one source says about a quotation, and about its speaker where one is given."""
    from newsfacts.anchors import verify_quote

    if asked.speaker is None:
        found = verify_quote(asked.quote, source.prepared, speakers=source.turns or None, **options)
        return Answer(asked, source, found)
    from newsfacts.sources.turns import turns_of

    turns = turns_of(source)
    own = [turn for turn in turns if is_same(asked.speaker, turn.speaker)]
    found = verify_quote(asked.quote, source.prepared, speakers=turns or None, **options)
    speakers = found.speakers if turns else named_speakers(source, found)
    if turns and len(found.places) > 1 and any(is_same(asked.speaker, name) for name in speakers):
        places = tuple(place for place in found.places if any(turn.span.overlaps(place) for turn in own))
        speakers = tuple(name for name in speakers if is_same(asked.speaker, name))
        found = attrs.evolve(found, places=places, speakers=speakers)
    return Answer(asked, source, found, speakers, not any(is_same(asked.speaker, name) for name in speakers))


def named_speakers(source: SourceDocument, found: Verification) -> tuple[str, ...]:
    """Who an article says a quotation is by, at the places where it is."""
    from newsfacts.grounding.speakers import speaker_at

    speakers = (speaker_at(source.text, place, widen=True) for place in found.places or found.fragments[:1])
    return tuple(dict.fromkeys(speaker.name for speaker in speakers if speaker is not None))


def is_same(asked: str, named: str) -> bool:
    """Whether two names may be those of one person: the words of one are among those of the other, without titles."""
    from newsfacts.grounding.speakers import Speaker

    first, second = Speaker(asked).names, Speaker(named).names
    return bool(first and second) and (first <= second or second <= first)


def sources_of(paths: Sequence[str], quotes: str) -> list[SourceDocument]:
    """The sources to look in, without the file of the quotations, which has all of them.

    Raises `UsageError` where a file that is named cannot be read, or there is none.
    """
    from newsfacts.sources import read_sources

    own = os.path.realpath(quotes)
    sources = read_sources(paths)
    for error in sources.refused:
        if error.path in paths:
            raise UsageError(str(error))
        warn(f"newsfacts: {error}")
    found = []
    for document in sources.documents:
        if document.path is not None and os.path.realpath(document.path) == own:
            warn(f"newsfacts: {document.path} has the quotations, and is not taken as a source")
        else:
            found.append(document)
    if not found:
        raise UsageError("there is no source to look in")
    return found


def text_of(path: str) -> str:
    """The text of a document, or of a plain file."""
    from newsfacts.formats import format_of_path

    return readable(path).text if format_of_path(path) is not None else file_text(path)


def readable(path: str) -> Document:
    """The document of a file. Raises `UsageError` where it cannot be read at all."""
    from newsfacts.cli.reading import is_unreadable, the_document

    document = the_document(path)
    if is_unreadable(document.problems):
        raise UsageError(f"{path}: {document.problems[0].message}")
    return document


def file_text(path: str) -> str:
    """The text of a plain file, which is in UTF-8."""
    from newsfacts.files import read_bytes
    from newsfacts.text.source import decode

    return decode(read_bytes(path), path=path).text


def quotes_of(path: str, *, find: bool = False) -> Iterator[Asked]:
    """The quotations that are asked about."""
    from newsfacts.cli.standard_input import read_stdin
    from newsfacts.sources.document import FileKind, SourceDocument
    from newsfacts.sources.reading import kind_of_name, read_source

    kind = kind_of_name(path) if path != "-" else None
    if kind is FileKind.DOCUMENT:
        yield from (Asked(quote.text) for quote in readable(path).quotes)
        return
    if kind not in (None, FileKind.TEXT):
        yield from quotes_in(read_source(path))
        return
    text = read_stdin() if path == "-" else file_text(path)
    if find:
        yield from quotes_in(SourceDocument(text=text, path=path))
    elif path.endswith((".csv", ".tsv")):
        yield from quotes_in_table(text, path)
    elif path.endswith(".json") or text.lstrip()[:1] == "[":
        yield from quotes_in_list(text, path)
    else:
        yield from quotes_by_line(text)
        if path != "-" and (number := sum(map(has_other_words, text.splitlines()))):
            warn(
                f"newsfacts: each line of {path} was taken for one quotation, and {number:,} of them have quotation marks "
                "within; --find takes what is between the marks"
            )


def has_other_words(line: str) -> bool:
    """Whether a line has a quotation of several words between double marks, and words before or after it."""
    from newsfacts.finders.quotes import find_quotes

    quotes = (quote.words for quote in find_quotes(line) if quote.words[:1] in '“"„«')
    return any(MIN_QUOTED < len(words.split()) < len(line.split()) for words in quotes)


def quotes_in(source: SourceDocument) -> Iterator[Asked]:
    """What is between the quotation marks of a text. In Markdown, headings, code and addresses are not."""
    from newsfacts.finders.quotes import find_quotes

    for quote in find_quotes(source.text, markup=source.markup.value):
        if quote.depth == 1:
            yield Asked(quote.words)


def quotes_by_line(text: str) -> Iterator[Asked]:
    yield from (Asked(line.strip()) for line in text.splitlines() if line.strip())


def quotes_in_table(text: str, path: str) -> Iterator[Asked]:
    """The column `quote` of a table, and the column `speaker` where there is one."""
    head = text.split("\n", 1)[0]
    # Spreadsheets write semicolons where the comma is the decimal sign.
    delimiter = "\t" if path.endswith(".tsv") else ";" if ";" in head and "," not in head else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [(name or "").strip() for name in rows.fieldnames or ()]
    rows.fieldnames = [name.lower() for name in columns]
    if "quote" not in rows.fieldnames:
        listed = ", ".join(columns)
        raise UsageError(f"{path} has no column named quote" + (f"; it has {listed}" if listed else ""))
    for row in rows:
        if row["quote"]:
            yield Asked(row["quote"], row.get("speaker") or None)


def quotes_in_list(text: str, path: str) -> Iterator[Asked]:
    """The items of a list in JSON; what is not JSON, and not said to be, has a quotation on each line."""
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        if path.endswith(".json"):  # elsewhere it may be a quotation that begins with a bracket
            raise UsageError(f"{path} is not JSON: {error}") from None
        found = None
    if not isinstance(found, list):
        if path.endswith(".json"):
            raise UsageError(f"{path} is not a list of quotations")
        yield from quotes_by_line(text)
        return
    for number, item in enumerate(found, 1):
        quote = item.get("quote") if isinstance(item, dict) else item
        speaker = item.get("speaker") if isinstance(item, dict) else None
        if not isinstance(quote, str):
            raise UsageError(f"{path}: item {number} is neither a text nor an object with a text under 'quote'")
        if speaker is not None and not isinstance(speaker, str):
            raise UsageError(f"{path}: the speaker of item {number} is not a text")
        yield Asked(quote, speaker)


def print_table(answers: Sequence[Answer]) -> None:
    from newsfacts.reports.run import plural

    for one in answers:
        found = one.found
        say(f"{found.kind.value:11} {one.place}  {' '.join(one.asked.quote.split())}")
        if found.kind.value != "exact":
            say(f"            {found.explanation}")
        if one.remark:
            say(f"            {one.remark}")
        if found.warnings:
            say(f"            warning: {found.warning}")
        if found.candidate is not None and not found.verified:
            say(f"            nearest: {found.candidate.words} ({found.candidate.score:.0%})")
    verified = sum(one.verified for one in answers)
    say(
        f"{verified} of {plural(len(answers), 'quotation')} verified"
        if answers
        else "there are no quotations to verify"
    )


def as_data(one: Answer) -> dict[str, Any]:
    found = one.found
    return {
        "quote": one.asked.quote,
        "kind": found.kind.value,
        "verified": one.verified,
        "source": one.source.path,
        "place": one.place,
        "explanation": found.explanation,
        "fragments": [[span.start, span.end] for span in found.fragments],
        "places": [[span.start, span.end] for span in found.places],
        "normalizations": [str(normalization) for normalization in found.normalizations],
        "gaps": [
            {"span": [gap.span.start, gap.span.end], "words": gap.words, "reason": gap.reason} for gap in found.gaps
        ],
        "warnings": [
            {"span": [limit.span.start, limit.span.end], "words": limit.words, "reason": limit.reason}
            for limit in found.warnings
        ],
        "differences": [{"quoted": difference.quoted, "source": difference.source} for difference in found.diff],
        "candidate": None
        if found.candidate is None
        else {"words": found.candidate.words, "score": round(found.candidate.score, 4)},
        "speaker": None
        if one.asked.speaker is None
        else {"asked": one.asked.speaker, "found": list(one.speakers), "remark": one.remark},
    }
