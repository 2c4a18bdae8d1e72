"""What a source says: where the content of an attribution is, where it begins and where it ends."""

from __future__ import annotations

from newsfacts.drafting.cues import CueCandidate
from newsfacts.drafting.source_phrases import Phrase
from newsfacts.drafting.word_classes import word_set

__all__ = [
    "PLACES",
    "after_ends",
    "after_starts",
    "before_features",
    "before_starts",
    "end_features",
    "place_features",
    "start_features",
]

PLACES = ("after", "before", "both")
MAX_SKIPPED = 14
MAX_ENDS = 30

_BOUNDARY = word_set(
    ", ; : - ( ) and but sub as after that which who wh if to of in for with by from about prep adv ly ing ed Q day be"
)


def place_features(candidate: CueCandidate, kinds: list[str], first: int, last: int, source: Phrase) -> list[str]:
    """Whether what is said comes after the cue and its source, before, or on both sides."""
    start = min(first, source.start) if source else first
    end = max(last, source.end) if source else last
    before = kinds[start - 1] if start else "^"
    after = kinds[end] if end < len(kinds) else "$"
    following = kinds[end + 1] if end + 1 < len(kinds) else "$"
    side = "0" if not source else "L" if source.end <= first else "R"
    gap = side == "L" and source.end < first
    aux = "".join(sorted({kinds[index][0] for index in range(candidate.first, candidate.head)} & set("bhdm")))
    head = kinds[source.start] if source and source.end - source.start == 1 else "-"
    before2 = kinds[start - 2] if start > 1 else "^"
    clauses = f"{_has_verb(kinds[:start])}{_has_verb(kinds[end:])}"
    return [
        f"b{before}", f"a{after}", f"s{side}", f"b{before}a{after}", f"b{before}s{side}", f"a{after}s{side}", f"s{side}f{candidate.form}",
        f"s{side}f{candidate.form}a{aux}", f"b{before}c{before2}", f"a{after}n{following}", f"g{candidate.grade // 2}s{side}", f"gap{gap}{before}",
        f"h{head}", f"h{head}a{after}", f"b{before}{before2}a{after}", f"sn{min(start, 3)}a{after}",
        f"w{candidate.lemma if candidate.lemma in {'say', 'tell', 'add', 'accord', 'seem', 'appear', 'expect', 'write', 'know'} else ''}{side}",
        f"Q{'Q' in kinds[:start]}{'Q' in kinds[end:]}{side}",
        f"v{clauses}b{before}",
        f"v{clauses}b{before}a{after}",
        f"v{clauses}s{side}b{before}l{min(len(kinds) - end, 12) // 3}",
    ]  # fmt: skip


def _has_verb(kinds: list[str]) -> str:
    """ "v" where there is a verb that may be finite, "q" where there is only a quotation, else "-"."""
    if not _FINITE.isdisjoint(kinds):
        return "v"
    return "q" if "Q" in kinds else "-"


_SPEECH = word_set("say tell add accord claim announce warn think believe insist argue suggest show find note")
"""Verbs whose content mostly is a clause."""

_FINITE = word_set("be have do modal ed past")


def after_starts(kinds: list[str], end: int) -> list[int]:
    """Where content after the cue may begin, the token `end` being the first after cue and source."""
    return list(range(end, min(len(kinds), end + MAX_SKIPPED)))


def start_features(candidate: CueCandidate, kinds: list[str], words: list[str], end: int, start: int) -> list[str]:
    """What speaks for or against a content beginning at a token, `end` being the first after cue and source."""
    skipped = kinds[end:start]
    kind = kinds[start]
    following = kinds[start + 1] if start + 1 < len(kinds) else "$"
    before = kinds[start - 1] if start > end else "^"
    lemma = candidate.lemma if candidate.lemma in {"tell", "say", "ask", "accuse", "urge"} else ""
    features = [
        f"n{min(len(skipped), 5)}", f"b{before}k{kind}", f"n{min(len(skipped), 1)}k{kind}", f"b{before}{lemma}", f"k{kind}m{following}",
        f"f{candidate.form}n{min(len(skipped), 1)}", f"{lemma}n{min(len(skipped), 4)}k{kind}", f"{lemma}n{min(len(skipped), 4)}b{before}", f"b{before}k{kind}m{following}",
    ]  # fmt: skip
    if skipped:
        features += [f"s{skipped[0]}", f"s{skipped[0]}b{before}", f"s{skipped[0]}k{kind}", f"s{skipped[0]}{lemma}"]
        if "that" in skipped:
            features.append("skipsthat")
        if "Q" in skipped:
            features.append("skipsQ")
        if "," in skipped[:-1]:
            features.append("skips,")
    return features


def after_ends(kinds: list[str], start: int) -> list[int]:
    """Where content that begins at `start` may end; the end of the sentence is always one of them."""
    ends: list[int] = []
    for end in range(start + 1, len(kinds)):
        if kinds[end] in _BOUNDARY and kinds[end - 1] not in _OPEN and (kinds[end] != "Q" or kinds[end - 1] != "Q"):
            ends.append(end)
        if len(ends) == MAX_ENDS:
            break
    last = len(kinds)
    while last > start + 1 and kinds[last - 1] in {".", "?", "!", "mark"}:
        last -= 1
    if not ends or ends[-1] != last:
        ends.append(last)
    return ends


