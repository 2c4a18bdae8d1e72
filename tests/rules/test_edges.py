"""The quick looks at where spans begin and end miss nothing that a look at each edge by itself finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsfacts.model import Cue, Document
from newsfacts.rules.edges import WHITE_SPACE, cut_edges, doubtful_edges, is_cut, unusual_edges, white_edges
from newsfacts.text.spans import Span

TEXTS = st.text(alphabet="ab1 .,“”\n\u00a0", max_size=12)


@st.composite
def annotated(draw: st.DrawFn) -> Document:
    """A text with cues anywhere, some of them without words, in several fragments or beyond its end."""
    text = draw(TEXTS)
    offsets = st.integers(0, len(text) + 1)
    spans = st.builds(Span, offsets, offsets)
    fragments = st.lists(st.lists(spans, max_size=2).map(tuple), max_size=4)
    return Document(text=text, annotations=tuple(Cue(spans=each) for each in draw(fragments)))


def within(document: Document) -> list[Span]:
    """The fragments that have words of the text."""
    spans = [span for annotation in document.annotations for span in annotation.spans]
    return [span for span in spans if span.start < span.end <= len(document.text)]


@given(annotated())
def test_every_cut_word_and_every_white_edge_is_seen(document: Document) -> None:
    text = document.text
    offsets = {offset for span in within(document) for offset in (span.start, span.end)}
    assert cut_edges(document) == {o for o in offsets if 0 < o < len(text) and is_cut(text, o)}
    sides = [text[place] for span in within(document) for place in (span.start, span.end - 1)]
    assert white_edges(document) == any(side in WHITE_SPACE for side in sides)


@given(annotated())
def test_edges_with_nothing_unusual_have_nothing_to_look_at(document: Document) -> None:
    if not unusual_edges(document):
        assert not cut_edges(document)
        assert not white_edges(document)
        assert not doubtful_edges(document)


def test_a_digit_after_a_point_shows_that_a_number_is_cut() -> None:
    document = Document(
        text="It was 1.5 and 2. Then", annotations=(Cue(spans=(Span(7, 8),)), Cue(spans=(Span(15, 16),)))
    )
    assert cut_edges(document) == {8}
