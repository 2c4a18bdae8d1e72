"""Noun phrases that may be the source of a cue: who speaks, and what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts.drafting.cues import CueCandidate
from newsfacts.drafting.tokens import Token
from newsfacts.drafting.word_classes import word_set

__all__ = ["Phrase", "source_candidates", "source_features"]

MAX_WORDS = 26
MAX_ENDS = 6
MAX_STARTS = 7
MAX_RIGHT = 30
MAX_RIGHT_ENDS = 10

_VERBS = word_set("be have do modal ed past part ing not")
_BEFORE_PHRASE = word_set(
    ", ; : - ( ) . ? ! / and but sub as after that which who wh if to of in for with by from about prep be have do modal not adv ly "
    "ed past part ing day num mark Q"
)
_NOT_FIRST = word_set(
    ", ; : - ( ) . ? ! / of in for with by from about prep be have do modal to and but mark Q sub after as"
)
_LAST = word_set("Cap x s num subj pron obj who which that 's poss det ) day title . Q ing ed wh")


@attrs.frozen
class Phrase:
    """The tokens `start`..`end` of a sentence; an empty one where there is no source."""

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.end > self.start


def kinds_of(tokens: list[Token], depth: int) -> list[str]:
    """The kind of each token; "Q" for what is in a quotation within the sentence."""
    return ["Q" if token.depth > depth else token.kind for token in tokens]


def source_candidates(candidate: CueCandidate, kinds: list[str], last: int) -> Iterator[Phrase]:
    """Phrases to the left of the cue's group, nearest first, then those to the right of `last`, then none."""
    if not _is_reported(candidate, kinds, last):
        yield from _left(kinds, candidate.first)
    yield from _right(kinds, last)
    yield Phrase(0, 0)


def _is_reported(candidate: CueCandidate, kinds: list[str], last: int) -> bool:
    """Whether a passive verb reports of its subject: who "was said to be" something does not speak."""
    group = kinds[candidate.first : candidate.head]
    following = kinds[candidate.head + 1] if candidate.head + 1 < len(kinds) else "$"
    return (
        "be" in group
        and "have" not in group[-1:]
        and candidate.lemma in _REPORTED
        and "to" in {following, *kinds[last : last + 1]}
    )


_REPORTED = word_set("say tell report allege believe think understand know rumor rumour ask urge order advise warn")


def _left(kinds: list[str], first: int) -> Iterator[Phrase]:
    ends = [end for end in range(first, max(0, first - 60), -1) if _may_end(kinds, end, first)]
    near, far = ends[:MAX_ENDS], ends[MAX_ENDS:][-3:]
    for end in near:
        if _ends_in_pronoun(kinds, end):
            yield Phrase(end - 1, end)
        else:
            yield from (Phrase(start, end) for start in _starts(kinds, end))
    yield from (Phrase(_first_word(kinds), end) for end in far if end > _first_word(kinds))


def _ends_in_pronoun(kinds: list[str], end: int) -> bool:
    """Whether a phrase ends in a pronoun that is one of its own: "in a statement it said"."""
    before = kinds[end - 2] if end > 1 else "^"
    return (kinds[end - 1] == "subj" and before != "and") or (kinds[end - 1] == "pron" and before in {"x", "s", "Cap"})


def _may_end(kinds: list[str], end: int, first: int) -> bool:
    return kinds[end - 1] in _LAST and (end == first or kinds[end] in _AFTER_PHRASE)


def _first_word(kinds: list[str]) -> int:
    """The first word of the sentence, or the one after the first comma, where an adverbial comes first."""
    if kinds[0] in _NOT_FIRST or kinds[0] in {"adv", "ly", "ing", "ed"}:
        return kinds.index(",") + 1 if "," in kinds[:16] else 0
    return 0


_AFTER_PHRASE = _VERBS | word_set(", ; - ( who which that adv ly s to and Q x : as of in")


def _starts(kinds: list[str], end: int) -> Iterator[int]:
    found = 0
    for start in range(end - 1, max(-1, end - 1 - MAX_WORDS), -1):
        kind = kinds[start]
        if kind in {";", "?", "!", ":"} or (kind == "Q" and start < end - 3):
            return
        if kind not in _NOT_FIRST and (start == 0 or kinds[start - 1] in _BEFORE_PHRASE):
            found += 1
            yield start
            if found == MAX_STARTS:
                return


