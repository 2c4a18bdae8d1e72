"""What limits a quotation right outside of it: “raise taxes” of *we will not raise taxes*, “we leave” of *we leave if they pay*.

Whether that matters depends on the text that quotes, which may keep the limit in its own words. So this is a warning.
"""

from __future__ import annotations

import re

from newsfacts.anchors.cuts import CLAUSE_END
from newsfacts.anchors.interruptions import Interruption
from newsfacts.anchors.lost_words import is_turn, swallowed
from newsfacts.anchors.prepared import PreparedSource
from newsfacts.anchors.results import Limit
from newsfacts.text.english import CONDITIONS, OPINION_VERBS, QUANTIFIERS
from newsfacts.text.spans import Span

__all__ = ["REACH", "limits_outside"]

REACH = 8
"""How many words before a quotation, in the same clause, may limit it."""

REACH_AFTER = 6
"""How many words after it, in the same clause, may come before a condition."""

NEAR = 1
"""How many words may be between a restriction and a quotation."""

LOOK = 200
"""How many code points before and after a quotation are looked at."""

SENTENCE_ENDS = (".", "!", "?")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_OTHERS = r"(?:i|we|they|he|she|some|many|few|most|people|critics|others|opponents)"
_OPINION = re.compile(
    rf"\b{_OTHERS} (?:\w+ )?(?:claims?|claimed|doubts?|doubted|den(?:y|ies|ied)|pretend(?:s|ed)?)\b"
    r"|\b(?:some|many|few|most|people|critics|others|opponents) (?:\w+ )?(?:say|said|think|thought|believe|believed|argue|argued|fear|feared)\b"
)
_BELIEF = re.compile(rf"\b(?:{'|'.join(sorted(OPINION_VERBS))})(?: that)?(?=\s*\Z)")
_AFTER = re.compile(
    r"(?:,|;| [-–—]+)?\s*(?:but |and |though |although )?(?:only|not|never|except|without|in theory|on paper|allegedly|supposedly"
    r"|perhaps|maybe|possibly|probably|unless|until|when|once|as soon as|in case|at least|at most|or (?:more|less|fewer|so))\b"
)
_SPACES = re.compile(r"\s+")


def limits_outside(span: Span, source: PreparedSource) -> tuple[Limit, ...]:
    """The limits right before and right after a span of a source, also where an attribution comes between."""
    found = [_before(span, source.text), _after(span, source.text)]
    if found == [None, None]:
        found += [_beyond(one, span, source.text) for one in source.interruptions.next_to(span)]
    return tuple(limit for limit in found if limit is not None)


def _beyond(one: Interruption, span: Span, text: str) -> Limit | None:
    """The limit on the other side of an attribution: “We will leave,” he said, “if they pay.”"""
    if one.after == span.start:
        words = list(_WORD.finditer(text, max(0, one.before - 40), one.before))[-2:]
        lost = next((word for word in words if is_turn(word[0])), None)
        return (
            None
            if lost is None
            else Limit(Span(*lost.span()), lost[0], f"{lost[0]!r}, a negation, is before the quotation")
        )
    condition = CONDITIONS.match(text[one.after : one.after + LOOK])  # with a capital, it begins another sentence
    if condition is None:
        return None
    where = Span(one.after, one.after + condition.end())
    return Limit(where, condition[0], f"{condition[0]!r} follows the quotation")


def _before(span: Span, text: str) -> Limit | None:
    """A negation, a condition, a restriction or a reservation in the clause in which the span begins."""
    offset = max(0, span.start - LOOK)
    preceding = text[offset : span.start]
    start = 0
    for end in CLAUSE_END.finditer(preceding):
        start = end.end()
    quantifier = QUANTIFIERS.search(preceding.rstrip().lower(), start)
    if quantifier is not None:
        where = Span(offset + quantifier.start(), offset + quantifier.end())
        return Limit(where, where.slice(text), f"{where.slice(text)!r}, a restriction, is before the quotation")
    words = list(_WORD.finditer(preceding, start))[-REACH:]
    for distance, word in enumerate(reversed(words)):
        lost = swallowed(word[0])
        if lost is None or preceding[word.end() : word.end() + 1] == ",":
            continue
        if lost[1] == "a restriction" and distance > NEAR:
            continue
        if "," in preceding[word.end() :] and lost[1] != "a condition":
            continue
        if preceding[word.end() :].lower().startswith(" only "):
            continue  # "not only"
        where = Span(offset + word.start(), offset + word.end())
        return Limit(where, word[0], f"{word[0]!r}, {lost[1]}, is before the quotation")
    opinion = _OPINION.search(preceding.lower(), start) or _BELIEF.search(preceding.lower(), start)
    if opinion is not None:
        where = Span(offset + opinion.start(), offset + opinion.end())
        return Limit(where, where.slice(text), f"{where.slice(text)!r} is before the quotation")
    return None


def _after(span: Span, text: str) -> Limit | None:
    """A condition, a restriction or a negation with which the sentence goes on."""
    following = text[span.end : span.end + LOOK]
    if text[span.end - 1 : span.end] in SENTENCE_ENDS or following[:1] in SENTENCE_ENDS:
        return None
    direct = _AFTER.match(following.lower())
    lost = None
    if direct is not None:
        lost = direct
    else:
        for number, word in enumerate(_WORD.finditer(following)):
            between = following[: word.start()]
            if number > REACH_AFTER or re.search(r"[.!?;:\"”»]|\n\s*\n", between):
                break
            lost = CONDITIONS.match(following.lower(), word.start())
            if lost is not None or (number == 0 and swallowed(word[0]) is not None and not between.strip()):
                lost = lost or word
                break
    if lost is None:
        return None
    words = following[lost.start() : lost.end()]
    start = span.end + lost.start() + len(words) - len(words.lstrip(",; -–—\n\t"))
    where = Span(start, span.end + lost.end())
    shown = _SPACES.sub(" ", where.slice(text)).strip()
    return Limit(where, where.slice(text).strip(), f"{shown!r} follows the quotation")
