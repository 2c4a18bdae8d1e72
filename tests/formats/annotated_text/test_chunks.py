"""A large text is read chunk by chunk, and nothing depends on where the chunks end."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.documents import parse
from newsfacts.formats.annotated_text import parser, well_formed
from newsfacts.formats.annotated_text.parser import read_notation
from newsfacts.testing import annotated_texts

PIECES = (
    "[", "]", "]{.cue}", "]{.claim #k by=a}", ']{note="x %} y"}', "{%", "%}", "{% a\n\nb %}", "\\", "\\[", "\n", "\n\n", "\r\n",
    " ", "a", "“", "[sic]", "]{",
)  # fmt: skip


def read(text: str) -> list[Any]:
    """Everything that a reading finds, with its places in the file."""
    raw = read_notation(text)
    return [
        raw.text,
        [raw.origin.file_offset(offset) for offset in range(len(raw.text))],
        [(a.kind, a.spans, a.start, a.end, a.range_of("id"), sorted(a.attributes)) for a in raw.annotations],
        [
            (c.offset, c.words, c.after and c.after.start, c.place and (c.place.start, c.place.end))
            for c in raw.comments
        ],
        [(f.code, f.message, f.place and (f.place.start, f.place.end)) for f in raw.findings],
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_nothing_depends_on_where_a_chunk_ends(text: str) -> None:
    whole = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "CHUNK", 2)
        patch.setattr(well_formed, "CHUNK", 2)
        assert read(text) == whole


MOSTLY_WELL_FORMED = (
    "[", "[", "[a", "]{.cue}", "]{.cue", "a]{.claim #k by=a}", ']{note="x } y"}', ']{note="x [ y"}', "}", "\0", "\n", "\n\n", "\n \n", " ", "a", "b",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
    | st.lists(st.sampled_from(MOSTLY_WELL_FORMED), max_size=12).map("".join)
    | annotated_texts()
)
def test_text_where_all_is_well_formed_is_read_as_any_other(text: str) -> None:
    read_fast, fast = read(text), parse(text).document
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "read_well_formed", lambda *_: None)
        assert read(text) == read_fast
        other = parse(text).document
    assert other == fast
    assert other.parents == fast.parents
    assert other.problems == fast.problems


def test_a_comment_may_run_over_the_end_of_a_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "CHUNK", 2)
    raw = read_notation("a {% one\n\ntwo\n\nthree %}b\n\n[c]{.cue}")
    assert raw.text == "a b\n\nc"
    assert [comment.words for comment in raw.comments] == [" one\n\ntwo\n\nthree "]
    assert raw.findings == []
