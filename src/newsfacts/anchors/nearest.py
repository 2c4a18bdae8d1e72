"""The place of a source that is most like some words, found by the rarest runs of words and then compared word by word.

What is found here is never a match. It helps a person to see what was changed.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import islice

import attrs

from newsfacts.anchors.normalize import folded_words
from newsfacts.anchors.prepared import Effort, PreparedSource, WordList, words_of
from newsfacts.anchors.results import Candidate, Difference
from newsfacts.anchors.whole_words import begins_whole

__all__ = ["MAX_ALIGNED_TOKENS", "Nearest", "nearest"]

MAX_ALIGNED_TOKENS = 400
"""How many words and signs of a quotation are compared one by one; only the first ones of a longer quotation are."""

MAX_PAIRS = 30_000
"""How many pairs of equal words and signs a quotation and a place may have to be compared one by one."""

STEPS_PER_PAIR = 8
"""How many steps one of these pairs takes; several, as the runs before and after the longest one are compared again."""

STEPS_PER_TOKEN = 30
"""How many steps each word and sign takes."""

MAX_SEEDS = 24
"""How many runs of words are looked for."""

MAX_SEED_PLACES = 400
"""How many places of one run are counted."""

MAX_WINDOWS = 3
"""How many places are compared word by word."""

_TOKEN = re.compile(r"\w+(?:'\w+)*|[^\w\s]")


@attrs.frozen
class Nearest:
    """A candidate, and how the words differ from it."""

    candidate: Candidate
    diff: tuple[Difference, ...]


def nearest(words: str, source: PreparedSource) -> Nearest | None:
    """The most similar place, None where no word of the quotation is in the source."""
    folded = folded_words(words)
    quoted_words = list(words_of(folded)[:MAX_ALIGNED_TOKENS])
    if not quoted_words:
        return None
    found: Nearest | None = None
    for first, last in _windows(quoted_words, source.words):
        compared = _compare(folded, source, first, last)
        if compared is not None and (found is None or compared.candidate.score > found.candidate.score):
            found = compared
    return found


def _windows(quoted: list[str], words: WordList) -> list[tuple[int, int]]:
    """Ranges of words of the source where runs of the quotation are at the right distance from each other."""
    width = max(4, len(quoted) // 2)
    votes: Counter[int] = Counter()
    for length in (3, 2, 1):
        seeds = [(tuple(quoted[place : place + length]), place) for place in range(len(quoted) - length + 1)]
        if length == 1:
            seeds = sorted(dict(reversed(seeds)).items(), key=lambda seed: (-len(seed[0][0]), seed[1]))[:MAX_SEEDS]
        elif len(seeds) > MAX_SEEDS:
            step = len(seeds) / MAX_SEEDS
            seeds = [seeds[int(number * step)] for number in range(MAX_SEEDS)]
        for seed, place in seeds:
            # Once for every bucket of distances in which the seed occurs.
            votes.update({(number - place) // width for number in words.runs(seed, MAX_SEED_PLACES)})
        if votes:
            break
    # Neighbouring buckets have the two halves of one place.
    ranked = sorted(votes, key=lambda bucket: (-votes[bucket] - votes[bucket + 1] / 2, bucket))
    margin = max(5, len(quoted) // 2)
    last = len(words.starts)
    return [
        (max(0, bucket * width - margin), min(last, (bucket + 1) * width + len(quoted) + margin))
        for bucket in ranked[:MAX_WINDOWS]
    ]


def _compare(folded: str, source: PreparedSource, first: int, last: int) -> Nearest | None:
    text = source.folded.string
    start, end = source.words.starts[first], source.words.ends[last - 1]
    quoted = [match[0] for match in _first_tokens(folded)]
    matches = list(_TOKEN.finditer(text, start, min(len(text), end + 1)))
    there = [match[0] for match in matches]
    source.effort.steps += STEPS_PER_TOKEN * (len(quoted) + len(there))
    blocks = _best_run(_matching(quoted, there, source.effort))
    if not blocks:  # in capitals, perhaps
        small = [token.lower() for token in quoted], [token.lower() for token in there]
        blocks = _best_run(_matching(*small, source.effort))
    if not blocks:
        return None
    # What was changed at the ends of the quotation is next to what was not.
    low = max(0, blocks[0][1] - blocks[0][0])
    rest = len(quoted) - blocks[-1][0] - blocks[-1][2]
    high = min(len(there), blocks[-1][1] + blocks[-1][2] + rest)
    low, high = _whole_words(source, matches, low, high)
    score = 2 * sum(size for _, _, size in blocks) / (len(quoted) + high - low)
    spot = source.folded.back(matches[low].start(), matches[high - 1].end())
    candidate = Candidate(spot, spot.slice(source.text), round(score, 3))
    return Nearest(candidate, _differences(folded, source, blocks, matches, low, high))


def _first_tokens(folded: str) -> list[re.Match[str]]:
    """The words and signs of a quotation that are compared."""
    return list(islice(_TOKEN.finditer(folded), MAX_ALIGNED_TOKENS))


def _whole_words(source: PreparedSource, matches: list[re.Match[str]], low: int, high: int) -> tuple[int, int]:
    """The range of tokens widened to whole words of the source: "nine people" of "twenty-nine people"."""

    def is_cut(token: int) -> bool:
        offset = source.folded.back(matches[token].start(), matches[token].end()).start
        return not begins_whole(source.text, offset)

    while low > 0 and is_cut(low):
        low -= 1
    while high < len(matches) and is_cut(high):
        high += 1
    return low, high


def _matching(quoted: list[str], there: list[str], effort: Effort) -> list[tuple[int, int, int]]:
    """The runs of tokens that both have in the same order; only the longest one of words that repeat without end."""
    matcher = SequenceMatcher(None, quoted, there, autojunk=False)
    counts = Counter(there)
    pairs = sum(counts[token] for token in quoted)
    effort.steps += STEPS_PER_PAIR * pairs
    if pairs > MAX_PAIRS:
        longest = matcher.find_longest_match()
        return [(longest.a, longest.b, longest.size)]
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]


def _best_run(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The consecutive blocks with the most words in common after the words between them are taken off."""
    best: tuple[int, int, int] = (0, 0, 0)
    score = start = 0
    for number, (a, b, size) in enumerate(blocks):
        if number:
            previous = blocks[number - 1]
            score -= max(a - previous[0] - previous[2], b - previous[1] - previous[2]) // 5
        if score <= 0:
            score, start = 0, number
        score += size
        if score > best[0]:
            best = (score, start, number + 1)
    return blocks[best[1] : best[2]]


def _differences(
    folded: str,
    source: PreparedSource,
    blocks: list[tuple[int, int, int]],
    matches: list[re.Match[str]],
    low: int,
    high: int,
) -> tuple[Difference, ...]:
    quoted = _first_tokens(folded)
    found: list[Difference] = []
    a, b = 0, low
    for next_a, next_b, size in [*blocks, (len(quoted), high, 0)]:
        if next_a > a or next_b > b:
            here = folded[quoted[a].start() : quoted[next_a - 1].end()] if next_a > a else ""
            there = ""
            if next_b > b:
                original = source.folded.back(matches[b].start(), matches[next_b - 1].end()).slice(source.text)
                there = " ".join(original.split())
            found.append(Difference(here, there))
        a, b = next_a + size, next_b + size
    return tuple(found)
