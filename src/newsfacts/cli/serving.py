"""Serves one page to this machine, made again whenever one of its files has changed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import attrs

from newsfacts.cli import EXIT_OK
from newsfacts.cli.output import say
from newsfacts.cli.watching import stamps
from newsfacts.errors import NewsfactsError

__all__ = ["Pages", "serve", "server_of"]

HOST = "127.0.0.1"


@attrs.define
class Pages:
    """The page as it is now. `version` changes with the files; the page is made when it is asked for."""

    find: Callable[[], Iterable[str]]
    make: Callable[[], str]
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
                    self._made = (version, self.make())
                except (NewsfactsError, OSError) as error:
                    from newsfacts.view.markup import el
                    from newsfacts.view.page import page

                    self._made = (version, page("newsfacts", el("p", str(error)), live=True))
            return self._made[1]


def server_of(pages: Pages, port: int) -> ThreadingHTTPServer:
    """The server, not yet running. Only this machine reaches it, and only under its own name: a page from elsewhere does not."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.headers.get("Host") not in {f"{name}:{server.server_port}" for name in (HOST, "localhost")}:
                self.send_error(HTTPStatus.FORBIDDEN)
            elif self.path == "/":
                self.answer(pages.page(), "text/html; charset=utf-8")
            elif self.path == "/version":
                self.answer(pages.version(), "text/plain; charset=utf-8")
            else:
                self.send_error(HTTPStatus.NOT_FOUND)

        def answer(self, text: str, kind: str) -> None:
            body = text.encode("utf-8")
            self.send_response(HTTPStatus.OK)
            for name, value in (
                ("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"),
                ("X-Content-Type-Options", "nosniff"),
            ):  # fmt: skip
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Requests are of no interest to who writes."""

    server = ThreadingHTTPServer((HOST, port), Handler)
    return server


def serve(find: Callable[[], Iterable[str]], make: Callable[[], str], port: int) -> int:
    """Serve until the user interrupts."""
    with server_of(Pages(find, make), port) as server:
        say(f"http://{HOST}:{server.server_port}/ shows the page and every change. Stop with Ctrl-C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return EXIT_OK
    return EXIT_OK
