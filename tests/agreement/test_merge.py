"""Annotators in one document: what all have is kept, what not all have says who has it, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts.agreement.merge import annotations_of, merge
from newsfacts.building.written import written_fields
from newsfacts.checking.documents import check
from newsfacts.documents import dumps, loads
from newsfacts.errors import UsageError
from newsfacts.model import Document

TEXT = "Mayor Ann Weiss said on Monday that 12 ships sank."


def comparable(document: Document) -> list[Any]:
    """The annotations with numbers in the place of ids."""
    numbers = {id(annotation): str(number) for number, annotation in enumerate(document.annotations)}
    return [
        (a.KIND, a.spans, dict(written_fields(a, document, lambda x: numbers[id(x)]))) for a in document.annotations
    ]


def both(one: str, other: str, **options: Any) -> Document:
    return merge([loads(one, path="ann.facts"), loads(other, path="ben.facts")], **options).document


def test_what_both_have_is_kept_and_what_one_has_says_who() -> None:
    found = both(
        "[[Mayor Ann Weiss]{.source} [said]{.cue} that [12 ships sank]{.claim}]{.attribution}.",
        "[[Mayor Ann Weiss]{.source} [said]{.cue} [that 12 ships sank]{.claim}]{.attribution}.",
    )
    assert [(a.KIND, a.text, a.disputed) for a in found.annotations] == [
        ("attribution", "Mayor Ann Weiss said that 12 ships sank", ()),
        ("source", "Mayor Ann Weiss", ()),
        ("cue", "said", ()),
        ("claim", "that 12 ships sank", ("ben",)),
        ("claim", "12 ships sank", ("ann",)),
    ]


def test_the_rule_is_not_silent_while_a_dispute_is_left() -> None:
    found = both("[12 ships]{.count} sank.", "[12]{.count} ships sank.")
    assert [finding.code for finding in check(found).findings if finding.code == "P10"] == ["P10"]
    kept = found.without(found.annotations[1])
    decided = kept.edit(kept.annotations[0], disputed=None)
    assert [finding.code for finding in check(decided).findings if finding.code == "P10"] == []


def test_another_value_is_a_dispute() -> None:
    found = both("[Some ships]{.count value=3} sank.", "[Some ships]{.count value=4} sank.")
    assert [(str(a.value), a.disputed) for a in found.counts] == [("3", ("ann",)), ("4", ("ben",))]


def test_other_ids_are_not_a_dispute_and_references_follow_them() -> None:
    found = both(
        "[Rents rose]{.claim #k1}. [No]{.claim rebuts=k1}.", "[Rents rose]{.claim #k7}. [No]{.claim rebuts=k7}."
    )
    assert [(a.id, a.disputed) for a in found.annotations] == [("k1", ()), (None, ())]
    assert [(r.source.text, r.target.text) for r in found.relations] == [("No", "Rents rose")]


def test_one_id_for_two_annotations_becomes_two_ids() -> None:
    one, other = "[Rents]{.claim #k} rose. [No]{.claim rebuts=k}.", "[Rents rose]{.claim #k}. [No]{.claim rebuts=k}."
    found = both(one, other)
    assert sorted(a.id for a in found.annotations if a.id) == ["k", "k-2"]
    assert len(found.relations) == 2
    for name, text in (("ann", one), ("ben", other)):
        assert comparable(annotations_of(found, name)) == comparable(loads(text))


def test_counts_of_two_measures_are_a_dispute() -> None:
    head = "---\nnewsfacts: 1\nmeasures: {dead: {label: dead}, hurt: {label: hurt}}\n---\n\n"
    found = both(head + "[Two]{.count of=dead} of them.", head + "[Two]{.count of=hurt} of them.")
    assert [a.disputed for a in found.annotations] == [("ann",), ("ben",)]


def test_nesting_in_another_order_is_a_dispute() -> None:
    one, other = "He [[said]{.cue}]{.attribution} so.", "He [[said]{.attribution}]{.cue} so."
    found = both(one, other)
    assert all(a.disputed for a in found.annotations)
    for name, text in (("ann", one), ("ben", other)):
        assert comparable(annotations_of(found, name)) == comparable(loads(text))


def test_comments_of_both_are_kept() -> None:
    found = both("[12 ships]{.count} sank {% mine %}.", "[12 ships]{.count} sank {% theirs %}.")
    assert {comment.words.strip() for comment in found.comments} == {"mine", "theirs"}


def test_three_annotators_of_whom_two_agree() -> None:
    texts = ["[12 ships]{.count} sank.", "[12 ships]{.count} sank.", "[12]{.count} ships sank."]
    found = merge([loads(text) for text in texts], names=["x", "y", "z"]).document
    assert [(a.text, a.disputed) for a in found.annotations] == [("12 ships", ("x", "y")), ("12", ("z",))]


def test_the_annotators_are_those_of_both_and_the_state_of_the_work_of_neither() -> None:
    head = "---\nnewsfacts: 1\nannotator: {}\nstatus: {}\ntitle: Ships\n---\n\nShips sank."
    found = both(head.format("[Ann]", "done"), head.format("[Ben]", "draft"))
    assert (found.annotator, found.status, found.title) == (("Ann", "Ben"), None, "Ships")


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("Ships sank.", "Ships sink.", "ben.facts:1:8: the texts differ from here: “ank.” in ann.facts, “ink.” here"),
        ("Ships.", "Ships. Two.", "ben.facts:1:7: the texts differ from here: the end in ann.facts, “Two.” here"),
        (
            "---\nnewsfacts: 1\ntitle: A\n---\n\nX.",
            "---\nnewsfacts: 1\ntitle: B\n---\n\nX.",
            "title: is 'A' in ann.facts",
        ),
        (
            "---\nnewsfacts: 1\nentities: {w: {name: Ann}}\n---\n\nX.",
            "---\nnewsfacts: 1\nentities: {w: {name: Ben}}\n---\n\nX.",
            "'w' among entities is not the same in ann.facts, and ben.facts",
        ),
        ("[X]{.cue disputed=z}.", "X.", "ann.facts:1:10: this annotation is disputed already"),
    ],
)
def test_what_cannot_be_merged_is_refused_with_a_place(one: str, other: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        both(one, other)
    assert message in str(refused.value)


def test_an_unknown_annotator_is_refused() -> None:
    found = both("[12 ships]{.count} sank.", "[12]{.count} ships sank.")
    with pytest.raises(UsageError, match=r"no annotator is named 'anm' \(did you mean 'ann'"):
        annotations_of(found, "anm")


SPANS = st.tuples(st.integers(0, 11), st.integers(1, 6)).map(lambda pair: (pair[0], min(12, pair[0] + pair[1])))
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["claim", "attribution", "source", "cue", "count"]),
        SPANS,
        st.sampled_from([None, "p", "q", "r"]),
        st.sampled_from([None, "p", "q", "r"]),
        st.sampled_from([None, "a"]),
    ),
    max_size=7,
)


def made(entries: list[Any]) -> Document:
    """A document of some annotations, each with an id that is free and a relation to one that exists."""
    text = "ab cd ef gh "
    ids = {id: kind for kind, _, id, _, _ in reversed(entries) if id}
    taken: set[str] = set()
    annotations = []
    for kind, span, id, target, note in entries:
        entry: dict[str, Any] = {"kind": kind, "spans": [list(span)]}
        if id and id not in taken:
            taken.add(id)
            entry["id"] = id
        if target and kind in ("claim", "count") and ids.get(target) in ("claim", "count"):
            entry["rebuts"] = target
        if note:
            entry["note"] = note
        annotations.append(entry)
    import json

    return loads(json.dumps({"newsfacts": 1, "text": text, "annotations": annotations}), format="json")


@given(one=ENTRIES, other=ENTRIES, shared=ENTRIES)
@settings(max_examples=40)
def test_from_the_merged_document_both_can_be_recovered(one: list[Any], other: list[Any], shared: list[Any]) -> None:
    ann, ben = made(shared + one), made(other + shared)
    merged = loads(dumps(merge([ann, ben], names=["ann", "ben"]).document))
    assert comparable(annotations_of(merged, "ann")) == comparable(ann)
    assert comparable(annotations_of(merged, "ben")) == comparable(ben)


@given(one=ENTRIES)
@settings(max_examples=20)
def test_a_document_merged_with_itself_has_no_dispute(one: list[Any]) -> None:
    found = merge([made(one), made(one)])
    assert found.disputed == ()
    assert found.document.annotations == made(one).annotations
