"""The server over standard input and output.

One thread reads, so that changes that follow each other fast are checked once, after the last of them. No other process, file
or address is opened but for the files of the workspace.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from typing import IO, Any

from newsfacts.editor.protocol import Malformed, encoded, read_message
from newsfacts.editor.session import Session

__all__ = ["run", "serve"]

Message = dict[str, Any] | Malformed | None

SAMPLE = """\
---
newsfacts: 1
published: 2024-07-04
entities:
  weiss: {name: Ann Weiss, kind: person, roles: [{title: Mayor, since: 2020}]}
measures:
  dead: {label: people killed, unit: person, kind: tally}
events:
  flood: {label: the flood, time: 2024-07-01}
---
[[Ann Weiss]{.source ref=weiss} [said]{.cue} [[12 people]{.count #toll of=dead} died on [Monday]{.time of=flood}]{.claim}]{.attribution}.
"""
"""A text that is checked before the first file is opened, so that what a check needs is loaded by then."""


def run(reader: IO[bytes], writer: IO[bytes], warm_up: Callable[[Session], Iterator[None]] | None = None) -> int:
    """Serve until the editor ends the session or the stream ends. Returns the exit status: 0 after `shutdown`.

    `warm_up` has steps that are taken while no message waits.
    """

    def send(message: dict[str, Any]) -> None:
        writer.write(encoded(message))
        writer.flush()

    session = Session(send)
    messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
    threading.Thread(target=read_all, args=(reader, messages), daemon=True).start()
    steps = warm_up(session) if warm_up is not None else iter(())
    while session.exit_status is None:
        if messages.empty():
            session.publish()
            while session.is_initialized and messages.empty() and next(steps, steps) is not steps:
                pass
        message = messages.get()
        if message is None:
            break
        session.receive(message)
    return session.exit_status if session.exit_status is not None else int(not session.is_shut_down)


def read_all(reader: IO[bytes], messages: queue.SimpleQueue[Message]) -> None:
    """Put every message of a stream into a queue, and None after the last."""
    try:
        while (message := read_message(reader)) is not None:
            messages.put(message)
            if isinstance(message, dict) and message.get("method") == "exit":
                return
    except (OSError, ValueError):  # the stream was closed while it was read
        pass
    messages.put(None)


def load_rules(session: Session) -> Iterator[None]:
    """Load what the check of a file needs, rule by rule."""
    folder = session.project.folders[0] if session.project.folders else os.getcwd()
    checker = session.project.of_folder(folder).checker
    yield
    session.project.analyse(SAMPLE, os.path.join(folder, "sample.facts"))
    yield
    for entry in checker.plan.entries:
        if entry.is_run:
            entry.rule  # noqa: B018 - it is imported when it is first asked for
            yield
    from newsfacts.editor import features  # noqa: F401 - it imports what answers requests

    yield


def serve() -> int:
    """Serve on standard input and output. What anything else prints goes to standard error, outside the protocol."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as writer:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        return run(sys.stdin.buffer, writer, load_rules)
