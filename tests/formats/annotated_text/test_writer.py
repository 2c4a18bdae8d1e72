"""Writing annotated text: what is a span, what goes to the front matter, and nothing escaped that need not be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsfacts import strict_yaml
from newsfacts.building.builder import build
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.documents import dumps, parse
from newsfacts.errors import NewsfactsError
from newsfacts.formats.annotated_text import writer
from newsfacts.formats.annotated_text.writer import write_notation
from newsfacts.model import Attribution, Claim, Cue, Document, Quote
from newsfacts.raw import Comment, Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.testing import annotated_texts, documents, texts
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span


def read(text: str) -> Document:
    """A document without problems."""
    document = parse(text).document
    assert [str(problem) for problem in document.problems] == []
    return document


def claim(*spans: tuple[int, int], text: str, **fields: Any) -> Claim:
    """A claim of a text, made in Python."""
    found = tuple(Span(*span) for span in spans)
    return Claim(spans=found, text=" ".join(span.slice(text) for span in found), **fields)


# -- Escapes


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", ""),
        ("He [sic] left [a [b]].", "He [sic] left [a [b]]."),
        ("a ] b", "a \\] b"),  # harmless here, but not in a span
        ("a [ b", "a \\[ b"),
        ("][", "\\]\\["),
        ("[a\n\nb]", "\\[a\n\nb\\]"),  # brackets pair up within a paragraph only
        ("[a]{.cue}", "[a]\\{.cue}"),
        ("a]{.cue}", "a\\]{.cue}"),
        ("{x} {{ }} %} {", "{x} {{ }} %} {"),
        ("{% x %}", "\\{% x %}"),
        ("[a]{% x %}", "[a]\\{% x %}"),
        ("C:\\news \\n \\", "C:\\news \\n \\"),
        ("\\[a\\]", "\\\\[a\\\\]"),
        ("\\\\", "\\\\\\"),
        ("\\{", "\\\\{"),
        ("*a* <b> # `c`", "*a* <b> # `c`"),
    ],
)
def test_nothing_is_escaped_that_need_not_be(text: str, written: str) -> None:
    assert dumps(Document(text=text)) == written
    assert read(written).text == text


@given(texts())
def test_no_escape_can_be_left_out(text: str) -> None:
    written = dumps(Document(text=text))
    assume(not written.startswith("---"))
    assume("\\]" not in written)  # one that is alone is escaped also where it would do no harm
    for escape in re.finditer(r"\\[\[\]{}\\]", written):
        without = parse(written[: escape.start()] + written[escape.start() + 1 :]).document
        assert without.text != text or without.problems


def test_a_backslash_before_markup_is_escaped() -> None:
    text = "a\\b\\"
    document = Document(text=text, annotations=(Cue(spans=(Span(2, 3),), text="b"),))
    assert dumps(document) == "a\\\\[b]{.cue}\\"
    assert read(dumps(document)) == document


def test_brackets_that_a_mark_comes_between_are_escaped() -> None:
    text = "[a] b]"
    document = Document(text=text, annotations=(claim((0, 5), text=text), Cue(spans=(Span(1, 2),), text="a")))
    assert dumps(document) == "[\\[[a]{.cue}\\] b]{.claim}\\]"
    assert read(dumps(document)) == document


@pytest.mark.parametrize("start", ["---\ntitle: A\n---\n", "---", "\ufeffA"])
def test_a_text_that_begins_like_a_file_gets_a_front_matter(start: str) -> None:
    assert dumps(Document(text=start)) == f"---\nnewsfacts: 1\n---\n\n{start}"
    assert read(dumps(Document(text=start))).text == start


def test_empty_lines_at_the_start_survive_a_front_matter() -> None:
    document = Document(text="\n\nA", title="T")
    assert dumps(document) == "---\nnewsfacts: 1\ntitle: T\n---\n\n\n\nA"
    assert read(dumps(document)) == document


# -- Blocks


def test_a_block_is_written_in_one_way() -> None:
    document = read("[a]{ note=x  #k\n.claim checkable=TRUE }")
    assert dumps(document, keep_layout=False) == "[a]{.claim #k note=x checkable=yes}"


def test_a_mention_with_ref_needs_no_kind() -> None:
    text = "---\nnewsfacts: 1\nentities:\n  xi:\n    name: Xi\n---\n\n[a]{ref=xi} [b]{.mention} [c]{.item ref=xi}"
    assert dumps(read(text)) == text


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("a", "a"), ("", '""'), ("a b", '"a b"'), ('a"b', '"a\\"b"'), ("a\\b", '"a\\\\b"'), ("{a}", '"{a}"'),
        ("x=[y].#", "x=[y].#"), ("a\u00a0b", '"a\u00a0b"'),
    ],
)  # fmt: skip
def test_values_are_quoted_where_they_must_be(note: str, written: str) -> None:
    document = Document(text="a", annotations=(claim((0, 1), text="a", note=note),))
    assert dumps(document) == f"[a]{{.claim note={written}}}"
    assert read(dumps(document)) == document


def test_a_value_of_several_lines_goes_to_the_front_matter() -> None:
    document = Document(text="a", annotations=(claim((0, 1), text="a", note="one\ntwo"),))
    assert dumps(document) == (
        "---\nnewsfacts: 1\nannotations:\n  - kind: claim\n    quote: a\n    note: |-\n      one\n      two\n---\n\na"
    )
    assert read(dumps(document)) == document


def test_a_list_whose_items_hold_spaces_goes_to_the_front_matter() -> None:
    text = (
        "---\nannotations: [{kind: verdict, quote: No, of: k, evidence: [the report, p.4]}]\n---\n[It]{.claim #k}? No"
    )
    document = read(text)
    assert document.verdicts[0].evidence == ("the report", "p.4")
    assert "[No]" not in dumps(document)
    assert read(dumps(document)) == document


def test_a_field_that_has_no_name_in_the_front_matter_is_refused_and_not_lost() -> None:
    document = parse("---\nannotations: [{kind: cue, quote: a b}]\n---\na [b c]{.own nth=x}").document
    with pytest.raises(NewsfactsError) as caught:
        dumps(document, keep_layout=False)
    assert str(caught.value) == "the field 'nth' of 'b c' means its place in the front matter; rename it"


# -- What is a span, and what is not


def test_of_two_that_cross_the_one_that_begins_first_is_a_span() -> None:
    text = "one two three"
    document = Document(text=text, annotations=(claim((0, 7), text=text), claim((4, 13), text=text, id="k")))
    assert dumps(document) == (
        "---\nnewsfacts: 1\nannotations:\n  - kind: claim\n    id: k\n    quote: two three\n---\n\n[one two]{.claim} three"
    )
    assert read(dumps(document)) == document


def test_of_two_that_cross_the_one_with_a_suppression_stays_a_span() -> None:
    text = (
        "---\nnewsfacts: 1\nannotations:\n  - kind: claim\n    quote: about at least\n---\n\n"
        "about [at least 12]{.count value=12}{% ignore N02: agreed %}"
    )
    document = read(text)
    assert dumps(document) == text
    assert check(document, Configuration(select=("N02", "S22"))).findings == ()


def test_words_that_are_not_unique_get_a_number() -> None:
    text = "na na na"
    document = Document(
        text=text, annotations=(claim((0, 4), text=text), claim((3, 8), text=text), claim((6, 8), text=text))
    )
    written = dumps(document)
    assert (
        written
        == '---\nnewsfacts: 1\nannotations:\n  - kind: claim\n    quote: na na\n    nth: "2"\n---\n\n[na n]{.claim}a [na]{.claim}'
    )
    assert read(written) == document


def test_over_several_paragraphs_stands_in_the_front_matter() -> None:
    text = "one\n\ntwo"
    document = Document(text=text, annotations=(claim((0, 8), text=text), claim((0, 3), (5, 8), text=text, id="g")))
    assert dumps(document) == (
        "---\nnewsfacts: 1\nannotations:\n  - kind: claim\n    quote: |-\n      one\n\n      two\n"
        "---\n\n[one]{.claim #g}\n\n[two]{cont=g}"
    )
    assert read(dumps(document)) == document


def test_an_annotation_with_gaps_keeps_that_it_has_no_id() -> None:
    text = "one two three"
    document = Document(text=text, annotations=(claim((0, 3), (8, 13), text=text), claim((4, 7), text=text, id="k")))
    assert dumps(document) == (
        "---\nnewsfacts: 1\nannotations:\n  - kind: claim\n    quote: [one, three]\n---\n\none [two]{.claim #k} three"
    )
    assert read(dumps(document)) == document


PARAGRAPHS = st.lists(
    st.sampled_from(["“It rained.", "“It snowed.”", "It hailed.", "“No,” he said"]), min_size=1, max_size=5
)


@given(PARAGRAPHS, st.data())
def test_quotations_over_paragraphs_are_written_and_read_back(paragraphs: list[str], data: st.DataObject) -> None:
    text = "\n\n".join(paragraphs)
    starts = [sum(len(p) + 2 for p in paragraphs[:n]) for n in range(len(paragraphs))]
    spans = [Span(start, start + len(p)) for start, p in zip(starts, paragraphs, strict=True)]
    quotes = []
    at = 0
    while at < len(spans):
        stop = data.draw(st.integers(at + 1, len(spans)))
        id = data.draw(st.sampled_from([None, f"q{at}"]))
        quotes.append(Quote(id=id, spans=tuple(spans[at:stop])))
        at = stop
    around = [Attribution(spans=quote.spans) for quote in quotes if data.draw(st.booleans())]
    document = Document.build(text, *around, *quotes)
    assert read(dumps(document)) == document


def test_what_stands_nowhere_stays_so() -> None:
    text = "---\nnewsfacts: 1\nannotations:\n  - kind: verdict\n    of: k\n    label: 'False'\n---\n\n[It]{.claim #k}"
    assert read(dumps(read(text))) == read(text)
    assert read(text).verdicts[0].spans == ()


def test_deep_nesting_is_written_as_far_as_it_can_be_read() -> None:
    document = Document(text="x", annotations=tuple(claim((0, 1), text="x") for _ in range(120)))
    assert read(dumps(document)) == document


# -- Comments


@pytest.mark.parametrize(
    "text",
    [
        "a{% b %}c",
        "{%a%}[b]{.cue}{%c%}{%d%} {%e%}",
        "{%a%}[b{%c%}]{.cue}{%d%}[e]{.cue}",
        "[[a]{.cue}{%b%}]{.claim}{%c%}",
        "[]{.cue}{%a%}b[]{.cue}",
        "[a]{.cue #k}{%b%} [c]{cont=k}",
        "{%---%}\n[a\n{%\n\n%}b]{.cue}",
    ],
)
def test_comments_stay_where_they_are(text: str) -> None:
    assert dumps(read(text)) == text


def test_a_comment_at_the_start_of_a_span_moves_before_it() -> None:
    assert dumps(read("[{%a%}b]{.cue}"), keep_layout=False) == "{%a%}[b]{.cue}"


def test_a_comment_behind_a_fragment_moves_to_the_first_one() -> None:
    assert dumps(read("[a]{.cue #k} [c]{cont=k}{%b%}"), keep_layout=False) == "[a]{.cue #k}{%b%} [c]{cont=k}"


def test_a_comment_that_belongs_to_no_span_never_comes_to_belong_to_one() -> None:
    document = Document(
        text="ab", annotations=(Cue(spans=(Span(0, 1),), text="a"),), comments=(Comment(1, " ignore T01: x ", None),)
    )
    assert dumps(document) == "[a{% ignore T01: x %}]{.cue}b"
    assert read(dumps(document)).comments[0].after is None


# -- Laws


@st.composite
def scattered(draw: st.DrawFn) -> Document:
    """Documents whose annotations cross, have gaps, contain empty lines, are empty, or have no place."""
    text = draw(texts(min_size=1))
    offsets = st.integers(0, len(text))
    raws: list[RawAnnotation] = []
    for number in range(draw(st.integers(0, 6))):
        cuts = sorted(draw(st.lists(offsets, min_size=0, max_size=4).filter(lambda found: len(found) % 2 == 0)))
        pairs = list(zip(cuts[::2], cuts[1::2], strict=True))
        # Empty words can be found nowhere: an empty span is written only where nothing forces it out of the body.
        spans = tuple(Span(start, end) for start, end in pairs if start < end)
        attributes: Mapping[str, str] = draw(
            st.dictionaries(st.just("note"), st.sampled_from(["", "x", "two words", "two\nlines", 'say "[b]{.cue}"']))
        )
        raws.append(
            RawAnnotation(
                draw(st.sampled_from(["claim", "cue", "mention", "source", "attribution", "listing"])),
                spans, 0, 0,
                id=RawAttribute(f"a{number}", 0, 0),
                attributes={key: RawAttribute(value, 0, 0) for key, value in attributes.items()},
            )
        )  # fmt: skip
    metadata = strict_yaml.read_yaml(strict_yaml.write_yaml({"newsfacts": 1})).node
    origin = Origin(path=None, source=SourceText(""))
    return build(RawDocument(text=text, origin=origin, annotations=raws, metadata=metadata))


@given(scattered())
def test_what_crosses_and_has_gaps_reads_back_equal(document: Document) -> None:
    written = dumps(document)
    again = read(written)
    assert again == document
    assert dumps(again) == written


@given(
    st.lists(
        st.sampled_from(["[", "]{.cue}", "]{.claim #k}", "{%a%}", "{%b%}", "]{cont=k}", "x", "[]{.cue}"]),
        max_size=14,
    )
)
def test_comments_survive_and_belong_where_they_did(pieces: list[str]) -> None:
    # Of two annotations with one id, `cont` continues the one that is written first, and writing may exchange empty ones.
    assume(pieces.count("]{.claim #k}") < 2 or "]{cont=k}" not in pieces)
    document = parse("".join(pieces)).document
    again = parse(dumps(document)).document
    assert again.text == document.text
    assert belongs(again) == belongs(document)


def belongs(document: Document) -> list[str]:
    return sorted(f"{comment.words} {comment.after}" for comment in document.comments)


# -- Documents in which all annotations nest


NESTING = st.lists(
    st.sampled_from(["[", "[a", "a ", "b]{.cue}", "]{.claim #k}", "]{.quote by=x}", "\n", "\n\n", "\\[", "\\{", "]{.none}"]), max_size=12
).map("".join)  # fmt: skip


@given(documents() | (NESTING | annotated_texts()).map(lambda text: parse(text).document))
def test_what_is_written_in_one_pass_is_what_is_written_of_any_document(document: Document) -> None:
    written = write_notation(document)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "write_nested", lambda *_: None)
        assert write_notation(document) == written
