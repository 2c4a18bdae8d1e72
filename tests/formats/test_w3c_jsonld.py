"""Web Annotations in other forms of JSON-LD, and collections whose pages are other files."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from newsfacts.documents import parse, read_file
from newsfacts.formats import detect, w3c_compaction
from newsfacts.model import Document

OA = "http://www.w3.org/ns/oa#"
TEXT = "She said taxes will rise. He left."

PREFIXED: dict[str, Any] = {
    "@context": {
        "oa": OA,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dcterms": "http://purl.org/dc/terms/",
    },
    "@id": "http://example.org/a1",
    "@type": "oa:Annotation",
    "dcterms:created": "2024-07-04T10:00:00Z",
    "oa:motivatedBy": {"@id": "oa:tagging"},
    "oa:hasBody": {"@type": "oa:TextualBody", "rdf:value": {"@value": "claim", "@language": "en"}},
    "oa:hasTarget": {
        "@type": "oa:SpecificResource",
        "oa:hasSource": {"@id": "http://example.org/story.txt"},
        "oa:hasSelector": [
            {"@type": "oa:TextPositionSelector", "oa:start": 9, "oa:end": "24"},
            {"@type": "oa:TextQuoteSelector", "oa:exact": "taxes will rise"},
        ],
    },
}

EXPANDED = [
    {
        "@id": f"http://example.org/a{number}",
        "@type": [f"{OA}Annotation"],
        f"{OA}motivatedBy": [{"@id": f"{OA}commenting"}],
        f"{OA}hasBody": [{"@type": [f"{OA}TextualBody"], "http://www.w3.org/1999/02/22-rdf-syntax-ns#value": [{"@value": "so?"}]}],
        f"{OA}hasTarget": [
            {
                f"{OA}hasSource": [{"@id": "http://example.org/story.txt"}],
                f"{OA}hasSelector": [{"@type": [f"{OA}TextQuoteSelector"], f"{OA}exact": [{"@value": words}]}],
            }
        ],
    }
    for number, words in enumerate(["She", "He"])
]  # fmt: skip

FLAT = {
    "@context": {"oa": OA},
    "@graph": [
        {"@id": "_:selector", "@type": "oa:TextQuoteSelector", "oa:exact": "He left"},
        {"@id": "_:target", "oa:hasSource": {"@id": "http://example.org/story.txt"}, "oa:hasSelector": {"@id": "_:selector"}},
        {"@id": "http://example.org/a1", "@type": "oa:Annotation", "oa:hasTarget": {"@id": "_:target"}},
    ],
}  # fmt: skip


def documents(folder: Path, data: object, name: str = "story.jsonld") -> list[Document]:
    (folder / "story.txt").write_text(TEXT, encoding="utf-8")
    (folder / name).write_text(json.dumps(data, indent=1), encoding="utf-8")
    return list(read_file(folder / name, format="w3c"))


def refusals(data: object) -> list[tuple[str, str]]:
    return [(each.message, each.help or "") for each in parse(json.dumps(data), format="w3c").findings]


def test_keys_with_prefixes_are_understood(tmp_path: Path) -> None:
    [document] = documents(tmp_path, PREFIXED)
    assert document.problems == ()
    [claim] = document.claims
    assert (claim.id, claim.text) == ("http://example.org/a1", "taxes will rise")
    assert claim.extra["created"] == "2024-07-04T10:00:00Z"


def test_keys_that_are_addresses_are_understood_and_places_are_those_of_the_file(tmp_path: Path) -> None:
    [document] = documents(tmp_path, EXPANDED)
    assert document.problems == ()
    assert [(each.id, each.text, each.extra["note"]) for each in document] == [
        ("http://example.org/a0", "She", "so?"),
        ("http://example.org/a1", "He", "so?"),
    ]
    second = document.place(document.annotations[1])
    assert second is not None
    assert second.words.startswith('{\n  "@id": "http://example.org/a1"')


def test_tables_that_refer_to_each_other_by_ids_are_put_together(tmp_path: Path) -> None:
    [document] = documents(tmp_path, FLAT)
    assert document.problems == ()
    assert [each.text for each in document] == ["He left"]


def test_they_are_recognized_by_their_content() -> None:
    assert [detect(json.dumps(each), "a.jsonld").name for each in (PREFIXED, EXPANDED)] == ["w3c", "w3c"]


def test_no_other_context_is_loaded() -> None:
    data = {**PREFIXED, "@context": ["http://example.org/context.jsonld", {"oa": OA}]}
    assert refusals(data) == [
        (
            "this file needs the context http://example.org/context.jsonld, and nothing is loaded from other places",
            "compact it with the context http://www.w3.org/ns/anno.jsonld",
        )
    ]


def test_without_the_package_the_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    [(message, help)] = refusals(PREFIXED)
    assert message == "this is JSON-LD in another form than the model's own"
    assert help.startswith("pip install 'newsfacts[jsonld]'")


def test_too_many_tables_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(w3c_compaction, "MAX_TABLES", 3)
    [(message, _)] = refusals(PREFIXED)
    assert message == "this is JSON-LD in another form than the model's own, and has more than 3 tables"


def test_what_is_not_json_ld_is_refused() -> None:
    [(message, _)] = refusals({**PREFIXED, "@type": 5})
    assert message.startswith("this is not JSON-LD: ")


def test_a_context_is_still_demanded_where_keys_are_those_of_the_model() -> None:
    [(message, _)] = refusals({"id": "http://example.org/a", "type": "Annotation", "target": "http://example.org/b"})
    assert message == "this file does not name the context of Web Annotations"


# -- pages -------------------------------------------------------------------------------------------------------------


def annotation(number: int, words: str) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": words}
    target = {"source": "http://example.org/story.txt", "selector": selector}
    return {"id": f"http://example.org/a{number}", "type": "Annotation", "motivation": "highlighting", "target": target}


def page(number: int, words: str, **more: str) -> dict[str, Any]:
    context = "http://www.w3.org/ns/anno.jsonld"
    return {"@context": context, "id": f"http://example.org/p{number}", "type": "AnnotationPage", "items": [annotation(number, words)], **more}  # fmt: skip


def collection(first: str) -> dict[str, Any]:
    context = "http://www.w3.org/ns/anno.jsonld"
    return {"@context": context, "id": "http://example.org/c", "type": "AnnotationCollection", "first": first}


def test_pages_next_to_a_collection_are_read_one_after_another(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.json").write_text(json.dumps(page(1, "She", next="pages/two.json")), encoding="utf-8")
    (tmp_path / "pages" / "two.json").write_text(json.dumps(page(2, "He", next="pages/one.json")), encoding="utf-8")
    [document] = documents(tmp_path, collection("pages/one.json"))
    assert document.problems == ()
    assert [each.text for each in document] == ["She", "He"]
    place = document.place(document.annotations[1])
    assert place is not None
    assert place.words == '"pages/one.json"'


def test_a_page_that_is_elsewhere_is_a_loss(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "one.json").write_text(json.dumps(page(1, "She")), encoding="utf-8")
    for address in ("http://example.org/page1", "../one.json", str(tmp_path / "one.json"), "//example.org/one.json"):
        [document] = documents(tmp_path / "in", collection(address))
        assert document.annotations == ()
        assert document.layout is not None
        assert [(loss.what, loss.words) for loss in document.layout.losses] == [
            ("a page of annotations that is elsewhere", address)
        ]


def test_what_is_wrong_in_a_page_has_its_place_there(tmp_path: Path) -> None:
    broken = page(1, "She")
    del broken["items"][0]["target"]
    (tmp_path / "one.json").write_text(json.dumps(broken), encoding="utf-8")
    [document] = documents(tmp_path, collection("one.json"))
    assert [(str(each.path), each.message) for each in document.problems] == [
        (str(tmp_path / "one.json"), "this annotation has no target")
    ]


def test_a_page_that_is_missing_is_an_error_where_it_is_named(tmp_path: Path) -> None:
    [document] = documents(tmp_path, collection("none.json"))
    [problem] = document.problems
    assert problem.message == "the page none.json cannot be read: No such file or directory"
    assert str(problem.path).endswith("story.jsonld")
