"""X03: one quote, said on two days."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across._quotes import quote_facts
from newsfacts.rules.across._series import same_text
from newsfacts.rules.across._wording import day_words, title_of
from newsfacts.rules.across.reworded_quote import article
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples

MAX_DATES = 100
"""How many dates of one quote are compared with each other."""

_MONDAY = article(
    "Monday", "[“I have seen the papers, and they are all in order,”]{.quote by=ann said=2025-03-10} said Ann Bell."
)


class QuoteOfAnotherDay(CorpusRule):
    """A quote was said on the same day wherever it is quoted.

    What it checks:
        Two quotes of eight words or more with the same words and the same speaker, in two documents, have dates
        (`said=` of the quote or its attribution) that can be the same. A quote without a date is not compared.

    Why:
        An old quote that is printed as if it were new is one of the oldest ways to mislead, and one of the easiest
        slips to make when background is copied.

    Instead:
        Find out when it was said. Where somebody really said it twice, suppress the finding with that reason.

    Fix:
        None: when it was said is for a person to find out.
    """

    code = "X03"
    name = "quote-of-another-day"
    severity = Severity.WARNING
    collects: Collectors = (quote_facts,)
    VALID: Examples = (
        Example(
            article(
                "March", "[“I have seen the papers, and they are all in order,”]{.quote by=ann said=2025-03} she said."
            ),
            files={"a.facts": _MONDAY},
        ),
        Example(
            article("Once", "[“I have seen the papers, and they are all in order,”]{.quote by=ann} she said."),
            files={"a.facts": _MONDAY},
        ),
    )
    INVALID: Examples = (
        Example(
            article(
                "April",
                "[“I have seen the papers, and they are all in order,”]{.quote by=ann said=2025-04-02} said Ann Bell.",
            ),
            files={"a.facts": _MONDAY},
            at="“I have seen the papers, and they are all in order,”",
            message="these words are said on 2025-04-02 here, and on 2025-03-10 in “Monday”",
        ),
        Example(
            article(
                "2024",
                "[[“I have seen the papers, and they are all in order,”]{.quote} [Ann Bell]{.source ref=ann} "
                "[said]{.cue}]{.attribution said=2024}.",
            ),
            files={"a.facts": _MONDAY},
            at="“I have seen the papers, and they are all in order,”",
            message="these words are said on 2024-01-01 to 2024-12-31 here, and on 2025-03-10 in “Monday”",
        ),
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        keys = facts.select(
            "SELECT key FROM facts WHERE kind = 'quote' AND dated GROUP BY key HAVING max(since) >= min(until) "
            "AND min(document) < max(document)"
        )
        for (key,) in keys:
            standing: list[Fact] = []
            dates = facts.select(
                "SELECT min(number) FROM facts WHERE kind = 'quote' AND key = ? AND dated GROUP BY since, until, by"
                f" ORDER BY count(DISTINCT document) DESC, min(number) LIMIT {MAX_DATES}",
                key,
            )
            for (number,) in dates:
                for fact in facts.where("f.number = ?", number):
                    other = next((known for known in standing if is_another_day(known, fact)), None)
                    if other is None:
                        standing.append(fact)
                        continue
                    here, there = day_words(fact.since, fact.until), day_words(other.since, other.until)
                    yield self.finding_at(
                        facts, fact, f"these words are said on {here} here, and on {there} in {title_of(other)}",
                        beside=[(other, f"said on {there} here")], help="find out when it was said, and correct said=",
                    )  # fmt: skip


def is_another_day(one: Fact, other: Fact) -> bool:
    """Whether the same speaker would have had to say it on two days."""
    if same_text(one, other) or not one.same_voice(other):
        return False
    return (one.until is not None and other.since is not None and one.until <= other.since) or (
        other.until is not None and one.since is not None and other.until <= one.since
    )
