"""`ground`: every quotation, number and date of a text, looked for in its sources."""

from __future__ import annotations

import datetime as dt
import os
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from newsfacts.errors import UnreadableSource, UsageError
from newsfacts.finders.results import FoundQuantity, FoundTime, FoundValue
from newsfacts.finders.values import find_values
from newsfacts.grounding.arithmetic import MAX_FIGURES, worked_out
from newsfacts.grounding.citations import Citation, Citations, citations_of
from newsfacts.grounding.comparing import Said
from newsfacts.grounding.context import contexts_of
from newsfacts.grounding.derived import ALIGNED_AT_ONCE, Alignment, Passage, decide_derived
from newsfacts.grounding.further import further_values
from newsfacts.grounding.index import MAX_VALUES, REACH, SourceIndex, shifted
from newsfacts.grounding.items import item_of, item_of_list, item_without_context
from newsfacts.grounding.match import Match
from newsfacts.grounding.matching import Comparisons, Decision, decide
from newsfacts.grounding.origins import Origins
from newsfacts.grounding.quotes import quotations
from newsfacts.grounding.results import (
    Grounding,
    GroundItem,
    GroundItemKind,
    GroundOutcome,
    LeftOut,
    LeftOutReason,
)
from newsfacts.grounding.sentences import Sentence, sentences_of
from newsfacts.grounding.suppression import Ignored, ignored_in
from newsfacts.grounding.words import Word, content_words
from newsfacts.sources.document import SourceDocument, Sources
from newsfacts.sources.reading import read_source
from newsfacts.text.markdown_spans import Markup
from newsfacts.text.spans import Span
from newsfacts.values.comparison import SupportOutcome
from newsfacts.values.level import Level
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.number_words import word_set

__all__ = ["GivenSource", "ground"]

GivenSource = SourceDocument | str | os.PathLike[str]
"""A source that was read, its text, or a path to read it from."""

_PRESENT: Final = word_set(
    "now today tonight currently recently lately nowadays present previously formerly recent future soon later earlier once"
)
_TOTALS: Final = word_set(
    "total totals totaling totalling together combined altogether sum both difference gap lead margin more fewer less net "
    "overall all compared"
)


def ground(
    text: str | SourceDocument,
    sources: GivenSource | Sources | Sequence[GivenSource],
    *,
    published: dt.date | None = None,
    policy: Policy | None = None,
    require_source: bool = False,
    markup: Markup | None = None,
) -> Grounding:
    """Look for every quotation, number and date of a text in its sources.

    `text` is the text itself or what `read_source` gives; `sources` are what `read_source` and `read_sources` give, texts
    (`str`), or paths (`os.PathLike`). `published` is the day of the text, for words such as "on Friday"; each source has
    its own. `markup` is "text" or "markdown" (None: as the text was read, "text" for a `str`). With `require_source`, each
    paragraph with something to check must cite one of the sources, and the source it cites must have it. `policy` says
    what hedged and vague numbers mean. A source that cannot be read is in `Grounding.refused`. Raises `UsageError` for an
    unknown markup. Takes time in proportion to the text and the sources.
    """
    document = text if isinstance(text, SourceDocument) else SourceDocument(text=text)
    read = _read(sources)
    chosen: Markup = markup if markup is not None else ("markdown" if document.markup.value == "markdown" else "text")
    day = published if published is not None else document.published
    work = _Work(document, read.documents, chosen, day, policy, require_source)
    return attrs.evolve(work.result(), refused=read.refused)


def _read(sources: GivenSource | Sources | Sequence[GivenSource]) -> Sources:
    if isinstance(sources, Sources):
        return sources
    given = [sources] if isinstance(sources, str | os.PathLike | SourceDocument) else list(sources)
    documents: list[SourceDocument] = []
    refused: list[UnreadableSource] = []
    for number, one in enumerate(given, 1):
        if isinstance(one, SourceDocument):
            documents.append(one)
        elif isinstance(one, str):
            documents.append(SourceDocument(text=one, path=f"source {number}"))
        elif isinstance(one, os.PathLike):
            try:
                documents.append(read_source(one))
            except UnreadableSource as error:
                refused.append(error)
        else:
            raise UsageError(f"a source is a text, a path or what read_source gives, not {type(one).__name__}")
    return Sources(tuple(documents), tuple(refused))


