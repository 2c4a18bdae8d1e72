"""Phrases are cut into pieces whose tokens are shared: what one phrase said is not kept for the next."""

from __future__ import annotations

import datetime as dt

from newsfacts import parse_quantity, parse_time
from newsfacts.values.pieces import MAX_KNOWN, Pieces

PUBLISHED = dt.date(2024, 7, 4)


def test_a_piece_is_made_once() -> None:
    made: list[str] = []

    def make(piece: str) -> str:
        made.append(piece)
        return piece.strip()

    pieces = Pieces(make)
    assert [pieces[" people"], pieces[" people"], pieces["people"]] == ["people"] * 3
    assert made == [" people", "people"]


def test_a_table_of_pieces_does_not_grow_without_end() -> None:
    pieces = Pieces(len)
    for number in range(2 * MAX_KNOWN):
        assert pieces[f" word{number}x"] == len(f" word{number}x")
    assert len(pieces) == MAX_KNOWN


def test_long_words_and_large_numbers_are_not_kept() -> None:
    pieces = Pieces(len)
    assert pieces["x" * 2000] == 2000
    assert pieces[" 46,995"] == 7
    assert not pieces


def test_a_phrase_is_read_the_same_after_any_other() -> None:
    before = parse_time("the year-end 2023", published=PUBLISHED)
    parse_time("the 1980’s", published=PUBLISHED)
    assert parse_time("the year-end 2023", published=PUBLISHED) == before
    number = parse_quantity("10–12 people")
    parse_quantity("10—people")
    assert parse_quantity("10–12 people") == number
