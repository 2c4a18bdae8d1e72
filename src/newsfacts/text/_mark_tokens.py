"""Every sign of a text that may be a quotation mark, and what it may do where it is: open, close, or be something else.

A role has a cost: 0 where the sign usually has it in such a place, more the less usual it is, `NEVER` where it cannot.
What is inside an HTML or XML tag is not looked at, nor is an apostrophe between two letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from newsfacts.patterns import lazy_pattern
from newsfacts.text.english import ELISIONS, ENDS_OF_ELISIONS, FINITE, LINKS, SUBJECTS

__all__ = ["ANY_MARK", "MISMATCHED", "NEVER", "SINGLE", "Break", "MarkToken", "closing_cost", "tokens"]

NEVER = 1000
WRONG_PLACE = 18
"""A mark that opens where marks close, or closes where they open."""
MISMATCHED = 20
"""A quotation that closes with another kind of mark than it opened with."""

# The keys of marks: the sign itself, ‶ for `` and ‘‘, ″ for '' and ’’.
_KEYS = {"``": "‶", "‘‘": "‶", "''": "″", "’’": "″"}
SINGLE = frozenset("'‘’‚‛‹›`")
_APOSTROPHES = frozenset("'’‘")

_CLOSERS: Mapping[str, Mapping[str, int]] = MappingProxyType({
    '"': {'"': 0, "”": MISMATCHED, "“": MISMATCHED, "″": MISMATCHED},
    "“": {"”": 0, '"': MISMATCHED, "“": MISMATCHED, "″": MISMATCHED},
    "”": {"”": 0, '"': MISMATCHED, "“": MISMATCHED},
    "„": {"“": 0, "”": 0, '"': MISMATCHED, "″": MISMATCHED},
    "‟": {"”": 0, "“": 0, '"': MISMATCHED},
    "«": {"»": 0},
    "»": {"«": 0, "»": 0},
    "‶": {"″": 0, '"': 0, "”": MISMATCHED},
    "″": {"″": 0, '"': MISMATCHED},
    "'": {"'": 0, "’": MISMATCHED},
    "‘": {"’": 0, "'": MISMATCHED, "‘": MISMATCHED},
    "‚": {"‘": 0, "’": 0, "'": MISMATCHED},
    "‛": {"’": 0, "'": MISMATCHED},
    "‹": {"›": 0},
    "›": {"‹": 0, "›": 0},
    "`": {"'": 0, "’": MISMATCHED},
    "「": {"」": 0},
    "『": {"』": 0},
})  # fmt: skip
"""For each mark that opens, the marks that may close it, and the cost of each."""

_ALL_KEYS = frozenset("\"“”„‟«»‘’‚‛‹›'`「」『』") | set(_KEYS.values())

_OTHER_CLASS = 25
"""A single mark that closes a double one, or the other way round."""

ANY_MARK = lazy_pattern("[\"“”„‟«»‘’‚‛‹›'`「」『』]")

# Any sign of interest but an apostrophe between two letters or digits.
_SIGN = lazy_pattern("[\"“”„‟«»‘’‚‛‹›'`「」『』<\n\r\u2029](?:(?<![‘’'])|(?<!\\w.)|(?!\\w))")
_TAG = lazy_pattern(r"<[A-Za-z/!?][^<>]*+>")
_SPACE = lazy_pattern(r"\s*+")
# Of three marks in a row the first one closes a quotation within the one that the other two close.
_THREE = lazy_pattern(r"(?<=[^\s(])(?:'''(?!')|’’’(?!’))")
_EMPTY_LINE = lazy_pattern(r"(?>\r\n?|\n)[ \t]*+(?>\r\n?|\n)")
_FEET = lazy_pattern(r"\d['’′]\s?\d{1,2}(?:[½¼¾]|\.\d+)?\Z")
_INCHES = lazy_pattern(r"(?<![\d.,])\d{1,2}(?:[½¼¾]|\.\d+)?\Z")
_YEAR = lazy_pattern(r"\d\ds?\b")
_WORD = lazy_pattern(r"[^\W\d_]+")
_LAST_WORD = lazy_pattern(r"[^\W\d_]+\Z")
_NEXT_WORD = lazy_pattern(r" ([a-z']+)")
_FUNCTION_WORDS = (LINKS | FINITE | SUBJECTS) - {
    "and",
    "or",
    "close",
    "near",
    "familiar",
    "involved",
    "may",
    "might",
    "can",
    "must",
    "will",
}
_DOTS = lazy_pattern(r"\.(?:\s?\.|[@#$£€]|\w)")
_OPENS_AFTER = frozenset("([{—–-/\"“„‟«»‹‘'‚`=\u00a0")
_NOT_AFTER_OPENING = frozenset(".,;:!?)]}%")
_LEFT_MARK = lazy_pattern(r"(?:\A|[\s(\[—–-])“[\w‘'.…]")
_LOOK_BACK = 12


class Break:
    """The end of a line or paragraph at `start`; the next one begins at `end`."""

    __slots__ = ("end", "is_hard", "is_sentence_end", "start")

    def __init__(self, start: int, end: int, is_hard: bool, is_sentence_end: bool) -> None:
        self.start, self.end, self.is_hard, self.is_sentence_end = start, end, is_hard, is_sentence_end


class MarkToken:
    """A sign at `start`..`end`, by its `key` in the table of marks, and the costs of what it may do.

    `close` is the cost of the place alone; the mark that it closes adds its own. `is_first` says that nothing of its
    paragraph or line comes before it but other marks, `is_reversed` that it opens although it is a closing mark, `is_ending` that it may be the end of
    a word, as in a possessive.
    """

    __slots__ = ("after_stop", "close", "end", "is_ending", "is_first", "is_reversed", "key", "open", "skip", "start")

    def __init__(self, key: str, start: int, end: int, is_first: bool) -> None:
        self.key, self.start, self.end, self.is_first = key, start, end, is_first
        self.open = self.close = self.skip = NEVER
        self.after_stop = self.is_reversed = self.is_ending = False


def tokens(text: str, *, lines_are_paragraphs: bool | None = None) -> Iterator[MarkToken | Break]:
    """The marks and the ends of lines and paragraphs of a text, in order, in time linear in its length."""
    reader = _Reader(text, lines_are_paragraphs)
    return reader.read()


class _Reader:
    def __init__(self, text: str, lines_are_paragraphs: bool | None) -> None:
        self.text = text
        self.lines_are_paragraphs = lines_are_paragraphs
        self.has_left_marks = _LEFT_MARK.search(text) is not None
        self.first = 0  # where a mark would be the first of its paragraph
        self.space_end = 0  # where the white space ends that was last looked at

    def read(self) -> Iterator[MarkToken | Break]:
        text = self.text
        position = 0  # what comes before it has been read
        after_tag = -1
        self.first = len(text) - len(text.lstrip())
        waiting: MarkToken | None = None  # until it is known whether a tag follows
        for found in _SIGN.finditer(text):
            start, sign = found.start(), found[0]
            if start < position:
                continue
            tag = self.tag_end(start) if sign == "<" else 0
            if waiting is not None:
                self.weigh(waiting, before_tag=tag > 0 and start == waiting.end, after_tag=after_tag == waiting.start)
                yield waiting
                waiting = None
            if tag:
                after_tag = position = tag
                self.first = tag if self.first == start else self.first
            elif sign in "\n\r\u2029":
                ends = self.line_end(start)
                position = self.space_end
                if ends is not None:
                    yield ends
            elif sign != "<":
                waiting = self.mark(start, sign)
                position = waiting.end
        if waiting is not None:
            self.weigh(waiting, before_tag=False, after_tag=after_tag == waiting.start)
            yield waiting

    def tag_end(self, start: int) -> int:
        """Where an HTML or XML tag ends; 0 where none begins."""
        found = _TAG.match(self.text, start)
        return 0 if found is None or _EMPTY_LINE.search(found[0]) else found.end()

    def line_end(self, start: int) -> Break | None:
        """The end of a line or paragraph, or None for line ends before the first words and after the last."""
        text = self.text
        found = _SPACE.match(text, start)
        end = self.space_end = found.end() if found else start + 1
        if start < self.first or end == len(text):
            return None
        space = text[start:end]
        is_hard = self.lines_are_paragraphs is True or "\u2029" in space or _EMPTY_LINE.match(space) is not None
        if not is_hard and self.lines_are_paragraphs is False:
            return None
        self.first = end
        last = text[max(0, start - _LOOK_BACK) : start].rstrip()[-1:]
        return Break(start, end, is_hard, not last.isalnum() and last not in ",;-–—")

    def mark(self, start: int, sign: str) -> MarkToken:
        end = start + 1
        if self.text.startswith(sign, end) and sign + sign in _KEYS and _THREE.match(self.text, start) is None:
            end += 1
        key = sign + sign if end > start + 1 else sign
        is_first = start == self.first
        if is_first:
            self.first = end
        return MarkToken(_KEYS.get(key, key), start, end, is_first)

    def weigh(self, token: MarkToken, *, before_tag: bool, after_tag: bool) -> None:
        """Find out what a sign may do in its place."""
        text, key = self.text, token.key
        before = " " if token.is_first or after_tag or not token.start else text[token.start - 1]
        after = " " if before_tag or token.end >= len(text) else text[token.end]
        if before > "\xac" and unicodedata.category(before) == "Cf":
            before = " "  # marks of direction, spaces of no width
        after_space = before.isspace()
        token.after_stop = before in ".,!?…"
        opens_well = (
            (after_space or before in _OPENS_AFTER)
            and not after.isspace()
            and (after not in _NOT_AFTER_OPENING or (after == "." and _DOTS.match(text, token.end) is not None))
        )
        closes_well = not after_space and before not in "([{" and not after.isalnum() and not token.is_first
        if token.is_first:
            opens_well = True
        if key in _APOSTROPHES:
            self.weigh_single(token, before, after, opens_well, closes_well)
        elif key == '"':
            self.weigh_straight(token, before, after, opens_well, closes_well)
        else:
            self.weigh_other(token, before, after, opens_well, closes_well)

    def weigh_straight(self, token: MarkToken, before: str, after: str, opens: bool, closes: bool) -> None:
        token.open, token.close = self.both_ways(token, before, after, opens, closes)
        self.weigh_inch(token, before)

    def both_ways(self, token: MarkToken, before: str, after: str, opens: bool, closes: bool) -> tuple[int, int]:
        """The costs of opening and of closing for a sign that looks the same on both sides."""
        if before.isspace() and after.isspace():
            wrong = 5
        else:
            wrong = 8 if before.isalnum() and after.isalnum() else WRONG_PLACE
        return 0 if opens else wrong, self.first_closing(token) if token.is_first else 0 if closes else wrong

    def first_closing(self, token: MarkToken) -> int:
        """The cost of closing for a mark at the start of a paragraph: only an empty quotation could begin before it."""
        return 5 if token.start and ANY_MARK.match(self.text, token.start - 1) else NEVER

    def weigh_inch(self, token: MarkToken, before: str) -> None:
        """A sign for inches: after a number, surely so after feet."""
        if before.isnumeric():
            words = self.text[max(0, token.start - _LOOK_BACK) : token.start]
            if _FEET.search(words):
                token.skip = 0
                token.close += 6
            elif token.key == '"' or _INCHES.search(words):
                token.skip = 8

    def weigh_other(self, token: MarkToken, before: str, after: str, opens: bool, closes: bool) -> None:
        key = token.key
        if key == "“":
            self.weigh_left(token, before, after, opens, closes)
        elif key == "”":
            self.weigh_right(token, before, after, opens)
        elif key in "„‟‚‛":
            token.open = 0
        elif key == "‶":
            token.open, token.skip = (0 if opens else 8), 6
        elif key == "″":
            token.open, token.close = self.both_ways(token, before, after, opens, closes)
            token.skip = 12
        elif key in "「『":
            token.open = 0
        elif key in "」』":
            token.close = 0
        elif key == "`":
            token.open, token.skip = (3 if opens else NEVER), 0
        else:
            self.weigh_angle(token, before, after, opens, closes)

    def weigh_left(self, token: MarkToken, before: str, after: str, opens: bool, closes: bool) -> None:
        """A mark that opens in English, and closes in German or by misprint."""
        is_last = after in "\n\r" or token.end >= len(self.text)
        between_spaces = before.isspace() and after.isspace() and not token.is_first
        if closes or is_last:
            token.open = WRONG_PLACE
        else:
            token.open = 0 if opens else 8 if between_spaces else 2
        token.close = 0 if closes else 6 if between_spaces else NEVER

    def weigh_right(self, token: MarkToken, before: str, after: str, opens: bool) -> None:
        """A mark that closes in English; it opens where a text has no others, as in Swedish, or by misprint."""
        if opens:
            token.open = MISMATCHED if self.has_left_marks else 0
        elif self.has_left_marks and before == "," and after == " ":
            token.open = MISMATCHED + WRONG_PLACE
        token.is_reversed = self.has_left_marks
        token.close = self.first_closing(token) if token.is_first else 0 if not before.isspace() else 3
        self.weigh_inch(token, before)

    def weigh_angle(self, token: MarkToken, before: str, after: str, opens: bool, closes: bool) -> None:
        """Guillemets point outwards or inwards, and may have a space on the inner side; as bullets they open nothing."""
        outwards = token.key in "«‹"
        token.open = 0 if opens or (outwards and after.isspace()) else NEVER
        token.close = 0 if closes or (not outwards and before.isspace()) else NEVER
        token.skip = 10 if before.isspace() else NEVER

    def weigh_single(self, token: MarkToken, before: str, after: str, opens: bool, closes: bool) -> None:
        key, text = token.key, self.text
        if opens and after not in " ":
            is_short = _YEAR.match(text, token.end) is not None or self.is_elision(token.end)
            if key == "’":
                token.skip = 0
            else:
                token.open = 6 if is_short else 0
                token.skip = 2 if is_short else 10 if key == "'" else NEVER
        elif key == "‘":
            token.open = WRONG_PLACE if before.isalnum() or closes else 5
        if closes:
            token.close = 0
            token.skip = min(token.skip, self.as_apostrophe(token, before, after))
        elif before.isspace() and after.isspace():
            token.close = 6
        if token.skip == NEVER and key != "‘":
            token.skip = 0 if not (opens or closes) else token.skip

    def is_elision(self, start: int) -> bool:
        word = _WORD.match(self.text, start)
        return word is not None and word[0].lower() in ELISIONS

    def as_apostrophe(self, token: MarkToken, before: str, after: str) -> int:
        """The cost of an apostrophe at the end of a word: a possessive, an elided ending, feet."""
        is_misprint = 4 if token.key == "‘" else 0
        if before.isdigit():
            token.is_ending = token.key != "‘"
            return 2 + is_misprint
        if not before.isalpha():
            return 15 if token.key != "‘" else NEVER
        word = _LAST_WORD.search(self.text[max(0, token.start - _LOOK_BACK) : token.start])
        ending = word[0].lower() if word else ""
        is_elided = ending in ENDS_OF_ELISIONS or (len(ending) > 3 and ending.endswith("in"))
        is_possessive = before in "sSxXzZ" and after == " " and not self.has_function_word(token.end)
        if is_elided or is_possessive:
            token.is_ending = token.key != "‘"
            return (1 if is_elided else 2) + is_misprint
        return 8 + is_misprint

    def has_function_word(self, end: int) -> bool:
        """Whether the next word is one that does not begin what someone owns: "‘The Sailors’ Wives’ in", "the boys’ is"."""
        following = _NEXT_WORD.match(self.text, end)
        return following is not None and following[1] in _FUNCTION_WORDS


def closing_cost(opened: str, mark: MarkToken) -> int:
    """What it costs that a mark closes a quotation which the mark with the key `opened` opened; `NEVER` for cannot."""
    return closing_costs(mark).get(opened, NEVER)


def closing_costs(mark: MarkToken) -> Mapping[str, int]:
    """What it costs that a mark closes a quotation, by the key of the mark that opened it; without those that it cannot close."""
    return _COSTS_AFTER_STOP[mark.key] if mark.after_stop else _COSTS[mark.key]


def _costs(key: str, after_stop: bool) -> Mapping[str, int]:
    costs = {}
    for opened, closers in _CLOSERS.items():
        is_other_class = (opened in SINGLE) != (key in SINGLE) and opened in "“\"‘'" and key in "”\"’'"
        if key in closers:
            costs[opened] = closers[key]
        elif is_other_class and after_stop:
            costs[opened] = _OTHER_CLASS
    return MappingProxyType(costs)


_COSTS = MappingProxyType({key: _costs(key, False) for key in sorted(_ALL_KEYS)})
_COSTS_AFTER_STOP = MappingProxyType({key: _costs(key, True) for key in sorted(_ALL_KEYS)})
