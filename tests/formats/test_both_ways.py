"""Files with nothing wrong are read without places, and any surprise makes a file be read with all of them: nothing shows which it was.

The properties in `annotated_text/test_chunks.py`, `test_plain_standoff.py` and `strict_yaml/test_common_yaml.py` say so of each of the
fast readers. Here whole documents are compared: those of the examples, and what typing mistakes make of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.documents import dumps, parse
from newsfacts.formats import plain_standoff
from newsfacts.formats.annotated_text import parser
from newsfacts.formats.plain_json import Unusual
from newsfacts.strict_yaml import common_yaml

EXAMPLES = sorted(
    path for path in Path(__file__).parents[2].glob("examples/**/*.facts") if path.stat().st_size < 10_000
)
DOCUMENTS = [parse(path.read_text(encoding="utf-8"), path=str(path)).document for path in EXAMPLES]
TEXTS = [
    (format, dumps(document, format=format, keep_layout=format == "facts"), str(path))
    for path, document in zip(EXAMPLES, DOCUMENTS, strict=True)
    for format in ("facts", "json", "jsonl")
]

TYPED = st.sampled_from(
    [
        "", "[", "]", "{", "}", "]{.cue}", "]{.count #k1 of=cracks}", "]{ref=nobody}", "[]{.claim}", "{.time}", "\\", "{% a %}", "---\n", ":", ", ",
        '"', "\n", "\n\n", "\r\n", " ", "a", "1", "null", "by=", "#k1", "“", "\0", '"id": "k1", ', '"words": "a", ', "[0, 1], ",
    ]
)  # fmt: skip


@contextmanager
def every_place_read() -> Iterator[None]:
    def refuse(*_: object) -> None:
        raise Unusual

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_standoff, "read_plain_standoff", refuse)
        patch.setattr(parser, "read_well_formed", lambda *_: None)
        patch.setattr(common_yaml, "read_common_yaml", lambda _: None)
        yield


def everything(text: str, format: str, path: str) -> list[Any]:
    """A document, what is nested in what, its problems, and every place in its file."""
    document = parse(text, format=format, path=path).document
    found: list[Any] = [document, document.parents, document.problems, document.comments]
    found += [document.place_of(annotation.span) for annotation in document if annotation.spans]
    for annotation in document:
        raw = document.raw(annotation)
        assert raw is not None
        found += [document.place(annotation), document.place(annotation, "id")]
        found += [document.place(annotation, key) for key in raw.attributes]
    return found


def assert_the_same(text: str, format: str, path: str) -> None:
    fast = everything(text, format, path)
    with every_place_read():
        assert everything(text, format, path) == fast


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 3


@pytest.mark.parametrize(("format", "text", "path"), TEXTS)
def test_an_example_is_read_as_with_all_places(format: str, text: str, path: str) -> None:
    assert_the_same(text, format, path)


@given(st.sampled_from(TEXTS), st.data())
def test_an_example_with_a_mistake_is_read_as_with_all_places(
    example: tuple[str, str, str], data: st.DataObject
) -> None:
    format, text, path = example
    start = data.draw(st.integers(0, len(text)))
    end = start + data.draw(st.integers(0, 3))
    assert_the_same(text[:start] + data.draw(TYPED) + text[end:], format, path)
