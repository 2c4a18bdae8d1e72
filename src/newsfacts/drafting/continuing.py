"""Quotations that go on: later in a sentence, as sentences of their own, and in paragraphs that are nothing but a quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from newsfacts.drafting.assembling import is_quotation
from newsfacts.drafting.results import RANK, FoundAttribution
from newsfacts.drafting.tokens import Sentence, TokenizedText
from newsfacts.drafting.word_classes import SAYING, word_set
from newsfacts.text.quotation_marks import infer_form
from newsfacts.text.spans import Span, SpanIndex
from newsfacts.values.level import Level

__all__ = ["with_later_quotations"]

MAX_CONTINUED = 6
"""How many paragraphs that are nothing but a quotation are added to an attribution."""

MIN_WORDS = 4
"""How many words such a paragraph has at least: shorter ones mostly are headings."""

MAX_HERE = 8
"""In a sentence or paragraph with more attributions than this, no single source speaks."""

MIN_HALF = 3
"""How many words the second half of a quotation has at least: shorter ones mostly are single words that are quoted."""

_NEGATED = word_set("not never didn't didn’t doesn't doesn’t won't won’t wouldn't wouldn’t refused declined")
_DOUBLE = '“”"'
_SINGLE = frozenset("‘'‚‹`")


def with_later_quotations(read: TokenizedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """The attributions with the quotations that follow them and have no other speaker."""
    return _in_paragraphs(read, _in_sentences(read, found))


def _in_sentences(read: TokenizedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """The second half of a quotation (“A,” said B on Monday, “and C.”), and a quotation that is the next sentence."""
    result = list(found)
    covered = _Covered(read, result)
    sentences = [sentence for sentence in read.sentences if not sentence.depth]
    starts = [sentence.start for sentence in sentences]
    for stretch in read.quotes:
        place = Span(stretch.start, stretch.end)
        if stretch.level != 1 or stretch.continued or covered.owner(place) is not None:
            continue
        number = bisect_right(starts, stretch.start) - 1
        sentence = sentences[number]
        words = len(place.slice(read.text).split())
        speaking = None
        if not is_quotation(sentence) and words >= MIN_HALF:
            speaking = _of_first_half(read, covered, sentence, place)
        elif words >= MIN_WORDS and number and sentences[number - 1].paragraph == sentence.paragraph:
            before = sentences[number - 1]
            speaking = covered.only_one(Span(before.start, before.end))
        if speaking is not None:
            result[speaking] = _longer(read, result[speaking], place)
    return result


def _of_first_half(read: TokenizedText, covered: _Covered, sentence: Sentence, place: Span) -> int | None:
    """The attribution of a sentence that begins with a quotation and goes on with another one after a comma."""
    if not sentence.tokens[0].depth or not read.text[sentence.start : place.start].rstrip().endswith(","):
        return None
    return covered.only_one(Span(sentence.start, sentence.end))


def _in_paragraphs(read: TokenizedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """The attributions, those that a paragraph ends with followed by the quotations that are the next paragraphs."""
    result = list(found)
    covered = _Covered(read, result)
    single = _uses_single(read)
    speaking: int | None = None
    count = 0
    for number, sentences in enumerate(_by_paragraph(read)):
        if not sentences:
            continue
        whole = Span(sentences[0].start, sentences[-1].end)
        owner = covered.owner(whole)
        if (
            owner is None
            and speaking is not None
            and count < MAX_CONTINUED
            and _is_single(read.text, whole.start) is single
            and _is_speech(read, number, sentences)
        ):
            result[speaking] = _longer(read, result[speaking], whole)
            count += 1
        else:
            last = _last_quotation(sentences)
            speaking, count = (covered.owner(last) if last is not None else covered.only_one(whole)), 0
    return result


def _uses_single(read: TokenizedText) -> bool:
    """Whether most quotations of a text are between single marks; where they are not, those set off headings."""
    single = Counter(_is_single(read.text, stretch.start) for stretch in read.quotes if stretch.level == 1)
    return single[True] > single[False]


def _is_single(text: str, place: int) -> bool:
    """Whether the mark at a place is single: not “, and not two signs for one, as in ''."""
    return text[place] in _SINGLE and text[place + 1 : place + 2] not in _SINGLE


class _Covered:
    """The attributions outside quotations by the code points of their contents."""

    def __init__(self, read: TokenizedText, found: Iterable[FoundAttribution]) -> None:
        self.text = read.text
        quoted = SpanIndex(((Span(each.start, each.end),), each) for each in read.quotes)
        self.index: SpanIndex[tuple[int, FoundAttribution]] = SpanIndex(
            (each.contents, (number, each)) for number, each in enumerate(found) if not quoted.covering(each.cue[0])
        )

    def owner(self, place: Span) -> int | None:
        """The surest attribution with content at a place, by its index."""
        return min(
            self.index.overlapping(place), key=lambda item: (RANK[item[1].level], item[0]), default=(None, None)
        )[0]

    def only_one(self, place: Span) -> int | None:
        """The attribution of a sentence or paragraph in which only one source speaks, and surely."""
        here = self.index.overlapping(place)
        if len(here) > MAX_HERE:
            return None
        outer = [
            (number, each)
            for number, each in here
            if not any(span.contains(each.cue[0]) for other, one in here if other != number for span in one.contents)
        ]
        if len(outer) != 1:
            return None
        number, each = outer[0]
        return number if each.level is Level.SURE and _says(self.text, each) else None


def _by_paragraph(read: TokenizedText) -> list[list[Sentence]]:
    paragraphs: list[list[Sentence]] = [[] for _ in read.paragraphs]
    for sentence in read.sentences:
        if not sentence.depth:
            paragraphs[sentence.paragraph].append(sentence)
    return paragraphs


def _is_speech(read: TokenizedText, number: int, sentences: Sequence[Sentence]) -> bool:
    """Whether a paragraph is whole sentences between quotation marks and nothing else."""
    start = read.paragraphs[number][0]
    words = sum(len(sentence.tokens) for sentence in sentences)
    if words < MIN_WORDS + 2 or start + 1 < sentences[0].start or not all(map(is_quotation, sentences)):
        return False
    if any(sign in read.text[sentence.start + 1 : sentence.end - 1] for sentence in sentences for sign in _DOUBLE):
        return False  # a mark that is missing would make it look so
    return sentences[-1].tokens[-2].kind in {".", "?"} or sentences[-1].tokens[-1].kind in {".", "?"}


def _last_quotation(sentences: Sequence[Sentence]) -> Span | None:
    """The last word of the last quotation of a paragraph."""
    quoted = [token for sentence in sentences for token in sentence.tokens if token.depth]
    return Span(quoted[-1].start, quoted[-1].end) if quoted else None


def _longer(read: TokenizedText, each: FoundAttribution, more: Span) -> FoundAttribution:
    contents = (*each.contents, more)
    return attrs.evolve(each, contents=contents, form=infer_form(" ".join(span.slice(read.text) for span in contents)))


def _says(text: str, each: FoundAttribution) -> bool:
    """Whether a cue says that someone said it: not that they denied, demanded or did not say it."""
    words = {word for span in each.cue for word in span.slice(text).lower().split()}
    return not words.isdisjoint(SAYING) and words.isdisjoint(_NEGATED)
