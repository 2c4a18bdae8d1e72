"""What limits a quotation right outside of it: “raise taxes” of *we will not raise taxes*, “we leave” of *we leave if they pay*.

Whether that matters depends on the text that quotes, which may keep the limit in its own words. So this is a warning.
"""

from __future__ import annotations

import re

from newsfacts.anchors.clauses import CLAUSE_END, clause_start, one_line
from newsfacts.anchors.frames import frame_after, frame_before, frame_on_marks
from newsfacts.anchors.interruptions import Interruption
from newsfacts.anchors.lost_words import is_number_word, is_turn, swallowed
from newsfacts.anchors.prepared import PreparedSource
from newsfacts.anchors.results import Limit
from newsfacts.patterns import lazy_pattern
from newsfacts.text.english import (
    CONDITIONS,
    CONTRASTS,
    DENIABLE,
    EXCEPTIVES,
    LIMITING,
    OPINION_VERBS,
    QUANTIFIERS,
    SPEECH_VERBS,
    UNIVERSALS,
)
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
_LAST_WORD = re.compile(r"[\w.,-]*\w\Z")
_OTHERS = r"(?:i|we|they|he|she|some|many|few|most|people|critics|others|opponents)"
_OPINION = lazy_pattern(
    rf"\b{_OTHERS} (?:\w+ )?(?:claims?|claimed|doubts?|doubted|den(?:y|ies|ied)|pretend(?:s|ed)?)\b"
    r"|\b(?:some|many|few|most|people|critics|others|opponents) (?:\w+ )?(?:say|said|think|thought|believe|believed|argue|argued|fear|feared)\b"
)
_BELIEF = lazy_pattern(rf"\b(?:{'|'.join(sorted(OPINION_VERBS))})(?: that)?(?=\s*\Z)")
_AFTER = lazy_pattern(
    r"(?:,|;| [-–—]+)?\s*(?:but |and |though |although )?(?:only|not|never|except|without|in theory|on paper|allegedly|supposedly"
    r"|perhaps|maybe|possibly|probably|unless|until|when|once|as soon as|in case|at least|at most|or (?:more|less|fewer|so)"
    r"|little|few|nothing|nobody|no one|none|so far|for now|at the moment)\b"
    r"|\s+than\b"
)
_CONDITION_OUTSIDE = lazy_pattern(rf"(?<![.!?,])[\"”’»]\s+({CONDITIONS.pattern})")
_REPORTED = lazy_pattern(
    rf"\b(?:\w+\s+)?(?P<verb>{'|'.join(sorted((SPEECH_VERBS | OPINION_VERBS) - {'according', 'went'}))})(?: \w+)? that\Z"
)
_CLAIM = lazy_pattern(
    rf"\b(?:hears?|heard|(?:{'|'.join(sorted(DENIABLE))}|idea|notion|belief|impression|assumption)s?) that\Z"
)
_FRAME = lazy_pattern(
    rf"\b(?:{'|'.join(LIMITING)})(?: \w+){{0,3}},\Z|\bin (?:my|our|his|her|their) (?:view|opinion),\Z"
)
_FIRST_PERSON = re.compile(r"\A(?:i|we)\s")
_CONTRAST = lazy_pattern(rf"\b(?:{'|'.join(CONTRASTS)}|before|whether|lest|till|until|in case)\Z")
_EXCEPTED = lazy_pattern(rf"\s+(?:{'|'.join(EXCEPTIVES)})\b")
_RELATIVE = re.compile(r"\s+(?:that|who|which|whose|where)\b")
_UNTIL = re.compile(r"\s+(?:before|till)\b")
_QUOTED_UNIVERSAL = 4
_RELATIVE_REACH = 4
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
    condition = CONDITIONS.match(
        one_line(text[one.after : one.after + LOOK])
    )  # with a capital, it begins another sentence
    if condition is None:
        return None
    where = Span(one.after, one.after + condition.end())
    return Limit(where, condition[0], f"{condition[0]!r} follows the quotation")


