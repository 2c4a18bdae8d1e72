"""The words around a number that hedge, judge or move it. One table each, from words to meaning.

The comparators follow the table of `docs/values.md`; where English puts the words after the number ("or more",
"-odd", "or so") they are in `AFTER`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from newsfacts.values.quantities.quantity import Change, Comparator, Tone
from newsfacts.values.quantities.reading.tokens import Token

__all__ = [
    "AFTER",
    "BEFORE",
    "CHANGE_AFTER",
    "CHANGE_WORDS",
    "EXTRA",
    "ONLY_WITH_PREPOSITION",
    "TONES",
    "match_phrase",
    "stronger",
]

_C = Comparator


class Continued(NamedTuple):
    """The words of a phrase after its second one, and what the phrase means."""

    rest: tuple[str, ...]
    comparator: Comparator


Phrases = dict[str, dict[str, tuple[Continued, ...]]]
"""The first word of a phrase -> its second word ("" where it has one word) -> what may follow, longest first."""


def _phrases(lines: dict[Comparator, str]) -> Phrases:
    table: dict[str, dict[str, list[Continued]]] = {}
    for comparator, text in lines.items():
        for phrase in text.split(","):
            first, *rest = phrase.split()
            second = rest[0] if rest else ""
            table.setdefault(first, {}).setdefault(second, []).append(Continued(tuple(rest[1:]), comparator))
    return {
        first: {second: tuple(sorted(found, key=lambda end: -len(end.rest))) for second, found in seconds.items()}
        for first, seconds in table.items()
    }


_CONTRACTED: Final = "didn't doesn't don't can't couldn't won't wouldn't shouldn't mustn't cannot not"
_CONTRACTED_PERFECT: Final = "hasn't haven't hadn't not never"


def _negated(base: str, past: str, present: str) -> str:
    """Verbs with "not" or "never" before them, as phrases: "not exceed", "didn't exceed", "never exceeded", "yet to exceed"."""
    found = [f"{word} {verb}" for word in _CONTRACTED.split() for verb in base.split()]
    found += [f"{word} {verb}" for word in _CONTRACTED_PERFECT.split() for verb in past.split()]
    found += [f"never {verb}" for verb in (*base.split(), *present.split())]
    found += [phrase.replace("'", "’") for phrase in found if "'" in phrase]
    return ", ".join((*found, *(f"yet to {verb}" for verb in base.split())))


BEFORE: Final[Phrases] = _phrases(
    {
        _C.EXACTLY: "exactly, precisely, equal to, equals, equals to, equaling to, equaling, equalling, "
        "equalling to, ==, "
        "exact, an even, a precise",
        _C.ABOUT: "about, around, approximately, approx, approx ., roughly, some, circa, ca, ca ., c ., an estimated, "
        "estimated, estimated at, a rough, in the region of, in the neighborhood of, in the neighbourhood of, "
        "in the order of, on the order of, of the order of, in the vicinity of, somewhere around, somewhere near, "
        "somewhere in the region of, somewhere in the neighborhood of, something like, more or less, "
        "loosely, broadly, roughly speaking, just about, just around, right around, maybe, perhaps, possibly, probably, "
        "an approximate, an average of about, approximating, ~, ballpark of, thereabouts",
        _C.CLOSE_TO: "close to, near, near to, close on, close upon, closer to, nearer to",
        _C.NEARLY: "nearly, just south of, closing in on, knocking on, almost, approaching, nearing, just under, just below, just shy of, shy of, just short of, "
        "a little less than, a little fewer than, a little under, a little below, a little short of, "
        "slightly less than, slightly fewer than, slightly under, slightly below, a bit less than, a bit under, "
        "a shade under, a shade less than, a fraction under, a touch under, not quite, not far short of, "
        "verging on, getting on for, virtually, practically, just less than, just fewer than, "
        "a tad under, a tad less than, marginally less than, marginally under, marginally below, pushing, "
        "just a little under, nigh on, not far off, fractionally under, a hair under, coming up on, a whisker under, a smidgen under, a whisker below, "
        "a touch below, a shade below, a fraction below, a tad below, a hair below, fractionally below, a bit below, nudging",
        _C.JUST_OVER: "just over, just north of, just above, just more than, just past, just upwards of, "
        "a little over, a little more than, "
        "a little above, slightly more than, slightly over, slightly above, a bit more than, a bit over, "
        "a shade over, a shade more than, a fraction over, a touch over, a tad over, a tad more than, barely over, "
        "barely more than, barely above, only just over, only slightly more than, marginally more than, "
        "marginally over, marginally above, little more than, not much more than, fractionally over, a hair over, "
        "a whisker over, a smidgen over, a whisker above, a touch above, a shade above, a fraction above, a tad above, a hair above, fractionally above, a bit above, fractionally more than, a touch more than",
        _C.MORE_THAN: "more than, over, above, in excess of, exceeding, exceed, exceeds, exceeded, "
        "north of, greater than, "
        "higher than, larger than, bigger than, surpass, surpasses, surpassed, surpassing, topping, topped, tops, "
        "beyond, better than, longer than, older than, heavier than, taller than, faster than, further than, "
        "farther than, upside of, excess of, >, more then, at more than, at over, past, over age, over the age of, above the age of",
        _C.WELL_OVER: "well over, well above, far more than, far over, far above, far exceeding, much more than, "
        "many more than, well in excess of, significantly more than, considerably more than, substantially more than, "
        "significantly over, considerably over, way over, way more than, well more than, vastly more than, well past, "
        "well beyond, far in excess of, comfortably over, comfortably more than, well north of, comfortably above, >>",
        _C.AT_LEAST: "at least, at the least, at the very least, no fewer than, no less than, not less than, "
        "not fewer than, nothing less than, nothing short of, a minimum of, minimum of, minimum, min ., upwards of, upward of, "
        "at a minimum, greater than or equal to, more than or equal to, bigger than or equal to, "
        "larger than or equal to, higher than or equal to, greater or equal than, greater or equal to, "
        "bigger or equal than, larger or equal than, more or equal than, equal to or greater than, "
        "equal to or more than, equal or greater than, equal or more than, as few as, as little as, as low as, >=, "
        "not be less than, not be fewer than, not be under, not be below, not fall below, not fall under, not drop below, "
        "not drop under, not go below, not go under, never fell below, never fell under, never dropped below, "
        "not under, not below, starting at, starting from, a floor of, a good, easily",
        _C.LESS_THAN: "fewer than, less than, under, below, lower than, smaller than, south of, "
        "short of, shorter than, "
        "younger than, lighter than, inferior to, beneath, <, less then, at less than, at under, not even, sub -, under age, under the age of, below the age of, "
        + _negated("reach", "reached", "reaches"),
        _C.WELL_UNDER: "well under, well south of, well below, far fewer than, far less than, far below, far under, much less than, "
        "much fewer than, significantly less than, significantly fewer than, considerably less than, "
        "considerably fewer than, substantially less than, substantially fewer than, way under, way below, "
        "well short of, far short of, many fewer than, well less than, nowhere near, nowhere close to, "
        "nothing like, comfortably under, comfortably below, <<",
        _C.AT_MOST: "at most, at the most, at the very most, no more than, not more than, nothing more than, "
        "a maximum of, maximum of, maximum, max ., max, max of, a max of, at max, at a maximum, less than or equal to, smaller than or equal to, "
        "lower than or equal to, fewer than or equal to, smaller or equal than, less or equal than, "
        "lower or equal than, less or equal to, equal to or less than, equal or less than, equal to or lower than, "
        "no greater than, no higher than, no larger than, no longer than, no later than, not exceeding, "
        "not to exceed, does not exceed, capped at, within, <=, a ceiling of, a limit of, not above, not over, "
        "at the outside, limited to, at the absolute most, "
        + _negated("exceed surpass top", "exceeded surpassed topped", "exceeds surpasses tops")
        + ", not be more than, not be over, not be above, not go over, not go above, not rise above",
        _C.UP_TO: "up to, up to and including, as many as, as much as, as high as, as long as, as far as, "
        "anything up to, "
        "upto",
    }
)
"""Words before the number."""

AFTER: Final[Phrases] = _phrases(
    {
        _C.EXACTLY: "exactly, precisely",
        _C.ABOUT: "or so, or thereabouts, give or take, ish, - ish, more or less, approximately, approx, or about, "
        "or around, or something, roughly",
        _C.MORE_THAN: "and then some",
        _C.AT_LEAST: "or more, or greater, or higher, or above, or over, or larger, or longer, or older, or better, "
        "or bigger, and over, and above, and up, and more, and older, or up, plus, - plus, +, at least, at the least, "
        "or greater than, or more than, or more of, minimum, upwards, and upwards, or upwards, or even more, "
        "or perhaps more, or possibly more, or maybe more, if not more, and counting, or even more than, "
        "at a minimum, at minimum, at the minimum, at the very least, at the absolute least, and rising, and growing, and climbing, "
        "- and - over, - and - up, - and - above, - and - older, - or - over, - or - older, - or - more",
        _C.AT_MOST: "or less, or fewer, or lower, or under, or below, or smaller, or younger, or shorter, and under, "
        "and below, and younger, and less, at most, at the most, tops, maximum, max, max ., at max, at a maximum, at the maximum, "
        "at the very most, at the absolute most, at the outside, if that, or less than, or fewer than, "
        "- and - under, - and - younger, - and - below, - or - under, - or - younger, - or - less",
        _C.ODD: "- odd, odd, - some, - something, something, and odd, - and - odd, and something, and change, and some change",
    }
)
"""Words after the number or after its unit."""

TONES: Final[dict[tuple[str, ...], Tone]] = {
    ("only",): Tone.ONLY, ("merely",): Tone.ONLY, ("a", "mere"): Tone.ONLY, ("mere",): Tone.ONLY,
    ("a", "paltry"): Tone.ONLY, ("a", "meager"): Tone.ONLY, ("a", "meagre"): Tone.ONLY, ("just",): Tone.JUST,
    ("barely",): Tone.BARELY, ("hardly",): Tone.BARELY, ("scarcely",): Tone.BARELY, ("only", "just"): Tone.BARELY,
    ("just", "only"): Tone.ONLY, ("a", "scant"): Tone.BARELY, ("scant",): Tone.BARELY, ("a", "bare"): Tone.BARELY,
}  # fmt: skip

EXTRA: Final = frozenset({"another", "additional", "further", "extra"})
"""Words for an addition to an earlier count: "another 12", "an additional 12"."""


def _changes(direction: str) -> dict[str, Change]:
    up = (
        "rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing grow grows "
        "grew grown growing growth gain gains gained gaining jump jumps jumped jumping soar soars soared soaring surge "
        "surges surged surging advance advances advanced spike spiked swell swelled expand expanded expanding up "
        "increment uptick upturn leap leaps leapt leaped rallied rebounded added boosted raised lifted"
    )
    down = (
        "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease "
        "decreases decreased decreasing plunge plunges plunged plunging slump slumps slumped slumping "
        "slip slips slipped "
        "slipping sink sinks sank sunk sinking tumble tumbles tumbled shrink shrinks shrank shrunk shrinking contract "
        "contracted contracting contraction dip dips dipped dipping reduce reduced reducing reduction down downturn "
        "lowered slid slide slides sliding shed cut lost loss eased plummet plummeted plummeting off trimmed slashed"
    )
    return dict.fromkeys((up if direction == "up" else down).split(), Change.UP if direction == "up" else Change.DOWN)


CHANGE_WORDS: Final[dict[str, Change]] = {**_changes("up"), **_changes("down")}
"""Verbs and nouns of change: with "by", "of" or nothing the number is the size of the change, with "to" its outcome."""

ONLY_WITH_PREPOSITION: Final = frozenset({"raised", "boosted", "lifted", "contract", "advance"})
"""Words of change that mean something else without "by", "to" or "from": "raised $5 million", "a contract of $5 million"."""

CHANGE_AFTER: Final[dict[str, Change]] = {
    "more": Change.UP, "higher": Change.UP, "increase": Change.UP, "rise": Change.UP, "growth": Change.UP,
    "gain": Change.UP, "jump": Change.UP, "surge": Change.UP, "up": Change.UP, "uptick": Change.UP, "hike": Change.UP,
    "bump": Change.UP, "extra": Change.UP, "boost": Change.UP, "spike": Change.UP, "upswing": Change.UP, "rally": Change.UP, "leap": Change.UP,
    "increases": Change.UP, "rises": Change.UP, "gains": Change.UP, "raise": Change.UP, "pickup": Change.UP,
    "slide": Change.DOWN, "tumble": Change.DOWN, "downturn": Change.DOWN, "cuts": Change.DOWN,
    "declines": Change.DOWN, "falls": Change.DOWN, "drops": Change.DOWN, "decreases": Change.DOWN,
    "fewer": Change.DOWN, "less": Change.DOWN, "lower": Change.DOWN, "decrease": Change.DOWN, "drop": Change.DOWN,
    "decline": Change.DOWN, "fall": Change.DOWN, "reduction": Change.DOWN, "down": Change.DOWN, "cut": Change.DOWN,
    "slump": Change.DOWN, "dip": Change.DOWN, "contraction": Change.DOWN, "plunge": Change.DOWN,
}  # fmt: skip
"""The same after the number: "40 percent more", "a 5% increase", "12 fewer"."""


def match_phrase(table: Phrases, tokens: Sequence[Token], at: int) -> tuple[Comparator, int] | None:
    """The longest phrase of `table` at token `at`: its comparator and the index after it."""
    seconds = table.get(tokens[at].text)
    if seconds is None:
        return None
    for rest, comparator in seconds.get(tokens[at + 1].text, ()) if tokens[at + 1].kind else ():
        end = at + 2
        for word in rest:
            if tokens[end].text != word:
                break
            end += 1
        else:
            return comparator, end
    alone = seconds.get("")
    return None if alone is None else (alone[0].comparator, at + 1)


_NO_BOUNDS: Final = frozenset({_C.PLAIN, _C.ABOUT, _C.EXACTLY})


def stronger(old: Comparator, new: Comparator) -> Comparator:
    """Two hedges on one number: a bound outlasts "about", and "exactly" a bare number."""
    if old in _NO_BOUNDS:
        return new if old is not _C.ABOUT or new is not _C.EXACTLY else old
    return old if new in _NO_BOUNDS else new
