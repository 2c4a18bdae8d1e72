"""The shell of every page: one file with its style and its script, which may load nothing and run nothing else.

The Content-Security-Policy names the hashes of that style and that script, so that a text can bring no other one with it.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from importlib import resources
from string import Template
from typing import Any

import attrs

from newsfacts import __version__
from newsfacts.text.printable import json_text
from newsfacts.view.markup import Html, safe

__all__ = ["page", "page_in_notebook"]

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character cannot be written as UTF-8."""

FRAME = (
    '<iframe title="{title}" sandbox="allow-scripts" srcdoc="{page}" loading="lazy" width="100%" height="620" '
    'frameborder="0"></iframe>'
)


@attrs.frozen
class Shell:
    """What is the same in every page: its frame, style and script, and the policy that allows them alone."""

    frame: Template
    style: str
    script: str
    policy: str


@functools.cache
def shell(live: bool) -> Shell:
    """The shell, read once; a `live` one also asks its own server whether something has changed."""
    folder = resources.files("newsfacts.view").joinpath("template")
    read = functools.partial(_read, folder)
    style = read("tokens.css") + read("page.css") + read("text.css") + read("panel.css") + read("compare.css")
    script = read("page.js") + (read("live.js") if live else "")
    policy = [
        "default-src 'none'", f"style-src '{digest(style)}'", f"script-src '{digest(script)}'", "base-uri 'none'",
        "form-action 'none'",
    ]  # fmt: skip
    if live:
        policy.append("connect-src 'self'")
    return Shell(Template(read("page.html")), style, script, "; ".join(policy))


def _read(folder: Any, name: str) -> str:
    text: str = folder.joinpath(name).read_text(encoding="utf-8")
    return text


def digest(text: str) -> str:
    """The hash of an inline element, as a policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def data_text(data: Any) -> str:
    """Data as JSON that no text in it can end: it is read with `JSON.parse`, never run."""
    return json_text(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def page(title: str, body: Html, *, data: Any = None, tools: Html | None = None, live: bool = False) -> str:
    """A whole page. `tools` go into its bar, `data` is what its script shows of each annotation."""
    of = shell(live)
    written = of.frame.substitute(
        title=safe(title), policy=safe(of.policy), style=of.style, script=of.script, tools=tools or "", body=body,
        data=data_text(data if data is not None else []), version=safe(__version__),
    )  # fmt: skip
    return _HALF.sub("\ufffd", written)


def page_in_notebook(title: str, whole: str) -> str:
    """A page as a notebook shows it: in a frame of its own, so that neither changes the other."""
    return FRAME.format(title=safe(title), page=safe(whole))
