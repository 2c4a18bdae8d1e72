"""Documents made and changed in Python fit together as if they had been read from a file, or are refused with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsfacts
from newsfacts import (
    Attribution,
    BuildError,
    Claim,
    Comparator,
    Count,
    Cue,
    Document,
    Entity,
    EntityKind,
    Measure,
    Mention,
    Quantity,
    Quote,
    Relation,
    RelationKind,
    Source,
    Span,
    Time,
    Verdict,
    fact,
)
from newsfacts.model import Known
from newsfacts.testing import documents

TEXT = "Mayor Anna Weiss said that 12 people had died. Taxes will rise. Taxes will rise."
WEISS = Entity(id="weiss", given_name="Anna Weiss", kind=EntityKind.PERSON)
DEAD = Measure(id="dead", label="people killed", unit="person")


def flood() -> Document:
    """`TEXT` with an attribution and a count in its content."""
    return Document.build(
        TEXT,
        Attribution(
            spans=(Span(0, 45),),
            source=(Source(spans=(Span(0, 16),), ref=(WEISS,)),),
            cues=(Cue(spans=(Span(17, 21),)),),
            contents=(Claim(spans=(Span(27, 45),)),),
        ),
        Count(id="toll", spans=(Span(27, 36),), of=DEAD),
        title="Flood",
        published=dt.date(2024, 7, 4),
    )


def test_a_document_made_in_python_has_words_roles_and_entities() -> None:
    document = flood()
    assert [(type(a).__name__, a.text) for a in document] == [
        ("Attribution", "Mayor Anna Weiss said that 12 people had died"),
        ("Source", "Mayor Anna Weiss"),
        ("Cue", "said"),
        ("Claim", "12 people had died"),
        ("Count", "12 people"),
    ]
    [attribution] = document.attributions
    assert attribution.by == (WEISS,)
    assert attribution.content is document.claims[0]
    assert document.entities == {"weiss": WEISS}
    assert document.get(Count, "toll").of == DEAD
    assert newsfacts.check(document).ok


def test_it_is_written_as_a_person_would_write_it() -> None:
    assert flood().dumps() == (
        '---\nnewsfacts: 1\ntitle: Flood\npublished: "2024-07-04"\n'
        "entities:\n  weiss:\n    name: Anna Weiss\n    kind: person\n"
        "measures:\n  dead:\n    label: people killed\n    unit: person\n---\n\n"
        "[[Mayor Anna Weiss]{.source ref=weiss} [said]{.cue} that [[12 people]{.count #toll of=dead} had died]{.claim}]{.attribution}."
        " Taxes will rise. Taxes will rise."
    )


@pytest.mark.parametrize("format", ["facts", "yaml", "json", "jsonl"])
def test_what_is_written_is_read_back_as_the_same_document(format: str) -> None:
    document = flood()
    assert newsfacts.loads(document.dumps(format=format), format=format) == document


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(document=documents())
def test_any_document_can_be_taken_apart_and_built_again(document: Document) -> None:
    header = {
        field.name: getattr(document, field.name)
        for field in attrs.fields(Document)
        if "newsfacts" in field.metadata and getattr(document, field.name) is not None
    }
    own = document.own
    assert (
        Document.build(
            document.text,
            *document.annotations,
            entities=own.entities,
            measures=own.measures,
            events=own.events,
            known=own.known,
            relations=document.relations,
            **header,
        )
        == document
    )


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(document=documents(), data=st.data())
def test_whatever_is_annotated_is_written_and_read_back(document: Document, data: st.DataObject) -> None:
    length = len(document.text)
    start = data.draw(st.integers(0, length))
    span = Span(start, data.draw(st.integers(start, length)))
    made = document.annotate(Claim, span, id="made", by="xi", note="a note")
    assert made["made"].text == document.text[span.start : span.end]
    assert len(made.annotations) == len(document.annotations) + 1
    assert newsfacts.loads(made.dumps(format="json"), format="json") == made
    assert made.without("made") == document


def test_words_say_where_an_annotation_is() -> None:
    document = flood()
    assert document.annotate(Claim, "Taxes will rise", nth=2, id="k").get(Claim, "k").span == Span(64, 79)
    assert document.annotate(Claim, "Taxes will rise", suffix=". Taxes", id="k").get(Claim, "k").span == Span(47, 62)
    assert document.annotate("mention", "Anna Weiss", id="k", ref=WEISS).get(Mention, "k").entities == (WEISS,)
    assert document.annotate(Verdict, None, id="v", of=document.claims[0], label="true").get(Verdict, "v").spans == ()


def test_what_is_referred_to_without_an_id_is_given_one() -> None:
    document = flood()
    made = document.annotate(Verdict, None, id="v", of=document.claims[0], label="true")
    assert made.get(Verdict, "v").of is made.claims[0]
    assert made.claims[0].id == "claim1"


def test_an_edit_changes_one_thing_and_references_follow() -> None:
    document = flood().annotate(Claim, "Taxes will rise", nth=1, id="k1")
    document = document.annotate(Claim, "Taxes will rise", nth=2, id="k2", repeats="k1")
    edited = document.edit("k1", id="taxes", by=WEISS).edit("toll", value="~12").edit(title=None)
    assert [(r.kind, r.source.id, r.target.id) for r in edited.relations] == [(RelationKind.REPEATS, "k2", "taxes")]
    assert edited.get(Claim, "taxes").by == (WEISS,)
    value = edited.get(Count, "toll").value
    assert isinstance(value, Quantity)
    assert (value.stated, value.comparator) == (12, Comparator.ABOUT)
    assert edited.title is None
    assert document.title == "Flood"


def test_an_edited_claim_is_still_the_content_of_its_attribution() -> None:
    document = flood()
    edited = document.edit(document.claims[0], note="checked")
    assert edited.attributions[0].content is edited.claims[0]
    assert edited.claims[0].note == "checked"
    assert "content=" not in edited.dumps()


def test_what_an_annotation_refers_to_is_brought_along() -> None:
    measure = Measure(id="seats", label="seats")
    document = Document.build("[3 of 4]", known=[Known(of=measure, value=newsfacts.parse_quantity("4"))])
    assert document.measures == {"seats": measure}
    assert newsfacts.loads(document.dumps()) == document


@attrs.frozen(kw_only=True)
class Votes(Count):
    """Votes cast for one side."""

    KIND = "votes"

    side: str | None = fact("the side")


def test_a_kind_of_ones_own_needs_no_schema() -> None:
    document = Document.build("34 votes", Votes(spans=(Span(0, 8),), side="yes"))
    assert document.of_kind(Votes)[0].side == "yes"
    assert document.annotate(Time, None).known_kinds is not None


def claim(start: int, end: int, id: str | None = None, text: str = "") -> Claim:
    return Claim(spans=(Span(start, end),), id=id, text=text)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Document.build("abc", claim(0, 999)), "a claim has the span 0..999, but the text has 3 code points"),
        (lambda: Document.build("abc", claim(2, 1)), "a claim has the span 2..1, but the text has 3 code points"),
        (
            lambda: Document.build("abc", claim(0, 1, text="b")),
            "a claim says that its words are 'b', but at its spans the text has 'a'",
        ),
        (
            lambda: Document.build("abc", Claim(id="k", spans=(Span(1, 3), Span(0, 1)))),
            "the claim 'k' has spans that overlap or are not in order: give them from left to right",
        ),
        (
            lambda: Document.build("abc", claim(0, 1, id="k"), Count(id="k", spans=(Span(1, 2),))),
            "a claim and a count have the id 'k'",
        ),
        (lambda: Document.build("abc", tilte="x"), "a document has no field 'tilte' (did you mean 'title'?)"),
        (
            lambda: Document.build("abc", entities=[WEISS, attrs.evolve(WEISS, given_name="Ann Weiss")]),
            "the id 'weiss' names two different things: 'Anna Weiss' and 'Ann Weiss'",
        ),
        (lambda: Document.build("abc", entities=[DEAD]), "entities has objects of the class Entity, not Measure"),
        (
            lambda: Document.build("abc", published="yesterday"),
            (
                "this document does not fit together:\n'yesterday' is not a date such as 2024-07-04 "
                "(it is not a whole date by itself: write it as 2024-07-04 or 4 July 2024)"
            ),
        ),
        (lambda: flood().annotate("clam", "Mayor"), "no kind is named 'clam' (did you mean 'claim'?)"),
        (lambda: flood().annotate(Claim, "Mayor", bye="weiss"), "a claim has no field 'bye' (did you mean 'by'?)"),
        (
            lambda: flood().annotate(Claim, "Mayor", by="wiess"),
            "this document does not fit together:\nno entity has the id 'wiess' (did you mean 'weiss'?)",
        ),
        (lambda: flood().annotate(Claim, "mayor"), "the text does not have 'mayor': copy the words letter by letter"),
        (
            lambda: flood().annotate(Claim, "Taxes will rise"),
            "the text has 'Taxes will rise' 2 times: say which with nth=1 to nth=2, or with prefix= or suffix=",
        ),
        (lambda: flood().annotate(Claim, "Taxes", nth=3), "the text has 'Taxes' 2 times, so there is no nth=3"),
        (
            lambda: flood().annotate(Claim, "Taxes", prefix="no "),
            "the text has 'Taxes', but not after this prefix and before this suffix",
        ),
        (lambda: flood().annotate(Claim, ""), "an annotation needs words; for one without a place give None"),
        (
            lambda: flood().annotate(Claim, Span(0, 1), nth=1),
            "nth, prefix and suffix go with words, not with spans",
        ),
        (
            lambda: flood().edit("toll", text="13 people"),
            "the words of an annotation are those of the text at its spans: give other spans=",
        ),
        (
            lambda: flood().annotate(Verdict, None, of=flood().claims[0]),
            "this claim is not an annotation of this document",
        ),
        (
            lambda: Document.build(
                "ab", relations=[Relation(RelationKind.REBUTS, claim(0, 1), claim(1, 2, id="b"))]
            ).without("b"),
            "'b' is referred to by a claim: change that first",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(make: Callable[[], Document], message: str) -> None:
    with pytest.raises(newsfacts.NewsfactsError) as caught:
        make()
    assert str(caught.value) == message
    assert not isinstance(caught.value, BuildError) or isinstance(caught.value, ValueError)


def test_an_object_of_another_kind_is_not_an_annotation() -> None:
    with pytest.raises(BuildError, match=r"^annotations are objects such as Claim\(spans=\.\.\.\), not Entity$"):
        Document.build("abc", WEISS)  # type: ignore[arg-type]


def test_reprs_are_one_short_line_and_details_are_there_on_request() -> None:
    document = Document.build("word " * 10_000, claim(0, 50_000), published=dt.date(2024, 7, 4))
    assert repr(document) == f"Document(text='{'word ' * 11}word…', annotations=<1>, path=None)"
    assert repr(document.claims[0]) == (
        f"Claim(id=None, spans=(Span(start=0, end=50000),), text='{'word ' * 11}word…')"
    )
    assert "\n  published: datetime.date(2024, 7, 4)\n" in document.details()
    assert flood()["toll"].details().splitlines()[1:] == [
        "  id: 'toll'",
        "  spans: (Span(start=27, end=36),)",
        "  text: '12 people'",
        "  of: Measure(id='dead')",
    ]


def test_a_quotation_that_goes_on_within_its_attribution_survives_writing() -> None:
    text = "“A b” c d, she said, e “f” g."
    quote = Quote(spans=(Span(0, 9), Span(21, 29)))
    doc = Document.build(text, Attribution(spans=(Span(0, 29),)), Source(spans=(Span(11, 14),)), quote)
    assert newsfacts.loads(doc.dumps()) == doc
