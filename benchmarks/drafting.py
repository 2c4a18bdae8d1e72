"""How good drafts are on texts of other kinds than those that the weights were learned from.

    python benchmarks/drafting.py                  the ten articles of benchmarks/drafting, at each level
    python benchmarks/drafting.py -v               and each attribution that is wrong or missing
    python benchmarks/drafting.py FILE.facts ...   your own annotated articles

Every article is drafted from its text alone and compared with its own attributions. An attribution is right if its cue and its
source overlap those of the article and its content shares half of its characters (intersection over union). What has its
cue within a content of the article is not judged: the articles have one level of attribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs
from _command_line import parser_of, text_file

from newsfacts import FoundAttribution, Level, find_attributions, load
from newsfacts.errors import NewsfactsError
from newsfacts.model import Attribution, Document
from newsfacts.text.spans import Span

ARTICLES = Path(__file__).parent / "drafting"
EDGE = " \t\n\u00a0\"“”'‘’«».,;:!?—–-"
LEVELS = (Level.SURE, Level.LIKELY, Level.GUESS)


@attrs.frozen
class Parts:
    """The code points of an attribution, without marks at the edges."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    level: Level | None
    words: str

    @property
    def near(self) -> frozenset[int]:
        """The cue, or else the source."""
        return self.cue or self.source


@attrs.frozen
class Scored:
    """How many attributions of a level or a surer one are right, were proposed, and are there."""

    right: int
    proposed: int
    there: int

    def __add__(self, other: Scored) -> Scored:
        return Scored(self.right + other.right, self.proposed + other.proposed, self.there + other.there)

    def __str__(self) -> str:
        precision = 100 * self.right / max(1, self.proposed)
        recall = 100 * self.right / max(1, self.there)
        return f"{precision:3.0f} / {recall:3.0f}  ({self.right} of {self.proposed}, {self.there} there)"


def trimmed(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The code points of spans, without marks and space at their edges."""
    found: set[int] = set()
    for span in spans:
        start, end = span.start, span.end
        while start < end and text[start] in EDGE:
            start += 1
        while end > start and text[end - 1] in EDGE:
            end -= 1
        found.update(range(start, end))
    return frozenset(found)


def of_document(document: Document, each: Attribution) -> Parts:
    """An attribution that a person wrote."""
    text = document.text
    source = trimmed(text, (span for one in each.source for span in one.spans))
    cue = frozenset(place for one in each.cues for span in one.spans for place in range(span.start, span.end))
    content = trimmed(text, (span for one in each.contents for span in one.spans))
    return Parts(source, cue, content, None, each.text)


def of_draft(text: str, each: FoundAttribution) -> Parts:
    """An attribution that was found."""
    source = trimmed(text, [each.source] if each.source is not None else [])
    cue = frozenset(place for span in each.cue for place in range(span.start, span.end))
    words = [span.slice(text) for span in sorted((*each.cue, *each.contents, *([each.source] if each.source else [])))]
    return Parts(source, cue, trimmed(text, each.contents), each.level, " | ".join(words))


def is_right(one: Parts, other: Parts) -> bool:
    """Whether two attributions are the same in cue, source and content."""
    same_source = bool(one.source & other.source) or not (one.source or other.source)
    shared, whole = len(one.content & other.content), len(one.content | other.content)
    return bool(one.cue & other.cue) and same_source and whole > 0 and 2 * shared >= whole


def score(document: Document, engine: str) -> Iterator[tuple[Level, Scored, list[str]]]:
    """For each level what is right, and the lines that say what is not."""
    text = document.text
    gold = [of_document(document, each) for each in document.attributions]
    inside = frozenset(place for each in gold for place in each.content)
    found = [of_draft(text, each) for each in find_attributions(text, engine=engine)]
    for number, level in enumerate(LEVELS):
        here = [each for each in found if each.level in LEVELS[: number + 1] and not each.cue <= inside]
        left = list(gold)
        wrong = []
        for each in here:
            match = next((one for one in left if is_right(one, each)), None)
            if match is None:
                wrong.append(f"  wrong ({each.level}): {each.words}")
            else:
                left.remove(match)
        missing = [f"  missing: {each.words}" for each in left]
        yield level, Scored(len(here) - len(wrong), len(here), len(gold)), [*wrong, *missing]


def run(paths: Sequence[str], engine: str, *, verbose: bool) -> None:
    """Print precision and recall of each article and of all."""
    totals = dict.fromkeys(LEVELS, Scored(0, 0, 0))
    print(f"{'precision / recall':24}" + "".join(f"{level!s:34}" for level in LEVELS))
    for path in paths:
        cells: list[str] = []
        lines: list[str] = []
        for level, scored, lines in score(load(path), engine):  # noqa: B007  those of the last level have everything
            totals[level] += scored
            cells.append(f"{scored!s:34}")
        print(f"{Path(path).stem:24}" + "".join(cells).rstrip())
        if verbose:
            print("\n".join(lines).replace("\n\n", " ¶ "))
    print(f"{'all':24}" + "".join(f"{totals[level]!s:34}" for level in LEVELS).rstrip())


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument(
        "files", nargs="*", type=text_file, help="annotated articles (default: those of benchmarks/drafting)"
    )
    parser.add_argument("--engine", default="rules", help="what drafts (default: %(default)s)")
    parser.add_argument("--verbose", "-v", action="store_true", help="also list what is wrong or missing")
    arguments = parser.parse_args()
    files = arguments.files or sorted(ARTICLES.glob("*.facts"))
    try:
        run([*map(str, files)], arguments.engine, verbose=arguments.verbose)
    except NewsfactsError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
