"""What to ask a language model: the task, the form of its answer, and the text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

__all__ = ["ANSWER_SCHEMA", "draft_prompt"]

_TEXT = {"type": "string", "minLength": 1}

ANSWER_SCHEMA: Mapping[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://newsfacts.example/schemas/answer-1.json",
    "title": "What a text says, by its words",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "attributions": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["content"],
                "properties": {
                    "source": {"type": ["string", "null"], "description": "the words that name who says it"},
                    "cue": {"type": ["string", "null"], "description": "the words that say that it is said"},
                    "content": {
                        "description": "what is said; a list where other words come between",
                        "anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}],
                    },
                },
            },
        },
        "counts": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["words"],
                "properties": {
                    "words": {**_TEXT, "description": "a number and what it counts"},
                    "value": {"type": ["string", "number", "null"], "description": "12, >=12, ~40, 3..5, 33%, 5 USD"},
                    "near": {**_TEXT, "description": "words that occur once, where the words occur more than once"},
                },
            },
        },
        "times": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["words"],
                "properties": {
                    "words": {**_TEXT, "description": "a date or a period"},
                    "value": {"type": ["string", "null"], "description": "EDTF: 2024-07-04, 2024-07, 2024"},
                    "near": {**_TEXT, "description": "words that occur once, where the words occur more than once"},
                },
            },
        },
    },
}
"""The form of an answer: JSON Schema 2020-12, published as `schemas/answer-1.json`. There are no offsets in it: models cannot count characters."""

_TASK = """\
Read the article below and list what it attributes to someone, the numbers that count something, and the dates and periods.

- Copy every string from the article letter by letter, with its quotation marks and its misprints. Write no offsets.
- An attribution has the words that name the source, the cue that says that it is said, thought or shown, and the content.
  One cue is one attribution. Take the whole noun phrase as the source, a pronoun as it is, and null where no words name one.
- The cue has its auxiliary verbs, its negation and its preposition: "has not said", "called for".
- The content is everything that is said, without the "that" before it. Where the cue interrupts it, give its parts as a list.
- List attributions inside the content of another one too, in the order of the text.
- A count has the number with its hedge and what it counts: "at least 12 people". Give its value as a number, ">=12" or "~40".
- Leave out what the article does not say. Answer with JSON of this schema, and nothing else:
"""


def draft_prompt(text: str) -> str:
    """The task, the JSON Schema of the answer, and the text, for a language model whose answer `read_answer` reads."""
    schema = json.dumps(ANSWER_SCHEMA, indent=1, ensure_ascii=False)
    return f"{_TASK}\n{schema}\n\nThe article:\n\n{text}"
