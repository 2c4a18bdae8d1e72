"""An ellipsis in place of a number, or of how many of all are meant."""

from __future__ import annotations

import pytest

from newsfacts import verify_quote

SOURCE = (
    "Seven of the twelve pumps failed within the last six hours, and 40 of our boats were lost. The owners say that they are not to "
    "blame. Two men, who came late, left early."
)


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("Two men … left early.", None),
        ("within the last … hours", "six"),
        ("and … our boats were lost", "40 of"),
        ("The owners … are not to blame.", "say that they"),
    ],
)
def test_what_an_ellipsis_may_not_leave_out(words: str, left_out: str | None) -> None:
    found = verify_quote(words, SOURCE)
    assert found.verified is (left_out is None)
    if left_out is not None:
        assert repr(left_out) in found.explanation
