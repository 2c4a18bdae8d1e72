"""A fact that the sources do not have, next to facts that they have, is news and not an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import ground

SOURCE = """The council of Aldersund voted on Tuesday to close the old fish market in the harbour.

The market, which Mayor Greta Lind opened in 1998, lost nearly 3.2 million kroner last year. Hundreds of residents protested.

Of the 48 stalls, 31 are empty. Stallholder Per Holm said he pays 4,100 kroner a month for his stall.

In a survey by the harbour authority, Lind's party has 46 percent support and the Coast List 29 percent.

A museum will be built in the harbour. It costs at least 90 million kroner, and the state pays two-thirds of it.
"""
REST = (
    "The council of Aldersund decided to close the old fish market in the harbour. The market was opened by Mayor Greta Lind in "
    "1998. Of the 48 stalls, 31 are empty. Lind's party has 46 percent support in a survey. A museum will be built there for at "
    "least 90 million kroner. "
)


@pytest.mark.parametrize(
    ("added", "words"),
    [
        ("The roof leaks, and engineers want 740,000 kroner for its repair before winter.", "740,000 kroner"),
        ("Ferries from Bergvik bring 17 percent of all tourists to the hotels.", "17 percent"),
        ("The tax office in Bergvik received 2,140 letters of complaint.", "2,140 letters"),
        ("Per Holm's nephew sailed to Iceland in 1987.", "1987"),
    ],
)
def test_a_new_fact_is_not_contradicted_by_a_number_that_is_near(added: str, words: str) -> None:
    outcomes = {item.words: str(item.outcome) for item in ground(REST + added, SOURCE).items}
    assert outcomes.pop(words) == "not found"
    assert "contradicted" not in outcomes.values()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (("31 are", "13 are"), "13"),
        (("46 percent", "64 percent"), "64 percent"),
        (("48 stalls", "84 stalls"), "84 stalls"),
    ],
)
def test_a_number_that_was_changed_is_contradicted_all_the_same(changed: tuple[str, str], words: str) -> None:
    outcomes = {item.words: str(item.outcome) for item in ground(REST.replace(*changed), SOURCE).items}
    assert outcomes[words] == "contradicted"


def test_a_number_of_another_size_is_not_that_of_the_source() -> None:
    text = REST + "Lind's party has 2 percent support among the stallholders of the fish market."
    outcomes = {item.words: str(item.outcome) for item in ground(text, SOURCE).items}
    assert outcomes["2 percent"] == "not found"


def test_a_number_is_not_more_exact_than_a_vague_word_elsewhere() -> None:
    text = REST + "The market in the harbour of Aldersund employs 640 residents."
    outcomes = {item.words: str(item.outcome) for item in ground(text, SOURCE).items}
    assert outcomes["640 residents"] == "not found"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The harbour has a staff of 300 workers.", "The harbour dismissed more than 200 workers on Monday."),
        ("There are 78 vacancies in the harbour.",
         "The next mayor will have 100 vacancies in the harbour to fill. They are at 78 now in the harbour."),
    ],
)  # fmt: skip
def test_a_number_that_may_be_right_is_not_contradicted(text: str, source: str) -> None:
    outcomes = [str(item.outcome) for item in ground(text, source).items]
    assert "contradicted" not in outcomes


def test_a_vote_is_one_value_wherever_the_word_for_it_is() -> None:
    source = "The council confirmed Lind as harbour master by 92 to 4, with all members present."
    [item] = ground("The council confirmed Lind as harbour master by 92 to 3.", source).items
    assert (item.words, str(item.outcome)) == ("92 to 3", "contradicted")


UNRELATED = (
    "The orchestra of Bergvik played 12 concerts in May. Its hall has 640 seats, and 31 percent were taken.",
    "A ferry with 48 passengers ran aground on 9 March 1998. Nobody was hurt, the coast guard said.",
    "The tax office wants 3.2 billion kroner from two banks. A court will decide in 18 months.",
    "In a survey of farmers, 46 percent had fewer than 90 cows, and 29 percent had sold their land.",
)


@given(st.lists(st.sampled_from(UNRELATED), unique=True, min_size=1))
def test_an_unrelated_source_never_turns_support_into_contradiction(others: list[str]) -> None:
    supported = {item.span for item in ground(REST, SOURCE).items if item.ok}
    assert len(supported) >= 5
    for item in ground(REST, [SOURCE, *others]).items:
        assert item.span not in supported or str(item.outcome) != "contradicted", item


@given(st.lists(st.sampled_from([SOURCE, REST, *UNRELATED]), unique=True, min_size=1))
def test_a_text_grounded_in_itself_has_nothing_contradicted(texts: list[str]) -> None:
    text = "\n\n".join(texts)
    assert [str(item) for item in ground(text, text).items if str(item.outcome) in ("contradicted", "says more")] == []
