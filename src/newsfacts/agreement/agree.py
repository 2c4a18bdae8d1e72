"""How far annotators of one text agree: F1, Krippendorff's alpha for unitizing, kappa; per kind, per role and overall."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import attrs

from newsfacts.agreement.bootstrap import Bootstrap, Estimate
from newsfacts.agreement.coefficients import alpha, cohen_kappa, expected_disagreement, fleiss_kappa, unit_differences
from newsfacts.agreement.disagreements import Disagreement, RoleLink, find_disagreements, role_links
from newsfacts.agreement.pairing import kind_of, overlap, pair_annotations
from newsfacts.agreement.same_text import annotator_names, check_same_text
from newsfacts.errors import UsageError
from newsfacts.model import Annotation, Document
from newsfacts.text.spans import Span

__all__ = ["AnnotatorAgreement", "KindAgreement", "RoleAgreement", "agree"]

RESAMPLES = 1000
MAX_RESAMPLES = 100_000

_TOKEN = re.compile(r"\w+|[^\w\s]")


@attrs.frozen(kw_only=True)
class KindAgreement:
    """How far annotators agree about one kind, or about all kinds where `kind` is None."""

    kind: str | None
    counts: tuple[int, ...]
    """How many annotations with a place each annotator has."""
    exact: Estimate
    """F1 where an annotation of the same kind over the same spans counts; over all pairs of annotators."""
    overlap: Estimate
    """F1 where an annotation of the same kind that overlaps counts, each once."""
    alpha: Estimate
    """Krippendorff's alpha for unitizing, in code points; fragments are units of their own."""
    kappa: Estimate
    """Cohen's kappa (two annotators) or Fleiss' (more) of the words and marks of the text: inside or not; over all kinds, inside which."""
    nested: int
    """How many fragments alpha leaves out, since they overlap one of the same kind and annotator that begins earlier."""


@attrs.frozen(kw_only=True)
class RoleAgreement:
    """How far annotators agree about what is in one role of attributions, or in any where `role` is None.

    A part agrees where it is in the same role of the same attribution: the one that overlaps most.
    """

    role: str | None
    counts: tuple[int, ...]
    exact: Estimate
    overlap: Estimate


@attrs.frozen(kw_only=True)
class AnnotatorAgreement:
    """How far annotators of one text agree, and where they do not."""

    names: tuple[str, ...]
    overall: KindAgreement
    kinds: tuple[KindAgreement, ...]
    roles: tuple[RoleAgreement, ...]
    """Each role that occurs, after all of them together."""
    disagreements: tuple[Disagreement, ...]


def agree(
    documents: Sequence[Document], *, names: Sequence[str] | None = None, resamples: int = RESAMPLES, seed: int = 0
) -> AnnotatorAgreement:
    """Compare two or more annotations of the same text.

    Figures are exact fractions. Intervals have 95 % of `resamples` draws of the sentences of the text, the same for the same
    `seed`; a text of fewer than five sentences has none. `names` are those of the annotators, one word each.

    Raises `UsageError`, with the place, where the texts differ.
    """
    if not 0 <= resamples <= MAX_RESAMPLES:
        raise UsageError(f"the number of resamples is from 0 to {MAX_RESAMPLES:,}, not {resamples:,}")
    called = annotator_names(documents, names)
    check_same_text(documents, called)
    measuring = _Measuring(documents, Bootstrap(documents[0].text, resamples, seed))
    kinds = sorted(
        {kind_of(annotation) for document in documents for annotation in document.annotations if annotation.spans}
    )
    return AnnotatorAgreement(
        names=called,
        overall=measuring.kind(None, kinds),
        kinds=tuple(measuring.kind(kind, [kind]) for kind in kinds),
        roles=tuple(measuring.roles()),
        disagreements=find_disagreements(documents, called),
    )


