"""A number of a list or a table is about the label of its own line or row."""

from __future__ import annotations

import pytest

from newsfacts.finders.values import find_quantities
from newsfacts.grounding import GroundOutcome, ground
from newsfacts.sources.document import Markup, SourceDocument

LIST = "Trucks: 22\nHydrants: 9\n"
TABLE = "| item | number |\n|---|---|\n| trucks | 22 |\n| hydrants | 9 |\n"


@pytest.mark.parametrize("list_", [LIST, LIST.replace("\n", "\r\n"), LIST.replace("Trucks", "Fire trucks")])
def test_a_number_at_the_end_of_a_line_does_not_count_what_the_next_line_is_about(list_: str) -> None:
    assert [found.words for found in find_quantities(list_)] == ["22", "9"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They sent 22\nfirefighters to the fire.", "22\nfirefighters"),
        ("Of those hurt, 22\nAmericans were flown home.", "22\nAmericans"),
        ("He said: 22\npeople came: 40 were\nexpected.", "22\npeople"),
    ],
)
def test_a_number_goes_on_in_the_next_line_of_running_text(text: str, words: str) -> None:
    assert find_quantities(text)[0].words == words


@pytest.mark.parametrize(
    "source",
    [
        SourceDocument(text=LIST),
        SourceDocument(text=LIST.replace(": ", "\t")),
        SourceDocument(text=TABLE, markup=Markup.MARKDOWN),
    ],
)
def test_the_number_of_another_line_is_not_supported(source: SourceDocument) -> None:
    [item] = ground("The service used 22 hydrants.", [source]).items
    assert item.outcome is GroundOutcome.NOT_FOUND


def test_the_number_of_the_right_line_is_supported() -> None:
    trucks = ground("The service used 22 trucks and 9 hydrants.", [SourceDocument(text=LIST)]).items[0]
    assert (trucks.words, trucks.outcome) == ("22 trucks", GroundOutcome.SUPPORTED)


def test_the_markup_of_a_source_may_be_given_by_its_name() -> None:
    assert SourceDocument(text=TABLE, markup="markdown").markup is Markup.MARKDOWN
