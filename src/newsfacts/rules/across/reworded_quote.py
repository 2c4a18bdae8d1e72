"""X01: one quote, worded differently in two documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher

import attrs

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across._quotes import GAP, QuoteWord, quote_facts, quote_tokens
from newsfacts.rules.across._series import same_text
from newsfacts.rules.across._wording import title_of
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples

MAX_WORDINGS = 100
"""How many different wordings that begin (or end) alike are compared with each other."""

MAX_OF_ONE_RUN = 20
"""A run of words that more wordings have in common is a phrase of the language, and says nothing about a quote."""

MAX_CHANGES = 4
MAX_AT_EDGE = 3
"""How many changes two wordings of one quote have at most, and how many words are changed at its beginning or end."""

MAX_SHOWN = 8
"""Changes within so many words are shown as one."""

MIN_AFTER_GAP = 3
"""How many words in a row two quotes share after an ellipsis, where they go on with the same."""

MIN_SHARED = 8
SHARED_PERCENT = 75
"""How many words two wordings of one quote share at least, and how many of a hundred words of the shorter one."""

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
        Two quotes of eight words or more, of one speaker (or of an unknown one), with the same words apart from a few
        that are changed, left out or in another order. Only what is between the quotation marks is compared. It is not a
        change where one quotes less than the other, leaves words out with an ellipsis or puts some in brackets, where
        other words interrupt the quote, or where only case, quotation marks, apostrophes, hyphens or punctuation differ.
        Two annotations of one text are not compared.

    Why:
        What is between quotation marks is what was said, word for word. If two articles do not agree, one of them has
        changed the words, or left some out without a mark.

    Instead:
        Go back to the recording, and mark what is left out with an ellipsis.

    Fix:
        None: quoted words are never changed by a program.
    """

    code = "X01"
    name = "reworded-quote"
    severity = Severity.WARNING
    collects: Collectors = (quote_facts,)
    VALID: Examples = (
        Example(
            article(
                "Ice",
                "[“We will build the road. … It must be there before winter comes,”]{.quote by=ann} said Ann Bell.",
            ),
            files={
                "a.facts": article(
                    "Frost",
                    "[“We will build the road. And then the bridge. … It must be there before winter comes,”]"
                    "{.quote by=ann} she said.",
                )
            },
        ),
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
    INVALID: Examples = (
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
        compared: set[tuple[str, str]] = set()
        keys = facts.select(
            "SELECT kind, key FROM facts WHERE kind IN ('quote-edge', 'quote-run') GROUP BY kind, key "
            "HAVING min(value) < max(value) AND min(document) < max(document) ORDER BY kind, min(number)"
        )
        for kind, key in keys:
            if kind == "quote-run" and has_many_wordings(facts, key):
                continue
            standing: list[Fact] = []
            wordings = facts.select(
                "SELECT min(number) FROM facts WHERE kind = ? AND key = ? GROUP BY value, by"
                f" ORDER BY count(DISTINCT document) DESC, min(number) LIMIT {MAX_WORDINGS}",
                kind,
                key,
            )
            for (number,) in wordings:
                for fact in facts.where("f.number = ?", number):
                    new = [other for other in standing if (fact.value, other.value) not in compared]
                    compared.update((fact.value, other.value) for other in new)
                    found = next(((other, words) for other in new if (words := difference(fact, other))), None)
                    if found is None:
                        standing.append(fact)
                    elif (fact.path, fact.start) not in seen:
                        seen.add((fact.path, fact.start))
                        other, message = found
                        yield self.finding_at(
                            facts, fact, message, beside=[(other, "the same quote in other words")],
                            help="compare both with what was said, and mark what is left out with an ellipsis",
                        )  # fmt: skip


def has_many_wordings(facts: Facts, key: str) -> bool:
    """Whether a run of words is in so many different quotes that it says nothing."""
    wordings = "SELECT count(DISTINCT value) FROM facts WHERE kind = 'quote-run' AND key = ?"
    return any(number > MAX_OF_ONE_RUN for (number,) in facts.select(wordings, key))


@attrs.frozen
class _Change:
    """Where two quotes differ: words `start`..`end` of one, `other_start`..`other_end` of the other."""

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def size(self) -> int:
        """How many words it is about, in the quote where it is longer."""
        return max(self.end - self.start, self.other_end - self.other_start)


def difference(fact: Fact, other: Fact) -> str | None:
    """How one quote rewords the other, as a message; None where it does not, or where they are two quotes."""
    if same_text(fact, other) or not fact.same_voice(other) or fact.value == other.value:
        return None
    here, there = quote_tokens(fact.words), quote_tokens(other.words)
    change = changed([token.word for token in here], [token.word for token in there])
    if change is None:
        return None
    mine, theirs = here[change.start : change.end], there[change.other_start : change.other_end]
    if not mine or not theirs:
        words = words_of(other, theirs) if theirs else words_of(fact, mine)
        if theirs:
            return f"this quote leaves out “{words}”, which it has in {title_of(other)}, without an ellipsis"
        return f"this quote has “{words}”, which {title_of(other)} leaves out without an ellipsis"
    return f"this quote has “{words_of(fact, mine)}” where {title_of(other)} has “{words_of(other, theirs)}”"


def words_of(fact: Fact, tokens: Sequence[QuoteWord]) -> str:
    """The words of the fact from the first to the last token."""
    return fact.words[tokens[0].start : tokens[-1].end]


def changed(mine: Sequence[str], theirs: Sequence[str]) -> _Change | None:
    """From the first to the last change between two wordings of one quote; None where there is none, or they are two."""
    shorter = min(mine, theirs, key=len)
    if 4 * len({*mine} & {*theirs}) < 2 * len({*shorter}):
        return None  # most pairs have no more than a phrase in common
    blocks = shared(mine, theirs)
    matched = sum(block.size for block in blocks)
    words = sum(word != GAP for word in shorter)
    if matched < MIN_SHARED or 100 * matched < SHARED_PERCENT * words or begin_or_end_differently(mine, theirs, blocks):
        return None
    changes = list(between_blocks(mine, theirs, blocks))
    if not changes or len(changes) > MAX_CHANGES or sum(change.size for change in changes) > matched:
        return None
    first, last = changes[0], changes[-1]
    whole = _Change(first.start, last.end, first.other_start, last.other_end)
    return whole if whole.size <= MAX_SHOWN else first


def shared(mine: Sequence[str], theirs: Sequence[str]) -> list[Match]:
    """The runs of words that two quotes share.

    After an ellipsis, or words that are not quoted, both may go on with something else, so that a word or two in common
    there mean nothing.
    """
    found: list[Match] = []
    start, other_start = 0, 0
    for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        words = mine[block.a : block.a + block.size]
        passed = (*mine[start : block.a], *theirs[other_start : block.b])
        if not block.size or ((GAP in passed or GAP in words) and len(words) - words.count(GAP) < MIN_AFTER_GAP):
            continue
        found.append(block)
        start, other_start = block.a + block.size, block.b + block.size
    return found


def begin_or_end_differently(mine: Sequence[str], theirs: Sequence[str], blocks: Sequence[Match]) -> bool:
    """Whether two quotes lead to what they share from different words, or go on differently after it."""
    first, last = blocks[0], blocks[-1]
    before = min(first.a, first.b)
    after = min(len(mine) - last.a - last.size, len(theirs) - last.b - last.size)
    return max(before, after) > MAX_AT_EDGE


def between_blocks(mine: Sequence[str], theirs: Sequence[str], blocks: Sequence[Match]) -> Iterator[_Change]:
    """The changes that no ellipsis, bracket or interruption accounts for.

    Before the first and after the last shared words, one quote may simply begin earlier or end later than the other.
    """
    start, other_start = 0, 0
    for block in [*blocks, Match(len(mine), len(theirs), 0)]:
        own, others = mine[start : block.a], theirs[other_start : block.b]
        is_first, is_last = start == 0 and other_start == 0, block.size == 0
        edited = bool(own and others) if is_first or is_last else bool(own or others)
        around = (*mine[max(start - 1, 0) : start], *mine[block.a : block.a + 1])
        if edited and {GAP, "["}.isdisjoint((*own, *others)) and GAP not in around:
            both = min(len(own), len(others))
            if is_first:
                yield _Change(block.a - both, block.a, block.b - both, block.b)
            elif is_last:
                yield _Change(start, start + both, other_start, other_start + both)
            else:
                yield _Change(start, block.a, other_start, block.b)
        start, other_start = block.a + block.size, block.b + block.size
