"""Whether a quotation is cut so that its source says something else: “I’m” of “I’m not”, “million” of “5 million”.

Looked at are the words of the source right before and right after those that are quoted, within their clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from newsfacts.anchors.clauses import clause_start, one_line
from newsfacts.anchors.frames import frame_before
from newsfacts.anchors.lost_words import is_turn, swallowed
from newsfacts.anchors.results import Gap, Refusal
from newsfacts.text.english import (
    CLAUSE_STARTS,
    CONDITIONS,
    DETERMINERS,
    FINITE,
    HAVE_AND_BE,
    HEDGES,
    LINKS,
    MODALS,
    MULTIPLES,
    NUMBER_HEDGES,
    SUBJECTS,
)
from newsfacts.text.spans import Span
from newsfacts.values.quantities.reading import number_words

__all__ = ["Quoted", "cut_number", "cut_off"]

LOOK = 300
"""How many code points before and after an end of a quotation are looked at."""

CLAUSE = 4
"""From this many words on, words that begin with a small letter in the source are taken for a clause."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SPACE = re.compile(r"[^\S\r\n]*+(?:(?:\r\n?|\n)[^\S\r\n]*+)?(?![\r\n])")  # up to one line end
_SENTENCE_END = re.compile(r"[.!?;:](?=\s|[\"”’')]|\Z)")
_PERCENT = frozenset({"percent", "percentage", "pct"})
_JOINING = frozenset({"and", "to", "or"})
_OPENERS = SUBJECTS | DETERMINERS | LINKS | frozenset(CLAUSE_STARTS) | {
    "my", "your", "his", "her", "its", "our", "their", "what", "where", "when", "how", "despite", "especially", "even",
    "only", "thanks", "without", "if", "not", "no",
} - {"or"}  # fmt: skip
_RIGHT_BEFORE = HEDGES | {"only", "almost", "nearly", "may", "might"}
_SUSPENDING = frozenset({"before", "whether", "lest", "till", "until"})
_FRACTIONS = frozenset({"third", "quarter", "fifth", "tenth", "half"})
_LARGE = frozenset({number_words.HUNDRED, number_words.MAGNITUDE, number_words.DOZEN})
_SMALL = frozenset({number_words.UNIT, number_words.TEN, number_words.TENS})


@attrs.frozen
class Quoted:
    """The words of a quotation as they are printed, and whether an ellipsis leaves out what was before and after."""

    words: str
    elides_before: bool = False
    elides_after: bool = False

    @property
    def is_sentence(self) -> bool:
        """Whether the words look like a sentence of their own: they begin with a capital letter or a digit."""
        first = next((character for character in self.words if character.isalnum()), "")
        return first.isupper() or first.isdigit()

    @property
    def final(self) -> str:
        """The last character if it is punctuation, else nothing."""
        return self.words[-1:] if self.words[-1:] in ",.;!?" else ""


def cut_off(quoted: Quoted, span: Span, text: str) -> Gap | None:
    """What is lost at an end of the quotation, with the reason; None where the quotation is fair in this respect."""
    return _cut_after(quoted, span, text) or _cut_before(quoted, span, text)


def _cut_after(quoted: Quoted, span: Span, text: str) -> Gap | None:
    following = text[span.end : span.end + LOOK]
    spoken = _last_words(span, text)
    if not spoken:
        return None
    number = _number_after(spoken[-1], span, text)
    if number is not None:
        return number
    words = list(_words_after(following)) if text[span.end - 1].isalnum() else []
    reach = 3 if spoken[-1] in MODALS or spoken[-1] in HAVE_AND_BE or spoken[-1] in FINITE else 1
    if words and words[0][0].lower() == "than":
        reach = 2  # "more often than not"
    for word in words[:reach]:
        if is_turn(word[0]):
            return _gap(span.end, word, "the quotation ends right before {!r}, a negation")
    if not quoted.is_sentence:
        return _question(quoted, span, following) if quoted.final in (".", "!", ";") else None
    after_comma = following.removeprefix(",")
    space = _SPACE.match(after_comma)
    rest = after_comma[space.end() if space else 0 :]
    condition = CONDITIONS.match(one_line(rest).lower())
    if condition is not None and not (after_comma != following and _opens_clause(rest)):
        start = span.end + len(following) - len(rest)
        lost = rest[: condition.end()]
        where = Span(start, start + len(lost))
        return Gap(where, lost, Refusal.CUT, f"the quotation ends right before {lost!r}, a condition")
    return _question(quoted, span, following)


def cut_number(before: Span, after: Span, text: str) -> Gap | None:
    """What of a number is lost between two parts of a quotation that an ellipsis joins: its hedge, or a part of it."""
    first, second = _last_words(before, text), _first_words(after, text)
    found = _number_after(first[-1], before, text) if first else None
    return found or (_number_before(second, after, text) if second else None)


