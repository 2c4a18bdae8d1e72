"""`newsfacts verify QUOTES --source FILE...`: are these words really in that text, and if not, how do they differ?"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK
from newsfacts.cli.output import say, say_json
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.anchors import PreparedSource, Verification
    from newsfacts.model import Document

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Quotations come from a document (its quotes), a JSON list (of texts, or of objects with 'quote'), or a text with "
        "one on each line. A quotation is verified where it is exact, or differs only by named normalizations, by fair "
        "ellipses or by explaining brackets, once or several times; similar words are never verified. Exit status 1 where one is not."
    )
    parser.add_argument(
        "quotes",
        metavar="QUOTES",
        help="a document, a .json list, or a text with one quotation a line; - reads standard input",
    )
    parser.add_argument(
        "--source",
        "-s",
        metavar="FILE",
        action="append",
        required=True,
        help="a text or document to look in; may be given again",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--max-gap", type=int, metavar="N", help="how many characters an ellipsis may leave out")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.anchors import PreparedSource, verify_quote

    if arguments.max_gap is not None and arguments.max_gap < 0:
        raise UsageError("--max-gap is a number of characters, 0 or more")
    documents = {path: source_document(path) for path in arguments.source}
    sources = {path: PreparedSource(document.text) for path, document in documents.items()}
    options = {} if arguments.max_gap is None else {"max_gap": arguments.max_gap}
    results = []
    for quote in quotes_of(arguments.quotes):
        tried = {path: verify_quote(quote, source, **options) for path, source in sources.items()}
        path = max(tried, key=lambda name: (tried[name].verified, tried[name].score))
        results.append((quote, path, tried[path]))
    if arguments.json:
        say_json([as_data(quote, path, found, sources[path]) for quote, path, found in results])
    else:
        print_table(results, documents)
    return EXIT_OK if all(found.verified for _, _, found in results) else EXIT_FINDINGS


def source_document(path: str) -> Document:
    """A document, or a plain file as one. Raises `UsageError` where it cannot be read."""
    from newsfacts.formats import format_of_path
    from newsfacts.model import Document

    if format_of_path(path) is not None:
        return readable(path)
    return Document(text=file_text(path), path=path)


def text_of(path: str) -> str:
    """The text of a document, or of a plain file."""
    return source_document(path).text


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


def quotes_of(path: str) -> Iterator[str]:
    """The quotations that are asked about."""
    from newsfacts.cli.reading import read_stdin
    from newsfacts.formats import format_of_path

    if path != "-" and format_of_path(path) is not None:
        yield from (quote.text for quote in readable(path).quotes)
        return
    text = read_stdin() if path == "-" else file_text(path)
    found = None
    if path.endswith(".json") or text.lstrip()[:1] == "[":
        try:
            found = json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            if path.endswith(".json"):  # elsewhere it may be a quotation that begins with a bracket
                raise UsageError(f"{path} is not JSON: {error}") from None
        if path.endswith(".json") and not isinstance(found, list):
            raise UsageError(f"{path} is not a list of quotations")
    if isinstance(found, list):
        for number, item in enumerate(found, 1):
            quote = item.get("quote") if isinstance(item, dict) else item
            if not isinstance(quote, str):
                raise UsageError(f"{path}: item {number} is neither a text nor an object with a text under 'quote'")
            yield quote
        return
    yield from (line.strip() for line in text.splitlines() if line.strip())


def print_table(results: list[tuple[str, str, Verification]], documents: dict[str, Document]) -> None:
    from newsfacts.reports.run import plural

    for quote, path, found in results:
        at = found.place or (found.candidate.span if found.candidate else None)
        where = f"{path}:{documents[path].place_of(at).position}" if at is not None else path
        say(f"{found.kind.value:10}  {where}  {quote}")
        if found.kind.value != "exact":
            say(f"            {found.explanation}")
        if found.candidate is not None and not found.verified:
            say(f"            nearest: {found.candidate.words} ({found.score:.0%})")
    verified = sum(found.verified for _, _, found in results)
    say(
        f"{verified} of {plural(len(results), 'quotation')} verified"
        if results
        else "there are no quotations to verify"
    )


def as_data(quote: str, path: str, found: Verification, source: PreparedSource) -> dict[str, Any]:
    return {
        "quote": quote,
        "kind": found.kind.value,
        "verified": found.verified,
        "source": path,
        "explanation": found.explanation,
        "fragments": [[span.start, span.end] for span in found.fragments],
        "places": [[span.start, span.end] for span in found.places],
        "normalizations": [str(normalization) for normalization in found.normalizations],
        "gaps": [
            {"span": [gap.span.start, gap.span.end], "words": gap.words, "reason": gap.reason} for gap in found.gaps
        ],
        "differences": [{"quoted": difference.quoted, "source": difference.source} for difference in found.diff],
        "candidate": None
        if found.candidate is None
        else {"words": found.candidate.words, "score": round(found.candidate.score, 4)},
    }
