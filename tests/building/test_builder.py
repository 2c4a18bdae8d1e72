"""What is not there is said to be missing, and what cannot be used is a finding at its place, whatever the format."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from newsfacts.documents import dumps, loads, parse, read_file
from newsfacts.errors import ReadError
from newsfacts.model import Claim, Document, Entity, Event
from newsfacts.raw import Origin, RawAnnotation, RawAttribute
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

HEAD = "newsfacts: 1\n"


def said(text: str, format: str = "facts") -> list[tuple[str, str, str]]:
    return [(f.code, str(f.position), f.message) for f in parse(text, format=format).findings]


@pytest.mark.parametrize("written", ['of=""', 'of=" "', ""])
def test_a_required_reference_to_nothing_is_missing(written: str) -> None:
    assert said(f"[a]{{.verdict {written}}}") == [("S04", "1:2", "this verdict lacks of=")]


@pytest.mark.parametrize("written", ['of: "", ', "of: null, ", "of: [], ", 'of: [""], ', ""])
def test_a_known_value_of_nothing_lacks_what_it_is_of(written: str) -> None:
    text = f"---\n{HEAD}known: [{{{written}value: 3}}]\n---\n\nx"
    assert said(text) == [("S04", "3:9", "a known value lacks 'of'")]


def test_an_id_cannot_be_empty() -> None:
    message = "an id has at least one character"
    listed = f'{HEAD}text: a\nannotations:\n- {{kind: claim, id: "", spans: [[0, 1]]}}\n'
    assert said(listed, "yaml") == [("S18", "4:21", message)]
    assert said(f'---\n{HEAD}annotations: [{{kind: claim, id: "", quote: a}}]\n---\n\na') == [("S18", "3:33", message)]
    assert said(f'---\n{HEAD}entities: {{"": {{name: Weiss}}}}\n---\n\na') == [("S18", "3:12", message)]


def test_null_is_as_good_as_nothing() -> None:
    listed = f"{HEAD}text: a\nannotations:\n- {{kind: claim, id: null, by: null, spans: [[0, 1]]}}\n"
    document = loads(listed, format="yaml")
    assert (document.annotations[0].id, dumps(document)) == (None, "[a]{.claim}")


@pytest.mark.parametrize("format", ["facts", "yaml", "json", "jsonl"])
def test_a_text_that_is_not_the_one_that_was_annotated_is_not_loaded(format: str) -> None:
    right = hashlib.sha256(b"Taxes rose.").hexdigest()
    text = dumps(loads(f"---\n{HEAD}sha256: {right}\n---\n\nTaxes rose."), format=format)
    assert loads(text, format=format).sha256 == right
    with pytest.raises(ReadError, match="the text is not the one that was annotated: its SHA-256 differs"):
        loads(text.replace("Taxes rose.", "Taxes fell."), format=format)


def test_a_reference_of_a_factbook_to_another_kind_of_thing_says_what_it_is() -> None:
    text = (
        f"---\n{HEAD}entities: {{weiss: {{name: Weiss}}}}\nmeasures: {{cars: {{label: cars, whole: weiss}}}}\n---\n\nx"
    )
    assert said(text) == [("S07", "4:39", "'weiss' is an entity, but 'whole' takes the id of a measure")]


@pytest.mark.parametrize("key", ["use", "schema"])
@pytest.mark.parametrize(
    ("named", "reason"),
    [('"a\\0b"', "its name cannot be the name of a file"), ("first", "Too many levels of symbolic links")],
)
def test_a_file_that_cannot_be_named_or_reached_is_a_finding(tmp_path: Path, key: str, named: str, reason: str) -> None:
    (tmp_path / "newsfacts.toml").touch()
    (tmp_path / "first").symlink_to("second")
    (tmp_path / "second").symlink_to("first")
    path = tmp_path / "a.facts"
    path.write_text(f"---\n{HEAD}{key}: [{named}]\n---\n\nx", encoding="utf-8")
    [problem] = next(iter(read_file(path))).problems
    assert problem.message.endswith(f" cannot be read: {reason}")
    assert str(problem.position) == ("3:7" if key == "use" else "3:10")


def test_an_annotation_with_a_gap_keeps_that_it_has_no_id() -> None:
    text = '{"newsfacts": 1, "text": "one two three", "annotations": [{"kind": "claim", "spans": [[0, 3], [8, 13]]}]}'
    document = loads(text, format="json")
    assert loads(dumps(document)) == document


def test_an_origin_made_by_hand_says_which_attributes_are_written() -> None:
    raw = RawAnnotation("claim", (Span(0, 1),), 1, 2, attributes={"polarity": RawAttribute("positive", 0, 0)})
    claim = Claim(spans=(Span(0, 1),), text="a")
    origin = Origin(path=None, source=SourceText("[a]{.claim polarity=positive}"), annotations=[raw])
    document = Document(text="a", annotations=(claim,), origin=origin)
    assert document.has_attribute(claim, "polarity")
    assert not document.has_attribute(claim, "certainty")


def test_a_reference_to_attributions_that_are_nested_very_deep_is_read() -> None:
    depth = 1_500
    text = "a" * 2 * depth + " she said"
    deep = [{"kind": "attribution", "spans": [[n, 2 * depth - n]]} for n in range(depth)]
    deep[0]["id"] = "first"
    last = {"kind": "attribution", "spans": [[2 * depth + 1, len(text)]], "content": ["first"]}
    document = parse(json.dumps({"text": text, "annotations": [*deep, last]}), format="json").document
    assert document.problems == ()
    assert document.attributions[-1].contents[0] is document.annotations[0]
    assert document.attributions[0].nested[0] is document.annotations[1]


def test_the_same_line_refers_to_what_each_document_has_under_an_id() -> None:
    def event_of_the_dead(label: str) -> str | None:
        head = f"events:\n  fire: {{label: {label}}}\nmeasures:\n  dead: {{label: the dead, event: fire}}\n"
        event = loads(f"---\n{HEAD}{head}---\n\nRain.").measures["dead"].event
        return event.label if event is not None else None

    assert (event_of_the_dead("the great fire"), event_of_the_dead("the last fire")) == (
        "the great fire",
        "the last fire",
    )


def test_a_mistake_in_a_line_is_found_in_every_document_that_has_the_line() -> None:
    text = f"---\n{HEAD}entities:\n  weiss: {{name: Weiss, kynd: person}}\n---\n\nRain."
    first = said(text)
    assert [code for code, _, _ in first] == ["S03"]
    assert said(text) == first


def test_a_table_may_be_an_entity_in_one_document_and_an_event_in_another() -> None:
    line = "  fire: {description: the fire}\n"
    entity = parse(f"---\n{HEAD}entities:\n{line}---\n\nRain.").document
    event = parse(f"---\n{HEAD}events:\n{line}---\n\nRain.").document
    assert (type(entity.entities["fire"]), type(event.events["fire"])) == (Entity, Event)


FIRE = {"facts": "events: {{fire: {{label: {}}}}}\n", "json": '"events": {{"fire": {{"label": "{}"}}}}'}
DEAD = {
    "facts": "measures: {dead: {label: the dead, event: fire}}\n",
    "json": '"measures": {"dead": {"label": "the dead", "event": "fire"}}',
}


def with_head(format: str, *parts: str) -> Document:
    """A document with these parts of a head."""
    if format == "facts":
        return loads(f"---\n{HEAD}{''.join(parts)}---\n\nRain.")
    return loads("{" + ", ".join(['"newsfacts": 1', '"text": "Rain."', *parts]) + "}", format=format)


@pytest.mark.parametrize("format", ["facts", "json"])
def test_tables_that_documents_share_refer_to_what_each_of_them_has(format: str) -> None:
    for label in ("the great fire", "the last fire", "the great fire"):
        document = with_head(format, FIRE[format].format(label), DEAD[format])
        event = document.measures["dead"].event
        assert event is not None
        assert event is document.events["fire"]
        assert event.label == label


@pytest.mark.parametrize("format", ["facts", "json"])
def test_what_an_earlier_document_has_too_can_be_referred_to(format: str) -> None:
    fire = FIRE[format].format("the fire at the harbour")
    assert list(with_head(format, fire).events) == ["fire"]
    document = with_head(format, fire, DEAD[format])
    assert document.measures["dead"].event is document.events["fire"]


def test_values_of_json_that_are_equal_in_python_are_read_as_they_are_written() -> None:
    def name(value: str) -> str:
        head = f'"entities": {{"w": {{"name": {value}}}}}'
        return parse(f'{{"newsfacts": 1, "text": "Rain.", {head}}}', format="json").document.entities["w"].name

    written = ["true", "1", "1.0", '"1"', "false", "0", "true"]
    assert [name(value) for value in written] == ["true", "1", "1.0", "1", "false", "0", "true"]


def test_a_mistake_in_a_table_of_json_is_found_in_every_document_that_has_it() -> None:
    text = '{"newsfacts": 1, "text": "Rain.", "entities": {"w": {"name": "Weiss", "kynd": "person"}}}'
    first = parse(text, format="json").document.problems
    assert [finding.code for finding in first] == ["S03"]
    assert parse(text, format="json").document.problems == first
