"""brat files: what is read, and which line a finding names."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.formats.kit import differences

import newsfacts
from newsfacts.checking.document import check
from newsfacts.documents import read_file
from newsfacts.formats import brat
from newsfacts.formats.brat_well_formed import read_well_formed
from newsfacts.formats.mapping import load_mapping
from newsfacts.model import Attribution, Document, SourceKind
from newsfacts.raw import values_of
from newsfacts.testing import documents
from newsfacts.text.spans import Span

TEXT = "The Post reports that taxes, he said, will rise. “We know,” she told reporters.\n"
#       0         1         2         3         4         5         6         7
#       0123456789012345678901234567890123456789012345678901234567890123456789012345678


def read(folder: Path, lines: str, text: str | None = TEXT, name: str = "story") -> Document:
    if text is not None:
        (folder / f"{name}.txt").write_bytes(text.encode("utf-8"))
    path = folder / f"{name}.ann"
    path.write_text(lines, encoding="utf-8")
    [document] = read_file(path)
    return document


def problems(document: Document) -> list[tuple[str, str, str]]:
    return [(p.code, str(p.position), p.message) for p in document.problems]


ATTRIBUTION = (
    "T1\tSource 0 8\tThe Post\n"
    "T2\tCue 9 16\treports\n"
    "T3\tContent 17 27;38 47\tthat taxes will rise\n"
    "T4\tAttribution 9 16\treports\n"
    "E1\tAttribution:T4 Cue:T2 Source:T1 Content:T3\n"
)


def test_an_attribution_has_its_roles_and_a_content_with_a_gap(tmp_path: Path) -> None:
    document = read(tmp_path, ATTRIBUTION)
    assert problems(document) == []
    [attribution] = document.attributions
    assert attribution.id == "E1"
    assert [source.text for source in attribution.source] == ["The Post"]
    assert attribution.cue is not None
    assert attribution.cue.text == "reports"
    assert attribution.content is not None
    assert attribution.content.KIND == "claim"
    assert attribution.content.spans == (Span(17, 27), Span(38, 47))
    assert attribution.content.text == "that taxes will rise"
    assert [a.KIND for a in document] == ["attribution", "source", "cue", "claim"]


def test_words_between_quotation_marks_are_a_quote_and_a_missing_source_is_implied(tmp_path: Path) -> None:
    lines = (
        "T1\tContent 49 59\t“We know,”\nT2\tCue 64 68\ttold\nT3\tAttribution-no-source 64 68\ttold\n"
        "E1\tAttribution-no-source:T3 Cue:T2 Content:T1\n"
    )
    [attribution] = read(tmp_path, lines).attributions
    assert attribution.content is not None
    assert attribution.content.KIND == "quote"
    assert attribution.source_kind is SourceKind.IMPLIED


def test_a_second_content_belongs_to_the_same_attribution(tmp_path: Path) -> None:
    lines = ATTRIBUTION.replace("Content:T3", "Content:T3 Content2:T5") + "T5\tContent 49 59\t“We know,”\n"
    [attribution] = read(tmp_path, lines).attributions
    assert [content.text for content in attribution.contents] == ["that taxes will rise", "“We know,”"]


def test_other_kinds_attributes_relations_notes_are_kept(tmp_path: Path) -> None:
    lines = (
        "T1\tOrganization 0 8\tThe Post\nT2\tPerson 60 63\tshe\nR1\tEmployment Arg1:T2 Arg2:T1\n*\tAlias T1 T2\n"
        "A1\tNominal T2\nA2\tPolarity T1 Negative\nN1\tReference T1 Wiki:42\tThe Post\n#1\tAnnotatorNotes T2\twho?\n"
    )
    document = read(tmp_path, lines)
    assert problems(document) == []
    post, she = document.annotations
    assert (post.extra["Alias"], post.extra["polarity"], post.extra["Reference"]) == ("T2", "negative", "Wiki:42")
    assert (she.extra["Employment"], she.extra["Nominal"], she.extra["note"]) == ("T1", "yes", "who?")
    assert not any(isinstance(a, Attribution) for a in document)


def test_what_is_wrong_has_the_line_of_the_ann_file(tmp_path: Path) -> None:
    lines = ATTRIBUTION + "T9 Source 0 3\nE2\tAttribution:T8 Cue:T2\nT1\tCue 0 3\tThe\nT7\tCue 70 900\tx\nA1\tX T77\n"
    assert problems(read(tmp_path, lines)) == [
        ("S15", "6:1", "this line is not a line of brat"),
        ("S05", "8:1", "the id 'T1' is already taken"),
        ("A01", "9:8", "the span 70..900 lies outside the text, which has 80 code points"),
        ("S06", "7:1", "no annotation has the id 'T8'"),
        ("S06", "10:1", "no annotation has the id 'T77' (did you mean 'T7'?)"),
    ]


def test_words_that_are_not_at_their_place_are_found_with_their_line(tmp_path: Path) -> None:
    document = read(tmp_path, ATTRIBUTION.replace("The Post\n", "The Port\n"))
    found = [(f.code, str(f.position), f.words) for f in check(document).findings]
    assert found == [("A03", "1:15", "The Port")]


def test_a_missing_text_is_one_finding(tmp_path: Path) -> None:
    document = read(tmp_path, ATTRIBUTION, text=None)
    assert problems(document) == [("S11", "1:1", "the text story.txt cannot be read: No such file or directory")]


def test_carriage_returns_count_as_brat_counts_them(tmp_path: Path) -> None:
    document = read(tmp_path, "T1\tCue 2 3\tb\n", text="a\r\nb\r\n")
    assert document.text == "a\nb\n"
    assert document.annotations[0].text == "b"
    assert [p.code for p in document.problems] == ["S12"]


def test_polnear_keeps_texts_in_a_folder_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "story.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "story_4b22.ann").write_text(ATTRIBUTION, encoding="utf-8")
    [document] = read_file(tmp_path / "attributions" / "story_4b22.ann")
    assert problems(document) == []
    assert document.attributions[0].source[0].text == "The Post"


def test_what_is_not_taken_over_is_listed_item_by_item(tmp_path: Path) -> None:
    lines = (
        "T1\tOrganization 0 8\tThe Post\nT2\tPerson 60 63\tshe\nR1\tEmployment Arg1:T2 Arg2:T1\n"
        "N1\tReference T1 Wiki:42\tThe Post\n#1\tAnnotatorNotes R1\tsince 2012\n#2\tReviewer T2\twho?\n"
    )
    document = read(tmp_path, lines)
    assert document.layout is not None
    where = f"{tmp_path / 'story.ann'}"
    assert [str(loss) for loss in document.layout.losses] == [
        f"{where}:4:1: the title of a normalization of T1: The Post",
        f"{where}:5:1: note of a relation or an attribute of R1: since 2012",
        f"{where}:6:1: the type of a note of T2: Reviewer",
    ]


def test_what_is_said_about_a_trigger_is_said_about_its_attribution(tmp_path: Path) -> None:
    [attribution] = read(tmp_path, ATTRIBUTION + "A1\tCertain T4\n#1\tAnnotatorNotes T4\twhy so?\n").attributions
    assert (attribution.note, attribution.extra["Certain"]) == ("why so?", "yes")


def test_a_document_is_written_with_its_text_its_head_and_the_labels_of_its_folder(tmp_path: Path) -> None:
    text = "---\ntitle: Taxes\n---\n[[The Post]{.source} [says]{.cue} “[x 😀 rose]{.quote #q}”.]{.attribution}\n"
    document = newsfacts.loads(text)
    (tmp_path / "attributions").mkdir()
    newsfacts.dump(document, tmp_path / "attributions" / "a.ann")
    assert (tmp_path / "text" / "a.txt").read_text(encoding="utf-8") == document.text
    assert (tmp_path / "attributions" / "a.ann").read_text(encoding="utf-8").splitlines() == [
        "T4\tAttribution 0 25\tThe Post says “x 😀 rose”.",
        "T1\tSource 0 8\tThe Post",
        "T2\tCue 9 13\tsays",
        "T3\tQuote 15 23\tx 😀 rose",
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        "A1\tnewsfacts_id T3 q",
    ]
    conf = (tmp_path / "attributions" / "annotation.conf").read_text(encoding="utf-8")
    assert "\nAttribution\tSource*:<ANY>, Cue*:<ANY>, Content*:<ANY>" in conf
    again = newsfacts.load(tmp_path / "attributions" / "a.ann")
    assert (again.title, again["q"].text, again.attributions[0].text) == (
        "Taxes",
        "x 😀 rose",
        document.attributions[0].text,
    )


@settings(max_examples=15, deadline=None)
@given(documents())
def test_a_document_comes_back_from_brat_less_what_is_reported(document: Document) -> None:
    assume("\r" not in document.text)
    with tempfile.TemporaryDirectory() as folder:
        assert differences(document, "brat", Path(folder, "x.ann")) == []


LINES = st.sampled_from(
    [
        "T1\tSource 0 8\tThe Post", "T2\tCue 9 16\treports", "T3\tContent 17 27;38 47\tthat taxes will rise", "T4\tAttribution 9 16\treports",
        "T5\tContent 49 59\t“We know,”", "T6\tContent 38 47;17 27\twill rise that taxes", "T7\tCue 0 0\t", "T7\tCue 0 0", "T8\tCue 70 900\tx",
        "T9\tPerson 60 63\tshe", "T9\tPerson 60 63\the", "T9\tPer\x0bson 60 63\tshe", "T10\tPerson 60 63\tshe\t", "T1 \tCue 0 3\tThe", "T11\tDiscuss ٣ 5\t P",
        "E1\tAttribution:T4 Cue:T2 Source:T1 Content:T3", "E2\tAttribution:T4 Cue:T2 Content:T5 Content2:T3 ", "E3\tPerson:T9 Friend:E1", "E3\tSaid:T2 Of:T99",
        "E4\tAttribution:E1 Cue:T2", "E5\tAttribution-no-source:T2 Cue:T2 Content:T5", "E6\tContent:T3 Cue:T2", "E7\tX:T1 1:T2", "E1\tSaid:T2",
        "R1\tOrigin Arg1:T9 Arg2:T1\t", "R2\tEmployment Arg1:E1 Arg2:T4", "R3\tnewsfacts_next Arg1:T3 Arg2:T5", "R4\tSource Arg1:T4 Arg2:T9", "R5\tX A\x0b:T9 B:T1",
        "*\tAlias T1 T9", "*\tEquiv T4 E1 T2", "A1\tNegated E1", "A2\tPolarity T4 Negative ", "A3\tnewsfacts_id T9 she", "A4\tnewsfacts_id E1 one two",
        "A5\tnewsfacts_words_of_trigger E1", "A6\tid T1 x", "A7\tspans T1", "M1\tNegated T3", "A8\tX R1", "A9\tSource E1 T9", "A9\tSource T99",
        "#1\tAnnotatorNotes T9\twho?", "#2\tAnnotatorNotes T9\tshe?", "#3\tReviewer T4\tno", "#4\tAnnotatorNotes R1\tx", "N1\tReference T1 Wiki:42\tThe Post",
        "", "Q1\tx", "T12\tSource 0 8\tThe Post\r",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from(["polnear", "timeml"]))
def test_files_read_without_places_are_what_they_are_with_places(lines: list[str], mapping: str) -> None:
    content, labels = "\n".join(lines), load_mapping(mapping)
    fast = read_well_formed(content, TEXT, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "story.ann")
        path.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
        [found] = brat.read(content, str(path), labels)
        assert (found.written is not None) == (fast is not None)
        if fast is not None:
            with_places = found.annotations[:]
            assert [(one.kind, one.id, dict(one.values)) for one in fast.written] == [
                (raw.kind, raw.id and raw.id.value, dict(values_of(raw.attributes))) for raw in with_places
            ]
            assert list(fast.spans) == [raw.spans for raw in with_places]
            [slow] = brat.read(content.replace("\n", "\r\n") + "\r\n", str(path), labels)  # which is taken line by line
            assert (slow.written, list(slow.findings), slow.losses, found.losses) == (None, [], [], [])


def test_the_files_of_an_annotator_are_read_without_places(tmp_path: Path) -> None:
    lines = ATTRIBUTION + "A1\tCertain T4\n#1\tAnnotatorNotes T4\twhy so?\nR1\tOrigin Arg1:T1 Arg2:T2\n*\tAlias T1 T2\n"
    assert read_well_formed(lines, TEXT, load_mapping("polnear")) is not None
    document = read(tmp_path, lines)
    assert document.origin is not None
    assert str(document.origin.annotation_place(1).position) == "1:15"
    assert document.origin.annotations[1].stored_words == ("The Post",)
