"""The pages about grounding print what they say."""

from __future__ import annotations

import doctest
import json
import re
from pathlib import Path
from typing import Any

import jsonschema

from newsfacts import SourceDocument, ground
from newsfacts.json_schemas import ALL
from newsfacts.reports.grounding_data import grounding_data

DOCS = Path(__file__).parent.parent.parent / "docs"
MODELS = (DOCS / "language-models.md").read_text(encoding="utf-8")


def test_python_prints_what_the_page_shows() -> None:
    for number, block in enumerate(
        re.findall(r"```pycon\n(.*?)```", (DOCS / "grounding.md").read_text("utf-8"), re.DOTALL)
    ):
        test = doctest.DocTestParser().get_doctest(block, {}, f"grounding, block {number + 1}", "grounding.md", 0)
        assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


def test_the_repair_loop_repairs() -> None:
    [code] = re.findall(r"```python\n(.*?)```", MODELS, re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)
    answers = iter(["The fire injured 15 people.", "The fire injured 12 people."])
    prompts = []

    def ask(prompt: str) -> str:
        prompts.append(prompt)
        return next(answers)

    assert names["grounded"](ask, "How many?", ["The fire injured 12 people."]) == "The fire injured 12 people."
    assert "- 15 people: The statement has 15, and the source 12; no number fits both." in prompts[1]


def test_the_json_that_the_page_shows_is_what_is_written() -> None:
    shown = json.loads(re.findall(r"```json\n(.*?)```", MODELS, re.DOTALL)[0])
    source = SourceDocument(text="The fire on 4 July injured 12 people.", path="wire.txt")
    data = grounding_data(ground("The fire on 4 July injured 15 people.", source))
    assert shown == data["items"][1]
    jsonschema.validate(data, ALL["grounding"]())
