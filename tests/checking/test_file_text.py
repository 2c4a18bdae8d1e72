"""The text of a finding's file: its own lines are kept, and everything else is read again, or refused where the file has changed."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newsfacts.checking.file_text import FileText, Lightener, read_again
from newsfacts.documents import load
from newsfacts.errors import ReadError

STORY = "Rain fell.\n\n[12 people]{.count value=13} died 😀.\n\nThe end.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    read_again.cache_clear()
    path = tmp_path / "story.facts"
    path.write_text(STORY, encoding="utf-8")
    return path


def light(story: Path) -> FileText:
    """The text as a finding about its count keeps it."""
    from newsfacts.checking.document import check

    [finding] = check(load(story)).findings
    place = Lightener().finding(finding).place
    assert place is not None
    assert isinstance(place.source, FileText)
    return place.source


def test_the_lines_of_a_finding_need_no_file(story: Path) -> None:
    text = light(story)
    story.unlink()
    assert (text.slice(13, 22), text.line(3)) == ("12 people", "[12 people]{.count value=13} died 😀.")
    assert text.rest_of_line(13, 9) == "12 people"
    assert (text.position(13).line, text.position(13).column) == (3, 2)
    assert len(text) == len(STORY)
    with pytest.raises(ReadError, match=r"story\.facts cannot be read again: No such file or directory"):
        text.slice(0, 4)


def test_everything_else_is_read_again(story: Path) -> None:
    text = light(story)
    assert (text.slice(0, 10), text.line(1), text.rest_of_line(5, 100)) == ("Rain fell.", "Rain fell.", "fell.")
    assert (text.position(5).line, text.position(5).column) == (1, 6)
    assert (text.string, text.line_starts) == (STORY, (0, 11, 12, 49, 50, 59))
    assert text.utf16_offset(len(STORY)) == len(STORY) + 1
    whole = FileText(str(story))
    assert (len(whole), whole.line(5), whole.sha256) == (len(STORY), "The end.", text.sha256)


def test_a_file_that_has_changed_since_is_not_shown_for_what_it_was(story: Path) -> None:
    text = light(story)
    story.write_text(STORY.replace("Rain", "Snow"), encoding="utf-8")
    read_again.cache_clear()
    with pytest.raises(ReadError, match=r"story\.facts has changed since it was checked"):
        text.slice(0, 4)


def test_texts_of_one_file_are_equal_also_in_another_process(story: Path) -> None:
    text = light(story)
    sent = pickle.loads(pickle.dumps(text))
    assert (sent, hash(sent), repr(sent)) == (text, hash(text), f"FileText({str(story)!r})")
    assert text != FileText(str(story.with_name("other.facts")))
    assert (sent.slice(13, 22), sent.sha256) == ("12 people", text.sha256)
