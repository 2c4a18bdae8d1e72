"""Messages of JSON-RPC over two streams, as the language server protocol frames them. Whatever comes in, reading goes on."""

from __future__ import annotations

import json
import re
from typing import IO, Any

from newsfacts.errors import NewsfactsError
from newsfacts.immutable import frozen

__all__ = ["MAX_MESSAGE", "ErrorCode", "Malformed", "Refused", "encoded", "read_message"]

MAX_MESSAGE = 64 * 1024 * 1024
"""How many bytes a message may have; a longer one is read and not looked at."""

MAX_HEADER = 4096
"""How many bytes a line of a header may have."""

_CHUNK = 1024 * 1024
_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*([0-9]{1,18})[ \t]*\r?\n", re.IGNORECASE)


class ErrorCode:
    """The codes of errors that JSON-RPC and the protocol define."""

    PARSE_ERROR = -32700
    INVALID_REQUEST = -32600
    METHOD_NOT_FOUND = -32601
    INVALID_PARAMS = -32602
    INTERNAL_ERROR = -32603
    NOT_INITIALIZED = -32002
    REQUEST_FAILED = -32803


class Refused(NewsfactsError):
    """A request that is answered with an error."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


@frozen
class Malformed:
    """What came in place of a message, in words for whoever sent it."""

    code: int
    reason: str


def read_message(stream: IO[bytes]) -> dict[str, Any] | Malformed | None:
    """The next message; None at the end of the stream. Lines that are not of a header are passed over."""
    length: int | None = None
    while True:
        line = stream.readline(MAX_HEADER)
        if not line:
            return None
        found = _LENGTH.fullmatch(line)
        if found is not None:
            length = int(found[1])
        elif line in (b"\r\n", b"\n") and length is not None:
            break
    if length > MAX_MESSAGE:
        return Malformed(ErrorCode.INVALID_REQUEST, "the message is too long") if skip(stream, length) else None
    body = stream.read(length)
    return decoded(body) if len(body) == length else None


def skip(stream: IO[bytes], length: int) -> bool:
    """Read over so many bytes; False where the stream ends before."""
    while length > 0:
        found = len(stream.read(min(length, _CHUNK)))
        if not found:
            return False
        length -= found
    return True


def decoded(body: bytes) -> dict[str, Any] | Malformed:
    """The object that a message is."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return Malformed(ErrorCode.PARSE_ERROR, "the message is not JSON")
    if not isinstance(message, dict):
        return Malformed(ErrorCode.INVALID_REQUEST, "a message is a JSON object")
    return message


def encoded(message: dict[str, Any]) -> bytes:
    """A message with its header."""
    body = json.dumps({"jsonrpc": "2.0", **message}, separators=(",", ":")).encode("ascii")
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
