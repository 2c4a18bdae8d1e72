"""Serves one page to this machine, made again whenever one of its files has changed, and takes decisions about proposals."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import secrets
import socket
import sys
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import attrs

from newsfacts.cli import EXIT_OK
from newsfacts.cli.output import say
from newsfacts.cli.watching import stamps
from newsfacts.errors import NewsfactsError, UsageError
from newsfacts.reviewing.deciding import Choice, Decided, Decision, Outcome

__all__ = ["Pages", "serve", "server_of"]

HOST = "127.0.0.1"
WITHOUT_NETWORK = ("emscripten", "wasi")
"""Where trying to listen ends Python, instead of failing."""

TOKEN = "X-Newsfacts-Token"
"""The header with the token of the session, without which nothing is written."""

MAX_BODY = 20_000
"""How many bytes a request that decides something has at most."""

MAX_DISCARDED = 64
"""How many pieces of a body that is refused are taken and dropped at most, each of `PIECE` bytes or fewer."""

PIECE = 65_536

SECONDS_TO_LEAVE = 1.0
"""How long each of them is waited for."""

Decide = Callable[[str, Choice], Decided]
"""Carries out a choice in the file of a path."""


@attrs.define
class Pages:
    """The page as it is now. `version` changes with the files; the page is made when it is asked for.

    With `decide`, proposals are accepted, changed and rejected on it, by who has the `token`.
    """

    find: Callable[[], Iterable[str]]
    make: Callable[[], str]
    decide: Decide | None = None
    token: str = attrs.field(factory=lambda: secrets.token_urlsafe(32))
    writing: threading.Lock = attrs.field(factory=threading.Lock)
    _lock: threading.Lock = attrs.field(factory=threading.Lock)
    _made: tuple[str, str] = ("", "")

    def version(self) -> str:
        """A word for the state of all files."""
        return hashlib.sha256(repr(sorted(stamps(self.find()).items())).encode("utf-8", "surrogatepass")).hexdigest()

    def page(self) -> str:
        """The page. What is wrong with the command's files is shown in it, so that the page comes back once it is fixed."""
        with self._lock:
            version = self.version()
            if self._made[0] != version:
                try:
                    self._made = (version, marked_with(version, self.make()))
                except (NewsfactsError, OSError) as error:
                    from newsfacts.view.markup import el
                    from newsfacts.view.page import page

                    self._made = (version, marked_with(version, page("newsfacts", el("p", str(error)), live=True)))
            return self._made[1]


def marked_with(version: str, html: str) -> str:
    """A page with the state of the files that it shows: otherwise a change before its script first asks would go unnoticed."""
    return html.replace("<head>", f'<head>\n<meta name="version" content="{version}">', 1)


def server_of(pages: Pages, port: int) -> ThreadingHTTPServer:
    """The server, not yet running. Only this machine reaches it, and only under its own name: a page from elsewhere does not.

    Raises `UsageError` in a browser.
    """
    if sys.platform in WITHOUT_NETWORK:
        raise UsageError("a server needs a network, and in a browser there is none; write the page with -o")
    return _Server(pages, port)


class _Server(ThreadingHTTPServer):
    """Serves the page to browsers of this machine."""

    def __init__(self, pages: Pages, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.pages: Pages = pages
        self.names: frozenset[str] = frozenset(f"{name}:{self.server_port}" for name in (HOST, "localhost"))
        """The names under which a request has to ask for it."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes on before the page has arrived is nothing to report."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: _Server

    def do_GET(self) -> None:
        pages = self.server.pages
        if self.headers.get("Host") not in self.server.names:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == "/":
            self.answer(pages.page(), "text/html; charset=utf-8")
        elif self.path == "/version":
            self.answer(pages.version(), "text/plain; charset=utf-8")
        elif self.path == "/session" and pages.decide is not None:
            self.answer(pages.token, "text/plain; charset=utf-8")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        refusal = self.refusal() or self.refusal_of_body()
        if refusal is not None:
            self.send_error(refusal)
            self.leave()
            return
        try:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            decided = decided_of(self.server.pages, body)
        except UsageError as error:
            self.send_error(HTTPStatus.BAD_REQUEST, explain=str(error))
            return
        self.answer(json.dumps({
            "outcome": str(decided.outcome), "reason": decided.reason, "next": decided.next,
        }), "application/json; charset=utf-8")  # fmt: skip

    def leave(self) -> None:
        """End a connection whose body was not read. What still comes is dropped first: closed with unread bytes, the connection
        would be reset, and the browser would lose the answer."""
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(SECONDS_TO_LEAVE)
            for _ in range(MAX_DISCARDED):
                if not self.connection.recv(PIECE):
                    break

    def refusal(self) -> HTTPStatus | None:
        """Why a request to write is not looked at; None for one of the page of this session."""
        pages, names = self.server.pages, self.server.names
        token = self.headers.get(TOKEN, "").encode("utf-8", "surrogateescape")
        origins = {f"http://{name}" for name in names}
        if self.headers.get("Host") not in names or self.headers.get("Origin") not in origins:
            return HTTPStatus.FORBIDDEN
        if pages.decide is None or self.path != "/decide":
            return HTTPStatus.NOT_FOUND
        return None if hmac.compare_digest(token, pages.token.encode("ascii")) else HTTPStatus.FORBIDDEN

    def refusal_of_body(self) -> HTTPStatus | None:
        """Why the body of a request to write is not even read; None for a small one of the right type."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get_content_type() != "application/json":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        if not (length.isascii() and length.isdigit()):
            return HTTPStatus.LENGTH_REQUIRED
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if len(length) > 6 or int(length) > MAX_BODY else None

    def answer(self, text: str, kind: str) -> None:
        body = text.encode("utf-8")
        self.send_response(HTTPStatus.OK)
        for name, value in (
            ("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("X-Frame-Options", "DENY"),
        ):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Requests are of no interest to who writes."""


def decided_of(pages: Pages, body: bytes) -> Decided:
    """What comes of a request that decides about a proposal. Raises `UsageError` for one that the page does not send."""
    try:
        asked = json.loads(body)
        path, number = str(asked["path"]), asked["number"]
        choice = Choice(str(asked["sha256"]), Decision(asked["decision"]), number, str(asked.get("kind", "")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError("this is not a decision about a proposal") from None
    if type(number) is not int or path not in pages.find() or pages.decide is None:
        raise UsageError("this is not a file of this page")
    try:
        with pages.writing:
            return pages.decide(path, choice)
    except (NewsfactsError, OSError) as error:
        return Decided(Outcome.REFUSED, str(error))


def serve(find: Callable[[], Iterable[str]], make: Callable[[], str], port: int, decide: Decide | None = None) -> int:
    """Serve until the user interrupts."""
    with server_of(Pages(find, make, decide), port) as server:
        say(f"http://{HOST}:{server.server_port}/ shows the page and every change. Stop with Ctrl-C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return EXIT_OK
    return EXIT_OK
