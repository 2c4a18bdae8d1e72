"""What the rules across documents say together: one defect is one finding, and honest reports have none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Result
from newsfacts.checking.documents import check
from newsfacts.documents import parse
from newsfacts.rules.across._headline_numbers import NUMBER, may_have_number, numbers_of
from newsfacts.rules.across._quotes import quote_tokens
from newsfacts.values.comparison import Agreement
from newsfacts.values.quantities.canonical import parse_canonical
from newsfacts.values.quantities.compare import compare
from newsfacts.values.quantities.quantity import Quantity

MEASURES = "measures: {dead: {label: people killed at Orsk, unit: person, kind: tally}, beds: {label: beds at Orsk, unit: bed}}\n"
PEOPLE = "entities: {police: {name: Orsk police}, clinic: {name: Orsk clinic}, ann: {name: Ann Bell, kind: person}}\n"
EVENTS = "events: {breach: {label: breach of the dam}}\n"


def report(body: str, *, published: str = "2025-03-11", more: str = "", measures: str = MEASURES) -> str:
    return f"---\nnewsfacts: 1\npublished: {published}\n{measures}{PEOPLE}{EVENTS}{more}---\n\n{body}"


def across(*texts: str, profile: str = "default") -> Result:
    documents = [parse(text, path=f"{number}.facts").document for number, text in enumerate(texts)]
    assert [str(problem) for document in documents for problem in document.problems] == []
    return check(documents, Configuration(profile=profile, ignore=("S", "A", "Q", "T", "N", "D", "C", "P")))


def said(*texts: str, profile: str = "default") -> list[tuple[str, str, str]]:
    return [(f.code, f.path or "", f.words) for f in across(*texts, profile=profile).findings]


def by(source: str, count: str) -> str:
    return f"[[They]{{.source ref={source}}} [said]{{.cue}} [[{count}]{{.count of=beds as_of=2025-03-11}} are free]{{.claim}}]{{.attribution}}."


BEDS = "[{0}]{{.count of=beds as_of=2025-03-11}} are free."


def test_the_same_source_must_not_contradict_itself_and_two_may_differ() -> None:
    assert said(report(by("police", "40 beds")), report(by("police", "70 beds"))) == [("X04", "1.facts", "70 beds")]
    assert said(report(by("police", "40 beds")), report(by("clinic", "70 beds"))) == []
    assert said(report(BEDS.format("40 beds")), report(by("clinic", "70 beds"))) == [("X04", "1.facts", "70 beds")]


def test_the_number_that_most_documents_have_is_taken_for_right() -> None:
    odd, usual = report(BEDS.format("70 beds")), report(BEDS.format("40 beds"))
    assert said(odd, usual, usual) == [("X04", "0.facts", "70 beds")]


@pytest.mark.parametrize(
    "body",
    [
        "[[70 beds]{.count of=beds as_of=2025-03-11} are not free]{.claim polarity=negative}.",
        "[[70 beds]{.count of=beds as_of=2025-03-11} would be free]{.claim type=prediction}.",
        "[[70 beds]{.count of=beds as_of=2025-03-11} are free]{.claim #k}, which [is wrong]{.claim rebuts=k}.",
        "[[70 beds]{.count of=beds as_of=2025-03-11} are free]{.claim #k}. [False]{.verdict of=k}.",
        "[Earlier we wrote [70 beds]{.count of=beds as_of=2025-03-11}.]{.aside}",
        "[70 beds]{.count of=beds as_of=2025-03-12} are free.",
        "[70 beds]{.count of=beds as_of=2025-03-11 scope=ward-2} are free.",
        "[70%]{.count of=beds as_of=2025-03-11} are free.",
        "[70 more beds]{.count of=beds as_of=2025-03-11} are free.",
    ],
)
def test_what_is_not_stated_of_the_same_thing_is_not_compared(body: str) -> None:
    assert said(report(BEDS.format("40 beds")), report(body)) == []


def test_measures_are_the_same_only_with_the_same_definition() -> None:
    one = report(BEDS.format("40 beds"))
    other = report(BEDS.format("70 beds"), measures=MEASURES.replace("beds at Orsk", "beds at Tomsk"))
    unnamed = MEASURES.replace("label: beds at Orsk, ", "")
    assert said(one, other) == []
    assert (
        said(report(BEDS.format("40 beds"), measures=unnamed), report(BEDS.format("70 beds"), measures=unnamed)) == []
    )


def test_versions_of_one_article_are_compared_once() -> None:
    url = "url: https://example.org/beds\n"
    found = said(
        report(BEDS.format("40 beds"), more=url), report(BEDS.format("70 beds"), more=f"{url}updated: 2025-03-12\n")
    )
    assert found == [("X08", "1.facts", "70 beds")]


def test_a_fall_to_an_older_figure_is_one_finding() -> None:
    texts = [
        report(f"[{count}]{{.count of=dead}} died.", published=f"2025-03-1{day}")
        for day, count in enumerate(("60 people", "86 people", "120 people", "86 people"))
    ]
    assert said(*texts) == []
    assert said(*texts, profile="strict") == [("X06", "3.facts", "86 people")]


def test_a_tally_is_corrected_once_and_for_all() -> None:
    def day(number: int, count: str, more: str = "") -> str:
        return report(f"[{count} people]{{.count of=dead as_of=2025-03-1{number}}} died.", more=more)

    noted = "corrections: [{was: 17 people, now: 16 people, where: lead}]\n"
    assert said(day(1, "17"), day(2, "16", noted), day(3, "16"), day(4, "17"), day(5, "16")) == []
    assert said(day(1, "17"), day(2, "16"), day(3, "16")) == [("X05", "1.facts", "16 people")]


def test_a_correction_of_another_number_is_no_excuse() -> None:
    noted = "corrections: [{was: 40 beds, now: 41 beds, where: lead}]\n"
    vague = "corrections: [{where: this story has been corrected}]\n"
    before = report("[17 people]{.count of=dead as_of=2025-03-11} died.")
    after = "[12 people]{.count of=dead as_of=2025-03-12} died."
    assert ("X05", "1.facts", "12 people") in said(before, report(after, more=noted))
    assert [code for code, *_ in said(before, report(after, more=vague))] == ["X09"]


@pytest.mark.parametrize(
    "other",
    [
        "[“This is a third grade trick – and you all know it!”]{.quote by=ann}",
        "[\"this is a third-grade trick and you all know it\"]{.quote by=ann}",
        "[“This is a … trick, and you all know it,”]{.quote by=ann}",
        "[“[He played] a third-grade trick, and you all know it,”]{.quote by=ann}",
        "[“a third-grade trick, and you all know it,”]{.quote by=ann}",
        "[“This is a third-grade trick,”]{.quote by=ann}",
        "[“This is a third-grade school with four teachers and nine rooms,”]{.quote by=ann}",
    ],
)  # fmt: skip
def test_quotes_that_agree_are_left_alone(other: str) -> None:
    assert (
        said(report("[“This is a third-grade trick, and you all know it,”]{.quote by=ann} she said."), report(other))
        == []
    )


def test_a_reworded_quote_is_one_finding_although_both_edges_match() -> None:
    one = report("[“You all know this is a third-grade trick, and you all know it,”]{.quote by=ann}")
    other = report("[“You all know this is a second-grade trick, and you all know it,”]{.quote by=ann}")
    assert [code for code, *_ in said(one, other)] == ["X01"]


ROAD = "[{}]{{.quote by=ann}}"
SAID = ROAD.format("“We are going to take a lot of road money and rail money from the south”")


def test_words_in_another_order_are_found_within_a_longer_quote() -> None:
    other = "“You heard me: we are going to take a lot of rail money and road money from the south, believe me”"
    (finding,) = across(report(SAID), report(ROAD.format(other))).findings
    assert finding.message == "this quote has “rail money and road” where 0.facts has “road money and rail”"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # what is between the marks is compared, and not what reports it
        ("[that they are going to take “a lot” of road money and rail money from the south]{.quote by=ann}",
         "[that they are going to take “a lot” of rail money and road money from the north]{.quote by=ann}"),
        ("[“The mayor’s road is not what the mayor’s office promised us”]{.quote by=ann}",
         "[“The mayor's road is not what the mayor‘s office promised us”]{.quote by=ann}"),
        ("[“We have no money for the road,” she said on Monday. “None at all for the whole year.”]{.quote by=ann}",
         "[“We have no money for the road. None at all for the whole year.”]{.quote by=ann}"),
        ("[“We have no money for the road,” she said. “And nothing is left for the whole year.”]{.quote by=ann}",
         "[“We have no money for the road, nothing is left for the whole year.”]{.quote by=ann}"),
        ("[“We are going to build the road in the summer of this year”]{.quote by=ann}",
         "[“We are going to build the bridge when the province pays for the steel”]{.quote by=ann}"),
    ],
)  # fmt: skip
def test_one_quote_in_two_settings_is_not_reworded(one: str, other: str) -> None:
    assert said(report(one), report(other)) == []


def test_two_annotators_of_one_text_are_not_two_articles() -> None:
    one = "[“We are going to take a lot of road money and rail money from the south”]{.quote by=ann}"
    two = "[“We are going to take a lot of road money and rail money”]{.quote by=police}[ from the south”]{.aside}"
    assert said(report(one), report(two)) == []
    beds = "There are [40]{.count of=beds value=50} beds."
    assert said(report("There are [40]{.count of=beds} beds."), report(beds)) == []


@pytest.mark.parametrize("words", ["around 10 October 2025", "in early October 2025", "on 11 October 2025", "in 2025"])
def test_dates_that_can_be_one_day_are_left_alone(words: str) -> None:
    first = report("It broke [on 10 October 2025]{.time of=breach}.", published="2025-11-01")
    assert said(first, report(f"It broke [{words}]{{.time of=breach}}.", published="2025-11-01")) == []


def test_bodies_of_quotes_are_cut_at_a_bound() -> None:
    assert len(quote_tokens("word " * 10_000)) == 200
    assert tuple(token.word for token in quote_tokens("“We … will [he said] ‘win’ ... twenty-one games.”")) == (
        "we",
        "…",
        "will",
        "[",
        "win",
        "…",
        "twenty",
        "one",
        "games",
    )


NUMBERS = st.one_of(
    st.integers(0, 300), st.integers(2**53 - 3, 2**53 + 3), st.integers(10**400, 10**400 + 2), st.sampled_from([1000, 15000, 3_500_000])
).map(str) | st.decimals(0, 100, places=2).map(lambda value: f"{value.normalize():f}")  # fmt: skip
SIGNS = st.sampled_from(["", "~", "<~", ">~", ">", ">=", "<", "<=", "<=?", "=="])


@given(SIGNS, NUMBERS, SIGNS, NUMBERS)
def test_the_aggregate_loses_no_contradiction(one_sign: str, one: str, other_sign: str, other: str) -> None:
    left, right = f"{one_sign}{one}", f"{other_sign}{other}"
    body = '[some]{{.count of=beds as_of=2025-03-11 value="{}"}} are free on ward {}.'
    texts = [report(body.format(value, number)) for number, value in enumerate((left, right))]
    documents = [parse(text, path=f"{number}.facts").document for number, text in enumerate(texts)]
    found = check(documents, Configuration(select=("X04",))).findings
    a, b = parse_canonical(left), parse_canonical(right)
    assert isinstance(a, Quantity)
    expected = compare(a, b, one_measure=True).verdict is Agreement.CONTRADICTION
    assert bool(found) == expected


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Crash kills 3", "The crash killed [two people]{.count}."),
        ("9 dead in landslide", "[Eleven people]{.count of=dead} died."),
        ("Two children missing", "[Three children]{.count} are missing."),
        ("Clinic loses $2.5 million", "The loss is [$3.5 million]{.count}."),
        ("60 percent back the bridge", "The bridge is backed by [46 percent]{.count}."),
        ("Crash kills 3, bus burns", "The crash killed [two people]{.count}."),
        ("Number of missing rises to 50", "[As many as 50 people]{.count} are missing."),
        ("Tax to rise by 4%", "[4.8 percent]{.count} is what it was; it will be [6 percent]{.count}."),
    ],
)
def test_a_number_of_the_headline_that_the_body_does_not_have_is_found(title: str, body: str) -> None:
    assert [code for code, *_ in said(report(body, more=f"title: {title}\n"))] == ["X11"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Crash kills 3", "The crash killed [two men and a woman]{.count value=3}."),
        ("Crash kills 3", "The crash killed three; [two people]{.count} were hurt."),
        ("9 dead in landslide", "[Six]{.count of=dead} died at once and [three people]{.count of=dead} later."),
        ("Clinic loses $2.5 million", "The loss is [$2.46 million]{.count}."),
        (
            "50 percent back the bridge",
            "It is backed by [half]{.count} of the town and [12 percent]{.count} of the rest.",
        ),
        ("5 things to know about the dam", "It killed [12 people]{.count}."),
        ("Dam of 1998 broke on June 4", "It killed [12 people]{.count}."),
        ("Up to 20 killed", "It killed [12 people]{.count}."),
        ("Bridge to cost $2.5 billion", "It will be long. [12 people]{.count} work on it."),
        ("After flood 17, people leave the valley", "[12 people]{.count} have left."),
        ("As in 1998, people leave the valley", "[12 people]{.count} have left."),
        ("United beat City 3-1", "[12 people]{.count} were arrested."),
        ("Four killed", "The flood killed [as many as 12 people]{.count} and four of their dogs."),
    ],
)
def test_a_headline_that_the_body_bears_out_is_left_alone(title: str, body: str) -> None:
    assert said(report(body, more=f"title: {title}\n")) == []


PIECES = st.sampled_from(
    ["two", "Three", "twenty-one", "dozens", "often", "seventeen", "12", "1,234.5", "US$", "us$", "$", "€", "%", " per cent",
     " million", "bn", "-", "–", "’", ".", ",", "/", " ", "\n", "a", "_", "٣", "é", "İ", "ß", "\u017fix"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=9).map("".join))
def test_no_number_is_passed_over_where_numbers_are_looked_for_at_few_places(text: str) -> None:
    assert [found.span() for found in numbers_of(text)] == [found.span() for found in NUMBER.finditer(text)]
    assert may_have_number(text) or NUMBER.search(text) is None


def entities_said(one: str, other: str) -> list[str]:
    """What the rule about entities finds where two documents define them in these ways."""
    texts = [
        f"---\nnewsfacts: 1\ntitle: {title}\nentities: {{{defined}}}\n---\n\n[She]{{ref={defined.partition(':')[0]}}} spoke.\n"
        for title, defined in (("Monday", one), ("Tuesday", other))
    ]
    documents = [parse(text, path=f"{number}.facts").document for number, text in enumerate(texts)]
    return [finding.message for finding in check(documents, Configuration(select=("X12",))).findings]


BELL = "bell: {name: Ann Bell, kind: person, born: 1960, roles: [{title: Mayor, since: 2020, until: 2024}, {title: Judge, since: 2010}]}"


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ("bell: {name: Ann Bell, kind: organization}", "Ann Bell is of the kind organization here, and person in “Monday”"),
        ("bell: {name: Ann Bell, kind: person, born: 1961}", "Ann Bell is born 1961 here, and 1960 in “Monday”"),
        (
            "bell: {name: Ann Bell, kind: person, roles: [{title: mayor, since: 2020, until: 2023}]}",
            "Ann Bell is mayor until 2023 here, and until 2024 in “Monday”",
        ),
        ("ann: {name: Ann Bell, kind: person}", "Ann Bell has the id “ann” here, and “bell” in “Monday”"),
    ],
)  # fmt: skip
def test_definitions_of_an_entity_that_do_not_go_together_are_one_finding(other: str, message: str) -> None:
    assert entities_said(BELL, other) == [message]


@pytest.mark.parametrize(
    "other",
    [
        "bell: {name: Ann Bell, kind: other}",
        "bell: {name: Ann Bell, kind: person, born: 1960}",
        "bell: {name: Ann Bell, kind: person, roles: [{title: Mayor, since: 2020-05, until: 2024}]}",
        "bell: {name: Ann Bell, kind: person, roles: [{title: Governor, since: 2023}]}",
        "bell: {name: Ann Bell, kind: person, roles: [{title: Judge, since: 2001, until: 2004}, {title: Judge, since: 2010}]}",
        "ann: {name: Ann Bell, kind: person, born: 1985}",
        "p-12: {name: Ann Bell, kind: person}",
    ],
)
def test_definitions_that_may_be_of_one_entity_or_surely_are_of_two_are_left_alone(other: str) -> None:
    assert entities_said(BELL, other) == []


def dates_said(*bodies: str, trial: str = "", more: str = "") -> list[str]:
    """What the rule about dates of events finds in reports with these words, the first of them titled “Monday”."""
    events = f"events: {{trial: {{label: the trial{trial}}}, verdict: {{label: the verdict, during: [trial]}}}}\n"
    texts = [
        f"---\nnewsfacts: 1\ntitle: {title}\npublished: 2025-04-01\n{more}{events}---\n\n{body}\n"
        for title, body in zip(("Monday", "Tuesday"), bodies, strict=True)
    ]
    documents = [parse(text, path=f"{number}.facts").document for number, text in enumerate(texts)]
    return [finding.message for finding in check(documents, Configuration(select=("X13",))).findings]


TRIAL, VERDICT = "It lasted [from 3 to 5 March 2025]{.time of=trial}.", "It came [on 20 March 2025]{.time of=verdict}."


def test_an_event_during_another_one_is_dated_within_it() -> None:
    assert dates_said(TRIAL, VERDICT) == [
        "the verdict comes during the trial, but is dated 2025-03-20 here, and that one 2025-03-03 to 2025-03-05 in “Monday”"
    ]
    assert dates_said(VERDICT, TRIAL) == [
        "the trial comes around the verdict, but is dated 2025-03-03 to 2025-03-05 here, and that one 2025-03-20 in “Monday”"
    ]
    assert dates_said(TRIAL, VERDICT.replace("20 March", "4 March")) == []


def test_of_an_event_of_several_days_each_report_may_name_another_one() -> None:
    one, other = (f"It went on [on {day} March 2025]{{.time of=trial}}." for day in (3, 8))
    assert dates_said(one, other, trial=", time: 2025-03-03/2025-03-10") == []
    assert len(dates_said(one, other)) == 1


def test_a_day_of_difference_is_allowed_between_clocks_and_not_by_one_clock() -> None:
    one, other = (f"It came [on {day} March 2025]{{.time of=verdict}}." for day in (3, 4))
    assert dates_said(one, other) == []
    assert dates_said(one, other, more="timezone: Europe/Berlin\n") == [
        "the verdict is dated 2025-03-04 here, and 2025-03-03 in “Monday”"
    ]
