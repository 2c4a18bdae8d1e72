"""WebAnno TSV 3: stacked layers, several tokens, relations, slots, escapes and UTF-16 offsets."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from tests.formats.kit import read_anything

from newsfacts.documents import dumps, parse, read_file
from newsfacts.formats.mapping import read_mapping
from newsfacts.model import Document
from newsfacts.testing import texts

LINES = r"""#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue
#T_SP=webanno.custom.Speaker
#T_SP=webanno.custom.Statement|polarity|why
#T_SP=webanno.custom.Saying|ROLE_webanno.custom.Saying:parts_webanno.custom.PartsLink|webanno.custom.Speaker
#T_RL=webanno.custom.Doubts|value|BT_webanno.custom.Statement


#Text=😀 Mayor said taxes will rise.
1-1	0-2	😀	_	_	_	_	_	_	_	_
1-2	3-8	Mayor	NN	*	_	_	_	_	_	_
1-3	9-13	said	VB	_	_	_	who	1-2	_	_
1-4	14-19	taxes	NN	_	neg[1]|pos[2]	a\|b[1]|*[2]	_	_	_	_
1-5	20-24	will	_	_	neg[1]	a\|b[1]	_	_	_	_
1-6	25-29	rise	_	_	neg[1]	a\|b[1]	_	_	why\_so	1-4[2_1]
1-7	29-30	.	_	_	_	_	_	_	_	_

