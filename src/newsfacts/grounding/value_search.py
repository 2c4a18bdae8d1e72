"""The numbers and dates of a text, looked for in its sources: sentence by sentence, then where the text was written from them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

import attrs

from newsfacts.finders.content_words import Word
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.finders.values import find_values
from newsfacts.grounding.arithmetic import Figure
from newsfacts.grounding.checked_text import CheckedText
from newsfacts.grounding.comparing import Said
from newsfacts.grounding.context import contexts_of
from newsfacts.grounding.derived import ALIGNED_AT_ONCE, Alignment, Passage, decide_derived
from newsfacts.grounding.further import further_values
from newsfacts.grounding.index import MAX_VALUES, SourceIndex, shifted
from newsfacts.grounding.items import item_of, item_of_list, item_of_numbers, item_without_context
from newsfacts.grounding.lists import list_in, without_lists
from newsfacts.grounding.match import Match
from newsfacts.grounding.matching import Comparisons, Decision, decide
from newsfacts.grounding.origins import Origins
from newsfacts.grounding.results import GroundItem, LeftOut, LeftOutReason
from newsfacts.sources.document import SourceDocument
from newsfacts.text.markdown_spans import blocks_of
from newsfacts.text.spans import Span
from newsfacts.values.comparison import SupportOutcome
from newsfacts.values.level import Level
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.reading.number_words import word_set

__all__ = ["ValueSearch"]

_PRESENT: Final = word_set(
    "now today tonight currently recently lately nowadays present previously formerly recent future soon later earlier once"
)

MEANT_BY_PRONOUN: Final = 3
"""So many sentences before a pronoun may name whom it means."""


@attrs.frozen
class _SentenceValues:
    """The numbers and dates of a sentence of the text, and what is decided about each of them so far."""

    number: int
    values: Sequence[FoundValue]
    said: Sequence[Said]
    """The same with spans of the sentence."""
    decisions: list[Decision]

    def supporting(self) -> Iterator[Match]:
        """The values of the sources that support some of them."""
        for decision in self.decisions:
            if (
                decision.match is not None
                and decision.is_sure
                and decision.match.support.outcome is SupportOutcome.SUPPORTED
            ):
                yield decision.match


class ValueSearch:
    """One text against its sources; what is found is collected here. `published` is the day of the text."""

    def __init__(
        self, checked: CheckedText, sources: Sequence[SourceDocument], published: dt.date | None, policy: Policy | None
    ) -> None:
        self.checked = checked
        self.published = published
        self.policy = policy
        self.index: SourceIndex = SourceIndex(sources, policy)
        for words in checked.words:
            self.index.learn(words)
        self.items: list[GroundItem] = []
        self.left_out: list[LeftOut] = []
        self.figures: dict[int, list[Figure]] = defaultdict(list)
        """The quantities of each paragraph."""
        self._further: set[Span] = set()
        """Where the values are that are reported only if a source decides about them."""
        self._values: Sequence[FoundValue] = ()

    def run(self, quotations: Sequence[GroundItem]) -> None:
        """Look for all of them, except those in the quotations that were found."""
        found = (list_in(sentence) for sentence in self.checked.sentences)
        lists = [span for span in found if span is not None]
        self._values = list(self.found_values(without_lists(self.checked.text, lists)))
        quoted = [item.span for item in quotations]
        self.add_lists(lists, quoted, [span.start for span in quoted])
        self._look(quotations, None)

    def in_others(
        self, sources: Sequence[SourceDocument], sentences: AbstractSet[int], quotations: Sequence[GroundItem]
    ) -> Sequence[GroundItem]:
        """The items of some sentences, looked for in other sources. To be called after `run`."""
        other = ValueSearch(self.checked, sources, self.published, self.policy)
        other._values, other._further = self._values, self._further
        other._look(quotations, sentences)
        return other.items

    def _look(self, quotations: Sequence[GroundItem], sentences: AbstractSet[int] | None) -> None:
        """Look for the values of some sentences, None for all."""
        quoted = [item.span for item in quotations]
        quote_starts = [span.start for span in quoted]
        by_sentence: dict[int, list[FoundValue]] = defaultdict(list)
        for value in self._values:
            number = self.checked.sentence_number(value.span.start)
            if sentences is not None and number not in sentences:
                continue
            if self.checked.citations.is_mark(value.span):
                continue
            reason = self.reason_to_leave_out(value, quoted, quote_starts)
            if number is None or reason is None:
                if number is not None:
                    by_sentence[number].append(value)
            elif reason.reason is not LeftOutReason.SUPPRESSED:
                self.left_out.append(reason)
        lists = [number for number, values in by_sentence.items() if len(values) > MAX_VALUES]
        for number in lists:
            self.items += map(item_of_list, by_sentence.pop(number))
        comparisons = Comparisons(len(self.checked.text), sum(map(len, by_sentence.values())))
        looked_at = [self.sentence_values(number, values, comparisons) for number, values in by_sentence.items()]
        self.derive(looked_at, quotations, comparisons)
        for one in looked_at:
            self.items += self.items_of(one)

    def add_lists(self, lists: Sequence[Span], quoted: Sequence[Span], quote_starts: Sequence[int]) -> None:
        """The lists of numbers, each as a whole: none of their numbers is looked for."""
        for span in lists:
            words = span.slice(self.checked.text)
            reason = self.reason_of_place(span, words, quoted, quote_starts)
            if reason is None:
                self.items.append(item_of_numbers(span, words))
            elif reason.reason is not LeftOutReason.SUPPRESSED:
                self.left_out.append(reason)

    def found_values(self, text: str) -> Iterator[FoundValue]:
        """The numbers and dates of the text, and those that are looked at only where the sources have them, in order.

        `text` is the text without its lists of numbers, of the same length.
        """
        markup = self.checked.markup
        found = find_values(text, published=self.published, markup=markup, policy=self.policy)
        known = {value.span for value in found}
        starts = [value.span.start for value in found]
        is_whole = text is self.checked.text  # then its blocks are those of its sentences
        blocks = (sentence.block for sentence in self.checked.sentences) if is_whole else blocks_of(text, markup)
        for block in dict.fromkeys(blocks):
            first = bisect_left(starts, block.start)
            last = bisect_left(starts, block.start + len(block.text))
            inside = [shifted(value, -block.start) for value in found[first:last]]
            for value in further_values(block.text, inside):
                whole = shifted(value, block.start)
                if whole.span not in known:
                    self._further.add(whole.span)
                yield whole

    def sentence_values(self, number: int, values: Sequence[FoundValue], comparisons: Comparisons) -> _SentenceValues:
        """Look for the numbers and dates of one sentence."""
        sentence = self.checked.sentences[number]
        words = self.checked.words[number]
        local = [shifted(value, -sentence.span.start) for value in values]
        times = tuple(value for value in local if isinstance(value, FoundTime))
        named = self.named_before(number)
        said = [
            Said(value, words, times, context, sentence.prose, self.published, named)
            for value, context in zip(local, contexts_of(local, words, self.index, sentence.prose), strict=True)
        ]
        return _SentenceValues(
            number, values, said, decide(said, self.checked.around(number), self.index, self.policy, comparisons)
        )

    def named_before(self, number: int) -> frozenset[str]:
        """The names of the few sentences before one of the text."""
        before = self.checked.words[max(number - MEANT_BY_PRONOUN, 0) : number]
        return frozenset(
            word.stem
            for words in before
            for word in words
            if word.is_name or (word.is_first and self.index.is_name(word))
        )

    def derive(
        self, looked_at: Sequence[_SentenceValues], quotations: Sequence[GroundItem], comparisons: Comparisons
    ) -> None:
        """Look for the values that no source supports in the sources that the text was written from."""
        supported: Counter[int] = Counter()
        for one in looked_at:
            for match in one.supporting():
                supported[id(match.sentence.document)] += 1
        origins = Origins(self.index, self.checked.words, supported, sum(len(one.values) for one in looked_at))
        if not origins.documents:
            return
        anchors = self.quoted_from(quotations)
        for one in looked_at:
            anchors[one.number] += [match.sentence.number for match in one.supporting()]
        for one in looked_at:
            rejected = [decision.rejected for decision in one.decisions]
            found = self.derive_sentence(one, anchors, rejected, origins, comparisons)
            if found:  # what one value was made from tells where the others are from
                anchors[one.number] += found
                self.derive_sentence(one, anchors, rejected, origins, comparisons)

    def derive_sentence(
        self,
        one: _SentenceValues,
        anchors: Mapping[int, Sequence[int]],
        rejected: Sequence[frozenset[tuple[int, int]]],
        origins: Origins,
        comparisons: Comparisons,
    ) -> list[int]:
        """Look for the values of one sentence that are not decided yet, and return the sentences of the sources that decide them.

        `anchors` are sentences that are known to be about the same thing as each sentence of the text.
        """
        size = sum(map(self.index.size, origins.documents))
        if all(decision.is_sure for decision in one.decisions) or not comparisons.spend(size // ALIGNED_AT_ONCE):
            return []
        taken = {match.key for match in one.supporting() if match.takes_value}
        passage = self.passage(one.number, anchors)
        alignments = [Alignment.of(passage, document, self.index) for document in origins.documents]
        found: list[int] = []
        for place, decision in enumerate(one.decisions):
            if decision.is_sure or decision.is_cut:
                continue
            derived = decide_derived(
                one.said[place], alignments, self.index, self.policy, taken | rejected[place], comparisons
            )
            one.decisions[place] = derived
            if derived.is_sure and derived.match is not None:
                found.append(derived.match.sentence.number)
        return found

    def passage(self, number: int, anchors: Mapping[int, Sequence[int]]) -> Passage:
        """A sentence of the text with the sentences right before and after it."""
        near = [other for other in (number - 1, number + 1) if 0 <= other < len(self.checked.words)]
        return Passage(
            _stems(self.checked.words[number]),
            anchors.get(number, ()),
            frozenset().union(*(_stems(self.checked.words[other]) for other in near)),
            [anchor for other in near for anchor in anchors.get(other, ())],
        )

    def quoted_from(self, quotations: Sequence[GroundItem]) -> defaultdict[int, list[int]]:
        """The sentences of the sources that the quotations of each sentence of the text are from."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for item in quotations:
            number = self.checked.sentence_number(item.span.start)
            if item.ok and item.source is not None and number is not None:
                sentence = self.index.sentence_at(item.source.document, item.source.span.start)
                if sentence is not None:
                    found[number].append(sentence.number)
        return found

    def items_of(self, one: _SentenceValues) -> Iterator[GroundItem]:
        """The numbers and dates of one sentence, as what was found says."""
        paragraph = self.checked.sentences[one.number].paragraph
        for value, said, decision in zip(one.values, one.said, one.decisions, strict=True):
            if value.span in self._further and not decision.is_sure:
                why = "No source has a number like this about the same thing."
                self.left_out.append(LeftOut(value.span, value.words, LeftOutReason.UNSURE, why))
                continue
            item = item_of(value, decision) if said.context.weights or decision.match else item_without_context(value)
            cited = self.checked.cited(value.span)
            yield attrs.evolve(item, cited=tuple(citation.name for citation in cited))
            if isinstance(value, FoundQuantity):
                self.figures[paragraph].append(Figure(value.span, value.value, item.ok))

    def reason_to_leave_out(
        self, value: FoundValue, quoted: Sequence[Span], quote_starts: Sequence[int]
    ) -> LeftOut | None:
        """Why a value is not looked for; None where it is."""
        reason = self.reason_of_place(value.span, value.words, quoted, quote_starts)
        if reason is not None:
            return reason
        if isinstance(value, FoundTime) and value.words.lower().removeprefix("right ") in _PRESENT:
            return LeftOut(value.span, value.words, LeftOutReason.PRESENT, f"“{value.words}” names no time.")
        if value.level is Level.GUESS:
            return LeftOut(value.span, value.words, LeftOutReason.UNSURE, "It may be neither a number nor a time.")
        return None

    def reason_of_place(
        self, span: Span, words: str, quoted: Sequence[Span], quote_starts: Sequence[int]
    ) -> LeftOut | None:
        """Why what is at a place of the text is not looked for, whatever it says."""
        place = bisect_right(quote_starts, span.start) - 1
        if place >= 0 and quoted[place].contains(span):
            return LeftOut(span, words, LeftOutReason.QUOTED, "It is part of a quotation, which is checked as a whole.")
        if self.checked.in_header(span):
            return LeftOut(span, words, LeftOutReason.LABEL, "It is in the header of the message.")
        if self.checked.in_comment(span):
            return LeftOut(span, words, LeftOutReason.SUPPRESSED, "It is in a comment.")
        if self.checked.citations.is_reference(span):
            return LeftOut(span, words, LeftOutReason.CITATION, "It belongs to a citation or a reference.")
        return None


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.stem)