def _right(kinds: list[str], last: int) -> Iterator[Phrase]:
    start = last
    for start in range(last, min(last + 2, len(kinds))):
        if kinds[start] in _NOT_FIRST:
            continue
        found = 0
        for end in range(start + 1, min(len(kinds), start + MAX_RIGHT) + 1):
            if kinds[end - 1] in _LAST and (
                end == len(kinds) or kinds[end] in _BEFORE_PHRASE or kinds[end] in {"s", "x", "det", "who"}
            ):
                found += 1
                yield Phrase(start, end)
                if found == MAX_RIGHT_ENDS:
                    break
            if (
                end < len(kinds)
                and end > start
                and (kinds[end] in _STOPS or (kinds[end] == "that" and kinds[start - 1] == "by"))
            ):
                break


_STOPS = frozenset({".", "?", ";", ":", "Q"})
_PREPOSITIONS = word_set("in for prep from")
_OFTEN = word_set("say tell add ask write accord call")


def _bucket(length: int) -> str:
    return str(length) if length < 5 else "5" if length < 8 else "8" if length < 13 else "13"


def source_features(candidate: CueCandidate, kinds: list[str], last: int, phrase: Phrase) -> list[str]:
    """What speaks for or against a phrase being the source of a cue."""
    form, first = candidate.form, candidate.first
    before_cue = kinds[first - 1] if first else "^"
    if not phrase:
        return _no_source(candidate, kinds, last, before_cue)
    start, end = phrase.start, phrase.end
    head, tail = kinds[start], kinds[end - 1]
    before = kinds[start - 1] if start else "^"
    after = kinds[end] if end < len(kinds) else "$"
    if end <= first:
        gap = kinds[end:first]
        distance = "adj" if not gap else "far"
        shape = f"{min(gap.count(','), 2)}{min(len([kind for kind in gap if kind in _VERBS]), 2)}"
        side, edge = "L", gap[0] if gap else "-"
    else:
        gap = kinds[last:start]
        distance = "adj" if not gap else gap[0]
        shape, side, edge = "", "R", ""
    features = [
        f"{side}{distance}{form}", f"{side}{shape}{form}", f"{side}{distance}h{head}", f"{side}t{tail}", f"{side}h{head}t{tail}",
        f"{side}b{before}", f"{side}b{before}h{head}", f"{side}a{after}", f"{side}l{_bucket(end - start)}", f"{side}{distance}p{before_cue}",
        f"{side}e{edge}c{before_cue}", f"{side}{distance}b{before}", f"{side}g{min(len(gap), 9) // 2}{form}", f"{side}a{after}{form}",
    ]  # fmt: skip
    if candidate.lemma in _OFTEN:
        features.append(f"{side}{distance}L{candidate.lemma}")
        features.append(f"{side}L{candidate.lemma}{before_cue}")
    if candidate.head > 0 and kinds[candidate.head - 1] in {"det", "poss", "'s", "of"}:
        features.append(f"noun{side}{distance}{tail}")
    if end - start > 1:
        features += _inside(side, kinds[start:end], before_cue)
    elif head == "Q":
        features.append(f"{side}Q")
    return features


def _no_source(candidate: CueCandidate, kinds: list[str], last: int, before_cue: str) -> list[str]:
    """What speaks for or against a cue having no source."""
    form = candidate.form
    aux = "".join(sorted({kinds[index][0] for index in range(candidate.first, candidate.head)} & set("bhdm")))
    after = kinds[last] if last < len(kinds) else "$"
    return [
        "none", f"none{form}", f"none{form}a{aux}", f"none^{before_cue}", f"noneg{candidate.grade // 2}", f"none${after}",
    ]  # fmt: skip


def _inside(side: str, inside: list[str], before_cue: str) -> list[str]:
    """What the words of a phrase speak for."""
    features = []
    commas = inside.count(",")
    if commas:
        features.append(f"{side}commas{min(commas, 3)}{'o' if before_cue == ',' else ''}")
    if not _VERBS.isdisjoint(inside[1:]):
        features.append(f"{side}verbs")
    if "who" in inside[1:] or "which" in inside[1:]:
        features.append(f"{side}who")
    if "and" in inside:
        features.append(f"{side}and")
    if "'s" in inside[:-1]:
        features.append(f"{side}poss")
    if "of" in inside:
        features.append(f"{side}of")
    elif not _PREPOSITIONS.isdisjoint(inside):
        features.append(f"{side}prep")
    if "Q" in inside:
        features.append(f"{side}Q")
    return features
