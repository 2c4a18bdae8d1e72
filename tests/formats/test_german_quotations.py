"""The German corpus of quotations: kinds of rendering, modes, and parts that are missing."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from tests.formats.kit import read_anything

import newsfacts
from newsfacts.documents import read_file
from newsfacts.model import Mode, Rendering
from newsfacts.testing import texts

TEXT = "Die Ministerin kündigte am Montag an, die Steuern würden steigen. Zu spät!"


def part(*spans: tuple[int, int]) -> dict[str, object]:
    return {"spans": [{"charBegin": start, "charEnd": end} for start, end in spans]}


def article(**changes: object) -> str:
    first = {
        "id": "7", "type": "Indirect", "medium": "SW", "isNested": False, "quote": part((38, 64)), "cue": part((15, 23), (34, 36)),
        "speaker": part((0, 14)), "frame": part((0, 37)), "addressee": part(),
    }  # fmt: skip
    second = {
        "id": "8",
        "type": "IndirectFreeIndirect",
        "medium": "Thought",
        "quote": part((66, 74)),
        "cue": part(),
        "speaker": part(),
    }
    return json.dumps({"originalText": TEXT, "annotations": [first | changes, second]})


def test_parts_renderings_and_modes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(article(), encoding="utf-8")
    [document] = read_file(path)
    assert document.problems == ()
    said, thought = document.attributions
    assert [source.text for source in said.source] == ["Die Ministerin"]
    assert said.cue is not None
    assert said.cue.text == "kündigte an"
    assert [content.text for content in said.contents] == ["die Steuern würden steigen"]
    assert (said.rendering, said.mode) == ((Rendering.INDIRECT,), (Mode.SPEECH, Mode.WRITING))
    assert (thought.rendering, thought.mode) == ((Rendering.INDIRECT, Rendering.FREE_INDIRECT), (Mode.THOUGHT,))
    assert thought.source == ()
    assert newsfacts.loads(document.dumps()).attributions[1].rendering == thought.rendering


def test_an_unknown_rendering_is_found_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(article(type="Irreal"), encoding="utf-8")
    [document] = read_file(path)
    assert [(problem.code, problem.words) for problem in document.problems] == [("S13", '"Irreal"')]


@settings(max_examples=30, deadline=None)
@given(texts())
def test_nothing_else_is_raised(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = {
            "originalText": text,
            "annotations": [{"id": text, "quote": {"spans": [text, {"charBegin": -1, "charEnd": text}]}}, text],
        }
        read_anything(json.dumps(data), Path(folder, "x.json"), "german-quotations")
