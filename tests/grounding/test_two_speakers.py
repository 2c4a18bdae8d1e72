"""A quotation whose words two people say one after the other is neither one's."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsfacts import SourceDocument, Span, Turn, UsageError, ground, read_source, verify_quote

TALK = "We ran to the gate.\nNobody panicked there.\nThat is right, we waited."
TURNS = (Turn(Span(0, 19), "Ann Lee"), Turn(Span(20, 42), "Bo Dahl"), Turn(Span(43, 68), "Ann Lee"))


@pytest.mark.parametrize("words", ["Nobody panicked there. That is right", "to the gate. Nobody panicked there"])
def test_words_of_two_speakers_are_not_verified_as_one_quotation(words: str) -> None:
    found = verify_quote(words, TALK, speakers=TURNS)
    assert not found.verified
    assert "the quotation joins words of" in found.explanation
    assert verify_quote(words, TALK).verified  # nothing says who speaks


def test_a_quotation_over_two_speakers_is_reported_whoever_it_is_given_to() -> None:
    source = SourceDocument(text=TALK, turns=TURNS)
    for name in ("Ann Lee", "Bo Dahl"):
        [item] = ground(f"“Nobody panicked there. That is right,” {name} said.", source).items
        assert (str(item.outcome), item.rule) == ("contradicted", "G01")
        assert item.why == "The quotation is not fair to its source: the quotation joins words of Bo Dahl and Ann Lee."


def test_whose_words_a_caption_with_dashes_has_could_not_be_checked(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:04,000\n- Nobody panicked in here,\n- but nobody knew the way.\n")
    source = read_source(path)
    [one] = ground("“Nobody panicked in here,” Ann Lee said.", source).items
    assert (str(one.outcome), one.why) == (
        "could not be checked",
        "The source has these words, and does not say whose they are.",
    )
    [both] = ground("“Nobody panicked in here, but nobody knew the way,” Ann Lee said.", source).items
    assert (str(both.outcome), both.rule) == ("contradicted", "G01")
    assert both.why.endswith("the quotation joins words of several people.")


def test_what_was_read_is_not_a_text_to_look_in_but_has_one() -> None:
    source = SourceDocument(text=TALK)
    with pytest.raises(UsageError, match="a source is a text, or what `prepared` of a source that was read is"):
        verify_quote("Nobody panicked there", source)  # type: ignore[arg-type]  # a mistake that is easily made
    assert verify_quote("Nobody panicked there", source.prepared).verified