@attrs.frozen
class _Figure:
    """A quantity of the text, and whether the sources have it."""

    span: Span
    value: Quantity
    is_supported: bool


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


class _Work:
    """One text against its sources, step by step; what the steps find is collected here."""

    def __init__(
        self, document: SourceDocument, documents: Sequence[SourceDocument], markup: Markup, day: dt.date | None,
        policy: Policy | None, require_source: bool,
    ) -> None:  # fmt: skip
        self.document = document
        self.text = text = document.text
        self.documents = documents
        self.markup = markup
        self.day = day
        self.policy = policy
        self.require_source = require_source
        self.sentences = list(sentences_of(text, markup))
        self.words = [content_words(sentence.prose) for sentence in self.sentences]
        self.starts = [sentence.span.start for sentence in self.sentences]
        self.paragraphs = _paragraphs(self.sentences)
        self.citations: Citations = citations_of(text, documents)
        self.ignored = ignored_in(text)
        self.items: list[GroundItem] = []
        self.left_out: list[LeftOut] = []
        self.further: set[Span] = set()
        """Where the values are that are reported only if a source decides about them."""
        self.figures: dict[int, list[_Figure]] = defaultdict(list)
        """The quantities of each paragraph."""

    def result(self) -> Grounding:
        """All steps in their order."""
        quoted = self.quotes()
        self.values(quoted)
        self.arithmetic()
        if self.require_source:
            self.require()
        self.suppress()
        return Grounding(
            document=self.document,
            items=tuple(sorted(self.items, key=lambda item: (item.span, item.kind.value))),
            left_out=tuple(sorted(self.left_out, key=lambda one: one.span)),
            sources=tuple(self.documents),
        )

    # -- quotations
    def quotes(self) -> list[Span]:
        """Look for the quotations; where they are, nothing else is looked for."""
        cited = {}
        taken: list[Span] = []
        for found in quotations(self.text, self.documents, self.markup, _Cited(self)):
            if self.citations.is_reference(found.span) or self.in_comment(found.span):
                continue
            if isinstance(found.result, LeftOut):
                self.left_out.append(found.result)
                continue
            cited[found.span] = self.cited(found.span)
            self.items.append(attrs.evolve(found.result, cited=tuple(one.name for one in cited[found.span])))
            taken.append(found.span)
        return taken

    # -- numbers and dates
    def values(self, quoted: Sequence[Span]) -> None:
        """Look for the numbers and dates, sentence by sentence."""
        index = SourceIndex(self.documents, self.policy)
        for words in self.words:
            index.learn(words)
        quote_starts = [span.start for span in quoted]
        by_sentence: dict[int, list[FoundValue]] = defaultdict(list)
        for value in self.found_values():
            number = self.sentence_number(value.span.start)
            if self.citations.is_mark(value.span):
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
        comparisons = Comparisons(len(self.text), sum(map(len, by_sentence.values())))
        looked_at = [self.sentence_values(number, values, index, comparisons) for number, values in by_sentence.items()]
        self.derive(looked_at, index, comparisons)
        for one in looked_at:
            self.items += self.items_of(one)

    def found_values(self) -> Iterator[FoundValue]:
        """The numbers and dates of the text, and those that are looked at only where the sources have them, in order."""
        found = find_values(self.text, published=self.day, markup=self.markup, policy=self.policy)
        known = {value.span for value in found}
        starts = [value.span.start for value in found]
        for block in dict.fromkeys(sentence.block for sentence in self.sentences):
            first = bisect_left(starts, block.start)
            last = bisect_left(starts, block.start + len(block.text))
            inside = [shifted(value, -block.start) for value in found[first:last]]
            for value in further_values(block.text, inside):
                whole = shifted(value, block.start)
                if whole.span not in known:
                    self.further.add(whole.span)
                yield whole

    def sentence_values(
        self, number: int, values: Sequence[FoundValue], index: SourceIndex, comparisons: Comparisons
    ) -> _SentenceValues:
        """Look for the numbers and dates of one sentence."""
        sentence = self.sentences[number]
        words = self.words[number]
        local = [shifted(value, -sentence.span.start) for value in values]
        times = tuple(value for value in local if isinstance(value, FoundTime))
        said = [
            Said(value, words, times, context, sentence.prose, self.day is not None)
            for value, context in zip(local, contexts_of(local, words, index), strict=True)
        ]
        return _SentenceValues(number, values, said, decide(said, self.around(number), index, self.policy, comparisons))

    def derive(self, looked_at: Sequence[_SentenceValues], index: SourceIndex, comparisons: Comparisons) -> None:
        """Look for the values that no source supports in the sources that the text was written from."""
        supported: Counter[int] = Counter()
        for one in looked_at:
            for match in one.supporting():
                supported[id(match.sentence.document)] += 1
        origins = Origins(index, self.words, supported, sum(len(one.values) for one in looked_at))
        if not origins.documents:
            return
        anchors = self.quoted_from(index)
        for one in looked_at:
            anchors[one.number] += [match.sentence.number for match in one.supporting()]
        for one in looked_at:
            size = sum(map(index.size, origins.documents))
            if all(decision.is_sure for decision in one.decisions) or not comparisons.spend(size // ALIGNED_AT_ONCE):
                continue
            taken = {match.key for match in one.supporting()}
            passage = self.passage(one.number, anchors)
            alignments = [Alignment.of(passage, document, index) for document in origins.documents]
            for place, decision in enumerate(one.decisions):
                if not decision.is_sure and not decision.is_cut:
                    one.decisions[place] = decide_derived(
                        one.said[place], alignments, index, self.policy, taken, comparisons
                    )

    def passage(self, number: int, anchors: Mapping[int, Sequence[int]]) -> Passage:
        """A sentence of the text with the sentences right before and after it."""
        near = [other for other in (number - 1, number + 1) if 0 <= other < len(self.words)]
        return Passage(
            _stems(self.words[number]),
            anchors.get(number, ()),
            frozenset().union(*(_stems(self.words[other]) for other in near)),
            [anchor for other in near for anchor in anchors.get(other, ())],
        )

    def quoted_from(self, index: SourceIndex) -> defaultdict[int, list[int]]:
        """The sentences of the sources that the quotations of each sentence of the text are from."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for item in self.items:
            number = self.sentence_number(item.span.start)
            if item.ok and item.source is not None and number is not None:
                sentence = index.sentence_at(item.source.document, item.source.span.start)
                if sentence is not None:
                    found[number].append(sentence.number)
        return found

    def items_of(self, one: _SentenceValues) -> Iterator[GroundItem]:
        """The numbers and dates of one sentence, as what was found says."""
        paragraph = self.sentences[one.number].paragraph
        for value, said, decision in zip(one.values, one.said, one.decisions, strict=True):
            if value.span in self.further and not decision.is_sure:
                why = "No source has a number like this about the same thing."
                self.left_out.append(LeftOut(value.span, value.words, LeftOutReason.UNSURE, why))
                continue
            item = item_of(value, decision) if said.context.weights or decision.match else item_without_context(value)
            cited = self.cited(value.span)
            yield attrs.evolve(item, cited=tuple(citation.name for citation in cited))
            if isinstance(value, FoundQuantity):
                self.figures[paragraph].append(_Figure(value.span, value.value, item.ok))

    def around(self, number: int) -> frozenset[str]:
        """The content words of a sentence and of those next to it."""
        near = self.words[max(number - REACH, 0) : number + REACH + 1]
        return frozenset(word.stem for words in near for word in words if word.stem)

    def reason_to_leave_out(
        self, value: FoundValue, quoted: Sequence[Span], quote_starts: Sequence[int]
    ) -> LeftOut | None:
        """Why a value is not looked for; None where it is."""
        place = bisect_right(quote_starts, value.span.start) - 1
        if place >= 0 and quoted[place].contains(value.span):
            return LeftOut(
                value.span, value.words, LeftOutReason.QUOTED, "It is part of a quotation, which is checked as a whole."
            )
        if self.in_comment(value.span):
            return LeftOut(value.span, value.words, LeftOutReason.SUPPRESSED, "It is in a comment.")
        if self.citations.is_reference(value.span):
            return LeftOut(value.span, value.words, LeftOutReason.CITATION, "It belongs to a citation or a reference.")
        if isinstance(value, FoundTime) and value.words.lower().removeprefix("right ") in _PRESENT:
            return LeftOut(value.span, value.words, LeftOutReason.PRESENT, f"“{value.words}” names no time.")
        if value.level is Level.GUESS:
            return LeftOut(value.span, value.words, LeftOutReason.UNSURE, "It may be neither a number nor a time.")
        return None

    # -- the text's own arithmetic
    def arithmetic(self) -> None:
        """Leave out the figures that follow from others."""
        kept: list[GroundItem] = []
        for item in self.items:
            figure = self.figure_of(item)
            why = None if figure is None else self.follows(item, figure)
            if why is None:
                kept.append(item)
            else:
                self.left_out.append(LeftOut(item.span, item.words, LeftOutReason.ARITHMETIC, why))
        self.items = kept

    def figure_of(self, item: GroundItem) -> Quantity | None:
        """The quantity of an item that no source has."""
        if item.kind is not GroundItemKind.QUANTITY or item.outcome not in (
            GroundOutcome.NOT_FOUND,
            GroundOutcome.CONTRADICTED,
        ):
            return None
        return item.value if isinstance(item.value, Quantity) else None

    def follows(self, item: GroundItem, figure: Quantity) -> str | None:
        number = self.sentence_number(item.span.start)
        if number is None:
            return None
        sentence = self.sentences[number]
        is_told = bool(_TOTALS & set(sentence.prose.lower().split()))
        if not is_told and item.outcome is GroundOutcome.CONTRADICTED:
            return None
        others = self.figures_near(item, sentence.paragraph)
        how = worked_out(figure, [one.value for one in others if one.is_supported], is_told=is_told)
        if how is not None:
            return f"It is {how}, which the sources have."
        how = worked_out(figure, [one.value for one in others], is_told=True) if is_told else None
        return None if how is None else f"It is {how}, which are figures of this paragraph."

    def figures_near(self, item: GroundItem, paragraph: int) -> list[_Figure]:
        """The figures of a paragraph that are nearest to this one, as many as are added up, in order."""
        figures = self.figures[paragraph]
        at = bisect_left(figures, item.span, key=lambda figure: figure.span)
        near = figures[max(at - MAX_FIGURES, 0) : at + MAX_FIGURES + 1]
        others = [one for one in near if one.span != item.span]
        others.sort(key=lambda one: abs(one.span.start - item.span.start))
        return sorted(others[:MAX_FIGURES], key=lambda one: one.span)

    # -- citations
    def cited(self, claim: Span) -> tuple[Citation, ...]:
        """The citations that a claim is under."""
        number = self.sentence_number(claim.start)
        if number is None:
            return ()
        sentence = self.sentences[number]
        return self.citations.of(claim, sentence.span, self.paragraphs[sentence.paragraph])

    def require(self) -> None:
        """Report paragraphs that cite no source, and claims that the cited source does not have."""
        paragraphs: dict[int, list[GroundItem]] = defaultdict(list)
        kept = []
        for item in self.items:
            number = self.sentence_number(item.span.start)
            if number is not None:
                paragraphs[self.sentences[number].paragraph].append(item)
            kept.append(self.in_cited(item))
        self.items = kept
        for paragraph, items in paragraphs.items():
            self.items += self.uncited(paragraph, items)

    def in_cited(self, item: GroundItem) -> GroundItem:
        """The item as its citation leaves it: the source that is cited must have it."""
        documents = [document for one in self.cited(item.span) for document in one.documents]
        if not item.ok or not documents or item.source is None or item.source.document in documents:
            return item
        names = " and ".join(dict.fromkeys(document.path or "the source" for document in documents))
        why = f"The source that is cited ({names}) does not have it; {item.source.path} does."
        return attrs.evolve(
            item, outcome=GroundOutcome.NOT_FOUND, why=why, rule="G09", help=f"Cite {item.source.path}."
        )

    def uncited(self, paragraph: int, items: Sequence[GroundItem]) -> Iterator[GroundItem]:
        place = self.paragraphs[paragraph]
        marks = self.citations.within(place)
        if any(one.documents for one in marks):
            return
        words = f"{marks[0].name} leads to none of the sources" if marks else "it cites no source"
        first = min(items, key=lambda item: item.span)
        things = "one thing" if len(items) == 1 else f"{len(items)} things"
        yield GroundItem(
            kind=GroundItemKind.CITATION, span=first.span, words=first.words, outcome=GroundOutcome.NOT_FOUND,
            why=f"This paragraph states {things} to check, and {words}.", rule="G08",
            help="Cite a source in the paragraph, as [1], a footnote or a link.",
        )  # fmt: skip

    # -- suppression
    def suppress(self) -> None:
        """Leave out what the text says is not to be checked."""
        if not self.ignored:
            return
        by_paragraph: dict[int, list[Ignored]] = defaultdict(list)
        for one in self.ignored:
            number = self.paragraph_before(one.span)
            if number is not None:
                by_paragraph[number].append(one)
        kept = []
        for item in self.items:
            number = self.sentence_number(item.span.start)
            comments = by_paragraph.get(self.sentences[number].paragraph, []) if number is not None else []
            comment = next((one for one in comments if item.rule is not None and one.covers(item.rule)), None)
            if comment is None:
                kept.append(item)
            else:
                self.left_out.append(
                    LeftOut(item.span, item.words, LeftOutReason.SUPPRESSED, f"{item.rule}: {comment.why}")
                )
        self.items = kept

    def paragraph_before(self, comment: Span) -> int | None:
        """The paragraph that a comment is in, or right after."""
        place = bisect_right(self.starts, comment.end) - 1
        return self.sentences[place].paragraph if place >= 0 else None

    def in_comment(self, span: Span) -> bool:
        """Whether words are in a comment that ignores something."""
        return any(one.span.overlaps(span) for one in self.ignored)

    def sentence_number(self, offset: int) -> int | None:
        """The sentence at an offset of the text."""
        place = bisect_right(self.starts, offset) - 1
        return place if place >= 0 and offset < self.sentences[place].span.end else None


class _Cited(dict[int, Sequence[SourceDocument]]):
    """The sources that are cited for the claim that begins at an offset, found when they are asked for."""

    def __init__(self, work: _Work) -> None:
        super().__init__()
        self.work = work

    def __missing__(self, start: int) -> Sequence[SourceDocument]:
        return [document for one in self.work.cited(Span(start, start + 1)) for document in one.documents]

    def get(self, start: int, default: object = None) -> Sequence[SourceDocument]:
        return self[start]


def _paragraphs(sentences: Sequence[Sentence]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for sentence in sentences:
        before = found.get(sentence.paragraph)
        found[sentence.paragraph] = sentence.span if before is None else Span(before.start, sentence.span.end)
    return found


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.stem)
