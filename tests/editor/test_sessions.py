"""Whole sessions with the language server, over standard input and output of its own process."""

from __future__ import annotations

from pathlib import Path

from tests.editor.client import Client, place, script

ARTICLE = """\
---
newsfacts: 1
published: 2024-07-04
---
😀 [[Weiss]{.source} [said]{.cue} [[12 people]{.count #toll value=13} had died]{.claim}]{.attribution}.
"""


def test_a_session_from_start_to_end(tmp_path: Path) -> None:
    with Client(tmp_path) as client:
        about = client.start()
        assert about["serverInfo"]["name"] == "newsfacts"
        assert about["capabilities"]["positionEncoding"] == "utf-16"
        uri = client.open("story.facts", ARTICLE)
        found = {each["code"]: each for each in client.findings(uri)}
        assert "12 people" in found["N01"]["message"]
        assert found["N01"]["range"]["start"] == {"line": 4, "character": 60}  # of value=13; the emoji is two units
        client.tell(
            "textDocument/didChange",
            textDocument={"uri": uri, "version": 2},
            contentChanges=[
                {"range": {"start": {"line": 4, "character": 66}, "end": {"line": 4, "character": 68}}, "text": "12"}
            ],
        )
        assert "N01" not in {each["code"] for each in client.findings(uri)}
        client.tell("textDocument/didClose", textDocument={"uri": uri})
        assert client.findings(uri) == []
        assert client.stop() == 0


BEGIN = {"id": 0, "method": "initialize", "params": {"capabilities": {}}}
END = ({"id": 99, "method": "shutdown"}, {"method": "exit"})


def test_what_is_not_a_message_does_not_end_the_session() -> None:
    messages, status = script(
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"Content-Length: 3\r\n\r\n{]}",
        b"content-length: 2\r\nContent-Type: x\r\n\r\n[]",
        b"Content-Length: 40000\r\n\r\n" + b"[" * 40000,
        {"id": 1, "method": "textDocument/hover", "params": {}},
        BEGIN,
        {"id": 2, "method": "no/such"},
        {"id": 3, "method": "textDocument/hover", "params": {"textDocument": {"uri": "file:///none.facts"}}},
        {"id": 4, "method": "textDocument/hover", "params": [1]},
        {"id": 5},
        {"method": "textDocument/didOpen", "params": {"textDocument": 3}},
        {"method": "textDocument/didChange", "params": {}},
        {"method": "$/setTrace", "params": {"value": "off"}},
        *END,
    )
    errors = {each["id"]: each["error"]["code"] for each in messages if "error" in each}
    assert errors == {None: -32700, 1: -32002, 2: -32601, 3: -32602, 4: -32602, 5: -32600}
    assert messages[-1] == {"jsonrpc": "2.0", "id": 99, "result": None}
    assert status == 0


def test_a_stream_that_ends_ends_the_server() -> None:
    assert script(BEGIN)[1] == 1
    assert script(BEGIN, END[0])[1] == 0
    assert script(BEGIN, b"Content-Length: 100\r\n\r\n{}")[1] == 1
    assert script({"method": "exit"})[1] == 1


def test_texts_that_no_one_would_write_are_answered(tmp_path: Path) -> None:
    texts = {
        "a.facts": "[" * 3000 + "]{.claim}" * 2999,
        "b.facts": "---\n{[}\n---\n[x]{.claim #a by=b \ud800",
        "c.factbook.yaml": "entities: {a: [b, {c: }]",
        "d.schema.yaml": "kinds: 3",
        "e.facts.json": '{"newsfacts": 1, "text": "x", "annotations": [[]]}',
        "f.txt": "plain",
    }
    for name, text in texts.items():
        uri = (tmp_path / name).as_uri()
        about = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}}
        opened = {"uri": uri, "languageId": "facts", "version": 1, "text": text}
        messages, status = script(
            BEGIN,
            {"method": "textDocument/didOpen", "params": {"textDocument": opened}},
            {"id": 1, "method": "textDocument/hover", "params": about},
            {"id": 2, "method": "textDocument/documentSymbol", "params": about},
            *END,
        )
        assert [each for each in messages if "error" in each] == []
        assert status == 0


def test_hover_says_what_words_are_read_as(tmp_path: Path) -> None:
    uri = (tmp_path / "story.facts").as_uri()
    opened = {
        "uri": uri,
        "languageId": "facts",
        "version": 1,
        "text": ARTICLE.replace("😀", "x").replace(" value=13", ""),
    }
    position = place(str(opened["text"]), "12 people", after=3)
    messages, _ = script(
        BEGIN,
        {"method": "textDocument/didOpen", "params": {"textDocument": opened}},
        {"id": 1, "method": "textDocument/hover", "params": {"textDocument": {"uri": uri}, "position": position}},
        *END,
    )
    answer = next(each for each in messages if each.get("id") == 1)
    assert answer["result"]["contents"]["value"].splitlines() == ["count #toll: 12 people", "= 12 people"]
