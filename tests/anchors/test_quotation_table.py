"""Every quotation of the table has the verdict that was worked out by hand: none that is altered is verified."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.anchors.quotation_table import ALTERED, FAIR, SOURCES, Case

from newsfacts.anchors import PreparedSource, VerificationKind, verify_quote

PREPARED = {name: PreparedSource(text) for name, text in SOURCES.items()}


@pytest.mark.parametrize("case", FAIR, ids=lambda case: case.words[:40])
def test_a_fair_quotation_is_verified(case: Case) -> None:
    result = verify_quote(case.words, PREPARED[case.source])
    assert (str(result.kind), result.verified) == (case.verdict, True)


@pytest.mark.parametrize("case", ALTERED, ids=lambda case: f"{case.verdict}: {case.words[:40]}")
def test_an_altered_quotation_is_not_verified(case: Case) -> None:
    result = verify_quote(case.words, PREPARED[case.source])
    assert result.kind in (VerificationKind.ALTERED, VerificationKind.ABSENT)
    assert not result.verified


def test_the_table_has_many_ways_of_altering_words() -> None:
    assert len(FAIR) >= 74
    assert len(ALTERED) >= 93
    assert len(Counter(case.verdict for case in ALTERED)) >= 20
    assert len({(case.source, case.words) for case in (*FAIR, *ALTERED)}) == len(FAIR) + len(ALTERED)
