"""One session with an editor: from `initialize` to `exit`. Whatever is asked, the session goes on."""

from __future__ import annotations

import functools
import sys
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from newsfacts import __version__
from newsfacts.editor.capabilities import CAPABILITIES
from newsfacts.editor.positions import Encoding
from newsfacts.editor.protocol import ErrorCode, Malformed, Refused
from newsfacts.errors import NewsfactsError, failure_in_words
from newsfacts.files import read_bytes
from newsfacts.text.source import decode

if TYPE_CHECKING:  # imported after the first answer, so that the editor has it at once
    from newsfacts.editor.open_files import OpenFile
    from newsfacts.editor.project import Project

__all__ = ["Session"]

Json = dict[str, Any]


class Session:
    """The state of a session. `send` is called with each message for the editor."""

    def __init__(self, send: Callable[[Json], None]) -> None:
        self.send = send
        self.roots: tuple[str, ...] = ()
        """The addresses of the folders of the workspace."""
        self.files: dict[str, OpenFile] = {}
        self.waiting: set[str] = set()
        """The addresses of open files whose findings have not been sent since they changed."""
        self.encoding: Encoding = Encoding.UTF16
        self.shows_disabled_actions: bool = False
        """Whether the editor shows what cannot be done, with the reason."""
        self.is_initialized: bool = False
        self.is_shut_down: bool = False
        self.exit_status: int | None = None
        """Set once the editor has said that the session is over."""
        self.next_id: int = 0
        self.notifications: dict[str, Callable[[Json], None]] = {
            "initialized": self.initialized,
            "exit": self.exit,
            "textDocument/didOpen": self.did_open,
            "textDocument/didChange": self.did_change,
            "textDocument/didSave": self.did_save,
            "textDocument/didClose": self.did_close,
            "workspace/didChangeWatchedFiles": self.did_change_files,
        }

    # -- Messages
    def receive(self, message: Json | Malformed) -> None:
        """Answer one message. Nothing is raised."""
        if isinstance(message, Malformed):
            self.send({"id": None, "error": {"code": message.code, "message": message.reason}})
            return
        method, id = message.get("method"), message.get("id")
        params = message.get("params")
        if not isinstance(method, str):
            if "result" not in message and "error" not in message:  # an answer to a request of ours needs none
                self.refuse(id, ErrorCode.INVALID_REQUEST, "a message has a method")
            return
        if "id" in message:
            self.answer(id, method, params if isinstance(params, dict) else {})
        else:
            self.take_note(method, params if isinstance(params, dict) else {})

    def answer(self, id: Any, method: str, params: Json) -> None:
        """Answer a request with its result, or with an error that says what is wrong."""
        try:
            self.send({"id": id, "result": self.result(method, params)})
        except Refused as error:
            self.refuse(id, error.code, str(error))
        except NewsfactsError as error:
            self.refuse(id, ErrorCode.REQUEST_FAILED, str(error))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            self.report(method)
            self.refuse(id, ErrorCode.INVALID_PARAMS, f"{method} cannot be answered ({failure_in_words(error)})")
        except Exception as error:
            self.report(method)
            self.refuse(id, ErrorCode.INTERNAL_ERROR, f"newsfacts itself failed ({failure_in_words(error)})")

    def take_note(self, method: str, params: Json) -> None:
        """Act on a notification, which has no answer."""
        handler = self.notifications.get(method)
        if handler is None or (not self.is_initialized and method != "exit"):
            return
        try:
            handler(params)
        except Exception:
            self.report(method)

    def result(self, method: str, params: Json) -> Any:
        """The result of a request."""
        if method == "initialize":
            return self.initialize(params)
        if not self.is_initialized:
            raise Refused(ErrorCode.NOT_INITIALIZED, "the session begins with initialize")
        if self.is_shut_down:
            raise Refused(ErrorCode.INVALID_REQUEST, "the session has been shut down")
        if method == "shutdown":
            self.is_shut_down = True
            return None
        from newsfacts.editor import features

        feature = features.REQUESTS.get(method)
        if feature is None:
            raise Refused(ErrorCode.METHOD_NOT_FOUND, f"there is no {method!r}")
        return feature(self, params)

    def refuse(self, id: Any, code: int, message: str) -> None:
        """Answer a request with an error."""
        self.send({"id": id, "error": {"code": code, "message": message}})

    def report(self, method: str) -> None:
        """Write what failed to standard error, which editors keep as the log of the server."""
        print(f"newsfacts lsp: {method} failed", file=sys.stderr)
        traceback.print_exc()

    def ask(self, method: str, params: Json) -> None:
        """Ask the editor for something. The answer changes nothing."""
        self.next_id += 1
        self.send({"id": f"newsfacts-{self.next_id}", "method": method, "params": params})

    # -- The session
    def initialize(self, params: Json) -> Json:
        """Agree on what a position is, and say what there is."""
        capabilities = params.get("capabilities") or {}
        general = capabilities.get("general") or {}
        about_actions = (capabilities.get("textDocument") or {}).get("codeAction") or {}
        self.shows_disabled_actions = bool(about_actions.get("disabledSupport"))
        if Encoding.UTF32.value in (general.get("positionEncodings") or ()):
            self.encoding = Encoding.UTF32
        folders = [folder["uri"] for folder in params.get("workspaceFolders") or ()]
        self.roots = tuple(map(str, folders or [root for root in (params.get("rootUri"),) if root]))
        self.is_initialized = True
        return {
            "serverInfo": {"name": "newsfacts", "version": __version__},
            "capabilities": {"positionEncoding": self.encoding.value, **CAPABILITIES},
        }

    def initialized(self, params: Json) -> None:
        """Nothing is left to agree on."""

    def exit(self, params: Json) -> None:
        """End the session: status 0 after `shutdown`, 1 without."""
        self.exit_status = 0 if self.is_shut_down else 1

    @functools.cached_property
    def project(self) -> Project:
        """The files of the workspace."""
        from newsfacts.editor.open_files import path_of
        from newsfacts.editor.project import Project

        return Project(tuple(map(path_of, self.roots)))

    def file(self, params: Json) -> OpenFile:
        """The open file that a request is about."""
        uri = params["textDocument"]["uri"]
        try:
            return self.files[uri]
        except KeyError:
            raise Refused(ErrorCode.INVALID_PARAMS, f"{uri} is not open") from None

    def read(self, path: str) -> str | None:
        """The text of a file as it is in the editor, or else on the disk; None where it cannot be read."""
        for file in self.files.values():
            if file.path == path:
                return file.text
        try:
            return decode(read_bytes(path)).text
        except (OSError, NewsfactsError):
            return None

    # -- Files
    def did_open(self, params: Json) -> None:
        """A file has been opened."""
        from newsfacts.editor.open_files import OpenFile

        item = params["textDocument"]
        uri = str(item["uri"])
        self.files[uri] = OpenFile(uri, str(item["text"]), item.get("version"), self.project, self.encoding)
        self.waiting.add(uri)

    def did_change(self, params: Json) -> None:
        """The text of an open file has changed."""
        found = self.file(params)
        found.change(params["contentChanges"], params["textDocument"].get("version"))
        self.waiting.add(found.uri)

    def did_save(self, params: Json) -> None:
        """A file has been saved, which others may use: factbooks and schema files are read from the disk."""
        self.check_all_again()

    def did_change_files(self, params: Json) -> None:
        """Files have changed on the disk."""
        self.check_all_again()

    def did_close(self, params: Json) -> None:
        """A file has been closed; its findings are taken back."""
        uri = str(params["textDocument"]["uri"])
        if self.files.pop(uri, None) is not None:
            self.waiting.discard(uri)
            self.send({"method": "textDocument/publishDiagnostics", "params": {"uri": uri, "diagnostics": []}})

    def check_all_again(self) -> None:
        """Check every open file again."""
        self.project.forget()
        for file in self.files.values():
            file.forget()
            self.waiting.add(file.uri)

    def publish(self) -> None:
        """Send what is found in the files that have changed."""
        if not self.waiting:
            return
        from newsfacts.editor.diagnostics import diagnostics
        from newsfacts.editor.wire import diagnostic_json

        for uri in sorted(self.waiting):
            file = self.files[uri]
            found = [diagnostic_json(each, uri, file.positions) for each in diagnostics(file.analysis)]
            params: Json = {"uri": uri, "diagnostics": found}
            if file.version is not None:
                params["version"] = file.version
            self.send({"method": "textDocument/publishDiagnostics", "params": params})
        self.waiting.clear()
