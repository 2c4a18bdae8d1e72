"""Names of persons and bodies in a text: which words are one, and which of them name the same person or body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from newsfacts.drafting.name_words import BODY_WORDS, GIVEN_NAMES, NOT_NAMES, PARTICLES
from newsfacts.drafting.tokens import Sentence, Token, TokenizedText
from newsfacts.drafting.word_classes import TITLES, word_set

__all__ = ["NAME_TITLES", "NameMention", "NamedOne", "find_names"]

NAME_TITLES = word_set("mr mrs ms mr. mrs. ms. miss")
MALE, FEMALE = (
    frozenset({"mr", "mr.", "sir", "lord", "king", "prince"}),
    frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen"}),
)
MAX_NAME_WORDS = 6
_TITLE_CASE = 0.6
"""From which share of capitalized words on a paragraph without a final period is a headline."""


@attrs.define(slots=True, eq=False)
class NameMention:
    """Words that name someone, at the code points `start`..`end`, without the title before them."""

    start: int
    end: int
    words: str
    title: str
    depth: int


@attrs.define(slots=True, eq=False)
class NamedOne:
    """A person or body: the fullest name by which the text calls it, and all its mentions in order."""

    name: str
    is_person: bool
    is_sure: bool
    mentions: list[NameMention]

    @property
    def titles(self) -> set[str]:
        """The titles before its mentions, in lower case."""
        return {mention.title.lower() for mention in self.mentions if mention.title}

    def may_be(self, pronoun: str) -> bool:
        """Whether "he" or "she" may refer to it, as far as titles say."""
        if not self.is_person:
            return False
        return not self.titles & (FEMALE if pronoun == "he" else MALE)


def find_names(read: TokenizedText) -> list[NamedOne]:
    """The persons and bodies that a text names, by their first mention, each once."""
    tokens_of = [sentence for sentence in read.sentences if sentence.depth == 0]
    small = {token.lower for sentence in tokens_of for token in sentence.tokens if token.text[0].islower()}
    mentions = [mention for sentence in tokens_of for mention in _mentions(sentence, small)]
    persons = _persons(mentions)
    bodies = _bodies(mentions)
    return sorted([*persons, *bodies], key=lambda one: one.mentions[0].start)


def _mentions(sentence: Sentence, small: set[str]) -> Iterator[NameMention]:
    """Runs of capitalized words of a sentence, without those of a headline."""
    tokens = sentence.tokens
    index = 0
    headline = is_headline(sentence)
    while index < len(tokens):
        end = _run(tokens, index)
        if end == index:
            index += 1
            continue
        start, title = _after_title(tokens, index, end)
        if (
            start < end
            and (start == 0 or tokens[start - 1].kind in {".", "mark", ":"})
            and _is_common(tokens[start], small)
        ):
            start += 1
        while end > start and tokens[end - 1].lower in PARTICLES:
            end -= 1
        start = _first_given(tokens, start, end)
        if start < end and not (headline and end - start > 3):
            first, last = tokens[start], tokens[end - 1]
            words = " ".join(token.text for token in tokens[start:end])
            yield NameMention(first.start, last.end, words, title, first.depth)
        index = max(end, index + 1)


def _first_given(tokens: list[Token], start: int, end: int) -> int:
    """Where the given name is, if words that are none come before it: "Champion Ana Ruiz"."""
    if tokens[start:end] and tokens[start].lower not in GIVEN_NAMES:
        for index in range(start + 1, end - 1):
            if tokens[index].lower in GIVEN_NAMES and tokens[end - 1].lower not in BODY_WORDS:
                return index
    return start


def is_headline(sentence: Sentence) -> bool:
    """Whether a sentence is in title case."""
    words = [token for token in sentence.tokens if token.text[0].isalpha() and len(token.text) > 3]
    return len(words) > 3 and sum(token.text[0].isupper() for token in words) >= _TITLE_CASE * len(words)


def _run(tokens: list[Token], index: int) -> int:
    """Where a run of words that may be a name ends."""
    end = index
    depth = tokens[index].depth
    while end < len(tokens) and end - index < MAX_NAME_WORDS + 3 and tokens[end].depth == depth:
        token = tokens[end]
        is_name = token.kind in {"Cap", "title"} and token.text[0].isupper()
        is_particle = token.lower in PARTICLES and index < end < len(tokens) - 1 and tokens[end + 1].kind == "Cap"
        if not is_name and not is_particle:
            break
        end += 1
    return end


def _after_title(tokens: list[Token], start: int, end: int) -> tuple[int, str]:
    """Where the name begins after its titles, and the titles."""
    titles = []
    while start < end and tokens[start].kind == "title" and (start + 1 < end or tokens[start].text.endswith(".")):
        titles.append(tokens[start].text)
        start += 1
    return start, " ".join(titles)


def _is_common(token: Token, small: set[str]) -> bool:
    """Whether the first word of a sentence is capitalized only because it is the first."""
    return token.lower in NOT_NAMES or (token.lower in small and token.lower not in GIVEN_NAMES)


def _persons(mentions: list[NameMention]) -> list[NamedOne]:
    """Full names first; then what is called by the last word of one of them."""
    ones: dict[str, list[NamedOne]] = {}
    full: dict[str, NamedOne] = {}
    rest: list[NameMention] = []
    often = Counter(mention.words for mention in mentions)
    for mention in mentions:
        words = mention.words.split()
        if len(words) < 2 or not _is_person(words, mention, often):
            rest.append(mention)
            continue
        one = full.get(mention.words) or _same(ones.get(words[-1], ()), words)
        if one is None:
            one = NamedOne(mention.words, True, _is_sure(words, mention), [])
            ones.setdefault(words[-1], []).append(one)
        full[mention.words] = one
        if len(mention.words) > len(one.name):
            one.name = mention.words
        one.mentions.append(mention)
    for mention in rest:
        _add_short(mention, ones)
    for same in ones.values():
        for one in same:
            one.mentions.sort(key=lambda mention: mention.start)
    return [one for same in ones.values() for one in same]


def _add_short(mention: NameMention, ones: dict[str, list[NamedOne]]) -> None:
    """A last name alone: of the one person who has it, or with a title of a person of its own."""
    word = mention.words.split()[-1]
    same = [one for one in ones.get(word, ()) if one.is_person]
    if len(same) == 1:
        same[0].mentions.append(attrs.evolve(mention, start=mention.end - len(word), words=word))
    elif not same and mention.words == word and _is_titled(mention):
        ones[word] = [NamedOne(word, True, True, [mention])]


def _is_titled(mention: NameMention) -> bool:
    title, word = mention.title.lower(), mention.words.lower()
    return bool(title) and title != "miss" and word not in NOT_NAMES and word not in TITLES and word not in BODY_WORDS


def _same(ones: Iterable[NamedOne], words: list[str]) -> NamedOne | None:
    """The one of the same last name whose first name is the same, or has its initial."""
    for one in ones:
        first = one.name.split()[0]
        if first == words[0] or (len(words[0].rstrip(".")) == 1 and first[0] == words[0][0]):
            return one
    return None


def _is_person(words: list[str], mention: NameMention, often: Mapping[str, int]) -> bool:
    """With a title or a known given name; else a name of two or three words that occurs again."""
    last = words[-1]
    if len(words) > MAX_NAME_WORDS or last.lower() in BODY_WORDS or not last[0].isupper() or last.isupper():
        return False
    if words[0].lower() in NOT_NAMES or last.lower() in NOT_NAMES or last.lower() in TITLES or last.endswith("s’"):
        return False
    if words[0].lower() in GIVEN_NAMES or (mention.title and len(words) <= MAX_TITLED_WORDS):
        return True
    return len(words) == 2 and often[mention.words] > 1 and often[last] > 0


MAX_TITLED_WORDS = 4


def _is_sure(words: list[str], mention: NameMention) -> bool:
    return bool(mention.title) or words[0].lower() in GIVEN_NAMES


def _bodies(mentions: list[NameMention]) -> list[NamedOne]:
    """Names that end in a word for a body, and acronyms; the same words name the same body."""
    found: dict[str, NamedOne] = {}
    for mention in mentions:
        words = mention.words.split()
        is_named = len(words) > 1 and words[-1].lower() in BODY_WORDS
        is_acronym = len(words) == 1 and 2 <= len(words[0]) <= 6 and words[0].isalpha() and words[0].isupper()
        if not (is_named or is_acronym) or mention.title:
            continue
        one = found.setdefault(mention.words, NamedOne(mention.words, False, is_named, []))
        one.mentions.append(mention)
    return [one for one in found.values() if one.is_sure or len(one.mentions) > 1]
