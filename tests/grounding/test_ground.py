"""A text against its sources: what an editor is shown, item by item."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.counting import is_linear

from newsfacts import Grounding, GroundOutcome, LeftOutReason, SourceDocument, Turn, UsageError, ground, read_source
from newsfacts.anchors import verify_quote
from newsfacts.grounding.findings import findings_of
from newsfacts.text.spans import Span

SOURCE = """\
The river rose faster than anyone had ever seen, Anna Weiss, the mayor, said. A dozen people died and about 40 were
injured on 4 July, she said. Damage came to $3,587,000. Exports rose 5 percent in July.

"The worst is over," said Peter Klein, the fire chief.
"""


def outcomes(found: Grounding) -> dict[str, str]:
    return {item.words: str(item.outcome) for item in found.items}


def reasons(found: Grounding) -> dict[str, str]:
    return {one.words: str(one.reason) for one in found.left_out}


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("About 40 people were injured on 4 July.", "About 40 people", "supported"),
        ("42 people were injured on 4 July.", "42 people", "says more"),
        ("12 people were injured on 4 July.", "12 people", "contradicted"),
        ("At least 50 people died on 4 July.", "At least 50 people", "contradicted"),
        ("The damage is put at $3.6 million.", "$3.6 million", "supported"),
        ("The damage is put at €3.6 million.", "€3.6 million", "not found"),
        ("Exports fell 5 percent in July.", "5 percent", "contradicted"),
        ("The city has 31 schools.", "31 schools", "not found"),
        ("Weiss said the “river rose faster than anyone had ever seen”.",
         "“river rose faster than anyone had ever seen”", "supported"),
        ("Weiss said the “river rose faster than we had ever seen”.",
         "“river rose faster than we had ever seen”", "contradicted"),
        ("“The worst is over,” Weiss said.", "“The worst is over,”", "contradicted"),
        ("“The worst is over,” Klein said.", "“The worst is over,”", "supported"),
        ("“We had no warning at all,” Klein said.", "“We had no warning at all,”", "not found"),
    ],
)  # fmt: skip
def test_each_item_has_the_outcome_that_an_editor_gives(text: str, words: str, outcome: str) -> None:
    assert outcomes(ground(text, SOURCE))[words] == outcome


def test_the_injured_are_not_contradicted_by_the_dead() -> None:
    found = ground("The blast injured 12 people.", "The blast killed three people.")
    assert outcomes(found) == {"12 people": "not found"}


def test_a_number_that_belongs_to_another_name_is_not_support() -> None:
    source = "France recorded 120 cases of measles, and Spain 80."
    assert outcomes(ground("Germany recorded 120 cases of measles.", source)) == {"120 cases": "not found"}


def test_the_words_of_the_source_and_their_place_come_with_the_verdict() -> None:
    [item] = ground("The damage is put at $4.2 million.", SourceDocument(text=SOURCE, path="report.txt")).items
    assert item.source is not None
    assert (item.source.path, str(item.source.place), item.source.words) == (
        "report.txt", "line 2, column 45", "$3,587,000",
    )  # fmt: skip
    assert item.why == "The statement has USD 4.2 million, and the source USD 3.587 million; no number fits both."
    assert item.rule == "G03"


def test_a_speaker_by_the_turns_of_a_transcript() -> None:
    words = "We never promised that."
    source = SourceDocument(text=words, turns=(Turn(Span(0, len(words)), "Ana Ruiz"),))
    assert ground("“We never promised that,” Ruiz said.", source).ok
    [item] = ground("“We never promised that,” Kern said.", source).faults
    assert item.why == "The source has these words, and they are said by Ana Ruiz, not by Kern."


def test_days_are_counted_from_the_day_of_each_text() -> None:
    source = SourceDocument(text="The strike began yesterday.", published=dt.date(2021, 3, 4))
    assert ground("The strike began on Wednesday.", source, published=dt.date(2021, 3, 5)).ok
    assert not ground("The strike began on Thursday.", source, published=dt.date(2021, 3, 5)).ok


def test_sums_and_differences_of_the_text_are_left_out_and_reported() -> None:
    text = "The storm killed 12 people and injured 40. In total 52 people were hurt or killed."
    found = ground(text, "The storm killed 12 people and injured 40.")
    assert outcomes(found) == {"12 people": "supported", "40": "supported"}
    [left] = found.left_out
    assert (left.words, left.reason, left.why) == (
        "52 people", LeftOutReason.ARITHMETIC, "It is 12 + 40, which the sources have.",
    )  # fmt: skip


def test_what_no_one_would_source_is_left_out() -> None:
    text = (
        "The plan, called “Clean Water”, is now law. Klein said: “The fee is 12 euros a year.” [1]\n\n[1]: report.txt"
    )
    found = ground(text, SourceDocument(text="“The fee is 12 euros a year,” Peter Klein said.", path="report.txt"))
    assert outcomes(found) == {"“The fee is 12 euros a year.”": "supported"}
    assert reasons(found) == {
        "“Clean Water”": "not said",
        "now": "present",
        "12 euros a year": "quoted",
    }


def test_a_list_is_not_checked_for_its_numbers() -> None:
    found = ground("1. The bridge opened in 2019.\n2. It is new.", "The bridge opened in 2019.", markup="markdown")
    assert outcomes(found) == {"2019": "supported"}


def test_a_paragraph_without_a_citation_is_reported_where_sources_are_required() -> None:
    documents = [
        SourceDocument(text="The bridge opened in 2019.", path="bridge.txt"),
        SourceDocument(text="The tunnel opened in 2021.", path="tunnel.txt"),
    ]
    text = "The bridge opened in 2019 [1].\n\nThe tunnel opened in 2021.\n\nThe tunnel opened in 2021 [1].\n"
    found = ground(text, documents, require_source=True)
    assert [(item.rule, item.why) for item in found.faults] == [
        ("G08", "This paragraph states one thing to check, and it cites no source."),
        ("G09", "The source that is cited (bridge.txt) does not have it; tunnel.txt does."),
    ]


def test_a_comment_with_a_reason_suppresses() -> None:
    text = "The city has 31 schools. <!-- ignore G06: counted by the author -->"
    found = ground(text, SOURCE, markup="markdown")
    assert found.ok
    assert found.left_out[0].why == "G06: counted by the author"
    assert not ground("The city has 31 schools. <!-- ignore G06 -->", SOURCE, markup="markdown").ok


def test_a_source_that_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    found = ground("The bridge opened in 2019.", [tmp_path / "none.txt"])
    assert [error.path for error in found.refused] == [str(tmp_path / "none.txt")]
    assert outcomes(found) == {"2019": "not found"}


def test_other_things_than_sources_are_refused() -> None:
    with pytest.raises(UsageError):
        ground("Text.", [12])  # type: ignore[list-item]  # a wrong type is what is tested


def test_an_empty_text_and_no_sources_are_fine() -> None:
    assert ground("", []).items == ()
    assert outcomes(ground("The city has 31 schools.", [])) == {"31 schools": "not found"}


@pytest.mark.parametrize(
    "piece",
    [
        "The city has 31 schools. ",
        "“We are here,” he said. ",
        "12 and 13 and 14. ",
        "[1] ",
        "A ",
        "“",
        "<!-- ignore G06: x --> ",
    ],
)
def test_work_grows_with_the_text(piece: str) -> None:
    assert is_linear(lambda text: ground(text, SOURCE), lambda size: piece * size, 4)


def test_work_grows_with_the_source() -> None:
    assert is_linear(
        lambda source: ground("The city has 31 schools.", source),
        lambda size: "The city has 12 schools. It rained. " * size,
        50,
    )


def test_items_are_in_the_order_of_the_text_and_their_spans_have_their_words() -> None:
    text = "On 4 July, “the worst is over,” Klein said. About 40 were injured, and 12 people died."
    found = ground(text, SOURCE)
    assert [item.span.slice(text) for item in found.items] == [item.words for item in found.items]
    assert [item.span.start for item in found.items] == sorted(item.span.start for item in found.items)
    assert found.of(GroundOutcome.SUPPORTED)


LONG = "\n\n".join(
    f"The council of district {number} met and discussed roads, schools and parks with the residents."
    for number in range(40, 90)
)
"""Fifty sentences that are about other things."""


@pytest.mark.parametrize(
    ("text", "source", "words", "outcome"),
    [
        # A weaker bound follows from many numbers that are about something else.
        ("Investors pay more than $2 million for a visa.", "The council raised $350 million for roads.", "more than $2 million",
         "not found"),
        # A limit that is wider is another limit.
        ("Most donors to the campaign of Ana Ruiz gave $300 or less.", "Most donors to the campaign of Ana Ruiz gave $200 or less.", "$300 or less",
         "contradicted"),
        ("The campaign of Ana Ruiz spoke to young people under 45.", "The campaign of Ana Ruiz spoke to young people under 30.", "under 45", "contradicted"),
        ("The survey of voters by Ana Ruiz was conducted September 16-20.", "The survey of voters by Ana Ruiz was conducted September 16-19.",
         "September 16-20", "contradicted"),
        # A year that the source has somewhere is chance where the sentence itself has another.
        ("Ana Ruiz ran for the senate in 2005.", "Ana Ruiz ran for the senate in 2008. The parks opened in 2005.", "2005",
         "contradicted"),
        # A margin of error is that of some poll, and all polls say so in the same words.
        ("The margin of error is plus or minus 3 points.", "The margin of error is plus or minus 4 points.",
         "plus or minus 3 points", "not found"),
    ],
)  # fmt: skip
def test_in_a_long_source(text: str, source: str, words: str, outcome: str) -> None:
    day = dt.date(2024, 9, 30)
    document = SourceDocument(text=f"{LONG[:2000]}\n\n{source}\n\n{LONG[2000:]}", published=day)
    found = ground(text, document, published=day)
    assert outcomes(found)[words] == outcome


def test_a_line_that_is_a_time_alone_could_not_be_checked() -> None:
    [item] = ground("6:05 p.m.", "At 6:05 p.m. the doors closed.").items
    assert (str(item.outcome), item.why) == (
        "could not be checked",
        "No other word of the sentence says what it is about.",
    )


def test_the_same_words_count_from_days_that_are_close() -> None:
    source = SourceDocument(text="She said so in Iowa earlier this year.", published=dt.date(2016, 3, 5))
    assert ground("She said so in Iowa earlier this year.", source, published=dt.date(2016, 3, 4)).ok


def test_a_date_without_a_year_says_no_more_than_one_of_an_undated_source() -> None:
    found = ground("The bridge opened on 4 July.", "The bridge opened on 4 July.", published=dt.date(2024, 9, 30))
    assert outcomes(found) == {"4 July": "supported"}


@pytest.mark.parametrize(
    ("text", "source", "outcome"),
    [
        ("Rents in Hamburg climbed by 8 percent.", "Rents in Berlin climbed by 8 percent.", "not found"),
        ("Samsung sold 48 million phones.", "Samsung sold 81 million phones and Apple 48 million.", "contradicted"),
        ("45 percent voted against the plan.", "55 percent voted against the plan and 45 percent for it.", "not found"),
        ("12 soldiers were killed in the attack.", "12 children were killed in the attack.", "unlike"),
        ("12 people were killed in the attack.", "12 soldiers were killed in the attack.", "supported"),
        ("12 soldiers were killed in the attack.", "12 people were killed in the attack.", "unlike"),
        ("The village has 900 inhabitants.", "The village has roughly 900 inhabitants.", "says more"),
    ],
)
def test_a_number_of_something_else_is_never_support(text: str, source: str, outcome: str) -> None:
    assert [str(item.outcome) for item in ground(text, source).items] == [outcome]


def test_the_places_of_an_annotated_text_are_those_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "story.facts"
    path.write_text(
        "---\nnewsfacts: 1\n---\n[Weiss]{.source} said 15 people were injured in the fire.\n", encoding="utf-8"
    )
    found = ground(read_source(path), "12 people were injured in the fire.")
    [finding] = findings_of(found)
    assert (str(finding.position), finding.words) == ("4:23", "15 people")


_PIECES = st.sampled_from(
    ["12 people", "“We left,” Weiss said.", " ", ". ", "\n\n", "[1]", "on 4 July", "[^a]: x", "| a | 3 |", "# ", "<!-- ignore G: x -->",
     "”", "“", "''", "Weiss", "$3bn", "é", "😀", "1. ", "```", "at least ", "not ", "…", "\r\n", "(2)", "2024"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=14).map("".join)


@settings(max_examples=40, deadline=None)
@given(_TEXTS, st.lists(_TEXTS, max_size=2), st.booleans(), st.sampled_from(["text", "markdown"]))
def test_whatever_the_texts_are_every_span_has_its_words(
    text: str, sources: list[str], require: bool, markup: Literal["text", "markdown"]
) -> None:
    found = ground(text, sources, require_source=require, markup=markup)
    for item in found.items:
        assert item.span.slice(text) == item.words
        if item.source is not None:
            assert item.source.span.slice(item.source.document.text) == item.source.words
    for one in found.left_out:
        assert one.span.slice(text) == one.words
    assert found.ok == (not found.faults)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SOURCE.replace("\n\n", " ").split(". ")), min_size=1, max_size=3, unique=True))
def test_a_text_against_itself_has_no_fault(sentences: list[str]) -> None:
    text = ". ".join(sentences)
    assert [str(item) for item in ground(text, text).faults] == []


def test_words_that_are_quoted_again_and_again_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counting(words: str, *values: Any, **named: Any) -> Any:
        asked.append(words)
        return verify_quote(words, *values, **named)

    monkeypatch.setattr("newsfacts.grounding.quotes.verify_quote", counting)
    text = "“the bridge will open soon” " * 20
    assert len(ground(text, [text]).items) == 20
    assert len(asked) == 1


def test_the_text_may_be_a_path(tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text("# Twelve\n\nThe fire hurt 12 people.", encoding="utf-8")
    found = ground(tmp_path / "answer.md", "The fire hurt 12 people.")
    assert (found.ok, [item.words for item in found.items]) == (True, ["12 people"])


@pytest.mark.parametrize("name", ["sources/wire.txt", "report.pdf", "story.facts "])
def test_the_name_of_a_file_is_not_taken_for_its_text(name: str) -> None:
    with pytest.raises(UsageError, match=r"looks like the name of a file; a str is a text, a pathlib\.Path a file"):
        ground("The fire hurt 12 people.", name)
    with pytest.raises(UsageError, match="looks like the name of a file"):
        ground(name, "The fire hurt 12 people.")
    assert ground("See report.pdf", "No report.pdf").ok
