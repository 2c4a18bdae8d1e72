"""Patterns of schemas: those that could take exponential time are refused, and those that are let through are quick."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting_patterns import TooManySteps, steps_of_match
from tests.searching import examples

from newsfacts.schema.safe_patterns import MAX_PATTERN_LENGTH, MAX_STEPS, refusal

SHORT = 50
"""The length of texts that refused patterns are matched with."""

LONG = 200
"""The length of texts that accepted patterns are matched with."""


@pytest.mark.parametrize(
    "pattern",
    [
        "", "[a-z]+", "10[.][0-9]{4,9}/[!-~]+", "(?:AB|CD)-[0-9]{3}", r"\d{4}-\d{2}(?:-\d{2})?", "(?P<a>x+)y*", "a{3}",
        "(?:abc)*", "(?:ab)+c+", "(ab|cd)+", "(?:(?:a|b)c)*", "[a-z]+(?:-[a-z]+)*", r"\d+(?:[.,]\d+)*%?", "[^@]+@[^@]+",
        r".*\.pdf", "^abc$", "(?i)abc+", "é+É*", "(?:[^,]*,)*", "(?:19|20)[0-9]{2}",
    ],
)  # fmt: skip
def test_ordinary_patterns_are_let_through(pattern: str) -> None:
    assert refusal(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a+)+", "it repeats a repetition, which can take exponential time"),
        ("(a*)*b", "it repeats a repetition, which can take exponential time"),
        ("(?:a?){50}", "it repeats a repetition, which can take exponential time"),
        ("((a{1,9})b?)*", "it repeats a repetition, which can take exponential time"),
        ("(?>a+)+", "it repeats a repetition, which can take exponential time"),
        ("(a|ab)*", "it repeats a choice, which can take exponential time; use a character class instead"),
        ("(?:x(?:a|ab))+", "it repeats a choice, which can take exponential time; use a character class instead"),
        ("a?" * 30 + "a" * 30, "its optional and repeated parts can divide a text in too many ways"),
        ("(?:a|ab)" * 24, "its optional and repeated parts can divide a text in too many ways"),
        ("a*a*a*b", "its optional and repeated parts can divide a text in too many ways"),
        ("a*a*c?c?c?b", "its optional and repeated parts can divide a text in too many ways"),
        (r"[\u0400-\u04ff]+\w*x", "its optional and repeated parts can divide a text in too many ways"),
        ("(?i)é+É*b", "its optional and repeated parts can divide a text in too many ways"),
        ("(?i:a)*A*b", "its optional and repeated parts can divide a text in too many ways"),
        ("(?i:k)*\u212a*b", "its optional and repeated parts can divide a text in too many ways"),
        ("(?:a|)*", "it repeats a choice, which can take exponential time; use a character class instead"),
        ("(?:[a-z]+[0-9]?)*", "it repeats a repetition, which can take exponential time"),
        ("a{0,900}a{0,900}a{0,900}b", "its optional and repeated parts can divide a text in too many ways"),
        (r"(a)\1", "it refers back to a group"),
        ("(a)?(?(1)b|c)", "it refers back to a group"),
        ("(?=a)b", "it looks ahead or behind"),
        ("(?<!a)b", "it looks ahead or behind"),
        ("a" * (MAX_PATTERN_LENGTH + 1), "it is longer than 200 characters"),
        ("a[", "it is not a regular expression: unterminated character set at position 1"),
        ("*", "it is not a regular expression: nothing to repeat at position 0"),
    ],
)  # fmt: skip
def test_patterns_that_cannot_be_promised_are_refused(pattern: str, reason: str) -> None:
    assert refusal(pattern) == reason


_ATOM = st.sampled_from(["a", "[ab]", ".", "ab", "(?:ab)", "(a)", "(?:a|b)", "(?:a|ab)"])
_REPEAT = st.sampled_from(["", "?", "*", "+", "{2}", "{0,9}", "{0,900}", "*?"])


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """Patterns in which repetitions and choices are common, one in the other too."""
    inner = st.lists(st.builds("{}{}".format, _ATOM, _REPEAT), min_size=1, max_size=12).map("".join)
    return "".join(draw(st.lists(inner | st.builds("(?:{}){}".format, inner, _REPEAT), min_size=1, max_size=4)))


@given(patterns())
@examples(1.5)
def test_what_is_let_through_is_quick(pattern: str) -> None:
    """An accepted pattern takes a bounded number of steps for each character, whatever the text."""
    if refusal(pattern) is not None:
        return
    limit = MAX_STEPS * 1_000  # what is promised for texts of 1,000 characters
    for text in ("a" * LONG, "ab" * (LONG // 2), "a" * (LONG - 1) + "!", "ab" * (LONG // 2 - 1) + "a!"):
        assert steps_of_match(pattern, text, limit=limit) <= limit


@pytest.mark.parametrize("pattern", ["[[a]", "[a--b]", "[a&&b]", "[a||b]", "[a~~b]"])
def test_a_pattern_that_may_mean_something_else_one_day_is_refused_each_time(pattern: str) -> None:
    for _ in range(2):
        reason = refusal(pattern)
        assert reason is not None
        assert reason.startswith(
            "later versions of Python may read it in another way; write \\ before such a character"
        )
    assert (
        refusal(
            pattern.replace("[[a]", r"[\[a]")
            .replace("--", r"\-\-")
            .replace("&&", r"\&\&")
            .replace("||", r"\|\|")
            .replace("~~", r"\~\~")
        )
        is None
    )


@pytest.mark.parametrize("pattern", ["(?:a+)+", "(?:a|ab?)*!", "(?:a?){60}"])
def test_what_is_refused_would_not_come_to_an_end(pattern: str) -> None:
    assert refusal(pattern) is not None
    with pytest.raises(TooManySteps):
        steps_of_match(pattern + "c", "a" * SHORT, limit=100_000)