def _number_after(last: str, span: Span, text: str) -> Gap | None:
    """A word with which the number at the end of a quotation goes on."""
    words = list(_words_after(text[span.end : span.end + LOOK])) if text[span.end - 1].isalnum() else []
    if words and _is_number_cut(last, [word[0].lower() for word in words]):
        return _gap(span.end, words[0], "the quotation ends right before {!r}, which belongs to the number")
    return None


def _number_before(spoken: Sequence[str], span: Span, text: str) -> Gap | None:
    """A word with which the number at the start of a quotation begins, or what bounds it or makes it approximate."""
    first = _number_word(spoken)
    preceding = text[max(0, span.start - LOOK) : span.start]
    before = list(_words_before(preceding))
    if not before or (_kind(first) is None and first not in MULTIPLES | _FRACTIONS):
        return None
    offset = span.start - len(preceding)
    if first not in MULTIPLES | _FRACTIONS and _is_number_cut_before(first, [word[0].lower() for word in before]):
        return _gap(offset, before[0], "the quotation begins right after {!r}, which belongs to the number")
    hedge = NUMBER_HEDGES.search(one_line(preceding).lower().rstrip())
    if hedge is None or not _is_word_start(preceding, hedge.start()):
        return None
    lost = preceding[hedge.start() : hedge.end()]
    where = Span(offset + hedge.start(), offset + hedge.end())
    return Gap(where, lost, Refusal.CUT, f"the quotation begins right after {lost!r}, which belongs to the number")


def _number_word(spoken: Sequence[str]) -> str:
    """The first of some words, or the second where they begin with “a dozen”, “a third of” and their like."""
    if len(spoken) > 1 and spoken[0] in ("a", "an"):
        is_fraction = spoken[1] in _FRACTIONS and (len(spoken) == 2 or spoken[2] == "of")
        if is_fraction or _kind(spoken[1]) in _LARGE:
            return spoken[1]
    return spoken[0]


def _opens_clause(condition: str) -> bool:
    """Whether a condition after a comma belongs to what comes after it: "he asked, if I go, who will pay?"."""
    end = _SENTENCE_END.search(condition)
    return "," in condition[: end.start() if end else None]


def _question(quoted: Quoted, span: Span, following: str) -> Gap | None:
    """A question that is quoted as a statement."""
    if following[:1] != "?" or quoted.final == "?" or quoted.elides_after:
        return None
    return Gap(Span(span.end, span.end + 1), "?", Refusal.CUT, "the source asks this as a question")


def _cut_before(quoted: Quoted, span: Span, text: str) -> Gap | None:
    preceding = text[max(0, span.start - LOOK) : span.start]
    spoken = _first_words(span, text)
    if not spoken:
        return None
    return (
        _number_before(spoken, span, text)
        or _cut_right_before(span, preceding)
        or _cut_in_clause(quoted, span, preceding, text)
    )


def _cut_right_before(span: Span, preceding: str) -> Gap | None:
    """A negation, a hedge or the verb of a question right before a quotation."""
    word = next(_words_before(preceding), None)
    if word is None:
        return None
    offset = span.start - len(preceding)
    if is_turn(word[0]) or word[0].lower() in _RIGHT_BEFORE:
        kind = swallowed(word[0])
        return _gap(offset, word, f"the quotation begins right after {{!r}}, {kind[1] if kind else ''}")
    if _asks(word, preceding):
        return _gap(offset, word, "the quotation begins right after {!r}, which asks a question")
    return None


def _cut_in_clause(quoted: Quoted, span: Span, preceding: str, text: str) -> Gap | None:
    """What turns a clause that is quoted as a sentence of its own, or that an ellipsis cuts from its beginning."""
    is_clause = _is_clause(span, text)
    if not (quoted.elides_before or (quoted.is_sentence and is_clause)):
        return None
    offset = span.start - len(preceding)
    word = next(_words_before(preceding), None)
    if word is not None and word[0].lower() in _SUSPENDING and is_clause:
        return _gap(offset, word, "the quotation begins right after {!r}, after which nothing is said to be so")
    found = _lost_before(preceding, span.slice(text))
    kind = swallowed(found[0]) if found is not None else None
    if found is not None and kind is not None:
        where = Span(offset + found.start(), offset + found.end())
        return Gap(where, found[0], Refusal.CUT, f"the quotation begins after {found[0]!r}, {kind[1]}")
    first = clause_start(preceding)
    frame = frame_before(preceding[first:]) if is_clause else None
    if frame is None or not frame.turns:
        return None
    where = Span(offset + first + frame.start, offset + first + frame.end)
    lost = " ".join(where.slice(text).split())
    return Gap(where, lost, Refusal.CUT, f"the quotation begins after {lost!r}, after which nothing is said to be so")


