"""How often what is planted is found: all kinds of inconsistency, each a number of times."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs

# Entering the ways of breaking a rule is what these are imported for.
from tests.injection import changes, guidelines, passages  # noqa: F401
from tests.injection.planting import CHANGES, PAIRS, PASSAGES, Trial, trials

from newsfacts.findings import Severity
from newsfacts.rules import all_rules

NOT_PLANTED = {
    "P05": "needs one article in two versions, by two annotators",
    "Q06": "needs a source text of many pages",
    "S20": "needs bytes that are not UTF-8",
    "X08": "needs two versions of one article",
    "X09": "is about `corrections:` alone",
    "X10": "is about `corrections:` alone",
    "X11": "needs another headline, and the documents have theirs",
}
"""Default rules for errors and warnings that no way breaks here, and why. Their examples are their tests."""


@attrs.frozen(kw_only=True)
class Row:
    """What became of one kind of inconsistency."""

    code: str
    ways: int
    planted: int
    missed: tuple[Trial, ...]
    disturbed: tuple[Trial, ...]
    """Trials with an error that nobody planted."""
    warned: tuple[Trial, ...]
    """Trials with a warning that nobody planted."""


def codes() -> list[str]:
    """The codes that can be planted, in the order of the rules."""
    entered = {*PASSAGES, *CHANGES, *PAIRS}
    return [code for code in all_rules() if code in entered]


def should_be_planted() -> list[str]:
    """The default rules for errors and warnings."""
    return [code for code, rule in all_rules().items() if rule.default and rule.severity is not Severity.INFO]


def measure(number: int, seed: int, folder: Path) -> Iterator[Row]:
    """Plant every kind a number of times."""
    for code in codes():
        tried = list(trials(code, number, seed, folder))
        yield Row(
            code=code,
            ways=sum(len(table.get(code, ())) for table in (PASSAGES, CHANGES, PAIRS)),
            planted=len(tried),
            missed=tuple(trial for trial in tried if not trial.found),
            disturbed=tuple(trial for trial in tried if trial.errors),
            warned=tuple(trial for trial in tried if len(trial.others) > len(trial.errors)),
        )
