"""The tools as a server over standard input and output, with the official SDK of the Model Context Protocol.

Needs the extra `mcp`: `pip install 'newsfacts[mcp]'`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from newsfacts import __version__
from newsfacts.errors import NewsfactsError, UsageError
from newsfacts.mcp.tools import Tools

__all__ = ["make_server", "serve"]

_INSTRUCTIONS = (
    "Check what you write against its sources before you show it. Call ground with your text and the sources; for each item "
    "that is contradicted or says more, write source_words instead; what is not found, leave out or mark as unsourced; then "
    "call ground again until ok is true. Similar is never the same: a quotation is only quoted where check_quote verifies it."
)
_TITLES = {
    "check_quote": "Is this quotation in the sources, word for word?",
    "ground": "Which quotations, numbers and dates of a text do its sources support?",
    "compare_values": "Does this number or date follow from that one?",
    "explain": "What does a rule mean?",
}


def make_server(tools: Tools) -> Any:
    """The server, not yet running. Raises `UsageError` where the SDK is not installed."""
    try:
        from mcp.server import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
    except ImportError:
        raise UsageError("newsfacts mcp needs the SDK, version 2 or later: pip install 'newsfacts[mcp]'") from None
    server = MCPServer(
        "newsfacts", title="newsfacts", version=__version__, instructions=_INSTRUCTIONS, log_level="WARNING"
    )

    def reporting(function: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
        """The function, with the errors that a caller can do something about as results of the tool."""

        @functools.wraps(function)
        def call(*values: Any, **named: Any) -> dict[str, Any]:
            try:
                return function(*values, **named)
            except NewsfactsError as error:
                raise ToolError(str(error)) from None

        return call

    for name, title in _TITLES.items():
        function = getattr(tools, name)
        server.add_tool(reporting(function), name=name, title=title, description=f"{title} {function.__doc__}")
    return server


def serve(tools: Tools) -> None:
    """Serve until standard input ends."""
    make_server(tools).run("stdio")
