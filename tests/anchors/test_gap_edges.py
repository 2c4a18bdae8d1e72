"""An ellipsis that takes away what the words before or after it need: a subject, an exception, what a pronoun refers to."""

from __future__ import annotations

import pytest

from newsfacts import verify_quote
from newsfacts.anchors import Refusal

SOURCE = """\
I believe the clerk had the key, but I never saw him use it. We own nine boats, and they tell me that we have twelve oars, of which
seven float. All the pumps but two were repaired. The harbour had all but frozen over. Three of the eleven doors were locked. They gave
us good advice and little else. She said that the treasurer has resigned. I asked to leave before they closed the gate. The keeper was
told to open the locks. Supporters are guests. Customers can go elsewhere. At first we thought that it was snow. My sister runs
the mill. Its miller is a patient man. He has a cough. The crews had warned us, and a clerk had struck it out.
"""


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("I believe … I never saw him use it.", "the clerk had the key, but"),
        ("We own nine boats … of which seven float.", "we have twelve oars,"),
        ("All the pumps … were repaired.", "but"),
        ("The harbour had … frozen over.", "all but"),
        ("Three … doors were locked.", "of the eleven"),
        ("good advice and … else", "little"),
        ("She … has resigned.", "the treasurer"),
        ("I asked to leave … they closed the gate.", "before"),
        ("The keeper … open the locks.", "told to"),
        ("Supporters … can go elsewhere.", "Customers"),
        ("we thought … it was snow", None),
        ("The crews had … struck it out.", "a clerk"),
        ("My sister runs the mill. … He has a cough.", "Its miller is a patient man."),
    ],
)
def test_an_ellipsis_leaves_no_subject_exception_or_antecedent_out(words: str, left_out: str | None) -> None:
    found = verify_quote(words, SOURCE)
    assert found.verified is (left_out is None)
    if left_out is not None:
        assert found.refusal is Refusal.LOSS
        assert left_out in found.explanation


WHOLE = """\
The boats are for everyone in the bay. Do not ask me what they cost. Nobody is going to take them away. We will paint them in March.
That is not certain. We thank the smiths who lent us their tools and didn't send a bill. The slip is finished. I did not say, as
Sen. Moss did, that we would sink it.
"""


@pytest.mark.parametrize(
    ("words", "verified"),
    [
        ("The boats are for everyone in the bay. … Nobody is going to take them away.", True),
        ("We thank the smiths who lent us their tools … The slip is finished.", True),
        ("We will paint them in March. … We thank the smiths", False),  # "That is not certain" takes it back
        ("The slip is finished. … Moss did, that we would sink it.", False),  # "Sen." ends no sentence
        ("The boats are … for everyone in the bay", True),
        ("Nobody is going to … paint them in March", False),
    ],
)
def test_a_negation_in_a_sentence_of_its_own_may_be_left_out(words: str, verified: bool) -> None:
    assert verify_quote(words, WHOLE).verified is verified


@pytest.mark.parametrize(
    ("source", "words", "name"),
    [
        ("We called it “the old mill.” It burned.", "We called it “the old mill”.", "final punctuation"),
        ("We called it “the old mill”. It burned.", "We called it “the old mill.” It burned.", "final punctuation"),
        ("We left in 1990, in the rain.", "We left in 1990 , in the rain .", "white space"),
        ("The mill — the old one — burned.", "The mill–the old one–burned.", "dashes"),
    ],
)
def test_signs_where_another_house_prints_them(source: str, words: str, name: str) -> None:
    found = verify_quote(words, source)
    assert found.verified
    assert name in map(str, found.normalizations)


def test_an_attribution_is_left_out_after_a_word_that_a_line_end_parts() -> None:
    source = "“We counted some two hun-\ndred,” said Dr Moor. “In spring there are more.”"
    assert verify_quote("We counted some two hundred. In spring there are more.", source).verified


@pytest.mark.parametrize(
    ("source", "words", "limit"),
    [
        ("We have grown in every year but two.", "We have grown in every year", "but"),
        ("They say that we lost the yard.", "we lost the yard", "They say that"),
        ("Between ten and twelve, I would guess.", "Between ten and twelve", "I would guess"),
        ("We will sign nothing before the men are paid.", "We will sign nothing", "before"),
        ("He saw something that I did not see.", "He saw something", "that"),
        ("They gave us advice, and little else.", "They gave us advice", "and little"),
        ("As far as I know, no fish died.", "no fish died", "As far as I know,"),
        ("The rumour that the coach left is old.", "the coach left", "rumour that"),
        ("Four of the nine cables broke.", "of the nine cables", "Four"),
        ("He said they “would pay” if they could.", "would pay", "if"),
        ("Tell me: is the lake clean again?", "the lake clean again", "?"),
        ("It was better than last year.", "It was better", "than"),
    ],
)
def test_more_limits_outside_are_warnings(source: str, words: str, limit: str) -> None:
    found = verify_quote(words, source)
    assert found.verified
    assert [warning.words for warning in found.warnings] == [limit]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("I said that we lost the yard.", "we lost the yard"),
        ("He drove the truck that we bought.", "He drove the truck"),
        ("No, we lost the yard.", "we lost the yard"),
    ],
)
def test_what_limits_nothing_is_no_warning(source: str, words: str) -> None:
    assert verify_quote(words, source).warnings == ()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("She came home hungry more often than not.", "She came home hungry more often."),
        ("I would wait before I moved a house.", "I moved a house."),
    ],
)
def test_a_sentence_is_not_cut_where_its_meaning_turns(source: str, words: str) -> None:
    assert verify_quote(words, source).refusal is Refusal.CUT


def test_brackets_add_no_claim() -> None:
    assert verify_quote("He had the key [or so he claims].", "He had the key.").refusal is Refusal.INSERTION
