"""A quotation that its source interrupts to say who speaks, or that says so itself where the source does not."""

from __future__ import annotations

import pytest

from newsfacts import Span, Turn, verify_quote
from newsfacts.anchors import Refusal, Verification, VerificationKind

ARTICLE = """\
“The captain is not the villain,” said Peter Aldous, who runs the line. “The villain is a contract.”

"We are not a bank," he told reporters. "We never were."

“No,” said Ann Lee. “Yes,” said Bob Hill.

“I waited,” the porter said in evidence, “and I did not leave.”

“They came at six,” she said.

“They left at ten.”

“They stayed for tea,” the guard replied. The mayor went on to say, “It was a good day.”

‘We sold the boat’, he said. ‘It leaked.’

“It was late,” he said. The street was empty. “Nobody came.”

“This is a challenge” for the line, she said. “And it is late.”

“The council,” he said, adding that it was “a bad one.”
"""


def verdict(words: str) -> Verification:
    return verify_quote(words, ARTICLE)


@pytest.mark.parametrize(
    ("words", "attribution"),
    [
        ("The captain is not the villain. The villain is a contract.", "said Peter Aldous, who runs the line."),
        ("The captain is not the villain, the villain is a contract", None),
        ("“We are not a bank. We never were.”", "he told reporters."),
        ("I waited and I did not leave", "the porter said in evidence,"),
        ("I waited, and I did not leave.", "the porter said in evidence,"),
        ("We sold the boat. It leaked.", "he said."),
    ],
)
def test_the_words_around_an_attribution_are_one_quotation(words: str, attribution: str | None) -> None:
    found = verdict(words)
    if attribution is None:  # a capital letter in the middle is not the same as a small one
        assert not found.verified
        return
    assert (found.kind, found.verified) == (VerificationKind.INTERRUPTED, True)
    assert [gap.words for gap in found.gaps] == [attribution]


@pytest.mark.parametrize("words", ["No. Yes", "No, yes"])
def test_the_words_of_two_speakers_are_not_joined(words: str) -> None:
    assert not verdict(words).verified


def test_a_refused_joint_says_who_speaks() -> None:
    found = verdict("No. Yes.")
    assert (found.kind, found.refusal) == (VerificationKind.ALTERED, Refusal.SPEAKERS)
    assert "Ann Lee says the first part, and Bob Hill the second" in found.explanation


def test_the_next_paragraph_goes_on_unless_it_has_another_speaker() -> None:
    assert verdict("They came at six. They left at ten.").verified
    assert not verdict("They left at ten. They stayed for tea").verified
    assert verdict("We never were. No").verified is False


@pytest.mark.parametrize(
    "words",
    [
        "It was late. Nobody came.",
        "The council a bad one",
        "The council, a bad one",
        "They stayed for tea. It was a good day.",
    ],
)
def test_more_than_an_attribution_is_not_left_out(words: str) -> None:
    assert not verdict(words).verified


def test_given_speakers_decide() -> None:
    start = ARTICLE.index("We are not a bank")
    middle = ARTICLE.index("We never were")
    two = [Turn(Span(start, middle), "Ann"), Turn(Span(middle, middle + 13), "Bob")]
    one = [Turn(Span(start, middle + 13), "Ann")]
    assert verify_quote("We are not a bank. We never were.", ARTICLE, speakers=two).refusal is Refusal.SPEAKERS
    found = verify_quote("We are not a bank. We never were.", ARTICLE, speakers=one)
    assert (found.verified, found.speakers) == (True, ("Ann",))


SPEECH = "When the mill closed, they told us that the town was finished. They were wrong."


@pytest.mark.parametrize(
    "words",
    [
        "“When the mill closed,” she said, “they told us that the town was finished.”",
        "When the mill closed,” she told the crowd on Friday, “they told us that the town was finished",
        '"the town was finished," she said. "They were wrong."',
        '"When the mill closed," she said, "they told us."',
    ],
)
def test_an_attribution_in_the_quotation_is_not_looked_for_in_a_speech(words: str) -> None:
    found = verify_quote(words, SPEECH)
    assert (found.kind, found.verified) == (VerificationKind.INTERRUPTED, True)


def test_words_that_are_left_out_around_an_attribution_are_missed() -> None:
    assert not verify_quote("“When the mill closed,” she said, “the town was finished.”", SPEECH).verified


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("The villain is a contract ... We are not a bank", Refusal.QUOTATIONS),
        ("It was late ... The street was empty", Refusal.QUOTATIONS),
        ("The captain is not the villain ... The villain is a contract", None),
    ],
)
def test_an_ellipsis_stays_in_one_quotation(words: str, refusal: Refusal | None) -> None:
    found = verdict(words)
    assert (found.refusal, found.verified) == (refusal, refusal is None)


def test_marks_within_a_gap_are_no_matter() -> None:
    text = "We read the so-called “plan” of the ministry, and we laughed. They call it “a start”, and we wait."
    assert verify_quote("We read ... and we laughed", text).refusal is Refusal.LOSS
    assert verify_quote("They call it ... and we wait", text).verified
    assert not verify_quote("“a start ... and we wait”", text).verified


@pytest.mark.parametrize(
    "text",
    [
        "“Why should we pay?” he asked. “We did nothing.”",
        "‘Why should we pay?’ he asked. ‘We did nothing.’",
        "“Why should we pay?” according to Ms. Hall, the owner. “We did nothing.”",
        "“Why should we pay?” Ms. Hall, 52, recalled on Friday. “We did nothing.”",
        "''Why should we pay?'' she laughed. ''We did nothing.''",
    ],
)
def test_attributions_of_many_kinds(text: str) -> None:
    assert verify_quote("Why should we pay? We did nothing.", text).kind is VerificationKind.INTERRUPTED
