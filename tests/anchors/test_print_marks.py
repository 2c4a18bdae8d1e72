"""What printing does to words is not a difference: hyphens at line ends, and the marks of paragraphs that go on."""

from __future__ import annotations

import pytest

from newsfacts import Normalization, PreparedSource, verify_quote

REPORT = """\
The inquiry read some 9,000 docu-
ments. The con-
trol room did not answer, and the well-
trained crew saved nineteen people of long-
term care. A document of the control room
is missing. The pre- and post-war files of inter- national courts are not.
"""


@pytest.mark.parametrize(
    "words",
    [
        "some 9,000 documents",
        "The control room did not answer",
        "the well-trained crew saved nineteen people",
        "The control room did not answer, and the well-trained crew saved nineteen people of long-term care",
        "international courts",
    ],
)
def test_a_hyphen_at_a_line_end_is_read_both_ways(words: str) -> None:
    found = verify_quote(words, REPORT)
    assert found.verified
    assert Normalization.LINE_BREAK_HYPHENS in found.normalizations
    assert found.place is not None
    assert found.place.slice(REPORT).split()[0].rstrip("-") in words


@pytest.mark.parametrize("words", ["The pre-and post-war files", "some 9,000 docu", "trol room did not answer"])
def test_half_a_word_is_not_one(words: str) -> None:
    assert not verify_quote(words, REPORT).verified


@pytest.mark.parametrize("words", ["the control room did not ans-\nwer", "the con-\ntrol room did not answer"])
def test_a_hyphen_at_a_line_end_of_the_quotation(words: str) -> None:
    source = PreparedSource("Then the control room did not answer.")
    found = verify_quote(words, source)
    assert (found.verified, found.normalizations) == (True, (Normalization.LINE_BREAK_HYPHENS,))


PARAGRAPHS = """\
“In January they may not come home at all.

“So we bought a boat,” he said.

"They promised us
"a service," he said. He laughed.

“It is small.”

‘We had no boat.

‘It had sunk,’ she said.
"""


def test_the_mark_that_opens_the_next_paragraph_is_not_a_word() -> None:
    for words in ("they may not come home at all. So we bought a boat", "home at all.\n\n“So we bought a boat"):
        found = verify_quote(words, PARAGRAPHS)
        assert found.verified
        assert Normalization.CONTINUATION_MARKS in found.normalizations or found.kind.value == "exact"


def test_single_marks_open_a_paragraph_again_too() -> None:
    assert (
        verify_quote("We had no boat. It had sunk", PARAGRAPHS).normalizations[-1] is Normalization.CONTINUATION_MARKS
    )


def test_a_quotation_is_not_joined_to_the_words_before_it() -> None:
    assert not verify_quote("He laughed. It is small.", PARAGRAPHS).verified


def test_what_a_transcript_says_of_the_listeners_is_no_word_of_the_speaker() -> None:
    talk = "ANN: We won. (Laughter.) We will win again. [Applause, cheers] Thank you. [inaudible] Good night. I said (no laughter) yes."
    found = verify_quote("We won. We will win again. Thank you.", talk)
    assert (found.verified, found.normalizations) == (True, (Normalization.STAGE_DIRECTIONS,))
    assert verify_quote("We won. (Laughter.) We will win again.", talk).verified
    assert not verify_quote("Thank you. Good night.", talk).verified
    assert not verify_quote("I said yes", talk).verified
