"""The extension for Visual Studio Code, as far as it can be tested without the editor."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "editors" / "vscode"
NODE = shutil.which("node")

ACTIVATE = """
const Module = require("node:module");
const load = Module._load;
const started = [];
class LanguageClient {
  constructor(...about) { this.about = about; }
  async start() { started.push(this.about); }
  async stop() { started.push("stopped"); }
}
const vscode = { workspace: {
  getConfiguration: () => ({ get: () => ["newsfacts", "lsp"] }),
  createFileSystemWatcher: (pattern) => ({ pattern, dispose() {} }),
} };
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
const extension = require(process.argv[1]);
extension.activate({ subscriptions: [] }).then(extension.deactivate).then(() => console.log(JSON.stringify(started)));
"""


@pytest.fixture
def manifest() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    return found


def test_the_manifest_names_files_that_are_there(manifest: dict[str, Any]) -> None:
    (language,) = manifest["contributes"]["languages"]
    assert (FOLDER / manifest["main"]).is_file()
    json.loads((FOLDER / language["configuration"]).read_text(encoding="utf-8"))


def test_the_grammar_is_that_of_the_project(manifest: dict[str, Any]) -> None:
    (grammar,) = manifest["contributes"]["grammars"]
    shared = json.loads((ROOT / "editors" / "textmate" / Path(grammar["path"]).name).read_text(encoding="utf-8"))
    assert grammar["scopeName"] == shared["scopeName"]
    assert Path(grammar["path"]).name in (FOLDER / "prepare.mjs").read_text(encoding="utf-8")


@pytest.mark.skipif(NODE is None, reason="needs node")
def test_the_extension_starts_the_server_and_stops_it() -> None:
    assert NODE is not None
    command = [NODE, "-e", ACTIVATE, str(FOLDER / "extension.js")]
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
    (about, stopped) = json.loads(printed)
    assert about[2] == {"command": "newsfacts", "args": ["lsp"]}
    assert stopped == "stopped"
