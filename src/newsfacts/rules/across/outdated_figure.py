"""X06: an older figure that is repeated after a newer one was reported."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across._counts import count_facts
from newsfacts.rules.across._series import keys_of_tallies_apart, same_text
from newsfacts.rules.across._wording import title_of
from newsfacts.rules.across.falling_tally import article, fell
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples, ProfileNames
from newsfacts.values.policy import Policy

_FIRST = article("First report", "2025-03-11", "[8 people]{.count of=injured} were injured.")
_SECOND = article("Second report", "2025-03-12", "[23 people]{.count of=injured} were injured.")


class OutdatedFigure(CorpusRule):
    """A document does not repeat a figure that a later report has replaced.

    What it checks:
        For a measure of `kind: tally`, a number without `as_of=` that was reported before is not repeated after another
        document has reported a higher one.

    Why:
        Background paragraphs are copied from older articles, and their numbers stay behind. That is not an error where the
        text says when the number held; where it does not, the reader takes it for today's.

    Instead:
        Bring the number up to date, or say with `as_of=` (and in the text) when it held.

    Fix:
        None: whether the text means the older number is for a person to see.
    """

    code = "X06"
    name = "outdated-figure"
    severity = Severity.INFO
    default = False
    profiles: ProfileNames = ("strict", "newsroom")
    collects: Collectors = (count_facts,)
    VALID: Examples = (
        Example(
            article(
                "Third report", "2025-03-13", "[8 people]{.count of=injured as_of=2025-03-11} were injured on Tuesday."
            ),
            files={"a.facts": _FIRST, "b.facts": _SECOND},
        ),
        Example(
            article("Third report", "2025-03-13", "[25 people]{.count of=injured} were injured."),
            files={"a.facts": _FIRST, "b.facts": _SECOND},
        ),
    )
    INVALID: Examples = (
        Example(
            article("Third report", "2025-03-13", "The flood, in which [8 people]{.count of=injured} were injured, "
                "is over."),
            files={"a.facts": _FIRST, "b.facts": _SECOND},
            at="8 people",
            message="“8 people” is an older figure: “Second report” had “23 people” before this was published",
        ),
        Example(
            article("Third report", "2025-03-13T09:00", "[8 people]{.count of=injured} were injured."),
            files={"a.facts": _FIRST, "b.facts": article("Night report", "2025-03-12T21:00",
                "[At least 20 people]{.count of=injured} were "
                "hurt.")},
            at="8 people",
            message="“8 people” is an older figure: “Night report” had “At least 20 people” before this was published",
        ),
    )  # fmt: skip

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        for key in keys_of_tallies_apart(facts, 3):
            yield from self.along(facts, context.policy, key)

    def along(self, facts: Facts, policy: Policy, key: str) -> Iterator[Finding]:
        """Go through the counts of one tally in the order of publication."""
        reported: set[str] = set()
        best: Fact | None = None
        counts = facts.where(
            "f.kind = 'count' AND f.key = ? AND d.published IS NOT NULL", key, order="d.published, f.number"
        )
        for fact in counts:
            if best is not None and not fact.dated and fact.value in reported and self.replaced(best, fact, policy):
                yield self.finding_at(
                    facts,
                    fact,
                    f"“{fact.words}” is an older figure: {title_of(best)} had “{best.words}” before this was published",
                    beside=[(best, f"“{best.words}” here, earlier")],
                    help="bring the number up to date, or say with as_of= when it held",
                )
                continue
            reported.add(fact.value)
            if fact.low is not None and (best is None or best.low is None or fact.low > best.low):
                best = fact

    def replaced(self, best: Fact, fact: Fact, policy: Policy) -> bool:
        """Whether a higher number of the same voice was known before."""
        published = (best.document.published or 0) < (fact.document.published or 0)
        return published and fact.same_voice(best) and not same_text(fact, best) and fell(best, fact, policy)
