"""The server for language models: its tools, which files they read, and a session over standard input and output."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsfacts import UnreadableSource, UsageError, read_source
from newsfacts.json_schemas import ALL
from newsfacts.mcp.tools import Tools

SOURCE = "The fire on 4 July injured 12 people.\n\n“We never saw it come,” Anna Weiss said.\n"


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "wire.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "desk" / "answer.md").write_text("The fire injured 15 people.", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("The password is 12.", encoding="utf-8")
    return Tools.of([str(tmp_path / "desk")])


def test_a_quotation_is_looked_for_in_files_and_in_texts(tools: Tools) -> None:
    found = tools.check_quote("We never saw it come", ["wire.txt"])
    assert (found["verified"], found["kind"], found["place"]) == (True, "exact", "line 3, column 2")
    other = tools.check_quote("We never saw it coming", ["."], ["Nothing was said."])
    assert (other["verified"], other["source_words"]) == (False, "We never saw it come")


def test_grounding_returns_the_json_of_the_command_line(tools: Tools) -> None:
    for data in (
        tools.ground(path="answer.md", sources=["wire.txt"]),
        tools.ground(text="The fire injured 15 people.", source_texts=[SOURCE]),
    ):
        jsonschema.validate(data, ALL["grounding"]())
        assert [(item["outcome"], item["source_words"]) for item in data["items"]] == [("contradicted", "12 people")]


def test_a_text_is_never_its_own_source(tools: Tools) -> None:
    data = tools.ground(path="answer.md", sources=["."])
    assert [source["path"].rsplit("/")[-1] for source in data["sources"]] == ["wire.txt"]
    assert [item["outcome"] for item in data["items"]] == ["contradicted"]
    with pytest.raises(UsageError, match="no sources"):
        tools.ground(path="answer.md", sources=["answer.md"])
    with pytest.raises(UsageError, match="no sources"):
        tools.ground(path="answer.md", source_texts=[" \n"])


def test_sources_that_cannot_be_read_are_never_passed_over(tools: Tools, tmp_path: Path) -> None:
    (tmp_path / "desk" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(UsageError, match=r"broken\.pdf cannot be read"):
        tools.ground(text="The fire injured 15 people.", sources=["broken.pdf"])
    with pytest.raises(UsageError, match=r"broken\.pdf cannot be read"):
        tools.check_quote("We never saw it come", ["broken.pdf"])
    found = tools.check_quote("We never saw it come", ["broken.pdf", "wire.txt"])
    assert found["verified"] is True
    assert len(found["unreadable"]) == 1


def test_a_text_that_is_too_long_is_refused(tools: Tools) -> None:
    with pytest.raises(UsageError, match="more than 200,000 characters"):
        tools.ground(text="a" * 200_001, sources=["wire.txt"])


def test_sources_that_are_too_long_to_wait_for_are_refused(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsfacts.mcp.tools.MAX_SOURCES", 30)
    with pytest.raises(UsageError, match="the sources have more than 30 characters together"):
        tools.ground(text="12 men", source_texts=["Twelve men came.", "Thirteen men came."])
    assert tools.ground(text="12 men came", source_texts=["Twelve men came."])["ok"]


def test_pictures_in_a_folder_are_no_sources_that_could_not_be_read(tools: Tools, tmp_path: Path) -> None:
    folder = Path(tools.folders[0]) / "desk"
    folder.mkdir()
    (folder / "photo.png").write_bytes(b"\x89PNG\0")
    (folder / "wire.txt").write_text("Twelve men came.")
    assert tools.ground(text="12 men came", sources=["desk"])["unreadable"] == []


def test_values_are_compared_and_rules_explained(tools: Tools) -> None:
    assert tools.compare_values("12 people", "at least 12 people")["outcome"] == "says more"
    assert tools.compare_values("yesterday", "4 July 2024", "2024-07-05")["outcome"] == "supported"
    assert tools.explain("g03")["name"] == "contradicted-value"


@pytest.mark.parametrize("path", ["../secret.txt", "link.txt", "/etc/hostname", "..", "none.txt", "~/x"])
def test_files_outside_the_folders_are_refused(path: str, tools: Tools, tmp_path: Path) -> None:
    (tmp_path / "desk" / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(UsageError):
        tools.check_quote("The password is 12.", [path])
    with pytest.raises(UsageError):
        tools.ground(path=path, source_texts=[SOURCE])


@pytest.mark.parametrize("path", ["a\0b.txt", "a\ud800b.txt"])
def test_what_cannot_be_the_name_of_a_file_is_refused(path: str, tools: Tools) -> None:
    with pytest.raises(UsageError, match="cannot be the name of a file"):
        tools.check_quote("The password is 12.", [path])


@pytest.mark.parametrize("name", ["story.facts.yaml", "more/story.facts.yaml"])
def test_a_document_leads_to_no_file_outside_the_folders(name: str, tools: Tools, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        "", encoding="utf-8"
    )  # the project is larger than the folder of the server
    story = tmp_path / "desk" / name
    story.parent.mkdir(exist_ok=True)
    above = "../" * (1 + name.count("/"))
    story.write_text(f"newsfacts: 1\nsource: {above}secret.txt\nannotations: []\n", encoding="utf-8")
    assert "12" in read_source(story).text
    found = tools.ground(text="The password is 12.", sources=[name], source_texts=[SOURCE])
    assert [(item["outcome"], item["source_words"]) for item in found["items"]] == [("not found", None)]
    with pytest.raises(UnreadableSource, match="outside the project"):
        tools.ground(path=name, source_texts=[SOURCE])


def test_a_link_in_a_folder_is_not_followed_out_of_it(tools: Tools, tmp_path: Path) -> None:
    (tmp_path / "desk" / "link.txt").symlink_to(tmp_path / "secret.txt")
    found = tools.check_quote("The password is 12.", ["."])
    assert not found["verified"]
    assert "password" not in json.dumps(found)


@pytest.mark.parametrize(
    "arguments",
    [{}, {"text": "A", "path": "answer.md"}, {"text": "A"}, {"text": "A", "source_texts": ["B"], "published": "today"}],
)
def test_wrong_arguments_are_errors_with_a_reason(arguments: dict[str, Any], tools: Tools) -> None:
    with pytest.raises(UsageError):
        tools.ground(**arguments)


def test_what_is_not_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        Tools.of([str(tmp_path / "none")])


def test_a_client_of_the_sdk_uses_the_tools_over_standard_input_and_output(tools: Tools) -> None:
    pytest.importorskip(
        "mcp.client.stdio", reason="the SDK brings a web server and pydantic; the extra mcp installs it"
    )
    import anyio
    from mcp import ClientSession, StdioServerParameters, stdio_client

    server = StdioServerParameters(
        command=sys.executable, args=["-m", "newsfacts", "mcp", *tools.folders], env={"PYTHONPATH": ":".join(sys.path)}
    )

    async def session() -> tuple[set[str], Any, Any]:
        with anyio.fail_after(60):
            async with stdio_client(server) as (read, write), ClientSession(read, write) as client:
                await client.initialize()
                listed = {tool.name for tool in (await client.list_tools()).tools}
                found = await client.call_tool("ground", {"path": "answer.md", "sources": ["wire.txt"]})
                refused = await client.call_tool("check_quote", {"quote": "A", "sources": ["../secret.txt"]})
                return listed, found, refused

    listed, found, refused = anyio.run(session)
    assert listed == {"check_quote", "ground", "compare_values", "explain"}
    data = json.loads(found.content[0].text)
    assert data["items"][0]["source_words"] == "12 people"
    assert refused.is_error
    assert "outside the folders" in refused.content[0].text