def _before(span: Span, text: str) -> Limit | None:
    """A negation, a condition, a restriction or a reservation in the clause in which the span begins."""
    offset = max(0, span.start - LOOK)
    preceding = text[offset : span.start]
    start = clause_start(preceding)
    lower = one_line(preceding).rstrip().lower()
    quantifier = QUANTIFIERS.search(lower, start)
    if quantifier is not None:
        where = Span(offset + quantifier.start(), offset + quantifier.end())
        return Limit(where, where.slice(text), f"{where.slice(text)!r}, a restriction, is before the quotation")
    words = list(_WORD.finditer(preceding, start))[-REACH:]
    for distance, word in enumerate(reversed(words)):
        lost = swallowed(word[0])
        if lost is None or (preceding[word.end() : word.end() + 1] == "," and lost[1] != "a reservation"):
            continue  # "No, we will win"
        if lost[1] == "a restriction" and distance > NEAR:
            continue
        if "," in preceding[word.end() + 1 :] and lost[1] != "a condition":
            continue
        if preceding[word.end() :].lower().startswith(" only "):
            continue  # "not only"
        where = Span(offset + word.start(), offset + word.end())
        return Limit(where, word[0], f"{word[0]!r}, {lost[1]}, is before the quotation")
    opinion = _OPINION.search(lower, start) or _BELIEF.search(lower, start) or _CONTRAST.search(lower, start)
    opinion = opinion or _CLAIM.search(lower, start) or _FRAME.search(lower, start)
    opinion = opinion or _reported(lower, start) or _number_of(lower, start, span, text)
    if opinion is not None:
        where = Span(offset + opinion.start(), offset + opinion.end())
        return Limit(where, where.slice(text), f"{where.slice(text)!r} is before the quotation")
    return _frame_before(preceding, start, offset, text)


def _frame_before(preceding: str, start: int, offset: int, text: str) -> Limit | None:
    """Words that say that the clause after them is not so, or only perhaps, or that question what is between marks."""
    frame = frame_before(preceding[start:])
    first = offset + start
    if frame is None:
        frame, first = frame_on_marks(preceding), offset
    if frame is None:
        return None
    where = Span(first + frame.start, first + frame.end)
    shown = _SPACES.sub(" ", where.slice(text))
    return Limit(where, where.slice(text), f"{shown!r} is before the quotation")


def _reported(lower: str, start: int) -> re.Match[str] | None:
    """Words that leave what follows to someone else than the speaker: "they say that"."""
    found = _REPORTED.search(lower, start)
    return None if found is None or (_FIRST_PERSON.match(found[0]) and found["verb"] in SPEECH_VERBS) else found


def _number_of(lower: str, start: int, span: Span, text: str) -> re.Match[str] | None:
    """The number before a quotation that begins with "of the"."""
    last = _LAST_WORD.search(lower, start)
    is_share = text[span.start : span.start + 3].lower() == "of " and last is not None and is_number_word(last[0])
    return last if is_share else None


def _after(span: Span, text: str) -> Limit | None:
    """A condition, a restriction, an exception or a negation with which the sentence goes on, or the mark of a question."""
    following = text[span.end : span.end + LOOK]
    if text[span.end - 1 : span.end] in SENTENCE_ENDS:
        return None
    if following[:1] == "?":
        return Limit(Span(span.end, span.end + 1), "?", "the source asks this as a question")
    outside = _CONDITION_OUTSIDE.match(following.lower())
    if outside is not None:
        return _limit_after(span.end + outside.start(1), span.end + outside.end(1), text)
    if following[:1] in SENTENCE_ENDS:
        return None
    lower = one_line(following).lower()
    lost = _AFTER.match(lower) or _narrowed(span.slice(text), lower) or _later(following)
    if lost is None:
        frame = frame_after(lower)
        return None if frame is None else _limit_after(span.end + frame.start, span.end + frame.end, text)
    words = lost[0]
    return _limit_after(
        span.end + lost.start() + len(words) - len(words.lstrip(",; -–—\n\t")), span.end + lost.end(), text
    )


def _limit_after(start: int, end: int, text: str) -> Limit:
    where = Span(start, end)
    shown = _SPACES.sub(" ", where.slice(text)).strip()
    return Limit(where, where.slice(text).strip(), f"{shown!r} follows the quotation")


def _narrowed(words: str, following: str) -> re.Match[str] | None:
    """An exception from a statement about all or none, or what says which ones of all are meant; in lower case."""
    said = [word.lower() for word in _WORD.findall(words)]
    is_general = any(word in UNIVERSALS or is_turn(word) for word in said)
    excepted = _EXCEPTED.match(following)
    if excepted is not None and not UNIVERSALS.isdisjoint(said[-_QUOTED_UNIVERSAL:]):
        return excepted
    relative = _RELATIVE.match(following)
    if relative is not None:
        clause = following[relative.end() : _clause_end(following, relative.end())]
        if is_general or any(is_turn(word) for word in _WORD.findall(clause)[:_RELATIVE_REACH]):
            return relative
    return _UNTIL.match(following) if is_general else None


def _clause_end(text: str, start: int) -> int:
    end = CLAUSE_END.search(text, start)
    return len(text) if end is None else end.start()


def _later(following: str) -> re.Match[str] | None:
    """A condition in the next words of the clause, or a word right after the quotation that turns it."""
    lower = one_line(following).lower()
    for number, word in enumerate(_WORD.finditer(following)):
        between = following[: word.start()]
        if number > REACH_AFTER or re.search(r"[.!?;:\"”»]|\n\s*\n", between):
            return None
        lost = CONDITIONS.match(lower, word.start())
        if lost is not None or (number == 0 and swallowed(word[0]) is not None and not between.strip()):
            return lost or word
    return None
