"""A small client of the language server: over standard input and output of a process, or of a whole script at once."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from newsfacts.editor.protocol import encoded, read_message
from newsfacts.editor.server import run

Json = dict[str, Any]

TIMEOUT = 60


def script(*messages: Json | bytes) -> tuple[list[Json], int]:
    """What the server sends for these messages, and its exit status."""
    sent = b"".join(each if isinstance(each, bytes) else encoded(each) for each in messages)
    out = io.BytesIO()
    status = run(io.BytesIO(sent), out)
    out.seek(0)
    found = []
    while (message := read_message(out)) is not None:
        assert isinstance(message, dict)
        found.append(message)
    return found, status


class Client:
    """A session with a server of its own process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newsfacts", "lsp"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
        )  # fmt: skip
        self.number = 0
        self.notes: list[Json] = []

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def write(self, data: bytes) -> None:
        """Send bytes, whatever they are."""
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self.write(encoded({"method": method, "params": params}))

    def read(self) -> Json:
        """The next message of the server."""
        assert self.process.stdout is not None
        message = read_message(self.process.stdout)
        assert isinstance(message, dict), message
        return message

    def answer(self, method: str, **params: Any) -> Json:
        """Send a request, and wait for its answer; notifications and requests before it are kept in `notes`."""
        self.number += 1
        self.write(encoded({"id": self.number, "method": method, "params": params}))
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message
            self.notes.append(message)

    def ask(self, method: str, **params: Any) -> Any:
        """The result of a request."""
        message = self.answer(method, **params)
        assert "error" not in message, message
        return message["result"]

    def start(self, **capabilities: Any) -> Json:
        """Begin the session in the folder."""
        found: Json = self.ask(
            "initialize",
            processId=None,
            capabilities=capabilities,
            workspaceFolders=[{"uri": self.folder.as_uri(), "name": "test"}],
        )
        self.tell("initialized")
        return found

    def open(self, name: str, text: str) -> str:
        """Open a text as a file of the folder, and return its address."""
        uri = (self.folder / name).as_uri()
        self.tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "facts", "version": 1, "text": text})
        return uri

    def findings(self, uri: str) -> list[Json]:
        """The findings that are published next for a file."""
        while True:
            message = self.notes.pop(0) if self.notes else self.read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                found: list[Json] = message["params"]["diagnostics"]
                return found

    def stop(self) -> int:
        """End the session, and return the exit status of the server."""
        self.ask("shutdown")
        self.tell("exit")
        return self.process.wait(TIMEOUT)


def place(text: str, words: str, *, after: int = 0) -> Json:
    """The position of the first occurrence of words, `after` characters into them. Only for texts without characters beyond U+FFFF."""
    offset = text.index(words) + after
    before = text[:offset]
    return {"line": before.count("\n"), "character": offset - (before.rfind("\n") + 1)}


def json_of(message: bytes) -> Json:
    """The JSON of a message without its header."""
    found: Json = json.loads(message)
    return found