class _Measuring:
    def __init__(self, documents: Sequence[Document], bootstrap: Bootstrap) -> None:
        self.documents = documents
        self.text = documents[0].text
        self.bootstrap = bootstrap
        self.pairs = {
            (first, second): pair_annotations(documents[first], documents[second])
            for first, second in combinations(range(len(documents)), 2)
        }
        self.units = [units_by_kind(document.annotations) for document in documents]
        self.tokens = [found.span() for found in _TOKEN.finditer(self.text)]
        self.labels = [labels_of(document.annotations, self.tokens) for document in documents]

    def kind(self, kind: str | None, kinds: Sequence[str]) -> KindAgreement:
        wanted = frozenset(kinds)
        of_kinds = [
            [a for a in document.annotations if a.spans and kind_of(a) in wanted] for document in self.documents
        ]
        return KindAgreement(
            kind=kind,
            counts=tuple(map(len, of_kinds)),
            exact=self.f1(self.matched(of_kinds, wanted, is_exact=True)),
            overlap=self.f1(self.matched(of_kinds, wanted, is_exact=False)),
            alpha=self.alpha(kinds),
            kappa=self.kappa(kind),
            nested=sum(units.left_out[each] for units in self.units for each in kinds),
        )

    def matched(
        self, annotations: Sequence[Sequence[Annotation]], kinds: frozenset[str], *, is_exact: bool
    ) -> Iterator[tuple[int, Hashable, int]]:
        """Every annotation of every pair of annotators, and those that have a partner once more."""
        for (first, second), pairs in self.pairs.items():
            for each in (*annotations[first], *annotations[second]):
                yield each.span.start, "all", 1
            for pair in pairs:
                if kind_of(pair.one) in kinds and (pair.is_exact or not is_exact):
                    yield pair.one.span.start, "matched", 1
                    yield pair.other.span.start, "matched", 1

    def f1(self, things: Iterable[tuple[int, Hashable, int]]) -> Estimate:
        return self.bootstrap.estimate(self.bootstrap.tallies(things), f1_of)

    def alpha(self, kinds: Sequence[str]) -> Estimate:
        units = {kind: [each.kept[kind] for each in self.units] for kind in kinds}
        length, annotators = len(self.text), len(self.documents)
        expected = sum((expected_disagreement(units[kind], length) for kind in kinds), Fraction(0))
        differences = (
            (each.offset, "squared", each.squared) for kind in kinds for each in unit_differences(units[kind])
        )
        return self.bootstrap.estimate(
            self.bootstrap.tallies(differences), lambda tally: alpha(tally["squared"], expected, annotators, length)
        )

    def kappa(self, kind: str | None) -> Estimate:
        of_two = len(self.documents) == 2
        return self.bootstrap.estimate(
            self.bootstrap.tallies((start, item, 1) for start, item in self.items(kind, of_two=of_two)),
            cohen_kappa if of_two else fleiss_kappa,
        )

    def items(self, kind: str | None, *, of_two: bool) -> Iterator[tuple[int, Hashable]]:
        """The labels that the annotators give to each word and mark."""
        for number, (start, _) in enumerate(self.tokens):
            given: list[Hashable] = [
                labels.get(number, frozenset()) if kind is None else kind in labels.get(number, frozenset())
                for labels in self.labels
            ]
            yield start, tuple(given) if of_two else tuple(sorted(Counter(given).items(), key=repr))

    def roles(self) -> Iterator[RoleAgreement]:
        links = [role_links(document) for document in self.documents]
        links = [tuple(link for link in each if link.part.spans and link.attribution.spans) for each in links]
        found = sorted({link.role for each in links for link in each})
        for role in (None, *found) if found else ():
            chosen = [[link for link in each if role in (None, link.role)] for each in links]
            yield RoleAgreement(
                role=role,
                counts=tuple(map(len, chosen)),
                exact=self.f1(self.matched_links(chosen, is_exact=True)),
                overlap=self.f1(self.matched_links(chosen, is_exact=False)),
            )

    def matched_links(
        self, links: Sequence[Sequence[RoleLink]], *, is_exact: bool
    ) -> Iterator[tuple[int, Hashable, int]]:
        for (first, second), pairs in self.pairs.items():
            for link in (*links[first], *links[second]):
                yield link.part.span.start, "all", 1
            partners = {id(pair.one): id(pair.other) for pair in pairs}
            waiting: dict[tuple[int, str], list[RoleLink]] = defaultdict(list)
            for link in links[second]:
                waiting[id(link.attribution), link.role].append(link)
            for link in links[first]:
                candidates = waiting.get((partners.get(id(link.attribution), 0), link.role), [])
                best = best_partner(link, candidates, is_exact=is_exact)
                if best is not None:
                    candidates.remove(best)
                    yield link.part.span.start, "matched", 1
                    yield best.part.span.start, "matched", 1


def best_partner(link: RoleLink, candidates: Sequence[RoleLink], *, is_exact: bool) -> RoleLink | None:
    """The part over the same spans or, where an overlap is enough, the one that has most in common."""
    spans = link.part.spans
    same = next((each for each in candidates if each.part.spans == spans), None)
    if same is not None or is_exact or not candidates:
        return same
    best = max(candidates, key=lambda each: overlap(spans, each.part.spans))
    return best if overlap(spans, best.part.spans) else None


def f1_of(tally: Counter[Hashable]) -> Fraction | None:
    """The share of annotations that have a partner: the harmonic mean of precision and recall of one against the other."""
    return Fraction(tally["matched"], tally["all"]) if tally["all"] else None


@attrs.frozen
class _Units:
    kept: Mapping[str, list[Span]]
    left_out: Mapping[str, int]


def units_by_kind(annotations: Iterable[Annotation]) -> _Units:
    """The fragments of annotations by kind, in order, without those that overlap an earlier one."""
    fragments = sorted((s.start, -s.end, kind_of(a)) for a in annotations for s in a.spans if s.length)
    kept: dict[str, list[Span]] = defaultdict(list)
    left_out: Counter[str] = Counter()
    for start, end, kind in fragments:
        if kept[kind] and kept[kind][-1].end > start:
            left_out[kind] += 1
        else:
            kept[kind].append(Span(start, -end))
    return _Units(kept, left_out)


def labels_of(annotations: Iterable[Annotation], tokens: Sequence[tuple[int, int]]) -> dict[int, frozenset[str]]:
    """By the number of a token, the kinds of annotation that it is in, wholly or partly."""
    starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
    found: dict[int, set[str]] = defaultdict(set)
    for annotation in annotations:
        kind = kind_of(annotation)
        for span in annotation.spans:
            for number in range(bisect_right(ends, span.start), bisect_left(starts, span.end)):
                found[number].add(kind)
    return {number: frozenset(kinds) for number, kinds in found.items()}
