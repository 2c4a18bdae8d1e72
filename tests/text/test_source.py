"""Offsets, lines and encodings: what is looked up must come back, whatever the text contains."""

from __future__ import annotations

import hashlib
import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.searching import examples

from newsfacts.errors import NewsfactsError, ReadError, UnreadableValue
from newsfacts.text.source import Decoded, Place, Position, SourceText, decode

PIECES = [
    "a",
    "é",
    "e\u0301",
    "–",
    "漢",
    "😀",
    "👩\u200d🚀",
    "🇰🇿",
    "\r\n",
    "\n",
    "\r",
    "\u2028",
    "\ufeff",
    "\ud800",
    " ",
]
texts = st.lists(st.sampled_from(PIECES), max_size=300).map("".join) | st.text(max_size=50)


def astral_text() -> SourceText:
    return SourceText("a😀\r\nb\rc\n")


def test_lines_end_at_lf_crlf_and_lone_cr() -> None:
    source = astral_text()
    assert source.line_starts == (0, 4, 6, 8)
    assert [source.line(number) for number in range(1, source.line_count + 1)] == ["a😀", "b", "c", ""]


def test_other_separators_do_not_end_a_line() -> None:
    assert SourceText("a\u2028b\x0bc\x0cd\x85e").line_count == 1


def test_positions_count_code_points() -> None:
    source = astral_text()
    assert source.position(2) == Position(1, 3)
    assert source.position(3) == Position(1, 4)
    assert source.position(4) == Position(2, 1)
    assert source.position(8) == Position(4, 1)
    assert Position(2, 1) < Position(10, 1) < Position(10, 2)
    assert str(Position(12, 33)) == "12:33"