#Text=Yes.
2-1	32-35	Yes	_	_	pos	*	_	_	_	_
2-2	35-36	.	_	_	_	_	_	_	_	_
"""  # fmt: skip
TSV = re.sub(r"(?m)^(\d.*)$", r"\1\t", LINES)  # each line of a token ends with a tab
MAPPING = """
newsfacts-mapping: 1
labels: {Speaker: {kind: source}, Saying: {kind: attribution}, Statement: {kind: claim}}
attributes: {polarity: {field: polarity, values: {neg: negative, pos: positive}}}
relations: {who: {field: source}}
"""


def test_layers_relations_and_slots_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(TSV, encoding="utf-8")
    [document] = read_file(path, mapping=read_mapping(MAPPING))
    assert document.problems == ()
    assert document.text == "😀 Mayor said taxes will rise.\n\nYes."
    long, short, yes = document.claims
    assert [(claim.text, str(claim.polarity)) for claim in (long, short, yes)] == [
        ("taxes will rise", "negative"), ("taxes", "positive"), ("Yes", "positive"),
    ]  # fmt: skip
    assert (long.extra["why"], short.extra["Doubts"]) == ("a|b", long.id)
    [attribution] = document.attributions
    assert (attribution.text, [source.text for source in attribution.source]) == ("said", ["Mayor"])
    assert document.layout is not None
    assert [(loss.what, loss.words) for loss in document.layout.losses] == [
        ("values of a relation Doubts", "why_so"),
        ("the layer de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS", "3 annotations"),
    ]


def test_what_is_not_a_line_of_it_is_refused_with_its_place() -> None:
    findings = parse(TSV.replace("2-1\t32-35", "2-1\t32"), format="webanno").findings
    assert [(finding.code, str(finding.position)) for finding in findings] == [("S15", "19:1")]


def annotated(layers: str, rows: str, text: str = "Anna Weiss left. She won.", relations: str = "") -> Document:
    """The document of a file with these layers, whose rows have their cells separated by white space."""
    lines = ["\t".join(row.split()) + "\t" for row in rows.strip().splitlines()]
    source = f"#FORMAT=WebAnno TSV 3.3\n{layers}\n\n\n#Text={text}\n" + "\n".join(lines) + "\n"
    mapping = f"newsfacts-mapping: 1\nrelations: {{{relations}}}\n"
    document = parse(source, format="webanno", mapping=read_mapping(mapping)).document
    assert document.problems == ()
    return document


def test_each_link_of_a_chain_is_an_annotation_related_to_the_next() -> None:
    document = annotated(
        "#T_CH=custom.MentionLink|referenceRelation|referenceType",
        """
        1-1  0-4    Anna   same->7-1   name[7]
        1-2  5-10   Weiss  same->7-1   name[7]
        1-3  11-15  left   *->8-1      event[8]
        1-4  15-16  .      _           _
        1-5  17-20  She    *->7-2|*->9-1   pronoun[7]|other[9]
        1-6  21-24  won    *->8-2      event[8]
        """,
    )
    assert [(one.text, one.extra["referenceType"]) for one in document] == [
        ("Anna Weiss", "name"), ("left", "event"), ("She", "pronoun"), ("She", "other"), ("won", "event"),
    ]  # fmt: skip
    weiss, left, she, other, won = document
    assert (weiss.extra["MentionLink"], left.extra["MentionLink"]) == (she.id, won.id)
    assert not any("MentionLink" in one.extra for one in (she, other, won))
    assert document.layout is not None
    assert [(loss.what, loss.words) for loss in document.layout.losses] == [
        ("values of a relation MentionLink", "same")
    ]


def test_parts_of_tokens_and_several_tokens_are_annotations_of_their_own() -> None:
    document = annotated(
        "#T_SP=custom.Part|value",
        """
        1-1    0-4   Anna   long[1]
        1-2    5-10  Weiss  long[1]|whole[2]
        1-2.1  5-7   We     head
        1-2.2  7-10  iss    tail[3]
        1-3    11-15 left   tail[3]
        """,
    )
    assert [(one.text, one.extra["value"]) for one in document] == [
        ("Anna Weiss", "long"), ("Weiss", "whole"), ("We", "head"), ("iss left", "tail"),
    ]  # fmt: skip


def test_signs_after_a_backslash_are_part_of_values_and_of_the_text() -> None:
    document = annotated(
        "#T_SP=custom.Odd|value|why",
        r"""
        1-1  0-1  \\  a\\|b\[1\]              \_|\*
        1-2  2-3  b   \->\;\|\[x\]\_y[4]      \*[4]
        """,
        text=r"\\ b",
    )
    assert document.text == "\\ b"
    assert [(one.extra["value"], one.extra["why"]) for one in document] == [
        ("a\\", "_"), ("b[1]", "*"), ("->;|[x]_y", "*"),
    ]  # fmt: skip


def test_several_slots_and_relations_between_stacked_annotations_find_the_right_ones() -> None:
    document = annotated(
        "#T_SP=custom.Person|role\n#T_SP=custom.Saying|ROLE_custom.Saying:who_custom.SayingWhoLink|custom.Person\n"
        "#T_RL=custom.Doubts|value|BT_custom.Person",
        r"""
        1-1  0-4    Anna   x[1]|y[2]  _                    _                _  _
        1-2  5-10   Weiss  x[1]       _                    _                _  _
        1-3  11-15  left   _          speaker;by\;the\_way 1-1[1];1-5       _  _
        1-4  15-16  .      _          _                    _                _  _
        1-5  17-20  She    z          _                    _                *  1-1[2_0]
        """,
    )
    long, short, saying, she = document
    assert (saying.extra["speaker"], saying.extra["by;the_way"]) == (long.id, she.id)
    assert short.extra["Doubts"] == she.id
    assert "Doubts" not in long.extra


def test_layers_of_one_name_in_two_packages_are_kept_apart() -> None:
    layers = "#T_SP=one.Claim|value\n#T_SP=two.Claim|value"
    document = annotated(layers, "1-1 0-4 Anna a[1] _\n1-2 5-10 Weiss a[1] b[1]\n1-3 11-15 left _ b[1]")
    assert [(one.text, one.extra["value"]) for one in document] == [("Anna Weiss", "a"), ("Weiss left", "b")]


@settings(max_examples=40, deadline=None)
@given(texts())
def test_nothing_else_is_raised(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_anything(TSV.replace("neg", text), Path(folder, "x.tsv"), "webanno")
        read_anything(TSV.replace("#Text=", "#Text=" + text), Path(folder, "x.tsv"), "webanno")


def test_a_feature_called_kind_does_not_take_the_place_of_the_kind() -> None:
    text = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Fact|kind\n\n\n#Text=Weiss left.\n1-1\t0-5\tWeiss\tbig\t\n1-2\t6-10\tleft\t_\t\n"
    document = parse(text, format="webanno").document
    again = parse(dumps(document, format="yaml", keep_layout=False), format="yaml").document
    assert again == document
    assert [(one.text, dict(one.extra)) for one in again.annotations] == [("Weiss", {"kind_": "big"})]
