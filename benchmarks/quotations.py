"""Prints how many quotations of a corpus are verified against their own article, as they are and altered in ten ways.

NEWSFACTS_CORPORA=FOLDER PYTHONPATH=src python benchmarks/quotations.py [NUMBER]

`NEWSFACTS_CORPORA` names a folder with JSON Lines and a `text` in each line. NUMBER is how many articles are drawn, 300 unless
given. Every altered quotation that is verified is printed, for a person to judge: some are fair by chance, because the
article has the altered words too.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator

from _command_line import folder_of_corpora, parser_of, positive_number

from newsfacts.anchors import PreparedSource, verify_quote
from newsfacts.text.quotation_marks import scan

OTHER_WORDS = ("purple", "harbour", "seventeen", "yesterday", "budget", "mayor")
NEGATION = re.compile(r"\b(?:not|never|no|nobody|none)\b |n['’]t\b", re.IGNORECASE)
HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|probably|maybe|possibly|allegedly|almost|nearly|about|only)\b ", re.IGNORECASE
)
VERB = re.compile(r"\b(?:is|are|was|were|will|can|should|would|has|have)\b (?!not)")


def altered(words: str, random_: random.Random) -> Iterator[tuple[str, str]]:
    """Ways of altering a quotation."""
    parts = words.split()
    place = random_.randrange(1, len(parts) - 1)
    before, word, after = parts[:place], parts[place], parts[place + 1 :]
    if NEGATION.search(words):
        yield "negation dropped", NEGATION.sub("", words, count=1)
    if found := VERB.search(words):
        yield "negation added", f"{words[: found.end()]}not {words[found.end() :]}"
    if HEDGE.search(words):
        yield "hedge dropped", HEDGE.sub("", words, count=1)
    if found := re.search(r"\d+", words):
        yield "number changed", f"{words[: found.start()]}{int(found[0]) + 3}{words[found.end() :]}"
    if found := re.search(r" (?:not|never)\b", words):
        yield "ellipsis swallows a negation", f"{words[: found.start()]} ... {words[found.end() :]}"
    yield "word swapped", " ".join([*before, random_.choice(OTHER_WORDS), *after])
    yield "word left out", " ".join([*before, *after])
    if word != before[-1]:
        yield "two words exchanged", " ".join([*before[:-1], word, before[-1], *after])
    yield "brackets replace a word", " ".join([*before, "[the committee]", *after])
    yield "brackets replace the first word", " ".join(["[The committee]", *parts[1:]])
    yield "brackets add a negation", " ".join([*before, "[not]", word, *after])


def fair(words: str, random_: random.Random) -> Iterator[tuple[str, str]]:
    """Ways of quoting that change nothing."""
    parts = words.split()
    place = random_.randrange(1, len(parts))
    yield "as printed", words
    yield "in capitals", words.upper()
    yield "with [sic]", " ".join([*parts[:place], "[sic]", *parts[place:]])
    if words[:2].isalpha():
        yield "with the first letter in brackets", f"[{words[0].swapcase()}]{words[1:]}"


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument(
        "number",
        nargs="?",
        type=positive_number,
        default=300,
        help="how many articles are drawn (default: %(default)s)",
    )
    wanted = parser.parse_args().number
    folder = folder_of_corpora(parser)
    random_ = random.Random(11)
    paths = sorted(folder.rglob("*.jsonl"))
    texts = [json.loads(line).get("text") for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [text for text in texts if isinstance(text, str)]
    random_.shuffle(texts)
    counted: Counter[tuple[str, str, bool]] = Counter()
    warned = 0
    for text in texts[:wanted]:
        source = PreparedSource(text)
        stretches = [
            found for found in scan(text).stretches if found.level == 1 and found.closing and not found.continued
        ]
        quotes = [text[found.inner_start : found.inner_end] for found in stretches]
        quotes = [quote for quote in quotes if len(quote.split()) >= 6 and "\n" not in quote]
        for quote in random_.sample(quotes, min(4, len(quotes))):
            for way, words in fair(quote, random_):
                found = verify_quote(words, source)
                counted["fair", way, found.verified] += 1
                warned += way == "as printed" and bool(found.warnings)
            for way, words in altered(quote, random_):
                found = verify_quote(words, source)
                counted["altered", way, found.verified] += 1
                if found.verified:
                    print(f"{way}: {words!r}\n    {found}")
    for kind, way in dict.fromkeys((kind, way) for kind, way, _ in sorted(counted)):
        verified, refused = counted[kind, way, True], counted[kind, way, False]
        print(f"{kind:8}{way:34}{verified:6} verified {refused:6} not verified")
    print(f"{warned} of those as printed have a warning")


if __name__ == "__main__":
    main()
