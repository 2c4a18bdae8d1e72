"""Files in which one thing is wrong: read with a finding or refused with a reason, whatever it is, and never lost unseen."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from newsfacts.building.builder import build
from newsfacts.documents import dumps, loads
from newsfacts.errors import NewsfactsError
from newsfacts.formats import get_format
from newsfacts.model import Document

SAMPLE = """---
newsfacts: 1
url: https://example.org/boats
title: Boats
published: 2024-07-04
entities: {weiss: {name: Weiss}}
measures: {boats: {label: boats}}
---

[[Weiss]{.source ref=weiss} [said]{.cue} [“[12 boats]{.count of=boats value=12} sank”]{.quote #q}]{.attribution #a}.

It was [on Monday]{.time}. [No boat sank]{.claim #c rebuts=q polarity=negative}. [False]{.verdict of=c rating=1}.
"""

JSON = ("json", "jsonl", "doccano", "prodigy", "claimreview", "label-studio", "w3c", "cas-json", "stam")
IN_PLACE: tuple[Any, ...] = (None, "nowhere", 999_999, ["x"], {"x": "y"})
FIRST = 1
"""Of a list, so many items are damaged: the others are like them."""


def damaged_json(data: Any) -> Iterator[Any]:
    """Copies of a JSON value with one key missing, or with another value in one place."""
    for path in list(places(data)):
        for value in IN_PLACE:
            yield changed(data, path, value)
        if path and isinstance(path[-1], str):
            yield changed(data, path)


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    entries = data.items() if isinstance(data, dict) else enumerate(data[:FIRST]) if isinstance(data, list) else ()
    for key, value in entries:
        yield from places(value, (*path, key))


def changed(data: Any, path: tuple[Any, ...], *value: Any) -> Any:
    if not path:
        return value[0]
    result = copy.deepcopy(data)
    inner = result
    for key in path[:-1]:
        inner = inner[key]
    if value:
        inner[path[-1]] = value[0]
    else:
        del inner[path[-1]]
    return result


def damaged_text(text: str, parts: str) -> Iterator[str]:
    """Copies of a text in which one part is missing, or is something else."""
    for found in re.finditer(parts, text):
        for other in ("", "nowhere", "999999"):
            yield text[: found.start()] + other + text[found.end() :]


def read(name: str, content: str) -> list[Document] | None:
    """None for what is refused. Any exception but a `NewsfactsError` fails the test."""
    try:
        return [build(raw) for raw in get_format(name).read(content, f"a.{name}")]
    except NewsfactsError:
        return None


def check(name: str, content: str, source_length: int) -> None:
    for document in read(name, content) or ():
        for finding in document.problems:
            assert finding.message
            if finding.place is not None and finding.place.path == f"a.{name}":
                assert 0 <= finding.place.start <= finding.place.end <= source_length
        for annotation in document.annotations:
            assert all(0 <= span.start <= span.end <= len(document.text) for span in annotation.spans)


@pytest.mark.parametrize("name", JSON)
def test_a_file_of_json_with_one_wrong_value(name: str) -> None:
    document = loads(SAMPLE)
    data = json.loads(dumps(document, format=name))
    for damaged in damaged_json(data):
        content = json.dumps(damaged)
        check(name, content, len(content))


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Boats</title></titleStmt>
<publicationStmt><date when="2024-07-04">4 July</date></publicationStmt></fileDesc></teiHeader>
<text><body><p xml:id="p1"><persName ref="#weiss">Weiss</persName> <said who="#weiss" xml:id="s1">said it on
<date when="2024-07-01">Monday</date> of <num type="cardinal" value="12">twelve</num> boats and <measure quantity="3"
unit="km" commodity="road">three km</measure></said>.</p><p><quote source="#s1">No</quote>.</p></body></text></TEI>"""
TIMEML = """<TimeML><DOCID>a1</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2024-07-04" functionInDocument="CREATION_TIME">4
July 2024</TIMEX3></DCT><TEXT>Weiss <EVENT eid="e1" class="REPORTING">said</EVENT> that <TIMEX3 tid="t1" type="DATE"
value="2024-07-01" anchorTimeID="t0">Monday</TIMEX3>, <TIMEX3 tid="t2" type="DURATION" value="P3D" beginPoint="t1"
endPoint="t0">three days</TIMEX3> ago, and <TIMEX3 tid="t3" type="SET" value="P1W" quant="EVERY" freq="2X">twice a
week</TIMEX3>.</TEXT><MAKEINSTANCE eiid="ei1" eventID="e1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
<TLINK lid="l1" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t1"/></TimeML>"""
WEBANNO = """#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Claim|polarity|certainty
#T_RL=webanno.custom.Rel|relation|BT_webanno.custom.Claim


#Text=Taxes rose today.
1-1\t0-5\tTaxes\tpositive[1]\tcertain[1]\t_\t_\t
1-2\t6-10\trose\tpositive[1]\tcertain[1]\trebuts\t1-1[1_2]\t
1-3\t11-16\ttoday\tnegative[2]\t_\t_\t_\t
1-4\t16-17\t.\t_\t_\t_\t_\t
"""
QUOTED_OR_WORD = r'"[^"]*"|<[^>]*>|(?<=[ <])[\w:]+=|>[^<]+<'


@pytest.mark.parametrize(
    ("name", "content", "parts"),
    [
        ("tei", TEI, QUOTED_OR_WORD),
        ("timeml", TIMEML, QUOTED_OR_WORD),
        ("webanno", WEBANNO, r"[^\t\n|\[\]]+|\[\d+\]|\n"),
        ("cas", "", QUOTED_OR_WORD),
        ("brat", "", r"[^\t\n ]+|\t|\n"),
    ],
)
def test_a_file_with_one_wrong_part(name: str, content: str, parts: str) -> None:
    content = content or get_format(name).write(loads(SAMPLE))
    assert read(name, content) is not None
    for damaged in damaged_text(content, parts):
        check(name, damaged, len(damaged))


def test_a_head_of_stam_that_is_not_a_table_is_a_finding() -> None:
    data = json.loads(dumps(loads(SAMPLE), format="stam"))
    data["annotations"][0]["data"][0]["value"]["value"] = "12"
    documents = read("stam", json.dumps(data))
    assert documents is not None
    (document,) = documents
    assert document.problems[0].message == "the head of this text is not an object of JSON"
    assert document.title is None
