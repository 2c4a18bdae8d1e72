"""Positions of an editor count UTF-16 units from the start of a line; offsets count code points from the start of the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.editor.positions import Encoding, LinePosition, Positions
from newsfacts.text.source import SourceText

TEXT = "a😀b\r\nc\rd\n\n👨‍👩‍👧 x"
"""Lines `a😀b`, `c`, `d`, an empty one, and a family of seven code points... of which three are two units each."""


@pytest.mark.parametrize(
    ("offset", "utf16", "utf32"),
    [
        (0, (0, 0), (0, 0)),
        (1, (0, 1), (0, 1)),
        (2, (0, 3), (0, 2)),  # after the emoji, which is two units
        (3, (0, 4), (0, 3)),
        (5, (1, 0), (1, 0)),
        (7, (2, 0), (2, 0)),  # a lone CR ends a line too
        (9, (3, 0), (3, 0)),
        (10, (4, 0), (4, 0)),
        (11, (4, 2), (4, 1)),
        (15, (4, 8), (4, 5)),
        (17, (4, 10), (4, 7)),
    ],
)
def test_offsets_and_positions(offset: int, utf16: tuple[int, int], utf32: tuple[int, int]) -> None:
    for encoding, expected in ((Encoding.UTF16, utf16), (Encoding.UTF32, utf32)):
        positions = Positions(SourceText(TEXT), encoding)
        assert positions.position(offset) == LinePosition(*expected)
        assert positions.offset(*expected) == offset


def test_a_position_inside_a_character_is_where_it_begins() -> None:
    assert Positions(SourceText(TEXT)).offset(0, 2) == 1


@pytest.mark.parametrize(("place", "offset"), [((0, 99), 3), ((1, 99), 6), ((9, 0), 17), ((4, 99), 17), ((-1, -1), 0)])
def test_what_is_outside_is_moved_to_the_nearest_end(place: tuple[int, int], offset: int) -> None:
    for encoding in Encoding:
        assert Positions(SourceText(TEXT), encoding).offset(*place) in (offset, min(offset, 17))
    assert Positions(SourceText(TEXT)).position(999) == LinePosition(4, 10)


@given(st.text(alphabet="ab😀é\n\r\u2028", max_size=40), st.sampled_from(list(Encoding)))
def test_every_position_leads_back_to_its_offset(text: str, encoding: Encoding) -> None:
    positions = Positions(SourceText(text), encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] == "\r\n":
            continue  # between the two there is no position
        place = positions.position(offset)
        assert positions.offset(place.line, place.character) == offset