@pytest.mark.parametrize(
    ("position", "reason"),
    [
        (Position(5, 1), "cannot read '5:1': the text has 4 lines"),
        (Position(0, 1), "cannot read '0:1': the text has 4 lines"),
        (Position(1, 5), "cannot read '1:5': line 1 has 4 columns"),
        (Position(1, 0), "cannot read '1:0': line 1 has 4 columns"),
    ],
)
def test_a_position_outside_the_text(position: Position, reason: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        astral_text().offset(position)
    assert str(caught.value) == reason


@pytest.mark.parametrize("offset", [-1, 9])
def test_an_offset_outside_the_text(offset: int) -> None:
    source = astral_text()
    for look_up in (source.position, source.utf8_offset, source.utf16_offset, source.grapheme_boundary):
        with pytest.raises(UnreadableValue) as caught:
            look_up(offset)
        assert str(caught.value) == f"cannot read '{offset}': the text has 8 code points"


def test_the_last_astral_character_counts_fully() -> None:
    assert SourceText("a😀").utf16_offset(2) == 3
    assert SourceText("a😀").from_utf16(3) == 2
    assert SourceText("a😀").utf8_offset(2) == 5
    assert SourceText("a😀").from_utf8(5) == 2


def test_an_offset_inside_a_unit_is_refused() -> None:
    source = SourceText("a😀")
    with pytest.raises(NewsfactsError) as caught:
        source.from_utf16(2)
    assert str(caught.value) == "cannot read '2': this UTF-16 unit lies inside the character '😀'"
    with pytest.raises(NewsfactsError) as caught:
        source.from_utf8(3)
    assert str(caught.value) == "cannot read '3': this UTF-8 byte lies inside the character '😀'"
    with pytest.raises(NewsfactsError) as caught:
        source.from_utf8(6)
    assert str(caught.value) == "cannot read '6': the text has 5 UTF-8 bytes"


@given(texts)
@examples(1.5)
def test_every_offset_comes_back(string: str) -> None:
    source = SourceText(string)
    for offset in range(len(string) + 1):
        assert source.offset(source.position(offset)) == offset
        assert source.from_utf8(source.utf8_offset(offset)) == offset
        assert source.from_utf16(source.utf16_offset(offset)) == offset
        assert source.utf8_offset(offset) == len(string[:offset].encode("utf-8", "surrogatepass"))
        assert source.utf16_offset(offset) == len(string[:offset].encode("utf-16-le", "surrogatepass")) // 2


@given(texts)
def test_lines_and_terminators_make_up_the_text(string: str) -> None:
    source = SourceText(string)
    bounds = [*source.line_starts, len(string)]
    for number, (start, end) in enumerate(pairwise(bounds), 1):
        terminator = string[start:end].removeprefix(source.line(number))
        assert terminator in ({""} if number == source.line_count else {"\n", "\r\n", "\r"})


def test_the_digest_is_of_the_bytes_of_utf8() -> None:
    assert SourceText("né\n").sha256 == hashlib.sha256(b"n\xc3\xa9\n").hexdigest()


def test_source_texts_are_equal_by_their_string() -> None:
    source = astral_text()
    assert source.line_count == 4
    assert pickle.loads(pickle.dumps(source)) == source == astral_text()
    assert len(SourceText("")) == 0
    assert bool(SourceText(""))
    assert repr(SourceText("a")) == "SourceText(string='a')"


def test_a_place_tells_its_words_line_and_positions() -> None:
    source = SourceText("one\ntwo three\r\n")
    place = Place("a.facts", source, 8, 13)
    assert (place.words, place.line) == ("three", "two three")
    assert (place.position, place.end_position) == (Position(2, 5), Position(2, 10))
    assert pickle.loads(pickle.dumps(place)).words == "three"
    assert place == Place("a.facts", SourceText("another"), 8, 13)
    assert repr(place) == "Place(path='a.facts', start=8, end=13)"


@given(st.text(max_size=40))
def test_decoding_gives_the_text_back(string: str) -> None:
    plain = string.removeprefix("\ufeff")
    assert decode(plain.encode()) == Decoded(plain, False)
    assert decode(string.encode("utf-8-sig")) == Decoded(string, True)
    # A text that begins with NUL looks like UTF-32 once it is in UTF-16.
    assert plain.startswith("\0") or decode(b"\xff\xfe" + plain.encode("utf-16-le")) == Decoded(plain, True)
    assert decode(b"\xfe\xff" + string.encode("utf-16-be")) == Decoded(string, True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"one\r\ndon\x92t",
            (
                "line 2, column 4: the byte 0x92 is not UTF-8. In Windows-1252 it is ’; "
                "if that fits, open the file as Windows-1252 and save it as UTF-8."
            ),
        ),
        (b"a\x81b", "line 1, column 2: the byte 0x81 is not UTF-8. Save the file as UTF-8."),
        (
            b"\xef\xbb\xbfne\xc3",
            (
                "line 1, column 3: the file ends in the middle of a character of UTF-8. "
                "It was probably cut short: get it again, or delete the last character and save it as UTF-8."
            ),
        ),
        (b"\xff\xfea\x00\n\x00\x00\xdca\x00", "line 2, column 1: the byte 0x00 is not UTF-16. Save the file as UTF-8."),
        (
            b"\xff\xfea\x00b",
            (
                "line 1, column 2: the file ends in the middle of a character of UTF-16. "
                "It was probably cut short: get it again, or delete the last character and save it as UTF-8."
            ),
        ),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "the file is in UTF-32, which newsfacts does not read. Save it as UTF-8."),
    ],
)
def test_wrong_bytes_are_named_with_their_place(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert str(caught.value) == message


def test_the_file_is_named_where_it_is_known() -> None:
    with pytest.raises(ReadError) as caught:
        decode(b"a\x81b", path="a.facts")
    assert str(caught.value) == "a.facts: line 1, column 2: the byte 0x81 is not UTF-8. Save the file as UTF-8."


@given(st.binary(max_size=40))
def test_decoding_raises_nothing_but_read_errors(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ReadError:
        return
    assert isinstance(decoded.text, str)
