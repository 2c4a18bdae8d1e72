"""X01: one quote, worded differently in two documents."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across._quotes import quote_facts, quote_tokens
from newsfacts.rules.across._series import same_text
from newsfacts.rules.across._wording import title_of
from newsfacts.rules.corpus_rule import CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example

MAX_WORDINGS = 100
"""How many different wordings that begin (or end) alike are compared with each other."""

_HEAD = """---
newsfacts: 1
title: {title}
entities: {{ann: {{name: Ann Bell, kind: person}}, bob: {{name: Bob Cole, kind: person}}}}
---

"""


def article(title: str, body: str) -> str:
    return _HEAD.format(title=title) + body


_RIVER = article(
    "Bridge opens", "[“We will build the road and the bridge before winter comes,”]{.quote by=ann} said Ann Bell."
)


class RewordedQuote(CorpusRule):
    """A quote has the same words wherever it is quoted.

    What it checks:
        Two quotes of eight words or more, of one speaker (or of nobody named), that begin or end with the same four
        words and differ only in between, or only in a few words at the other end. Silent is the rule where one quotes
        less than the other, or leaves words out with an ellipsis, or puts words in brackets, and where only case,
        quotation marks, hyphens or punctuation differ; and where two quotes begin alike and go on as different
        sentences.

    Why:
        What stands between quotation marks is what was said, word for word. If two articles do not agree, one of them
        has changed the words, or left some out without a mark.

    Instead:
        Go back to the recording, and mark what is left out with an ellipsis.

    Fix:
        None: quoted words are never changed by a program.
    """

    code = "X01"
    name = "reworded-quote"
    severity = Severity.WARNING
    collects = (quote_facts,)
    VALID = (
        Example(
            article("Winter", "[“We will build the road … before winter comes,”]{.quote by=ann} said Ann Bell."),
            files={"a.facts": _RIVER},
        ),
        Example(
            article("Road", "[“We will build the road and the bridge,”]{.quote by=ann} she said."),
            files={"a.facts": _RIVER},
        ),
        Example(
            article(
                "Money",
                "[“We will build the road when the province has given us the money for it,”]{.quote by=ann} she said.",
            ),
            files={"a.facts": _RIVER},
        ),
        Example(
            article(
                "Echo", "[“We will build the bridge and the road before winter comes,”]{.quote by=bob} said Bob Cole."
            ),
            files={"a.facts": _RIVER},
        ),
    )
    INVALID = (
        Example(
            article(
                "Roads", "[“We will build the bridge and the road before winter comes,”]{.quote by=ann} said Ann Bell."
            ),
            files={"a.facts": _RIVER},
            at="“We will build the bridge and the road before winter comes,”",
            message="this quote has “bridge and the road” where “Bridge opens” has “road and the bridge”",
        ),
        Example(
            article("Autumn", "[“We will build the road before winter comes,”]{.quote by=ann} said Ann Bell."),
            files={"a.facts": _RIVER},
            at="“We will build the road before winter comes,”",
            message="this quote leaves out “and the bridge”, which it has in “Bridge opens”, without an ellipsis",
        ),
        Example(
            article(
                "Spring",
                "[“They will build the road and the bridge before winter comes,”]{.quote by=ann} said Ann Bell.",
            ),
            files={"a.facts": _RIVER},
            at="“They will build the road and the bridge before winter comes,”",
            message="this quote has “They” where “Bridge opens” has “We”",
        ),
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        seen: set[tuple[str | None, int]] = set()
        keys = facts.select(
            "SELECT key FROM facts WHERE kind = 'quote-edge' GROUP BY key HAVING count(DISTINCT value) > 1 AND "
            "count(DISTINCT document) > 1"
        )
        for (key,) in keys:
            standing: list[Fact] = []
            wordings = facts.select(
                "SELECT min(number) FROM facts WHERE kind = 'quote-edge' AND key = ? GROUP BY value, by"
                f" ORDER BY count(DISTINCT document) DESC, min(number) LIMIT {MAX_WORDINGS}",
                key,
            )
            for (number,) in wordings:
                for fact in facts.where("f.number = ?", number):
                    found = next(((other, words) for other in standing if (words := difference(fact, other))), None)
                    if found is None:
                        standing.append(fact)
                    elif (fact.path, fact.start) not in seen:
                        seen.add((fact.path, fact.start))
                        other, message = found
                        yield self.finding_at(
                            facts, fact, message, beside=[(other, "the same quote in other words")],
                            help="compare both with what was said, and mark what is left out with an ellipsis",
                        )  # fmt: skip


def difference(fact: Fact, other: Fact) -> str | None:
    """How one quote rewords the other, as a message; None where it does not, or where they are two quotes."""
    if same_text(fact, other) or not fact.same_voice(other) or fact.value == other.value:
        return None
    here, there = quote_tokens(fact.words), quote_tokens(other.words)
    mine, theirs = [token.word for token in here], [token.word for token in there]
    if mine == theirs or {"…", "["} & {*mine, *theirs}:
        return marked_difference(fact, other) if mine != theirs else None
    shorter = min(len(mine), len(theirs))
    front = next((i for i in range(shorter) if mine[i] != theirs[i]), shorter)
    back = next((i for i in range(shorter - front) if mine[-1 - i] != theirs[-1 - i]), shorter - front)
    changed, original = here[front : len(here) - back], there[front : len(there) - back]
    if front < 2 or back < 2:
        # A changed beginning or end. With nothing in the place of it, one simply quotes less than the other.
        if not changed or not original or max(len(changed), len(original)) > 3:
            return None
    elif 2 * (front + back) < shorter:
        return None
    if not changed or not original:
        lost = original or changed
        words = (other if original else fact).words[lost[0].start : lost[-1].end]
        if original:
            return f"this quote leaves out “{words}”, which it has in {title_of(other)}, without an ellipsis"
        return f"this quote has “{words}”, which {title_of(other)} leaves out without an ellipsis"
    words = fact.words[changed[0].start : changed[-1].end]
    instead = other.words[original[0].start : original[-1].end]
    return f"this quote has “{words}” where {title_of(other)} has “{instead}”"


def marked_difference(fact: Fact, other: Fact) -> str | None:
    """The same for quotes with ellipses or brackets: the marks account for the difference, or words do not fit."""
    from newsfacts.anchors.verify import verify_quote  # few quotes need it

    for one, whole in ((fact, other), (other, fact)):
        found = verify_quote(one.words, whole.words)
        if found.verified or found.places:
            return None
        if (
            len(found.diff) == 1
            and found.score >= 0.9
            and found.diff[0].quoted
            and found.diff[0].source
            and one is fact
        ):
            return f"this quote has “{found.diff[0].quoted}” where {title_of(other)} has “{found.diff[0].source}”"
    return None