_OPEN = word_set("of in for with by from about det poss ( , - and but to be have modal do")


def end_features(candidate: CueCandidate, kinds: list[str], words: list[str], start: int, end: int) -> list[str]:
    """What speaks for or against a content ending right before a token."""
    count = len(kinds)
    is_last = end >= count or (kinds[end] in {".", "?", "!"} and end >= count - 2)
    after = "$" if is_last else kinds[end]
    following = kinds[end + 1] if end + 1 < count else "$"
    third = kinds[end + 2] if end + 2 < count else "$"
    length = end - start
    inside = kinds[start:end]
    size = str(length) if length < 4 else "4" if length < 7 else "7" if length < 12 else "12" if length < 20 else "20"
    first = kinds[start]
    is_clause = "c" if first in {"that", "wh", "if", "to"} else "q" if first == "Q" else "n"
    before = kinds[end - 1]
    has_verb = not _FINITE.isdisjoint(inside)
    features = [
        f"a{after}", f"a{after}{following}", f"a{after}{following}{third}", f"a{after}{is_clause}", f"l{size}", f"l{size}{is_clause}", f"a{after}f{candidate.form}",
        f"a{after}v{has_verb}", f"v{has_verb}{is_clause}", f"b{before}a{after}", f"a{after}g{candidate.grade // 2}", f"a{after}l{size}", f"s{first}a{after}",
    ]  # fmt: skip
    if not is_last:
        features += _next_words(kinds, words, end, is_clause, has_verb)
    if candidate.lemma in _SPEECH:
        features.append(f"L{candidate.lemma}v{has_verb}{is_clause}")
        features.append(f"La{after}v{has_verb}{is_clause}")
    commas = inside.count(",")
    features.append(f"c{min(commas, 3)}")
    if "(" in inside and ")" not in inside[inside.index("(") :]:
        features.append("openparenthesis")
    if is_last:
        features.append(f"last{min(count - start, 40) // 6}")
        features.append(f"last{min(commas, 3)}{is_clause}")
    if before == "Q" and after != "Q":
        features.append(f"afterQ{after}{is_clause}")
    return features


def _next_words(kinds: list[str], words: list[str], end: int, is_clause: str, has_verb: bool) -> list[str]:
    """What the words after a possible end speak for: one that joins clauses, an age, the distance of the next verb."""
    count = len(kinds)
    after = kinds[end]
    following = kinds[end + 1] if end + 1 < count else "$"
    third = kinds[end + 2] if end + 2 < count else "$"
    verb = next((index for index in range(end + 1, min(end + 9, count)) if kinds[index] in _FINITE), 0)
    features = [
        f"y{after}{(verb - end) // 2 if verb else '-'}{'s' if verb == 0 and count - end < 9 else ''}",
        f"y{after}{following}{bool(verb)}",
    ]
    if after == "," and following == "num" and third in {",", "."}:
        features.append("age")
    if after not in _JOINTS:
        return features
    word = words[end] if after != "," else words[end + 1] if end + 1 < count else ""
    if (following if after == "," else after) in _JOINING:
        features.append(f"w{after}{word}")
        features.append(f"w{after}{word}{is_clause}")
        features.append(f"w{word}{third if after == ',' else following}v{has_verb}")
    elif after == "," and following in {"ing", "ed", "s"}:
        features.append("participle")
    return features


_JOINTS = word_set(", and but sub after as in for")
_JOINING = word_set("and but sub after as who which prep in with for")


def before_starts(kinds: list[str], end: int) -> list[int]:
    """Where content that ends before the token `end` may begin."""
    starts = [0]
    for start in range(1, end):
        if kinds[start - 1] in {",", ";", ":", "-", "(", ")", "but", "and", "that", "sub"} or (
            kinds[start] in {"Q", "wh", "which", "who", "that"} and kinds[start - 1] != "Q"
        ):
            starts.append(start)
    return starts[:1] + starts[1:][-12:]


def before_features(candidate: CueCandidate, kinds: list[str], words: list[str], start: int, end: int) -> list[str]:
    """What speaks for or against a content before the cue beginning at a token."""
    before = kinds[start - 1] if start else "^"
    first = kinds[start]
    following = kinds[start + 1] if start + 1 < len(kinds) else "$"
    length = end - start
    size = str(length) if length < 4 else "4" if length < 7 else "7" if length < 12 else "12"
    inside = kinds[start:end]
    return [
        f"b{before}", f"k{first}", f"b{before}k{first}", f"l{size}", f"b{before}l{size}", f"e{kinds[end] if end < len(kinds) else '$'}b{before}",
        f"c{min(inside.count(','), 3)}", f"o{start > 0}", f"k{first}{following}", f"Q{inside.count('Q') > 0}{before}",
        f"w{words[start - 1] if before in {'and', 'but', 'sub'} else ''}", f"w{words[0] if start and kinds[0] in {'but', 'and', 'sub', 'adv'} else ''}{start > 0}{before}",
    ]  # fmt: skip
