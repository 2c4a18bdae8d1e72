"""Whole sessions with the language server, over standard input and output of its own process."""

from __future__ import annotations

from pathlib import Path

from tests.editor.client import Client, place, script

from newsfacts.editor.protocol import encoded

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


def test_a_draft_is_corrected_in_the_editor(tmp_path: Path) -> None:
    (tmp_path / "desk.factbook.yaml").write_text("entities:\n  oja: {name: Mart Oja}\n", encoding="utf-8")
    text = (
        "---\nnewsfacts: 1\nuse: [desk.factbook.yaml]\n---\n"
        "[[Oja]{.source ref=oja draft=sure} [said]{.cue draft=sure} [it rained]{.claim draft=likely}]{.attribution draft=sure}.\n"
    )
    with Client(tmp_path) as client:
        client.start(textDocument={"codeAction": {"disabledSupport": True}})
        uri = client.open("story.facts", text)
        about = {"textDocument": {"uri": uri}}
        assert "P09" in {each["code"] for each in client.findings(uri)}
        found = client.ask("textDocument/completion", **about, position=place(text, "ref=oja", after=4))
        assert [(each["label"], each["detail"]) for each in found] == [("oja", "Mart Oja")]

        renamed = client.ask("textDocument/rename", **about, position=place(text, "ref=oja", after=5), newName="mart")
        assert {Path(each).name for each in renamed["changes"]} == {"desk.factbook.yaml", "story.facts"}
        refused = client.answer("textDocument/rename", **about, position=place(text, "said"), newName="x")
        assert refused["error"]["message"] == "there is no id here"

        here = place(text, "rained")
        chosen = client.ask(
            "textDocument/codeAction", **about, range={"start": here, "end": here}, context={"diagnostics": []}
        )
        titles = [each["title"] for each in chosen]
        assert titles[:3] == ["Accept this claim (likely)", "Accept it as a quote", "Reject this claim (likely)"]

        top, accept = (each["command"] for each in client.ask("textDocument/codeLens", **about)[::2])
        assert "warning" in top["title"] or "remark" in top["title"] or "error" in top["title"]
        client.ask("workspace/executeCommand", command=accept["command"], arguments=accept["arguments"])
        request = next(each for each in client.notes if each.get("method") == "workspace/applyEdit")
        assert len(request["params"]["edit"]["changes"][uri]) == 3
        client.write(encoded({"id": request["id"], "result": {"applied": True}}))

        assert client.ask("textDocument/formatting", **about, options={"tabSize": 2, "insertSpaces": True}) == []
        assert client.ask("textDocument/foldingRange", **about) == [{"startLine": 0, "endLine": 3}]
        assert client.ask("textDocument/definition", **about, position=place(text, "ref=oja", after=5))[0]["uri"] == (
            (tmp_path / "desk.factbook.yaml").as_uri()
        )
        assert client.stop() == 0


def test_a_factbook_that_is_saved_counts_for_open_documents(tmp_path: Path) -> None:
    book = tmp_path / "desk.factbook.yaml"
    book.write_text("entities:\n  oja: {name: Mart Oja}\n", encoding="utf-8")
    with Client(tmp_path) as client:
        client.start()
        uri = client.open("story.facts", "---\nnewsfacts: 1\nuse: [desk.factbook.yaml]\n---\n[Kask]{ref=kask} left.\n")
        assert "S06" in {each["code"] for each in client.findings(uri)}
        book.write_text("entities:\n  oja: {name: Mart Oja}\n  kask: {name: Liis Kask}\n", encoding="utf-8")
        client.tell("textDocument/didSave", textDocument={"uri": book.as_uri()})
        assert "S06" not in {each["code"] for each in client.findings(uri)}


def test_a_configuration_that_cannot_be_used_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "newsfacts.toml").write_text('profile = "no-such"\n', encoding="utf-8")
    with Client(tmp_path) as client:
        client.start()
        found = client.findings(client.open("story.facts", "It rained.\n"))
        assert [each["message"].startswith("the configuration cannot be used") for each in found] == [True]
