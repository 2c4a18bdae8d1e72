"""What the clause of a source asserts about a number: denied, only possible, replaced, or said for another period."""

from __future__ import annotations

import pytest

from newsfacts import ground

SOURCE = (
    "The press at Aldern makes 40 parts a minute. The dike has not 12 but 14 gates. The army denied that the storm had killed 25 "
    "sailors. The flood may have ruined 90 barns."
)


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("The press at Aldern makes 40 parts a minute.", "40 parts a minute", "supported"),
        ("The press at Aldern makes 40 parts an hour.", "40 parts an hour", "contradicted"),
        ("The dike has 14 gates.", "14 gates", "supported"),
        ("The dike has 12 gates.", "12 gates", "not found"),
        ("The army denied that the storm killed 25 sailors.", "25 sailors", "supported"),
        ("The storm killed 25 sailors.", "25 sailors", "could not be checked"),
        ("The flood ruined 90 barns.", "90 barns", "says more"),
        ("The flood may have ruined 90 barns.", "90 barns", "supported"),
        ("The flood could have ruined 90 barns.", "90 barns", "supported"),
    ],
)
def test_what_the_source_does_not_assert_is_not_supported(text: str, words: str, outcome: str) -> None:
    found = next(item for item in ground(text, SOURCE).items if item.words == words)
    assert str(found.outcome) == outcome, found.why
