"""What the library reads and finds is what the frozen tables say; `freeze.py` next to this file rewrites them."""

from __future__ import annotations

import pytest
from tests.frozen.freeze import FINDINGS, QUANTITIES, TIMES, differences, table


@pytest.mark.parametrize("name", [QUANTITIES, TIMES, FINDINGS])
def test_nothing_has_changed(name: str) -> None:
    changed = differences(name)
    assert not changed, f"{name} (- frozen, + now; python tests/frozen/freeze.py rewrites it):\n" + "\n".join(changed)


@pytest.mark.parametrize("name", [QUANTITIES, TIMES])
def test_a_phrase_occurs_once(name: str) -> None:
    phrases = [line.rsplit("\t", 1)[0] for line in table(name)]
    assert sorted(phrases) == sorted(set(phrases))