def _is_clause(span: Span, text: str) -> bool:
    """Whether words may be a clause; a few without a finite verb may be a name."""
    spoken = _first_words(span, text)
    if any(word in FINITE for word in spoken) or (len(spoken) > 1 and spoken[0] in SUBJECTS):
        return True
    return text[span.start].islower() and len(spoken) >= CLAUSE


def _asks(word: re.Match[str], preceding: str) -> bool:
    """Whether a verb at the start of a sentence makes a question of what comes after it: "Could this happen?"."""
    if not word[0][0].isupper() or word[0].lower() not in MODALS | HAVE_AND_BE:
        return False
    before = preceding[: word.start()].rstrip()
    return not before or before[-1] in ".!?:;…\"“”‘’'"


def _lost_before(preceding: str, there: str) -> re.Match[str] | None:
    """A negation, a condition or a hedge earlier in the clause in which the quotation begins."""
    words = list(_WORD.finditer(preceding, clause_start(preceding)))
    if preceding.rstrip().endswith(","):
        return _lost_before_comma(preceding, words, there)
    for found in words:
        lost = swallowed(found[0])
        if lost is None or preceding[found.end() : found.end() + 1] == ",":
            continue  # "No, we will win"
        if preceding[found.end() :].lower().startswith(" only "):
            continue  # "not only"
        if lost[1] in ("a negation", "a condition") or found[0].lower() in HEDGES:
            return found
    return None


def _lost_before_comma(preceding: str, words: list[re.Match[str]], there: str) -> re.Match[str] | None:
    """The same for a quotation that begins after a comma, where a new clause may begin.

    A condition concerns the clause after it. A negation concerns it only where its verb goes on: "shall not, as I said,
    raise taxes".
    """
    for number, found in enumerate(words[:2]):
        is_even = number > 0 and words[0][0].lower() == "even"
        if CONDITIONS.fullmatch(found[0].lower()) and not is_even:
            return found
    if words and words[-1][0].lower() in HEDGES:
        return words[-1]
    first = _WORD.match(there)
    opener = first[0].lower() if first is not None else ""
    if there[:1].isupper() or opener.endswith("ing") or opener in _OPENERS:
        return None
    return next((found for found in words if is_turn(found[0]) and found[0].lower() != "no"), None)


def _first_words(span: Span, text: str) -> list[str]:
    return _plain_words(text[span.start : min(span.end, span.start + LOOK)])


def _last_words(span: Span, text: str) -> list[str]:
    return _plain_words(text[max(span.start, span.end - LOOK) : span.end])


def _plain_words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _gap(offset: int, word: re.Match[str], reason: str) -> Gap:
    where = Span(offset + word.start(), offset + word.end())
    return Gap(where, word[0], Refusal.CUT, reason.format(word[0]))


def _words_after(following: str) -> Iterator[re.Match[str]]:
    """The words right after, as far as nothing but spaces is between them."""
    place = 0
    for _ in range(3):
        space = _SPACE.match(following, place)
        found = _WORD.match(following, space.end() if space else place)
        if found is None or (space is not None and space.end() == place):
            return
        yield found
        place = found.end()


def _words_before(preceding: str) -> Iterator[re.Match[str]]:
    """The words right before, the last one first, as far as nothing but spaces is between them."""
    found = list(_WORD.finditer(preceding, max(0, len(preceding) - 80)))
    end = len(preceding)
    for word in reversed(found[-3:]):
        space = preceding[word.end() : end]
        if not space or space.strip() or space.count("\n") > 1:
            return
        yield word
        end = word.start()


def _is_word_start(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _kind(word: str) -> int | None:
    """The role of a number word, of digits that of a small number, None for other words."""
    if word[:1].isdecimal():
        return number_words.UNIT
    entry = number_words.NUMBER_WORDS.get(word)
    return entry[0] if entry is not None and entry[0] in _LARGE | _SMALL else None


def _is_number_cut(last: str, after: list[str]) -> bool:
    """Whether a number goes on after its last quoted word."""
    kind, following = _kind(last), _kind(after[0])
    if kind is None:
        return False
    if following in _LARGE or after[0] in _PERCENT or after[:2] == ["per", "cent"]:
        return True
    if following is not None:
        return kind not in (number_words.UNIT, number_words.TEN)
    return after[0] == "and" and kind in _LARGE and len(after) > 1 and _kind(after[1]) is not None


def _is_number_cut_before(first: str, before: list[str]) -> bool:
    """Whether a number, or a range of numbers, began before its first quoted word."""
    kind, preceding = _kind(first), _kind(before[0])
    if preceding is not None:
        return kind in _LARGE or preceding not in (number_words.UNIT, number_words.TEN)
    return before[0] in _JOINING and len(before) > 1 and _kind(before[1]) is not None
