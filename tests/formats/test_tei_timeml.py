"""TEI and TimeML: text between tags, values, references, links, and places in the file."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.formats.corpora import CORPORA, files
from tests.formats.kit import read_anything

from newsfacts.checking.document import check
from newsfacts.documents import parse, read_file
from newsfacts.findings import Severity
from newsfacts.formats import detect, timeml
from newsfacts.formats.tei_text import HEAD_TYPE
from newsfacts.model import Document, QuoteKind
from newsfacts.testing import texts

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Tea</title></titleStmt>
<publicationStmt><publisher>The Post</publisher><date when="2024-07-04"/></publicationStmt></fileDesc>
<profileDesc><particDesc><listPerson><person xml:id="weiss"><persName>Anna
 Weiss</persName></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body>
  <p>She  said 😀 &amp; <said who="#weiss" xml:id="s1" direct="false" next="#s2">taxes</said>, he knew,
   <said xml:id="s2">would rise by <measure atLeast="5">over 5</measure></said> on <date when="2024-07-04">Thursday</date>.</p>
  <p><hi>Second</hi> <persName ref="#weiss">Weiss</persName>.</p>
</body></text><standOff><spanGrp type="Doubt"><span from="#s1" to="#s2">unsure</span></spanGrp></standOff></TEI>"""

TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-02-08" functionInDocument="CREATION_TIME">8 February</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1" class="OCCURRENCE">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="1998-02-06">Friday</TIMEX3>, it
<EVENT eid="e2" class="REPORTING">said</EVENT> &amp; for <TIMEX3 tid="t2" type="DURATION" value="PXM" mod="APPROX">months</TIMEX3>.</TEXT>
<MAKEINSTANCE eiid="ei1" eventID="e1" tense="PAST"/><MAKEINSTANCE eiid="ei2" eventID="e2" polarity="NEG"/>
<TLINK relType="BEFORE" eventInstanceID="ei1" relatedToEventInstance="ei2"/>
<TLINK relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
<SLINK relType="EVIDENTIAL" eventInstanceID="ei2" subordinatedEventInstance="ei1"/></TimeML>"""


def tei(text: str = TEI) -> Document:
    document = parse(text, path="a.xml", format="tei").document
    assert document.problems == ()
    return document


def test_white_space_is_layout_and_fragments_are_one_quote() -> None:
    document = tei()
    assert document.text == "She said 😀 & taxes, he knew, would rise by over 5 on Thursday.\n\nSecond Weiss."
    [quote] = document.quotes
    assert (quote.id, quote.text, quote.kind) == ("s1", "taxes would rise by over 5", QuoteKind.INDIRECT)
    assert [entity.name for entity in quote.by] == ["Anna Weiss"]


def test_values_references_the_head_and_stand_off_spans_are_read() -> None:
    document = tei()
    assert (str(document.counts[0].declared), str(document.times[0].declared)) == (">=5", "2024-07-04")
    assert [entity.id for entity in document.mentions[0].entities] == ["weiss"]
    assert (document.title, document.outlet, str(document.published)) == ("Tea", "The Post", "2024-07-04")
    [doubt] = [each for each in document if each.extra.get("note") == "unsure"]
    assert doubt.text == "taxes, he knew, would rise by over 5"
    assert document.layout is not None
    assert [loss.what for loss in document.layout.losses] == ["the elements hi"]


BODY = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{}</p></body></text>{}</TEI>'


def lost(document: Document) -> list[tuple[str, str]]:
    assert document.layout is not None
    return [(loss.what, loss.words) for loss in document.layout.losses]


def test_remarks_and_links_of_a_stand_off_are_read_or_listed() -> None:
    text = 'It <q xml:id="a">rained</q>, <q xml:id="b">all day</q>.'
    remarks = (
        '<standOff><certainty target="#a" degree="0.9"/><respons target="#b" resp="weiss"/><certainty target="#c" cert="low"/>'
        '<linkGrp type="follows"><link target="#b #a"/></linkGrp><link type="rebuts" target="#a #d"/>'
        '<spanGrp type="doubt"><span target="#a #b"/><span target="#e">why</span></spanGrp></standOff>'
    )
    document = tei(BODY.format(text, remarks))
    assert (document["a"].extra["certainty"], document["b"].extra["respons"]) == ("0.9", "weiss")
    assert document["b"].extra["follows"] == "a"
    [doubt] = [one for one in document if len(one.spans) == 2]
    assert doubt.text == "rained all day"
    assert lost(document) == [
        ("an annotation whose words are not in the text", "e"),
        ("the element certainty", "low"),
        ("a link", "rebuts #a #d"),
    ]


def test_feature_structures_are_fields_of_what_points_to_them() -> None:
    features = (
        '<standOff><fs xml:id="f"><f name="polarity"><symbol value="negative"/></f><f name="tone" fVal="dry"/>'
        '<f name="place"><string>Esk</string></f></fs></standOff>'
    )
    [quote] = tei(BODY.format('<q ana="#f">No</q>.', features)).quotes
    assert (quote.extra["polarity"], quote.extra["tone"], quote.extra["place"]) == ("negative", "dry", "Esk")
    assert "ana" not in quote.extra
    [elsewhere] = tei(BODY.format('<q ana="#g" who="#nobody" type="spoken">No</q>.', features)).quotes
    assert (elsewhere.extra["ana"], elsewhere.extra["tei_who"], elsewhere.extra["tei_type"]) == (
        "#g",
        "#nobody",
        "spoken",
    )


def test_what_has_no_words_and_numbers_that_are_not_read_are_kept_or_listed() -> None:
    document = tei(BODY.format('<q/>They saw <num value="a few">some</num> rain.', ""))
    assert lost(document) == [("an element without words", "q")]
    assert document.counts[0].extra["tei_value"] == "a few"


def test_each_text_of_a_corpus_is_a_document() -> None:
    one = BODY.format("One.", "")
    text = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{one}<teiCorpus>{one.replace("One", "Two")}</teiCorpus></teiCorpus>'
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xml")
        path.write_text(text, encoding="utf-8")
        assert [document.text for document in read_file(path)] == ["One.", "Two."]


def test_a_head_of_newsfacts_that_somebody_has_damaged_is_left_out() -> None:
    header = '<teiHeader><xenoData type="{}">{}</xenoData></teiHeader><text>'
    for written, title in (("""{"title": "Tea"}""", "Tea"), ("""{"title": "Tea",""", None), ("[1]", None)):
        text = BODY.format("One.", "").replace("<text>", header.format(HEAD_TYPE, written))
        assert tei(text).title == title


def test_places_are_those_of_the_file() -> None:
    document = tei()
    [count] = document.counts
    place = document.place_of(count.span)
    assert (place.words, str(place.position)) == ("over 5", "7:57")


def test_a_preserved_text_is_kept_as_it_is() -> None:
    document = tei('<text><ab xml:space="preserve"> a\n  <q>b </q></ab></text>')
    assert (document.text, document.quotes[0].text) == (" a\n  b ", "b ")


def test_times_events_and_their_order_are_read() -> None:
    parsed = parse(TIMEML, path="a.tml", format="timeml")
    document = parsed.document
    assert parsed.findings == ()
    assert document.text == "They met on Friday, it\nsaid & for months."
    assert [(time.text, str(time.declared)) for time in document.times] == [
        ("Friday", "1998-02-06"),
        ("months", "~P2M"),
    ]
    assert str(document.published) == "1998-02-08"
    assert (str(document.events["e1"].time), [event.id for event in document.events["e1"].before]) == (
        "1998-02-06",
        ["e2"],
    )
    assert (document["e2"].extra["polarity"], document["e2"].extra["SLINK_EVIDENTIAL"]) == ("NEG", "e1")
    assert (document["t2"].extra["timex_value"], document["t2"].extra["timex_mod"]) == ("PXM", "APPROX")


def timex(words: str, attributes: str) -> Document:
    created = '<DCT><TIMEX3 tid="t0" type="DATE" value="1998-02-08" functionInDocument="CREATION_TIME">8 February</TIMEX3></DCT>'
    source = (
        f'<TimeML>{created}<TEXT>It was <TIMEX3 tid="t1" type="DATE" {attributes}>{words}</TIMEX3>.</TEXT></TimeML>'
    )
    document = parse(source, format="timeml").document
    assert document.problems == ()
    return document


@pytest.mark.parametrize(
    ("words", "attributes", "value"),
    [
        ("the second quarter", 'value="1998-Q2"', "1998-34"),
        ("last summer", 'value="1997-SU"', "1997-22"),
        ("the 1990s", 'value="199"', "199X"),
        ("more than three days", 'value="P3D" mod="MORE_THAN"', ">P3D"),
        ("about a year", 'value="P1Y" mod="APPROX"', "~P1Y"),
        ("every week", 'value="P1W" quant="EVERY"', "R/P1W"),
        ("twice a week", 'value="P1W" freq="2X"', "R2/P1W"),
        ("Friday evening", 'value="1998-02-06TEV"', "1998-02-06T18:00/1998-02-06T24:00"),
    ],
)
def test_values_of_periods_durations_and_sets_are_read(words: str, attributes: str, value: str) -> None:
    assert str(timex(words, attributes).times[0].declared) == value


@pytest.mark.parametrize(
    "attributes", ['value="PRESENT_REF"', 'value="XXXX-SU"', 'value="1998" mod="ODD"', 'value="when"']
)
def test_values_that_say_no_certain_time_are_kept_as_they_are(attributes: str) -> None:
    [time] = timex("then", attributes).times
    assert time.declared is None
    written = dict(re.findall(r'(\w+)="(.*?)"', attributes))
    assert {key: time.extra[f"timex_{key}"] for key in written} == written


@pytest.mark.parametrize(
    ("words", "value", "codes"),
    [("last summer", "1997-WI", ["D04"]), ("last summer", "1997-SU", []), ("three weeks", "P3D", ["D04"]), ("three weeks", "P21D", [])],
)  # fmt: skip
def test_a_value_that_its_words_do_not_give_is_a_finding(words: str, value: str, codes: list[str]) -> None:
    assert [each.code for each in check(timex(words, f'value="{value}"')).findings] == codes


def test_long_chains_of_events_are_read_in_time_and_nothing_of_them_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeml, "MAX_LOOKS", 10)
    events = " ".join([f'<EVENT eid="e{number}" class="X">met</EVENT>' for number in range(9)])
    links = "".join([
        f'<TLINK relType="BEFORE" eventInstanceID="e{number}" relatedToEventInstance="e{number + 1}"/>' for number in reversed(range(8))
    ])  # fmt: skip
    document = parse(f"<TimeML><TEXT>{events}</TEXT>{links}</TimeML>", format="timeml").document
    assert document.problems == ()
    ordered = [id for id, event in document.events.items() if event.before]
    assert 0 < len(ordered) < 8
    kept = [str(one.id) for one in document if "TLINK_BEFORE" in one.extra]
    assert sorted([*ordered, *kept]) == [f"e{number}" for number in range(8)]


def test_both_are_recognized_by_their_content() -> None:
    assert (detect(TEI, "a.xml").name, detect(TIMEML, "a.xml").name) == ("tei", "timeml")


@pytest.mark.parametrize("format", ["tei", "timeml"])
def test_another_kind_of_xml_is_refused_with_its_place(format: str) -> None:
    [finding] = parse("<a>\n</a>", format=format).findings
    assert (finding.code, str(finding.position)) == ("S15", "1:1")


@settings(max_examples=40, deadline=None)
@given(texts())
def test_nothing_else_is_raised(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, source in (("tei", TEI), ("timeml", TIMEML)):
            read_anything(source.replace("said", text), Path(folder, "x.xml"), name)
            read_anything(re.sub(r'="\w+"', lambda _: f'="{text}"', source), Path(folder, "x.xml"), name)


@pytest.mark.skipif(not CORPORA, reason="NEWSFACTS_CORPORA names the folder of the corpora")
def test_every_example_in_the_guidelines_of_tei_is_read() -> None:
    examples = [
        found
        for path in files("tei/**/*.xml")
        for found in re.findall(r"(?s)<egXML[^>]*>.*?</egXML>", path.read_text(encoding="utf-8"))
    ]
    assert len(examples) > 90
    for example in examples:
        assert [each for each in parse(example, format="tei").findings if each.severity is Severity.ERROR] == [], (
            example
        )
