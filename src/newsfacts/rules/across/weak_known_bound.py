"""X07: a known value that is weaker than what documents state."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across._counts import count_facts, known_facts
from newsfacts.rules.across._series import measure_name, quantity
from newsfacts.rules.across._wording import title_of
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples
from newsfacts.values.quantities.quantity import Comparator

_LOWER_BOUNDS = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})

_BOOK = """newsfacts: 1
measures: {dead: {label: people killed at Orsk, unit: person, kind: tally}}
known: [{of: dead, value: ">=12", as_of: 2025-10-12}]
"""
_USES = "---\nnewsfacts: 1\ntitle: %s\npublished: %s\nuse: [orsk.factbook.yaml]\n---\n\n"
_TWELVE = _USES % ("First toll", "2025-10-11") + "[At least 12 people]{.count of=dead} died."


class WeakKnownBound(CorpusRule):
    """What is known is as strong as what the documents state.

    What it checks:
        A factbook knows a lower bound of a measure ("at least 12"), and no document states a higher one ("at least 20")
        for a time that the known value covers: up to its `as_of`, or any time where it has none.

    Why:
        Two bounds are both true, and together they say "at least 20". A factbook that keeps the weaker one lets pass a
        later "15", which is wrong.

    Instead:
        Raise the known value to the higher bound, with the document as its source.

    Fix:
        None: the factbook is another file, and what counts as known is the project's decision.
    """

    code = "X07"
    name = "weak-known-bound"
    severity = Severity.INFO
    collects: Collectors = (count_facts, known_facts)
    VALID: Examples = (
        Example(
            _USES % ("Toll", "2025-10-12") + "[At least 10 people]{.count of=dead} died.",
            files={"orsk.factbook.yaml": _BOOK, "a.facts": _TWELVE},
        ),
        Example(
            _USES % ("Later", "2025-10-14") + "[At least 20 people]{.count of=dead} died.",
            files={"orsk.factbook.yaml": _BOOK, "a.facts": _TWELVE},
        ),
    )
    INVALID: Examples = (
        Example(
            _USES % ("Toll", "2025-10-12") + "[At least 20 people]{.count of=dead} died.",
            files={"orsk.factbook.yaml": _BOOK, "a.facts": _TWELVE},
            at="At least 20 people",
            message="“At least 20 people” says more than the known value of people killed at Orsk, which is >=12",
        ),
        Example(
            _USES % ("Toll", "2025-10-20") + "[More than 15 people]{.count of=dead as_of=2025-10-11} died.",
            files={"orsk.factbook.yaml": _BOOK, "a.facts": _TWELVE},
            at="More than 15 people",
            message="“More than 15 people” says more than the known value of people killed at Orsk, which is >=12",
        ),
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        for known in facts.where("f.kind = 'known'"):
            value = quantity(known.value)
            if value is None or value.comparator not in _LOWER_BOUNDS or value.low is None:
                continue
            strongest = self.strongest(facts, known)
            stated = quantity(strongest.value) if strongest is not None else None
            if strongest is None or stated is None or stated.low is None or stated.low <= value.low:
                continue
            beside = (
                [(known, f"known here: {known.value}")]
                if (known.path, known.start) != (strongest.path, strongest.start)
                else []
            )
            yield self.finding_at(
                facts, strongest,
                f"“{strongest.words}” says more than the known value of {measure_name(known)}, which is {known.value}",
                beside=beside, help=f"raise the known value to {strongest.value}, with {title_of(strongest)} as its "
                    "source",
            )  # fmt: skip

    def strongest(self, facts: Facts, known: Fact) -> Fact | None:
        """The highest lower bound that a document states for the time of a known value."""
        rows = facts.where(
            "f.kind = 'count' AND f.key = ? AND f.low IS NOT NULL AND f.high IS NULL AND (? IS NULL OR f.until <= ?)",
            known.key, known.until, known.until, order="f.low DESC, f.number",
        )  # fmt: skip
        return next(
            (fact for fact in rows if (value := quantity(fact.value)) and value.comparator in _LOWER_BOUNDS), None
        )
