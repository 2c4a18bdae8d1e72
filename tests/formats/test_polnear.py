"""A part of the PolNeAR corpus, as its annotators left it. It stays out of the project: its texts are other people's.

Where the environment variable NEWSFACTS_CORPORA names the folder of corpora, every annotation must be read, and the
check must find what `docs/case-study-polnear.md` lists: each finding there was looked at by hand.
"""

from __future__ import annotations

import functools
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.documents import read_file
from newsfacts.findings import Finding
from newsfacts.model import Attribution, Document
from newsfacts.text.spans import Span

CORPORA = os.environ.get("NEWSFACTS_CORPORA", "")
PAGE = Path(__file__).parents[2] / "docs" / "case-study-polnear.md"

pytestmark = pytest.mark.skipif(
    not CORPORA, reason="PolNeAR is not part of the project; NEWSFACTS_CORPORA names the folder that holds it"
)

_SPAN_LINE = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t")


@functools.cache
def documents() -> tuple[Document, ...]:
    paths = sorted(Path(CORPORA, "polnear", "data").glob("*/attributions/*.ann"))
    return tuple(document for path in paths for document in read_file(path))


@functools.cache
def findings(profile: str) -> tuple[tuple[str, Finding], ...]:
    """Every finding, with the file that it was found in."""
    configuration = Configuration(profile=profile)
    return tuple(
        (Path(document.path or "").stem, finding)
        for document in documents()
        for finding in check(document, configuration).findings
    )


def span_lines(document: Document) -> dict[str, tuple[Span, ...]]:
    """The ids and spans of the text-bound annotations, straight from the file."""
    text = Path(document.path or "").read_text(encoding="utf-8")
    return {
        found[1]: tuple(Span(*map(int, pair.split())) for pair in found[2].split(";"))
        for found in map(_SPAN_LINE.match, text.splitlines())
        if found is not None
    }


def test_every_span_of_every_file_is_read_as_it_stands() -> None:
    assert len(documents()) == 38
    assert [document.problems for document in documents() if document.problems] == []
    lines = equal = 0
    for document in documents():
        triggers = 0
        for id, spans in span_lines(document).items():
            lines += 1
            try:
                equal += tuple(sorted(spans)) == document[id].spans
            except KeyError:
                triggers += 1  # an attribution's trigger repeats the span of one of its roles
                equal += any(tuple(sorted(spans)) == annotation.spans for annotation in document)
        assert triggers == len(document.attributions)
    assert (lines, equal) == (2959, 2959)


def test_the_numbers_of_the_corpus() -> None:
    attributions = [attribution for document in documents() for attribution in document.attributions]
    roles = [one for document in documents() for one in document if not isinstance(one, Attribution)]
    assert len(attributions) == 744
    assert sum(not attribution.source for attribution in attributions) == 27
    assert sum(len(attribution.contents) for attribution in attributions) == 752
    assert sum(len(role.spans) > 1 for role in roles) == 120


def test_what_the_default_rules_find() -> None:
    assert Counter(finding.code for _, finding in findings("default")) == {
        "A05": 8, "Q09": 2, "Q11": 6, "Q12": 4, "T11": 3,
    }  # fmt: skip
    assert sum(result.skipped != () for result in map(check, documents())) == 0


def test_what_the_profile_polnear_finds() -> None:
    assert Counter(finding.code for _, finding in findings("polnear")) == {
        "A05": 8, "A08": 1, "Q09": 2, "Q11": 6, "Q12": 4, "T25": 1,
    }  # fmt: skip


def test_every_cut_word_and_every_edge_of_white_space_is_found() -> None:
    """Counted once more, with nothing of the rules: two small letters that touch at the edge of a span."""
    cut, edges = set(), set()
    for document in documents():
        for spans in span_lines(document).values():
            for start, end in ((span.start, span.end) for span in spans):
                cut |= {
                    (document.path, place) for place in (start, end) if document.text[place - 1 : place + 1].isalpha()
                    and document.text[place - 1 : place + 1].islower() and len(document.text[place - 1 : place + 1]) == 2
                }  # fmt: skip
                words = document.text[start:end]
                if words != words.strip():
                    edges.add((document.path, start))
    found = Counter(finding.code for _, finding in findings("default"))
    assert (found["A05"], found["A07"]) == (len(cut), len(edges)) == (8, 0)


def test_the_page_lists_every_finding_and_no_other() -> None:
    listed = {
        (cells[1].strip(), cells[2].strip(), cells[3].strip())
        for row in PAGE.read_text(encoding="utf-8").splitlines()
        if row.startswith("| `") and len(cells := row.replace("`", "").split("|")) == 7
    }
    found = {
        (stem, line(finding), finding.code) for profile in ("default", "polnear") for stem, finding in findings(profile)
    }
    assert listed == found


def line(finding: Finding) -> str:
    """The line that the finding points to, as the page writes it."""
    assert finding.position is not None
    return f"{'text ' if str(finding.path).endswith('.txt') else ''}{finding.position.line}"
