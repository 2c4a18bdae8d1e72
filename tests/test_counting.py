"""The counting that tests of growth rely on: it sees quadratic work, wherever it hides, and lets linear work pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.counting import TooManySteps, Watched, growth, is_linear, steps
from tests.counting_patterns import CountedPattern, Steps, steps_of_match

from newsfacts.formats.annotated_text import parser
from newsfacts.text import quotation_marks

TESTS = Path(__file__).parent


def once_through(text: str) -> int:
    return sum(1 for character in text if character == "a")


def loop_in_a_loop(text: str) -> int:
    return sum(1 for _ in text for character in text if character == "a")


def the_rest_again_and_again(text: str) -> None:
    while text:
        text = text[1:]


def search_from_every_place(text: str) -> None:
    for place in range(len(text)):
        text.find("b", place)


def insert_at_the_front(text: str) -> None:
    found: list[str] = []
    for character in text:
        found.insert(0, character)


def lower_case_for_every_character(text: str) -> None:
    for character in text:
        assert character in text.lower()


@pytest.mark.parametrize("small", [50, 500])
def test_linear_work_passes(small: int) -> None:
    assert is_linear(once_through, lambda size: Watched("a" * size), small)


@pytest.mark.parametrize(
    "action",
    [
        loop_in_a_loop,
        the_rest_again_and_again,
        search_from_every_place,
        insert_at_the_front,
        lower_case_for_every_character,
    ],
)
def test_quadratic_work_does_not_pass(action: Callable[[str], object]) -> None:
    assert not is_linear(action, lambda size: Watched("a" * size), 50)
    assert 15 < growth(action, lambda size: Watched("a" * size), 50, 400) <= 64


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\{%.*?%\}", "{%"),  # searched to the end from each beginning
        (r"\s+\n", " "),
        (r"(a|b)*c", "ab"),
        (r"a*c", "a"),
    ],
)
def test_a_pattern_that_goes_back_again_and_again_does_not_pass(
    pattern: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotation_marks, "hidden", re.compile(pattern), raising=False)

    def search(text: str) -> None:
        quotation_marks.hidden.search(text)  # type: ignore[attr-defined]  # set above

    assert not is_linear(search, lambda size: text * (size // len(text)), 20)


def test_patterns_without_an_end_in_sight_are_given_up() -> None:
    with pytest.raises(TooManySteps, match="more than 10,000 steps"):
        steps_of_match("(a+)+b", "a" * 60, limit=10_000)


def test_steps_are_the_same_every_time_and_nothing_stays_behind() -> None:
    before = parser.special()
    parser.special().search("[a]{.cue}")
    first = steps(lambda: parser.special().search("[a]{.cue}"))
    assert steps(lambda: parser.special().search("[a]{.cue}")) == first > 5
    assert parser.special() is before
    assert isinstance(before, re.Pattern)


def test_steps_of_a_match_by_hand() -> None:
    # The call, a, a and the look at b, then b: the end is checked by what comes next.
    assert steps_of_match("a+b", "aab") == 1 + 3 + 1 + 1
    # The call, both ways at the beginning: a and b do not match, c does.
    assert steps_of_match("ab|c", "c") == 1 + 2 + 1 + 1


atoms = st.sampled_from(
    ["a", "b", "[ab]", "[^a]", ".", r"\w", r"\s", r"\b", "^", "$", r"\Z", "(?=a)", "(?!b)", "(?<=a)", "(?<!b)"]
)
pieces = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.builds("(?:{}|{})".format, inner, inner),
        st.builds("({})".format, inner),
        st.builds("(?>{})".format, inner),
        st.builds("(?:{}){}".format, inner, st.sampled_from(["*", "+", "?", "{1,2}", "*?", "+?", "??"])),
        st.builds(
            "{}{}".format,
            st.sampled_from(["a", "[ab]", "."]),
            st.sampled_from(["*", "+", "?", "*+", "++", "{2}", "*?"]),
        ),
    ),
    max_leaves=6,
)


@given(
    pieces,
    st.text(st.sampled_from("aAb \n_é"), max_size=8),
    st.sampled_from([0, re.MULTILINE, re.DOTALL, re.IGNORECASE]),
)
@example("(?:(?:(?=a)|a))*", "a", 0)  # a time that matches nothing is the last one
def test_the_matcher_comes_to_the_same_end_as_re(pattern: str, text: str, flags: int) -> None:
    compiled = re.compile(pattern, flags)
    stand_in = CountedPattern(compiled, Steps())
    for method in ("match", "fullmatch", "search"):
        found, other = getattr(stand_in, method)(text), getattr(compiled, method)(text)
        assert (found and found.span()) == (other and other.span())
    assert stand_in.sub("-", text) == compiled.sub("-", text)


def test_no_test_measures_time() -> None:
    words = re.compile(
        r"\b(?:perf_counter|process_time|monotonic|thread_time|default_timer|timeit)(?:_ns)?\b|\btime\.time\b"
    )
    found = {
        str(path.relative_to(TESTS)): words.findall(path.read_text(encoding="utf-8"))
        for path in TESTS.rglob("*.py")
        if path != Path(__file__)
    }
    assert {path: names for path, names in found.items() if names} == {}
