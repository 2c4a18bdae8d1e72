"""Words that may say that someone says, thinks or shows something: candidates for cues, and what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from newsfacts.drafting.tokens import Sentence, Token
from newsfacts.drafting.word_classes import word_set

__all__ = ["CueCandidate", "cue_candidates", "cue_features", "left_features", "right_features"]

CLOSED = word_set(
    "det subj pron obj poss who which that wh if and but sub as after to of in for with by from about prep be have do "
    "modal not adv day num mark 's title"
)
GROUP = frozenset({"be", "have", "do", "modal", "not", "adv", "ly"})
MAX_GROUP = 5
UNKNOWN = "0000"
"""The grades of a word that is not in the table, for its four forms."""


@attrs.define(slots=True, eq=False)
class CueCandidate:
    """A word that may be the head of a cue: token `head` of its sentence.

    The group of the verb, with its auxiliaries and adverbs, begins at `first`. `grade` is 0 to 9, how often the word is a cue;
    `form` is "b", "s", "d" or "g" (bare, third person, past, -ing), "n" for a word with one form only.
    """

    sentence: Sentence
    head: int
    first: int
    form: str
    grade: int
    lemma: str


def cue_candidates(sentence: Sentence, lexicon: Mapping[str, tuple[str, str, int]]) -> Iterator[CueCandidate]:
    """The words of a sentence that may be cues. `lexicon` maps a word to its lemma, form and grade."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.depth != sentence.depth:
            continue
        entry = lexicon.get(token.lower)
        if entry is None:
            if not _may_be_unknown(tokens, index):
                continue
            entry = ("", "g" if token.kind == "ing" else "s" if token.kind == "s" else "d", 0)
        elif token.kind in CLOSED and token.kind not in {"prep", "adv", "title"}:
            continue
        yield CueCandidate(sentence, index, _group_start(tokens, index), entry[1], entry[2], entry[0])


def _may_be_unknown(tokens: list[Token], index: int) -> bool:
    """A past form, or a verb right before "that" or next to a quotation."""
    kind = tokens[index].kind
    if kind in {"ed", "past"}:
        return True
    if kind not in {"ing", "s"} or index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    return following.kind == "that" or following.depth > tokens[index].depth


def _group_start(tokens: list[Token], index: int) -> int:
    first = index
    while first > 0 and index - first < MAX_GROUP and tokens[first - 1].kind in GROUP:
        first -= 1
    while first < index and tokens[first].kind in {"adv", "ly"} and first > 0 and tokens[first - 1].kind in {",", "-"}:
        first += 1
    if first > 1 and _is_contracted(tokens, first - 1) and tokens[index].kind in {"ing", "ed", "part"}:
        first -= 1
    return first


def _is_contracted(tokens: list[Token], index: int) -> bool:
    """Whether "'s" is "is" or "has", as after a pronoun."""
    return tokens[index].kind == "'s" and tokens[index - 1].kind in {"subj", "pron", "who", "that", "wh"}


def _kind(tokens: list[Token], index: int, depth: int = 0) -> str:
    if 0 <= index < len(tokens):
        token = tokens[index]
        if token.depth > depth:
            return "Q"
        return token.kind
    return "^" if index < 0 else "$"


def cue_features(candidate: CueCandidate) -> list[str]:
    """What speaks for or against a candidate being a cue."""
    sentence = candidate.sentence
    tokens, head, first, depth = sentence.tokens, candidate.head, candidate.first, sentence.depth
    before, after = _kind(tokens, first - 1, depth), _kind(tokens, head + 1, depth)
    form = candidate.form
    group = {tokens[index].kind for index in range(first, head)}
    aux = "".join(sorted(kind[0] for kind in group & {"be", "have", "do", "modal"}))
    if before == "to":
        aux += "T"
    features = [
        f"g{candidate.grade}", f"f{form}", f"f{form}g{candidate.grade}", f"p{before}", f"p{before}f{form}", f"n{after}", f"n{after}f{form}",
        f"a{aux}", f"a{aux}f{form}", f"m{_kind(tokens, head + 2, depth)}", f"n{after}g{min(candidate.grade, 8) // 3}",
        f"q{_kind(tokens, first - 2, depth)}", f"p{before}g{min(candidate.grade, 8) // 3}",
    ]  # fmt: skip
    if "not" in group:
        features.append("not")
    if tokens[head].text[0].isupper():
        features.append("Capital")
        features.append(f"Capitalg{candidate.grade // 3}")
    if depth:
        features.append("deep")
    if sentence.paragraph == 0:
        features.append("headline")
    if tokens[-1].kind not in {".", "?", "mark", "!"}:
        features.append("unended")
    if any(token.depth > depth for token in tokens):
        features.append("hasQ")
    return features


def left_features(tokens: list[Token], index: int, head: int) -> list[str]:
    """Whether the word at `index`, left of the cue so far, belongs to it."""
    token = tokens[index]
    return [
        f"k{token.kind}",
        f"d{min(head - index, 4)}",
        f"k{token.kind}n{tokens[index + 1].kind}",
        f"k{token.kind}p{_kind(tokens, index - 1, 9)}",
    ]


def right_features(tokens: list[Token], index: int, candidate: CueCandidate) -> list[str]:
    """Whether the word at `index`, right of the cue so far, belongs to it."""
    token = tokens[index]
    distance = min(index - candidate.head, 4)
    known = (
        f"w{token.lower}" if token.kind in CLOSED and token.kind not in {"num", "day", "title"} else f"w/{token.kind}"
    )
    following = _kind(tokens, index + 1, candidate.sentence.depth)
    return [
        known, f"d{distance}", f"{known}d{distance}", f"{known}n{following}", f"{known}g{candidate.grade // 2}", f"{known}f{candidate.form}",
        f"d{distance}n{following}", f"b{tokens[index-1].kind}",
    ]  # fmt: skip
